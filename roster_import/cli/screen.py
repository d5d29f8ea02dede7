"""The one door to the screen: nothing that is said steers it, whoever wrote the words.

Sheets, names of files and answers are other people's. What cannot be seen of them is shown by its number here, so that no
command has to think of it. A terminal gets colour and weight, and lines broken between words; whatever else reads gets
plain lines, byte for byte the same wherever it runs.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from roster_import.cli.pieces import Line, plain
from roster_import.language.invisible import in_json, on_one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from roster_import.cli.pieces import Piece

_FROM_THE_START = "\r\x1b[K"  # of the line, which is then empty
_USUAL_WIDTH, _NARROWEST = 80, 20


def show(*pieces: Piece, err: bool = False) -> None:
    """Say lines and tables on stdout, or on stderr; no line becomes two but where a terminal is too narrow for it."""
    if not pieces:
        return
    if is_terminal(err=err):
        from roster_import.cli.rendered import rendered

        click.echo(rendered(pieces, width(err=err)), err=err, nl=False)
        return
    for piece in pieces:
        for text in plain(piece):
            click.echo(on_one_line(text), err=err)


def show_to_copy(text: str) -> None:
    """Say on stdout what is to be copied as it is: it is never broken."""
    click.echo(on_one_line(text))


def show_page(text: str, *, err: bool = False) -> None:
    """Say a page of our own words, such as help, its headings in bold where a terminal shows it."""
    click.echo(text.rstrip("\n"), err=err)


def show_document(document: Any) -> None:
    """Say JSON on stdout."""
    click.echo(in_json(document, indent=2))


def show_documents(name: str, documents: Iterable[Mapping[str, Any]]) -> None:
    """Say JSON documents of one kind on stdout, as one."""
    show_document({"version": 1, name: list(documents)})


def show_data(text: str) -> None:
    """Say on stdout what another program reads letter for letter; on a terminal it is shown as everything else."""
    click.echo(visible(text) if sys.stdout.isatty() else text, nl=False)


def show_state(line: Line | None = None, done: float | None = None) -> None:
    """Say how things stand on stderr, instead of what was said so before; with a bar, where it is told how much is done."""
    from roster_import.cli.rendered import state

    text = state(line, width(err=True), done) if line is not None else ""
    click.echo(_FROM_THE_START + text, nl=False, err=True)


def ask(question: str, **how: Any) -> str:
    """Ask on stderr, as `click.prompt` does; the answer without blanks around it."""
    asked = click.style(on_one_line(question), bold=True) if shows_weight(err=True) else on_one_line(question)
    answer: str = click.prompt(asked, err=True, **how)
    return answer.strip()


def is_terminal(*, err: bool = False) -> bool:
    """Whether a terminal shows what is said there."""
    return (sys.stderr if err else sys.stdout).isatty()


def shows_weight(*, err: bool = False) -> bool:
    """Whether it is a terminal that knows more than letters, and nobody asked for these alone."""
    return is_terminal(err=err) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width(*, err: bool = False) -> int:
    """The columns of the terminal; what says nothing, or nothing sensible, is taken for a usual one."""
    try:
        told = os.environ.get("COLUMNS") or os.get_terminal_size((sys.stderr if err else sys.stdout).fileno()).columns
        return max(_NARROWEST, int(told)) if int(told) > 0 else _USUAL_WIDTH
    except (OSError, ValueError):
        return _USUAL_WIDTH
