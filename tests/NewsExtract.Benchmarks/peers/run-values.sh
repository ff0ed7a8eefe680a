#!/usr/bin/env bash
# Values beside Recognizers-Text for Chinese, in one run on one core: run-values.sh [SUITES SCORER] > tables.md
# The texts are the lines of corpus/dev; with SUITES (a folder of cases) and SCORER (its program) the cases, and who passes them.
# Needs the .NET SDK, node with npm, and python3.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
dotnet publish "$root/src/NewsExtract.Cli" -c Release -o "$out/cli" -v q --nologo >&2
dotnet publish "$root/tests/NewsExtract.Benchmarks" -c Release -o "$out/bench" -v q --nologo >&2
(cd "$here" && npm ci --no-audit --no-fund >&2)

python3 - "$root/corpus/dev" > "$out/dev.jsonl" <<'PY'
import json, pathlib, sys
for file in sorted(pathlib.Path(sys.argv[1]).glob("*.txt")):
    for number, line in enumerate(file.read_text("utf-8").splitlines()):
        if line.strip():
            print(json.dumps({"id": f"{file.stem}:{number}", "text": line, "date": "2024-06-01"}, ensure_ascii=False))
PY
texts=("$out/dev.jsonl")
if [ $# -ge 2 ]; then
  python3 "$2" inputs "$1" > "$out/cases.jsonl"
  texts+=("$out/cases.jsonl")
fi

echo "| texts | characters | newsextract, ms per 1,000 characters | Recognizers-Text, ms per 1,000 characters | ratio |"
echo "| --- | ---: | ---: | ---: | ---: |"
for file in "${texts[@]}"; do
  name=$(basename "$file" .jsonl)
  taskset -c 0 "$out/bench/NewsExtract.Benchmarks" values "$file" 5 2> "$out/ours.json"
  taskset -c 0 node "$here/values_peer.js" "$file" 2 > "$out/$name.peer.jsonl" 2> "$out/peer.json"
  python3 - "$name" "$out/ours.json" "$out/peer.json" <<'PY'
import json, sys
name, ours, peer = sys.argv[1], *(json.loads(open(file).read().splitlines()[-1]) for file in sys.argv[2:])
rate = [1000 * run["milliseconds"] / run["characters"] for run in (ours, peer)]
print(f"| {name} | {ours['characters']:,} | {rate[0]:.3f} | {rate[1]:.1f} | {rate[1] / rate[0]:.0f} |")
PY
done
if [ $# -ge 2 ]; then
  "$out/cli/newsextract" values "$out/cases.jsonl" --format jsonl > "$out/cases.ours.jsonl" 2> /dev/null || true
  for who in ours peer; do
    printf '\n%s\n\n```\n' "$([ $who = ours ] && echo newsextract || echo Recognizers-Text)"
    python3 "$2" score "$1" "$out/cases.$who.jsonl"
    echo '```'
  done
fi
