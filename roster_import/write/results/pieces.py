"""How many pieces of every design and size were ordered: a small table, and the chart beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from roster_import.check.rules.sizes import size_order
from roster_import.language.messages import say
from roster_import.write.ooxml.cells import HEADER, PLAIN, SUM, TOTAL, WRAPPED, CellEdit, Chart, Series, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.model.order import DesignRef, Order

    Row = tuple[CellEdit | Value, ...]

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
