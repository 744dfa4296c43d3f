#!/usr/bin/env python3
"""survive.py BINARY [TIMES]: kill -9 of a server under load, at random moments.

What was acknowledged is there after the restart. What was not is wholly there or wholly absent, and asked again under its key it is done
once. A job that was acknowledged ends. Each change stands in the ledger once, and the ledger verifies after every kill.
"""
import collections
import http.client
import pathlib
import random
import secrets
import sqlite3
import sys
import tempfile
import threading
import time

from office import Office, login_of

TIMES = 50
WRITERS = 3
PROPOSALS = 480
DECIDES = 0.3  # of the turns, so that the last kills meet decisions too
LONGEST = 0.35  # seconds under load until the kill
KILLED_AT_START = 0.1  # of the rounds: while the server opens its data


class Task:
    """Something to be done once. `count` says how often it was, from the store itself."""

    def __init__(self, kind, operation, given, count):
        self.kind, self.operation, self.given, self.count = kind, operation, given, count
        self.key = secrets.token_hex(16)
        self.answer = None  # what was acknowledged


class Writer(threading.Thread):
    """Asks one thing after another until the server is gone."""

    def __init__(self, callers, make):
        super().__init__(daemon=True)
        self.callers, self.make = callers, make
        self.done, self.pending, self.fault = [], None, None

    def run(self):
        try:
            for task in self.make(self):
                caller = self.callers[task.kind]
                self.pending = task
                answer = ask(caller, task)
                if answer is None:
                    return
                if answer.status == 503:  # told that it was not done; it is asked again afterwards
                    continue
                assert answer.status in (200, 202), f"{task.operation} {task.given}: {answer}"
                task.answer = answer.json
                self.done.append(task)
                self.pending = None
        except Exception as fault:  # told by whoever waits for us
            self.fault = fault


def ask(caller, task):
    """None when the server went away meanwhile."""
    headers = {"Idempotency-Key": f'"{task.key}"'}
    if task.kind == "job":
        headers["Prefer"] = "respond-async"
    try:
        return caller.ask("POST", "/api/" + task.operation.replace(".", "/"), task.given, headers)
    except (OSError, http.client.HTTPException):
        return None


class Siege:
    def __init__(self, office):
        self.office = office
        self.number = 0
        self.lock = threading.Lock()
        self.totals = collections.Counter()
        self.callers = [{"invite": office.signed_in("administrator"), "role": office.signed_in("administrator"),
                         "advice": office.signed_in("data_protection_officer"), "decision": office.signed_in("recruiter"),
                         "job": office.signed_in("hr_adviser")} for _ in range(WRITERS)]
        self.proposals = self.open_proposals()

    def open_proposals(self):
        """Ids of proposals that wait for the recruiter: candidates who were laid beside a vacancy, each opened."""
        self.office.open_uses(["hiring.match"])
        recruiter = self.callers[0]["decision"]
        vacancy = recruiter.done("hiring.add_vacancy", {"title": "Chauffeur", "text": "Chauffeur. Je hebt rijbewijs B."})["row"]["vacancy"]
        for step, given in (("set_requirements", {"requirements": [{"label": "Rijbewijs B", "kind": "must", "type": "licence"}]}), ("freeze_requirements", {})):
            version = recruiter.done("hiring.vacancy", {"vacancy": vacancy})["version"]
            recruiter.done(f"hiring.{step}", {"vacancy": vacancy, "version": version, **given})
        files = [recruiter.upload(f"kandidaat{i:03}.txt", f"Kandidaat {i}\n\nRijbewijs B\nChauffeur bij bedrijf {i}, 2019 - 2024\n".encode()) for i in range(PROPOSALS)]
        recruiter.done("hiring.add_candidates", {"vacancy": vacancy, "files": files})
        for row in recruiter.done("hiring.matrix", {"vacancy": vacancy})["rows"]:
            recruiter.done("hiring.candidate", {"application": row["application"]})
        waiting, page = [], {"limit": 200}
        while page:
            answer = recruiter.done("proposals.list", page)
            waiting += [one["id"] for one in answer["proposals"]]
            page = {"limit": 200, "before": answer["next"]} if "next" in answer else None
        assert len(waiting) == PROPOSALS, f"{len(waiting)} of {PROPOSALS} candidates wait for a decision"
        return waiting

    def next_number(self):
        with self.lock:
            self.number += 1
            return self.number

    def tasks(self, writer):
        del writer
        while True:
            number = self.next_number()
            login = login_of(f"gast{number:05}")
            invite = Task("invite", "administration.invite", {"login": login, "display": f"Gast {number}"},
                          lambda store, login=login: one(store, "select count(*) from account where login = ?", login))
            yield invite
            yield Task("role", "administration.give_role", {"login": login, "role": "works_council"},
                       lambda store, login=login: one(store, "select count(*) from account_role r join account a on a.id = r.account where a.login = ?",
                                                      login))
            yield Task("advice", "register.advise", {"use": "hiring.match_files", "text": f"Advies nummer {number}."}, None)
            yield Task("job", "administration.list_people", {"limit": 20}, None)
            if self.proposals and random.random() < DECIDES:
                with self.lock:
                    proposal = self.proposals.pop()
                yield Task("decision", "proposals.decide",
                           {"proposal": proposal, "outcome": "amended", "amended": {"verdict": "invite"}, "reason": f"Besproken, nummer {number}."},
                           lambda store, proposal=proposal: one(store, "select count(*) from hiring_decision where proposal = ?", number_of(proposal)))

    def round(self):
        if random.random() < KILLED_AT_START:
            self.totals["killed while starting"] += 1
            self.office.kill()
            self.office.start_and_kill(random.uniform(0, 0.1))
            self.office.start()
            self.office.moved()
        writers = [Writer(callers, self.tasks) for callers in self.callers]
        for writer in writers:
            writer.start()
        time.sleep(random.uniform(0, LONGEST))
        self.office.kill()
        for writer in writers:
            writer.join(timeout=30)
            if writer.fault:
                raise writer.fault
        self.office.start()
        self.office.moved()
        with sqlite3.connect(f"file:{self.office.data}/collega.sqlite?mode=ro", uri=True) as store:
            for writer in writers:
                for task in writer.done:
                    self.was_acknowledged(task, store, writer)
                if writer.pending:
                    self.was_cut_off(writer.pending, store, writer)
        store.close()
        self.office.verify_ledger()

    def was_acknowledged(self, task, store, writer):
        self.totals["acknowledged"] += 1
        if task.kind == "job":
            people = writer.callers["job"].job(task.answer["job"])["people"]
            assert len(people) == 20, "a job that was acknowledged gave another answer"
            return
        if task.count:
            assert task.count(store) == 1, f"{task.operation} {task.given} was acknowledged and is there {task.count(store)} times"
        again = writer.callers[task.kind].act(task.operation, task.given, Idempotency_Key=f'"{task.key}"')
        assert again.status == 200 and again.json == task.answer, f"{task.operation} {task.given}: not its first answer again: {again}"
        assert again.headers.get("Idempotency-Replayed") == "true", task.operation

    def was_cut_off(self, task, store, writer):
        self.totals["cut off"] += 1
        if task.kind == "job":
            return  # nobody was told its number
        there = task.count(store) if task.count else None
        assert there in (None, 0, 1), f"{task.operation} {task.given} is there {there} times"
        answer = ask(writer.callers[task.kind], task)
        assert answer is not None and answer.status == 200, f"{task.operation} {task.given}, asked again: {answer}"
        replayed = answer.headers.get("Idempotency-Replayed") == "true"
        self.totals["cut off, and was done"] += replayed
        if task.count:
            assert replayed == bool(there), f"{task.operation} {task.given} was {'' if there else 'not '}there, and asked again it was {'' if replayed else 'not '}replayed"
            assert task.count(store) == 1, f"{task.operation} {task.given} was done twice"
        task.answer = answer.json

    def in_the_end(self):
        """What there is, and what the ledger says was done, is the same."""
        with sqlite3.connect(f"file:{self.office.data}/collega.sqlite?mode=ro", uri=True) as store:
            invited = one(store, "select count(*) from account") - 1  # the first administrator was not invited
            given = one(store, "select count(*) from account_role") - 1
            decided = one(store, "select count(*) from decision")
            invited_to_talk = one(store, "select count(*) from hiring_application where stage = 'invited'")
        store.close()
        advice = self.callers[0]["advice"].done("register.show", {"use": "hiring.match_files"})["advice"]
        texts = collections.Counter(one["text"] for one in advice)
        assert not texts or max(texts.values()) == 1, f"given twice: {texts.most_common(2)}"
        for operation, count in (("administration.invite", invited), ("administration.give_role", given), ("register.advise", len(advice)),
                                 ("proposals.decide", decided)):
            noted = self.office.entries(operation)
            assert noted == count, f"{operation}: {count} are there, {noted} in the ledger"
        assert invited_to_talk == decided, f"{decided} decisions, and {invited_to_talk} candidates invited"
        return f"{invited} invitations, {given} roles, {len(advice)} advices, {decided} decisions, each in the ledger once"


def number_of(id):
    """As the store has it: five bits a digit."""
    number = 0
    for digit in id:
        number = number * 32 + "0123456789abcdefghjkmnpqrstvwxyz".index(digit)
    return number


def one(store, statement, *values):
    return store.execute(statement, values).fetchone()[0]


def main():
    random.seed(time.time_ns())
    began = time.monotonic()
    times = int(sys.argv[2]) if len(sys.argv) > 2 else TIMES
    with tempfile.TemporaryDirectory() as folder, Office(pathlib.Path(sys.argv[1]).resolve(), folder) as office:
        office.settle(roles=("hr_adviser", "recruiter", "data_protection_officer", "privacy_coordinator"))
        office.add_account("second_privacy_coordinator", "privacy_coordinator")
        siege = Siege(office)
        for _ in range(times):
            siege.round()
        said = siege.in_the_end()
        office.check_log()
        office.stop()
    totals = ", ".join(f"{count} {what}" for what, count in siege.totals.items())
    print(f"{times} kills in {time.monotonic() - began:.0f} s: {totals}; {said}")


if __name__ == "__main__":
    main()
