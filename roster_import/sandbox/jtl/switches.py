"""A switch for each thing JTL's documents leave open."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Literal

from roster_import.sandbox.switches import Switches, anything, one_of


@dataclass(frozen=True, slots=True, kw_only=True)
class JtlSwitches(Switches):
    """How the stand-in for JTL-Wawi behaves where the documents are silent; raises SandboxError for a value it has not.

    `refused` always means: answered with 4xx, nothing taken.
    """

    prefix: ClassVar[str] = "jtl."

    # who may call
    client_id: str = anything("sandbox-client", why="the client id of the token call; its secret is the sandbox's key")
    token_life: int = anything(3600, why="`expires_in`: seconds until a token is refused")
    tenant: str = anything("5f0c9a52-7d3e-4c1b-9a64-2f8f1f0e7a11", why="the tenant callers of the cloud must name")
    missing_tenant: Literal["401", "412"] = one_of("401", "412", why="status code without X-Tenant-ID")
    unknown_tenant: Literal["401", "403", "404"] = one_of("401", "403", "404", why="status code for another tenant")
    cloud_app_headers: Literal["optional", "required"] = one_of(
        "optional", "required", why="X-AppId and X-AppVersion in the cloud"
    )
    missing_header: Literal["412", "400", "401"] = one_of(
        "412", "400", "401", why="status code without X-AppId, X-AppVersion or api-version"
    )
    api_version: Literal["optional", "required"] = one_of("optional", "required", why="api-version on an own server")
    mandant: str = anything("eazybusiness", why="the part of an own server's address after /api/, as it is written")
    licence: Literal["valid", "missing"] = one_of("valid", "missing", why="missing: every call is answered with 402")
    bare_errors: Literal["empty", "json"] = one_of("empty", "json", why="the body of a 401 or 402")
    validation_values: Literal["text", "list"] = one_of(
        "text", "list", why="a field's complaints in `ValidationErrors`: one text, or a list"
    )
    rate_limit: int = anything(0, why="calls of the cloud per interval, 0: no limit and no X-RateLimit headers")
    rate_interval: int = anything(60, why="seconds of that interval")

    # registering an app on an own server
    registration: Literal["open", "closed"] = one_of("open", "closed", why="whether an app can register; closed: 403")
    registration_answer: Literal["accepted", "rejected"] = one_of(
        "accepted", "rejected", why="what the person at JTL-Wawi says to it"
    )
    registration_delay: float = anything(2.0, why="seconds until the person does")

    # reading a body
    property_names: Literal["exact", "any-case"] = one_of(
        "exact", "any-case", why="names in a body: as documented, or in any case"
    )
    unknown_properties: Literal["ignored", "refused"] = one_of(
        "ignored", "refused", why="names in a body that are not documented"
    )
    null_values: Literal["absent", "refused"] = one_of(
        "absent", "refused", why="null in a body: as if it were not there, or an error"
    )
    content_type: Literal["checked", "ignored"] = one_of(
        "checked", "ignored", why="a body that does not call itself JSON: 415, or read all the same"
    )
    absent: Literal["filled", "null", "omitted"] = one_of(
        "filled", "null", "omitted", why="values an answer does not have: empty text, 0 and year 1; null; left out"
    )

    # the header of an order
    fresh_order: Literal["listed", "later", "never"] = one_of(
        "listed",
        "later",
        "never",
        why="when a new order stops being pending and is found: at once, after a while, never",
    )
    listed_after: float = anything(2.0, why="seconds until then, with `later`")
    pending_order: Literal["hidden", "shown"] = one_of(
        "hidden", "shown", why="a pending order asked for by its id, and its lines: 404, or shown"
    )
    same_number: Literal["400", "409", "accepted"] = one_of(
        "400", "409", "accepted", why="a `Number` that exists, without the rename parameter"
    )
    same_external: Literal["accepted", "refused"] = one_of(
        "accepted", "refused", why="an `ExternalNumber` that exists: makes another order, or 409"
    )
    locked_customer: Literal["accepted", "refused"] = one_of(
        "accepted", "refused", why="an order for a customer who is locked"
    )
    taking_time: float = anything(0.0, why="seconds a POST of an order or its lines takes before they are in")

    # finding orders, customers and items
    external_number: Literal["exact", "any-case", "partial"] = one_of(
        "exact",
        "any-case",
        "partial",
        why="how externalOrderNumber and its like find: exactly, in any case, part of it",
    )
    order_sorting: Literal["oldest", "newest"] = one_of("oldest", "newest", why="which order is listed first")
    page_size: int = anything(100, why="pageSize where none is given")
    page_size_most: int = anything(1000, why="the largest pageSize")
    page_size_over: Literal["capped", "refused"] = one_of("capped", "refused", why="a pageSize above it")
    item_search: Literal["prefix", "contains", "exact"] = one_of(
        "prefix", "contains", "exact", why="how searchKeyWord finds an item by its SKU, in any case"
    )

    # lines
    array: Literal["atomic", "until-bad", "without-bad"] = one_of(
        "atomic",
        "until-bad",
        "without-bad",
        why="lines of which one is bad are refused; taken all the same: none, those before it, all others",
    )
    empty_array: Literal["accepted", "refused"] = one_of("accepted", "refused", why="an array without lines")
    both_prices: Literal["refused", "computed"] = one_of(
        "refused", "computed", why="net and gross price in one line: an error, or the gross price is worked out anew"
    )
    item_price: Literal["item", "zero"] = one_of("item", "zero", why="the price of an item sent without one")
    unknown_sku: Literal["accepted", "refused"] = one_of(
        "accepted", "refused", why="an SKU nobody knows, without ItemId: a free line, or an error"
    )
    known_sku: Literal["free", "item"] = one_of(
        "free", "item", why="an SKU that exists, without ItemId: a free line all the same, or that item"
    )
    bare_line: Literal["accepted", "refused"] = one_of("accepted", "refused", why="a line without ItemId, Name and SKU")
    parent_item: Literal["refused", "accepted"] = one_of(
        "refused", "accepted", why="a line with an item that has children"
    )
    inactive_item: Literal["refused", "accepted"] = one_of(
        "refused", "accepted", why="a line with an item that is not active"
    )
    equal_lines: Literal["kept", "merged"] = one_of(
        "kept", "merged", why="lines that differ in their quantity at most: kept apart, or made one"
    )
    answered_lines: Literal["kept", "reversed"] = one_of(
        "kept", "reversed", why="the order of the lines in the answer to their POST"
    )
    listed_lines: Literal["kept", "reversed"] = one_of("kept", "reversed", why="the order of the lines in a GET")
    unknown_order: Literal["404", "400"] = one_of(
        "404", "400", why="status code for lines, notes, files and cancelling of an order nobody knows"
    )
    pending_lines: Literal["accepted", "refused"] = one_of(
        "accepted", "refused", why="lines for an order that is still pending"
    )
    cancelled_lines: Literal["refused", "accepted"] = one_of(
        "refused", "accepted", why="lines for an order that is cancelled"
    )
    line_changes: Literal["allowed", "refused"] = one_of(
        "allowed", "refused", why="changing (400) and deleting (403) a line"
    )
    cancelling: Literal["allowed", "refused"] = one_of(
        "allowed", "refused", why="cancelling an order; refused: 406, as for one that is cancelled already"
    )
    largest_file: int = anything(0, why="bytes of the largest file, 0: any size")

    # version 2
    v2_create_status: Literal["201", "200"] = one_of("201", "200", why="status code of an order created in one call")
    v2_invalid_status: Literal["400", "422"] = one_of("400", "422", why="status code of a v2 body that is refused")
    v2_items: Literal["by-id", "listed"] = one_of(
        "by-id", "listed", why="whether v2 lists items, or only shows one by its id"
    )
    idempotency: Literal["original", "conflict", "ignored"] = one_of(
        "original",
        "conflict",
        "ignored",
        why="GraphQL, a known idempotencyKey with another payload: the first order, an error; ignored: keys do nothing",
    )
    graphql_external: str = anything(
        "externalSalesOrderNumber", why="GraphQL, the field of a listed order that holds its external number"
    )

    # what there is, and counters of a fresh store
    catalogue: str = anything("own", why="companies, customers and items: the sandbox's own, or a JSON file of them")
    first_order: int = anything(1001, why="Id of the first order")
    first_line: int = anything(50001, why="Id of the first line")
    first_number: int = anything(1004465, why="digits of the first Number, which is A and these")
    tax_rate: Decimal = field(
        default=Decimal("19.00"), metadata={"why": "TaxRate of a free line that names none, in per cent"}
    )
