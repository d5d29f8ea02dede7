"""What an order costs (KitMaker › Designs, Logos; the caller never sends a price).

    design    pieces × (its price + the heating fee of its heating code)
    logo      pieces × the unit price of the highest tier reached, the logo's pieces in the order taken together,
              those for storage included; a number logo's pieces are its single digits
    fees      once per order and logo: the start-up fee's tier for that quantity; any other fee × its minQuantity

Sub total, VAT and total are each rounded half up to the cent from the unrounded sum, so the first two may miss the
third by a cent, as they do in the vendor's own example (2817.03 + 704.26, 3521.28).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.sandbox.kitmaker.catalogue import Logo, Tier
    from roster_import.sandbox.kitmaker.check import Wanted, WantedDesign
    from roster_import.sandbox.kitmaker.switches import KitMakerSwitches

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What an order costs, in its currency."""

    sub_total: Decimal
    vat: Decimal
    vat_rate: Decimal
    total: Decimal


def price(wanted: Wanted, heating: Mapping[str, Decimal], switches: KitMakerSwitches) -> Price:
    """The price of what is wanted; `heating` is the fee per piece by heating code."""
    exact = sum((_design_price(one, heating) for one in wanted.designs), Decimal(0)) + _logos_price(wanted)
    sub_total, vat = _cents(exact), _cents(exact * switches.vat_rate / 100)
    total = sub_total + vat if switches.total == "added" else _cents(exact + exact * switches.vat_rate / 100)
    return Price(sub_total=sub_total, vat=vat, vat_rate=switches.vat_rate, total=total)


def _design_price(wanted: WantedDesign, heating: Mapping[str, Decimal]) -> Decimal:
    pieces = sum(instance.quantity for instance in wanted.instances)
    return pieces * (wanted.design.price + heating.get(wanted.design.heating, Decimal(0)))


def _logos_price(wanted: Wanted) -> Decimal:
    pieces: Counter[int] = Counter()
    for item in wanted.logos:
        pieces[item.logo.id] += item.pieces
    logos = {item.logo.id: item.logo for item in wanted.logos}
    return sum((_logo_price(logos[id_], quantity) for id_, quantity in pieces.items()), Decimal(0))


def _logo_price(logo: Logo, pieces: int) -> Decimal:
    startup = sum((_reached(tiers, pieces) for tiers in logo.fees("startup")), Decimal(0))
    return pieces * _reached(logo.tiers, pieces) + startup + _multiplied(logo.fees("fee"))


def _reached(tiers: Sequence[Tier], pieces: int) -> Decimal:
    """The price of the highest tier that quantity reaches; below the first tier, none."""
    return next((tier.price for tier in reversed(tiers) if tier.quantity <= pieces), Decimal(0))


def _multiplied(fees: Iterable[Sequence[Tier]]) -> Decimal:
    return sum((tier.quantity * tier.price for tiers in fees for tier in tiers), Decimal(0))


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT, ROUND_HALF_UP)
