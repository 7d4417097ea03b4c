# SPDX-License-Identifier: Apache-2.0
"""The real merchant-store for proofs in Python, as a child and through its command line. Everything is bounded in time,
binds to loopback and ends with the process that started it. HTTP is in web.py, the database's content in databases.py;
their names can be imported from here."""
import contextlib
import html
import itertools
import json
import os
import pathlib
import re
import subprocess
import threading
import urllib.parse
import weakref

from databases import PostgresContent, PrivatePostgres, SqliteContent, postgres_programs  # noqa: F401
from limits import LIMIT, wait_for  # noqa: F401
from web import Answer, HttpClient, answers_in, send_raw, take_answer  # noqa: F401

SUPPRESSIONS = pathlib.Path(__file__).resolve().parents[2] / "support" / "lsan.supp"


def environment(extra=None):
    """For children: no language or zone of this machine, leaks are errors, planted bugs only where asked for."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("MC_", "MERCHANT_STORE_"))}
    env |= {"TZ": "UTC", "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": "detect_leaks=1:malloc_context_size=4:quarantine_size_mb=16",
            "LSAN_OPTIONS": f"suppressions={SUPPRESSIONS}:print_suppressions=0"}
    return env | (extra or {})


class Cli:
    """The command line of merchant-store on one data folder (and, with db, one PostgreSQL database)."""

    def __init__(self, build, data, db=None, env=None):
        self.program = pathlib.Path(build) / "bin" / "merchant-store"
        self.data, self.db, self.env = pathlib.Path(data), db, dict(env or {})

    def where(self):
        return ["--data", str(self.data), *(["--db", self.db] if self.db else [])]

    def run(self, *words, store=None, env=None, may_fail=False):
        """Standard output, stripped; RuntimeError with the sentence of the program when it fails."""
        command = [str(self.program), *map(str, words), *self.where(), *(["--store", store] if store else [])]
        ended = subprocess.run(command, env=environment(self.env | (env or {})), stdin=subprocess.DEVNULL,
                               capture_output=True, text=True, timeout=LIMIT, check=False)
        if ended.returncode != 0 and not may_fail:
            raise RuntimeError(f"merchant-store {' '.join(map(str, words[:2]))}: {ended.returncode} {ended.stderr.strip()}")
        return ended.stdout.strip()

    def add_store(self, name, **options):
        """The new store's id."""
        return self.run("store", "add", name, *_options(options))

    def add_staff(self, email, role, password, store=None):
        return self.run("staff", "add", email, "--role", role, store=store, env={"MERCHANT_STORE_PASSWORD": password})

    def disable_staff(self, who, store=None):
        self.run("staff", "disable", who, store=store)

    def add_token(self, name, *scopes, store=None):
        """The secret."""
        return self.run("token", "add", name, "--scopes", ",".join(scopes), store=store)

    def revoke_token(self, name, store=None):
        for line in self.run("token", "list", store=store).splitlines():
            fields = line.split("\t")
            if fields[1] == name:
                self.run("token", "revoke", fields[0], store=store)

    def set_policy(self, mode, store=None, **options):
        self.run("policy", "set", mode, *_options(options), store=store)

    def order_link(self, number, url, store=None):
        """The customer's link; with the address of a running service it can be followed."""
        return self.run("order", "link", number, "--public-url", url, store=store)

    def routes(self):
        """The route table of a demo service, which has every route."""
        command = [str(self.program), "routes", "--json"]
        ended = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=LIMIT, check=True)
        return json.loads(ended.stdout)


def _options(options):
    return itertools.chain.from_iterable((f"--{name.replace('_', '-')}", str(value)) for name, value in options.items())


def cancellation_form(customer):
    """The hidden fields of the customer's form and a reason, ready to be sent."""
    page = customer.request("GET", "/order/cancel")
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text))
    if page.status != 200 or set(fields) != {"operation", "csrf"}:
        raise RuntimeError(f"the form: {page.status}")
    return {name: html.unescape(value) for name, value in fields.items()} | {"reason": "ordered_by_mistake", "comments": ""}


class StoreProcess:
    """`merchant-store serve` as a child. It ends with its standard input, so none is left behind.

    with StoreProcess(build, data, demo=0) as store: store.client().request("GET", "/v1/health")"""

    def __init__(self, build, data, db=None, arguments=(), env=None, demo=None, port=0):
        self.cli = Cli(build, data, db, env)
        self.data, self.db, self.port = pathlib.Path(data), db, port
        self.arguments = list(arguments) + ([] if demo is None else ["--demo", str(demo)])
        self.env = dict(env or {})
        self.process = self.ready = self.url = None
        self.clients = weakref.WeakSet()
        self.log_path = self.data.parent / f"{self.data.name}.log"

    def start(self, arguments=None, env=None):
        """On the port of the last start, so that addresses stay valid. Returns self when it is ready."""
        if arguments is not None:
            self.arguments = list(arguments)
        if env is not None:
            self.env = dict(env)
        self.data.mkdir(parents=True, exist_ok=True)
        command = [str(self.cli.program), "serve", *self.cli.where(), "--listen", f"127.0.0.1:{self.port}",
                   "--exit-with-stdin", *self.arguments]
        with open(self.log_path, "ab") as log:
            self.process = subprocess.Popen(command, env=environment(self.env), stdin=subprocess.PIPE,
                                            stdout=subprocess.PIPE, stderr=log)
        # A store that hangs must not hang the proof.
        guard = threading.Timer(LIMIT, self.process.kill)
        guard.start()
        line = self.process.stdout.readline()
        guard.cancel()
        if not line:
            code = self.process.wait(LIMIT)
            raise RuntimeError(f"merchant-store did not start ({code}): {self.log()[-2000:]}")
        self.ready = json.loads(line)
        self.url = self.ready["url"]
        self.port = urllib.parse.urlsplit(self.url).port
        return self

    def stop(self):
        """Asks it to end; its exit status (0: all is well, also for the sanitizers)."""
        if self.process is None:
            return 0
        for client in list(self.clients):  # the store says goodbye to each and waits for its answer
            client.close()
        with contextlib.suppress(OSError):
            self.process.stdin.close()
        try:
            code = self.process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            self.kill()
            return "time-out"
        self.process.stdout.close()
        self.process = None
        return code

    def kill(self):
        """SIGKILL, and waits for the end."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(LIMIT)
            self.process.stdout.close()
            with contextlib.suppress(OSError):
                self.process.stdin.close()
            self.process = None

    def __enter__(self):
        return self if self.process else self.start()

    def __exit__(self, *_):
        self.kill()

    @property
    def pid(self):
        return self.process.pid

    @property
    def address(self):
        return ("127.0.0.1", self.port)

    def client(self, token=None, **options):
        client = HttpClient(self.address, token, **options)
        self.clients.add(client)
        return client

    def sign_in(self, email, password):
        """A client with the session of this person."""
        answer = self.client().request("POST", "/v1/sessions", {"email": email, "password": password})
        if answer.status != 201:
            raise RuntimeError(f"sign-in: {answer.status} {answer.problem}")
        return self.client(answer.json["token"])

    def customer(self, number, store=None):
        """A client with the cookie that the customer's link of this order gives."""
        link = self.cli.order_link(number, self.url, store)
        client = self.client()
        answer = client.request("GET", urllib.parse.urlsplit(link).path)
        if answer.status != 303:
            raise RuntimeError(f"link: {answer.status}")
        client.cookie = answer.header("set-cookie").split(";")[0]
        client.link = urllib.parse.urlsplit(link).path
        return client

    def memory_kib(self, field="VmRSS"):
        """What it holds in memory now; with VmHWM the most that it has held."""
        for line in pathlib.Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith(f"{field}:"):
                return int(line.split()[1])
        return 0

    def log(self):
        return self.log_path.read_text(errors="replace") if self.log_path.exists() else ""

    def database(self):
        return PostgresContent(self.db) if self.db else SqliteContent(self.data / "store.sqlite")
