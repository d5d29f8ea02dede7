"""Whether what a ledger is called is a file, or the address of a database server: told apart without ever repeating it."""

from __future__ import annotations

import re
import unicodedata

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
