"""What stands on the Order sheet and is not used: labels that nobody knows, those given twice, and what is behind a value."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from roster_import.check.countries import country_code
from roster_import.check.unused_columns import unused_columns
from roster_import.language.messages import listed, meant, say, say_n
from roster_import.model.sheets import ORDER, column_by_heading, heading_key
from roster_import.model.workbook import at_cell
from roster_import.recognise.order_values import LABELS, is_street, near_label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from roster_import.model.problem import Problem
    from roster_import.model.sheets import Column
    from roster_import.model.workbook import Cell, Sheet
    from roster_import.recognise.order_values import Behind, OrderSheet

_STREET = "delivery-address"
_BRACKETS = ("(", "[", "（")
_PLACES = frozenset({_STREET, "delivery-zip", "delivery-city", "delivery-country"})


def unused_labels(sheet: Sheet | None, order: OrderSheet | None) -> tuple[Problem, ...]:
    """What is said of all that the Order sheet holds and the orders do not have."""
    if sheet is None or order is None:
        return ()
    known = column_by_heading(ORDER.columns)
    if not order.labels:
        return _unused_columns(sheet, known)
    return (*_unused_values(sheet, order, known), *chain.from_iterable(_behind(sheet, each) for each in order.behind))


def _unused_values(sheet: Sheet, order: OrderSheet, known: Mapping[str, Column]) -> Iterator[Problem]:
    """A warning for every label whose value is not used: unknown ones, and those given twice."""
    labels = [cell for cell in sheet.cells if cell.address in order.labels]
    columns = {cell.column for cell in labels}
    values = {cell.address for row in order.rows for cell in row.values()}
    used = {known[heading_key(cell.text)].key: cell for cell in reversed(labels) if _is_used(sheet, cell, values)}
    for cell in sheet.cells:
        beside = _beside(sheet, cell)
        if cell.column not in columns or beside is None or cell.address in values or beside.address in values:
            continue
        if beside.address not in order.labels:
            again = known.get(heading_key(cell.text))
            first = used.get(again.key) if again else None
            told = _beside(sheet, first) if first else None
            if again and first and told:
                yield from _said_again(sheet, (cell, beside), (first, told), key=again.key)
            else:
                yield _unused(sheet, cell, beside, twice=bool(again))


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


def _behind(sheet: Sheet, behind: Behind) -> Iterator[Problem]:
    """What is said of the cells behind a value: the first is used, and where another place may be meant, a person must say."""
    others = [cell for cell in behind.cells if not _is_same(behind, cell)]
    places = [cell for cell in others if _is_other_place(behind, cell)]
    if places:
        yield _place_behind(sheet, behind, places[0])
    unused = [cell for cell in others if cell not in places]
    if unused:
        message = say_n(
            "{label!r} is {value!r}, the first cell beside it; {cells} is not used. Delete what is not meant.",
            "{label!r} is {value!r}, the first cell beside it; {cells} are not used. Delete what is not meant.",
            len(unused),
            label=behind.label.text,
            value=behind.value.text,
            cells=listed([say("{text!r} ({address})", text=cell.text, address=cell.address) for cell in unused]),
        )
        yield at_cell(sheet.name, unused[0], behind.label.text).warning("value-unused", message)


def _place_behind(sheet: Sheet, behind: Behind, other: Cell) -> Problem:
    message = say(
        "{label!r} says {value!r} and, at {address}, {other!r}: an order can be sent to one of them only. Delete the one that is "
        "not meant; if each column is an order of its own, fill in its Reference and its whole address.",
        label=behind.label.text,
        value=behind.value.text,
        address=other.address,
        other=other.text,
    )
    return at_cell(sheet.name, other, behind.label.text).error("address-twice", message)


def _is_same(behind: Behind, cell: Cell) -> bool:
    """Whether a cell says what the value says already."""
    one, other = behind.value.text, cell.text
    same_country = behind.key == "delivery-country" and country_code(one) == country_code(other) is not None
    return heading_key(one) == heading_key(other) or same_country


def _is_other_place(behind: Behind, cell: Cell) -> bool:
    """Whether a cell behind a value may be another place to send it to; what stands in brackets is a remark."""
    if behind.key not in _PLACES or cell.text[:1] in _BRACKETS:
        return False
    if behind.key == "delivery-country":
        return country_code(cell.text) is not None
    if behind.key == "delivery-zip":
        return any(char.isdigit() for char in cell.text)
    return behind.key != _STREET or is_street(cell.text) or not is_street(behind.value.text)


def _unused_columns(sheet: Sheet, known: Mapping[str, Column]) -> tuple[Problem, ...]:
    """What is said of every column of an Order sheet with a row per order whose heading says nothing, or nothing new."""
    heads = (
        row
        for row, cells in sheet.rows.items()
        if sum(heading_key(beneath.text) in known for beneath in cells.values()) > 1
    )
    row = next(heads, None)
    problems: list[Problem] = []
    for column in unused_columns(sheet, row, known) if row is not None else ():
        if column.heading and column.again is None:
            problems.append(_unused(sheet, column.heading, column.cells[0], twice=False))
        elif column.heading and column.again:
            key, first = column.again
            for value, told in islice(column.differing(sheet), 1):
                problems += _said_again(sheet, (column.heading, value), (first, told or value), key=key)
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
