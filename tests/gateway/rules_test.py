"""Who may ask, what may leave and where to, how much, and what is kept of it: python3 rules_test.py build/collega"""
import json
import pathlib
import socket
import sys
import tempfile
import time
import uuid

from house import check, run

ANNA = "Anna de Wit"
TEXT = f"Wat krijgt {ANNA} bij haar jubileum? Bel 06-12345678."
SICK = f"{ANNA} is ziek: zij heeft diabetes."


def refused(house, code, text=TEXT, status=None, **more):
    before = len(house.upstream.requests)
    got, answer = house.chat(text, **more)
    check(answer.get("error", {}).get("code") == code, f"{got} {answer}")
    check(status is None or got == status, got)
    check(len(house.upstream.requests) == before, "something was sent")


def keys_are_asked_for(house):
    """Without a key, with a wrong one, one for something else or one that was revoked nothing is answered"""
    for key, code, status in (("", "not_signed_in", 401), ("collega_p_wrong", "key_refused", 401),
                              (house.new_key(house.adviser, ["hiring.*"]), "not_allowed", 403)):
        connection = house.connect()
        connection.request("POST", "/v1/chat/completions", json.dumps({"model": "plain", "messages": [{"role": "user", "content": TEXT}]}),
                           {"Content-Type": "application/json", **({"Authorization": f"Bearer {key}"} if key else {})})
        response = connection.getresponse()
        answer = json.loads(response.read())
        check(response.status == status and answer["error"]["code"] == code, f"{response.status} {answer}")
    key = house.new_key(house.adviser)
    check(house.ask("/v1/embeddings", {"model": "embed", "input": "Hallo"}, key)[0] == 200, "a good key")
    number = next(one["number"] for one in house.adviser.done("account.keys")["keys"])
    house.adviser.done("account.revoke_key", {"number": number})
    check(house.ask("/v1/embeddings", {"model": "embed", "input": "Hallo"}, key)[0] == 401, "a key that was revoked")


def models_are_listed(house):
    """/v1/models lists what providers offer"""
    connection = house.connect()
    for path in ("/v1/models", "/v1/models/plain", "/v1/models/none"):
        connection.request("GET", path, headers={"Authorization": f"Bearer {house.key}"})
        response = connection.getresponse()
        answer = json.loads(response.read())
        if path == "/v1/models":
            check({"plain", "embed", "hears"} <= {one["id"] for one in answer["data"]}, answer)
        elif path.endswith("plain"):
            check(answer["id"] == "plain" and answer["owned_by"] == "eigen", answer)
        else:
            check(response.status == 404 and answer["error"]["code"] == "unknown_model", answer)


def register_switches_it_off(house):
    """What the register has off is answered by nobody"""
    privacy = house.office.people["privacy_coordinator"]
    house.confirm(privacy)
    privacy.done("register.switch", {"use": "gateway.complete", "to": "off", "reason": "Even niet."})
    time.sleep(1.5)
    refused(house, "use_off", status=403)
    privacy.done("register.switch", {"use": "gateway.complete", "to": "pilot", "reason": "Weer wel."})
    time.sleep(1.5)
    house.said(TEXT)


def keys_of_providers_stay_hidden(house):
    """A provider's key is sent to it, and shown to nobody"""
    house.said(TEXT)
    check(house.upstream.requests[-1].headers["authorization"] == "Bearer sk-geheim-7f3a", "the key that was sent")
    shown = house.administrator.done("gateway.providers")
    check("sk-geheim" not in json.dumps(shown) and all("has_key" in one for one in shown["providers"]), shown)
    for file in house.office.data.rglob("*"):
        check(not file.is_file() or b"sk-geheim" not in file.read_bytes(), f"the key stands in {file.name}")


def contract_before_first_use(house):
    """Somebody else's service is not used before its contract and transfer were checked, nor without TLS"""
    content = {"name": "ver weg", "url": "https://models.example/v1", "models": [{"name": "ver"}]}
    house.confirm(house.administrator)
    for more, where in (({}, "contract_on"), ({"contract_on": "2026-11-01"}, "transfer_on"),
                        ({"url": "http://models.example/v1"}, "url"), ({"url": "ftp://models.example/v1"}, "url"),
                        ({"url": "http://localhost.models.example/v1"}, "url")):
        answer = house.administrator.act("gateway.add_provider", {"content": {**content, **more}})
        check(answer.status == 400 and answer.json["where"] == where, f"{more}: {answer}")
    made = house.administrator.done("gateway.add_provider", {"content": {**content, "is_on": False}})
    refused(house, "unknown_model", model="ver")
    house.administrator.done("gateway.remove_provider", made)


def local_only(house):
    """What is to stay on machines of our own does, and so does what a provider may not have"""
    with_papers = {"contract_on": "2026-11-01", "transfer_on": "2026-11-01", "takes": ["open", "personal", "special"]}
    far = house.add_provider("buiten", house.upstream.url, models=["buiten"], **with_papers)
    house.said(TEXT, "buiten")
    refused(house, "no_provider", SICK, model="buiten")  # health
    house.said(SICK)
    house.administrator.done("gateway.remove_provider", {"provider": far})
    far = house.add_provider("buiten", house.upstream.url, models=["buiten"], **{**with_papers, "takes": ["open"]})
    refused(house, "no_provider", TEXT, model="buiten")
    house.said("Wat is een cao?", "buiten")
    house.administrator.done("gateway.remove_provider", {"provider": far})


def purposes(house):
    """A purpose keeps, refuses or generalises by its own policy; one that nobody set is none"""
    privacy = house.office.people["privacy_coordinator"]
    privacy.done("gateway.set_policy", {"policy": {"purpose": "vacatures", "kinds": [{"kind": "PERSON", "treatment": "keep"},
                                                                                    {"kind": "PHONE", "treatment": "refuse"}]}})
    body = {"model": "plain", "messages": [{"role": "user", "content": TEXT}]}
    status, answer = house.ask("/v1/chat/completions", body, headers={"Collega-Purpose": "vacatures"})
    check(status == 422 and answer["error"]["code"] == "shield_refuses" and "PHONE" in answer["error"]["message"], answer)
    check("12345678" not in json.dumps(answer), answer)
    body["messages"][0]["content"] = f"Wie is {ANNA}?"
    status, answer = house.ask("/v1/chat/completions", body, headers={"Collega-Purpose": "vacatures"})
    check(status == 200 and ANNA in house.upstream.requests[-1].body.decode(), answer)
    status, answer = house.ask("/v1/chat/completions", body, headers={"Collega-Purpose": "onbekend"})
    check(status == 400 and answer["error"]["param"] == "purpose", answer)
    check(house.adviser.act("gateway.set_policy", {"policy": {"purpose": "eigen"}}).status == 403, "anybody may set a policy")
    wrong = privacy.act("gateway.set_policy", {"policy": {"purpose": "eigen", "kinds": [{"kind": "PERSON", "treatment": "generalise"}]}})
    check(wrong.status == 400, wrong)


def next_provider_takes_over(house):
    """When a provider is not there, too busy or broken, the next one answers"""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        gone = house.add_provider("weg", f"http://127.0.0.1:{nobody.getsockname()[1]}/v1", is_local=True, models=["plain"])
    models = [{"name": "wisselt", "called": called} for called in ("busy", "plain")]
    ids = [house.administrator.done("gateway.add_provider", {"content": {
        "name": one["called"], "url": house.upstream.url, "is_local": True, "takes": ["open", "personal"], "models": [one]}})["provider"] for one in models]
    house.said(TEXT, "wisselt")
    text, _ = house.streamed(TEXT, "wisselt")
    check(text == f"U schreef: {TEXT}", text)
    content = next(one["content"] for one in house.administrator.done("gateway.providers")["providers"] if one["id"] == gone)
    house.administrator.done("gateway.change_provider", {"provider": gone, "content": content, "place": 1})
    check(house.administrator.done("gateway.providers")["providers"][0]["id"] == gone, "its place")
    house.said(TEXT)
    for one in (gone, *ids):
        house.administrator.done("gateway.remove_provider", {"provider": one})


def limits(house):
    """Requests a minute and tokens a month are limited, of a key alone or of everybody"""
    account = next(one["account"] for one in house.administrator.done("administration.list_accounts")["accounts"] if one["login"].startswith("hr_adviser"))
    made = house.administrator.done("gateway.add_limit", {"content": {"of": "person", "whose": account, "requests_a_minute": 2}})
    if time.time() % 60 > 50:
        time.sleep(60.5 - time.time() % 60)  # all within one minute
    house.said(TEXT)
    house.said(TEXT)
    connection, response = house.post("/v1/chat/completions", {"model": "plain", "messages": [{"role": "user", "content": TEXT}]})
    check(response.status == 429 and 0 < int(response.getheader("Retry-After")) <= 60, response.getheaders())
    connection.close()
    house.administrator.done("gateway.remove_limit", made)
    made = house.administrator.done("gateway.add_limit", {"content": {"of": "key", "tokens_a_month": 100}})
    refused(house, "budget_spent", status=429)
    house.administrator.done("gateway.remove_limit", made)
    made = house.administrator.done("gateway.add_limit", {"content": {"of": "everybody", "micros_a_month": 1_000_000_000}})
    house.said(TEXT)
    house.administrator.done("gateway.remove_limit", made)


def transcriptions(house):
    """A recording goes to a machine of our own under a name that tells nothing"""
    border = uuid.uuid4().hex
    parts = "".join(f'--{border}\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n{value}\r\n' for name, more, value in (
        ("model", "", "hears"), ("language", "", "nl"), ("prompt", "", f"Gesprek met {ANNA}"), ("file", '; filename="Anna de Wit.mp3"', "ID3 geluid")))
    status, answer = house.ask("/v1/audio/transcriptions", f"{parts}--{border}--\r\n".encode(),
                               headers={"Content-Type": f"multipart/form-data; boundary={border}"})
    check(status == 200 and answer == {"text": "Anna de Wit is ziek."}, answer)
    sent = house.upstream.requests[-1].body.decode()
    check("Anna" not in sent and "ID3 geluid" in sent and 'filename="audio.mp3"' in sent, sent)


def shield_can_be_tried(house):
    """The shield shows what would leave, why, and sends nothing"""
    before = len(house.upstream.requests)
    shown = house.adviser.done("gateway.try_shield", {"text": SICK})
    check(shown["may_leave"] and shown["local_only"] and shown["data"] == "special", shown)
    check(ANNA not in shown["leaves"] and shown["placeholders"][0]["original"] == ANNA, shown)
    person = next(one for one in shown["found"] if one["kind"] == "PERSON")
    check(SICK[person["start"]:person["end"]] == ANNA and person["reason"] and 0 < person["score"] <= 1, person)
    check(len(house.upstream.requests) == before, "something was sent")


def conversations(house):
    """A conversation is kept sealed for its owner alone, keeps its placeholders, and goes when it is deleted"""
    first = house.adviser.done("gateway.send_message", {"message": f"Wie is {ANNA}, zeg Zwartkopmees?", "model": "plain"})
    check(first["answer"] == f"U schreef: Wie is {ANNA}, zeg Zwartkopmees?", first)
    was = json.loads(house.upstream.requests[-1].body)["messages"]
    house.adviser.done("gateway.send_message", {"conversation": first["conversation"], "message": f"En de baas van {ANNA}?"})
    now = json.loads(house.upstream.requests[-1].body)["messages"]
    check(now[:2] == was and ANNA not in json.dumps(now), now)
    named = {"conversation": first["conversation"]}
    opened = house.adviser.done("gateway.open_conversation", named)
    check([one["role"] for one in opened["messages"]] == ["user", "assistant"] * 2, opened)
    check(opened["placeholders"][0]["original"] == ANNA and opened["conversation"]["ends_at"] > opened["conversation"]["changed_at"], opened)
    check(len(house.adviser.done("gateway.conversations")["conversations"]) == 1, "the list")
    other = house.office.people["recruiter"]
    check(other.act("gateway.open_conversation", named).code == "unknown_conversation", "another's")
    check(other.act("gateway.delete_conversation", named).code == "unknown_conversation", "another's")
    check(house.office.people["administrator"].done("gateway.conversations")["conversations"] == [], "another's list")
    for file in house.office.data.rglob("*"):
        check(not file.is_file() or b"Zwartkopmees" not in file.read_bytes(), f"the conversation can be read in {file.name}")
    house.adviser.done("gateway.delete_conversation", named)
    check(house.adviser.act("gateway.open_conversation", named).code == "unknown_conversation", "deleted")


def usage_is_of_many(house):
    """Use is shown of five people or more together; of fewer only how often"""
    usage = house.administrator.done("gateway.usage")
    check([row["purpose"] for row in usage["rows"]] == ["*"], usage)
    check(usage["rows"][0]["requests"] > 5 and "tokens_in" not in usage["rows"][0], usage)
    check(house.adviser.act("gateway.usage").status == 403, "anybody may see")


def seen_tools(house):
    """Counts of tools in use are taken in by domain and month; what is no domain is refused, few people are not counted"""
    tools = [{"domain": "chat.example", "requests": 120, "people": 9}, {"domain": "write.example", "requests": 7, "people": 2}]
    house.administrator.done("gateway.add_seen_tools", {"month": "2026-10-14", "tools": tools})
    shown = house.administrator.done("gateway.seen_tools")["tools"]
    check([(one["domain"], one["month"], one.get("people")) for one in shown] == [("chat.example", "2026-10-01", 9), ("write.example", "2026-10-01", None)], shown)
    wrong = house.administrator.act("gateway.add_seen_tools", {"month": "2026-10-14", "tools": [{"domain": "anna@chat.example", "requests": 1}]})
    check(wrong.status == 400 and "anna" not in wrong.body.decode(), wrong)


def ledger_knows_no_text(house):
    """The ledger says who asked what for which purpose and what was replaced, and nothing of the text"""
    house.said(TEXT)
    house.chat(TEXT, "echoes")
    time.sleep(0.2)
    entries = house.office.run("ledger", "search", "--operation", "gateway.complete", "--limit", "500")["entries"]
    text = json.dumps(entries, ensure_ascii=False)
    for secret in ("Anna", "Wit", "12345678", "jubileum", "Persoon"):
        check(secret not in text, f"{secret} in the ledger")
    done = next(one for one in entries if one["details"].get("model") == "plain")["details"]
    check(done["replaced"].get("PERSON", 0) >= 1 and done["tokens_in"] == 100 and done["tokens_out"] == 20 and done["micros"] == 160, done)
    check(len(done["sent"]) == 64 and done["purpose"] == "general", done)
    check(any(one["details"].get("why") == "model_refuses" and one["details"]["sent"] for one in entries), "what failed after it was sent")


TESTS = (keys_are_asked_for, models_are_listed, keys_of_providers_stay_hidden, contract_before_first_use, local_only, purposes,
         next_provider_takes_over, transcriptions, shield_can_be_tried, conversations, usage_is_of_many, seen_tools, ledger_knows_no_text,
         register_switches_it_off, limits)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        sys.exit(run(pathlib.Path(sys.argv[1]).resolve(), made, TESTS))
