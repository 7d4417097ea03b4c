# SPDX-License-Identifier: Apache-2.0
"""A client that costs as little as it can, so that it is the servers that are measured: requests made of bytes beforehand, on
kept connections, and no more of an answer looked at than where it ends."""
import collections
import dataclasses
import json
import math
import re
import selectors
import socket
import time

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
LIMIT = 60  # seconds without any answer


def request(port, method, path, token, body=None, key=None):
    """The bytes of one."""
    payload = b"" if body is None else json.dumps(body).encode()
    lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", f"Authorization: Bearer {token}"]
    lines += [f"Idempotency-Key: {key}"] if key else []
    lines += ["Content-Type: application/json", f"Content-Length: {len(payload)}"] if payload else []
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + payload


class _Line:
    """One connection with one request under way."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=LIMIT)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.answer, self.began, self.end = bytearray(), 0.0, None

    def send(self, data):
        self.answer, self.end = bytearray(), None
        self.began = time.perf_counter()
        self.socket.sendall(data)

    def is_whole(self):
        """Reads what has come. Nothing follows an answer, since nothing was asked meanwhile."""
        piece = self.socket.recv(1 << 20)
        if not piece:
            raise ConnectionError("the server hung up")
        self.answer += piece
        if self.end is None:
            head_end = self.answer.find(b"\r\n\r\n")
            if head_end < 0:
                return False
            length = LENGTH.search(self.answer, 0, head_end)
            self.end = head_end + 4 + int(length[1]) if length else 0  # 0: in chunks
        return len(self.answer) >= self.end if self.end else self.answer.endswith(b"\r\n0\r\n\r\n")


@dataclasses.dataclass
class Run:
    """Milliseconds of each request, seconds of all."""
    times: list = dataclasses.field(default_factory=list)
    seconds: float = 0.0

    def __add__(self, other):
        return Run(self.times + other.times, self.seconds + other.seconds)

    def percentile(self, part):
        ordered = sorted(self.times)
        return ordered[max(1, math.ceil(part * len(ordered))) - 1]


def send(port, requests, width, is_good):
    """All of them, at most `width` at once. RuntimeError with the first answer that is not good."""
    waiting, run = collections.deque(requests), Run()
    lines = [_Line(port) for _ in range(min(width, len(waiting)))]
    with selectors.DefaultSelector() as selector:
        for line in lines:
            selector.register(line.socket, selectors.EVENT_READ, line)
        began = time.perf_counter()
        for line in lines:
            line.send(waiting.popleft())
        left = len(lines)
        while left:
            ready = selector.select(LIMIT)
            if not ready:
                raise TimeoutError(f"no answer within {LIMIT} s")
            for chosen, _ in ready:
                line = chosen.data
                if not line.is_whole():
                    continue
                run.times.append((time.perf_counter() - line.began) * 1000)
                if not is_good(line.answer):
                    raise RuntimeError(bytes(line.answer[:1500]).decode("utf-8", "replace"))
                if waiting:
                    line.send(waiting.popleft())
                else:
                    left -= 1
        run.seconds = time.perf_counter() - began
    for line in lines:
        line.socket.close()
    return run
