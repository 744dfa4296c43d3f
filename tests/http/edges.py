#!/usr/bin/env python3
"""edges.py BINARY: every operation fed values at and beyond the edges of its schema, and bodies that are none.

Whatever comes in, the answer is never an error of ours (5xx); what is refused is told as a problem document (RFC 9457) with its
code; no file of the machine is read or written by its path; and afterwards the server works and its ledger is whole.
"""
import collections
import concurrent.futures
import json
import pathlib
import re
import sys
import tempfile
import time

from office import PASSWORD, Examples, Office, login_of, operations_of, path_of, query_of

THREADS = 4
# A session may ask 1,000 at once and 100 a second after that.
ASKED_BY_A_SESSION = 900
CANARY = "Kanariepiet4711"  # stands in a file that nobody handed over. No path in this test leads out of the test's own folder.

LONG = "x" * 100_000
TEXTS = ["", " ", "NaN", "Infinity", "-1", "null", "0x10", "1e400", "\x00", "a\x00b", "\u202egnp.exe", "\ud800", "\U0001f9d1\u200d\U0001f9bd", "a\nb",
         "é" * 300, "' or 1=1; --", "%s%n", "../canary.csv", "C:\\x", ".", "..", "x" * 255, "x" * 256, LONG]
NUMBERS = [0, -1, 1, 1.5, -0.0, 2**31, 2**53 + 1, 2**63 - 1, 2**63, -(2**63), 2**64, 1e308, 10**400, -(10**400)]
DATES = ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20260101", "01-02-2026", "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01",
         "-001-01-01", "2026-01-01T00:00:00Z", " 2026-01-01", "2024-02-29", "1582-10-10", "٢٠٢٦-٠١-٠١"]
IDS = ["0", "0000000000000", "0000000000001", "7zzzzzzzzzzzz", "8000000000000", "zzzzzzzzzzzzz", "00000000000001", "0CN4J1E9XZRS8", "0cn4j1e9xzrs!", "iiiiiiiiiiiii"]
OTHER_TYPES = [None, True, 0, 1.5, "x", [], {}, [None], [[]], {"a": 1}, [{}]]

BODIES = [b"", b" ", b"{", b"}", b"null", b"true", b"0", b'"x"', b"[]", b"[{}]", b"{}{}", b"{},", b"{'a':1}", b"{a:1}", b'{"a":}', b'{"a":1,}', b'{"a":NaN}',
          b'{"a":-Infinity}', b'{"a":1e99999}', b'{"a":-}', b'{"a":01}', b'{"a":+1}', b'{"a":"\x01"}', b'{"a":"\\u12"}', b'{"a":"\\ud800"}', b'{"a":"\xff"}', b"\xff\xfe{\x00}\x00",
          b"\xef\xbb\xbf{}", b"\x00", b"{}\x00", b"[" * 100_000, b'{"a":' * 50_000, b"[" * 500 + b"]" * 500, b'{"a":' * 500 + b"1" + b"}" * 500,
          b'{"' + b"k" * 100_000 + b'":1}', b'{"a":1,"a":2}', b'{"":""}', b"/* */{}", b"a=1&b=2", b"<xml/>", b"{" + b",".join(b'"m%d":1' % i for i in range(20_000)) + b"}"]
CONTENT_TYPES = ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonx", "application/json, text/plain", ";", "x" * 2000]
QUERIES = ["?", "?&", "?=", "?=x", "?%", "?%zz=1", "?a=%ff", "?%ff=1", "?a=%00", "?lang=xx", "?lang=en&lang=nl", "?onbekend=1", "?limit=1&limit=2", "?limit=", "?limit=1e3",
           "?limit=%D9%A1", "?" + "&".join(f"a{i}=1" for i in range(600)), "?a=" + "x" * 15_000, "?" + "&" * 5000, "?a=1#b", "?a[]=1", "?a=1;b=2"]
HEADERS = [("Idempotency-Key", value) for value in ("", '""', "x" * 300, '"open', "a b", "\t", '"\\"', "é")] + \
          [("Prefer", value) for value in ("", "respond-async;x", "wait=-1", ",,,", "x" * 3000)] + \
          [("Accept-Language", value) for value in ("", "*", "nl;q=9", "en;q=x", ",", "x" * 3000)] + \
          [("If-None-Match", value) for value in ("", "*", '"', "W/", "x" * 3000)] + \
          [("Accept-Encoding", value) for value in ("", "gzip;q=0", "*;q=0", "gzip;q=2", ";")] + \
          [("Cookie", "lang=%00")]


class Edges:
    def __init__(self, office, canary):
        self.office, self.canary = office, canary
        self.document = office.caller().ask("GET", "/openapi.json").json
        self.operations = operations_of(self.document)
        self.failures = collections.defaultdict(list)
        self.counts = collections.Counter()
        self.jobs = []
        self.roles = {name: set(caller.ask("GET", "/api/session").json["roles"]) for name, caller in office.people.items()}
        self.forbidden_words = (CANARY, str(office.data), "/spool/")

    def check(self, what, answer):
        self.counts[f"{answer.status // 100}xx"] += 1
        why = self.fault(answer)
        if why:
            self.fail(what, why, answer)

    def fail(self, what, why, answer):
        self.failures[re.split("[ ?]", what)[0], why, answer.code].append(f"{what}: {why}\n    {answer}")

    def fault(self, answer):
        if answer.status >= 500 and answer.code != "no_provider":  # there is no language model here
            return "an error of ours"
        text = answer.body.decode("utf-8", errors="replace")
        for word in self.forbidden_words:
            if word in text:
                return f"tells of the machine: {word}"
        if answer.status < 400 or answer.method == "HEAD":
            return None
        if answer.headers.get_content_type() != "application/problem+json":
            return "refused without a problem document"
        problem = answer.json
        lacking = [member for member in ("type", "title", "status", "detail", "code") if not problem.get(member)]
        if lacking:
            return f"a problem without {lacking}"
        return None if problem["status"] == answer.status else "a problem of another status"

    def account_for(self, operation):
        """The administrator, or the first role that may ask for the whole organisation."""
        able = [name for name in self.office.people if self.roles[name] & set(operation.may) and "_of_" not in name]
        return "administrator" if "administrator" in able else able[0]

    def all_operations(self):
        with concurrent.futures.ThreadPoolExecutor(THREADS) as pool:
            for done in [pool.submit(self.one_operation, one) for one in self.operations.values()]:
                done.result()

    def one_operation(self, operation):
        asking = Asking(self.office, self.account_for(operation))
        examples = Examples(asking.caller(), self.known(operation))
        path = path_of(operation.name)
        self.check(f"{operation.name} as it should be", asking.ask("POST", path, examples.of(operation)))
        whole = examples.of(operation, whole=True)
        for what, given in changed(operation.schema, whole, [str(self.canary), self.canary.name, str(self.canary.parent)]):
            self.check(f"{operation.name} with {what}", asking.ask("POST", path, given))
            if operation.is_readable and fits_in_a_query(given):
                self.check(f"{operation.name} queried with {what}", asking.ask("GET", path + query_of(given)))
        for body in BODIES:
            self.check(f"{operation.name} with the body {body[:40]!r}", asking.ask("POST", path, body, {"Content-Type": "application/json"}))
        twice = json.dumps(whole)[:-1] + "," + json.dumps(whole)[1:] if whole else "{}"
        self.check(f"{operation.name} with every member twice", asking.ask("POST", path, twice.encode(), {"Content-Type": "application/json"}))
        right = examples.of(operation)
        for kind in CONTENT_TYPES:
            answer = asking.ask("POST", path, json.dumps(right).encode(), {"Content-Type": kind})
            self.check(f"{operation.name} as {kind[:40]!r}", answer)
            if answer.status != 415 and kind:
                self.fail(f"{operation.name} as {kind[:40]!r}", "is no JSON, and not 415", answer)
        for name, value in HEADERS:
            answer = asking.ask("POST", path, right, {name: value.encode("utf-8")})
            self.check(f"{operation.name} with {name}: {value[:40]!r}", answer)
        if operation.is_readable:
            for query in QUERIES:
                self.check(f"{operation.name}{query[:40]}", asking.ask("GET", path + query.replace("#", "%23")))
        self.as_a_job(operation, asking, right, path)
        alive = self.office.caller().ask("GET", "/healthz")
        assert alive.status == 200, f"after {operation.name}: {alive}"

    def as_a_job(self, operation, asking, right, path):
        for given in (right, {}, {**right, "onbekend": LONG}):
            answer = asking.ask("POST", path, given, {"Prefer": "respond-async"})
            self.check(f"{operation.name} as a job", answer)
            if answer.status == 202:
                self.jobs.append((asking.name, answer.json["job"]))

    def known(self, operation):
        """Somebody and something that is there, so that the edge under test is the only thing wrong."""
        known = {"person": self.office.organisation.of("T22")[-1].number, "use": "hiring.match_files", "operation": "hiring.match_files",
                 "unit": "T21", "units": ["T21"], "reason": "Dat is zo besproken.", "clock": "personnel_file", "who": login_of("hr_adviser"),
                 "condition": "owner", "reference": "stuk 12", "login": "spare@eikenhof.example", "role": "works_council"}
        if operation.name.endswith(("invite", "application")):
            known["login"] = lambda examples: f"gast{examples.count}.{id(examples)}@eikenhof.example"
            known["person"] = None
        return known

    def jobs_ended_well(self):
        """What a job could not do is told in it, and is never an error of ours."""
        for name, job in self.jobs:
            caller = self.office.people[name]
            for _ in range(1000):
                answer = caller.ask("GET", f"/api/jobs/{job}")
                if answer.status != 200 or answer.json["state"] not in ("waiting", "running"):
                    break
                time.sleep(0.02)
            self.check(f"job of {name}", answer)
            problem = answer.json.get("problem") or {}
            is_ours = problem.get("status", 400) >= 500 and problem.get("code") != "no_provider"
            if answer.json["state"] in ("waiting", "running") or is_ours:
                self.fail(f"{answer.json['operation']}, a job of {name}", "did not end well", answer)

    def the_door(self):
        """Addresses that are no operation: the session, files and jobs."""
        caller = self.office.people["administrator"].another()
        for path, methods in self.document["paths"].items():
            if "x-may" in methods.get("post", {}) or path == "/api/session/confirm":
                continue
            for method, about in methods.items():
                if method in ("get", "put", "head", "delete") and "{id}" in path:
                    for text in (*IDS, "%00", "%ff", "..", "x" * 3000, "%2e%2e%2fkey"):
                        self.check(f"{method} {path} {text[:20]}", caller.ask(method.upper(), path.replace("{id}", text), b"" if method == "put" else None))
                elif method == "post" and "application/json" in about.get("requestBody", {}).get("content", {}):
                    self.doors_body(path, about["requestBody"]["content"]["application/json"]["schema"])
        for query in ("", "?name=", "?name=a&size=-1", "?name=a&size=1e3", "?name=a&size=99999999999999999999", "?name=%00", "?name=..", "?name=../../key", "?name=" + "x" * 1000,
                      "?name=%ff", "?name=a/b.csv", "?name=.", "?name=" + "%C3%A9" * 200):
            self.check(f"POST /api/files{query[:40]}", caller.ask("POST", f"/api/files{query}", b"1;2\n", {"Content-Type": "application/octet-stream"}))
        part = caller.upload_begun()
        for text in ("", "bytes", "bytes 0-3/10", "bytes 5-9/10", "bytes 3-1/10", "bytes 0-9/5", "bytes */10", "bytes 0-99999999999999999999/10", "octets 0-1/2", "bytes 4-7/10"):
            self.check(f"PUT a part {text}", caller.ask("PUT", f"/api/files/{part}", b"abcd", {"Content-Range": text, "Content-Type": "application/octet-stream"}))
        for text in ("bytes=0-0", "bytes=-1", "bytes=9-1", "bytes=x", "bytes=0-1,3-4", "bytes=99999999999999999999-", "x"):
            file = caller.upload("een.txt", b"een paar woorden")
            self.check(f"GET a part {text}", caller.ask("GET", f"/api/files/{file}", headers={"Range": text}))
        for method in ("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO"):
            for path in ("/", "/api", "/api/", "/api/x/y", "/api/session/x", "//", "/api//session", "/%2e%2e/key", "/../key", "/openapi.json/x", "/healthz", "/api/files", "/api/jobs"):
                self.check(f"{method} {path}", caller.ask(method, path, b"" if method in ("POST", "PUT") else None))

    def doors_body(self, path, schema):
        nobody = self.office.caller()
        whole = {name: "x" for name in schema["properties"]}
        values = ["", None, 1, [], LONG, "\x00", "\ud800"]
        for name in schema["properties"]:
            for value in values:
                self.check(f"POST {path} with {name} {str(value)[:20]!r}", ask_patiently(nobody, path, {**whole, name: value}))
        for body in BODIES[:32]:
            self.check(f"POST {path} with the body {body[:40]!r}", nobody.ask("POST", path, body, {"Content-Type": "application/json"}))

    def still_works(self):
        for path in ("/healthz", "/readyz"):
            answer = self.office.caller().ask("GET", path)
            assert answer.status == 200, answer
        self.office.people["hr_adviser"].done("administration.list_people", {"limit": 5})
        self.office.verify_ledger()


def ask_patiently(caller, path, given):
    """Of a sign-in that must wait, the waiting is the answer."""
    answer = caller.ask("POST", path, given)
    assert answer.status != 429 or answer.headers.get("Retry-After"), answer
    return answer


class Asking:
    """An account that signs in again before its session has asked too much."""

    def __init__(self, office, name):
        self.office, self.name = office, name
        self.session, self.asked = None, 0

    def caller(self):
        if self.session is None or self.asked >= ASKED_BY_A_SESSION:
            self.session, self.asked = self.office.signed_in(self.name), 0
            self.session.ask("POST", "/api/session/confirm", {"password_or_code": PASSWORD})  # for what asks to have just proved it
        return self.session

    def ask(self, *words, **more):
        caller = self.caller()
        self.asked += 1
        return caller.ask(*words, **more)


def edges_of(schema, paths):
    """Values at and beyond the edges of a member."""
    kind = schema.get("type")
    yield from OTHER_TYPES
    if kind == "string":
        yield from {"date": DATES, "id": IDS}.get(schema.get("format"), [])
        if "enum" in schema:
            yield from schema["enum"]
            yield schema["enum"][0].upper()
        else:
            yield from paths
        yield from TEXTS
    elif kind in ("integer", "number"):
        yield from NUMBERS
        for edge in ("minimum", "maximum"):
            if edge in schema:
                yield from (schema[edge] - 1, schema[edge], schema[edge] + 1)
    elif kind == "array":
        for item in edges_of(schema.get("items", {}), paths):
            yield [item]
        yield ["x"] * 2000
    elif kind == "boolean":
        yield from ("true", "false", 1, False)


def changed(schema, whole, paths, place=""):
    """`whole` with one member left out or changed, members of members too."""
    properties = schema.get("properties", {})
    for name, about in properties.items():
        yield f"{place}{name} left out", {key: value for key, value in whole.items() if key != name}
        for value in edges_of(about, paths):
            yield f"{place}{name} {json.dumps(value)[:60]}", {**whole, name: value}
        if about.get("type") == "object":
            inner = whole.get(name) if isinstance(whole.get(name), dict) else {}
            for what, value in changed(about, inner, paths, f"{place}{name}."):
                yield what, {**whole, name: value}
        elif about.get("type") == "array" and about.get("items", {}).get("type") == "object":
            inner = next(iter(whole.get(name) or []), {})
            for what, value in changed(about["items"], inner if isinstance(inner, dict) else {}, paths, f"{place}{name}[]."):
                yield what, {**whole, name: [value]}
    yield f"{place}an unknown member", {**whole, "onbekend": 1}


def fits_in_a_query(given):
    try:
        text = query_of(given)
    except UnicodeEncodeError:
        return False
    return len(text) < 8000 and not any(value is None for value in given.values())


def main():
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, Office(pathlib.Path(sys.argv[1]).resolve(), folder) as office:
        canary = pathlib.Path(folder) / "canary.csv"
        canary.write_text(f"Personeelsnummer\n{CANARY}\n", encoding="utf-8")
        before = {path.name for path in pathlib.Path(folder).iterdir()}
        office.settle()
        office.add_account("spare")
        edges = Edges(office, canary)
        edges.all_operations()
        edges.jobs_ended_well()
        edges.the_door()
        edges.still_works()
        lines = office.check_log()
        office.stop()
        made = {path.name for place in (pathlib.Path(folder), *office.place.parents, office.place) if place.is_relative_to(folder)
                for path in place.iterdir()} - before - {"data", "units.csv", "people.csv", "leaders.csv", *"abcdef"}
        if made or CANARY not in canary.read_text(encoding="utf-8"):
            print(f"FAILED: files of the machine were made or written over where somebody asked: {sorted(made)[:20]}")
            edges.failures["files"].append("made")
    counts = ", ".join(f"{count} {kind}" for kind, count in sorted(edges.counts.items()))
    print(f"{len(edges.operations)} operations, {sum(edges.counts.values())} requests ({counts}), {len(edges.jobs)} jobs, {lines} lines in the log, "
          f"{time.monotonic() - began:.0f} s")
    for alike in filter(lambda one: one != ["made"], edges.failures.values()):
        print(f"FAILED {len(alike)} times: {alike[0]}")
    if edges.failures:
        sys.exit(1)


if __name__ == "__main__":
    main()
