"""`template` and `sandbox`: a blank workbook, and a stand-in order system to try it with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from roster_import.errors import UsageError
from roster_import.settings import is_loopback

_NAMES = {"en": "roster.xlsx", "da": "roster.da.xlsx", "de": "roster.de.xlsx"}


def template_command(options: dict[str, Any]) -> int:
    """Write the template, never over something else unless asked to."""
    from roster_import.write.files import write_whole
    from roster_import.write.template import template_workbook

    path = options["out"] or Path(_NAMES[options["language"]])
    if path.is_dir():
        path = path / _NAMES[options["language"]]
    if path.suffix.lower() != ".xlsx":
        raise UsageError(f"{path}: the template is an Excel workbook; give it a name that ends in .xlsx.")
    if path.exists() and not options["force"]:
        raise UsageError(f"{path} is already there and was left alone. Give another name, or add --force.")
    write_whole(path, template_workbook(options["language"]), replace=options["force"])
    click.echo(f"{path}: fill in the sheets Order and Roster, then run roster-import {path}")
    return 0


def sandbox_command(options: dict[str, Any]) -> int:
    """Serve the sandbox until it is stopped, saying on stdout where it listens."""
    from roster_import.sandbox import SandboxOptions, parse_switches, serve_forever

    host = options["host"]
    if not is_loopback(f"http://{'[' + host + ']' if ':' in host else host}"):
        raise UsageError(f"The sandbox listens on this machine only, not on {host}: use 127.0.0.1 or localhost.")
    log = (lambda line: click.echo(line, err=True)) if options["verbose"] else None
    settings = SandboxOptions(
        state=options["state"],
        host=host,
        port=options["port"],
        api_key=options["key"],
        delay=options["delay"],
        catalogue=options["catalogue"],
        faults=options["faults"],
        log=log,
        kitmaker=parse_switches(options["switches"]),
    )
    serve_forever(settings, lambda url: _ready(url, options["key"]))
    return 0


def _ready(url: str, key: str) -> None:
    click.echo(f"The sandbox listens at {url}; stop it with Ctrl-C. To place orders with it:")
    click.echo(f"  ROSTER_IMPORT_KITMAKER_URL={url} ROSTER_IMPORT_KITMAKER_API_KEY={key} roster-import club.xlsx")
