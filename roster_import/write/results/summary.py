"""The sheet Summary: what a person takes in at a glance. What is not as it should be comes first, and in colour."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Final

from roster_import.language.messages import Said, joined, say, say_n, templates
from roster_import.model.placement import Confirmation, Status
from roster_import.model.result_sheets import SUMMARY_HEADINGS, SUMMARY_SHEET
from roster_import.model.vat import Vat
from roster_import.model.workbook import cell_address
from roster_import.write.ooxml.cells import (
    ERROR,
    GOOD,
    HEADER,
    LINK,
    MUTED,
    PLAIN,
    SUM,
    TITLE,
    WARNING,
    WRAPPED,
    CellEdit,
    Look,
    NewSheet,
    Value,
)
from roster_import.write.order_words import goods_in_words, status_word, was_rehearsed
from roster_import.write.results.beside import Beside
from roster_import.write.results.lines import Pieces, chart, pieces_of, table
from roster_import.write.results.localised import MONEY, day, money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from roster_import.model.order import Order
    from roster_import.model.placement import Placement
    from roster_import.model.problem import Origin
    from roster_import.write.ooxml.cells import Box

    Row = tuple[CellEdit | Value, ...]

_WIDTHS: Final = (22, 17, 18, 14, 14, 14, 14, 12, 14, 14)
_WIDEST: Final = 34  # the first column, where names of designs and references are long
_WIDEST_DESIGN: Final = 22  # a column with the pieces of one design
_EXTRA: Final = 9.0  # the width of a size beyond these columns
_HEADING: Final = Look(colour="1F3552", bold=True, size=13)
_ALARM: Final = replace(ERROR, bold=True)
_MOST_LISTED: Final = 20  # what is more than this is no glance; and the orders' headings stay where they are looked for
_SAID_IN: Final = 6  # the column of the message, which takes all that are left
_LISTED_HEADINGS: Final = (say("Order"), say("Row"), say("What"), say("Sent"), say("Confirmed"), say("In words"))
_ALIGNED: Final = {"Pieces": "right", "Loose logos": "right", "Delivery date": "right", "Total": "right",
                   "Currency": "center"}  # fmt: skip
_CURRENCY: Final = Look(align="center")
_PLACED: Final = frozenset({Status.COMPLETED, Status.PENDING, Status.UNKNOWN, Status.SENDING})
_LOOKS: Final = {
    Status.COMPLETED: GOOD,
    Status.FAILED: _ALARM,
    Status.REFUSED: _ALARM,
    Status.UNKNOWN: _ALARM,
    Status.SENDING: _ALARM,
    Status.PENDING: WARNING,
    Status.PLANNED: WARNING,
    Status.QUEUED: WARNING,
}
# Status, one order, several orders: in the order in which they matter.
_TROUBLE: Final[dict[Status, Callable[[int], Said]]] = {
    Status.FAILED: lambda count: say_n("{count} order failed", "{count} orders failed", count),
    Status.REFUSED: lambda count: say_n("{count} order was refused", "{count} orders were refused", count),
    Status.UNKNOWN: lambda count: say_n(
        "{count} order is of unknown outcome", "{count} orders are of unknown outcome", count
    ),
    Status.PENDING: lambda count: say_n(
        "{count} order is not confirmed yet", "{count} orders are not confirmed yet", count
    ),
    Status.PLANNED: lambda count: say_n("{count} order was not sent", "{count} orders were not sent", count),
    Status.QUEUED: lambda count: say_n("{count} order waits for a worker", "{count} orders wait for a worker", count),
}
_WHAT_NOW: Final = {
    Status.UNKNOWN: say(
        "Whether it was placed is not known. The same command again, or roster-import resume, finds out."
    ),
    Status.PENDING: say("It is placed, but not confirmed yet: roster-import resume asks again."),
    Status.PLANNED: say("It was not sent. The same command again sends it."),
    Status.QUEUED: say("It was not sent yet: a worker sends it."),
}
# What may differ, as our own comparisons name it; an order system's own fields are shown as it names them.
_WHAT: Final = templates({
    "name": "name", "number": "number", "size": "size", "quantity": "quantity", "design": "design", "logo": "logo",
    "item": "item", "delivery": "delivery", "reference": "reference", "total": "total", "vat": "VAT", "price": "price",
    "player": "player", "status": "status", "text": "text", "notice": "notice", "value": "value",
})  # fmt: skip


_TOTALS: Final = templates({
    Vat.WITH: "Total with VAT", Vat.WITHOUT: "Total without VAT", Vat.UNKNOWN: "Total (not said whether with VAT)",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """Something not as it should be: about which order and row, what it is, and in which colour."""

    reference: str
    origins: tuple[Origin, ...] = ()
    what: str
    sent: str | None = None
    confirmed: str | None = None
    said: str | None = None
    look: Look = ERROR


def summary_sheet(placements: Sequence[Placement], names: Mapping[str, str], beside: Beside | None = None) -> NewSheet:
    """The sheet of these orders; `names` says what the sheets their rows stand on are called, for the links to them."""
    beside = beside or Beside()
    listed = _listed(placements)
    pieces = pieces_of(_counted(placements))
    widths = _widths(placements, pieces)
    orders = [*_head(placements), *_attention(listed, names, len(widths)), *_orders(placements)]
    above = [*orders, *beside.rows(names)]
    rows = [*above, *((_pieces_heading(placements), *table(pieces)) if pieces.sizes else ())]
    drawn = chart(pieces, len(above) + 2, len(widths)) if pieces.sizes else None
    return NewSheet(
        name=SUMMARY_SHEET,
        rows=tuple(rows),
        widths=widths,
        merged=(*_merged(len(listed), len(widths)), *beside.merged(len(orders) + 1, len(widths))),
        chart=drawn,
        together=(len(orders) + 1, len(above) + 1, drawn.place[2]) if drawn else (),
        opened=True,
        tab_colour="C00000" if _alarming(placements) else "1F6F43",
    )


def _widths(placements: Sequence[Placement], pieces: Pieces) -> tuple[float, ...]:
    """The first column as wide as its names want, those of designs too; a column for every size where they go across."""
    names = [placement.order.reference for placement in placements] + list(() if pieces.beside else pieces.designs)
    first = min(max(_WIDTHS[0], *(len(name) + 2 for name in names)), _WIDEST)
    across = 1 if pieces.beside else len(pieces.sizes) + 2
    named = [min(len(name) + 4, _WIDEST_DESIGN) for name in pieces.designs] if pieces.beside else []
    others = [max(pair) for pair in zip_longest(_WIDTHS[1:], named, fillvalue=0)]
    return (first, *others, *(_EXTRA,) * max(across - len(_WIDTHS), 0))


def _merged(listed: int, columns: int) -> Iterator[Box]:
    """The verdict, and the messages of what is listed beneath it, go across the page."""
    yield (2, 1, 2, columns)
    if listed:
        shown = min(listed, _MOST_LISTED)
        yield from ((row, _SAID_IN, row, columns) for row in range(4, 5 + shown))


# ---------------------------------------------------------------------------------------------------- the verdict


def _head(placements: Sequence[Placement]) -> list[Row]:
    goods = goods_in_words(_counted(placements))
    title = (
        say("Order {reference}: {goods}", reference=placements[0].order.reference, goods=goods)
        if len(placements) == 1
        else say_n("{count} order: {goods}", "{count} orders: {goods}", len(placements), goods=goods)
    )
    return [(CellEdit(value=title, look=TITLE),), (_verdict(placements),), ()]


def _verdict(placements: Sequence[Placement]) -> CellEdit:
    """One sentence on all orders; a mark before it, as colours do not survive every printer."""
    trouble = [*_troubles(placements)]
    if not trouble:
        all_of_them = say("All {count} orders are confirmed as sent.", count=len(placements))
        said = say("The order is confirmed as sent.") if len(placements) == 1 else all_of_them
        return CellEdit(value=joined("✓", said, was_rehearsed(placements)), look=_banner(GOOD))
    look = ERROR if _alarming(placements) else WARNING
    told = joined("! ", joined(*trouble, between=", "), ".", between="")
    return CellEdit(value=joined(told, was_rehearsed(placements)), look=_banner(look))


def _banner(look: Look) -> Look:
    return replace(look, bold=True, size=12, wrap=True)


def _troubles(placements: Sequence[Placement]) -> Iterator[str]:
    counts = Counter(_status(placement) for placement in placements)
    yield from (said(counts[status]) for status, said in _TROUBLE.items() if counts[status])
    differences = sum(len(placement.differences) for placement in placements)
    if differences:
        yield say_n(
            "{count} difference between what was sent and what is confirmed",
            "{count} differences between what was sent and what is confirmed",
            differences,
        )


def _status(placement: Placement) -> Status:
    return Status.UNKNOWN if placement.status is Status.SENDING else placement.status


def _alarming(placements: Sequence[Placement]) -> bool:
    return any(placement.differences or _LOOKS[placement.status] is _ALARM for placement in placements)


# ------------------------------------------------------------------------------------------------ what to look at


def _listed(placements: Sequence[Placement]) -> list[_Listed]:
    """Orders that are not completed, the gravest first; then what differs in those that are confirmed."""
    order = list(_TROUBLE)
    unfinished = [placement for placement in placements if _status(placement) in order]
    unfinished.sort(key=lambda placement: order.index(_status(placement)))
    return [*map(_unfinished, unfinished), *chain.from_iterable(map(_differing, placements))]


def _unfinished(placement: Placement) -> _Listed:
    status = _status(placement)
    said = placement.error or _WHAT_NOW.get(status)
    return _Listed(reference=placement.order.reference, what=status_word(status), said=said, look=_LOOKS[status])


def _differing(placement: Placement) -> Iterator[_Listed]:
    for difference in placement.differences:
        yield _Listed(
            reference=placement.order.reference, origins=difference.origins, what=_what(difference.what),
            sent=difference.sent, confirmed=difference.confirmed, said=difference.message,
        )  # fmt: skip


def _what(name: str) -> str:
    return say(_WHAT[name]) if name in _WHAT else name


def _attention(listed: Sequence[_Listed], names: Mapping[str, str], columns: int) -> list[Row]:
    if not listed:
        return []
    head = [CellEdit(value=text, look=HEADER) for text in _LISTED_HEADINGS]
    rows = [_listed_cells(entry, names, columns) for entry in listed[:_MOST_LISTED]]
    return [_wide(head, HEADER, columns), *rows, *_more(len(listed) - _MOST_LISTED, columns), ()]


def _wide(cells: Sequence[CellEdit | Value], look: Look, columns: int) -> Row:
    """A row with the look of its last cell to the right edge of the page."""
    return (*cells, *(CellEdit(value=None, look=look) for _ in range(columns - len(cells))))


def _listed_cells(entry: _Listed, names: Mapping[str, str], columns: int) -> Row:
    look = replace(entry.look, wrap=True, bold=False)
    cells = [
        CellEdit(value=entry.reference, look=look),
        _row_link(entry.origins, names, look),
        CellEdit(value=entry.what, look=replace(look, bold=True)),
        *(CellEdit(value=text, look=look) for text in (entry.sent, entry.confirmed, entry.said)),
    ]
    return _wide(cells, look, columns)


def _row_link(origins: Sequence[Origin], names: Mapping[str, str], look: Look) -> CellEdit:
    """Which rows asked for it, with a link to the first of them."""
    if not origins:
        return CellEdit(value=None, look=look)
    first = origins[0]
    text, name = f"{first.sheet} {first.row}", names.get(first.sheet)
    if len(origins) > 1:
        text = say("{row} and {count} more", row=text, count=len(origins) - 1)
    if name is None:
        return CellEdit(value=text, look=look)
    quoted = name.replace("'", "''")
    linked = replace(look, colour=LINK.colour, underline=True)
    return CellEdit(value=text, look=linked, link=f"'{quoted}'!{cell_address(first.row, 1)}")


def _more(left: int, columns: int) -> list[Row]:
    if left <= 0:
        return []
    said = say("… and {count} more: see the sheets Results and Lines.", count=left)
    return [_wide([CellEdit(value=said, look=_ALARM)], _ALARM, columns)]


# ----------------------------------------------------------------------------------------------------- the orders


def _orders(placements: Sequence[Placement]) -> list[Row]:
    said = _total_heading(placements)
    head = tuple(
        CellEdit(value=said.get(text, text), look=replace(HEADER, align=_ALIGNED.get(text)))
        for text in SUMMARY_HEADINGS
    )
    return [head, *map(_order_row, placements), *_together(placements), ()]


def _total_heading(placements: Sequence[Placement]) -> dict[str, str]:
    """What the totals are, where there are any, in place of the heading."""
    kinds = {placement.total_vat for placement in placements if placement.confirmation and placement.confirmation.total}
    return {"Total": say(_TOTALS[kinds.pop()])} if len(kinds) == 1 else {}


def _order_row(placement: Placement) -> Row:
    confirmed = placement.confirmation or Confirmation()
    total = money(confirmed.total)
    look = WARNING if placement.differences else _LOOKS[placement.status]
    return (
        CellEdit(value=placement.order.reference, look=WRAPPED),
        CellEdit(value=placement.order_number, look=WRAPPED),
        CellEdit(value=_said_status(placement), look=replace(look, wrap=True)),
        placement.order.pieces,
        placement.order.loose_logos,
        day(confirmed.delivery_date),
        CellEdit(value=total, look=MONEY if isinstance(total, Decimal) else PLAIN),
        CellEdit(value=confirmed.currency, look=_CURRENCY),
    )


def _said_status(placement: Placement) -> str:
    word = status_word(_status(placement))
    return say("{status}, differs", status=word) if placement.differences else word


def _together(placements: Sequence[Placement]) -> list[Row]:
    """The sum of the orders that stand; of their money too where all of it is of one currency."""
    standing = _counted(placements)
    if len(placements) < 2:
        return []
    all_of_them = len(standing) == len(placements)
    cells = (say("Together") if all_of_them else say("Together, as placed"), None, None, sum(order.pieces for order in standing),
             sum(order.loose_logos for order in standing), None, *_sum(placements))  # fmt: skip
    looks = (*(SUM,) * 6, replace(SUM, number_format=MONEY.number_format), replace(SUM, align="center"))
    return [tuple(CellEdit(value=value, look=look) for value, look in zip(cells, looks, strict=True))]


def _sum(placements: Iterable[Placement]) -> tuple[Decimal | None, str | None]:
    confirmed = [placement.confirmation for placement in placements if placement.confirmation]
    totals = [total for order in confirmed if isinstance(total := money(order.total), Decimal)]
    currencies = {order.currency for order in confirmed}
    if not totals or len(totals) != len(confirmed) or len(currencies) != 1:
        return None, None
    return sum(totals, Decimal(0)), currencies.pop()


# ----------------------------------------------------------------------------------------------------- the pieces


def _counted(placements: Sequence[Placement]) -> list[Order]:
    """The orders that stand, or may; where none does, all that were asked for."""
    standing = [placement.order for placement in placements if placement.status in _PLACED]
    return standing or [placement.order for placement in placements]


def _pieces_heading(placements: Sequence[Placement]) -> Row:
    left_out = [placement.order.reference for placement in placements if placement.status not in _PLACED]
    note = None
    if len(left_out) == len(placements):
        note = say("as asked for: nothing of it was placed")
    elif left_out:
        note = say("without {references}: not placed", references=", ".join(left_out))
    return CellEdit(value=say("Pieces per design and size"), look=_HEADING), None, CellEdit(value=note, look=MUTED)
