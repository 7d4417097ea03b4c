# SPDX-License-Identifier: Apache-2.0
"""Clients that cost a server more than they cost themselves."""
import contextlib
import resource
import selectors
import socket
import ssl
import threading
import time

from store import answers_in, send_raw, take_answer
from shapes import EITHER, HIDDEN, HOST, REFUSED, UNDERSTOOD

GREETING = b"GET /v1/health HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n"


def raise_file_limit(wanted):
    """How many files this process may have open."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard), hard))
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


def connect(address, count):
    """So many connections that say nothing."""
    connections = []
    for _ in range(count):
        connections.append(socket.create_connection(address, timeout=10))
    return connections


def hang_up(connections):
    for connection in connections:
        with contextlib.suppress(OSError):
            connection.close()


# Requests that are not what they seem

def shapes(address, check):
    """The number of shapes."""
    for name, data in REFUSED.items():
        answers = answers_in(send_raw(address, data + HIDDEN * 2))
        seen = [answer.status if answer else "rubbish" for answer in answers]
        check(len(answers) == 1 and answers[0] and 400 <= answers[0].status < 600, f"{name}: {seen}")
        if len(answers) == 1 and answers[0]:
            check(answers[0].header("connection") == "close" and answers[0].header("content-type").startswith(("application/problem+json", "text/html")),
                  f"{name}: the connection stays open")
    for name, (data, wanted) in UNDERSTOOD.items():
        seen = [answer.status if answer else "rubbish" for answer in answers_in(send_raw(address, data + HIDDEN, half_close=True))]
        check(seen == wanted, f"{name}: {seen}, not {wanted}")
    for name, data in EITHER.items():
        answers = answers_in(send_raw(address, data + HIDDEN, half_close=True))
        seen = [answer.status if answer else "rubbish" for answer in answers]
        is_refused = len(answers) == 1 and answers[0] and answers[0].status >= 400
        is_understood = len(answers) == 2 and all(answers)
        check(is_refused or is_understood, f"{name}: {seen}")
    return len(REFUSED) + len(UNDERSTOOD) + len(EITHER)


def split_anywhere(address, rng, check, times):
    """A request in two or three pieces, cut anywhere, is the same request."""
    data = b"POST /v1/sessions HTTP/1.1\r\n" + HOST + b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n"
    data += GREETING
    for _ in range(times):
        cuts = sorted(rng.sample(range(1, len(data)), 2))
        with socket.create_connection(address, timeout=10) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            received = b""
            with contextlib.suppress(OSError):
                for begin, end in zip([0, *cuts], [*cuts, len(data)]):
                    connection.sendall(data[begin:end])
                    time.sleep(0.002)  # so that the pieces are not put together again
                while piece := connection.recv(65536):
                    received += piece
        seen = [answer.status if answer else "rubbish" for answer in answers_in(received)]
        check(seen in ([400, 200], [429, 200]), f"cut at {cuts}: {seen}")


def pipelining(address, check, count=1000):
    data = (b"GET /v1/health HTTP/1.1\r\n" + HOST + b"\r\n") * (count - 1) + GREETING
    received = bytearray()
    with socket.create_connection(address, timeout=30) as connection:
        sender = threading.Thread(target=lambda: connection.sendall(data))
        sender.start()
        while piece := connection.recv(65536):
            received += piece
        sender.join()
    seen, rest = 0, bytes(received)
    while rest:
        answer, rest = take_answer(rest)
        if answer is None or answer.status != 200:
            break
        seen += 1
    check(seen == count, f"pipelining: {seen} of {count}")


def half_close(address, check):
    answers = answers_in(send_raw(address, GREETING, half_close=True))
    check([answer and answer.status for answer in answers] == [200], "half close: no answer")
    check(answers_in(send_raw(address, b"", half_close=True)) == [], "an empty half close is answered")
    answers = answers_in(send_raw(address, GREETING[:-6], half_close=True, quiet=8))
    check(all(answer and answer.status >= 400 for answer in answers), "half a request is answered as a whole one")


# Slow ones

class Slow:
    """Connections that never finish what they began, driven from one thread. `end` tells when each was ended by the store."""

    def __init__(self, address, count, first, drip=None, pause=0.5, makes=None):
        self.first, self.drip, self.pause = first, drip, pause
        self.began = time.monotonic()
        self.connections = makes(count) if makes else connect(address, count)
        self.ended, self.answers = {}, {}
        self.selector = selectors.DefaultSelector()
        for connection in self.connections:
            connection.setblocking(False)
            with contextlib.suppress(OSError):
                connection.send(first)
            self.answers[connection] = b""
            self.selector.register(connection, selectors.EVENT_READ)
        self.next_drip = self.began + pause

    def run(self, until, is_enough=lambda: False):
        """Until all were ended, or it is enough, or so many seconds after the beginning."""
        while len(self.ended) < len(self.connections) and time.monotonic() < self.began + until and not is_enough():
            for key, _ in self.selector.select(0.1):
                self._read(key.fileobj)
            if self.drip and time.monotonic() >= self.next_drip:
                self.next_drip += self.pause
                for connection in self.connections:
                    if connection not in self.ended:
                        with contextlib.suppress(OSError):
                            connection.send(self.drip)
        hang_up(self.connections)
        return self

    def _read(self, connection):
        try:
            piece = connection.recv(65536)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        if piece:
            self.answers[connection] += piece
        else:
            self.ended[connection] = time.monotonic() - self.began
            self.selector.unregister(connection)

    def latest(self):
        """When the last one was ended; a large number when one never was."""
        return max(self.ended.values(), default=1e9) if len(self.ended) == len(self.connections) else 1e9

    def statuses(self):
        return {take_answer(data)[0].status if take_answer(data)[0] else None for data in self.answers.values()}


class NeverReading:
    """Asks for a lot and takes nothing."""

    def __init__(self, address, count, request, times=1):
        self.connections = connect(address, count)
        self.began = time.monotonic()
        for connection in self.connections:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.setblocking(False)
            for _ in range(times):
                try:
                    if connection.send(request) < len(request):
                        break
                except OSError:
                    break

    def close(self):
        hang_up(self.connections)


def silent_tls(address, count):
    return Slow(address, count, b"")


def served_by_tls(address):
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with socket.create_connection(address, timeout=10) as plain, context.wrap_socket(plain, server_hostname="localhost") as secure:
        secure.sendall(GREETING)
        data = b""
        while piece := secure.recv(65536):
            data += piece
    return take_answer(data)[0]


# Many

def fast(address, count, at_once=64):
    """So many connections, each for one request; how many were answered with 200."""
    selector, good, begun, open_ = selectors.DefaultSelector(), 0, 0, 0
    while begun < count or open_:
        while begun < count and open_ < at_once:
            connection = socket.socket()
            connection.setblocking(False)
            connection.connect_ex(address)
            selector.register(connection, selectors.EVENT_WRITE, bytearray())
            begun, open_ = begun + 1, open_ + 1
        for key, events in selector.select(10):
            connection = key.fileobj
            try:
                if events & selectors.EVENT_WRITE:
                    connection.send(GREETING)
                    selector.modify(connection, selectors.EVENT_READ, key.data)
                    continue
                piece = connection.recv(65536)
            except OSError:
                piece = b""
            if piece:
                key.data.extend(piece)
                continue
            good += key.data.startswith(b"HTTP/1.1 200 ")
            selector.unregister(connection)
            connection.close()
            open_ -= 1
    return good
