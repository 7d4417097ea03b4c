#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Row 14: rows 3, 7 and 10 with ten thousand, a hundred thousand and a million orders. A ratio to a floor of the same size
should stay what it is, since the floor grows too; so should the time of a search."""
import argparse
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "support"))
from bench import DISPLAY, TOP, Bench  # noqa: E402

SIZES = [10_000, 100_000, 1_000_000]
# What is looked at of which result, and within how much it has to stay. A search is what somebody waits for, from the key to the
# painted rows; what the reader takes of that is told.
LOOKED_AT = {"fill": ("ratio", 1.2, "7"), "typing": ("p95", 1.5, "3"), "search": ("p95", None, "3"),
             "cancellations-sqlite": ("ratio", 1.2, "10"), "cancellations-postgres": ("ratio", 1.2, "10")}


def read(folder):
    return {name: json.loads((folder / f"{name}.json").read_text()) for name in LOOKED_AT if (folder / f"{name}.json").exists()}


def measured(bench, size):
    """The results of one size, by name: those of the run that this one ends, where it had that size."""
    known = read(bench.out) if bench.arguments.goes_on else {}
    if len(known) == len(LOOKED_AT) and all(result["n"] == size for result in known.values()):
        return known
    folder = bench.out / f"growth-{size}"
    folder.mkdir(parents=True, exist_ok=True)
    cache = [str(bench.build / "bin" / "mc_bench"), "fill", "search"]
    window = [str(bench.build / "bin" / "mc_windowbench")]
    store = [sys.executable, str(TOP / "tests" / "bench" / "store" / "storebench.py"), "cancellations", "--build", str(bench.build)]
    if bench.arguments.files:
        store += ["--files", str(bench.arguments.files)]
    for command in (cache, window, store):
        # A bar that is missed there is that row's own affair.
        subprocess.run([*command, "--n", str(size), "--out", str(folder)], env=os.environ | DISPLAY | {"QT_LOGGING_RULES": "*=false"}, check=False)
    return read(folder)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--build", type=pathlib.Path, default=TOP / "build" / "release")
    parser.add_argument("--out", type=pathlib.Path, default=TOP / "build" / "bench")
    parser.add_argument("--goes-on", action="store_true", help="the results in the folder of --out are of this run and not measured again")
    parser.add_argument("--files", type=pathlib.Path, help="keeps the filled stores in this folder, and takes them from there")
    arguments = parser.parse_args()
    arguments.n = max(arguments.sizes)
    bench = Bench(arguments)
    results = {size: measured(bench, size) for size in arguments.sizes}
    for name, (key, bar, row) in LOOKED_AT.items():
        each = {size: result[name][key] for size, result in results.items()}
        least, most = min(each.values()), max(each.values())
        sizes = ", ".join(f"{value:.3g} with {size:,}" for size, value in each.items())
        bench.result(f"growth-{name}", f"14: row {row}'s {key}, the largest to the smallest: {sizes}", value=most, floor=least, ratio=most / least, bar=bar,
                     each=each)
    return 1 if bench.has_failed else 0


if __name__ == "__main__":
    sys.exit(main())
