"""Orders put into the queue of a shared ledger, for workers to place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from roster_import.errors import UsageError
from roster_import.language.messages import joined, say
from roster_import.model.placement import Status
from roster_import.model.report import FileReport, FileStatus, Report
from roster_import.pipeline.run import file_status, stopped_report
from roster_import.place.advance import OPEN
from roster_import.place.known import placement
from roster_import.place.next_step import Step
from roster_import.place.place_order import decide, plan_of
from roster_import.place.queue import BY_WHOEVER_WAITS, adopt, put
from roster_import.place.queue_tables import prepare_queue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from roster_import.model.placement import Placement
    from roster_import.model.report import Checked
    from roster_import.place.conversation import Effects
    from roster_import.place.place_order import Wanted
    from roster_import.place.plan import Planned


_LOOK: Final = 0.5  # seconds between two looks at what workers have in hand


def put_into_queue(planned: Sequence[Planned], effects: Effects, told: Callable[[Checked], str]) -> Report:
    """Every order of every file without errors is workers' to place from here, and written down as such.

    `told` is how a file was understood, for whoever writes its results. Raises `UsageError` where the ledger can have no
    queue, and `LedgerError`.
    """
    try:
        effects.ledger.ask(prepare_queue)
    except UsageError as error:
        raise UsageError(joined(error.message, say("Nothing was put into a queue."))) from error
    return Report(files=tuple(_file(file, effects, told) for file in planned))


def _file(planned: Planned, effects: Effects, told: Callable[[Checked], str]) -> FileReport:
    if planned.stopped:
        return stopped_report(planned)
    workbook = planned.checked.workbook
    digest = workbook.digest if workbook is not None else ""
    understood = told(planned.checked)
    placements = tuple(enqueued(wanted, digest, effects, understood) for wanted in planned.wanted)
    waiting = any(placed.status in OPEN for placed in placements)
    return FileReport(
        checked=planned.checked,
        status=FileStatus.QUEUED if waiting else file_status(placements),
        placements=placements,
        problems=planned.problems,
    )


async def placed_by_workers(wanted: Wanted, effects: Effects) -> Placement:
    """An order put into the queue and awaited, as long as orders are followed; its results are for whoever awaits it to write.

    Raises `LedgerError`.
    """
    deadline = effects.monotonic() + effects.poll_timeout
    placed = await effects.read(lambda: enqueued(wanted, BY_WHOEVER_WAITS, effects))
    while placed.status in (*OPEN, Status.UNKNOWN):
        if effects.monotonic() >= deadline:
            return placed if placed.error else replace(placed, error=say("It waits for a worker."))
        await effects.sleep(_LOOK)
        entry = await effects.read(lambda: effects.ledger.standing(wanted.identity))
        placed = placed if entry is None else placement(entry, wanted.order, effects.target)
    return placed


def enqueued(wanted: Wanted, digest: str, effects: Effects, told: str = "") -> Placement:
    """An order put into the queue, where it is not placed yet; what the ledger says of it then."""
    while True:
        entry, decision = decide(wanted, effects)
        if decision.step is Step.SEND:
            plan = plan_of(wanted, decision.attempt, effects)
            (entry,) = effects.ledger.make([put(plan, effects.who, effects.stamp(), digest, told)])
        elif decision.step in (Step.RESEND, Step.LOOK, Step.POLL) and entry is not None:
            effects.ledger.make([adopt(entry, digest, told)])
        if entry is None:
            continue  # another process was first: look again at what it wrote
        return placement(entry, wanted.order, effects.target, already=entry.status is Status.COMPLETED)
