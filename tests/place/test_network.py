"""Which requests share a connection to an order system, and what becomes of one that is closed just then."""

from __future__ import annotations

import asyncio
import socket
import struct
import threading
from contextlib import contextmanager

import httpx  # noqa: F401 - its loading is none of an answer's time
import pytest

from roster_import.errors import AnswerLost, NoAnswer, NotSent
from roster_import.model.request import Request
from roster_import.place.send.http import Clock, Patience, Sender
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


def sending(url, *requests):
    """What becomes of requests sent one after the other."""

    async def run():
        reached = Access(url=url, headers={}, secrets=())
        async with Sender(reached, timeout=2, in_flight=4, clock=Clock()) as sender:
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


def silent(connection):
    connection.recv(1)
    return True


def test_an_address_where_nobody_listens_is_not_reached():
    with socket.create_server(("127.0.0.1", 0)) as unheard:
        url = f"http://127.0.0.1:{unheard.getsockname()[1]}"
    assert sending(url, POST) == [(NotSent, "URL cannot be reached (All connection attempts failed).", None)]


def test_only_a_reading_takes_a_connection_that_was_left_open():
    with serving() as server:
        told = sending(server.url, POST, GET, GET, POST, POST, GET)
        assert [reply.code for reply in told] == [200] * 6
        assert [number for number, _ in server.heard] == [1, 2, 2, 3, 4, 2]


@pytest.mark.parametrize("at_once", [3, 20])
def test_no_more_connections_are_left_open_than_are_used_at_once(at_once):
    with serving() as server:

        async def run():
            async with Sender(
                Access(url=server.url, headers={}, secrets=()), timeout=2, in_flight=at_once, clock=Clock()
            ) as sender:
                for _ in range(2):
                    await asyncio.gather(
                        *(sender.send(GET, lambda r: r, Patience(tries=1)) for _ in range(2 * at_once))
                    )

        asyncio.run(run())
        assert max(number for number, _ in server.heard) <= at_once


@pytest.mark.parametrize("end", [closing, resetting])
def test_a_reading_on_a_connection_that_is_closed_just_then_is_asked_again_on_another(end):
    with serving(OK, end, OK) as server:
        assert [reply.code for reply in sending(server.url, GET, GET)] == [200, 200]
        assert [number for number, _ in server.heard] == [1, 1, 2]


def test_a_reading_that_breaks_off_on_a_new_connection_is_asked_once():
    with serving(closing, OK) as server:
        ((kind, _, _),) = sending(server.url, GET)
        assert kind is AnswerLost
        assert [number for number, _ in server.heard] == [1]


def test_a_placing_that_breaks_off_is_sent_once_and_its_answer_lost():
    with serving(OK, closing) as server:
        told = sending(server.url, GET, POST)
        assert told[1] == (
            AnswerLost,
            "URL broke off the answer (Server disconnected without sending a response.).",
            None,
        )
        assert [number for number, _ in server.heard] == [1, 2]
