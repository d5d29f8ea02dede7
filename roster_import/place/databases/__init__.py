"""Where a ledger is kept: a SQLite file, or a PostgreSQL server that several offices share.

    database = database_of(place)      # a path, or an address such as postgresql://office@db.example/orders
    database.execute(sql, values)      # `?` marks a value, whichever it is
    with database.writing(): …         # one durable transaction; nobody else writes between its reading and its writing

SQL is what both understand; what they call otherwise stands in `types`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from roster_import.place.databases.transaction import Rows


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

    def damage(self) -> str | None:
        """What its own check says is wrong with it, None where it is sound or checks itself."""

    def close(self) -> None:
        """Close it; it is of no use afterwards."""


def database_of(place: Path | str) -> Database:
    """The database at a path or an address, opened and made where it is not there; raises `LedgerError`."""
    if isinstance(place, str):
        from roster_import.place.databases.postgresql import PostgreSQL

        return PostgreSQL(place)
    from roster_import.place.databases.sqlite import SQLiteFile

    return SQLiteFile(place)
