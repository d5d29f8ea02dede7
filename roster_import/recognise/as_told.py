"""Sheets read otherwise than they stand, because somebody said so: players across, and several things in one cell.

Every cell keeps its name in the file, so that what is said of it is said where it stands.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.model.sheets import heading_key
from roster_import.model.workbook import Cell, PartColumn
from roster_import.recognise.across import lies_across
from roster_import.recognise.heading_rows import find_heading
from roster_import.recognise.hints import fingerprint, told_columns
from roster_import.recognise.labelled_parts import parts_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from roster_import.model.workbook import Sheet, Workbook
    from roster_import.recognise.column_heads import Heading
    from roster_import.recognise.hints import Hints
    from roster_import.recognise.labelled_parts import Parts

M = Meaning
_TOLD = frozenset({M.HEADINGS, M.PARTS})


def as_told(workbook: Workbook, hints: Hints, *, skip: Collection[str] = ()) -> Workbook:
    """The workbook with its sheets as they were said to be read; the same where nothing was said of any."""
    answers = (*hints.mapping.values(), *(answer for row in hints.remembered.values() for answer in row.values()))
    if not any(meaning in _TOLD for meaning, _ in answers):
        return workbook
    return replace(
        workbook,
        sheets=tuple(
            sheet if sheet.name in skip else _with_parts(_upright(sheet, hints), hints) for sheet in workbook.sheets
        ),
    )


def _upright(sheet: Sheet, hints: Hints) -> Sheet:
    across = lies_across(sheet)
    answer = across.answer(hints) if across else None
    return across.turned() if across and answer and answer[0] is M.HEADINGS else sheet


# --------------------------------------------------------------------------------------------- several things in one cell


def _with_parts(sheet: Sheet, hints: Hints) -> Sheet:
    """The sheet with a column for each name in the cells of the columns that were said to hold such parts."""
    heading = find_heading(sheet)
    if heading.row is None:
        return sheet
    told = [column for column, answer in told_columns(heading, hints).items() if answer[0] is M.PARTS]
    for column in told or _remembered(sheet, heading, hints):
        sheet = _divided(sheet, heading, column)
    return sheet


def _remembered(sheet: Sheet, heading: Heading, hints: Hints) -> Iterator[int]:
    """The column that was said to hold parts of a sheet that, divided, had these very headings."""
    answers = {
        row: [key for key, (meaning, _) in known.items() if meaning is M.PARTS]
        for row, known in hints.remembered.items()
    }
    if not any(answers.values()):
        return
    for column, text in heading.texts.items():
        divided = find_heading(_divided(sheet, heading, column))
        if heading_key(text) in answers.get(fingerprint(tuple(divided.texts.values())), ()):
            yield column
            return


def _divided(sheet: Sheet, heading: Heading, column: int) -> Sheet:
    """The sheet with the parts of a column's cells in columns of their own; a cell without such parts stays where it is."""
    parts = {cell: parts_of(cell.text) for cell in _below(sheet, heading, column)}
    apart = _columns(parts.values(), max(cell.column for cell in sheet.cells), column, heading)
    named = (replace(apart[key], row=heading.row or 0) for key in apart)
    values = (
        replace(cell, column=apart[heading_key(name)].column, text=value)
        for cell, each in parts.items()
        for name, value in each
        if value
    )
    gone = {cell.address for cell, each in parts.items() if each}
    gone |= {
        cell.address for cell in sheet.cells if (cell.row, cell.column) == (heading.row, column) and all(parts.values())
    }
    kept = (cell for cell in sheet.cells if cell.address not in gone)
    return replace(sheet, cells=tuple(sorted((*kept, *named, *values), key=lambda cell: (cell.row, cell.column))))


def _below(sheet: Sheet, heading: Heading, column: int) -> Iterator[Cell]:
    return (cell for cell in sheet.cells if cell.column == column and cell.row > (heading.row or 0))


def _columns(every: Iterable[Parts], last: int, within: int, heading: Heading) -> Mapping[str, Cell]:
    """The headings of the parts: the key of each name -> its cell, in the order in which they are met."""
    names: dict[str, str] = {}
    for parts in every:
        for name, _ in parts:
            names.setdefault(heading_key(name), name)
    headed = heading.texts.get(within, "")
    return {
        key: Cell(row=0, column=PartColumn.of(last + at, within, headed), text=name)
        for at, (key, name) in enumerate(names.items(), 1)
    }
