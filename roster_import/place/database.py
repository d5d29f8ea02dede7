"""Where a ledger is kept: a SQLite file, or a PostgreSQL server that several offices share.

    database.execute(sql, values)      # `?` marks a value, whichever it is
    with database.writing(): …         # one durable transaction; nobody else writes between its reading and its writing

SQL is what both understand; what they call otherwise stands in `types`.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager


class Row(Protocol):
    """A row, its columns by name."""

    def __getitem__(self, name: str, /) -> Any:
        """The value of a column."""


class Rows(Protocol):
    """What a statement found or changed."""

    @property
    def rowcount(self) -> int:
        """How many rows it changed."""

    def fetchone(self) -> Row | None:
        """The next row, None after the last."""

    def fetchall(self) -> Sequence[Row]:
        """The rows that are left."""


class Database(Protocol):
    """An opened database. Whatever fails leaves as `LedgerError`, which names it by `name` and never by its password."""

    @property
    def name(self) -> str:
        """What people know it by: the file's path, or the address without user and password."""

    @property
    def types(self) -> Mapping[str, str]:
        """How it calls a number of its own giving (`id`), a reference to one (`number`) and a long fraction (`real`)."""

    def execute(self, sql: str, values: Sequence[object] = ()) -> Rows:
        """Run one statement."""

    def writing(self) -> AbstractContextManager[None]:
        """A transaction: whole or not at all, durable when it ends, and the only one that writes."""

    def form(self) -> int:
        """Which form its tables have; 0 where there are none yet."""

    def set_form(self, version: int) -> None:
        """Note which form its tables have now."""

    def drop_unique(self, table: str) -> None:
        """Rid a table of the rules of what may stand in it once."""

    def damage(self) -> str | None:
        """What its own check says is wrong with it, None where it is sound or checks itself."""

    def close(self) -> None:
        """Close it; it is of no use afterwards."""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Begin at once, so that nobody writes between our reading and our writing; commit at the end, or undo everything."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
