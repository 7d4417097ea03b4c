# SPDX-License-Identifier: Apache-2.0
"""A merchant for proofs: store processes on one database, with a staff member, the tokens of a warehouse and a shop, and
customers whose links came by mail."""
import json
import re
import uuid

from limits import wait_for
from store import StoreProcess
from wire import Wire

PASSWORD = "correct horse battery"
FORM = re.compile(rb'name="(operation|csrf)" value="([^"]*)"')


def order_body(number, version=1, email=None, state="not_shipped", tracking=None):
    return {"number": number, "version": version, "placedAt": "2026-11-22T10:00:00Z", "currency": "EUR", "totalMinor": 2500,
            "customer": {"name": "Ada", "email": email or ""}, "payment": {"status": "paid", "paidMinor": 2500},
            "lines": [{"id": "1", "title": "Mug", "quantity": 1, "unitPriceMinor": 2500, "state": state}],
            "shipments": [{"carrier": "DHL", "trackingNumber": tracking}] if tracking else [],
            "sendConfirmation": email is not None}


class Shop:
    """The store processes on one database, the tokens, and connections to each."""

    def __init__(self, build, folder, db, processes, mail, engine=None, env=None, delay="0.02"):
        arguments = ["--processing-delay", delay, "--trusted-proxy", "127.0.0.1/32", "--engine-interval", "1",
                     "--public-url", "http://127.0.0.1:8400", "--smtp", mail.url, "--mail-from", "shop@example.com"]
        self.stores = [StoreProcess(build, folder, db, arguments, env)]
        cli = self.cli = self.stores[0].cli
        cli.add_store("Shop", currency="EUR", time_zone="UTC")
        cli.add_staff("kim@example.com", "owner", PASSWORD)
        cli.set_policy("ask")
        self.warehouse = cli.add_token("warehouse", "shipments:write")
        self.shop = cli.add_token("shop", "orders:write")
        if engine:
            cli.run("engine", "add", "vendure", "--url", engine.url, "--user", "u",
                    env={"MERCHANT_STORE_ENGINE_SECRET": "s"})
        self.stores[0].start()
        for _ in range(1, processes):
            another = StoreProcess(build, folder, db, arguments, env)
            another.log_path = folder.parent / f"{folder.name}-{len(self.stores)}.log"
            self.stores.append(another.start())
        answer = Wire(self.stores[0].port).ask("POST", "/v1/sessions", body={"email": "kim@example.com", "password": PASSWORD})
        self.staff = answer.json()["token"]

    def wires(self, count):
        return [Wire(self.stores[i % len(self.stores)].port) for i in range(count)]

    def orders(self):
        """All of them, from a snapshot."""
        lines = Wire(self.stores[0].port).ask("GET", "/v1/orders", self.staff).body.splitlines()
        return {order["id"]: order for order in map(json.loads, lines) if "number" in order}

    def stop(self):
        """What did not end as it should."""
        codes = [store.stop() for store in self.stores]
        return [f"a store process ended with {code}" for code in codes if code != 0]

    def kill(self):
        for store in self.stores:
            store.kill()


def key():
    return uuid.uuid4().hex


def send_page(wire, shop, one, draw):
    address = f"10.{draw.randrange(256)}.{draw.randrange(256)}.{draw.randrange(1, 255)}"
    fields = f"operation={one.form['operation']}&csrf={one.form['csrf']}&reason=other&comments="
    wire.send("POST", "/order/cancel", body=fields.encode(),
              headers=[("Cookie", one.cookie), ("X-Forwarded-For", address), ("Content-Type", "application/x-www-form-urlencoded")])


def bring_in(shop, orders, wires, mail):
    """PUT by the shop; a customer's order gets its mail with the link, and its form is opened."""
    for batch in (orders[i:i + len(wires)] for i in range(0, len(orders), len(wires))):
        for wire, one in zip(wires, batch):
            email = f"{one.number.lower()}@example.com" if one.is_customers else None
            wire.send("PUT", f"/v1/orders/{one.number}", shop.shop, order_body(one.number, email=email), key())
        for wire, one in zip(wires, batch):
            one.id = wire.receive().json()["id"]
    customers = {f"{one.number.lower()}@example.com": one for one in orders if one.is_customers}
    wait_for(lambda: len({m["to"] for m in mail.taken()} & customers.keys()) == len(customers), "the customers' links", 180)
    for sent in mail.taken():
        one = customers.get(sent["to"])
        if one is None or one.cookie:
            continue
        forwarded = [("X-Forwarded-For", "10.0.0.1")]
        opened = wires[0].ask("GET", f"/o/{sent['link']}", headers=forwarded)
        one.cookie = opened.headers["set-cookie"].split(";")[0]
        page = wires[0].ask("GET", "/order/cancel", headers=[("Cookie", one.cookie), *forwarded])
        one.form = {name.decode(): value.decode() for name, value in FORM.findall(page.body)}
