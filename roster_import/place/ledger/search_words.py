"""The words an order is found by, kept beside its entry in a table that is small enough to be looked through whole.

What is known of an order from its beginning stands there, folded; its number, its tracking id and how it stands come later, and
are looked for where they are kept.
"""

# ruff: noqa: S608 - all the SQL here is ours, and every value is bound

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from roster_import.model.status import Status
from roster_import.place.ledger.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.model.order import Order
    from roster_import.place.ledger.entry import Entry
    from roster_import.place.ledger.sqlite import Database, Row

TABLE: Final = "CREATE TABLE words (id {number} PRIMARY KEY REFERENCES entries (id), text TEXT NOT NULL)"
_ROWS: Final = 500
_PUT: Final = "INSERT INTO words (id, text) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text"
# A program of the form before, which was running as the table was made, goes on to write entries without their words.
_WITHOUT: Final = "NOT EXISTS (SELECT 1 FROM words WHERE words.id = entries.id)"


def words_of(order: Order, *, reference: str, file: str, user: str, host: str) -> str:
    """What is known of an order from its beginning: names, numbers, goods, people, file."""
    from roster_import.place.amendments import labels, pieces  # a new ledger does without

    goods = (word for what in pieces(order) for word in what[1:])
    delivery = order.details.delivery
    return _folded((reference, file, user, host, delivery.name, delivery.city, *labels(order).values(), *goods))


def holds(entry: Entry, words: Sequence[str]) -> bool:
    """Whether every word stands somewhere in what is known of an order; a number means that number: 7 is not in 27."""
    if not words:
        return True
    begun = words_of(entry.order, reference=entry.identity.reference, file=entry.file, user=entry.user, host=entry.host)
    text = begun + _folded((entry.order_number, entry.tracking_id, entry.status.value))
    return all(_sought(word) in text for word in words)


def _folded(texts: Iterable[str | None]) -> str:
    """The words of texts, each once, a blank before and behind each; numbers between slashes by themselves, too."""
    words = " ".join(filter(None, texts)).casefold().replace("\0", "").split()
    numbers = (part for word in words if "/" in word for part in word.split("/") if part.isdigit())
    return f" {' '.join(dict.fromkeys((*words, *numbers)))} "


def _sought(word: str) -> str:
    return f" {word} " if word.isdigit() else word.casefold()


# -------------------------------------------------------------------------------------------------- in statements


def put_words(number: int, text: str) -> Statement:
    """The words of an entry, in the place of those it had."""
    return Statement(sql=_PUT, values=(number, text))


def may_hold(database: Database, word: str) -> tuple[str, tuple[object, ...]]:
    """What is true of a row of `words` whose entry holds a word, in SQL, and its values."""
    like = "%" + _sought(word).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%"
    statuses = tuple(status.value for status in Status if _sought(word) in f" {status.value} ")
    stands = (
        " OR EXISTS (SELECT 1 FROM entries WHERE entries.id = words.id AND status IN"
        f" ({', '.join('?' * len(statuses))}))"
        if statuses
        else ""
    )
    given = "".join(
        f" OR id IN (SELECT id FROM entries WHERE {database.folded.format(_as_words(column))} LIKE ? ESCAPE '!')"
        for column in ("order_number", "tracking_id")
    )
    return f"(text LIKE ? ESCAPE '!'{given}{stands})", (like, like, like, *statuses)


def _as_words(column: str) -> str:
    return f"(' ' || {column} || ' ' || replace({column}, '/', ' ') || ' ')"


def write_missing(database: Database) -> None:
    """Write the words of every entry that has none."""
    after = 0
    while rows := _without(database, after, _ROWS):
        database.execute_all([put_words(row["id"], _of_row(row)) for row in rows])
        after = rows[-1]["id"]


def some_are_missing(database: Database) -> bool:
    """Whether there is an entry without its words."""
    return database.execute(f"SELECT 1 FROM entries WHERE {_WITHOUT} LIMIT 1").fetchone() is not None


def _without(database: Database, after: int, most: int) -> Sequence[Row]:
    sql = (
        f'SELECT id, reference, file, "user", host, order_json FROM entries WHERE id > ? AND {_WITHOUT}'
        f" ORDER BY id LIMIT {most:d}"
    )
    return database.execute(sql, (after,)).fetchall()


def _of_row(row: Row) -> str:
    from roster_import.place.ledger.entry import order_from_json  # a new ledger does without

    told = {name: row[name] for name in ("reference", "file", "user", "host")}
    return words_of(order_from_json(row["order_json"]), **told)
