# SPDX-License-Identifier: Apache-2.0
"""Row 10: how many cancellations a second are taken, each answered when it is durable, against the same statements without
a store: on SQLite recorded and run again in the same transactions, on PostgreSQL by pgbench.

A cancellation is processed a day later here: what is counted is the taking. Each round uses the store and then the
database alone; what counts is the median."""
import contextlib
import json
import os
import pathlib
import random
import re
import shutil
import statistics
import struct
import subprocess
import tempfile

import clients
import filling
from bench import processor_seconds
from databases import PostgresContent, PrivatePostgres, SqliteContent, postgres_programs
from store import StoreProcess

CLIENTS, TOKENS = 64, 8
ROUNDS, SQLITE_ROUNDS = 3, 5
FIRST_KEY = 10 ** 15  # a key has 16 characters or more
SCRIPT = pathlib.Path(__file__).with_name("cancellation.pgbench")
CONNECTIONS = (CLIENTS, 4)  # of the floor; as many as there are clients, and as many as the store has for writing
PARTS = 1 + len(CONNECTIONS)  # of the orders: for the store, and for each of those
BODY = json.dumps({"reasonCode": "out_of_stock"})
ARGUMENTS = ["--processing-delay", "86400", "--token-requests", "1000"]
TABLES = ("cancellation", "idempotency", "change", "audit", "effect", "orders")
DURABLE = ("fsync=on", "max_wal_size=4GB")


def run(bench):
    with tempfile.TemporaryDirectory(prefix="storebench-") as folder:
        base = pathlib.Path(folder) / "base"
        cli = bench.stores.copy(bench.n, base)
        orders = [id_ for id_, in SqliteContent(base / "store.sqlite").rows("SELECT id FROM orders WHERE fulfilment = 'open' AND hold = ''")]
        random.Random(1).shuffle(orders)
        on_postgres(bench, cli, orders)
        on_sqlite(bench, cli, orders[:min(10_000, len(orders) // 2)])


def cancel(process, tokens, orders, first):
    """How quickly the store took them; RuntimeError unless it took each. The keys are numbers, so that pgbench can count them."""
    requests = [clients.post(process.address, f"/v1/orders/{order}/cancellations", tokens[i % TOKENS], first + i, BODY)
                for i, order in enumerate(orders)]
    before, used = cancellations(process.database()), processor_seconds(process.pid)
    seconds, statuses, times = clients.run(process.address, requests, CLIENTS)
    used = processor_seconds(process.pid) - used
    added = cancellations(process.database()) - before
    if statuses != {202: len(orders)} or added != len(orders):
        raise RuntimeError(f"{len(orders)} cancellations: answers {dict(statuses)}, rows {added}")
    return {"rate": len(orders) / seconds, "processor_ms": 1000 * used / len(orders), "p95_ms": 1000 * times[len(times) * 95 // 100]}


def cancellations(database):
    return database.rows("SELECT COUNT(*) FROM cancellation")[0][0]


def report(bench, name, ours, floors, **further):
    """Medians of the rounds; all rounds are kept in the file. The ratio is that of neighbours: other work comes and goes."""
    value, floor = statistics.median(one["rate"] for one in ours), statistics.median(one["rate"] for one in floors)
    ratio = statistics.median(one["rate"] / other["rate"] for one, other in zip(ours, floors))
    processor, late = (statistics.median(one[key] for one in ours) for key in ("processor_ms", "p95_ms"))
    bench.result(f"cancellations-{name}", f"10: a second, {CLIENTS} clients, p95 {late:.0f} ms, {processor:.2f} ms of processor each",
                 value=value, floor=floor, ratio=ratio, bar=0.6, more_is_better=True, unit="1/s",
                 rounds=[{"store": one, "floor": other} for one, other in zip(ours, floors)], **further)


# SQLite

def on_sqlite(bench, cli, orders):
    tokens = [cli.add_token(f"bench {i}", "cancellations:write") for i in range(TOKENS)]
    folder = cli.data.parent
    recording = folder / "recording"
    with _copy(cli.data, folder / "recorded") as data:
        with _store(bench, data, {"LD_PRELOAD": str(bench.build / "bin" / "mc_recorder.so"), "MC_RECORDING": str(recording)}) as process:
            cancel(process, tokens, orders, FIRST_KEY)
            if (code := process.stop()) != 0:
                raise RuntimeError(f"the store that was recorded ended with {code}")
        expected = _left(data)
    ours, floors = [], []
    for _ in range(SQLITE_ROUNDS):
        with _copy(cli.data, folder / "measured") as data, _store(bench, data) as process:
            began = _commits(data)
            ours.append(cancel(process, tokens, orders, FIRST_KEY))
            ours[-1]["group"] = len(orders) / (_commits(data) - began)
            process.stop()
        with _copy(cli.data, folder / "replayed") as data:
            floors.append(_replay(bench, recording, data))
            if _left(data) != expected:
                raise RuntimeError("what was recorded has left something else when it was run again")
    groups = [statistics.median(one["group"] for one in side) for side in (ours, floors)]
    print(f"sqlite: {groups[0]:.1f} cancellations a transaction in the store, {groups[1]:.1f} in the floor")
    report(bench, "sqlite", ours, floors, group=groups[0], floor_group=groups[1])


def _replay(bench, recording, data):
    command = [str(bench.build / "bin" / "mc_replay"), "--recording", str(recording), "--database", str(data / "store.sqlite")]
    played = json.loads(subprocess.run(command, stdout=subprocess.PIPE, timeout=600, check=True).stdout)
    return {"rate": played["cancellations"] / played["seconds"], "group": played["cancellations"] / played["transactions"]}


@contextlib.contextmanager
def _copy(source, target):
    """On the disk before it is used: writing it out must not fall into what is measured."""
    shutil.copytree(source, target)
    os.sync()
    yield target
    shutil.rmtree(target)


@contextlib.contextmanager
def _store(bench, data, env=None, db=None):
    with StoreProcess(bench.build, data, db, ARGUMENTS, env) as process:
        yield process


def _commits(data):
    """How many transactions have been committed, as the index of SQLite's log counts them (iChange of WalIndexHdr)."""
    with open(data / "store.sqlite-shm", "rb") as file:
        return struct.unpack("3I", file.read(12))[2]


def _left(data):
    """What a run has left, all that names an order's new state in it."""
    content = SqliteContent(data / "store.sqlite")
    tables = [content.rows(f"SELECT * FROM {table}") for table in ("cancellation", "feed", "audit", "idempotency")]
    return tables, content.rows("SELECT id, version, document FROM orders WHERE hold <> ''")


# PostgreSQL

def on_postgres(bench, cli, orders):
    count = min(5_000, len(orders) // (PARTS * ROUNDS + 1)) // CLIENTS * CLIENTS
    with PrivatePostgres(DURABLE) as server:
        url = server.new_database()
        cli = filling.copy_to_postgres(cli, url)
        tokens = [cli.add_token(f"bench {i}", "cancellations:write") for i in range(TOKENS)]
        parts = [orders[i * count:(i + 1) * count] for i in range(PARTS * ROUNDS)]
        firsts = [FIRST_KEY + i * count for i in range(PARTS * ROUNDS)]
        prepare_script(bench, server, cli, tokens, sum(parts[ROUNDS:], []), orders[-1], firsts[ROUNDS])
        database, constants = PostgresContent(url), _constants(url)
        ours, floors = [], []
        for i in range(ROUNDS):
            with _effects(database, count) as by_store, _store(bench, cli.data, db=url) as process:
                ours.append(cancel(process, tokens, parts[i], firsts[i]))
            with _effects(database, 2 * count) as by_script:
                rates = {connections: _pgbench(url, connections, count, constants | {"first": firsts[ROUNDS + 2 * i + place]})
                         for place, connections in enumerate(CONNECTIONS)}
            if by_store != by_script:
                raise RuntimeError(f"the script is not what the store does: {by_script} rows for one, not {by_store}")
            floors.append({"rate": max(rates.values()), "by_connections": rates})
        report(bench, "postgres", ours, floors, floor_connections=max(CONNECTIONS, key=lambda one: statistics.median(
            floor["by_connections"][one] for floor in floors)))


def prepare_script(bench, server, cli, tokens, orders, another, first):
    """Has a store take these cancellations on a copy, and puts what it wrote where the script finds its values."""
    base = PostgresContent(cli.db)
    before = base.rows("SELECT position FROM feed")[0][0]
    del base  # a template may have no connections
    donor = server.new_database(cli.db)
    content = PostgresContent(donor)
    _compare_statements(bench, server, cli, tokens, donor, another)
    with _store(bench, cli.data, db=donor) as process:
        cancel(process, tokens, orders, first)
    content.execute(
        "CREATE TABLE bench_cancellation AS SELECT c.operation AS key, c.order_id, c.fingerprint AS asked_fingerprint, c.reason_code, "
        "c.requested_at, c.not_before, o.source_version, o.version, o.version - 1 AS before, o.hold, o.fulfilment, o.payment, "
        "o.document AS new_document, i.headers, i.body, h.tag, a.actor_id AS actor, "
        "a.detail, a.hash FROM cancellation c JOIN orders o ON o.store_id = c.store_id AND o.id = c.order_id "
        "JOIN idempotency i ON i.key = c.operation JOIN change h ON h.order_id = c.order_id AND h.position > ? "
        "JOIN audit a ON a.object = c.id", before)
    psql, pg_dump = (str(postgres_programs() / name) for name in ("psql", "pg_dump"))
    with subprocess.Popen([pg_dump, "--table=bench_cancellation", donor], stdout=subprocess.PIPE) as dump:
        subprocess.run([psql, "-X", "-q", "-v", "ON_ERROR_STOP=1", cli.db], stdin=dump.stdout, stdout=subprocess.DEVNULL, check=True)
    content.execute("DROP TABLE bench_cancellation")
    base = PostgresContent(cli.db)
    base.execute("ALTER TABLE bench_cancellation ADD PRIMARY KEY (key)")
    base.execute("VACUUM ANALYZE bench_cancellation")
    if (found := base.rows("SELECT COUNT(*) FROM bench_cancellation")[0][0]) != len(orders) + 1:
        raise RuntimeError(f"values for {found} cancellations, not {len(orders) + 1}")


def _compare_statements(bench, server, cli, tokens, donor, order):
    """RuntimeError unless the script asks of the same tables, in the same order, as a store that is being listened to."""
    PostgresContent(donor).execute(f"ALTER DATABASE {server.name_of(donor)} SET log_statement = 'all'")
    log = server.folder / "server.log"
    with _store(bench, cli.data, db=donor) as process:
        answer = process.client(tokens[0]).request("POST", f"/v1/orders/{order}/cancellations", BODY.encode(), key=str(2 * FIRST_KEY))
        if answer.status != 202:
            raise RuntimeError(f"a cancellation that was listened to: {answer.status}")
    PostgresContent(donor).execute(f"ALTER DATABASE {server.name_of(donor)} RESET log_statement")
    asked = _asked(log.read_text(errors="replace"))
    script = [_shape(line) for line in SCRIPT.read_text().splitlines() if not line.startswith(("--", "\\"))]
    if asked != script:
        raise RuntimeError(f"the store asks {asked}, the script {script}")


def _asked(log):
    """The shapes of the statements in the one transaction of this log that takes a cancellation."""
    transactions, texts = {}, {}
    for line in log.splitlines():
        if entry := re.search(r" \[(\d+)\] (?:LOG:  statement|DETAIL:  prepare): (.*)", line):
            process, sql = entry.groups()
            if prepared := re.match(r"PREPARE (\w+) AS (.*)", sql):
                texts[process, prepared[1]] = prepared[2]
                continue
            if sql == "BEGIN":
                transactions[process] = []
            executed = re.match(r"EXECUTE (\w+)", sql)
            transactions.setdefault(process, []).append(_shape(texts.get((process, executed[1]), "") if executed else sql))
            if sql == "COMMIT" and any(one.startswith("INSERT cancellation") for one in transactions[process]):
                return transactions[process]
    raise RuntimeError("no cancellation in PostgreSQL's log")


def _shape(sql):
    """"SELECT staff session", "UPDATE feed: position tag": what it does, to which of the store's tables and columns."""
    tables = re.findall(r"\b(?:FROM|JOIN|INTO|^UPDATE) (\w+)", sql)
    listed = re.search(r"\(([^)]*)\) VALUES", sql)
    written = listed[1].split(", ") if listed else re.findall(r"(\w+) = ", sql.partition(" WHERE ")[0]) if sql.startswith("UPDATE") else []
    words = [re.match(r"\w+", sql)[0], *(table for table in tables if table != "bench_cancellation")]
    return " ".join(words) + "".join(f": {' '.join(written)}" for _ in written[:1])


def _constants(url):
    """What is the same in every cancellation, as pgbench's variables."""
    content = PostgresContent(url)
    store, token, hash_ = content.rows("SELECT store_id, id, token_hash FROM api_token ORDER BY created_at DESC LIMIT 1")[0]
    return {"store": store, "token": hash_, "principal": f"token:{token}", "route": "POST /v1/orders/{id}/cancellations",
            "fingerprint": "0" * 64, "now": content.rows("SELECT created_at FROM api_token LIMIT 1")[0][0]}


def _pgbench(url, connections, count, variables):
    each = count // connections
    variables |= {"each": each, "turn": -1}
    command = [str(postgres_programs() / "pgbench"), "--no-vacuum", "-M", "prepared", "-c", str(connections), "-j", "2", "-t", str(each),
               "-f", str(SCRIPT), *(f"-D{name}={value}" for name, value in variables.items()), url]
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=600, check=True).stdout
    if f"processed: {count}/{count}" not in said:
        raise RuntimeError(f"pgbench has not done everything: {said}")
    return float(re.search(r"tps = ([\d.]+) \(without initial", said)[1])


@contextlib.contextmanager
def _effects(database, count):
    """Filled at the end: rows more for one cancellation, and by how much the orders' versions have risen for it."""
    database.execute("CHECKPOINT")  # so that nobody pays for what was written before
    before, effects = _sums(database), {}
    yield effects
    effects |= {name: (after - was) / count for (name, after), was in zip(_sums(database).items(), before.values())}


def _sums(database):
    counts = {table: database.rows(f"SELECT COUNT(*) FROM {table}")[0][0] for table in TABLES}
    return counts | {"versions": database.rows("SELECT SUM(version) FROM orders")[0][0],
                     # Not the feed's positions: in the store those that wait share one.
            "audited": database.rows("SELECT SUM(audit_sequence) FROM feed")[0][0]}
