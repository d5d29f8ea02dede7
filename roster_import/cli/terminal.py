"""What a person sees on the terminal: the table of what is about to be ordered, and progress while it is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from roster_import.language.invisible import visible
from roster_import.language.messages import capital, joined, say, templates
from roster_import.language.translations import in_language
from roster_import.model.layout import Meaning
from roster_import.model.workbook import column_letter
from roster_import.write.run_report import goods_in_words, problem_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.model.layout import Question
    from roster_import.model.order import Order
    from roster_import.model.problem import Problem

_HEADINGS = (say("Design"), say("Size"), say("Pieces"), say("Name"), say("Number"))
_SAYS = templates(
    {
        "sending": "{reference} is being sent",
        "pending": "{reference} was taken, waiting for it to be confirmed",
        "completed": "{reference} is confirmed",
        "failed": "{reference} was given up by the order system",
    }
)


def order_table(order: Order, estimate: str = "", language: str = "en") -> list[str]:
    """What an order is about, as lines of a table: garments by design, then loose logos, the sum, what it may cost."""
    delivery = order.details.delivery
    head = say(
        "Order {reference} for {name}, {address}",
        reference=order.reference,
        name=delivery.name,
        address=f"{delivery.address}, {delivery.zip} {delivery.city}, {delivery.country}",
    )
    rows = [tuple(in_language(heading, language) for heading in _HEADINGS)]
    rows += [
        (item.design.label, one.size, str(one.quantity), _name(one.name, [v.value for v in one.values]), one.number)
        for item in order.designs
        for one in item.instances
    ]
    logos = [
        say("  Loose {logo}: {what}", logo=item.logo.label, what=_logo(item.quantity, item.value, item.digits))
        for item in order.logos
    ]
    cost = [joined("  ", capital(estimate), ".", between="")] if estimate else []
    total = say("  In all {goods}.", goods=goods_in_words([order]))
    table = aligned(rows) if len(rows) > 1 else []
    return [visible(in_language(line, language)) for line in (head, *table, *logos, total, *cost, "")]


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


def ask_meaning(question: Question, language: str = "en") -> tuple[Meaning, str | None]:
    """Ask a person what a column means; the likeliest answer is offered."""
    samples = ", ".join(question.samples[:4])
    column = say(
        "Sheet {sheet}, column {heading!r}: {samples}",
        sheet=question.sheet,
        heading=question.heading or column_letter(question.column),
        samples=samples,
    )
    click.echo(in_language(column, language), err=True)
    names = [f"{one.meaning.value}:{one.of}" if one.of else one.meaning.value for one in question.candidates]
    choices = list(dict.fromkeys([*names, *(meaning.value for meaning in Meaning)]))
    said = click.prompt(
        in_language(say("What does it mean"), language), type=click.Choice(choices), default=choices[0], err=True
    )
    meaning, _, of = said.partition(":")
    return Meaning(meaning), of or None


def ask_print_name(problem: Problem, language: str = "en") -> str:
    """Ask a person whether a lone name column is printed."""
    click.echo(problem_line(problem, language).strip(), err=True)
    question = in_language(say("Print the names"), language)
    said: str = click.prompt(question, type=click.Choice(["as-written", "surname", "none"]), err=True)
    return said


class Progress:
    """Progress on stderr: one line that changes on a terminal, a plain line per order otherwise."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
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
            so_far = say("{count} of {all} confirmed …", count=len(self._ended), all=self._expected)
            click.echo(f"\r\x1b[K{in_language(so_far, self.language)}", nl=False, err=True)
            self._shown = True
        else:
            known = f" ({detail})" if detail else ""
            click.echo(in_language(say(_SAYS[event], reference=reference), self.language) + known, err=True)

    def done(self) -> None:
        """Clear the line."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)
            self._shown = False
