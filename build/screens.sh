#!/usr/bin/env bash
# Takes the pictures of docs/screens and of the guide (HelloWork.Blazor/wwwroot/pictures) anew. Every page in every look: build/looks.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
HELLOWORK_SCREENS=1 dotnet test HelloWork.Tests --filter FullyQualifiedName~TakeScreens
