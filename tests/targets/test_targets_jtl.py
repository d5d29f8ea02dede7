"""JTL-Wawi as it is: two calls made safe, looked for before sending, found again line by line, never left empty."""

from __future__ import annotations

import json

import pytest

from roster_import.model.layout import Meaning
from roster_import.sandbox import JtlSwitches, SandboxOptions, start
from roster_import.targets.jtl.objections import objections_to_lines
from tests.conftest import EXAMPLE_ROWS, ORDER
from tests.jtl_openapi import assert_recorded
from tests.orders import design, instance, order
from tests.targets.systems import TO_DO, desk_for, example, settings

SOLD = '[jtl]\nitems = "{code}-{size}"\nprices = "none"\n'
CATALOGUE = (
    ("Title", "Kind", "ID", "Code", "Type", "Placeholders", "Sizes", "Price"),
    ("Home kit", "design", 299571, "HOME", "", "", "", ""),
    ("Away kit", "design", 298791, "AWAY", "", "", "", ""),
)


@pytest.fixture
def desk(tmp_path, sandbox):
    return desk_for(tmp_path, sandbox.url, "jtl")


def connected(tmp_path, switches, name="jtl", **more):
    """A sandbox with these switches, and a desk connected to it; both as long as the block."""
    from contextlib import contextmanager

    @contextmanager
    def both():
        with start(SandboxOptions(jtl=switches)) as sandbox:
            yield sandbox, desk_for(tmp_path, sandbox.url, name, **more)

    return both()


def posted(sandbox, end):
    return [
        json.loads(one["body"])
        for one in sandbox.requests()
        if one["method"] == "POST" and one["path"].partition("?")[0].endswith(end)
    ]


def lines(sandbox):
    (order,) = sandbox.orders()
    return order["lines"]


def test_every_request_is_one_that_jtls_own_document_describes(desk, sandbox):
    more = 'attach_roster = "yes"\ncurrency = "EUR"\nlanguage = "DE"\ndeparture_country = "DE"\n'
    settings(desk, SOLD + more + "shipping_method_id = 1\npayment_method_id = 1\n")
    example(desk, rows=EXAMPLE_ROWS[:4], catalogue=CATALOGUE, logos=())
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["orders"][0]["differences"]) == (0, []), run.out
    assert len(sandbox.requests()) > 8
    for record in sandbox.requests():
        assert_recorded(record)


def test_items_are_those_with_just_the_sku_and_carry_size_name_and_number(desk, sandbox):
    settings(desk, SOLD)
    example(desk, rows=EXAMPLE_ROWS[:1] + EXAMPLE_ROWS[3:4], catalogue=CATALOGUE, logos=())
    assert desk.quick("club.xlsx").status == 0
    assert posted(sandbox, "/lineitems") == [
        [
            {"ItemId": 1006, "SKU": "HOME-M", "Name": "Home kit M", "Quantity": 1, "Notice": "Size: M [PO-2026-0042-1/2]"},
            {"ItemId": 1026, "SKU": "AWAY-M", "Name": "Away kit M – Smith 10", "Quantity": 5,
             "Notice": "Size: M; Name: Smith; Number: 10; Player: Smith [PO-2026-0042-2/2]"},
        ]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("items", "message"),
    [
        ('items = "NO-{code}-{size}"', "JTL-Wawi has no item with the SKU NO-HOME-M: correct [jtl] items in "
         'roster-import.toml, or set unknown_item = "text" there to order it as free text'),
        ('items = {"Home kit" = "HOME"}', "the item HOME has variants and cannot be ordered itself: name theirs by size in "
         "[jtl] items"),
    ],
)  # fmt: skip
def test_an_item_that_is_not_there_is_said_before_anything_is_placed(desk, sandbox, items, message):
    settings(desk, f"[jtl]\n{items}\n")
    example(desk, rows=EXAMPLE_ROWS[:1], catalogue=CATALOGUE, logos=())
    run = desk.quick("--json", "club.xlsx")
    (order,) = run.file["orders"]
    assert (run.status, order["status"]) == (3, "refused")
    assert order["error"] == f"The order could not be placed: {message}. Nothing was placed."
    assert sandbox.orders() == []
    blamed = [(one["cell"], one["message"]) for one in run.file["problems"] if one["code"] == "item-unknown"]
    words = (
        "there is no item NO-HOME-M" if "NO-" in items else "the item HOME has variants and cannot be ordered itself"
    )
    advice = "Correct the design or the size, or have [jtl] items corrected in roster-import.toml."
    assert blamed == [("F2", f"JTL-Wawi has no Home kit in size M: {words}. {advice}")]
    checked = desk.quick("--json", "check", "club.xlsx")
    assert (checked.status, checked.file["status"]) == (1, "problems")
    assert [(one["cell"], one["message"]) for one in checked.problems if one["level"] == "error"] == blamed


@pytest.mark.parametrize("version", ["1", "2"])
def test_a_size_that_is_no_item_is_said_at_its_cell(desk, sandbox, version):
    settings(desk, SOLD + f'api_version = "{version}"\n')
    rows = [("", "", "", "M", 1, "Home kit"), ("", "", "", "9XL", 2, "Home kit"), ("", "", "", "M", 1, "Away kit")]
    example(desk, rows=rows, catalogue=CATALOGUE, logos=())
    example(desk, "other.xlsx", rows=rows[:1], catalogue=CATALOGUE, logos=(), order={**ORDER, "Reference": "PO-2"})
    said = (
        "JTL-Wawi has Home kit, but not in size 9XL: there is no item HOME-9XL. Correct the size, or have [jtl] items corrected "
        "in roster-import.toml."
    )
    run = desk.quick("--json", "check", "club.xlsx", "other.xlsx")
    assert run.status == 1
    bad, good = run.json["files"]
    assert [(one["code"], one["cell"], one["message"]) for one in bad["problems"] if one["level"] == "error"] == [
        ("item-unknown", "D3", said)
    ]
    assert [one["code"] for one in good["problems"] if one["level"] == "error"] == []
    asked = [one for one in sandbox.requests() if "/items" in one["path"] or "/graphql" in one["path"]]
    assert len(asked) == 3, "each item once, for all orders and files"
    assert sandbox.orders() == []
    text = desk.quick("check", "club.xlsx")
    assert text.status == 1
    assert f"Roster!D3: {said}" in text.out
    before = len(sandbox.requests())
    placed = desk.quick("--json", "club.xlsx")
    assert placed.status == 3
    assert [(one["cell"], one["message"]) for one in placed.problems if one["level"] == "error"] == [("D3", said)]
    asked = [one for one in sandbox.requests()[before:] if "/items" in one["path"] or "/graphql" in one["path"]]
    assert len(asked) == 3, "what is placed is looked up once"


@pytest.mark.parametrize("words", ["Item is locked", "Der Artikel ist gesperrt"])
def test_an_item_that_is_locked_is_not_said_to_be_missing(words):
    (told,) = objections_to_lines(order(design(instance("M", 1))), (("[0].SKU", words),), {"items": "{code}-{size}"})
    assert (told.code, told.message, told.meaning) == (
        "item-unknown",
        f"JTL-Wawi does not sell Home in size M: {words}. Choose another design or size, or have the item released in JTL-Wawi.",
        Meaning.DESIGN,
    )


@pytest.mark.parametrize(("option", "codes"), [((), ["catalogue-unreachable"]), (("--offline",), [])])
def test_a_check_without_an_answer_says_so_and_finds_nothing_wrong(desk, sandbox, option, codes):
    settings(desk, SOLD)
    example(desk, rows=[("", "", "", "9XL", 1, "Home kit")], catalogue=CATALOGUE, logos=())
    sandbox.ask_for("jtl/items:status=500*always")
    run = desk.quick("--json", "check", "club.xlsx", *option)
    assert (run.status, [one["code"] for one in run.problems]) == (0, codes)
    assert all(
        one["message"].startswith("JTL-Wawi could not be asked whether it has what is ordered: ")
        and one["message"].endswith(" It is asked again before anything is sent.")
        for one in run.problems
    )


def test_an_item_that_is_not_there_can_be_ordered_as_free_text(desk, sandbox):
    settings(desk, '[jtl]\nitems = {"home kit" = {M = "NO-SUCH"}}\nunknown_item = "text"\nprices = "none"\n')
    example(desk, rows=EXAMPLE_ROWS[:1], catalogue=CATALOGUE, logos=())
    assert desk.quick("club.xlsx").status == 0
    assert posted(sandbox, "/lineitems")[0][0]["SKU"] == "NO-SUCH"
    assert "ItemId" not in posted(sandbox, "/lineitems")[0][0]


@pytest.mark.parametrize(
    ("given", "found"),
    [("customer = \"10005\"", 1005), ("customer = 'sv nordstadt'", 1005), ("customer = 'Jörg Schmidt'", 1009)],
)  # fmt: skip
def test_a_customer_is_found_by_number_or_exact_name(desk, sandbox, given, found):
    del desk.environment["ROSTER_IMPORT_JTL_CUSTOMER_ID"]
    del desk.environment["ROSTER_IMPORT_JTL_COMPANY_ID"]
    settings(desk, f'[jtl]\n{given}\ncompany = "Jet Sport"\n')
    example(desk)
    run = desk.quick("--json", "club.xlsx")
    assert run.status == 0, run.out
    (header,) = posted(sandbox, "/salesOrders")
    assert (header["CompanyId"], header["CustomerId"]) == (1, found)


def test_a_customer_who_is_not_to_be_found_for_sure_is_said(desk, sandbox):
    del desk.environment["ROSTER_IMPORT_JTL_CUSTOMER_ID"]
    settings(desk, '[jtl]\ncustomer = "Nordstadt"\n')
    example(desk)
    (order,) = desk.quick("--json", "club.xlsx").file["orders"]
    assert order["error"] == (
        "The order could not be placed: JTL-Wawi has no customer Nordstadt: correct [jtl] customer_id in the settings. "
        "Nothing was placed."
    )
    assert sandbox.orders() == []


def test_an_order_found_without_lines_is_completed_and_not_left_empty(desk, sandbox):
    """The fault others fell into: a header without lines, taken for an order that exists."""
    example(desk)
    sandbox.ask_for("lines:500-before-taking*9")
    first = desk.quick("--json", "club.xlsx")
    assert (first.status, lines(sandbox)) == (4, [])
    sandbox.clear_faults()
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["orders"][0]["differences"]) == (0, [])
    assert len(lines(sandbox)) == 7


@pytest.mark.every(3)
@pytest.mark.parametrize(
    "fault", ["drop-after-taking", "502-after-taking", "garbage", "hang-after-taking=2", "drop-before-taking"]
)
def test_a_lost_answer_to_the_lines_is_looked_up_line_by_line(desk, sandbox, fault):
    example(desk)
    sandbox.ask_for(f"lines:{fault}")
    run = desk.quick("--json", "club.xlsx")
    if run.status == 4:
        run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["orders"][0]["differences"]) == (0, [])
    assert len(lines(sandbox)) == 7


def test_another_machine_completes_what_one_left_half_done(tmp_path, sandbox):
    desk = desk_for(tmp_path, sandbox.url, "jtl")
    example(desk)
    sandbox.ask_for("lines:500-before-taking*9")
    assert desk.quick("club.xlsx").status == 4
    sandbox.clear_faults()
    folder = tmp_path / "other"
    folder.mkdir()
    other = desk_for(folder, sandbox.url, "jtl")
    example(other)
    assert other.quick("club.xlsx").status == 0
    assert desk.quick("resume").status == 0
    assert len(lines(sandbox)) == 7


def test_another_order_of_the_same_name_is_a_conflict(tmp_path, sandbox):
    first = desk_for(tmp_path, sandbox.url, "jtl")
    example(first)
    assert first.quick("club.xlsx").status == 0
    folder = tmp_path / "other"
    folder.mkdir()
    desk = desk_for(folder, sandbox.url, "jtl")
    example(desk, rows=EXAMPLE_ROWS[:4])
    (order,) = desk.quick("--json", "club.xlsx").file["orders"]
    assert order["error"] == (
        "The order could not be placed: the order A1004465 called PO-2026-0042 has lines that are not of this order. It "
        "knows this key or reference already: an order of that name may stand there. Look at it there "
        "first. If it is another, give this order a reference "
        "of its own, or order it all the same with --new-order."
    )
    assert len(sandbox.orders()) == 1
    assert len(lines(sandbox)) == 7


def test_lines_that_are_turned_down_leave_no_empty_order(tmp_path):
    switches = JtlSwitches(unknown_sku="refused")
    with connected(tmp_path, switches) as (sandbox, desk):
        settings(desk, '[jtl]\nitems = "NO-{size}"\nunknown_item = "text"\n')
        example(desk)
        run = desk.quick("--json", "club.xlsx")
        (order,) = run.file["orders"]
        assert (run.status, order["status"]) == (3, "refused")
        assert order["error"].startswith("JTL-Wawi turned the order down: HTTP 400: ")
        assert order["error"].endswith("The order 1001 was cancelled. Nothing was placed." + TO_DO)
        assert [one["order"]["IsCancelled"] for one in sandbox.orders()] == [True]


@pytest.mark.parametrize("array", ["until-bad", "without-bad"])
def test_lines_taken_in_part_are_cancelled_with_their_order(tmp_path, array):
    with connected(tmp_path, JtlSwitches(unknown_sku="refused", array=array)) as (sandbox, desk):
        settings(desk, '[jtl]\nitems = {"Away kit" = "NO-{size}"}\nunknown_item = "text"\n')
        example(desk)
        assert desk.quick("club.xlsx").status == 3
        assert [one["order"]["IsCancelled"] for one in sandbox.orders()] == [True]


def test_an_order_that_is_never_listed_is_still_confirmed_by_its_id(tmp_path):
    with connected(tmp_path, JtlSwitches(fresh_order="never", pending_order="shown")) as (sandbox, desk):
        example(desk)
        run = desk.quick("--json", "club.xlsx")
        assert (run.status, run.file["orders"][0]["status"]) == (0, "completed")
        assert len(sandbox.orders()) == 1


def test_an_order_that_is_pending_and_hidden_is_followed_until_it_is_shown(tmp_path):
    with connected(tmp_path, JtlSwitches(fresh_order="later", listed_after=0.6)) as (sandbox, desk):
        example(desk)
        run = desk.quick("--json", "club.xlsx")
        assert (run.status, run.file["orders"][0]["status"]) == (0, "completed")
        assert len(sandbox.orders()) == 1


def test_where_fresh_orders_are_not_listed_a_lost_answer_is_a_persons_question(tmp_path):
    with connected(tmp_path, JtlSwitches(fresh_order="never")) as (sandbox, desk):
        example(desk)
        sandbox.ask_for("place:drop-after-taking")
        first = desk.quick("--json", "club.xlsx")
        run = desk.quick("--json", "club.xlsx")
        (order,) = run.file["orders"]
        assert (first.status, run.status, order["status"], len(sandbox.orders())) == (4, 4, "unknown", 1)
        assert order["error"] == (
            "JTL-Wawi lists no order PO-2026-0042, but lists no order either that is still pending there. Look for it in "
            "JTL-Wawi. Once you know, run roster-import settle PO-2026-0042; roster-import resume looks again."
        )
        settled = desk.quick("settle", "PO-2026-0042", "--tracking-id", "1001")
        assert settled.status == 0


@pytest.mark.parametrize("listed", [True, False])
def test_a_number_that_a_person_names_is_asked_for(desk, sandbox, listed):
    example(desk)
    sandbox.ask_for("place:drop-after-taking" if listed else "place:drop-before-taking", "find:500-before-taking*99+2")
    assert desk.quick("club.xlsx").status == 4
    sandbox.clear_faults()
    run = desk.quick("settle", "PO-2026-0042", "--placed", "A1004465")
    if listed:
        assert run.status == 0, run.err
        assert (desk.quick("resume").status, len(sandbox.orders())) == (0, 1)
    else:
        assert (run.status, run.err) == (
            2, "roster-import: JTL-Wawi does not confirm that: it lists no order A1004465. Nothing was changed.\n"
        )  # fmt: skip


def test_a_person_can_say_that_the_look_up_is_to_be_trusted(desk, sandbox):
    settings(desk, '[jtl]\ntrust_look_up = "yes"\n')
    example(desk)
    sandbox.ask_for("place:drop-before-taking")
    run = desk.quick("--json", "club.xlsx")
    if run.status == 4:
        run = desk.quick("--json", "club.xlsx")
    assert (run.status, len(sandbox.orders())) == (0, 1)


def test_a_token_that_ends_is_renewed(tmp_path):
    with connected(tmp_path, JtlSwitches(token_life=1)) as (sandbox, desk):
        for number in (1, 2):
            example(desk, f"{number}.xlsx", order={**ORDER, "Reference": f"PO-{number}"})
        sandbox.ask_for("find:slow-before-taking=0.7*2")
        assert desk.quick("1.xlsx", "2.xlsx").status == 0
        tokens = [one for one in sandbox.requests() if one["path"] == "/oauth2/token"]
        assert len(tokens) >= 2


def test_a_secret_that_is_not_accepted_is_said_without_showing_it(desk, sandbox):
    desk.environment["ROSTER_IMPORT_JTL_CLIENT_SECRET"] = "very-secret"
    example(desk)
    run = desk.quick("--json", "club.xlsx")
    (order,) = run.file["orders"]
    assert order["error"] == (
        f"{sandbox.url}/oauth2/token does not accept the client id and secret (HTTP 401). Copy them again. Nothing was sent."
    )
    assert "very-secret" not in run.out + run.err


def test_without_a_licence_nothing_is_tried_again(tmp_path):
    with connected(tmp_path, JtlSwitches(licence="missing")) as (sandbox, desk):
        example(desk)
        run = desk.quick("--json", "club.xlsx")
        (order,) = run.file["orders"]
        assert (run.status, order["status"]) == (3, "refused")
        assert "there is no licence, or the app has not been authorised in JTL-Wawi" in order["error"]
        assert len([one for one in sandbox.requests() if "salesOrders" in one["path"]]) == 1


def test_many_pages_are_turned_by_has_next_page(tmp_path):
    with connected(tmp_path, JtlSwitches(external_number="partial", page_size_most=1)) as (sandbox, desk):
        for reference in ("PO-10", "PO-11", "PO-1"):
            example(desk, f"{reference}.xlsx", order={**ORDER, "Reference": reference})
            assert desk.quick(f"{reference}.xlsx").status == 0
        folder = tmp_path / "other"
        folder.mkdir()
        other = desk_for(folder, sandbox.url, "jtl")
        example(other, order={**ORDER, "Reference": "PO-1"})
        assert other.quick("club.xlsx").status == 0
        assert len(sandbox.orders()) == 3


def test_what_has_no_price_is_said_to_cost_nothing(desk):
    example(desk, catalogue=CATALOGUE, logos=(), rows=EXAMPLE_ROWS[:1])
    run = desk.quick("check", "--json", "club.xlsx")
    assert [(one["level"], one["code"], one["cell"], one["message"]) for one in run.problems] == [
        ("warning", "price-missing", "F2",
         "Home kit has no price and is no item of JTL-Wawi: its line will cost nothing there.")
    ]  # fmt: skip


def test_an_own_server_is_reached_with_the_key_of_a_registered_app(tmp_path, sandbox):
    import httpx

    key = _registered(httpx, sandbox)
    desk = desk_for(tmp_path, sandbox.url, "jtl")
    for name in ("CLIENT_ID", "CLIENT_SECRET", "TENANT_ID", "TOKEN_URL"):
        del desk.environment[f"ROSTER_IMPORT_JTL_{name}"]
    desk.environment |= {
        "ROSTER_IMPORT_JTL_URL": f"{sandbox.url}/api/eazybusiness",
        "ROSTER_IMPORT_JTL_API_KEY": key,
        "ROSTER_IMPORT_JTL_APP_ID": "roster-import",
        "ROSTER_IMPORT_JTL_APP_VERSION": "1.0",
    }
    example(desk)
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["orders"][0]["differences"]) == (0, []), run.out


def _registered(httpx, sandbox) -> str:
    body = {
        **dict.fromkeys(("AppId", "DisplayName", "Description", "ProviderName"), "roster-import"),
        "Version": "1.0", "ProviderWebsite": "https://club.example", "MandatoryApiScopes": ["all.read",
        "salesorder.createsalesorder", "salesorder.createsalesorderlineitem"], "AppIcon": "aWNvbg==",
    }  # fmt: skip
    headers = {"X-ChallengeCode": "abc"}
    base = f"{sandbox.url}/api/eazybusiness/authentication"
    asked = httpx.post(base, json=body, headers=headers).json()
    sandbox.advance(10)
    return httpx.get(f"{base}/{asked['RegistrationRequestId']}", headers=headers).json()["Token"]["ApiKey"]


@pytest.mark.parametrize("header", ["tenant-id", "x-tenant-id"])
def test_the_tenant_is_named_in_the_header_of_either_version_of_the_documents(tmp_path, header):
    with connected(tmp_path, JtlSwitches(tenant_header=header)) as (_, desk):
        example(desk)
        run = desk.quick("--json", "club.xlsx")
        assert (run.status, run.file["orders"][0]["status"]) == (0, "completed")


def test_a_secret_of_the_cloud_that_is_not_accepted_is_named_by_its_own_setting(tmp_path):
    with connected(tmp_path, JtlSwitches()) as (_, desk):
        example(desk)
        desk.environment["ROSTER_IMPORT_JTL_TENANT_ID"] = "00000000-0000-0000-0000-000000000000"
        (order,) = desk.quick("--json", "club.xlsx").file["orders"]
        assert order["error"].endswith(
            "Nothing was sent. Check the key (ROSTER_IMPORT_JTL_CLIENT_SECRET); roster-import doctor tries it."
        )


# ------------------------------------------------------------------------------------------------------ version 2


@pytest.fixture
def modern(tmp_path, sandbox):
    import httpx

    token = httpx.post(
        f"{sandbox.url}/oauth2/token", data={"grant_type": "client_credentials"}, auth=("sandbox-client", "sandbox-key")
    ).json()["access_token"]
    desk = desk_for(tmp_path, sandbox.url, "jtl")
    headers = {"Authorization": f"Bearer {token}", "X-Tenant-ID": desk.environment["ROSTER_IMPORT_JTL_TENANT_ID"]}
    customers = httpx.get(f"{sandbox.url}/erp/v2/customers", headers=headers).json()["items"]
    companies = httpx.get(f"{sandbox.url}/erp/v2/companies", headers=headers).json()
    desk.environment |= {
        "ROSTER_IMPORT_JTL_API_VERSION": "2",
        "ROSTER_IMPORT_JTL_COMPANY_ID": companies[0]["id"],
        "ROSTER_IMPORT_JTL_CUSTOMER_ID": customers[0]["id"],
    }
    return desk


def test_version_2_takes_header_and_lines_in_one_call(modern, sandbox):
    example(modern)
    run = modern.quick("--json", "club.xlsx")
    assert (run.status, run.file["orders"][0]["differences"]) == (0, []), run.out
    (sent,) = posted(sandbox, "/v2/sales-orders")
    assert sent["externalDetails"] == {"externalSalesOrderNumber": "PO-2026-0042"}
    assert sent["lineItems"][3] == {
        "name": "Away kit M – Smith 10", "quantity": 5, "salesPriceNet": 119.5,
        "note": "Size: M; Name: Smith; Number: 10; Player: Smith [PO-2026-0042-4/7]",
    }  # fmt: skip
    again = modern.quick("--json", "club.xlsx")
    assert (again.file["status"], len(sandbox.orders())) == ("already-placed", 1)


def test_version_2_finds_items_by_their_sku(modern, sandbox):
    settings(modern, SOLD)
    example(modern, rows=EXAMPLE_ROWS[:1], catalogue=CATALOGUE, logos=())
    run = modern.quick("--json", "club.xlsx")
    assert (run.status, run.file["orders"][0]["differences"]) == (0, []), run.out
    (sent,) = posted(sandbox, "/v2/sales-orders")
    assert sent["lineItems"][0]["sku"] == "HOME-M"
    assert len(sent["lineItems"][0]["itemId"]) == 36


@pytest.mark.parametrize("fault", ["drop-after-taking", "502-after-taking", "garbage"])
def test_version_2_finds_an_order_whose_answer_was_lost(modern, sandbox, fault):
    example(modern)
    sandbox.ask_for(f"place:{fault}")
    run = modern.quick("--json", "club.xlsx")
    if run.status == 4:
        run = modern.quick("--json", "club.xlsx")
    assert (run.status, run.file["orders"][0]["differences"]) == (0, [])
    assert len(sandbox.orders()) == 1


def test_version_2_needs_the_ids_of_company_and_customer_before_anything_is_sent(modern, sandbox):
    del modern.environment["ROSTER_IMPORT_JTL_CUSTOMER_ID"]
    settings(modern, '[jtl]\ncustomer = "SV Nordstadt"\n')
    before = len(sandbox.requests())
    example(modern)
    run = modern.quick("club.xlsx")
    assert (run.status, len(sandbox.requests())) == (2, before)
    assert run.err.endswith(
        "To place orders with jtl, set ROSTER_IMPORT_JTL_CUSTOMER_ID (or [jtl] customer_id in roster-import.toml). Nothing "
        "was sent. To try it without an order system, add --sandbox.\n"
    )


def test_version_2_finds_an_order_dated_by_another_clock(modern, sandbox):
    """The order system's day may be the one before ours."""
    from datetime import UTC, datetime, timedelta

    sandbox.set_time(datetime.now(UTC) - timedelta(days=1))
    example(modern)
    sandbox.ask_for("place:drop-after-taking")
    run = modern.quick("--json", "club.xlsx")
    if run.status == 4:
        run = modern.quick("--json", "club.xlsx")
    assert (run.status, len(sandbox.orders())) == (0, 1)


def test_version_2_attaches_no_files(modern):
    modern.environment["ROSTER_IMPORT_JTL_ATTACH_ROSTER"] = "yes"
    example(modern)
    run = modern.quick("club.xlsx")
    assert run.status == 2
    assert run.err.endswith("The setting [jtl] attach_roster needs api_version 1: version 2 attaches no files.\n")
