# SPDX-License-Identifier: Apache-2.0
"""Many clients in one process, each on a connection that it keeps, each waiting for its answer before it asks again. They
share the machine with the store, so requests are made beforehand and of an answer only status and length are read."""
import collections
import selectors
import socket
import time

END_OF_HEAD = b"\r\n\r\n"
LENGTH = b"content-length: "


class Client:
    def __init__(self, address, requests):
        self.requests = collections.deque(requests)
        self.socket = socket.create_connection(address, timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.setblocking(False)
        self.asked, self.buffer = 0.0, b""

    def ask(self):
        """False: there is nothing left to ask."""
        if not self.requests:
            return False
        self.buffer = b""
        self.asked = time.monotonic()
        self.socket.send(self.requests.popleft())  # fits the socket's buffer: there is one request at a time
        return True

    def take(self):
        """The status as soon as the whole answer is here, else None."""
        piece = self.socket.recv(65536)
        if not piece:
            raise RuntimeError("the store closed a connection")
        self.buffer += piece
        head = self.buffer.find(END_OF_HEAD)
        if head < 0:
            return None
        at = self.buffer.lower().find(LENGTH, 0, head)
        length = int(self.buffer[at + len(LENGTH):self.buffer.index(b"\r", at)])
        return int(self.buffer[9:12]) if len(self.buffer) >= head + len(END_OF_HEAD) + length else None


def post(address, path, token, key, body):
    return (f"POST {path} HTTP/1.1\r\nHost: {address[0]}:{address[1]}\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: {key}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}").encode()


def run(address, requests, count):
    """All requests through so many clients: (seconds, how often each status came, seconds of each answer, sorted)."""
    clients = [Client(address, requests[i::count]) for i in range(count)]
    selector = selectors.DefaultSelector()
    for client in clients:
        selector.register(client.socket, selectors.EVENT_READ, client)
    statuses, times = collections.Counter(), []
    began = time.monotonic()
    waiting = sum(client.ask() for client in clients)
    while waiting:
        ready = selector.select(30)
        if not ready:
            raise TimeoutError(f"{waiting} clients have had no answer for 30 s")
        for key, _ in ready:
            status = key.data.take()
            if status is None:
                continue
            statuses[status] += 1
            times.append(time.monotonic() - key.data.asked)
            waiting -= not key.data.ask()
    seconds = time.monotonic() - began
    for client in clients:
        client.socket.close()
    return seconds, statuses, sorted(times)
