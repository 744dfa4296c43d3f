"""Whoever asks the server of the demo something, over HTTP as docs/http.md says."""
import http.client
import json
import time
import urllib.parse


class Refused(Exception):
    """The server's own words for why not."""


class Caller:
    """One connection and, once signed in, one session."""

    def __init__(self, port, name="nobody"):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self.name, self.shown = name, {}

    def ask(self, method, path, body=None, headers=None):
        """The answer as JSON. Waits where the server asks to wait, and for a job until it is done."""
        sent = {**self.shown, **(headers or {})}
        if isinstance(body, dict):
            body = json.dumps(body).encode()
            sent["Content-Type"] = "application/json"
        while True:
            self.connection.request(method, path, body, sent)
            response = self.connection.getresponse()
            text = response.read()
            if response.status != 429:
                break
            time.sleep(float(response.headers.get("Retry-After", "1")))
        answer = json.loads(text) if text else {}
        if response.status >= 400:
            raise Refused(f"{self.name}: {method} {path}: {answer.get('detail', text)} {answer.get('missing', '')}")
        if "Set-Cookie" in response.headers:
            self.shown["Cookie"] = response.headers["Set-Cookie"].split(";")[0]
        return answer

    def sign_in(self, login, password):
        self.ask("POST", "/api/session", {"login": login, "password": password})
        self.name = login
        who = self.ask("GET", "/api/session")
        self.shown["X-CSRF-Token"] = who["csrf"]
        return who

    def act(self, operation, **given):
        answer = self.ask("POST", path_of(operation), given)
        return self.job(answer["job"]) if set(answer) == {"job"} else answer

    def start(self, operation, **given):
        """The number of the job that it becomes."""
        return self.ask("POST", path_of(operation), given, {"Prefer": "respond-async"})["job"]

    def read(self, operation, **given):
        return self.ask("GET", f"{path_of(operation)}?{urllib.parse.urlencode(given, doseq=True)}")

    def job(self, number):
        while True:
            job = self.ask("GET", f"/api/jobs/{number}")
            if job["state"] == "done":
                return job["answer"]
            if job["state"] in ("failed", "stopped"):
                raise Refused(f"{self.name}: {job.get('problem', job['state'])}")
            time.sleep(0.05)

    def upload(self, path):
        """The id by which an operation takes it."""
        query = urllib.parse.urlencode({"name": path.name})
        return self.ask("POST", f"/api/files?{query}", path.read_bytes(), {"Content-Type": "application/octet-stream"})["file"]


def path_of(operation):
    return "/api/" + operation.replace(".", "/")
