#!/usr/bin/env python3
"""Text of PDF files, NewsExtract beside pdftotext and mutool: pdf.py NEWSEXTRACT BENCHMARKS LONG.pdf ONE_PAGE.pdf [FOLDER]

Medians of runs in turn. Processor time and memory are those of the process and its children together, read from /proc while they
run, so they lag by a hundredth of a second; Linux only. Pages are counted by mutool."""
import os, statistics, subprocess, sys, tempfile, time

newsextract, benchmarks, long_file, one_page = sys.argv[1:5]
folder = sys.argv[5] if len(sys.argv) > 5 else None
RUNS = 5
TICK = os.sysconf("SC_CLK_TCK")
sink = tempfile.NamedTemporaryFile().name


def tree(pid):
    found = [pid]
    for parent in found:
        try:
            for task in os.listdir(f"/proc/{parent}/task"):
                with open(f"/proc/{parent}/task/{task}/children") as file:
                    found += [int(child) for child in file.read().split()]
        except OSError:
            pass
    return found


def usage(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        with open(f"/proc/{pid}/status") as file:
            peak = next((int(line.split()[1]) / 1000 for line in file if line.startswith("VmHWM")), 0)
        return (int(fields[11]) + int(fields[12])) / TICK, peak
    except OSError:
        return None


def run(commands):
    """Wall seconds, processor seconds, peak megabytes of commands one after the other."""
    start = time.perf_counter()
    processor, memory = 0, 0
    for command in commands:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seen = {}
        while process.poll() is None:
            for pid in tree(process.pid):
                if found := usage(pid):  # a process that has ended shows no peak any more
                    seen[pid] = tuple(map(max, found, seen.get(pid, (0, 0))))
            time.sleep(0.005)
        processor += sum(seconds for seconds, _ in seen.values())
        memory = max(memory, sum(peak for _, peak in seen.values()))
    return time.perf_counter() - start, processor, memory


def pages(file):
    text = subprocess.run(["mutool", "info", file], capture_output=True, text=True, errors="replace").stdout
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pages:")), 0)


def table(title, files):
    count = sum(pages(file) for file in files)
    rows = {
        "newsextract pages, text and layout": [[newsextract, "pages", "--ocr", "never", *files]],
        "pdftotext": [["pdftotext", "-q", file, sink] for file in files],
        "mutool draw -F txt": [["mutool", "draw", "-q", "-F", "txt", "-o", sink, file] for file in files],
    }
    runs = {label: [] for label in rows}
    for _ in range(RUNS):
        for label, commands in rows.items():
            runs[label].append(run(commands))
    print(f"\n### {title}: {len(files)} file{'s' if len(files) > 1 else ''}, {count} pages (median of {RUNS} runs in turn)\n")
    print("| | wall, s | processor, s | pages/s of processor | peak memory, MB | processor × pdftotext | wall × pdftotext |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    medians = {label: [statistics.median(values) for values in zip(*found)] for label, found in runs.items()}
    base = medians["pdftotext"]
    for label, (wall, processor, memory) in medians.items():
        print(f"| {label} | {wall:.2f} | {processor:.2f} | {count / max(processor, 0.005):.0f} | {memory:.0f} | {processor / max(base[1], 0.005):.1f} | {wall / base[0]:.1f} |")


table("A long file", [long_file])
table("Start to end on one page", [one_page])
if folder:
    table("Files of public projects", sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".pdf")))
print("\n### In one process, without start-up, once compiled\n")
print("```\n" + subprocess.run([benchmarks, "pdf-stages", long_file, "3"], capture_output=True, text=True).stdout.strip() + "\n```")
