"""One exchange of HTTP/1.1 (RFC 9112) with an order system that is reached directly: what goes out, what comes back.

Each request goes out on a connection of its own. Only a reading takes one that an earlier request has left open: where its
other end closes it just then (RFC 9112, section 9.3.1), a reading is asked again and nothing hangs on whether the first was
heard, while of a request that places nobody could tell whether it was taken.
"""

from __future__ import annotations

import asyncio
import re
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Final

import h11

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterable, Mapping
    from typing import SupportsIndex

_CHUNK: Final = 64 * 1024
_MOST_HEAD: Final = 100 * 1024  # bytes of status line and headers
_IDLE: Final = 15.0  # seconds after which an open connection is not trusted any more: a router may have forgotten it
_SAFE: Final = r"[\w.~!$&()*+,;=:@-]|%[0-9A-Fa-f]{2}"
_SEGMENTS: Final = rf"(?:/(?!\.)(?:{_SAFE})+)"
_PLAIN_ADDRESS: Final = re.compile(
    rf"(https?)://([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::([0-9]{{1,5}}))?({_SEGMENTS}*)/?", re.ASCII
)
_PLAIN_PATH: Final = re.compile(rf"{_SEGMENTS}+/?(?:\?(?:{_SAFE}|/)*)?", re.ASCII)


class NotConnectedError(Exception):
    """No connection came about: nothing was sent."""


class BrokenError(Exception):
    """The connection ended, or what came over it is no answer, after something may have been sent."""


class TooLargeError(Exception):
    """The answer is larger than may be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer as it came: its headers by their names in small letters, its body unpacked; none of a redirect is read."""

    code: int
    headers: Mapping[str, str]
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What exchanges may take: seconds for a connection, and without a word from its other end; bytes of an answer."""

    connect: float
    silence: float
    most_bytes: int
    most_idle: int = 8  # connections left open


@dataclass(frozen=True, slots=True, kw_only=True)
class _Address:
    host: str
    port: int
    path: str
    named: str  # as the Host header has it

    @property
    def is_name(self) -> bool:
        """Whether it may stand for several addresses."""
        return not (":" in self.host or self.host.replace(".", "").isdigit())


class Wire:
    """The way to one address. `tls` makes the context of its connections, None where they are not encrypted."""

    def __init__(self, address: _Address, limits: Limits, tls: Callable[[], ssl.SSLContext] | None) -> None:
        self._address = address
        self._limits = limits
        self._make_tls = tls
        self._tls: ssl.SSLContext | None = None
        self._idle: list[_Connection] = []

    @classmethod
    def to(cls, url: str, limits: Limits, tls: Callable[[], ssl.SSLContext]) -> Wire | None:
        """The way to an address; None where its form asks for more care than is taken here."""
        match = _PLAIN_ADDRESS.fullmatch(url)
        if match is None:
            return None
        scheme, host, port, path = match.groups()
        usual = 443 if scheme == "https" else 80
        if port is not None and not 0 < int(port) < 65536:
            return None
        number = int(port or usual)
        named = host if number == usual else f"{host}:{number}"
        address = _Address(host=host.strip("[]"), port=number, path=path, named=named)
        return cls(address, limits, tls if scheme == "https" else None)

    @staticmethod
    def carries(path: str) -> bool:
        """Whether a path can go out just as it is written."""
        return _PLAIN_PATH.fullmatch(path) is not None

    async def exchange(
        self, method: str, path: str, headers: Iterable[tuple[bytes, bytes]], content: bytes | None
    ) -> Answer:
        """Send a request and read its answer. Raises the errors above, and `TimeoutError` where none came in time."""
        # A request that could have a body says that it has none (RFC 9110, section 8.6).
        sized = content is not None or method == "POST"
        length = [(b"content-length", str(len(content or b"")).encode())] if sized else []
        target = f"{self._address.path}{path}".encode("ascii")
        head = [(b"host", self._address.named.encode("ascii")), *headers, *length]
        request = _Message(method=method.encode("ascii"), target=target, headers=head, content=content)
        if method == "GET" and (kept := self._kept()) is not None:
            with suppress(BrokenError):
                return await self._over(kept, request)
        return await self._over(await self._connected(), request)

    async def aclose(self) -> None:
        """Close what is still open."""
        while self._idle:
            self._idle.pop().close()
        await asyncio.sleep(0)  # a transport closes in the next turn of the loop

    def _kept(self) -> _Connection | None:
        while self._idle:
            kept = self._idle.pop()
            if kept.is_good():
                return kept
            kept.close()
        return None

    async def _over(self, connection: _Connection, request: _Message) -> Answer:
        try:
            answer = await connection.exchange(request, self._limits)
        except BaseException:
            connection.close()
            raise
        if len(self._idle) < self._limits.most_idle and connection.stays_open():
            self._idle.append(connection)
        else:
            connection.close()
        return answer

    async def _connected(self) -> _Connection:
        address = self._address
        if self._make_tls is not None and self._tls is None:
            self._tls = self._make_tls()
        named = address.host if self._tls is not None else None
        try:
            async with asyncio.timeout(self._limits.connect):
                loop = asyncio.get_running_loop()
                reader = _Reader(limit=_CHUNK, loop=loop)
                transport, protocol = await loop.create_connection(
                    lambda: asyncio.StreamReaderProtocol(reader, loop=loop),
                    address.host,
                    address.port,
                    ssl=self._tls,
                    server_hostname=named,
                    # One of several addresses that does not answer keeps nobody waiting (RFC 8305, section 5).
                    happy_eyeballs_delay=0.25 if address.is_name else None,
                )
        except TimeoutError as error:
            raise NotConnectedError("ConnectTimeout") from error
        except OSError as error:
            raise NotConnectedError(_why_not_connected(error)) from error
        return _Connection(reader, asyncio.StreamWriter(transport, protocol, reader, loop))


def _why_not_connected(error: OSError) -> str:
    """What a person can do something about: a name that is not known, a certificate that is not trusted."""
    import socket
    import ssl

    return str(error) if isinstance(error, socket.gaierror | ssl.SSLError) else "All connection attempts failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Message:
    method: bytes
    target: bytes
    headers: list[tuple[bytes, bytes]]
    content: bytes | None = field(repr=False)


class _Reader(asyncio.StreamReader):
    """What comes in, and whether anything did since `heard` was last set to false."""

    heard = False

    def feed_data(self, data: Iterable[SupportsIndex]) -> None:
        """Something comes."""
        self.heard = True
        super().feed_data(data)

    def feed_eof(self) -> None:
        """The other end closes."""
        self.heard = True
        super().feed_eof()


class _Connection:
    """One connection, for one exchange after the other."""

    def __init__(self, reader: _Reader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._state = h11.Connection(h11.CLIENT, max_incomplete_event_size=_MOST_HEAD)
        self._idle_since = 0.0

    async def exchange(self, message: _Message, limits: Limits) -> Answer:
        """One request, one answer."""
        try:
            self._writer.write(self._in_bytes(message))
            # An order system may answer, and close, before it has read all of a request that it turns down.
            with suppress(ConnectionError):
                async with asyncio.timeout(limits.silence):
                    await self._writer.drain()
            head = await self._head(limits.silence)
            headers = _headers(head)
            if 300 <= head.status_code < 400:
                return Answer(code=head.status_code, headers=headers)
            body = await self._body(limits, headers.get("content-encoding", ""))
        except TimeoutError:
            raise
        except OSError as error:
            raise BrokenError("ReadError") from error
        except (h11.ProtocolError, zlib.error) as error:
            raise BrokenError(str(error)) from error
        return Answer(code=head.status_code, headers=headers, body=body)

    def _in_bytes(self, message: _Message) -> bytes:
        request = h11.Request(method=message.method, target=message.target, headers=message.headers)
        parts = [self._state.send(request)]
        if message.content:
            parts.append(self._state.send(h11.Data(data=message.content)))
        parts.append(self._state.send(h11.EndOfMessage()))
        return b"".join(part for part in parts if part)

    async def _head(self, silence: float) -> h11.Response:
        while True:
            event = await self._event(silence)
            if isinstance(event, h11.Response):
                return event
            if isinstance(event, h11.ConnectionClosed):
                raise BrokenError("Server disconnected without sending a response.")

    async def _body(self, limits: Limits, packed: str) -> bytes:
        unpack = _Unpacking(packed, limits.most_bytes)
        while True:
            event = await self._event(limits.silence)
            if isinstance(event, h11.EndOfMessage):
                return unpack.whole()
            if isinstance(event, h11.Data):
                unpack.add(bytes(event.data))
            elif isinstance(event, h11.ConnectionClosed):
                raise BrokenError("Server disconnected in the middle of its answer.")

    async def _event(self, silence: float) -> object:
        while (event := self._state.next_event()) is h11.NEED_DATA:
            async with asyncio.timeout(silence):
                data = await self._reader.read(_CHUNK)
            if not data and self._state.their_state == h11.SEND_RESPONSE:
                raise BrokenError("Server disconnected without sending a response.")
            self._state.receive_data(data)
        return event

    def stays_open(self) -> bool:
        """Whether both ends have said all there is to say, and neither that it closes."""
        if self._state.our_state is not h11.DONE or self._state.their_state is not h11.DONE:
            return False
        if self._state.trailing_data[0]:
            return False
        self._state.start_next_cycle()
        self._reader.heard = False
        self._idle_since = monotonic()
        return True

    def is_good(self) -> bool:
        """Whether nothing was heard of its other end since, its closing least of all."""
        fresh = monotonic() - self._idle_since < _IDLE
        return fresh and not self._reader.heard and not self._writer.is_closing()

    def close(self) -> None:
        """Close it; what is still on its way is not waited for."""
        self._writer.transport.abort()


def _headers(head: h11.Response) -> dict[str, str]:
    headers: dict[str, str] = {}
    for name, value in head.headers:
        key, text = name.decode("latin-1").lower(), _text(value)
        headers[key] = f"{headers[key]}, {text}" if key in headers else text
    return headers


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


class _Unpacking:
    """The body of an answer as it is put together, and unpacked where it came packed, but never beyond a size."""

    def __init__(self, packed: str, most: int) -> None:
        self._most = most
        self._body = bytearray()
        codings = [coding.strip().lower() for coding in packed.split(",")]
        # 15 + 32: by its first bytes, gzip or zlib (zlib › inflateInit2).
        self._unpack = [zlib.decompressobj(15 + 32) for coding in codings if coding in ("gzip", "x-gzip", "deflate")]

    def add(self, data: bytes) -> None:
        """A piece more."""
        for unpack in reversed(self._unpack):
            data = unpack.decompress(data, self._most + 1)
        self._body += data
        if len(self._body) > self._most or any(unpack.unconsumed_tail for unpack in self._unpack):
            raise TooLargeError

    def whole(self) -> bytes:
        """All of it."""
        return bytes(self._body)
