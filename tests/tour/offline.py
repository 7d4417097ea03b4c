#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""offline.py BIN OUT STATE: a cancellation that is asked for offline survives SIGKILL of the console and is sent once.

Signs in through the window, stops the store, cancels by keyboard, kills the console, starts both again, signs in, and
asks the store how many cancellations there are.
"""
import json
import os
import pathlib
import subprocess
import sys
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import App, click, NotSeen, picture, press, reach, until, write  # noqa: E402

BIN, OUT, STATE = map(pathlib.Path, sys.argv[1:4])
DATA = STATE / "store"
EMAIL, PASSWORD = "kim@example.com", "correct horse battery"
ENVIRONMENT = {**os.environ, "MERCHANT_STORE_PASSWORD": PASSWORD}


def tool(*words):
    done = subprocess.run([BIN / "merchant-store", *words, "--data", DATA], env=ENVIRONMENT, capture_output=True, text=True)
    if done.returncode:
        raise NotSeen(f"merchant-store {words[0]}: {done.stderr}")
    return done.stdout


class Store:
    def __init__(self, port):
        self.process = subprocess.Popen(
            [BIN / "merchant-store", "serve", "--listen", f"127.0.0.1:{port}", "--data", DATA],
            stdout=subprocess.PIPE, stderr=open(STATE / "store.log", "ab"))
        self.url = json.loads(self.process.stdout.readline())["url"]

    def stop(self):
        self.process.terminate()
        if self.process.wait(20) != 0:
            raise NotSeen("the store did not end with 0")


def ask(url, method, body, token=None):
    request = urllib.request.Request(url, data=body and json.dumps(body).encode(), method=method,
                                     headers={"Content-Type": "application/json"})
    if token:
        request.add_header("Authorization", f"Bearer {token}")
        request.add_header("Idempotency-Key", "0123456789abcdef-offline")
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.loads(answer.read())


ORDER = {"number": "MC-1", "version": 1, "placedAt": "2026-11-22T10:00:00Z", "currency": "EUR", "totalMinor": 2500,
         "customer": {"name": "Hanna Lindqvist", "email": "hanna@example.com"},
         "payment": {"status": "paid", "paidMinor": 2500},
         "lines": [{"id": "1", "title": "Mug", "quantity": 1, "unitPriceMinor": 2500}], "sendConfirmation": False}


def start_console():
    process = subprocess.Popen([BIN / "merchant-console", "--profile", STATE / "offline-profile"],
                               stdout=subprocess.DEVNULL, stderr=open(STATE / "console.log", "ab"))
    return process, App("merchant-console")


def sign_in(app, url):
    until("the sign-in page", lambda: app.look("push button", "Sign in"))
    for label, text in (("Store address", url), ("E-mail", EMAIL), ("Password", PASSWORD)):
        field = until(label, lambda: next((node for role in ("text", "password text") for node in app.all(role)
                                           if label.lower() in node.name.lower()), None))
        field.queryComponent().grabFocus()
        press("ctrl+a")
        write(text)
    press("Return")


def badge(app, text):
    return until(text, lambda: any(cell.name.startswith(text) for cell in app.all("table cell")), 60)


def main():
    tool("store", "add", "Offline test", "--currency", "EUR", "--time-zone", "UTC")
    tool("staff", "add", EMAIL, "--name", "Kim", "--role", "owner")
    store = Store(0)
    port = store.url.rsplit(":", 1)[1]
    token = ask(store.url + "/v1/sessions", "POST", {"email": EMAIL, "password": PASSWORD})["token"]
    order = ask(store.url + "/v1/orders/shop-1", "PUT", ORDER, token)["id"]
    process, app = start_console()
    try:
        sign_in(app, store.url)
        badge(app, "Not shipped")
        store.stop()
        press("ctrl+f", "Down", "Delete")
        app.find("push button", "Keep order")
        reach(app, "combo box", "Reason")
        press("Down")
        reach(app, "push button", "Cancel order")
        press("space")
        badge(app, "Cancellation requested")
        picture(OUT / "offline-queued.png")
        process.kill()
        process.wait(10)
        store = Store(port)
        if ask_order(store, order, token)["cancellations"]:
            raise NotSeen("the store had a cancellation before the console was started again")
        process, app = start_console()
        badge(app, "Cancel")  # read from this computer, also before a sign-in
        if button := app.look("push button", "Sign in"):
            click(button)  # no keychain here: what waits is sent after a sign-in
            sign_in(app, store.url)
        sent = until("the cancellation in the store", lambda: ask_order(store, order, token)["cancellations"], 60)
        badge(app, "Cancelled")
        sent = ask_order(store, order, token)["cancellations"]
        if len(sent) != 1 or sent[0]["state"] != "succeeded":
            raise NotSeen(f"{len(sent)} cancellations, the first is {sent[0]['state']}")
        picture(OUT / "offline-sent.png")
    except Exception as error:
        picture(OUT / "failed.png")
        (OUT / "failed.txt").write_text(f"{error}\n\n{app.dump()}\n")
        print(f"FAILED: {error}")
        return 1
    finally:
        for one in (process, store.process):
            if one.poll() is None:
                one.terminate()
                one.wait(20)
    print("ok   offline: killed with a queued cancellation, started again, sent once")
    return 0


def ask_order(store, order, token):
    return ask(f"{store.url}/v1/orders/{order}", "GET", None, token)


if __name__ == "__main__":
    sys.exit(main())
