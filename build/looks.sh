#!/usr/bin/env bash
# Every page of every role at two sizes, light and dark: shows each to axe, takes its picture (docs/screens/looks, ignored by git), walks the
# keyboard journeys, and writes what was found where the accessibility statement reads it. Seven minutes on two quiet cores.
set -euo pipefail
cd "$(dirname "$0")/.."
export HELLOWORK_EVERY_LOOK=1 DOTNET_CLI_UI_LANGUAGE=en
looks="$PWD/docs/screens/looks"
statement=HelloWork.Blazor/Guide/accessibility.json
walked=$(mktemp)
trap 'rm -f "$walked"' EXIT
stop() { echo "looks.sh: $1" >&2; exit 1; }

rm -rf "$looks"; mkdir -p "$looks"
dotnet build HelloWork.Tests -v q -nologo
failed=0
HELLOWORK_LOOKS="$looks" dotnet test HelloWork.Tests --no-build --filter "FullyQualifiedName~EveryPageInBrowserTests|FullyQualifiedName~OversightJourneys" || failed=1
dotnet test HelloWork.Tests --no-build --filter Journey=Keyboard | tee "$walked" || stop "a keyboard journey failed, see above. $statement stays as it was."
keyboard=$(grep -oE 'Passed: +[0-9]+' "$walked" | tail -1 | grep -oE '[0-9]+') || stop "no keyboard journey was walked. $statement stays as it was."
parts=()
for role in visitor seeker employer provider counselor bureau; do
  [ -s "$looks/$role.json" ] || stop "the walk through the pages of «$role» didn't come to its end, see above. $statement stays as it was."
  parts+=("$(cat "$looks/$role.json")")
done
printf '{"checkedOn":"%s","keyboard":%s,"roles":[%s]}\n' "$(TZ=Asia/Tokyo date +%F)" "$keyboard" "$(IFS=,; echo "${parts[*]}")" > "$statement"
[ "$failed" = 0 ] || stop "some pages have faults or weren't shown, see above. $statement says which were shown, and their faults."
