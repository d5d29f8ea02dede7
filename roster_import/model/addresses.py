"""Addresses as settings give them: of an order system, and of a database that offices share."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import SplitResult, urlsplit

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.model.key_like import HIDDEN, unless_key
from roster_import.model.setting_names import SCHEMES, is_loopback

_ANY = r"(?:[^:/?#@%\s]|%[0-9A-Fa-f]{2})"
_SERVER = re.compile(
    rf"postgres(?:ql)?://(?:{_ANY}*(?::{_ANY}*)?@)?(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{{1,5}})?(?:/{_ANY}*)?"
    rf"(?:\?[^@\s#]*)?"
)
_KIND = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
# Whatever the mistake in it: a database's name and then what is no folder, a scheme before a slash, a password before a
# host, or settings as in a connection string.
_MEANT_AS_ADDRESS = re.compile(
    r"\W*(?:psql|pgsql|postgres\w*|mysql|mariadb|sqlserver|mssql|oracle|jdbc)(?:\s*[^\w\s./\\-]|\s+-)"
    r"|[A-Za-z][A-Za-z0-9+.-]+:[/\\]|[^:]*:[^@]*@"
    r"|(?:.*[\s;])?(?:host|hostaddr|server|dbname|database|user|user id|uid|password|passwd|pwd|service)\s*=",
    re.IGNORECASE | re.DOTALL,
)
# A slash too many or too few behind the name: a folder may be called so, but holds nobody who signs in.
_SIGNS_IN = re.compile(r"\W*(?:psql|pgsql|postgres\w*)\W[^@]*[:@]", re.IGNORECASE)


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


def server_address(value: object) -> str | None:
    """The address of a database server, None for a file.

    Raises `UsageError` for what looks like an address and is none; it is not repeated, for it may hold a password.
    """
    text = str(value or "").removeprefix("sqlite:///")
    kind, mark, _ = text.partition("://")
    if mark and _KIND.fullmatch(kind) and kind not in SCHEMES:
        raise UsageError(
            say(
                "The ledger {kind}://… is a database this version cannot use: name a file, or a PostgreSQL server as "
                "postgresql://user@host/database.",
                kind=unless_key(kind),
            )
        )
    if _SERVER.fullmatch(text):
        return text
    if mark or _is_meant_as_address(text):
        raise UsageError(
            say(
                "The address of the ledger's database cannot be understood. It should look like "
                "postgresql://user:password@host:5432/database; in user and password write @ as %40, : as %3A, / as %2F, ? as "
                "%3F, # as %23 and % as %25. It stands in ROSTER_IMPORT_LEDGER, or as ledger in roster-import.toml."
            )
        )
    return None


def _is_meant_as_address(text: str) -> bool:
    plain = unicodedata.normalize("NFKC", text.removeprefix("sqlite:"))
    plain = plain[2:] if _DRIVE.match(plain) else plain
    return bool(_MEANT_AS_ADDRESS.match(plain) or _SIGNS_IN.match(plain))
