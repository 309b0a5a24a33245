#!/usr/bin/env bash
# Every page of every role at two sizes, light and dark: shows each to axe, takes its picture (docs/screens/looks, ignored by git), walks the
# keyboard journeys, and writes what was found where the accessibility statement reads it. Takes a quarter of an hour.
set -euo pipefail
cd "$(dirname "$0")/.."
looks="$PWD/docs/screens/looks"
rm -rf "$looks"; mkdir -p "$looks"
dotnet build HelloWork.Tests -v q -nologo
failed=0
HELLOWORK_EVERY_LOOK=1 HELLOWORK_LOOKS="$looks" dotnet test HelloWork.Tests --no-build --filter FullyQualifiedName~EveryPageInBrowserTests || failed=1
keyboard=$(HELLOWORK_EVERY_LOOK=1 dotnet test HelloWork.Tests --no-build --filter Journey=Keyboard | tee /dev/stderr | grep -oE 'Passed: +[0-9]+' | grep -oE '[0-9]+' || echo 0)
parts=$(for role in visitor seeker employer provider counselor bureau; do cat "$looks/$role.json"; echo; done | paste -sd,)
printf '{"checkedOn":"%s","keyboard":%s,"roles":[%s]}\n' "$(TZ=Asia/Tokyo date +%F)" "$keyboard" "$parts" > HelloWork.Blazor/Guide/accessibility.json
exit $failed
