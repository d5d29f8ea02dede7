"""What a run says: the JSON document, the lines for people, and the exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roster_import.columns import ORDER, heading_key
from roster_import.estimate import change, change_in_words, money, price_per_piece
from roster_import.model import FileStatus, Meaning, Placement, Status, column_letter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from roster_import.model import Difference, FileReport, Layout, Order, Problem, Report

PLACED, HAS_ERRORS, WRONG_USAGE, NOT_PLACED, UNFINISHED, INTERRUPTED = 0, 1, 2, 3, 4, 130

_EXIT = {
    FileStatus.PLACED: PLACED,
    FileStatus.ALREADY_PLACED: PLACED,
    FileStatus.CHECKED: PLACED,
    FileStatus.PROBLEMS: HAS_ERRORS,
    FileStatus.FAILED: NOT_PLACED,
    FileStatus.UNFINISHED: UNFINISHED,
}


def exit_status(report: Report) -> int:
    """The highest of all files: 0, 1 errors in a roster, 3 refused, failed or not as sent, 4 not known yet."""
    return max((file_exit_status(file) for file in report.files), default=PLACED)


def file_exit_status(file: FileReport) -> int:
    """The exit status of one file; a confirmed order that is not as it was sent is no success."""
    status = _EXIT[file.status]
    if file.status in (FileStatus.PLACED, FileStatus.ALREADY_PLACED) and any(o.differences for o in file.placements):
        status = NOT_PLACED
    unfinished = file.results_missing or any(o.status in (Status.PENDING, Status.UNKNOWN) for o in file.placements)
    return max(status, UNFINISHED) if unfinished and file.status is not FileStatus.CHECKED else status


# The order's own labels, as a CSV file carries them in columns: used, but not by a row.
_NOT_A_ROSTERS = {
    "",
    *(heading_key(heading) for column in ORDER.columns for heading in (column.en, column.da, column.de)),
}
_AGAIN = "It is ordered again only if the roster changes, or with --new-order."

# --------------------------------------------------------------------------------------------------------- JSON


def document(report: Report) -> dict[str, Any]:
    """The report as the JSON document of `--json`."""
    return {"version": 1, "files": [_file(file) for file in report.files]}


def _file(file: FileReport) -> dict[str, Any]:
    return {
        "path": str(file.checked.path),
        "status": file.status.value,
        "results": str(file.results) if file.results else None,
        "problemsWorkbook": str(file.marked) if file.marked else None,
        "understood": [_layout(layout) for layout in file.checked.layouts],
        "problems": [problem_document(problem) for problem in file.problems],
        "orders": [order_document(placement) for placement in file.placements],
    }


def _layout(layout: Layout) -> dict[str, Any]:
    return {
        "sheet": layout.sheet,
        "headingRow": layout.heading_row,
        "layout": layout.kind.value,
        "columns": [
            {
                "column": column_letter(column.column),
                "heading": column.heading,
                "meaning": column.meaning.value,
                "of": column.of,
                "sure": column.sure,
            }
            for column in layout.columns
        ],
    }


def problem_document(problem: Problem) -> dict[str, Any]:
    """A problem as it stands in the JSON document."""
    return {
        "level": problem.level,
        "code": problem.code,
        "sheet": problem.sheet,
        "cell": problem.cell,
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "message": problem.message,
        "suggestion": problem.suggestion,
    }


def order_document(one: Placement) -> dict[str, Any]:
    """An order as it stands in the JSON document; money is text, exactly as the order system sent it."""
    confirmed = one.confirmation
    return {
        "reference": one.order.reference,
        "target": one.target,
        "status": one.status.value,
        "trackingId": one.tracking_id,
        "orderNumber": one.order_number,
        "idempotencyKey": one.key,
        "placedAt": one.placed_at,
        "deliveryDate": confirmed.delivery_date if confirmed else None,
        "currency": confirmed.currency if confirmed else None,
        "subTotal": confirmed.sub_total if confirmed else None,
        "vat": confirmed.vat if confirmed else None,
        "vatRate": confirmed.vat_rate if confirmed else None,
        "total": confirmed.total if confirmed else None,
        "pieces": one.order.pieces,
        "looseLogos": one.order.loose_logos,
        "estimate": _estimate(one),
        "designPrices": _design_prices(one),
        "differences": [_difference(difference) for difference in one.differences],
        "error": one.error,
    }


def _estimate(one: Placement) -> dict[str, Any] | None:
    """What the order was expected to cost, and once it is confirmed the change against that; money is text."""
    found = one.estimate
    if found is None:
        return None
    more = change(found, one.confirmation) if one.confirmation else None
    return {
        "amount": money(found.amount) if found.amount is not None else None,
        "currency": found.currency,
        "withVat": False,
        "incomplete": found.incomplete,
        "basis": [part.words for part in found.parts],
        "notKnown": list(found.unknown),
        "change": money(more) if more is not None else None,
    }


def _difference(difference: Difference) -> dict[str, Any]:
    rows = [{"sheet": origin.sheet, "row": origin.row} for origin in difference.origins]
    return {
        "what": difference.what,
        "sent": difference.sent,
        "confirmed": difference.confirmed,
        "rows": rows,
        "message": difference.message,
    }


# -------------------------------------------------------------------------------------------------- for people


def report_lines(report: Report) -> list[str]:
    """The report as lines of text: per file one sentence, then its problems, then its orders."""
    return [line for file in report.files for line in file_lines(file)]


def file_lines(file: FileReport) -> list[str]:
    """One file's part of the report."""
    lines = [f"{file.checked.path}: {sentence(file)}"]
    lines += [problem_line(problem) for problem in file.problems]
    lines += [line for layout in file.checked.layouts if (line := _unused(layout))]
    return lines + [line for one in file.placements for line in _order_lines(one)]


def _unused(layout: Layout) -> str | None:
    """Which columns of a sheet were not used for anything, by their headings."""
    headings = [
        column.heading
        for column in layout.columns
        if column.meaning is Meaning.IGNORED and heading_key(column.heading) not in _NOT_A_ROSTERS
    ]
    return f"  {layout.sheet}: not used: {', '.join(headings)}" if headings else None


def sentence(file: FileReport) -> str:
    """What happened to a file, in one sentence."""
    orders = counted(len(file.placements), "order")
    goods = goods_in_words(one.order for one in file.placements)
    where = f" Results: {file.results}" if file.results else ""
    match file.status:
        case FileStatus.PROBLEMS:
            marked = f" They are marked in {file.marked}." if file.marked else ""
            return f"{_problem_counts(file.problems)}. Nothing was sent.{marked}"
        case FileStatus.CHECKED:
            return f"no errors. {_capital(orders)} with {goods} would be placed." if _planned(file) else _nothing(file)
        case FileStatus.PLACED:
            return f"{orders} placed with {goods}{_but(file)}.{where}"
        case FileStatus.ALREADY_PLACED:
            return f"already placed, nothing was ordered again{_but(file)}.{where}"
        case FileStatus.FAILED:
            return f"not everything was placed: {_status_counts(file)}.{where}"
        case _:
            return f"not finished yet: {_status_counts(file)}.{where}"


def _planned(file: FileReport) -> bool:
    return any(one.status is Status.PLANNED for one in file.placements)


def _nothing(file: FileReport) -> str:
    return "no errors. Nothing is left to order: it was placed before." if file.placements else "no errors, no orders."


def _but(file: FileReport) -> str:
    found = sum(len(one.differences) for one in file.placements)
    return f", but {counted(found, 'difference')} between what was sent and what is confirmed" if found else ""


def _status_counts(file: FileReport) -> str:
    statuses = [one.status for one in file.placements]
    return ", ".join(f"{statuses.count(status)} {status.value}" for status in dict.fromkeys(statuses))


def _problem_counts(problems: Iterable[Problem]) -> str:
    levels = [problem.level for problem in problems]
    errors, warnings = levels.count("error"), levels.count("warning")
    return " and ".join(filter(None, (counted(errors, "error"), counted(warnings, "warning") if warnings else "")))


def problem_line(problem: Problem) -> str:
    """A problem on one line: where, what, what to do."""
    place = f"{problem.place}: " if problem.place else ""
    level = "" if problem.level == "error" else "warning: "
    return f"  {level}{place}{problem.message}"


def _order_lines(one: Placement) -> list[str]:
    confirmed = one.confirmation
    facts = [
        one.order.reference,
        one.status.value,
        f"order number {one.order_number}" if one.order_number else "",
        f"{confirmed.total} {confirmed.currency}" if confirmed and confirmed.total else "",
        f"delivery date {confirmed.delivery_date}" if confirmed and confirmed.delivery_date else "",
    ]
    lines = ["  " + "  ".join(filter(None, facts)), *_price_lines(one)]
    lines += [f"    {one.error}"] if one.error else []
    lines += [f"    {_AGAIN}"] if one.status is Status.FAILED else []
    return lines + [f"    {difference.message}" for difference in one.differences]


def _unit_price(one: Placement) -> Decimal | None:
    """The price of a piece, where the confirmed order holds one design alone: the order system gives totals only."""
    return price_per_piece(one.confirmation) if one.confirmation and len(one.order.designs) == 1 else None


def _design_prices(one: Placement) -> list[dict[str, Any]]:
    unit = _unit_price(one)
    if unit is None or one.confirmation is None:
        return []
    label, currency = one.order.designs[0].design.label, one.confirmation.currency
    return [{"design": label, "pieces": one.order.pieces, "unitPrice": money(unit), "currency": currency}]


def _price_lines(one: Placement) -> list[str]:
    """Before it is placed what an order may cost; once it is confirmed what a piece of a lone design costs, and the change."""
    confirmed = one.confirmation
    if confirmed is None:
        return [f"    {one.estimate.words}"] if one.estimate and one.status is Status.PLANNED else []
    unit = _unit_price(one)
    said = change_in_words(one.estimate, confirmed) if one.estimate else None
    lines = [f"    {one.order.designs[0].design.label}: {money(unit)} {confirmed.currency} a piece"] if unit else []
    return [*lines, *([f"    {said}"] if said else [])]


def goods_in_words(orders: Iterable[Order]) -> str:
    """How much is ordered: garments, and loose logos where there are any."""
    listed = list(orders)
    pieces, logos = sum(order.pieces for order in listed), sum(order.loose_logos for order in listed)
    parts = [counted(pieces, "piece")] if pieces or not logos else []
    return " and ".join([*parts, *([counted(logos, "loose logo")] if logos else [])])


def counted(count: int, thing: str) -> str:
    """`1 order`, `2 orders`."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
