"""`watch` and `release`: a folder watched, asked about, and a held file let go."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.language.translations import in_language
from roster_import.model.report import Report
from roster_import.pipeline.options import read_settings, readers
from roster_import.settings import Settings, environment, load_settings
from roster_import.watch.folders import refuse_own_folder
from roster_import.watch.held import release
from roster_import.watch.options import WatchOptions, watch_options
from roster_import.watch.start import watch_folder
from roster_import.watch.status import status_lines, status_of
from roster_import.write.run_report import HAS_ERRORS, document

Options = dict[str, Any]


def watch_command(options: Options) -> int:
    """Watch a folder, or say how its watch does; the exit status of the contract, or as monitors read it."""
    if options["status"]:
        return _status(options)
    once, as_json = options["once"], options["as_json"]
    status, tried = watch_folder(options, None if once and as_json else sys.stdout if as_json else sys.stderr)
    if once and as_json:
        files = [file.answer["document"] for file in tried]
        click.echo(json.dumps({**document(Report(files=())), "files": files}, ensure_ascii=False, indent=2))
    elif tried:
        click.echo("\n".join(line for file in tried for line in file.answer["lines"]))
    return status


def _status(options: Options) -> int:
    folder: Path = options["folder"]
    refuse_own_folder(folder)
    settings, given, unsettled = _settings_or_usual(options)
    status = status_of(folder, settings, given, unsettled=unsettled, within=options["within"])
    if options["as_json"]:
        click.echo(json.dumps(status.document(), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(status_lines(status, readers(options, settings).general)))
    return status.exit_status


def release_command(files: tuple[Path, ...], language: str | None = None) -> int:
    """Let held files go: the watch takes them up at its next look, whatever the limits and warnings are."""
    settings, options, unsettled = _settings_or_usual({})
    spoken = readers({"language": language}, settings).general
    for file in files:
        click.echo(in_language(release(file, options), spoken))
    if unsettled:
        click.echo(in_language(say("Trouble: {trouble}", trouble=unsettled), spoken), err=True)
    return HAS_ERRORS if unsettled else 0


def _settings_or_usual(options: Options) -> tuple[Settings, WatchOptions, str]:
    """The settings; where they cannot be used the usual ones, and why: a watch that is asked for is there all the same."""
    try:
        settings = read_settings(options)
        return settings, watch_options(settings.watch, settings.notify), ""
    except UsageError as error:
        return _usual_settings(), WatchOptions(), error.message


def _usual_settings() -> Settings:
    """The settings without any file: what the environment says, and where that cannot be used, either, nothing at all."""
    nowhere = Path("no settings")
    try:
        return load_settings({}, environment(), nowhere, nowhere)
    except UsageError:
        return load_settings({}, {}, nowhere, nowhere)
