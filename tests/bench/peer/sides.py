# SPDX-License-Identifier: Apache-2.0
"""The two that are compared: a real Vendure with its own orders, and merchant-store with the same ones. Each makes the
requests for a list of 100 orders and for a cancellation, knows a good answer, and what its server has cost so far."""
import contextlib
import json
import pathlib
import subprocess
import time
import uuid

from bench import CLOCK_TICKS
from limits import wait_for
from load import request
from store import StoreProcess
from web import HttpClient

HERE = pathlib.Path(__file__).resolve().parent
PAGE = 100  # orders of a list
PASSWORD = "a long password of a benchmark"

# What a table of orders shows.
TABLE = ("id code state orderPlacedAt currencyCode totalWithTax customer { firstName lastName emailAddress } "
         "lines { quantity productVariant { name } }")
# What merchant-store gives of each order, as far as Vendure has it.
WHOLE = ("id code state orderPlacedAt updatedAt currencyCode totalWithTax shippingWithTax customer { firstName lastName emailAddress } "
         "shippingAddress { fullName streetLine1 city postalCode countryCode } payments { state method amount refunds { state total } } "
         "fulfillments { state method trackingCode } "
         "lines { id quantity orderPlacedQuantity unitPriceWithTax productVariant { sku name } }")
CANCEL = """mutation($i: CancelOrderInput!) { cancelOrder(input: $i) {
    __typename ... on Order { id state } ... on ErrorResult { errorCode message } } }"""


class Vendure:
    """It and its PostgreSQL, as children; they end with their standard input."""

    def __init__(self, folder, orders, seed):
        self.process = subprocess.Popen(["node", str(HERE / "vendure.mjs"), str(folder), str(orders), str(seed)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"Vendure did not start; its logs are in {folder}")
        ready = json.loads(line)
        self.port, self.token, self.placing = ready["port"], ready["token"], ready["placing"]
        self.server, self.postgres = ready["server"], ready["postgres"]
        self.client = HttpClient(("127.0.0.1", self.port), self.token)

    def stop(self):
        with contextlib.suppress(OSError):
            self.process.stdin.close()
        self.process.wait(60)

    def _list(self, fields, skip=0):
        return {"query": f"query($o: OrderListOptions) {{ orders(options: $o) {{ items {{ {fields} }} }} }}",
                "variables": {"o": {"take": PAGE, "skip": skip, "sort": {"orderPlacedAt": "DESC"}}}}

    def orders(self):
        """All of them, newest first."""
        orders = []
        while True:
            answer = self.client.request("POST", "/admin-api", self._list(WHOLE, len(orders))).json
            if "errors" in answer:
                raise RuntimeError(str(answer["errors"])[:1500])
            page = answer["data"]["orders"]["items"]
            orders += page
            if len(page) < PAGE:
                return orders

    def list_request(self, fields):
        return request(self.port, "POST", "/admin-api", self.token, self._list(fields))

    @staticmethod
    def is_list(answer):
        return answer.startswith(b"HTTP/1.1 200") and answer.count(b'"code":') == PAGE

    def cancel_request(self, order):
        variables = {"i": {"orderId": order["id"], "reason": "Out of stock", "cancelShipping": True}}
        return request(self.port, "POST", "/admin-api", self.token, {"query": CANCEL, "variables": variables})

    @staticmethod
    def is_cancelled(answer):
        return answer.startswith(b"HTTP/1.1 200") and b'"state":"Cancelled"' in answer

    def processor_seconds(self):
        """Of the server and all of PostgreSQL, with the processes of it that have ended meanwhile."""
        backends = subprocess.run(["ps", "--ppid", str(self.postgres), "-o", "pid="], capture_output=True, text=True, check=True).stdout.split()
        ticks = 0
        for pid in [self.server, self.postgres, *backends]:
            with contextlib.suppress(FileNotFoundError):
                fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
                ticks += sum(map(int, fields[11:15]))
        return ticks / CLOCK_TICKS


def incoming(order):
    """An order of Vendure as a shop sends it to merchant-store."""
    paid = sum(payment["amount"] for payment in order["payments"] if payment["state"] == "Settled")
    address = order["shippingAddress"]
    return {"number": order["code"], "version": 1, "placedAt": order["orderPlacedAt"], "currency": order["currencyCode"],
            "totalMinor": order["totalWithTax"], "shippingMinor": order["shippingWithTax"],
            "customer": {"name": f"{order['customer']['firstName']} {order['customer']['lastName']}", "email": order["customer"]["emailAddress"]},
            "shippingAddress": [address["fullName"], address["streetLine1"], f"{address['postalCode']} {address['city']}", address["countryCode"]],
            "payment": {"status": "paid", "method": order["payments"][0]["method"], "paidMinor": paid},
            "lines": [{"id": line["id"], "title": line["productVariant"]["name"], "sku": line["productVariant"]["sku"],
                       "quantity": line["quantity"], "unitPriceMinor": line["unitPriceWithTax"]} for line in order["lines"]],
            "sendConfirmation": False}


class Ours:
    """merchant-store on SQLite. Its decisions, refunds and restocking run at once beside what is measured, as in earnest."""

    def __init__(self, build, folder):
        self.store = StoreProcess(build, folder, arguments=["--token-requests", "1000"])
        self.store.cli.add_store("Bench", currency="USD", time_zone="UTC")
        self.store.cli.add_staff("kim@example.com", "owner", PASSWORD)
        self.store.start()
        self.client = self.store.sign_in("kim@example.com", PASSWORD)
        self.token, self.port = self.client.token, self.store.port
        self.ids, self.resume = {}, None

    def stop(self):
        self.store.stop()

    def bring_in(self, orders):
        for order in orders:
            answer = self.client.request("PUT", f"/v1/orders/{order['id']}", incoming(order), key=uuid.uuid4().hex)
            if answer.status != 201:
                raise RuntimeError(f"{answer.status} {answer.text}")
            self.ids[order["id"]] = answer.json["id"]
        self.resume = self._resume()

    def _resume(self):
        """Where a console goes on whose snapshot was interrupted with 100 orders to come: the way to ask for just 100."""
        left = resume = None
        for line in map(json.loads, self.client.request("GET", "/v1/orders").body.splitlines()):
            if "resume" in line:
                left, resume = 0, line["resume"]
            elif "number" in line and left is not None:
                left += 1
        if left != PAGE:
            raise RuntimeError(f"the last page of a snapshot has {left} orders, not {PAGE}")
        return resume

    def list_request(self):
        return request(self.port, "GET", f"/v1/orders?from={self.resume}", self.token)

    @staticmethod
    def is_list(answer):
        return answer.startswith(b"HTTP/1.1 200") and answer.count(b'"number":') == PAGE and b'{"end":true}' in answer[-64:]

    def cancel_request(self, order):
        return request(self.port, "POST", f"/v1/orders/{self.ids[order['id']]}/cancellations", self.token,
                       {"reasonCode": "out_of_stock"}, key=uuid.uuid4().hex)

    @staticmethod
    def is_cancelled(answer):
        return answer.startswith(b"HTTP/1.1 202")

    def settle(self):
        """Until all that was asked for is cancelled and nothing is owed but what staff have to do."""
        database = self.store.database()
        unsettled = ("SELECT (SELECT count(*) FROM cancellation WHERE state IN ('requested', 'processing')) + "
                     "(SELECT count(*) FROM effect WHERE state IN ('due', 'running'))")
        wait_for(lambda: database.rows(unsettled) == [(0,)], "the outcome of all cancellations", pause=0.005)

    def processor_seconds(self):
        """To the nanosecond, since a whole run of it is a few ticks: what clock_getcpuclockid() names."""
        return time.clock_gettime((~self.store.pid << 3) | 2)
