"""The way to an order system: straight, or as httpx goes where a proxy stands between or an address asks for more care.

Both give the same answers, and the same errors: those of `roster_import.place.wire`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.request import getproxies

from roster_import.model.setting_names import is_loopback
from roster_import.place.wire import Answer, BrokenError, Limits, NotConnectedError, TooLargeError, Wire

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping

    import httpx

# What httpx says of itself, too; packed answers are a fraction of their size.
_ALWAYS = {"Accept": "*/*", "Accept-Encoding": "gzip, deflate", "Connection": "keep-alive"}


class BadAddressError(Exception):
    """The address is none that can be asked."""


class Network:
    """The way to one address, with headers that go with every request; to be closed."""

    def __init__(self, url: str, headers: Mapping[str, str], limits: Limits, *, at_once: int) -> None:
        self._url = url
        self._limits = limits
        self._at_once = at_once
        self._headers = {**_ALWAYS, **headers}
        self._encoded = _encoded(self._headers)
        self._client: httpx.AsyncClient | None = None
        tls = partial(_tls, trust_env=not is_loopback(url))
        self._wire = Wire.to(url, limits, tls) if is_loopback(url) or not _is_proxied() else None

    async def aclose(self) -> None:
        """Close every connection."""
        if self._client is not None:
            await self._client.aclose()
        if self._wire is not None:
            await self._wire.aclose()

    async def exchange(self, method: str, path: str, headers: Mapping[str, str], content: bytes | None) -> Answer:
        """Send a request and read its answer, no redirect followed. Raises the errors of the wire, or `BadAddressError`."""
        if self._wire is None or not Wire.carries(path):
            return await self._over_httpx(method, path, headers, content)
        both = {**self._encoded, **_encoded(headers)}.values()
        return await self._wire.exchange(method, path, both, content)

    @property
    def client(self) -> httpx.AsyncClient:
        """The same way as httpx goes it."""
        import httpx

        if self._client is None:
            self._client = httpx.AsyncClient(
                base_url=self._url,
                headers=self._headers,
                timeout=httpx.Timeout(self._limits.silence, connect=self._limits.connect, pool=None),
                follow_redirects=False,
                trust_env=not is_loopback(self._url),
                # No connection is kept for the next request; see `wire`.
                limits=httpx.Limits(max_connections=self._at_once, max_keepalive_connections=0),
            )
        return self._client

    async def _over_httpx(self, method: str, path: str, headers: Mapping[str, str], content: bytes | None) -> Answer:
        import httpx

        try:
            async with self.client.stream(method, path, content=content, headers=headers) as response:
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

    async def _body(self, response: httpx.Response) -> bytes:
        data = bytearray()
        async for chunk in response.aiter_bytes():
            data += chunk
            if len(data) > self._limits.most_bytes:
                raise TooLargeError
        return bytes(data)


def _words(error: Exception) -> str:
    return str(error) or type(error).__name__


def _encoded(headers: Mapping[str, str]) -> dict[str, tuple[bytes, bytes]]:
    return {name.lower(): (name.encode("ascii"), value.encode("ascii")) for name, value in headers.items()}


def _is_proxied() -> bool:
    """Whether this machine says of anything that it is reached through a proxy; which, and what not, httpx knows."""
    return any(name in getproxies() for name in ("http", "https", "all"))


def _tls(*, trust_env: bool) -> ssl.SSLContext:
    """Whom a certificate is believed, as httpx has it: `SSL_CERT_FILE`, `SSL_CERT_DIR`, else certifi's list."""
    import httpx

    context = httpx.create_ssl_context(trust_env=trust_env)
    context.set_alpn_protocols(["http/1.1"])
    return context
