"""What a heading asks, in brackets, of all that stands below it, and what a column cannot say: Size (one size up)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.language.invisible import cut
from roster_import.language.messages import say
from roster_import.model.layout import Fate, Meaning
from roster_import.model.workbook import at_cell
from roster_import.recognise.of_all_rows import is_of_a_whole_column
from roster_import.recognise.print_words import asks_for_capitals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Sheet

_ASIDE = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]")
_NAME = re.compile(r"[^\W\d_]{3,}")
_NAMES = frozenset({Meaning.NAME, Meaning.PLAYER, Meaning.LAST_NAME})
_USED = frozenset({Fate.ORDERED, Fate.FOR_PEOPLE})


def remarks_in_headings(sheet: Sheet, layouts: Sequence[Layout]) -> Iterator[Problem]:
    """A warning for each heading of a column that is ordered from and that asks for something else than is written there."""
    for layout in layouts:
        for column in layout.columns:
            held, row = sheet.columns.get(column.column), layout.heading_row or 0
            if held is None or row not in held.texts or column.fate not in _USED or not _asks(sheet, layout, column):
                continue
            cell = held.cell(row)
            message = say(
                'The heading at {address} says "{text}". All rows are ordered as they stand, whatever the heading says: if '
                "something is to be different, change the rows themselves.",
                address=cell.address,
                text=cut(cell.text),
            )
            yield at_cell(sheet.name, cell, column.heading).warning("text-may-change-order", message)


def _asks(sheet: Sheet, layout: Layout, column: ColumnReading) -> bool:
    asides = _ASIDE.findall(column.heading)
    if any(map(is_of_a_whole_column, asides)) or any(_is_of_somebody(aside, sheet, layout) for aside in asides):
        return True
    return (
        column.meaning in _NAMES
        and asks_for_capitals(column.heading)
        and any(text != text.upper() for text in sheet.down(column.column, layout.rows))
    )


def _is_of_somebody(aside: str, sheet: Sheet, layout: Layout) -> bool:
    """Whether it names one of the people, with what they are to have: (Nowak: 14!)."""
    said = {word.casefold() for word in _NAME.findall(aside)}
    people = (column for column in layout.columns if column.fate is Fate.FOR_PEOPLE or column.meaning in _NAMES)
    called = (
        word for column in people for text in sheet.down(column.column, layout.rows) for word in _NAME.findall(text)
    )
    return any(map(str.isdigit, aside)) and any(word.casefold() in said for word in called)
