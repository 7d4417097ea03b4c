# SPDX-License-Identifier: Apache-2.0
"""What a process has used of the processor: time on a clock says little where clients share the machine."""
import pathlib

CLOCK_TICKS = 100  # of /proc/PID/stat; fixed by the kernel's interface


def processor_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / CLOCK_TICKS
