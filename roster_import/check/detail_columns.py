"""Order details that stand in columns of the rosters, as a CSV file may carry them: those of a row are its own sheet's."""

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
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from roster_import.check.order_details import Defaults
    from roster_import.check.rows.row import RosterRow
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Column, Sheet, Workbook

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
    """The columns of a sheet that hold order details, as a CSV file may: key -> column, beside its heading."""

    sheet: str
    heading_row: int
    columns: Mapping[str, int]
    headings: Mapping[str, str]


def detail_columns(workbook: Workbook, told: Collection[str] = ()) -> tuple[DetailColumns, ...]:
    """The order-detail columns of every sheet that has them: a delivery address in columns says so, or a reference in a CSV.

    `told` are headings of which somebody said what they mean: those are not the order's.
    """
    others = frozenset(map(heading_key, told))
    return tuple(columns for sheet in workbook.sheets if (columns := _of_sheet(workbook, sheet, others)))


def _of_sheet(workbook: Workbook, sheet: Sheet, others: Collection[str]) -> DetailColumns | None:
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
    workbook: Workbook, details: Iterable[DetailColumns], rows: Sequence[RosterRow], defaults: Defaults
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """One source per reference, read from the rows of that reference; rows that name none have that of the defaults.

    Every row of an order, on whatever sheet, must say the same or nothing; where two differ, the second is a problem.
    """
    fields: dict[str, dict[str, _Field]] = {}
    problems: list[Problem] = []
    filled = {each.sheet: _filled(workbook, each) for each in details}
    by_column = RosterRows.of(rows)
    places = zip(by_column.sheets, by_column.numbers, strict=True)
    for (sheet, row), named in dict(zip(places, by_column.texts(Meaning.ORDER), strict=True)).items():
        reference = named or defaults.any_reference
        first = _Field(sheet=sheet, cell=Cell(row=row, column=1, text=reference))
        known = fields.setdefault(reference, {"reference": first})
        for key, (heading, column) in filled.get(sheet, {}).items():
            text = column.texts.get(row)
            if text and key not in known:
                known[key] = _Field(sheet=sheet, cell=column.cell(row))
            elif text and known[key].cell.text != text:
                problems.append(_differs(_Field(sheet=sheet, cell=column.cell(row)), known[key], heading, reference))
    return tuple(map(_source, fields.values())), tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """A detail of an order as one of its rows says it."""

    sheet: str
    cell: Cell


def _filled(workbook: Workbook, details: DetailColumns) -> Mapping[str, tuple[str, Column]]:
    """Key -> heading and column, for the columns that hold something; which order a row is of is read with the rows."""
    sheet = workbook.sheet(details.sheet)
    return {
        key: (details.headings[key], sheet.columns[at])
        for key, at in details.columns.items()
        if key != "reference" and sheet and at in sheet.columns
    }


def _source(fields: Mapping[str, _Field]) -> Source:
    own = fields["reference"].sheet
    return Source(
        sheet=own,
        fields={key: told.cell for key, told in fields.items()},
        elsewhere={key: told.sheet for key, told in fields.items() if told.sheet != own},
    )


def _differs(told: _Field, first: _Field, heading: str, reference: str) -> Problem:
    message = say(
        "{heading} is {text!r} here and {first_text!r} at {address}, but both rows belong to order "
        "{reference}. Write the same in both, or give the rows different references.",
        heading=heading,
        text=told.cell.text,
        first_text=first.cell.text,
        address=first.cell.address if first.sheet == told.sheet else f"{first.sheet}!{first.cell.address}",
        reference=reference,
    )
    return at_cell(told.sheet, told.cell, heading).error("detail-differs", message, first.cell.text)
