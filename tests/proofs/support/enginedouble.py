# SPDX-License-Identifier: Apache-2.0
"""Stands in for a Vendure server: the part of its admin API that the connector uses, with its manners (it cancels shipped
orders without complaint and has no guard against races), and it counts every effect it was asked for."""
import http.server
import json
import random
import threading
import time
import uuid

PAST = "2026-11-22T10:00:00.000Z"
NEXT = {"PaymentSettled": ["Shipped", "PartiallyShipped", "Cancelled", "Modifying"], "Shipped": ["Delivered", "Cancelled"],
        "Cancelled": []}


def _now():
    seconds = time.time()
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + f".{int(seconds * 1000) % 1000:03d}Z"


class EngineDouble:
    def __init__(self, seed, delay=0.0, fault=lambda: None):
        """`delay`: the longest pause inside each mutation. `fault` may return "before" or "after": the connection ends
        without an answer before or after the effect."""
        self.lock, self.random, self.delay, self.fault = threading.Lock(), random.Random(seed), delay, fault
        self.orders, self.cancels, self.refunds, self.next_id = {}, {}, {}, 1
        double = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                how = double.fault() if "mutation" in body["query"] and "login(" not in body["query"] else None
                if how == "before":
                    self.close_connection = True
                    return
                answer = json.dumps({"data": double.answer(body["query"], body.get("variables") or {})}).encode()
                if how == "after":
                    self.close_connection = True
                    return
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("vendure-auth-token", "double")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            def handle_error(self, *_):
                pass  # a client that was killed

        self.server = Server(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/admin-api"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def _id(self):
        self.next_id += 1
        return str(self.next_id)

    def add_order(self, code):
        """A paid order of one line that nobody has packed; its id."""
        with self.lock:
            number = self._id()
            self.orders[number] = {
                "id": number, "code": code, "state": "PaymentSettled", "updatedAt": _now(), "orderPlacedAt": PAST,
                "currencyCode": "EUR", "totalWithTax": 2500, "shippingWithTax": 0,
                "customer": {"firstName": "Ada", "lastName": "Byron", "emailAddress": f"{code.lower()}@example.com"},
                "shippingAddress": {},
                "lines": [{"id": self._id(), "quantity": 1, "orderPlacedQuantity": 1, "proratedUnitPriceWithTax": 2500,
                           "productVariant": {"sku": "MUG", "name": "Mug"}}],
                "shippingLines": [], "payments": [{"id": self._id(), "method": "card", "state": "Settled", "amount": 2500,
                                                   "refunds": []}], "fulfillments": []}
            return number

    def ship(self, number):
        """The warehouse hands the parcel over, unless the order is cancelled. Whether it did."""
        with self.lock:
            order = self.orders[number]
            if order["state"] == "Cancelled":
                return False
            order["fulfillments"].append({"id": self._id(), "state": "Shipped", "method": "DHL", "trackingCode": f"V{number}",
                                          "createdAt": _now(), "lines": [{"orderLineId": order["lines"][0]["id"], "quantity": 1}]})
            order["state"], order["updatedAt"] = "Shipped", _now()
            return True

    def state_of(self, number):
        """(is cancelled, has a parcel, money given back)"""
        with self.lock:
            order = self.orders[number]
            back = sum(refund["total"] for payment in order["payments"] for refund in payment["refunds"]
                       if refund["state"] == "Settled")
            return order["state"] == "Cancelled", bool(order["fulfillments"]), back

    def answer(self, query, variables):
        if "login(" in query:
            return {"login": {"__typename": "CurrentUser"}}
        if "activeChannel" in query:
            return {"activeChannel": {"code": "double"}, "orders": {"totalItems": len(self.orders)}}
        if query.lstrip().startswith("mutation"):
            if self.delay:
                time.sleep(self.random.random() * self.delay)
            with self.lock:
                return {"answer": self._mutate(query, variables)}
        with self.lock:
            if "order(id:" in query:
                order = self.orders.get(str(variables["id"]))
                return {"order": order and self._shown(order)}
            if "totalItems" in query:
                return {name: {"totalItems": len(self._chosen(options)[1])} for name, options in variables.items()}
            return {"orders": {"items": [self._shown(order) for order in self._chosen(variables["options"])[0]]}}

    def _shown(self, order):
        return json.loads(json.dumps(order)) | {"nextStates": NEXT.get(order["state"], [])}

    def _chosen(self, options):
        orders = sorted(self.orders.values(), key=lambda one: (one["orderPlacedAt"], int(one["id"])), reverse=True)
        wanted = options.get("filter", {})
        if "id" in wanted:
            orders = [one for one in orders if one["id"] in wanted["id"]["in"]]
        state = wanted.get("state", {})
        if "notIn" in state:
            orders = [one for one in orders if one["state"] not in state["notIn"]]
        if "eq" in state:
            orders = [one for one in orders if one["state"] == state["eq"]]
        before = wanted.get("orderPlacedAt", {}).get("before")
        if before:
            orders = [one for one in orders if one["orderPlacedAt"] < before]
        for either in wanted.get("_or", [])[:1]:
            orders = [one for one in orders if one["updatedAt"] > either["updatedAt"]["after"]]
        if "id" in options.get("sort", {}):
            orders.sort(key=lambda one: int(one["id"]))
        skip = options.get("skip") or 0
        return orders[skip:skip + (options.get("take") or 1000)], orders

    def _mutate(self, query, variables):
        given = variables.get("input", {})
        if "cancelOrder(" in query:
            return self._cancel(self.orders[given["orderId"]])
        if "transitionOrderToState(" in query:
            return self._cancel(self.orders[variables["id"]])
        for order in self.orders.values():
            for payment in order["payments"]:
                if "refundOrder(" in query and payment["id"] == given["paymentId"]:
                    # No memory for repetitions: whoever asks twice pays twice.
                    self.refunds[order["id"]] = self.refunds.get(order["id"], 0) + 1
                    payment["refunds"].append({"id": self._id(), "state": "Pending", "total": given["amount"],
                                               "reason": given["reason"]})
                    return {"__typename": "Refund", "id": payment["refunds"][-1]["id"]}
                for refund in payment["refunds"]:
                    if "settleRefund(" in query and refund["id"] == given["id"]:
                        refund["state"] = "Settled"
                        return {"__typename": "Refund", "id": refund["id"]}
        return {"__typename": "InternalError", "errorCode": "UNKNOWN", "message": f"not known here {uuid.uuid4()}"}

    def _cancel(self, order):
        if order["state"] == "Cancelled":
            return {"__typename": "CancelActiveOrderError", "errorCode": "STATE", "message": "The order is cancelled"}
        self.cancels[order["id"]] = self.cancels.get(order["id"], 0) + 1
        order["state"], order["updatedAt"] = "Cancelled", _now()
        for line in order["lines"]:
            line["quantity"] = 0
        return {"__typename": "Order", "id": order["id"]}
