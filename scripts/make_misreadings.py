#!/usr/bin/env python3
"""Make src/NewsExtract/Training/misreadings.txt: characters, and what OCR took each for, as often as it did.

usage: scripts/make_misreadings.py SCANS

SCANS   holds NAME.gt, what was printed, and NAME.read, what was read:

    for f in corpus/train/*.json; do n=$(basename "${f%.json}")
        dotnet run -c Release --project tools/NewsExtract.BulletinPrinter -- scan "${f%.json}.txt" 2col "SCANS/$n.pdf" 85 0.5 16
        newsextract pages --ocr always "SCANS/$n.pdf" > "SCANS/$n.read"; done

The table that is committed is of every fifth of these bulletins by size, sixteen that were read; any others give another one. Only bulletins of corpus/train, so that what is measured on others is not learnt from them; licence: this project's. A line is a character, a blank
and what it was read as. Pairs are taken both ways: what A is read as may be read as A.
"""
import collections
import difflib
import pathlib
import sys

OUT = pathlib.Path(__file__).resolve().parent.parent / "src/NewsExtract/Training/misreadings.txt"


def squeeze(path):
    return "".join(path.read_text("utf-8").split())


def main():
    pairs, kinds, total = collections.Counter(), collections.Counter(), 0
    for truth_path in sorted(pathlib.Path(sys.argv[1]).glob("*.gt")):
        read_path = truth_path.with_suffix(".read")
        read = squeeze(read_path) if read_path.exists() else ""
        truth = squeeze(truth_path)
        if len(read) < len(truth) * 0.8:
            continue
        total += len(truth)
        for kind, a, b, c, d in difflib.SequenceMatcher(None, truth, read, autojunk=False).get_opcodes():
            if kind == "replace" and b - a == d - c <= 3:
                kinds["others"] += b - a
                for one, other in zip(truth[a:b], read[c:d]):
                    if one != other and not {one, other} & set("{}|") and one < "\ud800" and other < "\ud800":
                        pairs[one, other] += 1
            elif kind == "delete" and b - a <= 3:
                kinds["lost"] += b - a
            elif kind == "insert" and d - c <= 3:
                kinds["added"] += d - c
            elif kind == "replace":
                kinds["other replacements"] += b - a
    both = pairs + collections.Counter({(other, one): count for (one, other), count in pairs.items()})
    table = collections.defaultdict(str)
    for (one, other), count in sorted(both.items()):
        table[one] += other * min(count, 9)
    OUT.write_text("".join(f"{one} {others}\n" for one, others in sorted(table.items())), "utf-8")
    print(f"{total} characters; {dict(kinds)}; {len(pairs)} pairs, {len(table)} characters -> {OUT}")


main()
