"""Order details that stand in columns of the roster, as a CSV file may carry them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from roster_import.check.order_details import Source
from roster_import.check.rows.by_column import RosterRows
from roster_import.language.messages import say
from roster_import.language.translations import in_every_language
from roster_import.model.layout import Meaning
from roster_import.model.sheets import ORDER, ROSTER, column_by_heading, heading_key
from roster_import.model.workbook import Cell, FileFormat, at_cell
from roster_import.recognise.column_profile import is_marked, profile

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from roster_import.check.order_details import Defaults
    from roster_import.check.rows.row import RosterRow
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Sheet, Workbook

_TEMPLATE_LABELS = {
    heading_key(heading): column.key for column in ORDER.columns for heading in in_every_language(column.heading)
}
_OF_ROSTERS = column_by_heading(ROSTER.columns)
# Beside a column that says delivery, what else the Order sheet calls its labels (PLZ, Ort, Land) means the order's too;
# on its own it is a player's address. What a roster has of its own (Name, Order) stays the roster's.
_OTHER_LABELS = {
    heading: column.key
    for heading, column in column_by_heading(ORDER.columns).items()
    if (column.key.startswith("delivery-") or column.key == "reference") and heading not in _OF_ROSTERS
}
_SAYS_DELIVERY = re.compile(r"deliver|liefer|lever|ship|livrais|entrega|consegna|dostaw|toimitus|wysył")
_DEEPEST_HEADING = 20
_LEAST_DELIVERY_COLUMNS = 3  # fewer are more likely a player's own data than the order's


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailColumns:
    """The columns of a roster that hold order details, as a CSV file may: key -> column, beside its heading."""

    sheet: str
    heading_row: int
    columns: Mapping[str, int]
    headings: Mapping[str, str]


def detail_columns(workbook: Workbook, told: Collection[str] = ()) -> DetailColumns | None:
    """The order-detail columns of a sheet, if one has them: a delivery address in columns says so, or a reference in a CSV.

    `told` are headings of which somebody said what they mean: those are not the order's.
    """
    others = frozenset(map(heading_key, told))
    for sheet in workbook.sheets:
        for row, cells in islice(sheet.rows.items(), _DEEPEST_HEADING):
            labels = _labels([cell for cell in cells.values() if heading_key(cell.text) not in others])
            across = len({cell.column for cell in labels.values()}) == len(labels)
            delivery = sum(key.startswith("delivery-") for key in labels) >= _LEAST_DELIVERY_COLUMNS
            if across and (delivery or _says_reference(workbook, sheet, labels.get("reference"))):
                return DetailColumns(
                    sheet=sheet.name,
                    heading_row=row,
                    columns={key: cell.column for key, cell in labels.items()},
                    headings={key: cell.text for key, cell in labels.items()},
                )
    return None


def _says_reference(workbook: Workbook, sheet: Sheet, heading: Cell | None) -> bool:
    """Whether a column of a text file, which has no Order sheet, says which order the rows belong to.

    One that is another on nearly every row is a number of the players.
    """
    if heading is None or workbook.format is not FileFormat.CSV:
        return False
    below = [text for row, text in sheet.columns[heading.column].texts.items() if row > heading.row and text]
    if is_marked(profile(below)):
        return False  # a yes is no reference: it says which rows are ordered
    return bool(below) and (len(set(below)) == 1 or len(set(below)) * 2 <= len(below))


def _labels(cells: Collection[Cell]) -> dict[str, Cell]:
    """The cells of a row that are labels of the Order sheet, by the labels' keys."""
    own = {key: cell for cell in cells if (key := _TEMPLATE_LABELS.get(heading_key(cell.text)))}
    if not any(_SAYS_DELIVERY.search(heading_key(cell.text)) for cell in cells):
        return own
    others = {key: cell for cell in cells if (key := _OTHER_LABELS.get(heading_key(cell.text)))}
    return {**others, **own}


def detail_sources(
    workbook: Workbook, details: DetailColumns, rows: Sequence[RosterRow], defaults: Defaults
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """One source per reference, read from the rows of that reference; rows that name none have that of the defaults.

    Every row of an order must say the same or nothing; where two differ, the second is a problem.
    """
    sheet = workbook.sheet(details.sheet)
    fields: dict[str, dict[str, Cell]] = {}
    problems: list[Problem] = []
    columns = {key: sheet.columns[at] for key, at in details.columns.items() if sheet and at in sheet.columns}
    by_column = RosterRows.of(rows)
    for row, named in dict(zip(by_column.numbers, by_column.texts(Meaning.ORDER), strict=True)).items():
        reference = named or defaults.any_reference
        known = fields.setdefault(reference, {"reference": Cell(row=row, column=1, text=reference)})
        for key, column in columns.items():
            text = column.texts.get(row) if key != "reference" else None
            if text and key not in known:
                known[key] = column.cell(row)
            elif text and known[key].text != text:
                problems.append(_differs(column.cell(row), known[key], details, key, reference))
    return tuple(Source(sheet=details.sheet, fields=known) for known in fields.values()), tuple(problems)


def _differs(cell: Cell, first: Cell, details: DetailColumns, key: str, reference: str) -> Problem:
    heading = details.headings[key]
    message = say(
        "{heading} is {text!r} here and {first_text!r} at {address}, but both rows belong to order "
        "{reference}. Write the same in both, or give the rows different references.",
        heading=heading,
        text=cell.text,
        first_text=first.text,
        address=first.address,
        reference=reference,
    )
    return at_cell(details.sheet, cell, heading).error("detail-differs", message, first.text)
