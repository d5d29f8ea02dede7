"""The forms a ledger has had: its tables, and how an older one is brought to today's form, whole or not at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.errors import LedgerError
from roster_import.language.messages import say
from roster_import.model.status import SEEN_AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from roster_import.place.ledger.sqlite import Database, Row

VERSION = 6
SHUT = 1_000_000
"""Added to the form of a ledger whose orders were moved elsewhere: no program, of whichever version, takes it for its own."""

# The form as it was first; every later form is reached by _STEPS, on a new ledger as on an old one.
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


def open_database(place: Path | str, patience: float, warn: Callable[[str], None]) -> Database:
    """The database of the ledger at a path or an address, made where it is not there, in today's form.

    Raises `LedgerError`. A server that is away is waited for, `patience` seconds in one go, and `warn` is told of it.
    """
    database = database_of(place, patience, warn)
    try:
        prepare(database)
    except BaseException:
        database.close()
        raise
    return database


def database_of(place: Path | str, patience: float, warn: Callable[[str], None]) -> Database:
    """The database at a path or an address, opened and made where it is not there; raises `LedgerError`."""
    if isinstance(place, str):
        from roster_import.place.ledger.postgresql import PostgreSQL

        return PostgreSQL(place, patience=patience, warn=warn)
    from roster_import.place.ledger.sqlite import SQLiteFile

    return SQLiteFile(place)


def prepare(database: Database, *, shut_too: bool = False) -> None:
    """Make a new ledger, or bring an older one to today's form; raises `LedgerError` where it is of a newer one.

    One that was moved elsewhere is refused, too, but `shut_too`.
    """
    version = database.form()
    if version >= SHUT:
        if shut_too and version == SHUT + VERSION:
            return
        raise _moved(database)
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


def _moved(database: Database) -> LedgerError:
    row = database.execute("SELECT place FROM moved").fetchone()
    return LedgerError(
        say(
            "The orders of the ledger {path} were moved to {place}: name that as the ledger, with ROSTER_IMPORT_LEDGER or in "
            "the settings. Nothing was changed or sent.",
            path=database.name,
            place=row["place"] if row else "?",
        )
    )


def _bring_up(database: Database) -> None:
    def steps() -> None:
        # Another process may have done it while this one waited.
        version = database.form()
        if version == 0:
            for statement in statements(database.types):
                database.execute(statement)
        for step in range(max(version, 1) + 1, VERSION + 1):
            _STEPS[step](database)
        database.set_form(max(version, VERSION))

    database.write(steps, tables=True)


def statements(types: Mapping[str, str]) -> list[str]:
    """What makes the tables in their first form."""
    return [statement for statement in _SCHEMA.format_map(types).split(";") if statement.strip()]


def _program(database: Database) -> None:
    """Form 2: which version of this program wrote an entry."""
    database.execute("ALTER TABLE entries ADD COLUMN program TEXT NOT NULL DEFAULT ''")


def _books_and_links(database: Database) -> None:
    """Form 3: books, references in their normal form, amendments as links, and when something was sent last.

    That no order stands twice is seen to by the transaction that begins one: one name can stand at several addresses.
    """
    number, real = database.types["number"], database.types["real"]
    database.drop_unique("entries")
    for column in (
        *("name TEXT NOT NULL DEFAULT ''", "address TEXT NOT NULL DEFAULT ''"),
        *(f"amends {number}", f"last_sent {real}"),
    ):
        database.execute(f"ALTER TABLE entries ADD COLUMN {column}")
    database.execute("CREATE INDEX entries_by_name ON entries (realm, target, name)")
    for row in _rows(database):
        _complete(database, row)
    for number_of, amended in _links(_rows(database)):
        database.execute("UPDATE entries SET amends = ? WHERE id = ?", (amended, number_of))


def _rows(database: Database) -> Sequence[Row]:
    return database.execute("SELECT * FROM entries ORDER BY id").fetchall()


def _complete(database: Database, row: Row) -> None:
    from roster_import.model.order import normal_reference  # here and below: a ledger of today's form does without
    from roster_import.place.ledger.entry import address_of

    # Of what was being sent it was not written down when: long ago, as far as waiting goes.
    sent = 0.0 if row["status"] in ("sending", "pending") else None
    values = (normal_reference(row["reference"]), address_of(row["url"], row["realm"]), sent, row["id"])
    database.execute("UPDATE entries SET name = ?, address = ?, last_sent = ? WHERE id = ?", values)


def _links(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """The amendments among the entries, each with the first entry of the order it adds to.

    Until now only the reference said so, `PO-42/2`: a user's own of that form is told by where it goes.
    """
    firsts: dict[tuple[str, ...], Row] = {}
    for row in rows:
        book = (row["realm"], row["target"], row["address"], row["organization"])
        member = re.fullmatch(r"(.+)/(?:[2-9]|[1-9][0-9]+)", row["reference"])
        first = firsts.get((*book, member[1])) if member else None
        if first is not None and _goes_where(first) == _goes_where(row):
            yield row["id"], first["id"]
        if row["status"] not in ("planned", "refused"):
            firsts[(*book, row["reference"])] = row


def _goes_where(row: Row) -> object:
    from roster_import.place.ledger.entry import order_from_json

    return order_from_json(row["order_json"]).details.delivery


def _found_quickly(database: Database) -> None:
    """Form 4: what is looked for stands in an index, so that a ledger of many years is as quick as a new one."""
    database.execute("ALTER TABLE entries ADD COLUMN goods TEXT NOT NULL DEFAULT ''")
    for row in database.execute("SELECT id, order_json FROM entries").fetchall():
        from roster_import.place.amendments import goods_mark
        from roster_import.place.ledger.entry import order_from_json

        mark = goods_mark(order_from_json(row["order_json"]))
        database.execute("UPDATE entries SET goods = ? WHERE id = ?", (mark, row["id"]))
    for index in (
        "entries_by_goods ON entries (goods)",
        "entries_by_reference ON entries (reference)",
        "entries_by_order_number ON entries (order_number)",
        "entries_by_tracking_id ON entries (tracking_id)",
        "entries_confirmed ON entries (realm, target, id) WHERE confirmation IS NOT NULL",
        "entries_by_file ON entries (status, file)",
        "entries_that_amend ON entries (amends) WHERE amends IS NOT NULL",
        "entries_owing_results ON entries (status) WHERE results IS NOT NULL AND results_written = 0",
        f"events_of_looks ON events (entry) WHERE what = '{SEEN_AT_ONCE}'",
    ):
        database.execute(f"CREATE INDEX {index}")


def _shared(database: Database) -> None:
    """Form 5: who lives, and what else machines that share a server tell each other."""
    real = database.types["real"]
    database.execute(
        f"CREATE TABLE workers (id TEXT PRIMARY KEY, host TEXT NOT NULL, began {real} NOT NULL, beat {real} NOT NULL)"
    )
    for statement in database.own_tables:
        database.execute(statement)


def _searched(database: Database) -> None:
    """Form 6: the words an order is found by, in a table of their own."""
    from roster_import.place.ledger.search_words import TABLE, write_missing

    database.execute(TABLE.format_map(database.types))
    write_missing(database)


_STEPS = {2: _program, 3: _books_and_links, 4: _found_quickly, 5: _shared, 6: _searched}
