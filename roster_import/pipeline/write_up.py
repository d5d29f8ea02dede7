"""The results workbook of a file whose orders workers have placed, written from what the ledger says of them."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.pipeline.check import check_files, check_options, limits_of, reading_of
from roster_import.pipeline.effects import opened_ledger, planning_effects
from roster_import.pipeline.looked_at import with_bytes
from roster_import.pipeline.options import FilesCommand
from roster_import.pipeline.run import place_files
from roster_import.pipeline.session import readers
from roster_import.place.known import placement
from roster_import.place.unfinished import plan_resume

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.placement import Placement
    from roster_import.model.report import Checked
    from roster_import.place.conversation import Effects
    from roster_import.place.place_order import Wanted
    from roster_import.settings import Settings


def write_up(settings: Settings, file: str, numbers: Sequence[int]) -> str:
    """Write the results workbook of a file with these orders, unless it is written; what kept it from being, else empty.

    By a connection of its own, so that it may be called in any thread. Raises `LedgerError`.
    """
    answers = check_options(FilesCommand(), settings, sandbox=False)
    with opened_ledger(settings) as ledger:
        effects = planning_effects(settings, ledger, lambda *_: None, new_order=False)
        entries = [ledger.entry(number) for number in numbers]
        if all(entry.results_written for entry in entries):
            return ""

        def checked(path: Path) -> Checked:
            return with_bytes(check_files([path], answers, effects.target, reading_of(FilesCommand(), settings))[0])

        planned = plan_resume(Path(file), entries, effects, checked)
        written = place_files([planned], effects, readers(settings), place=_as_it_stands, limits=limits_of(settings))
        (report,) = asyncio.run(written).files
    problems = (problem.message for problem in report.problems if problem.code == "results-not-written")
    return next(problems, "") if report.results_missing else ""


async def _as_it_stands(wanted: Wanted, effects: Effects) -> Placement:
    entry = effects.ledger.standing(wanted.identity)
    if entry is None:
        raise AssertionError("only orders that stand in the ledger are written up")
    return placement(entry, wanted.order, effects.target)
