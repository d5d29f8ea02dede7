"""A ledger in a SQLite file.

Rollback journal, not WAL: the file may lie on a share, and a backup is a copy of one file.
"""

from __future__ import annotations

import re
import sqlite3
import time
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from roster_import.errors import LedgerError
from roster_import.files import make_private
from roster_import.language.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from roster_import.place.ledger.entry import Identity
    from roster_import.place.ledger.statement import Statement

T = TypeVar("T")


class SQLiteFile:
    """The file, opened; made with its folder where it is not there."""

    types: Final = {"id": "INTEGER PRIMARY KEY", "number": "INTEGER", "real": "REAL"}
    clock: Final = "(julianday('now') - 2440587.5) * 86400.0"
    last_beat: Final = "beat"
    own_tables: Final = ()
    folded: Final = "{}"  # its LIKE takes a capital for the letter (SQLite › LIKE)
    waits: Final = False

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._door():
            if str(path) != ":memory:":
                make_private(path)
            self._db = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
        try:
            self._db.row_factory = sqlite3.Row
            # FULL: a committed row survives a power cut (SQLite › PRAGMA synchronous).
            self.execute("PRAGMA synchronous = FULL")
        except BaseException:
            self._db.close()
            raise

    @property
    def name(self) -> str:
        """The file's path."""
        return str(self._path)

    def execute(self, sql: str, values: Sequence[object] = ()) -> Rows:
        """Run one statement."""
        with self._door():
            return self._db.execute(sql, tuple(values))

    def execute_all(self, statements: Sequence[Statement], *, last: bool = False) -> list[Rows]:
        """Run the statements, one after the other."""
        with self._door():
            return [self._db.execute(statement.sql, statement.values) for statement in statements]

    def number_of(self, made: Rows) -> int:
        """The number of the row that a statement made."""
        return int(made.lastrowid)  # type: ignore[attr-defined]  # SQLite's own rows have it

    def holding(self, identity: Identity) -> tuple[Statement, ...]:
        """Nothing: whoever writes is the only one."""
        return ()

    def write(
        self,
        work: Callable[[], T],
        *,
        unheard: Callable[[], T] | None = None,
        tables: bool = False,
    ) -> T:
        """Do work in one transaction: whole or not at all, durable when this returns, and the only one that writes."""
        with self._door(), transaction(self._db):
            return work()

    def form(self) -> int:
        """Which form its tables have; 0 where there are none yet."""
        row = self.execute("PRAGMA user_version").fetchone()
        return int(row[0]) if row else 0  # type: ignore[index]  # a row of SQLite counts its columns, too

    def set_form(self, version: int) -> None:
        """Note which form its tables have now."""
        self.execute(f"PRAGMA user_version = {version:d}")

    def drop_unique(self, table: str) -> None:
        """Rid a table of the rules of what may stand in it once: it is written anew, as SQLite cannot otherwise."""
        row = self.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone()
        made = re.sub(r",\s*UNIQUE \([^)]*\)", "", str(row["sql"]) if row else "")
        self.execute(made.replace(table, f"{table}_anew", 1))
        self.execute(f"INSERT INTO {table}_anew SELECT * FROM {table}")  # noqa: S608 - the name is ours
        self.execute(f"DROP TABLE {table}")
        self.execute(f"ALTER TABLE {table}_anew RENAME TO {table}")

    def damage(self) -> str | None:
        """What SQLite's own check says is wrong with the file, None where it is sound."""
        report = [row["integrity_check"] for row in self.execute("PRAGMA integrity_check").fetchall()]
        return None if report == ["ok"] else "; ".join(report[:3])

    def now(self) -> float:
        """This machine's time."""
        return time.time()

    def beating(self, worker: str, host: str) -> AbstractContextManager[Beating | None]:
        """Nothing: of a process on this machine it can be asked whether it lives."""
        return nullcontext()

    def lives(self, worker: str) -> bool | None:
        """Nothing is known of any process here."""
        return None

    def hurry(self) -> None:
        """Nothing is waited for."""

    def cut_where_silent(self, seconds: float) -> None:
        """Nothing is waited for."""

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def _door(self) -> Iterator[None]:
        """The one place where SQLite's and the file system's exceptions become ours."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise LedgerError(
                say(
                    "The ledger {path} cannot be used: {reason}. Nothing is sent that cannot be written down first; mend "
                    "the file or its folder (roster-import doctor says more), or name another with ROSTER_IMPORT_LEDGER.",
                    path=self._path,
                    reason=str(error),
                )
            ) from error


# -------------------------------------------------------------------------------------------------- what a database is


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


class Beating(Protocol):
    """What says that this process lives."""

    def working(self) -> None:
        """The work goes on."""


class Database(Protocol):
    """An opened database. Whatever fails leaves as `LedgerError`, which names it by `name` and never by its password."""

    @property
    def name(self) -> str:
        """What people know it by: the file's path, or the address without user and password."""

    @property
    def types(self) -> Mapping[str, str]:
        """How it calls a number of its own giving (`id`), a reference to one (`number`) and a long fraction (`real`)."""

    @property
    def clock(self) -> str:
        """The time as it tells it itself, in SQL: seconds since 1970."""

    @property
    def folded(self) -> str:
        """A text whose letters of ASCII are alike to LIKE, small or capital, in SQL; for Python's `format`."""

    @property
    def last_beat(self) -> str:
        """When a row of `workers` was last known to live, in SQL."""

    @property
    def own_tables(self) -> Sequence[str]:
        """What makes the tables that only such a database needs."""

    def execute(self, sql: str, values: Sequence[object] = ()) -> Rows:
        """Run one statement."""

    @property
    def waits(self) -> bool:
        """Whether it may be waited for: nobody else stands still then."""

    def hurry(self) -> None:
        """Wait for nothing any more: the run is to end."""

    def cut_where_silent(self, seconds: float) -> None:
        """Give up a connection on which an answer was waited for so long: it is opened anew."""

    def execute_all(self, statements: Sequence[Statement], *, last: bool = False) -> list[Rows]:
        """Run the statements in their order, in one exchange where it is a server's; `last` ends their transaction with them."""

    def number_of(self, made: Rows) -> int:
        """The number of the row that a statement made which `makes_row`."""

    def holding(self, identity: Identity) -> tuple[Statement, ...]:
        """What keeps everybody else from beginning an order of that name until the transaction ends."""

    def write(self, work: Callable[[], T], *, unheard: Callable[[], T] | None = None, tables: bool = False) -> T:
        """Do work in one transaction: whole or not at all, durable when this returns, and done over where it was undone.

        `unheard` tells what came of it where it was done, but what the database answered was lost. `tables`: it changes tables.
        """

    def form(self) -> int:
        """Which form its tables have; 0 where there are none yet."""

    def set_form(self, version: int) -> None:
        """Note which form its tables have now."""

    def drop_unique(self, table: str) -> None:
        """Rid a table of the rules of what may stand in it once."""

    def now(self) -> float:
        """The time by which everybody goes who shares it: seconds since 1970."""

    def beating(self, worker: str, host: str) -> AbstractContextManager[Beating | None]:
        """Say as long as the block that this process lives, where others must be told."""

    def lives(self, worker: str) -> bool | None:
        """Whether a process lives; None where nobody is told."""

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
