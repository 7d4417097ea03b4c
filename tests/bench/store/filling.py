# SPDX-License-Identifier: Apache-2.0
"""A store full of generated orders: imported into SQLite, and taken from there, table by table, into PostgreSQL, so that
both hold the same rows. Nothing has left yet, so that every order can be cancelled."""
import contextlib
import csv
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess

from databases import PostgresContent, SqliteContent, postgres_programs
from store import Cli, environment

COLUMNS = ["Order ID", "Order date", "Customer", "E-mail", "Items", "Item status", "Payment status", "Currency", "Amount",
           "Tracking numbers", "Language", "Shipping address", "Payment method", "Shipping"]
LINE_COLUMNS = ["Line ID", "Line title", "Line SKU", "Line quantity", "Line cancelled", "Line price", "Line status"]
WITHOUT_MINOR = ("JPY", "KRW")  # of the currencies that the generator draws
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


class FilledStores:
    """Each size is imported once, into a folder that may outlive the run; every measurement gets a copy of its own."""

    def __init__(self, build, folder, seed):
        self.build, self.folder, self.seed = build, pathlib.Path(folder), seed
        self.peaks = {}

    def copy(self, count, data):
        """The data folder of a store with so many orders: the tool that looks after it on the command line."""
        kept = self._kept(count)
        if not kept.exists():
            self._import(count)
        shutil.copytree(kept, data)
        return Cli(self.build, data)

    def import_peak(self, count):
        """How many MiB the import had in memory at most, in this run."""
        if count not in self.peaks:
            self._import(count)
        return self.peaks[count]

    def _kept(self, count):
        return self.folder / f"store-{count}-{self.seed}"

    def _import(self, count):
        unfinished = self._kept(count).with_suffix(".unfinished")
        for folder in (unfinished, self._kept(count)):
            shutil.rmtree(folder, ignore_errors=True)
        unfinished.mkdir(parents=True)
        self.peaks[count] = _fill(self.build, unfinished, count, self.seed)
        unfinished.rename(self._kept(count))


def _fill(build, data, count, seed):
    """Peak of the import's memory, MiB."""
    cli = Cli(build, data)
    cli.add_store("Bench")
    file = data / "orders.csv"
    _write_orders(build, file, count, seed)
    importer = subprocess.Popen([str(cli.program), "import", str(file), *cli.where()], env=environment(), stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(importer.pid, 0)
    if status != 0:
        raise RuntimeError(f"the import ended with {status}")
    file.unlink()
    return usage.ru_maxrss / 1024


def _write_orders(build, file, count, seed):
    command = [str(build / "bin" / "mc_generate"), "--n", str(count), "--seed", str(seed)]
    with open(file, "w", encoding="utf-8", newline="") as out, subprocess.Popen(command, stdout=subprocess.PIPE) as generator:
        sheet = csv.writer(out)
        sheet.writerow(COLUMNS + LINE_COLUMNS)
        for line in generator.stdout:
            sheet.writerows(_records(json.loads(line)))
    if generator.returncode != 0:
        raise RuntimeError("mc_generate failed")


def _records(order):
    """The first has everything, each further one only its line."""
    def amount(minor):
        return minor if order["currency"] in WITHOUT_MINOR else f"{minor // 100}.{minor % 100:02}"

    customer = order["customer"]
    head = [order["number"], order["placedAt"], customer["name"], customer["email"], "", "not_shipped", "paid", order["currency"],
            amount(order["totalMinor"]), "", customer["language"], "\n".join(order["shippingAddress"]), order["payment"]["method"],
            amount(order["shippingMinor"])]
    for line in order["lines"]:
        yield [*head, line["id"], line["title"], line["sku"], line["quantity"], 0, amount(line["unitPriceMinor"]), "not_shipped"]
        head = [order["number"], *[""] * (len(COLUMNS) - 1)]


def copy_to_postgres(cli, url):
    """What is in the SQLite file also in this empty database; the tool for the same folder with that database."""
    other = Cli(cli.program.parents[1], cli.data, url)
    other.run("store", "add", "Bench")  # makes the tables
    source, target = SqliteContent(cli.data / "store.sqlite"), PostgresContent(url)
    tables = [table for table in target.tables() if table in source.tables()]
    target.execute("TRUNCATE " + ", ".join(tables))
    for table in tables:
        _copy_table(source.file, url, table)
    target.execute("VACUUM ANALYZE")
    return other


def _copy_table(file, url, table):
    with contextlib.closing(sqlite3.connect(file)) as connection:
        rows = connection.execute(f'SELECT * FROM "{table}"')
        columns = ", ".join(column[0] for column in rows.description)
        # As a replica it does not look for the row that a foreign key names, which may not have come yet.
        program = [str(postgres_programs() / "psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1",
                   "-c", f'COPY "{table}" ({columns}) FROM STDIN', url]
        with subprocess.Popen(program, stdin=subprocess.PIPE, text=True, encoding="utf-8",
                              env=os.environ | {"PGOPTIONS": "-c session_replication_role=replica"}) as psql:
            for row in rows:
                psql.stdin.write("\t".join(value.translate(ESCAPES) if isinstance(value, str) else str(value) for value in row) + "\n")
    if psql.returncode != 0:
        raise RuntimeError(f"{table} could not be copied")
