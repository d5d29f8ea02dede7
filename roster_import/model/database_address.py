"""Whether what a ledger is called is a file, or the address of a database server: told apart without ever repeating it."""

from __future__ import annotations

import re

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.model.key_like import unless_key
from roster_import.model.setting_names import SCHEMES

_ANY = r"(?:[^:/?#@%\s]|%[0-9A-Fa-f]{2})"
_SERVER = re.compile(
    rf"postgres(?:ql)?://(?:{_ANY}*(?::{_ANY}*)?@)?(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{{1,5}})?(?:/{_ANY}*)?"
    rf"(?:\?[^@\s#]*)?"
)
_KIND = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+")
# A scheme before a slash, a database's name before a colon, or a password before a host; C:\ is a drive.
_MEANT_AS_ADDRESS = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]+:/|(?:postgres|mysql|mariadb|sqlserver|mssql|oracle)\w*\s*:|[^/\\:]+:[^/\\@]*@",
    re.IGNORECASE,
)


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
    if mark or _MEANT_AS_ADDRESS.match(text):
        raise UsageError(
            say(
                "The address of the ledger's database cannot be understood. It should look like "
                "postgresql://user:password@host:5432/database; in user and password write @ as %40, : as %3A, / as %2F, ? as "
                "%3F, # as %23 and % as %25. It stands in ROSTER_IMPORT_LEDGER, or as ledger in roster-import.toml."
            )
        )
    return None
