#!/usr/bin/env bash
# Whole-process runs of NewsExtract beside its peers, on one core: run.sh [--short] > tables.md
# Needs the .NET SDK and python3; python3-jieba, and node with npm, where those peers are to run: see docs/benchmarks.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
dotnet publish "$root/src/NewsExtract.Cli" -c Release -o "$out/cli" -v q --nologo >&2
dotnet publish "$root/tests/NewsExtract.Benchmarks" -c Release -o "$out/bench" -v q --nologo >&2
if command -v npm >/dev/null; then
  (cd "$here" && npm ci --no-audit --no-fund >&2) || echo "<!-- npm ci failed: node's peers are left out -->"
fi
python3 "$here/measure.py" "$out/cli/newsextract" "$out/bench/NewsExtract.Benchmarks" "$root/corpus/dev" "$@"
