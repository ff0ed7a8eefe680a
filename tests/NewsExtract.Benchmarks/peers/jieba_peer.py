"""jieba_peer.py cut|tag PATH: cuts a file, or the .txt files of a folder, and prints counts."""
import logging
import os
import sys

import jieba

jieba.setLogLevel(logging.ERROR)
mode, path = sys.argv[1:]
if mode == "tag":
    import jieba.posseg

    run = jieba.posseg.lcut
else:
    run = jieba.lcut
files = [path] if os.path.isfile(path) else sorted(os.path.join(path, n) for n in os.listdir(path) if n.endswith(".txt"))
size = tokens = 0
for name in files:
    data = open(name, "rb").read()
    size += len(data)
    tokens += len(run(data.decode("utf-8")))
print(f"{size} bytes, {tokens} tokens")
