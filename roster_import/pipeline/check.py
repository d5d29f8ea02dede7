"""Files checked as a command asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.pipeline.run import check_files
from roster_import.pipeline.session import NOBODY, memory_path, read_settings, readers
from roster_import.recognise.remembered import load as load_memory
from roster_import.recognise.remembered import save as save_memory
from roster_import.recognise.remembered import with_answers
from roster_import.targets import target as target_named

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from roster_import.check.check_workbook import CheckOptions
    from roster_import.check.order_details import Defaults
    from roster_import.check.rules import Sport
    from roster_import.model.layout import Meaning
    from roster_import.model.report import Checked
    from roster_import.pipeline.options import AmendCommand, CheckCommand, FilesCommand
    from roster_import.pipeline.session import Person
    from roster_import.place.place_order import Effects
    from roster_import.read import ReadOptions
    from roster_import.settings import Settings
    from roster_import.write.reader_language import Reader


def look_at(command: FilesCommand, person: Person = NOBODY) -> tuple[list[Checked], CheckOptions, Reader]:
    """The files checked as `check` does, but for what the ledger knows; the options they were checked with; who reads."""
    settings = read_settings(command, person)
    files, answers = _files(command), check_options(command, settings, sandbox=False)
    checked = check_files(files, answers, target_named(settings.target, settings.system), _reading(command))
    _remember(checked, answers, settings, command)
    return checked, answers, readers(settings)


def _files(command: FilesCommand) -> list[Path]:
    files: list[Path] = list(dict.fromkeys(command.files))
    for path in files:
        if not path.exists():
            raise UsageError(
                say("There is no file {path}. Nothing was sent.", path=path)
                if path.suffix
                else say("There is no command and no file {path}. Nothing was sent.", path=path)
            )
        if path.is_dir():
            raise UsageError(say("{path} is a folder, not a workbook. Nothing was sent.", path=path))
    return files


def check_options(command: FilesCommand, settings: Settings, *, sandbox: bool) -> CheckOptions:
    """What a check is told by options and settings; raises `UsageError` where one of them cannot be used."""
    from roster_import.check.check_workbook import CheckOptions
    from roster_import.pipeline.catalogue_facts import known_facts
    from roster_import.pipeline.effects import settings_catalogue

    return CheckOptions(
        defaults=_defaults(command, settings),
        print_name=settings.print_name,
        mapping=dict(_mapping(text) for text in command.mapping),
        sheets=command.sheets,
        remembered=load_memory(memory_path(settings)),
        apply_safe=command.apply_safe,
        sport=_sport(settings.sport),
        catalogue=settings_catalogue(settings.catalogue_file),
        facts=known_facts(settings, sandbox=sandbox),
    )


def _defaults(command: FilesCommand, settings: Settings) -> Defaults:
    from roster_import.check.order_details import Defaults

    return Defaults(
        reference=command.reference,
        order=settings.order,
        delivery=settings.delivery,
        organizations=settings.organizations,
    )


def _sport(name: str) -> Sport:
    from roster_import.check.rules import Sport

    if name not in set(Sport):
        raise UsageError(say("There are no rules for {name!r}. Known: {known}.", name=name, known=", ".join(Sport)))
    return Sport(name)


def _mapping(text: str) -> tuple[str, tuple[Meaning, str | None]]:
    from roster_import.model.layout import Meaning

    heading, _, meaning = text.rpartition("=")
    name, _, of = meaning.partition(":")
    if not heading or name not in set(Meaning):
        raise UsageError(
            say(
                '--map {text!r} is not HEADING=MEANING, such as --map "Rückennr.=number". Meanings: {known}.',
                text=text,
                known=", ".join(Meaning),
            )
        )
    return heading, (Meaning(name), of or None)


def _reading(command: FilesCommand) -> ReadOptions:
    from roster_import.read import ReadOptions

    return ReadOptions(encoding=command.encoding, delimiter=command.delimiter)


def _with_facts(
    checked: list[Checked],
    answers: CheckOptions,
    command: CheckCommand | AmendCommand,
    settings: Settings,
    effects: Effects,
    *,
    connected: bool,
) -> tuple[list[Checked], CheckOptions]:
    """The files checked with what the order system says of the designs and logos they name."""
    from roster_import.pipeline.catalogue_facts import checked_with_facts, is_offline

    if is_offline(settings) or not any(one.named for one in checked):
        return checked, answers
    return checked_with_facts(
        checked, answers, settings, effects.ledger, effects.target, sandbox=command.sandbox, connected=connected
    )


def _remember(checked: Sequence[Checked], answers: CheckOptions, settings: Settings, command: FilesCommand) -> None:
    """Keep what was answered now, by option or at the terminal, for files that turned out right."""
    said = answers.print_name if answers.print_name != settings.print_name or command.print_name else None
    memory = answers.remembered
    for one in checked:
        for layout in one.layouts if not one.errors else ():
            memory = with_answers(memory, layout, answers.mapping, said)
    if memory != answers.remembered:
        save_memory(memory_path(settings), memory)
