"""What stands on the Order sheet and is not used: labels that nobody knows, and those given twice."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from roster_import.language.messages import meant, say
from roster_import.model.sheets import ORDER, column_by_heading, heading_key
from roster_import.model.workbook import at_cell
from roster_import.recognise.other_sheets import LABELS, is_street, near_label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from roster_import.model.problem import Problem
    from roster_import.model.sheets import Column
    from roster_import.model.workbook import Cell, Sheet
    from roster_import.recognise.other_sheets import OrderSheet

_STREET = "delivery-address"
_PLACES = frozenset({_STREET, "delivery-zip", "delivery-city", "delivery-country"})


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
    used = {known[heading_key(cell.text)].key: cell for cell in reversed(labels) if _is_used(sheet, cell, values)}
    problems: list[Problem] = []
    for cell in sheet.cells:
        beside = _beside(sheet, cell)
        if cell.column not in columns or beside is None or cell.address in values or beside.address in values:
            continue
        if heading_key(beside.text) not in known:
            again = known.get(heading_key(cell.text))
            first = used.get(again.key) if again else None
            told = _beside(sheet, first) if first else None
            if again and first and told:
                problems += _said_again(sheet, (cell, beside), (first, told), key=again.key)
            else:
                problems.append(_unused(sheet, cell, beside, twice=bool(again)))
    return tuple(problems)


def _is_used(sheet: Sheet, label: Cell, values: Collection[str]) -> bool:
    beside = _beside(sheet, label)
    return beside is not None and beside.address in values


def _said_again(sheet: Sheet, again: tuple[Cell, Cell], used: tuple[Cell, Cell], *, key: str) -> Iterator[Problem]:
    """What is said of a label with its value that means what the used one means; nothing where both say the same."""
    (label, value), (first, told) = again, used
    if heading_key(told.text) == heading_key(value.text):
        return
    if key in _PLACES and (key != _STREET or is_street(told.text) == is_street(value.text)):
        yield _two_places(sheet, again, used)
    elif heading_key(first.text) == heading_key(label.text):
        yield _unused(sheet, label, value, twice=True)
    else:
        message = say(
            "{label!r} says the same as {first!r} at {place}, so {value!r} is not used. Leave the one that is meant.",
            label=label.text,
            first=first.text,
            place=first.address,
            value=value.text,
        )
        yield replace(at_cell(sheet.name, label, label.text), value=value.text).warning("label-unused", message)


def _two_places(sheet: Sheet, again: tuple[Cell, Cell], used: tuple[Cell, Cell]) -> Problem:
    (label, value), (first, told) = again, used
    message = say(
        "{label!r} says {value!r}, and {first!r} at {place} says {used!r}: the order can be sent to one of them only. Delete "
        "the one that is not meant.",
        label=label.text,
        value=value.text,
        first=first.text,
        place=first.address,
        used=told.text,
    )
    return replace(at_cell(sheet.name, label, label.text), value=value.text).error("address-twice", message)


def _unused_columns(sheet: Sheet, known: Mapping[str, Column]) -> tuple[Problem, ...]:
    """What is said of every column of an Order sheet with a row per order whose heading says nothing, or nothing new."""
    heads = (
        row
        for row, cells in sheet.rows.items()
        if sum(heading_key(beneath.text) in known for beneath in cells.values()) > 1
    )
    row = next(heads, None)
    problems: list[Problem] = []
    used: dict[str, Cell] = {}
    for column, cell in sheet.rows[row].items() if row is not None else ():
        below = [
            beneath for beneath in sheet.cells if beneath.column == column and beneath.row > cell.row and beneath.text
        ]
        label = known.get(heading_key(cell.text))
        first = used.setdefault(label.key, cell) if label else cell
        if label is None and cell.text and below:
            problems.append(_unused(sheet, cell, below[0], twice=False))
        elif label and first is not cell:
            pairs = ((beneath, sheet.rows[beneath.row].get(first.column)) for beneath in below)
            differing = ((value, told) for value, told in pairs if not told or told.text != value.text)
            for value, told in islice(differing, 1):
                problems += _said_again(sheet, (cell, value), (first, told or value), key=label.key)
    return tuple(problems)


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
