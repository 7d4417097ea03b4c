# SPDX-License-Identifier: Apache-2.0
"""Is there one order of the operations, each between its beginning and its end, in which every answer is right? The search
of Wing and Gong with Lowe's memory of what was tried; an operation without a known outcome may have happened at any time
after its beginning, or never."""

NEVER = float("inf")


class Operation:
    """`step(state)` gives the states after it that agree with its answer; none: impossible from this state."""
    __slots__ = ("begin", "end", "step", "words")

    def __init__(self, begin, end, step, words):
        self.begin, self.end, self.step, self.words = begin, end, step, words


def is_linearizable(operations, start, limit=400_000):
    """True or False; None when the limit of steps was reached."""
    operations = sorted(operations, key=lambda one: one.begin)
    must = 0
    for index, one in enumerate(operations):
        if one.end != NEVER:
            must |= 1 << index
    stack, tried, steps = [(0, start)], set(), 0
    while stack:
        done, state = stack.pop()
        if done & must == must:
            return True
        if (done, state) in tried:
            continue
        tried.add((done, state))
        steps += 1
        if steps > limit:
            return None
        # Only what began before the earliest end among those that are left may come next.
        left = [(index, one) for index, one in enumerate(operations) if not done >> index & 1]
        earliest = min(one.end for _, one in left)
        for index, one in left:
            if one.begin > earliest:
                break
            for after in one.step(state):
                stack.append((done | 1 << index, after))
    return False
