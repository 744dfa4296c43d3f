"""Failure modes seen elsewhere, each against the scripted service: python3 failures_test.py build/collega"""
import json
import pathlib
import socket
import sqlite3
import sys
import tempfile
import time

from house import check, run

ANNA, BEN = "Anna de Wit", "Benno Kuipers"
TEXT = f"Schrijf een brief aan {ANNA} en aan {BEN}, telefoon 06-12345678, over hun nieuwe rooster."
SECRETS = ("Anna", "de Wit", "Benno", "Kuipers", "12345678")


def left(house):
    return house.upstream.requests[-1].body.decode()


def check_nothing_of(secrets, text, where):
    for secret in secrets:
        check(secret not in text, f"{secret!r} in {where}: {text[:600]}")


def check_refused(house, path, body, code, secrets=SECRETS):
    """That nothing was sent, in OpenAI's shape, and that the refusal repeats nothing."""
    before = len(house.upstream.requests)
    status, answer = house.ask(path, body)
    check(status >= 400, answer)
    check(set(answer) == {"error"} and set(answer["error"]) == {"message", "type", "code", "param"}, answer)
    check(answer["error"]["code"] == code, answer)
    check(len(house.upstream.requests) == before, "something was sent")
    check_nothing_of(secrets, json.dumps(answer, ensure_ascii=False), "the refusal")
    return answer


def names_are_replaced_and_restored(house):
    """What leaves holds no name, and what comes back does"""
    check(house.said(TEXT) == f"U schreef: {TEXT}", house.said(TEXT))
    check_nothing_of(SECRETS, left(house), "what left")


def split_over_deltas(house):
    """A placeholder split over deltas is restored"""
    text, events = house.streamed(TEXT, "letters")
    check(text == f"U schreef: {TEXT}", text)
    check_nothing_of(SECRETS, left(house), "what left")
    check(events[-1] == "DONE" and events[-2]["choices"][0]["finish_reason"] == "stop", events[-3:])
    check(len(events) > 40, f"held back until the end: {len(events)} events")


def split_over_segments(house):
    """A placeholder split over events, UTF-8 bytes and TCP segments is restored"""
    house.upstream.replies["bytes"] = lambda request: "Één brief aan " + next(
        one["content"] for one in request["messages"] if one["role"] == "user").split(" aan ")[1] + ", crème brûlée."
    text, _ = house.streamed(f"Graag één brief aan {ANNA}", "bytes")
    check(text == f"Één brief aan {ANNA}, crème brûlée.", text)


def first_token_is_not_held_back(house):
    """The first token comes when the service sends it, not when the answer is whole"""
    began = time.monotonic()
    seen = []
    for event in house.stream("/v1/chat/completions", {"model": "slow", "messages": [{"role": "user", "content": TEXT}]}):
        if event != "DONE" and event["choices"] and event["choices"][0]["delta"].get("content"):
            seen.append(time.monotonic() - began)
    check(seen[0] < 0.5, f"first words after {seen[0]:.2f} s")
    check(seen[-1] > 1.0, f"the service was not slow: {seen[-1]:.2f} s")


def two_people_are_two(house):
    """Two people have two placeholders, one person one however the name is spelled"""
    house.said(f"{ANNA} en {BEN} werken samen. Mevrouw De Wit is ziek. ANNA DE WIT belde.")
    sent = json.loads(left(house))["messages"][-1]["content"]
    check_nothing_of(("Anna", "ANNA", "Wit", "WIT", "Benno", "Kuipers"), sent, "what left")
    people = {word.strip(".,") for word in sent.split() if word.startswith("Persoon")}
    check(len(people) == 2, sent)


def numbering_is_stable(house):
    """The same person keeps the same placeholder through the turns of a conversation"""
    turns = [{"role": "user", "content": f"Wie is {BEN}?"}]
    first = house.said(turns)
    was = json.loads(left(house))["messages"][0]["content"]
    turns += [{"role": "assistant", "content": first}, {"role": "user", "content": f"En {ANNA}, de baas van {BEN}?"}]
    house.said(turns)
    now = json.loads(left(house))["messages"]
    check(now[0]["content"] == was, f"{was} became {now[0]['content']}")
    check(was.split()[-1].rstrip("?") in now[2]["content"], now)
    check_nothing_of(SECRETS, left(house), "what left")


def reshaped(house):
    """Placeholders come back although the model reshapes them"""
    for shape in (str.upper, lambda one: one.replace("-", " "), lambda one: one + "'s", lambda one: one.replace("Persoon", "Person"),
                  lambda one: f"**{one}**"):
        house.upstream.replies["tells"] = lambda request, shape=shape: "Beste " + shape(
            next(word.strip("?") for word in request["messages"][-1]["content"].split() if word.startswith("Persoon"))) + ", hallo."
        said = house.said(f"Wie is {ANNA} ?", "tells")
        streamed, _ = house.streamed(f"Wie is {ANNA} ?", "tells")
        check("Wit" in said and "erso" not in said, said)
        check(streamed == said, f"{streamed} and {said}")


def suffix_dropped(house):
    """A placeholder of which the model drops the letter comes back, where there is only one"""
    house.upstream.replies["tells"] = lambda request: "De brief is voor Persoon."
    check(house.said(f"Schrijf {ANNA} een brief", "tells") == f"De brief is voor {ANNA}.", house.said(f"Schrijf {ANNA} een brief", "tells"))


def prefixes_do_not_collide(house):
    """With more people than letters nobody gets another's name"""
    first = ("Anna", "Bram", "Carla", "Dirk", "Els", "Frank")
    last = ("Bakker", "Visser", "Smit", "Mulder", "Dekker")
    names = [f"{one} {other}" for one in first for other in last]
    text = "; ".join(f"{name} werkt {place} uur" for place, name in enumerate(names, 10))
    check(house.said(text) == f"U schreef: {text}", house.said(text))
    streamed, _ = house.streamed(text, "letters")
    check(streamed == f"U schreef: {text}", streamed)
    check_nothing_of(names, left(house), "what left")


def own_placeholder_in_text(house):
    """A text that holds what looks like a placeholder is not mixed up with it"""
    text = f"Persoon-A is een aanduiding. {ANNA} is een mens."
    check(house.said(text) == f"U schreef: {text}", house.said(text))


def tool_calls(house):
    """Arguments of tool calls leave masked and come back as JSON, streamed too"""
    name = 'Anna de Wit'
    call = {"role": "assistant", "content": None, "tool_calls": [
        {"id": "call_0", "type": "function", "function": {"name": "zoek", "arguments": json.dumps({"naam": name, "bsn": 123456782})}}]}
    turns = [{"role": "user", "content": "Zoek haar op."}, call, {"role": "tool", "tool_call_id": "call_0", "content": f"{name}, {BEN}"},
             {"role": "user", "content": name}]
    tools = [{"type": "function", "function": {"name": "zoek", "description": f"Zoekt, bijvoorbeeld {BEN}",
                                               "parameters": {"type": "object", "properties": {"naam": {"type": "string"}}}}}]
    status, answer = house.chat(turns, "calls", tools=tools)
    check(status == 200, answer)
    given = json.loads(answer["choices"][0]["message"]["tool_calls"][0]["function"]["arguments"])
    check(given == {"naam": name, "lijst": [name]}, given)
    check_nothing_of((*SECRETS, "123456782"), left(house), "what left")
    _, events = house.streamed(turns, "calls", tools=tools)
    text = "".join(call["function"].get("arguments", "") for event in events if event != "DONE" for choice in event["choices"]
                   for call in choice["delta"].get("tool_calls", []))
    check(json.loads(text) == {"naam": name, "lijst": [name]}, text)


def responses(house):
    """/v1/responses is shielded as chats are, streamed too"""
    body = {"model": "plain", "instructions": f"U helpt {BEN}.", "metadata": {"who": ANNA}, "user": ANNA,
            "input": [{"role": "user", "content": [{"type": "input_text", "text": TEXT}]},
                      {"type": "function_call", "call_id": "call_0", "name": "zoek", "arguments": json.dumps({"naam": ANNA})},
                      {"type": "function_call_output", "call_id": "call_0", "output": f"{ANNA}: 06-12345678"}]}
    status, answer = house.ask("/v1/responses", body)
    check(status == 200, answer)
    check(answer["output"][0]["content"][0]["text"] == f"U schreef: {TEXT}", answer)
    check(answer["instructions"] == f"U helpt {BEN}.", answer)
    check_nothing_of(SECRETS, left(house), "what left")
    check(json.loads(left(house))["store"] is False, left(house))
    for model in ("plain", "calls"):
        events = list(house.stream("/v1/responses", {**body, "model": model}))
        check_nothing_of(SECRETS, left(house), "what left")
        check([event["sequence_number"] for event in events] == list(range(len(events))), events)
        check(events[-1]["type"] == "response.completed", events[-1])
        text = "".join(event["delta"] for event in events if event["type"].endswith(".delta"))
        done = next(event for event in events if event["type"].endswith(".done"))
        check(text == done.get("text", done.get("arguments")), f"{text} and {done}")
        check(ANNA in text and "Persoon" not in text, text)


def embeddings(house):
    """Text for embeddings is shielded"""
    status, answer = house.ask("/v1/embeddings", {"model": "embed", "input": [TEXT, ANNA]})
    check(status == 200 and [one["embedding"] for one in answer["data"]] == [[0.25, -1.5, 3e-05]] * 2, answer)
    check_nothing_of(SECRETS, left(house), "what left")
    check_refused(house, "/v1/embeddings", {"model": "embed", "input": [[1, 2, 3]]}, "wrong_type")


def two_choices(house):
    """Two choices whose pieces come in turns are restored apart"""
    _, events = house.streamed(TEXT, "two", n=2)
    for wanted in (0, 1):
        text = "".join(choice["delta"].get("content", "") for event in events if event != "DONE" for choice in event["choices"]
                       if choice["index"] == wanted)
        check(text == f"U schreef: {TEXT}", text)


def error_that_echoes(house):
    """An error in which the service repeats the text is not passed on"""
    status, answer = house.chat(TEXT, "echoes")
    check(status == 502 and answer["error"]["code"] == "model_refuses", answer)
    check("cannot process" not in json.dumps(answer) and "Persoon" not in json.dumps(answer), answer)
    check_nothing_of(SECRETS, json.dumps(answer), "the error")
    text, events = house.streamed(TEXT, "fails-within")
    check(events[-1]["error"]["code"] == "model_unreachable", events)
    check("cannot process" not in json.dumps(events), events)


def services_that_break(house):
    """Malformed JSON, a page, a close in the middle, an event without end: told as an error, never as an answer"""
    for model, code in (("malformed", "model_broken"), ("page", "model_broken"), ("early", "model_unreachable"), ("busy", "model_unreachable"),
                        ("broken", "model_unreachable"), ("late", "model_slow")):
        status, answer = house.chat(TEXT, model)
        check(status in (502, 504) and answer["error"]["code"] == code, f"{model}: {status} {answer}")
    for model in ("malformed", "page", "huge"):
        status, answer = house.chat(TEXT, model, stream=True)
        check(status == 502 and answer["error"]["code"] == "model_broken", f"{model}: {status} {answer}")
    for model, code in (("early", "model_unreachable"), ("unfinished", "model_broken"), ("silent", "model_slow")):
        _, events = house.streamed(TEXT, model)
        check(events[-1].get("error", {}).get("code") == code, f"{model}: {events[-1]}")
        check("DONE" not in events, f"{model} was told to be whole")


def caller_hangs_up(house):
    """A caller that hangs up, before the first word or in the middle, ends the call to the service within a second"""
    for model, stream in (("endless", True), ("silent", True), ("late", False), ("late", True)):
        body = {"model": model, "messages": [{"role": "user", "content": TEXT}], "stream": stream}
        before = len(house.upstream.requests)
        connection = house.connect()
        connection.request("POST", "/v1/chat/completions", json.dumps(body), {"Authorization": f"Bearer {house.key}", "Content-Type": "application/json"})
        if model == "endless":
            connection.getresponse().read(200)
        end = time.monotonic() + 5
        while len(house.upstream.requests) == before and time.monotonic() < end:
            time.sleep(0.01)
        received = house.upstream.requests[-1]
        connection.sock.shutdown(socket.SHUT_RDWR)
        connection.close()
        if model == "late":
            continue  # asleep, it does not look; that the server let go of it is seen in its memory and threads
        check(received.ended.wait(1.5), f"{model}: the service was kept at it")


def endless_answer_is_backed_up(house):
    """A caller that takes nothing makes the service wait, and costs no memory"""
    before = house.memory()
    sockets = []
    for _ in range(10):
        connection, _ = house.post("/v1/chat/completions", {"model": "endless", "messages": [{"role": "user", "content": "Hallo"}], "stream": True})
        sockets.append(connection)
    time.sleep(2)
    check(house.memory() - before < 20, f"{house.memory() - before:.0f} MB more")
    for connection in sockets:
        connection.close()


def unreadable_is_refused(house):
    """What nobody can look through is refused: images, audio, files, kinds and members that nobody knows"""
    image = {"type": "image_url", "image_url": {"url": "https://example.org/Anna-de-Wit.png"}}
    part = lambda one: {"model": "plain", "messages": [{"role": "user", "content": [{"type": "text", "text": TEXT}, one]}]}
    path = "/v1/chat/completions"
    answer = check_refused(house, path, part(image), "shield_cannot_check")
    check(answer["error"]["param"] == "messages[0].content[1].image_url", answer)
    check_refused(house, path, part({"type": "input_audio", "input_audio": {"data": "AAAA", "format": "wav"}}), "shield_cannot_check")
    check_refused(house, path, part({"type": "hologram", "hologram": ANNA}), "shield_cannot_check")
    check_refused(house, path, part({"type": "file", "file": {"filename": "Anna de Wit.pdf", "file_data": "data:application/pdf;base64,JVBERg=="}}),
                  "shield_cannot_check")
    check_refused(house, path, part({"type": "file", "file": {"file_id": "file-1"}}), "shield_cannot_check")
    chat = {"model": "plain", "messages": [{"role": "user", "content": "Hallo"}]}
    check_refused(house, path, {**chat, "web_search_options": {"user_location": ANNA}}, "shield_cannot_check")
    check_refused(house, path, {**chat, "tools": [{"type": "web_search"}]}, "shield_cannot_check")
    check_refused(house, path, {"model": "plain", "messages": [{"role": "user", "content": "Hallo", "geheim van Anna de Wit": 1}]}, "shield_cannot_check")
    check_refused(house, "/v1/responses", {"model": "plain", "input": "Hallo", "previous_response_id": "resp_1"}, "shield_cannot_check")
    check_refused(house, "/v1/responses", {"model": "plain", "input": [{"type": "input_image", "image_url": "data:image/png;base64,AAAA"}]}, "shield_cannot_check")
    check_refused(house, path, {"model": "plain", "messages": [{"role": "user", "content": ("Hallo. " * 80_000)}]}, "request_too_large")
    check_refused(house, path, b'{"model": "plain", "messages": [{"role": "user", "content": "Anna de Wit', "bad_json")
    check_refused(house, path, {**chat, "model": "bestaat-niet"}, "unknown_model")


def readable_file(house):
    """A file of plain text leaves with its name and text replaced"""
    import base64
    data = "data:text/plain;base64," + base64.b64encode(TEXT.encode()).decode()
    status, answer = house.chat([{"role": "user", "content": [{"type": "text", "text": "Vat samen"}, {"type": "file", "file": {
        "filename": f"Brief aan {ANNA}.txt", "file_data": data}}]}])
    check(status == 200, answer)
    sent = json.loads(left(house))["messages"][0]["content"][1]["file"]
    text = base64.b64decode(sent["file_data"].split(",")[1]).decode()
    check_nothing_of(SECRETS, sent["filename"] + text, "the file that left")
    check("nieuwe rooster" in text, text)


def shield_down(house):
    """When the rules or the shield cannot be had, nothing is sent"""
    data = next(house.office.data.glob("*.db"), None) or next(one for one in house.office.data.iterdir() if one.read_bytes()[:6] == b"SQLite")
    with sqlite3.connect(data, timeout=10) as store:
        store.execute("insert into gateway_policy (id, purpose, content) values (1, 'stuk', '{')")
    time.sleep(1.2)  # the rules are read once a second
    check_refused(house, "/v1/chat/completions", {"model": "plain", "messages": [{"role": "user", "content": TEXT}]}, "bad_json")
    with sqlite3.connect(data, timeout=10) as store:
        store.execute("delete from gateway_policy where id = 1")
    check(house.said(TEXT) == f"U schreef: {TEXT}", "it did not come back")


def memory_is_flat(house):
    """Two hundred streams after each other leave the memory as it was"""
    for _ in range(50):
        house.streamed(TEXT, "letters")
    before = house.memory()
    for _ in range(200):
        house.streamed(TEXT, "letters")
    check(house.memory() - before < 8, f"{house.memory() - before:.1f} MB more")


TESTS = (names_are_replaced_and_restored, split_over_deltas, split_over_segments, first_token_is_not_held_back, two_people_are_two,
         numbering_is_stable, reshaped, suffix_dropped, prefixes_do_not_collide, own_placeholder_in_text, tool_calls, responses, embeddings,
         two_choices, error_that_echoes, services_that_break, caller_hangs_up, endless_answer_is_backed_up, unreadable_is_refused,
         readable_file, shield_down, memory_is_flat)

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        sys.exit(run(pathlib.Path(sys.argv[1]).resolve(), made, TESTS))
