# SPDX-License-Identifier: Apache-2.0
"""An SMTP server on a free port that prints each mail as one line of JSON. Ends when its input closes.

A recipient with "-451@" or "-550@" is answered with that code, "-554-data@" is refused after the data.
"""
import email
import email.policy
import json
import socket
import sys

from aiosmtpd.controller import Controller


class Sink:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if "-451@" in address:
            return "451 4.3.0 Busy"
        if "-550@" in address:
            return "550 5.1.1 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if any("-554-data@" in address for address in envelope.rcpt_tos):
            return "554 5.7.1 Refused"
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        parts = [part for part in mail.walk() if not part.is_multipart()]
        bodies = {part.get_content_type(): part.get_content().replace("\r\n", "\n") for part in parts}
        print(json.dumps({
            "envelopeFrom": envelope.mail_from,
            "envelopeTo": envelope.rcpt_tos,
            "contentType": mail.get_content_type(),
            "parts": ", ".join(f"{part.get_content_type()} {part.get_content_charset()}" for part in parts),
            "headerNames": " ".join(mail.keys()),
            "subject": mail["Subject"],
            "from": mail["From"],
            "to": mail["To"],
            "replyTo": mail["Reply-To"],
            "date": mail["Date"],
            "messageId": mail["Message-ID"],
            "autoSubmitted": mail["Auto-Submitted"],
            "text": bodies.get("text/plain"),
            "html": bodies.get("text/html"),
            "defects": [str(defect) for part in mail.walk() for defect in part.defects],
        }), flush=True)
        return "250 OK"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


port = free_port()
controller = Controller(Sink(), hostname="127.0.0.1", port=port)
controller.start()
print(json.dumps({"port": port}), flush=True)
sys.stdin.read()
controller.stop()
