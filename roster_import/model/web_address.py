"""Addresses on the web, taken apart instead of compared by their beginning, and whether a key may go there."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.model.key_like import HIDDEN, unless_key
from roster_import.model.setting_names import is_loopback


def system_address(value: object, target: str) -> str | None:
    """The address of an order system, None where none is given; no password that stands in it is repeated.

    Raises `UsageError` for what is none, or would show the key to others.
    """
    if not value:
        return None
    url = str(value).strip().rstrip("/")
    if target == "kitmaker":
        url = url.removesuffix("/api")
    parts = web_parts(url)
    if parts is None:
        raise UsageError(
            say(
                "{value!r} is no address of an order system; it should look like https://host.example.",
                value=HIDDEN if "@" in url else unless_key(value),  # a password may stand before it
            )
        )
    if parts.username or parts.password:
        raise UsageError(
            say("The order system's address holds a user name or password; put the key into API_KEY instead.")
        )
    if parts.query or parts.fragment:
        raise UsageError(
            say(
                "The order system's address goes on behind a ? or #; leave that out, and put the key into API_KEY if it "
                "stands there."
            )
        )
    if parts.scheme == "http" and not is_loopback(url):
        raise UsageError(
            say(
                "The address {url} is plain http, which would show your key to everybody on the way; use https://.",
                url=url,
            )
        )
    return url


def web_parts(url: str) -> SplitResult | None:
    """The parts of a web address, None where it is none."""
    try:
        parts = urlsplit(url)
        is_web = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:  # half an IPv6 address, a port that cannot be
        return None
    return parts if is_web else None
