#!/usr/bin/env python3
"""Times whole processes side by side and prints Markdown tables.

usage: measure.py NEWSEXTRACT BENCHMARKS CORPUS [--short]

NEWSEXTRACT is the published command, BENCHMARKS the published benchmark program, CORPUS a folder of bulletins.
Every run has one core. Megabytes are 10^6 bytes of UTF-8; seconds are wall clock from the start of the process to its
end, loading included, beside the processor's seconds, from which the rates and ratios are taken: on an idle machine the
two agree, on a busy one only the second means anything. Memory is the largest resident set. A peer that can't be run is
listed as such.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
newsextract, benchmarks, corpus = [os.path.abspath(a) for a in sys.argv[1:4]]
short = "--short" in sys.argv
SIZE = 500_000 if short else 10_000_000
FILES = 250 if short else 5_000
SLOW_SIZE = 100_000 if short else 1_000_000  # for taggers that take minutes
STARTS = 3 if short else 11
python = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else "python3"
work = tempfile.mkdtemp(prefix="newsextract-peers-")
core = min(os.sched_getaffinity(0))


def run(command):
    """Wall seconds, processor seconds and peak megabytes, or None when the command fails."""
    try:
        with open(os.path.join(work, "stderr"), "wb") as errors:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, cwd=HERE,
                                       preexec_fn=lambda: os.sched_setaffinity(0, {core}))
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            wall = time.perf_counter() - start
    except OSError as error:
        print(f"<!-- {command[0]}: {error} -->")
        return None
    if process.returncode != 0:
        last = open(os.path.join(work, "stderr"), errors="replace").read().strip().splitlines()[-1:]
        print(f"<!-- {' '.join(command)[-120:]}: exit {process.returncode} {last} -->")
        return None
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6


def make_inputs():
    texts = [open(os.path.join(corpus, n), "rb").read() for n in sorted(os.listdir(corpus)) if n.endswith(".txt")]
    paths = {}
    for name, size in (("one", SIZE), ("slow", SLOW_SIZE)):
        paths[name] = os.path.join(work, name + ".txt")
        with open(paths[name], "wb") as file:
            i = 0
            while file.tell() < size:
                file.write(texts[i % len(texts)].rstrip(b"\n") + b"\n\n")
                i += 1
    paths["many"] = os.path.join(work, "many")
    os.mkdir(paths["many"])
    i = 0
    for number in range(FILES):
        with open(os.path.join(paths["many"], f"{number:05}.txt"), "wb") as file:
            while file.tell() < SIZE // FILES:
                file.write(texts[i % len(texts)].rstrip(b"\n") + b"\n\n")
                i += 1
    paths["bulletin"] = os.path.join(work, "bulletin.txt")
    with open(paths["bulletin"], "wb") as file:
        file.write(min(texts, key=len))
    return paths


def size_of(path):
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(path, n)) for n in os.listdir(path))


def extract(path, *options):
    output = os.path.join(work, "records")
    shutil.rmtree(output, ignore_errors=True)
    return [newsextract, "extract", path, "--output", output, *options]


def rules(path):
    return extract(path, "--model", "none")


def peer(*arguments):
    return [python, os.path.join(HERE, "jieba_peer.py"), *arguments]


def node(*arguments):
    return ["node", os.path.join(HERE, "node_peer.js"), *arguments]


def table(title, rows, baseline):
    measured = []
    for label, path, command in rows:
        result = run(command(path))
        measured.append((label, size_of(path), result))
    base = next((size / result[1] for label, size, result in measured if label == baseline and result), None)
    print(f"\n### {title}\n\n| | input, MB | wall, s | processor, s | MB/s | peak memory, MB | × {baseline} |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for label, size, result in measured:
        if result is None:
            print(f"| {label} | {size / 1e6:.1f} | not run | | | | |")
            continue
        wall, processor, memory = result
        rate = size / processor
        ratio = f"{rate / base:.1f}" if base else ""
        print(f"| {label} | {size / 1e6:.1f} | {wall:.2f} | {processor:.2f} | {rate / 1e6:.2f} | {memory:.0f} | {ratio} |")


def starts(path):
    text = open(path, encoding="utf-8").read()
    rows = [
        ("newsextract extract", lambda: extract(path)),
        ("newsextract extract --model none", lambda: rules(path)),
        ("newsextract version", lambda: [newsextract, "version"]),
        ("python jieba.lcut", lambda: [python, "-c", "import sys, jieba; jieba.setLogLevel(60); jieba.lcut(sys.argv[1])", text]),
        ("nodejieba cut", lambda: node("nodejieba", "cut", path)),
        ("@node-rs/jieba cut", lambda: node("node-rs", "cut", path)),
    ]
    times = {label: [] for label, _ in rows}
    memory = {}
    for _ in range(STARTS):  # turn about, so that a busy moment of the machine falls on all
        for label, command in rows:
            result = run(command())
            if result:
                times[label].append(result[:2])
                memory[label] = result[2]
    print(f"\n### Start to end on one bulletin of {os.path.getsize(path)} bytes ({STARTS} runs in turn)\n\n| | wall, median s | wall, best s | processor, median s | peak memory, MB |\n| --- | ---: | ---: | ---: | ---: |")
    for label, _ in rows:
        if times[label]:
            walls, processors = (sorted(column) for column in zip(*times[label]))
            middle = len(walls) // 2
            print(f"| {label} | {walls[middle]:.3f} | {walls[0]:.3f} | {processors[middle]:.3f} | {memory[label]:.0f} |")
        else:
            print(f"| {label} | not run | | | |")


def segment(name):
    return lambda path: [benchmarks, "segment", name, path]


try:
    inputs = make_inputs()
    run(peer("cut", inputs["bulletin"]))  # fills jieba's cache
    one, slow, many = inputs["one"], inputs["slow"], inputs["many"]
    table("Segmentation, one file", [
        ("SpanTokenizer", one, segment("span")),
        ("JiebaNetTokenizer", one, segment("jieba-net")),
        ("python3-jieba lcut", one, lambda path: peer("cut", path)),
        ("nodejieba cut", one, lambda path: node("nodejieba", "cut", path)),
        ("@node-rs/jieba cut", one, lambda path: node("node-rs", "cut", path)),
    ], "python3-jieba lcut")
    table("Segmentation with parts of speech, one file", [
        ("SpanTokenizer", one, segment("span")),
        ("python3-jieba posseg", slow, lambda path: peer("tag", path)),
        ("nodejieba tag", one, lambda path: node("nodejieba", "tag", path)),
        ("@node-rs/jieba tag", one, lambda path: node("node-rs", "tag", path)),
    ], "python3-jieba posseg")
    table("Whole pipeline, text to records", [
        ("newsextract extract, 1 file", one, extract),
        (f"newsextract extract, {FILES} files", many, extract),
        ("newsextract extract, a tenth", slow, extract),
        ("rules alone, 1 file", one, rules),
        (f"rules alone, {FILES} files", many, rules),
        ("rules alone, a tenth", slow, rules),
        ("SpanTokenizer alone, 1 file", one, segment("span")),
        ("nodejieba tag, 1 file", one, lambda path: node("nodejieba", "tag", path)),
        ("python3-jieba posseg", slow, lambda path: peer("tag", path)),
    ], "python3-jieba posseg")
    starts(inputs["bulletin"])
finally:
    shutil.rmtree(work, ignore_errors=True)
