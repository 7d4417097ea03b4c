# SPDX-License-Identifier: Apache-2.0
"""Where a secret may show: in bytes, in whatever form, and in what anybody sees of a running program."""
import base64
import contextlib
import os
import pathlib
import re
import threading
import urllib.parse


def forms(word):
    """As plain bytes, for Windows-like storage, in base64 at each alignment, in a URL, in hexadecimal."""
    plain = word.encode()
    encoded = {plain, word.encode("utf-16-le"), urllib.parse.quote(word, safe="").encode(), plain.hex().encode()}
    for shift in range(3):
        text = base64.b64encode(b"x" * shift + plain).rstrip(b"=")
        encoded.add(text[4 if shift else 0:-2])
    return encoded


def hits(data, words):
    lower = data.lower()
    return [name for name, word in words.items()
            if any(form in data for form in forms(word)) or word.lower().encode() in lower]


def descendants(pid):
    found = []
    for task in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in task.read_text().split():
                found += [int(child), *descendants(int(child))]
    return found


class ProcessWatch(threading.Thread):
    """Keeps what anybody on the machine can see of our programs: command lines; and what children inherit."""

    def __init__(self):
        super().__init__(daemon=True)
        self.ending = threading.Event()
        self.lines, self.inherited, self.samples = set(), set(), 0

    def run(self):
        while not self.ending.wait(0.02):
            self.samples += 1
            for pid in descendants(os.getpid()):
                with contextlib.suppress(OSError):
                    name = pathlib.Path(f"/proc/{pid}/comm").read_text().strip()
                    line = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()
                    if name.startswith(("merchant", "curl")):
                        self.lines.add(line)
                        parent = int(re.search(r"PPid:\s*(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text()).group(1))
                        if parent != os.getpid():
                            self.inherited.add(pathlib.Path(f"/proc/{pid}/environ").read_bytes())

    def stop(self):
        self.ending.set()
        self.join()
