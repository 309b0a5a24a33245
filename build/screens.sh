#!/usr/bin/env bash
# Takes the README's pictures anew (docs/screens/*.png) and every page at two sizes, light and dark (docs/screens/all, ignored by git).
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p docs/screens/all
HELLOWORK_SCREENS="$PWD/docs/screens" dotnet test HelloWork.Tests --filter FullyQualifiedName~TakeScreens
