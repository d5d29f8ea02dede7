"""`check`, `import`, `amend` and `resume`: files checked, planned, agreed to, placed, and reported."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_import.errors import LedgerError, PluginFault
from roster_import.language.messages import joined, say
from roster_import.model.placement import Placement, Status
from roster_import.model.report import FileReport, FileStatus, Report, problems_path, results_path
from roster_import.pipeline.catalogue_facts import OrderSystemFacts, estimator, is_offline, shelf, with_estimates
from roster_import.pipeline.check import being_read, check_files_asking
from roster_import.pipeline.check_options import check_options, files_of, limits_of, reading_of
from roster_import.pipeline.effects import opened_ledger, planning_effects, realm, sending_effects
from roster_import.pipeline.frame_process import done_with_frames
from roster_import.pipeline.looked_at import changed_since, roster_among, with_bytes
from roster_import.pipeline.memory import as_options, is_ordered, remember
from roster_import.pipeline.options import AmendCommand, FilesCommand, ImportCommand, ResumeCommand
from roster_import.pipeline.run import checked_report, place_files, stopped_report, with_marked_workbook
from roster_import.pipeline.sandbox import order_system
from roster_import.pipeline.session import NOBODY, Awaited, Offer, poll_interval_given, read_settings, readers
from roster_import.pipeline.what_is_there import with_what_is_there
from roster_import.place.plan import one_order_per_reference, plan_amend, plan_file
from roster_import.targets import target as target_named
from roster_import.write.deliver import check_output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from roster_import.check.recognised import CheckOptions
    from roster_import.model.estimate import Estimate
    from roster_import.model.order import Order
    from roster_import.model.report import Checked
    from roster_import.pipeline.options import CheckCommand
    from roster_import.pipeline.session import Person
    from roster_import.place.conversation import Effects
    from roster_import.place.ledger.entry import Realm
    from roster_import.place.plan import Planned
    from roster_import.settings import Settings
    from roster_import.write.reader_language import Reader

    Plan = Callable[[Checked, Effects, Realm, Path], Planned]
    Guess = Callable[[Order], Estimate | None]


def check(command: CheckCommand, person: Person = NOBODY) -> Report:
    """The files checked, and what the ledger knows of their orders; nothing that places anything is sent."""
    return _looked_at(command, plan_file, person)


def place(command: ImportCommand, person: Person = NOBODY, settings: Settings | None = None) -> Report:
    """The orders of the files placed, followed to their end, and written into results workbooks.

    `settings`, here and below, are those of a club, where whoever calls has read them; else those of the command.
    """
    if command.dry_run:
        return _looked_at(command, plan_file, person, settings)
    return _sent(command, plan_file, person, settings)


def amend(command: AmendCommand, person: Person = NOBODY, settings: Settings | None = None) -> Report:
    """What was added to the files since they were ordered, ordered; what cannot be taken back is said."""
    if command.dry_run:
        return _looked_at(command, plan_amend, person, settings)
    return _sent(command, plan_amend, person, settings)


def _looked_at(
    command: CheckCommand | AmendCommand, plan: Plan, person: Person, settings: Settings | None = None
) -> Report:
    settings = settings or read_settings(command, person)
    output, new_order = _output(command), _new_order(command)
    files = files_of(command)
    check_output(files, output)
    with opened_ledger(settings, person.warn, make=False) as ledger:
        effects = planning_effects(settings, ledger, person.tell, new_order=new_order)
        read, *_ = _checked(files, command, settings, effects, connected=False, person=person)
        checked = with_what_is_there(read, settings, sandbox=command.sandbox)
        book = realm(settings, sandbox=command.sandbox)
        planned = _planned(checked, plan, effects, book, command)
        guess = _guess(planned, settings, effects, command)
    report = Report(files=tuple(map(checked_report, planned)))
    return reported(with_estimates(report, guess), output, settings)


def _sent(command: AmendCommand, plan: Plan, person: Person, settings: Settings | None = None) -> Report:
    files = files_of(command)
    check_output(files, command.output)
    with connect(command, person, settings) as run:
        checked, given, answers = _checked(files, command, run.settings, run.effects, connected=True, person=person)
        planned = one_order_per_reference(_planned(checked, plan, run.effects, run.book, command))
        guess = _guess(planned, run.settings, run.effects, command)
        offer = _offer(planned, guess, run, command)
        if person.answers and offer.files and not person.agrees(offer):
            report = Report(files=tuple(map(checked_report, planned)))
        else:
            if getattr(command, "enqueue", False):
                done = _enqueued(planned, run, command, answers)
            else:
                done = place_planned(planned, run, person)
            report = _with_changes(with_estimates(done, guess))
            remember(report.files, answers, run.settings, command, sandbox=command.sandbox)
        if not all(map(is_ordered, report.files)):
            _say_how_to_repeat(as_options(given, answers), person)
    return reported(report, command.output, run.settings)


def _output(command: CheckCommand | AmendCommand) -> Path | None:
    return command.output if isinstance(command, AmendCommand) else None


def _new_order(command: object) -> bool:
    return isinstance(command, AmendCommand) and command.new_order


def reported(report: Report, output: Path | None, settings: Settings) -> Report:
    """The report, with the problems workbooks of its files written."""
    people, limits = readers(settings), limits_of(settings)
    return Report(
        files=tuple(
            with_marked_workbook(file, problems_path(file.checked.path, output), people.of(file.checked), limits)
            for file in report.files
        )
    )


# ------------------------------------------------------------------------------------------------------ a run


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run that can place: its settings, the ledger and the order system behind its effects, its book, who reads."""

    settings: Settings
    effects: Effects
    book: Realm
    people: Reader


@contextmanager
def connect(command: AmendCommand | ResumeCommand, person: Person, settings: Settings | None = None) -> Iterator[Run]:
    """The run with the ledger opened and the order system at hand, as long as the block."""
    given = settings or read_settings(command, person)
    target_named(given.target, given.system)
    interval = poll_interval_given(command)
    with (
        order_system(given, sandbox=command.sandbox, poll_interval_given=interval) as connected,
        opened_ledger(connected, person.warn) as ledger,
    ):
        effects = planning_effects(connected, ledger, person.tell, new_order=_new_order(command))
        book = realm(connected, sandbox=command.sandbox)
        yield Run(settings=connected, effects=effects, book=book, people=readers(connected))


def place_planned(planned: Sequence[Planned], run: Run, person: Person) -> Report:
    """Place everything; where the ledger or a plug-in fails under way, which is said, nobody can tell what became of it."""
    import asyncio

    person.expect(_awaited(planned, run))
    try:
        placed: list[Report] = []
        # Not what `run` returns: as it puts Ctrl-C back, all of that would be written out, however much it is.
        asyncio.run(_place_all(planned, run, placed.append))
        return placed[0]
    except (LedgerError, PluginFault) as error:
        person.warn(joined(error.message, say("Run roster-import resume once it is mended.")))
        return Report(files=tuple(_cut_off(file, error.message) for file in planned))
    finally:
        person.ended()


def _enqueued(planned: Sequence[Planned], run: Run, command: FilesCommand, answers: CheckOptions) -> Report:
    """Everything put into the queue; who finds no queue there has sent nothing."""
    from roster_import.pipeline.enqueue import put_into_queue
    from roster_import.pipeline.understood import as_understood

    def told(checked: Checked) -> str:
        return as_understood(checked, command, answers, run.settings, run.people)

    return put_into_queue(planned, run.effects, told)


def _awaited(planned: Sequence[Planned], run: Run) -> Awaited:
    """What a person is to wait for, in the file's language where there is one file."""
    return Awaited(
        orders=sum(len(file.wanted) for file in planned if not file.stopped),
        system=run.effects.target.title,
        language=_language(planned, run),
        usual=_usual(getattr(run.effects.target, "usual_seconds", None)),
    )


def _usual(seconds: object) -> tuple[int, int] | None:
    """What a target says of its usual time, where it is such a thing: nobody checked what another package says."""
    match seconds:
        case (int() as least, int() as most):
            return least, most
        case _:
            return None


def _language(planned: Sequence[Planned], run: Run) -> str:
    return run.people.of(planned[0].checked) if len(planned) == 1 else run.people.general


async def _place_all(planned: Sequence[Planned], run: Run, take: Callable[[Report], object]) -> None:
    roster = roster_among((file.checked for file in planned), run.effects.roster)
    async with sending_effects(run.effects, run.settings) as sending:
        limits = limits_of(run.settings)
        take(await place_files(planned, replace(sending, roster=roster), run.people, limits=limits))


def _with_changes(report: Report) -> Report:
    """The report, with what is to be said of files that were changed meanwhile."""

    def told(file: FileReport) -> FileReport:
        changed = changed_since(file.checked) if file.placements else None
        return file if changed is None else replace(file, problems=(*file.problems, changed))

    return replace(report, files=tuple(map(told, report.files)))


def _cut_off(planned: Planned, why: str) -> FileReport:
    """The report of a file whose orders may or may not have been placed, as nothing could be written down any more."""
    if planned.stopped:
        return stopped_report(planned)
    known = planned.known or [
        Placement(
            order=wanted.order,
            target=wanted.identity.target,
            status=Status.UNKNOWN,
            realm=wanted.identity.realm,
        )
        for wanted in planned.wanted
    ]
    placements = (
        placement if placement.already else replace(placement, status=Status.UNKNOWN, error=why) for placement in known
    )
    return FileReport(
        checked=planned.checked, status=FileStatus.UNFINISHED, placements=tuple(placements), problems=planned.problems
    )


# --------------------------------------------------------------------------------------------- checked and planned


def _checked(
    files: Sequence[Path],
    command: CheckCommand | AmendCommand,
    settings: Settings,
    effects: Effects,
    *,
    connected: bool,
    person: Person = NOBODY,
) -> tuple[list[Checked], CheckOptions, CheckOptions]:
    """The files checked; what a person can answer is asked. With what was given, and what is answered by then."""
    system = None if is_offline(settings) else _system(settings, effects, sandbox=command.sandbox, connected=connected)
    with being_read(files, reading_of(command, settings), person) as reading:  # before what checks them is loaded
        options = check_options(command, settings, sandbox=command.sandbox)
        checked, answers = check_files_asking(reading, options, effects, system, person, readers(settings))
    done_with_frames()
    return list(map(with_bytes, checked)), options, answers


def _say_how_to_repeat(answers: Sequence[str], person: Person) -> None:
    """Say how to be asked no more what was answered for nothing: only what was ordered by is remembered."""
    if answers:
        person.warn(
            say(
                "What you answered is remembered once an order is placed. Not to be asked again until then, add to the "
                "command: {options}",
                options=" ".join(answers),
            )
        )


def _system(settings: Settings, effects: Effects, *, sandbox: bool, connected: bool) -> OrderSystemFacts:
    """The order system to be asked what it has."""
    return OrderSystemFacts(
        settings=settings,
        target=effects.target,
        sandbox=sandbox,
        connected=connected,
        shelf=shelf(settings, sandbox=sandbox),
    )


def _planned(
    checked: Sequence[Checked], plan: Plan, effects: Effects, book: Realm, command: CheckCommand | AmendCommand
) -> list[Planned]:
    """What is to be done with each file; with `--no-accept-warnings` a warning stops its file as an error does."""
    planned = [plan(file, effects, book, results_path(file.path, _output(command))) for file in checked]
    if command.accept_warnings is not False:
        return planned
    return [
        replace(file, problems=tuple(replace(problem, level="error") for problem in file.problems)) for file in planned
    ]


def _guess(
    planned: Sequence[Planned], settings: Settings, effects: Effects, command: CheckCommand | AmendCommand
) -> Guess:
    to_send = [(order, file.checked.prices) for file in planned for order in file.to_send]
    return estimator(settings, effects.ledger, to_send, effects.target, sandbox=command.sandbox)


def _offer(planned: Sequence[Planned], guess: Guess, run: Run, command: AmendCommand) -> Offer:
    """What a person is to agree to, in the file's language where there is one file."""
    files = tuple(replace(file.checked, orders=file.to_send) for file in planned if file.to_send)
    costs = {order.reference: cost.words for file in files for order in file.orders if (cost := guess(order))}
    return Offer(
        files=files,
        costs=costs,
        problems=tuple(problem for file in planned for problem in file.problems),
        system=run.effects.target.title,
        realm=run.book,
        language=_language(planned, run),
        output=command.output if command.output is not None and command.output.is_dir() else None,
    )
