#!/usr/bin/env python3
"""Make src/NewsExtract.Readers/Pdf/ideographs.txt: radicals and compatibility ideographs, each with the character it stands for.

usage: scripts/make_radicals.py UNICODE_DIR

UNICODE_DIR  /usr/share/unicode of Debian's package unicode-data (Unicode licence)

Fonts made by printing programs often name a radical (⽂, U+2F42) where the page shows a character (文). Only pairs within
the basic plane are taken.
"""
import pathlib
import re
import sys
import unicodedata

OUT = pathlib.Path(__file__).resolve().parent.parent / "src/NewsExtract.Readers/Pdf/ideographs.txt"


def main():
    pairs = {}
    for line in (pathlib.Path(sys.argv[1]) / "EquivalentUnifiedIdeograph.txt").read_text("utf-8").splitlines():
        match = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([0-9A-F]+)", line)
        if match:
            target = int(match[3], 16)
            for source in range(int(match[1], 16), int(match[2] or match[1], 16) + 1):
                if 0x2E80 <= source <= 0x2FD5 and target < 0x10000:
                    pairs[source] = target
    for source in range(0xF900, 0xFAFF):
        target = unicodedata.normalize("NFC", chr(source))
        if len(target) == 1 and target != chr(source) and ord(target) < 0x10000:
            pairs[source] = ord(target)
    lines = [f"{chr(source)}{chr(target)}\n" for source, target in sorted(pairs.items())]
    OUT.write_text("".join(lines), "utf-8")
    print(f"{len(lines)} pairs -> {OUT}")


main()
