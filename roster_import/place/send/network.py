"""The way to an order system, by httpx: what goes out, what comes back, and what its errors prove.

Every request goes out on a connection of its own. Only a reading takes one that an earlier reading has left open: where its
other end closes it just then (RFC 9112, section 9.3.1) a reading is asked again, and nothing hangs on whether the first was
heard, while of a request that places nobody could tell whether it was taken.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from roster_import.model.setting_names import is_loopback

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping

    import httpx

# Readings at once: with every request httpx goes through all connections that a client has, and asks each of them.
_OF_A_READER: Final = 4
_IDLE: Final = 15.0  # seconds after which an open connection is not trusted any more: a router may have forgotten it


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


class BadAddressError(Exception):
    """The address is none that can be asked."""


class _Connection:
    """Whether one was opened for a request, as httpx tells it (HTTPX › Extensions › trace)."""

    is_new = False

    async def trace(self, event: str, _: object) -> None:
        """Hear what httpx does."""
        self.is_new = self.is_new or event.startswith("connection.connect")


@dataclass(slots=True, kw_only=True)
class _Reader:
    """A client for readings, and how many of them are under way by it."""

    client: httpx.AsyncClient
    under_way: int = 0


class Network:
    """The way to one address, with headers that go with every request; to be closed."""

    def __init__(self, url: str, headers: Mapping[str, str], limits: Limits, *, at_once: int) -> None:
        self._url = url
        self._headers = headers
        self._limits = limits
        self._at_once = at_once
        self._readers: list[_Reader] = []

    async def aclose(self) -> None:
        """Close every connection."""
        clients = [reader.client for reader in self._readers]
        for client in (*clients, self.client) if "client" in vars(self) else clients:
            await client.aclose()

    async def exchange(self, method: str, path: str, headers: Mapping[str, str], content: bytes | None) -> Answer:
        """Send a request and read its answer, no redirect followed. Raises the errors above, or `TimeoutError`."""
        if method != "GET":
            return await self._sent(self.client, _Connection(), method, path, headers, content)
        connection, reader = _Connection(), self._reader()
        reader.under_way += 1
        try:
            return await self._sent(reader.client, connection, method, path, headers, content)
        except BrokenError:
            if connection.is_new:
                raise
        finally:
            reader.under_way -= 1
        return await self._sent(self.client, connection, method, path, headers, content)

    async def _sent(
        self,
        client: httpx.AsyncClient,
        connection: _Connection,
        method: str,
        path: str,
        headers: Mapping[str, str],
        content: bytes | None,
    ) -> Answer:
        import httpx

        traced = {"trace": connection.trace}
        try:
            async with client.stream(method, path, content=content, headers=headers, extensions=traced) as response:
                told = {name.lower(): value for name, value in response.headers.items()}
                body = b"" if 300 <= response.status_code < 400 else await self._body(response)
                return Answer(code=response.status_code, headers=told, body=body)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError) as error:
            raise NotConnectedError(_words(error)) from error
        except httpx.TimeoutException as error:
            raise TimeoutError from error
        except httpx.InvalidURL as error:
            raise BadAddressError(_words(error)) from error
        except (httpx.TransportError, httpx.DecodingError) as error:
            raise BrokenError(_words(error)) from error

    @cached_property
    def client(self) -> httpx.AsyncClient:
        """What sends every request on a connection of its own."""
        return self._made(most_idle=0)

    def _reader(self) -> _Reader:
        """The first that has few readings under way: its connections are open already."""
        reader = next((reader for reader in self._readers if reader.under_way < _OF_A_READER), None)
        if reader is None:
            reader = _Reader(client=self._made(most_idle=min(_OF_A_READER, self._limits.most_idle)))
            self._readers.append(reader)
        return reader

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        """For all clients: each would read the certificates of the world."""
        import httpx

        return httpx.create_ssl_context(trust_env=not is_loopback(self._url))

    def _made(self, *, most_idle: int) -> httpx.AsyncClient:
        import httpx

        _look_for_sniffio_once()
        return httpx.AsyncClient(
            base_url=self._url,
            headers=self._headers,
            verify=self._tls,
            timeout=httpx.Timeout(self._limits.silence, connect=self._limits.connect, pool=None),
            follow_redirects=False,
            trust_env=not is_loopback(self._url),
            limits=httpx.Limits(
                max_connections=self._at_once, max_keepalive_connections=most_idle, keepalive_expiry=_IDLE
            ),
        )

    async def _body(self, response: httpx.Response) -> bytes:
        data = bytearray()
        async for chunk in response.aiter_bytes():
            data += chunk
            if len(data) > self._limits.most_bytes:
                raise TooLargeError
        return bytes(data)


def _look_for_sniffio_once() -> None:
    """Spare a search of the disk: with every request httpcore tries to import it, several times, installed or not."""
    if "sniffio" not in sys.modules and find_spec("sniffio") is None:
        sys.modules["sniffio"] = None  # type: ignore[assignment]  # documented: makes its import fail


def _words(error: Exception) -> str:
    return str(error) or type(error).__name__
