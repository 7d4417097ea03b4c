# SPDX-License-Identifier: Apache-2.0
"""Who may do what, written down by hand: one line a route, one column a principal. The proof fails for a route without a
line, so that a new route is a decision.

+ allowed   - 403   . 401   x 404, as for everybody without the customer's cookie   0 404, as for an object that does not exist"""

# Staff of this store, its tokens, another merchant's owner and shop token, the customer of this order, of another order and of
# another store's order, and those who were let in once or never.
COLUMNS = ("owner admin support viewer shop warehouse reader canceller other-owner other-shop customer stranger foreigner "
           "expired revoked disabled nobody garbage late").split()

GRID = """
GET    /v1/health                              + + + +  + + + +  + +  + + +  + + + + + +
POST   /v1/sessions                            + + + +  + + + +  + +  + + +  + + + + + +
GET    /v1/sessions                            + + + +  - - - -  + -  . . .  . . . . . .
DELETE /v1/sessions/{id}                       + + + +  - - - -  + -  . . .  . . . . . .
DELETE /v1/sessions/current                    + + + +  - - - -  + -  . . .  . . . . . .
GET    /v1/store                               + + + +  - - + -  + -  . . .  . . . . . .
GET    /v1/store/policy                        + + + +  - - + -  + -  . . .  . . . . . .
PUT    /v1/store/policy                        + + - -  - - - -  + -  . . .  . . . . . .
GET    /v1/orders                              + + + +  - - + -  + -  . . .  . . . . . .
GET    /v1/orders/hashes                       + + + +  - - + -  + -  . . .  . . . . . .
GET    /v1/orders/{id}                         + + + +  - - + -  0 -  . . .  . . . . . .
PUT    /v1/orders/{id}                         + + - -  + - - -  + +  . . .  . . . . . .
POST   /v1/orders/{id}/cancellations           + + + -  - - - +  0 -  . . .  . . . . . .
POST   /v1/orders/{id}/shipments               + + + -  - + - -  0 -  . . .  . . . . . .
POST   /v1/orders/{id}/conflict/close          + + + -  - - - -  0 -  . . .  . . . . . .
POST   /v1/cancellations/{id}/accept           + + + -  - - - -  0 -  . . .  . . . . . .
POST   /v1/cancellations/{id}/decline          + + + -  - - - -  0 -  . . .  . . . . . .
POST   /v1/cancellations/{id}/close            + + + -  - - - -  0 -  . . .  . . . . . .
POST   /v1/cancellations/{id}/refund/retry     + + + -  - - - -  0 -  . . .  . . . . . .
POST   /v1/cancellations/{id}/refund/confirm   + + + -  - - - -  0 -  . . .  . . . . . .
GET    /v1/changes                             + + + +  - - + -  + -  . . .  . . . . . .
GET    /v1/changes/stream                      + + + +  - - + -  + -  . . .  . . . . . .
POST   /v1/webhooks/{engine}                   . . . .  . . . .  . .  . . .  . . . . . .
POST   /v1/imports                             + + - -  + - - -  + +  . . .  . . . . . .
GET    /o/{token}                              + + + +  + + + +  + +  + + +  + + + + + +
GET    /order                                  x x x x  x x x x  x x  + + +  x x x x x x
GET    /order/cancel                           x x x x  x x x x  x x  + + +  x x x x x x
POST   /order/cancel                           x x x x  x x x x  x x  + + +  x x x x x x
GET    /order/help                             + + + +  + + + +  + +  + + +  + + + + + +
GET    /pages/store.css                        + + + +  + + + +  + +  + + +  + + + + + +
GET    /demo/mailbox                           + + + +  + + + +  + +  + + +  + + + + + +
GET    /demo/mailbox/{id}                      + + + +  + + + +  + +  + + +  + + + + + +
GET    /demo/mailbox/{id}/html                 + + + +  + + + +  + +  + + +  + + + + + +
"""

# What "allowed" looks like where it is not 200: a step that is not possible any more is a 409 from behind the door.
DONE = {
    "POST /v1/sessions": (201,),
    "DELETE /v1/sessions/current": (204,),
    "DELETE /v1/sessions/{id}": (204,),
    "PUT /v1/orders/{id}": (200, 201),
    "POST /v1/orders/{id}/cancellations": (202, 409),
    "POST /v1/orders/{id}/shipments": (200, 409),
    "POST /v1/orders/{id}/conflict/close": (200, 409),
    "POST /v1/cancellations/{id}/accept": (200, 409),
    "POST /v1/cancellations/{id}/decline": (200, 409),
    "POST /v1/cancellations/{id}/close": (200, 409),
    "POST /v1/cancellations/{id}/refund/retry": (200, 409),
    "POST /v1/cancellations/{id}/refund/confirm": (200, 409),
    "GET /o/{token}": (303,),
    "GET /order/cancel": (200, 303),
    "POST /order/cancel": (403,),  # known, and told that this is not the form that was shown to them
}


def grid():
    """{route: {principal: mark}}"""
    table = {}
    for line in GRID.strip().splitlines():
        method, path, *marks = line.split()
        if len(marks) != len(COLUMNS):
            raise ValueError(f"{method} {path}: {len(marks)} marks")
        table[f"{method} {path}"] = dict(zip(COLUMNS, marks))
    return table


# For mass assignment: who may send which body, and the members that a body, or an object in it, may have.
def bodies(scene, order, cancellation):
    put = scene.order_body()
    return {
        "PUT /v1/store/policy": ("owner", "/v1/store/policy", {"mode": "ask"}, {"mode", "windowMinutes", "deadlineHours", "acceptsByDefault"}),
        "PUT /v1/orders/{id}": ("shop", f"/v1/orders/{order['externalId']}", put,
                                set(put) | {"shippingMinor", "shipments"}),
        "PUT /v1/orders/{id} customer": ("shop", f"/v1/orders/{order['externalId']}", put, {"name", "email", "language"}),
        "PUT /v1/orders/{id} payment": ("shop", f"/v1/orders/{order['externalId']}", put, {"status", "method", "paidMinor", "refundedMinor"}),
        "PUT /v1/orders/{id} lines": ("shop", f"/v1/orders/{order['externalId']}", put,
                                      {"id", "title", "sku", "quantity", "unitPriceMinor", "state"}),
        "POST /v1/orders/{id}/cancellations": ("canceller", f"/v1/orders/{order['id']}/cancellations", {"reasonCode": "other"},
                                               {"reasonCode", "comments", "language", "commentsForCustomer", "onBehalfOfCustomer", "channel", "lines"}),
        "POST /v1/orders/{id}/cancellations lines": ("canceller", f"/v1/orders/{order['id']}/cancellations",
                                                     {"reasonCode": "other", "lines": [{"lineId": "1", "quantity": 1}]}, {"lineId", "quantity"}),
        "POST /v1/orders/{id}/shipments": ("warehouse", f"/v1/orders/{order['id']}/shipments", {"kind": "fact"},
                                           {"kind", "state", "lines", "carrier", "trackingNumber", "shippedAt"}),
        "POST /v1/orders/{id}/conflict/close": ("support", f"/v1/orders/{order['id']}/conflict/close", {}, set()),
        "POST /v1/cancellations/{id}/accept": ("support", f"/v1/cancellations/{cancellation}/accept", {}, set()),
        "POST /v1/cancellations/{id}/decline": ("support", f"/v1/cancellations/{cancellation}/decline", {}, {"reason"}),
        "POST /v1/cancellations/{id}/close": ("support", f"/v1/cancellations/{cancellation}/close", {}, set()),
        "POST /v1/cancellations/{id}/refund/retry": ("support", f"/v1/cancellations/{cancellation}/refund/retry", {}, set()),
        "POST /v1/cancellations/{id}/refund/confirm": ("support", f"/v1/cancellations/{cancellation}/refund/confirm", {}, set()),
        "POST /v1/sessions": ("", "/v1/sessions", {"email": "owner@example.com", "password": "not the password"}, {"email", "password", "device"}),
    }


# Not JSON: what the form and the file make of more than they know is looked at on its own. A webhook says what it likes, and
# nothing but the names of orders is taken from it.
NOT_JSON = {"POST /order/cancel", "POST /v1/imports", "POST /v1/webhooks/{engine}"}
EXTRA = ("store_id", "storeId", "state", "role", "version", "hold", "fulfilment", "is_admin", "isAdmin", "__proto__", "constructor", "scopes")
