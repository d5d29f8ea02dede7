"""What a check is told by options and settings: which files, how they are read and understood, what one may cost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.errors import NoSuchFile, UsageError
from roster_import.language.messages import say
from roster_import.model.key_like import unless_key
from roster_import.pipeline.effects import catalogue_being_read
from roster_import.pipeline.frame_process import judge_at_hand
from roster_import.pipeline.memory import known_answers
from roster_import.read import Limits, ReadOptions

if TYPE_CHECKING:
    from pathlib import Path

    from roster_import.check.order_details import Defaults
    from roster_import.check.recognised import CheckOptions
    from roster_import.check.rules import Sport
    from roster_import.model.layout import Meaning
    from roster_import.pipeline.options import FilesCommand
    from roster_import.settings import Settings


def files_of(command: FilesCommand) -> list[Path]:
    """The files a command names, each once. Raises `UsageError` for what is no file."""
    files = list(dict.fromkeys(command.files))
    for path in files:
        if not path.exists():
            message = (
                say("There is no file {path}. Nothing was sent.", path=path)
                if path.suffix
                else say("There is no command and no file {path}. Nothing was sent.", path=path)
            )
            raise NoSuchFile(message, typed=str(path))
        if path.is_dir():
            raise UsageError(say("{path} is a folder, not a workbook. Nothing was sent.", path=path))
    return files


def check_options(command: FilesCommand, settings: Settings, *, sandbox: bool) -> CheckOptions:
    """What a check is told by options and settings; raises `UsageError` where one of them cannot be used."""
    catalogue = catalogue_being_read(settings)  # before what checks is loaded

    from roster_import.check.recognised import CheckOptions
    from roster_import.pipeline.catalogue_facts import known_facts

    return CheckOptions(
        defaults=_defaults(command, settings),
        print_name=settings.print_name,
        design=settings.design,
        mapping=dict(_mapping(text) for text in command.mapping),
        titles=dict(_title(text) for text in command.titles),
        sheets=command.sheets,
        remembered=known_answers(settings, sandbox=sandbox),
        apply_safe=command.apply_safe,
        sport=_sport(settings.sport),
        catalogue=catalogue(),
        facts=known_facts(settings, sandbox=sandbox),
        judge=judge_at_hand(),
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
        raise UsageError(
            say("There are no rules for {name!r}. Known: {known}.", name=unless_key(name), known=", ".join(Sport))
        )
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


def _title(text: str) -> tuple[str, str]:
    written, _, title = text.rpartition("=")
    if not written.strip() or not title.strip():
        raise UsageError(say('--title {text!r} is not TEXT=TITLE, such as --title "Heimtrikot=Home shirt".', text=text))
    return written.strip(), title.strip()


def reading_of(command: FilesCommand, settings: Settings) -> ReadOptions:
    """How the files are to be read, and what each may cost to be read, and to be checked."""
    return ReadOptions(encoding=command.encoding, delimiter=command.delimiter, limits=limits_of(settings))


def limits_of(settings: Settings) -> Limits:
    """What one file may cost to be read, to be checked, and to be written in."""
    usual = Limits().for_cells(settings.file_cells)
    return replace(usual, seconds=settings.file_seconds, memory=settings.file_megabytes * 1024 * 1024)
