"""Whether a count of sizes beside the roster comes to what its rows have."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from roster_import.language.messages import listed, say
from roster_import.model.layout import Meaning
from roster_import.model.problem import Place
from roster_import.recognise.cell_kinds import integer
from roster_import.recognise.tallies import counts_of, tally_problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.model.layout import Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Sheet

_LARGE = re.compile(r"(X{2,6})L")


def tally_told(tally: Sheet, sheet: Sheet, layouts: Sequence[Layout]) -> Problem:
    """The warning about a tally: that it counts the sizes as the rows of these layouts of the sheet have them, or otherwise."""
    counts, ordered = _added(counts_of(tally)), _added(_ordered(sheet, layouts))
    if not counts.keys() & ordered.keys():
        return tally_problem(tally)
    first, last = tally.cells[0], tally.cells[-1]
    place = Place(sheet=tally.name, cell=first.address, row=first.row)
    places = {"first": first.address, "last": last.address, "sheet": tally.name}
    differing = [size for size in dict.fromkeys((*counts, *ordered)) if counts[size] != ordered[size]]
    if not differing:
        message = say(
            "The table at {first} to {last} on sheet {sheet} counts the sizes as the rows have them. Nothing is ordered from it.",
            **places,
        )
        return place.warning("tally-agrees", message)
    message = say(
        "The table at {first} to {last} on sheet {sheet} counts {told}, while the rows have {ordered}. The rows are ordered as "
        "they stand: look which of the two is right.",
        **places,
        told=listed([f"{size} {counts[size]}" for size in differing]),
        ordered=listed([f"{size} {ordered[size]}" for size in differing]),
    )
    return place.warning("tally-differs", message)


def _added(counts: Iterable[tuple[str, int]]) -> Counter[str]:
    """How many of each size, each spelled one way."""
    added = Counter[str]()
    for size, count in counts:
        added[_LARGE.sub(lambda several: f"{len(several[1])}XL", "".join(size.upper().split()))] += count
    return added


def _ordered(sheet: Sheet, layouts: Sequence[Layout]) -> list[tuple[str, int]]:
    """The sizes of the rows with how many each orders; none where a row may have several, or counts otherwise."""
    columns = [column for layout in layouts[:1] for column in layout.columns]
    sizes = [column.column for column in columns if column.meaning is Meaning.SIZE]
    counted = [column.column for column in columns if column.meaning is Meaning.QUANTITY]
    if len(sizes) != 1 or len(counted) > 1:
        return []
    rows = [row for layout in layouts for row in layout.rows if sheet.text(row, sizes[0])]
    pieces = [integer(sheet.text(row, at) or "1") for row in rows for at in counted] or [1] * len(rows)
    if None in pieces:
        return []
    return [(sheet.text(row, sizes[0]), count or 0) for row, count in zip(rows, pieces, strict=True)]
