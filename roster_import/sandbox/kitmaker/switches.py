"""A switch for each thing KitMaker's documents leave open."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from roster_import.sandbox.switches import Switches, anything, one_of


@dataclass(frozen=True, slots=True, kw_only=True)
class KitMakerSwitches(Switches):
    """How the stand-in for KitMaker behaves where the documents are silent; raises SandboxError for a value it has not.

    `refused` always means: answered with 4xx, nothing placed; `failed`: taken, and `Failed` after the delay.
    """

    # the answer to a key that was seen before
    replay_status: Literal["202", "200"] = one_of("202", "200", why="status code of the answer to a known key")
    replay_body: Literal["pending", "current"] = one_of(
        "pending", "current", why="`status` in that answer: always Pending, or as it is by then"
    )
    other_body: Literal["original", "409", "422"] = one_of(
        "original", "409", "422", why="a known key with another body: the first order's answer, or an error"
    )
    rejected_key: Literal["free", "used"] = one_of(
        "free", "used", why="whether a POST that was refused has used up its key"
    )
    failed_key: Literal["used", "free"] = one_of(
        "used", "free", why="whether the key of an order that ended Failed can place another"
    )
    concurrent_key: Literal["wait", "409"] = one_of(
        "wait", "409", why="a second POST with the key while the first is being taken: waits for it, or 409"
    )
    key_length: int = anything(0, why="longest key accepted, 0: any")
    taking_time: float = anything(0.0, why="seconds a POST takes before the order is in")

    # what is refused, when and how
    unknown_item: Literal["refused", "failed", "accepted"] = one_of(
        "refused", "failed", "accepted", why="an unknown design or logo"
    )
    draft_item: Literal["refused", "failed"] = one_of("refused", "failed", why="a design or logo that is still a draft")
    unknown_size: Literal["refused", "failed", "accepted"] = one_of(
        "refused", "failed", "accepted", why="a size the design is not made in"
    )
    unknown_placeholder: Literal["refused", "ignored"] = one_of(
        "refused", "ignored", why="a value in `logoValues` for a placeholder the design has not"
    )
    stray_value: Literal["ignored", "refused"] = one_of(
        "ignored", "refused", why="a `value` for a loose logo that carries no text"
    )
    two_names: Literal["refused", "allowed"] = one_of(
        "refused", "allowed", why="id and item number given for one design or logo; the id counts"
    )
    missing_array: Literal["accepted", "refused"] = one_of(
        "accepted", "refused", why="`designs` or `logos` left out of the body"
    )
    same_reference: Literal["accepted", "refused"] = one_of(
        "accepted", "refused", why="a reference that was used before (refused with 409)"
    )
    invalid_status: Literal["400", "422"] = one_of("400", "422", why="status code of a body that is refused")
    organization_status: Literal["403", "400", "404"] = one_of(
        "403", "400", "404", why="status code for an organization that is not the caller's own or its child"
    )
    error_body: Literal["json", "details", "plain", "html"] = one_of(
        "json", "details", "plain", "html", why="form of an error's body; details: a list of fields and messages"
    )
    limit_over: Literal["capped", "refused"] = one_of("capped", "refused", why="a `limit` above the documented most")

    # what a confirmed order looks like
    instances: Literal["kept", "merged", "reversed"] = one_of(
        "kept", "merged", "reversed", why="instances in the confirmed order: as sent, equal ones added, other order"
    )
    number_logo: Literal["entries", "total", "digits"] = one_of(
        "entries", "total", "digits", why="a number logo in the confirmed order: per digit entry, once, or per digit"
    )
    storage: Literal["excluded", "included"] = one_of(
        "excluded", "included", why="whether a confirmed logo's quantity counts those put in storage"
    )
    absent: Literal["null", "omitted", "empty"] = one_of(
        "null", "omitted", "empty", why="a text that was not sent, in the confirmed order"
    )
    extra_fields: Literal["no", "yes"] = one_of("no", "yes", why="fields that no document mentions, in every answer")
    logo_type: Literal["named", "transfer"] = one_of(
        "named", "transfer", why="`logoType` of placeholders: NameLogo and so on, or TRANSFER for all"
    )
    total: Literal["exact", "added"] = one_of(
        "exact", "added", why="the total: of the unrounded sum, or of the rounded sub total and VAT"
    )
    vat_rate: Decimal = field(default=Decimal("25.00"), metadata={"why": "per cent"})
    currency: str = anything("DKK", why="ISO 4217")

    # orders that end badly
    fail_marker: str = anything("[fail]", why="a reference with this in it ends Failed")
    pending_marker: str = anything("[pending]", why="a reference with this in it stays Pending for ever")
    failed_message: str = anything("The order could not be placed.", why="errorMessage of an order failed on request")

    # counters of a fresh store, and who is calling
    first_id: int = anything(4711, why="first tracking id")
    first_order_number: int = anything(20002502, why="first order number")
    organization: int = anything(12345, why="the caller's own organization")
