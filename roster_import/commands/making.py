"""`template` and `sandbox`: a blank workbook, and a stand-in order system to try it with."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from roster_import.columns import ORDER, ROSTER
from roster_import.errors import UsageError
from roster_import.settings import is_loopback
from roster_import.speech import in_language
from roster_import.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.catalogue import CatalogueEntry
    from roster_import.write.template_plan import CatalogueRow

_NAMES = {"en": "roster.xlsx", "da": "roster.da.xlsx", "de": "roster.de.xlsx"}


def template_command(options: dict[str, Any]) -> int:
    """Write the template, never over something else unless asked to."""
    from roster_import.write.files import write_whole
    from roster_import.write.template import template_workbook

    language = options["language"] or _language()
    path = options["out"] or Path(_NAMES[language])
    if path.is_dir():
        path = path / _NAMES[language]
    if path.suffix.lower() != ".xlsx":
        raise UsageError(
            say("{path}: the template is an Excel workbook; give it a name that ends in .xlsx.", path=path)
        )
    if path.exists() and not options["force"]:
        raise UsageError(
            say("{path} is already there and was left alone. Give another name, or add --force.", path=path)
        )
    rows = known_rows(options["fill"]) if options["fill"] else ()
    write_whole(path, template_workbook(language, rows), replace=options["force"])
    message = say(
        "{path}: fill in the sheets {order} and {roster}, then run roster-import {path}",
        path=path,
        order=ORDER.name(language),
        roster=ROSTER.name(language),
    )
    click.echo(in_language(message, language))
    return 0


def _language() -> str:
    """The language nobody named: the setting's, the locale's."""
    from roster_import.commands.importing import read_settings, readers

    return readers({}, read_settings({})).general


def known_rows(text: str) -> tuple[CatalogueRow, ...]:
    """The Catalogue sheet's rows for what is known here and named in `text`: all, or ids and words of titles with commas.

    The logos of a design that is named come with it. Raises `UsageError` where nothing is found.
    """
    from roster_import.catalogue import with_facts
    from roster_import.commands.facts import shelf
    from roster_import.commands.importing import read_settings
    from roster_import.wiring import settings_catalogue

    settings = read_settings({})
    assortment = shelf(settings, sandbox=False).read()
    known, _ = with_facts(settings_catalogue(settings.catalogue_file), assortment.entries(time.time()))
    wanted = [part.strip().casefold() for part in text.split(",") if part.strip()]
    found = [one for one in known.entries if one.state != "draft" and (wanted == ["all"] or _is_wanted(one, wanted))]
    on_them = {logo for one in found if one.kind == "design" for logo in one.placeholders.ids}
    found += [one for one in known.entries if one.kind == "logo" and one.id in on_them and one not in found]
    if not found:
        raise UsageError(
            f"Nothing known here is meant by {text!r}. Ask the order system first, with roster-import designs ID and "
            "roster-import logos, or name a catalogue file in the settings."
        )
    return tuple(_row(one) for one in found if one.title)


def _is_wanted(entry: CatalogueEntry, wanted: Sequence[str]) -> bool:
    names = {str(entry.id), (entry.code or "").casefold()}
    return any(part in names or (not part.isdigit() and part in entry.title.casefold()) for part in wanted)


def _row(entry: CatalogueEntry) -> CatalogueRow:
    from roster_import.model import LogoKind
    from roster_import.money import parse_amount
    from roster_import.write.template_plan import CatalogueRow

    kinds = {LogoKind.NAME: "NameLogo", LogoKind.NUMBER: "NumberLogo"}
    placeholders = tuple(f"{kinds[kind]} {number}" for number, kind in entry.placeholders.kinds)
    nothing = entry.placeholders.name is False and entry.placeholders.number is False
    return CatalogueRow(
        title=entry.title,
        kind=entry.kind,
        id=entry.id,
        code=entry.code,
        type=entry.type or None,
        placeholders=placeholders or (("none",) if nothing else ()),
        sizes=entry.sizes,
        price=parse_amount(entry.price) if entry.price else None,
    )


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
        **parse_switches(options["switches"]),
    )
    serve_forever(settings, lambda url: _ready(url, options["key"]))
    return 0


def _ready(url: str, key: str) -> None:
    click.echo(f"The sandbox listens at {url}; stop it with Ctrl-C. To place orders with it:")
    click.echo(f"  ROSTER_IMPORT_KITMAKER_URL={url} ROSTER_IMPORT_KITMAKER_API_KEY={key} roster-import club.xlsx")
    click.echo(f"Its Dropday is at {url}/api/v1, its JTL-Wawi at {url}/erp; docs/sandbox.md says more.")
