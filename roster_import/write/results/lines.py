"""The sheet Lines: every item as it was sent, beside what the order system confirmed, and what differs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar

from roster_import.check.rules.sizes import size_order
from roster_import.language.messages import joined, say
from roster_import.model.by_column import gathered
from roster_import.model.result_sheets import LINE_STATUS_HEADING, LINES_HEADINGS, LINES_SHEET
from roster_import.write.ooxml.cells import (
    ERROR,
    HEADER,
    PLAIN,
    SUM,
    TOTAL,
    WRAPPED,
    CellEdit,
    Chart,
    Look,
    NewSheet,
    Series,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from roster_import.model.order import DesignItem, DesignRef, DigitEntry, Instance, Line, LogoItem, Order
    from roster_import.model.placement import Difference, Placement
    from roster_import.model.problem import Origin

    Row = tuple[CellEdit | Value, ...]

T = TypeVar("T")

WRONG: Final = Look(fill=ERROR.fill, wrap=True)
_WIDTHS: Final = (20, 12, 12, 22, 24, 9, 17, 10, 10, 10, 12, 17, 11, 11, 48)
_STATUS_WIDTH: Final = 16
_NAMES: Final = frozenset({"Reference", "Item", "Name", "Confirmed name"})
_WIDEST: Final = 34
_COUNTS: Final = frozenset({"Quantity", "Storage quantity", "Confirmed quantity"})
_TEXTS_BESIDE_COUNTS: Final = frozenset({"Confirmed size", "Line status", "Difference"})
_INDENTED: Final = Look(indent=1)
_SAID: Final = replace(WRONG, indent=1)
_DIFFERENT: Final = Look(fill=ERROR.fill, bold=True)
_LINE_NUMBER: Final = re.compile(r".*-([0-9]{1,6})", re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class _Placed:
    """An order that was placed, with what is looked up for each of its lines."""

    placement: Placement
    lines: Mapping[Origin, Sequence[Line]]

    @cached_property
    def differing(self) -> Mapping[Origin, Sequence[Difference]]:
        """The differences by the rows they are about."""
        by_row: dict[Origin, list[Difference]] = {}
        for difference in self.placement.differences:
            for origin in dict.fromkeys(difference.origins):
                by_row.setdefault(origin, []).append(difference)
        return by_row

    def differences(self, origins: Sequence[Origin], label: str) -> list[Difference]:
        """What differs of an item of this name that these rows asked for."""
        here = {id(difference): difference for origin in origins for difference in self.differing.get(origin, ())}
        return [difference for difference in here.values() if _is_about(difference, label)]

    @property
    def elsewhere(self) -> Iterator[Difference]:
        """What differs and is about no item of the order as it was sent."""
        labels = [item.design.label for item in self.placement.order.designs]
        labels += [logo.logo.label for logo in self.placement.order.logos]
        for difference in self.placement.differences:
            if not difference.origins or not any(_is_about(difference, label) for label in labels):
                yield difference

    @cached_property
    def statuses(self) -> Mapping[int, str]:
        """What became of each line, by its number: the lines are named `PO-42-1`, `PO-42-2` …, as they are sent."""
        items = self.placement.confirmation.items if self.placement.confirmation else ()
        named = ((_LINE_NUMBER.fullmatch(item.line), item.status) for item in items if item.status)
        return {int(number[1]): status for number, status in named if number}


def _is_about(difference: Difference, label: str) -> bool:
    return difference.message.startswith(f"{label}: ") or f"× {label} " in difference.message


def lines_sheet(lines: Sequence[Line], placements: Sequence[Placement]) -> NewSheet:
    """The sheet of these orders, a row per item; with the status of each line where the order system says it.

    A column that nothing stands in is there, for what counts columns, but out of sight: paper is narrow.
    """
    by_row = gathered((line.origin for line in lines), lines)
    orders = [_Placed(placement=placement, lines=by_row) for placement in placements]
    rows = [row for placed in orders for row in _rows(placed)]
    headings: tuple[str, ...] = LINES_HEADINGS
    widths: tuple[float, ...] = _WIDTHS
    if any(placed.statuses for placed in orders):
        headings, widths = _with_status(headings, LINE_STATUS_HEADING), _with_status(widths, _STATUS_WIDTH)
    else:
        rows = [(*row[:-2], row[-1]) for row in rows]
    return NewSheet(
        name=LINES_SHEET,
        rows=(tuple(CellEdit(value=text, look=_heading_look(text)) for text in headings), *rows),
        widths=_fitting(widths, headings, rows),
        hidden=frozenset(at for at in range(1, len(headings) + 1) if not any(_holds(row[at - 1]) for row in rows)),
        frozen_rows=1,
        frozen_columns=1,
        filtered=True,
        tab_colour="1F6F43",
    )


def _fitting(widths: Sequence[float], headings: Sequence[str], rows: Sequence[Row]) -> tuple[float, ...]:
    """Columns of names as wide as the longest, as far as paper allows: a text beside them would cut it."""
    return tuple(
        min(max(width, _longest(rows, at) + 2), max(width, _WIDEST)) if heading in _NAMES else width
        for at, (width, heading) in enumerate(zip(widths, headings, strict=True))
    )


def _longest(rows: Sequence[Row], at: int) -> int:
    values = (cell.value if isinstance(cell, CellEdit) else cell for cell in (row[at] for row in rows))
    return max((len(value) for value in values if isinstance(value, str)), default=0)


def _heading_look(text: str) -> Look:
    if text in _COUNTS:
        return replace(HEADER, align="right")
    return replace(HEADER, indent=1) if text in _TEXTS_BESIDE_COUNTS else HEADER


def _with_status(columns: tuple[T, ...], status: T) -> tuple[T, ...]:
    """A column more before the last, where people and scripts look for the difference."""
    return (*columns[:-1], status, columns[-1])


def _holds(cell: CellEdit | Value) -> bool:
    return (cell.value if isinstance(cell, CellEdit) else cell) is not None


def _rows(placed: _Placed) -> Iterator[Row]:
    """The rows of one order, each with the status of its line before the difference."""
    for number, row in enumerate(_item_rows(placed), 1):
        status = placed.statuses.get(number)
        yield (*row[:-1], CellEdit(value=status, look=_INDENTED) if status else None, row[-1])
    for difference in placed.elsewhere:
        what = (None,) * (len(LINES_HEADINGS) - 1)
        yield (placed.placement.order.reference, *what, CellEdit(value=difference.message, look=_SAID))


def _item_rows(placed: _Placed) -> Iterator[Row]:
    for item in placed.placement.order.designs:
        for instance in item.instances:
            yield _instance_row(placed, item, instance)
    for logo in placed.placement.order.logos:
        for entry in logo.digits:
            yield _loose_row(placed, logo, entry, number=entry.digit)
        if not logo.digits:
            yield _loose_row(placed, logo, logo, name=logo.value or None)


def _instance_row(placed: _Placed, item: DesignItem, instance: Instance) -> Row:
    differences = placed.differences(instance.origins, item.design.label)
    return (
        *_whose(placed, instance.origins, instance),
        item.design.label,
        instance.size,
        instance.name or None,
        instance.number or None,
        instance.quantity,
        None,
        *(_confirmed_cells(differences, instance) if placed.placement.confirmation else (None,) * 4),
        _difference_cell(differences),
    )


def _confirmed_cells(differences: Sequence[Difference], instance: Instance) -> Iterator[CellEdit | Value]:
    """Size, name, number and quantity as confirmed; what differs stands out in black and white too."""
    if not differences:  # as nearly all are
        yield from (CellEdit(value=instance.size or None, look=_INDENTED), instance.name or None)
        yield from (instance.number or None, instance.quantity)
        return
    wrong = {difference.what for difference in differences}
    if not _confirmed_quantity(differences, instance.quantity):
        yield from (*(CellEdit(value=None, look=_DIFFERENT) for _ in range(3)), CellEdit(value=0, look=_DIFFERENT))
        return
    for field in ("size", "name", "number"):
        look = _DIFFERENT if wrong & {field, "design"} else _INDENTED if field == "size" else PLAIN
        yield CellEdit(value=_confirmed(differences, field, getattr(instance, field)), look=look)
    look = _DIFFERENT if wrong & {"quantity", "design"} else PLAIN
    yield CellEdit(value=_confirmed_quantity(differences, instance.quantity), look=look)


def _loose_row(
    placed: _Placed, logo: LogoItem, part: LogoItem | DigitEntry, *, name: str | None = None, number: str | None = None
) -> Row:
    """A loose logo, or one of the numbers it is ordered in."""
    differences = placed.differences(part.origins, logo.logo.label)
    quantity = _confirmed_logos(differences, part.quantity)
    confirmed = (None, name, number, quantity) if quantity or not differences else (None, None, None, quantity)
    return (
        *_whose(placed, part.origins),
        logo.logo.label,
        None,
        name,
        number,
        part.quantity,
        part.storage_quantity or None,
        *(confirmed if placed.placement.confirmation else (None,) * 4),
        _difference_cell(differences),
    )


def _whose(placed: _Placed, origins: Sequence[Origin], instance: Instance | None = None) -> Row:
    """The order, and the rows that asked for it, with the players they are for; of those side by side in a row, whose it is."""
    of_rows = [placed.lines.get(origin, ()) for origin in origins]
    names = dict.fromkeys(line.player for lines in of_rows for line in (instance.among(lines) if instance else lines))
    return (
        placed.placement.order.reference,
        ", ".join(dict.fromkeys(origin.sheet for origin in origins)) or None,
        CellEdit(value=", ".join(str(origin.row) for origin in origins) or None, look=WRAPPED),
        CellEdit(value=", ".join(filter(None, names)) or None, look=WRAPPED),
    )


def _confirmed(differences: Sequence[Difference], what: str, sent: str) -> str | None:
    if any(difference.what == "design" for difference in differences):
        return None
    wrong = [difference for difference in differences if difference.what == what]
    return wrong[0].confirmed if wrong else sent or None


def _confirmed_quantity(differences: Sequence[Difference], sent: int) -> int:
    if any(difference.what == "design" for difference in differences):
        return 0
    return sent - sum(_whole(item.sent) - _whole(item.confirmed) for item in differences if item.what == "quantity")


def _confirmed_logos(differences: Sequence[Difference], sent: int) -> int:
    """What is confirmed of a loose logo: said as such, or as a quantity by systems that know lines alone."""
    wrong = [difference for difference in differences if difference.what == "logo"]
    return _whole(wrong[0].confirmed) if wrong else _confirmed_quantity(differences, sent)


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0


def _difference_cell(differences: Iterable[Difference]) -> CellEdit | None:
    said = joined(*(difference.message for difference in differences), between="\n")
    return CellEdit(value=said, look=_SAID) if said else None


# -------------------------------------------------------------------------------------------------------------- pieces


_BESIDE: Final = 4  # designs whose columns leave room for a chart beside them
_MOST_BARS: Final = 8  # designs in one chart; more of them cannot be told apart
_HIGH: Final = 17  # rows that a chart takes at least
_NO_SIZE: Final = say("no size")
_SIZE, _DESIGN, _TOTAL = say("Size"), say("Design"), say("Total")
_COUNT: Final = replace(HEADER, align="right")
_DESCRIPTION: Final = say(
    "Bar chart: pieces per size, a bar for every design. The table on this sheet has the numbers."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """Pieces by design and size: the designs in order of first appearance, the sizes from small to large."""

    designs: tuple[str, ...]
    sizes: tuple[str, ...]
    counts: Mapping[tuple[str, str], int]

    def of(self, design: str, size: str) -> int | None:
        """Pieces of a design in a size, None where there are none."""
        return self.counts.get((design, size))

    @property
    def beside(self) -> bool:
        """Whether the table is narrow enough for a chart beside it."""
        return len(self.designs) <= _BESIDE


def pieces_of(orders: Sequence[Order]) -> Pieces:
    """The pieces of these orders together."""
    names = _names(list(dict.fromkeys(item.design for order in orders for item in order.designs)))
    counts: dict[tuple[str, str], int] = {}
    for item in (item for order in orders for item in order.designs):
        for instance in item.instances:
            key = names[item.design], instance.size or _NO_SIZE
            counts[key] = counts.get(key, 0) + instance.quantity
    sizes = sorted({size for _, size in counts}, key=lambda size: size_order("" if size == _NO_SIZE else size))
    return Pieces(designs=tuple(names.values()), sizes=tuple(sizes), counts=counts)


def _names(designs: Sequence[DesignRef]) -> dict[DesignRef, str]:
    """What the designs are called; two of one title are told apart by what the order system knows them by."""
    labels = [design.label for design in designs]
    names = {
        design: design.label if labels.count(design.label) == 1 else f"{design.label} ({design.mul or design.id})"
        for design in designs
    }
    if len(set(names.values())) == len(names):
        return names
    return {design: f"{name} [{at}]" for at, (design, name) in enumerate(names.items(), 1)}


def table(pieces: Pieces) -> list[Row]:
    """Sizes down and designs across, or the other way round where there are many designs; with totals."""
    if pieces.beside:
        cells = [[pieces.of(design, size) for design in pieces.designs] for size in pieces.sizes]
        return _with_totals(_SIZE, pieces.sizes, pieces.designs, cells)
    cells = [[pieces.of(design, size) for size in pieces.sizes] for design in pieces.designs]
    return _with_totals(_DESIGN, pieces.designs, pieces.sizes, cells)


def _with_totals(
    corner: str, down: Sequence[str], across: Sequence[str], cells: Sequence[Sequence[int | None]]
) -> list[Row]:
    """The table with a row of totals, and a column of them where it has more columns than one."""
    several = len(across) > 1
    head = (_head(corner), *(_head(text, right=True) for text in across), *([_head(_TOTAL, right=True)] * several))
    rows = [
        (
            CellEdit(value=text, look=PLAIN if corner is _SIZE else WRAPPED),
            *row,
            *([CellEdit(value=_sum(row), look=TOTAL)] * several),
        )
        for text, row in zip(down, cells, strict=True)
    ]
    sums = [_sum(column) for column in zip(*cells, strict=True)]
    last: tuple[Value, ...] = (_TOTAL, *sums, *([_sum(sums)] * several))
    return [head, *rows, tuple(CellEdit(value=value, look=SUM) for value in last)]


def _head(text: str, *, right: bool = False) -> CellEdit:
    return CellEdit(value=text, look=_COUNT if right else HEADER)


def _sum(row: Iterable[int | None]) -> int:
    return sum(count or 0 for count in row)


def chart(pieces: Pieces, top: int, columns: int) -> Chart:
    """The chart of a table whose headings stand in row `top` of a page of so many columns: beside it, or beneath it."""
    first, last = top + 1, top + (len(pieces.sizes) if pieces.beside else len(pieces.designs))
    free = len(pieces.designs) + (3 if len(pieces.designs) > 1 else 2)
    under = last + 3
    return Chart(
        title=_title(pieces),
        categories=(first, 1, last, 1) if pieces.beside else (top, 2, top, len(pieces.sizes) + 1),
        series=_series(pieces, top, last),
        place=(top, free, max(last + 1, top + _HIGH), columns) if pieces.beside else (under, 1, under + _HIGH, columns),
        stacked=not pieces.beside,
        description=_DESCRIPTION,
    )


def _series(pieces: Pieces, top: int, last: int) -> tuple[Series, ...]:
    """A series for every design, or for those with most pieces."""
    if pieces.beside:
        columns = range(2, len(pieces.designs) + 2)
        return tuple(Series(name=(top, column), values=(top + 1, column, last, column)) for column in columns)
    most = sorted(range(len(pieces.designs)), key=lambda at: -_of_design(pieces, at))[:_MOST_BARS]
    end = len(pieces.sizes) + 1
    rows = (top + 1 + at for at in sorted(most))
    return tuple(Series(name=(row, 1), values=(row, 2, row, end)) for row in rows)


def _of_design(pieces: Pieces, at: int) -> int:
    return _sum(pieces.of(pieces.designs[at], size) for size in pieces.sizes)


def _title(pieces: Pieces) -> str:
    if len(pieces.designs) == 1:
        return say("Pieces per size: {design}", design=pieces.designs[0])
    if len(pieces.designs) <= _MOST_BARS:
        return say("Pieces per size")
    return say("Pieces per size, the {count} largest designs", count=_MOST_BARS)
