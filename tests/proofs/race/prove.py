#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Cancel against ship over HTTP: staff, the customer's page and the engine against the warehouse's intent and fact, the
shop's own report, accept and decline; one store process on SQLite, two on one PostgreSQL. Half of the orders on each.

The requests about one order are written to several connections before the first answer is read."""
import collections
import pathlib
import sys
import threading
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from enginedouble import EngineDouble  # noqa: E402
from mailsink import MailSink  # noqa: E402
from proof import Proof  # noqa: E402
from shop import Shop, bring_in, key, order_body, send_page  # noqa: E402
from store import PrivatePostgres, wait_for  # noqa: E402
from wire import Wire  # noqa: E402

RACERS = 2  # threads, each with its own connections
WIRES = 5  # connections a racer
CONTROL_TRIES = 3  # what is planted needs two requests that meet
SCENARIOS = ("intent", "intent", "intent", "fact", "fact", "shop", "shop", "repeat", "customer", "customer")
LEFT = ("shipped", "delivered", "returned")


class Raced:
    """One order and what was answered about it."""

    def __init__(self, number, scenario):
        self.number, self.scenario, self.id = number, scenario, None
        self.answers = collections.defaultdict(list)  # kind of request → answers
        self.cookie = self.form = self.engine_id = None
        self.is_customers = scenario == "customer"
        self.tracking = 0

    def parcel(self):
        self.tracking += 1
        return f"{self.number}-{self.tracking}"


def send_cancel(wire, shop, one, operation):
    wire.send("POST", f"/v1/orders/{one.id}/cancellations", shop.staff, {"reasonCode": "other"}, operation)


def send_shipment(wire, shop, one, kind):
    wire.send("POST", f"/v1/orders/{one.id}/shipments", shop.warehouse,
              {"kind": kind, "carrier": "DHL", "trackingNumber": one.parcel()}, key())


def send_shop_report(wire, shop, one):
    wire.send("PUT", f"/v1/orders/{one.number}", shop.shop,
              order_body(one.number, 2, state="shipped", tracking=one.parcel()), key())


def send_decision(wire, shop, cancellation, step):
    wire.send("POST", f"/v1/cancellations/{cancellation}/{step}", shop.staff, {} if step == "accept" else {"reason": "no"}, key())


def plan(shop, one, draw):
    """The requests that meet at this order: (kind, how to send it)."""
    def cancel():
        operation = str(uuid.UUID(int=draw.getrandbits(128), version=4))
        return ("cancel", lambda wire: send_cancel(wire, shop, one, operation))

    def ship(kind):
        return (kind, lambda wire: send_shipment(wire, shop, one, kind))

    same = cancel()
    sides = {"intent": lambda: [cancel(), cancel(), ship("intent"), ship("intent")],
             "fact": lambda: [cancel(), ship("fact"), ship("intent"), cancel()],
             "shop": lambda: [cancel(), ("fact", lambda wire: send_shop_report(wire, shop, one)), cancel(), ship("intent")],
             "repeat": lambda: [same, same, same, ship("intent")],
             "engine": lambda: [cancel(), cancel()],
             "customer": lambda: [("page", lambda wire: send_page(wire, shop, one, draw)), cancel() if draw.random() < 0.3
                                  else ship("intent"), ship("fact" if draw.random() < 0.2 else "intent")]}
    steps = sides[one.scenario]()
    draw.shuffle(steps)
    return steps


def meet(wires, steps, one):
    """Writes all requests, then reads the answers."""
    for wire, (_, send) in zip(wires, steps):
        send(wire)
    for wire, (kind, _) in zip(wires, steps):
        one.answers[kind].append(wire.receive())


def race_one(wires, shop, engine, one, draw):
    draw.shuffle(wires)
    steps = plan(shop, one, draw)
    shipping = None
    if one.scenario == "engine" and draw.random() < 0.6:
        shipping = threading.Timer(draw.random() * 0.12, engine.ship, (one.engine_id,))
        shipping.start()
    late = [step for step in steps if step[0] == "fact"] if draw.random() < 0.5 else []
    meet(wires, [step for step in steps if step not in late], one)
    if late:
        time.sleep(draw.random() * 0.08)  # around the moment when the store cancels
        meet(wires, late, one)
    if shipping:
        shipping.join()
    if one.scenario != "customer":
        return
    order = wires[0].ask("GET", f"/v1/orders/{one.id}", shop.staff).json()
    waiting = [c["id"] for c in order["cancellations"] if c["needsDecision"] and c["state"] == "requested"]
    if waiting:
        decide = [(step, lambda wire, step=step: send_decision(wire, shop, waiting[0], step)) for step in ("accept", "decline")]
        ship = [(kind, lambda wire, kind=kind: send_shipment(wire, shop, one, kind)) for kind in ("intent", draw.choice(("fact", "intent")))]
        steps = decide + ship[:draw.randrange(3)]
        draw.shuffle(steps)
        meet(wires, steps, one)


def settle(shop, seconds=120):
    """Decides what still waits, until nothing is open. All orders as they stand then."""
    wire, end = Wire(shop.stores[0].port), time.monotonic() + seconds
    while True:
        orders = shop.orders()
        open_ones = [c for order in orders.values() for c in order["cancellations"] if c["state"] in ("requested", "processing")]
        for number, waiting in enumerate(open_ones):
            if waiting["needsDecision"]:
                send_decision(wire, shop, waiting["id"], "accept" if number % 2 else "decline")
                wire.receive()
        if not open_ones or time.monotonic() > end:
            return orders, len(open_ones)
        time.sleep(0.3)


def judge(one, order, engine, broken):
    """What must be true of one order at the end; the class of its outcome."""
    line = order["lines"][0]
    is_cancelled = line["cancelledQuantity"] == line["quantity"]
    has_left = line["state"] in LEFT
    succeeded = [c for c in order["cancellations"] if c["state"] == "succeeded"]
    granted = [a for a in one.answers["intent"] if a.status == 200]
    facts = [a for a in one.answers["fact"] if a.status == 200]
    name = f"order {one.number} ({one.scenario})"
    for kind, answers in one.answers.items():
        for answer in answers:
            if answer.status >= 500:
                broken.append(f"{name}: {kind} was answered with {answer.status}")
    if granted and (succeeded or is_cancelled):
        broken.append(f"{name}: shipping was granted and it was cancelled")
    if granted and not has_left:
        broken.append(f"{name}: shipping was granted and is not recorded")
    if len(succeeded) > 1 or (succeeded and not is_cancelled):
        broken.append(f"{name}: {len(succeeded)} cancellations succeeded, {line['cancelledQuantity']} cancelled")
    if facts and not has_left:
        broken.append(f"{name}: a carrier's fact is not recorded")
    if is_cancelled and has_left and not order.get("conflict"):
        broken.append(f"{name}: cancelled and shipped without a conflict")
    if len(facts) != len(one.answers["fact"]):
        broken.append(f"{name}: a fact was refused")
    known = {c["id"]: c for c in order["cancellations"]}
    promised = {a.json()["id"] for a in one.answers["cancel"] if a.status == 202}
    if not promised <= known.keys() or any(c["state"] not in ("succeeded", "rejected") for c in known.values()):
        broken.append(f"{name}: a promised cancellation is gone or open")
    if one.scenario == "repeat" and len(known) > 1:
        broken.append(f"{name}: one operation made {len(known)} cancellations")
    if sum(a.status == 200 for kind in ("accept", "decline") for a in one.answers[kind]) > 1:
        broken.append(f"{name}: accepted and declined")
    if one.engine_id:
        engine_cancelled, engine_left, back = engine.state_of(one.engine_id)
        if (engine_cancelled, engine_left) != (is_cancelled, has_left):
            broken.append(f"{name}: engine {engine_cancelled}/{engine_left}, store {is_cancelled}/{has_left}")
        if engine.cancels.get(one.engine_id, 0) > 1 or engine.refunds.get(one.engine_id, 0) > 1:
            broken.append(f"{name}: an effect at the engine was asked for twice")
    if is_cancelled:
        return "conflict" if has_left else "cancelled"
    return "shipped" if has_left else "declined" if any(c["rejection"] == "declined" for c in known.values()) else "nobody"


def run(proof, part, n, db, processes, env=None, only=None, with_engine=True):
    """One side: what was broken, how often each outcome came, and requests a second."""
    draw, folder = proof.random(part), proof.work / part
    mail = MailSink()
    engine = EngineDouble(draw.random(), 0.05) if with_engine else None
    shop, broken = None, []
    try:
        shop = Shop(proof.build, folder, db, processes, mail, engine, env)
        engine_orders = n // 25 if with_engine else 0
        raced = [Raced(f"{part[:2].upper()}-{i}", "engine" if i < engine_orders else draw.choice(only or SCENARIOS)) for i in range(n)]
        in_engine = {engine.add_order(one.number): one for one in raced if one.scenario == "engine"} if engine else {}
        for number, one in in_engine.items():
            one.engine_id = number
        began = time.monotonic()
        bring_in(shop, [one for one in raced if not one.engine_id], shop.wires(8), mail)
        if in_engine:
            there = wait_for(lambda: (found := {o["externalId"]: o["id"] for o in shop.orders().values()}).keys() >= in_engine.keys()
                             and found, "the engine's orders", 60, 0.5)
            for number, one in in_engine.items():
                one.id = there[number]
        brought = time.monotonic()
        draw.shuffle(raced)
        seeds = [draw.random() for _ in range(RACERS)]
        failures = []

        def racer(index):
            import random
            own, wires = random.Random(seeds[index]), shop.wires(WIRES)
            try:
                for one in raced[index::RACERS]:
                    race_one(wires, shop, engine, one, own)
            except Exception as error:  # a thread's end must not look like a race without findings
                failures.append(f"a client ended: {error!r}")

        threads = [threading.Thread(target=racer, args=(index,)) for index in range(RACERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        broken += failures
        raced_at = time.monotonic()
        orders, still_open = settle(shop, 120 if env is None else 2)
        if still_open:
            broken.append(f"{still_open} cancellations are still open")
        if in_engine:
            time.sleep(2.5)  # two pulls: what the engine's warehouse did last is news, not a race
            orders = shop.orders()
        outcomes = collections.Counter(judge(one, orders[one.id], engine, broken) for one in raced if one.id in orders)
        if len(orders) != n or sum(outcomes.values()) != n or outcomes["nobody"]:
            broken.append(f"{sum(outcomes.values())} outcomes of {n} orders, {len(orders)} in the store: {dict(outcomes)}")
        print(f"{part}: {n} orders, {dict(outcomes)}; brought in {brought - began:.1f} s, raced {raced_at - brought:.1f} s, "
              f"settled {time.monotonic() - raced_at:.1f} s", flush=True)
        if "unchanged" not in shop.cli.run("audit", "verify"):
            broken.append("the audit log is broken")
        if env is None:
            broken += shop.stop()
        return broken, outcomes
    finally:
        if shop:
            shop.kill()
        mail.stop()
        if engine:
            engine.stop()


def main():
    proof = Proof("race", __doc__)
    total = collections.Counter()
    with PrivatePostgres() as postgres:
        for part, n, db, processes in (("sqlite", proof.n // 2, None, 1), ("postgres", proof.n - proof.n // 2, postgres.new_database(), 2)):
            broken, outcomes = run(proof, part, n, db, processes)
            total += outcomes
            for what in broken:
                proof.violation(f"{part}: {what}")
        def granted_twice(attempt):
            broken, _ = run(proof, f"control-{attempt}", min(300, proof.n), postgres.new_database(), 2,
                            {"MC_PLANTED_BUG": "check-then-act"}, ("intent",), with_engine=False)
            return any("was granted" in what for what in broken)
        proof.control_by_chance("check-then-act", CONTROL_TRIES, granted_twice)
    for outcome, count in sorted(total.items()):
        proof.figure(outcome, count)
    proof.close()


if __name__ == "__main__":
    main()
