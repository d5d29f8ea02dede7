"""What is about to be ordered, shown to the person at the terminal, who is asked for a yes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from roster_import.cli.order_pieces import order_pieces
from roster_import.cli.pieces import Table, line
from roster_import.cli.report_pieces import MOST_SHOWN_WHOLE, problem_piece
from roster_import.cli.screen import ask, show
from roster_import.language.messages import joined, say, say_n
from roster_import.language.translations import in_language
from roster_import.write.order_words import order_question, will_be_rehearsed
from roster_import.write.run_report import not_ordered_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from roster_import.cli.pieces import Piece
    from roster_import.model.problem import Problem
    from roster_import.pipeline.session import Offer

Proofs: TypeAlias = "Callable[[Offer], list[Piece]]"
"""Writes the proofs of what is offered, and gives lines about them."""

_YES, _NO = ("y", "yes", "j", "ja"), ("n", "no", "nein", "nej")  # whatever the language is
_ALL = ("a", "all", "alle", "alt", "alles")


def agreed_to(offer: Offer, proofs: Proofs | None) -> bool:
    """Show what is about to be ordered and ask for a yes; to the answer `p` its proofs are written, and it is asked again."""
    many = len(offer.orders) > MOST_SHOWN_WHOLE
    _show_many(offer) if many else _show_all(offer)
    also = [say("Answer a to see all of it first: every line of every order.")] if many else []
    proof = say("Answer p for a proof first: a page on which every shirt is drawn as it will be printed.")
    rehearsed = will_be_rehearsed(offer.realm)
    for said in (*also, proof, *([rehearsed] if rehearsed else [])):
        _say(said, offer.language)
    question = order_question(offer.orders, offer.system)
    return _yes(in_language(joined(question, say("[y/N]")), offer.language), offer, proofs)


def _say(said: str, language: str) -> None:
    show(in_language(said, language), err=True)


def _show_all(offer: Offer) -> None:
    """Every line of every order, and every problem."""
    told: set[Problem] = set()
    for file in offer.files:
        left = file.problems
        for order in file.orders:
            pieces, left = order_pieces(order, offer.costs.get(order.reference, ""), offer.language, left)
            show(*pieces, err=True)
        told |= set(file.problems).difference(left)
    _show_problems([problem for problem in offer.problems if problem not in told], offer)


def _show_many(offer: Offer) -> None:
    """A row for each order; errors and warnings by their number where they are many, too."""
    show(orders_table(offer), err=True)
    if len(offer.problems) <= MOST_SHOWN_WHOLE:
        _show_problems(offer.problems, offer)
        return
    said = say_n("  {count} error or warning.", "  {count} errors and warnings.", len(offer.problems))
    show(line((in_language(said, offer.language), "warning")), err=True)


def _show_problems(problems: Iterable[Problem], offer: Offer) -> None:
    show(*(problem_piece(problem, offer.language) for problem in problems), err=True)
    show(*not_ordered_lines(offer.files, offer.language), err=True)


def _yes(asked: str, offer: Offer, proofs: Proofs | None) -> bool:
    many = len(offer.orders) > MOST_SHOWN_WHOLE
    while True:
        answer = ask(asked, default="n", show_default=False).casefold()
        if answer in (*_YES, *_NO):
            return answer in _YES
        if answer in ("p", "proof") and proofs is not None:
            show(*proofs(offer), err=True)
        elif answer in _ALL and many:
            _show_all(offer)
        else:
            _say(say("Answer y, n, a or p.") if many else say("Answer y, n or p."), offer.language)


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
