#!/usr/bin/env python3
"""Measures what a person at a terminal waits for: figures of the built program on the papers of the demo.

    python3 bench/figures.py [--binary build/collega] [--demo build/demo] [--clean-build]

Prints a row a figure in the form of docs/measurements.md. Runs on two processors, those it may use with the lowest numbers,
unless it may use only one. Exit status 0; 1 when a figure is over its budget; 2 when it cannot be measured.

Sets are made of the demo's own papers, copied until there are enough; every copy is read anew, nothing is kept between files.
The demo's CVs fill one page; those of two pages are made of two or three of them.
"""
import argparse
import dataclasses
import datetime
import itertools
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import textwrap
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROCESSORS = 2
STARTS = 20
PDF_CVS = 100
TEXT_CVS = 1000
BACKUP_DOCUMENTS = 500  # of 2 MiB each: 1 GiB


@dataclasses.dataclass
class Figure:
    what: str
    value: float
    unit: str
    budget: float | None = None

    def over(self):
        return self.budget is not None and self.value > self.budget

    def row(self):
        digits = 0 if self.unit in ("ms", "MB") else 2
        budget = f"{self.budget:g} {self.unit}{' OVER' if self.over() else ''}" if self.budget is not None else ""
        return f"| {self.what} | {self.value:.{digits}f} {self.unit} | {budget} |"


@dataclasses.dataclass
class Run:
    seconds: float
    largest_process_mb: float
    together_mb: float  # the most that all its processes held at one moment; pages they share count in each
    status: int
    output: bytes


def resident_kb(pid):
    """Resident memory of a process; 0 when it is gone."""
    try:
        with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as status:
            return next((int(line.split()[1]) for line in status if line.startswith("VmRSS:")), 0)
    except OSError:
        return 0


def family(pid):
    """The process and its descendants."""
    members = [pid]
    for member in members:
        try:
            with open(f"/proc/{member}/task/{member}/children", encoding="ascii") as children:
                members += [int(child) for child in children.read().split()]
        except OSError:
            pass
    return members


def run(command, stdin=b""):
    """Runs `command` with `stdin`; time, memory, exit status and standard output."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answer:
        given.write(stdin)
        given.seek(0)
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdin=given, stdout=answer, stderr=subprocess.DEVNULL)
        together = [0]
        ended = threading.Event()

        def sample():
            while not ended.wait(0.02):
                together.append(sum(resident_kb(pid) for pid in family(process.pid)))

        sampler = threading.Thread(target=sample)
        sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        ended.set()
        sampler.join()
        process.returncode = os.waitstatus_to_exitcode(status)
        answer.seek(0)
        return Run(seconds, usage.ru_maxrss / 1024, max(together) / 1024, process.returncode, answer.read())


def read_documents(binary, paths):
    """What documents.read answers for each path."""
    lines = "".join(json.dumps({"path": str(path)}) + "\n" for path in paths)
    answers = run([binary, "run", "documents.read", "--jsonl"], lines.encode()).output.decode().splitlines()
    if len(answers) != len(paths):
        raise SystemExit(f"figures.py: {len(paths)} documents in, {len(answers)} answers out")
    return [json.loads(answer) for answer in answers]


def sources():
    """Stem, form and Markdown of every CV of the demo, from its sources."""
    for path in sorted((ROOT / "demo/lindehof/cvs").glob("*/*.yaml")):
        lines = path.read_text(encoding="utf-8").splitlines()
        form = next(line.split(":")[1].strip() for line in lines if line.startswith("form:"))
        begin = lines.index("cv: |") + 1
        block = itertools.takewhile(lambda line: not line or line.startswith(" "), lines[begin:])
        yield path.stem, form, textwrap.dedent("\n".join(block))


def two_page_pdfs(binary, writer, work):
    """PDFs of two pages: the CV of one candidate with the career of others behind it, until it is long enough."""
    texts = [text for _, _, text in sources()]
    folder = work / "made"
    folder.mkdir()
    made = []
    for parts in (2, 3):
        for number in range(0, len(texts), 2):
            several = [texts[(number + part) % len(texts)] for part in range(parts)]
            path = folder / f"{number}-{parts}.md"
            path.write_text("\n\n".join([several[0], *(text.partition("\n")[2] for text in several[1:])]), encoding="utf-8")
            made.append(path)
    subprocess.run([writer, *made], check=True)
    pdfs = [path.with_suffix(".pdf") for path in made]
    return [path for path, answer in zip(pdfs, read_documents(binary, pdfs)) if len(answer.get("pages", [])) == 2]


def candidate(number, path):
    """Papers of one candidate share what stands before the first underscore."""
    return f"c{number:04d}_cv{path.suffix}"


def match_seconds(binary, vacancy, folder, count):
    result = run([binary, "match", vacancy, folder, "--json", "--lang", "nl"])
    if result.status != 0:
        raise SystemExit(f"figures.py: match of {count} papers ended with status {result.status}")
    return result


def pdf_figures(binary, writer, vacancy, work):
    pdfs = two_page_pdfs(binary, writer, work)
    if not pdfs:
        raise SystemExit("figures.py: no PDF of two pages came out of the papers of the demo")
    folder = work / "pdf"
    folder.mkdir()
    for number in range(PDF_CVS):
        source = pdfs[number % len(pdfs)]
        shutil.copy(source, folder / candidate(number, source))
    result = match_seconds(binary, vacancy, folder, PDF_CVS)
    return [
        Figure(f"{PDF_CVS} two-page PDF CVs read and matched ({len(pdfs)} different)", result.seconds, "s", 10),
        Figure("largest process while doing so", result.largest_process_mb, "MB", 200),
        Figure("all its processes together while doing so", result.together_mb, "MB", 200),
    ]


def text_figures(binary, demo, vacancy, work):
    papers = [path for stem, form, _ in sources() if form != "scan" for path in (demo / "cvs").glob(f"{stem}_cv.*")]
    texts = [answer["text"] for answer in read_documents(binary, papers) if "text" in answer]
    if not texts:
        raise SystemExit("figures.py: no paper of the demo could be read")
    folder = work / "text"
    folder.mkdir()
    for number in range(TEXT_CVS):
        (folder / f"t{number:04d}_cv.txt").write_text(texts[number % len(texts)], encoding="utf-8")
    result = match_seconds(binary, vacancy, folder, TEXT_CVS)
    return [
        Figure(f"{TEXT_CVS} text CVs read and matched ({len(texts)} different)", result.seconds, "s", 3),
        Figure("largest process while doing so", result.largest_process_mb, "MB", 200),
    ]


class Writer(threading.Thread):
    """Another process that writes to the records all the time, one small transaction after the other."""

    def __init__(self, binary, data):
        super().__init__()
        self.command = [binary, "run", "administration.invite", "--jsonl", "--data", data]
        self.stopping = threading.Event()
        self.writes = 0

    def run(self):
        with subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            for number in itertools.count():
                if self.stopping.is_set():
                    break
                account = {"login": f"account-{number}@lindehof.example", "display": "Account"}
                process.stdin.write((json.dumps(account) + "\n").encode())
                process.stdin.flush()
                if "error" in json.loads(process.stdout.readline()):
                    raise SystemExit("figures.py: the other process could not write")
                self.writes += 1
            process.stdin.close()


def backup_figures(binary, work):
    data, papers = work / "records", work / "papers"
    papers.mkdir()
    lines = ""
    for number in range(BACKUP_DOCUMENTS):
        paper = papers / f"{number:04d}.bin"
        paper.write_bytes(os.urandom(2 << 20))
        lines += json.dumps({"file": str(paper), "everybody": True}) + "\n"
    run([binary, "run", "library.add", "--jsonl", "--data", data], lines.encode())
    shutil.rmtree(papers)
    writer = Writer(binary, data)
    writer.start()
    backup = run([binary, "backup", work / "copy", "--data", data])
    writer.stopping.set()
    writer.join()
    size = (work / "copy").stat().st_size if backup.status == 0 else 0
    if size < BACKUP_DOCUMENTS << 21:
        raise SystemExit("figures.py: the backup is not whole")
    return [
        Figure(f"backup of {size / 2**30:.2f} GiB while another process wrote {writer.writes} times", backup.seconds, "s", 20),
        Figure("largest process while doing so", backup.largest_process_mb, "MB"),
    ]


def start_figures(binary):
    def median_ms(arguments, stdin=b""):
        return 1000 * statistics.median(run([binary, *arguments], stdin).seconds for _ in range(STARTS))

    text = json.dumps({"text": "Drie jaar ervaring met wondzorg."}).encode()
    return [
        Figure("start: collega --help", median_ms(["--help"]), "ms", 100),
        Figure("start: collega operations", median_ms(["operations"]), "ms", 100),
        Figure("start to answer: collega run skills.extract of one sentence", median_ms(["run", "skills.extract"], text), "ms"),
    ]


def clean_build_figure(work):
    environment = dict(os.environ, CCACHE_DISABLE="1")
    begin = time.perf_counter()
    for command in (
        ["cmake", "-S", ROOT, "-B", work / "build", "-G", "Ninja", "-DCMAKE_BUILD_TYPE=RelWithDebInfo"],
        ["cmake", "--build", work / "build", "-j", str(PROCESSORS)],
    ):
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return Figure("clean build of everything, without a compiler cache", (time.perf_counter() - begin) / 60, "min", 10)


def machine():
    model = "unknown processor"
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        model = next((line.split(":", 1)[1].strip() for line in info if line.startswith("model name")), model)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{len(os.sched_getaffinity(0))} x {model}, {memory:.0f} GB, {platform.system()} {platform.machine()}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--binary", default="build/collega", type=pathlib.Path)
    arguments.add_argument("--demo", default="build/demo", type=pathlib.Path)
    arguments.add_argument("--clean-build", action="store_true", help="also time a clean build")
    options = arguments.parse_args()
    binary, demo = options.binary.resolve(), options.demo.resolve()
    vacancy = next(iter(sorted((demo / "vacancies").glob("verpleegkundige-wijk.*"))), None)
    writer = binary.parent / "bench/pdf_of_markdown"
    if not binary.exists() or not writer.exists() or vacancy is None:
        print(f"figures.py: {binary}, {writer} or the demo in {demo} is not there; make bench builds them", file=sys.stderr)
        return 2

    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:PROCESSORS])
    with tempfile.TemporaryDirectory() as work_name:
        work = pathlib.Path(work_name)
        figures = start_figures(binary)
        figures += pdf_figures(binary, writer, vacancy, work)
        figures += text_figures(binary, demo, vacancy, work)
        figures += backup_figures(binary, work)
        if options.clean_build:
            figures.append(clean_build_figure(work))

    print(f"{datetime.date.today()}, {machine()}\n")
    print("| what | figure | budget |\n|---|---|---|")
    for figure in figures:
        print(figure.row())
    return 1 if any(figure.over() for figure in figures) else 0


sys.exit(main())
