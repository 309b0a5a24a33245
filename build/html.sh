#!/usr/bin/env bash
# Validates the HTML of every page that has an address of its own, as each role of a running portal with demo people sees it: build/html.sh [ADDRESS]
# Needs node and npm, which fetches html-validate into a folder of its own; not part of CI.
set -euo pipefail
portal=${1:-http://localhost:5080}
pages="$(cd "$(dirname "$0")/.." && pwd)/HelloWork.Tests/Access/pages.matrix"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund html-validate@10.9.0
# What the standard says; how markup is written (quotes, end tags that may be left out) is a matter of style.
echo '{ "root": true, "extends": ["html-validate:standard"] }' > .htmlvalidate.json

job=$(curl -s "$portal/api/v1/jobs?size=10" | grep -o '"number":"[^"]*"' | head -1 | cut -d'"' -f4)
fetch() { # ROLE JAR ADDRESS
  local file="$1$(tr '/?=&' '____' <<< "$3").html"
  curl -s -b "$2" -H 'Accept: text/html' -o "$file" -w '%{content_type}' "$portal$3" | grep -q '^text/html' || rm -f "$file"
}
visit() { # ROLE USER
  local jar="$work/$1.jar" token
  if [ -n "$2" ]; then
    token=$(curl -s -c "$jar" "$portal/account/login" | grep -o 'name="__RequestVerificationToken" value="[^"]*"' | head -1 | cut -d'"' -f4)
    curl -s -o /dev/null -b "$jar" -c "$jar" --data-urlencode "__RequestVerificationToken=$token" -d _handler=login -d "Input.UserId=$2" --data-urlencode 'Input.Password=Demo-Pass-2026!' "$portal/account/login"
  else
    touch "$jar"
  fi
  grep "^GET " "$pages" | grep -v '{' | awk -v role="$1" '$3 == "all" ? role == "visitor" : $3 == "signed-in" ? role == "seeker" : index("," $3 ",", "," role ",")  { print $2 }' |
    while read -r address; do fetch "$1" "$jar" "$address"; done
  # And what these lead to: of each kind of record the first, then what stands on its page.
  for round in 1 2; do
    links=$(grep -oh 'href="/[^"?#]*"' "$1"_*.html | cut -d'"' -f2 | grep -v '^/\(_\|css\|js\)' | sort -u || true)
    paste <(sed -E 's/[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]?-?[0-9][0-9-]{3,}/*/g' <<< "$links") <(echo "$links") | grep '^[^	]*\*' | sort -u -k1,1 | cut -f2 |
      while read -r address; do fetch "$1" "$jar" "$address"; done
  done
}
visit visitor ''
for address in "/jobs/$job" "/jobs/$job/card" "/jobs?pref=13&type=regular" "/jobs?q=zzzz" /offices/13010 /guide/requests /account/nothing; do fetch visitor visitor.jar "$address"; done
visit seeker seeker01
visit employer employer01
visit provider provider01
visit counselor counselor01
visit bureau bureau01
ls ./*.html | sed 's|^./\([a-z]*\)_.*|\1|' | sort | uniq -c
npx html-validate --formatter=${FORMATTER:-stylish} ./*.html
