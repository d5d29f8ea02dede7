"""The state file, SQLite or the same in memory, and the clock whose shift is kept in it.

What was taken is on disk before the answer goes out. Killing the process at any moment leaves every order either taken
whole or not at all: each change is one transaction, written ahead (WAL) and flushed (synchronous FULL) before it counts.
"""

from __future__ import annotations

import math
import sqlite3
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from roster_import.sandbox.switches import SandboxError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

Row = sqlite3.Row

_FACTS = "CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL)"
_BUSY_SECONDS = 30


class Store:
    """One state file (None: memory) for all stand-ins; each brings its own tables. Safe to use from many threads.

    Raises SandboxError where the file cannot be used.
    """

    def __init__(self, path: Path | None, *schemas: Sequence[str]) -> None:
        self._lock = threading.RLock()
        try:
            self._connection = sqlite3.connect(
                path or ":memory:", check_same_thread=False, isolation_level=None, timeout=_BUSY_SECONDS
            )
        except sqlite3.Error as error:
            raise _unusable(path, error) from error
        try:
            self._prepare([_FACTS, *(statement for schema in schemas for statement in schema)])
        except sqlite3.Error as error:
            self._connection.close()
            raise _unusable(path, error) from error

    def _prepare(self, statements: Sequence[str]) -> None:
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        with self.changing() as connection:
            for statement in statements:
                connection.execute(statement)

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, alone in the file from its first statement; undone as a whole if anything is raised."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # a full disk may have undone it already
                    self._connection.execute("ROLLBACK")
                raise

    def rows(self, query: str, *values: object) -> list[Row]:
        """All rows of a query."""
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def row(self, query: str, *values: object) -> Row | None:
        """The first row of a query, if there is one."""
        rows = self.rows(query, *values)
        return rows[0] if rows else None

    def fact(self, name: str) -> str | None:
        """A value kept under a name."""
        row = self.row("SELECT value FROM facts WHERE name = ?", name)
        return str(row["value"]) if row else None

    def set_fact(self, name: str, value: str) -> None:
        """Keep a value under a name."""
        with self.changing() as connection:
            connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def empty(self, *tables: str, facts: Sequence[str] = ()) -> None:
        """Forget the rows of those tables, and those values."""
        with self.changing() as connection:
            for table in tables:
                connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
            connection.executemany("DELETE FROM facts WHERE name = ?", [(name,) for name in facts])

    def close(self) -> None:
        """Close the file; nothing is lost if this is never called."""
        with self._lock:
            self._connection.close()


def count_up(connection: sqlite3.Connection, name: str, more: int = 1) -> int:
    """Count so many more under a name, within a transaction, and say how many there were before."""
    row = connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
    before = int(row["value"]) if row else 0
    connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, str(before + more)))
    return before


def _unusable(path: Path | None, error: sqlite3.Error) -> SandboxError:
    return SandboxError(f"The sandbox cannot use {path} as its state file: {error}. Name another file, or none.")


_OFFSET = "clock-offset"


# ------------------------------------------------------------------------------------------------------------ the clock


class Clock:
    """Seconds since 1970 as the stand-ins see them; the shift is kept in the store, so a restart does not undo it."""

    def __init__(self, store: Store, source: Callable[[], float] = time.time) -> None:
        self._store = store
        self._source = source
        self._offset = float(store.fact(_OFFSET) or 0.0)

    def now(self) -> float:
        """Seconds since 1970, shift included."""
        return self._source() + self._offset

    def advance(self, seconds: float) -> float:
        """Move the time on (or back, with a negative number) and return the new time."""
        self._offset += seconds
        self._store.set_fact(_OFFSET, repr(self._offset))
        return self.now()

    def reset(self) -> None:
        """Give the machine's own time again."""
        self.advance(-self._offset)

    def set(self, moment: datetime) -> float:
        """Make it that moment (which must have a zone) and return it as seconds since 1970."""
        return self.advance(moment.timestamp() - self.now())


def moment(seconds: float) -> datetime:
    """Seconds since 1970 as a UTC datetime."""
    return datetime.fromtimestamp(seconds, UTC)


def read_moment(text: str) -> datetime:
    """The moment an ISO 8601 text says, in UTC where it names no zone; raises ValueError where it says none."""
    said = datetime.fromisoformat(text)
    return said if said.tzinfo else said.replace(tzinfo=UTC)


def utc_text(seconds: float) -> str:
    """Seconds since 1970 as KitMaker writes a time: 2026-05-05T13:14:30Z."""
    return moment(seconds).strftime("%Y-%m-%dT%H:%M:%SZ")


class Quota:
    """So many calls in so many seconds, 0: any number. Safe to use from many threads.

    `aligned`: the seconds are counted from 1970 on, else from the first call after the last ones were over.
    """

    def __init__(self, most: int, seconds: float, *, aligned: bool) -> None:
        self.most = most
        self.seconds = seconds
        self._aligned = aligned
        self._lock = threading.Lock()
        self._begun = -math.inf
        self._calls = 0

    def count(self, now: float) -> tuple[int, float]:
        """Count a call: how many are left, below 0 for one too many, and for how many seconds that holds."""
        with self._lock:
            if not 0 <= now - self._begun < self.seconds:
                self._begun, self._calls = now // self.seconds * self.seconds if self._aligned else now, 0
            self._calls += 1
            return self.most - self._calls, self._begun + self.seconds - now

    def forget(self) -> None:
        """Begin anew with the next call."""
        with self._lock:
            self._begun = -math.inf
