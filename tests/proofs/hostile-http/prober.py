# SPDX-License-Identifier: Apache-2.0
"""A customer of the store while others attack it, in a process of its own so that its clock is not the attackers': asks again and
again on new connections and writes one line an answer: when it was asked, how long it took, what came. Ends with its input."""
import http.client
import select
import ssl
import sys
import time


def ask(host, port, path, token, is_tls):
    began = time.monotonic()
    try:
        if is_tls:  # the proof's own certificate, which nobody has signed
            context = ssl.create_default_context()
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            connection = http.client.HTTPSConnection(host, port, timeout=10, context=context)
        else:
            connection = http.client.HTTPConnection(host, port, timeout=10)
        connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
        status = connection.getresponse().status
        connection.close()
    except OSError as error:
        status = type(error).__name__
    return began, time.monotonic() - began, status


def main():
    host, port, path, is_tls = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4] == "tls"
    token = sys.stdin.readline().strip()  # not in the list of processes
    turn = 0
    while not select.select([sys.stdin], [], [], 0.1)[0]:
        turn += 1
        began, seconds, status = ask(host, port, path if turn % 2 else "/v1/health", token, is_tls)
        print(f"{began:.4f} {seconds:.4f} {status}", flush=True)


if __name__ == "__main__":
    main()
