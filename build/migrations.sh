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
