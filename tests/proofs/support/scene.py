# SPDX-License-Identifier: Apache-2.0
"""A store with everybody in it: a demo store (it refunds, it keeps its mails) and another merchant's store in the same
service, people of every role, tokens of every scope, and orders in every state that a route may want."""
import contextlib
import itertools
import re
import secrets
import time
import urllib.parse

from store import StoreProcess, cancellation_form, wait_for

PASSWORD = "correct horse battery staple"
DEMO, OTHER = "Demo store", "Other merchant"
SCOPES = {"shop": ["orders:write"], "warehouse": ["shipments:write"], "reader": ["orders:read"], "canceller": ["cancellations:write"]}
# One address of its own for each sign-in, so that the limit of one address is met only where it is looked for.
BEHIND_PROXY = ["--trusted-proxy", "127.0.0.0/8"]
_addresses = itertools.count(1)


def another_address():
    number = next(_addresses)
    return {"X-Forwarded-For": f"198.{18 + number // 65536 % 2}.{number // 256 % 256}.{number % 256}"}


class Scene:
    """`client[name]` for owner, admin, support, viewer, colleague (a second support), the four tokens, and the same with
    "other " in front for the other merchant's store (owner and tokens only)."""

    def __init__(self, build, folder, rng, db=None, env=None, arguments=()):
        self.rng, self.build, self.env = rng, build, dict(env or {})
        self.numbers = itertools.count(1001)
        self.process = StoreProcess(build, folder, db, ["--demo", "0"], env)
        self.arguments = ["--demo", "0", "--store", DEMO, "--processing-delay", "0", *BEHIND_PROXY, *arguments]
        self.client, self.token, self.ahead = {}, {}, 0

    def start(self):
        self.process.start()  # makes the demo store
        if (code := self.process.stop()) != 0:
            raise RuntimeError(f"the store ended with {code}: {self.process.log()[-2000:]}")
        cli = self.process.cli
        cli.add_store(OTHER)
        people = [(role, role, DEMO) for role in ("owner", "admin", "support", "viewer")]
        people += [("colleague", "support", DEMO), ("other owner", "owner", OTHER)]
        self.people = {name: f"{name.replace(' ', '-')}@example.com" for name, _, _ in people}
        for name, role, store in people:
            cli.add_staff(self.people[name], role, PASSWORD, store)
        for (name, scopes), (prefix, store) in itertools.product(SCOPES.items(), (("", DEMO), ("other ", OTHER))):
            self.token[prefix + name] = cli.add_token(prefix + name, *scopes, store=store)
        self.process.start(self.arguments)
        self.connect()
        self.set_policy("ask")
        return self

    def restart(self, env=None):
        """The exit status of the end. Sessions go on, unless the clock is moved: a month may have passed."""
        code = self.process.stop()
        self.ahead = int((env or {}).get("MC_CLOCK_AHEAD", 0))
        self.process.start(self.arguments, self.env | (env or {}))
        if self.ahead:
            self.connect()
        return code

    def connect(self):
        self.database = self.process.database()
        self.stores = {name: identity for identity, name in self.database.rows("SELECT store_id, name FROM store")}
        for name, secret in self.token.items():
            self.client[name] = self.process.client(secret)
        for name in self.people:
            self.client[name] = self.sign_in(name)

    def sign_in(self, name):
        """A client with a new session of this person."""
        answer = self.process.client().request("POST", "/v1/sessions", {"email": self.people[name], "password": PASSWORD},
                                               headers=another_address())
        if answer.status != 201:
            raise RuntimeError(f"sign-in of {name}: {answer.status} {answer.problem}")
        return self.process.client(answer.json["token"])

    def stop(self):
        return self.process.stop()

    def __enter__(self):
        return self if self.process.process else self.start()

    def __exit__(self, *_):
        self.process.kill()

    def key(self):
        return f"{self.rng.getrandbits(128):032x}"

    def send(self, who, method, path, body=None, expect=(200, 201, 202), **options):
        """With a new key; RuntimeError for any status that was not expected."""
        answer = self.client[who].request(method, path, body, key=self.key(), **options)
        if answer.status not in expect:
            raise RuntimeError(f"{method} {path} by {who}: {answer.status} {answer.text[:300]}")
        return answer

    # What a store has in it

    def order_body(self, number=None, pays=True, version=1, mails=False):
        quantity, price = self.rng.randint(1, 4), self.rng.randint(100, 9900)
        method = "Visa ending in 0002" if not pays else "Visa ending in 4242"  # the demo's bank refuses the first
        return {"number": number or f"#{next(self.numbers)}", "version": version, "placedAt": "2026-11-20T13:28:00Z",
                "currency": "EUR", "totalMinor": quantity * price,
                "customer": {"name": "Kim Larsen", "email": "kim@example.com", "language": "en"},
                "shippingAddress": ["Somewhere 1", "1234 Oslo"],
                "payment": {"status": "paid", "method": method},
                "lines": [{"id": "1", "title": "Lamp", "sku": "L-1", "quantity": quantity, "unitPriceMinor": price}],
                "sendConfirmation": mails}

    def order(self, who="shop", **options):
        """A new order as the store answers it."""
        body = self.order_body(**options)
        return self.send(who, "PUT", f"/v1/orders/ext-{body['number'].strip('#')}-{self.rng.getrandbits(32):x}", body).json

    def cancelled(self, **options):
        """A cancellation that staff asked for and that went through, of an order (paid back unless pays=False)."""
        order = self.order(**options)
        self.send("owner", "POST", f"/v1/orders/{order['id']}/cancellations", {"reasonCode": "out_of_stock"})
        self.settle()
        return self.read(order["id"])

    def asked(self):
        """An order whose customer has asked for a cancellation; somebody has to decide."""
        order = self.order(mails=True)
        self.settle()
        answer = self.submit(self.customer(order["id"]))
        if answer.status != 303:
            raise RuntimeError(f"the customer's form: {answer.status}")
        return self.read(order["id"])

    def read(self, order_id, who="owner"):
        answer = self.client[who].request("GET", f"/v1/orders/{order_id}")
        if answer.status != 200:
            raise RuntimeError(f"order {order_id}: {answer.status}")
        return answer.json

    def link(self, order_id):
        """The path of the customer's link, from the mail in the demo's mailbox."""
        text = self.database.rows("SELECT text_body FROM mailbox WHERE order_id = ? LIMIT 1", order_id)[0][0]
        return urllib.parse.urlsplit(re.search(r"http\S+/o/\S+", text).group(0)).path

    def customer(self, order_id):
        """A client with the customer's cookie."""
        return self.visit(self.link(order_id))

    def visit(self, link):
        client = self.process.client(headers=another_address())
        answer = client.request("GET", link)
        if answer.status != 303:
            raise RuntimeError(f"the customer's link: {answer.status}")
        client.cookie, client.link = answer.header("set-cookie").split(";")[0], link
        return client

    @staticmethod
    def form(customer):
        return cancellation_form(customer)

    def submit(self, customer, fields=None):
        return customer.form("/order/cancel", fields or self.form(customer))

    def set_policy(self, mode):
        self.send("owner", "PUT", "/v1/store/policy", {"mode": mode, "deadlineHours": 720})

    def settle(self):
        """Waits until the store owes nothing: no effect due, nothing to be decided by the worker."""
        def is_quiet():
            now = round((time.time() + self.ahead) * 1000)
            return not any(self.database.rows(
                "SELECT (SELECT COUNT(*) FROM effect WHERE state IN ('due', 'running')), (SELECT COUNT(*) FROM cancellation "
                "WHERE state IN ('requested', 'processing') AND (needs_decision = 0 OR deadline <= ?))", now)[0])
        wait_for(is_quiet, "the store to settle")

    def business(self):
        """A digest of everything that a merchant would notice."""
        return self.database.digest(without=("idempotency", "session", "sign_in_failure"))


def new_key():
    return secrets.token_hex(16)


@contextlib.contextmanager
def running(build, folder, rng, **options):
    """A scene that is there only as long as this lasts."""
    with Scene(build, folder, rng, **options) as scene:
        yield scene
