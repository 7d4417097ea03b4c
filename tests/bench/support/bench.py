# SPDX-License-Identifier: Apache-2.0
"""What the benchmarks in Python share: processor time of other processes, and results judged by ratios."""
import json
import os
import pathlib
import platform
import time

TOP = pathlib.Path(__file__).resolve().parents[3]
CLOCK_TICKS = 100  # of /proc/PID/stat; fixed by the kernel's interface
# Without a display the same pixels are painted into memory, as ./dev has it.
DISPLAY = {} if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}


def processor_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / CLOCK_TICKS


def is_at_rest(used):
    """`used()`: processor seconds so far. Hardly any for a second: what came before is over."""
    before = used()
    time.sleep(1)
    return used() - before <= 0.05


class Bench:
    """Prints each result, writes it to a file of its own, and remembers whether one is over twice its bar."""

    def __init__(self, arguments):
        self.build, self.out, self.n = arguments.build, arguments.out, arguments.n
        self.arguments = arguments
        self.has_failed = False

    def result(self, name, what, **figures):
        bar, ratio = figures.get("bar"), figures.get("ratio")
        verdict = "-"
        if bar is not None:
            times_over = bar / ratio if figures.get("more_is_better") else ratio / bar
            verdict = "met" if times_over <= 1 else "MISSED" if times_over <= 2 else "FAR OFF"
            self.has_failed |= times_over > 2
        row = {"name": name, "what": what, "n": self.n, "machine": f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {platform.machine()}"} | figures
        self.out.mkdir(parents=True, exist_ok=True)
        (self.out / f"{name}.json").write_text(json.dumps(row, indent=4, sort_keys=True) + "\n")
        shown = "  ".join(f"{key} {figures[key]:.4g}" for key in ("value", "floor", "ratio", "cpu_ratio", "settled_ratio", "bar") if figures.get(key) is not None)
        print(f"{name:<16} {self.n:>8}  {shown}  {verdict}  {what}", flush=True)
