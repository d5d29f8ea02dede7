"""The one door to the screen: nothing that is said steers it, whoever wrote the words.

Sheets, names of files and answers are other people's. What cannot be seen of them is shown by its number here, so that no
command has to think of it.
"""

from __future__ import annotations

import sys
from typing import Any

import click

from roster_import.language.invisible import in_json, on_one_line, visible

_FROM_THE_START = "\r\x1b[K"  # of the line, which is then empty


def show(*lines: str, err: bool = False) -> None:
    """Say lines on stdout, or on stderr; none of them becomes two."""
    for line in lines:
        click.echo(on_one_line(line), err=err)


def show_page(text: str, *, err: bool = False) -> None:
    """Say a page of our own words, such as help, its headings in bold where a terminal shows it."""
    click.echo(text.rstrip("\n"), err=err)


def show_document(document: Any) -> None:
    """Say JSON on stdout."""
    click.echo(in_json(document, indent=2))


def show_data(text: str) -> None:
    """Say on stdout what another program reads letter for letter; on a terminal it is shown as everything else."""
    click.echo(visible(text) if sys.stdout.isatty() else text, nl=False)


def show_state(text: str = "") -> None:
    """Say how things stand on stderr, instead of what was said so before."""
    click.echo(_FROM_THE_START + on_one_line(text), nl=False, err=True)


def ask(question: str, **how: Any) -> str:
    """Ask on stderr, as `click.prompt` does; the answer without blanks around it."""
    answer: str = click.prompt(on_one_line(question), err=True, **how)
    return answer.strip()
