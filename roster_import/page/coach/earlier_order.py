"""A list of a club that has ordered before: its coach is told what is ordered of it, which depends on the name they sign by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.language.messages import say, say_n
from roster_import.model.order import normal_reference
from roster_import.page.differences import between, with_additions
from roster_import.place.amendments import ordering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.order import Order
    from roster_import.page.differences import Differences
    from roster_import.place.ledger.entry import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierOrder:
    """What was ordered before, and how a list differs from it.

    `is_added_to`: the list goes by its name, so that only what is new is ordered; else it is an order of its own.
    """

    differences: Differences
    is_added_to: bool

    @property
    def said(self) -> tuple[str, ...]:
        """What that means for the shirts, in sentences."""
        return tuple(filter(None, (self._ordered_now(), self._gone(), self._of_others())))

    @property
    def once_signed(self) -> str:
        """What is said after the signature where nothing of the list is new; empty where some of it is."""
        if not self.is_added_to or self.differences.new:
            return ""
        return say(
            "All of this was ordered before as {reference}. The office looks through it and decides whether anything more is "
            "ordered.",
            reference=self.differences.reference,
        )

    def _ordered_now(self) -> str:
        differences = self.differences
        if self.is_added_to and not differences.new:
            return say(
                "All of this was ordered before as {reference}: nothing more is ordered.",
                reference=differences.reference,
            )
        if self.is_added_to:
            return say_n(
                "{reference} was ordered before. Only what is new is ordered: {count} piece.",
                "{reference} was ordered before. Only what is new is ordered: {count} pieces.",
                differences.new,
                reference=differences.reference,
            )
        return say_n(
            "The whole list is ordered, with {count} piece that you have ordered before as {reference}. If you mean only what "
            "is new, call this order {reference}.",
            "The whole list is ordered, with {count} pieces that you have ordered before as {reference}. If you mean only what "
            "is new, call this order {reference}.",
            differences.again,
            reference=differences.reference,
        )

    def _of_others(self) -> str:
        """That it may be another team's, of which what somebody else ordered would be left out."""
        differences = self.differences
        if not self.is_added_to or not (differences.of_others or differences.gone > differences.again):
            return ""
        return say(
            "Most of what was ordered as {reference} is not in this list. If this is another team's list, give this order "
            "another name: then all of it is ordered.",
            reference=differences.reference,
        )

    def _gone(self) -> str:
        if not self.differences.gone:
            return ""
        return say_n(
            "{count} piece is not in this list any more, but is ordered already: it comes all the same.",
            "{count} pieces are not in this list any more, but are ordered already: they come all the same.",
            self.differences.gone,
        )


def earlier_order(orders: Sequence[Order], entries: Sequence[Entry]) -> EarlierOrder | None:
    """The order that goes by the name of a list's only one, else the club's last with pieces of it; None where there is none."""
    if len(orders) != 1:
        return None
    added_to = is_used(orders[0].reference, entries)
    last = added_to or _last(entries)
    before = with_additions(last, entries) if last else ()
    differences = between(before, orders) if before else None
    if differences is None or not (added_to or (differences.again and not differences.of_others)):
        return None
    return EarlierOrder(differences=differences, is_added_to=added_to is not None)


def is_used(reference: str, entries: Sequence[Entry]) -> Entry | None:
    """The order that went by this name before, and ordered something."""
    named = [
        entry for entry in ordering(entries) if normal_reference(entry.order.reference) == normal_reference(reference)
    ]
    return named[-1] if named else None


def _last(entries: Sequence[Entry]) -> Entry | None:
    ordered = ordering(entries)
    return ordered[-1] if ordered else None
