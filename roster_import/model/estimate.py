"""What an order will probably cost, and of which parts that is made up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from roster_import.language.messages import Amount, joined, say

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one design or logo of an order will cost, and what that rests on."""

    label: str
    pieces: int
    amount: Decimal
    currency: str
    why: str

    @property
    def words(self) -> str:
        """`18 × Club Crest: 378.00 DKK (18.5 from 10, Startup Fee 45.0)`."""
        return say(
            "{count} × {label}: {amount} {currency} ({why})",
            count=self.pieces,
            label=self.label,
            amount=Amount(money(self.amount)),
            currency=self.currency,
            why=self.why,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What an order will cost, part by part; `unknown` are the parts nobody knows a price of, such as `12 × Away kit`."""

    parts: tuple[Part, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def currency(self) -> str | None:
        """The one currency of all parts; None where there are several, or no parts."""
        currencies = {part.currency for part in self.parts}
        return currencies.pop() if len(currencies) == 1 else None

    @property
    def amount(self) -> Decimal | None:
        """The sum of the parts; None where their currencies differ, or there are none."""
        return sum((part.amount for part in self.parts), Decimal(0)) if self.currency else None

    @property
    def incomplete(self) -> bool:
        """Whether something of the order is not in the amount."""
        return bool(self.unknown) or self.amount is None

    @property
    def words(self) -> str:
        """The estimate in one line."""
        unknown = say("not known: {things}", things=", ".join(self.unknown)) if self.unknown else ""
        if self.amount is None and not self.parts:
            return joined(say("no estimate"), unknown, between="; ")
        return joined(self._sum(), unknown, between="; ")

    def _sum(self) -> str:
        if self.amount is None:
            said = joined(*(part.words for part in self.parts), between=", ")
            return say("estimates in several currencies, which are not added: {parts}", parts=said)
        return say(
            "estimate, without VAT: {amount} {currency}", amount=Amount(money(self.amount)), currency=self.currency
        )


def money(amount: Decimal) -> str:
    """An amount with two digits, rounded half up."""
    return f"{amount.quantize(_CENT, ROUND_HALF_UP)}"
