"""A switch for each thing Dropday's documents leave open.

On a command line `replay_reference` is written `dropday.replay-reference`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from roster_import.sandbox.switches import Switches, anything, one_of

_ENDS = ("completed", "partially_completed", "failed", "pending", "ruled", "declined", "skipped")


@dataclass(frozen=True, slots=True, kw_only=True)
class DropdaySwitches(Switches):
    """How the stand-in for Dropday behaves where the documents are silent; raises SandboxError for a value it has not.

    `refused` always means: answered with 422 (or what `invalid_status` says), nothing taken.
    """

    prefix: ClassVar[str] = "dropday."

    # the answer to an external_id that was seen before
    replay_reference: Literal["present", "absent"] = one_of(
        "present", "absent", why="whether “Order already exists” comes with the order's `reference`"
    )
    other_body: Literal["ignored", "updated", "refused"] = one_of(
        "ignored",
        "updated",
        "refused",
        why="a known external_id with another body: nothing changes, the order does, or 422",
    )
    unique_test: Literal["shared", "separate"] = one_of(
        "shared", "separate", why="whether test orders and live ones share their external_ids or have their own"
    )
    unique_source: Literal["shared", "separate"] = one_of(
        "shared", "separate", why="whether all sources share their external_ids or each has its own"
    )
    unique_case: Literal["exact", "ignored"] = one_of(
        "exact", "ignored", why="whether external_ids that differ in upper and lower case alone are one"
    )
    concurrent_id: Literal["one", "500", "two"] = one_of(
        "one", "500", "two", why="two POSTs with one external_id at once: one order; one and a 500; two orders"
    )
    taking_time: float = anything(0.0, why="seconds a POST takes before the order is in")
    create_reference: Literal["number", "text"] = one_of(
        "number", "text", why='`reference` in the answer to a POST: 98 or "98"'
    )
    read_reference: Literal["plain", "prefixed"] = one_of(
        "plain", "prefixed", why='`reference` in an order that is read: "98" or "DD-98" (either finds it)'
    )

    # what is refused, and how
    invalid_status: Literal["422", "400"] = one_of("422", "400", why="status code of a body that is refused")
    broken_json: Literal["400", "422"] = one_of(
        "400", "422", why="a body that is no JSON: 400, or 422 as if it were empty"
    )
    content_type: Literal["needed", "ignored"] = one_of(
        "needed", "ignored", why="whether a body without `Content-Type: application/json` is as good as empty"
    )
    without_accept: Literal["json", "redirect"] = one_of(
        "json", "redirect", why="a refused body sent without `Accept: application/json`: the errors, or 302 to /"
    )
    name_path: Literal["first_name", "firstname"] = one_of(
        "first_name", "firstname", why="how errors name first_name and last_name; the documents' example joins them"
    )
    number_text: Literal["refused", "accepted"] = one_of(
        "refused", "accepted", why='a text such as "4.95" where a number belongs'
    )
    text_number: Literal["accepted", "refused"] = one_of(
        "accepted", "refused", why="a number where a text belongs; it is read as text"
    )
    null_optional: Literal["accepted", "refused"] = one_of(
        "accepted", "refused", why="null for a field that is not required"
    )
    odd_quantity: Literal["refused", "accepted"] = one_of(
        "refused", "accepted", why="a quantity that is no whole number above 0"
    )
    negative_amount: Literal["accepted", "refused"] = one_of(
        "accepted", "refused", why="a price, cost or total below 0"
    )
    total_check: Literal["none", "refused"] = one_of(
        "none", "refused", why="whether the total must be prices times quantities plus shipping"
    )
    empty_products: Literal["refused", "accepted"] = one_of("refused", "accepted", why="an order without lines")
    same_line_id: Literal["accepted", "refused"] = one_of(
        "accepted", "refused", why="two lines of an order with one external_id"
    )
    delivery_date: Literal["refused", "ignored"] = one_of(
        "refused", "ignored", why="a delivery_date that is not DD-MM-YYYY (ignored: read as null)"
    )
    email_check: Literal["no", "yes"] = one_of("no", "yes", why="whether email must look like one")
    country: Literal["free", "code"] = one_of("free", "code", why="country: any text, or two letters alone")
    order_custom: Literal["accepted", "ignored", "refused"] = one_of(
        "accepted", "ignored", "refused", why="`custom` for the whole order, which only the answers document"
    )
    unknown_fields: Literal["ignored", "refused"] = one_of("ignored", "refused", why="fields no document mentions")
    unknown_sku: Literal["accepted", "skipped", "failed", "refused"] = one_of(
        "accepted", "skipped", "failed", "refused", why="a line whose `reference` is the sku of no product"
    )
    longest_text: int = anything(0, why="longest text accepted, 0: any")

    # what an order looks like when it is read
    texts: Literal["kept", "trimmed"] = one_of("kept", "trimmed", why="whether texts lose the blanks around them")
    custom_values: Literal["kept", "text", "refused"] = one_of(
        "kept", "text", "refused", why="values in `custom` that are no text: as sent, as text, or 422"
    )
    custom_order: Literal["kept", "sorted"] = one_of(
        "kept", "sorted", why="the keys of `custom`: in the order sent, or shorter ones first"
    )
    empty_custom: Literal["null", "list", "object"] = one_of(
        "null", "list", "object", why="`custom` where there is none: null, [] or {}"
    )
    read_amounts: Literal["number", "text"] = one_of("number", "text", why='prices, costs and totals: 10.5 or "10.50"')
    extra_fields: Literal["no", "yes"] = one_of("no", "yes", why="fields that no document mentions, in every answer")

    # finding orders
    list_delay: float = anything(0.0, why="seconds until a fresh order is in the list")
    read_delay: float = anything(0.0, why="seconds until a fresh order can be read by its reference")
    list_order: Literal["newest", "oldest"] = one_of("newest", "oldest", why="which orders the list begins with")
    external_id_filter: Literal["partial", "like", "exact"] = one_of(
        "partial", "like", "exact", why="?external_id=: a part of it; the same as MySQL's LIKE does it; the whole"
    )
    include_test: Literal["honoured", "ignored"] = one_of(
        "honoured", "ignored", why="whether ?include_test=true shows test orders in the list"
    )
    test_detail: Literal["shown", "hidden"] = one_of(
        "shown", "hidden", why="whether a test order can be read by its reference"
    )
    per_page_over: Literal["capped", "refused"] = one_of("capped", "refused", why="a per_page above 100")
    wrong_filter: Literal["ignored", "refused"] = one_of(
        "ignored", "refused", why="a filter whose value makes no sense, such as a status there is not"
    )
    links: Literal["page", "whole"] = one_of(
        "page", "whole", why="`links` have the page alone, as in the documents' example, or the filters too"
    )

    # what becomes of lines
    line_end: str = one_of(*_ENDS, why="status all lines end with")
    test_lines: str = one_of("skipped", *_ENDS[:-1], why="status the lines of a test order end with")
    without_supplier: str = one_of(*_ENDS, why="status a line ends with that has no supplier")
    markers: Literal["read", "ignored"] = one_of(
        "read", "ignored", why="whether a line whose name has a status in brackets ends with it: [failed]"
    )
    blocked_marker: str = anything("[blocked]", why="an order with this in its external_id is blocked")
    failed_message: str = anything("The supplier did not accept the line.", why="log message of a line that failed")

    # calling
    account: int = anything(101, why="the caller's account, as the header account-id gives it")
    ping_body: Literal["json", "text", "empty"] = one_of(
        "json", "text", "empty", why="the answer to GET /api/v1, of which no document tells the form"
    )
    requests_per_minute: int = anything(0, why="requests accepted in a minute, then 429 with Retry-After; 0: any")
    products: str = anything("own", why="the products: the sandbox's own, or a JSON file of them")

    # counters of a fresh store
    first_id: int = anything(1542, why="first id of an order")
    first_reference: int = anything(98, why="first reference")
    first_line_id: int = anything(3201, why="first id of a line")
