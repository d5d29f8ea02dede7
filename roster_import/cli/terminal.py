"""The person at the terminal: told of progress, asked what only a person can tell, shown what is about to be ordered."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from roster_import.cli.questions import Questions
from roster_import.cli.screen import ask, show, show_state
from roster_import.language.invisible import cut, on_one_line
from roster_import.language.messages import capital, joined, listed, say, say_n, templates
from roster_import.language.translations import in_language
from roster_import.write.reader_language import Reader
from roster_import.write.rehearsal import will_be_rehearsed
from roster_import.write.run_report import goods_in_words, not_ordered_lines, problem_line, problem_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from roster_import.model.layout import Meaning, Question
    from roster_import.model.order import Order
    from roster_import.model.problem import Origin, Problem
    from roster_import.model.question import DesignQuestion, PrintNameQuestion, TitleQuestion
    from roster_import.pipeline.session import Offer

_YES, _NO = ("y", "yes", "j", "ja"), ("n", "no", "nein", "nej")  # whatever the language is
_HEADINGS = (say("Design"), say("Size"), say("Pieces"), say("Name"), say("Number"))
_SAYS = templates(
    {
        "sending": "{reference} is being sent",
        "pending": "{reference} was taken, waiting for it to be confirmed",
        "completed": "{reference} is confirmed",
        "failed": "{reference} was given up by the order system",
    }
)


_BESIDE_THE_ROW = frozenset({"comment-on-row", "text-may-change-order"})  # what somebody wrote there for a reader


def order_table(
    order: Order, estimate: str = "", language: str = "en", problems: Sequence[Problem] = ()
) -> tuple[list[str], tuple[Problem, ...]]:
    """What an order is about, as lines of a table: garments by design, then loose logos, the sum, what it may cost.

    Of the problems those that somebody wrote beside a row stand beneath the garment of that row; the others come back.
    """
    delivery = order.details.delivery
    head = say(
        "Order {reference} for {name}, {address}",
        reference=order.reference,
        name=delivery.name,
        address=f"{delivery.address}, {delivery.zip} {delivery.city}, {delivery.country}",
    )
    rows = [tuple(in_language(heading, language) for heading in _HEADINGS)]
    garments = [(item, each) for item in order.designs for each in item.instances]
    rows += [
        (
            item.design.label,
            each.size,
            str(each.quantity),
            _name(each.name, [v.value for v in each.values]),
            each.number,
        )
        for item, each in garments
    ]
    beneath, others = _beside_rows([each.origins for _, each in garments], problems)
    logos = [
        say("  Loose {logo}: {what}", logo=item.logo.label, what=_logo(item.quantity, item.value, item.digits))
        for item in order.logos
    ]
    cost = [joined("  ", capital(estimate), ".", between="")] if estimate else []
    total = say("  In all {goods}.", goods=goods_in_words([order]))
    title, *lines = aligned(rows)
    table = [title, *(line for at, row in enumerate(lines) for line in (row, *beneath.get(at, ())))] if lines else []
    return [in_language(line, language) for line in (head, *table, *logos, total, *cost, "")], others


def _beside_rows(
    origins: Sequence[Iterable[Origin]], problems: Iterable[Problem]
) -> tuple[dict[int, list[str]], tuple[Problem, ...]]:
    """Beneath which garment, by its place, each problem is told that is written beside a row; and the other problems."""
    places = {origin: at for at, rows in reversed(list(enumerate(origins))) for origin in rows}
    beneath: dict[int, list[str]] = {}
    others = []
    for problem in problems:
        at = min((places[origin] for origin in problem.rows if origin in places), default=None)
        if at is None or problem.code not in _BESIDE_THE_ROW:
            others.append(problem)
        else:
            beneath.setdefault(at, []).append(joined("  ", problem_words(problem), between=""))
    return beneath, tuple(others)


def _named(references: Sequence[str]) -> str:
    """Orders by their references, many by their number."""
    count = len(references)
    return listed(references) if count <= _MOST_NAMED else say_n("{count} order", "{count} orders", count)


def _name(name: str, values: Sequence[str]) -> str:
    return ", ".join(filter(None, (name, *values)))


def _logo(quantity: int, value: str, digits: Iterable[object]) -> str:
    entries = ", ".join(f"{entry.digit} × {entry.quantity}" for entry in digits)  # type: ignore[attr-defined]  # digit entries
    return entries or " ".join(filter(None, (f"{quantity} ×", value))).removesuffix(" ×")


_WIDEST = 60  # characters of a column: twice the longest name that fits on a shirt


def aligned(rows: Sequence[Sequence[str]], *, indent: str = "  ") -> list[str]:
    """A table as lines of text, its columns lined up; what is long is cut."""
    rows = [[cut(on_one_line(text), _WIDEST) for text in row] for row in rows]
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        indent + "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


_MOST_NAMED = 5  # orders, where a run is interrupted; of more their number is enough


class Interrupted(click.Abort):
    """Somebody ended a run that orders: `said` is what became of the orders by then."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


class Terminal:
    """Whoever runs a command: a person where stdin and stderr are a terminal, and `--yes` does not keep them from being asked.

    Progress is one line that changes on a terminal, a plain line per order otherwise; all is said on stderr. `proofs`
    writes the proofs of what is offered, and gives lines about them.
    """

    def __init__(self, *, yes: bool = True, proofs: Callable[[Offer], list[str]] | None = None) -> None:
        self.answers = not yes and sys.stdin.isatty() and sys.stderr.isatty()
        self.people = Reader()
        self.declined = False
        self._proofs = proofs
        self._questions = Questions()
        self._live = sys.stderr.isatty()
        self._expected = 0
        self._ended: set[str] = set()
        self._under_way: dict[str, str] = {}
        self._shown = False

    def reads(self, people: Reader) -> None:
        """What is said from now on is read by these."""
        self.people = people

    def say(self, said: str) -> None:
        """Say on stdout what is about no file."""
        show(in_language(said, self.people.general))

    def warn(self, said: str) -> None:
        """Say what does not end the command."""
        self._say(joined("roster-import:", said))

    def _say(self, said: str, language: str | None = None) -> None:
        show(in_language(said, language or self.people.general), err=True)

    # ---------------------------------------------------------------------------------------------- progress

    def expect(self, orders: int) -> None:
        """So many orders are placed or followed now."""
        self._expected = orders

    def tell(self, event: str, reference: str, detail: str) -> None:
        """Show that something happened to an order."""
        self._under_way[reference] = event
        if event in ("completed", "failed"):
            self._ended.add(reference)
        if event not in _SAYS:
            return
        if self._live:
            so_far = say("{count} of {all} confirmed …", count=len(self._ended), all=self._expected)
            show_state(in_language(so_far, self.people.general))
            self._shown = True
        else:
            known = f" ({detail})" if detail else ""
            show(in_language(say(_SAYS[event], reference=reference), self.people.general) + known, err=True)

    def ended(self) -> None:
        """Clear the line."""
        if self._shown:
            show_state()
            self._shown = False

    @contextmanager
    def interruptible(self) -> Iterator[None]:
        """Where the block is interrupted, it is said what is true of its orders by then: `Interrupted`."""
        try:
            yield
        except (KeyboardInterrupt, click.Abort) as stop:
            self.ended()
            raise Interrupted(self._so_far()) from stop

    def _so_far(self) -> str:
        """What was sent when somebody ended the run, and how it is finished."""
        maybe = [reference for reference, event in self._under_way.items() if event in ("sending", "reached")]
        sent = [reference for reference, event in self._under_way.items() if event == "pending"]
        ended = [
            reference for reference, event in self._under_way.items() if reference in self._ended and event != "written"
        ]
        if not (maybe or sent or ended):
            return say("Interrupted. Nothing was sent.")
        parts = [
            say_n(
                "{orders} was sent; roster-import resume follows it.",
                "{orders} were sent; roster-import resume follows them.",
                len(sent),
                orders=_named(sent),
            ),
            say_n(
                "{orders} was being sent: roster-import resume finds out what became of it.",
                "{orders} were being sent: roster-import resume finds out what became of them.",
                len(maybe),
                orders=_named(maybe),
            ),
            say_n(
                "{orders} came to its end; roster-import resume writes the results workbook, if it is not there yet.",
                "{orders} came to their end; roster-import resume writes the results workbooks that are not there yet.",
                len(ended),
                orders=_named(ended),
            ),
        ]
        told = (part for part, orders in zip(parts, (sent, maybe, ended), strict=True) if orders)
        return joined(say("Interrupted."), *told)

    # --------------------------------------------------------------------------------------------- questions

    def meaning(self, question: Question, language: str) -> tuple[Meaning, str | None] | None:
        """Ask what a column means."""
        return self._questions.meaning(question, language)

    def design(self, question: DesignQuestion, language: str) -> str | None:
        """Ask which design every row is."""
        return self._questions.design(question, language)

    def print_name(self, question: PrintNameQuestion, language: str) -> str | None:
        """Ask whether a lone name column is printed."""
        return self._questions.print_name(question, language)

    def title(self, question: TitleQuestion, language: str) -> str | None:
        """Ask which title is meant by a text, in all its rows."""
        return self._questions.title(question, language)

    def agrees(self, offer: Offer) -> bool:
        """Show what is about to be ordered and ask for a yes; to the answer `p` its proofs are written, and it is asked again."""
        told: set[Problem] = set()
        for file in offer.files:
            left = file.problems
            for order in file.orders:
                table, left = order_table(order, offer.costs.get(order.reference, ""), offer.language, left)
                show(*table, err=True)
            told |= set(file.problems).difference(left)
        for problem in offer.problems:
            if problem not in told:
                show(problem_line(problem, offer.language), err=True)
        for line in not_ordered_lines(offer.files, offer.language):
            show(line, err=True)
        self._say(
            say("Answer p for a proof first: a page on which every shirt is drawn as it will be printed."),
            offer.language,
        )
        self._say_rehearsed(offer)
        question = say_n(
            "Place {count} order with {goods} with {system}?",
            "Place {count} orders with {goods} with {system}?",
            len(offer.orders),
            goods=goods_in_words(offer.orders),
            system=offer.system,
        )
        self.declined = not self._yes(in_language(joined(question, say("[y/N]")), offer.language), offer)
        return not self.declined

    def _say_rehearsed(self, offer: Offer) -> None:
        if said := will_be_rehearsed(offer.realm):
            self._say(said, offer.language)

    def _yes(self, asked: str, offer: Offer) -> bool:
        while True:
            answer = ask(asked, default="n", show_default=False).casefold()
            if answer in (*_YES, *_NO):
                return answer in _YES
            if answer in ("p", "proof") and self._proofs is not None:
                show(*self._proofs(offer), err=True)
            else:
                self._say(say("Answer y, n or p."), offer.language)
