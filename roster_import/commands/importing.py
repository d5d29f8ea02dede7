"""`import`, `check` and `resume`: files checked, shown, asked about once, placed, and reported."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from roster_import.commands.showing import Progress, order_table
from roster_import.errors import LedgerError, UsageError
from roster_import.importer import (
    Planned,
    check_files,
    checked_report,
    finish_file,
    place_files,
    plan_file,
    plan_resume,
    stopped_report,
    unfinished_files,
)
from roster_import.model import FileStatus, Placement, Report
from roster_import.place import place_order
from roster_import.report import UNFINISHED, counted, document, exit_status, goods_in_words, problem_line, report_lines
from roster_import.resultsfile import check_output
from roster_import.settings import PREFIX, Settings, environment, load_settings
from roster_import.wiring import opened_ledger, order_system, planning_effects, realm, sending_effects

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping, Sequence

    from roster_import.checking import CheckOptions
    from roster_import.model import Checked, Meaning
    from roster_import.place import Effects
    from roster_import.read import ReadOptions

Options = dict[str, Any]


def import_command(options: Options) -> int:
    """Place the orders of the files; the exit status of the contract."""
    settings = read_settings(options)
    files, output = _files(options), options["output"]
    check_output(files, output)
    if options["dry_run"]:
        return check_command(options)
    with (
        order_system(settings, sandbox=options["sandbox"], poll_interval_given=_poll_interval_given()) as settings,
        opened_ledger(settings) as ledger,
    ):
        progress = Progress()
        effects = planning_effects(settings, ledger, progress.tell, new_order=options["new_order"])
        checked = _checked(files, options, settings, effects)
        planned = [plan_file(one, effects, realm(settings), output) for one in checked]
        planned = _with_warnings_judged(planned, options)
        if not _may_place(planned, options, effects):
            return _declined(planned, options)
        progress.expect(sum(len(one.wanted) for one in planned if not one.stopped))
        try:
            report = _run(_place(planned, effects, settings, output))
        except LedgerError as error:
            click.echo(f"roster-import: {error.message} Run roster-import resume once it is mended.", err=True)
            return UNFINISHED
        finally:
            progress.done()
    return _print(report, options)


def check_command(options: Options) -> int:
    """Check the files, and say what the ledger knows of their orders; nothing is sent."""
    settings = read_settings(options)
    files = _files(options)
    checked, ledger_needed = None, settings.ledger.exists()
    if not ledger_needed:
        checked = _check(files, options, settings)
        return _print(Report(files=tuple(checked_report(_unknown(one, settings)) for one in checked)), options)
    with opened_ledger(settings) as ledger:
        effects = planning_effects(settings, ledger, Progress().tell, new_order=bool(options.get("new_order")))
        checked = _check(files, options, settings)
        planned = [plan_file(one, effects, _realm(settings, options), None) for one in checked]
        return _print(Report(files=tuple(checked_report(one) for one in planned)), options)


def resume_command(options: Options) -> int:
    """Bring every unfinished order to its end and write what is still to be written."""
    settings = read_settings(options)
    with (
        order_system(settings, sandbox=options["sandbox"], poll_interval_given=_poll_interval_given()) as settings,
        opened_ledger(settings) as ledger,
    ):
        progress = Progress()
        effects = planning_effects(settings, ledger, progress.tell, new_order=False)
        found = unfinished_files(ledger, realm(settings), effects.target)
        if not found and not options["as_json"]:
            click.echo("Nothing is unfinished.")
            return 0
        plans = [
            plan_resume(Path(file), entries, effects, lambda path: _check([path], options, settings)[0])
            for file, entries in found.items()
        ]
        progress.expect(sum(len(planned.wanted) for planned, _ in plans))
        try:
            report = _run(_resume([planned for planned, _ in plans], effects, settings))
        finally:
            progress.done()
    return _print(report, options)


# --------------------------------------------------------------------------------------------- settings and files


def read_settings(options: Mapping[str, Any]) -> Settings:
    """The settings of a command; says on stderr which environment names mean nothing."""
    given = {"target": options.get("target"), "print_name": options.get("print_name")}
    settings = load_settings(given, environment(), Path.cwd())
    for name in settings.unknown_environment:
        click.echo(f"roster-import: warning: {name} is no setting and does nothing.", err=True)
    return settings


def _poll_interval_given() -> bool:
    return bool(environment().get(f"{PREFIX}POLL_INTERVAL"))


def _files(options: Options) -> list[Path]:
    files: list[Path] = list(dict.fromkeys(options["files"]))
    for path in files:
        if not path.exists():
            raise UsageError(f"There is no file {path}. Nothing was sent.")
        if path.is_dir():
            raise UsageError(f"{path} is a folder, not a workbook. Nothing was sent.")
    return files


def _check_options(options: Options, settings: Settings) -> CheckOptions:
    from roster_import.checking import CheckOptions
    from roster_import.details import Defaults
    from roster_import.wiring import settings_catalogue

    return CheckOptions(
        defaults=Defaults(reference=options.get("reference"), order=settings.order, delivery=settings.delivery),
        print_name=settings.print_name,
        mapping=dict(_mapping(text) for text in options.get("mapping", ())),
        catalogue=settings_catalogue(settings.catalogue_file),
    )


def _mapping(text: str) -> tuple[str, tuple[Meaning, str | None]]:
    from roster_import.model import Meaning

    heading, _, meaning = text.rpartition("=")
    name, _, of = meaning.partition(":")
    if not heading or name not in set(Meaning):
        raise UsageError(
            f'--map {text!r} is not HEADING=MEANING, such as --map "Rückennr.=number". Meanings: {", ".join(Meaning)}.'
        )
    return heading, (Meaning(name), of or None)


def _reading(options: Options) -> ReadOptions:
    from roster_import.read import ReadOptions

    return ReadOptions(encoding=options.get("encoding"), delimiter=options.get("delimiter"))


def _check(files: Sequence[Path], options: Options, settings: Settings) -> list[Checked]:
    from roster_import.targets import target

    return check_files(files, _check_options(options, settings), target(settings.target), _reading(options))


def _checked(files: Sequence[Path], options: Options, settings: Settings, effects: Effects) -> list[Checked]:
    """The files checked; a question that a person can answer is asked on a terminal, and the files checked again."""
    checked = check_files(files, _check_options(options, settings), effects.target, _reading(options))
    unclear = [p for one in checked for p in one.problems if p.code == "print-name-unclear"]
    if not unclear or not _asks(options):
        return checked
    click.echo(problem_line(unclear[0]).strip(), err=True)
    choice = click.prompt("Print the names", type=click.Choice(["as-written", "surname", "none"]), err=True)
    answered = replace(_check_options(options, settings), print_name=choice)
    return check_files(files, answered, effects.target, _reading(options))


def _unknown(checked: Checked, settings: Settings) -> Planned:
    """A checked file where there is no ledger yet: every order is still to be placed."""
    from roster_import.importer import identity
    from roster_import.model import Status
    from roster_import.targets import target

    system = target(settings.target)
    known = tuple(
        Placement(
            order=order, target=system.name, status=Status.PLANNED, key=identity(order, system, realm(settings)).key(1)
        )
        for order in checked.orders
    )
    return Planned(checked=checked, known=known, problems=checked.problems)


def _realm(settings: Settings, options: Options) -> Any:
    return "loopback" if options["sandbox"] else realm(settings)


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


def _may_place(planned: Sequence[Planned], options: Options, effects: Effects) -> bool:
    """Show what is about to be ordered and ask once; without a terminal, or with `--yes`, nobody is asked."""
    to_send = [order for one in planned for order in one.to_send]
    if not to_send or not _asks(options):
        return True
    for order in to_send:
        click.echo("\n".join(order_table(order)), err=True)
    for one in planned:
        for problem in one.problems:
            click.echo(problem_line(problem), err=True)
    question = f"Place {counted(len(to_send), 'order')} with {goods_in_words(to_send)} with {effects.target.title}?"
    return click.confirm(question, default=False, err=True)


def _declined(planned: Sequence[Planned], options: Options) -> int:
    report = Report(files=tuple(checked_report(one) for one in planned))
    _print(report, options)
    click.echo("Nothing was sent.", err=True)
    return 130


# ------------------------------------------------------------------------------------------------------ placing


def _run(work: Coroutine[Any, Any, Report]) -> Report:
    import asyncio

    return asyncio.run(work)


async def _place(planned: Sequence[Planned], effects: Effects, settings: Settings, output: Path | None) -> Report:
    async with sending_effects(effects, settings) as sending:
        return await place_files(planned, sending, output)


async def _resume(plans: Sequence[Planned], effects: Effects, settings: Settings) -> Report:
    from asyncio import gather

    async with sending_effects(effects, settings) as sending:
        reports = await gather(*(_resume_file(one, sending) for one in plans))
    return Report(files=tuple(reports))


async def _resume_file(planned: Planned, effects: Effects) -> Any:
    if planned.stopped:
        return stopped_report(planned)
    from asyncio import gather

    placements = tuple(await gather(*(place_order(one, effects) for one in planned.wanted)))
    named = {one.results for one in planned.wanted if one.results}
    output = Path(named.pop()) if len(named) == 1 else None
    report = finish_file(planned, placements, effects, output)
    return replace(report, status=FileStatus.PLACED) if report.status is FileStatus.ALREADY_PLACED else report


def _print(report: Report, options: Options) -> int:
    if options["as_json"]:
        click.echo(json.dumps(document(report), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(report_lines(report)))
    return exit_status(report)
