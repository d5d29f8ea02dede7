"""What became of an order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from roster_import.model.status import SEEN_AT_ONCE, Status
from roster_import.model.vat import Vat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model.estimate import Estimate
    from roster_import.model.order import Order
    from roster_import.model.problem import Objection, Origin

__all__ = ["SEEN_AT_ONCE", "Confirmation", "ConfirmedItem", "Difference", "Placement", "Progress", "Status"]


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
