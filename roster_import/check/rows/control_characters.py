"""Control characters that stood in cells: what is printed may lack a letter, and of the rest somebody should know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import character_named, say, say_n
from roster_import.model.layout import Meaning
from roster_import.model.workbook import at_cell

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet, Workbook

_PRINTED = frozenset({Meaning.NAME, Meaning.NUMBER, Meaning.PLACEHOLDER})
_PEOPLE = frozenset({Meaning.PLAYER, Meaning.FIRST_NAME, Meaning.LAST_NAME})


def control_characters(workbook: Workbook, layouts: Sequence[Layout], beside: Collection[str]) -> Iterator[Problem]:
    """An error at each cell that is printed and held one; one warning for all others of a sheet that is ordered from.

    They are left out on reading (`Cell.lost`). `beside` names the sheets that are used beside the rosters.
    """
    for sheet in workbook.sheets:
        here = [layout for layout in layouts if layout.sheet == sheet.name]
        if here or sheet.name in beside:
            yield from _of_sheet(sheet, here)


def _of_sheet(sheet: Sheet, layouts: Sequence[Layout]) -> Iterator[Problem]:
    held = [cell for cell in sheet.cells if cell.lost]
    if not held:
        return
    printed = {place: column for layout in layouts for place, column in _printed(layout)}
    unused = {column.column for layout in layouts for column in layout.columns if column.meaning is Meaning.IGNORED}
    others = [cell for cell in held if (cell.row, cell.column) not in printed and cell.column not in unused]
    for cell in held:
        if column := printed.get((cell.row, cell.column)):
            yield _printed_problem(sheet, cell, column)
    if others:
        yield _other_problem(sheet, others)


def _printed(layout: Layout) -> Iterable[tuple[tuple[int, int], ColumnReading]]:
    """The cells that are printed, or may be: people's names where no column holds the printed ones."""
    named = any(column.meaning is Meaning.NAME for column in layout.columns)
    meanings = _PRINTED if named else _PRINTED | _PEOPLE
    return (((row, one.column), one) for one in layout.columns if one.meaning in meanings for row in layout.rows)


def _printed_problem(sheet: Sheet, cell: Cell, column: ColumnReading) -> Problem:
    message = say(
        "{value!r} held a character that cannot be printed, {character}. It was left out, and a letter may be missing now. "
        "Type the cell again.",
        value=cell.text,
        character=character_named(cell.lost[0]),
    )
    return at_cell(sheet.name, cell, column.heading).error("control-character", message)


def _other_problem(sheet: Sheet, cells: Sequence[Cell]) -> Problem:
    first = cells[0]
    message = say_n(
        "{value!r} held a character that cannot be seen, {character}, which was left out. Look whether it is right so.",
        "{value!r} and other cells held characters that cannot be seen, such as {character}, which were left out. Look whether "
        "they are right so.",
        len(cells),
        value=first.text,
        character=character_named(first.lost[0]),
    )
    return at_cell(sheet.name, first).warning("control-character", message)
