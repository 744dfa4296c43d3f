#!/usr/bin/env python3
"""`make demo`, as who runs it sees it: an organisation that is made once, in which every account can do what it is for.

    serve.py BUILD
"""
import http.client
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(REPOSITORY / "demo"), str(REPOSITORY / "tests/http")]
from caller import Caller, Refused  # noqa: E402
from office import may_write_only_in, skip_where_nothing_holds_back  # noqa: E402

PEOPLE = 150
CHAPTERS = 15
CANDIDATES = 15  # of a vacancy


class Run:
    """demo/serve.py with what was built, on a folder and a port of its own."""

    def __init__(self, folder, build, *words):
        self.process = subprocess.Popen(
            [sys.executable, REPOSITORY / "demo/serve.py", "--build", build, "--out", folder / "out", "--people", str(PEOPLE), "--port", "0", *words],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True, preexec_fn=lambda: may_write_only_in(folder))
        self.said, self.port = [], None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def until(self, what):
        for line in self.process.stdout:
            self.said.append(line)
            if what in line:
                return self
        raise AssertionError(f"it never said {what!r}:\n{self.text()}")

    def until_open(self):
        self.until("http://127.0.0.1:")
        self.port = int(self.said[-1].rsplit(":", 1)[1])
        return self

    def text(self):
        return "".join(self.said)

    def end(self, by=signal.SIGTERM):
        if self.process.poll() is None:
            os.killpg(self.process.pid, by)
        return self.process.wait(timeout=40)


def first_page(caller, operation, member, **given):
    found = caller.read(operation, **given)[member]
    assert found, f"{caller.name} finds nothing in {operation}"
    return found


def refused(caller, operation, **given):
    try:
        caller.read(operation, **given)
    except Refused:
        return True
    return False


def titles(caller, **given):
    return [document["title"] for document in first_page(caller, "library.list", "documents", limit=200, **given)]


def reads_handbook(caller):
    chapters = first_page(caller, "library.list", "documents", kind="handbook")
    assert len(chapters) == CHAPTERS, chapters
    about_ai = next(one["document"] for one in chapters if "AI" in one["title"])
    assert "een mens beslist" in caller.read("library.read", document=about_ai)["text"]
    assert not any("DPIA" in title for title in titles(caller)), "an employee reads what is not for everybody"
    assert refused(caller, "administration.list_people"), "an employee sees the others"
    travel = next(one["document"] for one in chapters if "Reizen" in one["title"])
    assert "€ 0,18" in caller.read("library.read", document=travel)["text"]
    assert "€ 0,18" not in caller.read("library.read", document=travel, as_of="2025-06-30")["text"], "the version of 2025 is not there"


def knows_own_skills(caller):
    """Some confirmed, one struck; the organisation's own names are in force."""
    reads_handbook(caller)
    states = {one["concept"]: one["state"] for one in first_page(caller, "skills.mine", "skills")}
    assert states["skill/wound-care"] == "confirmed" and states["skill/medication-administration"] == "struck", states
    assert caller.read("skills.search", text="medicijnronde lopen")["concepts"][0]["concept"] == "skill/medication-administration"
    assert caller.read("skills.my_gap", occupation="occupation/own-wijkregisseur-lindehof")["missing"]
    assert first_page(caller, "skills.my_moves", "moves")


def sees_people(caller):
    first_page(caller, "administration.list_people", "people")


def finds_candidates(caller):
    """A morning half done: a draft, vacancies with candidates, one with a shortlist, one that is over."""
    vacancies = first_page(caller, "hiring.vacancies", "vacancies")
    assert sorted(one["state"] for one in vacancies) == ["closed", "draft", *["open"] * 5, "shortlisted"], vacancies
    for vacancy in vacancies:
        matrix = caller.read("hiring.matrix", vacancy=vacancy["vacancy"])
        assert len(matrix["rows"]) == (0 if vacancy["state"] == "draft" else CANDIDATES), vacancy
        assert not any(row["group"] == "unmatched" for row in matrix["rows"]), "somebody waits to be laid beside the requirements"
        shown = {"name" in row for row in matrix["rows"]}
        assert shown <= {vacancy["state"] in ("shortlisted", "closed")}, "names are hidden until the shortlist, and shown after it"
    assert caller.act("skills.extract", text="Drie jaar ervaring met wondzorg.")["skills"]


def leads_people_and_sees_candidates(caller):
    sees_people(caller)
    own = [one for one in first_page(caller, "hiring.vacancies", "vacancies") if one["state"] == "open" and "wijkteam" in one["title"]]
    rows = caller.read("hiring.matrix", vacancy=own[0]["vacancy"])["rows"]
    assert sorted(row["my_view"] for row in rows if "my_view" in row) == ["hold", "invite"], rows


def finds_uses_open(caller):
    uses = first_page(caller, "register.list", "uses")
    for desk in ("hiring", "skills"):
        of_desk = [use for use in uses if use["use"].startswith(desk) and use["risk"] != "minimal"]
        assert of_desk and all(use["may_run"] and use["state"] == "on" for use in of_desk), of_desk


def verifies_ledger(caller):
    assert caller.read("oversight.verify_ledger")["whole"]


def counts_use(caller):
    finds_uses_open(caller)
    caller.read("oversight.use")


def finds_imports(caller):
    assert len(first_page(caller, "administration.imports", "runs")) == 3


def knows_what_to_note(caller):
    assert any("ziekmelding" in title for title in titles(caller, kind="policy"))


MAIN_READ = {
    "recruiter": finds_candidates, "manager": leads_people_and_sees_candidates, "employee": knows_own_skills, "hr_adviser": sees_people, "payroll": sees_people,
    "planner": sees_people, "company_doctor": knows_what_to_note, "privacy_coordinator": finds_uses_open,
    "data_protection_officer": verifies_ledger, "works_council": counts_use, "administrator": finds_imports,
}


def get(port, path, host="127.0.0.1"):
    connection = http.client.HTTPConnection(host, port, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read()


def built_with_pages(folder, build):
    """What was built, with pages of one line: whether the real ones were built is not the question here."""
    own = folder / "build"
    (own / "pages").mkdir(parents=True)
    (own / "pages/index.html").write_text("<p>the pages</p>")
    for name in ("collega", "demo"):
        (own / name).symlink_to(build / name)
    return own


def everybody_can_work(run):
    told = json.loads(get(run.port, "/demo.json")[1])
    assert {role for account in told["accounts"] for role in account["roles"]} == set(MAIN_READ), told
    assert len({account["name"] for account in told["accounts"]}) == len(told["accounts"]), "somebody plays two accounts"
    for account in told["accounts"]:
        assert account["what"]["nl"] and account["what"]["en"], account
        assert account["login"] in run.text() and told["password"] in run.text()
        caller = Caller(run.port)
        who = caller.sign_in(account["login"], told["password"])
        for role in account["roles"]:
            assert role in who["roles"], who
            MAIN_READ[role](caller)
    return told


def is_made_once(folder, build):
    with Run(folder, build).until_open() as run:
        assert get(run.port, "/")[1] == b"<p>the pages</p>"
        told = everybody_can_work(run)
        try:
            get(run.port, "/healthz", host="127.0.0.2")
            raise AssertionError("it listens on other addresses than 127.0.0.1")
        except ConnectionRefusedError:
            pass
        assert run.end() == 0
    with Run(folder, build).until_open() as again:
        assert "Making" not in again.text(), again.text()
        assert everybody_can_work(again) == told


def what_was_cut_off_is_made_anew(folder, build):
    with Run(folder, build, "--fresh").until("imported") as cut:
        cut.end(by=signal.SIGKILL)
    with Run(folder, build).until("accounts") as run:
        assert "Making" in run.text(), run.text()


def touches_nothing_of_others(folder, build):
    own = folder / "out" / f"data-{PEOPLE + 1}"
    own.mkdir()
    (own / "mine").write_text("keep")
    with Run(folder, build, "--people", str(PEOPLE + 1), "--fresh") as run:
        assert run.process.wait(timeout=20) != 0 and (own / "mine").read_text() == "keep"


def says_that_a_port_is_taken(folder, build):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with Run(folder, build, "--port", str(other.getsockname()[1])) as run:
            assert run.process.wait(timeout=20) != 0 and "in use" in run.process.stdout.read()


def main():
    skip_where_nothing_holds_back()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        build = built_with_pages(folder, pathlib.Path(sys.argv[1]).resolve())
        for test in (is_made_once, what_was_cut_off_is_made_anew, touches_nothing_of_others, says_that_a_port_is_taken):
            test(folder, build)
            print(f"ok  {test.__name__.replace('_', ' ')}", flush=True)


if __name__ == "__main__":
    main()
