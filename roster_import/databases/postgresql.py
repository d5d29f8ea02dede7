"""A ledger on a PostgreSQL server, for offices that share one: the same order from two of them is placed once.

Its tables lie in a schema of their own, `roster_import`. A connection that broke is opened again for the next
statement, never inside a transaction: what was begun there is undone by the server.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from roster_import.errors import LedgerError
from roster_import.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.databases import Rows

# Any number does, as long as every roster-import takes the same: whoever holds it is the one who writes.
_WRITERS: Final = 0x526F_7374
_SECONDS_TO_CONNECT: Final = 10
_FIRST: Final = (
    # What is committed is on disk when we hear of it, whatever the server is set to do for others.
    "SET synchronous_commit = on",
    "CREATE SCHEMA IF NOT EXISTS roster_import",
    "SET search_path = roster_import",
    "CREATE TABLE IF NOT EXISTS form (version INTEGER NOT NULL)",
)


class PostgreSQL:
    """The server's database, connected to."""

    types: Final = {
        "id": "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
        "number": "BIGINT",
        "real": "DOUBLE PRECISION",
    }

    def __init__(self, address: str) -> None:
        self._address = address
        self._psycopg = _psycopg()
        self._lock = threading.RLock()
        self._in_transaction = False
        self._db = self._connected()

    @property
    def name(self) -> str:
        """The address without user and password."""
        return address_for_people(self._address)

    def execute(self, sql: str, values: Sequence[object] = ()) -> Rows:
        """Run one statement."""
        with self._door():
            if self._db.closed and not self._in_transaction:
                self._db = self._connected()
            found: Rows = self._db.execute(sql.replace("?", "%s") if values else sql, tuple(values) or None)
            return found

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction: whole or not at all, durable when it ends, and the only one that writes."""
        with self._lock, self._door():
            if self._db.closed:
                self._db = self._connected()
            with self._db.transaction():
                self._in_transaction = True
                try:
                    self._db.execute("SELECT pg_advisory_xact_lock(%s)", (_WRITERS,))
                    yield
                finally:
                    self._in_transaction = False

    def form(self) -> int:
        """Which form its tables have; 0 where there are none yet."""
        found = self.execute("SELECT max(version) AS version FROM form").fetchone()
        return int(found["version"] or 0) if found else 0

    def set_form(self, version: int) -> None:
        """Note which form its tables have now."""
        self.execute("DELETE FROM form")
        self.execute("INSERT INTO form (version) VALUES (?)", (version,))

    def damage(self) -> str | None:
        """Nothing: the server looks after its own files."""
        return None

    def close(self) -> None:
        """Close the connection."""
        self._db.close()

    def _connected(self) -> Any:
        with self._door():
            db = self._psycopg.connect(
                self._address,
                autocommit=True,
                row_factory=self._psycopg.rows.dict_row,
                connect_timeout=_SECONDS_TO_CONNECT,
                application_name="roster-import",
            )
            try:
                # Two that begin at the same moment would make the schema twice.
                with db.transaction():
                    db.execute("SELECT pg_advisory_xact_lock(%s)", (_WRITERS,))
                    for statement in _FIRST:
                        db.execute(statement)
            except BaseException:
                db.close()
                raise
            return db

    @contextmanager
    def _door(self) -> Iterator[None]:
        """The one place where the driver's exceptions become ours; they may hold the password, ours do not."""
        try:
            yield
        except (self._psycopg.Error, OSError) as error:
            raise LedgerError(_trouble(self._address, str(error))) from None


def address_for_people(address: str) -> str:
    """An address of a database without user, password and options."""
    parts = urlsplit(address)
    place = parts.hostname or ""
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{place}{port}{parts.path}"


def _trouble(address: str, error: str) -> str:
    password = urlsplit(address).password
    reason = " ".join(error.split())
    if password:
        reason = reason.replace(password, "…")
    return say(
        "The ledger {address} cannot be used: {reason}. Nothing is sent that cannot be written down first; see to the "
        "database server, or name another ledger with ROSTER_IMPORT_LEDGER.",
        address=address_for_people(address),
        reason=reason.rstrip("."),
    )


def _psycopg() -> Any:
    try:
        import psycopg
        import psycopg.rows
    except ImportError as error:
        raise LedgerError(
            say(
                "A ledger on a PostgreSQL server needs psycopg, which is not installed: "
                'pip install "roster-import[postgresql]". Nothing was sent.'
            )
        ) from error
    return psycopg
