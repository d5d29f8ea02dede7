"""Cells that hold several things, where no column has them apart: a name and a number, the sizes of several garments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.check.numbered_names import are_counted
from roster_import.check.rows.messages import key_of
from roster_import.check.rows.name_and_number import JOINED, taken_apart
from roster_import.check.rows.size_list import parts_of
from roster_import.language.messages import listed, say
from roster_import.model.layout import Candidate, Fate, Meaning, Question
from roster_import.model.workbook import at_cell, column_letter
from roster_import.recognise.answer_sentences import in_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from roster_import.check.recognised import Recognised
    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet, Workbook

_NUMBERED = frozenset({Meaning.NUMBER, *JOINED})
_PEOPLE = (Meaning.NAME, Meaning.PLAYER, Meaning.LAST_NAME, Meaning.FIRST_NAME)
_FEWEST = 2
JOINED_CODES = frozenset({"name-with-number", "sizes-in-one-cell"})
_MOSTLY = 0.6  # of the filled cells; and of the names, how many differ: "Player 1, Player 2" are no names


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedCells:
    """A column whose cells hold several things: the error that says so, and what a person is asked instead."""

    problem: Problem
    question: Question


def joined_questions(recognised: Recognised) -> Iterator[Question]:
    """The questions about columns whose cells hold several things, where what the columns are is clear."""
    if not recognised.is_unclear:
        for joined in (
            *names_with_numbers(recognised.data, recognised.layouts, recognised.options.mapping),
            *size_lists(recognised.data, recognised.layouts),
        ):
            yield joined.question


# ---------------------------------------------------------------------------------------- a name and a number in one cell


def names_with_numbers(
    workbook: Workbook, layouts: Sequence[Layout], answered: Collection[str] = ()
) -> Iterator[JoinedCells]:
    """The columns of people whose cells hold a number too, of rosters where no column does, or an empty one.

    A column that is `answered`, by its heading or letter, holds what was said.
    """
    for layout in layouts:
        sheet = workbook.sheet(layout.sheet)
        if sheet is None or any(_holds_numbers(sheet, layout, column) for column in layout.columns):
            continue
        open_ = [column for column in layout.columns if answered_by(column).isdisjoint(answered)]
        columns = (column for meaning in _PEOPLE for column in open_ if column.meaning is meaning)
        yield from (joined for column in columns if (joined := _name_with_number(sheet, layout, column)))


def answered_by(column: ColumnReading) -> frozenset[str]:
    """What an answer may name the column by."""
    return frozenset({column.heading, column_letter(column.column)})


def _holds_numbers(sheet: Sheet, layout: Layout, column: ColumnReading) -> bool:
    filled = column.meaning in JOINED or bool(_texts(sheet, layout, column))
    return column.meaning in _NUMBERED and filled


def _name_with_number(sheet: Sheet, layout: Layout, column: ColumnReading) -> JoinedCells | None:
    texts = _texts(sheet, layout, column)
    apart = {text: parts for text in set(texts.values()) if (parts := taken_apart(text))}
    both = [row for row, text in texts.items() if text in apart]
    different = {name.casefold() for name, _ in apart.values()}
    if len(both) < max(_FEWEST, _MOSTLY * len(texts)) or len(different) < _MOSTLY * len(both):
        return None
    cell = sheet.columns[column.column].cell(both[0])
    meaning = Meaning.NAME_NUMBER if column.meaning is Meaning.NAME else Meaning.PLAYER_NUMBER
    counted = are_counted(list(texts.values()))
    message = _name_said(layout, column, meaning, cell.text, *apart[cell.text], counted=counted)
    problem = at_cell(layout.sheet, cell, column.heading).error("name-with-number", message)
    return JoinedCells(problem=problem, question=_question(layout, column, cell, meaning, column.meaning))


def _name_said(
    layout: Layout, column: ColumnReading, meaning: Meaning, text: str, name: str, number: str, *, counted: bool
) -> str:
    parts = {
        "column": say("column {heading!r}", heading=column.heading or column_letter(column.column)),
        "value": text,
        "name": name,
        "number": number,
        "key": key_of(layout, column),
        "own": column.meaning.value,
        "meaning": meaning.value,
    }
    if counted:
        return say(
            "In {column} a number stands before each name, and no column has the numbers alone: {value!r} may be {name!r} with "
            'number {number}. If so: --map "{key}={meaning}". If the numbers only count the players: --map "{key}={own}". Or '
            "divide the cells over two columns, the second headed Number.",
            **parts,
        )
    return say(
        "In {column} a name and a number stand in one cell, and no column has the numbers alone: {value!r} may be {name!r} with "
        'number {number}. If so: --map "{key}={meaning}". If the digits belong to the names: --map "{key}={own}". Or divide '
        "the cells over two columns, the second headed Number.",
        **parts,
    )


def _question(layout: Layout, column: ColumnReading, cell: Cell, *answers: Meaning) -> Question:
    return Question(
        sheet=layout.sheet,
        column=column.column,
        heading=column.heading,
        heading_row=layout.heading_row,
        samples=(cell.text,),
        candidates=tuple(in_words(Candidate(meaning=meaning), counts=False) for meaning in answers),
        key=key_of(layout, column),
    )


# ------------------------------------------------------------------------------------------- several sizes in one cell


def size_lists(workbook: Workbook, layouts: Sequence[Layout]) -> Iterator[JoinedCells]:
    """The columns whose cells name garments with their sizes, that were not said to do so and are not asked about anyway."""
    for layout in layouts:
        sheet = workbook.sheet(layout.sheet)
        for column in layout.columns:
            unsaid = column.meaning in (Meaning.SIZE, Meaning.IGNORED) and column.fate in (Fate.ORDERED, Fate.NO_PART)
            if sheet and unsaid and (joined := _size_list(sheet, layout, column)):
                yield joined


def _size_list(sheet: Sheet, layout: Layout, column: ColumnReading) -> JoinedCells | None:
    texts = _texts(sheet, layout, column)
    lists = {text: parts for text in set(texts.values()) if len(parts := parts_of(text)) > 1}
    rows = [row for row, text in texts.items() if text in lists]
    if len(rows) < max(_FEWEST, _MOSTLY * len(texts)):
        return None
    cell = sheet.columns[column.column].cell(rows[0])
    message = _list_said(layout, column, cell.text, lists[cell.text])
    problem = at_cell(layout.sheet, cell, column.heading).error("sizes-in-one-cell", message)
    return JoinedCells(problem=problem, question=_question(layout, column, cell, Meaning.SIZE_LIST, Meaning.IGNORED))


def _list_said(layout: Layout, column: ColumnReading, text: str, parts: Sequence[tuple[str, str]]) -> str:
    return say(
        "In {column} the sizes of several garments stand in one cell: {value!r} may be {parts}. If so: --map "
        '"{key}={meaning}". Or give each garment a column of its own, headed with its name.',
        column=say("column {heading!r}", heading=column.heading or column_letter(column.column)),
        value=text,
        parts=listed([say("{garment} in size {size}", garment=garment, size=size) for garment, size in parts]),
        key=key_of(layout, column),
        meaning=Meaning.SIZE_LIST.value,
    )


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
