#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""File health: one subject a file (at most 500 lines), a licence line, no bare to-do, no rich-text traps, no sleeps in tests, suppressions of Qt only."""
import re
import subprocess
import sys

CODE = (".cpp", ".h", ".py", ".mjs", ".js", ".sh")
problems = []
files = subprocess.run(["git", "ls-files", "-z"], capture_output=True, check=True).stdout.decode().split("\0")


def report(path, line, text):
    problems.append(f"{path}:{line}: {text}")


for path in filter(None, files):
    if not (path.endswith(CODE) or path in ("dev", ".ci/run")):
        if path.endswith("package-lock.json") and '"resolved"' in open(path, encoding="utf-8").read():
            report(path, 1, "a lock file must not name download addresses")
        continue
    lines = open(path, encoding="utf-8").read().split("\n")
    if len(lines) > 501:
        report(path, len(lines), "longer than 500 lines: split it by subject")
    if not any("SPDX-License-Identifier" in line for line in lines[:3]):
        report(path, 1, "no SPDX-License-Identifier in the first three lines")
    is_test = path.startswith("tests/")
    is_load = path.startswith("tests/proofs/")  # it holds and pauses on purpose
    uses_dbus = any("#include <QDBus" in line for line in lines)  # QtDBus connects by name only
    for number, line in enumerate(lines, 1):
        if re.search(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX)\b(?!\(#\d+\))", line):
            report(path, number, "a to-do names its issue")
        if path.endswith((".cpp", ".h")):
            if re.search(r"\bignoreSslErrors\s*\(", line):
                report(path, number, "TLS errors are never ignored")
            if re.search(r"\bQLabel\s*\(\s*[^)\s]", line) and "PlainLabel" not in line and not is_test and "this)" not in line and "parent)" not in line:
                report(path, number, "QLabel guesses rich text: use makeLabel() or PlainLabel")
            if re.search(r"(SIGNAL|SLOT)\s*\(", line) and "Q_" not in line and not uses_dbus:
                report(path, number, "string-based connect")
            if is_test and not is_load and not path.endswith("uishots.cpp") and re.search(r"QTest::q(Sleep|Wait)\s*\(|msleep\(|sleep_for\(", line):
                report(path, number, "fixed sleep in a test: wait for the condition")

for number, line in enumerate(open("tests/support/tsan/tsan.supp", encoding="utf-8"), 1):
    if line.strip() and not re.match(r"#|called_from_lib:lib(Qt6|glib)|race:\^Q(?!Object|Core|Meta(Object|Method)|tPrivate::Q(Slot|Functor))", line):
        report("tests/support/tsan/tsan.supp", number, "only libraries, or functions of Qt: else it hides races of ours")

print("\n".join(problems))
sys.exit(1 if problems else 0)
