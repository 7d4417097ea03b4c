# SPDX-License-Identifier: Apache-2.0
"""What every proof in Python shares: its arguments and its closing line. The same contract as proof.h."""
import argparse
import json
import pathlib
import random
import sys


class Proof:
    """One run of a proof: `prove.py --n N --seed S --bin BUILD_DIR --work EMPTY_FOLDER`."""

    def __init__(self, name, description=None):
        parser = argparse.ArgumentParser(description=description)
        parser.add_argument("--n", type=int, required=True)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--bin", type=pathlib.Path, required=True, help="build folder with bin/merchant-store")
        parser.add_argument("--work", type=pathlib.Path, required=True, help="private and empty")
        arguments = parser.parse_args()
        self.name, self.n, self.seed = name, arguments.n, arguments.seed
        self.build, self.work = arguments.bin.resolve(), arguments.work.resolve()
        self.work.mkdir(parents=True, exist_ok=True)
        self.violations, self.caught, self.missed, self.figures = 0, [], [], {}
        print(f"seed {self.seed}", flush=True)

    def random(self, part):
        """A generator of its own for one part, so that one part's draws do not shift another's."""
        return random.Random(f"{self.seed}/{part}")

    def violation(self, what):
        """A broken promise, told so that it can be reproduced (ids, seeds; never personal data)."""
        self.violations += 1
        if self.violations <= 20:
            print(f"VIOLATION {what}", flush=True)

    def check(self, holds, what):
        if not holds:
            self.violation(what)
        return holds

    def control(self, name, caught):
        """One known mistake that was switched on, and whether the proof saw it."""
        (self.caught if caught else self.missed).append(name)

    def control_by_chance(self, name, tries, seen):
        """A known mistake that shows only if the right things meet: `seen(attempt)`, from 1 on, until it does."""
        attempt = next((one for one in range(1, tries + 1) if seen(one)), None)
        print(f"control {name}: " + (f"seen in try {attempt}" if attempt else f"NOT seen in {tries} tries"), flush=True)
        self.control(name, attempt is not None)

    def figure(self, name, value):
        self.figures[name] = value

    def close(self):
        """Prints the closing line and ends: 0 only without a violation and with every control caught (at least one)."""
        caught = bool(self.caught) and not self.missed
        line = dict(self.figures, proof=self.name, n=self.n, seed=self.seed, violations=self.violations,
                    control="caught" if caught else "missed", controls_caught=self.caught, controls_missed=self.missed)
        print(json.dumps(line), flush=True)
        sys.exit(0 if self.violations == 0 and caught else 1)
