"""What is wrong with a roster sheet as a whole, before its rows are judged one by one.

A column that is missing, no rows, a name column nobody explains, name and number in one cell, characters nobody can see.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.check.rows import layout_meanings
from roster_import.language.messages import character_named, listed, say, say_n
from roster_import.model.layout import Layout, Meaning
from roster_import.model.problem import Place
from roster_import.model.sheets import ROSTER
from roster_import.model.workbook import at_cell, at_heading, column_letter

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.layout import ColumnReading
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet, Workbook


# --------------------------------------------------------------------------------------------------- what a sheet lacks


_HEADINGS = {column.key: column.heading for column in ROSTER.columns}


_PERSON = (Meaning.PLAYER, Meaning.FIRST_NAME, Meaning.LAST_NAME)


def missing_columns(layouts: Sequence[Layout], rows: Sequence[RosterRow]) -> tuple[Problem, ...]:
    """An error for each column without which nothing can be ordered: what, and in which size."""
    problems = []
    for layout in layouts:
        meanings = layout_meanings(layout)
        if not meanings & {Meaning.DESIGN, Meaning.LOGO}:
            problems.append(_column_missing(layout, "design", say("nothing says which garment each row is")))
        designs = any(row.sheet == layout.sheet and row.text(Meaning.DESIGN) for row in rows)
        if designs and Meaning.SIZE not in meanings:
            problems.append(_column_missing(layout, "size", say("a garment cannot be ordered without a size")))
    return tuple(problems)


def _column_missing(layout: Layout, key: str, why: str) -> Problem:
    column = _HEADINGS[key]
    message = say(
        "Sheet {sheet} has no {column} column, and {why}. Add a column headed {column}, or say which one it is with --map "
        '"HEADING={meaning}".',
        sheet=layout.sheet,
        column=column,
        why=why,
        meaning=key,
    )
    return Place(sheet=layout.sheet, row=layout.heading_row, column=str(column)).error("column-missing", message)


def empty_roster(layout: Layout) -> Problem:
    """The error of a roster that has headings and nothing beneath them."""
    message = say("Sheet {sheet} has headings but no rows beneath them. Fill in a row per garment.", sheet=layout.sheet)
    return Place(sheet=layout.sheet, row=layout.heading_row).error("roster-empty", message)


def unclear_name(layout: Layout, rows: Sequence[RosterRow]) -> Problem | None:
    """The question whether a lone name column is printed, where nothing says so: it is never guessed."""
    columns = [column for column in layout.columns if column.meaning in _PERSON]
    if not columns or any(column.meaning is Meaning.NAME for column in layout.columns):
        return None
    if not any(row.text(column.meaning) for row in rows for column in columns):
        return None
    names = _headings(columns)
    message = say(
        "{columns} holds names, and nothing says whether they are printed on the garments. Say so with --print-name "
        "as-written, --print-name surname or --print-name none, or add a column Name with what is printed.",
        columns=names,
    )
    return at_heading(layout, columns[0], names).error("print-name-unclear", message)


def _headings(columns: Sequence[ColumnReading]) -> str:
    return listed([column.heading or say("Column {letter}", letter=column_letter(column.column)) for column in columns])


# -------------------------------------------------------------------------------------- a name and a number in one cell


_PEOPLE = (Meaning.NAME, Meaning.PLAYER, Meaning.LAST_NAME, Meaning.FIRST_NAME)
_NAME = r"(?P<name>[^\W\d_][^\d]*?)"
_NUMBER = r"(?P<number>[0-9]{1,3})"
_BESIDE = r"(?:\s*[(\[][^()\[\]]*[)\]])?"
_BEFORE = re.compile(rf"(?:#|№|nr\.?|no\.?)?\s*{_NUMBER}\s*[-–—.:)/,|]?\s*{_NAME}{_BESIDE}", re.IGNORECASE)
_BEHIND = re.compile(rf"{_NAME}\s*[-–—:/,|(]?\s*(?:#|№|nr\.?|no\.?)?\s*{_NUMBER}\)?{_BESIDE}", re.IGNORECASE)
_FEWEST = 3
_MOSTLY = 0.6  # of the filled cells; and of the names, how many differ: "Player 1, Player 2" are no names


def names_with_numbers(workbook: Workbook, layouts: Sequence[Layout]) -> Iterator[Problem]:
    """An error for each roster whose people's cells hold a number too, while no column does."""
    for layout in layouts:
        sheet = workbook.sheet(layout.sheet)
        if sheet is None or any(column.meaning is Meaning.NUMBER for column in layout.columns):
            continue
        columns = (column for meaning in _PEOPLE for column in layout.columns if column.meaning is meaning)
        yield from (problem for column in columns if (problem := _problem(sheet, layout, column)))


def taken_apart(text: str) -> tuple[str, str] | None:
    """The name and the number of a cell that holds both and nothing else but a remark in brackets."""
    found = _BEFORE.fullmatch(text) or _BEHIND.fullmatch(text)
    return (found["name"].strip(" -–—.:/,|"), found["number"]) if found else None


def _problem(sheet: Sheet, layout: Layout, column: ColumnReading) -> Problem | None:
    cells = [cell for row in layout.rows if (cell := sheet.rows.get(row, {}).get(column.column)) and cell.text]
    both = [(cell, apart) for cell in cells if (apart := taken_apart(cell.text))]
    different = {name.casefold() for _, (name, _) in both}
    if len(both) < max(_FEWEST, _MOSTLY * len(cells)) or len(different) < _MOSTLY * len(both):
        return None
    cell, (name, number) = both[0]
    return _said(layout, column, cell, name, number)


def _said(layout: Layout, column: ColumnReading, cell: Cell, name: str, number: str) -> Problem:
    message = say(
        "In {column} a name and a number stand in one cell, and no column has the numbers alone: {value!r} may be {name!r} with "
        "number {number}. Add a column headed Number, and divide the cells over the two. If the digits belong to the names, "
        "leave the new column empty.",
        column=say("column {heading!r}", heading=column.heading or column_letter(column.column)),
        value=cell.text,
        name=name,
        number=number,
    )
    return at_cell(layout.sheet, cell, column.heading).error("name-with-number", message)


# --------------------------------------------------------------------------------------------------- control characters


_PRINTED = frozenset({Meaning.NAME, Meaning.NUMBER, Meaning.PLACEHOLDER})
_PERSONS = frozenset({Meaning.PLAYER, Meaning.FIRST_NAME, Meaning.LAST_NAME})


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
    meanings = _PRINTED if named else _PRINTED | _PERSONS
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
