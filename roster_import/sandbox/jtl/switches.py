"""A switch for each thing JTL's documents leave open."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from roster_import.sandbox.switches import Switches, free, one_of


@dataclass(frozen=True, slots=True, kw_only=True)
class JtlSwitches(Switches):
    """How the stand-in for JTL-Wawi behaves where the documents are silent; raises SandboxError for a value it has not.

    `refused` always means: answered with 4xx, nothing taken.
    """

    prefix: ClassVar[str] = "jtl."

    # who may call
    client_id: str = free("sandbox-client", "the client id of the token call; its secret is the sandbox's key")
    token_life: int = free(3600, "`expires_in`: seconds until a token is refused")
    tenant: str = free("5f0c9a52-7d3e-4c1b-9a64-2f8f1f0e7a11", "the tenant callers of the cloud must name")
    tenant_header: str = one_of("either tenant-id x-tenant-id", "the header that names the tenant")
    missing_tenant: str = one_of("401 412", "status code without X-Tenant-ID")
    unknown_tenant: str = one_of("401 403 404", "status code for another tenant")
    cloud_app_headers: str = one_of("optional required", "X-AppId and X-AppVersion in the cloud")
    missing_header: str = one_of("412 400 401", "status code without X-AppId, X-AppVersion or api-version")
    api_version: str = one_of("optional required", "api-version on an own server")
    mandant: str = free("eazybusiness", "the part of an own server's address after /api/, as it is written")
    licence: str = one_of("valid missing", "missing: every call is answered with 402")
    bare_errors: str = one_of("empty json", "the body of a 401 or 402")
    validation_values: str = one_of("text list", "a field's complaints in `ValidationErrors`: one text, or a list")
    rate_limit: int = free(0, "calls of the cloud per interval, 0: no limit and no X-RateLimit headers")
    rate_interval: int = free(60, "seconds of that interval")

    # registering an app on an own server
    registration: str = one_of("open closed", "whether an app can register; closed: 403")
    registration_answer: str = one_of("accepted rejected", "what the person at JTL-Wawi says to it")
    registration_delay: float = free(2.0, "seconds until the person does")

    # reading a body
    property_names: str = one_of("exact any-case", "names in a body: as documented, or in any case")
    unknown_properties: str = one_of("ignored refused", "names in a body that are not documented")
    null_values: str = one_of("absent refused", "null in a body: as if it were not there, or an error")
    content_type: str = one_of("checked ignored", "a body that does not call itself JSON: 415, or read all the same")
    absent: str = one_of(
        "filled null omitted", "values an answer does not have: empty text, 0 and year 1; null; left out"
    )

    # the header of an order
    fresh_order: str = one_of(
        "listed later never", "when a new order stops being pending and is found: at once, after a while, never"
    )
    listed_after: float = free(2.0, "seconds until then, with `later`")
    pending_order: str = one_of("hidden shown", "a pending order asked for by its id, and its lines: 404, or shown")
    same_number: str = one_of("400 409 accepted", "a `Number` that exists, without the rename parameter")
    same_external: str = one_of("accepted refused", "an `ExternalNumber` that exists: makes another order, or 409")
    locked_customer: str = one_of("accepted refused", "an order for a customer who is locked")
    taking_time: float = free(0.0, "seconds a POST of an order or its lines takes before they are in")

    # finding orders, customers and items
    external_number: str = one_of(
        "exact any-case partial", "how externalOrderNumber and its like find: exactly, in any case, part of it"
    )
    order_sorting: str = one_of("oldest newest", "which order is listed first")
    page_size: int = free(100, "pageSize where none is given")
    page_size_most: int = free(1000, "the largest pageSize")
    page_size_over: str = one_of("capped refused", "a pageSize above it")
    item_search: str = one_of("prefix contains exact", "how searchKeyWord finds an item by its SKU, in any case")

    # lines
    array: str = one_of(
        "atomic until-bad without-bad",
        "lines of which one is bad are refused; taken all the same: none, those before it, all others",
    )
    empty_array: str = one_of("accepted refused", "an array without lines")
    both_prices: str = one_of(
        "refused computed", "net and gross price in one line: an error, or the gross price is worked out anew"
    )
    item_price: str = one_of("item zero", "the price of an item sent without one")
    unknown_sku: str = one_of("accepted refused", "an SKU nobody knows, without ItemId: a free line, or an error")
    known_sku: str = one_of("free item", "an SKU that exists, without ItemId: a free line all the same, or that item")
    bare_line: str = one_of("accepted refused", "a line without ItemId, Name and SKU")
    parent_item: str = one_of("refused accepted", "a line with an item that has children")
    inactive_item: str = one_of("refused accepted", "a line with an item that is not active")
    equal_lines: str = one_of("kept merged", "lines that differ in their quantity at most: kept apart, or made one")
    answered_lines: str = one_of("kept reversed", "the order of the lines in the answer to their POST")
    listed_lines: str = one_of("kept reversed", "the order of the lines in a GET")
    unknown_order: str = one_of(
        "404 400", "status code for lines, notes, files and cancelling of an order nobody knows"
    )
    pending_lines: str = one_of("accepted refused", "lines for an order that is still pending")
    cancelled_lines: str = one_of("refused accepted", "lines for an order that is cancelled")
    line_changes: str = one_of("allowed refused", "changing (400) and deleting (403) a line")
    cancelling: str = one_of(
        "allowed refused", "cancelling an order; refused: 406, as for one that is cancelled already"
    )
    largest_file: int = free(0, "bytes of the largest file, 0: any size")

    # version 2
    v2_create_status: str = one_of("201 200", "status code of an order created in one call")
    v2_invalid_status: str = one_of("400 422", "status code of a v2 body that is refused")
    v2_items: str = one_of("by-id listed", "whether v2 lists items, or only shows one by its id")
    idempotency: str = one_of(
        "original conflict ignored",
        "GraphQL, a known idempotencyKey with another payload: the first order, an error; ignored: keys do nothing",
    )
    graphql_external: str = free(
        "externalSalesOrderNumber", "GraphQL, the field of a listed order that holds its external number"
    )

    # what there is, and counters of a fresh store
    catalogue: str = free("own", "companies, customers and items: the sandbox's own, or a JSON file of them")
    first_order: int = free(1001, "Id of the first order")
    first_line: int = free(50001, "Id of the first line")
    first_number: int = free(1004465, "digits of the first Number, which is A and these")
    tax_rate: Decimal = free(Decimal("19.00"), "TaxRate of a free line that names none, in per cent")  # noqa: RUF009 - makes a field
