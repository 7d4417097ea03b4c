# SPDX-License-Identifier: Apache-2.0
"""A bad network in front of one HTTP server: delays, drops, resets, repeats, swallows, refuses, and loses answers after the
request was carried out. One request for each connection; answers are passed on as they come. Runs in a thread."""
import asyncio
import collections
import random
import socket
import struct
import threading

FAULTS = ("delay", "drop request", "drop answer", "reset", "duplicate", "black hole", "5xx", "lost answer", "stutter")


class FaultProxy:
    def __init__(self, seed, target, rate=0.3, faults=FAULTS, method=b""):
        """`target`: the port of the server, asked for at each connection. `rate`: how many of the requests that begin with
        `method` meet one of the `faults`."""
        self.random, self.target, self.rate = random.Random(seed), target, rate
        self.faults, self.method = faults, method
        self.counts = collections.Counter()
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.started = threading.Event()
        self.thread.start()
        self.started.wait(10)

    def _run(self):
        asyncio.set_event_loop(self.loop)
        server = self.loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self.started.set()
        self.loop.run_forever()
        server.close()
        under_way = asyncio.all_tasks(self.loop)
        for task in under_way:
            task.cancel()
        self.loop.run_until_complete(asyncio.gather(*under_way, return_exceptions=True))
        self.loop.close()

    def stop(self):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)

    async def _serve(self, reader, writer):
        try:
            await self._answer(reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError):
            pass
        finally:
            writer.close()

    async def _request(self, reader):
        head = await reader.readuntil(b"\r\n\r\n")
        length = 0
        lines = []
        for line in head[:-4].split(b"\r\n"):
            name = line.split(b":", 1)[0].lower()
            if name == b"content-length":
                length = int(line.split(b":", 1)[1])
            if name != b"connection":
                lines.append(line)
        return b"\r\n".join(lines) + b"\r\nConnection: close\r\n\r\n" + await reader.readexactly(length)

    async def _answer(self, reader, writer):
        request = await self._request(reader)
        is_met = request.startswith(self.method) and self.random.random() < self.rate
        fault = self.random.choice(self.faults) if is_met else None
        self.counts[fault or "passed"] += 1
        if fault == "delay":
            await asyncio.sleep(self.random.random() * 0.5)
        elif fault == "reset":
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return
        elif fault == "black hole":
            await asyncio.sleep(5)
            return
        elif fault == "5xx":
            status = self.random.choice(("500 Internal Server Error", "502 Bad Gateway", "503 Service Unavailable"))
            writer.write(f"HTTP/1.1 {status}\r\nContent-Length: 4\r\nConnection: close\r\n\r\noops".encode())
            await writer.drain()
            return
        elif fault == "duplicate":
            await self._forward(request, None, None)
        kept = self.random.randrange(len(request)) if fault == "drop request" else None
        await self._forward(request[:kept], None if fault == "lost answer" else writer, fault)

    async def _forward(self, request, writer, fault):
        """Sends it on and passes the answer back; without a writer the answer is read and thrown away."""
        upstream, out = await asyncio.open_connection("127.0.0.1", self.target())
        try:
            out.write(request)
            await out.drain()
            if fault == "drop request":
                return
            left = self.random.randrange(400) if fault == "drop answer" else None
            while piece := await asyncio.wait_for(upstream.read(65536), 20):
                if writer is None:
                    if b"text/event-stream" in piece:
                        return
                    continue
                if left is not None:
                    piece, left = piece[:left], left - len(piece)
                for part in ([piece[i:i + 50] for i in range(0, min(len(piece), 2000), 50)] + [piece[2000:]]
                             if fault == "stutter" else [piece]):
                    writer.write(part)
                    await writer.drain()
                    if fault == "stutter":
                        await asyncio.sleep(0.002)
                if left is not None and left <= 0:
                    return
        finally:
            out.close()
