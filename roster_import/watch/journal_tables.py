"""The journal's file: its tables, the forms it had before, and the one door through which it is read and written.

One SQLite file in the state of the folder (`own_state.py`), its owner's alone; rollback journal and synchronous FULL, as the
ledger.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING, Any, Self

from roster_import.errors import RosterImportError
from roster_import.files import make_private
from roster_import.language.messages import say
from roster_import.place.sqlite import transaction
from roster_import.watch.folders import is_full
from roster_import.watch.journal_commits import JournalCommits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

VERSION = 4
NAME = "journal.sqlite3"
FIRST_BYTES = b"SQLite format 3\0"

_SCHEMA = """
CREATE TABLE files (
    id TEXT PRIMARY KEY, path TEXT NOT NULL, state TEXT NOT NULL, owner TEXT, released TEXT,
    found_at TEXT NOT NULL, ended_at TEXT, day TEXT,
    orders INTEGER NOT NULL DEFAULT 0, pieces INTEGER NOT NULL DEFAULT 0, counted_day TEXT,
    outcome TEXT, status INTEGER, reason TEXT, place TEXT, moves TEXT, say TEXT, entries TEXT, told TEXT, answer TEXT,
    seen TEXT, check_at REAL, looked_into TEXT, deaths INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX files_state ON files (state);
CREATE INDEX files_day ON files (day);
CREATE INDEX files_place ON files (place);
CREATE TABLE messages (
    id TEXT NOT NULL, channel TEXT NOT NULL, file TEXT, content TEXT NOT NULL,
    state TEXT NOT NULL, owner TEXT, tries INTEGER NOT NULL DEFAULT 0, next_try REAL NOT NULL DEFAULT 0,
    queued_at REAL NOT NULL, sent_at TEXT, error TEXT, told TEXT,
    PRIMARY KEY (id, channel)
);
CREATE INDEX messages_state ON messages (state);
CREATE TABLE existing (path TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL);
CREATE TABLE watchers (process TEXT PRIMARY KEY, beats INTEGER NOT NULL, at REAL NOT NULL);
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""

# What older forms lack: statements by the form that they bring the journal to.
_UPGRADES = {
    2: ("ALTER TABLE files ADD COLUMN told TEXT", "ALTER TABLE files ADD COLUMN answer TEXT",
        "ALTER TABLE messages ADD COLUMN told TEXT"),
    3: ("ALTER TABLE files ADD COLUMN seen TEXT", "ALTER TABLE files ADD COLUMN check_at REAL"),
    4: ("ALTER TABLE files ADD COLUMN looked_into TEXT", "ALTER TABLE files ADD COLUMN deaths INTEGER NOT NULL DEFAULT 0"),
}  # fmt: skip


class JournalError(RosterImportError):
    """The journal of a watched folder could not be read or written; nothing is taken up until it can."""


class JournalFile:
    """The file, opened; every writing is one durable transaction. Raises `JournalError` throughout.

    `commits` makes those of one transaction that are asked for side by side, in a thread; it is one thread's turn at a time.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.commits = JournalCommits(self)
        self._db = connection
        self._turn = RLock()
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

    def close(self) -> None:
        """Close the file."""
        self.commits.close()
        self._db.close()

    @property
    def is_in_place(self) -> bool:
        """Whether the file at our path still is the one that is open: another may have been mounted over it."""
        try:
            facts = self.path.stat()
        except OSError:
            return False
        return (facts.st_dev, facts.st_ino) == self._facts

    def meta(self, name: str) -> str | None:
        """A fact kept under a name."""
        with self._turn, _door(self.path):
            return self._meta(name)

    def set_meta(self, name: str, value: str) -> None:
        """Keep a fact under a name."""
        with self._writing():
            self._set_meta(name, value)

    def together(self, writes: Sequence[Callable[[], Any]]) -> list[Any]:
        """Make all of these writes in one durable transaction, or none; what each of them gave."""
        with self._writing():
            return [write() for write in writes]

    # ------------------------------------------------------------------------------------------------ within

    def _meta(self, name: str) -> str | None:
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row["value"])

    def _set_meta(self, name: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def _all(self, sql: str, *values: object) -> list[sqlite3.Row]:
        with self._turn, _door(self.path):
            return self._db.execute(sql, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """A transaction; within one it is a part of that."""
        with self._turn, _door(self.path):
            if self._db.in_transaction:
                yield
                return
            with transaction(self._db):
                yield


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA synchronous = FULL")
    with transaction(connection):
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise JournalError(
                say(
                    "{path} was written by a newer roster-import (form {version}, this program knows {known}). Update "
                    "roster-import; nothing was changed or sent.",
                    path=path,
                    version=version,
                    known=VERSION,
                )
            )
        for statement in _missing(version):
            connection.execute(statement)
        if version != VERSION:
            connection.execute(f"PRAGMA user_version = {VERSION}")


def _missing(version: int) -> list[str]:
    """The statements that bring a journal of this form to ours."""
    if version == 0:
        return list(filter(str.strip, _SCHEMA.split(";")))
    return [statement for form, statements in _UPGRADES.items() if form > version for statement in statements]


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
