#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Text from outside stays text: --n payloads (all known tricks, then random mixtures of them) in every field.

Windows: labels, tool tips, messages, notifications, models, accessible names, painted words and pictures of the console
(prove_inert_windows). Pages and mails: their structure must be that of a harmless order, by an HTML parser for all and by
Chromium for one page of each payload; no request, no script. Mail headers keep their number, plain mails their controls
out. CSV: no cell that a spreadsheet runs. All the while a file and a socket, which payloads name, are watched: nobody
opens the one or calls the other. Nothing is printed by the console, so there is no printed page.

Control: one label that guesses whether its text is markup."""
import csv
import ctypes
import html.parser
import io
import json
import os
import pathlib
import random
import re
import shutil
import socket
import struct
import subprocess
import sys
import threading
import unicodedata
import zlib

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
sys.path.insert(0, str(HERE))
import payloads  # noqa: E402
from proof import Proof  # noqa: E402

LEAST = 200
FORMULA = "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20"
IN_ACCESS, IN_OPEN = 0x1, 0x20


def red_image(path):
    """200 × 200 pixels of a colour that no theme has."""
    row = b"\0" + bytes((0xFE, 0x01, 0xDC)) * 200
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))  # noqa: E731
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 200, 200, 8, 2, 0, 0, 0))
                     + chunk(b"IDAT", zlib.compress(row * 200)) + chunk(b"IEND", b""))


class Traps:
    """A file and a port that nothing may touch."""

    def __init__(self, folder):
        folder.mkdir(parents=True)
        self.image = folder / "canary.png"
        red_image(self.image)
        libc = ctypes.CDLL("libc.so.6", use_errno=True)
        self.notify = libc.inotify_init1(os.O_NONBLOCK)
        if self.notify < 0 or libc.inotify_add_watch(self.notify, str(self.image).encode(), IN_ACCESS | IN_OPEN) < 0:
            raise OSError(ctypes.get_errno(), "the canary file cannot be watched")
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.calls = 0
        threading.Thread(target=self.count, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}/"

    def count(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.calls += 1
            connection.close()

    def opened(self):
        """Whether somebody has opened the file since the last question."""
        try:
            return bool(os.read(self.notify, 65536))
        except BlockingIOError:
            return False

    def selftest(self):
        """A trap that never springs proves nothing."""
        self.image.read_bytes()
        socket.create_connection(self.listener.getsockname()).close()
        sprung = self.opened()
        for _ in range(100):
            if self.calls:
                break
            threading.Event().wait(0.02)
        sprung = sprung and self.calls == 1
        self.calls = 0
        return sprung


class Structure(html.parser.HTMLParser):
    """Tags with the names of their attributes, and addresses."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.addresses, self.words = [], [], []

    def handle_starttag(self, tag, attributes):
        self.parts.append(f"{tag}({' '.join(sorted(name for name, _ in attributes))})")
        self.addresses += [value or "" for name, value in attributes if name in ("href", "src", "action", "background", "style")]

    def handle_endtag(self, tag):
        self.parts.append(f"/{tag}")

    def handle_data(self, data):
        self.words.append(data)

    def handle_comment(self, data):
        self.parts.append("comment")

    def handle_decl(self, decl):
        self.parts.append("declaration")

    def unknown_decl(self, data):
        self.parts.append("unknown")

    @classmethod
    def of(cls, path):
        parser = cls()
        parser.feed(path.read_text(encoding="utf-8"))
        parser.close()
        return parser


def harmless_address(address, traps):
    return (re.match(r"^(/|https://orders\.example/o/TOKEN$|mailto:|#|store\.css)", address) is not None and not address.startswith("//")
            and str(traps.image) not in address.split("?")[0]) or address == ""


def controls_in(text, allowed):
    return [f"U+{ord(c):04X}" for c in set(text) if c not in allowed
            and (unicodedata.category(c) == "Cc" or 0x202A <= ord(c) <= 0x202E or ord(c) in (0x2066, 0x2067, 0x2028, 0x2029))]


class Inert:
    def __init__(self, proof):
        self.proof = proof
        self.traps = Traps(proof.work / "traps")
        listed = payloads.fixed(str(self.traps.image), self.traps.url, "127.0.0.1")
        count = max(proof.n, LEAST)
        chooser = random.Random(f"{proof.seed}/inert")
        # The first round has every known trick; later ones, with other seeds, mixtures of them.
        if proof.seed != 1:
            listed = payloads.mixed(listed, chooser, len(listed))
        self.payloads = listed + payloads.mixed(listed, chooser, max(0, count - len(listed)))
        if proof.seed != 1:
            self.payloads = self.payloads[:count]
        (proof.work / "payloads.json").write_text(json.dumps(self.payloads))
        # Long or not, what a person may type is bounded by the store; the windows get it all the same.
        proof.figure("payloads", len(self.payloads))

    def call(self, program, count, bug=None):
        command = [str(self.proof.build / "proofs" / program), "--n", str(count), "--seed", str(self.proof.seed), "--work", str(self.proof.work)]
        # Little is kept of freed memory, for the reason that tests/proofs/run.py gives.
        environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8", TZ="UTC", MC_PLANTED_BUG=bug or "",
                           ASAN_OPTIONS="detect_leaks=0:malloc_context_size=2:quarantine_size_mb=16")
        if not bug:
            environment.pop("MC_PLANTED_BUG")
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, timeout=600, check=False)
        return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")

    def touched(self, what):
        if self.traps.opened():
            self.proof.violation(f"{what}: the canary file was opened")
        if self.traps.calls:
            self.proof.violation(f"{what}: {self.traps.calls} calls at the canary's port")
            self.traps.calls = 0

    def windows(self):
        code, out, errors = self.call("prove_inert_windows", len(self.payloads))
        closing = next((json.loads(line) for line in reversed(out.splitlines()) if line.startswith("{")), None)
        if closing is None or code not in (0, 1):
            self.proof.violation(f"prove_inert_windows ended with {code}: {errors[-800:]}")
            return
        for line in out.splitlines():
            if line.startswith("VIOLATION "):
                self.proof.violation(line[10:])
        self.proof.check(closing["violations"] <= 20, f"{closing['violations']} kinds of mistakes in the windows")
        # A walk that met nothing proves nothing.
        self.proof.check(closing["texts"] > 50 * len(self.payloads), f"only {closing['texts']} texts were looked at")
        for dialog in ("cancel_windows", "decline_windows"):
            self.proof.check(closing[dialog] == len(self.payloads), f"{closing[dialog]} {dialog} were opened")
        for figure in ("texts", "pictures", "places", "cancel_windows", "decline_windows"):
            self.proof.figure(figure, closing[figure])
        self.touched("windows")

    def control(self):
        code, out, _ = self.call("prove_inert_windows", 3, "autotext-label")
        self.proof.control("autotext-label", "not plain text" in out)
        self.traps.opened()
        self.traps.calls = 0

    # -- pages, mails, CSV

    def pages(self):
        code, _, errors = self.call("prove_inert_pages", len(self.payloads))
        if code != 0:
            self.proof.violation(f"prove_inert_pages ended with {code}: {errors[-800:]}")
            return
        root = self.proof.work / "pages"
        calm = {(folder.name[5:], path.name): Structure.of(path).parts for folder in root.glob("calm-*") for path in folder.glob("*.html")}
        looked = 0
        for folder in sorted(root.iterdir()):
            number, _, language = folder.name.partition("-")
            if number == "calm":
                continue
            for path in sorted(folder.iterdir()):
                looked += 1
                where = f"payload {number}, {path.name}, {language}"
                if path.suffix == ".html":
                    self.look_at_html(where, path, calm[(language, path.name)])
                elif path.suffix == ".txt":
                    found = controls_in(path.read_text(encoding="utf-8"), "\n\t\u2068\u2069")
                    self.proof.check(not found, f"{where}: {found} in a plain mail")
                elif path.suffix == ".head":
                    lines = re.sub(rb"\r\n[ \t]", b" ", path.read_bytes()).split(b"\r\n")
                    names = [line.split(b":")[0] for line in lines if line]
                    self.proof.check(names == [b"Subject", b"To"], f"{where}: headers {names}")
                    self.proof.check(not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xff\n](?<!\r\n)", path.read_bytes()), f"{where}: raw bytes in a header")
                elif path.suffix == ".csv":
                    self.look_at_csv(where, path)
        self.proof.figure("pages_and_mails", looked)
        self.browser(root)
        self.touched("pages and mails")

    def look_at_html(self, where, path, calm):
        seen = Structure.of(path)
        if seen.parts != calm:
            at = next((i for i, (a, b) in enumerate(zip(seen.parts, calm)) if a != b), min(len(seen.parts), len(calm)))
            self.proof.violation(f"{where}: other structure from part {at} on: {seen.parts[at:at + 3]} instead of {calm[at:at + 3]}")
        bad = [address[:60] for address in seen.addresses if ":" in address and not harmless_address(address, self.traps) and "{" not in address
               and not re.match(r"^[a-z-]+:\s*[^:]+(;|$)", address)]
        self.proof.check(not bad, f"{where}: addresses {bad[:2]}")
        found = controls_in("".join(seen.words), "\n\t\u2068\u2069")
        self.proof.check(not found, f"{where}: {found} in a page")

    def look_at_csv(self, where, path):
        text = path.read_bytes().decode("utf-8")
        records = list(csv.reader(io.StringIO(text, newline="")))
        # Each record has what the header has, which no text from outside is in.
        self.proof.check(len(records) == 3 and {len(record) for record in records} == {len(records[0])},
                         f"{where}: {[len(r) for r in records]} cells")
        for cell in (cell for record in records for cell in record if cell):
            self.proof.check(cell[0] not in FORMULA, f"{where}: a cell begins with U+{ord(cell[0]):04X}")

    def browser(self, root):
        folders = [folder for folder in sorted(root.iterdir()) if not folder.name.startswith("calm-")]
        names = sorted(path.name for path in folders[0].glob("*.html"))
        chosen = [f"{folder.name}/{names[index % len(names)]}" for index, folder in enumerate(folders)]
        calm = [f"{folder.name}/{name}" for folder in sorted(root.glob("calm-*")) for name in names]
        listing = self.proof.work / "browse.json"
        listing.write_text(json.dumps(calm + chosen))
        done = subprocess.run(["node", str(HERE / "browse.mjs"), str(root), str(listing)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=500, check=False)
        seen = [json.loads(line) for line in done.stdout.decode().splitlines() if line.startswith("{")]
        if done.returncode != 0 or len(seen) != len(calm) + len(chosen):
            self.proof.violation(f"the browser came to {len(seen)} of {len(calm) + len(chosen)} pages: {done.stderr.decode()[-500:]}")
            return
        usual = {one["name"].partition("-")[2]: one for one in seen[:len(calm)]}
        for one in seen[len(calm):]:
            number, _, rest = one["name"].partition("-")
            where = f"payload {number}, {rest} in Chromium"
            self.proof.check(one["structure"] == usual[rest]["structure"], f"{where}: other elements")
            self.proof.check(one["requests"] == usual[rest]["requests"] or all("store.css" in url for url in one["requests"]),
                             f"{where}: asked for {len(one['requests'])} things")
            self.proof.check(not one["dialogs"] and not one["left"], f"{where}: a dialog, or the page went elsewhere")
            self.proof.check(one["title"] != "owned", f"{where}: a script ran")
        self.proof.figure("browser_pages", len(chosen))


def main():
    proof = Proof("inert", __doc__)
    if not shutil.which("node"):
        sys.exit("node is missing")
    inert = Inert(proof)
    proof.check(inert.traps.selftest(), "the traps do not spring")
    inert.pages()
    inert.windows()
    inert.control()
    proof.close()


if __name__ == "__main__":
    main()
