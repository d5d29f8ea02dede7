"""What JTL-Wawi has of an order, and what that differs in from what was meant."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from roster_import.language.messages import Amount, say
from roster_import.model.placement import Confirmation, ConfirmedItem, Difference
from roster_import.targets.amounts import money_of, shortest
from roster_import.targets.answers import text_of
from roster_import.targets.compare import field_differences, leaves
from roster_import.targets.jtl.documents import Line, mark_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.model.problem import Origin
    from roster_import.targets.jtl.look_up import Document

_STEP = Decimal("0.01")  # a rounding step of each line
PRICES = ("SalesPriceNet", "SalesPriceGross")
_OTHERS = "orders of the same name"

# -------------------------------------------------------------------------------------------- what it has of it


def confirmation(order: Document, lines: Sequence[Document], others: Sequence[Document] = ()) -> Confirmation:
    """What JTL-Wawi has of an order, from its header and its lines; `others` are the orders of the same name."""
    payment, shipping = order.get("SalesOrderPaymentDetails") or {}, order.get("SalesOrderShippingDetail") or {}
    return Confirmation(
        order_number=text_of(order.get("Number")),
        placed_at=text_of(order.get("SalesOrderDate")),
        delivery_date=_day(shipping.get("EstimatedDeliveryDate")),
        currency=text_of(payment.get("CurrencyIso")),
        total=text_of(payment.get("TotalGrossAmount")),
        reference=text_of(order.get("ExternalNumber")),
        delivery={name: str(value) for name, value in (order.get("Shipmentaddress") or {}).items() if value},
        says={
            **leaves(order),
            **({_OTHERS: ", ".join(str(other.get("Number")) for other in others)} if others else {}),
        },
        items=tuple(_confirmed(line) for line in lines),
    )


def _confirmed(line: Document) -> ConfirmedItem:
    notice = str(line.get("Notice") or "").strip()
    said = dict(part.partition(": ")[::2] for part in notice.rpartition(" [")[0].split("; ") if ": " in part)
    quantity = shortest(line.get("Quantity") or 0)
    return ConfirmedItem(
        kind="design" if "Size" in said else "logo",
        id=line.get("ItemId") or None,
        code=text_of(line.get("SKU")) or None,
        title=text_of(line.get("Name")),
        size=said.get("Size", ""),
        name=said.get("Name", ""),
        number=said.get("Number", "") if "Size" in said else "",
        value=said.get("Text") or ("" if "Size" in said else said.get("Number", "")),
        quantity=int(quantity) if quantity.isdigit() else 0,
        line=mark_of(notice),
        says={"name": str(line.get("Name") or ""), "notice": notice.strip(), "quantity": quantity, **_prices(line)},
    )


def _prices(line: Document) -> dict[str, str]:
    return {name: shortest(line[name]) for name in PRICES if line.get(name) not in (None, "")}


def header_differences(header: Document, lines: Sequence[Line], confirmed: Confirmation) -> Iterator[Difference]:
    """What JTL-Wawi has otherwise of an order as a whole: every field sent, the total, a second order of its name."""
    says = confirmed.says
    if not says:  # what was confirmed to earlier versions says nothing of it
        return
    sent = leaves(header)
    sent.pop("ExternalNumber", None)
    shown = {name.split(".")[0] for name in says}
    yield from field_differences(
        {name: value for name, value in sent.items() if name.split(".")[0] in shown}, says, "JTL-Wawi"
    )
    if others := says.get(_OTHERS):
        message = say(
            "JTL-Wawi has more than one order of this name, also {numbers}: cancel what is too much.", numbers=others
        )
        yield Difference(what="order", sent="1", confirmed=others, message=message)
    yield from _total_differences(lines, confirmed)


def _total_differences(lines: Sequence[Line], confirmed: Confirmation) -> Iterator[Difference]:
    """The total, where it follows from what was sent: every line with a gross price, or a net one and its tax."""
    parts = [_gross(line) for line in lines]
    total = money_of(confirmed.total)
    if None in parts:
        return
    wanted = sum((part for part in parts if part is not None), Decimal(0))
    if total is None or abs(total - wanted) > _STEP * len(lines):
        message = say(
            "the total was to be {wanted}, {system} has {confirmed}.",
            wanted=Amount(f"{wanted:.2f}"),
            system="JTL-Wawi",
            confirmed=Amount(confirmed.total) if confirmed.total else say("nothing"),
        )
        yield Difference(what="total", sent=f"{wanted:.2f}", confirmed=confirmed.total, message=message)


def _gross(line: Line) -> Decimal | None:
    quantity = Decimal(str(line["Quantity"]))
    if "SalesPriceGross" in line:
        return Decimal(str(line["SalesPriceGross"])) * quantity
    if "SalesPriceNet" in line and "TaxRate" in line:
        return Decimal(str(line["SalesPriceNet"])) * quantity * (1 + Decimal(str(line["TaxRate"])) / 100)
    return None


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
    # The lines of earlier versions were kept without their prices.
    sent |= {name: shortest(line[name]) for name in PRICES if name in line and name in confirmed[0].says}
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
