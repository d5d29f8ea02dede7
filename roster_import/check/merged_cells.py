"""Cells merged over the rows of several people, of which nobody can tell what they say of each: how many, what is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rows.merged_down import rows_of_the_same_person
from roster_import.check.rows.messages import named, rows_listed
from roster_import.language.messages import say
from roster_import.model.layout import Meaning
from roster_import.model.problem import Origin
from roster_import.model.workbook import at_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet, Workbook

_LACKING = frozenset({"name-left-blank", "number-left-blank", "names-in-part", "numbers-in-part"})
_COVERING = frozenset({"print-merged", "cells-joined"})
_PRINTED = frozenset({Meaning.NAME, Meaning.FIRST_NAME, Meaning.LAST_NAME, Meaning.NUMBER})


def merged_cells(workbook: Workbook, layouts: Sequence[Layout]) -> Iterator[Problem]:
    """`quantity-merged`: a quantity over several rows, for each of them or for all together.

    `print-merged`: a name or a number over the rows of several people; a spreadsheet keeps it in the first of them alone.
    """
    for layout in layouts:
        sheet = workbook.sheet(layout.sheet)
        if sheet is None:
            continue
        alone = set(layout.rows) - rows_of_the_same_person(sheet.columns, layout)
        for column in layout.columns:
            if column.meaning is Meaning.QUANTITY:
                yield from (_quantity(layout.sheet, *each) for each in _over_rows(sheet, column, set(layout.rows)))
            elif column.meaning in _PRINTED:
                yield from (_print(layout.sheet, *each) for each in _over_rows(sheet, column, alone))


def with_merges_told_once(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems, without the warnings that a row lacks what is merged over it."""
    covered = {origin for problem in problems if problem.code in _COVERING for origin in _covered(problem)}
    return tuple(each for each in problems if each.code not in _LACKING or covered.isdisjoint(each.rows))


def _covered(problem: Problem) -> Sequence[Origin]:
    """The rows a merge hides a cell of: all but the first of those below one another, its own where it goes across."""
    return problem.also if problem.code == "print-merged" else problem.rows


def _over_rows(
    sheet: Sheet, column: ColumnReading, rows: set[int]
) -> Iterator[tuple[Cell, ColumnReading, Sequence[int]]]:
    """The column's cells that are merged over several of the rows."""
    held = sheet.columns.get(column.column)
    own = {row: row for row in rows}  # a row of a sheet on its side is called by its letter, a number of one is not
    for cell in held.odd.values() if held else ():
        reached = range(cell.row, cell.merged[0] + 1) if cell.merged else ()
        covered = [own[number] for number in reached if number in own]
        if len(covered) > 1 and covered[0] == cell.row and cell.text:
            yield cell, column, covered


def _quantity(sheet: str, cell: Cell, column: ColumnReading, covered: Sequence[int]) -> Problem:
    message = say(
        "{value!r} under {column} is merged over {rows}, so nobody can tell whether each of them or all together "
        "order so many. Unmerge the cell, and write how many in each row.",
        value=cell.text,
        column=named(column),
        rows=rows_listed(covered),
    )
    return at_cell(sheet, cell, column.heading).error("quantity-merged", message)


def _print(sheet: str, cell: Cell, column: ColumnReading, covered: Sequence[int]) -> Problem:
    message = say(
        "{value!r} under {column} is merged over {rows}, and is printed for the first of them alone. If it is the others', too, "
        "unmerge the cell, and write it in each row.",
        value=cell.text,
        column=named(column),
        rows=rows_listed(covered),
    )
    below = tuple(Origin(sheet=sheet, row=row) for row in covered[1:])
    return at_cell(sheet, cell, column.heading).problem("warning", "print-merged", message, also=below)
