"""The report of a run as it is shown: line by line, and on a terminal, where there is much of it, as a summary."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from roster_import.cli.pieces import line
from roster_import.language.messages import Amount, joined, listed, say, say_n
from roster_import.language.translations import in_language
from roster_import.model.estimate import money
from roster_import.model.placement import Status
from roster_import.model.report import FileStatus
from roster_import.write.order_words import goods_in_words
from roster_import.write.run_report import told_of, told_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from roster_import.cli.pieces import Piece
    from roster_import.model.placement import Placement
    from roster_import.model.problem import Problem
    from roster_import.model.report import Checked, FileReport, Report
    from roster_import.write.run_report import Told

MOST_SHOWN_WHOLE: Final = 10  # orders; of more a summary says what is to be looked at
_MOST_PROBLEMS: Final = 3  # of a file in a summary: its marked workbook has them all
_WELL: Final = (FileStatus.PLACED, FileStatus.ALREADY_PLACED, FileStatus.CHECKED)
_OPENS_AS: Final = {"error": "error", "warning": "warning", "order": "strong", "file": "file"}
_GOES_ON_AS: Final = {"detail": "faint", "note": "faint", "difference": "open"}
_ALONE_AS: Final = {"error": "wrong", "warning": "open"}  # where a line does not open with a place
_STATUS_IS: Final = {
    FileStatus.PLACED: "good",
    FileStatus.PROBLEMS: "wrong",
    FileStatus.FAILED: "wrong",
    FileStatus.UNFINISHED: "open",
}


def report_pieces(report: Report, language_of: Callable[[Checked], str]) -> Iterator[Piece]:
    """Everything, file by file, in each file's language."""
    for file in report.files:
        yield from _file_pieces(file, language_of(file.checked))


def is_long(report: Report) -> bool:
    """Whether there is more than anybody reads at once."""
    return sum(max(1, len(file.placements)) for file in report.files) > MOST_SHOWN_WHOLE


def summary_pieces(report: Report, language_of: Callable[[Checked], str], language: str) -> Iterator[Piece]:
    """How much became what, what it costs, and in full only the files and orders that somebody has to look at."""
    for said in (*_counts(report), *_costs(report)):
        yield line((in_language(said, language), "strong"))
    for file in report.files:
        if file.status not in _WELL or any(order.differences for order in file.placements):
            yield from _to_look_at(file, language_of(file.checked))
    yield from (line((in_language(said, language), "faint")) for said in _closing(report))


def problem_piece(problem: Problem, language: str, *, indent: str = "") -> Piece:
    """A problem on its line, its place in the colour of its level."""
    return told_piece(told_problem(problem), language, indent=indent)


def told_piece(told: Told, language: str, goes_on_as: str = "", indent: str = "") -> Piece:
    """A line of the report with what it is."""
    opening, rest = in_language(told.opening, language), in_language(told.rest, language)
    opens_as = _OPENS_AS.get(told.kind, "")
    goes_on_as = (
        goes_on_as or _GOES_ON_AS.get(told.kind, "") or ("" if opening.strip() else _ALONE_AS.get(told.kind, ""))
    )
    return line((indent + opening, opens_as), (rest, goes_on_as))


def _file_pieces(file: FileReport, language: str) -> Iterator[Piece]:
    for told in told_of(file):
        yield told_piece(told, language, _STATUS_IS.get(file.status, "") if told.kind == "file" else "")


# --------------------------------------------------------------------------------------------------------- summary


def _counts(report: Report) -> Iterator[str]:
    """How many orders came to what, and how many files were not sent; of what there is none, nothing is said."""
    orders = [order for file in report.files for order in file.placements]
    new = [order.order for order in orders if order.status is Status.COMPLETED and not order.already]
    of = Counter(order.status for order in orders)
    if new:
        yield say_n(
            "{count} order was placed and confirmed, with {goods}.",
            "{count} orders were placed and confirmed, with {goods}.",
            len(new),
            goods=goods_in_words(new),
        )
    if known := of[Status.COMPLETED] - len(new):
        yield say_n("{count} order was placed before.", "{count} orders were placed before.", known)
    if planned := of[Status.PLANNED]:
        yield say_n("{count} order is not sent.", "{count} orders are not sent.", planned)
    if queued := of[Status.QUEUED]:
        yield say_n("{count} order waits for a worker.", "{count} orders wait for a worker.", queued)
    if unfinished := of[Status.PENDING] + of[Status.UNKNOWN]:
        yield say_n(
            "{count} order is not finished: roster-import resume follows it.",
            "{count} orders are not finished: roster-import resume follows them.",
            unfinished,
        )
    if failed := of[Status.FAILED] + of[Status.REFUSED]:
        yield say_n("{count} order was refused or failed.", "{count} orders were refused or failed.", failed)
    if wrong := sum(file.status is FileStatus.PROBLEMS for file in report.files):
        yield say_n(
            "Nothing of {count} file was sent: it has errors.",
            "Nothing of {count} files was sent: they have errors.",
            wrong,
        )


def _costs(report: Report) -> Iterator[str]:
    """What the confirmed orders of this run cost, by currency, as their order system says; with VAT where it told that too."""
    confirmed = [
        order.confirmation
        for file in report.files
        for order in file.placements
        if not order.already and order.confirmation is not None and order.confirmation.total
    ]
    sums: dict[str, Decimal] = {}
    for confirmation in confirmed:
        currency = confirmation.currency or ""
        sums[currency] = sums.get(currency, Decimal()) + (_amount(confirmation.total) or Decimal())
    amounts = listed([joined(Amount(money(amount)), currency) for currency, amount in sums.items()])
    if not confirmed or any(_amount(confirmation.total) is None for confirmation in confirmed):
        return
    if all(confirmation.vat for confirmation in confirmed):
        yield say("Confirmed in all, with VAT: {amounts}.", amounts=amounts)
    else:
        yield say("Confirmed in all: {amounts}.", amounts=amounts)


def _amount(text: str | None) -> Decimal | None:
    try:
        return Decimal(text or "")
    except InvalidOperation:
        return None


def _to_look_at(file: FileReport, language: str) -> Iterator[Piece]:
    """What became of a file, its first problems, and those of its orders that did not end well."""
    head, *others = told_of(file)
    yield told_piece(head, language, _STATUS_IS.get(file.status, ""))
    problems = [told for told in others if told.kind == "error" and told.opening.strip()]
    for told in problems[:_MOST_PROBLEMS]:
        yield told_piece(told, language)
    if (more := len(problems) - _MOST_PROBLEMS) > 0:
        yield line(in_language(say_n("  and {count} more error", "  and {count} more errors", more), language))
    well = {order.order.reference for order in file.placements if _went_well(order)}
    yield from _orders_to_look_at(others, well, language)


def _orders_to_look_at(told: Sequence[Told], well: set[str], language: str) -> Iterator[Piece]:
    shown = False
    for said in told:
        if said.kind == "order":
            shown = said.opening.strip() not in well
        if shown and (said.kind in ("order", "difference", "detail") or not said.opening.strip()):
            yield told_piece(said, language)


def _went_well(order: Placement) -> bool:
    return order.status in (Status.COMPLETED, Status.PLANNED, Status.QUEUED) and not order.differences


def _closing(report: Report) -> Iterator[str]:
    """Where the rest stands."""
    folders = list(dict.fromkeys(str(file.results.absolute().parent) for file in report.files if file.results))
    if folders:
        yield say("The results workbooks are in {folders}.", folders=listed(folders))
    if warned := sum(any(problem.level == "warning" for problem in file.problems) for file in report.files):
        yield say_n("{count} file has warnings.", "{count} files have warnings.", warned)
    yield say("With -v every order is listed.")
