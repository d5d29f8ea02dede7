"""`template` and `sandbox`: a blank workbook, and a stand-in order system to try it with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from roster_import.errors import UsageError
from roster_import.language.catalogues import ENGLISH
from roster_import.language.messages import say
from roster_import.language.translations import in_language
from roster_import.model.setting_names import is_loopback
from roster_import.model.sheets import ORDER, ROSTER


def template_command(options: dict[str, Any]) -> int:
    """Write the template, never over something else unless asked to."""
    from roster_import.cli.template_rows import stocked
    from roster_import.files import write_whole
    from roster_import.write.template.workbook import template_workbook

    language = options["language"] or _language()
    name = "roster.xlsx" if language == ENGLISH else f"roster.{language}.xlsx"
    path = options["out"] or Path(name)
    if path.is_dir():
        path = path / name
    if path.suffix.lower() != ".xlsx":
        raise UsageError(
            say("{path}: the template is an Excel workbook; give it a name that ends in .xlsx.", path=path)
        )
    if path.exists() and not options["force"]:
        raise UsageError(
            say("{path} is already there and was left alone. Give another name, or add --force.", path=path)
        )
    stock = stocked(options, language)
    content = template_workbook(language, stock.rows, logo_titles=stock.logo_titles)
    write_whole(path, content, replace=options["force"])
    message = say(
        "{path}: fill in the sheets {order} and {roster}, then run roster-import {path}",
        path=path,
        order=ORDER.name,
        roster=ROSTER.name,
    )
    click.echo(in_language(message, language))
    return 0


def _language() -> str:
    """The language nobody named: the setting's, the locale's."""
    from roster_import.pipeline.options import read_settings, readers

    return readers({}, read_settings({})).general


def sandbox_command(options: dict[str, Any]) -> int:
    """Serve the sandbox until it is stopped, saying on stdout where it listens."""
    from roster_import.pipeline.sandbox import sandbox_refusals
    from roster_import.sandbox import SandboxOptions, parse_switches, serve_forever

    host = options["host"]
    if not is_loopback(f"http://{'[' + host + ']' if ':' in host else host}"):
        raise UsageError(f"The sandbox listens on this machine only, not on {host}: use 127.0.0.1 or localhost.")
    log = (lambda line: click.echo(line, err=True)) if options["verbose"] else None
    with sandbox_refusals():
        settings = SandboxOptions(
            state=options["state"],
            host=host,
            port=options["port"],
            api_key=options["key"],
            delay=options["delay"],
            catalogue=options["catalogue"],
            faults=options["faults"],
            log=log,
            **parse_switches(options["switches"]),
        )
        serve_forever(settings, lambda url: _ready(url, options["key"]))
    return 0


def _ready(url: str, key: str) -> None:
    click.echo(f"The sandbox listens at {url}; stop it with Ctrl-C. To place orders with it:")
    click.echo(f"  ROSTER_IMPORT_KITMAKER_URL={url} ROSTER_IMPORT_KITMAKER_API_KEY={key} roster-import club.xlsx")
    click.echo(f"Its Dropday is at {url}/api/v1, its JTL-Wawi at {url}/erp; docs/sandbox.md says more.")
