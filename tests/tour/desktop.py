# SPDX-License-Identifier: Apache-2.0
"""A person at the screen: looks through AT-SPI, acts through the X server, takes pictures."""
import subprocess
import time

import pyatspi

WAIT = 30.0


class NotSeen(AssertionError):
    """What a step waited for did not appear."""


def until(what, look, seconds=WAIT):
    """Polls look() until it returns something; the error says what was missing."""
    end = time.monotonic() + seconds
    while True:
        try:
            found = look()
        except Exception as error:  # an accessible may die between two calls: look again
            found = None
            last = error
        if found:
            return found
        if time.monotonic() > end:
            raise NotSeen(f"{what} did not appear within {seconds:.0f} s" + (f" ({last})" if "last" in locals() else ""))
        time.sleep(0.1)


def tree(node, depth=0, limit=14):
    if node is None or depth > limit:
        return
    yield node, depth
    for index in range(min(node.childCount, 240)):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield from tree(child, depth + 1, limit)


def is_showing(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


class App:
    def __init__(self, name):
        self.node = until(f"the application {name}", lambda: next(
            (app for app in pyatspi.Registry.getDesktop(0) if app and app.name == name), None))

    def look(self, role, name=None, contains=None):
        """The first showing element of a role whose name is, or contains, the text."""
        for node, _ in tree(self.node):
            if node.getRoleName() != role or not is_showing(node):
                continue
            if (name is None or node.name == name) and (contains is None or contains in node.name):
                return node
        return None

    def find(self, role, name=None, contains=None, seconds=WAIT):
        return until(f"{role} {name or contains!r}", lambda: self.look(role, name, contains), seconds)

    def all(self, role):
        return [node for node, _ in tree(self.node) if node.getRoleName() == role and is_showing(node)]

    def texts(self):
        return [node.name for node, _ in tree(self.node) if node.name and is_showing(node)]

    def dump(self):
        return "\n".join("  " * depth + f"{node.getRoleName()}: {node.name!r}" for node, depth in tree(self.node))


def centre(node):
    box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return box.x + box.width // 2, box.y + box.height // 2


def xdo(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True)


def point_at(node):
    xdo("mousemove", *centre(node))


def click(node):
    point_at(node)
    xdo("click", 1)


def press(*keys):
    for key in keys:
        xdo("key", "--clearmodifiers", key)


def write(text):
    xdo("type", "--delay", "8", text)


def windows(pid):
    """Visible X windows of a process: a menu is one more (Qt keeps open menus out of the accessible tree)."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(pid)], capture_output=True, text=True)
    return set(found.stdout.split())


def picture(path):
    subprocess.run(["import", "-window", "root", path], check=True)


def text_of(node):
    text = node.queryText()
    return text.getText(0, text.characterCount)


def focused(app):
    for node in app.all("combo box") + app.all("text") + app.all("push button") + app.all("table"):
        if node.getState().contains(pyatspi.STATE_FOCUSED):
            return node
    return None


def reach(app, role, name):
    """Presses Tab until the element has the focus: everything can be reached by keyboard."""
    for _ in range(40):
        node = focused(app)
        if node and node.getRoleName() == role and name in node.name:
            return node
        press("Tab")
        time.sleep(0.05)
    raise NotSeen(f"{role} {name!r} cannot be reached with Tab")
