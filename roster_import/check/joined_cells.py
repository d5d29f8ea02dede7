"""Cells that hold several things, where no column has them apart: a name and a number, the sizes of several garments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rows.messages import key_of
from roster_import.check.rows.name_and_number import JOINED, taken_apart
from roster_import.check.rows.size_list import parts_of
from roster_import.language.messages import listed, say
from roster_import.model.layout import Fate, Meaning
from roster_import.model.workbook import at_cell, column_letter

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet, Workbook

_NUMBERED = frozenset({Meaning.NUMBER, *JOINED})
_PEOPLE = (Meaning.NAME, Meaning.PLAYER, Meaning.LAST_NAME, Meaning.FIRST_NAME)
_FEWEST = 2
_MOSTLY = 0.6  # of the filled cells; and of the names, how many differ: "Player 1, Player 2" are no names


def names_with_numbers(
    workbook: Workbook, layouts: Sequence[Layout], answered: Collection[str] = ()
) -> Iterator[Problem]:
    """An error for each roster whose people's cells hold a number too, while no column does, or an empty one.

    A column that is `answered`, by its heading or letter, holds what was said.
    """
    for layout in layouts:
        sheet = workbook.sheet(layout.sheet)
        if sheet is None or any(_holds_numbers(sheet, layout, column) for column in layout.columns):
            continue
        open_ = [column for column in layout.columns if answered_by(column).isdisjoint(answered)]
        columns = (column for meaning in _PEOPLE for column in open_ if column.meaning is meaning)
        yield from (problem for column in columns if (problem := _problem(sheet, layout, column)))


def answered_by(column: ColumnReading) -> frozenset[str]:
    """What an answer may name the column by."""
    return frozenset({column.heading, column_letter(column.column)})


def _holds_numbers(sheet: Sheet, layout: Layout, column: ColumnReading) -> bool:
    filled = column.meaning in JOINED or bool(_texts(sheet, layout, column))
    return column.meaning in _NUMBERED and filled


def _problem(sheet: Sheet, layout: Layout, column: ColumnReading) -> Problem | None:
    texts = _texts(sheet, layout, column)
    apart = {text: parts for text in set(texts.values()) if (parts := taken_apart(text))}
    both = [row for row, text in texts.items() if text in apart]
    different = {name.casefold() for name, _ in apart.values()}
    if len(both) < max(_FEWEST, _MOSTLY * len(texts)) or len(different) < _MOSTLY * len(both):
        return None
    return _said(layout, column, sheet.columns[column.column].cell(both[0]), *apart[texts[both[0]]])


def _said(layout: Layout, column: ColumnReading, cell: Cell, name: str, number: str) -> Problem:
    message = say(
        "In {column} a name and a number stand in one cell, and no column has the numbers alone: {value!r} may be {name!r} with "
        'number {number}. If so: --map "{key}={meaning}". If the digits belong to the names: --map "{key}={own}". Or divide '
        "the cells over two columns, the second headed Number.",
        column=say("column {heading!r}", heading=column.heading or column_letter(column.column)),
        value=cell.text,
        name=name,
        number=number,
        key=key_of(layout, column),
        own=column.meaning.value,
        meaning=(Meaning.NAME_NUMBER if column.meaning is Meaning.NAME else Meaning.PLAYER_NUMBER).value,
    )
    return at_cell(layout.sheet, cell, column.heading).error("name-with-number", message)


# ------------------------------------------------------------------------------------------- several sizes in one cell


def size_lists(workbook: Workbook, layouts: Sequence[Layout]) -> Iterator[Problem]:
    """An error for each column whose cells name garments with their sizes, and that was not said to be one."""
    for layout in layouts:
        sheet = workbook.sheet(layout.sheet)
        for column in layout.columns:
            if sheet and column.meaning in (Meaning.SIZE, Meaning.IGNORED) and column.fate is not Fate.SET_ASIDE:
                texts = _texts(sheet, layout, column)
                lists = {text: parts for text in set(texts.values()) if len(parts := parts_of(text)) > 1}
                rows = [row for row, text in texts.items() if text in lists]
                if len(rows) >= max(_FEWEST, _MOSTLY * len(texts)):
                    cell = sheet.columns[column.column].cell(rows[0])
                    yield _list_said(layout, column, cell, lists[cell.text])


# -------------------------------------------------------------------------------------- several things, each with its name


def undivided_parts(workbook: Workbook, layouts: Sequence[Layout]) -> Iterator[Problem]:
    """An error for each cell of a column said to hold several things with their names that holds something else."""
    for layout in layouts:
        sheet = workbook.sheet(layout.sheet)
        for column in layout.columns:
            if sheet and column.meaning is Meaning.PARTS:
                rows = _texts(sheet, layout, column)
                yield from (_undivided(layout, column, sheet.columns[column.column].cell(row)) for row in rows)


def _undivided(layout: Layout, column: ColumnReading, cell: Cell) -> Problem:
    message = say(
        "{value!r} is not made of names with what they say, each once, so nobody can tell what is ordered by it. Write it as "
        "the others, such as “Size: M | Number: 7”.",
        value=cell.text,
    )
    return at_cell(layout.sheet, cell, column.heading).error("parts-unclear", message)


def _texts(sheet: Sheet, layout: Layout, column: ColumnReading) -> dict[int, str]:
    """Row -> text of the column's cells in the layout's rows."""
    held = sheet.columns.get(column.column)
    return {row: text for row in layout.rows if (text := held.texts.get(row))} if held else {}


def _list_said(layout: Layout, column: ColumnReading, cell: Cell, parts: Sequence[tuple[str, str]]) -> Problem:
    message = say(
        "In {column} the sizes of several garments stand in one cell: {value!r} may be {parts}. If so: --map "
        '"{key}={meaning}". Or give each garment a column of its own, headed with its name.',
        column=say("column {heading!r}", heading=column.heading or column_letter(column.column)),
        value=cell.text,
        parts=listed([say("{garment} in size {size}", garment=garment, size=size) for garment, size in parts]),
        key=key_of(layout, column),
        meaning=Meaning.SIZE_LIST.value,
    )
    return at_cell(layout.sheet, cell, column.heading).error("sizes-in-one-cell", message)
