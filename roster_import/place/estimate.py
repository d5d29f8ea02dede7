"""What an order will cost, as far as published prices and earlier orders tell: an estimate, never sent, never a promise.

KitMaker publishes tiers and fees of loose logos (Logos › Logo object: `prices`, `additionalFees`); of designs it says
nothing but the totals of orders, so a design's price is that of the last order that held it alone and was confirmed as sent, of
the sub total, which is without VAT (KitMaker › Order object). Of the published prices nothing says whether VAT is in them: they
are taken to be without. What no order system tells is estimated by the catalogue's price. What differs in currency or VAT is
never added.
"""

from __future__ import annotations

from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from roster_import.language.messages import Amount, Day, joined, say
from roster_import.model.estimate import CENT, Estimate, Part, money
from roster_import.model.vat import Vat, amount_in_words
from roster_import.place.listed_prices import ListedPrices
from roster_import.targets.amounts import money_of, total_differences
from roster_import.targets.compare import differences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.model.order import DesignItem, DesignRef, LogoItem, Order
    from roster_import.model.placement import Confirmation, Placement
    from roster_import.model.remote_catalogue import Assortment, Logo, Tier
    from roster_import.place.ledger.entry import Entry


_NOTHING_LISTED = ListedPrices()


def estimate(
    order: Order, assortment: Assortment, earlier: Sequence[Entry], listed: ListedPrices = _NOTHING_LISTED
) -> Estimate:
    """What an order will cost, given what the order system publishes and the orders confirmed before, oldest first.

    What neither tells costs what is `listed` for it.
    """
    parts: list[Part] = []
    unknown: list[str] = []
    for label, pieces, part in (*_designs(order, earlier, listed), *_logos(order, assortment, listed)):
        if part is None:
            unknown.append(f"{pieces} × {label}")
        else:
            parts.append(part)
    return Estimate(parts=tuple(parts), unknown=tuple(unknown))


# ---------------------------------------------------------------------------------------------------------- designs


def _designs(order: Order, earlier: Sequence[Entry], listed: ListedPrices) -> Iterable[tuple[str, int, Part | None]]:
    for item in order.designs:
        pieces = _pieces(item)
        price = next((known for entry in reversed(earlier) if (known := _unit_price(item.design, entry))), None)
        part = _design_part(item.design.label, pieces, price) if price else listed.design_part(item)
        yield item.design.label, pieces, part


def _pieces(item: DesignItem) -> int:
    return sum(instance.quantity for instance in item.instances)


def _design_part(label: str, pieces: int, price: tuple[Decimal, str, str]) -> Part:
    unit, currency, source = price
    why = say("{amount} a piece, as in {order}", amount=Amount(money(unit)), order=source)
    return Part(label=label, pieces=pieces, amount=unit * pieces, currency=currency, why=why)


def _unit_price(design: DesignRef, entry: Entry) -> tuple[Decimal, str, str] | None:
    """The price per piece of a design in an order that held it alone: price, currency, and which order of when."""
    confirmation = entry.confirmation
    if confirmation is None or not _is_alone(design, confirmation) or _differs(entry.order, confirmation):
        return None
    unit = price_per_piece(confirmation)
    if unit is None:
        return None
    day = (confirmation.placed_at or entry.placed_at or entry.created_at)[:10]
    number = confirmation.order_number or entry.order_number or entry.identity.reference
    return unit, confirmation.currency or "", say("order {number} of {day}", number=number, day=Day(day))


def _differs(order: Order, confirmation: Confirmation) -> bool:
    """Whether it was not confirmed as it was sent: then its money may be that of other pieces than it lists."""
    return bool(differences(order, confirmation)) or any(total_differences(confirmation))


def _is_alone(design: DesignRef, confirmation: Confirmation) -> bool:
    code = (design.mul or "").casefold()
    return bool(confirmation.items) and all(
        item.kind == "design"
        and (item.id == design.id if design.id is not None else (item.code or "").casefold() == code)
        for item in confirmation.items
    )


def lone_design_price(placement: Placement) -> Decimal | None:
    """The price of a piece, where the confirmed order holds one design alone: the order system gives totals only."""
    if placement.confirmation is None or placement.differences or len(placement.order.designs) != 1:
        return None
    return price_per_piece(placement.confirmation)


def price_per_piece(confirmation: Confirmation) -> Decimal | None:
    """Sub total by pieces, of a confirmed order that holds one design and nothing else; None of any other."""
    named = {(item.kind, item.id, item.code) for item in confirmation.items}
    pieces = sum(item.quantity for item in confirmation.items)
    sub_total = money_of(confirmation.sub_total)
    if len(named) != 1 or confirmation.items[0].kind != "design" or not pieces or sub_total is None:
        return None
    return sub_total / pieces if confirmation.currency else None


# ------------------------------------------------------------------------------------------------------------ logos


def _logos(order: Order, assortment: Assortment, listed: ListedPrices) -> Iterable[tuple[str, int, Part | None]]:
    pieces: Counter[int | str] = Counter()
    items: dict[int | str, list[LogoItem]] = {}
    for item in order.logos:
        known = item.logo.id if item.logo.id is not None else assortment.logo_id(item.logo.sku or "")
        key = known if known is not None else item.logo.sku or ""
        pieces[key] += made(item)
        items.setdefault(key, []).append(item)
    for key, count in pieces.items():
        held = assortment.logos.get(key) if isinstance(key, int) else None
        label = items[key][0].logo.label
        part = _logo_part(label, count, held.item) if held else None
        yield label, count, part or listed.logo_part(items[key])


def made(item: LogoItem) -> int:
    """How many are made: those for storage as well, and of a number logo its single digits (the vendor splits 24 into two)."""
    digits = sum(len(entry.digit) * (entry.quantity + entry.storage_quantity) for entry in item.digits)
    return item.quantity + item.storage_quantity + digits


def _logo_part(label: str, pieces: int, logo: Logo) -> Part | None:
    fees = [(fee, fee.tiers) for fee in logo.fees]
    currencies = {tier.currency for tier in logo.tiers} | {tier.currency for _, tiers in fees for tier in tiers}
    tier = _reached(logo.tiers, pieces)
    if tier is None or len(currencies) != 1:
        return None
    amount, why = pieces * tier.price, [_from(tier)]
    for fee, tiers in fees:
        reached = _reached(tiers, pieces)
        startup = reached.price if reached else Decimal(0)
        charged = startup if fee.is_startup else sum((tier.least * tier.price for tier in tiers), Decimal(0))
        amount += charged
        why += [joined(fee.name or fee.kind, Amount(str(charged)))] if charged else []
    return Part(
        label=label, pieces=pieces, amount=amount, currency=tier.currency, why=joined(*why, between=", "), taken=True
    )


def _from(tier: Tier) -> str:
    return say("{amount} from {count}", amount=Amount(str(tier.price)), count=tier.least)


def _reached(tiers: Sequence[Tier], pieces: int) -> Tier | None:
    return next((tier for tier in reversed(tiers) if tier.least <= pieces), None)


# ----------------------------------------------------------------------------------------------- beside the real price


def change(before: Estimate, confirmation: Confirmation) -> Decimal | None:
    """What an order costs more (or less) than was estimated; None where the two cannot be compared."""
    real = money_of(_comparable(before, confirmation))
    if before.incomplete or before.amount is None or real is None:
        return None
    if before.currency and confirmation.currency != before.currency:
        return None
    return real - before.amount.quantize(CENT, ROUND_HALF_UP)


def _comparable(before: Estimate, confirmation: Confirmation) -> str | None:
    """What of the confirmed order is with or without VAT as the estimate is."""
    match before.vat:
        case Vat.WITHOUT:
            return confirmation.sub_total
        case Vat.WITH:
            return confirmation.total
        case _:
            return None


def change_in_words(before: Estimate, confirmation: Confirmation) -> str | None:
    """The change against the estimate in one line; None where there is nothing to compare."""
    more, real = change(before, confirmation), _comparable(before, confirmation)
    if more is None or before.amount is None or real is None:
        return None
    currency = confirmation.currency
    was = say("estimated were {amount}", amount=amount_in_words(money(before.amount), currency, before.vat))
    if not more:
        return say("{estimate}; that is what it costs", estimate=was)
    values = {
        "estimate": was,
        "cost": amount_in_words(real, currency, before.vat),
        "amount": Amount(money(abs(more))),
    }
    if more > 0:
        return say("{estimate}; it costs {cost}, {amount} more", **values)
    return say("{estimate}; it costs {cost}, {amount} less", **values)
