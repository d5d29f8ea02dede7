"""What JTL-Wawi has of an order, and what that differs in from what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.placement import Confirmation, ConfirmedItem, Difference
from roster_import.targets.amounts import shortest
from roster_import.targets.answers import text_of
from roster_import.targets.jtl.documents import Line, mark_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.model.problem import Origin
    from roster_import.targets.jtl.look_up import Document

# -------------------------------------------------------------------------------------------- what it has of it


def confirmation(order: Document, lines: Sequence[Document]) -> Confirmation:
    """What JTL-Wawi has of an order, from its header and its lines."""
    payment, shipping = order.get("SalesOrderPaymentDetails") or {}, order.get("SalesOrderShippingDetail") or {}
    return Confirmation(
        order_number=text_of(order.get("Number")),
        placed_at=text_of(order.get("SalesOrderDate")),
        delivery_date=_day(shipping.get("EstimatedDeliveryDate")),
        currency=text_of(payment.get("CurrencyIso")),
        total=text_of(payment.get("TotalGrossAmount")),
        reference=text_of(order.get("ExternalNumber")),
        delivery={name: str(value) for name, value in (order.get("Shipmentaddress") or {}).items() if value},
        items=tuple(_confirmed(line) for line in lines),
    )


def _confirmed(line: Document) -> ConfirmedItem:
    notice = str(line.get("Notice") or "").strip()
    said = dict(part.partition(": ")[::2] for part in notice.rpartition(" [")[0].split("; ") if ": " in part)
    quantity = line.get("Quantity") or 0
    return ConfirmedItem(
        kind="design" if "Size" in said else "logo",
        id=line.get("ItemId") or None,
        code=text_of(line.get("SKU")) or None,
        title=text_of(line.get("Name")),
        size=said.get("Size", ""),
        name=said.get("Name", ""),
        number=said.get("Number", "") if "Size" in said else "",
        value=said.get("Text") or ("" if "Size" in said else said.get("Number", "")),
        quantity=int(quantity) if quantity == int(quantity) else 0,
        line=mark_of(notice),
        says={"name": str(line.get("Name") or ""), "notice": notice.strip(), "quantity": shortest(quantity)},
    )


def line_differences(
    line: Line, origins: tuple[Origin, ...], confirmed: Sequence[ConfirmedItem]
) -> Iterator[Difference]:
    """What the lines found under a mark differ in from the line that was meant."""
    pieces = f"{line['Quantity']} × {line['Name']}"
    if not confirmed:
        message = say("{pieces} is not in the order that {system} has.", pieces=pieces, system="JTL-Wawi")
        yield Difference(what="quantity", sent=str(line["Quantity"]), confirmed=None, message=message, origins=origins)
        return
    if len(confirmed) > 1:
        message = say(
            "{pieces} stands {count} times in the order that {system} has.",
            pieces=pieces,
            count=len(confirmed),
            system="JTL-Wawi",
        )
        yield Difference(what="quantity", sent="1", confirmed=str(len(confirmed)), message=message, origins=origins)
    sent = {"name": line["Name"], "notice": line["Notice"], "quantity": shortest(line["Quantity"])}
    for what, wanted in sent.items():
        if confirmed[0].says.get(what) != wanted:
            message = say(
                "{label}: {field} was sent as {sent}, {system} has {confirmed}.",
                label=pieces,
                field=what,
                sent=wanted,
                confirmed=confirmed[0].says.get(what) or say("nothing"),
                system="JTL-Wawi",
            )
            yield Difference(
                what=what, sent=wanted, confirmed=confirmed[0].says.get(what), message=message, origins=origins
            )


def not_sent(item: ConfirmedItem) -> Difference:
    """A line nobody asked for."""
    message = say(
        "{system} has {count} × {label} more than was sent.",
        system="JTL-Wawi",
        count=item.quantity,
        label=item.title or item.code,
    )
    return Difference(what="quantity", sent=None, confirmed=str(item.quantity), message=message)


def _day(value: object) -> str | None:
    text = text_of(value)
    # Year 1 is how .NET writes that there is none.
    return text.split("T")[0] if text and not text.startswith("0001") else None
