#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""SIGKILL of console, store and both at random moments, also while they start and migrate, with a bad network between them
and an engine that loses answers. Afterwards every acknowledged cancellation was done, once: in the store, as a refund, as
a mail (one Message-ID), and at the engine. Worlds of about 25 kills; every other one on PostgreSQL."""
import collections
import concurrent.futures
import json
import pathlib
import selectors
import socket
import subprocess
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from enginedouble import EngineDouble  # noqa: E402
from faultproxy import FaultProxy  # noqa: E402
from mailsink import MailSink  # noqa: E402
from proof import Proof  # noqa: E402
from shop import key, order_body  # noqa: E402
from store import PrivatePostgres, StoreProcess, environment  # noqa: E402
from wire import Broken, Wire  # noqa: E402

KILLS_A_WORLD = 25
PIECES = 3  # a line's quantity; each request cancels one, so that a second effect would show
STALL = 40  # seconds after the last fault
FEWEST = 8  # acknowledged requests; where the kills left less, more are asked for at the end
AT_ONCE = 2  # worlds


class Console:
    """The driver process; what it acknowledged before it was killed counts for ever."""

    def __init__(self, build, folder, log):
        self.program, self.folder, self.log = build / "proofs" / "prove_kill_console", folder, log
        self.process, self.profile, self.bytes = None, None, b""

    def start(self, env):
        self.folder.mkdir(exist_ok=True)
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([str(self.program)], env=environment(env), stdin=subprocess.PIPE,
                                            stdout=subprocess.PIPE, stderr=log)
        self.bytes = b""
        self.say(dict(self.profile, folder=str(self.folder)))

    def say(self, line):
        try:
            self.process.stdin.write(json.dumps(line).encode() + b"\n")
            self.process.stdin.flush()
        except OSError:
            pass  # it is dead already

    def hear(self, seconds):
        """The lines that came within this time."""
        end, lines = time.monotonic() + seconds, []
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            while (left := end - time.monotonic()) > 0 and not lines:
                if selector.select(left):
                    piece = self.process.stdout.read1(65536)
                    if not piece:
                        break
                    self.bytes += piece
                    *whole, self.bytes = self.bytes.split(b"\n")
                    lines += map(json.loads, whole)
        return lines

    def kill(self):
        """SIGKILL; the lines that had left it before."""
        if self.process is None:
            return []
        self.process.kill()
        rest = self.bytes + self.process.stdout.read()
        self.process.wait(10)
        self.process.stdout.close()
        self.process = None
        return [json.loads(line) for line in rest.split(b"\n")[:-1]]

    def end(self):
        """Ends it kindly; its exit status."""
        self.process.stdin.close()
        code = self.process.wait(30)
        self.process.stdout.close()
        self.process = None
        return code


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class World:
    def __init__(self, proof, name, db, bug=None):
        self.draw, self.name, self.folder = proof.random(name), name, proof.work / name
        self.folder.mkdir()
        self.env = {"MC_TIME_DIVISOR": "60"} | ({"MC_PLANTED_BUG": bug} if bug else {})
        self.mail, self.counts, self.broken = MailSink(), collections.Counter(), []
        self.has_faults, self.has_bug = True, bug is not None
        self.engine = EngineDouble(self.draw.random(), 0.03, self.engine_fault)
        arguments = ["--demo", "0", "--processing-delay", "0.05", "--engine-interval", "1", "--smtp", self.mail.url,
                     "--mail-from", "shop@example.com"]
        self.store = StoreProcess(proof.build, self.folder / "data", db, arguments, self.env, port=free_port())
        # The planted bug shows where an answer is lost after its commit, so its network loses those of every other POST.
        faults = {"rate": 0.5, "faults": ("lost answer",), "method": b"POST"} if bug else {}
        self.proxy = FaultProxy(self.draw.random(), lambda: self.store.port, **faults)
        self.console = Console(proof.build, self.folder / "profile", self.folder / "console.log")
        self.orders, self.asked, self.acknowledged = {}, [], {}  # external id → id; tried; order → operation

    def engine_fault(self):
        return self.draw.choice(("before", "after", None, None)) if self.has_faults else None

    def close(self):
        self.console.kill()
        self.store.kill()
        self.proxy.stop()
        self.engine.stop()
        self.mail.stop()

    def start_store(self, killed_after=None):
        """True when it is ready; killed on the way when a time is given."""
        timer = None
        if killed_after is not None:
            timer = threading.Timer(killed_after, lambda: self.store.process and self.store.process.kill())
            timer.start()
            self.counts["kills at start"] += 1
        try:
            self.store.start()
            return True
        except RuntimeError as error:
            self.store.kill()
            if killed_after is None:
                self.broken.append(f"the store did not start again: {error}")
            return False
        finally:
            if timer:
                timer.join()
                if self.store.process and self.store.process.poll() is not None:
                    self.store.kill()

    def ask(self, method, path, token=None, body=None):
        """Straight to the store, until it answers."""
        repeat, last = key(), None
        for _ in range(60):
            try:
                answer = Wire(self.store.port).ask(method, path, token, body, repeat if token and body is not None else None)
                if answer.status < 500:
                    return answer.json()
                last = answer.status
            except Broken as error:
                last = error
            time.sleep(0.1)
        raise RuntimeError(f"{method} {path}: {last}")

    def prepare(self, orders):
        """The first starts are killed: somewhere in there the database is made."""
        for _ in range(self.draw.randrange(2, 4)):
            if self.start_store(self.draw.random() * 0.5):
                self.store.kill()
        self.start_store()
        self.in_engine = [self.engine.add_order(f"{self.name.upper()}E{index}") for index in range(max(2, orders // 6))]
        self.store.cli.run("engine", "add", "vendure", "--url", self.engine.url, "--user", "u", "--untested",
                           env={"MERCHANT_STORE_ENGINE_SECRET": "s"})
        demo = self.store.ready["demo"]
        token = self.ask("POST", "/v1/sessions", body=dict(demo))["token"]
        self.console.profile = {"url": f"http://127.0.0.1:{self.proxy.port}", "token": token,
                                "store": self.ask("GET", "/v1/store", token)}
        self.token = token
        for index in range(orders):
            number = f"{self.name.upper()}-{index}"
            body = order_body(number, email=f"{number.lower()}@example.com") | {"sendConfirmation": False, "totalMinor": 7500}
            body["lines"][0]["quantity"] = PIECES
            body["payment"]["paidMinor"] = 7500
            self.orders[number] = self.ask("PUT", f"/v1/orders/{number}", token, body)["id"]
        end = time.monotonic() + 30
        while not {n for n in self.in_engine} <= self.orders.keys() and time.monotonic() < end:
            self.orders |= {o["externalId"]: o["id"] for o in self.snapshot().values() if o["externalId"] in self.in_engine}
            time.sleep(0.2)
        if not set(self.in_engine) <= self.orders.keys():
            self.broken.append("the engine's orders did not come in")
        self.waiting = list(self.orders.values())
        self.draw.shuffle(self.waiting)

    def snapshot(self):
        lines = Wire(self.store.port).ask("GET", "/v1/orders", self.token).body.splitlines()
        return {order["id"]: order for order in map(json.loads, lines) if "number" in order}

    def note(self, lines):
        for line in lines:
            if "queued" in line:
                self.acknowledged[line["order"]] = line["queued"]
            elif "refused" in line:  # not known there yet: nothing was queued
                self.waiting.append(line["refused"])

    def ask_for_cancellations(self, count):
        for _ in range(count):
            if self.waiting:
                # Only once: a request that was killed before its answer may be in the outbox all the same.
                order = self.waiting.pop(self.draw.randrange(len(self.waiting)))
                self.asked.append(order)
                body = {"reasonCode": "other"}
                if order not in {self.orders.get(number) for number in self.in_engine}:
                    line = {"lineId": "1", "quantity": 1}
                    body["lines"] = [line]
                self.console.say({"cancel": order, "body": body})

    def round(self, number, kills):
        """Some requests, and a kill somewhere among what follows from them."""
        remaining = max(1, kills - number)
        share = -(-max(0, len(self.waiting) - FEWEST) // remaining)
        self.ask_for_cancellations(min(4, share))
        end = time.monotonic() + self.draw.random() ** 2 * 0.6
        while (left := end - time.monotonic()) > 0:
            self.note(self.console.hear(left))
        victim = self.draw.choice(("console", "store", "both"))
        self.counts[f"kills of {victim}"] += 1
        if victim != "store":
            self.note(self.console.kill())
        if victim != "console":
            self.store.kill()
            if self.draw.random() < 0.25:
                self.start_store(self.draw.random() * 0.3)
            if self.store.process is None:
                self.start_store()
        if victim != "store":
            if self.draw.random() < 0.25:
                self.console.start(self.env)
                time.sleep(self.draw.random() * 0.1)
                self.note(self.console.kill())
                self.counts["kills at start"] += 1
            self.console.start(self.env)

    def kills(self):
        return sum(count for name, count in self.counts.items() if name.startswith("kills"))

    def run(self, kills):
        self.prepare(max(12, kills) + FEWEST)
        self.console.start(self.env)
        while self.kills() < kills and not self.broken:
            self.round(self.kills(), kills)
        self.has_faults = False
        if not self.has_bug:
            self.proxy.rate = 0
        self.settle()

    def settle(self):
        """Without faults everything comes to rest in time: nothing waits in the outbox, nothing is open in the store."""
        end, state, open_ones = time.monotonic() + STALL, {}, []
        while time.monotonic() < end:
            self.ask_for_cancellations(min(3, FEWEST - len(self.acknowledged)))
            self.console.say({"status": True})
            for line in self.console.hear(1.0):
                state = line if "waiting" in line else state
                self.note([line])
            orders = self.snapshot()
            open_ones = [order["number"] for order in orders.values() for one in order["cancellations"]
                         if one["state"] in ("requested", "processing") or one["refund"]["state"] == "pending"]
            due = self.store.database().rows("SELECT count(*) FROM effect WHERE state IN ('due', 'running')")[0][0]
            rests = (state.get("online") and state.get("waiting") == 0 and state.get("unconfirmed") == 0
                     and len(self.acknowledged) >= FEWEST)
            if rests and not open_ones and due == 0:
                self.judge(orders, state)
                return
            time.sleep(0.2)
        self.broken.append(f"no rest within {STALL} s: console {state}, open in the store {open_ones}, effects due {due}")
        self.judge(orders, state)

    def judge(self, orders, state):
        content, by_engine = self.store.database(), {self.orders[number]: number for number in self.in_engine}
        refunds = collections.Counter(row[0] for row in content.rows("SELECT order_id FROM ledger WHERE kind = 'refund'"))
        mails = collections.defaultdict(set)
        for sent in self.mail.taken():
            mails[sent["to"]].add(sent["id"])
        self.counts["mails repeated with the same id"] += len(self.mail.taken()) - sum(map(len, mails.values()))
        owed = collections.defaultdict(list)
        for order, template in content.rows("SELECT order_id, template FROM effect WHERE kind = 'mail'"):
            owed[order].append(template)
        if state.get("refused"):
            self.broken.append(f"the console was refused {state['refused']} of its requests")
        for order in self.orders.values():
            self.judge_order(orders[order], by_engine.get(order), refunds[order])
            sent = len(mails[orders[order]["customer"]["email"]])
            if sent != len(owed[order]) or len(set(owed[order])) != sent:
                self.broken.append(f"order {orders[order]['number']}: owed {sorted(owed[order])}, sent {sent} different mails")
        self.counts["acknowledged"] += len(self.acknowledged)
        self.counts["asked without an acknowledgement"] += len(set(self.asked) - self.acknowledged.keys())

    def judge_order(self, order, engine_id, refunds):
        name, done = f"order {order['number']}", [one for one in order["cancellations"] if one["state"] == "succeeded"]
        expected = self.acknowledged.get(order["id"])
        if expected and expected not in {one["operation"] for one in done}:
            self.broken.append(f"{name}: lost, the acknowledged operation is {[(o['operation'] == expected, o['state']) for o in order['cancellations']]}")
        if not done:
            return
        self.counts["cancelled"] += 1
        pieces = 1 if engine_id is None else order["lines"][0]["quantity"]
        if len(done) != 1 or order["lines"][0]["cancelledQuantity"] != pieces:
            self.broken.append(f"{name}: done {len(done)} times, {order['lines'][0]['cancelledQuantity']} pieces are cancelled")
        if done[0]["refund"]["state"] != "done" or order["payment"]["refundedMinor"] != 2500:
            self.broken.append(f"{name}: refund {done[0]['refund']['state']}, {order['payment']['refundedMinor']} given back")
        if engine_id is None and refunds != 1:
            self.broken.append(f"{name}: {refunds} entries in the ledger")
        if engine_id is not None:
            cancels, asked_back = self.engine.cancels.get(engine_id, 0), self.engine.refunds.get(engine_id, 0)
            if (cancels, asked_back, self.engine.state_of(engine_id)[2]) != (1, 1, 2500):
                self.broken.append(f"{name}: at the engine cancelled {cancels} times, refunded {asked_back} times")


def live(proof, name, kills, db, bug=None):
    world = World(proof, name, db, bug)
    try:
        world.run(kills)
        if bug is None and not world.broken:
            ended = world.console.end(), world.store.stop()
            if ended != (0, 0):
                world.broken.append(f"console and store ended with {ended}")
    except Exception as error:  # one world's end must not look like one without findings
        world.broken.append(f"the world ended: {error!r}")
    finally:
        world.close()
    print(f"{name}: {dict(world.counts)}; network {dict(world.proxy.counts)}", flush=True)
    return world


def find_planted_bug(proof):
    """In at most three worlds: each loses the first answer to half of its 8 or more requests."""
    for number in range(3):
        world = live(proof, f"c{number}", 12, None, "new-key-on-retry")
        if any("times" in what or "lost" in what or "refused" in what for what in world.broken):
            return True
    return False


def main():
    proof = Proof("kill", __doc__)
    total, network = collections.Counter(), collections.Counter()
    with PrivatePostgres() as postgres, concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        worlds, left = [], proof.n
        while left > 0:
            kills = min(KILLS_A_WORLD, left)
            db = postgres.new_database() if len(worlds) % 2 else None
            worlds.append(pool.submit(live, proof, f"w{len(worlds)}", kills, db))
            left -= kills
        control = pool.submit(find_planted_bug, proof)
        for future in worlds:
            world = future.result()
            total += world.counts
            network += world.proxy.counts
            for what in world.broken:
                proof.violation(f"{world.name}: {what}")
        is_found = control.result()
    proof.control("new-key-on-retry", is_found)
    proof.figure("kills", {name: count for name, count in total.items() if name.startswith("kills")})
    proof.figure("requests_that_met_a_fault", sum(count for name, count in network.items() if name != "passed"))
    for name in ("acknowledged", "asked without an acknowledgement", "cancelled", "mails repeated with the same id"):
        proof.figure(name.replace(" ", "_"), total[name])
    proof.close()


if __name__ == "__main__":
    main()
