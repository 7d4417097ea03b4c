# SPDX-License-Identifier: Apache-2.0
"""How long a proof waits for anything."""
import time

LIMIT = 60  # seconds that anything single may take


def wait_for(condition, what, seconds=LIMIT, pause=0.02):
    """What the condition gives as soon as it is true; TimeoutError after the limit."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise TimeoutError(f"waited {seconds} s for {what}")
        time.sleep(pause)
