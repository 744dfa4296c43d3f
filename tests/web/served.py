#!/usr/bin/env python3
"""served.py BINARY PAGES [ROLE...]: a server with its pages on an organisation of its own, for a test in a browser (support.mjs).

Makes what tests/http/office.py makes, of the roles that are named or else of all, then answers a line of JSON with a line of JSON:
["run", words...] the command line, ["act", account, operation, input] an operation over HTTP, ["upload", account, name, text],
["sign_out", account], ["kill"], ["start"] at the port it had, ["log"], ["confirm", account] who it is, ["model"] starts a language model and
gives its address, ["heard"] all that ever went there. Ends, and the server with it, when nobody asks any more.
"""
import json
import pathlib
import sys
import tempfile
import urllib.parse

for folder in ("http", "gateway"):
    sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / folder))
from office import PASSWORD, Office, login_of
from upstream import Upstream


class WithPages(Office):
    def __init__(self, binary, pages, folder):
        super().__init__(binary, folder)
        self.pages, self.port = str(pages), "0"

    def serve_options(self):
        return ["--pages", self.pages, "--port", self.port, "--blind-one-in", "0"]

    def do(self, what, *given):
        if what == "run":
            return self.run(*given)
        if what == "act":
            account, operation, asked = given
            return self.people[account].done(operation, asked)
        if what == "upload":
            account, name, text = given
            return self.people[account].upload(name, text.encode())
        if what == "kill":
            return self.kill()
        if what == "start":
            self.port = str(urllib.parse.urlsplit(self.address).port)
            for one in self.callers:
                one.close()
            return self.start()
        if what == "log":
            return self.log_end()
        if what == "confirm":
            return self.people[given[0]].ask("POST", "/api/session/confirm", {"password_or_code": PASSWORD}).status
        if what == "model":
            self.model = Upstream().start()
            return self.model.url
        if what == "heard":
            return self.model.texts()
        raise ValueError(what)


def main():
    binary, pages, *roles = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder, WithPages(binary, pages, folder) as office:
        if roles == ["nobody"]:
            office.start()
        else:
            office.settle(roles or None)
        say({"address": office.address, "first_code": office.first_code, "password": PASSWORD,
             "logins": {name: login_of(name) for name in office.people},
             "people": [{"number": one.number, "surname": one.surname, "unit": one.unit} for one in office.organisation.people]})
        for line in sys.stdin:
            try:
                say({"is": office.do(*json.loads(line))})
            except Exception as failure:  # the test decides what it means
                say({"failed": f"{type(failure).__name__}: {failure}"})


def say(what):
    print(json.dumps(what), flush=True)


main()
