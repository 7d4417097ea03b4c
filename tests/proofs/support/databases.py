# SPDX-License-Identifier: Apache-2.0
"""The store's databases from outside: what is in them, as rows and as a digest, and a PostgreSQL of one's own."""
import contextlib
import hashlib
import itertools
import os
import pathlib
import pwd
import shutil
import sqlite3
import subprocess
import tempfile

from limits import LIMIT, wait_for


class SqliteContent:
    """The store's database file, read from beside the running store."""

    def __init__(self, file):
        self.file = pathlib.Path(file)

    def rows(self, sql, *values):
        with contextlib.closing(sqlite3.connect(self.file, timeout=30)) as connection:
            return connection.execute(sql, values).fetchall()

    def execute(self, sql, *values):
        with contextlib.closing(sqlite3.connect(self.file, timeout=30)) as connection, connection:
            return connection.execute(sql, values).rowcount

    def tables(self):
        return sorted(name for (name,) in self.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))

    def dump(self, without=()):
        """All rows of all tables as text, sorted: {table: [row, …]}."""
        return {table: sorted(map(repr, self.rows(f'SELECT * FROM "{table}"'))) for table in self.tables() if table not in without}

    def digest(self, without=()):
        return hashlib.sha256(repr(self.dump(without)).encode()).hexdigest()

    @contextlib.contextmanager
    def writes_held(self):
        """As long as this lasts no writer gets on."""
        with contextlib.closing(sqlite3.connect(self.file, timeout=30, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            finally:
                connection.execute("ROLLBACK")


class PostgresContent:
    """The same for PostgreSQL, through psql."""

    def __init__(self, url):
        self.url = url
        self.command = [str(postgres_programs() / "psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-A", "-t"]
        self.process = None

    def __del__(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def _run(self, sql):
        """One psql for all: a new one each time would be most of a proof's time."""
        if self.process is None:
            self.process = subprocess.Popen([*self.command, "-F", "\x1f", "-R", "\x1e", self.url], stdin=subprocess.PIPE,
                                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.process.stdin.write(f"{sql};\n\\echo \x1d\n".encode())
        self.process.stdin.flush()
        data = b""
        while not data.endswith(b"\x1d\n"):
            piece = os.read(self.process.stdout.fileno(), 1 << 20)
            if not piece:
                raise RuntimeError(f"psql refused: {sql[:300]}")
            data += piece
        return data[:-2].decode().rstrip("\n")

    def rows(self, sql, *values):
        """Numbers as int, the rest as text. Values are ids of the proof's own making, so plain quoting is enough."""
        text = self._run(_filled(sql, values))
        return [tuple(int(field) if field.lstrip("-").isdigit() else field for field in row.split("\x1f"))
                for row in text.split("\x1e") if row]

    def execute(self, sql, *values):
        self._run(_filled(sql, values))

    def tables(self):
        return sorted(row[0] for row in self.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))

    def dump(self, without=()):
        return {table: sorted(self._run(f'SELECT t::text FROM "{table}" t').split("\x1e"))
                for table in self.tables() if table not in without}

    def digest(self, without=()):
        """In one query: a psql for each table would take its time."""
        parts = [f"SELECT '{table}', md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM \"{table}\" t"
                 for table in self.tables() if table not in without]
        return hashlib.sha256(self._run(" UNION ALL ".join(parts) + " ORDER BY 1").encode()).hexdigest()

    @contextlib.contextmanager
    def writes_held(self):
        with subprocess.Popen([*self.command, self.url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as held:
            try:
                held.stdin.write("BEGIN; LOCK TABLE orders, store, idempotency IN EXCLUSIVE MODE; SELECT 'held';\n")
                held.stdin.flush()
                held.stdout.readline()
                yield
            finally:
                held.stdin.close()
                held.wait(LIMIT)


def _filled(sql, values):
    parts = sql.split("?")
    quoted = [str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'" for value in values]
    return "".join(part + value for part, value in itertools.zip_longest(parts, quoted, fillvalue=""))


def postgres_programs():
    """The folder with initdb, postgres and psql."""
    chosen = [pathlib.Path(os.environ["MC_POSTGRES_BIN"])] if "MC_POSTGRES_BIN" in os.environ else []
    versions = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    paths = [pathlib.Path(path) for path in os.environ.get("PATH", "").split(os.pathsep)]
    for folder in chosen + versions + paths:
        if (folder / "initdb").exists():
            return folder
    raise RuntimeError("PostgreSQL is not installed: run \"apt-get install postgresql\".")


class PrivatePostgres:
    """A PostgreSQL of its own in a private folder, on a Unix socket only. Ends with this object or its process. Nothing is
    durable in it, unless these settings say otherwise."""

    def __init__(self, settings=()):
        self.settings = tuple(settings)
        # The path of a socket may have 107 bytes at most, so the folder is not below the work folder.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="mcpg-", dir="/tmp"))
        self.server, self.count = None, 0
        self.programs = postgres_programs()

    def _as_postgres(self, *command):
        if os.geteuid() != 0:
            return list(map(str, command))
        return ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--pdeathsig=INT", *map(str, command)]

    def start(self):
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            os.chown(self.folder, pwd.getpwnam("postgres").pw_uid, -1)
        data = self.folder / "data"
        init = self._as_postgres(self.programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
                                 "--no-locale", "--no-sync")
        subprocess.run(init, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=LIMIT, check=True, cwd="/")
        settings = ("listen_addresses=", "fsync=off", "max_connections=200", "unix_socket_permissions=0777",
                    "logging_collector=off", *self.settings)
        command = self._as_postgres(self.programs / "postgres", "-D", data, "-k", self.folder,
                                    *itertools.chain.from_iterable(("-c", setting) for setting in settings))
        with open(self.folder / "server.log", "wb") as log:
            self.server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/")
        wait_for(self._answers, "PostgreSQL")
        return self

    def _answers(self):
        if self.server.poll() is not None:
            raise RuntimeError("PostgreSQL ended: " + (self.folder / "server.log").read_text(errors="replace")[-2000:])
        return subprocess.run([str(self.programs / "pg_isready"), "-q", "-h", str(self.folder), "-U", "postgres"],
                              check=False).returncode == 0

    def new_database(self, template=None):
        """The address of a new database, empty or with what is in that other one, to which nobody may be connected."""
        self.count += 1
        name = f"t{self.count}"
        like = f" TEMPLATE {self.name_of(template)}" if template else ""
        PostgresContent(self._url("postgres")).execute(f"CREATE DATABASE {name}{like}")
        return self._url(name)

    @staticmethod
    def name_of(url):
        return url.split("/")[3].split("?")[0]

    def _url(self, name):
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def stop(self):
        if self.server is not None:
            self.server.send_signal(2)  # fast shutdown
            try:
                self.server.wait(LIMIT)
            except subprocess.TimeoutExpired:
                self.server.kill()
                self.server.wait(LIMIT)
            self.server = None
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self if self.server else self.start()

    def __exit__(self, *_):
        self.stop()
