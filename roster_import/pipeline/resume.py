"""`resume`: what earlier runs left unfinished, brought to its end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.language.messages import listed, say
from roster_import.model.placement import Status
from roster_import.model.report import FileStatus, Report
from roster_import.model.setting_names import PREFIX
from roster_import.pipeline.check import check_files
from roster_import.pipeline.check_options import check_options, reading_of
from roster_import.pipeline.looked_at import with_bytes
from roster_import.pipeline.options import FilesCommand, ResumeCommand
from roster_import.pipeline.place import Run, connect, place_planned, reported
from roster_import.pipeline.session import NOBODY
from roster_import.place.unfinished import left_out as orders_left_out
from roster_import.place.unfinished import plan_resume, unfinished_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.report import Checked, LeftOut
    from roster_import.pipeline.session import Person
    from roster_import.place.ledger.entry import Entry


def resume(command: ResumeCommand, person: Person = NOBODY) -> Report:
    """Every unfinished order brought to its end, and what was still to be written; without files, nothing was unfinished."""
    with connect(command, person) as run:
        unfinished = unfinished_files(run.effects, run.book)
        ours = {file: each for file, each in unfinished.items() if not _owed_elsewhere(each, run.effects.who.host)}
        answers = check_options(FilesCommand(), run.settings, sandbox=command.sandbox)

        def checked(path: Path) -> Checked:
            reading = reading_of(FilesCommand(), run.settings)
            return with_bytes(check_files([path], answers, run.effects.target, reading)[0])

        plans = [plan_resume(Path(file), entries, run.effects, checked) for file, entries in ours.items()]
        finished = _as_finished(place_planned(plans, run, person) if plans else Report(files=()))
        left_out = orders_left_out(run.effects, run.book)
        _say_left_out(left_out, run, person)
        return replace(reported(finished, None, run.settings), left_out=tuple(left_out))


def _owed_elsewhere(entries: Sequence[Entry], host: str) -> bool:
    """Whether all there is left to do is to write a workbook, on another machine that has its folder."""
    return all(
        entry.status not in (Status.SENDING, Status.PENDING)
        and entry.host != host
        and entry.results is not None
        and not Path(entry.results).parent.is_dir()
        for entry in entries
    )


def _say_left_out(orders: Sequence[LeftOut], run: Run, person: Person) -> None:
    """Say which unfinished orders were left alone, and how each is finished."""
    own = say("the order system's own address")
    places: dict[tuple[str, str], list[str]] = {}
    for order in orders:
        places.setdefault((order.target, order.address), []).append(order.reference)
    for (system, address), references in places.items():
        if system != run.settings.target:
            said = say(
                "Left out, as placed with {system}: {references}. To finish, run roster-import resume with target = "
                '"{system}" in the settings.',
                system=system,
                references=listed(references),
            )
        else:
            said = say(
                "Left out, as placed at {address}: {references}. The settings name {here} now. To finish, set [{system}] url "
                "in roster-import.toml, or {variable}, to the address it was placed at, and run roster-import resume again.",
                address=address or own,
                references=listed(references),
                here=run.settings.url or own,
                system=system,
                variable=f"{PREFIX}{system.upper()}_URL",
            )
        person.warn(said)


def _as_finished(report: Report) -> Report:
    """A file whose orders this run only had to write up counts as placed."""
    return Report(
        files=tuple(
            replace(file, status=FileStatus.PLACED) if file.status is FileStatus.ALREADY_PLACED else file
            for file in report.files
        )
    )
