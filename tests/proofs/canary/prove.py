#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Secrets and personal data are planted everywhere in a whole run and then looked for everywhere they must not be.

--n rounds, each with a store, a shop, staff, customers (one in Chromium) and a console with a store of its own. Looked
through: logs of store and console with every category on, /proc/*/cmdline of all programs and /proc/*/environ of
children, answers to wrong requests, the address bar, Referer and page after a link was exchanged, the store's files
(secrets), the console's files (secrets); and after `customer erase` databases, WAL, freelists, backup, exports and the
console's cache (personal data).

Control: a store that logs request bodies."""
import contextlib
import http.server
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
TESTS = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "support"))
from proof import Proof  # noqa: E402
from leaks import ProcessWatch, descendants, hits  # noqa: E402

PATIENCE = 90
# Everything that any category has to say, but not Qt's own tracing of every socket and event.
RULES = "*.debug=true;*.info=true;qt.*=false;mc.*=true"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(what, probe, seconds=PATIENCE):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = probe()
        if found:
            return found
        time.sleep(0.1)
    raise RuntimeError(f"waited in vain for {what}")


class Canaries:
    """Words that occur nowhere else, by what they stand for."""

    def __init__(self, random):
        self.random = random
        self.words = {}

    def make(self, name, form="{}"):
        self.words[name] = form.format("qz" + "".join(self.random.choice("bcdfghjkmnpqrstvwxyz") for _ in range(14)))
        return self.words[name]

    def add(self, name, word):
        if not word or len(word) < 12:
            raise RuntimeError(f"the canary {name} is too short to be looked for")
        self.words[name] = word

    def of(self, kinds):
        return {name: word for name, word in self.words.items() if name.startswith(kinds)}


class Elsewhere:
    """Another site: keeps the Referer of everybody who comes."""

    def __init__(self):
        referers = self.referers = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                referers.append((self.path, self.headers.get("Referer", "")))
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"elsewhere")

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def ask(method, url, body=None, token=None, kind="application/json", **headers):
    """Status, headers and body, whatever the status is."""
    data = body if isinstance(body, (bytes, type(None))) else json.dumps(body).encode()
    request = urllib.request.Request(url, data=data, method=method, headers={"Content-Type": kind, **headers})
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.build_opener(NoRedirect).open(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.headers, refusal.read()


class Round:
    def __init__(self, proof, number, bug=None):
        self.proof, self.number, self.bug = proof, number, bug
        self.folder = proof.work / (f"round-{number}" if bug is None else f"control-{number}")
        self.folder.mkdir(parents=True)
        self.data = self.folder / "store"
        self.words = Canaries(proof.random(f"{number}/{bug}"))
        self.children, self.found, self.answers, self.key = [], [], [], 0
        self.store_log = self.folder / "store.log"
        self.console_log = self.folder / "console.log"

    # -- help

    def environment(self, **more):
        return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": RULES, "LC_ALL": "C.UTF-8", "TZ": "UTC",
                "ASAN_OPTIONS": "detect_leaks=0", **({"MC_PLANTED_BUG": self.bug} if self.bug else {}), **more}

    def start(self, command, log, **options):
        process = subprocess.Popen(list(map(str, command)), stderr=open(log, "ab"), **options)
        self.children.append(process)
        return process

    def stop(self, process):
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def tool(self, *words, data=None, check=True):
        done = subprocess.run([self.proof.build / "bin" / "merchant-store", *map(str, words), "--data", data or self.data],
                              env=self.environment(), capture_output=True, timeout=120, check=False)
        self.answers.append(("command line", done.stderr))
        if check and done.returncode != 0:
            raise RuntimeError(f"merchant-store {words[0]} {words[1]}: {done.stderr.decode()[-300:]}")
        return done

    def secret_file(self, word):
        path = self.folder / f"secret-{len(list(self.folder.glob('secret-*')))}"
        path.write_text(word + "\n")
        return path

    def next_key(self):
        self.key += 1
        return f"canary-operation-{self.proof.seed}-{self.number}-{self.key}"

    def look(self, where, data, words):
        for name in hits(data, words):
            self.found.append(f"{name} in {where}")

    # -- the run

    def order(self, name):
        make = self.words.make
        return {"number": f"CN-{name}", "version": 1, "placedAt": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "currency": "EUR",
                "totalMinor": 2500, "customer": {"name": make(f"person-name-{name}", "{} Lindqvist"),
                                                 "email": make(f"person-email-{name}", "{}@example.com"), "language": "en"},
                "shippingAddress": [make(f"person-street-{name}", "{} 12"), make(f"person-town-{name}")],
                "payment": {"status": "paid", "method": make(f"person-method-{name}", "Card {}"), "paidMinor": 2500},
                "lines": [{"id": "1", "title": "Mug", "quantity": 1, "unitPriceMinor": 2500}]}

    def prepare(self):
        make = self.words.make
        self.tool("store", "add", "Canary shop", "--support-email", "help@example.com")
        self.staff_email = "kim@shop.example"
        self.tool("staff", "add", self.staff_email, "--name", "Kim", "--role", "owner", "--password-file",
                  self.secret_file(make("secret-password")))
        self.words.add("secret-token", self.tool("token", "add", "shop", "--scopes",
                                                 "orders:read,orders:write,cancellations:write").stdout.decode().strip())
        self.tool("engine", "add", "vendure", "--url", f"http://127.0.0.1:{free_port()}", "--user", make("name-engine-user"),
                  "--channel", make("name-engine-channel"), "--secret-file", self.secret_file(make("secret-engine-password")),
                  "--untested")
        # Debian's own Python, for which the package of the mail server is.
        self.sink = self.start(["/usr/bin/python3", TESTS / "store" / "smtpsink.py"], self.folder / "sink.log",
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        smtp = json.loads(self.sink.stdout.readline())["port"]
        self.mails = []

        def read_mails():
            for line in self.sink.stdout:
                self.mails.append(json.loads(line))

        threading.Thread(target=read_mails, daemon=True).start()
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.store = self.start([self.proof.build / "bin" / "merchant-store", "serve", "--listen", f"127.0.0.1:{port}", "--public-url",
                                 self.url, "--data", self.data, "--smtp", f"smtp://127.0.0.1:{smtp}", "--mail-from",
                                 "shop@example.com", "--processing-delay", "3", "--engine-interval", "1"], self.store_log,
                                stdout=subprocess.PIPE,
                                env=self.environment(MERCHANT_STORE_SMTP_PASSWORD=make("secret-smtp-password")))
        if not self.store.stdout.readline():
            raise RuntimeError("the store did not start: " + self.store_log.read_text()[-500:])

    def send_orders(self):
        token = self.words.words["secret-token"]
        for name in ("browser", "plain", "staff"):
            status, _, body = ask("PUT", f"{self.url}/v1/orders/{name}", self.order(name), token,
                                  **{"Idempotency-Key": self.next_key()})
            if status not in (200, 201):
                raise RuntimeError(f"an order was answered with {status}: {body[:300]}")
        self.links = {}

        def all_links():
            for mail in list(self.mails):
                match = re.search(rf"{re.escape(self.url)}/o/([A-Za-z0-9_-]+)", mail["text"] or "")
                for name, word in self.words.of("person-email").items():
                    if match and word in mail["envelopeTo"]:
                        self.links[name.rsplit("-", 1)[1]] = match.group(0)
            return len(self.links) == 3

        until("the mails with the links", all_links)
        for name, link in self.links.items():
            self.words.add(f"secret-link-{name}", link.rsplit("/", 1)[1])

    def staff_works(self):
        make, url = self.words.make, self.url
        ask("POST", f"{url}/v1/sessions", {"email": self.staff_email, "password": make("secret-wrong-password")})
        status, _, body = ask("POST", f"{url}/v1/sessions", {"email": self.staff_email, "password": self.words.words["secret-password"],
                                                           "device": "proof"})
        session = json.loads(body)["token"]
        self.words.add("secret-session", session)
        snapshot = ask("GET", f"{url}/v1/orders", token=session)[2].splitlines()
        orders = {one["externalId"]: one["id"] for one in map(json.loads, snapshot) if "externalId" in one}
        status, _, body = ask("POST", f"{url}/v1/orders/{orders['staff']}/cancellations",
                              {"reasonCode": "other", "comments": make("person-comment-staff"), "onBehalfOfCustomer": True,
                               "channel": "phone"}, session, **{"Idempotency-Key": self.next_key()})
        if status >= 300:
            raise RuntimeError(f"the cancellation was answered with {status}: {body[:300]}")
        # Mistakes: what was sent must come back in no log, and secrets in no answer either.
        token = self.words.words["secret-token"]
        wrong = [("PUT", "/v1/orders/x", b'{"number": "' + make("person-broken").encode() + b'"', token),
                 ("PUT", "/v1/orders/x", {"number": make("person-wrong-type"), "customer": 5}, token),
                 ("PUT", f"/v1/orders/{make('person-path')}", {}, token),
                 ("GET", f"/v1/changes?after={make('person-query')}", None, token),
                 ("GET", f"/v1/orders?from={token}", None, token),
                 ("GET", f"/o/{self.words.words['secret-link-plain'][:-1]}", None, None),
                 ("GET", f"/nowhere/{make('person-nowhere')}?token={token}", None, None),
                 ("GET", "/v1/store", None, token + "x"),
                 ("POST", "/order/cancel", b"comments=" + make("person-form").encode(), None)]
        for method, path, body, bearer in wrong:
            status, headers, answer = ask(method, url + path, body, bearer, **{"Idempotency-Key": self.next_key()})
            self.answers.append((f"answer {status} to a wrong {method}", answer + str(headers).encode()))
        csv = ("Order ID,Order date,Customer,E-mail,Items,Item status,Payment status,Currency,Amount,Tracking numbers\r\n"
               f"CSV-1,2026-11-20,{make('person-csv-name')},{make('person-csv-email', '{}@example.com')},Mug,not_shipped,paid,EUR,5,\r\n"
               f"CSV-2,{make('person-csv-wrong')},x,x,x,x,x,x,x,x\r\n")
        status, _, answer = ask("POST", f"{url}/v1/imports", csv.encode(), token, "text/csv", **{"Idempotency-Key": self.next_key()})
        if status != 200 or json.loads(answer)["created"] != 1:
            raise RuntimeError(f"the import was answered with {status}: {answer[:300]}")

    def plain_customer(self):
        """Without a browser: the exchange itself."""
        status, headers, body = ask("GET", self.links["plain"])
        token = self.words.words["secret-link-plain"]
        cookie = headers.get("Set-Cookie", "")
        problems = []
        if status != 303 or headers.get("Location") != "/order":
            problems.append(f"the link is answered with {status} to {headers.get('Location', '').replace(token, 'TOKEN')}")
        if headers.get("Referrer-Policy") != "no-referrer":
            problems.append("no Referrer-Policy with the link's answer")
        if "HttpOnly" not in cookie or "SameSite" not in cookie:
            problems.append("the cookie is open to scripts or other sites")
        self.words.add("secret-cookie", cookie.split(";")[0].split("=", 1)[1])
        self.look("the answer to the link", body + str(headers).encode(), {"secret-link-plain": token})
        page = ask("GET", f"{self.url}/order", Cookie=cookie.split(";")[0])
        self.look("the order page", page[2] + str(page[1]).encode(), {"secret-link-plain": token})
        self.found += problems

    def browser_customer(self, elsewhere):
        done = subprocess.run(["node", HERE / "browse.mjs", self.links["browser"], elsewhere.url, self.words.make("person-comment-browser")],
                              capture_output=True, timeout=180, check=False)
        if done.returncode != 0:
            raise RuntimeError("the browser: " + done.stderr.decode()[-600:])
        seen = json.loads(done.stdout.splitlines()[-1])
        secret = {"secret-link-browser": self.words.words["secret-link-browser"]}
        for where, parts in (("the address bar", seen["shown"]), ("a Referer", seen["referers"]),
                             ("addresses asked for after the first", seen["asked"][1:]), ("the browser's page state", [seen["stored"]])):
            self.look(where, "\n".join(parts).encode(), secret)
        self.found += [f"secret-link-browser in the page {name}" for name in seen["pagesWithToken"]]
        if len(seen["shown"]) != 4:
            raise RuntimeError("the browser did not come through")
        came = [referer for path, referer in elsewhere.referers if path == "/"]
        if not came:
            raise RuntimeError("the browser did not come to the other site")
        self.found += ["the other site got a Referer" for referer in came if referer]
        self.proof.figure("browser_requests", len(seen["asked"]))

    def console(self):
        """The console with a store of its own gets an order; what it logs and keeps."""
        profile = self.folder / "profile"
        process = self.start([self.proof.build / "bin" / "merchant-console", "--demo", "--profile", profile], self.console_log,
                             stdout=open(self.console_log, "ab"), env=self.environment())
        child = until("the demo's store", lambda: next(iter(descendants(process.pid)), None))
        port = until("its port", lambda: self.port_of(child))
        data = until("its folder", lambda: self.folder_of(child))
        self.words.add("secret-demo-token", self.tool("token", "add", "shop", "--scopes", "orders:write,orders:read", data=data)
                       .stdout.decode().strip())
        order = self.order("console")
        url = f"http://127.0.0.1:{port}/v1/orders/console"
        status = ask("PUT", url, order, self.words.words["secret-demo-token"], **{"Idempotency-Key": self.next_key()})[0]
        if status not in (200, 201):
            raise RuntimeError(f"the demo's store answered {status}")
        name = order["customer"]["name"].encode()
        files = lambda: [path for path in profile.rglob("*") if path.is_file() and not path.is_relative_to(data)]  # noqa: E731
        until("the order in the console's cache", lambda: any(name in self.read(path) for path in files()))
        erased = self.erase(order["customer"]["email"], data)
        if erased:
            person = self.words.of(("person-name-console", "person-email-console", "person-street-console", "person-town-console"))
            try:
                until("the erasure in the console's cache", lambda: not any(hits(self.read(path), person) for path in files()), 60)
            except RuntimeError:
                for path in files():
                    self.look(f"the console's {path.name} after the erasure", self.read(path), person)
        self.stop(process)
        until("the end of the demo's store", lambda: not pathlib.Path(f"/proc/{child}").exists())
        for path in files():
            self.look(f"the console's {path.name}", self.read(path), self.words.of("secret"))

    @staticmethod
    def read(path):
        try:
            return path.read_bytes()
        except OSError:
            return b""

    @staticmethod
    def port_of(pid):
        inodes = set()
        with contextlib.suppress(OSError):
            for link in pathlib.Path(f"/proc/{pid}/fd").iterdir():
                with contextlib.suppress(OSError):
                    match = re.match(r"socket:\[(\d+)\]", os.readlink(link))
                    if match:
                        inodes.add(match.group(1))
        for line in pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]:
            words = line.split()
            if words[3] == "0A" and words[9] in inodes:
                return int(words[1].split(":")[1], 16)
        return None

    @staticmethod
    def folder_of(pid):
        words = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
        return pathlib.Path(words[words.index("--data") + 1]) if "--data" in words else None

    # -- afterwards

    def erase(self, email, data):
        """Whether the store has the command and did it."""
        if self.tool("customer", "erase", "--help", data=data, check=False).returncode != 0:
            return False
        self.tool("customer", "erase", email, data=data)
        return True

    def look_through_store(self):
        for name in self.store_log, self.console_log, self.folder / "sink.log":
            if name.exists():
                self.look(name.name, name.read_bytes(), self.words.words)
        for where, data in self.answers:
            self.look(where, data, self.words.of("secret"))
        for path in self.data.rglob("*"):
            if path.is_file():
                self.look(f"the store's {path.name}", path.read_bytes(), self.words.of("secret"))

    def erase_all(self):
        """After the erasure nothing of a person is left in any file of the store, nor in what it gives out."""
        person = self.words.of("person-")
        kept = b"".join(path.read_bytes() for path in self.data.rglob("*") if path.is_file())
        if not hits(kept, self.words.of("person-email-plain")):
            raise RuntimeError("the store does not hold what is to be erased")
        if not all([self.erase(word, self.data) for name, word in self.words.of(("person-email", "person-csv-email")).items()
                    if not name.endswith("console")]):
            self.proof.figure("erasure", "missing")
            self.found.append("the erasure cannot be proved: merchant-store has no command \"customer erase\"")
            return
        token = self.words.words["secret-token"]
        for path in ("/v1/orders", "/v1/orders/plain"):
            self.look(f"the answer of {path} after the erasure", ask("GET", self.url + path, token=token)[2], person)
        self.stop(self.store)
        backup = self.folder / "backup.sqlite"
        self.tool("backup", backup)
        self.look("the backup after the erasure", backup.read_bytes(), person)
        self.look("the audit export after the erasure", self.tool("audit", "export").stdout, person)
        for path in self.data.rglob("*"):
            if path.is_file():
                self.look(f"the store's {path.name} after the erasure", path.read_bytes(), person)
        self.proof.figure("erasure", "done")

    def close(self):
        for process in reversed(self.children):
            self.stop(process)
        for process in self.children:
            for stream in (process.stdin, process.stdout):
                if stream:
                    stream.close()

    def run(self, elsewhere, watch):
        """What was found; everything that a round proves."""
        try:
            self.prepare()
            self.send_orders()
            self.staff_works()
            self.plain_customer()
            self.browser_customer(elsewhere)
            self.console()
            self.erase_all()
        finally:
            self.close()
        self.look_through_store()
        for line in watch.lines:
            self.look("a command line", line, {**self.words.of("secret"), **self.words.of("person-name")})
        for block in watch.inherited:
            self.look("the environment of a child", block, self.words.words)
        return self.found

    def run_control(self):
        """The short way to the planted mistake: a store, orders, staff."""
        try:
            self.prepare()
            self.send_orders()
            self.staff_works()
        finally:
            self.close()
        self.look("store.log", self.store_log.read_bytes(), self.words.words)
        return self.found


def main():
    proof = Proof("canary", __doc__)
    if not shutil.which("node"):
        sys.exit("node is missing")
    elsewhere = Elsewhere()
    planted = 0
    for number in range(proof.n):
        watch = ProcessWatch()
        watch.start()
        one = Round(proof, number)
        try:
            for what in sorted(set(one.run(elsewhere, watch))):
                proof.violation(f"round {number}, seed {proof.seed}: {what}")
        finally:
            watch.stop()
        planted += len(one.words.words)
        proof.check(watch.samples > 20 and len(watch.lines) >= 3, "the process list was hardly looked at")
        proof.figure("process_samples", watch.samples)
    found = Round(proof, 0, "request-body-logged").run_control()
    proof.control("request-body-logged", any(what.startswith("person-name") and "store.log" in what for what in found))
    proof.figure("canaries", planted)
    proof.close()


if __name__ == "__main__":
    main()
