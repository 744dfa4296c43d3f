#!/usr/bin/env python3
"""survive.py BINARY: kill -9 at random moments, and two processes at once.

What was acknowledged (exit 0) is there; of what was not, nothing is half there; each change stands in the ledger exactly once;
the ledger verifies; a backup is whole or not there.
"""
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

KILLS = 50
PEOPLE = 120  # in each file that is imported
LONGEST = 0.12  # seconds until the kill; an import of this size takes about as long

HEADER = "Personeelsnummer;Roepnaam;Achternaam;Geboortedatum;Soort contract;Datum in dienst;Uren per week;Functie;Afdelingscode;Afdeling"


class Office:
    def __init__(self, binary, folder):
        self.binary, self.folder = binary, pathlib.Path(folder)
        self.data = self.folder / "data"
        self.env = {**os.environ, "COLLEGA_DATA": str(self.data), "COLLEGA_LANG": "en"}

    def start(self, *words):
        return subprocess.Popen([self.binary, *words], env=self.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, *words):
        done = subprocess.run([self.binary, *words, "--json"], env=self.env, capture_output=True, timeout=60, check=False)
        if done.returncode != 0:
            raise AssertionError(f"collega {' '.join(map(str, words))}: {done.stderr.decode()}")
        return json.loads(done.stdout)

    def people_file(self, batch):
        path = self.folder / f"batch-{batch:03}.csv"
        rows = [f"{batch:03}{i:03};Anna;Batch{batch:03};1980-02-29;Onbepaalde tijd;2020-01-01;36;Verzorgende;A01;Nacht"
                for i in range(PEOPLE)]
        path.write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")
        return path

    def people_of(self, batch):
        return len(self.run("people", "list", "--text", f"batch{batch:03}", "--as-of", "2026-01-01", "--limit", "500")["people"])

    def entries(self, operation):
        found, after = 0, ""
        while True:
            page = self.run("ledger", "search", "--operation", operation, "--limit", "500", "--after", after)
            found += len(page["entries"])
            after = page.get("next")
            if not after:
                return found


def kill_at_random(process):
    """True when it had finished well before the kill came."""
    try:
        process.wait(timeout=random.uniform(0, LONGEST))
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    process.communicate()
    if process.returncode not in (0, -signal.SIGKILL):
        raise AssertionError(f"ended with {process.returncode}")
    return process.returncode == 0


def check_batch(office, batch, acknowledged):
    there = office.people_of(batch)
    assert there in (0, PEOPLE), f"batch {batch}: {there} of {PEOPLE} people, half an import"
    assert there or not acknowledged, f"batch {batch} was acknowledged and is not there"
    return there > 0


def killed(office):
    acknowledged = imported = invited = backups = 0
    logins = set()
    for round_ in range(KILLS):
        kind = ("import", "invite", "backup")[round_ % 3]
        if kind == "import":
            done = kill_at_random(office.start("import", "run", str(office.people_file(round_))))
            imported += check_batch(office, round_, done)
        elif kind == "invite":
            login = f"person{round_}@lindehof.example"
            done = kill_at_random(office.start("accounts", "invite", login, "Somebody"))
            logins = {account["login"] for account in office.run("accounts", "list", "--limit", "500")["accounts"]}
            assert login in logins or not done, f"{login} was acknowledged and is not there"
            invited = len(logins)
        else:
            file = office.folder / f"backup-{round_}"
            done = kill_at_random(office.start("backup", str(file)))
            assert file.exists() or not done
            if file.exists():
                backups += 1
                restored = office.folder / f"restored-{round_}"
                office.run("restore", str(file), "--into", str(restored), "--key-file", str(office.data / "key"))
        acknowledged += done
        report = office.run("ledger", "verify")
        assert report["whole"], report["findings"]
    assert office.entries("administration.import") == imported, "imports and their entries differ"
    assert office.entries("administration.invite") == invited, "invitations and their entries differ"
    return f"{KILLS} kills: {acknowledged} acknowledged, {imported} imports, {invited} invitations, {backups} backups, all whole"


def killed_at_the_first_opening(office, times=10):
    """Migrations and the making of the key."""
    for i in range(times):
        fresh = Office(office.binary, office.folder)
        fresh.data = office.folder / f"fresh-{i}"
        fresh.env = {**fresh.env, "COLLEGA_DATA": str(fresh.data)}
        kill_at_random(fresh.start("people", "units"))
        fresh.run("people", "units")
        assert fresh.run("ledger", "verify")["whole"]
    return f"{times} first openings cut off, all opened"


def two_at_once(office, each=10):
    def invite_all(name):
        for i in range(each):
            yield ["accounts", "invite", f"{name}{i}@lindehof.example", "Somebody"]

    running = list(zip(invite_all("left"), invite_all("right")))
    for left, right in running:
        processes = [office.start(*left), office.start(*right)]
        for process in processes:
            process.communicate()
            assert process.returncode == 0, process.returncode
    logins = {account["login"] for account in office.run("accounts", "list", "--limit", "500")["accounts"]}
    assert {f"{name}{i}@lindehof.example" for name in ("left", "right") for i in range(each)} <= logins
    assert office.run("ledger", "verify")["whole"]
    return f"{2 * each} changes by two processes at once, all there"


def main():
    random.seed(time.time_ns())
    with tempfile.TemporaryDirectory() as folder:
        office = Office(sys.argv[1], folder)
        office.run("people", "units")
        for part in (killed, killed_at_the_first_opening, two_at_once):
            print(part(office), flush=True)


if __name__ == "__main__":
    main()
