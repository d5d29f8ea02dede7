"""How an order stands, and orders as a list shows them: as little as that takes, for a list is to come at once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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

    @property
    def as_known(self) -> Status:
        """The status for people: of an order that is being sent nobody can tell."""
        return Status.UNKNOWN if self is Status.SENDING else self


SEEN_AT_ONCE = "found as soon as it was placed"
"""What a `Reached` says of an order system whose look-up shows orders as soon as they are placed; see `Sending`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedOrder:
    """One attempt at an order, as far as a list shows it. `tells_vat`: its confirmation shows that VAT is in its total."""

    book: str
    target: str
    reference: str
    attempt: int
    status: Status
    order_number: str | None
    total: str | None
    currency: str | None
    tells_vat: bool
    pieces: int
    created_at: str
    user: str
    host: str
    file: str
