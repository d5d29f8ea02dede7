"""Orders as a list shows them: of a long ledger read a page at a time, and of each order no more than is shown."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from roster_import.model.status import ListedOrder, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.place.ledger.sqlite import Database, Row

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


def listed(database: Database, last: int | None = None) -> Iterator[ListedOrder]:
    """Every attempt at an order, oldest first; the `last` so many of them."""
    after = 0 if last is None else _before_last(database, last)
    while rows := _page(database, after):
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
    confirmed = _without_items(row["confirmation"] or "{}")
    return ListedOrder(
        book=row["realm"],
        target=row["target"],
        reference=row["reference"],
        attempt=row["attempt"],
        status=Status(row["status"]).as_known,
        order_number=confirmed.get("order_number") or row["order_number"],
        total=confirmed.get("total"),
        currency=confirmed.get("currency"),
        tells_vat=bool(confirmed.get("sub_total") and confirmed.get("vat")),
        pieces=_pieces(row["order_json"]),
        created_at=row["created_at"],
        user=row["user"],
        host=row["host"],
        file=row["file"],
    )


def _pieces(text: str) -> int:
    """The garments of an order that was written by `order_json`; its items are not made for that."""
    garments, logos, _ = text.partition(_LOGOS)
    if logos:
        return sum(map(int, _QUANTITY.findall(garments)))
    from roster_import.place.ledger.entry import order_from_json  # what this program wrote is listed without

    return order_from_json(text).pieces


def _without_items(text: str) -> Mapping[str, Any]:
    """A confirmation that was written by `confirmation_json`; its items are not read where they stand last."""
    head, items, _ = text.partition(_ITEMS)
    document: Mapping[str, Any] = json.loads(f"{head}}}" if items else text)
    return document
