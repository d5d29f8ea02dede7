"""`template`: called, and where the workbook lies printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from roster_import.cli.terminal import Terminal
from roster_import.language.messages import say
from roster_import.language.translations import in_language
from roster_import.model.sheets import ORDER, ROSTER

if TYPE_CHECKING:
    from roster_import.pipeline.options import TemplateCommand


def template_command(command: TemplateCommand) -> int:
    """Write the template, never over something else unless asked to."""
    from roster_import.pipeline.template import template

    made = template(command, Terminal())
    for note in made.notes:
        click.echo(f"roster-import: {in_language(note, made.language)}", err=True)
    message = say(
        "{path}: fill in the sheets {order} and {roster}, then run roster-import {path}",
        path=made.path,
        order=ORDER.name,
        roster=ROSTER.name,
    )
    click.echo(in_language(message, made.language))
    return 0
