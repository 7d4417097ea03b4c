#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the store costs: reads against a web server of static files, its memory while it imports and streams snapshots, and
(consoles.py, cancellations.py) what consoles and clients get. Real processes of the release build; everything binds to
loopback and ends by itself.

Processor time instead of wall time, since clients share the machine with the store. Fails only over twice a bar."""
import argparse
import contextlib
import itertools
import os
import pathlib
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading

TESTS = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TESTS / "proofs" / "support"), str(TESTS / "bench" / "support")]
import cancellations  # noqa: E402
import consoles  # noqa: E402
from bench import TOP, Bench, is_at_rest, processor_seconds  # noqa: E402
from filling import FilledStores  # noqa: E402
from limits import wait_for  # noqa: E402
from store import StoreProcess  # noqa: E402
from web import HttpClient  # noqa: E402

REQUESTS, ROUNDS = 3000, 5


def per_processor_second(pid, ask, seconds_at_least=1.0):
    """How many of these requests one second of that process's time answers. Until it has used enough to be counted in."""
    for _ in range(50):
        ask()
    began, answered = processor_seconds(pid), 0
    while processor_seconds(pid) - began < seconds_at_least:
        for _ in range(REQUESTS // 10):
            ask()
        answered += REQUESTS // 10
    return answered / (processor_seconds(pid) - began)


class Nginx:
    """One worker that serves static files of a folder."""

    def __init__(self, program, folder):
        self.folder = pathlib.Path(folder)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        for name in ("www", "temp"):
            (self.folder / name).mkdir(parents=True)
        temp = "".join(f"{kind}_temp_path {self.folder}/temp/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (self.folder / "nginx.conf").write_text(
            f"worker_processes 1; daemon off; pid {self.folder}/pid; error_log {self.folder}/error.log; {'user root;' if os.geteuid() == 0 else ''}"
            f"events {{}} http {{ access_log off; keepalive_requests 100000000; {temp}"
            f"server {{ listen 127.0.0.1:{self.port}; root {self.folder}/www; }} }}")
        self.process = subprocess.Popen([program, "-p", str(self.folder), "-c", str(self.folder / "nginx.conf"), "-e", str(self.folder / "error.log")])
        wait_for(self._answers, "nginx")

    def _answers(self):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
            return True
        return False

    @property
    def worker(self):
        return int(subprocess.run(["ps", "--ppid", str(self.process.pid), "-o", "pid="], capture_output=True, text=True, check=True).stdout.split()[0])

    def put(self, name, size):
        (self.folder / "www" / name).write_bytes(b"x" * size)

    def client(self):
        return HttpClient(("127.0.0.1", self.port))

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


class StoreBench(Bench):
    @contextlib.contextmanager
    def store(self, *arguments):
        with tempfile.TemporaryDirectory(prefix="storebench-") as folder:
            process = StoreProcess(self.build, pathlib.Path(folder) / "data",
                                   arguments=["--demo", str(self.n), "--token-requests", "1000", *arguments])
            with process:
                yield process, pathlib.Path(folder)


def order_numbers(process, count):
    rows = process.database().rows("SELECT id, number FROM orders ORDER BY placed_at DESC LIMIT ?", count)
    return [(row[0], row[1]) for row in rows]


def reads(bench):
    """Row 11."""
    if shutil.which(bench.arguments.nginx) is None:
        print("reads: not measured, nginx is not installed (--nginx PROGRAM names another place)", file=sys.stderr)
        bench.has_failed = True
        return
    with bench.store() as (process, folder):
        # A token may ask a thousand times a second; so many that no answer is 429.
        clients = [process.client(process.cli.add_token(f"bench {i}", "orders:read")) for i in range(16)]
        orders = order_numbers(process, 200)
        # The sample orders have mails to send, which is no part of a page.
        wait_for(lambda: is_at_rest(lambda: processor_seconds(process.pid)), "a store at rest", 120)
        nginx = Nginx(bench.arguments.nginx, folder / "nginx")
        try:
            _compare(bench, "detail", process, nginx, clients, [f"/v1/orders/{id_}" for id_, _ in orders])
            customer = process.customer(orders[0][1])
            _compare(bench, "customer-page", process, nginx, [customer], ["/order"])
        finally:
            nginx.stop()


def _compare(bench, name, process, nginx, clients, paths):
    answers = [clients[0].request("GET", path) for path in paths]
    assert all(answer.status == 200 for answer in answers), [answer.status for answer in answers][:5]
    size = sum(len(answer.body) for answer in answers) // len(answers)
    nginx.put(name, size)
    turns = itertools.cycle(itertools.product(paths, clients))

    def ask():
        path, client = next(turns)
        assert client.request("GET", path).status == 200

    plain = nginx.client()
    # In turns, since a shared machine is quicker at one time than at another.
    turns_of_both = [(per_processor_second(process.pid, ask), per_processor_second(nginx.worker, lambda: plain.request("GET", f"/{name}")))
                     for _ in range(ROUNDS)]
    ours, floor = (statistics.median(each) for each in zip(*turns_of_both))
    ratio = statistics.median(one / other for one, other in turns_of_both)
    bench.result(name, f"11: answers a processor second, {size} bytes each, to nginx with a file", value=ours, floor=floor,
                 ratio=ratio, bar=0.25, more_is_better=True, unit="1/s")


def memory(bench):
    """Row 15."""
    peak = bench.stores.import_peak(bench.n)
    bench.result("import-memory", "15: peak while the orders are imported, MiB to 150", value=peak, ratio=peak / 150, bar=1)
    with consoles.running(bench) as (process, _):
        token = process.cli.add_token("bench", "orders:read")
        counts = []

        def read_all():
            with socket.create_connection(process.address, timeout=3600) as connection:
                connection.sendall(f"GET /v1/orders HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
                rows, tail = 0, b""
                while piece := connection.recv(1 << 20):
                    rows += piece.count(b"\n{")
                    tail = (tail + piece)[-64:]
                counts.append((rows, b'{"end":true}' in tail))

        readers = [threading.Thread(target=read_all) for _ in range(20)]
        before = process.memory_kib() / 1024
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        assert len(counts) == len(readers) and all(is_whole for _, is_whole in counts), counts
        peak = process.memory_kib("VmHWM") / 1024
        bench.result("snapshot-memory", f"15: peak while 20 consoles take the snapshot at once, MiB to 150 (before: {before:.0f})", value=peak, ratio=peak / 150, bar=1)


def main():
    benches = {"reads": (reads, 20_000), "live": (consoles.live, 20_000), "memory": (memory, 1_000_000),
               "sync": (consoles.sync, 1_000_000), "cancellations": (cancellations.run, 1_000_000)}
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(benches))
    parser.add_argument("--n", type=int, help="orders in the store; without it 20,000 for reads and live, 1,000,000 for the others")
    parser.add_argument("--seed", type=int, help="of the orders to cancel; the sample orders are always the same")
    parser.add_argument("--consoles", type=int, default=1000)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--build", type=pathlib.Path, default=TOP / "build" / "release")
    parser.add_argument("--out", type=pathlib.Path, default=TOP / "build" / "bench")
    parser.add_argument("--nginx", default="nginx")
    parser.add_argument("--files", type=pathlib.Path, help="keeps the filled stores in this folder, and takes them from there")
    bench = StoreBench(parser.parse_args())
    with tempfile.TemporaryDirectory(prefix="storebench-") as folder:
        bench.stores = FilledStores(bench.build, bench.arguments.files or folder, bench.arguments.seed or 1)
        for name in bench.arguments.names or benches:
            run, usual = benches[name]
            bench.n = bench.arguments.n or usual
            run(bench)
    return 1 if bench.has_failed else 0


if __name__ == "__main__":
    sys.exit(main())
