"""The Logos sheet: loose items that belong to no row of a roster, and the numbers that one cell of it stands for.

`7` · `1, 7, 10-12` · `2-18` · `01-09` (01, 02 … 09) · `roster` or `all`, in any language of the sheets.
A number is text: 07 is not 7.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_import.check.meant import of_one
from roster_import.check.rows.by_column import RosterRows
from roster_import.check.rows.cell_sentences import before_it_was_a_date, broken, row_problem
from roster_import.check.rows.row import RosterRow
from roster_import.check.written_numbers import digits_only
from roster_import.model.layout import ColumnReading, Layout, LayoutKind, Meaning
from roster_import.model.sheets import heading_key
from roster_import.model.workbook import CellKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell
    from roster_import.recognise.other_sheets import Table


# ------------------------------------------------------------------------------------------------ the rows of the sheet


def logos_layout(table: Table | None) -> tuple[Layout, ...]:
    """The Logos sheet as a layout, for finding its cells."""
    if table is None:
        return ()
    rows = tuple(min(cell.row for cell in row.values()) for row in table.rows)
    columns = tuple(_reading(key, cell) for key, cell in table.columns.items())
    return (Layout(sheet=table.sheet, heading_row=None, kind=LayoutKind.LONG, columns=columns, rows=rows),)


_LOGO_MEANINGS = {
    "logo": Meaning.LOGO,
    "quantity": Meaning.QUANTITY,
    "storage-quantity": Meaning.STORAGE_QUANTITY,
    "text": Meaning.NAME,
    "number": Meaning.NUMBER,
    "order": Meaning.ORDER,
}


def logo_rows(table: Table | None) -> list[RosterRow]:
    """The rows of the Logos sheet, as rows that have a Logo but no design; Text stands where a roster has its Name."""
    if table is None:
        return []
    columns = {_LOGO_MEANINGS[key]: _reading(key, cell) for key, cell in table.columns.items()}
    return [
        RosterRow(
            sheet=table.sheet,
            row=min(cell.row for cell in row.values()),
            cells={_LOGO_MEANINGS[key]: cell for key, cell in row.items()},
            columns=columns,
        )
        for row in table.rows
    ]


def _reading(key: str, heading: Cell) -> ColumnReading:
    return ColumnReading(column=heading.column, heading=heading.text, meaning=_LOGO_MEANINGS[key])


# ---------------------------------------------------------------------------------------------- the numbers of one cell


_ROSTERS = frozenset({
    "roster", "spillerliste", "spillerlisten", "spielerliste", "all", "alle", "every number", "all numbers", "alle numre",
    "alle nummern",
})  # fmt: skip
_RANGE = re.compile(r"([0-9]{1,4})\s*(?:-|–|—|to|bis|til)\s*([0-9]{1,4})")
MOST_NUMBERS = 1000
"""The most numbers one row can stand for: 0 to 999."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """Why a cell names no numbers: the code of the problem, what it is about, and what may have been meant."""

    code: str
    more: str = ""
    suggestion: str | None = None


def numbers_of(text: str) -> tuple[str, ...] | Unclear:
    """The numbers of a list or range, in the order written."""
    listed: list[str] = []
    for part in filter(None, (piece.strip() for piece in re.split(r"[,;]", text))):
        numbers = (part,) if part and digits_only(part) else _range(part)
        if isinstance(numbers, Unclear):
            return numbers
        listed += numbers
    few = len(listed) < MOST_NUMBERS
    twice = [number for number in dict.fromkeys(listed) if listed.count(number) > 1] if few else []
    if twice:
        return Unclear(code="numbers-twice", more=", ".join(twice))
    if len(listed) > MOST_NUMBERS:
        return Unclear(code="numbers-too-many", more=f"{len(listed):,}")
    return tuple(listed) or Unclear(code="numbers-unclear")


def _range(part: str) -> tuple[str, ...] | Unclear:
    ends = _RANGE.fullmatch(part.casefold())
    if ends is None:
        return Unclear(code="numbers-unclear")
    first, last = ends[1], ends[2]
    # 01-09 keeps its zeros; 8-12 has none. What is as wide as the first number has its zeros, if that has any.
    width = len(first) if first.startswith("0") and len(first) > 1 else 0
    if int(first) > int(last):
        return Unclear(code="numbers-backwards", more=part, suggestion=f"{last}-{first}")
    return tuple(f"{number:0{width}d}" for number in range(int(first), int(last) + 1))


# ------------------------------------------------------------------------------------------- the rows of the sheet


def with_numbers(
    rows: Sequence[RosterRow], roster: Sequence[RosterRow], reference: str | None
) -> tuple[list[RosterRow], list[Problem]]:
    """The rows of the Logos sheet, one per number; what names no number is a problem at its cell.

    `roster` are the rows that order garments, `reference` the order of rows that name none.
    """
    carried = _carried(RosterRows.of(roster), reference) if rows else {}
    apart: list[RosterRow] = []
    problems: list[Problem] = []
    for row in rows:
        numbers = _numbers(row, carried, reference)
        if isinstance(numbers, Unclear):
            problems.append(
                row_problem(
                    row,
                    numbers.code,
                    Meaning.NUMBER,
                    more=numbers.more,
                    means=of_one(numbers.suggestion) if numbers.suggestion else None,
                )
            )
        else:
            apart += [_with_number(row, number) for number in numbers] if numbers else [row]
    return apart, problems


def _numbers(row: RosterRow, carried: Mapping[str, Sequence[str]], reference: str | None) -> Sequence[str] | Unclear:
    cell = row.cells.get(Meaning.NUMBER)
    if cell is None or broken(cell) or digits_only(cell.text):
        return ()
    if cell.kind is CellKind.DATE:
        return Unclear(code="number-is-date", suggestion="-".join(before_it_was_a_date(cell)) or None)
    if heading_key(cell.text) in _ROSTERS:
        order = row.text(Meaning.ORDER) or reference or ""
        return carried.get(order) or Unclear(code="numbers-none", more=order)
    if not re.search("[0-9]", cell.text):
        return Unclear(code="numbers-unclear")
    if not re.search(r"[,;\-–—]|[0-9]\s*(?:to|bis|til)\s*[0-9]", cell.text):
        return ()  # one number, if any: judged as such, with what may have been meant
    return numbers_of(cell.text)


def _with_number(row: RosterRow, number: str) -> RosterRow:
    cell = row.cells[Meaning.NUMBER]
    return replace(row, cells={**row.cells, Meaning.NUMBER: replace(cell, text=number, kind=CellKind.TEXT)})


def _carried(roster: RosterRows, reference: str | None) -> dict[str, list[str]]:
    """Order -> each number on its garments once, lowest first; 7 comes before 07."""
    carried: dict[str, set[str]] = {}
    for number, design, order in set(
        zip(*map(roster.texts, (Meaning.NUMBER, Meaning.DESIGN, Meaning.ORDER)), strict=True)
    ):
        if number and digits_only(number) and design:
            carried.setdefault(order or reference or "", set()).add(number)
    return {order: sorted(numbers, key=lambda text: (int(text), len(text))) for order, numbers in carried.items()}


def as_written(problems: Iterable[Problem], rows: Iterable[RosterRow]) -> tuple[Problem, ...]:
    """Problems of rows that stand for several numbers, said once and of the cell as it is."""
    texts = {(row.sheet, cell.address): cell.text for row in rows if (cell := row.cells.get(Meaning.NUMBER))}
    written = (
        replace(problem, value=texts.get((problem.sheet or "", problem.cell or ""), problem.value))
        if problem.value
        else problem
        for problem in problems
    )
    return tuple(dict.fromkeys(written))
