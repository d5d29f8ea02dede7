"""A cell joined with those beside it, which are of other garments: one size for shirt and shorts, written in the middle."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from roster_import.check.rows.messages import named
from roster_import.language.messages import listed, say_n
from roster_import.model.problem import Origin
from roster_import.model.workbook import at_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from roster_import.check.rows.column_plans import Garment, Plan
    from roster_import.model.layout import ColumnReading
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Column, Sheet


def filled_across(columns: Mapping[int, Column], plan: Plan, rows: Sequence[int]) -> dict[int, Column]:
    """The columns, where a joined cell says the same of every garment whose column it covers."""
    filled = dict(columns)
    for cell, covered in _joined(columns, plan, rows):
        held = set(rows).intersection(range(cell.row, cell.merged[0] + 1 if cell.merged else 0))
        for number in covered:
            if column := _with(filled.get(number), cell, held):
                filled[number] = column
    return filled


def joined_warnings(sheet: Sheet, plan: Plan, rows: Sequence[int]) -> Iterator[Problem]:
    """A warning, once for the columns they cover, of the cells that are taken for several columns, or for the first alone."""
    used = {column.column: column for column in plan.used}
    shared: dict[tuple[int, ...], list[Cell]] = {}
    alone: dict[tuple[int, ...], list[Cell]] = {}
    taken = {cell.address: covered for cell, covered in _joined(sheet.columns, plan, rows)}
    for cell in _merged(sheet.columns, sorted(used), rows):
        covered = taken.get(cell.address, ())
        others = tuple(at for at in range(cell.column + 1, _last(cell) + 1) if at in used and at not in covered)
        for of, cells in ((covered, shared), (others, alone)):
            if of:
                cells.setdefault((cell.column, *of), []).append(cell)
    for sort, said in ((shared, _shared), (alone, _alone)):
        yield from (said(sheet, [used[number] for number in numbers], cells) for numbers, cells in sort.items())


def _merged(columns: Mapping[int, Column], numbers: Iterable[int], rows: Sequence[int]) -> Iterator[Cell]:
    """The cells of these rows that are joined with what stands to their right."""
    held = set(rows)
    for number in numbers:
        for cell in columns[number].odd.values() if number in columns else ():
            if cell.row in held and _last(cell) > number:
                yield cell


def _last(cell: Cell) -> int:
    return cell.merged[1] if cell.merged else cell.column


def _joined(columns: Mapping[int, Column], plan: Plan, rows: Sequence[int]) -> Iterator[tuple[Cell, tuple[int, ...]]]:
    """Each joined cell of a garment, and the columns of other garments to its right that it covers."""
    parts = {column.column: (column.meaning, garment.of) for column, garment in _of_garments(plan)}
    for cell in _merged(columns, sorted(parts), rows):
        meaning, of = parts[cell.column]
        beside = range(cell.column + 1, _last(cell) + 1)
        if covered := tuple(at for at in beside if at in parts and parts[at][0] is meaning and parts[at][1] != of):
            yield cell, covered


def _of_garments(plan: Plan) -> Iterator[tuple[ColumnReading, Garment]]:
    """The columns that are of one garment alone: how many, or in which size."""
    for garment in plan.garments:
        sizes = garment.sizes if garment.own_size else ()
        yield from ((column, garment) for column in chain((garment.mark,) if garment.mark else (), sizes))


def _with(column: Column | None, cell: Cell, rows: set[int]) -> Column | None:
    if column is None:
        return None
    empty = sorted(rows - column.texts.keys())
    texts = {**column.texts, **dict.fromkeys(empty, cell.text)}
    return replace(column, texts=texts, odd={**column.odd, **dict.fromkeys(empty, cell)})


def _shared(sheet: Sheet, columns: Sequence[ColumnReading], cells: Sequence[Cell]) -> Problem:
    message = say_n(
        "{cells} on sheet {sheet} is joined with what stands beside it, so it is taken for each of {columns}. If it is of one "
        "alone, unmerge the cell and write there what is wanted.",
        "{cells} on sheet {sheet} are joined with what stands beside them, so each is taken for {columns} alike. Where it is of "
        "one alone, unmerge the cell and write there what is wanted.",
        len(cells),
        cells=listed([cell.address for cell in cells]),
        sheet=sheet.name,
        columns=listed([named(column) for column in columns]),
    )
    return _problem(sheet, columns[0], cells, message)


def _alone(sheet: Sheet, columns: Sequence[ColumnReading], cells: Sequence[Cell]) -> Problem:
    message = say_n(
        "{cells} on sheet {sheet} is joined with what stands beside it, and is taken for {column} alone: nothing stands there "
        "under {others}. If it is meant for more than that, unmerge the cell and fill in each.",
        "{cells} on sheet {sheet} are joined with what stands beside them, and are taken for {column} alone: nothing stands "
        "there under {others}. If they are meant for more than that, unmerge the cells and fill in each.",
        len(cells),
        cells=listed([cell.address for cell in cells]),
        sheet=sheet.name,
        column=named(columns[0]),
        others=listed([named(column) for column in columns[1:]]),
    )
    return _problem(sheet, columns[0], cells, message)


def _problem(sheet: Sheet, column: ColumnReading, cells: Sequence[Cell], message: str) -> Problem:
    also = tuple(Origin(sheet=sheet.name, row=cell.row) for cell in cells[1:])
    return at_cell(sheet.name, cells[0], column.heading).problem("warning", "cells-joined", message, also=also)
