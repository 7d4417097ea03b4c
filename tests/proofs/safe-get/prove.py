#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Looking changes nothing: every URL that can be fetched × GET and HEAD × n times, with the headers of prefetchers, mail scanners
and link previews in turn. Every row of every table is the same afterwards, and the customer's link still works."""
import contextlib
import pathlib
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from proof import Proof  # noqa: E402
from scene import Scene  # noqa: E402
from store import PrivatePostgres  # noqa: E402

# Whoever follows links without a person behind it.
LOOKERS = [
    {}, {"Purpose": "prefetch"}, {"Sec-Purpose": "prefetch"}, {"Sec-Purpose": "prefetch;prerender"}, {"X-Moz": "prefetch"},
    {"X-Purpose": "preview"}, {"Sec-Fetch-Dest": "document", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Site": "cross-site"},
    {"User-Agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)"}, {"User-Agent": "WhatsApp/2.23.20.0"},
    {"User-Agent": "facebookexternalhit/1.1"}, {"User-Agent": "Twitterbot/1.0"}, {"User-Agent": "SkypeUriPreview Preview/0.5"},
    {"User-Agent": "Mozilla/5.0 (compatible; MSIE 10.0) SafeLinks"}, {"User-Agent": "Googlebot/2.1"}, {"Save-Data": "on"},
    {"If-None-Match": '"1"'}, {"If-Modified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"}, {"Range": "bytes=0-10"},
    {"Connection": "close"}, {"Accept": "image/avif,image/webp"}, {"Referer": "https://mail.example.com/"},
]


class Visitor:
    """Looks at one address as one person."""

    def __init__(self, client, path, is_open_end=False):
        self.client, self.path, self.is_open_end = client, path, is_open_end

    def look(self, method, headers):
        """The status."""
        if not self.is_open_end:
            return self.client.request(method, self.path, headers=headers).status
        return self.client.begin(method, self.path, headers).status  # a stream has no end: its head will do


def visitors(scene):
    """{route: [Visitor, …]}: every address with and without the right to see it, and orders in every state."""
    orders = {"open": scene.order(mails=True), "shipped": scene.order(mails=True), "asked": scene.asked(), "cancelled": scene.cancelled(mails=True),
              "declined": scene.asked()}
    scene.send("warehouse", "POST", f"/v1/orders/{orders['shipped']['id']}/shipments", {"kind": "fact", "carrier": "DHL"})
    scene.send("owner", "POST", f"/v1/cancellations/{orders['declined']['cancellations'][0]['id']}/decline", {"reason": "packed"})
    scene.settle()
    customers = {state: scene.customer(order["id"]) for state, order in orders.items()}
    owner, nobody = scene.client["owner"], scene.process.client()
    cursor = owner.request("GET", "/v1/changes?after=x")
    first_line = owner.request("GET", "/v1/orders").text.splitlines()[0]
    cursor = first_line.split('"cursor":"')[1].split('"')[0]
    mails = [row[0] for row in scene.database.rows("SELECT id FROM mailbox ORDER BY id LIMIT 2")]

    def both(path, is_open_end=False):
        return [Visitor(owner, path, is_open_end), Visitor(nobody, path)]

    def each(path):
        return [Visitor(client, path, path == "/order" and state == "asked") for state, client in customers.items()] + [Visitor(nobody, path)]
    table = {
        "/v1/health": both("/v1/health"), "/v1/sessions": both("/v1/sessions"), "/v1/store": both("/v1/store"), "/v1/store/policy": both("/v1/store/policy"),
        "/v1/orders": both("/v1/orders"), "/v1/orders/hashes": both("/v1/orders/hashes"), "/v1/changes": both(f"/v1/changes?after={cursor}") + [Visitor(owner, "/v1/changes?after=x")],
        "/v1/orders/{id}": [Visitor(owner, f"/v1/orders/{order['id']}") for order in orders.values()] + [Visitor(owner, "/v1/orders/none")],
        "/v1/changes/stream": both("/v1/changes/stream", is_open_end=True),
        "/o/{token}": [Visitor(nobody, client.link) for client in customers.values()] + [Visitor(nobody, "/o/" + "A" * 43)],
        "/order": each("/order"), "/order/cancel": each("/order/cancel"), "/order/help": each("/order/help"),
        "/pages/store.css": [Visitor(nobody, "/pages/store.css")], "/demo/mailbox": [Visitor(nobody, "/demo/mailbox")],
        "/demo/mailbox/{id}": [Visitor(nobody, f"/demo/mailbox/{mail}") for mail in mails],
        "/demo/mailbox/{id}/html": [Visitor(nobody, f"/demo/mailbox/{mail}/html") for mail in mails],
    }
    return table, customers, orders


@contextlib.contextmanager
def commits(scene):
    """How many times anybody wrote anything to an SQLite file, also what leaves no trace in the rows."""
    counted = {"n": 0}
    if scene.process.db:
        yield counted
        return
    with contextlib.closing(sqlite3.connect(scene.process.data / "store.sqlite")) as connection:
        before = connection.execute("PRAGMA data_version").fetchone()[0]
        yield counted
        counted["n"] = connection.execute("PRAGMA data_version").fetchone()[0] - before


def look_around(scene, times, found, routes=None):
    """The number of requests."""
    table, customers, orders = visitors(scene)
    if routes is not None:
        served = {route["path"] for route in routes if route["method"] == "GET"}
        for path in served ^ set(table):
            found(f"{path}: in the routes or in the proof only")
    before, count, broken = scene.database.dump(), 0, 0
    with commits(scene) as written:
        for path, those in table.items():
            for visitor in those:
                for number in range(times):
                    looker = LOOKERS[(number + count) % len(LOOKERS)]
                    for method in ("GET", "HEAD"):
                        status = visitor.look(method, looker)
                        count += 1
                        broken += status == 0 or status >= 500
    if broken:
        found(f"{broken} looks were answered with 5xx or not at all")
    after = scene.database.dump()
    changed = [name for name in before if before[name] != after.get(name)] + [name for name in after if name not in before]
    if changed:
        found(f"looking has changed: {', '.join(changed)}")
    if written["n"]:
        found("looking has written to the database")
    still_works(scene, customers, orders, found)
    return count


def still_works(scene, customers, orders, found):
    for state, customer in customers.items():
        try:
            again = scene.visit(customer.link)
        except RuntimeError as error:
            found(f"the link of an order that is {state} is dead: {error}")
            continue
        if Visitor(again, "/order", state == "asked").look("GET", {}) != 200:
            found(f"the page of an order that is {state} is gone")
        if state == "open":
            answer = scene.submit(again)
            made = scene.read(orders["open"]["id"])["cancellations"]
            if answer.status != 303 or len(made) != 1:
                found(f"the form does not work any more: {answer.status}")


def main():
    proof = Proof("safe-get", __doc__)
    requests = {}
    with contextlib.ExitStack() as stack:
        cluster = stack.enter_context(PrivatePostgres())
        for kind, times in (("sqlite", proof.n), ("postgres", max(1, proof.n // 8))):
            db = cluster.new_database() if kind == "postgres" else None
            with Scene(proof.build, proof.work / kind, proof.random(kind), db=db) as scene:
                requests[kind] = look_around(scene, times, lambda what, k=kind: proof.violation(f"{k}: {what}"), scene.process.cli.routes())
                proof.check(scene.stop() == 0, f"{kind}: the store did not end well")
            print(f"{kind}: {requests[kind]} requests", flush=True)
    caught = []
    with Scene(proof.build, proof.work / "control", proof.random("control"), env={"MC_PLANTED_BUG": "get-marks-seen"}) as scene:
        look_around(scene, 1, caught.append)
    proof.control("get-marks-seen", "looking has changed: customer_link" in caught)
    proof.figure("requests", sum(requests.values()))
    proof.figure("lookers", len(LOOKERS))
    proof.close()


if __name__ == "__main__":
    main()
