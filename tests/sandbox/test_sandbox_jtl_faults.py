"""Faults between the header and its lines, and a state file that outlives the process."""

from __future__ import annotations

import httpx
import pytest
from jtl_caller import INVALID, refusal

HEADER = {"CompanyId": 1, "CustomerId": 1005, "ExternalNumber": "R1"}
SHIRTS = ({"ItemId": 1006, "Quantity": 1, "Notice": "Smith 10"}, {"ItemId": 1007, "Quantity": 1, "Notice": "Jones 7"})


@pytest.mark.parametrize(("kind", "taken"), [("drop-after-taking", 1), ("drop-before-taking", 0)])
def test_the_answer_to_a_header_is_lost(erp, kind, taken):
    erp.sandbox.ask_for(f"jtl/place:{kind}")
    with pytest.raises(httpx.TransportError):
        erp.call("POST", "/salesOrders", HEADER)
    assert len(erp.taken) == taken
    assert len(erp.found("externalOrderNumber=R1")) == taken


@pytest.mark.parametrize(("kind", "lines"), [("drop-after-taking", 2), ("drop-before-taking", 0)])
def test_the_answer_to_the_lines_is_lost(erp, kind, lines):
    erp.place(ExternalNumber="R1")
    erp.sandbox.ask_for(f"jtl/lines:{kind}")
    with pytest.raises(httpx.TransportError):
        erp.add(1001, *SHIRTS)
    assert erp.found("externalOrderNumber=R1") == [1001]  # found, with or without its lines
    assert len(erp.lines(1001)) == lines


def test_a_lost_answer_in_version_2(erp):
    erp.sandbox.ask_for("/erp/v2/sales-orders:500-after-taking")
    company = erp.call("GET", "/v2/companies").json()[0]["id"]
    customer = erp.call("GET", "/v2/customers").json()["items"][0]["id"]
    body = {
        "companyId": company,
        "customerId": customer,
        "billingAddress": {"street": "a", "city": "b", "countryIso": "DE"},
        "departureCountry": {"countryIso": "DE", "currencyIso": "EUR"},
        "paymentDetails": {"currencyIso": "EUR"},
        "languageIso": "DE",
        "lineItems": [{"name": "x"}],
    }
    answer = erp.call("POST", "/v2/sales-orders", body)
    assert (answer.status_code, answer.json()["errorCode"]) == (500, "INTERNAL_SERVER_ERROR")
    assert [(one["version"], len(one["lines"])) for one in erp.taken] == [("v2", 1)]


def test_a_fault_s_error_is_in_jtl_s_form(erp):
    erp.sandbox.ask_for("jtl/companies:500-before-taking")
    answer = erp.call("GET", "/companies")
    assert refusal(answer) == (500, "An unexpected error occurred", {})


def test_a_fault_of_one_call_leaves_the_others_alone(erp):
    erp.sandbox.ask_for("jtl/line-list:status=503*always", "jtl/token:status=500")
    erp.place()
    erp.add(1001, *SHIRTS)
    assert erp.call("GET", "/salesOrders/1001/lineitems").status_code == 503
    assert erp.token().status_code == 500
    assert erp.token().status_code == 200


def test_an_order_that_fails(erp):
    erp.sandbox.ask_for("jtl/place:failed", "jtl/lines:failed=No stock")
    refused = erp.call("POST", "/salesOrders", HEADER)
    assert refusal(refused) == (400, "The sales order could not be saved.", {})
    assert erp.taken == []
    erp.place()
    assert refusal(erp.add(1001, *SHIRTS)) == (400, "No stock", {})
    assert erp.lines(1001) == []


def test_an_order_that_stays_pending(erp):
    erp.sandbox.ask_for("jtl/place:never-ready")
    erp.place(ExternalNumber="R1")
    erp.place(ExternalNumber="R1")
    assert erp.found("externalOrderNumber=R1") == [1002]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("confirm-without-names", [("HOME-M", 1, ""), ("HOME-L", 1, "")]),
        ("confirm-without-numbers", [("HOME-M", 1, "Smith "), ("HOME-L", 1, "Jones ")]),
        ("confirm-without-first", [("HOME-L", 1, "Jones 7")]),
        ("confirm-one-more", [("HOME-M", 2, "Smith 10"), ("HOME-L", 1, "Jones 7")]),
        ("confirm-other-size", [("HOME-MX", 1, "Smith 10"), ("HOME-L", 1, "Jones 7")]),
    ],
)
def test_lines_that_are_not_kept_as_sent(erp, kind, expected):
    erp.sandbox.ask_for(f"jtl/lines:{kind}")
    erp.place()
    erp.add(1001, *SHIRTS)
    assert [(one["SKU"], one["Quantity"], one["Notice"]) for one in erp.lines(1001)] == expected


def test_a_price_that_is_not_kept(erp):
    erp.sandbox.ask_for("jtl/lines:confirm-other-total")
    erp.place()
    erp.add(1001, *SHIRTS)
    assert [one["SalesPriceNet"] for one in erp.lines(1001)] == [129.9, 29.9]


def test_everything_is_there_after_a_restart(jtl, tmp_path):
    state = tmp_path / "state.sqlite3"
    first = jtl("jtl.registration-delay=0", state=state)
    first.place(ExternalNumber="R1", Number="N1")
    first.add(1001, *SHIRTS)
    first.call("POST", "/salesOrders/1001/notes", {"NoteBody": "x"})
    first.call("POST", "/salesOrders/1001/files", {"FileData": "eA==", "FileDataType": "t", "FileName": "n"})
    customer = {"CustomerGroupId": 1, "BillingAddress": {"City": "a", "CountryIso": "DE"}, "LanguageIso": "DE"}
    first.call("POST", "/customers", {**customer, "InternalCompanyId": 1})
    before, headers = first.taken, first.headers
    first.sandbox.close()
    second = jtl(state=state, enter=False)
    second.headers = headers  # the token is still good
    assert second.taken == before
    assert second.found("externalOrderNumber=R1") == [1001]
    assert (second.place()["Id"], second.add(1002, SHIRTS[0]).json()[0]["Id"]) == (1002, 50003)
    assert refusal(second.call("POST", "/salesOrders", {**HEADER, "Number": "N1"}))[:2] == (400, INVALID)
    assert second.call("GET", "/customers/1011").status_code == 200


def test_a_reset_is_as_new(erp):
    erp.place()
    erp.add(1001, *SHIRTS)
    erp.sandbox.reset()
    assert (erp.taken, erp.call("GET", "/companies").status_code) == ([], 401)
    erp.enter()
    assert erp.place()["Id"] == 1001
    assert erp.lines(1001) == []
