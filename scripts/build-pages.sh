#!/usr/bin/env bash
# Makes src/NewsExtract.Web/wwwroot from src/NewsExtract.Web/Pages: the pinned packages of its lock file, types checked, tested, bundled.
# The build runs this when the pages are missing or older than their sources. Exit status 3: npm or its packages can't be had here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../src/NewsExtract.Web"
wwwroot=$PWD/wwwroot

command -v npm >/dev/null || { echo "npm is not installed (Debian: apt-get install --no-install-recommends npm)" >&2; exit 3; }
# Several builds may run at once: the first makes the pages, the others find them made.
mkdir -p obj
if command -v flock >/dev/null; then exec 9>obj/pages.lock; flock 9; fi
if [ "${1:-}" != --always ] && [ -e "$wwwroot/index.html" ] && [ -z "$(find Pages -path Pages/node_modules -prune -o -type f -newer "$wwwroot/index.html" -print -quit)" ]; then
    exit 0
fi

cd Pages
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    # No package's own script is run.
    npm ci --ignore-scripts --no-audit --no-fund --silent || { echo "npm ci failed in src/NewsExtract.Web/Pages" >&2; exit 3; }
    touch node_modules/.package-lock.json
fi
npx --no-install tsc --noEmit
node --test tests/*.test.mjs >../obj/pages.tests || { cat ../obj/pages.tests >&2; exit 1; }
node build.mjs "$wwwroot"
touch "$wwwroot/index.html"
echo "wwwroot: $(find "$wwwroot" -maxdepth 1 -name '*.html' | wc -l) pages"
