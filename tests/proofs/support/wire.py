# SPDX-License-Identifier: Apache-2.0
"""HTTP on one kept connection, as little as a proof needs: quick, and honest about what is not known."""
import json
import socket


class Broken(Exception):
    """No complete answer: whether the request took effect is unknown."""


class Answer:
    __slots__ = ("status", "headers", "body")

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)

    def problem(self):
        """The last part of the problem's type, "" for none."""
        try:
            return self.json().get("type", "").rsplit("/", 1)[-1]
        except ValueError:
            return ""


class Wire:
    """One connection; send() and receive() are apart so that several requests can be under way at once."""

    def __init__(self, port, timeout=30.0):
        self.port, self.timeout, self.socket, self.buffer = port, timeout, None, b""

    def close(self):
        if self.socket:
            self.socket.close()
        self.socket, self.buffer = None, b""

    def connect(self):
        if self.socket is None:
            try:
                self.socket = socket.create_connection(("127.0.0.1", self.port), self.timeout)
            except OSError as error:
                raise Broken(str(error)) from None
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, method, path, token=None, body=None, key=None, headers=()):
        self.connect()
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}"]
        if token:
            lines.append(f"Authorization: Bearer {token}")
        if key:
            lines.append(f"Idempotency-Key: {key}")
        lines += [f"{name}: {value}" for name, value in headers]
        payload = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        if body is not None:
            if not any(name.lower() == "content-type" for name, _ in headers):
                lines.append("Content-Type: application/json")
            lines.append(f"Content-Length: {len(payload)}")
        try:
            self.socket.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + payload)
        except OSError as error:
            self.close()
            raise Broken(str(error)) from None

    def _more(self):
        try:
            piece = self.socket.recv(262144)
        except OSError as error:
            self.close()
            raise Broken(str(error)) from None
        if not piece:
            self.close()
            raise Broken("closed")
        self.buffer += piece

    def _take(self, size):
        while len(self.buffer) < size:
            self._more()
        taken, self.buffer = self.buffer[:size], self.buffer[size:]
        return taken

    def _line(self):
        while b"\r\n" not in self.buffer:
            self._more()
        line, self.buffer = self.buffer.split(b"\r\n", 1)
        return line

    def head(self):
        """Status and headers; the body is still to be read."""
        while b"\r\n\r\n" not in self.buffer:
            self._more()
        head, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        first, *rest = head.decode("latin-1").split("\r\n")
        headers = {}
        for line in rest:
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        return int(first.split(" ", 2)[1]), headers

    def pieces(self, headers):
        """The body as it comes in."""
        if headers.get("transfer-encoding") == "chunked":
            while size := int(self._line().split(b";")[0], 16):
                yield self._take(size)
                self._take(2)
            while self._line():
                pass
        else:
            yield self._take(int(headers.get("content-length", "0")))

    def receive(self):
        if self.socket is None:
            raise Broken("not connected")
        status, headers = self.head()
        hasBody = status not in (204, 304)
        body = b"".join(self.pieces(headers)) if hasBody else b""
        if headers.get("connection", "").lower() == "close":
            self.close()
        return Answer(status, headers, body)

    def ask(self, method, path, token=None, body=None, key=None, headers=()):
        self.send(method, path, token, body, key, headers)
        return self.receive()
