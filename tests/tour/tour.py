#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""tour.py BIN OUT STATE: drives merchant-console and the customer's browser through the three flows and asserts every step.

Writes one PNG a step and tour.json. Exit 0 only if every step was seen to hold.
"""
import json
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import App, NotSeen, click, picture, point_at, press, reach, text_of, until, windows, write  # noqa: E402
from notifications import Notifications  # noqa: E402

BIN, OUT, STATE = map(pathlib.Path, sys.argv[1:4])
HERE = pathlib.Path(__file__).resolve().parent
steps = []


def step(flow, text, name=None):
    """Remembers a step that has just been asserted, and takes its picture."""
    name = name or f"{len(steps) + 1:02d}-flow{flow}"
    time.sleep(0.25)  # lets the last frame reach the X server; nothing is asserted by it
    picture(OUT / f"{name}.png")
    steps.append({"flow": flow, "step": text, "picture": f"{name}.png"})
    print(f"ok   flow {flow}: {text}", flush=True)


class Console:
    def __init__(self):
        self.log = open(STATE / "console.log", "w+b")
        self.process = subprocess.Popen(
            [BIN / "merchant-console", "--demo", "--profile", STATE / "profile"], stdout=subprocess.PIPE, stderr=self.log)
        self.ready = json.loads(self.process.stdout.readline())
        self.app = App("merchant-console")

    def cell(self, contains):
        return self.app.find("table cell", contains=contains)

    def row_texts(self, number):
        """The spoken texts of the row of an order, in column order."""
        cells = self.app.all("table cell")
        for index, cell in enumerate(cells):
            if number in cell.name and not cell.name.startswith("Actions"):
                return [other.name for other in cells[max(0, index - 2):index + 8]]
        return []

    def status_of(self, number):
        for text in self.row_texts(number):
            if text in STATUSES:
                return text
        return None

    def can_be_undone(self, number):
        """Asked for and not sent yet; the row says so behind its status."""
        return any(text.startswith("Cancellation requested") and "Undo" in text for text in self.row_texts(number))

    def quit(self):
        press("ctrl+q")
        return self.process.wait(20)


STATUSES = ("Not shipped", "Packed", "Cancellation requested", "Cancelled", "Shipped", "Delivered", "Returned")


def cancellable(console, skip=()):
    """Numbers of the visible orders that read "Not shipped", newest first."""
    numbers = []
    for cell in console.app.all("push button"):
        if cell.name.startswith("Actions for ") and (number := cell.name.removeprefix("Actions for ")) not in skip:
            if console.status_of(number) == "Not shipped":
                numbers.append(number)
    return numbers


def fill_cancel_window(console, keyboard, comments):
    """By mouse: click into the fields; by keyboard: Tab from the button that has the focus."""
    app = console.app
    app.find("push button", "Keep order")
    if keyboard:
        reach(app, "combo box", "Reason")
    else:
        before = windows(console.process.pid)
        click(app.find("combo box", contains="Reason"))
        until("the list of reasons", lambda: windows(console.process.pid) - before)
    if keyboard:
        press("Down")
        reach(app, "text", "Additional comments")
    else:
        press("Down", "Down", "Return")
        until("the list to close", lambda: not windows(console.process.pid) - before)
        click(app.find("text", contains="Additional comments"))
    write(comments)
    until("the comments", lambda: comments in text_of(app.look("text", contains="Additional comments")))


def flow1(console):
    """Orders dashboard by mouse: … → Cancel order → window → Cancellation requested."""
    app = console.app
    app.find("push button", contains="Actions for MC-")
    step(1, "the dashboard shows the orders of the past 30 days", "01-orders")
    number = until("an order that is not shipped", lambda: cancellable(console))[0]
    before = windows(console.process.pid)
    click(app.find("push button", f"Actions for {number}"))
    until("the menu of the row", lambda: windows(console.process.pid) - before)
    step(1, "the menu behind … is open", "02-row-menu")
    press("Up", "Return")  # the last entry: Cancel order
    app.find("label", f"Cancel order {number}?")
    step(1, "the Cancel order window asks for a reason", "03-cancel-window")
    fill_cancel_window(console, False, "Customer called: wants the dark oak instead.")
    step(1, "a reason is chosen and a comment written", "04-cancel-window-filled")
    click(app.find("push button", "Cancel order"))
    point_at(app.find("push button", "Undo"))  # the message stays as long as the pointer is on it
    until("Cancellation requested, which can be undone", lambda: console.can_be_undone(number))
    app.find("push button", "Undo")
    step(1, "the row reads Cancellation requested, and Undo is offered", "05-requested")
    point_at(app.find("push button", contains="Export"))
    until("Cancelled", lambda: console.status_of(number) == "Cancelled", 60)
    step(1, "the store has processed it: Cancelled, without a reload", "06-cancelled")
    return number


def flow2(console, done):
    """Order page by keyboard alone."""
    app = console.app
    number = cancellable(console, done)[0]
    press("ctrl+f")
    write(number)
    until("one row", lambda: console.status_of(number) and len(cancellable(console)) == 1)
    press("Down", "Return")
    app.find("label", number)
    step(2, "the order page is open, by keyboard", "07-order-page")
    reach(app, "push button", "Cancel order")
    press("space")
    app.find("label", f"Cancel order {number}?")
    fill_cancel_window(console, True, "Wrong house number.")
    reach(app, "push button", "Cancel order")
    press("space")
    app.find("label", "Cancellation")
    app.find("label", contains="Wrong house number.")
    step(2, "the page shows the request with reason and comments", "08-order-page-requested")
    until("Cancelled", lambda: any(text == "Cancelled" for text in app.texts()), 60)
    step(2, "the page shows the outcome", "09-order-page-cancelled")
    return number


def flow3(console, desktop):
    """The customer: confirmation mail → order → … → Cancel order; the console sees it without a reload, and says so."""
    press("ctrl+1", "ctrl+f", "Escape")
    until("all orders again", lambda: len(console.app.all("table cell")) > 40)
    browser = HERE.parent / "e2e" / "tour-customer.mjs"
    result = subprocess.run(["node", browser, console.ready["mailbox"], OUT], capture_output=True, text=True)
    sys.stderr.write(result.stderr)
    if result.returncode:
        raise NotSeen("the customer's part failed")
    answer = json.loads(result.stdout)
    for one in answer["steps"]:
        steps.append({"flow": 3, "step": one["title"], "picture": one["file"]})
        print(f"ok   flow 3: {one['title']}", flush=True)
    number = next(word for word in answer["order"].split() if word.startswith("MC-"))
    until("the customer's cancellation", lambda: console.status_of(number) in ("Cancellation requested", "Cancelled"))
    step(3, "the console shows the customer's cancellation without a reload", "16-console-sees-it")
    note = until("a notification of the desktop", lambda: next((one for one in desktop.shown if number in one[2]), None))
    desktop.activate(note[0])
    console.app.find("label", "Cancellations")  # the title of the page; the side menu has a list item
    step(3, "a notification told of it, and a click on it opens Cancellations", "17-notified")


def main():
    desktop = Notifications()
    console = Console()
    try:
        first = flow1(console)
        flow2(console, [first])
        flow3(console, desktop)
        code = console.quit()
        if code != 0:
            raise NotSeen(f"the console ended with {code}")
    except Exception as error:
        picture(OUT / "failed.png")
        (OUT / "failed.txt").write_text(f"{error}\n\n{console.app.dump()}\n")
        console.log.seek(0)
        sys.stderr.write(console.log.read().decode(errors="replace")[-4000:])
        print(f"FAILED after {len(steps)} steps: {error}")
        return 1
    finally:
        if console.process.poll() is None:
            console.process.terminate()
            console.process.wait(10)
        (OUT / "tour.json").write_text(json.dumps({"steps": steps}, indent=1, ensure_ascii=False) + "\n")
    print(f"{len(steps)} passed, 0 failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
