"""What an order may cost, as far as anybody knows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from roster_import.language.messages import joined, say, templates
from roster_import.model.vat import Vat, amount_in_words, amount_with_currency

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one design or logo of an order will cost, and what that rests on.

    `taken` says that nobody told whether VAT is in it, and `vat` is what it is taken to be.
    """

    label: str
    pieces: int
    amount: Decimal
    currency: str
    why: str
    vat: Vat = Vat.WITHOUT
    taken: bool = False

    @property
    def words(self) -> str:
        """`18 × Club Crest: 378.00 DKK (18.5 from 10, Startup Fee 45.0)`."""
        return say(
            "{count} × {label}: {amount} ({why})",
            count=self.pieces,
            label=self.label,
            amount=amount_with_currency(money(self.amount), self.currency),
            why=self.why,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What an order will cost, part by part; `unknown` are the parts nobody knows a price of, such as `12 × Away kit`."""

    parts: tuple[Part, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def currency(self) -> str | None:
        """The one currency of all parts, empty where they do not say theirs; None where there are several, or no parts."""
        return self._kind[0] if self._kind else None

    @property
    def vat(self) -> Vat:
        """What the amount is."""
        return self._kind[1] if self._kind else Vat.UNKNOWN

    @property
    def taken(self) -> bool:
        """Whether it is so of a part because nobody says otherwise."""
        return any(part.taken for part in self.parts)

    @property
    def _kind(self) -> tuple[str, Vat] | None:
        """Currency and VAT, where they are the same of all parts: what differs in them is not added."""
        kinds = {(part.currency, part.vat) for part in self.parts}
        return kinds.pop() if len(kinds) == 1 else None

    @property
    def amount(self) -> Decimal | None:
        """The sum of the parts; None where their currencies or their VAT differ, or there are none."""
        return sum((part.amount for part in self.parts), Decimal(0)) if self._kind else None

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
            said = joined(*map(_whole, self.parts), between=", ")
            return say("estimates that are not added, as their currency or VAT differs: {parts}", parts=said)
        amount = amount_with_currency(money(self.amount), self.currency)
        bare = self.vat is Vat.UNKNOWN and not self.currency
        return say(_ESTIMATED["taken" if self.taken else "bare" if bare else self.vat], amount=amount)


_ESTIMATED = templates(
    {
        Vat.WITH: "estimate, with VAT: {amount}",
        Vat.WITHOUT: "estimate, without VAT: {amount}",
        Vat.UNKNOWN: "estimate, by prices that do not say whether VAT is in them: {amount}",
        "bare": "estimate, by prices that say neither in which currency they are nor whether VAT is in them: {amount}",
        "taken": "estimate, taken to be without VAT: {amount}",
    }
)


def _whole(part: Part) -> str:
    """A part beside others that are of another kind."""
    said = amount_in_words(money(part.amount), part.currency, part.vat)
    return joined(str(part.pieces), "×", joined(part.label, said, between=": "))


def money(amount: Decimal) -> str:
    """An amount with two digits, rounded half up."""
    return f"{amount.quantize(CENT, ROUND_HALF_UP)}"
