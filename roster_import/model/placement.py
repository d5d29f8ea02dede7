"""What became of an order."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from roster_import.language.messages import joined, say, templates
from roster_import.model.vat import Vat, amount_in_words, amount_with_currency

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model.order import Order
    from roster_import.model.problem import Objection, Origin


class Status(StrEnum):
    """What became of an order. SENDING stands only in the ledger; for people it is UNKNOWN."""

    PLANNED = "planned"
    QUEUED = "queued"  # nothing was sent yet: a worker will
    SENDING = "sending"
    PENDING = "pending"
    COMPLETED = "completed"
    FAILED = "failed"  # accepted, then given up by the order system
    REFUSED = "refused"  # turned down: nothing was placed
    UNKNOWN = "unknown"


SEEN_AT_ONCE = "found as soon as it was placed"
"""What a `Reached` says of an order system whose look-up shows orders as soon as they are placed; see `Sending`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedItem:
    """One item of a confirmed order, as the order system wrote it back.

    `line` is the name we gave the line, where the system keeps one; `says` what it has of it field by field; `status`
    what became of it, where the system says so line by line.
    """

    kind: Literal["design", "logo"]
    id: int | None = None
    code: str | None = None
    title: str | None = None
    size: str = ""
    name: str = ""
    number: str = ""
    value: str = ""
    quantity: int
    line: str = ""
    says: Mapping[str, str] = field(default_factory=dict)
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something the confirmed order does not have as it was sent, and the rows that asked for it.

    `beyond` are the pieces that are confirmed beyond what was sent, where that is all the difference.
    """

    what: str  # name, number, size, quantity, logo, design or delivery
    sent: str | None
    confirmed: str | None
    message: str
    origins: tuple[Origin, ...] = ()
    beyond: ConfirmedItem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """A confirmed order as the order system wrote it back; money is text, exactly as received.

    `says` is what else it has of the order beside its lines, field by field, as its own documents name them.
    """

    order_number: str | None = None
    placed_at: str | None = None
    delivery_date: str | None = None
    currency: str | None = None
    sub_total: str | None = None
    vat: str | None = None
    vat_rate: str | None = None
    total: str | None = None
    reference: str | None = None
    delivery: Mapping[str, str] = field(default_factory=dict)
    says: Mapping[str, str] = field(default_factory=dict)
    items: tuple[ConfirmedItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What one answer of an order system says of an order: where it stands, and its handles as far as known."""

    status: Status
    tracking_id: str | None = None
    order_number: str | None = None
    error: str | None = None
    confirmation: Confirmation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """What the ledger and the order system say of one order, for people: the end of the line."""

    order: Order
    target: str
    status: Status
    key: str | None = None
    attempt: int = 1
    tracking_id: str | None = None
    order_number: str | None = None
    placed_at: str | None = None
    confirmation: Confirmation | None = None
    differences: tuple[Difference, ...] = ()
    error: str | None = None
    objections: tuple[Objection, ...] = ()  # what the order system said of single cells as it turned the order down
    already: bool = False  # it was placed by an earlier run
    estimate: Estimate | None = None  # what it was expected to cost
    total_vat: Vat = Vat.UNKNOWN  # what the total of its confirmation is
    realm: str = "live"  # the book it stands in: `sandbox` and `test` are rehearsals

    @property
    def reference(self) -> str:
        """What the order is called."""
        return self.order.reference


# ---------------------------------------------------------------------------------------------- what an order may cost


_CENT = Decimal("0.01")


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
        return say(_ESTIMATED["taken" if self.taken else self.vat], amount=amount)


_ESTIMATED = templates(
    {
        Vat.WITH: "estimate, with VAT: {amount}",
        Vat.WITHOUT: "estimate, without VAT: {amount}",
        Vat.UNKNOWN: "estimate, by prices that do not say whether VAT is in them: {amount}",
        "taken": "estimate, taken to be without VAT: {amount}",
    }
)


def _whole(part: Part) -> str:
    """A part beside others that are of another kind."""
    said = amount_in_words(money(part.amount), part.currency, part.vat)
    return joined(str(part.pieces), "×", joined(part.label, said, between=": "))


def money(amount: Decimal) -> str:
    """An amount with two digits, rounded half up."""
    return f"{amount.quantize(_CENT, ROUND_HALF_UP)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedOrder:
    """One attempt at an order, as far as a list shows it. `confirmation` is without its items."""

    book: str
    target: str
    reference: str
    attempt: int
    status: Status
    order_number: str | None
    confirmation: Confirmation | None
    pieces: int
    created_at: str
    user: str
    host: str
    file: str
