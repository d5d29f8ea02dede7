"""The record of every order ever sent, durable before each send: one SQLite file, or a database that offices share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from roster_import.errors import LedgerError
from roster_import.language.messages import say
from roster_import.model.placement import Status
from roster_import.model.setting_names import __version__
from roster_import.place.entry import (
    Entry,
    Identity,
    confirmation_from_json,
    confirmation_json,
    order_from_json,
    order_json,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from roster_import.model.order import Order
    from roster_import.model.placement import Confirmation
    from roster_import.place.database import Database, Row, Rows

VERSION = 2

# The form as it was first; every later form is reached by the steps in _MIGRATIONS, on a new ledger as on an old one.
_SCHEMA = """
CREATE TABLE entries (
    id {id},
    realm TEXT NOT NULL, target TEXT NOT NULL, organization TEXT NOT NULL, reference TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    status TEXT NOT NULL,
    key TEXT NOT NULL, body TEXT NOT NULL, order_json TEXT NOT NULL, url TEXT NOT NULL,
    tracking_id TEXT, order_number TEXT, error TEXT, conflict INTEGER NOT NULL DEFAULT 0, confirmation TEXT,
    file TEXT NOT NULL, results TEXT, results_written INTEGER NOT NULL DEFAULT 0,
    "user" TEXT NOT NULL, host TEXT NOT NULL,
    created_at TEXT NOT NULL, placed_at TEXT, finished_at TEXT,
    lease_owner TEXT, lease_until {real} NOT NULL DEFAULT 0,
    UNIQUE (realm, target, organization, reference, attempt)
);
CREATE TABLE events (
    id {id},
    entry {number} NOT NULL REFERENCES entries (id),
    at TEXT NOT NULL, what TEXT NOT NULL, "user" TEXT NOT NULL, host TEXT NOT NULL
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
    """The ledger, opened; every writing call is one durable transaction.

    Several processes may have it open. Every method raises `LedgerError` where it cannot be used.
    """

    def __init__(self, database: Database) -> None:
        self._db = database

    @classmethod
    def open(cls, place: Path | str) -> Self:
        """Open the ledger in a file or at an address, making it where there is none."""
        database = _database_of(place)
        try:
            _prepare(database)
        except BaseException:
            database.close()
            raise
        return cls(database)

    @property
    def name(self) -> str:
        """What people know it by; never holds a password."""
        return self._db.name

    def close(self) -> None:
        """Close it; the object is of no use afterwards."""
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
        return self._entries("1 = 1 ORDER BY id", ())

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
            " OR (status IN ('completed', 'failed') AND results IS NOT NULL AND results_written = 0))"
            " AND attempt = (SELECT max(e.attempt) FROM entries AS e WHERE"
            " (e.realm, e.target, e.organization, e.reference)"
            " = (entries.realm, entries.target, entries.organization, entries.reference)) ORDER BY id",
            (),
        )

    def damage(self) -> str | None:
        """What the database's own check says is wrong with it, None where it is sound."""
        return self._db.damage()

    def events(self, entry: Entry) -> Sequence[Event]:
        """What happened to an entry, oldest first."""
        rows = self._db.execute('SELECT at, what, "user", host FROM events WHERE entry = ? ORDER BY id', (entry.id,))
        return [Event(at=row["at"], what=row["what"], user=row["user"], host=row["host"]) for row in rows.fetchall()]

    def happened(self, identity: Identity, url: str, what: str) -> bool:
        """Whether that was ever noted of an order placed with this order system at this address."""
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
        with self._db.writing():
            planned = "key = ? AND realm = ? AND status = 'planned'"
            for sql in (
                f"DELETE FROM events WHERE entry IN (SELECT id FROM entries WHERE {planned})",  # noqa: S608 - ours
                f"DELETE FROM entries WHERE {planned}",  # noqa: S608 - ours
            ):
                self._db.execute(sql, (columns["key"], identity.realm))
            if not self._insert("entries", columns, "ON CONFLICT DO NOTHING").rowcount:
                return None
            (entry,) = self._entries("realm = ? AND key = ?", (identity.realm, columns["key"]))
            self._note(entry.id, "sending", who, at)
        return entry

    def take_over(self, entry: Entry, who: Who, at: str, lease_until: float) -> bool:
        """Take the lease of an entry that is being sent; False where another process took it meanwhile."""
        with self._db.writing():
            found = self._db.execute(
                "UPDATE entries SET lease_owner = ?, lease_until = ?"
                " WHERE id = ? AND status = 'sending' AND coalesce(lease_owner, '') = ? AND lease_until = ?",
                (who.process, lease_until, entry.id, entry.lease_owner or "", entry.lease_until),
            )
            if found.rowcount:
                self._note(entry.id, "sending again", who, at)
        return bool(found.rowcount)

    def keep(self, entry: Entry, who: Who, lease_until: float) -> bool:
        """Make our lease of an entry that is being sent last until then; False where it is another's by now."""
        with self._db.writing():
            found = self._db.execute(
                "UPDATE entries SET lease_until = ? WHERE id = ? AND status = 'sending' AND lease_owner = ?",
                (lease_until, entry.id, who.process),
            )
        return bool(found.rowcount)

    def update(self, entry: Entry, who: Who, at: str, what: str, **columns: object) -> Entry:
        """Write down what became of an entry, with the event `what`; returns the entry as it is then.

        Columns: status, tracking_id, order_number, error, conflict, confirmation (a `Confirmation`), placed_at,
        finished_at, results_written, lease_owner, lease_until.
        """
        confirmation: Confirmation | None = columns.get("confirmation")  # type: ignore[assignment]  # as the docstring says
        if confirmation is not None:
            columns["confirmation"] = confirmation_json(confirmation)
        with self._db.writing():
            self._set(entry.id, columns)
            self._note(entry.id, what, who, at)
        return self.entry(entry.id)

    def results_written(self, entries: Sequence[Entry], path: str) -> None:
        """Write down where the results workbook of the entries lies."""
        with self._db.writing():
            for entry in entries:
                self._set(entry.id, {"results": path, "results_written": 1})

    def _set(self, number: int, columns: dict[str, Any]) -> None:
        names = ", ".join(f'"{name}" = ?' for name in columns)
        values = [*map(_plain, columns.values()), number]
        self._db.execute(f"UPDATE entries SET {names} WHERE id = ?", values)  # noqa: S608 - the names are ours

    def _note(self, number: int, what: str, who: Who, at: str) -> None:
        self._insert("events", {"entry": number, "at": at, "what": what, "user": who.user, "host": who.host})

    def _insert(self, table: str, columns: dict[str, Any], otherwise: str = "") -> Rows:
        names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
        sql = f"INSERT INTO {table} ({names}) VALUES ({marks}) {otherwise}"  # noqa: S608 - the names are ours
        return self._db.execute(sql, tuple(columns.values()))

    def _entries(self, where: str, values: tuple[object, ...]) -> list[Entry]:
        rows = self._db.execute(f"SELECT * FROM entries WHERE {where}", values)  # noqa: S608 - ours
        return [_entry(row) for row in rows.fetchall()]


def _database_of(place: Path | str) -> Database:
    """The database at a path or an address, opened and made where it is not there; raises `LedgerError`."""
    if isinstance(place, str):
        from roster_import.place.postgresql import PostgreSQL

        return PostgreSQL(place)
    from roster_import.place.sqlite import SQLiteFile

    return SQLiteFile(place)


def _plain(value: object) -> object:
    """A value as every database takes it: its tables have no truth values and know none of our words."""
    if isinstance(value, Status):
        return value.value
    return int(value) if isinstance(value, bool) else value


def _prepare(database: Database) -> None:
    version = database.form()
    if version > VERSION:
        raise LedgerError(
            say(
                "The ledger {path} was written by a newer roster-import (version {version} of its form, this program "
                "knows {known}). Update roster-import; nothing was changed or sent.",
                path=database.name,
                version=version,
                known=VERSION,
            )
        )
    if version < VERSION:
        _bring_up(database)


def _bring_up(database: Database) -> None:
    """Make a new ledger, or bring an older one to today's form, whole or not at all."""
    with database.writing():
        # Another process may have done it while this one waited.
        version = database.form()
        if version == 0:
            for statement in statements(database.types):
                database.execute(statement)
        for step in range(max(version, 1) + 1, VERSION + 1):
            database.execute(_MIGRATIONS[step])
        database.set_form(max(version, VERSION))


def statements(types: Mapping[str, str]) -> list[str]:
    """What makes the tables in their first form."""
    return [one for one in _SCHEMA.format_map(types).split(";") if one.strip()]


def _entry(row: Row) -> Entry:
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
