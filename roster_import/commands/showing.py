"""What a person sees on the terminal: the table of what is about to be ordered, and progress while it is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from roster_import.model import Meaning, column_letter
from roster_import.report import goods_in_words, problem_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.model import Order, Problem
    from roster_import.recognise import Question

_SAYS = {
    "sending": "is being sent",
    "pending": "was taken, waiting for it to be confirmed",
    "completed": "is confirmed",
    "failed": "was given up by the order system",
}


def order_table(order: Order, estimate: str = "") -> list[str]:
    """What an order is about, as lines of a table: garments by design, then loose logos, the sum, what it may cost."""
    delivery = order.details.delivery
    head = f"Order {order.reference} for {delivery.name}, {delivery.address}, {delivery.zip} {delivery.city}, {delivery.country}"
    rows = [("Design", "Size", "Pieces", "Name", "Number")]
    rows += [
        (item.design.label, one.size, str(one.quantity), _name(one.name, [v.value for v in one.values]), one.number)
        for item in order.designs
        for one in item.instances
    ]
    logos = [f"  Loose {item.logo.label}: {_logo(item.quantity, item.value, item.digits)}" for item in order.logos]
    cost = [f"  {estimate[:1].upper()}{estimate[1:]}."] if estimate else []
    total = f"  In all {goods_in_words([order])}."
    return [head, *(aligned(rows) if len(rows) > 1 else []), *logos, total, *cost, ""]


def _name(name: str, values: Sequence[str]) -> str:
    return ", ".join(filter(None, (name, *values)))


def _logo(quantity: int, value: str, digits: Iterable[object]) -> str:
    entries = ", ".join(f"{entry.digit} × {entry.quantity}" for entry in digits)  # type: ignore[attr-defined]  # digit entries
    return entries or " ".join(filter(None, (f"{quantity} ×", value))).removesuffix(" ×")


def aligned(rows: Sequence[Sequence[str]], *, indent: str = "  ") -> list[str]:
    """A table as lines of text, its columns lined up."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        indent + "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def ask_meaning(question: Question) -> tuple[Meaning, str | None]:
    """Ask a person what a column means; the likeliest answer is offered."""
    samples = ", ".join(question.samples[:4])
    click.echo(
        f"Sheet {question.sheet}, column {question.heading or column_letter(question.column)!r}: {samples}", err=True
    )
    names = [f"{one.meaning.value}:{one.of}" if one.of else one.meaning.value for one in question.candidates]
    choices = list(dict.fromkeys([*names, *(meaning.value for meaning in Meaning)]))
    said = click.prompt("What does it mean", type=click.Choice(choices), default=choices[0], err=True)
    meaning, _, of = said.partition(":")
    return Meaning(meaning), of or None


def ask_print_name(problem: Problem) -> str:
    """Ask a person whether a lone name column is printed."""
    click.echo(problem_line(problem).strip(), err=True)
    said: str = click.prompt("Print the names", type=click.Choice(["as-written", "surname", "none"]), err=True)
    return said


class Progress:
    """Progress on stderr: one line that changes on a terminal, a plain line per order otherwise."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._expected = 0
        self._ended: set[str] = set()
        self._shown = False

    def expect(self, orders: int) -> None:
        """Say how many orders there will be."""
        self._expected = orders

    def tell(self, event: str, reference: str, detail: str) -> None:
        """Show that something happened to an order."""
        if event in ("completed", "failed"):
            self._ended.add(reference)
        if event not in _SAYS:
            return
        if self._live:
            click.echo(f"\r\x1b[K{len(self._ended)} of {self._expected} confirmed …", nl=False, err=True)
            self._shown = True
        else:
            known = f" ({detail})" if detail else ""
            click.echo(f"{reference} {_SAYS[event]}{known}", err=True)

    def done(self) -> None:
        """Clear the line."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)
            self._shown = False
