"""The way to an order system: straight or through httpx, the answers and the troubles are the same; what is used again."""

from __future__ import annotations

import asyncio
import gzip
import socket
import struct
import threading
import zlib
from contextlib import contextmanager

import httpx  # noqa: F401 - its loading is none of an answer's time
import pytest

from roster_import.errors import AnswerLost, NoAnswer, NotSent
from roster_import.model.request import Request
from roster_import.place.http import MOST_BYTES, Clock, Patience, Sender
from roster_import.place.wire import Wire
from roster_import.targets.protocol import Access

GET = Request(method="GET", path="/api/orders/7?x=1%2F2")
POST = Request(method="POST", path="/api/orders", body='{"a": "ø"}', headers={"Idempotency-Key": "k"}, repeatable=False)
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


class Server:
    """Answers each connection's requests with what is next, bytes or something to do with the socket, and notes them."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.heard = []  # (number of the connection, request)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._connections = 0
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self._connections += 1
            threading.Thread(target=self._talk, args=(connection, self._connections), daemon=True).start()

    def _talk(self, connection, number):
        with connection:
            while (request := _request(connection)) is not None:
                self.heard.append((number, request))
                answer = self.answers.pop(0) if self.answers else OK
                if callable(answer):
                    if answer(connection):
                        return
                else:
                    connection.sendall(answer)

    def close(self):
        self._socket.close()


def _request(connection):
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece:
            return None
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    length = next(
        (int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")), 0
    )
    while len(body) < length:
        body += connection.recv(65536)
    return head.decode("latin-1"), body.decode()


@contextmanager
def serving(*answers):
    server = Server(*answers)
    try:
        yield server
    finally:
        server.close()


def sending(url, *requests, way="straight", timeout=2.0, **access):
    """What becomes of requests sent one after the other."""

    async def run():
        reached = Access(url=url, headers={"X-Api-Key": "secret-key"}, secrets=("secret-key",), **access)
        async with Sender(reached, timeout=timeout, in_flight=4, clock=Clock()) as sender:
            if way == "httpx":
                sender._network._wire = None
            else:
                assert sender._network._wire is not None
            told = []
            for request in requests:
                try:
                    told.append(await sender.send(request, lambda reply: reply, Patience(tries=1)))
                except NoAnswer as error:
                    told.append((type(error), str(error).replace(url, "URL"), error.retry_after))
            return told

    return asyncio.run(run())


def closing(connection):
    return True


def resetting(connection):
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return True


def then_closing(data):
    def answer(connection):
        connection.sendall(data)
        return True

    return answer


def silent(connection):
    connection.recv(1)
    return True


def _packed(coding, body, form=gzip.compress):
    data = form(body)
    return b"HTTP/1.1 200 OK\r\nContent-Encoding: %b\r\nContent-Length: %d\r\n\r\n%b" % (coding, len(data), data)


ANSWERS = {
    "plain": OK,
    "chunked": b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{\"a\r\n3\r\n\":1\r\n1\r\n}\r\n0\r\n\r\n",
    "until the end": then_closing(b"HTTP/1.0 200 OK\r\n\r\n{\"a\": 1}"),
    "gzip": _packed(b"gzip", b'{"a": "packed"}'),
    "deflate": _packed(b"deflate", b'{"a": "packed"}', zlib.compress),
    "not gzip": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
    "nothing": b"HTTP/1.1 204 No Content\r\n\r\n",
    "a word before": b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + OK,
    "latin": b"HTTP/1.1 400 Bad\r\nContent-Type: text/plain; charset=latin1\r\nContent-Length: 4\r\n\r\n\xf8\xe5 k",
    "the key in an error": b"HTTP/1.1 400 Bad\r\nContent-Length: 10\r\n\r\nsecret-key",
    "a date": b"HTTP/1.1 200 OK\r\nDate: D\r\nRetry-After: 3\r\nContent-Length: 2\r\n\r\n{}",
    "a redirect": b"HTTP/1.1 302 Found\r\nLocation: https://example.test/\xc3\xb8?k=secret-key\r\nContent-Length: 9\r\n\r\n",
    "too many": b"HTTP/1.1 429 Too Many\r\nRetry-After: 90\r\nContent-Length: 4\r\n\r\nslow",
    "half a body": then_closing(b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{}"),
    "half a chunk": then_closing(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{}"),
    "half a head": then_closing(b"HTTP/1.1 200 OK\r\nContent-Le"),
    "nothing at all": closing,
    "a reset": resetting,
    "no HTTP": then_closing(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"),
    "an endless head": then_closing(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000),
    "too much": then_closing(b"HTTP/1.1 200 OK\r\n\r\n[" + b" " * (MOST_BYTES + 1)),
    "too much, packed": _packed(b"gzip", b"[" + b" " * (MOST_BYTES + 1)),
    "silence": silent,
    "silence in the middle": lambda connection: connection.sendall(OK[:-1]) or silent(connection),
}  # fmt: skip


@pytest.mark.parametrize("request_", [GET, POST], ids=["reading", "placing"])
@pytest.mark.parametrize("name", list(ANSWERS))
def test_straight_and_through_httpx_are_told_the_same(name, request_):
    told, timeout = [], 0.7 if "silence" in name else 20.0
    for way in ("straight", "httpx"):
        with serving(ANSWERS[name]) as server:
            answered = sending(server.url, request_, way=way, timeout=timeout)
            told.append((answered, [_said(each) for _, each in server.heard]))
    assert told[0] == told[1]
    assert len(told[0][1]) == 1, "one request was heard"


def _said(request):
    head, body = request
    first, *lines = head.split("\r\n")
    return first, sorted(line.lower() for line in lines if not line.lower().startswith("host:")), body


@pytest.mark.parametrize("way", ["straight", "httpx"])
def test_an_address_where_nobody_listens_is_not_reached(way):
    with socket.create_server(("127.0.0.1", 0)) as unheard:
        url = f"http://127.0.0.1:{unheard.getsockname()[1]}"
    assert sending(url, POST, way=way) == [(NotSent, "URL cannot be reached (All connection attempts failed).", None)]


def test_only_a_reading_takes_a_connection_that_was_left_open():
    with serving() as server:
        told = sending(server.url, POST, GET, GET, POST, POST, GET)
        assert [reply.code for reply in told] == [200] * 6
        assert [number for number, _ in server.heard] == [1, 1, 1, 2, 3, 3]


def test_no_more_connections_are_left_open_than_are_used_at_once():
    with serving() as server:

        async def run():
            async with Sender(
                Access(url=server.url, headers={}, secrets=()), timeout=2, in_flight=3, clock=Clock()
            ) as sender:
                for request in (POST, GET):
                    await asyncio.gather(*(sender.send(request, lambda r: r, Patience(tries=1)) for _ in range(20)))
                    assert len(sender._network._wire._idle) == 3

        asyncio.run(run())
        assert max(number for number, _ in server.heard) == 20, "the readings took what was open"


def test_a_reading_on_a_connection_that_is_closed_just_then_is_asked_again_on_another():
    with serving(OK, closing, OK, resetting, OK) as server:
        told = sending(server.url, GET, GET, GET)
        assert [reply.code for reply in told] == [200] * 3
        assert [number for number, _ in server.heard] == [1, 1, 2, 2, 3]


def test_what_comes_unasked_on_an_open_connection_is_no_answer():
    late = b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"

    def idle(connection):
        connection.sendall(OK)
        connection.sendall(late)

    with serving(idle) as server:

        async def run():
            access = Access(url=server.url, headers={}, secrets=())
            async with Sender(access, timeout=2, in_flight=4, clock=Clock()) as sender:
                first = await sender.send(GET, lambda reply: reply, Patience(tries=1))
                await asyncio.sleep(0.05)
                return first, await sender.send(GET, lambda reply: reply, Patience(tries=1))

        assert [reply.code for reply in asyncio.run(run())] == [200, 200]
        assert [number for number, _ in server.heard] == [1, 2]


def test_a_placing_that_breaks_off_is_sent_once_and_its_answer_lost():
    with serving(OK, closing) as server:
        told = sending(server.url, GET, POST)
        assert told[1] == (
            AnswerLost,
            "URL broke off the answer (Server disconnected without sending a response.).",
            None,
        )
        assert [number for number, _ in server.heard] == [1, 2]


@pytest.mark.parametrize(
    "url",
    [
        "http://user:word@127.0.0.1:1", "http://exämple.test", "http://127.0.0.1:99999", "ftp://127.0.0.1", "http://a b.test",
        "http://x.test/../y", "http://x.test/a?b", "http://X.test", "http://",
    ],
)  # fmt: skip
def test_an_address_of_another_form_is_left_to_httpx(url):
    assert Wire.to(url, None, None) is None


@pytest.mark.parametrize(
    "path", ["//x.test/a", "/a/../b", "/.a", "/a b", "/ø", "/a%zz", "/a#b", "/a?b=ø", "/a\r\nX: y", "", "a"]
)
def test_a_path_of_another_form_is_left_to_httpx(path):
    assert not Wire.carries(path)


def test_behind_a_proxy_httpx_goes(monkeypatch):
    with serving() as server:
        monkeypatch.setenv("HTTP_PROXY", server.url)
        access = Access(url="http://vendor.test/base", headers={}, secrets=())

        async def run():
            async with Sender(access, timeout=2, in_flight=4, clock=Clock()) as sender:
                assert sender._network._wire is None
                return await sender.send(GET, lambda reply: reply, Patience(tries=1))

        assert asyncio.run(run()).code == 200
        assert server.heard[0][1][0].startswith("GET http://vendor.test/base/api/orders/7?x=1%2F2 HTTP/1.1\r\n")
