"""What an order costs by the prices that somebody listed: those of a catalogue, or those of its own rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from roster_import.language.messages import Amount, say
from roster_import.model.estimate import Estimate, Part, money
from roster_import.model.vat import Vat
from roster_import.targets.amounts import parse_amount

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.model.order import DesignItem, DesignRef, LogoItem, LogoRef, Order

_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_SIGNS = {"€": "EUR", "£": "GBP"}  # a crown may be of three countries, a dollar of twenty


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPrices:
    """Prices of one piece as they are written, and whether VAT is in them; a coach's catalogue says nothing of that."""

    prices: Mapping[DesignRef | LogoRef, str] = field(default_factory=dict)
    vat: Vat = Vat.UNKNOWN

    def design_part(self, item: DesignItem) -> Part | None:
        """What a design costs; None where a price is missing, or none that can be read."""
        listed = self.prices.get(item.design, "")
        return self._part(
            item.design.label, [(instance.quantity, instance.price or listed) for instance in item.instances]
        )

    def logo_part(self, items: Sequence[LogoItem]) -> Part | None:
        """What a loose logo costs, in all the texts it is ordered with."""
        listed = [(_pieces(item), item.price or self.prices.get(item.logo, "")) for item in items]
        return self._part(items[0].logo.label, listed)

    def _part(self, label: str, listed: Sequence[tuple[int, str]]) -> Part | None:
        amounts = [
            (pieces, price, _currency(text)) for pieces, text in listed if (price := parse_amount(text)) is not None
        ]
        if len(amounts) < len(listed) or len({currency for *_, currency in amounts}) != 1:
            return None
        prices = {price for _, price, _ in amounts}
        why = (
            say("{amount} a piece, as listed", amount=Amount(money(prices.pop())))
            if len(prices) == 1
            else say("as listed")
        )
        return Part(
            label=label,
            pieces=sum(pieces for pieces, *_ in amounts),
            amount=sum((pieces * price for pieces, price, _ in amounts), Decimal(0)),
            currency=amounts[0][2],
            why=why,
            vat=self.vat,
        )


def estimate_as_listed(order: Order, listed: ListedPrices, more: Iterable[Part] = ()) -> Estimate:
    """What an order costs whose documents carry their own prices; `more` comes on top of what is ordered."""
    parts: list[Part] = []
    unknown: list[str] = []
    for design in order.designs:
        pieces = sum(instance.quantity for instance in design.instances)
        _sort_in(listed.design_part(design), f"{pieces} × {design.design.label}", parts, unknown)
    for logo in order.logos:
        _sort_in(listed.logo_part([logo]), f"{_pieces(logo)} × {logo.logo.label}", parts, unknown)
    return Estimate(parts=(*parts, *more) if parts else (), unknown=tuple(unknown))


def _sort_in(part: Part | None, named: str, parts: list[Part], unknown: list[str]) -> None:
    if part is None:
        unknown.append(named)
    else:
        parts.append(part)


def _pieces(item: LogoItem) -> int:
    return item.quantity + item.storage_quantity + sum(entry.quantity + entry.storage_quantity for entry in item.digits)


def _currency(text: str) -> str:
    """The currency of a price as far as it is plain; empty where it is not said."""
    code = _CODE.search(text)
    return code[0] if code else next((code for sign, code in _SIGNS.items() if sign in text), "")
