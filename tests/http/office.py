"""A server on a small organisation of its own, and whoever speaks to it. For the tests in this folder.

    with tempfile.TemporaryDirectory() as folder, Office(binary, folder) as office:
        office.settle()                                 organisation, accounts of every role, all signed in
        answer = office.people["hr_adviser"].read("administration.list_people", {"limit": 5})
"""
import csv
import ctypes
import datetime
import http.client
import itertools
import json
import os
import pathlib
import re
import signal
import struct
import subprocess
import sys
import threading
import time
import urllib.parse

PASSWORD = "paarse vijzel onder de dakgoot"
TODAY = datetime.date.today().isoformat()

GIVEN_ROLES = ("recruiter", "hr_adviser", "payroll", "planner", "company_doctor", "privacy_coordinator",
               "data_protection_officer", "works_council", "administrator", "candidate")
# Of which a grant says whose records they show: the whole organisation, or a unit with what is under it.
ROLES_OF_A_UNIT = ("hr_adviser", "payroll", "planner", "company_doctor", "privacy_coordinator")
SEE_EVERYBODY = (*ROLES_OF_A_UNIT, "data_protection_officer")


class Person:
    """Somebody whose name, numbers and address stand nowhere but in their own records."""

    def __init__(self, place, unit, leads):
        before = ("Kwas", "Drem", "Vlie", "Boet", "Hazel", "Immer", "Galp", "Stok", "Trom", "Wulf")
        after = ("tenberg", "melhuis", "vanger", "zijpe", "ickx", "akkerhof", "nisse", "oortmeer")
        self.unit, self.leads = unit, leads
        self.number = f"73{place:05}"
        self.surname = before[place % len(before)] + after[place // len(before) % len(after)]
        self.bsn = bsn(place)
        self.email = f"p{place:04}@eikenhof.example"

    def marks(self):
        """What would tell that an answer holds something of them."""
        return (self.number, self.surname, self.bsn, self.email)


def bsn(place):
    """Nine digits that pass the eleven-test."""
    for head in range(99_200_000 + place * 20, 99_200_000 + place * 20 + 20):
        digits = [int(digit) for digit in f"{head:08}"]
        last = sum(weight * digit for weight, digit in zip(range(9, 1, -1), digits)) % 11
        if last < 10:
            return "".join(map(str, digits)) + str(last)
    raise AssertionError("no such number")


class Organisation:
    """Eikenhof: a board, two locations, and two teams under each. The first of a unit leads it."""

    UNITS = {"EH": None, "L1": "EH", "L2": "EH", "T11": "L1", "T12": "L1", "T21": "L2", "T22": "L2"}
    PEOPLE_OF_A_UNIT = 8

    def __init__(self):
        self.people = []
        for unit in self.UNITS:
            for place in range(self.PEOPLE_OF_A_UNIT):
                self.people.append(Person(len(self.people), unit, leads=place == 0))

    def of(self, unit):
        """Everybody of a unit and what is under it."""
        units = {unit}
        for code, parent in self.UNITS.items():
            if parent in units:
                units.add(code)
        return [person for person in self.people if person.unit in units]

    def leader(self, unit):
        return next(person for person in self.people if person.unit == unit)

    def write(self, folder):
        """The files to import, in their order."""
        units, people, leaders = (folder / name for name in ("units.csv", "people.csv", "leaders.csv"))
        write_table(units, ["Afdelingscode", "Afdeling", "Bovenliggende afdeling"],
                    [(code, f"Afdeling {code}", parent or "") for code, parent in self.UNITS.items()])
        write_table(people,
                    ["Personeelsnummer", "Roepnaam", "Achternaam", "Geboortedatum", "E-mail", "BSN", "Soort contract", "Datum in dienst",
                     "Uren per week", "Functie", "Afdelingscode"],
                    [(one.number, "Anna", one.surname, "1980-02-29", one.email, one.bsn, "Onbepaalde tijd", "2020-01-01", "36",
                      "Verzorgende", one.unit) for one in self.people])
        write_table(leaders, ["Afdelingscode", "Afdeling", "Leidinggevende"],
                    [(code, f"Afdeling {code}", self.leader(code).number) for code in self.UNITS])
        return [units, people, leaders]


def write_table(path, header, rows):
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=";").writerows([header, *rows])


class Answer:
    def __init__(self, method, status, headers, body):
        self.method, self.status, self.headers, self.body = method, status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        """The error code of a problem; none of an answer that is none, or has no body (HEAD)."""
        if not self.body or self.headers.get_content_type() != "application/problem+json":
            return None
        return self.json.get("code")

    def __str__(self):
        return f"{self.status} {self.body[:400]!r}"


class Caller:
    """One connection that is kept, and what is shown on it: a session with its CSRF token, a key, or nothing."""

    def __init__(self, address, name="nobody"):
        parts = urllib.parse.urlsplit(address)
        self.host, self.port, self.name = parts.hostname, parts.port, name
        self.cookie = self.csrf = self.key = None
        self.connection = None

    def ask(self, method, path, body=None, headers=None, bare=False):
        """`bare`: nothing is shown but what is in `headers`. Waits where the server asks to wait, so that rates are not in the way."""
        sent = {"X-Forwarded-For": next_address(), **(headers or {})}
        if not bare:
            if self.cookie:
                sent.setdefault("Cookie", f"collega={self.cookie}")
            if self.csrf and method not in ("GET", "HEAD"):
                sent.setdefault("X-CSRF-Token", self.csrf)
            if self.key:
                sent.setdefault("Authorization", f"Bearer {self.key}")
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
            sent.setdefault("Content-Type", "application/json")
        while True:
            answer = self.ask_once(method, path, body, sent)
            if answer.status != 429 or answer.code != "too_many_requests":
                return answer
            time.sleep(min(float(answer.headers.get("Retry-After", "1")), 5))

    def ask_once(self, method, path, body, headers):
        for attempt in range(2):  # the server may have closed a connection that was kept
            fresh = self.connection is None
            if fresh:
                self.connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
            try:
                self.connection.request(method, path, body, headers)
                response = self.connection.getresponse()
                answer = Answer(method, response.status, response.headers, response.read())
            except (http.client.HTTPException, OSError):
                self.close()
                if fresh or attempt:
                    raise
                continue
            if response.will_close:
                self.close()
            return answer
        raise AssertionError("not reached")

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def act(self, operation, given=None, **headers):
        """Asks an operation with a body, as whoever changes something must."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.ask("POST", path_of(operation), {} if given is None else given, named)

    def read(self, operation, given=None):
        return self.ask("GET", f"{path_of(operation)}{query_of(given or {})}")

    def done(self, operation, given=None, **headers):
        """The output of an operation that must succeed; of a job, waits for it."""
        answer = self.act(operation, given, **headers)
        if answer.status == 202:
            return self.job(answer.json["job"])
        assert answer.status == 200, f"{self.name}, {operation} {given}: {answer}"
        return answer.json

    def job(self, job):
        end = time.monotonic() + 60
        while time.monotonic() < end:
            answer = self.ask("GET", f"/api/jobs/{job}")
            assert answer.status == 200, answer
            if answer.json["state"] not in ("waiting", "running"):
                assert answer.json["state"] == "done", answer
                return answer.json["answer"]
            time.sleep(0.02)
        raise AssertionError(f"job {job} did not end")

    def upload(self, name, content):
        answer = self.ask("POST", f"/api/files?name={urllib.parse.quote(name)}", content, {"Content-Type": "application/octet-stream"})
        assert answer.status == 201, answer
        return answer.json["file"]

    def upload_begun(self):
        """A file of ten bytes of which the first four have come."""
        answer = self.ask("POST", "/api/files?name=half.csv&size=10", b"abcd", {"Content-Type": "application/octet-stream"})
        assert answer.status == 201, answer
        return answer.json["file"]

    def sign_in(self, login, password=PASSWORD):
        self.cookie = self.csrf = None
        answer = self.ask("POST", "/api/session", {"login": login, "password": password})
        assert answer.status == 200, f"{login}: {answer}"
        self.cookie = re.search(r"\bcollega=([^;]+)", answer.headers["Set-Cookie"])[1]
        who = self.ask("GET", "/api/session")
        assert who.status == 200, who
        self.csrf = who.json["csrf"]
        return who.json

    def another(self):
        """Another connection of whoever this is."""
        other = Caller(f"http://{self.host}:{self.port}", self.name)
        other.cookie, other.csrf, other.key = self.cookie, self.csrf, self.key
        return other


REQUESTS = itertools.count()


def next_address():
    """Of whom a proxy would say the request is: another every hundred, so that what one address may ask is no limit here."""
    number = next(REQUESTS) // 100
    return f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def path_of(operation):
    return "/api/" + operation.replace(".", "/")


def query_of(given):
    """As docs/http.md says: a list is what is repeated, an object is JSON."""
    parts = []
    for name, value in given.items():
        for one in value if isinstance(value, list) else [value]:
            text = one if isinstance(one, str) else json.dumps(one)
            parts.append((name, text))
    return "?" + urllib.parse.urlencode(parts) if parts else ""


LIBC = ctypes.CDLL(None, use_errno=True)


def may_write_only_in(folder):
    """Shuts this process and what it starts out of the rest of the machine, for writing (Landlock). A test that finds a server that
    writes wherever somebody asks must live to tell. Gives whether the kernel can."""
    create, add, restrict = 444, 445, 446  # system calls, the same on every processor
    version = LIBC.syscall(create, None, 0, 1)
    if version < 1:
        return False
    # All but executing and reading; version 2 knows moving between folders, version 3 cutting a file short.
    write = 0x1FF2 | (0x2000 if version > 1 else 0) | (0x4000 if version > 2 else 0)
    handled = struct.pack("=Q", write)
    rules = LIBC.syscall(create, handled, len(handled), 0)
    good = rules >= 0
    for path, access in ((folder, write), ("/dev/null", write & 0x4002)):
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        good = good and LIBC.syscall(add, rules, 1, struct.pack("=Qi", access, place), 0) == 0
        os.close(place)
    LIBC.prctl(38, 1, 0, 0, 0)  # no new privileges, without which nobody may shut themselves in
    return good and LIBC.syscall(restrict, rules, 0) == 0


def skip_where_nothing_holds_back():
    """A server that nothing holds back is not started as root: what it is asked here would be done to the machine."""
    if os.geteuid() == 0 and LIBC.syscall(444, None, 0, 1) < 1:
        print("skipped: root, and no Landlock in this kernel to shut the server in; run it as another user")
        sys.exit(77)


class Office:
    """The server process, and the command line on the same data. The server stands some folders deep in its own, so that ".." is still
    there, and can write nowhere else."""

    def __init__(self, binary, folder):
        skip_where_nothing_holds_back()
        self.binary, self.folder = str(binary), pathlib.Path(folder)
        self.data = self.folder / "data"
        self.place = self.folder / "a/b/c/d/e/f"
        self.place.mkdir(parents=True, exist_ok=True)
        self.process = self.address = self.first_code = None
        self.log = (self.folder / "log").open("ab")
        self.organisation = Organisation()
        self.people = {}  # by the name of an account: its caller
        self.callers = []
        (self.folder / "tmp").mkdir(exist_ok=True)
        self.environment = {**os.environ, "COLLEGA_DATA": str(self.data), "COLLEGA_LANG": "en", "TMPDIR": str(self.folder / "tmp")}
        self.environment.pop("COLLEGA_KEY", None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process:
            if self.process.poll() not in (None, 0, -signal.SIGKILL):
                print(f"the server ended by itself, with {self.process.returncode}:\n{self.log_end()}")
            self.kill()
        self.log.close()

    # the process

    def begin(self, out):
        self.log.write(b"\n")  # the one before may have been killed behind a line and before its end
        self.log.flush()
        command = [self.binary, "serve", "--data", str(self.data), "--proxy", "127.0.0.1", "--organisation", "Eikenhof", *self.serve_options()]
        return subprocess.Popen(command, env=self.environment, cwd=self.place, stdout=out, stderr=self.log, text=True, preexec_fn=self.shut_in)

    def serve_options(self):
        return ["--port", "0", "--blind-one-in", "0"]

    def shut_in(self):
        may_write_only_in(self.folder)

    def start(self):
        self.process = self.begin(subprocess.PIPE)
        said = []
        for line in self.process.stdout:
            said.append(line)
            if line.startswith("http://"):
                break
        else:
            raise AssertionError(f"the server did not start: {''.join(said)}\n{self.log_end()}")
        self.address = said[-1].strip()
        if len(said) > 1:
            self.first_code = said[-2].split()[-1]
        threading.Thread(target=self.process.stdout.read, daemon=True).start()
        return self.address

    def start_and_kill(self, after):
        """A server that is killed while it opens its data, or just has."""
        process = self.begin(subprocess.DEVNULL)
        time.sleep(after)
        process.kill()
        process.wait()

    def stop(self):
        """As the service's manager does."""
        self.process.terminate()
        status = self.process.wait(timeout=40)
        assert status == 0, f"the server ended with {status}: {self.log_end()}"

    def kill(self):
        self.process.kill()
        self.process.wait()

    def log_end(self):
        self.log.flush()
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")[-3000:]

    def caller(self, name="nobody"):
        self.callers.append(Caller(self.address, name))
        return self.callers[-1]

    def moved(self):
        """After a start at another port: everybody goes along, with the session they have."""
        for one in self.callers:
            one.close()
            one.port = urllib.parse.urlsplit(self.address).port

    def check_log(self):
        """A JSON object a line, and in none of them anybody's name, number or address."""
        self.log.flush()
        marks = [mark for person in self.organisation.people for mark in person.marks()]
        any_mark = re.compile("|".join(map(re.escape, marks)))
        lines = list(filter(None, (self.folder / "log").read_text(encoding="utf-8").splitlines()))
        for line in lines:
            assert isinstance(json.loads(line), dict), f"a line of the log that is no JSON object: {line}"
            assert not any_mark.search(line), f"personal data in the log: {line}"
        return len(lines)

    # the command line

    def run(self, *words):
        done = subprocess.run([self.binary, *map(str, words), "--json"], env=self.environment, capture_output=True, timeout=120, check=False)
        if done.returncode != 0:
            raise AssertionError(f"collega {' '.join(map(str, words))}: {done.stderr.decode()}{done.stdout.decode()}")
        return json.loads(done.stdout)

    def row(self, operation):
        """All about an operation, as the command line tells it."""
        done = subprocess.run([self.binary, "operations", operation], env=self.environment, capture_output=True, timeout=60, check=True)
        return json.loads(done.stdout)

    def entries(self, operation):
        """How many the ledger has of an operation that was done."""
        found, after = 0, ""
        while after is not None:
            page = self.run("ledger", "search", "--operation", operation, "--limit", "500", *(["--after", after] if after else []))
            found += sum(entry["kind"] != "refusal" for entry in page["entries"])
            after = page.get("next")
        return found

    def verify_ledger(self):
        report = self.run("ledger", "verify")
        assert report["whole"], report["findings"]

    # who and what there is

    def settle(self, roles=None):
        """From an empty folder to an organisation whose accounts are all signed in; `roles`: only these, of the whole organisation."""
        self.start()
        self.make_first_administrator()
        for path in self.organisation.write(self.folder):
            report = self.run("import", "run", path)
            assert report["imported"] and not report["bad_rows"], f"{path.name}: {report}"
        for role in roles or GIVEN_ROLES:
            if role != "administrator":
                self.add_account(role, role)
        if roles:
            return self
        for role in ROLES_OF_A_UNIT:
            self.add_account(f"{role}_of_L1", role, unit="L1")
        self.add_account("newcomer")  # who may nothing yet
        self.add_account("leaver", "hr_adviser")
        self.add_account("second_privacy_coordinator", "privacy_coordinator")
        self.add_account("manager", person=self.organisation.leader("L1"))
        self.add_account("employee", person=self.organisation.of("T11")[-1])
        return self

    def make_first_administrator(self):
        nobody = self.caller()
        answer = nobody.ask("POST", "/api/session/first", {"code": self.first_code, "login": login_of("administrator"),
                                                           "display": "Account administrator", "password": PASSWORD})
        assert answer.status == 200, answer
        self.people["administrator"] = self.signed_in("administrator")

    def add_account(self, name, role=None, unit=None, person=None):
        self.accept(self.invite(name, role, unit, person))
        self.people[name] = self.signed_in(name)

    def invite(self, name, role=None, unit=None, person=None):
        """The code of the invitation."""
        words = ["accounts", "invite", login_of(name), f"Account {name}"]
        code = self.run(*words, *(["--person", person.number] if person else []))["code"]
        if role:
            self.run("accounts", "give-role", login_of(name), role, *(["--unit", unit] if unit else []))
        return code

    def accept(self, code):
        answer = self.caller().ask("POST", "/api/session/password", {"code": code, "password": PASSWORD})
        assert answer.status == 200, answer

    def open_uses(self, uses):
        """Switches on what is off, as an organisation would: conditions by one privacy coordinator, high risks by two."""
        first, second = (self.people[name] for name in ("privacy_coordinator", "second_privacy_coordinator"))
        for one in (first, second):  # a switch asks to have just proved it
            answer = one.ask("POST", "/api/session/confirm", {"password_or_code": PASSWORD})
            assert answer.status == 200, answer
        for use in uses:
            for condition in ("owner", "data_protection_assessment", "works_council_consent", "notice", "overseer", "fundamental_rights_assessment"):
                proof = {"use": use, "condition": condition, "date": TODAY, "reference": "map 7"}
                if condition in ("owner", "overseer"):
                    proof["who"] = login_of("hr_adviser")
                first.done("register.complete", proof)
            asked = first.done("register.switch", {"use": use, "to": "pilot", "reason": "We proberen het."})
            if asked["status"] == "waiting":
                second.done("register.confirm", {"switch": asked["switch"], "opinion": "agree", "reason": "Akkoord."})
            assert second.done("register.show", {"use": use})["entry"]["may_run"], f"{use} is not open"

    def signed_in(self, name):
        caller = self.caller(name)
        caller.sign_in(login_of(name))
        return caller

    def seen_by(self, name):
        """Whom the account may see, by what was imported and given."""
        role, _, unit = name.partition("_of_")
        if unit:
            return self.organisation.of(unit)
        if role.removeprefix("second_") in SEE_EVERYBODY:
            return self.organisation.people
        if role == "manager":
            return self.organisation.of("L1")
        return self.organisation.of("T11")[-1:] if role == "employee" else []


def login_of(name):
    return f"{name}@eikenhof.example"


class Operation:
    """A row of the table, as /openapi.json tells it."""

    def __init__(self, name, post, get):
        self.name = name
        self.may, self.effect, self.risk = post["x-may"], post["x-effect"], post["x-risk"]
        self.by_link = post.get("security") == []  # for whoever holds a token
        self.step_up, self.is_job = post["x-step-up"], post["x-pace"] == "job"
        self.schema = post["requestBody"]["content"]["application/json"]["schema"]
        self.is_readable = get is not None

    def members(self, paper=None):
        return {name: schema for name, schema in self.schema["properties"].items()
                if paper is None or schema.get("x-paper", schema.get("items", {}).get("x-paper")) == paper}

    def naming_a_person(self):
        return next((name for name, schema in self.members().items() if "personnel number" in schema.get("description", "") and
                     schema.get("type") == "string" and "begin of" not in schema["description"]), None)

    def naming_units(self):
        return next((name for name in self.members() if name in ("unit", "units")), None)


def operations_of(openapi):
    found = {}
    for path, methods in openapi["paths"].items():
        if "x-may" in methods.get("post", {}):
            name = path.removeprefix("/api/").replace("/", ".")
            found[name] = Operation(name, methods["post"], methods.get("get"))
    return found


PAPERS = {
    "csv": ("nieuw.csv", "Personeelsnummer;Roepnaam;Achternaam;Geboortedatum;Soort contract;Datum in dienst;Uren per week;Functie;"
                         "Afdelingscode\n9900001;Bas;Nieuwenaar;1990-01-01;Onbepaalde tijd;2024-01-01;24;Verzorgende;T22\n"),
    "text": ("brief.txt", "Vacature verzorgende. Eisen: rijbewijs B en ervaring met wondzorg. Ik heb drie jaar ervaring met wondzorg.\n"),
}


class Examples:
    """Plausible input for an operation, from its schema; `known` fills in what no schema can say."""

    def __init__(self, caller, known=None):
        self.caller, self.known, self.files, self.count = caller, known or {}, {}, 0

    def of(self, operation, whole=False):
        """`whole`: members that may be left out too."""
        self.count += 1
        return self.value(operation.schema, operation.name, whole)

    def value(self, schema, name, whole=False):
        if name in self.known:
            known = self.known[name]
            return known(self) if callable(known) else known
        if "x-paper" in schema and schema.get("type") == "string":
            return self.paper(schema["x-paper"], name)
        if "enum" in schema:
            return schema.get("default", schema["enum"][0])
        kind = schema.get("type")
        if kind == "object":
            required = schema.get("required", [])
            return {member: self.value(about, member, whole) for member, about in schema.get("properties", {}).items()
                    if member in required or (whole and "x-paper" not in about)}
        if kind == "array":
            return [self.value({**schema["items"], **({"x-paper": schema["x-paper"]} if "x-paper" in schema else {})}, name, whole)]
        if kind == "string":
            return {"date": TODAY, "id": "0000000000001"}.get(schema.get("format"), schema.get("default") or f"tekst {self.count}")
        if kind == "boolean":
            return schema.get("default", False)
        if kind in ("integer", "number"):
            return schema.get("default", schema.get("minimum", 1))
        return None

    def paper(self, which, name):
        if which == "folder":
            return "map"
        if which == "made":
            return "everything.pdf" if name == "pdf" else f"{name}.csv"
        kind = "text" if name in ("path", "vacancy", "candidates") else "csv"
        if kind not in self.files:
            title, text = PAPERS[kind]
            self.files[kind] = self.caller.upload(title, text.encode())
        return self.files[kind]
