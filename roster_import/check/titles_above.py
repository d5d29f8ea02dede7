"""What the title above the players says they order, where their rows order something else: Auswärtstrikot over Home shirt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.check.rows.garments import clothes, fits, known_words, title_words, words
from roster_import.language.invisible import cut
from roster_import.language.messages import listed, say
from roster_import.model.workbook import RowAcross, at_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import Layout
    from roster_import.model.order import Line
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet, Workbook

_PARTS = re.compile(r"[–—:,;|!()/]|\s-\s")
_NARROW = 2  # cells of a row that is a title
_LONGEST = 200


def titles_of_other_garments(
    workbook: Workbook,
    layouts: Sequence[Layout],
    rows: Sequence[RosterRow],
    lines: Sequence[Line],
    catalogue: Catalogue,
) -> Iterator[Problem]:
    """`text-may-change-order`: a title right above a heading names one garment, and no row beneath orders that.

    `lines[i]` is the line of `rows[i]`.
    """
    titles = catalogue.titles("design")
    for layout in layouts if titles else ():
        sheet, here = workbook.sheet(layout.sheet), set(layout.rows)
        of_layout = (
            line for row, line in zip(rows, lines, strict=True) if row.sheet == layout.sheet and row.row in here
        )
        ordered = list(dict.fromkeys(design.label for line in of_layout for design in line.designs))
        for cell in _above(sheet, layout, layouts) if sheet and ordered else ():
            named = _named(cell.text, titles, catalogue)
            if named and named not in ordered:
                yield _told(layout.sheet, cell, named, ordered)


def _above(sheet: Sheet, layout: Layout, layouts: Sequence[Layout]) -> Iterator[Cell]:
    """The cells of the narrow rows above the heading, up to the players before it."""
    heading = 0 if isinstance(layout.heading_row, RowAcross) else layout.heading_row or 0
    before = max((row for each in layouts if each.sheet == sheet.name for row in each.rows if row < heading), default=0)
    for row, width in sheet.rows.widths.items():
        if before < row < heading and width <= _NARROW:
            yield from sheet.rows[row].values()


def _named(text: str, titles: Sequence[str], catalogue: Catalogue) -> str | None:
    """The only garment of the catalogue that a part of the text names."""
    for part in _PARTS.split(text[:_LONGEST]):
        of = known_words(words(part))
        fitting = [title for title in titles if fits(of, title_words(catalogue, title))] if clothes(of) else []
        if len(fitting) == 1:
            return fitting[0]
    return None


def _told(sheet: str, cell: Cell, named: str, ordered: Sequence[str]) -> Problem:
    message = say(
        'The title at {address} says "{text}", which may be {named}, and the rows beneath it order {ordered}. If {named} is '
        "meant, write it as their design.",
        address=cell.address,
        text=cut(cell.text),
        named=named,
        ordered=listed(ordered),
    )
    return at_cell(sheet, cell).warning("text-may-change-order", message)
