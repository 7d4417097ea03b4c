#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Per-order linearizability: clients cancel, ship, accept, decline, change and read the same few orders over HTTP, on SQLite
and on two processes of one PostgreSQL; connections are cut and processes are killed meanwhile. What was answered must fit
one sequence for each order; what was not answered may have happened or not."""
import collections
import pathlib
import random
import sys
import threading
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import model  # noqa: E402
from checker import NEVER, Operation, is_linearizable  # noqa: E402
from mailsink import MailSink  # noqa: E402
from proof import Proof  # noqa: E402
from shop import Shop, bring_in, key, order_body, send_page  # noqa: E402
from store import PrivatePostgres  # noqa: E402
from wire import Broken, Wire  # noqa: E402

CLIENTS = 8
PER_ORDER = 20  # operations
AT_ONCE = 10  # orders that the clients are at
CONTROL_TRIES = 3  # what is planted needs two requests that meet
CUT = 0.02  # how often a client hangs up before the answer
WEIGHTS = {"read": 9, "cancel": 3, "intent": 2, "fact": 0.4, "put": 3, "page": 3, "accept": 2, "decline": 2}
FOR_CUSTOMERS = WEIGHTS | {"cancel": 0.7, "intent": 0.7}  # so that many requests wait for a decision


class Subject:
    """One order and its history."""

    def __init__(self, number, is_customers):
        self.number, self.is_customers = number, is_customers
        self.id = self.cookie = self.form = None
        self.lock, self.left, self.history = threading.Lock(), PER_ORDER, []
        self.put_version = self.parcels = 0
        self.asked = {}  # operation → id of the cancellation, as reads have shown it

    def next(self, draw):
        with self.lock:
            if self.left == 0:
                return None
            self.left -= 1
            names = [name for name in WEIGHTS if (name != "page" or self.form) and (name not in ("accept", "decline") or self.asked)]
            weights = FOR_CUSTOMERS if self.is_customers else WEIGHTS
            name = draw.choices(names, [weights[one] for one in names])[0]
            self.put_version += name == "put"
            self.parcels += name in ("intent", "fact")
            return name, self.put_version, f"{self.number}-{self.parcels}"

    def add(self, begin, end, step, words):
        with self.lock:
            self.history.append(Operation(begin, end, step, words))

    def learn(self, document):
        with self.lock:
            for one in document["cancellations"]:
                if one["needsDecision"]:
                    self.asked[one["operation"]] = one["id"]


class Client(threading.Thread):
    """Does one operation after the other, also again after a broken connection, with the same key."""

    def __init__(self, shop, queue, seed, number, figures):
        super().__init__()
        self.shop, self.queue, self.draw, self.figures = shop, queue, random.Random(seed), figures
        self.wires, self.error = shop.wires(len(shop.stores)), None
        for wire in self.wires:
            wire.timeout = 20

    def run(self):
        try:
            while subject := self.queue(self.draw):
                if chosen := subject.next(self.draw):
                    self.do(subject, *chosen)
        except Exception as error:  # must not look like a history without findings
            self.error = repr(error)

    def ask(self, send):
        """The answer; None when there is none that tells what happened."""
        wire = self.draw.choice(self.wires)
        for _ in range(3):
            try:
                send(wire)
                if self.draw.random() < CUT:
                    wire.close()
                    raise Broken("cut on purpose")
                answer = wire.receive()
                if answer.status not in (429, 503) and answer.problem() != "idempotency-in-flight":
                    return answer
            except Broken:
                wire.close()
            self.figures["without an answer"] += 1
            if self.draw.random() < 0.3:
                return None
            time.sleep(self.draw.random() * 0.3)
            wire = self.draw.choice(self.wires)
        return None

    def do(self, subject, name, put_version, parcel):
        operation, repeat = str(uuid.UUID(int=self.draw.getrandbits(128), version=4)), key()
        staff, path = self.shop.staff, f"/v1/orders/{subject.id}"
        if name == "page":
            operation = subject.form["operation"]
        asked = self.draw.choice(sorted(subject.asked)) if name in ("accept", "decline") else None
        sends = {
            "read": lambda wire: wire.send("GET", path, staff),
            "cancel": lambda wire: wire.send("POST", path + "/cancellations", staff, {"reasonCode": "other"}, operation),
            "page": lambda wire: send_page(wire, self.shop, subject, self.draw),
            "put": lambda wire: wire.send("PUT", f"/v1/orders/{subject.number}", self.shop.shop,
                                          order_body(subject.number, 1 + put_version) | {"totalMinor": 2500 + put_version}, repeat),
        }
        for kind in ("intent", "fact"):
            body = {"kind": kind, "carrier": "DHL", "trackingNumber": parcel}
            sends[kind] = lambda wire, body=body: wire.send("POST", path + "/shipments", self.shop.warehouse, body, repeat)
        for step in ("accept", "decline"):
            sends[step] = lambda wire, step=step: wire.send(
                "POST", f"/v1/cancellations/{subject.asked[asked]}/{step}", staff, {}, repeat)
        begin = time.monotonic()
        answer = self.ask(sends[name])
        end = time.monotonic() if answer else NEVER
        self.figures[name] += 1
        if answer is None:
            self.figures["outcome unknown"] += 1
        self.note(subject, name, begin, end, answer, asked or operation, put_version, parcel)

    def note(self, subject, name, begin, end, answer, operation, put_version, parcel):
        status = answer.status if answer else None
        document = None
        if answer and status == 200 and name in ("read", "put", "intent", "fact"):
            body = answer.json()
            subject.learn(body)
            document = model.seen(body)
        steps = {"read": lambda: model.read(document), "put": lambda: model.put(1 + put_version, 2500 + put_version, status, document),
                 "cancel": lambda: model.cancel(operation, status, model.GOING),
                 "page": lambda: model.cancel(operation, status, model.ASKED)}
        for kind in ("intent", "fact"):
            steps[kind] = lambda kind=kind: model.ship(kind, parcel, status, document)
        for step in ("accept", "decline"):
            steps[step] = lambda step=step: model.decide(operation, step, status)
        if name == "read" and status != 200:
            return
        subject.add(begin, end, steps[name](), f"{name} {status} {document or operation[:8]}")
        if name == "cancel" or name == "accept":
            subject.add(begin, NEVER, model.process(operation), "the store's worker")


def schedule(subjects):
    """Which order a client turns to next: one of a few that all are at, until each has its operations."""
    lock, at, waiting = threading.Lock(), [], list(reversed(subjects))

    def following(draw):
        with lock:
            at[:] = [one for one in at if one.left > 0]
            while waiting and len(at) < AT_ONCE:
                at.append(waiting.pop())
            return draw.choice(at) if at else None
    return following


def kill_sometimes(shop, stop, draw, figures):
    """One process dies and comes back; with two, the other goes on."""
    while not stop.wait(1 + draw.random() * 3):
        victim = draw.choice(shop.stores)
        victim.kill()
        figures["killed"] += 1
        time.sleep(draw.random() * 0.2)
        victim.start()


def run(proof, part, n, db, processes, env=None, with_kills=True):
    """(what is not linearizable, figures)"""
    draw, figures, mail, broken, shop = proof.random(part), collections.Counter(), MailSink(), [], None
    try:
        shop = Shop(proof.build, proof.work / part, db, processes, mail, env=env, delay="0.05")
        subjects = [Subject(f"{part[:2].upper()}-{i}", draw.random() < 0.5) for i in range(max(1, n // PER_ORDER))]
        bring_in(shop, subjects, shop.wires(8), mail)
        stop, following = threading.Event(), schedule(subjects)
        clients = [Client(shop, following, draw.random(), i, figures) for i in range(CLIENTS)]
        killer = threading.Thread(target=kill_sometimes, args=(shop, stop, random.Random(draw.random()), figures))
        began = time.monotonic()
        for one in clients + ([killer] if with_kills else []):
            one.start()
        for one in clients:
            one.join()
        stop.set()
        if with_kills:
            killer.join()
        broken += [f"a client ended: {one.error}" for one in clients if one.error]
        recorded = time.monotonic()
        for one in subjects:
            fits = is_linearizable(one.history, model.State())
            if fits is None:
                figures["given up"] += 1
            elif not fits:
                broken.append(f"order {one.number}: " + "; ".join(f"[{o.begin - began:.4f} {o.end - began:.4f}] {o.words}"
                                                                for o in sorted(one.history, key=lambda o: o.begin)))
        if figures["given up"] * 100 > len(subjects):
            broken.append(f"{figures['given up']} histories were too long to check")
        print(f"{part}: {len(subjects)} orders, {dict(figures)}, recorded {recorded - began:.1f} s, checked "
              f"{time.monotonic() - recorded:.1f} s", flush=True)
        if with_kills:
            broken += shop.stop()
        return broken, figures
    finally:
        if shop:
            shop.kill()
        mail.stop()


def main():
    proof = Proof("linear", __doc__)
    total = collections.Counter()
    with PrivatePostgres() as postgres:
        for part, n, db, processes in (("sqlite", proof.n // 2, None, 1), ("postgres", proof.n - proof.n // 2, postgres.new_database(), 2)):
            broken, figures = run(proof, part, n, db, processes)
            total += figures
            for what in broken:
                proof.violation(f"{part}: {what}")

    def read_stale(attempt):
        broken, _ = run(proof, f"control-{attempt}", min(proof.n, 400), None, 1, {"MC_PLANTED_BUG": "stale-read"}, with_kills=False)
        return any(what.startswith("order ") for what in broken)
    proof.control_by_chance("stale-read", CONTROL_TRIES, read_stale)
    proof.figure("operations", sum(total[name] for name in WEIGHTS))
    for name in ("outcome unknown", "killed", "given up"):
        proof.figure(name.replace(" ", "_"), total[name])
    proof.close()


if __name__ == "__main__":
    main()
