#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Nobody gets in: every route of the route table × every principal × own, foreign and unknown objects against a table that is
written by hand; foreign and unknown look the same, also by the clock; nothing but the known members can be set.
n is the number of checks; rounds alternate between SQLite and PostgreSQL."""
import contextlib
import hashlib
import pathlib
import re
import socket
import statistics
import sys
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from grid import COLUMNS, DONE, EXTRA, NOT_JSON, bodies, grid  # noqa: E402
from proof import Proof  # noqa: E402
from scene import DEMO, OTHER, PASSWORD, SCOPES, Scene, another_address  # noqa: E402
from store import PrivatePostgres  # noqa: E402

TABLE = grid()
TIMES = 60  # requests of each kind whose times are compared
FACTOR = 4  # far from an order of magnitude, and wide enough for a busy machine


class Round:
    def __init__(self, scene, label, found):
        self.scene, self.label, self.found, self.checks = scene, label, found, 0
        self.kept_sessions = {}  # by person; nobody who is asked may end them

    def check(self, holds, what):
        self.checks += 1
        if not holds:
            self.found(f"{self.label}: {what}")

    # Everybody and everything

    def prepare(self):
        scene = self.scene
        cli, database = scene.process.cli, scene.database
        self.orders = {"own": self.asked_and_declined(), "foreign": scene.order("other shop")}
        answer = scene.send("other owner", "POST", f"/v1/orders/{self.orders['foreign']['id']}/cancellations", {"reasonCode": "other"})
        self.cancellations = {"own": self.orders["own"]["cancellations"][0]["id"], "foreign": answer.json["id"]}
        scene.settle()
        clients = {name: scene.client[name.replace("-", " ")] for name in COLUMNS[:10]}
        clients["customer"] = scene.customer(self.orders["own"]["id"])
        self.stranger_order = scene.asked()
        clients["stranger"] = scene.customer(self.stranger_order["id"])
        # Another merchant's mails are not kept, so this link is the command line's.
        path = re.sub(r"^https?://[^/]+", "", cli.order_link(self.orders["foreign"]["number"], scene.process.url, OTHER))
        clients["foreigner"] = scene.visit(path)
        clients["expired"] = scene.sign_in("owner")
        database.execute("UPDATE session SET expires_at = 1 WHERE token_hash = ?", _hash(clients["expired"].token))
        cli.add_staff("gone@example.com", "owner", PASSWORD, DEMO)
        scene.people["gone"] = "gone@example.com"
        clients["disabled"] = scene.sign_in("gone")
        cli.disable_staff("gone@example.com", DEMO)
        del scene.people["gone"]
        secret = cli.add_token("revoked", *(scope[0] for scope in SCOPES.values()), store=DEMO)
        cli.revoke_token("revoked", DEMO)
        clients["revoked"] = scene.process.client(secret)
        clients["nobody"] = scene.process.client()
        clients["garbage"] = scene.process.client("".join(scene.rng.choices("abcXYZ019-_", k=43)), cookie="order=" + "A" * 200)
        late = scene.order(mails=True)
        scene.settle()
        clients["late"] = scene.customer(late["id"])
        self.late_link = clients["late"].link
        database.execute("UPDATE customer_link SET expires_at = 1 WHERE order_id = ?", late["id"])
        self.clients = clients
        self.mail = database.rows("SELECT id FROM mailbox LIMIT 1")[0][0]
        return self

    def asked_and_declined(self):
        order = self.scene.asked()
        self.scene.send("owner", "POST", f"/v1/cancellations/{order['cancellations'][0]['id']}/decline", {"reason": "no"})
        self.scene.settle()
        return self.scene.read(order["id"])

    # One request

    def path(self, route, kind, who="nobody"):
        """With an own, a foreign or an unknown object; None: the route has no object."""
        pattern = route.split(" ")[1]
        unknown = str(uuid.UUID(int=self.scene.rng.getrandbits(128)))
        if pattern == "/v1/sessions/{id}":
            return pattern.replace("{id}", unknown if kind == "unknown" else self.session(who, kind))
        if pattern == "/v1/webhooks/{engine}":
            return pattern.replace("{engine}", unknown) if kind == "own" else None
        if pattern == "/o/{token}":
            return self.clients["customer"].link if kind == "own" else None
        if pattern.startswith("/demo/mailbox/"):
            return pattern.replace("{id}", self.mail) if kind == "own" else None
        if route == "PUT /v1/orders/{id}":  # the id is the sender's own: there are no foreign ones
            return f"/v1/orders/authz-{self.scene.rng.getrandbits(40):x}" if kind == "own" else None
        if "{id}" not in pattern:
            return pattern if kind == "own" else None
        known = self.cancellations if "/cancellations/{id}" in pattern else self.orders
        value = known.get(kind, unknown)
        return pattern.replace("{id}", value if isinstance(value, str) else value["id"])

    def session(self, who, kind):
        """The id of a new session of this person (of somebody, for who has none), or of a person of another store."""
        person = who.replace("-", " ") if who in self.scene.people or who == "other-owner" else "viewer"
        if kind == "foreign":
            person = "viewer" if person == "other owner" else "other owner"
        ends = kind == "own" and TABLE["DELETE /v1/sessions/{id}"].get(who) == "+"
        if ends or person not in self.kept_sessions:
            sessions = self.scene.sign_in(person).request("GET", "/v1/sessions").json["sessions"]
            found = next(one["id"] for one in sessions if one["current"])
            if ends:
                return found
            self.kept_sessions[person] = found
        return self.kept_sessions[person]

    def colleagues_sessions(self):
        """Who does not administer the store sees and ends nobody else's."""
        mine = self.scene.client["support"]
        sessions = self.scene.sign_in("colleague").request("GET", "/v1/sessions").json["sessions"]
        theirs = next(one["id"] for one in sessions if one["current"])
        listed = mine.request("GET", "/v1/sessions").json["sessions"]
        self.check(len({one["staffId"] for one in listed}) == 1, "a support sees others' sessions")
        self.check(mine.request("DELETE", f"/v1/sessions/{theirs}").status == 404, "a support ends another's session")
        self.check(self.scene.client["admin"].request("DELETE", f"/v1/sessions/{theirs}").status == 204, "an admin cannot end a session")

    def send(self, route, who, path):
        method, client, scene = route.split(" ")[0], self.clients[who], self.scene
        if route == "POST /v1/sessions":
            return client.request(method, path, {"email": scene.people["owner"], "password": PASSWORD}, headers=another_address())
        if route == "DELETE /v1/sessions/current" and TABLE[route][who] == "+":
            client = scene.sign_in(who.replace("-", " "))
        if route == "GET /v1/changes/stream":
            return client.begin(method, path)
        if route == "GET /order" and who == "stranger":  # it waits for somebody's decision, and so does its page
            return client.begin(method, path, until=self.stranger_order["number"].encode())
        if route == "GET /order":
            scene.settle()
        if route == "POST /order/cancel":
            return client.form(path, {"operation": str(uuid.uuid4()), "csrf": "x", "reason": "other"})
        if route == "POST /v1/imports":
            return client.request(method, path, _csv(scene.rng), key=scene.key(), content_type="text/csv")
        if route == "GET /v1/changes":
            path += "?after=x"
        bodies_by_route = {"PUT /v1/store/policy": {"mode": "ask", "deadlineHours": 720}, "PUT /v1/orders/{id}": scene.order_body(),
                           "POST /v1/orders/{id}/cancellations": {"reasonCode": "other"},
                           "POST /v1/orders/{id}/shipments": {"kind": "intent", "state": "packed"}}
        body = None if method == "GET" else bodies_by_route.get(route, {})
        if method == "DELETE":
            body = None
        return client.request(method, path, body, key=scene.key() if method != "GET" else None)

    # The matrix

    def matrix(self, routes):
        refused, allowed = [], []
        for route in routes:
            for who in COLUMNS:
                mark = TABLE[route][who]
                for kind in ("own", "foreign", "unknown"):
                    wanted = self.wanted(route, who, kind, mark)
                    if wanted:
                        (allowed if wanted == "+" else refused).append((route, who, kind, wanted))
        self.scene.settle()
        before = self.scene.business()
        seen = {}
        for route, who, kind, wanted in refused:
            path = self.path(route, kind, who)
            answer = self.send(route, who, path)
            seen[route, who, kind] = _faceless(answer, path)
            status = {"-": 403, ".": 401, "x": 404, "0": 404}[wanted]
            self.check(answer.status == status, f"{route} by {who}, {kind}: {answer.status}, not {status}")
        self.scene.settle()
        self.check(self.scene.business() == before, "a refused request changed something")
        for (route, who, kind), face in seen.items():
            if kind == "foreign" and (route, who, "unknown") in seen:
                self.check(face == seen[route, who, "unknown"], f"{route} by {who}: foreign and unknown differ: {face} {seen[route, who, 'unknown']}")
            if kind == "own" and TABLE[route][who] == "0":
                self.check(face == seen[route, who, "unknown"], f"{route} by {who}: another store's and unknown differ")
        for route, who, kind, _ in allowed:
            answer = self.send(route, who, self.path(route, kind, who))
            done = DONE.get(route, (410,) if route == "GET /v1/changes" else (200,))
            self.check(answer.status in done, f"{route} by {who}, {kind}: {answer.status} {answer.problem}, not {done}")
            self.check_leak(route, who, answer)

    def wanted(self, route, who, kind, mark):
        has_object = route == "DELETE /v1/sessions/{id}" or self.path(route, "foreign") is not None
        if kind == "own":
            return mark
        if not has_object:
            return None
        if mark == "0":  # "foreign" is their own object then
            return "+" if kind == "foreign" else "0"
        return "0" if mark == "+" else mark

    def check_leak(self, route, who, answer):
        """What is allowed shows nothing of the other store, or of the other customer."""
        if route.startswith("GET /demo/") or route == "GET /o/{token}" or route == "GET /order/help":
            return
        theirs = [self.orders["own"], self.stranger_order] if who in ("other-owner", "other-shop", "foreigner") else [self.orders["foreign"]]
        theirs += [self.stranger_order] if who == "customer" else [self.orders["own"]] if who == "stranger" else []
        for order in theirs:
            words = (order["id"], order["number"] + '"', order["number"] + "<")
            self.check(not any(word.encode() in answer.body for word in words), f"{route} by {who} tells of {order['id']}")

    # Beyond the matrix

    def odd_ids(self):
        odd = ["'%20OR%20'1'='1", "%25", "..%2F..", self.orders["foreign"]["id"].upper(), self.orders["foreign"]["id"] + "%20",
               "0", "null", "%E2%80%AE", "a" * 4000, self.orders["foreign"]["number"].replace("#", "%23")]
        for one in odd:
            for who in ("owner", "other-owner"):
                if who == "other-owner" and one.lower().startswith(self.orders["foreign"]["id"]):
                    continue
                answer = self.clients[who].request("GET", f"/v1/orders/{one}")
                self.check(answer.status == 404, f"GET /v1/orders/{one[:40]} by {who}: {answer.status}")

    def tampered(self, count=40):
        cookie = self.clients["customer"].cookie
        name, _, sealed = cookie.partition("=")
        client = self.scene.process.client(headers=self.clients["customer"].headers)
        for _ in range(count):
            at = self.scene.rng.randrange(len(sealed) - 1)  # the last letter has bits that mean nothing
            letter = self.scene.rng.choice([one for one in "ABCDwxyz0189-_" if one != sealed[at]])
            client.cookie = f"{name}={sealed[:at]}{letter}{sealed[at + 1:]}"
            answer = client.request("GET", "/order")
            self.check(answer.status == 404, f"a cookie changed at {at}: {answer.status}")
        for broken in (sealed[:-8], sealed + "AAAA", sealed * 2, "", "1"):
            client.cookie = f"{name}={broken}"
            self.check(client.request("GET", "/order").status == 404, "a broken cookie opens an order")
        bearer = self.scene.process.client(sealed[:200])
        self.check(bearer.request("GET", "/v1/store").status == 401, "a cookie is taken for a token")

    def streams(self):
        """Somebody else's changes do not even wake a stream."""
        client, scene = self.clients["other-owner"], self.scene
        with socket.create_connection(client.address, timeout=10) as stream:
            stream.sendall(f"GET /v1/changes/stream HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {client.token}\r\n\r\n".encode())
            data = b""
            while b"retry" not in data:
                data += stream.recv(4096)
            scene.order("shop")
            scene.settle()
            scene.order("other shop")
            while b"event: change" not in data:
                data += stream.recv(4096)
            self.check(data.count(b"event: change") == 1, "a stream is woken by another store")

    def mass_assignment(self):
        scene = self.scene
        columns = sorted({column for table in scene.database.tables() for column in self.columns(table)} | set(EXTRA))
        names = sorted(set(columns) | {re.sub("_(.)", lambda m: m.group(1).upper(), column) for column in columns})
        if scene.process.db:  # the reader of bodies knows no databases: a part of them will do on the second
            names = sorted(scene.rng.sample(names, len(names) // 4))
        order = scene.order()
        scene.settle()
        rows = bodies(scene, order, self.cancellations["own"])
        for route in TABLE:
            self.check(route.split(" ")[0] in ("GET", "DELETE") or route in rows or route in NOT_JSON,
                       f"{route} has no row for mass assignment")
        before = scene.business()
        for name, (who, path, body, known) in rows.items():
            for extra in names:
                if extra in known:
                    continue
                where = name.split(" ")[2] if name.count(" ") == 2 else None
                sent = _with(body, where, extra)
                client = scene.client[who] if who else scene.process.client(headers=another_address())
                answer = client.request(name.split(" ")[0], path, sent, key=scene.key() if who else None)
                self.check(answer.status == 400 and answer.problem == "invalid-request", f"{name} with {extra}: {answer.status} {answer.problem}")
                client.close() if not who else None
        scene.settle()
        self.check(scene.business() == before, "a refused member changed something")
        self.form_assignment(names)

    def columns(self, table):
        if self.scene.process.db:
            return [row[0] for row in self.scene.database.rows("SELECT column_name FROM information_schema.columns WHERE table_name = ?", table)]
        return [row[1] for row in self.scene.database.rows(f'PRAGMA table_info("{table}")')]

    def form_assignment(self, names):
        """A form may carry anything; what it does not know has no effect."""
        scene = self.scene
        order = scene.order(mails=True)
        scene.settle()
        customer = scene.customer(order["id"])
        fields = scene.form(customer)
        extra = {name: "succeeded" for name in names if name not in ("operation", "csrf", "reason", "comments")}
        answer = scene.submit(customer, fields | extra | {"order": self.stranger_order["id"], "orderId": self.stranger_order["id"]})
        scene.settle()
        made = scene.read(order["id"])["cancellations"]
        self.check(answer.status == 303 and len(made) == 1, f"the form with more fields: {answer.status}")
        one = made[0] if made else {}
        wanted = {"state": "requested", "requestedBy": "customer", "needsDecision": True, "onBehalfOfCustomer": False,
                  "reasonCode": "ordered_by_mistake", "comments": "", "closed": False}
        self.check({name: one.get(name) for name in wanted} == wanted, f"the form set more than it may: {one.get('state')}")

    def timing(self):
        owner, foreign = self.clients["owner"], self.orders["foreign"]["id"]
        self.compare("GET /v1/orders/{id}", {
            "foreign": lambda: owner.request("GET", f"/v1/orders/{foreign}"),
            "unknown": lambda: owner.request("GET", f"/v1/orders/{uuid.uuid4()}")}, TIMES)
        nobody = self.clients["nobody"]
        self.compare("GET /o/{token}", {"expired": lambda: nobody.request("GET", self.late_link),
                                        "unknown": lambda: nobody.request("GET", "/o/" + "A" * 43)}, TIMES)

        def sign_in(email):
            client = self.scene.process.client(headers=another_address())
            answer = client.request("POST", "/v1/sessions", {"email": email, "password": "not the password"})
            client.close()
            return answer
        self.compare("POST /v1/sessions", {"known": lambda: sign_in("viewer@example.com"), "unknown": lambda: sign_in(f"{uuid.uuid4()}@example.com"),
                                           "disabled": lambda: sign_in("gone@example.com")}, 3)

    def compare(self, name, ways, times):
        seconds, faces = {way: [] for way in ways}, {way: set() for way in ways}
        for _ in range(times):
            for way, send in ways.items():
                answer = send()
                seconds[way].append(answer.seconds)
                faces[way].add((answer.status, answer.body))
        medians = {way: statistics.median(all_) for way, all_ in seconds.items()}
        self.check(max(medians.values()) < FACTOR * min(medians.values()), f"{name} can be told apart by the clock: {medians}")
        self.check(len(set().union(*faces.values())) == 1, f"{name}: the answers differ")


def _hash(token):
    return hashlib.sha256(token.encode()).hexdigest()


def _csv(rng):
    from_matrix = "Order ID,Order date,Customer,E-mail,Items,Item status,Payment status,Currency,Amount,Tracking numbers"
    return f"{from_matrix}\r\nA{rng.getrandbits(40)},2026-11-20,Kim,kim@example.com,2 x Lamp,Not shipped,Paid,EUR,50.00,\r\n".encode()


def _with(body, where, name):
    """The body with one more member, in itself or in the object or list that `where` names."""
    if where is None:
        return body | {name: "x"}
    inner = body[where]
    return body | {where: [inner[0] | {name: "x"}] if isinstance(inner, list) else inner | {name: "x"}}


def _faceless(answer, path):
    """What somebody sees, without date, request id and the id that was asked for."""
    kept = sorted(header for header in answer.headers if header[0] not in ("date", "x-request-id", "connection"))
    return answer.status, kept, answer.body.replace(path.encode(), b"")


def main():
    proof = Proof("authz", __doc__)
    checks, rounds = 0, 0
    with contextlib.ExitStack() as stack:
        cluster = stack.enter_context(PrivatePostgres())
        while checks < proof.n or rounds < 2:
            kind = ("sqlite", "postgres")[rounds % 2]
            db = cluster.new_database() if kind == "postgres" else None
            with Scene(proof.build, proof.work / f"round{rounds}", proof.random(rounds), db=db) as scene:
                if rounds == 0:
                    served = {f"{route['method']} {route['path']}" for route in scene.process.cli.routes()}
                    proof.check(served == set(TABLE), f"table and routes differ: {sorted(served ^ set(TABLE))}")
                one = Round(scene, f"{kind} round {rounds}", proof.violation).prepare()
                one.matrix([route for route in TABLE])
                for part in (one.odd_ids, one.colleagues_sessions, one.tampered, one.streams, one.mass_assignment, one.timing):
                    part()
                checks += one.checks
                proof.check(scene.stop() == 0, f"{kind}: the store did not end well")
            rounds += 1
            print(f"{kind}: {checks} checks", flush=True)
    caught = []
    with Scene(proof.build, proof.work / "control", proof.random("control"), env={"MC_PLANTED_BUG": "order-of-any-store"}) as scene:
        Round(scene, "control", caught.append).prepare().matrix(["GET /v1/orders/{id}"])
    proof.control("order-of-any-store", any("by other-owner, own: 200" in one for one in caught))
    proof.figure("checks", checks)
    proof.figure("routes", len(TABLE))
    proof.figure("principals", len(COLUMNS))
    proof.figure("rounds", rounds)
    proof.close()


if __name__ == "__main__":
    main()
