#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every parser of outside bytes under libFuzzer: --n seconds for each target, beginning with the committed corpus.

Violations: a crash, a broken promise of a parser (targets/*.cpp), a sanitizer's finding, an input that takes longer than
five seconds or a gigabyte, and less than 95 % of the lines of a parser covered by the committed corpus. Controls: one
planted overflow for each target, which the fuzzer has to find from the smallest entry of the corpus on.

The programs come from the preset `fuzz`, beside the build folder that --bin names."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent.parent
sys.path.insert(0, str(HERE.parent / "support"))
from proof import Proof  # noqa: E402

TARGETS = ["head", "json", "ndjson", "sse", "problem", "cursor", "token", "csv", "engine", "migration"]
LEAST_COVERED = 95.0
# Some of libFuzzer's random walks lead away from what is planted (migration: about one in five within this time) and
# seldom come back, so a control begins again from its entry with the next seed rather than walk on for longer.
CONTROL_SECONDS = 10
CONTROL_TRIES = 12
LONGEST_INPUT = {"engine": 16384, "migration": 65536}

# The parsers: whole files, or the functions of files that do other things, too (opening sockets, making keys).
PARSERS = {
    "models/domain/csv.cpp": None,
    "models/domain/jsonmembers.cpp": None,
    "models/domain/orderelement.cpp": None,
    "models/domain/orderjson.cpp": None,
    "models/domain/storeinfo.cpp": None,
    "models/net/changesstream.cpp": None,
    "models/net/fetchsnapshot.cpp": None,
    "models/net/storecalls.cpp": None,
    "models/net/wireorder.cpp": None,
    "models/net/transport.cpp": ["contentTypeOf", "retryAfterOf", "kindOfProblem", "unreached", "refusal", "outcomeOf"],
    "models/storage/sqlconnection.cpp": ["statementsOf", "from", "migrate", "value", "open", "configure"],
    "store/api/incomingorder.cpp": None,
    "store/api/objectreader.cpp": None,
    "store/api/orderimport.cpp": None,
    "store/engines/vendure/vendureapi.cpp": None,
    "store/engines/vendure/vendurefeed.cpp": None,
    "store/engines/vendure/venduremapping.cpp": None,
    "store/engines/vendure/vendureorder.cpp": None,
    "store/engines/vendure/vendurerecords.cpp": None,
    "store/http/cidr.cpp": ["contains", "apply"],
    "store/http/headervalues.cpp": None,
    "store/http/message.cpp": None,
    "store/http/parsedhead.h": None,
    "store/http/routefinder.cpp": None,
    "store/http/wire.cpp": None,
    "store/orderbook/feedcursor.cpp": None,
    "store/orderbook/keyring.cpp": ["tokenHash", "seal", "unseal"],
}


def tool(name):
    found = shutil.which(f"{name}-14") or shutil.which(name)
    if not found:
        sys.exit(f"{name} is missing; packaging/debian-packages.txt names its package")
    return found


def words_of(mangled):
    """The identifiers of a mangled name: "…9outcomeOf…" has outcomeOf among them."""
    words, at = set(), 0
    while match := re.compile(r"\d+").search(mangled, at):
        start, length = match.end(), int(match.group())
        if not 0 < length <= len(mangled) - start:
            at = match.start() + 1
            continue
        words.add(mangled[start:start + length])
        at = start + length
    return words


class Fuzzing:
    def __init__(self, proof):
        self.proof = proof
        self.programs = proof.build.parent / "fuzz" / "fuzzers"
        if not (self.programs / "fuzz_head").exists():
            sys.exit("The fuzzers are not built: cmake --preset fuzz && cmake --build --preset fuzz --target fuzzers")
        self.runs = 0
        self.runs_of = {}

    def command(self, target, folder, seconds, seed):
        return [str(self.programs / f"fuzz_{target}"), f"-max_total_time={seconds}", f"-seed={seed}",
                "-timeout=5", "-rss_limit_mb=1024", f"-max_len={LONGEST_INPUT.get(target, 8192)}", "-print_final_stats=1",
                f"-artifact_prefix={folder}/", str(folder / "found")]

    def call(self, command, profile, seconds, **environment):
        """Exit code and what libFuzzer said; a program that does not end by itself is ended."""
        run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds + 120, check=False,
                             cwd=self.proof.work,
                             env=dict(os.environ, LLVM_PROFILE_FILE=str(profile), QT_HASH_SEED="0",
                                      UBSAN_OPTIONS="print_stacktrace=1", TZ="UTC", LC_ALL="C.UTF-8", **environment))
        return run.returncode, run.stdout.decode(errors="replace")

    def fuzz(self, target):
        folder = self.proof.work / target
        (folder / "found").mkdir(parents=True)
        corpus = HERE / "corpus" / target
        code, text = self.call([*self.command(target, folder, self.proof.n, self.proof.seed), str(corpus)], "/dev/null", self.proof.n)
        done = re.search(r"stat::number_of_executed_units: (\d+)", text)
        self.runs += int(done.group(1)) if done else 0
        self.runs_of[target] = int(done.group(1)) if done else 0
        print(f"{target}: {done.group(1) if done else 'no'} runs", flush=True)
        if code != 0:
            artifacts = [str(path) for path in folder.iterdir() if path.is_file()]
            self.proof.violation(f"target {target}, seed {self.proof.seed}: exit {code}, input {artifacts}")
            print("\n".join(text.splitlines()[-60:]), flush=True)

    def control(self, target):
        """From the smallest entry on, which the planted bug lets through."""
        corpus = sorted((HERE / "corpus" / target).iterdir(), key=lambda path: (path.stat().st_size, path.name))
        start = next((path for path in corpus if "seed" in path.name), corpus[0])
        bug = {"MC_PLANTED_BUG": f"overflow-{target}"}
        code, text = self.call([str(self.programs / f"fuzz_{target}"), str(start)], "/dev/null", 30, **bug)
        if code != 0:
            print(f"control {target}: the first entry {start.name} meets it already", flush=True)
            self.proof.control(f"overflow-{target}", False)
            return
        began = time.monotonic()
        self.proof.control_by_chance(f"overflow-{target}", CONTROL_TRIES, lambda attempt: self.meets(target, start, attempt, bug))
        print(f"control {target}: {time.monotonic() - began:.1f}s", flush=True)

    def meets(self, target, start, attempt, bug):
        """Whether one walk of the fuzzer meets the planted bug."""
        folder = self.proof.work / f"control-{target}-{attempt}"
        (folder / "found").mkdir(parents=True)
        shutil.copy(start, folder / "found")
        # From one small entry on, libFuzzer lets its inputs grow only slowly, and what is planted needs a long one.
        command = [*self.command(target, folder, CONTROL_SECONDS, self.proof.seed + attempt - 1), "-len_control=0"]
        code, text = self.call(command, "/dev/null", CONTROL_SECONDS, **bug)
        return code != 0 and ("AddressSanitizer" in text or "ASSERT" in text)

    def coverage(self):
        """Lines of the parsers that the committed corpus reaches, by all targets together."""
        profiles = []
        for target in TARGETS:
            profiles.append(self.proof.work / f"{target}.profraw")
            code, text = self.call([str(self.programs / f"fuzz_{target}"), "-runs=0", "-timeout=20", str(HERE / "corpus" / target)],
                                   profiles[-1], 60)
            if code != 0:
                self.proof.violation(f"target {target}: the committed corpus itself fails")
                print("\n".join(text.splitlines()[-40:]), flush=True)
                profiles = [one for one in profiles if one.exists()]
        merged = self.proof.work / "all.profdata"
        subprocess.run([tool("llvm-profdata"), "merge", "-sparse", *map(str, profiles), "-o", str(merged)], check=True)
        objects = [str(self.programs / f"fuzz_{target}") for target in TARGETS]
        data = {}
        # Each program sees its own copy of a parser: a line counts when one of them reached it.
        for program in objects:
            out = subprocess.run([tool("llvm-cov"), "export", "-format=lcov", f"-instr-profile={merged}", program],
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout.decode()
            self.add_lines(data, out)
            spans = json.loads(subprocess.run([tool("llvm-cov"), "export", "-skip-expansions", f"-instr-profile={merged}", program],
                                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout)
            self.add_spans(data, spans)
        self.report(data)

    @staticmethod
    def add_lines(data, text):
        name = None
        for line in text.splitlines():
            if line.startswith("SF:"):
                name = os.path.relpath(os.path.realpath(line[3:]), TOP)
            elif line.startswith("DA:") and name in PARSERS:
                number, count = map(int, line[3:].split(",")[:2])
                lines = data.setdefault(name, {"lines": {}, "spans": {}})["lines"]
                lines[number] = max(lines.get(number, 0), count)

    @staticmethod
    def add_spans(data, exported):
        for function in exported["data"][0]["functions"]:
            name = os.path.relpath(os.path.realpath(function["filenames"][0]), TOP)
            if name in data:
                first = function["regions"][0]
                data[name]["spans"].setdefault((first[0], first[2]), set()).update(words_of(function["name"]))

    def report(self, data):
        total = covered = 0
        worst = {}
        for name, functions in PARSERS.items():
            if name not in data:
                self.proof.violation(f"{name} is in no fuzzer")
                continue
            lines = data[name]["lines"]
            # The planted mistakes are no lines of the product.
            text = (TOP / name).read_text(encoding="utf-8").splitlines()
            lines = {number: count for number, count in lines.items() if "plantedOverflow(" not in text[number - 1]}
            if functions:
                wanted = set()
                for (first, last), names in data[name]["spans"].items():
                    if names & set(functions):
                        wanted.update(range(first, last + 1))
                lines = {number: count for number, count in lines.items() if number in wanted}
            hit = sum(1 for count in lines.values() if count > 0)
            total, covered = total + len(lines), covered + hit
            share = 100.0 * hit / max(1, len(lines))
            worst[name] = round(share, 1)
            missed = sorted(number for number, count in lines.items() if count == 0)
            print(f"coverage {share:5.1f} % of {len(lines):4} lines  {name}"
                  + (f"  missed: {missed[:30]}" if missed else ""), flush=True)
            self.proof.check(share >= LEAST_COVERED, f"the corpus covers {share:.1f} % of {name}")
        self.proof.figure("coverage_percent", round(100.0 * covered / max(1, total), 1))
        self.proof.figure("coverage_worst", min(worst.items(), key=lambda one: one[1]) if worst else None)
        self.proof.figure("parser_lines", total)


def main():
    proof = Proof("fuzz", __doc__)
    fuzzing = Fuzzing(proof)
    fuzzing.coverage()
    for target in TARGETS:
        fuzzing.control(target)
        fuzzing.fuzz(target)
    proof.figure("targets", len(TARGETS))
    proof.figure("runs", fuzzing.runs)
    proof.figure("runs_of", fuzzing.runs_of)
    proof.close()


if __name__ == "__main__":
    main()
