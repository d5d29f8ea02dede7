"""What is written to the ledger: each change in steps, statements out and rows in, so that many are made side by side.

A step goes to the database with the steps of all other changes of its transaction: on a server they are one exchange, however
many orders they are about.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from roster_import.model.placement import Confirmation, Status
from roster_import.model.setting_names import __version__
from roster_import.place.ledger.entry import Entry, confirmation_json, order_json
from roster_import.place.ledger.search_words import put_words, words_of
from roster_import.place.ledger.statement import Last, Statement
from roster_import.place.next_step import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence

    from roster_import.model.order import Order
    from roster_import.place.ledger.entry import Identity
    from roster_import.place.ledger.sqlite import Database, Row, Rows

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who sends: the user and host that are written down, and the running process that holds a lease."""

    user: str
    host: str
    process: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An order about to be sent: all that is written down before the first request.

    `beside` says that the user wants it although its reference was used for another organization, or at another address.
    """

    identity: Identity
    attempt: int
    body: str
    order: Order
    url: str
    file: str
    results: str | None = None
    amends: int | None = None
    beside: bool = False


if TYPE_CHECKING:
    Steps: TypeAlias = Generator[Sequence[Statement], Sequence[Rows], T]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Generic[T]):
    """A change to what the ledger says of an order, and what is learnt of it; changes of one order are made one by one.

    `unheard` learns it afterwards, of a change that was made though what the database answered to it was lost; None where
    nothing but that answer tells it.
    """

    order: tuple[str, ...]
    steps: Callable[[Database], Steps[T]]
    unheard: Callable[[Database], T] | None = None


def make(database: Database, changes: Sequence[Change[Any]]) -> list[Any]:
    """Make all changes in one durable transaction, or none; what each of them learnt."""
    if not changes:
        return []
    telling = [change.unheard for change in changes if change.unheard is not None]
    at_once = len(telling) == len({change.order for change in changes}) == len(changes)

    def unheard() -> list[Any]:
        return [tell(database) for tell in telling]

    return database.write(lambda: _made(database, changes, at_once=at_once), unheard=unheard if at_once else None)


def _made(database: Database, changes: Sequence[Change[Any]], *, at_once: bool) -> list[Any]:
    learnt: list[Any] = [None] * len(changes)
    waiting = list(range(len(changes)))
    while waiting:
        # Of one order, the second change sees what the first has written: two files of a run may hold the same order.
        first: dict[tuple[str, ...], int] = {}
        for number in waiting:
            first.setdefault(changes[number].order, number)
        talks = {number: changes[number].steps(database) for number in first.values()}
        _side_by_side(database, talks, learnt, at_once=at_once)
        waiting = [number for number in waiting if first[changes[number].order] != number]
    return learnt


def _side_by_side(database: Database, talks: dict[int, Steps[Any]], learnt: list[Any], *, at_once: bool) -> None:
    answers: dict[int, Sequence[Rows] | None] = dict.fromkeys(talks)
    while answers:
        asked: dict[int, Sequence[Statement]] = {}
        for number, rows in answers.items():
            try:
                asked[number] = talks[number].send(rows)  # type: ignore[arg-type]  # None begins it
            except StopIteration as end:
                learnt[number] = end.value
        statements = [statement for step in asked.values() for statement in step]
        last = at_once and all(isinstance(step, Last) for step in asked.values())
        rows_of_all = iter(database.execute_all(statements, last=last) if statements else ())
        answers = {number: [next(rows_of_all) for _ in step] for number, step in asked.items()}


# ------------------------------------------------------------------------------------------------------ the changes


def begin(plan: Plan, who: Who, at: str, lease_until: float) -> Change[Entry | None]:
    """An order is about to be sent; None where another process was first, or it is not to be sent.

    What was planned or turned down under the same key gives way: nothing of it was ever placed.
    """
    columns = {**_columns(plan), "user": who.user, "host": who.host, "created_at": at}
    columns |= {"lease_owner": who.process, "lease_until": lease_until}
    reference = plan.identity.reference
    words = words_of(plan.order, reference=reference, file=plan.file, user=who.user, host=who.host)

    def steps(database: Database) -> Steps[Entry | None]:
        rows = yield (*database.holding(plan.identity), _called(plan))
        standing = [_Standing.of(row, plan) for row in rows[-1].fetchall()]
        if any(entry.in_the_way for entry in standing):
            return None
        number = next((entry.number for entry in standing if entry.here and entry.attempt == plan.attempt), None)
        if number is None:
            noted = _noted_of_latest(plan.identity, "sending", who, at)
            made, *_ = yield Last((_inserted("entries", columns), noted, _words_of_latest(plan.identity, words)))
            number = database.number_of(made)
        else:
            yield Last((_set(number, columns), _noted(number, "sending", who, at), put_words(number, words)))
        return _begun(plan, number, columns)

    # A lease is of one beginning: no other has its very end.
    def unheard(database: Database) -> Entry | None:
        called = _called(plan)
        held = " AND attempt = ? AND lease_owner = ? AND lease_until = ?"
        sql = f"SELECT id FROM entries WHERE realm = ? AND target = ? AND name = ?{held}"  # noqa: S608 - ours
        row = database.execute(sql, (*called.values, plan.attempt, who.process, lease_until)).fetchone()
        return _begun(plan, row["id"], columns) if row is not None else None

    return Change(order=_name(plan.identity.order), steps=steps, unheard=unheard)


def take_up(entry: Entry, who: Who, at: str, lease_until: float) -> Change[bool]:
    """An order that waits for a worker is about to be sent, under our lease; False where somebody else was first."""
    taking = Statement(
        sql="UPDATE entries SET status = 'sending', error = NULL, lease_owner = ?, lease_until = ?"
        " WHERE id = ? AND status IN ('queued', 'planned')",
        values=(who.process, lease_until, entry.id),
    )

    def steps(_: Database) -> Steps[bool]:
        (taken,) = yield (taking,)
        if taken.rowcount:
            yield (_noted(entry.id, "sending", who, at),)
        return bool(taken.rowcount)

    return Change(order=_name(entry.identity.order), steps=steps)


def take_over(entry: Entry, who: Who, at: str, lease_until: float) -> Change[bool]:
    """The lease of an entry that is being sent becomes ours; False where another process took it meanwhile."""
    taking = Statement(
        sql="UPDATE entries SET lease_owner = ?, lease_until = ?"
        " WHERE id = ? AND status = 'sending' AND coalesce(lease_owner, '') = ? AND lease_until = ?",
        values=(who.process, lease_until, entry.id, entry.lease_owner or "", entry.lease_until),
    )

    def steps(_: Database) -> Steps[bool]:
        (taken,) = yield (taking,)
        if taken.rowcount:
            yield (_noted(entry.id, "sending again", who, at),)
        return bool(taken.rowcount)

    return Change(order=_name(entry.identity.order), steps=steps)


def mark(entry: Entry, who: Who, lease_until: float, last_sent: float | None) -> Change[bool]:
    """Something that places was sent last then, and our lease of the entry lasts until then; False where it is another's."""
    ours = " WHERE id = ? AND status = 'sending' AND lease_owner = ?"
    marking = Statement(
        sql=f"UPDATE entries SET lease_until = ?, last_sent = ?{ours}",  # noqa: S608 - ours
        values=(lease_until, last_sent, entry.id, who.process),
    )

    def steps(_: Database) -> Steps[bool]:
        (marked,) = yield Last((marking,))
        return bool(marked.rowcount)

    def unheard(database: Database) -> bool:
        return database.execute(f"SELECT 1 FROM entries{ours}", (entry.id, who.process)).fetchone() is not None  # noqa: S608

    return Change(order=_name(entry.identity.order), steps=steps, unheard=unheard)


def update(entry: Entry, who: Who, at: str, what: str, columns: Mapping[str, object]) -> Change[Entry]:
    """What became of an entry, with the event `what`; the entry as it is then."""

    def steps(_: Database) -> Steps[Entry]:
        yield Last((_set(entry.id, columns), _noted(entry.id, what, who, at)))
        return _changed(entry, columns)

    return Change(order=_name(entry.identity.order), steps=steps, unheard=lambda _: _changed(entry, columns))


def update_held(entry: Entry, who: Who, at: str, what: str, columns: Mapping[str, object]) -> Change[Entry | None]:
    """As `update`, of an entry that we are sending; None, and nothing written, where its lease is another's by now."""
    setting = _set(entry.id, columns)
    held = replace(
        setting,
        sql=f"{setting.sql} AND status = 'sending' AND lease_owner = ?",
        values=(*setting.values, who.process),
    )
    noted = _noted_while_held(entry.id, what, who, at)

    def steps(_: Database) -> Steps[Entry | None]:
        rows = yield Last((noted, held))
        return _changed(entry, columns) if rows[1].rowcount else None

    def unheard(database: Database) -> Entry | None:
        values = (entry.id, at, what, who.user, who.host)
        told = database.execute(
            'SELECT 1 FROM events WHERE entry = ? AND at = ? AND what = ? AND "user" = ? AND host = ?', values
        )
        return _changed(entry, columns) if told.fetchone() is not None else None

    return Change(order=_name(entry.identity.order), steps=steps, unheard=unheard)


def results_written(entry: Entry, path: str) -> Change[None]:
    """The results workbook of an entry lies there."""

    def steps(_: Database) -> Steps[None]:
        yield Last((_set(entry.id, {"results": path, "results_written": 1}),))

    return Change(order=_name(entry.identity.order), steps=steps, unheard=lambda _: None)


# --------------------------------------------------------------------------------------------------- in statements


def _name(order: tuple[str, ...]) -> tuple[str, ...]:
    """What is the same for changes that must see each other: an order's name, whichever the address and organization."""
    realm, target, _, name = order
    return realm, target, name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    """What the ledger says of an entry of the name that an order is to be begun under."""

    number: int
    attempt: int
    here: bool
    in_the_way: bool

    @classmethod
    def of(cls, row: Row, plan: Plan) -> _Standing:
        says = Standing.of(Status(row["status"]), used=bool(row["conflict"]))
        identity = plan.identity
        here = row["address"] == identity.address and row["organization"] == identity.organization
        taken = here and row["attempt"] == plan.attempt and says not in NOTHING_STANDS
        elsewhere = not here and not plan.beside and says in STANDS
        return cls(number=row["id"], attempt=row["attempt"], here=here, in_the_way=taken or elsewhere)


NOTHING_STANDS = (Standing.NOTHING, Standing.REFUSED, Standing.USED)
STANDS = (Standing.QUEUED, Standing.SENDING, Standing.PENDING, Standing.COMPLETED)


def _called(plan: Plan) -> Statement:
    identity = plan.identity
    return Statement(
        sql="SELECT id, address, organization, attempt, status, conflict FROM entries"
        " WHERE realm = ? AND target = ? AND name = ? ORDER BY attempt, id",
        values=(identity.realm, identity.target, identity.name),
    )


def _columns(plan: Plan) -> dict[str, object]:
    """The columns of an entry that is about to be sent, those of an earlier try under the same key emptied."""
    from roster_import.place.amendments import goods_mark

    identity = plan.identity
    unknown = ("tracking_id", "order_number", "error", "confirmation", "placed_at", "finished_at", "last_sent")
    return {
        **dict.fromkeys(unknown),
        "realm": identity.realm,
        "target": identity.target,
        "address": identity.address,
        "organization": identity.organization,
        "reference": identity.reference,
        "name": identity.name,
        "attempt": plan.attempt,
        "status": Status.SENDING,
        "key": identity.key(plan.attempt),
        "body": plan.body,
        "order_json": order_json(plan.order),
        "goods": goods_mark(plan.order),
        "url": plan.url,
        "file": plan.file,
        "results": plan.results,
        "results_written": 0,
        "conflict": 0,
        "amends": plan.amends,
        "program": __version__,
    }


_OF_AN_ENTRY = frozenset(entry_field.name for entry_field in fields(Entry))


def _begun(plan: Plan, number: int, columns: Mapping[str, object]) -> Entry:
    told: dict[str, Any] = {name: value for name, value in columns.items() if name in _OF_AN_ENTRY}
    told["results_written"] = False
    return Entry(id=number, identity=plan.identity, order=plan.order, **told)


def _changed(entry: Entry, columns: Mapping[str, object]) -> Entry:
    told: dict[str, Any] = {name: value for name, value in columns.items() if name in _OF_AN_ENTRY}
    for name in ("results_written",):
        if name in told:
            told[name] = bool(told[name])
    if "conflict" in columns:
        told["used"] = bool(columns["conflict"])
    return replace(entry, **told)


def _set(number: int, columns: Mapping[str, object]) -> Statement:
    names = ", ".join(f'"{name}" = ?' for name in columns)
    sql = f"UPDATE entries SET {names} WHERE id = ?"  # noqa: S608 - the names are ours
    return Statement(sql=sql, values=(*map(_plain, columns.values()), number))


def _noted(number: int, what: str, who: Who, at: str) -> Statement:
    columns = {"entry": number, "at": at, "what": what, "user": who.user, "host": who.host}
    return replace(_inserted("events", columns), makes_row=False)


def _noted_of_latest(identity: Identity, what: str, who: Who, at: str) -> Statement:
    """The event of the entry of that name which was made last."""
    sql = (
        'INSERT INTO events (entry, at, what, "user", host) SELECT max(id), ?, ?, ?, ? FROM entries'
        " WHERE realm = ? AND target = ? AND name = ?"
    )
    values = (at, what, who.user, who.host, identity.realm, identity.target, identity.name)
    return Statement(sql=sql, values=values)


def _words_of_latest(identity: Identity, words: str) -> Statement:
    """The words of the entry of that name which was made last."""
    sql = "INSERT INTO words (id, text) SELECT max(id), ? FROM entries WHERE realm = ? AND target = ? AND name = ?"
    return Statement(sql=sql, values=(words, identity.realm, identity.target, identity.name))


def _noted_while_held(number: int, what: str, who: Who, at: str) -> Statement:
    """The event of an entry, as long as its lease is ours."""
    sql = (
        'INSERT INTO events (entry, at, what, "user", host) SELECT id, ?, ?, ?, ? FROM entries'
        " WHERE id = ? AND status = 'sending' AND lease_owner = ?"
    )
    return Statement(sql=sql, values=(at, what, who.user, who.host, number, who.process))


def _inserted(table: str, columns: Mapping[str, object]) -> Statement:
    names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - the names are ours
    return Statement(sql=sql, values=tuple(map(_plain, columns.values())), makes_row=True)


_PLAIN = frozenset((str, int, float, type(None)))


def _plain(value: object) -> object:
    """A value as every database takes it: its tables have no truth values and know none of our words."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, Confirmation):
        return confirmation_json(value)
    if isinstance(value, Status):
        return value.value
    return int(value) if isinstance(value, bool) else value
