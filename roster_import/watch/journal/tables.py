"""The journal's tables, the forms they had before, and how they are written: whole or not at all, on disk when it is over.

They lie in a file (`file.py`), or beside a ledger that machines share (`server.py`).
"""

from __future__ import annotations

from functools import partial, wraps
from threading import RLock
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from roster_import.errors import RosterImportError
from roster_import.language.messages import say
from roster_import.watch.journal.commits import JournalCommits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from roster_import.place.ledger.sqlite import Row, Rows

M = TypeVar("M", bound="Callable[..., Any]")
T = TypeVar("T")

VERSION: Final = 4

_SCHEMA = """
CREATE TABLE files (
    id TEXT PRIMARY KEY, path TEXT NOT NULL, state TEXT NOT NULL, owner TEXT, released TEXT,
    found_at TEXT NOT NULL, ended_at TEXT, day TEXT,
    orders {number} NOT NULL DEFAULT 0, pieces {number} NOT NULL DEFAULT 0, counted_day TEXT,
    outcome TEXT, status {number}, reason TEXT, place TEXT, moves TEXT, say TEXT, entries TEXT, told TEXT, answer TEXT,
    seen TEXT, check_at {real}, looked_into TEXT, deaths {number} NOT NULL DEFAULT 0
);
CREATE INDEX files_state ON files (state);
CREATE INDEX files_day ON files (day);
CREATE INDEX files_place ON files (place);
CREATE TABLE messages (
    id TEXT NOT NULL, channel TEXT NOT NULL, file TEXT, content TEXT NOT NULL,
    state TEXT NOT NULL, owner TEXT, tries {number} NOT NULL DEFAULT 0, next_try {real} NOT NULL DEFAULT 0,
    queued_at {real} NOT NULL, sent_at TEXT, error TEXT, told TEXT,
    PRIMARY KEY (id, channel)
);
CREATE INDEX messages_state ON messages (state);
CREATE TABLE existing (path TEXT PRIMARY KEY, size {number} NOT NULL, changed {number} NOT NULL);
CREATE TABLE watchers (process TEXT PRIMARY KEY, beats {number} NOT NULL, at {real} NOT NULL);
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""

# What older forms lack: statements by the form that they bring the journal to.
_UPGRADES = {
    2: ("ALTER TABLE files ADD COLUMN told TEXT", "ALTER TABLE files ADD COLUMN answer TEXT",
        "ALTER TABLE messages ADD COLUMN told TEXT"),
    3: ("ALTER TABLE files ADD COLUMN seen TEXT", "ALTER TABLE files ADD COLUMN check_at {real}"),
    4: ("ALTER TABLE files ADD COLUMN looked_into TEXT", "ALTER TABLE files ADD COLUMN deaths {number} NOT NULL DEFAULT 0"),
}  # fmt: skip


COLUMNS: Final = {
    "files": ("id", "path", "state", "owner", "released", "found_at", "ended_at", "day", "orders", "pieces", "counted_day",
              "outcome", "status", "reason", "place", "moves", "say", "entries", "told", "answer", "seen", "check_at",
              "looked_into", "deaths"),
    "messages": ("id", "channel", "file", "content", "state", "owner", "tries", "next_try", "queued_at", "sent_at", "error",
                 "told"),
    "existing": ("path", "size", "changed"),
    "meta": ("name", "value"),
}  # fmt: skip
"""What is brought over from another journal; who watches is not."""
DEFAULTS: Final = {"orders": 0, "pieces": 0, "deaths": 0, "tries": 0, "next_try": 0.0}


class JournalError(RosterImportError):
    """The journal of a watched folder could not be read or written; nothing is taken up until it can."""


class JournalDatabase(Protocol):
    """Where a journal's tables lie. Whatever fails leaves as `JournalError`."""

    @property
    def name(self) -> str:
        """What people know it by; never holds a password."""

    @property
    def is_in_place(self) -> bool:
        """Whether it still is what was opened: another may have been mounted over it."""

    @property
    def is_shared(self) -> bool:
        """Whether machines share it, who are told who lives."""

    def execute(self, sql: str, values: Sequence[object] = ()) -> Rows:
        """Run one statement."""

    def write(self, work: Callable[[], T]) -> T:
        """Do work in one durable transaction, or not at all, while nobody else writes; it may be done over."""

    def now(self, wall: float) -> float:
        """The time by which all go who have it, where it is `wall` here: seconds since 1970."""

    def beat(self, process: str, host: str) -> None:
        """Say to whom it must be told that a process lives."""

    def close(self) -> None:
        """Close it."""


class JournalTables:
    """The tables, opened; every writing is one durable transaction. Raises `JournalError` throughout.

    `commits` makes those of one transaction that are asked for side by side, in a thread; it is one thread's turn at a time.
    """

    def __init__(self, database: JournalDatabase) -> None:
        self.commits = JournalCommits(self)
        self._db = database
        self._turn = RLock()
        self._writes = False

    def close(self) -> None:
        """Let go of them."""
        self.commits.close()
        self._db.close()

    @property
    def where(self) -> str:
        """Where they lie, for people."""
        return self._db.name

    @property
    def is_in_place(self) -> bool:
        """Whether they still are what was opened: another share may have been mounted over them."""
        return self._db.is_in_place

    @property
    def is_shared(self) -> bool:
        """Whether machines share them: the ledger then knows who lives."""
        return self._db.is_shared

    def now(self, wall: float) -> float:
        """The time by which all go who have the journal, where it is `wall` here: seconds since 1970."""
        return self._db.now(wall)

    def lives(self, process: str, host: str) -> None:
        """Say, where machines share them, that a process lives that is no watch: for the moment that it takes."""
        self._db.beat(process, host)

    def meta(self, name: str) -> str | None:
        """A fact kept under a name."""
        with self._turn:
            return self._meta(name)

    def set_meta(self, name: str, value: str) -> None:
        """Keep a fact under a name."""
        self.together([partial(self._set_meta, name, value)])

    def together(self, writes: Sequence[Callable[[], Any]]) -> list[Any]:
        """Make all of these writes in one durable transaction, or none; what each of them gave."""
        with self._turn:
            if self._writes:  # a part of what is being written
                return [write() for write in writes]
            self._writes = True
            try:
                return self._db.write(lambda: [write() for write in writes])
            finally:
                self._writes = False

    # ------------------------------------------------------------------------------------------------ within

    def _meta(self, name: str) -> str | None:
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row["value"])

    def _set_meta(self, name: str, value: str) -> None:
        self._db.execute(
            "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )

    def _all(self, sql: str, *values: object) -> Sequence[Row]:
        with self._turn:
            return self._db.execute(sql, values).fetchall()


def written(method: M) -> M:
    """A method that is one durable transaction, or a part of the one that is being written; it may be done over."""

    @wraps(method)
    def whole(journal: JournalTables, *args: Any, **kwargs: Any) -> Any:
        (given,) = journal.together([partial(method, journal, *args, **kwargs)])
        return given

    return whole  # type: ignore[return-value]  # it takes and gives what the method does


def refuse_newer(version: int, name: str) -> None:
    """Raise `JournalError` for a journal of a form that only a later program knows."""
    if version > VERSION:
        raise JournalError(
            say(
                "{path} was written by a newer roster-import (form {version}, this program knows {known}). Update "
                "roster-import; nothing was changed or sent.",
                path=name,
                version=version,
                known=VERSION,
            )
        )


def making(version: int, types: Mapping[str, str]) -> list[str]:
    """The statements that bring a journal of this form, 0 where there is none, to ours; `types` are a database's own words."""
    if version == 0:
        return list(filter(str.strip, _SCHEMA.format_map(types).split(";")))
    return [
        statement.format_map(types)
        for form, statements in _UPGRADES.items()
        if form > version
        for statement in statements
    ]
