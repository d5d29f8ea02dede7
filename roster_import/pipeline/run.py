"""The pipeline: files are read and checked, their orders placed side by side, their results workbooks written.

check.check_files(paths) = read -> recognise -> check -> group -> target.check       => Checked, per file
plan.plan_file(checked)  = what the ledger says of its orders                        => Planned
place_files(planned)     = every order of every file without errors; then results    => Report
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.errors import WriteError
from roster_import.language.catalogues import ENGLISH
from roster_import.model.placement import Placement, Status
from roster_import.model.problem import Problem
from roster_import.model.report import FileReport, FileStatus, Report
from roster_import.pipeline.effects import stamp
from roster_import.pipeline.file_limits import WriteLimits
from roster_import.place.confirmed_otherwise import confirmed_otherwise
from roster_import.place.ledger.changes import results_written
from roster_import.place.place_order import place_order
from roster_import.read import Limits
from roster_import.write.deliver import write_problems, write_results
from roster_import.write.reader_language import language_of_workbook

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from roster_import.place.conversation import Effects
    from roster_import.place.place_order import Wanted
    from roster_import.place.plan import Planned
    from roster_import.write.reader_language import Reader

    Place = Callable[[Wanted, Effects], Awaitable[Placement]]

_USUAL = Limits()


def stopped_report(planned: Planned) -> FileReport:
    """The report of a file that is not sent."""
    return FileReport(checked=planned.checked, status=FileStatus.PROBLEMS, problems=planned.problems)


def with_marked_workbook(
    report: FileReport, path: Path, language: str | None = None, limits: Limits = _USUAL
) -> FileReport:
    """The report of a file with errors, its problems workbook written to `path`, where there is a roster to mark.

    It is in the language, else in the workbook's own. `limits` are what the writing may cost.
    """
    if report.status is not FileStatus.PROBLEMS or not _can_be_marked(report):
        return report
    spoken = language or language_of_workbook(report.checked) or ENGLISH
    bound = WriteLimits(report.checked.path, limits)
    try:
        marked = write_problems(report.checked, report.problems, path, spoken, bound, stamp())
        return replace(report, marked=marked, problems=(*report.problems, *bound.told(marked)))
    except WriteError as error:
        problem = Problem(level="warning", code="problems-not-written", message=error.message)
        return replace(report, problems=(*report.problems, problem))


def _can_be_marked(report: FileReport) -> bool:
    """Whether a roster was found in the file, or at least a cell that is wrong."""
    something = bool(report.checked.layouts) or any(problem.cell for problem in report.problems)
    return report.checked.workbook is not None and something


def checked_report(planned: Planned) -> FileReport:
    """The report of a file that was only checked: its orders as they are known, nothing sent."""
    if planned.stopped:
        return stopped_report(planned)
    return FileReport(
        checked=planned.checked,
        status=FileStatus.CHECKED,
        placements=planned.known,
        problems=(*planned.problems, *confirmed_otherwise(planned.known, amending=planned.amending)),
    )


def file_status(placements: Sequence[Placement]) -> FileStatus:
    """What became of a file, given what became of its orders: the worst of them counts."""
    statuses = {order.status for order in placements}
    if statuses & {Status.FAILED, Status.REFUSED}:
        return FileStatus.FAILED
    if statuses & {Status.UNKNOWN, Status.PENDING, Status.PLANNED, Status.QUEUED}:
        return FileStatus.UNFINISHED
    return FileStatus.ALREADY_PLACED if all(order.already for order in placements) else FileStatus.PLACED


async def place_files(
    planned: Sequence[Planned],
    effects: Effects,
    people: Reader | None = None,
    *,
    place: Place = place_order,
    writing: AbstractAsyncContextManager[object] | None = None,
    limits: Limits = _USUAL,
) -> Report:
    """Place every order of every file without errors, side by side; a file is written when its orders are done.

    The results are written for `people`; without them in each workbook's own language. `place` takes one order to its end,
    `writing` is held while a workbook is written: one at a time, in a thread, so that nothing else waits for it. `limits`
    are what writing one may cost.
    """
    from asyncio import Lock, gather

    turn = writing if writing is not None else Lock()

    async def placed(file: Planned) -> FileReport:
        report = await _placed(file, effects, place)
        if file.stopped or all(order.status in (Status.PLANNED, Status.QUEUED) for order in report.placements):
            return report  # nothing of it ever left this machine: there are no results
        return await _with_results(report, file, effects, people, limits, turn)

    return Report(files=tuple(await gather(*map(placed, planned))))


async def _placed(planned: Planned, effects: Effects, place: Place) -> FileReport:
    from asyncio import gather

    if planned.stopped:
        return stopped_report(planned)
    placements = tuple(await gather(*(place(wanted, effects) for wanted in planned.wanted)))
    report = FileReport(
        checked=planned.checked, status=file_status(placements), placements=placements, problems=planned.problems
    )
    otherwise = confirmed_otherwise(placements, amending=planned.amending)
    return replace(report, problems=(*report.problems, *_objections(report), *otherwise))


def _objections(report: FileReport) -> tuple[Problem, ...]:
    """What order systems said of single cells as they turned orders down, told at these cells."""
    from roster_import.check.target_objections import told_at_cells

    told = (
        told_at_cells(report.checked, order.order, order.objections) for order in report.placements if order.objections
    )
    return tuple(problem for problems in told for problem in problems)


async def _with_results(
    report: FileReport,
    planned: Planned,
    effects: Effects,
    people: Reader | None,
    limits: Limits,
    turn: AbstractAsyncContextManager[object],
) -> FileReport:
    """The report with its results workbook written when it is its turn; the orders stand whether that succeeds or not.

    A ledger in a file stays with the thread that has it: two threads cannot each have a transaction of one connection.
    """
    from asyncio import gather, to_thread

    reference = report.placements[0].order.reference
    bound = WriteLimits(planned.checked.path, limits)
    try:
        async with turn:
            effects.tell("writing", reference, "")
            path = await to_thread(
                write_results, planned.checked, report.placements, planned.results, people, report.problems, bound
            )
    except WriteError as error:
        problem = Problem(level="warning", code="results-not-written", message=error.message)
        return replace(report, problems=(*report.problems, problem), results_missing=True)
    wanted = planned.wanted
    known = await effects.read(lambda: effects.ledger.here_and_elsewhere_of([order.identity for order in wanted]))
    written = (results_written(entry, str(path.absolute())) for entry, _ in known if entry is not None)
    await gather(*map(effects.write, written))
    effects.tell("written", reference, str(path))
    return replace(report, results=path, problems=(*report.problems, *bound.told(path)))
