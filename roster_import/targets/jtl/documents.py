"""JTL-Wawi's documents: what is wanted, as text for the ledger, and the two documents of version 1.

What is wanted names customers, companies and items as people name them; their ids are looked up as the order is placed.
Every line carries a mark in its note, `[PO-42-3/14]` (the third of fourteen), by which it is known again after a lost
answer, and by which an order with other lines is known for another order.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from roster_import.language.messages import Amount, say
from roster_import.model.order import DesignRef, normal_reference
from roster_import.model.placement import Confirmation, ConfirmedItem, Difference
from roster_import.targets.amounts import as_number, money_of, parse_amount, shortest
from roster_import.targets.answers import text_of
from roster_import.targets.fields import field_differences, leaves

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.model.order import Instance, LogoItem, LogoRef, Order, OrderDetails
    from roster_import.model.problem import Origin
    from roster_import.targets.jtl.look_up import Document


Line = dict[str, Any]


def external_number(order: Order, again: int) -> str:
    """The order's name in JTL-Wawi: the reference, with a number behind it where it is ordered once more."""
    return f"{order.reference} ({again + 1})" if again else order.reference


def order_document(order: Order, again: int, settings: Mapping[str, Any]) -> str:
    """What is wanted, as JSON text: header, and lines each with its mark and its SKU where one is known."""
    number = external_number(order, again)
    lines = [line for line, _ in lines_of(order, number, settings)]
    document = {"header": {"ExternalNumber": number, **_header(order.details, settings)}, "lines": lines}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def lines_of(order: Order, number: str, settings: Mapping[str, Any]) -> list[tuple[Line, tuple[Origin, ...]]]:
    """The order's lines in the order of their marks, each with the rows that asked for it."""
    lines = [*_garments(order, settings), *_logos(order, settings)]
    return [
        ({**line, "Notice": _with_mark(line["Notice"], f"{number}-{at}/{len(lines)}")}, origins)
        for at, (line, origins) in enumerate(lines, 1)
    ]


def mark_of(notice: str) -> str:
    """The mark at the end of a line's note, without its brackets; empty where there is none of ours.

    It begins with a reference, and is one mark however that is spelt.
    """
    text = notice.strip()
    return normal_reference(text.rpartition("[")[2][:-1]) if text.endswith("]") and "[" in text else ""


def _with_mark(notice: str, mark: str) -> str:
    return f"{notice} [{mark}]".strip()


# --------------------------------------------------------------------------------------------------- the header


def _header(details: OrderDetails, settings: Mapping[str, Any]) -> dict[str, Any]:
    origin = f"Origin of delivery: {details.origin_of_delivery}" if details.origin_of_delivery else None
    contact = f"Contact: {details.contact_name}" if details.contact_name else None
    fields = {
        "Shipmentaddress": _address(details),  # the small a is JTL's own (JTL › Create Sales Order)
        "CustomerComment": details.comment,
        "Comment": " – ".join(part for part in (origin, contact) if part) or None,
        "LanguageIso": settings.get("language"),
        "DepartureCountry": _filled({"CountryISO": settings.get("departure_country")}),
        "SalesOrderPaymentDetails": _filled(
            {"PaymentMethodId": _id(settings.get("payment_method_id")), "CurrencyIso": settings.get("currency")}
        ),
        "SalesOrderShippingDetail": _filled({"ShippingMethodId": _id(settings.get("shipping_method_id"))}),
    }
    return _filled(fields)


def _address(details: OrderDetails) -> dict[str, Any]:
    delivery = details.delivery
    first, _, last = (delivery.contact_person or "").rpartition(" ")
    fields = {
        "Company": delivery.name,
        "FirstName": first or None,
        "LastName": last or None,
        "Street": delivery.address,
        "PostalCode": delivery.zip,
        "City": delivery.city,
        "CountryIso": delivery.country,
        "EmailAddress": details.email,
    }
    return _filled(fields)


def _filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is empty: nulls are better left out (JTL clients in the field do)."""
    return {name: value for name, value in fields.items() if value not in (None, "", {})}


def _id(value: object) -> int | None:
    return int(str(value)) if str(value or "").isdigit() else None


# ---------------------------------------------------------------------------------------------------- the lines


def _garments(order: Order, settings: Mapping[str, Any]) -> Iterator[tuple[Line, tuple[Origin, ...]]]:
    for item in order.designs:
        for instance in item.instances:
            printed = " ".join(filter(None, (instance.name, instance.number)))
            name = f"{item.design.label} {instance.size}" + (f" – {printed}" if printed else "")
            sku = sku_of(item.design, instance.size, settings)
            yield _line(name, instance.quantity, instance.price, _notice(instance), sku, settings), instance.origins


def _notice(instance: Instance) -> str:
    return _labelled(
        {
            "Size": instance.size,
            "Name": instance.name,
            "Number": instance.number,
            "Player": ", ".join(instance.players),
            **{f"Logo {value.logo_id}": value.value for value in instance.values},
        }
    )


def _labelled(fields: Mapping[str, str]) -> str:
    return "; ".join(f"{label}: {value}" for label, value in fields.items() if value)


def _logos(order: Order, settings: Mapping[str, Any]) -> Iterator[tuple[Line, tuple[Origin, ...]]]:
    for item in order.logos:
        sku = sku_of(item.logo, "", settings)
        for text, label, quantity, players, origins in _loose(item):
            name = f"{item.logo.label} – {text}" if text else item.logo.label
            notice = _labelled({label: text, "Player": ", ".join(players)})
            yield _line(name, quantity, item.price, notice, sku, settings), origins


def _loose(item: LogoItem) -> Iterator[tuple[str, str, int, tuple[str, ...], tuple[Origin, ...]]]:
    """JTL-Wawi has no digit entries: every number of a number logo is a line of its own."""
    if not item.digits:
        yield item.value, "Text", item.quantity, item.players, item.origins
    for entry in item.digits:
        yield entry.digit, "Number", entry.quantity, entry.players, entry.origins


def _line(name: str, quantity: int, price: str, notice: str, sku: str | None, settings: Mapping[str, Any]) -> Line:
    fields: dict[str, Any] = {"SKU": sku, "Name": name, "Quantity": quantity, "Notice": notice or " "}
    # Only one of the two prices may be sent (JTL › Create Sales Order Line Item).
    amount, kind = parse_amount(price), settings.get("prices", "net")
    if amount is not None and kind != "none":
        fields["SalesPriceGross" if kind == "gross" else "SalesPriceNet"] = as_number(amount)
    if (rate := parse_amount(str(settings.get("tax_rate", "")))) is not None:
        fields["TaxRate"] = as_number(rate)
    return _filled(fields)


def sku_of(ref: DesignRef | LogoRef, size: str, settings: Mapping[str, Any]) -> str | None:
    """The SKU of the item a design in a size, or a logo, is sold as; None where the settings name none.

    `[jtl] items` is a pattern for all, `"{code}-{size}"`, or a table by title, code or id: of patterns, or of tables by size.
    """
    items = settings.get("items")
    if isinstance(items, str):
        return _from_pattern(items, ref, size) if isinstance(ref, DesignRef) else None
    if not items:
        return None
    named = {str(name).casefold(): sold_as for name, sold_as in items.items()}
    code = (ref.mul if isinstance(ref, DesignRef) else ref.sku) or ref.code
    for name in (ref.title, code, str(ref.id) if ref.id is not None else None):
        sold_as = named.get(name.casefold()) if name else None
        if isinstance(sold_as, str):
            return _from_pattern(sold_as, ref, size)
        if sold_as is not None:
            return {str(key).casefold(): str(sku) for key, sku in sold_as.items()}.get(size.casefold())
    return None


def _from_pattern(pattern: str, ref: DesignRef | LogoRef, size: str) -> str:
    code = (ref.mul if isinstance(ref, DesignRef) else ref.sku) or ref.code
    filled = {"size": size, "code": code or "", "id": str(ref.id or ""), "title": ref.title or ""}
    for name, value in filled.items():
        pattern = pattern.replace("{" + name + "}", value)
    return pattern


# -------------------------------------------------------------------------------------------------- what was confirmed


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
            "the total with VAT was to be {wanted}, {system} has {confirmed}.",
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
        if _with_plain_mark(confirmed[0].says.get(what)) != _with_plain_mark(wanted):
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


def _with_plain_mark(text: str | None) -> str | None:
    """A note whose mark is written in one way, however the reference in it is spelt; another text as it is."""
    mark = mark_of(text or "")
    return f"{(text or '').strip().rpartition('[')[0]}[{mark}]" if mark else text


def _day(value: object) -> str | None:
    text = text_of(value)
    # Year 1 is how .NET writes that there is none.
    return text.split("T")[0] if text and not text.startswith("0001") else None
