#!/usr/bin/env python3
"""Measures what the gateway adds to a request, and how much memory streams take:

    python3 bench/gateway.py [--build build] [--count 3000] [--portkey] [--streams 10000]

Asks a service of our own directly and through the gateway, shield on, with prompts of 2 KB in which people are named; what is added is the
difference. --portkey: the same through @portkey-ai/gateway, which npm puts in a folder of the run; it replaces nothing. Prints rows in the
form of docs/measurements.md. The load, the service and the server run on the same processors.
"""
import argparse
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests/gateway"))
from house import House  # noqa: E402

RATE = 500
PERSONAL = ("Geachte mevrouw De Wit, naar aanleiding van uw gesprek met Benno Kuipers op 3 november bevestigen wij uw nieuwe rooster. "
            "U bent bereikbaar op 06-12345678 en woont op Dorpsstraat 12, 3511 AB Utrecht. ")
PLAIN = ("Het rooster gaat in op de eerste van de maand en loopt tot het einde van het jaar. De uren worden per week verdeeld over vier dagen. "
         "Wie een dag wil ruilen, doet dat met een collega en meldt het aan de planner. ")
PROMPT = (PERSONAL + PLAIN * 20)[:2048]


class RequestsFailed(Exception):
    pass


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def load(url, headers, **asked):
    body = {"model": asked.pop("model", "fixed"), "messages": [{"role": "user", "content": PROMPT}], "stream": asked.pop("stream", False)}
    given = {"url": url + "/chat/completions", "headers": headers, "body": body, **asked}
    done = subprocess.run(["node", str(HERE / "gateway_load.mjs"), json.dumps(given)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"gateway.py: {done.stderr}")
    said = json.loads(done.stdout)
    if said["failed"]:
        raise RequestsFailed(f"{said['failed']} requests failed at {url}")
    return said


class Portkey:
    """From npm, in a folder of its own."""

    def __init__(self, folder):
        self.port = free_port()
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--prefix", folder, "@portkey-ai/gateway"], check=True, capture_output=True)
        package = pathlib.Path(folder) / "node_modules/@portkey-ai/gateway"
        self.version = json.loads((package / "package.json").read_text())["version"]
        self.process = subprocess.Popen(["node", str(package / "build/start-server.js"), "--headless", f"--port={self.port}"],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(100):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise SystemExit("gateway.py: Portkey does not start")

    def headers(self, upstream):
        return {"x-portkey-provider": "openai", "x-portkey-custom-host": upstream, "Authorization": "Bearer none"}


def measure(count, ways):
    """Milliseconds that each way adds to the direct one."""
    for stream in (False, True):
        for rate in (None, RATE):
            asked = {"count": count, "stream": stream, **({"rate": rate} if rate else {})}
            direct = load(*ways["direct"], **asked)
            how = ("streamed" if stream else "whole") + (f", {rate}/s" if rate else ", one after another")
            print(f"{how}: direct p50 {direct['whole']['p50']:.2f}, p99 {direct['whole']['p99']:.2f} ms")
            for name, way in ways.items():
                if name == "direct":
                    continue
                try:
                    said = load(*way, **asked)
                except RequestsFailed as error:
                    print(f"  {name}: {error}")
                    continue
                added = {part: said["whole"][part] - direct["whole"][part] for part in ("p50", "p90", "p99")}
                first = f"; first words p50 {said['first']['p50'] - direct['first']['p50']:.2f}" if stream else ""
                print(f"  {name} adds p50 {added['p50']:.2f}, p90 {added['p90']:.2f}, p99 {added['p99']:.2f} ms{first}", flush=True)


def memory_of_streams(house, way, streams):
    load(*way, count=200, stream=True)
    before = house.memory()
    seen = []
    for _ in range(4):
        load(*way, count=streams // 4, stream=True)
        seen.append(house.memory())
    print(f"{streams} streams one after another: {before:.1f} MB before, then {', '.join(f'{one:.1f}' for one in seen)} MB")


def memory_at_once(house, way, upstream, many):
    given = {"url": way[0] + "/chat/completions", "headers": way[1], "count": many, "at_once": many,
             "body": {"model": "open", "messages": [{"role": "user", "content": PROMPT}], "stream": True}}
    for turn in range(3):
        before = house.memory()
        process = subprocess.Popen(["node", str(HERE / "gateway_load.mjs"), json.dumps(given)], stdout=subprocess.PIPE, text=True)
        time.sleep(3)
        during = house.memory()
        ended = urllib.request.urlopen(upstream.replace("/v1", "/end")).read().decode()
        said = json.loads(process.communicate()[0])
        print(f"{ended} streams at once, time {turn + 1}: {before:.1f} MB before, {during:.1f} MB during, {house.memory():.1f} MB after; {said['failed']} failed")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--build", default=HERE.parent / "build", type=pathlib.Path)
    parser.add_argument("--count", default=3000, type=int)
    parser.add_argument("--streams", default=10_000, type=int)
    parser.add_argument("--at-once", default=500, type=int)
    parser.add_argument("--portkey", action="store_true")
    asked = parser.parse_args()
    port = free_port()
    upstream = subprocess.Popen(["node", str(HERE / "gateway_upstream.mjs"), str(port)], stdout=subprocess.PIPE, text=True)
    upstream.stdout.readline()
    url = f"http://127.0.0.1:{port}/v1"
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as packages, House(asked.build.resolve() / "collega", folder) as house:
        house.administrator.done("gateway.remove_provider", {"provider": house.provider})
        house.add_provider("gemeten", url, is_local=True, models=["fixed", "open"], between_seconds=60)
        ways = {"direct": (url, {}), "collega": (house.office.address + "/v1", {"Authorization": f"Bearer {house.key}"})}
        portkey = Portkey(packages) if asked.portkey else None
        if portkey:
            ways[f"portkey {portkey.version}"] = (f"http://127.0.0.1:{portkey.port}/v1", portkey.headers(url))
        print(f"load {os.getloadavg()[0]:.1f}, {asked.count} requests each")
        try:
            measure(asked.count, ways)
            memory_of_streams(house, ways["collega"], asked.streams)
            memory_at_once(house, ways["collega"], url, asked.at_once)
        finally:
            upstream.kill()
            if portkey:
                portkey.process.kill()


if __name__ == "__main__":
    main()
