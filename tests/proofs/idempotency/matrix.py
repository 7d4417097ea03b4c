# SPDX-License-Identifier: Apache-2.0
"""The matrix's rows: for each mutating route how to make a request that has an effect, who may send it, and what may be
answered when it is sent again without the memory of its key."""
import dataclasses
import json
import typing

CSV_HEADER = "Order ID,Order date,Customer,E-mail,Items,Item status,Payment status,Currency,Amount,Tracking numbers"


@dataclasses.dataclass(frozen=True)
class Call:
    """One request, ready to be sent by anybody with any key. `other`: ways to change it for which the key is another's."""
    method: str
    path: str
    body: typing.Any = None
    changed: typing.Any = None  # another body that would be valid too
    elsewhere: str = ""  # the same with another object
    content_type: str = "application/json"
    elsewhere_route: typing.Any = None  # a call of another route that the same principal may use

    def send(self, client, key, more=()):
        if not more:
            return client.request(self.method, self.path, self._bytes(), key=key, content_type=self.content_type)
        return self._send_raw(client, more)

    def _bytes(self):
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()

    def _send_raw(self, client, more):
        """http.client keeps one header of a name; this one is written out."""
        from web import send_raw, take_answer
        body = self._bytes()
        head = [f"{self.method} {self.path} HTTP/1.1", "Host: localhost", f"Authorization: Bearer {client.token}",
                f"Content-Type: {self.content_type}", f"Content-Length: {len(body)}", "Connection: close",
                *(f"{name}: {value}" for name, value in more)]
        answer, _ = take_answer(send_raw(client.address, "\r\n".join(head).encode() + b"\r\n\r\n" + body))
        return answer

    def others(self):
        yield "other query", dataclasses.replace(self, path=self.path + "?x=1")
        if self.changed is not None:
            yield "other payload", dataclasses.replace(self, body=self.changed)
        if self.elsewhere:
            yield "other object", dataclasses.replace(self, path=self.elsewhere)
        yield "same meaning, other bytes", dataclasses.replace(self, body=self._bytes() + b"\n")
        if self.elsewhere_route:
            yield "other route", self.elsewhere_route


ANOTHER_DECISION = Call("POST", "/v1/cancellations/none/close", {})


@dataclasses.dataclass(frozen=True)
class Row:
    name: str
    who: str
    without_right: str
    call: typing.Callable  # (scene) → Call
    done: tuple = (200,)  # status of the first
    again: tuple = (409,)  # status when it is asked for again under another name or without the memory of the key
    colleague: str = ""  # somebody else who may do it
    is_repeatable: bool = False  # asking again is a new wish that is done again
    is_safe_without_key: bool = True
    elsewhere: typing.Callable = None  # (scene) → the same in the other store


def _policy(scene):
    return Call("PUT", "/v1/store/policy", {"mode": "ask", "deadlineHours": scene.rng.randint(48, 700)},
                changed={"mode": "automatic", "deadlineHours": 48}, elsewhere_route=ANOTHER_DECISION)


def _put_order(scene):
    body = scene.order_body()
    changed = body | {"version": 2}
    path = f"/v1/orders/idem-{scene.rng.getrandbits(48):x}"
    return Call("PUT", path, body, changed, path + "-b", elsewhere_route=Call("POST", "/v1/imports", b"x", content_type="text/csv"))


def _cancellation(scene, who="shop"):
    order, other = scene.order(who), scene.order(who)
    return Call("POST", f"/v1/orders/{order['id']}/cancellations", {"reasonCode": "out_of_stock", "comments": "Ünïcode ✓"},
                {"reasonCode": "other"}, f"/v1/orders/{other['id']}/cancellations")


def _shipment(scene, who="shop"):
    order, other = scene.order(who), scene.order(who)
    body = {"kind": "fact", "carrier": "DHL", "trackingNumber": f"JD{scene.rng.getrandbits(32)}", "shippedAt": "2026-11-21T08:00:00Z"}
    return Call("POST", f"/v1/orders/{order['id']}/shipments", body, body | {"carrier": "UPS"}, f"/v1/orders/{other['id']}/shipments")


def _conflict(scene):
    order = scene.cancelled()
    scene.send("warehouse", "POST", f"/v1/orders/{order['id']}/shipments", {"kind": "fact", "carrier": "DHL", "trackingNumber": "1"})
    return Call("POST", f"/v1/orders/{order['id']}/conflict/close", {}, elsewhere_route=ANOTHER_DECISION)


def _decision(word, body=None):
    def make(scene):
        one, other = (scene.asked()["cancellations"][-1] for _ in range(2))
        changed = {"reason": "something else"} if word == "decline" else None
        return Call("POST", f"/v1/cancellations/{one['id']}/{word}", body or {}, changed, f"/v1/cancellations/{other['id']}/{word}",
                    elsewhere_route=ANOTHER_DECISION)
    return make


def _close(scene):
    one = scene.asked()["cancellations"][-1]
    scene.send("owner", "POST", f"/v1/cancellations/{one['id']}/decline", {"reason": "too late"})
    return Call("POST", f"/v1/cancellations/{one['id']}/close", {}, elsewhere_route=Call("POST", "/v1/orders/none/conflict/close", {}))


def _refund(word):
    def make(scene):
        order = scene.cancelled(pays=False)
        one = order["cancellations"][-1]
        if one["refund"]["state"] != "failed":
            raise RuntimeError(f"the demo's bank did not refuse: {one['refund']['state']}")
        return Call("POST", f"/v1/cancellations/{one['id']}/refund/{word}", {}, elsewhere_route=ANOTHER_DECISION)
    return make


def _import(scene):
    def line(number):
        return f"{number},2026-11-20,Kim Larsen,kim@example.com,2 x Lamp,Not shipped,Paid,EUR,50.00,"
    number = f"I{scene.rng.getrandbits(40)}"
    body = f"{CSV_HEADER}\r\n{line(number)}\r\n".encode()
    return Call("POST", "/v1/imports", body, body + f"{line(number + 'b')}\r\n".encode(), content_type="text/csv",
                elsewhere_route=Call("PUT", "/v1/orders/none", {}))


ROWS = [
    Row("PUT /v1/store/policy", "admin", "support", _policy, again=(200,), colleague="owner", is_repeatable=True, is_safe_without_key=False),
    Row("PUT /v1/orders/{id}", "shop", "warehouse", _put_order, done=(201,), again=(200,), colleague="admin",
        elsewhere=_put_order),
    Row("POST /v1/orders/{id}/cancellations", "canceller", "viewer", _cancellation, done=(202,), again=(202,), colleague="support",
        elsewhere=lambda scene: _cancellation(scene, "other shop")),
    Row("POST /v1/orders/{id}/shipments", "warehouse", "shop", _shipment, again=(200,), colleague="support",
        elsewhere=lambda scene: _shipment(scene, "other shop")),
    Row("POST /v1/orders/{id}/conflict/close", "support", "viewer", _conflict, colleague="colleague"),
    Row("POST /v1/cancellations/{id}/accept", "support", "canceller", _decision("accept"), colleague="colleague"),
    Row("POST /v1/cancellations/{id}/decline", "support", "viewer", _decision("decline", {"reason": "packed"}), colleague="colleague"),
    Row("POST /v1/cancellations/{id}/close", "support", "viewer", _close, again=(200,), colleague="colleague"),
    # A refund that fails again may be tried again, by whoever asks: another key is another wish.
    Row("POST /v1/cancellations/{id}/refund/retry", "support", "viewer", _refund("retry"), again=(200, 409), colleague="colleague",
        is_repeatable=True, is_safe_without_key=False),
    Row("POST /v1/cancellations/{id}/refund/confirm", "support", "viewer", _refund("confirm"), colleague="colleague"),
    Row("POST /v1/imports", "shop", "reader", _import, again=(200,), colleague="admin", elsewhere=_import),
]
FORM = Row("POST /order/cancel", "", "", None)
# Without a key on purpose, and why it does no harm.
EXEMPT = {
    "POST /v1/sessions": "each sign-in is a session of its own; signing in twice does nothing to an order",
    "DELETE /v1/sessions/current": "a session that has ended stays ended",
    "DELETE /v1/sessions/{id}": "a session that has ended stays ended",
    "POST /v1/webhooks/{engine}": "known again by the event's own id; it only makes the store read the engine",
}
