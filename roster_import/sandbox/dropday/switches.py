"""A switch for each thing Dropday's documents leave open.

On a command line `replay_reference` is written `dropday.replay-reference`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from roster_import.sandbox.switches import Switches, free, one_of

STATUSES = ("completed", "partially_completed", "failed", "pending", "ruled", "declined", "skipped")  # of a line
_ENDS = " ".join(STATUSES)
_TEST_ENDS = " ".join(sorted(STATUSES, key=lambda status: status != "skipped"))


@dataclass(frozen=True, slots=True, kw_only=True)
class DropdaySwitches(Switches):
    """How the stand-in for Dropday behaves where the documents are silent; raises SandboxError for a value it has not.

    `refused` always means: answered with 422 (or what `invalid_status` says), nothing taken.
    """

    prefix: ClassVar[str] = "dropday."

    # the answer to an external_id that was seen before
    replay_reference: str = one_of(
        "present absent", "whether “Order already exists” comes with the order's `reference`"
    )
    other_body: str = one_of(
        "ignored updated refused", "a known external_id with another body: nothing changes, the order does, or 422"
    )
    unique_test: str = one_of(
        "shared separate", "whether test orders and live ones share their external_ids or have their own"
    )
    unique_source: str = one_of("shared separate", "whether all sources share their external_ids or each has its own")
    unique_case: str = one_of("exact ignored", "whether external_ids that differ in upper and lower case alone are one")
    concurrent_id: str = one_of(
        "one 500 two", "two POSTs with one external_id at once: one order; one and a 500; two orders"
    )
    taking_time: float = free(0.0, "seconds a POST takes before the order is in")
    create_reference: str = one_of("number text", '`reference` in the answer to a POST: 98 or "98"')
    read_reference: str = one_of(
        "plain prefixed", '`reference` in an order that is read: "98" or "DD-98" (either finds it)'
    )

    # what is refused, and how
    invalid_status: str = one_of("422 400", "status code of a body that is refused")
    broken_json: str = one_of("400 422", "a body that is no JSON: 400, or 422 as if it were empty")
    content_type: str = one_of(
        "needed ignored", "whether a body without `Content-Type: application/json` is as good as empty"
    )
    without_accept: str = one_of(
        "json redirect", "a refused body sent without `Accept: application/json`: the errors, or 302 to /"
    )
    name_path: str = one_of(
        "first_name firstname", "how errors name first_name and last_name; the documents' example joins them"
    )
    number_text: str = one_of("refused accepted", 'a text such as "4.95" where a number belongs')
    text_number: str = one_of("accepted refused", "a number where a text belongs; it is read as text")
    null_optional: str = one_of("accepted refused", "null for a field that is not required")
    odd_quantity: str = one_of("refused accepted", "a quantity that is no whole number above 0")
    negative_amount: str = one_of("accepted refused", "a price, cost or total below 0")
    total_check: str = one_of("none refused", "whether the total must be prices times quantities plus shipping")
    empty_products: str = one_of("refused accepted", "an order without lines")
    same_line_id: str = one_of("accepted refused", "two lines of an order with one external_id")
    delivery_date: str = one_of("refused ignored", "a delivery_date that is not DD-MM-YYYY (ignored: read as null)")
    email_check: str = one_of("no yes", "whether email must look like one")
    country: str = one_of("free code", "country: any text, or two letters alone")
    order_custom: str = one_of(
        "accepted ignored refused", "`custom` for the whole order, which only the answers document"
    )
    unknown_fields: str = one_of("ignored refused", "fields no document mentions")
    unknown_sku: str = one_of("accepted skipped failed refused", "a line whose `reference` is the sku of no product")
    longest_text: int = free(0, "longest text accepted, 0: any")

    # what an order looks like when it is read
    texts: str = one_of("kept trimmed", "whether texts lose the blanks around them")
    custom_values: str = one_of("kept text refused", "values in `custom` that are no text: as sent, as text, or 422")
    custom_order: str = one_of("kept sorted", "the keys of `custom`: in the order sent, or shorter ones first")
    empty_custom: str = one_of("null list object", "`custom` where there is none: null, [] or {}")
    read_amounts: str = one_of("number text", 'prices, costs and totals: 10.5 or "10.50"')
    extra_fields: str = one_of("no yes", "fields that no document mentions, in every answer")

    # finding orders
    list_delay: float = free(0.0, "seconds until a fresh order is in the list")
    read_delay: float = free(0.0, "seconds until a fresh order can be read by its reference")
    list_order: str = one_of("newest oldest", "which orders the list begins with")
    external_id_filter: str = one_of(
        "partial like exact", "?external_id=: a part of it; the same as MySQL's LIKE does it; the whole"
    )
    include_test: str = one_of("honoured ignored", "whether ?include_test=true shows test orders in the list")
    test_detail: str = one_of("shown hidden", "whether a test order can be read by its reference")
    per_page_over: str = one_of("capped refused", "a per_page above 100")
    wrong_filter: str = one_of("ignored refused", "a filter whose value makes no sense, such as a status there is not")
    links: str = one_of("page whole", "`links` have the page alone, as in the documents' example, or the filters too")

    # what becomes of lines
    line_end: str = one_of(_ENDS, "status all lines end with")
    test_lines: str = one_of(_TEST_ENDS, "status the lines of a test order end with")
    without_supplier: str = one_of(_ENDS, "status a line ends with that has no supplier")
    markers: str = one_of("read ignored", "whether a line whose name has a status in brackets ends with it: [failed]")
    blocked_marker: str = free("[blocked]", "an order with this in its external_id is blocked")
    failed_message: str = free("The supplier did not accept the line.", "log message of a line that failed")

    # calling
    account: int = free(101, "the caller's account, as the header account-id gives it")
    ping_body: str = one_of("json text empty", "the answer to GET /api/v1, of which no document tells the form")
    requests_per_minute: int = free(0, "requests accepted in a minute, then 429 with Retry-After; 0: any")
    products: str = free("own", "the products: the sandbox's own, or a JSON file of them")

    # counters of a fresh store
    first_id: int = free(1542, "first id of an order")
    first_reference: int = free(98, "first reference")
    first_line_id: int = free(3201, "first id of a line")
