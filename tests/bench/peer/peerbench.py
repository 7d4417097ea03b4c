#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Row 16: merchant-store against a real Vendure on the same orders of the same run: a list of 100 orders and a cancellation,
one at a time and 16 at once. Wall time as a client sees it, and what the servers' processors did for each.

The two take turns, so that what else the machine does meets both. Fails only over twice a bar."""
import argparse
import pathlib
import random
import sys
import time

TESTS = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TESTS / "proofs" / "support"), str(TESTS / "bench" / "support")]
from bench import TOP, Bench, is_at_rest  # noqa: E402
from limits import wait_for  # noqa: E402
from load import Run, send  # noqa: E402
from sides import TABLE, WHOLE, Ours, Vendure  # noqa: E402

TURNS = 4
WIDTH = 16
LIST_BAR, CANCEL_BAR = 50, 20
WARM_UP = 30  # requests before any is measured
SNAPSHOT_PAGE = 250  # a list of 100 is what a snapshot's last page has


class Side:
    """Requests to one server, in as many turns. Where an answer is not the end of it, `outcome()` waits for that."""

    def __init__(self, server, requests, is_good, outcome=None):
        self.server, self.requests, self.is_good, self.outcome = server, requests, is_good, outcome
        self.run, self.processor, self.settled_seconds = Run(), 0.0, 0.0

    def turn(self, number, width):
        wait_for(lambda: is_at_rest(self.server.processor_seconds), "a server at rest")
        used = self.server.processor_seconds()
        run = send(self.server.port, self.requests[number::TURNS], width, self.is_good)
        began = time.perf_counter()
        if self.outcome:
            self.outcome()
        self.settled_seconds += run.seconds + time.perf_counter() - began
        self.processor += self.server.processor_seconds() - used
        self.run += run

    def figures(self, prefix=""):
        """Milliseconds, but for count and per_second. cpu is the server's; settled is wall time, shared by all, until nothing
        is left to do."""
        count = len(self.run.times)
        figures = {key: self.run.percentile(part) for key, part in (("median", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1))}
        figures |= {"count": count, "per_second": count / self.run.seconds, "cpu": self.processor * 1000 / count,
                    "settled": self.settled_seconds * 1000 / count}
        return {prefix + key: value for key, value in figures.items()}


def compare(bench, name, what, sides, bar=None, width=1):
    """`sides`: the peer's and ours. One at a time by the median, several at once by how many are answered in a second."""
    for number in range(TURNS):
        for side in sides:
            side.turn(number, width)
    peer, ours = sides[0].figures(), sides[1].figures()
    by, unit = ("median", "ms") if width == 1 else ("per_second", "1/s")
    wall = peer["median"] / ours["median"] if width == 1 else ours["per_second"] / peer["per_second"]
    settled = peer["settled"] / ours["settled"] if sides[1].outcome else None
    bench.result(name, f"16: {what}, {width} at once; the floor is Vendure's", value=ours[by], floor=peer[by], unit=unit, ratio=wall, wall_ratio=wall,
                 cpu_ratio=peer["cpu"] / ours["cpu"], settled_ratio=settled, bar=bar, more_is_better=True, **ours, **sides[0].figures("peer_"))
    for who, row in (("Vendure", peer), ("ours", ours)):
        print(f"    {who:<8}" + "  ".join(f"{key} {value:.4g}" for key, value in row.items()), flush=True)


def lists(bench, peer, ours):
    def sides(count, fields=TABLE):
        return Side(peer, [peer.list_request(fields)] * count, peer.is_list), Side(ours, [ours.list_request()] * 10 * count, ours.is_list)

    count = bench.arguments.lists
    for side in sides(WARM_UP):
        send(side.server.port, side.requests, 1, side.is_good)
    compare(bench, "peer-list", "100 orders as a table shows them", sides(count), LIST_BAR)
    compare(bench, f"peer-list-{WIDTH}", "100 orders as a table shows them", sides(count), LIST_BAR, WIDTH)
    compare(bench, "peer-list-whole", "100 orders with all that ours gives of each", sides(count // 2, WHOLE))


def cancels(bench, peer, ours, orders):
    """Vendure's answer is the outcome, without money or mail. Ours says that the request is on disk; the decision, restocking,
    the task to refund and the mail are written beside the next requests: they are in cpu and settled."""
    def sides(chosen):
        return (Side(peer, [peer.cancel_request(order) for order in chosen], peer.is_cancelled),
                Side(ours, [ours.cancel_request(order) for order in chosen], ours.is_cancelled, ours.settle))

    random.Random(bench.arguments.seed).shuffle(orders)
    count = bench.arguments.cancels
    for side in sides(orders[3 * count:3 * count + WARM_UP]):
        send(side.server.port, side.requests, 1, side.is_good)
    ours.settle()
    compare(bench, "peer-cancel", "a cancellation until the answer that it is on disk", sides(orders[:count]), CANCEL_BAR)
    compare(bench, f"peer-cancel-{WIDTH}", "a cancellation until the answer that it is on disk", sides(orders[count:3 * count]), CANCEL_BAR, WIDTH)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--n", type=int, default=2100, help="orders of each; as many more as make a snapshot's last page one of 100")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lists", type=int, default=200, help="lists that Vendure is asked for")
    parser.add_argument("--cancels", type=int, default=200, help="cancellations one at a time; twice as many at once")
    parser.add_argument("--build", type=pathlib.Path, default=TOP / "build" / "release")
    parser.add_argument("--out", type=pathlib.Path, default=TOP / "build" / "bench")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="private, with an empty folder \"vendure\"")
    bench = Bench(parser.parse_args())
    bench.n = max(bench.n, 3 * bench.arguments.cancels + WARM_UP)
    bench.n += (100 - bench.n) % SNAPSHOT_PAGE
    work = bench.arguments.work
    peer = ours = None
    try:
        print(f"placing {bench.n} orders in Vendure, about eight a second …", flush=True)
        peer = Vendure(work / "vendure", bench.n, bench.arguments.seed)
        orders = peer.orders()
        assert len(orders) == bench.n and all(order["state"] == "PaymentSettled" for order in orders), len(orders)
        print(f"placed in {peer.placing:.0f} s; sending them to merchant-store …", flush=True)
        ours = Ours(bench.build, work / "store")
        ours.bring_in(orders)
        lists(bench, peer, ours)
        cancels(bench, peer, ours, orders)
        (work / "done").touch()
    finally:
        for server in (ours, peer):
            if server is not None:
                server.stop()
    return 1 if bench.has_failed else 0


if __name__ == "__main__":
    sys.exit(main())
