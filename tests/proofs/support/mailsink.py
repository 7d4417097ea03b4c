# SPDX-License-Identifier: Apache-2.0
"""A real SMTP server on a free port of this process that keeps what a proof looks at: Message-ID, subject, link."""
import re
import socket
import threading

from aiosmtpd.controller import Controller

LINK = re.compile(rb"/o/([A-Za-z0-9_-]{20,})")


class MailSink:
    def __init__(self):
        self.lock, self.mails = threading.Lock(), []
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.port}"

    async def handle_DATA(self, server, session, envelope):  # the name is aiosmtpd's
        head, _, body = envelope.content.partition(b"\r\n\r\n")
        text = re.sub(rb"=\r\n", b"", body)
        link = LINK.search(text)
        mail = {"id": re.search(rb"(?mi)^Message-ID:\s*<([^>]+)>", head).group(1).decode(),
                "to": envelope.rcpt_tos[0], "link": link.group(1).decode() if link else None}
        with self.lock:
            self.mails.append(mail)
        return "250 OK"

    def taken(self):
        with self.lock:
            return list(self.mails)

    def stop(self):
        self.controller.stop()
