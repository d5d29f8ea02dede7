"""What is known of an order, for people: how it stands, what it is called, and what its confirmation has otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from roster_import.language.messages import say
from roster_import.model.placement import Difference, Placement, Status
from roster_import.model.status import ListedOrder
from roster_import.model.vat import Vat
from roster_import.place.ledger.entry import as_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.model.order import Order
    from roster_import.model.placement import Confirmation, ConfirmedItem
    from roster_import.model.problem import Objection
    from roster_import.place.ledger.entry import Entry
    from roster_import.targets.protocol import Refused


class Comparing(Protocol):
    """What of a target is needed to say how an order stands."""

    @property
    def name(self) -> str:
        """Its name as users write it."""
        ...

    def differences(self, order: Order, confirmation: Confirmation, body: str) -> tuple[Difference, ...]:
        """What the confirmed order does not have as it was sent."""
        ...

    def objections(self, order: Order, refused: Refused) -> tuple[Objection, ...]:
        """The rows behind what the system said as it turned the order down."""
        ...


def placement(entry: Entry, order: Order, target: Comparing, *, already: bool = False) -> Placement:
    """What the ledger says of an order, for people; a confirmed one is compared with what was meant."""
    confirmation = entry.confirmation
    return Placement(
        order=order,
        target=target.name,
        status=status_of(entry),
        key=entry.key,
        attempt=entry.attempt,
        tracking_id=entry.tracking_id,
        order_number=number_of(entry),
        placed_at=(confirmation.placed_at if confirmation else None) or entry.placed_at,
        confirmation=confirmation,
        differences=_differences(entry, order, target),
        error=entry.error,
        already=already,
        total_vat=vat_of_total(confirmation, target),
        realm=entry.identity.realm,
        objections=_objections(entry, order, target),
    )


def _objections(entry: Entry, order: Order, target: Comparing) -> tuple[Objection, ...]:
    """The rows behind what the system said of an order as it gave it up."""
    if entry.status is not Status.FAILED:
        return ()
    from roster_import.targets.protocol import Refused

    return target.objections(order, Refused(message=entry.error or "", code=200))


def status_of(entry: Entry) -> Status:
    """How an order stands, for people: of one that is being sent nobody can tell."""
    return entry.status.as_known


def number_of(entry: Entry) -> str | None:
    """The number the order system gave an order; the one it confirmed it under, where it did."""
    return (entry.confirmation.order_number if entry.confirmation else None) or entry.order_number


def vat_of_total(confirmation: Confirmation | None, target: Comparing) -> Vat:
    """Whether VAT is in the total: where it is told beside it, or where the order system's documents say so."""
    return Vat.WITH if tells_vat(confirmation) else getattr(target, "total_vat", Vat.UNKNOWN)


def tells_vat(confirmation: Confirmation | None) -> bool:
    """Whether a confirmation itself shows that VAT is in its total."""
    return confirmation is not None and bool(confirmation.sub_total and confirmation.vat)


def listed_order(entry: Entry) -> ListedOrder:
    """An entry that was read whole, as a list shows it."""
    confirmation = entry.confirmation
    return ListedOrder(
        book=entry.identity.realm,
        target=entry.identity.target,
        reference=entry.order.reference,
        attempt=entry.attempt,
        status=status_of(entry),
        order_number=number_of(entry),
        total=confirmation.total if confirmation else None,
        currency=confirmation.currency if confirmation else None,
        tells_vat=tells_vat(confirmation),
        pieces=entry.order.pieces,
        created_at=entry.created_at,
        user=entry.user,
        host=entry.host,
        file=entry.file,
    )


def _differences(entry: Entry, order: Order, target: Comparing) -> tuple[Difference, ...]:
    if entry.confirmation is None:
        return ()
    from roster_import.targets.amounts import no_amount

    told = (*_number_changed(entry), *target.differences(_as_sent(entry, order), entry.confirmation, entry.body))
    if any(difference.what == "total" for difference in told):
        return told
    return (*told, *no_amount(entry.confirmation))


def beyond(entry: Entry, target: Comparing) -> list[ConfirmedItem]:
    """What is confirmed of an order beyond what was sent."""
    if entry.confirmation is None:
        return []
    told = target.differences(entry.order, entry.confirmation, entry.body)
    return [difference.beyond for difference in told if difference.beyond]


def _number_changed(entry: Entry) -> Iterator[Difference]:
    """Where the order was confirmed under another number than the one it was taken under: it may be another order."""
    taken, confirmed = entry.order_number or "", (entry.confirmation and entry.confirmation.order_number) or ""
    # Dropday's is a number where an order is made, and a text with that number at its end where it is read.
    if taken and confirmed and not (confirmed.endswith(taken) or taken.endswith(confirmed)):
        message = say(
            "The order was taken as {taken}, and {confirmed} is confirmed: look whether it is this order.",
            taken=taken,
            confirmed=confirmed,
        )
        yield Difference(what="order-number", sent=taken, confirmed=confirmed, message=message)


def _as_sent(entry: Entry, order: Order) -> Order:
    """The order as it was sent, on the rows where the file has it now: rows may have moved, players be spelt otherwise."""
    if entry.order is order or as_document(entry.order) == as_document(order):
        return order
    from roster_import.place.amendments import names_of, relocated

    return relocated(entry.order, order, names_of((entry,)))
