#!/usr/bin/env python3
"""Records how the original jieba (python3-jieba 0.42.1, lcut, HMM on) cuts texts, for OriginalJiebaTests.

usage: record_jieba.py ROOT TEXT... > jieba-corpus.txt     (names are written relative to ROOT)

One line a text: its name, a tab, the SHA-256 of its bytes, a tab, the lengths of its words in UTF-16 units. Lengths
from 1 to 9 are a digit, longer ones stand in brackets: 2213(12)1.
"""
import hashlib
import logging
import os
import sys

import jieba

jieba.setLogLevel(logging.ERROR)
print(f"# jieba {jieba.__version__} lcut HMM=True, by record_jieba.py")
root = sys.argv[1]
for path in sorted(sys.argv[2:]):
    data = open(path, "rb").read()
    text = data.decode("utf-8")
    lengths = []
    for word in jieba.lcut(text, HMM=True):
        n = len(word.encode("utf-16-le")) // 2
        lengths.append(str(n) if n < 10 else f"({n})")
    name = os.path.relpath(path, root).replace(os.sep, "/")
    print(name, hashlib.sha256(data).hexdigest(), "".join(lengths), sep="\t")
