#!/usr/bin/env python3
"""Writes the two-character words that tell whether a line break fell inside a word.

usage: make_common_words.py DICT > src/NewsExtract.Readers/Layout/CommonWords.lex.txt

DICT is jieba's dict.txt (MIT licence), as the package jieba.NET ships it: `word frequency tag` lines.
"""
import sys

MOST = 12000
words = []
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        word, frequency, tag = line.split(" ")
        if len(word) == 2 and all("\u4e00" <= c <= "\u9fff" for c in word) and tag.strip() not in ("nr", "m", "mq", "x"):
            words.append((-int(frequency), word))
words = sorted(word for _, word in sorted(words)[:MOST])
print("# Common two-character words, from the dictionary of jieba (MIT licence): scripts/make_common_words.py makes this file.")
print("[words]")
for i in range(0, len(words), 24):
    print(" ".join(words[i:i + 24]))
