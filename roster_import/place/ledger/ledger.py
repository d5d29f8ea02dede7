"""The record of every order ever sent, durable before each send: one SQLite file, or a database that offices share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self, TypeVar

from roster_import.model.order import normal_reference
from roster_import.model.placement import SEEN_AT_ONCE, Status
from roster_import.place.ledger.changes import STANDS, Plan, Who, begin, make, mark, results_written, take_over, update
from roster_import.place.ledger.entry import Entry, Identity, confirmation_from_json, order_from_json
from roster_import.place.ledger.forms import open_database
from roster_import.place.ledger.heartbeat import workers
from roster_import.place.ledger.search_words import holds, may_hold, some_are_missing, write_missing
from roster_import.place.ledger.statement import Statement
from roster_import.place.next_step import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from roster_import.place.ledger.changes import Change
    from roster_import.place.ledger.heartbeat import Worker
    from roster_import.place.ledger.sqlite import Beating, Database, Row

__all__ = ["Event", "Ledger", "Plan", "Who", "standing_of"]

T = TypeVar("T")

# Columns that an Entry holds just as they are.
_SAME = (
    "id", "attempt", "key", "body", "url", "tracking_id", "order_number", "error", "file", "results", "user", "host",
    "created_at", "placed_at", "finished_at", "program", "lease_owner", "lease_until", "last_sent", "amends",
)  # fmt: skip


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
        self._happened: set[tuple[str, ...]] = set()

    @classmethod
    def open(cls, place: Path | str, patience: float = 4.0, warn: Callable[[str], None] = lambda _: None) -> Self:
        """Open the ledger in a file or at an address, making it where there is none.

        A server that is away is waited for, `patience` seconds in one go, and `warn` is told of it.
        """
        return cls(open_database(place, patience, warn))

    @property
    def name(self) -> str:
        """What people know it by; never holds a password."""
        return self._db.name

    @property
    def waits(self) -> bool:
        """Whether reading and writing may take long, as it lies on a server: nobody else is to stand still then."""
        return self._db.waits

    def hurry(self) -> None:
        """Wait for a server no more: the run is to end."""
        self._db.hurry()

    def cut_where_silent(self, seconds: float) -> None:
        """Wait no more for an answer of a server that is so long in coming: it is asked anew."""
        self._db.cut_where_silent(seconds)

    def close(self) -> None:
        """Close it; the object is of no use afterwards."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------------------------------------------- reading

    def chain(self, identity: Identity) -> Sequence[Entry]:
        """Every attempt at an order, first attempt first, whichever way its reference was spelt."""
        (rows,) = self._db.execute_all([_called(identity)])
        return [entry for entry in map(_entry, rows.fetchall()) if _is_here(entry, identity)]

    def standing(self, identity: Identity) -> Entry | None:
        """The last attempt at an order that left anything behind, else one that was turned down; None where there was none."""
        return standing_of(self.chain(identity))

    def elsewhere(self, identity: Identity) -> Entry | None:
        """An order of that name that was placed for another organization, or at another address of its order system."""
        return self.here_and_elsewhere(identity)[1]

    def here_and_elsewhere(self, identity: Identity) -> tuple[Entry | None, Entry | None]:
        """What `standing` and `elsewhere` say, read at once."""
        return self.here_and_elsewhere_of([identity])[0]

    def here_and_elsewhere_of(self, identities: Sequence[Identity]) -> list[tuple[Entry | None, Entry | None]]:
        """What `here_and_elsewhere` says of each: of a server's ledger all is asked for in one exchange."""
        return [
            _here_and_elsewhere(identity, [_entry(row) for row in rows.fetchall()])
            for identity, rows in zip(identities, self._db.execute_all(list(map(_called, identities))), strict=True)
        ]

    def goods_known(self, marks: Sequence[str]) -> frozenset[str]:
        """Those of the `goods_mark`s that some entry has, in whichever book; all is asked for at once."""
        sql = "SELECT goods FROM entries WHERE goods = ? LIMIT 1"
        asked = self._db.execute_all([Statement(sql=sql, values=(mark,)) for mark in sorted(set(marks))])
        return frozenset(row["goods"] for rows in asked for row in rows.fetchall())

    def of_goods(self, identity: Identity, mark: str) -> Iterator[Entry]:
        """Every entry of an order's book and organization with that `goods_mark`, latest first, as far as it is asked for."""
        yield from self._paged("entries", f"goods = ? AND {_BOOK} AND id < ?", (mark, *_book_of(identity)))

    def amending(self, first: Entry) -> Sequence[Entry]:
        """Every entry of an order's book and organization that adds to it, oldest first."""
        return self._entries(f"amends = ? AND {_BOOK} ORDER BY id", (first.id, *_book_of(first.identity)))

    def numbered_like(self, identity: Identity) -> Sequence[Entry]:
        """Every entry of an order's book and organization with a name of the form `NAME/…`, oldest first."""
        beginning = re.sub(r"([\\%_])", r"\\\1", normal_reference(f"{identity.reference}/"))
        return self._entries(
            "id IN (SELECT id FROM entries WHERE realm = ? AND target = ? AND name LIKE ? ESCAPE '\\')"
            " AND address = ? AND organization = ? ORDER BY id",
            (identity.realm, identity.target, f"{beginning}%", identity.address, identity.organization),
        )

    def of_name(self, realm: str, target: str, name: str) -> Sequence[Entry]:
        """Every entry of that name in a book of an order system, whichever its address and organization, oldest first."""
        return self._entries("realm = ? AND target = ? AND name = ? ORDER BY id", (realm, target, name))

    def named(self, name: str) -> Sequence[Entry]:
        """Every entry of that reference, order number or tracking id, oldest first."""
        return self._entries(
            "id IN (SELECT id FROM entries WHERE reference = ? UNION SELECT id FROM entries WHERE order_number = ?"
            " UNION SELECT id FROM entries WHERE tracking_id = ?) ORDER BY id",
            (name, name, name),
        )

    def count(self) -> int:
        """How many entries there are."""
        row = self._db.execute("SELECT count(*) AS number FROM entries").fetchone()
        return int(row["number"]) if row else 0

    def entry(self, number: int) -> Entry:
        """The entry of that number; it must exist."""
        return self._entries("id = ?", (number,))[0]

    def entries(self) -> Sequence[Entry]:
        """Every entry, oldest first."""
        return self._entries("1 = 1 ORDER BY id", ())

    def latest(self, words: Sequence[str] = ()) -> Iterator[Entry]:
        """Every entry that holds all `words`, latest first, as far as they are asked for."""
        if words and some_are_missing(self._db):
            self._db.write(lambda: write_missing(self._db))
        held = [may_hold(self._db, word) for word in words]
        where = "".join(f"{sql} AND " for sql, _ in held) + "id < ?"
        values = tuple(value for _, of_word in held for value in of_word)
        found = self._paged("words" if words else "entries", where, values)
        yield from (entry for entry in found if holds(entry, words))

    def confirmed(self, realm: str, target: str, most: int = 500) -> Sequence[Entry]:
        """The latest confirmed orders of one book and order system, oldest first."""
        latest = self._entries(
            "realm = ? AND target = ? AND confirmation IS NOT NULL ORDER BY id DESC LIMIT ?", (realm, target, most)
        )
        return latest[::-1]

    def unfinished(self) -> Sequence[Entry]:
        """Last attempts whose outcome is not known yet, or whose results workbook is still to be written."""
        return self._entries(
            "id IN (SELECT id FROM entries WHERE status IN ('sending', 'pending') UNION SELECT id FROM entries"
            " WHERE status IN ('completed', 'failed') AND results IS NOT NULL AND results_written = 0)"
            " AND attempt = (SELECT max(e.attempt) FROM entries AS e WHERE"
            " (e.realm, e.target, e.address, e.organization, e.name)"
            " = (entries.realm, entries.target, entries.address, entries.organization, entries.name)"
            " AND (e.status NOT IN ('planned', 'refused') OR e.conflict = 1)) ORDER BY id",
            (),
        )

    def taken_from(self, part: str) -> Sequence[Entry]:
        """Orders that were, or may have been, taken by the order system, of files with this in their paths; oldest first."""
        entries = self._entries(
            "id IN (SELECT id FROM entries WHERE status IN ('sending', 'pending', 'completed') AND file LIKE ?) ORDER BY id",
            (f"%{part}%",),
        )
        return [entry for entry in entries if part in entry.file]  # `_` is any letter to LIKE

    def damage(self) -> str | None:
        """What the database's own check says is wrong with it, None where it is sound."""
        return self._db.damage()

    def events(self, entry: Entry) -> Sequence[Event]:
        """What happened to an entry, oldest first."""
        rows = self._db.execute('SELECT at, what, "user", host FROM events WHERE entry = ? ORDER BY id', (entry.id,))
        return [Event(at=row["at"], what=row["what"], user=row["user"], host=row["host"]) for row in rows.fetchall()]

    def happened(self, identity: Identity, what: str) -> bool:
        """Whether that was ever noted of an order placed with this order system at this address."""
        asked = (identity.realm, identity.target, identity.address, what)
        if asked not in self._happened:
            if what == SEEN_AT_ONCE:
                events = self._db.execute(_LOOKED, asked[:-1])
            else:
                events = self._db.execute(f"{_HAPPENED} AND events.what = ? LIMIT 1", asked)
            if events.fetchone() is None:
                return False
            self._happened.add(asked)  # what happened once has happened
        return True

    # ---------------------------------------------------------------------------------------------- who lives

    def now(self) -> float:
        """The time by which everybody goes who shares the ledger: seconds since 1970."""
        return self._db.now()

    def beating(self, who: Who) -> AbstractContextManager[Beating | None]:
        """Say as long as the block that this process lives, where the ledger is shared with other machines."""
        return self._db.beating(who.process, who.host)

    def lives(self, process: str) -> bool | None:
        """Whether the process that holds a lease lives; None where the ledger does not know it."""
        return self._db.lives(process)

    def workers(self) -> Sequence[Worker]:
        """The processes that have placed in the last day, where the ledger is shared; the one that beat last comes first."""
        return workers(self._db)

    def ask(self, reading: Callable[[Database], T]) -> T:
        """What a reading finds in its database."""
        return reading(self._db)

    # ------------------------------------------------------------------------------------------------- writing

    def make(self, changes: Sequence[Change[Any]]) -> list[Any]:
        """Make all of the changes in one durable transaction, or none; what each of them learnt."""
        return make(self._db, changes)

    def begin(self, plan: Plan, who: Who, at: str, lease_until: float) -> Entry | None:
        """Write down that an order is about to be sent; see `changes.begin`."""
        return self._made(begin(plan, who, at, lease_until))

    def take_over(self, entry: Entry, who: Who, at: str, lease_until: float) -> bool:
        """Take the lease of an entry that is being sent; see `changes.take_over`."""
        return self._made(take_over(entry, who, at, lease_until))

    def mark(self, entry: Entry, who: Who, lease_until: float, last_sent: float | None) -> bool:
        """Write down when something that places was sent last; see `changes.mark`."""
        return self._made(mark(entry, who, lease_until, last_sent))

    def update(self, entry: Entry, who: Who, at: str, what: str, **columns: object) -> Entry:
        """Write down what became of an entry, with the event `what`; returns the entry as it is then.

        Columns: status, tracking_id, order_number, error, conflict, confirmation (a `Confirmation`), placed_at,
        finished_at, results_written, last_sent, lease_owner, lease_until.
        """
        return self._made(update(entry, who, at, what, columns))

    def results_written(self, entries: Sequence[Entry], path: str) -> None:
        """Write down where the results workbook of the entries lies."""
        self.make([results_written(entry, path) for entry in entries])

    def _made(self, change: Change[T]) -> T:
        (learnt,) = self.make([change])
        return learnt  # type: ignore[no-any-return]  # it is of the change's own type

    def _paged(self, table: str, where: str, values: tuple[object, ...]) -> Iterator[Entry]:
        before, most = _LAST, 20
        # The page is chosen by its numbers alone: entries are long.
        numbers = f"SELECT id FROM {table} WHERE {where} ORDER BY id DESC LIMIT"  # noqa: S608 - ours
        while page := self._entries(f"id IN ({numbers} {most:d}) ORDER BY id DESC", (*values, before)):
            yield from page
            if len(page) < most:  # all were looked at
                return
            before, most = page[-1].id, min(2 * most, _MOST_OF_A_PAGE)

    def _entries(self, where: str, values: tuple[object, ...]) -> list[Entry]:
        rows = self._db.execute(f"SELECT * FROM entries WHERE {where}", values)  # noqa: S608 - ours
        return [_entry(row) for row in rows.fetchall()]


def standing_of(entries: Sequence[Entry]) -> Entry | None:
    """The last of the attempts at an order that left anything behind, else the first that was turned down, else any."""
    left = [entry for entry in entries if entry.standing not in (Standing.NOTHING, Standing.REFUSED)]
    refused = [entry for entry in entries if entry.standing is Standing.REFUSED]
    return next(iter([*left[::-1], *refused, *entries]), None)


_MOST_OF_A_PAGE = 1000
_LAST = 2**62  # no entry's number
_BOOK = "realm = ? AND target = ? AND address = ? AND organization = ?"


def _book_of(identity: Identity) -> tuple[str, ...]:
    return identity.realm, identity.target, identity.address, identity.organization


_HAPPENED = (
    "SELECT 1 FROM events CROSS JOIN entries WHERE entries.id = events.entry"
    " AND entries.realm = ? AND entries.target = ? AND entries.address = ?"
)
# Written out: of a value it would not be seen that an index is made for it. A cross join keeps SQLite to this order.
_LOOKED = f"{_HAPPENED} AND events.what = '{SEEN_AT_ONCE}' LIMIT 1"


def _called(identity: Identity) -> Statement:
    """Every entry of that name with that order system, whichever its address and organization."""
    sql = "SELECT * FROM entries WHERE realm = ? AND target = ? AND name = ? ORDER BY attempt, id"
    return Statement(sql=sql, values=(identity.realm, identity.target, identity.name))


def _here_and_elsewhere(identity: Identity, called: Sequence[Entry]) -> tuple[Entry | None, Entry | None]:
    here = [entry for entry in called if _is_here(entry, identity)]
    others = (entry for entry in reversed(called) if not _is_here(entry, identity))
    return standing_of(here), next((entry for entry in others if entry.standing in STANDS), None)


def _is_here(entry: Entry, identity: Identity) -> bool:
    same_address = entry.identity.address == identity.address
    return same_address and entry.identity.organization == identity.organization


def _entry(row: Row) -> Entry:
    identity = Identity(
        realm=row["realm"],
        target=row["target"],
        organization=row["organization"],
        reference=row["reference"],
        address=row["address"],
    )
    return Entry(
        identity=identity,
        status=Status(row["status"]),
        order=order_from_json(row["order_json"]),
        used=bool(row["conflict"]),
        confirmation=confirmation_from_json(row["confirmation"]) if row["confirmation"] else None,
        results_written=bool(row["results_written"]),
        **{name: row[name] for name in _SAME},
    )
