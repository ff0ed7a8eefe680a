#!/usr/bin/env bash
# Reading PDF files beside pdftotext and mutool: run-pdf.sh [FOLDER_OF_PDFS] > tables.md
# Needs the .NET SDK, python3, poppler-utils and mupdf-tools.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
dotnet publish "$root/src/NewsExtract.Cli" -c Release -o "$out/cli" -v q --nologo >&2
dotnet publish "$root/tests/NewsExtract.Benchmarks" -c Release -o "$out/bench" -v q --nologo >&2
dotnet run -c Release --project "$root/tools/NewsExtract.BulletinPrinter" -- long 500 "$root/corpus/dev" "$out/long.pdf" >&2
dotnet run -c Release --project "$root/tools/NewsExtract.BulletinPrinter" -- long 1 "$root/corpus/dev" "$out/one.pdf" >&2
python3 "$here/pdf.py" "$out/cli/newsextract" "$out/bench/NewsExtract.Benchmarks" "$out/long.pdf" "$out/one.pdf" "$@"
