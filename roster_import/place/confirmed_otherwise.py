"""What a person does about orders that their order system has otherwise than they were sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import joined, say
from roster_import.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roster_import.model.placement import Placement


def confirmed_otherwise(placements: Iterable[Placement], *, amending: bool) -> tuple[Problem, ...]:
    """A word at each order that was not confirmed as it was sent.

    That something is missing is said with the difference; how it is ordered, where an amendment may have met a colleague's.
    """
    unlike = (placed for placed in placements if placed.differences)
    return tuple(_advised(placed) for placed in unlike if amending or _beyond(placed))


def _beyond(placed: Placement) -> bool:
    """Whether something is confirmed beyond what was sent."""
    return any(difference.beyond for difference in placed.differences)


def _advised(placed: Placement) -> Problem:
    if all(difference.beyond for difference in placed.differences):
        message = joined(_has_more(placed), _what_is_more())
    else:
        message = joined(_is_unlike(placed), _what_is_more() if _beyond(placed) else "")
    return Problem(level="warning", code="confirmed-otherwise", message=message, value=placed.order.reference)


def _has_more(placed: Placement) -> str:
    return say(
        "{reference} has all that was sent, and more: perhaps a colleague's order has its name. Look in the order system "
        "whether that is meant.",
        reference=placed.order.reference,
    )


def _is_unlike(placed: Placement) -> str:
    return say(
        "{reference} was not confirmed as it was sent; perhaps a colleague's amendment has its name: look at it in the order "
        "system. What is missing there is ordered by a roster with just that, under a reference of its own.",
        reference=placed.order.reference,
    )


def _what_is_more() -> str:
    return say(
        "What is there beyond and meant, put on the roster too: it counts as ordered. What is not meant, have taken off there. "
        "Then run the same command again: nothing is ordered twice."
    )
