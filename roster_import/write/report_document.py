"""A run as the JSON document of `--json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roster_import.model.estimate import money
from roster_import.model.layout import Fate, LayoutKind, Meaning
from roster_import.model.placement import Confirmation, Placement
from roster_import.model.vat import Vat
from roster_import.model.workbook import RowAcross, column_letter
from roster_import.place.estimate import change, lone_design_price
from roster_import.write.order_words import REHEARSED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.placement import Difference
    from roster_import.model.problem import Origin, Problem
    from roster_import.model.report import FileReport, Report


def document(report: Report) -> dict[str, Any]:
    """The report as the JSON document of `--json`."""
    left_out = [{"reference": o.reference, "target": o.target, "address": o.address or None} for o in report.left_out]
    files = [_file(file) for file in report.files]
    return {"version": 1, "files": files, **({"leftOut": left_out} if left_out else {})}


def _file(file: FileReport) -> dict[str, Any]:
    return {
        "path": str(file.checked.path),
        "status": file.status.value,
        "results": str(file.results) if file.results else None,
        "problemsWorkbook": str(file.marked) if file.marked else None,
        "understood": [_layout(layout, _counts(file, at)) for at, layout in enumerate(file.checked.layouts)],
        "problems": [problem_document(problem) for problem in file.problems],
        "orders": [order_document(placement) for placement in file.placements],
    }


def _counts(file: FileReport, layout: int) -> dict[int, dict[str, int]]:
    """Column -> how many cells under it met which fate."""
    return {
        column.column: {fate.value: column.cells[fate] for fate in Fate if fate in column.cells}
        for column in file.checked.cells
        if column.layout == layout
    }


def _layout(layout: Layout, cells: Mapping[int, dict[str, int]]) -> dict[str, Any]:
    return {
        "sheet": layout.sheet,
        "headingRow": None if isinstance(layout.heading_row, RowAcross) else layout.heading_row,
        "layout": _layout_word(layout),
        **({"headingColumn": str(layout.heading_row)} if isinstance(layout.heading_row, RowAcross) else {}),
        "columns": [
            {
                **_place_of(layout, column),
                "heading": column.heading,
                "meaning": (Meaning.ORDER if column.of_the_order else column.meaning).value,
                "of": column.of,
                "sure": column.sure,
                "fate": column.fate.value,
                "cells": cells.get(column.column, {}),
            }
            for column in layout.columns
        ],
    }


def _place_of(layout: Layout, column: ColumnReading) -> dict[str, Any]:
    """Where what is said of a player stands: in a column, or in a row where the players stand beside each other."""
    if isinstance(layout.heading_row, RowAcross):
        return {"column": None, "row": column.column}
    return {"column": column_letter(column.column)}


def _row_of(row: int | None, cell: str | None) -> int | None:
    """A row as the file has it."""
    if isinstance(row, RowAcross):
        return int("".join(filter(str.isdigit, cell))) if cell else None
    return row


def _row(origin: Origin) -> dict[str, Any]:
    if isinstance(origin.row, RowAcross):
        return {"sheet": origin.sheet, "row": None, "column": str(origin.row)}
    return {"sheet": origin.sheet, "row": origin.row}


def _layout_word(layout: Layout) -> str:
    """The layout as its reader counts rows: a column for the garment alone makes no player stand on several."""
    once = layout.kind is LayoutKind.LONG and layout.one_row_each
    return (LayoutKind.ONE_ROW_PER_PLAYER if once else layout.kind).value


def problem_document(problem: Problem) -> dict[str, Any]:
    """A problem as it stands in the JSON document."""
    return {
        "level": problem.level,
        "code": problem.code,
        "sheet": problem.sheet,
        "cell": problem.cell,
        "row": _row_of(problem.row, problem.cell),
        "column": problem.column,
        "value": problem.value,
        "message": problem.message,
        "suggestion": problem.suggestion,
        "rows": [_row(origin) for origin in problem.rows],
        "alike": [
            {
                "cell": other.cell,
                "row": _row_of(other.row, other.cell),
                "value": other.value,
                "suggestion": other.suggestion,
            }
            for other in problem.each[1:]
        ],
    }


def order_document(placement: Placement) -> dict[str, Any]:
    """An order as it stands in the JSON document; money is text, exactly as the order system sent it."""
    confirmed = placement.confirmation or Confirmation()
    return {
        "reference": placement.order.reference,
        "target": placement.target,
        "status": placement.status.value,
        "trackingId": placement.tracking_id,
        "orderNumber": placement.order_number,
        "idempotencyKey": placement.key,
        "placedAt": placement.placed_at,
        "deliveryDate": confirmed.delivery_date,
        "currency": confirmed.currency,
        "subTotal": confirmed.sub_total,
        "vat": confirmed.vat,
        "vatRate": confirmed.vat_rate,
        "total": confirmed.total,
        "pieces": placement.order.pieces,
        "looseLogos": placement.order.loose_logos,
        "estimate": _estimate(placement),
        "designPrices": _design_prices(placement),
        "differences": [_difference(difference) for difference in placement.differences],
        "error": placement.error,
        **({"rehearsal": True} if placement.realm in REHEARSED else {}),
    }


def _estimate(placement: Placement) -> dict[str, Any] | None:
    """What the order was expected to cost, and once it is confirmed the change against that; money is text."""
    estimate = placement.estimate
    if estimate is None:
        return None
    more = change(estimate, placement.confirmation) if placement.confirmation else None
    return {
        "amount": money(estimate.amount) if estimate.amount is not None else None,
        "currency": estimate.currency or None,
        "withVat": _WITH_VAT[estimate.vat],
        "incomplete": estimate.incomplete,
        "basis": [part.words for part in estimate.parts],
        "notKnown": list(estimate.unknown),
        "change": money(more) if more is not None else None,
    }


_WITH_VAT = {Vat.WITH: True, Vat.WITHOUT: False, Vat.UNKNOWN: None}


def _difference(difference: Difference) -> dict[str, Any]:
    rows = [_row(origin) for origin in difference.origins]
    return {
        "what": difference.what,
        "sent": difference.sent,
        "confirmed": difference.confirmed,
        "rows": rows,
        "message": difference.message,
    }


def _design_prices(placement: Placement) -> list[dict[str, Any]]:
    unit = lone_design_price(placement)
    if unit is None or placement.confirmation is None:
        return []
    label, currency = placement.order.designs[0].design.label, placement.confirmation.currency
    return [{"design": label, "pieces": placement.order.pieces, "unitPrice": money(unit), "currency": currency}]
