# SPDX-License-Identifier: Apache-2.0
"""Whoever knocks too often is told when to come back, and nobody else is."""
import itertools
import time
import uuid

from scene import PASSWORD, another_address

PATIENCE = 200  # knocks after which a limit must have been met


class Bursts:
    def __init__(self, scene, check):
        self.scene, self.check, self.knocks = scene, check, 0
        self.addresses = itertools.count(1)

    def all(self):
        """The number of knocks."""
        for part in (self.by_order, self.by_account, self.by_address, self.by_network, self.form_by_address):
            part()
        return self.knocks

    def until_limited(self, knock, name, most=PATIENCE):
        """Knocks until 429; how often it was let in, and the Retry-After."""
        for count in range(most):
            answer = knock()
            self.knocks += 1
            if answer.status == 429:
                after = answer.header("retry-after")
                self.check(after.isdigit() and 0 < int(after) <= 900, f"{name}: 429 with Retry-After \"{after}\"")
                return count, int(after) if after.isdigit() else 0
        self.check(False, f"{name}: no 429 after {most}")
        return most, 0

    def sign_in(self, email, headers):
        client = self.scene.process.client(headers=headers)
        answer = client.request("POST", "/v1/sessions", {"email": email, "password": "not the password"})
        client.close()
        return answer

    def by_order(self):
        """The customer's link: also with other cookies beside it, from other addresses and after another visit."""
        scene = self.scene
        order, other = scene.order(mails=True), scene.order(mails=True)
        scene.settle()
        links = scene.link(order["id"]), scene.link(other["id"])
        addresses = itertools.count(1)

        def knock():
            number = next(addresses)
            customer = scene.visit(links[0]) if number % 3 == 0 or number == 1 else knock.customer
            knock.customer = customer
            customer.headers = {"X-Forwarded-For": f"203.0.{113 + number // 250}.{number % 250 + 1}"}
            customer.cookie = customer.cookie.split(";")[0] + f"; junk={number}"
            return scene.submit(customer, {"operation": str(uuid.uuid4()), "csrf": "x", "reason": "other"})
        let_in, _ = self.until_limited(knock, "per order", 40)
        self.check(let_in >= 5, f"per order: limited after {let_in} already")
        answer = scene.submit(scene.visit(links[1]), {"operation": str(uuid.uuid4()), "csrf": "x", "reason": "other"})
        self.check(answer.status == 403, f"per order: another customer gets {answer.status}")

    def by_token(self):
        """A session or an API token, whatever it asks for; --token-requests is small in this proof."""
        client = self.scene.client["colleague"]
        let_in, _ = self.until_limited(lambda: client.request("GET", "/v1/store"), "per token", 20 * PATIENCE)
        self.check(let_in >= 50, f"per token: limited after {let_in} already")
        self.check(self.scene.client["owner"].request("GET", "/v1/store").status == 200, "per token: another token is limited too")

    def by_account(self):
        email = f"{uuid.uuid4()}@example.com"
        let_in, wait = self.until_limited(lambda: self.sign_in(email, another_address()), "per account", 30)
        self.check(let_in >= 3, f"per account: limited after {let_in} already")
        answer = self.scene.process.client(headers=another_address()).request(
            "POST", "/v1/sessions", {"email": self.scene.people["viewer"], "password": PASSWORD})
        self.check(answer.status == 201, f"per account: another account gets {answer.status}")
        if wait <= 5:
            time.sleep(wait + 0.2)
            self.check(self.sign_in(email, another_address()).status == 401, "per account: Retry-After was too short")

    def by_address(self):
        address = another_address()
        self.until_limited(lambda: self.sign_in(f"{uuid.uuid4()}@example.com", address), "per address")
        self.check(self.sign_in(f"{uuid.uuid4()}@example.com", another_address()).status == 401, "per address: another address is limited too")

    def by_network(self):
        """IPv6: the first half is the customer, the second is theirs to choose."""
        numbers = itertools.count(1)
        self.until_limited(lambda: self.sign_in(f"{uuid.uuid4()}@example.com", {"X-Forwarded-For": f"2001:db8:1:2::{next(numbers):x}"}), "per network")
        self.check(self.sign_in(f"{uuid.uuid4()}@example.com", {"X-Forwarded-For": "2001:db8:1:3::1"}).status == 401,
                   "per network: another network is limited too")

    def form_by_address(self):
        """The form from one address, whoever's cookie it brings."""
        client = self.scene.process.client(headers=another_address())

        def knock():
            return client.form("/order/cancel", {"operation": str(uuid.uuid4())}, headers={"Cookie": f"__Host-order={uuid.uuid4().hex}"})
        let_in, _ = self.until_limited(knock, "form per address")
        self.check(let_in >= 20, f"form per address: limited after {let_in} already")
