"""Which rows of a roster are ordered, where a column says so: `Order?` with a yes, `Has already` without one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.check.rows.cell_answers import AnswerKind, answer_of
from roster_import.check.rows.messages import named, rows_listed
from roster_import.language.messages import listed, say
from roster_import.model.layout import Meaning
from roster_import.model.problem import Place
from roster_import.model.workbook import at_cell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Column

CHOOSES = frozenset({Meaning.ORDER_IF_YES, Meaning.SKIP_IF_YES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The rows that are ordered, and what is to be said of the others."""

    rows: tuple[int, ...]
    problems: tuple[Problem, ...] = ()


def choose(layout: Layout, columns: Mapping[int, Column]) -> Choice:
    """The rows of a layout that its columns choose: all of them where no column does. What is left out is said."""
    choosing = [
        (column, held)
        for column in layout.columns
        if column.meaning in CHOOSES
        if (held := columns.get(column.column)) and not held.texts.keys().isdisjoint(layout.rows)
    ]
    if not choosing:
        return Choice(rows=layout.rows)
    cells = {row: [held.cell(row) if row in held.texts else None for _, held in choosing] for row in layout.rows}
    readings = [column for column, _ in choosing]
    said = {row: [*map(_orders, readings, cells[row])] for row in layout.rows}
    chosen = tuple(row for row, answers in said.items() if all(answers))
    left_out = [row for row, answers in said.items() if False in answers]
    unclear = (
        _unclear(layout, column, cell)
        for row, answers in said.items()
        for column, cell, answer in zip(readings, cells[row], answers, strict=True)
        if answer is None and cell is not None
    )
    problems = (*unclear, *([_left_out(layout, left_out, readings, every=not chosen)] if left_out else []))
    return Choice(rows=chosen, problems=problems)


def _orders(column: ColumnReading, cell: Cell | None) -> bool | None:
    """Whether the cell lets the row be ordered; None where it says neither yes nor no."""
    answer = answer_of(cell)
    if answer.kind in (AnswerKind.UNCLEAR, AnswerKind.BROKEN) or answer.count > 1:
        return None
    return answer.wanted is (column.meaning is Meaning.ORDER_IF_YES)


def _unclear(layout: Layout, column: ColumnReading, cell: Cell) -> Problem:
    message = say(
        "{text!r} under {column} says neither yes nor no, so nobody knows whether the row is ordered. Write yes or no.",
        text=cell.written,
        column=named(column),
    )
    return at_cell(layout.sheet, cell, column.heading).error("choice-unclear", message)


def _left_out(layout: Layout, rows: Sequence[int], columns: Sequence[ColumnReading], *, every: bool) -> Problem:
    headings = listed([named(column) for column in columns])
    where = Place(sheet=layout.sheet, row=rows[0], column=columns[0].heading or None)
    if every:
        message = say(
            "No row of sheet {sheet} is ordered, because of {columns}. Change the cells of the rows that should be.",
            sheet=layout.sheet,
            columns=headings,
        )
        return where.error("rows-not-chosen", message)
    message = say(
        "Nothing is ordered from {rows} of sheet {sheet}, because of {columns}. If one of them should be ordered, change "
        "its cell.",
        rows=rows_listed(rows),
        sheet=layout.sheet,
        columns=headings,
    )
    return where.warning("rows-not-chosen", message)
