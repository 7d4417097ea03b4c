#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the proofs of tests/proofs/proofs.json against one build, two at a time.

CI size by default. --full goes on slice by slice, each with the next seed, until the full size is reached or a
violation is seen; what was done is kept in build/proofs/NAME.full.json and adds up over runs."""
import argparse
import concurrent.futures
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
OUT = TOP / "build" / "proofs"
# One proof that hangs must not take the others' time.
LIMIT_SECONDS = 900
# A quarter ("simulate") to a half ("io") of the processor time went into remembering thirty frames of every allocation and
# into keeping a quarter of a gigabyte of freed memory aside; a seed brings a finding back with the usual settings.
SANITIZER = {"ASAN_OPTIONS": "detect_leaks=1:malloc_context_size=4:quarantine_size_mb=16",
             "LSAN_OPTIONS": f"suppressions={TOP / 'tests/support/lsan.supp'}:print_suppressions=0"}


def program(name, build):
    script = HERE / name / "prove.py"
    return [sys.executable, str(script)] if script.exists() else [str(build / "proofs" / f"prove_{name.replace('-', '_')}")]


def run_once(name, n, seed, build):
    """The closing line of one call, with what the run says about itself; a program that breaks is a violation."""
    began = time.monotonic()
    work = pathlib.Path(tempfile.mkdtemp(prefix=f"prove-{name}-"))
    OUT.mkdir(parents=True, exist_ok=True)
    log = OUT / f"{name}.log"
    command = [*program(name, build), "--n", str(n), "--seed", str(seed), "--bin", str(build), "--work", str(work)]
    try:
        with open(log, "w", encoding="utf-8") as out:
            code = subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, timeout=LIMIT_SECONDS, check=False,
                                  env=SANITIZER | os.environ).returncode
    except subprocess.TimeoutExpired:
        code = "time-out"
    except OSError as error:
        code = f"not started: {error.strerror}"
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    result = {"proof": name, "n": n, "seed": seed, "violations": 1, "control": "missed"}
    for line in reversed(lines):
        if line.startswith("{"):
            try:
                result = json.loads(line)
                break
            except json.JSONDecodeError:
                continue
    result |= {"exit": code, "seconds": round(time.monotonic() - began, 1)}
    result["ok"] = code == 0 and result["violations"] == 0 and result["control"] == "caught"
    if result["ok"]:
        shutil.rmtree(work, ignore_errors=True)
    else:
        result["work"] = str(work)
    return result


def full_state(row, seed):
    """What earlier runs reached of the full size."""
    file = OUT / f"{row['name']}.full.json"
    return json.loads(file.read_text()) if file.exists() else {"n": 0, "next_seed": seed, "slices": 0, "violations": 0, "seconds": 0}


def run_slice(row, seed, build):
    """One more slice of the full size, added to what earlier runs reached."""
    state = full_state(row, seed)
    result = run_once(row["name"], min(row["slice"], row["full"] - state["n"]), state["next_seed"], build)
    if not result["ok"]:
        return result
    state = {"n": state["n"] + result["n"], "next_seed": state["next_seed"] + 1, "slices": state["slices"] + 1,
             "violations": state["violations"] + result["violations"], "seconds": round(state["seconds"] + result["seconds"], 1),
             "full": row["full"], "control": result["control"], "date": datetime.date.today().isoformat()}
    (OUT / f"{row['name']}.full.json").write_text(json.dumps(state) + "\n")
    return {"proof": row["name"], "seed": result["seed"], "ok": state["violations"] == 0, "exit": 0} | state


def show(result):
    mark = "ok     " if result["ok"] else "FAILED "
    print(f"{mark} {result['proof']:<14} n={result['n']:<9} seed={result['seed']:<6} violations={result['violations']} "
          f"control={result.get('control', '')} {result['seconds']}s", flush=True)
    if not result["ok"]:
        print(f"        exit {result['exit']}; see build/proofs/{result['proof']}.log and {result.get('work', '')}", flush=True)
        tail = (OUT / f"{result['proof']}.log").read_text(encoding="utf-8", errors="replace").splitlines()[-25:]
        print("\n".join("        " + line[:300] for line in tail), flush=True)


def main():
    parser = argparse.ArgumentParser(prog="./dev prove")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--n", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--minutes", type=float, default=1e6, help="with --full: begin no slice after this time")
    parser.add_argument("--build", type=pathlib.Path, default=TOP / "build" / "asan")
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    rows = json.loads((HERE / "proofs.json").read_text())
    known = [row["name"] for row in rows]
    unknown = [name for name in arguments.names if name not in known]
    if unknown:
        print(f"There is no proof \"{unknown[0]}\". There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    chosen = [row for row in rows if row["name"] in arguments.names or (not arguments.names and row["ci"])]
    waiting = [row["name"] for row in rows if not row["ci"]]
    if not arguments.names and waiting:
        print(f"Not part of this run, because they have not been seen to hold yet: {', '.join(waiting)}.", flush=True)
    # The longest first, so that the last one does not run alone.
    chosen.sort(key=lambda row: -row.get("seconds", 0))
    began, results = time.monotonic(), {}
    deadline = began + arguments.minutes * 60

    def work(row):
        if arguments.full:
            return run_slice(row, arguments.seed, arguments.build) if time.monotonic() < deadline else None
        return run_once(row["name"], arguments.n or row["ci"] or row["slice"], arguments.seed, arguments.build)

    def run_round(chosen):
        """Each of these proofs once. One that promises others a time cannot share the machine with another proof."""
        for rows_now, jobs in (([row for row in chosen if not row.get("alone")], arguments.jobs), ([row for row in chosen if row.get("alone")], 1)):
            with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
                for future in concurrent.futures.as_completed([pool.submit(work, row) for row in rows_now]):
                    if future.result():
                        results[future.result()["proof"]] = future.result()
                        show(future.result())

    def left():
        """Full size: the proofs that are not through, those first that have done the least of theirs; none after a violation."""
        if not arguments.full or time.monotonic() >= deadline or any(not result["ok"] for result in results.values()):
            return []
        done = {row["name"]: full_state(row, arguments.seed)["n"] / row["full"] for row in chosen}
        return sorted((row for row in chosen if done[row["name"]] < 1), key=lambda row: done[row["name"]])

    if arguments.full:
        for row in chosen:  # those that earlier runs have brought to their end
            state = full_state(row, arguments.seed)
            if state["n"] >= row["full"]:
                results[row["name"]] = {"proof": row["name"], "seed": state["next_seed"] - 1, "ok": state["violations"] == 0, "exit": 0} | state
                show(results[row["name"]])
        while rows_now := left():
            run_round(rows_now)
    else:
        run_round(chosen)
    results = list(results.values())
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "results.json").write_text(json.dumps(results, indent=1) + "\n")
    failed = [result for result in results if not result["ok"]]
    print(f"{len(results) - len(failed)} proofs hold, {len(failed)} do not, {time.monotonic() - began:.0f}s", flush=True)
    return 1 if failed or not results else 0


if __name__ == "__main__":
    sys.exit(main())
