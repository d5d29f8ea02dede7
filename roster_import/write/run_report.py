"""What a run says: the JSON document, the lines for people, and the exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from roster_import.check.not_ordered import not_ordered
from roster_import.language.messages import Day, joined, listed, say, say_n
from roster_import.language.translations import in_language
from roster_import.model.estimate import money
from roster_import.model.placement import Confirmation, Placement, Status
from roster_import.model.report import FileStatus
from roster_import.model.vat import Vat, amount_in_words
from roster_import.place.estimate import change_in_words, lone_design_price
from roster_import.write.order_words import goods_in_words, status_word, was_rehearsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from roster_import.model.problem import Problem
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


def _price_lines(placement: Placement) -> list[str]:
    """Before it is placed what an order may cost; once it is confirmed what a piece of a lone design costs, and the change."""
    confirmed = placement.confirmation
    if confirmed is None:
        return [placement.estimate.words] if placement.estimate and placement.status is Status.PLANNED else []
    unit = lone_design_price(placement)
    said = change_in_words(placement.estimate, confirmed) if placement.estimate else None
    lines = [_a_piece(placement, unit, confirmed.currency)] if unit else []
    return [*lines, *([said] if said else [])]


def _a_piece(placement: Placement, unit: Decimal, currency: str | None) -> str:
    return say(
        "{design}: {amount} a piece",
        design=placement.order.designs[0].design.label,
        amount=amount_in_words(money(unit), currency, Vat.WITHOUT),
    )
