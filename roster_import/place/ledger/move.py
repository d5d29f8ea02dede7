"""A ledger moved into another database, a file or a server's: whole and compared, or not at all.

What was moved stays where it was, shut: a program that has it open can write nothing more there, and one that opens it is told
where the orders are now. So no order is ever written into a copy that nobody reads.
"""

# ruff: noqa: S608 - all the SQL here is ours, and every value is bound

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from roster_import.errors import LedgerError, UsageError
from roster_import.language.messages import listed, say, say_n
from roster_import.place.ledger.forms import SHUT, VERSION, database_of, prepare
from roster_import.place.ledger.heartbeat import SILENCE, workers
from roster_import.place.queue_tables import queue_is_there

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from roster_import.place.ledger.sqlite import Database

_TABLES: Final = (
    "entries",
    "events",
    "words",
)  # who lives, who waits and who is asked to wait are of the moment, and stay behind
_ROWS: Final = 100  # of one statement: SQLite takes no more than 32,766 values
_MOST_NAMED: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What a kind of database calls what is done here."""

    keeps_numbers: str
    hold: tuple[str, ...]
    shut: tuple[str, ...]  # `{said}`: what whoever writes is told
    reopen: tuple[str, ...]
    numbered: tuple[str, ...]


_FILE: Final = _Words(
    keeps_numbers="",
    hold=(),
    shut=tuple(
        f"CREATE TRIGGER moved_{table}_{change} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, '{{said}}'); END"
        for table in _TABLES
        for change in ("INSERT", "UPDATE", "DELETE")
    ),
    reopen=tuple(
        f"DROP TRIGGER moved_{table}_{change}" for table in _TABLES for change in ("INSERT", "UPDATE", "DELETE")
    ),
    numbered=(),
)
_SERVER: Final = _Words(
    keeps_numbers="OVERRIDING SYSTEM VALUE ",
    hold=("LOCK TABLE entries, events, words, workers IN EXCLUSIVE MODE",),
    shut=(
        "CREATE FUNCTION moved() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION USING MESSAGE = '{said}'; END $$",
        *(
            f"CREATE TRIGGER moved BEFORE INSERT OR UPDATE OR DELETE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION moved()"
            for table in _TABLES
        ),
    ),
    reopen=(*(f"DROP TRIGGER moved ON {table}" for table in _TABLES), "DROP FUNCTION moved()"),
    numbered=tuple(
        f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM {table}), false)"
        for table in _TABLES
    ),
)


def move_ledger(
    source: Path | str,
    target: Path | str,
    *,
    alive: Callable[[str], bool | None],
    patience: float = 4.0,
    warn: Callable[[str], None] = lambda _: None,
) -> int:
    """Move every order of a ledger into another database, and shut the ledger it lay in; how many entries there are.

    `alive` tells whether a process runs. Raises `UsageError` where something runs, orders wait for workers, or the target holds
    orders that the source has not, and `LedgerError` where one of the two cannot be used: nothing has changed then.
    """
    with closing(database_of(source, patience, warn)) as from_, closing(database_of(target, patience, warn)) as to:
        prepare(from_)
        prepare(to, shut_too=True)
        return from_.write(lambda: _moved(from_, to, alive), tables=True)


def _moved(source: Database, target: Database, alive: Callable[[str], bool | None]) -> int:
    _hold(source)
    _refuse_what_runs(source, alive)
    _refuse_what_waits(source)
    # A target that was written whole when the shutting of the source was cut short is found as it should be, and left.
    target.write(lambda: _filled(source, target, alive), tables=True)
    _shut(source, target.name)
    return _count(source)


def _hold(database: Database) -> None:
    for statement in _words(database).hold:
        database.execute(statement)


def _words(database: Database) -> _Words:
    return _SERVER if database.own_tables else _FILE


# ---------------------------------------------------------------------------------------------------- what is refused


def _refuse_what_runs(database: Database, alive: Callable[[str], bool | None]) -> None:
    """Raise `UsageError` where a process places, or may."""
    hosts = sorted({worker.host for worker in workers(database) if worker.lives})
    if hosts:
        raise UsageError(
            say(
                "The ledger {ledger} is in use on {hosts}: end every worker, watch and import, wait {seconds:d} seconds, and "
                "move it then. Nothing was changed.",
                ledger=database.name,
                hosts=listed(hosts),
                seconds=round(SILENCE),
            )
        )
    if held := sorted(set(_held(database, alive))):
        raise UsageError(
            say(
                "The ledger {ledger} is in use: {references} is being sent. Wait for the end of the run, or of its lease "
                "where it was ended, and move the ledger then. Nothing was changed.",
                ledger=database.name,
                references=listed(held[:_MOST_NAMED]),
            )
        )


def _held(database: Database, alive: Callable[[str], bool | None]) -> Iterator[str]:
    rows = database.execute(
        "SELECT reference, lease_owner FROM entries WHERE status = 'sending' AND lease_owner IS NOT NULL"
        " AND lease_until > ?",
        (database.now(),),
    )
    for row in rows.fetchall():
        if alive(row["lease_owner"]) is not False and database.lives(row["lease_owner"]) is not False:
            yield row["reference"]


def _refuse_what_waits(source: Database) -> None:
    """Raise `UsageError` where orders are for workers yet: their queue does not move."""
    if not source.own_tables or not queue_is_there(source):
        return
    row = source.execute("SELECT count(*) AS number FROM queued").fetchone()
    if count := int(row["number"]) if row else 0:
        raise UsageError(
            say_n(
                "{count} order of the ledger {ledger} is not finished by workers yet: let roster-import worker run until "
                "it is. Nothing was changed.",
                "{count} orders of the ledger {ledger} are not finished by workers yet: let roster-import worker run until "
                "they are. Nothing was changed.",
                count,
                ledger=source.name,
            )
        )


# ------------------------------------------------------------------------------------------------------- what is done


def _filled(source: Database, target: Database, alive: Callable[[str], bool | None]) -> None:
    """Every row of the source is in the target, each compared, and nothing else is; the target is open."""
    _hold(target)
    _refuse_what_runs(target, alive)
    was_shut = target.form() >= SHUT
    if was_shut:
        _refuse_what_is_not_there(target, source)
        _reopen(target)
        for table in reversed(_TABLES):
            target.execute(f"DELETE FROM {table}")
    elif _count(target):
        if not all(_is_alike(source, target, table) for table in _TABLES):
            raise _holds_others(target)
        return
    for table in _TABLES:
        _copy(source, target, table)
        if not _is_alike(source, target, table):
            raise LedgerError(
                say(
                    "What the ledger {target} holds after copying is not what {source} holds. It was left as it was; nothing "
                    "was moved.",
                    target=target.name,
                    source=source.name,
                )
            )
    for statement in _words(target).numbered:
        target.execute(statement)


def _holds_others(target: Database) -> UsageError:
    return UsageError(
        say(
            "The ledger {target} holds other orders, and two ledgers are never mixed: name an empty database or a new file. "
            "Nothing was changed.",
            target=target.name,
        )
    )


def _refuse_what_is_not_there(target: Database, source: Database) -> None:
    """Raise `UsageError` where a ledger that was moved away itself has orders that have not come to the source since."""
    there = {(row["id"], row["key"]) for page in _pages(source, "entries") for row in page}
    if any((row["id"], row["key"]) not in there for page in _pages(target, "entries") for row in page):
        raise _holds_others(target)


def _copy(source: Database, target: Database, table: str) -> None:
    keeps = _words(target).keeps_numbers
    for page in _pages(source, table):
        names = tuple(page[0])
        row = f"({', '.join('?' * len(names))})"
        columns = ", ".join(f'"{name}"' for name in names)
        sql = f"INSERT INTO {table} ({columns}) {keeps}VALUES {', '.join([row] * len(page))}"
        target.execute(sql, tuple(value for row in page for value in row.values()))


def _is_alike(source: Database, target: Database, table: str) -> bool:
    """Whether both hold the same rows of a table, value by value."""
    ours, theirs = _pages(source, table), _pages(target, table)
    return all(page == next(theirs, None) for page in ours) and next(theirs, None) is None


def _pages(database: Database, table: str) -> Iterator[list[dict[str, Any]]]:
    """The rows of a table by their numbers, some at a time."""
    last = -1
    while True:
        rows = database.execute(f"SELECT * FROM {table} WHERE id > ? ORDER BY id LIMIT {_ROWS:d}", (last,))
        page: list[dict[str, Any]] = [dict(row) for row in rows.fetchall()]  # type: ignore[call-overload]  # both have keys
        if not page:
            return
        yield page
        last = page[-1]["id"]


def _count(database: Database) -> int:
    row = database.execute("SELECT count(*) AS number FROM entries").fetchone()
    return int(row["number"]) if row else 0


# --------------------------------------------------------------------------------------------------- shut and opened


def _shut(database: Database, place: str) -> None:
    """Whoever writes into it from now on is told where its orders are; whoever opens it, too."""
    database.execute("CREATE TABLE moved (place TEXT NOT NULL)")
    database.execute("INSERT INTO moved (place) VALUES (?)", (place,))
    said = f"its orders were moved to {place}".replace("'", "''")
    for statement in _words(database).shut:
        database.execute(statement.replace("{said}", said))
    database.set_form(SHUT + VERSION)


def _reopen(database: Database) -> None:
    for statement in ("DROP TABLE moved", *_words(database).reopen):
        database.execute(statement)
    database.set_form(VERSION)
