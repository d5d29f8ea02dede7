"""A switch for each thing KitMaker's documents leave open."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from roster_import.sandbox.switches import Switches, free, one_of


@dataclass(frozen=True, slots=True, kw_only=True)
class KitMakerSwitches(Switches):
    """How the stand-in for KitMaker behaves where the documents are silent; raises SandboxError for a value it has not.

    `refused` always means: answered with 4xx, nothing placed; `failed`: taken, and `Failed` after the delay.
    """

    # the answer to a key that was seen before
    replay_status: str = one_of(
        "202 200 409", "status code of the answer to a known key; 409: an error that names the order"
    )
    replay_body: str = one_of(
        "pending current id", "`status` in that answer: always Pending, or as it is by then; id: nothing but the id"
    )
    other_body: str = one_of("original 409 422", "a known key with another body: the first order's answer, or an error")
    rejected_key: str = one_of("free used", "whether a POST that was refused has used up its key")
    failed_key: str = one_of("used free", "whether the key of an order that ended Failed can place another")
    concurrent_key: str = one_of(
        "wait 409", "a second POST with the key while the first is being taken: waits for it, or 409"
    )
    key_length: int = free(0, "longest key accepted, 0: any")
    taking_time: float = free(0.0, "seconds a POST takes before the order is in")

    # what is refused, when and how
    unknown_item: str = one_of("refused failed accepted", "an unknown design or logo")
    draft_item: str = one_of("refused failed", "a design or logo that is still a draft")
    unknown_size: str = one_of("refused failed accepted", "a size the design is not made in")
    unknown_placeholder: str = one_of("refused ignored", "a value in `logoValues` for a placeholder the design has not")
    stray_value: str = one_of("ignored refused", "a `value` for a loose logo that carries no text")
    two_names: str = one_of("refused allowed", "id and item number given for one design or logo; the id counts")
    missing_array: str = one_of("accepted refused", "`designs` or `logos` left out of the body")
    same_reference: str = one_of("accepted refused", "a reference that was used before (refused with 409)")
    invalid_status: str = one_of("400 422", "status code of a body that is refused")
    organization_status: str = one_of(
        "403 400 404", "status code for an organization that is not the caller's own or its child"
    )
    error_body: str = one_of(
        "json details plain html", "form of an error's body; details: a list of fields and messages"
    )
    limit_over: str = one_of("capped refused", "a `limit` above the documented most")

    # what a confirmed order looks like
    instances: str = one_of(
        "kept merged reversed", "instances in the confirmed order: as sent, equal ones added, other order"
    )
    number_logo: str = one_of(
        "entries total digits", "a number logo in the confirmed order: per digit entry, once, or per digit"
    )
    storage: str = one_of("excluded included", "whether a confirmed logo's quantity counts those put in storage")
    absent: str = one_of("null omitted empty", "a text that was not sent, in the confirmed order")
    extra_fields: str = one_of("no yes", "fields that no document mentions, in every answer")
    logo_type: str = one_of("named transfer", "`logoType` of placeholders: NameLogo and so on, or TRANSFER for all")
    total: str = one_of("exact added", "the total: of the unrounded sum, or of the rounded sub total and VAT")
    vat_rate: Decimal = free(Decimal("25.00"), "per cent")  # noqa: RUF009 - makes a field
    currency: str = free("DKK", "ISO 4217")

    # orders that end badly
    fail_marker: str = free("[fail]", "a reference with this in it ends Failed")
    pending_marker: str = free("[pending]", "a reference with this in it stays Pending for ever")
    failed_message: str = free("The order could not be placed.", "errorMessage of an order failed on request")

    # counters of a fresh store, and who is calling
    first_id: int = free(4711, "first tracking id")
    first_order_number: int = free(20002502, "first order number")
    organization: int = free(12345, "the caller's own organization")
