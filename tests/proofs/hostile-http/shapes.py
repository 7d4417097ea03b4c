# SPDX-License-Identifier: Apache-2.0
"""Requests that two servers in a row might cut differently, or that no proper client sends, and what must come of them."""

HOST = b"Host: localhost\r\n"
# Hidden in or behind each shape; whoever answers it has been smuggled something.
HIDDEN = b"GET /v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n"
JSON = b"Content-Type: application/json\r\n"


def post(headers, body=b""):
    return b"POST /v1/sessions HTTP/1.1\r\n" + HOST + JSON + headers + b"\r\n" + body


def get(headers=HOST, line=b"GET /v1/health HTTP/1.1\r\n"):
    return line + headers + b"\r\n"


CHUNKED = b"Transfer-Encoding: chunked\r\n"

# name: bytes. One answer of 4xx or 5xx, then the end of the connection; HIDDEN behind it is never answered.
REFUSED = {
    "CL.TE": post(b"Content-Length: 5\r\n" + CHUNKED, b"0\r\n\r\n"),
    "TE.CL": post(CHUNKED + b"Content-Length: 4\r\n", b"2c\r\n" + HIDDEN[:44] + b"\r\n0\r\n\r\n"),
    "CL.TE with a tab": post(b"Content-Length: 5\r\nTransfer-Encoding:\tchunked\r\n", b"0\r\n\r\n"),
    "TE twice": post(CHUNKED + CHUNKED, b"0\r\n\r\n"),
    "TE chunked and identity": post(CHUNKED + b"Transfer-Encoding: identity\r\n", b"0\r\n\r\n"),
    "TE chunked, chunked": post(b"Transfer-Encoding: chunked, chunked\r\n", b"0\r\n\r\n"),
    "TE gzip, chunked": post(b"Transfer-Encoding: gzip, chunked\r\n", b"0\r\n\r\n"),
    "TE identity": post(b"Transfer-Encoding: identity\r\n", b"0\r\n\r\n"),
    "TE xchunked": post(b"Transfer-Encoding: xchunked\r\n", b"0\r\n\r\n"),
    "TE empty": post(b"Transfer-Encoding:\r\n", b"0\r\n\r\n"),
    "TE quoted": post(b'Transfer-Encoding: "chunked"\r\n', b"0\r\n\r\n"),
    "TE with a parameter": post(b"Transfer-Encoding: chunked;q=1\r\n", b"0\r\n\r\n"),
    "TE with a vertical tab": post(b"Transfer-Encoding: \x0bchunked\r\n", b"0\r\n\r\n"),
    "TE with a space before the colon": post(b"Transfer-Encoding : chunked\r\n", b"0\r\n\r\n"),
    "TE with a space before the colon, and CL": post(b"Content-Length: 5\r\nTransfer-Encoding : chunked\r\n", b"0\r\n\r\n"),
    "TE behind a bare LF": post(b"X: y\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n", b"0\r\n\r\n"),
    "TE in HTTP/1.0": b"POST /v1/sessions HTTP/1.0\r\n" + HOST + JSON + CHUNKED + b"\r\n0\r\n\r\n",
    "CL twice, the same": post(b"Content-Length: 4\r\nContent-Length: 4\r\n", b"abcd"),
    "CL twice, different": post(b"Content-Length: 4\r\nContent-Length: 60\r\n", b"abcd"),
    "CL list": post(b"Content-Length: 4, 4\r\n", b"abcd"),
    "CL with a plus": post(b"Content-Length: +4\r\n", b"abcd"),
    "CL negative": post(b"Content-Length: -4\r\n", b"abcd"),
    "CL in hex": post(b"Content-Length: 0x4\r\n", b"abcd"),
    "CL with rubbish": post(b"Content-Length: 4x\r\n", b"abcd"),
    "CL with a space": post(b"Content-Length: 4 4\r\n", b"abcd"),
    "CL empty": post(b"Content-Length:\r\n", b"abcd"),
    "CL above 64 bits": post(b"Content-Length: 18446744073709551620\r\n", b"abcd"),
    "CL above 63 bits": post(b"Content-Length: 9223372036854775812\r\n", b"abcd"),
    "CL above the route's limit": post(b"Content-Length: 1048576\r\n", b"abcd"),
    "CL folded": post(b"Content-Length:\r\n 5\r\nContent-Length: 4\r\n", b"abcd"),
    "GET with a body": get(HOST + b"Content-Length: %d\r\n" % len(HIDDEN)) + HIDDEN,
    "GET with chunks": get(HOST + CHUNKED) + b"2f\r\n" + HIDDEN[:47] + b"\r\n0\r\n\r\n",
    "no Host": get(b""),
    "two Hosts": get(HOST + HOST),
    "Host with a path": get(b"Host: localhost/x\r\n"),
    "Host with a user": get(b"Host: me@localhost\r\n"),
    "Host list": get(b"Host: localhost, evil.example\r\n"),
    "Host with a space": get(b"Host: local host\r\n"),
    "first line folded": get(b" X: y\r\n" + HOST),
    "header without a colon": get(HOST + b"nonsense\r\n"),
    "header without a name": get(HOST + b": value\r\n"),
    "space in a name": get(HOST + b"X Y: z\r\n"),
    "NUL in a value": get(HOST + b"X: a\0b\r\n"),
    "NUL in a name": get(HOST + b"X\0: a\r\n"),
    "NUL in the target": get(line=b"GET /v1/hea\0lth HTTP/1.1\r\n"),
    "bare CR in a value": get(HOST + b"X: a\rb\r\n"),
    "bare LF everywhere": b"GET /v1/health HTTP/1.1\nHost: localhost\n\n",
    "bare LF after the first line": b"GET /v1/health HTTP/1.1\nHost: localhost\r\n\r\n",
    "bare LF at the end": b"GET /v1/health HTTP/1.1\r\nHost: localhost\r\n\n",
    "two spaces in the first line": get(line=b"GET  /v1/health HTTP/1.1\r\n"),
    "tab in the first line": get(line=b"GET\t/v1/health\tHTTP/1.1\r\n"),
    "no version": get(line=b"GET /v1/health\r\n"),
    "version in small letters": get(line=b"GET /v1/health http/1.1\r\n"),
    "version 1.2.3": get(line=b"GET /v1/health HTTP/1.23\r\n"),
    "version 2.0": get(line=b"GET /v1/health HTTP/2.0\r\n"),
    "HTTP/2 preface": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "space after the version": get(line=b"GET /v1/health HTTP/1.1 \r\n"),
    "CONNECT": get(line=b"CONNECT localhost:80 HTTP/1.1\r\n"),
    "target without a slash": get(line=b"GET v1/health HTTP/1.1\r\n"),
    "broken escape": get(line=b"GET /v1/%zz HTTP/1.1\r\n"),
    "not UTF-8": get(line=b"GET /v1/%ff HTTP/1.1\r\n"),
    "TLS on a plain port": b"\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03" + b"\x00" * 64 + b"\r\n\r\n",
    "header above the limit": get(HOST + b"X: " + b"x" * 20_000 + b"\r\n"),
    "very many headers": get(HOST + b"".join(b"X%d: y\r\n" % number for number in range(3000))),
    "target above the limit": get(line=b"GET /" + b"x" * 20_000 + b" HTTP/1.1\r\n"),
    "method above the limit": get(line=b"G" * 20_000 + b" / HTTP/1.1\r\n"),
    "compressed body": post(b"Content-Encoding: gzip\r\nContent-Length: 4\r\n", b"abcd"),
    "chunk size negative": post(CHUNKED, b"-1\r\n\r\n0\r\n\r\n"),
    "chunk size with 0x": post(CHUNKED, b"0x4\r\nabcd\r\n0\r\n\r\n"),
    "chunk size empty": post(CHUNKED, b"\r\nabcd\r\n0\r\n\r\n"),
    "chunk size above 64 bits": post(CHUNKED, b"10000000000000004\r\nabcd\r\n0\r\n\r\n"),
    "chunk size of 2^63": post(CHUNKED, b"8000000000000000\r\nabcd\r\n0\r\n\r\n"),
    "chunk longer than its size": post(CHUNKED, b"2\r\nabcd\r\n0\r\n\r\n"),
    "chunk behind a bare LF": post(CHUNKED, b"4\nabcd\r\n0\r\n\r\n"),
    "chunk of another route's size": post(CHUNKED, b"100000\r\n" + b"x" * 20_000),
    "chunk extension of 200 KB": post(CHUNKED, b"4;" + b"x" * 200_000 + b"\r\nabcd\r\n0\r\n\r\n"),
    "trailers of 200 KB": post(CHUNKED, b"0\r\n" + b"X: y\r\n" * 34_000 + b"\r\n"),
    "chunks of one byte above the limit": post(CHUNKED, b"1\r\nx\r\n" * 17_000 + b"0\r\n\r\n"),
}

# name: (bytes, statuses of all answers, HIDDEN behind it included). Unusual, and understood in one way only.
UNDERSTOOD = {
    "plain": (get(), [200, 200]),
    "chunked": (post(CHUNKED, b"2\r\n{}\r\n0\r\n\r\n"), [400, 200]),
    "chunked in capitals": (post(b"Transfer-Encoding: CHUNKED\r\n", b"2\r\n{}\r\n0\r\n\r\n"), [400, 200]),
    "chunk with an extension": (post(CHUNKED, b"2;a=b\r\n{}\r\n0\r\n\r\n"), [400, 200]),
    "length with zeros": (post(b"Content-Length: 002\r\n", b"{}"), [400, 200]),
    "absolute target": (get(line=b"GET http://elsewhere.example/v1/health HTTP/1.1\r\n"), [200, 200]),
    "upgrade to h2c is not taken": (get(HOST + b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"), [200, 200]),
    "Expect without a body": (get(HOST + b"Expect: 100-continue\r\n"), [200, 200]),
    "unknown method": (get(line=b"BREW /v1/health HTTP/1.1\r\n"), [405, 200]),
    "override of the method is not taken": (get(HOST + b"X-HTTP-Method-Override: DELETE\r\n"), [200, 200]),
    "nothing there": (get(line=b"GET /v1/nothing HTTP/1.1\r\n"), [404, 200]),
    "a slash in an escape is no separator": (get(line=b"GET /v1%2Fhealth HTTP/1.1\r\n"), [404, 200]),
    "dots are no way up": (get(line=b"GET /v1/orders/../health HTTP/1.1\r\n"), [404, 200]),
}

# RFC 9112 leaves a choice: one header with spaces for the fold, or no. Never two requests out of one.
EITHER = {
    "folded value": get(HOST + b"X: a\r\n b\r\n"),
    "folded TE": post(b"Transfer-Encoding:\r\n chunked\r\n", b"2\r\n{}\r\n0\r\n\r\n"),
    "empty lines first": b"\r\n\r\n" + get(),
    "chunk size with a space": post(CHUNKED, b"2 \r\n{}\r\n0\r\n\r\n"),
    "trailer that looks like a length": post(CHUNKED, b"2\r\n{}\r\n0\r\nContent-Length: 50\r\n\r\n"),
    "empty Host": get(b"Host:\r\n"),
}
