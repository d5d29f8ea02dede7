"""An order as it is shown before it is sent, and when it is looked up: a table of its garments, or one row of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.cli.pieces import Table, line
from roster_import.cli.report_pieces import problem_piece
from roster_import.language.messages import capital, joined, say
from roster_import.language.translations import in_language
from roster_import.write.order_words import goods_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.cli.pieces import Piece
    from roster_import.model.order import Order
    from roster_import.model.problem import Origin, Problem

_HEADINGS = (say("Design"), say("Size"), say("Pieces"), say("Name"), say("Number"))
_BESIDE_THE_ROW = frozenset({"comment-on-row", "text-may-change-order"})  # what somebody wrote there for a reader


def order_pieces(
    order: Order, estimate: str = "", language: str = "en", problems: Sequence[Problem] = ()
) -> tuple[list[Piece], tuple[Problem, ...]]:
    """What an order is about: a table of garments by design, then loose logos, the sum, what it may cost.

    Of the problems those that somebody wrote beside a row stand beneath the garment of that row; the others come back.
    """
    rows = [tuple(in_language(heading, language) for heading in _HEADINGS)]
    garments = [(item, garment) for item in order.designs for garment in item.instances]
    rows += [
        (
            item.design.label,
            garment.size,
            str(garment.quantity),
            _name(garment.name, [v.value for v in garment.values]),
            garment.number,
        )
        for item, garment in garments
    ]
    beneath, others = _beside_rows([garment.origins for _, garment in garments], problems, language)
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


def _name(name: str, values: Sequence[str]) -> str:
    return ", ".join(filter(None, (name, *values)))


def _logo(quantity: int, value: str, digits: Iterable[object]) -> str:
    entries = ", ".join(f"{entry.digit} × {entry.quantity}" for entry in digits)  # type: ignore[attr-defined]  # digit entries
    return entries or " ".join(filter(None, (f"{quantity} ×", value))).removesuffix(" ×")
