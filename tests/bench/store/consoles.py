# SPDX-License-Identifier: Apache-2.0
"""A real console with its window at a real store: the first sync, what a customer's click costs until it is painted, and
what both cost while nothing happens."""
import contextlib
import datetime
import itertools
import json
import pathlib
import random
import selectors
import shutil
import socket
import subprocess
import tempfile
import threading
import time

from bench import DISPLAY, is_at_rest, processor_seconds
from limits import wait_for
from shop import order_body
from store import StoreProcess, cancellation_form, environment

EMAIL, PASSWORD = "anna@bench.example", "correct horse battery staple"
CHANGES_A_SECOND = 100
CLICKS = 60
SLOWEST_SYNC = 3600
CANCELLATION_REQUESTED, CANCELLED = 3, 4  # mc::ItemStatus


class Window:
    """mc_windowbench that follows a store. Its lines come as (word, numbers or names)."""

    def __init__(self, build, folder, store):
        self.process = subprocess.Popen(
            [str(build / "bin" / "mc_windowbench"), "--child", "store", str(folder), store.url, EMAIL],
            env=environment(DISPLAY | {"MC_BENCH_PASSWORD": PASSWORD}), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.heard, self.lines = threading.Condition(), []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for line in self.process.stdout:
            with self.heard:
                self.lines.append(line.split())
                self.heard.notify_all()

    def said(self, word, seconds=60, since=0, suits=lambda words: True):
        """The first line with this word, behind the first `since` lines."""
        def found():
            return next((words for words in self.lines[since:] if words[0] == word and suits(words)), None)
        with self.heard:
            if not self.heard.wait_for(lambda: found() or self.process.poll() is not None, seconds) or not found():
                raise RuntimeError(f"the window never said {word!r}: {self.lines[-5:]}")
            return found()[1:]

    def memory(self):
        """MB: now, and at most until now."""
        since = len(self.lines)
        self.process.stdin.write("memory\n")
        self.process.stdin.flush()
        return tuple(map(float, self.said("memory", since=since)))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(30)
        self.process.kill()


@contextlib.contextmanager
def running(bench):
    """A store with generated orders and a person who may sign in, and a folder beside it."""
    with tempfile.TemporaryDirectory(prefix="storebench-", dir=bench.out) as folder:
        folder = pathlib.Path(folder)
        cli = bench.stores.copy(bench.n, folder / "data")
        cli.add_staff(EMAIL, "owner", PASSWORD)
        with StoreProcess(bench.build, folder / "data", arguments=["--token-requests", "1000"]) as store:
            yield store, folder


class Changes:
    """A warehouse that packs orders, one after the other, so many a second until it is stopped."""

    def __init__(self, store, seed):
        self.client = store.client(store.cli.add_token("warehouse", "shipments:write"))
        orders = [row[0] for row in store.database().rows("SELECT id FROM orders ORDER BY placed_at DESC LIMIT 200000")]
        random.Random(seed).shuffle(orders)
        self.orders, self.done, self.is_over = itertools.cycle(orders), 0, threading.Event()
        self.rate, self.problem = 0.0, None
        self.thread = threading.Thread(target=self._run)

    def _run(self):
        began = time.monotonic()
        while not self.is_over.wait(max(0.0, began + self.done / CHANGES_A_SECOND - time.monotonic())):
            state = "packed" if self.done % 2 else "shipped"
            answer = self.client.request("POST", f"/v1/orders/{next(self.orders)}/shipments", {"kind": "fact", "state": state},
                                         key=f"warehouse-{self.done:08}")
            if answer.status not in (200, 409):
                self.problem = answer
                return
            self.done += 1
        self.rate = self.done / (time.monotonic() - began)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.is_over.set()
        self.thread.join()
        if self.problem:
            raise RuntimeError(f"a change was refused: {self.problem.status} {self.problem.text}")


def _sync(bench, store, folder, changes):
    """Signs in and waits until all is there: what the window said, (first rows, all) in seconds, and its peak in MB."""
    with Window(bench.build, folder, store) as window, changes:
        began = float(window.said("signing-in")[0])
        first = float(window.said("first-rows")[0])
        ended = float(window.said("synced", SLOWEST_SYNC)[0])
        stalls = list(map(float, window.said("stalls")))
        return stalls, (first - began, ended - began), window.memory()[1]


def _floor(bench, folder):
    """Seconds that the same rows take by SQLite's C API from memory, with the file that the console has made."""
    files = folder / "floor"
    files.mkdir()
    cache = max((folder / "alone" / "data").rglob("orders*.sqlite"), key=lambda file: file.stat().st_size)
    shutil.move(cache, files / "cache.sqlite")
    subprocess.run([str(bench.build / "bin" / "mc_bench"), "floor", "--n", str(bench.n), "--files", str(files), "--out", str(bench.out)],
                   stdout=subprocess.DEVNULL, env=environment(), check=True, timeout=SLOWEST_SYNC)
    return json.loads((bench.out / "floor.json").read_text())["median"] / 1000


def sync(bench):
    """Rows 6 and 7."""
    with running(bench) as (store, folder):
        _, (first, alone), peak = _sync(bench, store, folder / "alone", contextlib.nullcontext())
        floor = _floor(bench, folder)
        bench.result("first-sync", "7: first sync over HTTP, seconds, to the same rows by the C API", value=alone, floor=floor,
                     ratio=alone / floor, bar=1.5)
        bench.result("first-screen", "7: signing in to painted rows, seconds to 1", value=first, ratio=first, bar=1)
        bench.result("sync-memory", "7: the console's peak, MB to 200", value=peak, ratio=peak / 200, bar=1)
        changes = Changes(store, bench.arguments.seed or 1)
        (count, _, _, most_but_one, most), (_, busy), _ = _sync(bench, store, folder / "busy", changes)
        bench.result("stall", f"6: the window stands still while importing, with {changes.rate:.0f} changes/s, {count:.0f} beats in {busy:.0f} s: p99.9, ms to 16",
                     value=most_but_one, ratio=most_but_one / 16, bar=1)
        bench.result("stall-most", "6: the longest, ms to 50", value=most, ratio=most / 50, bar=1)


class Crowd:
    """Consoles on the stream, without windows."""

    def __init__(self, store, count):
        token = store.cli.add_token("crowd", "orders:read")
        self.lines = [self._listen(store.address, token) for _ in range(count)]
        threading.Thread(target=self._drain, daemon=True).start()

    @staticmethod
    def _listen(address, token):
        connection = socket.create_connection(address, timeout=10)
        connection.sendall(f"GET /v1/changes/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
        head = connection.recv(4096)
        assert b" 200 " in head.split(b"\r\n", 1)[0], head[:200]
        return connection

    def _drain(self):
        selector = selectors.DefaultSelector()
        for connection in self.lines:
            selector.register(connection, selectors.EVENT_READ)
        with contextlib.suppress(OSError):
            while True:
                for key, _ in selector.select():
                    if not key.fileobj.recv(65536):
                        selector.unregister(key.fileobj)


def live(bench):
    """Rows 12 and 13: a console with its window, and many without, on one store."""
    with running(bench) as (store, folder), Window(bench.build, folder / "console", store) as window:
        window.said("synced", SLOWEST_SYNC)
        crowd = Crowd(store, bench.arguments.consoles)
        _clicks(bench, store, window, len(crowd.lines))
        _rest(bench, store, window, len(crowd.lines))


def _clicks(bench, store, window, crowd):
    """New orders, which the window shows on top; each has a customer with a page of its own."""
    wait_for(lambda: is_at_rest(lambda: processor_seconds(store.pid)), "a store at rest", 60)
    shop = store.client(store.cli.add_token("shop", "orders:write"))
    times = sorted(_click(store, shop, window, f"CLICK-{i}") for i in range(CLICKS))
    median, slowest = times[len(times) // 2], times[-1]
    bench.result("click", f"12: customer's POST to the console's row painted, {crowd} consoles, {CLICKS} times: median, ms to 100",
                 value=median, ratio=median / 100, bar=1)
    bench.result("click-slowest", "12: the slowest of them, ms to 500", value=slowest, ratio=slowest / 500, bar=1)


def _click(store, shop, window, number):
    """Milliseconds."""
    body = order_body(number) | {"placedAt": datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")}
    answer = shop.request("PUT", f"/v1/orders/ext-{number}", body, key=f"bench-shop-{number:>8}".replace(" ", "0"))
    assert answer.status in (200, 201), answer.body
    window.said("painted", suits=lambda words: words[1] == number)
    customer = store.customer(number)
    fields = cancellation_form(customer)
    since, began = len(window.lines), time.monotonic()
    answer = customer.form("/order/cancel", fields)
    assert answer.status in (200, 303), answer.status
    painted = window.said("painted", since=since,
                          suits=lambda words: words[1] == number and int(words[2]) in (CANCELLATION_REQUESTED, CANCELLED))
    return (float(painted[2]) - began) * 1000


def _rest(bench, store, window, crowd):
    wait_for(lambda: is_at_rest(lambda: processor_seconds(store.pid)), "a store at rest", 60)
    pids = {"store": store.pid, "console": window.process.pid}
    began, used = time.monotonic(), {name: processor_seconds(pid) for name, pid in pids.items()}
    time.sleep(bench.arguments.seconds)
    took = time.monotonic() - began
    share = {name: (processor_seconds(pid) - used[name]) / took for name, pid in pids.items()}
    bench.result("idle-store", f"13: share of a core, {crowd} consoles on the stream, {took:.0f} s", value=share["store"], ratio=share["store"] / 0.01, bar=1)
    bench.result("idle-console", f"13: the same of a console with its window, {took:.0f} s", value=share["console"], ratio=share["console"] / 0.001, bar=1)
