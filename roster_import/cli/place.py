"""`import`, `check` and `resume`: files checked, shown, asked about once, placed, and reported."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from roster_import.cli.terminal import Progress, ask_meaning, ask_print_name, order_table
from roster_import.errors import LedgerError
from roster_import.language.messages import joined, say, say_n
from roster_import.language.translations import in_language
from roster_import.model.paths import problems_path, results_path
from roster_import.model.placement import Placement, Status
from roster_import.model.report import FileReport, FileStatus, Report
from roster_import.pipeline.catalogue_facts import OrderSystemFacts, estimator, is_offline, shelf, with_estimates
from roster_import.pipeline.check import (
    Person,
    _files,
    _reading,
    _remember,
    check_files,
    check_files_asking,
    check_options,
)
from roster_import.pipeline.effects import opened_ledger, planning_effects, realm, sending_effects
from roster_import.pipeline.options import Options, poll_interval_given, read_settings, readers
from roster_import.pipeline.run import checked_report, place_files, stopped_report, with_marked_workbook
from roster_import.pipeline.sandbox import order_system
from roster_import.place.plan import (
    Planned,
    one_order_per_reference,
    plan_amend,
    plan_file,
    plan_resume,
    unfinished_files,
)
from roster_import.targets import target as target_named
from roster_import.write.deliver import check_output
from roster_import.write.run_report import document, exit_status, goods_in_words, problem_line, report_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from roster_import.model.estimate import Estimate
    from roster_import.model.order import Order
    from roster_import.model.report import Checked
    from roster_import.place.conversation import Effects
    from roster_import.place.entry import Entry, Realm
    from roster_import.place.place_order import Wanted
    from roster_import.settings import Settings
    from roster_import.write.reader_language import Reader

    Plan = Callable[[Checked, Effects, Realm, Path], Planned]


def import_command(options: Options) -> int:
    """Place the orders of the files; the exit status of the contract."""
    return check_command(options) if options["dry_run"] else _send(options, plan_file)


def amend_command(options: Options) -> int:
    """Order what was added to the files since they were ordered, and say what cannot be taken back."""
    return check_command(options, plan_amend) if options["dry_run"] else _send(options, plan_amend)


def check_command(options: Options, plan: Plan = plan_file) -> int:
    """Check the files, and say what the ledger knows of their orders; nothing is sent."""
    settings = read_settings(options)
    files, output = _files(options), options.get("output")
    check_output(files, output)
    with opened_ledger(settings, make=False) as ledger:
        new_order = bool(options.get("new_order"))
        effects = planning_effects(
            settings, ledger, Progress(readers(options, settings).general).tell, new_order=new_order
        )
        answers = check_options(options, settings)
        system = _system(options, settings, effects, connected=False)
        checked, answers = check_files_asking(files, answers, _reading(options), effects, system)
        _remember(checked, answers, settings, options)
        book = realm(settings, sandbox=options["sandbox"])
        planned = [plan(one, effects, book, results_path(one.path, output)) for one in checked]
        planned = _with_warnings_judged(planned, options)
        to_send = [order for one in planned for order in one.to_send]
        guess = estimator(settings, ledger, to_send, sandbox=options["sandbox"])
    return _print(
        with_estimates(Report(files=tuple(map(checked_report, planned))), guess), options, readers(options, settings)
    )


def resume_command(options: Options) -> int:
    """Bring every unfinished order to its end and write what is still to be written."""
    with _connected(options) as (settings, effects, progress):
        found = unfinished_files(effects.ledger, realm(settings, sandbox=options["sandbox"]), effects.target)
        found = {file: entries for file, entries in found.items() if not _owed_elsewhere(entries, effects.who.host)}
        if not found and not options["as_json"]:
            click.echo(in_language(say("Nothing is unfinished."), readers(options, settings).general))
            return 0

        def check(path: Path) -> Checked:
            return check_files([path], check_options(options, settings), effects.target)[0]

        plans = [plan_resume(Path(file), entries, effects, check) for file, entries in found.items()]
        people = readers(options, settings)
        report = _place(plans, effects, settings, progress, people)
    return _print(_as_finished(report), options, people)


def _owed_elsewhere(entries: Sequence[Entry], host: str) -> bool:
    """Whether all there is left to do is to write a workbook, on another machine that has its folder."""
    return all(
        entry.status not in (Status.SENDING, Status.PENDING)
        and entry.host != host
        and entry.results is not None
        and not Path(entry.results).parent.is_dir()
        for entry in entries
    )


def _send(options: Options, plan: Plan) -> int:
    files, output = _files(options), options["output"]
    check_output(files, output)
    with _connected(options) as (settings, effects, progress):
        checked = _checked(files, options, settings, effects)
        book = realm(settings, sandbox=options["sandbox"])
        planned = [plan(one, effects, book, results_path(one.path, output)) for one in checked]
        planned = one_order_per_reference(planned)
        planned = _with_warnings_judged(planned, options)
        to_send = [order for one in planned for order in one.to_send]
        guess = estimator(settings, effects.ledger, to_send, sandbox=options["sandbox"])
        people = readers(options, settings)
        if not _may_place(planned, options, effects, guess, people):
            return _declined(planned, options, people)
        report = _place(planned, effects, settings, progress, people)
    return _print(with_estimates(report, guess), options, people)


@contextmanager
def _connected(options: Options) -> Iterator[tuple[Settings, Effects, Progress]]:
    """Settings that can place, the ledger opened, and progress shown, as long as the block."""
    given = read_settings(options)
    progress = Progress(readers(options, given).general)
    target_named(given.target, given.system)
    with (
        order_system(given, sandbox=options["sandbox"], poll_interval_given=poll_interval_given()) as settings,
        opened_ledger(settings) as ledger,
    ):
        new_order = bool(options.get("new_order"))
        yield settings, planning_effects(settings, ledger, progress.tell, new_order=new_order), progress


def _place(
    planned: Sequence[Planned], effects: Effects, settings: Settings, progress: Progress, people: Reader
) -> Report:
    """Place everything; where the ledger fails under way, which is said on stderr, nobody can tell what became of it."""
    import asyncio

    progress.expect(sum(len(one.wanted) for one in planned if not one.stopped))
    try:
        return asyncio.run(_place_all(planned, effects, settings, people))
    except LedgerError as error:
        message = joined("roster-import:", error.message, say("Run roster-import resume once it is mended."))
        click.echo(in_language(message, progress.language), err=True)
        return Report(files=tuple(_cut_off(one, error.message) for one in planned))
    finally:
        progress.done()


def _unknown(wanted: Wanted) -> Placement:
    return Placement(order=wanted.order, target=wanted.identity.target, status=Status.UNKNOWN)


def _cut_off(planned: Planned, why: str) -> FileReport:
    """The report of a file whose orders may or may not have been placed, as nothing could be written down any more."""
    if planned.stopped:
        return stopped_report(planned)
    known = planned.known or [
        Placement(order=one.order, target=one.identity.target, status=Status.UNKNOWN) for one in planned.wanted
    ]
    found = (one if one.already else replace(one, status=Status.UNKNOWN, error=why) for one in known)
    return FileReport(
        checked=planned.checked, status=FileStatus.UNFINISHED, placements=tuple(found), problems=planned.problems
    )


async def _place_all(planned: Sequence[Planned], effects: Effects, settings: Settings, people: Reader) -> Report:
    async with sending_effects(effects, settings) as sending:
        return await place_files(planned, sending, people)


def _as_finished(report: Report) -> Report:
    """A file whose orders this run only had to write up counts as placed."""
    return Report(
        files=tuple(
            replace(file, status=FileStatus.PLACED) if file.status is FileStatus.ALREADY_PLACED else file
            for file in report.files
        )
    )


# --------------------------------------------------------------------------------------------- settings and files


def _checked(files: Sequence[Path], options: Options, settings: Settings, effects: Effects) -> list[Checked]:
    """The files checked; what a person can answer is asked on a terminal."""
    people = readers(options, settings)
    person = Person(
        meaning=lambda question, file: ask_meaning(question, people.of(file)),
        print_name=lambda problem, file: ask_print_name(problem, people.of(file)),
    )
    system = _system(options, settings, effects, connected=True)
    checked, answers = check_files_asking(
        files,
        check_options(options, settings),
        _reading(options),
        effects,
        system,
        person if _asks(options) else None,
    )
    _remember(checked, answers, settings, options)
    return checked


def _system(options: Options, settings: Settings, effects: Effects, *, connected: bool) -> OrderSystemFacts | None:
    """The order system to be asked what it has, None where it is not to be."""
    if is_offline(options, settings):
        return None
    sandbox = options["sandbox"]
    return OrderSystemFacts(
        settings=settings,
        target=effects.target,
        sandbox=sandbox,
        connected=connected,
        shelf=shelf(settings, sandbox=sandbox),
    )


# ------------------------------------------------------------------------------------------------------- asking


def _asks(options: Options) -> bool:
    """Whether a person sits at a terminal and wants to be asked."""
    return not options["yes"] and sys.stdin.isatty() and sys.stderr.isatty()


def _with_warnings_judged(planned: Sequence[Planned], options: Options) -> list[Planned]:
    """With `--no-accept-warnings` a warning stops its file as an error does."""
    if options["accept_warnings"] is not False:
        return list(planned)
    return [
        replace(one, problems=tuple(replace(problem, level="error") for problem in one.problems)) for one in planned
    ]


def _may_place(
    planned: Sequence[Planned],
    options: Options,
    effects: Effects,
    guess: Callable[[Order], Estimate | None],
    people: Reader,
) -> bool:
    """Show what is about to be ordered and ask once; without a terminal, or with `--yes`, nobody is asked."""
    from roster_import.cli.proof import confirmed

    language = people.of(planned[0].checked) if len(planned) == 1 else people.general

    to_send = [order for one in planned for order in one.to_send]
    if not to_send or not _asks(options):
        return True
    for order in to_send:
        expected = guess(order)
        click.echo("\n".join(order_table(order, expected.words if expected else "", language)), err=True)
    for one in planned:
        for problem in one.problems:
            click.echo(problem_line(problem, language), err=True)
    question = say_n(
        "Place {count} order with {goods} with {system}?",
        "Place {count} orders with {goods} with {system}?",
        len(to_send),
        goods=goods_in_words(to_send),
        system=effects.target.title,
    )
    files = [replace(one.checked, orders=one.to_send) for one in planned if one.to_send]
    return confirmed(question, files, {**options, "language": language})


def _declined(planned: Sequence[Planned], options: Options, people: Reader) -> int:
    report = Report(files=tuple(checked_report(one) for one in planned))
    _print(report, options, people)
    click.echo(in_language(say("Nothing was sent."), people.general), err=True)
    return 130


def _print(report: Report, options: Options, people: Reader) -> int:
    """Write the problems workbooks, say everything, and return the exit status."""
    output = options.get("output")
    files = (
        with_marked_workbook(file, problems_path(file.checked.path, output), people.of(file.checked))
        for file in report.files
    )
    report = Report(files=tuple(files))
    if options["as_json"]:
        click.echo(json.dumps(document(report), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(report_lines(report, people.of)))
    return exit_status(report)
