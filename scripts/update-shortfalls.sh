#!/usr/bin/env bash
# Sets how far the figures of printed dev bulletins may lie below those of their texts (Printed/shortfalls.tsv) to what is so now
# plus 0.01, where that is more than 0.02; the rows of the kept files (corpus/pdf) stay. Needs the fonts of corpus/pdf/README.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
table=tests/NewsExtract.Corpus.Tests/Printed/shortfalls.tsv
new=$(mktemp)
grep -E '^(#|kept)' "$table" > "$new"
# 2col as text          1.000     1.000     0.981     0.953     1.000
# 2col natural          1.000     0.869*    0.970     0.931*    1.000
dotnet run --project tools/NewsExtract.BulletinPrinter -- compare corpus/dev | tee /dev/stderr | awk '
    NR == 1 { for (i = 2; i <= NF; i++) name[i - 1] = $i; figures = NF - 1; next }
    $2 == "as" { for (i = 1; i <= figures; i++) text[i] = $(i + 3); order[++layouts] = $1; next }
    { for (i = 1; i <= figures; i++) { below = text[i] - ($(i + 2) + 0); if (below > most[$1, i]) most[$1, i] = below } }
    END { for (l = 1; l <= layouts; l++) for (i = 1; i <= figures; i++) if (most[order[l], i] > 0.02) printf "%s\t%s\t%.3f\n", order[l], name[i], most[order[l], i] + 0.01 }' >> "$new"
mv "$new" "$table"
