#!/usr/bin/env bash
# Takes the pictures of docs/screens and of the guide (HelloWork.Blazor/wwwroot/pictures) anew. Every page in every look: build/looks.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v cwebp >/dev/null || { echo "screens.sh needs cwebp (Debian: webp)." >&2; exit 1; }
HELLOWORK_SCREENS=1 dotnet test HelloWork.Tests --filter FullyQualifiedName~TakeScreens
# The guide's pictures leave as WebP, a third of the bytes (Debian: webp).
for picture in HelloWork.Blazor/wwwroot/pictures/guide-*.jpg; do
  [ -e "$picture" ] || continue
  cwebp -quiet -resize 800 500 -q 55 "$picture" -o "${picture%.jpg}.webp"
  rm "$picture"
done
