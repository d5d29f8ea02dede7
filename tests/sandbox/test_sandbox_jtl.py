"""Version 1 as JTL documents it: headers, lines, customers, items, notes and files."""

from __future__ import annotations

import base64
from datetime import datetime, timedelta

import pytest
from jtl_caller import INVALID, refusal

ADDRESS = {"City": "Hannover", "CountryIso": "DE"}


# ------------------------------------------------------------------------------------------------ master data


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/companies", {"Id", "Name"}),
        ("/customerGroups", {"Id", "Name", "IsDefault", "Discount", "IsNetPrice"}),
        ("/shippingMethods", {"Id", "Name", "Priority", "GrossPrice", "ExtraWeight", "IsAmazonPrime"}),
        ("/paymentMethods", {"Id", "Name", "IsStandard", "IsActive"}),
        ("/taxClasses", {"Id", "Name", "IsDefault", "Type"}),
        ("/salesOrders/cancellationReasons", {"Id", "Name"}),
    ],
)
def test_plain_arrays(erp, path, fields):
    answer = erp.call("GET", path)
    assert (answer.status_code, type(answer.json())) == (200, list)
    assert [set(one) for one in answer.json()] == [fields] * len(answer.json())
    assert len(answer.json()) > 1


def test_info(erp):
    info = erp.call("GET", "/info").json()
    assert {**info, "Timestamp": ""} == {
        "Version": "1.10.12.0",
        "Timestamp": "",
        "Tenant": "eazybusiness",
        "Type": "WAWI-Api",
    }


@pytest.mark.parametrize("prefix", ["", "/v1"])
def test_both_addresses(erp, prefix):
    assert erp.call("GET", f"{prefix}/companies").json()[0] == {"Id": 1, "Name": "Jet Sport"}
    assert erp.own("GET", f"{prefix}/companies").json()[0] == {"Id": 1, "Name": "Jet Sport"}
    placed = erp.call("POST", f"{prefix}/salesOrders", {"CompanyId": 1, "CustomerId": 1005})
    assert erp.own("GET", f"{prefix}/salesOrders/{placed.json()['Id']}").json() == placed.json()


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("number=10005", [1005]),
        ("number=1000", []),
        ("searchKeyWord=10005", [1005, 1007, 1009]),
        ("searchKeyWord=nordstadt", [1005, 1006]),
        ("searchKeyWord=SCHMIDT+hannover", [1005]),
        ("searchKeyWord=nobody", []),
        ("groupId=1", [1009]),
        ("categoryId=7", []),
        ("", [1005, 1006, 1007, 1008, 1009, 1010]),
    ],
)
def test_customers_are_found(erp, query, ids):
    assert [one["Id"] for one in erp.call("GET", f"/customers?{query}").json()["Items"]] == ids


def test_one_customer(erp):
    customer = erp.call("GET", "/customers/1005").json()
    assert (customer["Number"], customer["BillingAddress"]["Company"]) == ("10005", "SV Nordstadt")
    assert customer["Shipmentaddress"]["Street"] == "Am Sportplatz 3"
    assert refusal(erp.call("GET", "/customers/1")) == (404, "No customer with the given ID exists.", {})


def test_a_new_customer(erp):
    body = {
        "CustomerGroupId": 2,
        "BillingAddress": {**ADDRESS, "Company": "VfL Neu"},
        "LanguageIso": "DE",
        "InternalCompanyId": 1,
    }
    answer = erp.call("POST", "/customers", body)
    assert (answer.status_code, answer.json()["Id"], answer.json()["Number"]) == (201, 1011, "10011")
    assert erp.call("GET", "/customers?searchKeyWord=vfl").json()["Items"] == [answer.json()]
    assert erp.place(CustomerId=1011)["BillingAddress"]["Company"] == "VfL Neu"
    twice = erp.call("POST", "/customers", body)
    assert twice.json()["Id"] == 1012  # nothing says that this may not be


def test_a_new_customer_is_checked(erp):
    assert refusal(erp.call("POST", "/customers", {"BillingAddress": {"City": ""}, "LanguageIso": 7})) == (
        400,
        INVALID,
        {
            "BillingAddress.City": "The length must be 1 to 255 characters.",
            "BillingAddress.CountryIso": "The CountryIso field is required.",
            "LanguageIso": "The JSON value could not be converted to a string.",
            "CustomerGroupId": "The CustomerGroupId field is required.",
            "InternalCompanyId": "The InternalCompanyId field is required.",
        },
    )
    body = {"CustomerGroupId": 9, "BillingAddress": ADDRESS, "LanguageIso": "DE", "InternalCompanyId": 9}
    assert refusal(erp.call("POST", "/customers", body))[2] == {
        "CustomerGroupId": "CustomerGroupId 9 does not exist.",
        "InternalCompanyId": "InternalCompanyId 9 does not exist.",
    }


@pytest.mark.parametrize(
    ("query", "skus"),
    [
        ("searchKeyWord=HOME-M", ["HOME-M-OLD", "home-m-sample", "HOME-M"]),
        ("searchKeyWord=home-xl", ["HOME-XL"]),
        ("searchKeyWord=crest", ["CREST"]),
        ("searchKeyWord=4006381001006", ["HOME-M"]),
        ("searchKeyWord=nothing", []),
        ("parentItemId=1040", ["KEEPER-S", "KEEPER-M", "KEEPER-L", "KEEPER-XL"]),
        ("parentItemId=1040&searchKeyWord=keeper-m", ["KEEPER-M"]),
        ("searchKeyWord=crest&categoryId=1", []),
        ("searchKeyWord=crest&changedSince=2025-01-01T00:00:00Z", ["CREST"]),
        ("searchKeyWord=crest&changedSince=2026-01-01", []),
    ],
)
def test_items_are_found(erp, query, skus):
    assert [one["SKU"] for one in erp.call("GET", f"/items?{query}").json()["Items"]] == skus


def test_sizes_are_children(erp):
    parent = erp.call("GET", "/items/1000").json()
    children = [erp.call("GET", f"/items/{one}").json() for one in parent["ChildItems"]]
    assert [one["SKU"] for one in children] == [
        f"HOME-{size}" for size in ("128", "140", "152", "164", "S", "M", "L", "XL", "XXL")
    ]
    assert {one["ParentItemId"] for one in children} == {1000}
    assert {one["ItemPriceData"]["SalesPriceNet"] for one in children} == {29.9}
    assert "ItemWeigth" in parent["Weights"]
    assert refusal(erp.call("GET", "/items/1")) == (404, "No item with the given ID exists.", {})
    assert refusal(erp.call("GET", "/items?changedSince=monday"))[0] == 400


# ---------------------------------------------------------------------------------------------------- paging


def ends(page):
    names = ("TotalItems", "PageNumber", "PageSize", "TotalPages", "HasPreviousPage", "HasNextPage")
    return [page[name] for name in (*names, "NextPageNumber", "PreviousPageNumber")] + [len(page["Items"])]


def test_pages_have_odd_ends(erp):
    pages = [erp.call("GET", f"/items?searchKeyWord=home&pageSize=5&pageNumber={n}").json() for n in (1, 2, 3, 4)]
    assert [ends(one) for one in pages] == [
        [13, 1, 5, 3, False, True, 2, 1, 5],
        [13, 2, 5, 3, True, True, 3, 1, 5],
        [13, 3, 5, 3, True, False, 3, 2, 3],  # the next page of the last one is the last one
        [13, 4, 5, 3, True, False, 3, 3, 0],
    ]
    assert ends(erp.call("GET", "/items?searchKeyWord=nothing").json()) == [0, 1, 100, 0, False, False, 0, 1, 0]


@pytest.mark.parametrize(
    "query", ["pageNumber=0", "pageNumber=x", "pageSize=0", "pageSize=-1", "pageSize=" + "9" * 5000]
)
def test_pages_that_are_none(erp, query):
    name, _, text = query.partition("=")
    answer = erp.call("GET", f"/items?{query}")
    assert refusal(answer) == (400, INVALID, {name: f"The value '{text}' is not valid for {name}."})


# ---------------------------------------------------------------------------------------------------- headers


def test_a_header_takes_what_is_missing_from_the_customer(erp):
    order = erp.place()
    assert (order["Id"], order["Number"], order["ExternalNumber"]) == (1001, "A1004465", "")
    assert order["BillingAddress"]["Company"] == "SV Nordstadt"
    assert order["Shipmentaddress"]["Company"] == "SV Nordstadt, Zeugwart"
    assert order["DepartureCountry"] == {"CountryISO": "DE", "State": "", "CurrencyIso": "EUR", "CurrencyFactor": 1}
    assert order["LanguageIso"] == "DE"
    assert order["SalesOrderDate"].endswith("0+00:00")
    assert "LineItems" not in order
    assert erp.lines(1001) == []


def test_a_whole_header(erp):
    sent = {
        "Number": "R-2026-7",
        "ExternalNumber": "D456-64894-132",
        "BillingAddress": {**ADDRESS, "Street": "Stadionweg 1", "Company": "SV Nordstadt"},
        "Shipmentaddress": {**ADDRESS, "Street": "Am Sportplatz 3"},
        "SalesOrderDate": "2023-02-01T12:45:00.0000000+00:00",
        "SalesOrderPaymentDetails": {"PaymentMethodId": 2, "PaymentTarget": 14},
        "SalesOrderShippingDetail": {"ShippingMethodId": 1},
        "DepartureCountry": {"CountryISO": "AT"},
        "ColorcodeId": 2,
        "Comment": "Trikots",
        "LanguageIso": "EN",
    }
    order = erp.place(**sent)
    for name, value in sent.items():
        kept = {key: order[name][key] for key in value} if isinstance(value, dict) else order[name]
        assert kept == value, name
    assert order["DepartureCountry"]["CurrencyIso"] == "EUR"
    assert erp.call("GET", "/salesOrders/1001").json() == order


@pytest.mark.parametrize(
    ("body", "complaints"),
    [
        ({}, {"CompanyId": "The CompanyId field is required.", "CustomerId": "The CustomerId field is required."}),
        ({"CompanyId": 9, "CustomerId": 1005}, {"CompanyId": "The company 9 does not exist."}),
        ({"CompanyId": 1, "CustomerId": 9}, {"CustomerId": "The customer 9 does not exist."}),
        ({"CompanyId": "1", "CustomerId": 1005}, {"CompanyId": "The JSON value could not be converted to an Int32."}),
        ({"CompanyId": True, "CustomerId": 1005}, {"CompanyId": "The JSON value could not be converted to an Int32."}),
        ({"CompanyId": 2**31, "CustomerId": 1005}, {"CompanyId": "The JSON value could not be converted to an Int32."}),
        ({"CompanyId": 1, "CustomerId": 1005, "SalesOrderDate": "today"},
         {"SalesOrderDate": "The JSON value could not be converted to a date and time."}),
        ({"CompanyId": 1, "CustomerId": 1005, "BillingAddress": "here"},
         {"BillingAddress": "The JSON value could not be converted to an object."}),
        ({"CompanyId": 1, "CustomerId": 1005, "SalesOrderPaymentDetails": {"PaymentMethodId": 9}},
         {"SalesOrderPaymentDetails.PaymentMethodId": "The payment method 9 does not exist."}),
        ({"CompanyId": 1, "CustomerId": 1005, "SalesOrderShippingDetail": {"ShippingMethodId": 9}},
         {"SalesOrderShippingDetail.ShippingMethodId": "The shipping method 9 does not exist."}),
        ([], {"$": "The JSON value could not be converted to an object."}),
    ],
)  # fmt: skip
def test_headers_that_are_refused(erp, body, complaints):
    assert refusal(erp.call("POST", "/salesOrders", body)) == (400, INVALID, complaints)
    assert erp.taken == []


@pytest.mark.parametrize(
    "content", [b"{", b'{"CompanyId": NaN}', b'"\\ud800"', b"\xff", b"", b"[" * 100_000, b"1" * 5000]
)
def test_bodies_that_are_no_json(erp, content):
    headers = {**erp.headers, "Content-Type": "application/json"}
    answer = erp.client.post(f"{erp.sandbox.url}/erp/salesOrders", content=content, headers=headers)
    assert refusal(answer) == (400, INVALID, {"$": "The request body is not valid JSON."})


def test_one_external_number_makes_two_orders(erp):
    first, second = erp.place(ExternalNumber="R1"), erp.place(ExternalNumber="R1")
    assert (first["Id"], second["Id"]) == (1001, 1002)
    assert first["Number"] != second["Number"]
    assert erp.found("externalOrderNumber=R1") == [1001, 1002]


def test_a_number_comes_once(erp):
    erp.place(Number="A7")
    again = erp.call("POST", "/salesOrders", {"CompanyId": 1, "CustomerId": 1005, "Number": "A7"})
    assert refusal(again) == (400, INVALID, {"Number": "The sales order number A7 already exists."})
    renaming = "/salesOrders?renameSalesOrderNumberWhenAlreadyExists=true"
    body = {"CompanyId": 1, "CustomerId": 1005, "Number": "A7"}
    assert [erp.call("POST", renaming, body).json()["Number"] for _ in range(2)] == ["A7-1", "A7-2"]
    wrong = erp.call("POST", "/salesOrders?renameSalesOrderNumberWhenAlreadyExists=yes", body)
    name = "renameSalesOrderNumberWhenAlreadyExists"
    assert refusal(wrong) == (400, INVALID, {name: f"The value 'yes' is not valid for {name}."})


def test_its_own_numbers_step_over_those_that_are_taken(erp):
    erp.place(Number="A1004465")
    assert erp.place()["Number"] == "A1004466"


# ---------------------------------------------------------------------------------------------------- finding


def test_orders_are_found_by_everything_documented(erp):
    first = erp.place(ExternalNumber="R1", Number="N1", BillingNumber="B1", ColorcodeId=2)
    second = erp.place(
        ExternalNumber="R2",
        CompanyId=2,
        CustomerId=1006,
        SalesOrderPaymentDetails={"PaymentMethodId": 2},
        SalesOrderShippingDetail={"ShippingMethodId": 2, "OnHoldReasonId": 5},
    )
    erp.add(second["Id"], {"ItemId": 1006, "Quantity": 1})
    only = {1001: ("externalOrderNumber=R1", "salesOrderNumber=N1", "billingNumber=B1", "colorId=2", "companyId=1",
                   "customerId=1005", "externalOrderNumber=R1&customerId=1005&companyId=1"),
            1002: ("itemId=1006", "paymentMethodId=2", "shippingMethodId=2", "onHoldReasonId=5", "customerId=1006")}  # fmt: skip
    for id_, queries in only.items():
        assert [erp.found(query) for query in queries] == [[id_]] * len(queries)
    for both in ("", "isCancelled=false", "paymentStatus=0", "salesChannelId=1-1-1", "isExternalInvoice=false",
                 "createdUserId=1", "deliveryCompleteStatus=0", "unknown=7", "externalOrderNumber="):  # fmt: skip
        assert erp.found(both) == [1001, 1002], both
    for none in ("externalOrderNumber=R", "externalOrderNumber=r1", "isCancelled=true", "paymentStatus=2",
                 "ebayUsername=x", "deliveredDate=2026-01-01",
                 "customerId=1005&externalOrderNumber=R2"):  # fmt: skip
        assert erp.found(none) == [], none
    assert first["Id"] == 1001


def test_orders_are_found_by_when_they_were_made(erp):
    erp.place()
    made = erp.taken[0]["placedAtUtc"]
    erp.sandbox.advance(3600)
    erp.headers = erp.enter().headers
    erp.place()
    assert erp.found(f"createdUntil={made[:-1]}.9999999%2B00:00") == [1001]
    assert erp.found("createdSince=2000-01-01") == [1001, 1002]
    later = datetime.fromisoformat(made) + timedelta(minutes=30)
    assert erp.found(f"createdSince={later:%Y-%m-%dT%H:%M:%SZ}") == [1002]


@pytest.mark.parametrize(
    "query", ["createdSince=monday", "customerId=x", "isCancelled=7", "itemId=1.5", "paymentStatus=" + "9" * 30]
)
def test_parameters_that_cannot_be(erp, query):
    name, _, text = query.partition("=")
    expected = (400, INVALID, {name: f"The value '{text}' is not valid for {name}."})
    assert refusal(erp.call("GET", f"/salesOrders?{query}")) == expected


def test_one_order(erp):
    order = erp.place()
    assert erp.call("GET", "/salesOrders/1001").json() == order
    assert refusal(erp.call("GET", "/salesOrders/1002")) == (404, "No sales order with the given ID exists.", {})
    assert refusal(erp.call("GET", "/salesOrders/1002/lineitems"))[0] == 404


def test_a_changed_order(erp):
    erp.place(ExternalNumber="R1", Comment="a", BillingAddress={**ADDRESS, "Street": "Old 1"})
    answer = erp.call("PATCH", "/salesOrders/1001", {"ExternalNumber": "R2", "BillingAddress": {"Street": "New 2"}})
    changed = answer.json()
    assert (answer.status_code, changed["ExternalNumber"], changed["Comment"]) == (201, "R2", "a")
    assert (changed["BillingAddress"]["Street"], changed["BillingAddress"]["City"]) == ("New 2", "Hannover")
    assert (erp.found("externalOrderNumber=R1"), erp.found("externalOrderNumber=R2")) == ([], [1001])
    assert refusal(erp.call("PATCH", "/salesOrders/1001", {"CustomerId": 9}))[0] == 400
    assert refusal(erp.call("PATCH", "/salesOrders/9", {})) == (404, "No sales order with the given ID exists.", {})


def test_a_cancelled_order(erp):
    erp.place(ExternalNumber="R1")
    assert refusal(erp.call("POST", "/salesOrders/1001/cancel", {})) == (
        400,
        INVALID,
        {"CancellationReasonId": "The CancellationReasonId field is required."},
    )
    unknown = erp.call("POST", "/salesOrders/1001/cancel", {"CancellationReasonId": 77})
    assert refusal(unknown)[2] == {"CancellationReasonId": "The reason 77 does not exist."}
    body = {"CancellationReasonId": -4, "CancellationComment": "twice"}
    answers = [erp.call("POST", "/salesOrders/1001/cancel", body) for _ in range(2)]
    assert [(one.status_code, one.content) for one in answers] == [(204, b""), (406, b"")]
    order = erp.call("GET", "/salesOrders/1001").json()
    assert (order["IsCancelled"], order["CancellationDetails"]["CancellationComment"]) == (True, "twice")
    assert (erp.found("isCancelled=true"), erp.found("isCancelled=false"), erp.found("externalOrderNumber=R1")) == (
        [1001],
        [],
        [1001],
    )
    assert erp.taken[0]["status"] == "Cancelled"
    assert refusal(erp.call("POST", "/salesOrders/9/cancel", body))[0] == 404


# ------------------------------------------------------------------------------------------------------ lines


def test_lines(erp):
    erp.place()
    answer = erp.add(1001, {"ItemId": 1006, "Quantity": 2, "Notice": "Smith 10"}, {"Name": "Flock", "Quantity": 1})
    assert (answer.status_code, answer.json()) == (201, erp.lines(1001))
    item, free = answer.json()
    assert item == {
        "Id": 50001,
        "SalesOrderId": 1001,
        "ItemId": 1006,
        "Name": "Home shirt M",
        "SKU": "HOME-M",
        "Type": 1,
        "Quantity": 2,
        "QuantityDelivered": 0,
        "QuantityReturned": 0,
        "SalesUnit": "stk",
        "SalesPriceNet": 29.9,
        "SalesPriceGross": 35.58,
        "Discount": 0,
        "PurchasePriceNet": 14.95,
        "TaxRate": 19,
        "Notice": "Smith 10",
    }
    assert (free["ItemId"], free["Type"], free["Name"], free["SalesPriceNet"]) == (0, 0, "Flock", 0)
    payment = erp.call("GET", "/salesOrders/1001").json()["SalesOrderPaymentDetails"]
    assert (payment["TotalGrossAmount"], payment["StillToPay"]) == (71.16, 71.16)


@pytest.mark.parametrize(
    ("line", "prices"),
    [
        ({"SalesPriceNet": 16.8}, (16.8, 19.99)),
        ({"SalesPriceGross": 19.99}, (16.7983, 19.99)),
        ({"SalesPriceNet": 10, "TaxRate": 7}, (10, 10.7)),
        ({"SalesPriceNet": 0}, (0, 0)),
        ({"ItemId": 1090}, (9.9, 10.59)),
        ({"ItemId": 1006, "SalesPriceNet": 1}, (1, 1.19)),
    ],
)
def test_the_other_price_is_worked_out(erp, line, prices):
    erp.place()
    (added,) = erp.add(1001, {"Quantity": 1, "Name": "x", **line}).json()
    assert (added["SalesPriceNet"], added["SalesPriceGross"]) == prices


def test_what_is_sent_counts_more_than_the_item(erp):
    erp.place()
    (added,) = erp.add(1001, {"ItemId": 1006, "Quantity": 1, "Name": "Own", "SKU": "OWN", "SalesUnit": "pcs"}).json()
    assert [added[name] for name in ("Name", "SKU", "SalesUnit", "Type")] == ["Own", "OWN", "pcs", 1]


@pytest.mark.parametrize(
    ("line", "complaints"),
    [
        ({"ItemId": 1006}, {"[0].Quantity": "The Quantity field is required."}),
        ({"Quantity": "2"}, {"[0].Quantity": "The JSON value could not be converted to a number."}),
        ({"Quantity": -1}, {"[0].Quantity": "The field Quantity must be between 0 and 2147483647."}),
        ({"Quantity": 3e9}, {"[0].Quantity": "The field Quantity must be between 0 and 2147483647."}),
        ({"Quantity": 1e300}, {"[0].Quantity": "The JSON value could not be converted to a number."}),
        ({"Quantity": 1, "ItemId": 7}, {"[0].ItemId": "The item 7 does not exist."}),
        ({"Quantity": 1, "ItemId": 1000}, {"[0].ItemId": "The item 1000 is a variation parent."}),
        ({"Quantity": 1, "ItemId": 900}, {"[0].ItemId": "The item 900 is not active."}),
        ({"Quantity": 1, "TaxRate": -100}, {"[0].TaxRate": "The field TaxRate must not be below 0."}),
        ({"Quantity": 1, "SalesPriceNet": 1, "SalesPriceGross": 1.19},
         {"[0].SalesPriceGross": "Only net or gross price can be entered."}),
        (7, {"[0]": "The JSON value could not be converted to an object."}),
    ],
)  # fmt: skip
def test_lines_that_are_refused(erp, line, complaints):
    erp.place()
    assert refusal(erp.add(1001, line)) == (400, INVALID, complaints)
    assert erp.lines(1001) == []


def test_lines_come_as_an_array(erp):
    erp.place()
    answer = erp.call("POST", "/salesOrders/1001/lineitems", {"ItemId": 1006, "Quantity": 1})
    assert refusal(answer) == (400, INVALID, {"$": "The JSON value could not be converted to an array."})
    assert erp.lines(1001) == []


def test_lines_sent_twice_are_there_twice(erp):
    erp.place()
    for _ in range(2):
        erp.add(1001, {"ItemId": 1006, "Quantity": 1})
    assert [one["Id"] for one in erp.lines(1001)] == [50001, 50002]


def test_a_changed_line(erp):
    erp.place()
    erp.add(1001, {"ItemId": 1006, "Quantity": 1, "Notice": "Smith"})
    path = "/salesOrders/1001/lineitems/50001"
    for change, expected in (
        ({"Quantity": 3}, {"Quantity": 3, "Notice": "Smith", "SalesPriceNet": 29.9}),
        ({"SalesPriceGross": 11.9}, {"SalesPriceNet": 10, "SalesPriceGross": 11.9}),
        ({"SalesPriceNet": 20}, {"SalesPriceNet": 20, "SalesPriceGross": 23.8}),
        ({"ItemId": 1007}, {"SKU": "HOME-L", "Name": "Home shirt L", "Quantity": 3, "SalesPriceNet": 29.9}),
    ):
        answer = erp.call("PATCH", path, change)
        assert (answer.status_code, answer.content) == (204, b"")
        (line,) = erp.lines(1001)
        assert {name: line[name] for name in expected} == expected
    assert refusal(erp.call("PATCH", path, {"Quantity": -1}))[2] == {
        "Quantity": "The field Quantity must be between 0 and 2147483647."
    }
    assert refusal(erp.call("PATCH", "/salesOrders/1001/lineitems/9", {})) == (
        404,
        "No line item with the given ID exists",
        {},
    )


def test_a_deleted_line(erp):
    erp.place()
    erp.place()
    erp.add(1001, {"ItemId": 1006, "Quantity": 1}, {"ItemId": 1007, "Quantity": 1})
    assert erp.call("DELETE", "/salesOrders/1002/lineitems/50001").status_code == 404  # of another order
    answer = erp.call("DELETE", "/salesOrders/1001/lineitems/50002")
    assert (answer.status_code, answer.content) == (204, b"")
    assert erp.call("DELETE", "/salesOrders/1001/lineitems/50002").status_code == 404
    assert [one["Id"] for one in erp.lines(1001)] == [50001]
    assert erp.add(1001, {"ItemId": 1007, "Quantity": 1}).json()[0]["Id"] == 50003  # an id is never given twice


# -------------------------------------------------------------------------------------------- notes and files


def test_notes(erp):
    erp.place()
    answer = erp.call("POST", "/salesOrders/1001/notes", {"NoteBody": "Ask Petra"})
    assert (answer.status_code, answer.json()) == (201, {"NoteId": 1, "NoteBody": "Ask Petra"})
    assert erp.call("GET", "/salesOrders/1001/notes").json() == [answer.json()]
    assert refusal(erp.call("POST", "/salesOrders/1001/notes", {}))[2] == {
        "NoteBody": "The NoteBody field is required."
    }
    assert refusal(erp.call("GET", "/salesOrders/9/notes"))[0] == 404


def test_files(erp):
    erp.place()
    data = base64.b64encode(b"a roster").decode()
    answer = erp.call(
        "POST", "/salesOrders/1001/files", {"FileData": data, "FileDataType": "txt", "FileName": "roster"}
    )
    file = answer.json()
    assert answer.status_code == 201
    assert {**file, "CreatedAt": ""} == {
        "Id": 1,
        "SalesOrderId": 1001,
        "FileId": 1,
        "FileDataType": "txt",
        "Size": 8,
        "CreatedAt": "",
        "FileName": "roster",
    }
    assert erp.call("GET", "/salesOrders/1001/files").json() == [file]
    assert erp.taken[0]["files"][0]["FileData"] == data
    wrong = erp.call("POST", "/salesOrders/1001/files", {"FileData": "§", "FileDataType": "", "FileName": "x"})
    assert refusal(wrong)[2] == {
        "FileData": "The JSON value could not be converted to bytes in base64.",
        "FileDataType": "The length must be 1 to 2147483647 characters.",
    }


def test_what_is_not_served(erp):
    assert erp.call("DELETE", "/salesOrders/1001").status_code == 405
    assert refusal(erp.call("GET", "/salesOrders/x"))[0] == 404
    assert erp.client.get(f"{erp.sandbox.url}/api/Eazybusiness/companies").status_code == 404  # as it is written


def test_the_record_of_an_order(erp):
    erp.place(ExternalNumber="R1")
    erp.add(1001, {"ItemId": 1006, "Quantity": 2})
    (record,) = erp.taken
    expected = {
        "system": "jtl",
        "id": 1001,
        "orderNumber": "A1004465",
        "status": "Open",
        "reference": "R1",
        "customerId": 1005,
        "companyId": 1,
        "version": "v1",
        "body": {"CompanyId": 1, "CustomerId": 1005, "ExternalNumber": "R1"},
        "notes": [],
    }
    assert {name: record[name] for name in expected} == expected
    assert record["lines"] == erp.lines(1001)
    assert record["order"] == erp.call("GET", "/salesOrders/1001").json()
    found = erp.client.get(f"{erp.sandbox.url}/sandbox/orders?reference=R1").json()
    assert found == {"orders": [record]}
