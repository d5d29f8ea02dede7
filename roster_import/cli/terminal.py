"""The person at the terminal: told of progress, asked what only a person can tell, shown what is about to be ordered."""

from __future__ import annotations

import sys
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

import click

from roster_import.cli.pieces import Table, line
from roster_import.cli.progress import Progress
from roster_import.cli.questions import Questions
from roster_import.cli.report_pieces import MOST_SHOWN_WHOLE, problem_piece
from roster_import.cli.screen import ask, show
from roster_import.language.messages import capital, joined, listed, say, say_n
from roster_import.language.translations import in_language
from roster_import.write.reader_language import Reader
from roster_import.write.rehearsal import will_be_rehearsed
from roster_import.write.run_report import goods_in_words, not_ordered_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from roster_import.cli.pieces import Piece
    from roster_import.model.layout import Meaning, Question
    from roster_import.model.order import Order
    from roster_import.model.problem import Origin, Problem
    from roster_import.model.question import DesignQuestion, PrintNameQuestion, TitleQuestion
    from roster_import.pipeline.session import Awaited, Offer

_YES, _NO = ("y", "yes", "j", "ja"), ("n", "no", "nein", "nej")  # whatever the language is
_ALL = ("a", "all", "alle", "alt", "alles")
_HEADINGS = (say("Design"), say("Size"), say("Pieces"), say("Name"), say("Number"))
_BESIDE_THE_ROW = frozenset({"comment-on-row", "text-may-change-order"})  # what somebody wrote there for a reader


def order_pieces(
    order: Order, estimate: str = "", language: str = "en", problems: Sequence[Problem] = ()
) -> tuple[list[Piece], tuple[Problem, ...]]:
    """What an order is about: a table of garments by design, then loose logos, the sum, what it may cost.

    Of the problems those that somebody wrote beside a row stand beneath the garment of that row; the others come back.
    """
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
    beneath, others = _beside_rows([each.origins for _, each in garments], problems, language)
    table = [Table(rows=rows, indent="  ", beneath=beneath)] if garments else []
    logos = [
        say("  Loose {logo}: {what}", logo=item.logo.label, what=_logo(item.quantity, item.value, item.digits))
        for item in order.logos
    ]
    cost = [joined("  ", capital(estimate), ".", between="")] if estimate else []
    total = say("  In all {goods}.", goods=goods_in_words([order]))
    head = line((in_language(_head(order), language), "strong"))
    below: list[Piece] = [
        *(in_language(said, language) for said in logos),
        *(line((in_language(said, language), "strong")) for said in (total, *cost)),
    ]
    return [head, *table, *below, ""], others


def _head(order: Order) -> str:
    delivery = order.details.delivery
    return say(
        "Order {reference} for {name}, {address}",
        reference=order.reference,
        name=delivery.name,
        address=f"{delivery.address}, {delivery.zip} {delivery.city}, {delivery.country}",
    )


def orders_table(offer: Offer) -> Table:
    """What many orders are about: one row for each."""
    headings = (say("Reference"), say("For"), say("Pieces"), say("Loose logos"), say("File"))
    rows = [tuple(in_language(heading, offer.language) for heading in headings)]
    rows += [
        (order.reference, order.details.delivery.name, str(order.pieces), str(order.loose_logos or ""), file.path.name)
        for file in offer.files
        for order in file.orders
    ]
    return Table(rows=rows, indent="  ")


def _beside_rows(
    origins: Sequence[Iterable[Origin]], problems: Iterable[Problem], language: str
) -> tuple[dict[int, list[Piece]], tuple[Problem, ...]]:
    """Beneath which garment, by its place, each problem is told that is written beside a row; and the other problems."""
    places = {origin: at for at, rows in reversed(list(enumerate(origins))) for origin in rows}
    beneath: dict[int, list[Piece]] = {}
    others = []
    for problem in problems:
        at = min((places[origin] for origin in problem.rows if origin in places), default=None)
        if at is None or problem.code not in _BESIDE_THE_ROW:
            others.append(problem)
        else:
            beneath.setdefault(at, []).append(problem_piece(problem, language, indent="  "))
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

    def __init__(self, *, yes: bool = True, proofs: Callable[[Offer], list[Piece]] | None = None) -> None:
        self.answers = not yes and sys.stdin.isatty() and sys.stderr.isatty()
        self.people = Reader()
        self.declined = False
        self._proofs = proofs
        self._questions = Questions()
        self._ended: dict[str, str] = {}
        self._under_way: dict[str, str] = {}
        self._progress: Progress | None = None

    def reads(self, people: Reader) -> None:
        """What is said from now on is read by these."""
        self.people = people

    def say(self, said: str) -> None:
        """Say on stdout what is about no file."""
        show(in_language(said, self.people.general))

    def warn(self, said: str) -> None:
        """Say what does not end the command."""
        with self._progress.aside() if self._progress else nullcontext():
            show(line(("roster-import:", "warning"), " ", in_language(said, self.people.general)), err=True)

    def _say(self, said: str, language: str) -> None:
        show(in_language(said, language), err=True)

    # ---------------------------------------------------------------------------------------------- progress

    def expect(self, awaited: Awaited) -> None:
        """So many orders are placed or followed now."""
        self._progress = Progress(awaited, self._under_way, self._ended)
        self._progress.begin()

    def tell(self, event: str, reference: str, detail: str) -> None:
        """Show that something happened to an order."""
        self._under_way[reference] = event
        if event in ("completed", "failed"):
            self._ended[reference] = event
        if self._progress is not None:
            self._progress.tell(event, reference, detail)

    def ended(self) -> None:
        """Clear the line."""
        if self._progress is not None:
            self._progress.end()
            self._progress = None

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
        many = len(offer.orders) > MOST_SHOWN_WHOLE
        self._show_many(offer) if many else self._show_all(offer)
        also = [say("Answer a to see all of it first: every line of every order.")] if many else []
        proof = say("Answer p for a proof first: a page on which every shirt is drawn as it will be printed.")
        for said in (*also, proof):
            self._say(said, offer.language)
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

    def _show_all(self, offer: Offer) -> None:
        """Every line of every order, and every problem."""
        told: set[Problem] = set()
        for file in offer.files:
            left = file.problems
            for order in file.orders:
                pieces, left = order_pieces(order, offer.costs.get(order.reference, ""), offer.language, left)
                show(*pieces, err=True)
            told |= set(file.problems).difference(left)
        self._show_problems([problem for problem in offer.problems if problem not in told], offer)

    def _show_many(self, offer: Offer) -> None:
        """A row for each order; errors and warnings by their number where they are many, too."""
        show(orders_table(offer), err=True)
        if len(offer.problems) <= MOST_SHOWN_WHOLE:
            self._show_problems(offer.problems, offer)
            return
        said = say_n("  {count} error or warning.", "  {count} errors and warnings.", len(offer.problems))
        show(line((in_language(said, offer.language), "warning")), err=True)

    def _show_problems(self, problems: Iterable[Problem], offer: Offer) -> None:
        show(*(problem_piece(problem, offer.language) for problem in problems), err=True)
        show(*not_ordered_lines(offer.files, offer.language), err=True)

    def _say_rehearsed(self, offer: Offer) -> None:
        if said := will_be_rehearsed(offer.realm):
            self._say(said, offer.language)

    def _yes(self, asked: str, offer: Offer) -> bool:
        many = len(offer.orders) > MOST_SHOWN_WHOLE
        while True:
            answer = ask(asked, default="n", show_default=False).casefold()
            if answer in (*_YES, *_NO):
                return answer in _YES
            if answer in ("p", "proof") and self._proofs is not None:
                show(*self._proofs(offer), err=True)
            elif answer in _ALL and many:
                self._show_all(offer)
            else:
                self._say(say("Answer y, n, a or p.") if many else say("Answer y, n or p."), offer.language)
