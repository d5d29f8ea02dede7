"""What is struck through and ordered all the same: a whole row, or a cell of one, beside which something else may stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.check.rows.messages import key_of
from roster_import.language.messages import joined, listed, say, say_n
from roster_import.model.layout import PERSON, Meaning
from roster_import.model.workbook import at_cell, at_heading
from roster_import.recognise.questions import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet, Workbook

_WHO = PERSON | {Meaning.PLAYER_NUMBER}


def struck_warnings(sheet: Sheet, used: Mapping[int, ColumnReading], ordered: Sequence[int]) -> Iterator[Problem]:
    """A warning for each ordered row that is struck through, and for each struck cell of the others; `used` by column."""
    struck: dict[int, list[Cell]] = {}
    for number in sorted(used.keys() & sheet.columns.keys()):
        for row, cell in sheet.columns[number].odd.items():
            if cell.struck:
                struck.setdefault(row, []).append(cell)
    for row in ordered if struck else ():
        if row in struck and _is_whole(sheet, used, row, struck[row]):
            yield _row(sheet, used, struck[row][0])
        else:
            yield from (_cell(sheet, used, cell) for cell in struck.get(row, ()))


def _is_whole(sheet: Sheet, used: Mapping[int, ColumnReading], row: int, struck: Sequence[Cell]) -> bool:
    """Whether it is the person who is struck out, or most of the row."""
    filled = sum(1 for number in used if sheet.text(row, number))
    return any(used[cell.column].meaning in _WHO for cell in struck) or len(struck) * 2 > filled


def _row(sheet: Sheet, used: Mapping[int, ColumnReading], cell: Cell) -> Problem:
    message = say(
        "This row is struck through, and is ordered all the same. Delete the row if it is not wanted; otherwise take the line "
        "off."
    )
    return at_cell(sheet.name, cell, used[cell.column].heading).warning("row-struck-through", message)


def _cell(sheet: Sheet, used: Mapping[int, ColumnReading], cell: Cell) -> Problem:
    beside = _beside(sheet, used, cell)
    message = (
        say(
            "{value!r} at {address} is struck through, and is ordered all the same. If {other!r} beside it at {there} is meant, "
            "write that into {address} and empty {there}; otherwise take the line off.",
            value=cell.text,
            address=cell.address,
            other=beside.text,
            there=beside.address,
        )
        if beside
        else say(
            "{value!r} at {address} is struck through, and is ordered all the same. Write there what is wanted, or take the line "
            "off.",
            value=cell.text,
            address=cell.address,
        )
    )
    return at_cell(sheet.name, cell, used[cell.column].heading).warning("cell-struck-through", message)


def _beside(sheet: Sheet, used: Mapping[int, ColumnReading], cell: Cell) -> Cell | None:
    """What stands right beside a struck cell in a column that has no heading, and may be what holds now."""
    for number in (cell.column + 1, cell.column - 1):
        column = sheet.columns.get(number)
        nameless = number not in used or not used[number].heading
        if column and nameless and cell.row in column.texts:
            return column.cell(cell.row)
    return None


# ------------------------------------------------------------------------------------------ a column of what holds now


_ASKED = frozenset({"column-unclear", UNKNOWN})


def with_corrections(problems: Sequence[Problem], workbook: Workbook, layouts: Sequence[Layout]) -> tuple[Problem, ...]:
    """The problems; of a column that holds nothing but what stands beside struck cells that is said, and no answer else.

    As a number to print it would be the only one, and the numbers that nobody struck would be lost.
    """
    told: dict[tuple[str, str | None], str] = {}
    for layout in layouts if any(problem.code in _ASKED for problem in problems) else ():
        sheet = workbook.sheet(layout.sheet)
        for column in layout.columns if sheet else ():
            if sheet and not column.heading and (cells := _corrections(sheet, layout, column)):
                told[layout.sheet, at_heading(layout, column).cell] = _correct(layout, column, cells)
    return tuple(
        replace(problem, message=told[place])
        if problem.code in _ASKED and (place := (problem.sheet or "", problem.cell)) in told
        else problem
        for problem in problems
    )


def _corrections(sheet: Sheet, layout: Layout, column: ColumnReading) -> Sequence[Cell]:
    """The cells of a column if each of them stands beside one that is struck through."""
    held = sheet.columns.get(column.column)
    cells = [held.cell(row) for row in layout.rows if row in held.texts] if held else []
    beside = [sheet.columns.get(number) for number in (column.column - 1, column.column + 1)]
    struck = {row for each in beside if each for row, cell in each.odd.items() if cell.struck}
    return cells if all(cell.row in struck for cell in cells) else ()


def _correct(layout: Layout, column: ColumnReading, cells: Sequence[Cell]) -> str:
    what = say_n(
        "{cells} on sheet {sheet} stands beside a cell that is struck through. If it is what holds now, write it into that cell "
        "and empty {cells}.",
        "{cells} on sheet {sheet} stand beside cells that are struck through. If they are what holds now, write each into that "
        "cell and empty {cells}.",
        len(cells),
        cells=listed([cell.address for cell in cells]),
        sheet=layout.sheet,
    )
    return joined(
        what,
        say(
            'If it changes nothing: --map "{key}={meaning}".', key=key_of(layout, column), meaning=Meaning.IGNORED.value
        ),
    )
