"""Makes Stichting Lindehof on a server that is empty: what its own people would have done there, by their own accounts."""
import datetime
import json
import pathlib

from caller import Caller
from hire import hire
from skills import name_skills, tell_skills
from staff import Staff

LINDEHOF = pathlib.Path(__file__).parent / "lindehof"
# In the open: it opens nothing but the demo, which only this computer can reach.
PASSWORD = "koffie met appeltaart"


def prepare(server, files, papers, say):
    """`files`: the organisation's, `papers`: those of its vacancies and candidates. Gives the accounts and the links of
    candidates as the log-in page shows them."""
    staff = Staff(files, datetime.date.today().isoformat())
    casting = told("accounts")
    administrator = first_administrator(server, next(one for one in casting if "administrator" in one["roles"]))
    import_people(administrator, files, staff.write_leaders(files / "leiding.csv"), say)
    accounts = make_accounts(server, administrator, staff, casting)
    say(f"{len(accounts)} accounts")

    def signed_in(login):
        caller = Caller(server.port)
        caller.sign_in(login, PASSWORD)
        return caller

    documents = fill_library(signed_in("hr-adviseur"), staff)
    say(f"{len(documents)} documents in the library")
    fill_register(signed_in("privacy"), signed_in("privacy2"), signed_in("fg"), documents, say)
    recruiter = signed_in("recruiter")
    links = []
    if "/api/hiring/add_vacancy" in recruiter.ask("GET", "/openapi.json")["paths"]:
        links = hire(recruiter, signed_in("leidinggevende"), staff, told("vacancies"), LINDEHOF / "cvs", papers, say)
    else:
        say("no vacancies: this Collega keeps none")
    # After the vacancies: what was matched there was matched before these names were.
    name_skills(signed_in("hr-adviseur"), LINDEHOF / "eigen-namen.csv", say)
    tell_skills(signed_in, LINDEHOF / "vaardigheden.json", say)
    return {"accounts": accounts, "links": links}


def told(name):
    return json.loads((LINDEHOF / f"{name}.json").read_text(encoding="utf-8"))


def first_administrator(server, account):
    caller = Caller(server.port)
    caller.ask("POST", "/api/session/first",
               {"code": server.first_code, "login": account["login"], "display": account["name"], "password": PASSWORD})
    caller.sign_in(account["login"], PASSWORD)
    return caller


def import_people(administrator, files, leaders, say):
    for path in (files / "afdelingen.csv", files / "medewerkers.csv", leaders):
        report = administrator.job(administrator.start("administration.import", file=administrator.upload(path)))
        assert report["imported"], f"{path.name} did not come in: {report['bad'][:3]}"
        say(f"{path.name} imported, {report['rows']:,} rows")


def make_accounts(server, administrator, staff, casting):
    accounts = []
    for account in casting:
        number = staff.player(account)
        name = staff.name(number) if number else account["name"]
        accounts.append({"login": account["login"], "name": name, "roles": account["roles"], "what": account["what"]})
        if "administrator" in account["roles"]:
            continue
        person = {"person": number} if number else {}
        code = administrator.act("administration.invite", login=account["login"], display=name, **person)["code"]
        for role in account["roles"]:
            if role not in ("employee", "manager"):  # these follow from the records
                administrator.act("administration.give_role", login=account["login"], role=role)
        Caller(server.port, account["login"]).ask("POST", "/api/session/password", {"code": code, "password": PASSWORD})
    return accounts


def fill_library(adviser, staff):
    """The id of each document, by its file."""
    documents = {}
    for entry in told("library"):
        given = {name: value for name, value in entry.items() if name not in ("file", "later", "units_named")}
        if "units_named" in entry:
            given["units"] = [staff.unit(name) for name in entry["units_named"]]
        document = adviser.act("library.add", file=adviser.upload(LINDEHOF / entry["file"]), **given)["document"]
        documents[entry["file"]] = document
        if "later" in entry:
            later = {**entry["later"], "file": adviser.upload(LINDEHOF / entry["later"]["file"])}
            adviser.act("library.add", document=document, **later)
    return documents


def fill_register(coordinator, second, officer, documents, say):
    """Conditions with their proof, then each use up in two steps, with a second person where the risk is high."""
    register = told("register")
    coordinator.act("register.organisation", **register["organisation"])
    uses = [use for use in coordinator.read("register.list", closed="true")["uses"] if use["use"].split(".")[0] in register["desks"]]
    for use in uses:
        for condition in register["conditions"]:
            if use["risk"] in condition["risks"]:
                coordinator.act("register.complete", use=use["use"], **proof(condition, documents))
        if use["risk"] == "high":
            officer.act("register.advise", use=use["use"], text=register["advice"])
        for step in register["steps"]:
            asked = coordinator.act("register.switch", use=use["use"], to=step["to"], reason=step["reason"])
            if asked["status"] == "waiting":
                second.act("register.confirm", switch=asked["switch"], opinion="agree", reason=step["agreed"])
    say(f"{len(uses)} uses in the AI register, each on by two people where the risk is high")


def proof(condition, documents):
    given = {name: value for name, value in condition.items() if name != "risks"}
    if "document" in given:
        given["document"] = documents[given["document"]]
    return given
