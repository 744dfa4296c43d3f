"""A service that speaks OpenAI's interface and does as it is told, also what no service should. Which misbehaviour, its model's name says;
what it answers is what it was last told by a user, unless `replies` has something else for that model.

    upstream = Upstream().start()
    upstream.replies["tells"] = lambda request: "..."
    upstream.requests[-1]              what came, as a Received
    python3 upstream.py PORT           as a process of its own, for measuring
"""
import asyncio
import json
import sys
import threading
import time

EVENTS = "text/event-stream"


class Received:
    def __init__(self, path, headers, body):
        self.path, self.headers, self.body = path, headers, body
        self.ended = threading.Event()  # the connection, or the answer
        self.left = False               # whoever asked, before the answer was whole

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def model(self):
        return self.json.get("model", "") if self.body.startswith(b"{") else ""


def told(request):
    """The last that a user said, in either interface."""
    said = request.get("messages", request.get("input", ""))
    if isinstance(said, list):
        said = next((one["content"] for one in reversed(said) if isinstance(one, dict) and one.get("role") == "user"), "")
    return said if isinstance(said, str) else "".join(part.get("text", "") for part in said)


class Upstream:
    def __init__(self, port=0, remembers=True):
        self.port, self.remembers = port, remembers
        self.requests, self.replies = [], {}
        self.loop = self.server = None

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/v1"

    def start(self):
        ready = threading.Event()
        threading.Thread(target=self.run, args=(ready,), daemon=True).start()
        ready.wait()
        return self

    def run(self, ready=None):
        asyncio.run(self.serve(ready))

    async def serve(self, ready):
        self.server = await asyncio.start_server(self.connection, "127.0.0.1", self.port, backlog=2048)
        self.port = self.server.sockets[0].getsockname()[1]
        if ready:
            ready.set()
        async with self.server:
            await self.server.serve_forever()

    async def connection(self, reader, writer):
        received = None
        try:
            while received := await self.read(reader):
                if self.remembers:
                    self.requests.append(received)
                await Answering(self, received, reader, writer).answer()
                received.ended.set()
        except (ConnectionError, asyncio.IncompleteReadError):
            if received:
                received.left = True
        finally:
            if received:
                received.ended.set()
            writer.close()

    async def read(self, reader):
        head = await reader.readuntil(b"\r\n\r\n")
        lines = head.decode().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:] if line)}
        if "chunked" in headers.get("transfer-encoding", ""):
            body = b""
            while size := int(await reader.readline(), 16):
                body += await reader.readexactly(size + 2)
                body = body[:-2]
            await reader.readline()
        else:
            body = await reader.readexactly(int(headers.get("content-length", "0")))
        return Received(lines[0].split()[1], headers, body)

    def texts(self):
        """Everything that ever came, as one text."""
        return "\n".join(one.body.decode(errors="replace") for one in self.requests)


class Answering:
    """One answer. A method for each misbehaviour; `plain` for the rest."""

    def __init__(self, upstream, received, reader, writer):
        self.upstream, self.received, self.reader, self.writer = upstream, received, reader, writer
        self.request = received.json if received.body.startswith(b"{") else {}
        self.stream = bool(self.request.get("stream"))
        self.model = self.request.get("model", "")
        self.is_responses = received.path.endswith("/responses")

    async def answer(self):
        if self.received.path.endswith("/embeddings"):
            return await self.whole(self.embedding())
        if self.received.path.endswith("/transcriptions"):
            return await self.whole({"text": "Anna de Wit is ziek."})
        await getattr(self, self.model.replace("-", "_"), self.plain)()

    # what is said

    def said(self):
        reply = self.upstream.replies.get(self.model)
        return reply(self.request) if reply else f"U schreef: {told(self.request)}"

    def usage(self):
        words = ("input_tokens", "output_tokens") if self.is_responses else ("prompt_tokens", "completion_tokens")
        return {words[0]: 100, words[1]: 20, "total_tokens": 120}

    def embedding(self):
        given = self.request["input"]
        count = len(given) if isinstance(given, list) else 1
        return {"object": "list", "model": self.model, "usage": {"prompt_tokens": 8, "total_tokens": 8},
                "data": [{"object": "embedding", "index": i, "embedding": [0.25, -1.5, 3e-05]} for i in range(count)]}

    def completion(self, message=None, finish="stop"):
        if self.is_responses:
            item = {"type": "message", "id": "msg_1", "role": "assistant", "status": "completed",
                    "content": [{"type": "output_text", "text": self.said(), "annotations": []}]}
            return {"id": "resp_1", "object": "response", "status": "completed", "model": self.model, "output": [message or item],
                    "instructions": self.request.get("instructions"), "usage": self.usage()}
        return {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": self.model, "usage": self.usage(),
                "choices": [{"index": 0, "message": message or {"role": "assistant", "content": self.said()}, "finish_reason": finish,
                             "logprobs": {"content": [{"token": "Persoon", "logprob": -0.1}]}}]}

    def delta(self, delta, finish=None, choice=0):
        return {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": self.model,
                "choices": [{"index": choice, "delta": delta, "finish_reason": finish}]}

    def events(self, pieces):
        """Of an answer whose text comes in these pieces."""
        if self.is_responses:
            where = {"item_id": "msg_1", "output_index": 0, "content_index": 0}
            yield {"type": "response.created", "response": {"id": "resp_1", "status": "in_progress", "output": []}}
            for piece in pieces:
                yield {"type": "response.output_text.delta", **where, "delta": piece}
            yield {"type": "response.output_text.done", **where, "text": "".join(pieces)}
            yield {"type": "response.completed", "response": self.completion()}
            return
        yield self.delta({"role": "assistant", "content": ""})
        for piece in pieces:
            yield self.delta({"content": piece})
        yield self.delta({}, "stop")
        if self.request.get("stream_options", {}).get("include_usage"):
            yield {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": self.model, "choices": [], "usage": self.usage()}

    def words(self):
        text = self.said()
        return [word + " " for word in text.split(" ")[:-1]] + [text.split(" ")[-1]]

    # how it goes

    async def whole(self, body, status=200, kind="application/json"):
        data = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        self.writer.write(f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n\r\n".encode() + data)
        await self.writer.drain()

    async def begin(self):
        self.writer.write(f"HTTP/1.1 200 OK\r\nContent-Type: {EVENTS}\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
        await self.writer.drain()

    async def chunk(self, data):
        self.writer.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        await self.writer.drain()

    async def event(self, event):
        await self.chunk(self.bytes_of(event))

    def bytes_of(self, event):
        name = f"event: {event['type']}\n" if "type" in event else ""
        return f"{name}data: {json.dumps(event, ensure_ascii=False)}\n\n".encode()

    async def end(self):
        if not self.is_responses:
            await self.chunk(b"data: [DONE]\n\n")
        self.writer.write(b"0\r\n\r\n")
        await self.writer.drain()

    async def told_in(self, pieces):
        await self.begin()
        for event in self.events(pieces):
            await self.event(event)
        await self.end()

    async def plain(self):
        if self.stream:
            return await self.told_in(self.words())
        await self.whole(self.completion())

    # misbehaviour

    async def letters(self):
        """A delta for each letter."""
        await self.told_in(list(self.said()))

    async def bytes(self):
        """A TCP segment for each byte, through events and letters."""
        await self.begin()
        for event in [*self.events(self.words()), None]:
            for byte in self.bytes_of(event) if event else b"data: [DONE]\n\n":
                await self.chunk(bytes([byte]))
        self.writer.write(b"0\r\n\r\n")
        await self.writer.drain()

    async def slow(self):
        """A word each tenth of a second."""
        await self.begin()
        for event in self.events(self.words()):
            await self.event(event)
            await asyncio.sleep(0.1)
        await self.end()

    async def late(self):
        """Nothing at all for longer than anybody waits."""
        await asyncio.sleep(30)

    async def endless(self):
        await self.begin()
        while True:
            await self.event(self.delta({"content": "en nog iets "}))
            await asyncio.sleep(0.01)

    async def silent(self):
        """Begins, and says no more."""
        await self.begin()
        await self.event(self.delta({"role": "assistant", "content": "Ja"}))
        if not await self.reader.read(1):
            raise ConnectionResetError

    async def early(self):
        """Goes in the middle."""
        if self.stream:
            await self.begin()
            await self.event(self.delta({"role": "assistant", "content": "Ja, dat is "}))
        else:
            self.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"choices\": [")
            await self.writer.drain()
        raise ConnectionResetError

    async def unfinished(self):
        """An orderly end of what was not all."""
        await self.begin()
        await self.event(self.delta({"role": "assistant", "content": "Ja, dat is "}))
        self.writer.write(b"0\r\n\r\n")
        await self.writer.drain()

    async def malformed(self):
        broken = b'{"choices": [{"delta": {"content": "Ja'
        if not self.stream:
            return await self.whole(broken)
        await self.begin()
        await self.chunk(b"data: " + broken + b"\n\n")
        await self.end()

    async def page(self):
        await self.whole(b"<html>Welkom</html>", kind="text/html")

    async def huge(self):
        """An event that does not end."""
        await self.begin()
        for _ in range(64):
            await self.chunk(b"data: " + b"x" * 65536)

    async def echoes(self):
        """An error that repeats what was sent."""
        await self.whole({"error": {"message": f"cannot process: {told(self.request)}", "type": "invalid_request_error"}}, status=400)

    async def fails_within(self):
        """The same, in the middle of a stream."""
        await self.begin()
        await self.event(self.delta({"role": "assistant", "content": "Ja"}))
        await self.event({"error": {"message": f"cannot process: {told(self.request)}"}})
        await self.end()

    async def busy(self):
        await self.whole({"error": {"message": "too busy"}}, status=429)

    async def broken(self):
        await self.whole({"error": {"message": "internal"}}, status=500)

    async def calls(self):
        """Calls a tool with what it was told."""
        arguments = json.dumps({"naam": told(self.request), "lijst": [told(self.request)]}, ensure_ascii=False)
        if self.is_responses:
            call = {"type": "function_call", "id": "fc_1", "call_id": "call_1", "name": "zoek", "arguments": arguments, "status": "completed"}
            if not self.stream:
                return await self.whole(self.completion(call))
            await self.begin()
            for piece in arguments:
                await self.event({"type": "response.function_call_arguments.delta", "item_id": "fc_1", "output_index": 0, "delta": piece})
            await self.event({"type": "response.function_call_arguments.done", "item_id": "fc_1", "output_index": 0, "arguments": arguments})
            await self.event({"type": "response.completed", "response": self.completion(call)})
            return await self.end()
        call = {"id": "call_1", "type": "function", "function": {"name": "zoek", "arguments": arguments}}
        if not self.stream:
            return await self.whole(self.completion({"role": "assistant", "content": None, "tool_calls": [call]}, "tool_calls"))
        await self.begin()
        await self.event(self.delta({"role": "assistant", "content": None, "tool_calls": [
            {"index": 0, "id": "call_1", "type": "function", "function": {"name": "zoek", "arguments": ""}}]}))
        for piece in arguments:
            await self.event(self.delta({"tool_calls": [{"index": 0, "function": {"arguments": piece}}]}))
        await self.event(self.delta({}, "tool_calls"))
        await self.end()

    async def two(self):
        """Two choices, their pieces in turns."""
        await self.begin()
        for letter in self.said():
            for choice in (0, 1):
                await self.event(self.delta({"content": letter}, choice=choice))
        for choice in (0, 1):
            await self.event(self.delta({}, "stop", choice))
        await self.end()


if __name__ == "__main__":
    served = Upstream(int(sys.argv[1]), remembers=False)
    served.replies["fixed"] = lambda request: "Dit is een antwoord van twintig woorden of zo, dat altijd hetzelfde is en nergens over gaat, behalve over zichzelf."
    print(time.time(), flush=True)
    served.run()
