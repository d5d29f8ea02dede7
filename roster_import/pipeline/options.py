"""What a command was told, and the settings that follow."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from roster_import.errors import UsageError
from roster_import.language.catalogues import LANGUAGES
from roster_import.language.messages import say
from roster_import.language.translations import in_language
from roster_import.model.setting_names import PREFIX
from roster_import.settings import Settings, environment, load_settings
from roster_import.write.reader_language import Reader, reader

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


Options = dict[str, Any]


def read_settings(options: Mapping[str, Any]) -> Settings:
    """The settings of a command; says on stderr which environment names mean nothing."""
    given = {name: options.get(name) for name in ("target", "print_name", "sport")}
    settings = load_settings(given, environment(), Path.cwd())
    for name in settings.unknown_environment:
        said = say("warning: {name} is no setting and does nothing.", name=name)
        click.echo(f"roster-import: {in_language(said, readers(options, settings).general)}", err=True)
    if options.get("sandbox"):  # what the stand-in took stays on this machine, and so does what is known of it
        settings = replace(settings, ledger_server=None)
    return _for_test_orders(settings) if options.get("test_order") else settings


def readers(options: Mapping[str, Any], settings: Settings) -> Reader:
    """Who reads what this command says."""
    return reader(options.get("language"), settings.language, environment())


def language_at_the_door(arguments: Sequence[str], environment: Mapping[str, str], folder: Path) -> str:
    """The language of a command that ended before it was understood, or whose settings cannot be read."""
    try:
        setting = load_settings({}, environment, folder).language
    except UsageError:
        setting = None
    return reader(_language_option(arguments), setting, environment).general


def _language_option(arguments: Sequence[str]) -> str | None:
    """The value of `--language` among arguments, where it is one of `LANGUAGES`."""
    option = re.search(rf"--language[= ]({'|'.join(LANGUAGES)})(?![^ ])", " ".join(arguments))
    return option[1] if option else None


def _for_test_orders(settings: Settings) -> Settings:
    if settings.target != "dropday":
        raise UsageError(
            say("{system} knows no test orders; try it with --sandbox. Nothing was sent.", system=settings.target)
        )
    return replace(settings, system={**settings.system, "test_order": True})


def poll_interval_given() -> bool:
    """Whether somebody set how often orders are asked for."""
    return bool(environment().get(f"{PREFIX}POLL_INTERVAL"))


def memory_path(settings: Settings) -> Path:
    """Where answers about headings are kept: beside the ledger."""
    return settings.ledger.with_name("headings.json")
