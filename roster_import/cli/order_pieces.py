"""An order as it is shown before it is sent, and when it is looked up: a table of its garments, or one row of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.cli.pieces import Table, line
from roster_import.cli.report_pieces import problem_piece
from roster_import.language.messages import capital, joined, say
from roster_import.language.translations import in_language
from roster_import.write.order_words import GARMENT_HEADINGS, garment_rows, goods_in_words, loose_logos

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.cli.pieces import Piece
    from roster_import.model.order import Order
    from roster_import.model.problem import Origin, Problem

_BESIDE_THE_ROW = frozenset({"comment-on-row", "text-may-change-order"})  # what somebody wrote there for a reader


def order_pieces(
    order: Order, estimate: str = "", language: str = "en", problems: Sequence[Problem] = ()
) -> tuple[list[Piece], tuple[Problem, ...]]:
    """What an order is about: a table of garments by design, then loose logos, the sum, what it may cost.

    Of the problems those that somebody wrote beside a row stand beneath the garment of that row; the others come back.
    """
    garments = garment_rows(order)
    rows = [tuple(in_language(heading, language) for heading in GARMENT_HEADINGS), *garments]
    origins = [garment.origins for item in order.designs for garment in item.instances]
    beneath, others = _beside_rows(origins, problems, language)
    table = [Table(rows=rows, indent="  ", beneath=beneath)] if garments else []
    cost = [joined("  ", capital(estimate), ".", between="")] if estimate else []
    total = say("  In all {goods}.", goods=goods_in_words([order]))
    head = line((in_language(_head(order), language), "strong"))
    below: list[Piece] = [
        *(in_language(said, language) for said in loose_logos(order)),
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
