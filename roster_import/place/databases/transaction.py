"""One transaction of a SQLite file: whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence


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
