"""The record of every order ever sent: one SQLite file, written to disk before each send.

Rollback journal, not WAL: the ledger may lie on a share, and a backup is a copy of one file.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from roster_import import __version__
from roster_import.entry import Entry, Identity, confirmation_from_json, confirmation_json, order_from_json, order_json
from roster_import.errors import LedgerError
from roster_import.model import Status
from roster_import.transactions import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from roster_import.model import Confirmation, Order

VERSION = 2

# The form as it was first; every later form is reached by the steps in _MIGRATIONS, on a new ledger as on an old one.
_SCHEMA = """
CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    realm TEXT NOT NULL, target TEXT NOT NULL, organization TEXT NOT NULL, reference TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    status TEXT NOT NULL,
    key TEXT NOT NULL, body TEXT NOT NULL, order_json TEXT NOT NULL, url TEXT NOT NULL,
    tracking_id TEXT, order_number TEXT, error TEXT, conflict INTEGER NOT NULL DEFAULT 0, confirmation TEXT,
    file TEXT NOT NULL, results TEXT, results_written INTEGER NOT NULL DEFAULT 0,
    user TEXT NOT NULL, host TEXT NOT NULL,
    created_at TEXT NOT NULL, placed_at TEXT, finished_at TEXT,
    lease_owner TEXT, lease_until REAL NOT NULL DEFAULT 0,
    UNIQUE (realm, target, organization, reference, attempt)
);
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    at TEXT NOT NULL, what TEXT NOT NULL, user TEXT NOT NULL, host TEXT NOT NULL
);
CREATE INDEX events_of_entry ON events (entry);
"""

_MIGRATIONS = {
    2: "ALTER TABLE entries ADD COLUMN program TEXT NOT NULL DEFAULT ''",  # which version of this program wrote it
}


# Columns that an Entry holds just as they are.
_SAME = [
    "id",
    "attempt",
    "key",
    "body",
    "url",
    "tracking_id",
    "order_number",
    "error",
    "file",
    "results",
    "user",
    "host",
    "created_at",
    "placed_at",
    "finished_at",
    "program",
    "lease_owner",
    "lease_until",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who sends: the user and host that are written down, and the running process that holds a lease."""

    user: str
    host: str
    process: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An order about to be sent: all that is written down before the first request."""

    identity: Identity
    attempt: int
    body: str
    order: Order
    url: str
    file: str
    results: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened to an entry."""

    at: str
    what: str
    user: str
    host: str


class Ledger:
    """The ledger file, opened; every writing call is one durable transaction.

    Several processes may have it open. Every method raises `LedgerError` where the file cannot be used.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._db = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the ledger, making the file and its folder where there is none."""
        with _door(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
        try:
            with _door(path):
                _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
        return cls(path, connection)

    def close(self) -> None:
        """Close the file; the object is of no use afterwards."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------------------------------------------- reading

    def latest(self, identity: Identity) -> Entry | None:
        """The last attempt at an order, if there was any."""
        rows = self._entries(
            "realm = ? AND target = ? AND organization = ? AND reference = ? ORDER BY attempt DESC LIMIT 1",
            (identity.realm, identity.target, identity.organization, identity.reference),
        )
        return rows[0] if rows else None

    def attempts(self, identity: Identity) -> Sequence[Entry]:
        """Every attempt at an order, oldest first."""
        return self._entries(
            "realm = ? AND target = ? AND organization = ? AND reference = ? ORDER BY attempt",
            (identity.realm, identity.target, identity.organization, identity.reference),
        )

    def elsewhere(self, identity: Identity) -> Entry | None:
        """An order of the same reference that was placed for another organization, and not turned down."""
        rows = self._entries(
            "realm = ? AND target = ? AND reference = ? AND organization != ? AND status NOT IN ('planned', 'refused')"
            " ORDER BY id DESC LIMIT 1",
            (identity.realm, identity.target, identity.reference, identity.organization),
        )
        return rows[0] if rows else None

    def entry(self, number: int) -> Entry:
        """The entry of that number; it must exist."""
        return self._entries("id = ?", (number,))[0]

    def entries(self) -> Sequence[Entry]:
        """Every entry, oldest first."""
        return self._entries("1 ORDER BY id", ())

    def confirmed(self, realm: str, target: str, most: int = 500) -> Sequence[Entry]:
        """The latest confirmed orders of one book and order system, oldest first."""
        found = self._entries(
            "realm = ? AND target = ? AND confirmation IS NOT NULL ORDER BY id DESC LIMIT ?", (realm, target, most)
        )
        return found[::-1]

    def unfinished(self) -> Sequence[Entry]:
        """Last attempts whose outcome is not known yet, or whose results workbook is still to be written."""
        return self._entries(
            "(status IN ('sending', 'pending')"
            " OR (status IN ('completed', 'failed') AND results IS NOT NULL AND NOT results_written))"
            " AND attempt = (SELECT max(e.attempt) FROM entries AS e WHERE"
            " (e.realm, e.target, e.organization, e.reference)"
            " = (entries.realm, entries.target, entries.organization, entries.reference)) ORDER BY id",
            (),
        )

    def damage(self) -> str | None:
        """What SQLite's own check says is wrong with the file, None where it is sound."""
        with _door(self.path):
            found = [row[0] for row in self._db.execute("PRAGMA integrity_check")]
        return None if found == ["ok"] else "; ".join(found[:3])

    def events(self, entry: Entry) -> Sequence[Event]:
        """What happened to an entry, oldest first."""
        with _door(self.path):
            rows = self._db.execute("SELECT at, what, user, host FROM events WHERE entry = ? ORDER BY id", (entry.id,))
            return [Event(at=row["at"], what=row["what"], user=row["user"], host=row["host"]) for row in rows]

    def happened(self, identity: Identity, url: str, what: str) -> bool:
        """Whether that was ever noted of an order placed with this order system at this address."""
        with _door(self.path):
            found = self._db.execute(
                "SELECT 1 FROM events JOIN entries ON entries.id = events.entry"
                " WHERE events.what = ? AND entries.realm = ? AND entries.target = ? AND entries.url = ? LIMIT 1",
                (what, identity.realm, identity.target, url),
            )
            return found.fetchone() is not None

    # ------------------------------------------------------------------------------------------------- writing

    def begin(self, plan: Plan, who: Who, at: str, lease_until: float) -> Entry | None:
        """Write down that an order is about to be sent; None where another process was first.

        A planned entry of the same attempt (nothing of it was ever sent) is replaced.
        """
        identity = plan.identity
        columns: dict[str, Any] = {
            "realm": identity.realm,
            "target": identity.target,
            "organization": identity.organization,
            "reference": identity.reference,
            "attempt": plan.attempt,
            "status": Status.SENDING.value,
            "key": identity.key(plan.attempt),
            "body": plan.body,
            "order_json": order_json(plan.order),
            "url": plan.url,
            "file": plan.file,
            "results": plan.results,
            "user": who.user,
            "host": who.host,
            "program": __version__,
            "created_at": at,
            "lease_owner": who.process,
            "lease_until": lease_until,
        }
        with self._writing():
            planned = "key = ? AND realm = ? AND status = 'planned'"
            for sql in (
                f"DELETE FROM events WHERE entry IN (SELECT id FROM entries WHERE {planned})",  # noqa: S608 - ours
                f"DELETE FROM entries WHERE {planned}",  # noqa: S608 - ours
            ):
                self._db.execute(sql, (columns["key"], identity.realm))
            names, marks = ", ".join(columns), ", ".join("?" * len(columns))
            found = self._db.execute(
                f"INSERT OR IGNORE INTO entries ({names}) VALUES ({marks})",  # noqa: S608 - the names are ours
                tuple(columns.values()),
            )
            if not found.rowcount:
                return None
            number = int(found.lastrowid or 0)
            self._note(number, "sending", who, at)
        return self.entry(number)

    def take_over(self, entry: Entry, who: Who, at: str, lease_until: float) -> bool:
        """Take the lease of an entry that is being sent; False where another process took it meanwhile."""
        with self._writing():
            found = self._db.execute(
                "UPDATE entries SET lease_owner = ?, lease_until = ?"
                " WHERE id = ? AND status = 'sending' AND lease_owner IS ? AND lease_until = ?",
                (who.process, lease_until, entry.id, entry.lease_owner, entry.lease_until),
            )
            if found.rowcount:
                self._note(entry.id, "sending again", who, at)
        return bool(found.rowcount)

    def keep(self, entry: Entry, who: Who, lease_until: float) -> bool:
        """Make our lease of an entry that is being sent last until then; False where it is another's by now."""
        with self._writing():
            found = self._db.execute(
                "UPDATE entries SET lease_until = ? WHERE id = ? AND status = 'sending' AND lease_owner IS ?",
                (lease_until, entry.id, who.process),
            )
        return bool(found.rowcount)

    def update(self, entry: Entry, who: Who, at: str, what: str, **columns: object) -> Entry:
        """Write down what became of an entry, with the event `what`; returns the entry as it is then.

        Columns: status, tracking_id, order_number, error, conflict, confirmation (a `Confirmation`), placed_at,
        finished_at, lease_owner, lease_until.
        """
        confirmation: Confirmation | None = columns.get("confirmation")  # type: ignore[assignment]  # as the docstring says
        if confirmation is not None:
            columns["confirmation"] = confirmation_json(confirmation)
        with self._writing():
            self._set(entry.id, columns)
            self._note(entry.id, what, who, at)
        return self.entry(entry.id)

    def results_written(self, entries: Sequence[Entry], path: str) -> None:
        """Write down where the results workbook of the entries lies."""
        with self._writing():
            for entry in entries:
                self._set(entry.id, {"results": path, "results_written": 1})

    def _set(self, number: int, columns: dict[str, Any]) -> None:
        names = ", ".join(f"{name} = ?" for name in columns)
        self._db.execute(f"UPDATE entries SET {names} WHERE id = ?", (*columns.values(), number))  # noqa: S608 - ours

    def _note(self, number: int, what: str, who: Who, at: str) -> None:
        self._db.execute(
            "INSERT INTO events (entry, at, what, user, host) VALUES (?, ?, ?, ?, ?)",
            (number, at, what, who.user, who.host),
        )

    def _entries(self, where: str, values: tuple[object, ...]) -> list[Entry]:
        with _door(self.path):
            rows = self._db.execute(f"SELECT * FROM entries WHERE {where}", values).fetchall()  # noqa: S608 - ours
            return [_entry(row) for row in rows]

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with _door(self.path), transaction(self._db):
            yield


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.row_factory = sqlite3.Row
    # FULL: a committed row survives a power cut (SQLite › PRAGMA synchronous).
    connection.execute("PRAGMA synchronous = FULL")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise LedgerError(
            f"The ledger {path} was written by a newer roster-import (version {version} of its form, this program "
            f"knows {VERSION}). Update roster-import; nothing was changed or sent."
        )
    if version < VERSION:
        _bring_up(connection)


def _bring_up(connection: sqlite3.Connection) -> None:
    """Make a new ledger, or bring an older one to today's form, whole or not at all."""
    with transaction(connection):
        # Another process may have done it while this one waited.
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            for statement in filter(str.strip, _SCHEMA.split(";")):
                connection.execute(statement)
        for step in range(max(version, 1) + 1, VERSION + 1):
            connection.execute(_MIGRATIONS[step])
        connection.execute(f"PRAGMA user_version = {max(version, VERSION)}")


def _entry(row: sqlite3.Row) -> Entry:
    identity = Identity(
        realm=row["realm"], target=row["target"], organization=row["organization"], reference=row["reference"]
    )
    return Entry(
        identity=identity,
        status=Status(row["status"]),
        order=order_from_json(row["order_json"]),
        conflict=bool(row["conflict"]),
        confirmation=confirmation_from_json(row["confirmation"]) if row["confirmation"] else None,
        results_written=bool(row["results_written"]),
        **{name: row[name] for name in _SAME},
    )


@contextmanager
def _door(path: Path) -> Iterator[None]:
    """The one place where SQLite's and the file system's exceptions become ours."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise LedgerError(
            f"The ledger {path} cannot be used: {error}. Nothing is sent that cannot be written down first; "
            "mend the file or its folder (roster-import doctor says more), or name another with ROSTER_IMPORT_LEDGER."
        ) from error
