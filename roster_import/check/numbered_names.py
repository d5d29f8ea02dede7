"""Names that are numbered from row to row, 1. Ada Brindle, 2. Bo Carstairs: the numbers count the players, and are no names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.check.rows.name_and_number import JOINED
from roster_import.language.messages import say
from roster_import.model.layout import Meaning
from roster_import.model.workbook import Columns, at_cell, column_letter

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Column, Sheet, Workbook

_PEOPLE = frozenset({Meaning.NAME, Meaning.PLAYER, Meaning.LAST_NAME, Meaning.FIRST_NAME})
_NUMBERED = frozenset({Meaning.NUMBER, *JOINED})
_COUNT = re.compile(r"\s*+(\d{1,3})(?:\s*+[.):–-]\s*+|\s++)(?=[^\W\d_])")  # 1. Ada, 2) Bo, 3 Cy; no 1st team
_FEWEST = 3
_NEARLY_ALL = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedNames:
    """A column of names that are numbered: the name in each row, without its number."""

    layout: Layout
    column: ColumnReading
    names: Mapping[int, str]

    @property
    def is_printed(self) -> bool:
        """Whether its names may be what is printed."""
        return self.column.meaning is Meaning.NAME or not any(
            column.meaning is Meaning.NAME for column in self.layout.columns
        )


def are_counted(texts: Sequence[str]) -> bool:
    """Whether the texts are numbered from 1 on, or again from 1 in each team."""
    counts = [int(count[1]) for text in texts if (count := _COUNT.match(text))]
    run_on = all(after in (before + 1, 1) for before, after in pairwise(counts))
    return len(counts) >= max(_FEWEST, _NEARLY_ALL * len(texts)) and counts[0] == 1 and run_on


def numbered_names(workbook: Workbook, layouts: Sequence[Layout], answered: Collection[str]) -> Iterator[NumberedNames]:
    """The columns of numbered names where the numbers cannot be those of the shirts, as others hold them, or an answer says so.

    `answered`: the headings and letters of columns of which somebody said what they hold.
    """
    for layout in layouts:
        sheet = workbook.sheet(layout.sheet)
        numbers = sheet is not None and any(
            column.meaning in _NUMBERED and any(sheet.down(column.column, layout.rows)) for column in layout.columns
        )
        for column in layout.columns if sheet else ():
            told = not {column.heading, column_letter(column.column)}.isdisjoint(answered)
            if column.meaning in _PEOPLE and (numbers or told) and (names := _names(sheet, layout, column)):
                yield NumberedNames(layout=layout, column=column, names=names)


def _names(sheet: Sheet | None, layout: Layout, column: ColumnReading) -> Mapping[int, str]:
    texts = sheet.columns[column.column].texts if sheet and column.column in sheet.columns else {}
    filled = {row: texts[row] for row in layout.rows if row in texts}
    names = {row: _COUNT.sub("", text, count=1) for row, text in filled.items() if _COUNT.match(text)}
    return names if names and are_counted(list(filled.values())) else {}


def without_counts(workbook: Workbook, numbered: Sequence[NumberedNames]) -> Workbook:
    """The workbook with the names alone; each cell still `stands` as it was written."""
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    for each in numbered:
        sheet = sheets[each.layout.sheet]
        columns = {**sheet.columns, each.column.column: _bare(sheet.columns[each.column.column], each.names)}
        sheets[sheet.name] = replace(sheet, cells=Columns(columns.values()))
    return replace(workbook, sheets=tuple(sheets.values())) if numbered else workbook


def _bare(column: Column, names: Mapping[int, str]) -> Column:
    cells = {row: column.cell(row) for row in names}
    odd = {row: replace(cell, text=names[row], stands=cell.stands or cell.text) for row, cell in cells.items()}
    return replace(column, texts={**column.texts, **names}, odd={**column.odd, **odd})


def told_of_counts(workbook: Workbook, numbered: Sequence[NumberedNames]) -> Iterator[Problem]:
    """A warning for each column whose names may be printed, at its first name; `workbook` is as it was written."""
    for each in numbered:
        sheet = workbook.sheet(each.layout.sheet)
        if sheet is not None and each.is_printed:
            cell = sheet.columns[each.column.column].cell(min(each.names))
            message = say(
                "The names of this column are numbered from row to row ({value!r}). The numbers only count the players, and are "
                "not printed.",
                value=cell.text,
            )
            yield at_cell(each.layout.sheet, cell, each.column.heading).warning("names-numbered", message)
