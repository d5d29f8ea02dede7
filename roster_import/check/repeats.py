"""What would be ordered twice, or passed over, if nobody said so: repeated sheets and columns, labels and orders unused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.language.messages import meant, say
from roster_import.model.columns import column_by_heading, heading_key
from roster_import.model.layout import Meaning
from roster_import.model.problem import Place
from roster_import.model.sheets import ORDER
from roster_import.model.workbook import at_cell, at_heading, column_letter
from roster_import.recognise.other_sheets import LABELS, near_label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from roster_import.check.order_details import Source
    from roster_import.check.rows.row import RosterRow
    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.order import Line
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet, Workbook
    from roster_import.recognise.other_sheets import OrderSheet

_TOO_ALIKE = 0.5  # of the smaller sheet's rows that the other one has, too


def repeated_sheets(lines: Sequence[Line]) -> tuple[Problem, ...]:
    """An error where two sheets order the same things for the same people, as last year's beside this year's does."""
    by_sheet: dict[str, set[tuple[object, ...]]] = {}
    for line in lines:
        if line.designs and (line.player or line.name):
            by_sheet.setdefault(line.origin.sheet, set()).add((line.player or line.name, line.designs, line.reference))
    sheets = list(by_sheet)
    pairs = [(one, other) for at, one in enumerate(sheets) for other in sheets[at + 1 :]]
    return tuple(_repeats(one, other, by_sheet) for one, other in pairs if _alike(by_sheet[one], by_sheet[other]))


def _alike(one: set[tuple[object, ...]], other: set[tuple[object, ...]]) -> bool:
    return len(one & other) > _TOO_ALIKE * min(len(one), len(other))


def _repeats(one: str, other: str, by_sheet: Mapping[str, set[tuple[object, ...]]]) -> Problem:
    same = len(by_sheet[one] & by_sheet[other])
    message = say(
        "Sheets {one} and {other} both order for the same {count} people, so each would be ordered twice. Say "
        'which one is meant with --sheet "{one}", or delete the other.',
        one=one,
        other=other,
        count=same,
    )
    return Place(sheet=other).error("sheets-repeat", message)


def repeated_columns(workbook: Workbook, layouts: Iterable[Layout]) -> tuple[Problem, ...]:
    """An error for every column that says something else than another of the same heading, and would be passed over."""
    return tuple(
        problem
        for layout in layouts
        if (sheet := workbook.sheet(layout.sheet))
        for problem in _repeated_in(sheet, layout)
    )


def _repeated_in(sheet: Sheet, layout: Layout) -> Iterable[Problem]:
    used: dict[str, ColumnReading] = {}
    for column in sorted(layout.columns, key=lambda column: column.meaning is Meaning.IGNORED):
        key = heading_key(column.heading)
        first = used.setdefault(key, column) if key else column
        again = column.meaning in (Meaning.IGNORED, Meaning.PLACEHOLDER) and first.meaning is not Meaning.IGNORED
        if first is not column and again and _differ(sheet, layout, first, column):
            yield _twice(layout, first, column)


def _differ(sheet: Sheet, layout: Layout, one: ColumnReading, other: ColumnReading) -> bool:
    pairs = ((sheet.text(row, one.column), sheet.text(row, other.column)) for row in layout.rows)
    return any(right and left != right for left, right in pairs)


def _twice(layout: Layout, first: ColumnReading, column: ColumnReading) -> Problem:
    one, other = column_letter(first.column), column_letter(column.column)
    message = say(
        "Columns {one} and {other} are both headed {heading} and say different things. Only one can be "
        'meant: rename or empty the other, or say --map "{other}=ignored".',
        one=one,
        other=other,
        heading=column.heading,
    )
    return at_heading(layout, column).error("column-twice", message)


def once_for_blocks(problems: Iterable[Problem], layouts: Iterable[Layout]) -> tuple[Problem, ...]:
    """The problems, what is wrong with a heading said at its first place: every block of a sheet may have it again."""
    headings = {(layout.sheet, layout.heading_row) for layout in layouts}
    first: dict[Problem, int | None] = {}

    def is_first(problem: Problem) -> bool:
        if (problem.sheet, problem.row) not in headings:
            return True
        return first.setdefault(replace(problem, row=None, cell=None), problem.row) == problem.row

    return tuple(filter(is_first, problems))


# -------------------------------------------------------------------------------------------------- the references


def with_reference(rows: Sequence[RosterRow], reference: str | None) -> tuple[list[RosterRow], tuple[Problem, ...]]:
    """The rows under the reference of the option, where it can only mean all of them; and what is to be said of that."""
    named = {row.text(Meaning.ORDER): row for row in reversed(rows) if row.text(Meaning.ORDER)}
    if reference is None or not named or set(named) == {reference}:
        return list(rows), ()
    first = next(iter(reversed(named.values())))
    if len(named) > 1:
        message = say(
            "--reference {reference} names one order, but the rows belong to {count}: {names}. Leave the option out.",
            reference=reference,
            count=len(named),
            names=", ".join(sorted(named)),
        )
        return list(rows), (first.problem("reference-ambiguous", message, Meaning.ORDER),)
    message = say(
        "The rows say {text!r}, the order is placed as {reference!r}, as --reference asks.",
        text=first.text(Meaning.ORDER),
        reference=reference,
    )
    warning = first.problem("reference-replaced", message, Meaning.ORDER, level="warning")
    return [row.without(Meaning.ORDER) for row in rows], (warning,)


def unused_orders(given: Sequence[Source], lines: Sequence[Line], reference: str | None) -> tuple[Problem, ...]:
    """A warning for every reference of the Order sheet that no row belongs to."""
    used = {line.reference for line in lines}
    cells = [(source, cell) for source in given if (cell := source.reference)]
    return tuple(
        at_cell(source.sheet, cell, "Reference").warning(
            "order-without-rows",
            say("No row belongs to order {text!r}, so nothing is ordered under it.", text=cell.text),
        )
        for source, cell in cells
        if lines and cell.text not in used and reference is None
    )


# ---------------------------------------------------------------------------------------------------- the Order sheet


def unused_labels(sheet: Sheet | None, order: OrderSheet | None) -> tuple[Problem, ...]:
    """A warning for every label of the Order sheet whose value is not used: unknown ones, and those given twice."""
    if sheet is None or order is None:
        return ()
    known = column_by_heading(ORDER.columns)
    if not order.places:
        return _unused_columns(sheet, known)
    labels = [cell for cell in sheet.cells if heading_key(cell.text) in known]
    columns = {cell.column for cell in labels}
    values = {cell.address for row in order.rows for cell in row.values()}
    found = []
    for cell in sheet.cells:
        beside = _beside(sheet, cell)
        if cell.column not in columns or beside is None or cell.address in values or beside.address in values:
            continue
        if heading_key(beside.text) not in known:
            found.append(_unused(sheet, cell, beside, twice=heading_key(cell.text) in known))
    return tuple(found)


def _unused_columns(sheet: Sheet, known: Collection[str]) -> tuple[Problem, ...]:
    """A warning for every column of an Order sheet with a row per order whose heading says nothing."""
    heads = (
        row for row, cells in sheet.rows.items() if sum(heading_key(one.text) in known for one in cells.values()) > 1
    )
    row = next(heads, None)
    found = []
    for column, cell in sheet.rows[row].items() if row is not None else ():
        below = [one for one in sheet.cells if one.column == column and one.row > cell.row and one.text]
        if heading_key(cell.text) not in known and cell.text and below:
            found.append(_unused(sheet, cell, below[0], twice=False))
    return tuple(found)


def _beside(sheet: Sheet, cell: Cell) -> Cell | None:
    right = [other for at, other in sorted(sheet.rows[cell.row].items()) if at > cell.column and other.text]
    return right[0] if right and cell.text else None


def _unused(sheet: Sheet, label: Cell, value: Cell, *, twice: bool) -> Problem:
    key = None if twice else near_label(label.text)
    near = LABELS[key] if key else None
    message = (
        say("{label!r} stands here a second time, so {value!r} is not used.", label=label.text, value=value.text)
        if twice
        else say(
            "{label!r} is no label of the Order sheet, so {value!r} is not used.", label=label.text, value=value.text
        )
    )
    place = replace(at_cell(sheet.name, label, label.text), value=value.text)
    return place.warning("label-unused", meant(message, near), near)
