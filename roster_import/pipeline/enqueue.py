"""Orders put into the queue of a shared ledger, for workers to place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.model.placement import Status
from roster_import.model.report import FileReport, FileStatus, Report
from roster_import.pipeline.run import file_status, stopped_report
from roster_import.place.advance import OPEN
from roster_import.place.follow import placement
from roster_import.place.next_step import Step
from roster_import.place.place_order import decide, plan_of
from roster_import.place.queue import adopt, prepare_queue, put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.placement import Placement
    from roster_import.place.conversation import Effects
    from roster_import.place.place_order import Wanted
    from roster_import.place.plan import Planned


def put_into_queue(planned: Sequence[Planned], effects: Effects) -> Report:
    """Every order of every file without errors is workers' to place from here, and written down as such.

    Raises `UsageError` where the ledger can have no queue, and `LedgerError`.
    """
    effects.ledger.ask(prepare_queue)
    return Report(files=tuple(_file(file, effects) for file in planned))


def _file(planned: Planned, effects: Effects) -> FileReport:
    if planned.stopped:
        return stopped_report(planned)
    workbook = planned.checked.workbook
    digest = workbook.digest if workbook is not None else ""
    placements = tuple(enqueued(wanted, digest, effects) for wanted in planned.wanted)
    waiting = any(placed.status in OPEN for placed in placements)
    return FileReport(
        checked=planned.checked,
        status=FileStatus.QUEUED if waiting else file_status(placements),
        placements=placements,
        problems=planned.problems,
    )


def enqueued(wanted: Wanted, digest: str, effects: Effects) -> Placement:
    """An order put into the queue, where it is not placed yet; what the ledger says of it then."""
    while True:
        entry, decision = decide(wanted, effects)
        if decision.step is Step.SEND:
            plan = plan_of(wanted, decision.attempt, effects)
            (entry,) = effects.ledger.make([put(plan, effects.who, effects.stamp(), digest)])
        elif decision.step in (Step.RESEND, Step.LOOK, Step.POLL) and entry is not None:
            effects.ledger.make([adopt(entry, digest)])
        if entry is None:
            continue  # another process was first: look again at what it wrote
        return placement(entry, wanted.order, effects.target, already=entry.status is Status.COMPLETED)
