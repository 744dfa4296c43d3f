"""An office with a gateway, a scripted service behind it, and somebody with a key. For the tests in this folder."""
import http.client
import json
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "http"))
from office import PASSWORD, Office  # noqa: E402
from upstream import Upstream  # noqa: E402

MODEL_USES = ("gateway.complete", "gateway.respond", "gateway.embed", "gateway.transcribe", "gateway.send_message")
BEHAVIOURS = ("plain", "letters", "bytes", "slow", "late", "endless", "silent", "early", "unfinished", "malformed", "page", "huge", "echoes",
              "fails-within", "busy", "broken", "calls", "two", "tells", "fixed")


class House:
    def __init__(self, binary, folder):
        self.office = Office(binary, folder)
        self.upstream = Upstream().start()
        self.key = None

    def __enter__(self):
        self.office.__enter__()
        self.office.settle(roles=("privacy_coordinator", "hr_adviser", "recruiter"))
        self.office.add_account("second_privacy_coordinator", "privacy_coordinator")
        self.open_uses()
        self.administrator, self.adviser = self.office.people["administrator"], self.office.people["hr_adviser"]
        self.confirm(self.administrator)
        self.provider = self.add_provider("eigen", self.upstream.url, is_local=True)
        self.key = self.new_key(self.adviser)
        return self

    def __exit__(self, *error):
        self.office.__exit__(*error)

    def open_uses(self):
        """Owner and notice, as the register asks of a limited risk; switched on by one person."""
        first = self.office.people["privacy_coordinator"]
        self.confirm(first)
        for use in MODEL_USES:
            for condition in ("owner", "notice"):
                proof = {"use": use, "condition": condition, "date": time.strftime("%Y-%m-%d"), "reference": "map 7"}
                if condition == "owner":
                    proof["who"] = "hr_adviser@eikenhof.example"
                first.done("register.complete", proof)
            first.done("register.switch", {"use": use, "to": "pilot", "reason": "We proberen het."})

    @staticmethod
    def confirm(caller):
        answer = caller.ask("POST", "/api/session/confirm", {"password_or_code": PASSWORD})
        assert answer.status == 200, answer

    def add_provider(self, name, url, **more):
        kinds = {"embed": "embedding", "hears": "transcription"}
        models = [{"name": one, "kind": "chat", "micros_in": 1_000_000, "micros_out": 3_000_000} for one in more.pop("models", BEHAVIOURS)]
        models += [{"name": one, "kind": kind} for one, kind in kinds.items()]
        content = {"name": name, "url": url, "takes": ["open", "personal", "special", "speech"], "models": models, "first_byte_seconds": 2,
                   "between_seconds": 2, **more}
        return self.administrator.done("gateway.add_provider", {"content": content, "key": "sk-geheim-7f3a"})["provider"]

    def new_key(self, caller, operations=("gateway.*",)):
        self.confirm(caller)
        return caller.done("account.make_key", {"name": "proef", "operations": list(operations), "days": 30})["key"]

    # OpenAI's interface, as a client speaks it

    def connect(self, timeout=20):
        caller = self.office.caller()
        return http.client.HTTPConnection(caller.host, caller.port, timeout=timeout)

    def post(self, path, body, key=None, headers=None):
        connection = self.connect()
        data = body if isinstance(body, bytes) else json.dumps(body)
        connection.request("POST", path, data, {"Authorization": f"Bearer {key or self.key}", "Content-Type": "application/json", **(headers or {})})
        return connection, connection.getresponse()

    def ask(self, path, body, key=None, headers=None):
        connection, response = self.post(path, body, key, headers)
        text = response.read().decode()
        connection.close()
        return response.status, json.loads(text)

    def chat(self, text, model="plain", **more):
        messages = text if isinstance(text, list) else [{"role": "user", "content": text}]
        return self.ask("/v1/chat/completions", {"model": model, "messages": messages, **more})

    def said(self, text, model="plain", **more):
        status, answer = self.chat(text, model, **more)
        assert status == 200, answer
        return answer["choices"][0]["message"]["content"]

    def stream(self, path, body):
        """Each event, as it came."""
        connection, response = self.post(path, {**body, "stream": True})
        assert response.status == 200, response.read()
        assert response.getheader("Content-Type") == "text/event-stream", response.getheaders()
        for line in response:
            if line.startswith(b"data: "):
                data = line[6:].strip()
                yield "DONE" if data == b"[DONE]" else json.loads(data)
        connection.close()

    def streamed(self, text, model="plain", **more):
        """The text of a chat, and its events."""
        messages = text if isinstance(text, list) else [{"role": "user", "content": text}]
        events = list(self.stream("/v1/chat/completions", {"model": model, "messages": messages, **more}))
        whole = "".join(choice["delta"].get("content") or "" for event in events if event != "DONE" and "choices" in event
                        for choice in event["choices"])
        return whole, events

    def memory(self):
        """Of the server, in MB."""
        status = pathlib.Path(f"/proc/{self.office.process.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def check(condition, what):
    if not condition:
        raise AssertionError(what)


def run(binary, folder, tests):
    """Every test on one house; which failed is told at the end."""
    failed = []
    with House(binary, folder) as house:
        for test in tests:
            try:
                test(house)
                print(f"ok      {test.__doc__}")
            except Exception as error:  # the others still tell something
                failed.append(test)
                print(f"FAILED  {test.__doc__}\n        {type(error).__name__}: {error}")
        house.office.check_log()
        house.office.verify_ledger()
    print(f"{len(tests) - len(failed)} of {len(tests)}")
    return 1 if failed else 0
