#!/usr/bin/env python3
"""Serves Stichting Lindehof, a fictional care organisation, on this computer; makes it first where it is not there yet.

    demo/serve.py                    what `make demo` does, of what was built into build/
    demo/serve.py --people 50000     a large one, in a folder of its own
    demo/serve.py --fresh            anew
"""
import argparse
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time

from caller import Refused
from prepare import PASSWORD, prepare

USUAL_PEOPLE = 1200
HISTORY = ("--seed", "1", "--from", "2023-11-01", "--to", "2026-10-31")
ADDRESS = "127.0.0.1"  # this computer alone: everybody knows the password


class Server:
    """One on any free port, to make the organisation on, until its `with` ends."""

    def __init__(self, demo):
        self.demo = demo
        with demo.log.open("ab") as errors:
            self.process = subprocess.Popen([*demo.command(), "--port", "0"], env=demo.environment, stdout=subprocess.PIPE, stderr=errors,
                                            text=True)
        self.first_code = self.port = None
        for line in self.process.stdout:
            if line.startswith("http://"):
                self.port = int(line.rsplit(":", 1)[1])
                break
            self.first_code = line.split()[-1]
        if not self.port:
            sys.exit(f"demo: the server did not start; {demo.log} says why")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


class Demo:
    def __init__(self, asked):
        self.build, self.people, self.port = asked.build.resolve(), asked.people, asked.port
        out = asked.out.resolve() if asked.out else self.build / "demo"
        self.folder = out / ("data" if self.people == USUAL_PEOPLE else f"data-{self.people}")
        self.accounts, self.ours, self.log = self.folder / "demo.json", self.folder / "of-the-demo", self.folder / "log"
        self.program, self.records = self.build / "collega", self.folder / "records"
        self.pages = out / "pages"
        self.begun = time.monotonic()
        # Nothing that this shell knows of other records: this demo is of these alone.
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("COLLEGA_")}

    def say(self, what):
        print(f"  {time.monotonic() - self.begun:5.1f} s  {what}", flush=True)

    def command(self):
        return [self.program, "serve", "--data", self.records, "--address", ADDRESS, "--organisation", "Lindehof"]

    def make(self):
        """Whole or not at all: what was cut off has no accounts to show, and is made anew."""
        print(f"Making Stichting Lindehof, {self.people:,} people and three years of history, in {self.folder}:", flush=True)
        self.clear()
        files = self.folder / "files"
        subprocess.run([self.build / "demo/organisation/collega_organisation", "--people", str(self.people), *HISTORY, "--out", files],
                       check=True, stdout=subprocess.DEVNULL)
        self.say("its people, units and leaders written as a payroll would")
        with Server(self) as server:
            told = prepare(server, files, self.build / "demo", self.say)
        self.accounts.write_text(json.dumps({"password": PASSWORD, **told}, ensure_ascii=False, indent=1), encoding="utf-8")
        self.say("ready")

    def clear(self):
        if self.folder.exists():
            if not self.ours.exists():
                sys.exit(f"demo: {self.folder} is not of the demo; take it away, or name another --out")
            shutil.rmtree(self.folder)
        self.folder.mkdir(parents=True)
        self.ours.touch()

    def lay_out_pages(self):
        """The pages that were built, and what their log-in page shows in a demo."""
        built = self.build / "pages"
        if not (built / "index.html").exists():
            return []
        shutil.rmtree(self.pages, ignore_errors=True)
        shutil.copytree(built, self.pages, ignore=shutil.ignore_patterns("demo.json*"))
        shutil.copy(self.accounts, self.pages)
        return ["--pages", self.pages]

    def tell(self, pages):
        told = json.loads(self.accounts.read_text(encoding="utf-8"))
        print(f"\nStichting Lindehof does not exist, and nor does anybody in it. Its accounts, all with the password\n\n"
              f"    {told['password']}\n")
        for account in told["accounts"]:
            print(f"    {account['login']:15} {account['name']:26} {account['what']['en']}")
        for link in told.get("links", []):
            print(f"    {'(a link)':15} {link['name']:26} {link['what']['en']}\n{'':20}http://localhost:{self.port}{link['path']}")
        print(f"\nCVs to drop on a vacancy: {self.build / 'demo/cvs'}; k091 to k105 are for HR-adviseur, still a draft.")
        where = "The pages" if pages else "No pages were built; /openapi.json and /api"
        print(f"\n{where}: {f'http://localhost:{self.port}' if self.port else 'at the address below'}\n"
              f"Stop with Ctrl-C; the next `make demo` opens the same data, `make demo FRESH=1` makes it anew. Log: {self.log}\n", flush=True)

    def serve(self):
        """Becomes the server, so that Ctrl-C and signals are its own."""
        pages = self.lay_out_pages()
        self.tell(pages)
        log = os.open(self.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.dup2(log, sys.stderr.fileno())
        command = list(map(str, [*self.command(), "--port", self.port, *pages]))
        os.execve(command[0], command, self.environment)

    def refuse_taken_port(self):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((ADDRESS, self.port))
            except OSError:
                sys.exit(f"demo: port {self.port} is in use; choose another, such as `make demo PORT={self.port + 1}`")


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path(__file__).parent.parent / "build", help="where everything was built")
    parser.add_argument("--out", type=pathlib.Path, help="folder for data and pages; else demo/ in the former")
    parser.add_argument("--people", type=int, default=USUAL_PEOPLE, help="10 to 50000")
    parser.add_argument("--port", type=int, default=8080, help="0: any that is free")
    parser.add_argument("--fresh", action="store_true", help="make everything anew")
    return parser.parse_args()


def main():
    asked = read_arguments()
    demo = Demo(asked)
    demo.refuse_taken_port()
    try:
        if asked.fresh or not demo.accounts.exists():
            demo.make()
    except KeyboardInterrupt:
        sys.exit("\ndemo: stopped; what was half made is made anew the next time")
    except Refused as why:
        sys.exit(f"demo: {why}\nThe server's log: {demo.log}")
    demo.serve()


if __name__ == "__main__":
    main()
