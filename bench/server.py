#!/usr/bin/env python3
"""Measures a server: on an organisation of 50,000 people, and on a small one what the parts of a request cost.

    python3 bench/server.py [--build build] [--people 50000] [--seconds 5]

Makes both itself, in a folder of its own. Prints rows in the form of docs/measurements.md. The load comes from the same two processors.
Exit status 0; 1 when a figure is over its budget; 2 when it cannot be measured.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tests/http"))
import office as support  # noqa: E402

SESSIONS = 200
BUDGETS = {"start to first answer": 0.5, "resident": 300, "p99": 50, "reading": 5000, "writing": 1000}


def load(build, port, path, sessions=None, method="GET", body="", connections=SESSIONS, seconds=5.0, pause=0, headers=()):
    command = [str(build / "bench/http_load"), "--port", str(port), "--path", path, "--method", method, "--connections", str(connections),
               "--seconds", str(seconds), "--pause", str(pause)]
    if body:
        command += ["--body", body]
    for header in headers:
        command += ["--header", header]
    if sessions:
        command += ["--headers", str(sessions)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.search(r": (\d+) requests/s, p50 ([\d.]+) ms, p99 ([\d.]+) ms, longest ([\d.]+) ms", done.stdout)
    if done.returncode != 0 or not found:
        raise SystemExit(f"server.py: {path}: {done.stdout}{done.stderr}")
    return tuple(map(float, found.groups()))


def resident_mb(process):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{process}/status").read_text())[1]) / 1024


def processor_seconds(process):
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def row(what, figure, budget=""):
    print(f"| {what} | {figure} | {budget} |", flush=True)


def organise(house, build, people, folder):
    subprocess.run([build / "demo/organisation/collega_organisation", "--people", str(people), "--seed", "7", "--from", "2026-10-01", "--to",
                    "2026-10-31", "--out", folder], check=True, capture_output=True)
    house.start()
    house.make_first_administrator()
    for name in ("afdelingen.csv", "medewerkers.csv"):
        done = subprocess.run([house.binary, "import", "run", str(folder / name), "--json"], env=house.environment,
                              capture_output=True, check=False)
        report = json.loads(done.stdout or "{}")
        if not report.get("imported"):
            raise SystemExit(f"server.py: {name} was not imported: {done.stderr.decode()[:500]}{done.stdout.decode()[:500]}")
    house.add_account("hr_adviser", "hr_adviser")


def sessions_of(house, file):
    lines = []
    for _ in range(SESSIONS):
        lines.append(f"Cookie: collega={house.signed_in('hr_adviser').cookie}")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def large(build, people, seconds):
    """A page's data with 50,000 people."""
    over = []
    with tempfile.TemporaryDirectory(prefix="collega-bench-") as folder, support.Office(build / "collega", folder) as house:
        folder = pathlib.Path(folder)
        (folder / "files").mkdir()
        organise(house, build, people, folder / "files")
        asker = house.people["hr_adviser"]
        cookie = asker.cookie
        house.stop()
        began = time.monotonic()
        house.start()
        house.moved()
        asker.cookie = cookie
        assert asker.read("administration.list_people", {"limit": 50}).status == 200
        start = time.monotonic() - began
        row(f"start to first answer, {people} people", f"{start:.2f} s", f"{BUDGETS['start to first answer']} s")
        if start > BUDGETS["start to first answer"]:
            over.append("start")
        sessions = sessions_of(house, folder / "sessions")
        port = asker.port if asker.port else house.caller().port
        pages = {"list": "/api/administration/list_people?limit=50", "search": "/api/administration/list_people?limit=50&text=va",
                 "units": "/api/administration/list_units"}
        for name, path in pages.items():
            for pause in (1000, 0):
                time.sleep(1)  # what the run before left waiting is no part of this one
                rate, half, most, longest = load(build, port, path, sessions, seconds=seconds, pause=pause)
                how = "a click a second each" if pause else "without a pause"
                row(f"{name}, {SESSIONS} sessions, {how}", f"{rate:.0f}/s, p50 {half:.1f}, p99 {most:.1f}, longest {longest:.1f} ms",
                    f"p99 {BUDGETS['p99']} ms" if pause else "")
                if pause and most > BUDGETS["p99"] and name != "units":
                    over.append(name)
        memory = resident_mb(house.process.pid)
        row("resident after that", f"{memory:.0f} MB", f"{BUDGETS['resident']} MB")
        if memory > BUDGETS["resident"]:
            over.append("resident")
        time.sleep(3)
        before = processor_seconds(house.process.pid)
        time.sleep(20)
        row("processor at rest", f"{(processor_seconds(house.process.pid) - before) / 20 * 100:.2f} %", "about 0")
    return over


def parts(build, seconds):
    """Where the time of a small request goes: each row does one thing more than the one above it."""
    over = []
    with subprocess.Popen([build / "tests/http/small_server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        known = json.loads(server.stdout.readline())
        shown = [f"Cookie: collega={known['session']}", f"X-CSRF-Token: {known['csrf']}"]
        port = known["port"]
        note = '{"text":"a"}'
        steps = [("/healthz: reading, routing and answering HTTP", "GET", "/healthz", "", None),
                 ("GET /api/session: and a worker, and whose session this is", "GET", "/api/session", "", None),
                 ("notes.count: and the register's gate, a handler's query and the ledger (reading)", "GET", "/api/notes/count?text=a", "", "reading"),
                 ("notes.add: and an entry on disk before the answer (writing)", "POST", "/api/notes/add", note, "writing")]
        for what, method, path, body, budget in steps:
            rate, half, most, _ = load(build, port, path, method=method, body=body, connections=50, seconds=seconds, headers=shown)
            row(what, f"{rate:.0f}/s, p50 {half:.2f}, p99 {most:.2f} ms", f"{BUDGETS[budget]}/s" if budget else "")
            if budget and rate < BUDGETS[budget]:
                over.append(what)
        server.stdin.close()
        server.wait()
    return over


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build"))
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--seconds", type=float, default=5)
    asked = parser.parse_args()
    build = asked.build.resolve()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    over = parts(build, asked.seconds) + large(build, asked.people, asked.seconds)
    if over:
        print(f"server.py: over budget: {', '.join(over)}", file=sys.stderr)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
