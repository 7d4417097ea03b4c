# SPDX-License-Identifier: Apache-2.0
"""HTTP as a proper client speaks it, and byte by byte as no proper client would."""
import contextlib
import dataclasses
import http.client
import json
import socket
import time
import urllib.parse

from limits import LIMIT


@dataclasses.dataclass
class Answer:
    status: int
    headers: list  # (name in lower case, value)
    body: bytes
    seconds: float = 0.0

    def header(self, name, fallback=""):
        return next((value for key, value in self.headers if key == name), fallback)

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @property
    def problem(self):
        """"not-found" of "/problems/not-found"; empty for anything but a problem document."""
        if self.header("content-type") != "application/problem+json":
            return ""
        return str(self.json.get("type", "")).rsplit("/", 1)[-1]

    @property
    def is_replay(self):
        return self.header("idempotent-replayed") == "true"


class HttpClient:
    """A proper HTTP/1.1 client on one connection that it renews when needed. Not for several threads."""

    def __init__(self, address, token=None, cookie=None, timeout=LIMIT, headers=None):
        self.address, self.token, self.cookie, self.timeout = address, token, cookie, timeout
        self.headers = dict(headers or {})  # sent with every request
        self.link = None
        self.connection = None

    def request(self, method, path, body=None, key=None, headers=None, content_type=None):
        """`body`: bytes as they are, anything else as JSON. `key`: the Idempotency-Key."""
        sent = dict(self.headers)
        sent |= {"Authorization": f"Bearer {self.token}"} if self.token else {}
        sent |= {"Cookie": self.cookie} if self.cookie else {}
        sent |= {"Idempotency-Key": key} if key is not None else {}
        if body is not None:
            sent["Content-Type"] = content_type or "application/json"
            body = body if isinstance(body, bytes) else json.dumps(body).encode()
        sent |= headers or {}
        began = time.monotonic()
        is_fresh = self.connection is None
        try:
            answer = self._exchange(method, path, body, sent)
        except (http.client.HTTPException, OSError):
            self.close()
            if is_fresh:
                raise
            answer = self._exchange(method, path, body, sent)  # the server had closed the idle connection
        answer.seconds = time.monotonic() - began
        return answer

    def begin(self, method, path, headers=None, until=b"\r\n\r\n"):
        """The beginning of an answer that may have no end: reads as far as `until`, then hangs up. On a connection of its own."""
        sent = self.headers | ({"Authorization": f"Bearer {self.token}"} if self.token else {})
        sent |= ({"Cookie": self.cookie} if self.cookie else {}) | (headers or {})
        lines = [f"{method} {path} HTTP/1.1", "Host: localhost", *(f"{name}: {value}" for name, value in sent.items())]
        data = b""
        with socket.create_connection(self.address, timeout=self.timeout) as connection:
            connection.sendall("\r\n".join(lines).encode() + b"\r\n\r\n")
            while until not in data:
                piece = connection.recv(65536)
                if not piece:
                    break
                data += piece
        answer, rest = take_answer(data, has_body=False)
        if answer is not None:
            answer.body = rest
        return answer or Answer(0, [], data)

    def form(self, path, fields, headers=None):
        return self.request("POST", path, urllib.parse.urlencode(fields).encode(), headers=headers,
                            content_type="application/x-www-form-urlencoded")

    def _exchange(self, method, path, body, headers):
        if self.connection is None:
            self.connection = http.client.HTTPConnection(*self.address, timeout=self.timeout)
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        answer = Answer(response.status, [(name.lower(), value) for name, value in response.getheaders()], response.read())
        if response.will_close:
            self.close()
        return answer

    def close(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None


def send_raw(address, data, half_close=False, quiet=2.0, limit=LIMIT):
    """Exactly these bytes; everything that comes back until the other side closes, or is silent for `quiet` seconds."""
    received = bytearray()
    with socket.create_connection(address, timeout=limit) as connection:
        with contextlib.suppress(OSError):  # it may have answered and closed before all was sent
            connection.sendall(data)
            if half_close:
                connection.shutdown(socket.SHUT_WR)
        connection.settimeout(quiet)
        with contextlib.suppress(OSError):
            while chunk := connection.recv(65536):
                received += chunk
    return bytes(received)


def take_answer(data, has_body=True):
    """(the first answer in these bytes or None, what follows it)."""
    head, end, rest = data.partition(b"\r\n\r\n")
    if not end or not head.startswith(b"HTTP/1.1 "):
        return None, data
    lines = head.decode("latin-1").split("\r\n")
    headers = [(name.strip().lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines[1:])]
    answer = Answer(int(lines[0].split()[1]), headers, b"")
    if not has_body or answer.status in (204, 304) or 100 <= answer.status < 200:
        return answer, rest
    if answer.header("transfer-encoding") == "chunked":
        while rest:
            size, _, rest = rest.partition(b"\r\n")
            length = int(size.split(b";")[0] or b"0", 16)
            answer.body, rest = answer.body + rest[:length], rest[length + 2:]
            if length == 0:
                break
        return answer, rest
    length = int(answer.header("content-length", str(len(rest))))
    answer.body = rest[:length]
    return answer, rest[length:]


def answers_in(data):
    """Every answer in these bytes; whatever is not one ends the list as None."""
    found = []
    while data:
        answer, data = take_answer(data)
        found.append(answer)
        if answer is None:
            break
    return found
