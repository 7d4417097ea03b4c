#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Nothing is done twice: every mutating route of the route table against missing, malformed, in-flight, replayed, reused and
foreign keys, after a restart and after thirty days, on SQLite and PostgreSQL. n is the number of cases."""
import contextlib
import pathlib
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from matrix import EXEMPT, FORM, ROWS  # noqa: E402
from proof import Proof  # noqa: E402
from scene import Scene, new_key  # noqa: E402
from store import PrivatePostgres, StoreProcess, wait_for  # noqa: E402

MONTH = {"MC_CLOCK_AHEAD": str(30 * 86400 + 3600)}
AT_TWO = ("PUT /v1/store/policy", "PUT /v1/orders/{id}", "POST /v1/orders/{id}/cancellations", "POST /v1/orders/{id}/shipments",
          "POST /v1/cancellations/{id}/decline", "POST /v1/imports")
# What differs from one answer to the next also when it is the same answer.
OWN_HEADERS = ("date", "x-request-id", "idempotent-replayed", "connection", "keep-alive")


def told(answer):
    """An answer without what belongs to the one exchange."""
    return answer.status, sorted(header for header in answer.headers if header[0] not in OWN_HEADERS), answer.body


class Checker:
    """The cases of one round against one store; what it finds goes to `found`."""

    def __init__(self, scene, label, found):
        self.scene, self.label, self.found, self.cases = scene, label, found, 0

    def check(self, holds, row, case, seen=""):
        self.cases += 1
        if not holds:
            self.found(f"{self.label} {row.name} {case}: {seen}")
        return holds

    def unchanged(self, row, case, send):
        """Sends, and holds the store against what it was before."""
        self.scene.settle()
        before = self.scene.business()
        answer = send()
        self.scene.settle()
        self.check(self.scene.business() == before, row, f"{case} changes nothing", answer.status)
        return answer

    # Before anything has been done

    def refused(self, row, call):
        client = self.scene.client[row.who]

        def expect(case, status, problem, **options):
            answer = call.send(options.pop("by", client), **options)
            seen = f"{answer.status} {answer.problem}"
            self.check(answer.status == status and answer.problem == problem, row, case, seen)

        self.scene.settle()
        before = self.scene.business()
        expect("missing", 400, "idempotency-key-missing", key=None)
        good = new_key()
        malformed = {"empty": "", "short": "a" * 15, "long": "a" * 201, "space": good[:16] + " " + good[16:], "comma": f"{good},{good}",
                     "half quoted": f'"{good}', "only quotes": '""', "umlaut": good + "\xe4", "newline escape": good + "%0a"}
        for name, key in malformed.items():
            expect(f"malformed: {name}", 400, "idempotency-key-invalid", key=key.encode("latin-1"))
        expect("nobody, missing", 401, "unauthenticated", by=self.scene.process.client(), key=None)
        expect("nobody", 401, "unauthenticated", by=self.scene.process.client(), key=good)
        expect("no right", 403, "forbidden", by=self.scene.client[row.without_right], key=good)
        self.check(self.scene.business() == before, row, "refusals change nothing")

    def two_headers(self, row, call):
        answer = call.send(self.scene.client[row.who], key=None, more=[("Idempotency-Key", new_key()), ("Idempotency-Key", new_key())])
        self.check(answer.status == 400 and answer.problem == "idempotency-key-invalid", row, "two keys", answer.status)

    def first(self, row, call, key):
        """Sent twice at once while no writer gets on: the second is told that the first is under way."""
        client, second = self.scene.client[row.who], self.scene.process.client(self.scene.client[row.who].token)
        answers = []
        with contextlib.ExitStack() as stack:
            stack.enter_context(self.scene.database.writes_held())
            thread = threading.Thread(target=lambda: answers.append(call.send(client, key=key)))
            thread.start()
            # The second may be faster than the first one's way through the listener; then it is the first.
            busy = wait_for(lambda: self._busy(call, second, key, answers), "an answer while the first is under way")
        thread.join()
        first = answers[-1]
        if first.problem == "idempotency-in-flight":  # the second was faster: what it did comes back as a replay
            first = wait_for(lambda: self._done(call, second, key), "the answer of the faster one")
        else:
            self.check(not first.is_replay, row, "first is no replay")
        self.check(busy.status == 409 and busy.problem == "idempotency-in-flight" and busy.header("retry-after").isdigit(),
                   row, "in flight", f"{busy.status} {busy.problem}")
        self.check(first.status in row.done, row, "first", f"{first.status} {first.text[:200]}")
        return first

    @staticmethod
    def _busy(call, client, key, answers):
        client.timeout = 0.7
        try:
            return call.send(client, key=key)
        except TimeoutError:
            client.close()
            return answers[0] if answers else None

    @staticmethod
    def _done(call, client, key):
        answer = call.send(client, key=key)
        return None if answer.problem == "idempotency-in-flight" else answer

    # After it has been done

    def replays(self, row, call, key, first, case, others=True):
        ways = {"": (self.scene.client[row.who], key), ", quoted": (self.scene.client[row.who], f'"{key}"')}
        if others and row.who in self.scene.people:
            ways[", another session"] = (self.scene.sign_in(row.who), key)
        for way, (client, written) in ways.items():
            answer = self.unchanged(row, case + way, lambda c=client, w=written: call.send(c, key=w))
            self.check(answer.is_replay and told(answer) == told(first), row, case + way, f"{answer.status} {answer.problem} "
                       f"replayed={answer.is_replay} same={told(answer) == told(first)}")

    def reused(self, row, call, key):
        for case, other in call.others():
            answer = self.unchanged(row, case, lambda o=other: o.send(self.scene.client[row.who], key=key))
            self.check(answer.status == 422 and answer.problem == "idempotency-key-reused", row, case, f"{answer.status} {answer.problem}")

    def foreign(self, row, call, key, first):
        """Nobody gets somebody else's answer, and nobody does it again by being somebody else."""
        answer = call.send(self.scene.process.client(), key=key)
        self.check(answer.status == 401, row, "nobody, used key", answer.status)
        answer = call.send(self.scene.client[row.without_right], key=key)
        self.check(answer.status == 403, row, "no right, used key", answer.status)
        if row.colleague:
            send = lambda: call.send(self.scene.client[row.colleague], key=key)  # noqa: E731
            answer = send() if row.is_repeatable else self.unchanged(row, "colleague", send)
            self.check(not answer.is_replay and answer.status in row.again, row, "colleague", f"{answer.status} {answer.problem}")
        if row.elsewhere:
            other = row.elsewhere(self.scene)
            answer = other.send(self.scene.client["other " + row.who], key=key)
            self.check(not answer.is_replay and answer.status in row.done and (answer.body != first.body or b'"created":1' in answer.body),
                       row, "other store",
                       f"{answer.status} {answer.problem}")

    def pruned(self, row, call, key):
        """Even without the memory of the key nothing is done twice."""
        answer = self.unchanged(row, "key lost", lambda: call.send(self.scene.client[row.who], key=key))
        self.check(answer.status in row.again, row, "key lost", f"{answer.status} {answer.problem}")


def two_processes(checker):
    """One key at two processes on one database at the same time: one of them does it, both tell the same."""
    scene = checker.scene
    with StoreProcess(scene.build, scene.process.data, scene.process.db, scene.arguments) as second:
        for row in [row for row in ROWS if row.name in AT_TWO]:
            call, key, answers = row.call(scene), new_key(), []
            scene.settle()
            clients = [scene.client[row.who], second.client(scene.client[row.who].token)]
            with scene.database.writes_held():
                threads = [threading.Thread(target=lambda c=client: answers.append(call.send(c, key=key))) for client in clients]
                for thread in threads:
                    thread.start()
                time.sleep(0.3)  # both are held by the database now; if not yet, it is only an easier case
            for thread in threads:
                thread.join()
            good = [answer for answer in answers if answer.status in row.done]
            first = [answer for answer in good if not answer.is_replay]
            rest = [answer for answer in answers if answer not in good]
            seen = [(answer.status, answer.problem, answer.is_replay) for answer in answers]
            checker.check(len(first) == 1 and all(told(answer) == told(first[0]) for answer in good)
                          and all(answer.problem == "idempotency-in-flight" for answer in rest), row, "two processes", seen)
        code = second.stop()
        if code != 0:
            checker.found(f"{checker.label}: the second process ended with {code}")


def form_cases(checker):
    """The customer's form carries its key in a hidden field."""
    scene, row = checker.scene, FORM
    order = scene.order(mails=True)
    scene.settle()
    customer, foreign = scene.customer(order["id"]), None
    fields = scene.form(customer)
    for case, broken in {"missing": {"operation": None}, "malformed": {"operation": "x"}, "no token": {"csrf": None},
                         "another form's token": {"csrf": scene.form(customer)["csrf"]}}.items():
        sent = {name: value for name, value in (fields | broken).items() if value is not None}
        answer = checker.unchanged(row, case, lambda s=sent: scene.submit(customer, s))
        checker.check(answer.status == 403, row, case, answer.status)
    other_order = scene.order(mails=True)
    scene.settle()
    foreign = scene.customer(other_order["id"])
    answer = checker.unchanged(row, "other principal, before", lambda: scene.submit(foreign, fields))
    checker.check(answer.status == 403, row, "other principal, before", answer.status)
    statuses = []
    with scene.database.writes_held():
        threads = [threading.Thread(target=lambda c=scene.visit(customer.link): statuses.append(scene.submit(c, fields).status)) for _ in range(3)]
        for thread in threads:
            thread.start()
    for thread in threads:
        thread.join()
    scene.settle()
    made = scene.read(order["id"])["cancellations"]
    checker.check(statuses == [303] * 3 and len(made) == 1, row, "in flight", f"{statuses} {len(made)} cancellations")
    checker.check(made[0]["operation"] == fields["operation"], row, "operation")
    return row, customer, foreign, fields


def form_again(checker, form, case):
    row, customer, foreign, fields = form
    scene = checker.scene
    ways = {"replay": (scene.visit(customer.link), fields), "other payload": (scene.visit(customer.link), fields | {"reason": "other"}),
            "other principal": (scene.visit(foreign.link), fields)}
    for way, (client, sent) in ways.items():
        answer = checker.unchanged(row, f"{way} {case}", lambda c=client, s=sent: scene.submit(c, s))
        wanted = 403 if way == "other principal" else 303
        checker.check(answer.status == wanted, row, f"{way} {case}", answer.status)


def play(scene, rows, label, found, is_control=False):
    """One round. The number of cases."""
    checker = Checker(scene, label, found)
    done = []
    for row in rows:
        call = row.call(scene)
        scene.settle()
        if not is_control:
            checker.refused(row, call)
            checker.two_headers(row, call)
        key = new_key()
        first = checker.first(row, call, key)
        scene.settle()
        done.append((row, call, key, first))
        if not is_control:
            checker.replays(row, call, key, first, "replay")
            checker.reused(row, call, key)
    form = None if is_control else form_cases(checker)
    if scene.process.db:
        two_processes(checker)
    ends = [scene.restart()]
    for row, call, key, first in done:
        checker.replays(row, call, key, first, "after restart", others=False)
    if form:
        form_again(checker, form, "after restart")
    ends.append(scene.restart(MONTH))
    for row, call, key, first in done:
        checker.replays(row, call, key, first, "after 30 days", others=False)
    if is_control:
        return checker.cases
    for row, call, key, first in done:
        checker.foreign(row, call, key, first)
    form_again(checker, form, "after 30 days")
    scene.settle()
    scene.database.execute("DELETE FROM idempotency")
    for row, call, key, _ in done:
        if row.is_safe_without_key:
            checker.pruned(row, call, key)
    ends.append(scene.stop())
    if any(ends):
        found(f"{label}: the store ended with {ends}")
    return checker.cases


def check_table(proof, routes):
    """Every mutating route has a row, and the table says of each what the row says."""
    rows = {row.name: row for row in ROWS}
    for route in routes:
        name = f"{route['method']} {route['path']}"
        if route["method"] in ("GET", "HEAD"):
            continue
        known = name in rows or name in EXEMPT or name == FORM.name
        proof.check(known, f"{name} has no row in the matrix")
        proof.check(route["needsIdempotencyKey"] == (name in rows), f"{name}: needsIdempotencyKey is {route['needsIdempotencyKey']}")
    served = {f"{route['method']} {route['path']}" for route in routes}
    for name in (*rows, *EXEMPT, FORM.name):
        proof.check(name in served, f"{name} has a row but no route")


def main():
    proof = Proof("idempotency", __doc__)
    cases, rounds = 0, 0
    with contextlib.ExitStack() as stack:
        cluster = stack.enter_context(PrivatePostgres())
        while cases < proof.n or rounds < 2:
            kind = ("sqlite", "postgres")[rounds % 2]
            db = cluster.new_database() if kind == "postgres" else None
            with Scene(proof.build, proof.work / f"round{rounds}", proof.random(rounds), db=db) as scene:
                if rounds == 0:
                    check_table(proof, scene.process.cli.routes())
                cases += play(scene, ROWS, f"{kind} round {rounds}", proof.violation)
            rounds += 1
            print(f"{kind}: {cases} cases", flush=True)
    caught = []
    with Scene(proof.build, proof.work / "control", proof.random("control"), env={"MC_PLANTED_BUG": "keys-forgotten-after-24h"}) as scene:
        some = [row for row in ROWS if row.name in ("PUT /v1/store/policy", "POST /v1/orders/{id}/shipments")]
        play(scene, some, "control", caught.append, is_control=True)
    proof.control("keys-forgotten-after-24h", bool(caught) and all("after 30 days" in one for one in caught))
    proof.figure("cases", cases)
    proof.figure("rounds", rounds)
    proof.figure("routes", len(ROWS) + 1)
    proof.close()


if __name__ == "__main__":
    main()
