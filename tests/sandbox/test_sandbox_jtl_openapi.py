"""The stand-in's answers, and the callers of these tests, held against JTL's own OpenAPI document."""

from __future__ import annotations

import pytest

from tests.jtl_openapi import answer_complaints, assert_documented, assert_recorded, document, request_complaints

HEADERS = {
    "Authorization": "…",
    "X-Tenant-ID": "5f0c9a52-7d3e-4c1b-9a64-2f8f1f0e7a11",
    "X-AppId": "roster-import/1.0.0",
    "X-AppVersion": "1.0.0",
    "Content-Type": "application/json",
}
HEADER = {"CompanyId": 1, "CustomerId": 1005, "ExternalNumber": "R1"}
LINES = [
    {"ItemId": 1006, "Quantity": 2, "Notice": "Smith 10"},
    {"Name": "Flock", "Quantity": 1.5, "SalesPriceGross": 2},
]
ADDRESS = {"City": "Hannover", "CountryIso": "DE"}
CUSTOMER = {"CustomerGroupId": 1, "BillingAddress": ADDRESS, "LanguageIso": "DE", "InternalCompanyId": 1}
FILE = {"FileData": "eA==", "FileDataType": "txt", "FileName": "x"}
CALLS = [
    ("GET", "/companies", None, 200),
    ("GET", "/shippingMethods", None, 200),
    ("GET", "/paymentMethods", None, 200),
    ("GET", "/taxClasses", None, 200),
    ("GET", "/customers?searchKeyWord=sv&pageSize=1&pageNumber=2", None, 200),
    ("GET", "/customers/1005", None, 200),
    ("GET", "/customers/1", None, 404),
    ("POST", "/customers", CUSTOMER, 201),
    ("POST", "/customers", {}, 400),
    ("GET", "/items?searchKeyWord=home", None, 200),
    ("GET", "/items/1006", None, 200),
    ("GET", "/items/1", None, 404),
    ("POST", "/salesOrders", HEADER, 201),
    ("POST", "/salesOrders?renameSalesOrderNumberWhenAlreadyExists=true", {**HEADER, "Number": "A1004465"}, 201),
    ("POST", "/salesOrders", {**HEADER, "Number": "A1004465"}, 400),
    ("POST", "/salesOrders", {}, 400),
    ("GET", "/salesOrders?externalOrderNumber=R1&customerId=1005&isCancelled=false&createdSince=2020-01-01T00:00:00Z",
     None, 200),
    ("GET", "/salesOrders/1001", None, 200),
    ("GET", "/salesOrders/9", None, 404),
    ("PATCH", "/salesOrders/1001", {"Comment": "x", "BillingAddress": {"Street": "y"}}, 201),
    ("PATCH", "/salesOrders/1001", {"CustomerId": 1}, 400),
    ("PATCH", "/salesOrders/9", {}, 404),
    ("POST", "/salesOrders/1001/lineitems", LINES, 201),
    ("POST", "/salesOrders/1001/lineitems", LINES[0], 400),
    ("POST", "/salesOrders/1001/lineitems", [{}], 400),
    ("GET", "/salesOrders/1001/lineitems", None, 200),
    ("GET", "/salesOrders/9/lineitems", None, 404),
    ("PATCH", "/salesOrders/1001/lineitems/50001", {"Quantity": 3}, 204),
    ("PATCH", "/salesOrders/1001/lineitems/9", {}, 404),
    ("DELETE", "/salesOrders/1001/lineitems/50001", None, 204),
    ("DELETE", "/salesOrders/1001/lineitems/50001", None, 404),
    ("POST", "/salesOrders/1001/notes", {"NoteBody": "x"}, 201),
    ("GET", "/salesOrders/1001/notes", None, 200),
    ("POST", "/salesOrders/1001/files", FILE, 201),
    ("GET", "/salesOrders/1001/files", None, 200),
    ("GET", "/salesOrders/9/files", None, 404),
    ("POST", "/salesOrders/1001/cancel", {"CancellationReasonId": -4}, 204),
    ("POST", "/salesOrders/1001/cancel", {"CancellationReasonId": -4}, 406),
    ("POST", "/salesOrders/1001/cancel", {}, 400),
]  # fmt: skip


def test_every_answer_is_as_documented(erp):
    wrong = {}
    for method, path, body, status in CALLS:
        answer = erp.call(method, path, body)
        complaints = answer_complaints(method, path, answer.status_code, answer.content)
        if complaints or answer.status_code != status:
            wrong[method, path] = answer.status_code, complaints
    assert wrong == {}


def test_every_documented_call_of_an_order_was_made():
    paths = document()["paths"]
    documented = {
        (method.upper(), path) for path, item in paths.items() for method in item if path.startswith("/salesOrders")
    }
    made = {(method, _template(path)) for method, path, _, _ in CALLS}
    assert documented - made == set()


def _template(path):
    pieces = path.partition("?")[0].split("/")
    names = {2: "{salesOrderId}", 4: "{salesOrderLineItemId}"}
    return "/".join(names[n] if piece.isdigit() else piece for n, piece in enumerate(pieces))


def test_what_is_not_let_in_is_as_documented(erp, jtl):
    unlicensed = jtl("jtl.licence=missing")
    erp.headers = {}
    for caller, status in ((erp, 401), (unlicensed, 402)):
        for method, path in (("GET", "/companies"), ("POST", "/salesOrders"), ("GET", "/salesOrders/1/lineitems")):
            answer = caller.call(method, path)
            assert (answer.status_code, answer_complaints(method, path, status, answer.content)) == (status, [])


def test_good_requests_are_found_good_as_recorded(erp):
    for method, path, body, status in CALLS:
        if status < 400:
            erp.call(method, path, body)
    erp.own("POST", "/v1/salesOrders", HEADER)
    records = erp.sandbox.requests()
    for record in records:
        assert_recorded(record)
    assert len(records) > 20


@pytest.mark.parametrize(
    ("method", "path", "body", "complaint"),
    [
        ("POST", "/salesOrders", {**HEADER, "companyid": 1},
         "the body: Additional properties are not allowed ('companyid' was unexpected)"),
        ("POST", "/salesOrders", {**HEADER, "BillingAddress": {**ADDRESS, "Zip": "1"}},
         "BillingAddress: Additional properties are not allowed ('Zip' was unexpected)"),
        ("POST", "/salesOrders", {"CompanyId": 1}, "the body: 'CustomerId' is a required property"),
        ("POST", "/salesOrders", {**HEADER, "CompanyId": "1"}, "CompanyId: '1' is not of type 'integer'"),
        ("POST", "/salesOrders", {**HEADER, "CompanyId": 2**31}, "CompanyId: 2147483648 is not a 'int32'"),
        ("POST", "/salesOrders", {**HEADER, "Comment": None}, "Comment: None for not nullable"),
        ("POST", "/salesOrders", {**HEADER, "SalesOrderDate": "2026-01-01"}, "SalesOrderDate: '2026-01-01' is not a 'date-time'"),
        ("POST", "/salesOrders", None, "a body is missing"),
        ("POST", "/salesOrders?rename=true", HEADER, "the parameter rename is unknown"),
        ("POST", "/salesOrders/1/lineitems", LINES[0], "the body: "),
        ("POST", "/salesOrders/1/lineitems", [{**LINES[0], "Sku": "x"}],
         "0: Additional properties are not allowed ('Sku' was unexpected)"),
        ("POST", "/salesOrders/1/lineitems", [{"Quantity": -1}], "0/Quantity: -1 is less than the minimum of 0"),
        ("GET", "/salesOrders?externalNumber=R1", None, "the parameter externalNumber is unknown"),
        ("GET", "/salesOrders?customerId=x", None, "customerId: 'x' is not int32"),
        ("GET", "/salesOrders?createdSince=2026-01-01", None, "createdSince: '2026-01-01' is not date-time"),
        ("GET", "/salesOrders?isCancelled=True", None, "isCancelled: 'True' is not boolean"),
        ("GET", "/salesOrders?paymentStatus=7", None, "paymentStatus: '7' is not int32"),
        ("GET", "/companies", {}, "a body is not described"),
        ("GET", "/orders", None, "the document has no such call"),
        ("PUT", "/salesOrders", HEADER, "the document has no such call"),
    ],
)  # fmt: skip
def test_bad_requests_are_found_bad(method, path, body, complaint):
    found = request_complaints(method, path, HEADERS, body)
    assert found[0].startswith(complaint)
    with pytest.raises(AssertionError) as failed:
        assert_documented(method, path, HEADERS, body)
    assert f"{method} {path}: {found[0]}" in str(failed.value)


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("X-AppId", "", ["the header x-appid is missing"]),
        ("X-AppVersion", "", ["the header x-appversion is missing"]),
        ("X-Tenant-ID", "", ["the header tenant-id is missing"]),
        ("X-Tenant-ID", "7", ["the tenant 7 is no UUID"]),
        ("X-App-Id", "x", ["the header x-app-id is unknown"]),
        ("Content-Type", "text/plain", ["the content type is text/plain"]),
    ],
)
def test_bad_headers_are_found_bad(name, value, complaint):
    assert request_complaints("POST", "/salesOrders", {**HEADERS, name: value}, HEADER) == complaint


def test_headers_of_an_own_server():
    headers = {name: value for name, value in HEADERS.items() if name != "X-Tenant-ID"}
    assert_documented("POST", "/v1/salesOrders", headers, HEADER, own_server=True)
    del headers["Authorization"]
    complaints = request_complaints(
        "POST", "/v1/salesOrders", headers, '{"CompanyId": 1, "CustomerId": 2}', own_server=True
    )
    assert complaints == ["the header authorization is missing"]
