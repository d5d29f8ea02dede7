"""Orders as a list shows them: of a long ledger read a page at a time, and of each order no more than is shown."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from roster_import.model.placement import Confirmation, ListedOrder, Status
from roster_import.place.entry import confirmation_from_json, order_from_json
from roster_import.place.known import number_of, status_as_known

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.place.entry import Entry
    from roster_import.place.ledger import Ledger
    from roster_import.place.sqlite import Database, Row

_PAGE: Final = 1000
_SHOWN: Final = (
    "id, realm, target, reference, attempt, status, order_number, confirmation, order_json, created_at,"
    ' "user", host, file'
)
# As `order_json` and `confirmation_json` write them: within a text a quotation mark has a backslash before it, so neither can
# stand in one.
_LOGOS: Final = '"logos":['
_ITEMS: Final = ',"items":['
_QUANTITY: Final = re.compile(r'"quantity":(\d+)')


def listed(ledger: Ledger, last: int | None = None) -> Iterator[ListedOrder]:
    """Every attempt at an order, oldest first; the `last` so many of them."""
    after = 0 if last is None else ledger.ask(lambda database: _before_last(database, last))
    while rows := ledger.ask(lambda database: _page(database, after)):  # noqa: B023 - asked at once
        yield from map(_of_row, rows)
        after = rows[-1]["id"]


def _before_last(database: Database, last: int) -> int:
    sql = "SELECT min(id) AS first FROM (SELECT id FROM entries ORDER BY id DESC LIMIT ?) AS latest"
    row = database.execute(sql, (last,)).fetchone()
    return int(row["first"] or 0) - 1 if row else 0


def _page(database: Database, after: int) -> Sequence[Row]:
    sql = f"SELECT {_SHOWN} FROM entries WHERE id > ? ORDER BY id LIMIT {_PAGE:d}"  # noqa: S608 - ours
    return database.execute(sql, (after,)).fetchall()


def _of_row(row: Row) -> ListedOrder:
    confirmation = _without_items(row["confirmation"]) if row["confirmation"] else None
    return ListedOrder(
        book=row["realm"],
        target=row["target"],
        reference=row["reference"],
        attempt=row["attempt"],
        status=status_as_known(Status(row["status"])),
        order_number=(confirmation.order_number if confirmation else None) or row["order_number"],
        confirmation=confirmation,
        pieces=_pieces(row["order_json"]),
        created_at=row["created_at"],
        user=row["user"],
        host=row["host"],
        file=row["file"],
    )


def of_entry(entry: Entry) -> ListedOrder:
    """An entry that was read whole, as a list shows it."""
    return ListedOrder(
        book=entry.identity.realm,
        target=entry.identity.target,
        reference=entry.order.reference,
        attempt=entry.attempt,
        status=status_as_known(entry.status),
        order_number=number_of(entry),
        confirmation=replace(entry.confirmation, items=()) if entry.confirmation else None,
        pieces=entry.order.pieces,
        created_at=entry.created_at,
        user=entry.user,
        host=entry.host,
        file=entry.file,
    )


def _pieces(text: str) -> int:
    """The garments of an order that was written by `order_json`; its items are not made for that."""
    garments, logos, _ = text.partition(_LOGOS)
    return sum(map(int, _QUANTITY.findall(garments))) if logos else order_from_json(text).pieces


def _without_items(text: str) -> Confirmation:
    head, items, _ = text.partition(_ITEMS)
    return Confirmation(**json.loads(f"{head}}}")) if items else replace(confirmation_from_json(text), items=())
