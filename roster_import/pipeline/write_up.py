"""The results workbook of a file whose orders workers have placed, written from what the ledger says of them.

The file is understood as it was when its orders were put into the queue, so that the workbook is the one that a run which
had waited would have written.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.pipeline.catalogue_facts import OrderSystemFacts, is_offline, shelf
from roster_import.pipeline.check import being_read, check_files_asking
from roster_import.pipeline.check_options import limits_of
from roster_import.pipeline.effects import opened_ledger, planning_effects
from roster_import.pipeline.looked_at import with_bytes
from roster_import.pipeline.run import place_files
from roster_import.pipeline.session import readers
from roster_import.pipeline.understood import understood_again
from roster_import.place.known import placement
from roster_import.place.unfinished import plan_resume

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.placement import Placement
    from roster_import.model.report import Checked
    from roster_import.pipeline.understood import Understanding
    from roster_import.place.conversation import Effects
    from roster_import.place.place_order import Wanted
    from roster_import.settings import Settings


def write_up(settings: Settings, file: str, numbers: Sequence[int], told: str) -> str:
    """Write the results workbook of a file with these orders, unless it is written; what kept it from being, else empty.

    `told` is how the file was understood. By a connection of its own, so that it may be called in any thread. Raises
    `LedgerError`.
    """
    with opened_ledger(settings) as ledger:
        effects = planning_effects(settings, ledger, lambda *_: None, new_order=False)
        entries = [ledger.entry(number) for number in numbers]
        if all(entry.results_written for entry in entries):
            return ""
        file_as = understood_again(told, settings)
        planned = plan_resume(Path(file), entries, effects, lambda path: _checked(path, file_as, effects))
        written = place_files(
            [planned], effects, readers(file_as.settings), place=_as_it_stands, limits=limits_of(settings)
        )
        (report,) = asyncio.run(written).files
    problems = (problem.message for problem in report.problems if problem.code == "results-not-written")
    return next(problems, "") if report.results_missing else ""


def _checked(path: Path, file_as: Understanding, effects: Effects) -> Checked:
    settings = file_as.settings
    system = None
    if not is_offline(settings):
        system = OrderSystemFacts(
            settings=settings,
            target=effects.target,
            sandbox=False,
            connected=True,
            shelf=shelf(settings, sandbox=False),
        )
    with being_read([path], file_as.reading) as reading:
        (checked,), _ = check_files_asking(reading, file_as.options, effects, system)
    return with_bytes(checked)


async def _as_it_stands(wanted: Wanted, effects: Effects) -> Placement:
    entry = effects.ledger.standing(wanted.identity)
    if entry is None:
        raise AssertionError("only orders that stand in the ledger are written up")
    return placement(entry, wanted.order, effects.target)
