"""The values beside the labels of an Order sheet: of one order, or of several that have a column each."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from roster_import.model.sheets import ORDER, column_by_heading, heading_key
from roster_import.model.workbook import cell_address

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from roster_import.model.workbook import Cell, Column, Sheet

_LABEL_AND_VALUE = 2
_LONGEST_STREET = 200  # letters
_HOUSE_NUMBER = re.compile(
    r"^[1-9]\d{0,3}[a-zA-Z]?,? [^\W\d_]"
    r"|[^\W_][.,]? (?!(?:1[89]|20)\d\d(?!\d))[1-9]\d{0,3} ?(?:bis|ter|[a-zA-Z])?(?: ?[-–/+] ?\d{1,4}[a-zA-Z]?)?(?:,|$)"
    r"|[^\W\d_]\.[1-9]\d{0,2}[a-zA-Z]?(?:,|$)|丁目|番地"
)
_REFERENCE, _NAME, _STREET = "reference", "delivery-name", "delivery-address"
_ADDRESS = frozenset({_NAME, _STREET, "delivery-zip", "delivery-city", "delivery-country"})
_MOST_ORDERS = 100  # side by side; nobody has more
_LONGEST_LABEL = 100  # characters
_NEAR_WORD = 0.6  # of the letters of each of its words
_A_DAY = re.compile(r"(?:dat(?:um|o|e)|week|woche|vecka|uge|termin|tid|time)$")
_NEAR = 0.78  # of the letters: enough for a slip, too much for another word

LABELS = {column.key: column.heading for column in ORDER.columns}
"""The template's labels of the Order sheet, by their keys."""

Labels = Mapping[tuple[int, int], str]
"""The row and the column of a label -> its key, in reading order."""

_Right = Mapping[tuple[int, int], list["Cell"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """Cells behind the value of a label, which stand for nothing; `key` is the label's."""

    key: str
    label: Cell
    value: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSheet:
    """The Order sheet: one row of fields per order, and where the value of each label belongs, unless its labels are headings.

    `labels` are the addresses of the labels that have their values beside them, `near` the cells that are nearly a label which
    the sheet does not have, by its key.
    """

    sheet: str
    rows: tuple[Mapping[str, Cell], ...]
    places: tuple[Mapping[str, str], ...] = ()
    near: Mapping[str, Cell] = field(default_factory=dict)
    labels: frozenset[str] = frozenset()
    behind: tuple[Behind, ...] = ()


def labels_and_values(sheet: Sheet, labels: Labels) -> OrderSheet:
    """The Order sheet whose labels have their values beside them."""
    labels = _without_values(sheet, labels)
    orders = _orders(sheet, labels)
    labels = {at: key for at, key in labels.items() if not orders.holds(at, labels)}
    right = _right_of(sheet, labels)
    rows = tuple(_fields(right, labels, orders, at) for at in orders.columns or (None,))
    places = tuple(_places(labels, orders, at) for at in orders.columns or (None,))
    columns = [sheet.columns[number] for number in sorted({number for _, number in labels})]
    others = sorted((row, column.number) for column in columns for row in column.texts)
    return OrderSheet(
        sheet=sheet.name,
        rows=rows,
        places=places,
        near=near_labels(_with_value(sheet, [at for at in others if at not in labels]), places[0]),
        labels=frozenset(cell_address(*at) for at in labels),
        behind=tuple(_behind(sheet, labels, right, orders, rows)),
    )


# ------------------------------------------------------------------------------------------ values that read like labels


def _without_values(sheet: Sheet, labels: Labels) -> Labels:
    """The labels without the values that read like one: a club called Club.

    They stand alone beside a label, or where the values of the other labels stand.
    """
    beside = _beside(sheet, labels)
    values_at = _value_columns(beside, labels)
    headings = {row for row in {row for row, _ in labels} if _is_heading_row(sheet, labels, row)}
    values: set[tuple[int, int]] = set()
    for (row, column), at in beside.items():
        alone = sheet.rows.widths[row] == _LABEL_AND_VALUE and at == column + 1
        if (row, column) not in values and (alone or (at in values_at and row not in headings)):
            values.add((row, at))
    return {at: key for at, key in labels.items() if at not in values}


def _beside(sheet: Sheet, labels: Labels) -> dict[tuple[int, int], int]:
    """The place of each label -> the filled column next to it on the right, if there is one."""
    rows = {row: sorted(sheet.rows[row]) for row in dict.fromkeys(row for row, _ in labels)}
    pairs = (((row, column), at) for row, columns in rows.items() for column, at in pairwise(columns))
    return {at: beside for at, beside in pairs if at in labels}


def _value_columns(beside: Mapping[tuple[int, int], int], labels: Labels) -> set[int]:
    """The columns of which most cells right beside a label are none themselves."""
    values = Counter(at for (row, _), at in beside.items() if (row, at) not in labels)
    others = Counter(at for (row, _), at in beside.items() if (row, at) in labels)
    return {column for column, count in values.items() if count > others[column]}


def _is_heading_row(sheet: Sheet, labels: Labels, row: int) -> bool:
    """Whether a row is of headings: each of its cells is another label."""
    keys = [labels.get((row, column)) for column in sheet.rows[row]]
    return len(keys) > _LABEL_AND_VALUE and None not in keys and len(set(keys)) == len(keys)


# -------------------------------------------------------------------------------------------------- a column per order


@dataclass(frozen=True, slots=True, kw_only=True)
class _Orders:
    """The columns of several orders, and that of the labels they all have; none where the sheet is of one order."""

    labels: int = 0
    columns: tuple[int, ...] = ()

    def holds(self, at: tuple[int, int], labels: Labels) -> bool:
        """Whether a cell that reads like a label is a value of one of them."""
        row, column = at
        return column in self.columns and (row, self.labels) in labels


def _orders(sheet: Sheet, labels: Labels) -> _Orders:
    """The orders of a sheet where the Reference has several values, and each of their columns a whole address of its own."""
    named = next((at for at, key in labels.items() if key == _REFERENCE), None)
    if named is None:
        return _Orders()
    row, column = named
    keys = {beside: key for (beside, of), key in labels.items() if of == column and beside != row}
    right = (sheet.columns[at] for at in sorted(sheet.rows[row]) if at > column)
    values = list(takewhile(lambda values: (row, values.number) not in labels and _is_of_values(values, labels), right))
    filled = [frozenset(keys[at] for at in values.texts if at in keys) for values in values[:_MOST_ORDERS]]
    said = filled[0] & _ADDRESS or filled[0] if filled else frozenset()
    least = max(1, len(said) - 1)  # one value may be lacking, and is asked for
    orders = tuple(values.number for values, own in zip(values, filled, strict=False) if len(said & own) >= least)
    return _Orders(labels=column, columns=orders) if len(orders) > 1 else _Orders()


def _is_of_values(column: Column, labels: Labels) -> bool:
    """Whether most of what stands in a column is no label."""
    return 2 * sum((row, column.number) in labels for row in column.texts) < len(column.texts)


# ------------------------------------------------------------------------------------------------- the values themselves


def _fields(right: _Right, labels: Labels, orders: _Orders, order: int | None) -> dict[str, Cell]:
    """The value of each label, for an order with a column of its own: that in it."""
    fields: dict[str, Cell] = {}
    streets: list[Cell] = []
    for at, key in labels.items():
        own = order is not None and at[1] == orders.labels
        cell = next((cell for cell in right[at] if not own or cell.column == order), None)
        if cell is not None:
            fields.setdefault(key, cell)
            streets += [cell] if key == _STREET else []
    return fields | _name_and_street(streets, named=_NAME in fields)


def _right_of(sheet: Sheet, labels: Labels) -> _Right:
    """The place of each label -> the cells right of it, up to the next label of its row."""
    right: dict[tuple[int, int], list[Cell]] = {at: [] for at in labels}
    for row in dict.fromkeys(row for row, _ in labels):
        own: list[Cell] = []
        for column, cell in sorted(sheet.rows[row].items()):
            if (row, column) in labels:
                own = right[row, column]
            else:
                own.append(cell)
    return right


def _places(labels: Labels, orders: _Orders, order: int | None) -> dict[str, str]:
    """Where the value of each label belongs."""
    places: dict[str, str] = {}
    for (row, column), key in labels.items():
        places.setdefault(key, cell_address(row, order if order and column == orders.labels else column + 1))
    return places


def _behind(
    sheet: Sheet, labels: Labels, right: _Right, orders: _Orders, rows: Iterable[Mapping[str, Cell]]
) -> Iterator[Behind]:
    """What stands right of the values that are used, up to the next column of labels."""
    used = {cell.address for fields in rows for cell in fields.values()}
    of_labels = {column for _, column in labels}
    for at, key in labels.items():
        own = [*takewhile(lambda cell: cell.address in used or cell.column not in of_labels, right[at])]
        values = [cell for cell in own if cell.address in used]
        cells = tuple(cell for cell in own if cell.address not in used and cell.column not in orders.columns)
        if values and cells:
            yield Behind(key=key, label=sheet.rows[at[0]][at[1]], value=values[0], cells=cells)


def is_street(text: str) -> bool:
    """Whether a house number stands before or behind it; the year a club was founded in is none: SV Nord 1920."""
    return bool(_HOUSE_NUMBER.search(" ".join(text.split())[:_LONGEST_STREET]))


def _name_and_street(cells: Sequence[Cell], *, named: bool) -> dict[str, Cell]:
    """Of two cells for the street, that without a house number is the receiver's name: Lieferadresse SV Nord, Straße Kai 3."""
    numbered = [cell for cell in cells if is_street(cell.text)]
    if len(cells) != 2 or len(numbered) != 1:
        return {}
    street = {_STREET: numbered[0]}
    return street if named else {**street, _NAME: next(cell for cell in cells if cell is not numbered[0])}


# --------------------------------------------------------------------------------------------- what is nearly a label


def near_labels(cells: Iterable[Cell], given: Collection[str]) -> dict[str, Cell]:
    """Of the labels that are not given, by their keys, the cells that are nearly one."""
    near: dict[str, Cell] = {}
    for cell in cells:
        key = near_label(cell.text) if len(cell.text) <= _LONGEST_LABEL else None
        if key and key not in given:
            near.setdefault(key, cell)
    return near


def near_label(text: str) -> str | None:
    """The key of the label that a text is nearly, in whatever language; None where it is a label, or near none."""
    key = heading_key(text)[:_LONGEST_LABEL]
    known = _labels()
    near = () if key in known else difflib.get_close_matches(key, known, n=1, cutoff=_NEAR)
    return known[near[0]] if near and _is_a_slip(key, near[0]) else None


def _is_a_slip(text: str, label: str) -> bool:
    """Whether no word of it is another one: *Delivery date* is no slip for *Delivery name*."""
    words, others = text.split(), label.split()
    return not _A_DAY.search(text) and (
        len(words) != len(others)
        or all(difflib.SequenceMatcher(None, *pair).ratio() >= _NEAR_WORD for pair in zip(words, others, strict=True))
    )


@cache
def _labels() -> Mapping[str, str]:
    return {heading: column.key for heading, column in column_by_heading(ORDER.columns).items()}


def _with_value(sheet: Sheet, places: Iterable[tuple[int, int]]) -> Iterator[Cell]:
    return (sheet.rows[row][column] for row, column in places if any(at > column for at in sheet.rows[row]))
