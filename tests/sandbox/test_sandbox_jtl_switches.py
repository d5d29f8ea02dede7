"""Every switch of JTL's stand-in does something, and the something it says. (Who may call: test_sandbox_jtl_access.)"""

from __future__ import annotations

import base64
import json
import re
import threading
import time
from pathlib import Path

import pytest
from jtl_caller import INVALID, refusal

from roster_import.sandbox import SandboxError, parse_switches
from roster_import.sandbox.jtl.switches import JtlSwitches
from roster_import.sandbox.switches import named_switches
from tests.conftest import REPOSITORY

HEADER = {"CompanyId": 1, "CustomerId": 1005}
SHIRT = {"ItemId": 1006, "Quantity": 1}


def test_every_choice_of_every_switch_is_tried_here():
    source = "".join(one.read_text("utf-8") for one in Path(__file__).parent.glob("test_sandbox_jtl*.py"))
    known = named_switches(JtlSwitches)
    choices = [f"{name}={choice}" for name, one in known.items() for choice in one.metadata.get("choices", ())[1:]]
    free = [f"{name}=" for name, one in known.items() if "choices" not in one.metadata]
    assert len(choices) > 50
    assert [one for one in choices + free if f'"{one}' not in source] == []


def test_a_value_no_switch_has():
    with pytest.raises(SandboxError) as refused:
        parse_switches(["jtl.array=never"])
    expected = "The sandbox's switch jtl.array cannot be “never”: it is one of atomic, until-bad, without-bad."
    assert refused.value.message == expected


# --------------------------------------------------------------------------------------------- reading a body


def test_property_names(jtl, erp):
    body = {
        "companyId": 1,
        "CUSTOMERID": 1005,
        "externalNumber": "R1",
        "billingAddress": {"city": "X", "countryiso": "DE"},
    }
    required = {name: f"The {name} field is required." for name in HEADER}
    assert refusal(erp.call("POST", "/salesOrders", body)) == (400, INVALID, required)
    order = jtl("jtl.property-names=any-case").call("POST", "/salesOrders", body).json()
    assert (order["ExternalNumber"], order["BillingAddress"]["City"]) == ("R1", "X")


def test_unknown_properties(jtl, erp):
    body = {**HEADER, "Shade": 1, "BillingAddress": {"City": "X", "CountryIso": "DE", "Planet": "Earth"}}
    assert erp.call("POST", "/salesOrders", body).status_code == 201
    answer = jtl("jtl.unknown-properties=refused").call("POST", "/salesOrders", body)
    expected = {"Shade": "Shade is unknown.", "BillingAddress.Planet": "Planet is unknown."}
    assert refusal(answer) == (400, INVALID, expected)


def test_null_values(jtl, erp):
    assert erp.place(Comment=None)["Comment"] == ""
    answer = jtl("jtl.null-values=refused").call("POST", "/salesOrders", {**HEADER, "Comment": None})
    assert refusal(answer) == (400, INVALID, {"Comment": "Comment must not be null."})


def test_content_type(jtl, erp):
    def send(caller):
        headers = {**caller.headers, "Content-Type": "text/plain"}
        return caller.client.post(
            f"{caller.sandbox.url}/erp/salesOrders", content=b'{"CompanyId":1,"CustomerId":1005}', headers=headers
        )

    assert refusal(send(erp)) == (415, "The request body must be application/json.", {})
    assert send(jtl("jtl.content-type=ignored")).status_code == 201


def test_absent(jtl, erp):
    for switch, blank in (("jtl.absent=null", None), ("jtl.absent=omitted", "nothing")):
        order = jtl(switch).place()
        assert order.get("ExternalNumber", "nothing") == blank
        assert order.get("CancellationDetails", "nothing") == blank
        assert order["SalesOrderShippingDetail"].get("ShippingMethodId", "nothing") == blank
        assert order["BillingAddress"]["Company"] == "SV Nordstadt"
    order = erp.place()
    assert order["ExternalNumber"] == ""
    assert order["CancellationDetails"]["Date"] == "0001-01-01T00:00:00.0000000+00:00"
    assert order["SalesOrderShippingDetail"]["ShippingMethodId"] == 0


def test_validation_values(jtl):
    answer = jtl("jtl.validation-values=list").call("POST", "/salesOrders", {"CompanyId": 1})
    assert refusal(answer)[2] == {"CustomerId": ["The CustomerId field is required."]}


# ------------------------------------------------------------------------------------------- a fresh order


def test_an_order_that_is_listed_later(jtl):
    caller = jtl("jtl.fresh-order=later", "jtl.listed-after=30")
    caller.place(ExternalNumber="R1")
    assert caller.add(1001, SHIRT).status_code == 201
    assert (caller.found("externalOrderNumber=R1"), caller.taken[0]["status"]) == ([], "Pending")
    assert caller.call("GET", "/salesOrders/1001").status_code == 404
    assert caller.call("GET", "/salesOrders/1001/lineitems").status_code == 404
    caller.sandbox.advance(31)
    assert (caller.found("externalOrderNumber=R1"), caller.taken[0]["status"]) == ([1001], "Open")
    assert len(caller.lines(1001)) == 1


def test_an_order_that_is_never_listed(jtl):
    caller = jtl("jtl.fresh-order=never", "jtl.pending-order=shown")
    caller.place(ExternalNumber="R1")
    caller.sandbox.advance(3000)
    assert caller.found("externalOrderNumber=R1") == []
    assert caller.call("GET", "/salesOrders/1001").json()["ExternalNumber"] == "R1"
    assert caller.lines(1001) == []


@pytest.mark.parametrize(("switch", "status"), [("jtl.same-number=400", 400), ("jtl.same-number=409", 409)])
def test_same_number(jtl, switch, status):
    caller = jtl(switch)
    caller.place(Number="A7")
    answer = caller.call("POST", "/salesOrders", {**HEADER, "Number": "A7"})
    assert refusal(answer) == (status, INVALID, {"Number": "The sales order number A7 already exists."})
    assert len(caller.taken) == 1


def test_same_number_accepted(jtl):
    caller = jtl("jtl.same-number=accepted")
    assert [caller.place(Number="A7")["Number"] for _ in range(2)] == ["A7", "A7"]


def test_same_external(jtl):
    caller = jtl("jtl.same-external=refused")
    caller.place(ExternalNumber="R1")
    answer = caller.call("POST", "/salesOrders", {**HEADER, "ExternalNumber": "R1"})
    assert refusal(answer) == (409, INVALID, {"ExternalNumber": "The external number R1 already exists."})
    caller.place()
    caller.place()  # without one, as often as anybody likes


def test_locked_customer(jtl, erp):
    assert erp.place(CustomerId=1008)["CustomerId"] == 1008
    answer = jtl("jtl.locked-customer=refused").call("POST", "/salesOrders", {"CompanyId": 1, "CustomerId": 1008})
    assert refusal(answer) == (400, INVALID, {"CustomerId": "The customer 1008 is locked."})


def test_taking_time(jtl):
    caller = jtl("jtl.taking-time=0.3")
    begun = time.monotonic()
    caller.place()
    caller.add(1001, SHIRT)
    assert time.monotonic() - begun > 0.5


# ------------------------------------------------------------------------------------------------- finding


@pytest.mark.parametrize(
    ("switch", "found"),
    [
        ("jtl.external-number=exact", [[1001], [], []]),
        ("jtl.external-number=any-case", [[1001], [1001], []]),
        ("jtl.external-number=partial", [[1001, 1002], [1001, 1002], [1001, 1002]]),
    ],
)
def test_external_number(jtl, switch, found):
    caller = jtl(switch)
    caller.place(ExternalNumber="Club-1")
    caller.place(ExternalNumber="Club-10")
    assert [caller.found(f"externalOrderNumber={text}") for text in ("Club-1", "CLUB-1", "lub-1")] == found


def test_order_sorting(jtl):
    caller = jtl("jtl.order-sorting=newest")
    caller.place()
    caller.place()
    assert caller.found() == [1002, 1001]


def test_page_size(jtl):
    caller = jtl("jtl.page-size=2", "jtl.page-size-most=3")

    def size(query):
        page = caller.call("GET", f"/customers?{query}").json()
        return page["PageSize"], len(page["Items"])

    assert [size(query) for query in ("", "pageSize=1", "pageSize=99")] == [(2, 2), (1, 1), (3, 3)]
    strict = jtl("jtl.page-size-over=refused", "jtl.page-size-most=3")
    answer = strict.call("GET", "/customers?pageSize=4")
    assert refusal(answer) == (400, INVALID, {"pageSize": "pageSize must not be above 3."})


def test_item_search(jtl):
    def skus(switch, word):
        return [one["SKU"] for one in jtl(switch).call("GET", f"/items?searchKeyWord={word}").json()["Items"]]

    assert skus("jtl.item-search=exact", "home-m") == ["HOME-M"]
    assert skus("jtl.item-search=contains", "E-M") == ["HOME-M-OLD", "home-m-sample", "HOME-M"]
    assert skus("jtl.item-search=prefix", "E-M") == []


# --------------------------------------------------------------------------------------------------- lines


@pytest.mark.parametrize(
    ("switch", "kept"),
    [("jtl.array=atomic", []), ("jtl.array=until-bad", ["a"]), ("jtl.array=without-bad", ["a", "c"])],
)
def test_an_array_with_a_bad_line(jtl, switch, kept):
    caller = jtl(switch)
    caller.place()
    answer = caller.add(1001, {"Name": "a", "Quantity": 1}, {"Name": "b"}, {"Name": "c", "Quantity": 1})
    assert refusal(answer) == (400, INVALID, {"[1].Quantity": "The Quantity field is required."})
    assert [one["Name"] for one in caller.lines(1001)] == kept


def test_empty_array(jtl, erp):
    erp.place()
    assert (erp.add(1001).status_code, erp.add(1001).json()) == (201, [])
    caller = jtl("jtl.empty-array=refused")
    caller.place()
    assert refusal(caller.add(1001)) == (400, INVALID, {"$": "There are no line items."})


def test_both_prices(jtl):
    caller = jtl("jtl.both-prices=computed")
    caller.place()
    (line,) = caller.add(1001, {**SHIRT, "SalesPriceNet": 10, "SalesPriceGross": 99}).json()
    assert (line["SalesPriceNet"], line["SalesPriceGross"]) == (10, 11.9)


def test_item_price(jtl):
    caller = jtl("jtl.item-price=zero")
    caller.place()
    assert caller.add(1001, SHIRT).json()[0]["SalesPriceNet"] == 0


def test_unknown_sku(jtl, erp):
    erp.place()
    (line,) = erp.add(1001, {"SKU": "NOBODY", "Quantity": 1}).json()
    assert (line["SKU"], line["Type"], line["ItemId"]) == ("NOBODY", 0, 0)
    caller = jtl("jtl.unknown-sku=refused")
    caller.place()
    answer = caller.add(1001, {"SKU": "NOBODY", "Quantity": 1})
    assert refusal(answer) == (400, INVALID, {"[0].SKU": "The SKU NOBODY does not exist."})
    assert caller.add(1001, {"SKU": "home-m", "Quantity": 1}, {**SHIRT, "SKU": "NOBODY"}).status_code == 201


def test_known_sku(jtl, erp):
    erp.place()
    assert erp.add(1001, {"SKU": "home-m", "Quantity": 1}).json()[0]["Type"] == 0
    caller = jtl("jtl.known-sku=item")
    caller.place()
    (line,) = caller.add(1001, {"SKU": "home-m", "Quantity": 1}).json()
    assert (line["ItemId"], line["Type"], line["SalesPriceNet"]) == (1006, 1, 29.9)


def test_bare_line(jtl, erp):
    erp.place()
    assert erp.add(1001, {"Quantity": 1}).status_code == 201
    caller = jtl("jtl.bare-line=refused")
    caller.place()
    expected = {"[0].Name": "The line has neither an item nor a name."}
    assert refusal(caller.add(1001, {"Quantity": 1})) == (400, INVALID, expected)


def test_items_that_are_not_sold(jtl):
    caller = jtl("jtl.parent-item=accepted", "jtl.inactive-item=accepted")
    caller.place()
    added = caller.add(1001, {"ItemId": 1000, "Quantity": 1}, {"ItemId": 900, "Quantity": 1})
    assert [one["SKU"] for one in added.json()] == ["HOME", "HOME-M-OLD"]


def test_equal_lines(jtl):
    caller = jtl("jtl.equal-lines=merged")
    caller.place()
    added = caller.add(1001, SHIRT, {**SHIRT, "Notice": "7"}, {**SHIRT, "Quantity": 2}).json()
    assert [(one["Quantity"], one["Notice"]) for one in added] == [(3, ""), (1, "7")]
    assert caller.add(1001, SHIRT).json()[0]["Id"] == 50001
    assert [(one["Id"], one["Quantity"]) for one in caller.lines(1001)] == [(50001, 4), (50002, 1)]


def test_the_order_of_lines(jtl):
    lines = [{"Name": name, "Quantity": 1} for name in "ab"]
    for switch, answered, listed in (
        ("jtl.answered-lines=reversed", "ba", "ab"),
        ("jtl.listed-lines=reversed", "ab", "ba"),
    ):
        caller = jtl(switch)
        caller.place()
        assert "".join(one["Name"] for one in caller.add(1001, *lines).json()) == answered
        assert "".join(one["Name"] for one in caller.lines(1001)) == listed


def test_unknown_order(jtl):
    for switch, status in (("jtl.unknown-order=400", 400), ("jtl.unknown-order=404", 404)):
        caller = jtl(switch)
        note = caller.call("POST", "/salesOrders/7/notes", {"NoteBody": "x"})
        for answer in (caller.add(7, SHIRT), note):
            assert refusal(answer) == (status, "No sales order with the given ID exists.", {})


def test_pending_lines(jtl):
    caller = jtl("jtl.pending-lines=refused", "jtl.fresh-order=later")
    caller.place()
    assert refusal(caller.add(1001, SHIRT)) == (400, "The sales order is pending.", {})
    caller.sandbox.advance(3)
    assert caller.add(1001, SHIRT).status_code == 201


def test_cancelled_lines(jtl, erp):
    for caller, status in ((erp, 400), (jtl("jtl.cancelled-lines=accepted"), 201)):
        caller.place()
        caller.call("POST", "/salesOrders/1001/cancel", {"CancellationReasonId": -1})
        assert caller.add(1001, SHIRT).status_code == status


def test_line_changes(jtl):
    caller = jtl("jtl.line-changes=refused")
    caller.place()
    caller.add(1001, SHIRT)
    deleted = caller.call("DELETE", "/salesOrders/1001/lineitems/50001")
    assert (deleted.status_code, deleted.content) == (403, b"")
    assert caller.call("PATCH", "/salesOrders/1001/lineitems/50001", {"Quantity": 2}).status_code == 400
    assert caller.lines(1001)[0]["Quantity"] == 1


def test_cancelling(jtl):
    caller = jtl("jtl.cancelling=refused")
    caller.place()
    assert caller.call("POST", "/salesOrders/1001/cancel", {"CancellationReasonId": -1}).status_code == 406


def test_largest_file(jtl):
    caller = jtl("jtl.largest-file=3")
    caller.place()

    def send(data):
        body = {"FileData": base64.b64encode(data).decode(), "FileDataType": "txt", "FileName": "x"}
        return caller.call("POST", "/salesOrders/1001/files", body)

    assert send(b"123").status_code == 201
    assert refusal(send(b"1234")) == (400, INVALID, {"FileData": "The file must not be larger than 3 bytes."})


def test_counters(jtl):
    caller = jtl("jtl.first-order=5", "jtl.first-line=7", "jtl.first-number=900", "jtl.tax-rate=7")
    order = caller.place()
    (line,) = caller.add(5, {"Name": "x", "Quantity": 1, "SalesPriceNet": 100}).json()
    assert (order["Id"], order["Number"], line["Id"], line["SalesPriceGross"]) == (5, "A900", 7, 107)


CATALOGUE = {
    "Companies": [{"Id": 3, "Name": "Club shop"}],
    "CustomerGroups": [{"Id": 1, "Name": "All"}],
    "ShippingMethods": [],
    "PaymentMethods": [],
    "TaxClasses": [{"Id": 1, "Name": "Full", "Rate": 20}],
    "CancellationReasons": [{"Id": -1, "Name": "Other"}],
    "Customers": [{"Id": 8, "Number": "K8", "BillingAddress": {"Company": "Club", "City": "Wien", "CountryIso": "AT"}}],
    "Items": [{"Id": 5, "SKU": "SHIRT", "Name": "Shirt", "Price": 10}],
}


def test_another_catalogue(jtl, tmp_path):
    file = tmp_path / "catalogue.json"
    file.write_text(json.dumps(CATALOGUE), "utf-8")
    caller = jtl("jtl.catalogue=" + str(file))
    caller.place(CompanyId=3, CustomerId=8)
    (line,) = caller.add(1001, {"ItemId": 5, "Quantity": 1}).json()
    assert (line["SKU"], line["SalesPriceGross"]) == ("SHIRT", 12)
    assert caller.found() == [1001]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "JSONDecodeError: "),
        ("[]", "TypeError: "),
        ('{"Items": []}', "KeyError: 'Customers'"),
        (json.dumps({**CATALOGUE, "Customers": [{"Id": 8}]}), "KeyError: 'BillingAddress'"),
        (
            json.dumps({**CATALOGUE, "Items": [{**CATALOGUE["Items"][0], "TaxClassId": 7}]}),
            "LookupError: item 5 has a tax class that does not exist",
        ),
    ],
)
def test_a_file_that_is_no_catalogue(jtl, tmp_path, text, reason):
    file = tmp_path / "catalogue.json"
    file.write_text(text, "utf-8")
    with pytest.raises(SandboxError) as refused:
        jtl(f"jtl.catalogue={file}")
    assert refused.value.message.startswith(f"{file} is no catalogue of JTL's: {reason}")
    assert refused.value.message.endswith(". docs/sandbox.md shows the form.")


def test_a_catalogue_that_is_not_there(jtl, tmp_path):
    with pytest.raises(SandboxError) as refused:
        jtl(f"jtl.catalogue={tmp_path / 'none.json'}")
    assert (
        refused.value.message == f"JTL's catalogue {tmp_path / 'none.json'} cannot be read: No such file or directory."
    )


def documents():
    """The section about JTL in docs/sandbox.md."""
    return (REPOSITORY / "docs" / "sandbox.md").read_text("utf-8").partition("## JTL-Wawi")[2]


def test_the_documents_catalogue_is_one_of_jtl(jtl, tmp_path):
    (text,) = re.findall(r"```json\n(.*?)```", documents(), re.DOTALL)
    file = tmp_path / "catalogue.json"
    file.write_text(text, "utf-8")
    caller = jtl(f"jtl.catalogue={file}")
    caller.place(CustomerId=1)
    assert caller.add(1001, {"ItemId": 2, "Quantity": 1}).json()[0]["SalesPriceGross"] == 23.8
    assert caller.add(1001, {"ItemId": 1, "Quantity": 1}).status_code == 400  # the parent


def test_the_documents_have_every_switch():
    text = documents()
    for name, one in named_switches(JtlSwitches).items():
        others = "".join(f", `{choice}`" for choice in one.metadata.get("choices", ())[1:])
        assert f"| `{name}` | **`{one.default}`**{others} | {one.metadata['why']} |" in text


def test_many_callers_at_once(erp):
    errors = []

    def one(n):
        try:
            id_ = erp.place(ExternalNumber=f"R{n % 5}")["Id"]
            assert erp.add(id_, SHIRT, {"Name": str(n), "Quantity": 1}).status_code == 201
        except BaseException as error:  # noqa: BLE001 - told to the test's own thread
            errors.append(error)

    threads = [threading.Thread(target=one, args=(n,)) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    records = erp.taken
    assert [one["id"] for one in records] == list(range(1001, 1021))
    assert len({one["orderNumber"] for one in records}) == 20
    assert {len(one["lines"]) for one in records} == {2}
    assert sorted(line["Id"] for one in records for line in one["lines"]) == list(range(50001, 50041))
    assert len(erp.found("externalOrderNumber=R1")) == 4
