"""What a run says: the JSON document, the lines for people, and the exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from roster_import.check.not_ordered import not_ordered
from roster_import.language.messages import Day, joined, listed, say, say_n
from roster_import.language.translations import in_language
from roster_import.model.estimate import money
from roster_import.model.layout import Fate, LayoutKind, Meaning
from roster_import.model.placement import Confirmation, Placement, Status
from roster_import.model.report import FileStatus
from roster_import.model.vat import Vat, amount_in_words
from roster_import.model.workbook import RowAcross, column_letter
from roster_import.place.estimate import change, change_in_words, price_per_piece
from roster_import.write.order_words import goods_in_words, status_word
from roster_import.write.rehearsal import REHEARSED, was_rehearsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.placement import Difference
    from roster_import.model.problem import Origin, Problem
    from roster_import.model.report import Checked, FileReport, Report

PLACED, HAS_ERRORS, WRONG_USAGE, NOT_PLACED, UNFINISHED, INTERRUPTED = 0, 1, 2, 3, 4, 130

_EXIT = {
    FileStatus.PLACED: PLACED,
    FileStatus.ALREADY_PLACED: PLACED,
    FileStatus.CHECKED: PLACED,
    FileStatus.PROBLEMS: HAS_ERRORS,
    FileStatus.FAILED: NOT_PLACED,
    FileStatus.UNFINISHED: UNFINISHED,
    FileStatus.QUEUED: PLACED,
}


def exit_status(report: Report) -> int:
    """The highest of all files: 0, 1 errors in a roster, 3 refused, failed or not as sent, 4 not known yet.

    What was left out, as it was placed elsewhere, is not known yet either.
    """
    left_out = UNFINISHED if report.left_out else PLACED
    return max([left_out, *map(file_exit_status, report.files)])


def file_exit_status(file: FileReport) -> int:
    """The exit status of one file; a confirmed order that is not as it was sent is no success."""
    status = _EXIT[file.status]
    if file.status in (FileStatus.PLACED, FileStatus.ALREADY_PLACED) and any(o.differences for o in file.placements):
        status = NOT_PLACED
    unfinished = file.results_missing or any(o.status in (Status.PENDING, Status.UNKNOWN) for o in file.placements)
    return max(status, UNFINISHED) if unfinished and file.status is not FileStatus.CHECKED else status


_AGAIN = say("It is ordered again only if the roster changes, or with --new-order.")
# --------------------------------------------------------------------------------------------------------- JSON


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
        each.column: {fate.value: each.cells[fate] for fate in Fate if fate in each.cells}
        for each in file.checked.cells
        if each.layout == layout
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


# -------------------------------------------------------------------------------------------------- for people


class Told(NamedTuple):
    """A line of the report: what it is, how it opens, and how it goes on."""

    kind: Literal["file", "error", "warning", "note", "order", "detail", "difference"]
    opening: str
    rest: str

    @property
    def line(self) -> str:
        """All of it."""
        return joined(self.opening, self.rest, between="")


def file_lines(file: FileReport, language: str = "en") -> list[str]:
    """One file's part of the report."""
    return [in_language(told.line, language) for told in told_of(file)]


def told_of(file: FileReport) -> Iterator[Told]:
    """One file's part of the report, line by line."""
    yield Told("file", f"{file.checked.path}:", joined(" ", sentence(file), between=""))
    yield from map(told_problem, file.problems)
    yield from (Told("note", "  ", said) for said in not_ordered(file.checked))
    yield from (told for placement in file.placements for told in _told_order(placement))


def not_ordered_lines(files: Sequence[Checked], language: str = "en") -> list[str]:
    """What of the files is not ordered from; which file it is, where there are several."""
    of_files = ((file.path.name if len(files) > 1 else "", not_ordered(file)) for file in files)
    lines = (
        joined("  ", joined(name, said, between=": "), between="") for name, sentences in of_files for said in sentences
    )
    return [in_language(line, language) for line in lines]


def sentence(file: FileReport) -> str:
    """What happened to a file, in one sentence."""
    results = say("Results: {file}", file=file.results) if file.results else ""
    where = joined(was_rehearsed(file.placements), results)
    match file.status:
        case FileStatus.PROBLEMS:
            counted = say("{problems}. Nothing was sent.", problems=_problem_counts(file.problems))
            return joined(counted, _marked(file) if file.marked else "")
        case FileStatus.CHECKED:
            return _would_be(file) if _planned(file) else _nothing(file)
        case FileStatus.PLACED:
            return joined(_placed(file), where)
        case FileStatus.ALREADY_PLACED:
            return joined(say("already placed, nothing was ordered again{but}.", but=_but(file)), where)
        case FileStatus.QUEUED:
            return _queued(file)
        case FileStatus.FAILED:
            return joined(say("not everything was placed: {orders}.", orders=_status_counts(file)), where)
        case _:
            return joined(say("not finished yet: {orders}.", orders=_status_counts(file)), where)


def _marked(file: FileReport) -> str:
    count = len(file.problems)
    return say_n("It is marked in {file}.", "They are marked in {file}.", count, file=file.marked)


def _planned(file: FileReport) -> bool:
    return any(placement.status is Status.PLANNED for placement in file.placements)


def _goods(file: FileReport) -> str:
    return goods_in_words(placement.order for placement in file.placements)


def _would_be(file: FileReport) -> str:
    return say_n(
        "no errors. {count} order with {goods} would be placed.",
        "no errors. {count} orders with {goods} would be placed.",
        len(file.placements),
        goods=_goods(file),
    )


def _placed(file: FileReport) -> str:
    """What was placed now: an amended roster's earlier orders stand in the lines below, and are not counted again."""
    new = [placement.order for placement in file.placements if not placement.already]
    new = new or [placement.order for placement in file.placements]
    return say_n(
        "{count} order placed with {goods}{but}.",
        "{count} orders placed with {goods}{but}.",
        len(new),
        goods=goods_in_words(new),
        but=_but(file),
    )


def _queued(file: FileReport) -> str:
    count = sum(placement.status is Status.QUEUED for placement in file.placements)
    return say_n(
        "{count} order is in the queue: a worker places it and writes the results.",
        "{count} orders are in the queue: workers place them and write the results.",
        count,
    )


def _nothing(file: FileReport) -> str:
    if file.placements:
        return say("no errors. Nothing is left to order: it was placed before.")
    return say("no errors, no orders.")


def _but(file: FileReport) -> str:
    differences = sum(len(placement.differences) for placement in file.placements)
    if not differences:
        return ""
    return say_n(
        ", but {count} difference between what was sent and what is confirmed",
        ", but {count} differences between what was sent and what is confirmed",
        differences,
    )


def _status_counts(file: FileReport) -> str:
    statuses = [placement.status for placement in file.placements]
    parts = (joined(str(statuses.count(status)), status_word(status)) for status in dict.fromkeys(statuses))
    return joined(*parts, between=", ")


def _problem_counts(problems: Iterable[Problem]) -> str:
    levels = [problem.level for problem in problems]
    errors, warnings = levels.count("error"), levels.count("warning")
    parts = [errors_in_words(errors)]
    return listed([*parts, say_n("{count} warning", "{count} warnings", warnings)] if warnings else parts)


def errors_in_words(count: int) -> str:
    """`1 error`, `2 errors`."""
    return say_n("{count} error", "{count} errors", count)


def problem_line(problem: Problem, language: str = "en") -> str:
    """A problem on one line: where, what, what to do."""
    return in_language(problem_words(problem), language)


def problem_words(problem: Problem) -> str:
    """A problem as it is said on its line."""
    return told_problem(problem).line


def told_problem(problem: Problem) -> Told:
    """A problem: it opens with its place."""
    place = joined(problem.place, ": ", between="") if problem.place else ""
    level = "" if problem.level == "error" else joined(say("warning:"), " ", between="")
    return Told(
        "error" if problem.level == "error" else "warning", joined("  ", level, place, between=""), problem.message
    )


def _told_order(placement: Placement) -> Iterator[Told]:
    confirmed = placement.confirmation or Confirmation()
    facts = [
        status_word(placement.status),
        say("order number {number}", number=placement.order_number) if placement.order_number else "",
        amount_in_words(confirmed.total, confirmed.currency, placement.total_vat) if confirmed.total else "",
        say("delivery date {day}", day=Day(confirmed.delivery_date)) if confirmed.delivery_date else "",
    ]
    opening = joined("  ", placement.order.reference, between="")
    yield Told("order", opening, joined("  ", joined(*facts, between="  "), between=""))
    yield from (_detail(line) for line in _price_lines(placement))
    if placement.error:
        yield _detail(placement.error, "error")
    if placement.status is Status.FAILED:
        yield _detail(_AGAIN)
    yield from (_detail(difference.message, "difference") for difference in placement.differences)


def _detail(text: str, kind: Literal["detail", "error", "difference"] = "detail") -> Told:
    return Told(kind, "    ", text)


def _unit_price(placement: Placement) -> Decimal | None:
    """The price of a piece, where the confirmed order holds one design alone: the order system gives totals only."""
    if placement.confirmation is None or placement.differences or len(placement.order.designs) != 1:
        return None
    return price_per_piece(placement.confirmation)


def _design_prices(placement: Placement) -> list[dict[str, Any]]:
    unit = _unit_price(placement)
    if unit is None or placement.confirmation is None:
        return []
    label, currency = placement.order.designs[0].design.label, placement.confirmation.currency
    return [{"design": label, "pieces": placement.order.pieces, "unitPrice": money(unit), "currency": currency}]


def _price_lines(placement: Placement) -> list[str]:
    """Before it is placed what an order may cost; once it is confirmed what a piece of a lone design costs, and the change."""
    confirmed = placement.confirmation
    if confirmed is None:
        return [placement.estimate.words] if placement.estimate and placement.status is Status.PLANNED else []
    unit = _unit_price(placement)
    said = change_in_words(placement.estimate, confirmed) if placement.estimate else None
    lines = [_a_piece(placement, unit, confirmed.currency)] if unit else []
    return [*lines, *([said] if said else [])]


def _a_piece(placement: Placement, unit: Decimal, currency: str | None) -> str:
    return say(
        "{design}: {amount} a piece",
        design=placement.order.designs[0].design.label,
        amount=amount_in_words(money(unit), currency, Vat.WITHOUT),
    )


def counted(count: int, thing: str) -> str:
    """`1 order`, `2 orders`; plain English, for log lines."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
