"""What an order system cannot carry of an order, told at the cells of the workbook it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.logos_sheet import logos_layout
from roster_import.check.order_details import sources
from roster_import.language.messages import say
from roster_import.model.layout import Meaning
from roster_import.model.problem import Place
from roster_import.model.sheets import ORDER
from roster_import.model.workbook import at_cell, at_heading, cell_address
from roster_import.recognise.other_sheets import read_other_sheets, without_our_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from roster_import.check.order_details import Source
    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.order import Order
    from roster_import.model.problem import Objection, Origin, Problem
    from roster_import.model.report import Checked
    from roster_import.model.workbook import Workbook
    from roster_import.recognise.other_sheets import OtherSheets

_LABELS = {column.key: str(column.heading) for column in ORDER.columns}


def told_at_cells(checked: Checked, order: Order, objections: Iterable[Objection]) -> tuple[Problem, ...]:
    """What an order system objects to in an order of a checked file, told at the file's cells."""
    if checked.workbook is None:
        return ()
    others = read_other_sheets(without_our_marks(checked.workbook))
    return tuple(objections_told(order, objections, checked.layouts, others))


def objections_told(
    order: Order, objections: Iterable[Objection], rosters: Sequence[Layout], others: OtherSheets
) -> Iterator[Problem]:
    """One problem per objection and row it is about; at the Order sheet's label where it is about the order itself."""
    layouts = (*rosters, *logos_layout(others.logos))
    for objection in objections:
        if objection.origins:
            yield from (_at_row(objection, origin, layouts) for origin in objection.origins)
        else:
            yield _at_detail(order, objection, sources(others.order))


def prices_not_sent(workbook: Workbook, layouts: Sequence[Layout], title: str) -> Iterator[Problem]:
    """A warning at every price column that is filled in, for an order system that sets its prices itself."""
    for layout in layouts:
        for column in layout.columns:
            if column.meaning is Meaning.PRICE and _is_filled(workbook, layout, column):
                message = say("Orders for {system} carry no prices: those in this column are not sent.", system=title)
                yield at_heading(layout, column, column.heading).warning("price-not-carried", message)


def _is_filled(workbook: Workbook, layout: Layout, column: ColumnReading) -> bool:
    sheet = workbook.sheet(layout.sheet)
    return sheet is not None and any(sheet.text(row, column.column).strip() for row in layout.rows)


def _at_row(objection: Objection, origin: Origin, layouts: Sequence[Layout]) -> Problem:
    column = _column(objection, origin, layouts)
    place = Place(
        sheet=origin.sheet,
        cell=cell_address(origin.row, column.column) if column else None,
        row=origin.row,
        column=column.heading if column else None,
    )
    return place.problem(objection.level, objection.code, objection.message)


def _column(objection: Objection, origin: Origin, layouts: Sequence[Layout]) -> ColumnReading | None:
    """The column it is about, else the one that says what the row orders."""
    columns = {
        column.meaning: column
        for layout in layouts
        if layout.sheet == origin.sheet and origin.row in layout.rows
        for column in reversed(layout.columns)
    }
    wanted = (objection.meaning, objection.ordered_by, Meaning.DESIGN, Meaning.LOGO)
    candidates = (columns[meaning] for meaning in wanted if meaning in columns)
    return next(candidates, None)


def _at_detail(order: Order, objection: Objection, given: Sequence[Source]) -> Problem:
    source = _source(order, given)
    key = objection.detail
    if source is None or key is None:
        place = Place(value=None if key else order.reference)
    elif cell := source.fields.get(key):
        place = at_cell(source.sheet_of(key), cell, _LABELS.get(key))
    else:
        place = Place(sheet=source.sheet, cell=source.places.get(key), column=_LABELS.get(key))
    return place.problem(objection.level, objection.code, objection.message)


def _source(order: Order, given: Sequence[Source]) -> Source | None:
    named = (source for source in given if (cell := source.reference) and cell.text == order.reference)
    return next(named, given[0] if given else None)
