"""A journal beside a ledger that machines share: its tables lie in a schema of the folder's own, named by the folder's mark.

All statements are those of the file. Whoever writes is the only one who writes about that folder; a machine that is cut off
meanwhile keeps the others from it for as long as the server leaves a silent transaction open (`place.ledger.connection`).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Self, TypeVar

from roster_import.errors import LedgerError
from roster_import.place.ledger.heartbeat import beat
from roster_import.place.ledger.postgresql import PostgreSQL
from roster_import.watch.journal.tables import VERSION, JournalError, making, refuse_newer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from roster_import.place.ledger.sqlite import Rows

T = TypeVar("T")

_TYPES: Final = {"number": "BIGINT", "real": "DOUBLE PRECISION"}
_ALONE: Final = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))"
_FORM: Final = "form"


class JournalServer:
    """The folder's schema on the server, opened. Raises `JournalError` throughout."""

    is_shared = True
    is_in_place = True

    def __init__(self, server: PostgreSQL, schema: str) -> None:
        self._server = server
        self._schema = schema

    @classmethod
    def open(cls, address: str, mark: str, *, make: bool) -> Self | None:
        """Open the journal of the folder with that mark; None where there is none, unless it is to be made."""
        schema = f"roster_import_watch_{mark[:16]}"
        with _door():
            journal = cls(PostgreSQL(address, schema=schema), schema)
        try:
            if form := journal._form():
                refuse_newer(form, journal.name)
                return journal
            if make:
                journal.write(journal._make)
                return journal
        except BaseException:
            journal.close()
            raise
        journal.close()
        return None

    def _form(self) -> int:
        """Which form its tables have; 0 where there are none."""
        there = self.execute("SELECT to_regclass(?) AS there", (f'"{self._schema}".meta',)).fetchone()
        if there is None or there["there"] is None:
            return 0
        row = self.execute("SELECT value FROM meta WHERE name = ?", (_FORM,)).fetchone()
        return int(row["value"]) if row else 0

    def _make(self) -> None:
        if self._form():
            return  # another watch was first
        self.execute(f'CREATE SCHEMA IF NOT EXISTS "{self._schema}"')
        for statement in making(0, _TYPES):
            self.execute(statement)
        self.execute("INSERT INTO meta (name, value) VALUES (?, ?)", (_FORM, str(VERSION)))

    @property
    def name(self) -> str:
        """The server's address without user and password."""
        return self._server.name

    def execute(self, sql: str, values: Sequence[object] = ()) -> Rows:
        """Run one statement."""
        with _door():
            # A text of the server holds no NUL, which a name in a text file may.
            plain = [value.replace("\0", "") if isinstance(value, str) else value for value in values]
            return self._server.execute(sql, plain)

    def write(self, work: Callable[[], T]) -> T:
        """Do work in one durable transaction, or not at all, while nobody else writes about the folder; maybe done over."""

        def alone() -> T:
            self._server.execute(_ALONE, (self._schema,))
            return work()

        with _door():
            return self._server.write(alone)

    def now(self, _: float) -> float:
        """The server's time."""
        return self._server.now()

    def beat(self, process: str, host: str) -> None:
        """Say in the ledger that a process lives."""
        with _door():
            beat(self._server, process, host)

    def close(self) -> None:
        """Close the connection."""
        self._server.close()


@contextmanager
def _door() -> Iterator[None]:
    try:
        yield
    except LedgerError as error:
        raise JournalError(error.message) from error
