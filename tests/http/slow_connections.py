#!/usr/bin/env python3
"""slow_connections.py SERVER [COUNT]: thousands of connections that keep a server waiting, while somebody works.

SERVER is small_server. A third of the connections says nothing, a third sends its header a byte at a time, a third its body.
Whoever is sent away comes back. Meanwhile a real client, with a connection of its own for each request, must be answered
within a second; and whoever was sent away in the midst of a request must have been told so.
"""
import json
import resource
import select
import socket
import subprocess
import sys
import time

OTHERS = 200  # descriptors for everything else
SECONDS = 14  # longer than the server waits for a header
KINDS = ("silent", "header", "body")


class Slow:
    """One connection that takes its time."""

    def __init__(self, number, known):
        self.number, self.kind = number, KINDS[number % 3]
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        # Of several addresses: one alone may not have them all.
        self.socket.bind((f"127.0.0.{2 + number % 10}", 0))
        self.socket.connect(("127.0.0.1", known["port"]))
        self.socket.setblocking(False)
        self.heard = b""
        if self.kind == "header":
            self.socket.send(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
        elif self.kind == "body":
            self.socket.send(
                b"POST /api/notes/add HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n"
                + f"Cookie: collega={known['session']}\r\nX-CSRF-Token: {known['csrf']}\r\n\r\n".encode())

    def one_byte(self):
        if self.kind != "silent":
            try:
                self.socket.send(b" ")
            except OSError:
                pass  # it was sent away, which shows when it is read

    def hear(self):
        """Whether it goes on."""
        try:
            piece = self.socket.recv(4096)
        except BlockingIOError:
            return True
        except OSError:
            return False
        self.heard += piece
        return bool(piece)


class Crowd:
    def __init__(self, count, known):
        self.count, self.known = count, known
        self.poll = select.epoll()
        self.slow = {}
        self.told, self.untold, self.ended, self.number = 0, 0, 0, 0

    def fill(self):
        while len(self.slow) < self.count:
            one = Slow(self.number, self.known)
            self.number += 1
            self.slow[one.socket.fileno()] = one
            self.poll.register(one.socket.fileno(), select.EPOLLIN | select.EPOLLRDHUP)

    def hear(self, seconds):
        for descriptor, _ in self.poll.poll(seconds, 1000):
            one = self.slow[descriptor]
            if one.hear():
                continue
            self.ended += 1
            if one.kind != "silent":
                if one.heard.startswith(b"HTTP/1.1 408"):
                    self.told += 1
                else:
                    self.untold += 1
            self.poll.unregister(descriptor)
            one.socket.close()
            del self.slow[descriptor]

    def one_byte_each(self):
        for one in list(self.slow.values()):
            one.one_byte()


def real_request(known):
    """Seconds that a new connection, its request and its answer take."""
    begun = time.monotonic()
    with socket.create_connection(("127.0.0.1", known["port"]), timeout=10) as client:
        client.sendall(f"GET /api/notes/count?text=a HTTP/1.1\r\nHost: localhost\r\nCookie: collega={known['session']}\r\n"
                       "Connection: close\r\n\r\n".encode())
        answer = b""
        while piece := client.recv(65536):
            answer += piece
    if not answer.startswith(b"HTTP/1.1 200 "):
        sys.exit(f"the real client was answered {answer[:200]!r}")
    return time.monotonic() - begun


def resident_megabytes(process):
    with open(f"/proc/{process}/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 1e6


def main():
    asked = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    count = min(asked, hard - OTHERS)
    with subprocess.Popen([sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        known = json.loads(server.stdout.readline())
        before = resident_megabytes(known["process"])
        crowd = Crowd(count, known)
        crowd.fill()
        held = resident_megabytes(known["process"])
        times, begun, bytes_at = [], time.monotonic(), time.monotonic()
        while time.monotonic() - begun < SECONDS:
            times.append(real_request(known))
            crowd.hear(0.05)
            crowd.fill()
            if time.monotonic() - bytes_at > 2:
                crowd.one_byte_each()
                bytes_at = time.monotonic()
        server.stdin.close()
    times.sort()
    print(f"{count} slow connections at once (asked: {asked}; the limit of descriptors is {hard}), {crowd.number} in all; "
          f"{crowd.ended} ended by the server, {crowd.told} of them told in the midst of a request, {crowd.untold} not")
    print(f"a real client meanwhile: {len(times)} requests, median {times[len(times) // 2] * 1000:.1f} ms, longest {times[-1] * 1000:.1f} ms")
    print(f"memory of the server: {before:.0f} MB before, {held:.0f} MB with them, {(held - before) * 1e3 / count:.1f} kB each")
    if times[-1] >= 1 or crowd.untold or not crowd.told:
        sys.exit(1)


main()
