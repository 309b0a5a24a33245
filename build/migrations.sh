#!/usr/bin/env bash
# Makes the migrations of both databases from the model: build/migrations.sh [NAME]
# Without a name the two Initial migrations are made anew, which is right only until the first release.
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:-Initial}
[ "$name" != Initial ] || rm -rf HelloWork.Domain/Data/Migrations
dotnet tool restore >/dev/null
dotnet build HelloWork.Domain -v q -nologo
for database in Sqlite SqlServer; do
  dotnet ef migrations add "$name" --no-build --project HelloWork.Domain --startup-project HelloWork.Domain \
    --context "${database}HelloWorkDbContext" --output-dir "Data/Migrations/$database"
done
# The migration that makes the audit trail's seals also makes the database keep both tables append-only (Data/AppendOnly.cs).
for made in HelloWork.Domain/Data/Migrations/{Sqlite,SqlServer}/*_"$name".cs; do
  if grep -q 'name: "AuditSeals"' "$made" && ! grep -q KeepAppendOnly "$made"; then
    sed -i '/protected override void Down/,$!{s/^        }\(\r\{0,1\}\)$/\n            migrationBuilder.KeepAppendOnly();\1\n        }\1/}' "$made"
  fi
  # The one that makes the feed also makes the triggers that write it (Data/Feed/FeedTriggers.cs).
  if grep -q 'name: "RecordChanges"' "$made" && ! grep -q KeepChangeFeed "$made"; then
    sed -i '/protected override void Down/,$!{s/^        }\(\r\{0,1\}\)$/\n            migrationBuilder.KeepChangeFeed();\1\n        }\1/}' "$made"
    sed -i '0,/^using /s//using HelloWork.Domain.Data.Feed;\nusing /' "$made"
  fi
done
