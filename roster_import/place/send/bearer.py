"""The bearer token of one run, fetched once for all requests that wait for it, and renewed before it ends."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import httpx

from roster_import.errors import NotAdmitted, NotSent
from roster_import.language.messages import say

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from roster_import.targets.protocol import Token

_LONGEST = 45.0  # seconds that getting one may take in all
_EARLY = 60.0  # seconds before its end at which a token is renewed, at most half its life
_ASSUMED = 3600.0  # seconds a token lasts that does not say so (RFC 6749, section 5.1: expires_in is recommended)


class Bearer:
    """The bearer token of one run; requests that need one at the same time wait for one fetching.

    `secrets` are the tokens had so far, none of which may be shown.
    """

    def __init__(self, token: Token, now: Callable[[], float], pace: Callable[[], Awaitable[None]]) -> None:
        self.secrets: tuple[str, ...] = (token.client_secret,)
        self._token = token
        self._now = now
        self._pace = pace
        self._lock = asyncio.Lock()
        self._bearer = ""
        self._until = 0.0

    async def headers(self, client: httpx.AsyncClient, instead_of: Mapping[str, str] | None = None) -> dict[str, str]:
        """The `Authorization` header; another than `instead_of`, which was refused.

        Raises `NotAdmitted` where the client id or secret is not accepted, `NotSent` where no token can be had now.
        """
        async with self._lock:
            refused = instead_of is not None and instead_of == self._header()
            if refused or not self._bearer or self._now() >= self._until:
                await self._fetch(client)
            return self._header()

    def _header(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._bearer}"}

    async def _fetch(self, client: httpx.AsyncClient) -> None:
        reply = await self._post(client)
        if reply.status_code in (400, 401, 403):
            raise NotAdmitted(
                say(
                    "{url} does not accept the client id and secret (HTTP {code}). Copy them again.",
                    url=self._token.url,
                    code=reply.status_code,
                )
            )
        document = _object(reply)
        bearer = document.get("access_token")
        if reply.status_code >= 300 or not isinstance(bearer, str) or not bearer:
            raise NotSent(say("{url} gave no access token (HTTP {code}).", url=self._token.url, code=reply.status_code))
        self._bearer, lasts = bearer, _seconds(document.get("expires_in"))
        self._until = self._now() + lasts - min(_EARLY, lasts / 2)
        self.secrets = (*self.secrets, bearer)

    async def _post(self, client: httpx.AsyncClient) -> httpx.Response:
        login = httpx.BasicAuth(self._token.client_id, self._token.client_secret)
        await self._pace()
        try:
            async with asyncio.timeout(_LONGEST):  # an answer may trickle, but not for ever
                return await client.post(self._token.url, data={"grant_type": "client_credentials"}, auth=login)
        except (httpx.TransportError, TimeoutError) as error:
            raise NotSent(
                say("{url} cannot be reached ({reason}).", url=self._token.url, reason=type(error).__name__)
            ) from error


def _object(reply: httpx.Response) -> dict[str, Any]:
    try:
        document = reply.json()
    except ValueError:
        return {}
    return document if isinstance(document, dict) else {}


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return _ASSUMED
    try:
        return max(0.0, float(value)) or _ASSUMED
    except ValueError:
        return _ASSUMED
