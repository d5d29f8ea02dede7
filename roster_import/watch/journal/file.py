"""A journal in a file of its own, in the state of the folder (`own_state.py`): its owner's alone, and its door.

SQLite with a rollback journal and synchronous FULL, as the ledger.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self, TypeVar

from roster_import.files import make_private
from roster_import.language.messages import say
from roster_import.place.ledger.sqlite import SQLiteFile, transaction
from roster_import.watch.folders import is_full
from roster_import.watch.journal.tables import VERSION, JournalError, making, refuse_newer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from roster_import.place.ledger.sqlite import Rows

T = TypeVar("T")

NAME = "journal.sqlite3"
FIRST_BYTES = b"SQLite format 3\0"


class JournalFile:
    """The file, opened. Raises `JournalError` throughout."""

    is_shared = False

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self.connection = connection
        facts = path.stat()
        self._facts = (facts.st_dev, facts.st_ino)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the journal, making it where there is none."""
        with _door(path):
            path.parent.mkdir(mode=0o700, exist_ok=True)  # not its parents: a share that vanished must not be made up
            make_private(path)
            connection = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
        try:
            with _door(path):
                _prepare(connection, path)
                return cls(path, connection)
        except BaseException:
            connection.close()
            raise

    @property
    def name(self) -> str:
        """Its path."""
        return str(self._path)

    @property
    def is_in_place(self) -> bool:
        """Whether the file at our path still is the one that is open: another may have been mounted over it."""
        try:
            facts = self._path.stat()
        except OSError:
            return False
        return (facts.st_dev, facts.st_ino) == self._facts

    def execute(self, sql: str, values: Sequence[object] = ()) -> Rows:
        """Run one statement."""
        with _door(self._path):
            return self.connection.execute(sql, tuple(values))

    def write(self, work: Callable[[], T]) -> T:
        """Do work in one durable transaction, or not at all."""
        with _door(self._path), transaction(self.connection):
            return work()

    def now(self, wall: float) -> float:
        """This machine's time."""
        return wall

    def beat(self, process: str, host: str) -> None:
        """Nothing: a process of this machine can be asked for."""

    def close(self) -> None:
        """Close the file."""
        self.connection.close()


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA synchronous = FULL")
    with transaction(connection):
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        refuse_newer(version, str(path))
        for statement in making(version, SQLiteFile.types):
            connection.execute(statement)
        if version != VERSION:
            connection.execute(f"PRAGMA user_version = {VERSION}")


@contextmanager
def _door(path: Path) -> Iterator[None]:
    """The one place where SQLite's and the file system's exceptions become ours."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        if is_full(error) or getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
            raise JournalError(
                say(
                    "The watch's journal {path} cannot be written: the disk is full ({reason}). Make room; nothing is taken up "
                    "until there is some.",
                    path=path,
                    reason=error,
                )
            ) from error
        raise JournalError(
            say(
                "The watch's journal {path} cannot be used: {reason}. Nothing is taken up until it can. Where it is damaged, "
                "move it away: nothing is ordered twice, but the files in the folder wait for --accept-existing again.",
                path=path,
                reason=error,
            )
        ) from error
