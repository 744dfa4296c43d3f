#!/usr/bin/env python3
"""permissions.py BINARY: every operation × role × whom it is about × what is shown at the door.

Made from /openapi.json, held against `collega operations`. Whoever may not ask gets 401 or 403, whatever they send with it, and not a
name or number of anybody; whoever may gets an answer, or what is wrong with their input; and no answer holds a person whom the
asker's role does not show. Nothing here knows an operation by name, but for those that would end the walk itself.
"""
import collections
import concurrent.futures
import io
import pathlib
import re
import secrets
import sqlite3
import sys
import tempfile
import time
import zipfile

from office import GIVEN_ROLES, PASSWORD, SEE_EVERYBODY, Examples, Office, login_of, operations_of, path_of, query_of

# What is wrong with the input, or stands in its way. Whoever may ask may see these.
ABOUT_THE_INPUT = {400, 404, 409, 410, 412, 413, 415, 422}
OF_THE_REGISTER = {"use_off", "use_lacks_conditions"}
# Whoever imports has a file that names everybody, and is told who is in it no more.
OF_A_FILE = ("administration.check_import", "administration.import")
# Whoever makes accounts must know whose they are: of each a name, a number and where they work, with an entry about them.
OF_ACCOUNTS = ("administration.find_to_invite", "administration.invite")
# Whoever makes a vacancy puts a manager with it: of who leads a name, a number and where they work.
OF_VACANCIES = ("hiring.find_manager",)
# They take away what the walk stands on, so they come last.
LAST = ("administration.restore", "administration.rotate_key", "oversight.erase_person", "oversight.erase_due")

THREADS = 6


class Walk:
    def __init__(self, office):
        self.office = office
        self.marks = {mark: person for person in office.organisation.people for mark in person.marks()}
        self.any_mark = re.compile("|".join(map(re.escape, self.marks)))
        everything = operations_of(office.caller().ask("GET", "/openapi.json").json)
        self.operations = {name: one for name, one in everything.items() if not one.by_link}
        self.links = [one for one in everything.values() if one.by_link]
        self.counts = collections.Counter()
        self.failures = collections.defaultdict(list)
        self.others = {name: office.signed_in(name) for name in office.people}  # another session of each
        self.roles = {name: set(caller.ask("GET", "/api/session").json["roles"]) for name, caller in office.people.items()}

    # what is seen

    def fail(self, combination, answer, why):
        self.failures[combination[0], combination[1], why].append(f"{' × '.join(map(str, combination))}: {why}\n    {answer}")

    def people_in(self, answer, asked, seen=()):
        """Of whom the answer holds something, beside what the asker sent themselves and those they may see. Whoever sees somebody
        sees the name of who leads them."""
        found = {mark: self.marks[mark] for mark in set(self.any_mark.findall(readable(answer.body))) if mark not in str(asked)}
        return {person for mark, person in found.items()
                if person not in seen and not (seen and person.leads and mark == person.surname)}

    def forbidden(self, combination, answer, asked, status, codes):
        self.counts[combination[0]] += 1
        if answer.status != status or answer.code not in codes:
            self.fail(combination, answer, f"is not {status} {'/'.join(sorted(codes))}")
        elif self.people_in(answer, asked):
            self.fail(combination, answer, "a refusal that holds somebody's data")

    def allowed(self, combination, operation, name, answer, asked, seen):
        """`seen`: whom the asker may see."""
        self.counts[combination[0]] += 1
        if answer.status >= 500 and answer.code != "no_provider":  # there is no language model here
            self.fail(combination, answer, "is an error of ours")
        elif answer.status == 403 and answer.code not in self.codes_for(operation, name):
            self.fail(combination, answer, "refuses who may")
        elif answer.status not in (200, 202, 403) and answer.status not in ABOUT_THE_INPUT and answer.code != "no_provider":
            self.fail(combination, answer, "is no answer to who may")
        elif operation.name not in (*OF_A_FILE, *OF_ACCOUNTS, *OF_VACANCIES) and self.people_in(answer, asked, seen):
            self.fail(combination, answer, "shows people whom this role does not show")
        if answer.status in (200, 202):
            self.counts["answered"] += 1

    def codes_for(self, operation, name):
        codes = set(OF_THE_REGISTER)
        if operation.step_up:
            codes.add("step_up_needed")
        if operation.members("folder"):
            codes.add("at_terminal_only")
        if len(self.office.seen_by(name)) < len(self.office.organisation.people):
            codes.add("not_about_them")
        if operation.effect != "reads":
            codes |= {"own_account_needed", "switch_own", "not_allowed"}  # of a proposal or switch that is another's
        return codes

    def may(self, operation, name):
        return bool(self.roles[name] & set(operation.may))

    def each(self, work, items):
        with concurrent.futures.ThreadPoolExecutor(THREADS) as pool:
            for done in [pool.submit(work, item) for item in items]:
                done.result()

    # the walks

    def same_table_everywhere(self):
        """What HTTP says who may do is what the command line says, and what each account is told."""
        listed = set(self.operations)
        for name in listed:
            row = self.office.row(name)
            assert row["may"] == self.operations[name].may, f"{name}: {row['may']} on the command line, {self.operations[name].may} over HTTP"
        told = {name: set(caller.ask("GET", "/api/session").json["operations"]) & listed for name, caller in self.office.people.items()}
        for account, names in told.items():
            should = {name for name in listed if self.may(self.operations[name], account)}
            assert names == should, f"{account} is told of {names ^ should} wrongly"

    def strangers(self):
        """Nobody, forged cookies and forged keys; and a key beside a session."""
        caller = self.office.caller()
        administrator = self.office.people["administrator"]
        flipped = administrator.cookie[:-2] + ("A" if administrator.cookie[-2] != "A" else "B") + administrator.cookie[-1]
        kinds = {
            "no session": ({}, 401, {"not_signed_in"}),
            "forged cookie": (lambda: {"Cookie": f"collega={secrets.token_urlsafe(32)}", "X-CSRF-Token": secrets.token_urlsafe(32)}, 401, {"session_over"}),
            "cookie with a letter changed": ({"Cookie": f"collega={flipped}", "X-CSRF-Token": administrator.csrf}, 401, {"session_over"}),
            "empty cookie": ({"Cookie": "collega=", "X-CSRF-Token": "x"}, 401, {"not_signed_in", "session_over"}),
            "forged key": (lambda: {"Authorization": f"Bearer collega_a_{secrets.token_urlsafe(32)}"}, 401, {"key_refused"}),
            "no bearer": ({"Authorization": "Basic YWRtaW46YWRtaW4="}, 401, {"key_refused"}),
            "session and key": ({"Cookie": f"collega={administrator.cookie}", "X-CSRF-Token": administrator.csrf,
                                 "Authorization": "Bearer collega_a_x"}, 400, {"request_malformed"}),
        }
        for operation in self.operations.values():
            for kind, (headers, status, codes) in kinds.items():
                for method in methods_of(operation):
                    shown = headers() if callable(headers) else headers
                    answer = self.send(caller, method, operation, {}, shown, bare=True)
                    self.forbidden((kind, operation.name, method), answer, "", status, codes)

    def made_up_tokens(self):
        """For whoever follows a link: with a token that nobody was given there is nothing, whoever asks."""
        for operation in self.links:
            given = {member: secrets.token_urlsafe(32) for member in operation.members() if "token" in member}
            assert given, f"{operation.name}: is for who follows a link, and takes no token"
            for method in methods_of(operation):
                for kind, caller in {"nobody": self.office.caller(), **self.office.people}.items():
                    answer = self.send(caller, method, operation, given)
                    self.counts["a made-up token"] += 1
                    if answer.status < 400 or answer.status >= 500:
                        self.fail(("a made-up token", operation.name, method, kind), answer, "is no refusal")
                    elif self.people_in(answer, given):
                        self.fail(("a made-up token", operation.name, method, kind), answer, "a refusal that holds somebody's data")

    def send(self, caller, method, operation, given, headers=None, bare=False):
        if method == "GET":
            return caller.ask("GET", path_of(operation.name) + query_of(given), headers=headers, bare=bare)
        return caller.ask("POST", path_of(operation.name), given, headers, bare)

    def sessions_that_are_over(self):
        """Of every account: signed out, too old, idle too long, waiting for a second factor; and of an account that was disabled."""
        for caller in self.others.values():
            answer = caller.another().ask("DELETE", "/api/session")
            assert answer.status == 200, answer
        self.walk_over("signed out", self.others)
        minute = 60_000
        kinds = {"of yesterday": f"made_at = made_at - {13 * 60 * minute}", "idle": f"made_at = made_at - {60 * minute}, seen_at = seen_at - {31 * minute}",
                 "pending": "pending = 1"}
        for kind, change in kinds.items():
            before = self.in_store("select id, made_at, seen_at, pending from account_session")
            self.in_store(f"update account_session set {change}")
            self.walk_over(kind, self.office.people)
            for row in before:
                self.in_store("update account_session set made_at = ?2, seen_at = ?3, pending = ?4 where id = ?1", row)
        leaver = self.office.people.pop("leaver")
        self.office.run("accounts", "disable", login_of("leaver"))
        self.walk_over("of a disabled account", {"leaver": leaver})

    def walk_over(self, kind, callers):
        def walk(item):
            name, caller = item
            caller = caller.another()
            for operation in self.operations.values():
                for method in methods_of(operation):
                    answer = self.send(caller, method, operation, {})
                    self.forbidden((f"session {kind}", operation.name, name, method), answer, "", 401, {"session_over"})

        self.each(walk, callers.items())

    def in_store(self, statement, values=()):
        """Time cannot be moved from here; what the store remembers of it can."""
        store = sqlite3.connect(self.office.data / "collega.sqlite", timeout=30)
        with store:
            rows = store.execute(statement, values).fetchall()
        store.close()
        return rows

    def requests_of_other_pages(self):
        """Without the token, with a wrong one, with that of another session or another account, and from another site."""
        strangers_csrf = self.office.people["employee"].csrf

        def walk(item):
            name, caller = item
            caller = caller.another()
            host = f"{caller.host}:{caller.port}"
            session = {"Cookie": f"collega={caller.cookie}"}
            right = {**session, "X-CSRF-Token": caller.csrf}
            anothers = self.office.people["administrator"].csrf if name == "employee" else strangers_csrf
            kinds = {
                "no CSRF token": session,
                "wrong CSRF token": {**session, "X-CSRF-Token": secrets.token_urlsafe(32)},
                "CSRF token cut short": {**session, "X-CSRF-Token": caller.csrf[:-1]},
                "CSRF token of an own other session": {**session, "X-CSRF-Token": self.others[name].csrf},
                "CSRF token of another account": {**session, "X-CSRF-Token": anothers},
                "other origin": {**right, "Origin": "https://elsewhere.example"},
                "origin null": {**right, "Origin": "null"},
                "origin that begins like ours": {**right, "Origin": f"http://{host}.elsewhere.example"},
                "other site": {**right, "Sec-Fetch-Site": "cross-site"},
            }
            for operation in self.operations.values():
                for kind, headers in kinds.items():
                    answer = self.send(caller, "POST", operation, {}, headers, bare=True)
                    self.forbidden((kind, operation.name, name), answer, "", 403, {"csrf_wrong"})

        self.each(walk, self.office.people.items())

    def roles_that_may_not(self):
        """Whatever they send: nothing, what would be right, what is about others, and files that are not theirs."""
        somebody = self.office.organisation.of("T22")[-1]
        theirs = self.office.people["payroll"].upload("nieuw.csv", b"Personeelsnummer\n1\n")

        def walk(item):
            name, caller = item
            caller = caller.another()
            examples = Examples(caller, self.known_for("T22", somebody))
            for operation in self.operations.values():
                if self.may(operation, name):
                    continue
                right = examples.of(operation)
                foreign = {**right, **{member: theirs for member in operation.members("given")}}
                for given in ({}, right, foreign):
                    for method in methods_of(operation):
                        if method == "GET" and any(value is None for value in given.values()):
                            continue
                        answer = self.send(caller, method, operation, given)
                        self.forbidden(("role that may not", operation.name, name, method), answer, given, 403, {"not_allowed"})
                answer = caller.act(operation.name, right, prefer="respond-async")
                self.forbidden(("role that may not, as a job", operation.name, name), answer, right, 403, {"not_allowed"})

        self.each(walk, self.others.items())

    def known_for(self, unit, person):
        """What no schema can say, aimed at one unit and one person."""
        return {
            "person": person.number, "unit": unit, "units": [unit], "use": "skills.extract", "operation": "skills.extract",
            "login": lambda examples: f"gast{examples.count}.{id(examples)}@eikenhof.example", "role": "works_council",
            "text": person.surname if unit else "wondzorg", "reason": "Dat is zo besproken.", "clock": "personnel_file",
            "condition": "owner", "who": login_of("privacy_coordinator"), "reference": "stuk 12", "limit": 500, "people": 10,
            "mapping": {"name": "eigen", "columns": [], "constants": []}, "what": "people", "count": 7,
            "name": "Stichting Eikenhof", "contact": "post@eikenhof.example", "threshold": 1,
        }

    def whom_it_is_about(self):
        """Roles that may ask, about people of their own unit, of another, another person and themselves. Files that come out of it too."""
        for caller in self.office.people.values():
            self.prove(caller)
        self.open_uses()
        ordered = sorted(self.operations.values(), key=lambda one: (LAST.index(one.name) + 1 if one.name in LAST else 0, one.effect != "reads"))
        organisation = self.office.organisation
        of_l1, elsewhere = organisation.of("T12")[2:], organisation.of("T21")[2:]
        for operation in ordered:
            for name, caller in self.office.people.items():
                if not self.may(operation, name):
                    continue
                seen = self.office.seen_by(name)
                turn = self.counts["about"] % 4  # whoever is erased is gone for the next
                targets = {"own unit": ("T12", of_l1[turn]), "other unit": ("T21", elsewhere[turn]), "oneself": ("T11", organisation.of("T11")[-1]),
                           "nobody in particular": (None, None)}
                for whom, (unit, person) in targets.items():
                    self.ask_about(operation, name, caller, whom, unit, person, seen)

    def ask_about(self, operation, name, caller, whom, unit, person, seen):
        names_person, names_units = operation.naming_a_person(), operation.naming_units()
        if whom != "nobody in particular" and not names_person and not names_units:
            return
        known = self.known_for(unit or "T12", person or self.office.organisation.people[0])
        known["text"] = "wondzorg"
        given = Examples(caller, known).of(operation)
        if whom != "nobody in particular":
            if names_person:
                given[names_person] = person.number
            if names_units and "person" not in given:
                given[names_units] = [unit] if operation.schema["properties"][names_units].get("type") == "array" else unit
        for method in methods_of(operation):
            self.counts["about"] += 1
            combination = ("role that may", operation.name, name, whom, method)
            answer = self.send(caller, method, operation, given)
            if answer.status == 202:
                answer = self.ended(caller, answer)
            self.allowed(combination, operation, name, answer, given, seen)
            if answer.status == 200:
                self.files_of(combination, operation, name, caller, answer, given, seen)
                if names_person in given and person and person not in seen and operation.name not in OF_ACCOUNTS:
                    self.fail(combination, answer, "answers about somebody whom this role does not show")
            elif answer.code == "not_about_them" and person in seen and (not names_units or person.unit == unit):
                self.fail(combination, answer, "refuses what is about people whom this role shows")

    def ended(self, caller, answer):
        job, end = answer.json["job"], time.monotonic() + 30
        while time.monotonic() < end:
            seen = caller.ask("GET", f"/api/jobs/{job}")
            if seen.status != 200 or seen.json["state"] not in ("waiting", "running"):
                break
            time.sleep(0.02)
        return seen

    def files_of(self, combination, operation, name, caller, answer, asked, seen):
        """What was made to be fetched is part of the answer."""
        for member in operation.members("made"):
            file = answer.json.get(member)
            if isinstance(file, str):
                fetched = caller.ask("GET", f"/api/files/{file}")
                self.allowed((*combination, f"file {member}"), operation, name, fetched, asked, seen)

    def open_uses(self):
        self.office.open_uses(name for name, operation in self.operations.items() if operation.risk != "minimal")

    def what_is_anothers(self):
        """Files and jobs are their owner's: for everybody else they are not there."""
        owner = self.office.people["payroll"]
        file = owner.upload("lonen.csv", f"{self.office.organisation.people[0].surname};1\n".encode())
        begun = owner.act("administration.imports", {}, prefer="respond-async")
        assert begun.status == 202, begun
        job = begun.json["job"]
        places = [("GET", f"/api/files/{file}", "unknown_file"), ("HEAD", f"/api/files/{file}", None), ("DELETE", f"/api/files/{file}", "unknown_file"),
                  ("GET", f"/api/jobs/{job}", "unknown_job"), ("DELETE", f"/api/jobs/{job}", "unknown_job"),
                  ("GET", f"/api/jobs/{job}/events", "unknown_job")]
        for name, caller in self.office.people.items():
            if name == "payroll":
                continue
            for method, path, code in places:
                answer = caller.ask(method, path)
                self.forbidden(("what is another's", method, path, name), answer, "", 404, {code})
        for method, path, _ in places:
            answer = self.office.caller().ask(method, path)
            codes = {None} if method == "HEAD" else {"not_signed_in"}
            self.forbidden(("what is another's, to nobody", method, path), answer, "", 401, codes)
        assert owner.ask("GET", f"/api/files/{file}").status == 200 and owner.ask("GET", f"/api/jobs/{job}").status == 200

    def without_proof(self):
        """What asks that the owner has just proved to sit there, of sessions that signed in too long ago for that."""
        self.in_store("update account_session set stepped_up_at = null")
        for operation in self.operations.values():
            for name, caller in self.office.people.items():
                if operation.step_up and self.may(operation, name):
                    self.forbidden(("session without proof", operation.name, name), caller.act(operation.name, {}), "", 403, {"step_up_needed"})

    def keys(self):
        """A key does what it was made for, and less than that when its account may do less."""
        makers = [one for one in self.operations.values() if "operations" in one.members() and "key" in self.outputs_of(one)]
        if not makers:
            return "no operation makes keys yet: app keys were not walked"
        return self.walk_keys(makers)

    def outputs_of(self, operation):
        document = self.office.caller().ask("GET", "/openapi.json").json
        answers = document["paths"][path_of(operation.name)]["post"]["responses"]
        return answers.get("200", {}).get("content", {}).get("application/json", {}).get("schema", {}).get("properties", {})

    def walk_keys(self, makers):
        """For each operation a key of somebody, or a program, that may ask it: it does that one and none of the others."""
        for maker in makers:
            owners = {}
            for operation in self.operations.values():
                able = [name for name in self.office.people if self.may(maker, name) and ("login" in maker.members() or self.may(operation, name))]
                if able:
                    owners[operation.name] = able[0]
            for name in set(owners.values()):
                self.prove(self.office.people[name])
            self.each(lambda item, maker=maker: self.one_key(maker, *item), owners.items())
        return f"keys made by {', '.join(maker.name for maker in makers)}"

    def prove(self, caller):
        answer = caller.ask("POST", "/api/session/confirm", {"password_or_code": PASSWORD})
        assert answer.status == 200, answer

    def one_key(self, maker, name, owner):
        operation = self.operations[name]
        caller = self.office.people[owner].another()
        login = f"app.{name}"
        known = {"operations": [name], "name": "koppeling", "display": "Koppeling", "login": login}
        made = caller.act(maker.name, Examples(caller, known).of(maker))
        assert made.status == 200, f"{maker.name}: {made}"
        roles = self.roles[owner]
        if "login" in maker.members():  # a program of its own, with the first role that may
            roles = {next((role for role in operation.may if role in GIVEN_ROLES), "recruiter")}
            self.office.run("accounts", "give-role", login, *roles)
        holder = self.office.caller()
        holder.key = made.json["key"]
        seen = self.office.organisation.people if roles & set(SEE_EVERYBODY) else []
        for other in self.operations.values():
            combination = ("key without the operation", other.name, maker.name, name)
            if other.name != name or not roles & set(other.may):
                for method in methods_of(other):
                    self.forbidden(combination, self.send(holder, method, other, {}), "", 403, {"not_allowed"})
            else:
                answer = holder.act(other.name, {})
                self.allowed(("key with the operation", *combination[1:]), other, owner, answer, "", seen)

    def nothing_was_changed(self, before):
        after = self.state()
        assert before == after, f"refused requests changed something: {before} became {after}"

    def state(self):
        """How many people, accounts and decisions there are."""
        tables = ("person", "unit", "account", "account_role", "proposal", "decision", "register_switch")
        return {table: self.in_store(f"select count(*) from {table}")[0][0] for table in tables if self.in_store(
            "select 1 from sqlite_master where name = ?", [table])}


def readable(body):
    """Text of an answer, also of a sheet."""
    if body[:2] != b"PK":
        return body.decode("utf-8", errors="replace")
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        return "\n".join(packed.read(name).decode("utf-8", errors="replace") for name in packed.namelist())


def methods_of(operation):
    return ("POST", "GET") if operation.is_readable else ("POST",)


def main():
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, Office(pathlib.Path(sys.argv[1]).resolve(), folder) as office:
        walk = Walk(office.settle())
        print(f"{len(walk.operations)} operations, {len(office.people)} accounts, {len(walk.marks)} names and numbers to look for "
              f"({time.monotonic() - began:.0f} s)", flush=True)
        walk.same_table_everywhere()
        walk.strangers()
        walk.made_up_tokens()
        before = walk.state()
        walk.requests_of_other_pages()
        walk.roles_that_may_not()
        walk.sessions_that_are_over()
        walk.what_is_anothers()
        walk.nothing_was_changed(before)
        walk.without_proof()
        print(walk.keys(), flush=True)
        walk.whom_it_is_about()
        office.verify_ledger()
        office.check_log()
    answered, about = walk.counts.pop("answered"), walk.counts.pop("about")
    for kind, count in walk.counts.items():
        print(f"  {count:6} {kind}")
    print(f"{sum(walk.counts.values())} combinations in {time.monotonic() - began:.0f} s; {answered} of {about} of roles that may were answered with 200 or 202")
    for alike in walk.failures.values():
        print(f"FAILED {len(alike)} times: {alike[0]}")
    if walk.failures:
        sys.exit(1)


if __name__ == "__main__":
    main()
