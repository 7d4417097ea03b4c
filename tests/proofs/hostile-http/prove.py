#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hostile clients: ambiguous requests are refused and nothing is smuggled, slow ones are ended, many cost bounded memory, bursts
are told to come back, and meanwhile others are served within a second. n is the number of fast connections; 0.4 n stay idle."""
import contextlib
import pathlib
import subprocess
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import attacks  # noqa: E402
from attacks import NeverReading, Slow  # noqa: E402
from bursts import Bursts  # noqa: E402
from proof import Proof  # noqa: E402
from scene import Scene  # noqa: E402
from shapes import HOST, JSON  # noqa: E402
from store import Cli, StoreProcess, wait_for  # noqa: E402

SECOND = 1.0  # how long others may wait
# Announced by clients that nobody knows: what they make the store hold at most (the product's maxBodyBytes).
BODY_BUDGET_KIB = 256 * 1024
# A quarter of a gigabit: faster, loopback shows how fast this machine copies, not what withheld bodies do.
LINE_BYTES_PER_SECOND = 32 * 1024 * 1024
# A sanitizer keeps what was freed, to see who still uses it; that is not the store's memory.
ENVIRONMENT = {"ASAN_OPTIONS": "detect_leaks=1:quarantine_size_mb=8:thread_local_quarantine_size_kb=64"}
IDLE_KIB = 48  # what one silent connection may cost; the sanitizer's bookkeeping included


class Witness:
    """Others, who want to be served in the meantime."""

    def __init__(self, address, path, token, is_tls=False):
        command = [sys.executable, str(pathlib.Path(__file__).resolve().parent / "prober.py"), *map(str, address), path, "tls" if is_tls else "plain"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process.stdin.write(f"{token}\n")
        self.process.stdin.flush()
        self.seen = []  # (began, seconds, status)
        self.reader = threading.Thread(target=self._read)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            began, seconds, status = line.split()
            self.seen.append((float(began), float(seconds), status))

    def stop(self):
        with contextlib.suppress(OSError):
            self.process.stdin.close()
        self.process.wait(30)
        self.reader.join()

    def between(self, begin, end):
        """How often they asked, the longest wait, what came besides 200."""
        wait_for(lambda: self.seen and self.seen[-1][0] > end, "the witness")  # who had asked before the end was answered
        those = [one for one in self.seen if begin <= one[0] <= end]
        return len(those), round(max((one[1] for one in those), default=0), 3), sorted({one[2] for one in those} - {"200"})


class Siege:
    """The phases one after the other, with what they cost in memory."""

    def __init__(self, proof, scene, witness):
        self.proof, self.scene, self.store, self.witness = proof, scene, scene.process, witness
        self.waits, self.memory, self.last = {}, {}, None

    def endure(self, attack):
        """Once; again when others had to wait. What the machine was busy with by chance does not happen three times."""
        for _ in range(3):
            attack()
            name, begin, end = self.last
            told = self.witness.between(begin, end)
            self.waits[name] = told[1]
            if is_served(told):
                return
            print(f"{name}: others waited {told[1]} s", flush=True)
        self.proof.violation(f"{name}: others asked {told[0]} times, waited {told[1]} s, got {told[2]}")

    @contextlib.contextmanager
    def phase(self, name):
        began, before = time.monotonic(), self.store.memory_kib()
        grown = {}
        yield grown
        grown["kib"] = grown.get("kib", self.store.memory_kib() - before)
        self.memory[name] = grown["kib"]
        self.last = (name, began, time.monotonic())
        print(f"{name}: {time.monotonic() - began:.1f} s, {grown['kib']} KiB more", flush=True)

    def grown(self, before):
        return self.store.memory_kib() - before

    def ambiguous(self):
        address, check = self.store.address, self.proof.check
        with self.phase("shapes"):
            self.proof.figure("shapes", attacks.shapes(address, check))
            attacks.split_anywhere(address, self.proof.random("cuts"), check, 60)
            attacks.pipelining(address, check)
            attacks.half_close(address, check)

    def idle(self):
        count = min(self.proof.n * 4 // 10, attacks.raise_file_limit(20_000) - 200)
        with self.phase("idle connections") as grown:
            before = self.store.memory_kib()
            connections = attacks.connect(self.store.address, count)
            self.scene.client["owner"].request("GET", "/v1/store")  # behind them in the queue, so they are all accepted
            grown["kib"] = self.grown(before)
            self.proof.figure("idle", count)
            self.proof.figure("idle_kib_each", round(grown["kib"] / max(1, count), 1))
            self.proof.check(grown["kib"] <= 20_000 + IDLE_KIB * count, f"{count} idle connections cost {grown['kib']} KiB")
            time.sleep(2)  # they stay, and others come: the witness
            attacks.hang_up(connections)

    def fast(self):
        with self.phase("fast connections"):
            began = time.monotonic()
            good = attacks.fast(self.store.address, self.proof.n)
            self.proof.figure("fast_per_second", round(self.proof.n / (time.monotonic() - began)))
            self.proof.check(good == self.proof.n, f"{good} of {self.proof.n} fast connections were served")

    def bodies(self):
        """Each announces a megabyte, sends nearly all of it and waits; nobody has signed in."""
        count, size = 400, 1024 * 1024
        head = b"PUT /v1/orders/x HTTP/1.1\r\n" + HOST + JSON + b"Content-Length: %d\r\n\r\n" % size
        with self.phase("withheld bodies") as grown:
            before = self.store.memory_kib()
            attackers = Slow(self.store.address, count, head)
            rest = {connection: size - 1 for connection in attackers.connections}
            piece, began, sent = b"x" * 65536, time.monotonic(), 0
            while rest and time.monotonic() < began + 30:
                for connection, left in list(rest.items()):
                    while sent > LINE_BYTES_PER_SECOND * (time.monotonic() - began):
                        time.sleep(0.002)
                    try:
                        taken = connection.send(piece[:min(left, len(piece))])
                        rest[connection] -= taken
                        sent += taken
                    except BlockingIOError:
                        continue
                    except OSError:
                        rest[connection] = 0  # it was told to come back
                    if rest[connection] == 0:
                        del rest[connection]
            # A busy machine may take a while until the store has read what lies in the sockets; then a second more.
            refused = []

            def has_refused():
                if not refused and any(data.startswith(b"HTTP/1.1 503 ") for data in attackers.answers.values()):
                    refused.append(time.monotonic())
                return bool(refused) and time.monotonic() > refused[0] + 1

            attackers.run(until=time.monotonic() - attackers.began + 20, is_enough=has_refused)
            grown["kib"] = self.grown(before)
            turned_away = sum(data.startswith(b"HTTP/1.1 503 ") for data in attackers.answers.values())
            self.proof.check(grown["kib"] < BODY_BUDGET_KIB * 3 // 2, f"withheld bodies cost {grown['kib']} KiB")
            self.proof.check(0 < turned_away < count, f"{turned_away} of {count} withheld bodies were turned away")

    def never_reading(self):
        with self.phase("never reading") as grown:
            before = self.store.memory_kib()
            ask = f"GET /v1/orders HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {self.scene.client['owner'].token}\r\n\r\n".encode()
            deaf = [NeverReading(self.store.address, 60, ask, times=1), NeverReading(self.store.address, 20, ask, times=500)]
            time.sleep(3)
            grown["kib"] = self.grown(before)
            self.proof.check(grown["kib"] < 160 * 1024, f"80 clients that take nothing cost {grown['kib']} KiB")
            for one in deaf:
                one.close()

    def bursts(self):
        with self.phase("bursts"):
            self.proof.figure("bursts", Bursts(self.scene, self.proof.check).all())


class Patience:
    """What only time shows, from the beginning to the end of the proof: headers and bodies that never end."""

    def __init__(self, address, is_control=False):
        header = b"GET /v1/health HTTP/1.1\r\nX: "
        body = b"POST /v1/sessions HTTP/1.1\r\n" + HOST + JSON + b"Content-Length: 16000\r\n\r\n"
        self.limits = {"slow header": (7, 408), "slow first line": (7, 408)}
        slow = {"slow header": Slow(address, 30, header, b"x"), "slow first line": Slow(address, 30, b"G", b"E")}
        if not is_control:
            self.limits["slow body"] = (64, 408)
            slow["slow body"] = Slow(address, 30, body, b" ")
        self.slow = slow
        self.threads = [threading.Thread(target=one.run, args=(self.limits[name][0] + 6,)) for name, one in slow.items()]
        for thread in self.threads:
            thread.start()

    def judge(self, check):
        for thread in self.threads:
            thread.join()
        for name, (limit, status) in self.limits.items():
            one = self.slow[name]
            check(one.latest() <= limit + 3, f"{name}: the last one was ended after {one.latest():.1f} s")
            check(one.statuses() <= {status, None}, f"{name}: {one.statuses()}")


def tls(proof):
    """Clients that connect and do not shake hands."""
    folder = proof.work / "tls"
    Cli(proof.build, folder).add_store("Shop")
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost",
               "-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    arguments = ["--tls-cert", str(folder / "cert.pem"), "--tls-key", str(folder / "key.pem")]
    with StoreProcess(proof.build, folder, arguments=arguments, env=ENVIRONMENT) as store:
        witness = Witness(store.address, "/v1/health", "none", is_tls=True)
        before, began = store.memory_kib(), time.monotonic()
        silent = attacks.silent_tls(store.address, 300)
        garbage = Slow(store.address, 50, b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        half = Slow(store.address, 50, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03")
        proof.check(attacks.served_by_tls(store.address).status == 200, "TLS: nobody is served")
        for name, one, limit in (("silent TLS", silent, 8), ("garbage instead of TLS", garbage, 8), ("half a ClientHello", half, 10)):
            one.run(until=limit + 5)
            proof.check(one.latest() <= limit + 4, f"{name}: the last one was ended after {one.latest():.1f} s")
        proof.check(store.memory_kib() - before < 100 * 1024, f"silent TLS cost {store.memory_kib() - before} KiB")
        told = witness.between(began, time.monotonic())
        witness.stop()
        proof.check(is_served(told), f"silent TLS: others asked {told[0]} times, waited {told[1]} s, got {told[2]}")
        proof.check(store.stop() == 0, "TLS: the store did not end well")


def is_served(told):
    count, longest, others = told
    return count > 0 and longest <= SECOND and not others


def control(proof):
    """The same checks against a store without limits."""
    found = []
    with Scene(proof.build, proof.work / "control", proof.random("control"), env={"MC_PLANTED_BUG": "limits-off"}) as scene:
        patience = Patience(scene.process.address, is_control=True)
        Bursts(scene, lambda holds, what: holds or found.append(what)).by_order()
        patience.judge(lambda holds, what: holds or found.append(what))
    proof.control("limits-off", any("slow header" in one for one in found) and any("per order" in one for one in found))


def many_requests(proof):
    """With a limit that a store in a sanitizer build on a slow machine can be brought to."""
    with Scene(proof.build, proof.work / "few", proof.random("few"), env=ENVIRONMENT, arguments=("--token-requests", "50")) as scene:
        bursts = Bursts(scene, proof.check)
        bursts.by_token()
        proof.figure("token_knocks", bursts.knocks)


def main():
    proof = Proof("hostile-http", __doc__)
    many_requests(proof)
    with Scene(proof.build, proof.work / "store", proof.random("scene"), env=ENVIRONMENT) as scene:
        for _ in range(300):
            scene.order()
        order = scene.order()
        patience = Patience(scene.process.address)
        others = threading.Thread(target=control, args=(proof,))
        others.start()
        witness = Witness(scene.process.address, f"/v1/orders/{order['id']}", scene.client["owner"].token)
        siege = Siege(proof, scene, witness)
        for attack in (siege.ambiguous, siege.never_reading, siege.idle, siege.fast, siege.bodies, siege.bursts):
            siege.endure(attack)
        others.join()
        tls(proof)
        patience.judge(proof.check)
        witness.stop()
        proof.figure("longest_wait_s", max(siege.waits.values()))
        proof.figure("memory_kib", siege.memory)
        proof.check(scene.stop() == 0, "the store did not end well")
    proof.close()


if __name__ == "__main__":
    main()
