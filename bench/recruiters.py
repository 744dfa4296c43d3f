#!/usr/bin/env python3
"""Measures a morning of recruiters: fifty at once on the demo organisation, at the list of vacancies, a matrix and a candidate.

    python3 bench/recruiters.py [--build build] [--recruiters 50] [--seconds 20]

Makes the organisation itself, in a folder of its own, with an account for each recruiter. Prints rows in the form of docs/measurements.md.
The load comes from the same two processors. Exit status 0; 1 when a figure is over its budget.
"""
import argparse
import json
import os
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "demo")]
from caller import Caller  # noqa: E402
from prepare import PASSWORD  # noqa: E402
from serve import Demo, Server  # noqa: E402
from server import load, row  # noqa: E402

BUDGET_MS = 100


def hire_recruiters(server, how_many):
    """Accounts of their own, each signed in: a cookie of each for what only reads, and a key for what a page sends a token with."""
    administrator = signed_in(server, "beheerder")
    cookies, keys = [], []
    for number in range(how_many):
        login = f"recruiter-{number:02}"
        code = administrator.act("administration.invite", login=login, display=f"Recruiter {number:02}")["code"]
        administrator.act("administration.give_role", login=login, role="recruiter")
        Caller(server.port).ask("POST", "/api/session/password", {"code": code, "password": PASSWORD})
        recruiter = signed_in(server, login)
        recruiter.ask("POST", "/api/session/confirm", {"password_or_code": PASSWORD})
        key = recruiter.act("account.make_key", name="bench", operations=["hiring.candidate"], days=1)["key"]
        cookies.append(f"Cookie: {recruiter.shown['Cookie']}")
        keys.append(f"Authorization: Bearer {key}")
    return cookies, keys


def signed_in(server, login):
    caller = Caller(server.port, login)
    caller.sign_in(login, PASSWORD)
    return caller


def pages_of(recruiter):
    """Of the vacancy with most candidates: what its pages ask for. Opening a candidate is an act, with its entry in the ledger."""
    vacancies = recruiter.read("hiring.vacancies", limit=50)["vacancies"]
    matrices = {one["vacancy"]: recruiter.read("hiring.matrix", vacancy=one["vacancy"]) for one in vacancies if one["state"] != "draft"}
    vacancy, matrix = max(matrices.items(), key=lambda item: len(item[1]["rows"]))
    candidate = matrix["rows"][0]["application"]
    return {
        f"list of {len(vacancies)} vacancies": {"path": "/api/hiring/vacancies?limit=50"},
        f"matrix of {len(matrix['rows'])} candidates": {"path": f"/api/hiring/matrix?vacancy={vacancy}"},
        "a candidate": {"path": "/api/hiring/candidate", "method": "POST", "body": json.dumps({"application": candidate})},
    }


def measure(server, asked, folder):
    cookies, keys = folder / "cookies", folder / "keys"
    for file, lines in zip((cookies, keys), hire_recruiters(server, asked.recruiters)):
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    is_over = False
    for what, request in pages_of(signed_in(server, "recruiter")).items():
        for pause, how in ((1000, "a click a second each"), (0, "without a pause")):
            rate, half, most, longest = load(asked.build, server.port, sessions=keys if "body" in request else cookies,
                                               connections=asked.recruiters, seconds=asked.seconds, pause=pause, **request)
            row(f"{what}, {asked.recruiters} recruiters, {how}", f"{rate:.0f}/s, p50 {half:.1f}, p99 {most:.1f}, longest {longest:.1f} ms",
                f"p99 {BUDGET_MS} ms" if pause else "")
            is_over = is_over or (pause and most > BUDGET_MS)
    return 1 if is_over else 0


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--recruiters", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    asked = parser.parse_args()
    asked.build = asked.build.resolve()
    return asked


def main():
    asked = read_arguments()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    with tempfile.TemporaryDirectory(prefix="collega-bench-") as folder:
        asked.out, asked.people, asked.port = pathlib.Path(folder), 1200, 0
        demo = Demo(asked)
        demo.make()
        with Server(demo) as server:
            return measure(server, asked, pathlib.Path(folder))


if __name__ == "__main__":
    sys.exit(main())
