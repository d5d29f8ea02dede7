"""docs/kitmaker.md beside the program: every documented field is in the table, and the table says what is true."""

from __future__ import annotations

import copy
import json
import re

import pytest

from roster_import.model.request import Reply
from roster_import.targets import Sending
from roster_import.targets.kitmaker import KitMaker
from roster_import.targets.kitmaker import catalogue as catalogue
from tests.conftest import ORDER, REPOSITORY, connected
from tests.worked_example import BODY, build

DOCUMENT = (REPOSITORY / "docs" / "kitmaker.md").read_text(encoding="utf-8")

# KitMaker › Place an order › Body.
REQUEST = """
organizationId reference comment originOfDelivery email contactName deliveryAddress.name deliveryAddress.address
deliveryAddress.zip deliveryAddress.city deliveryAddress.country deliveryAddress.contactPerson designs[].designId
designs[].designMul designs[].instances[].size designs[].instances[].quantity designs[].instances[].name
designs[].instances[].number designs[].instances[].logoValues[].logoId designs[].instances[].logoValues[].value logos[].logoId
logos[].logoSku logos[].quantity logos[].storageQuantity logos[].value logos[].digits[].digit logos[].digits[].quantity
logos[].digits[].storageQuantity
"""

# KitMaker › Retrieve an order, Order object: the vendor's own example.
STATUS = {
    "id": 4711,
    "status": "Completed",
    "orderNumber": "20002502",
    "order": {
        "orderNumber": "20002502",
        "placedAtUtc": "2026-05-05T13:14:30Z",
        "latestDeliveryDate": "2026-05-13T00:00:00",
        **{name: BODY[name] for name in ("reference", "comment", "originOfDelivery", "deliveryAddress")},
        "currency": "DKK",
        "subTotal": 2817.03,
        "vat": 704.26,
        "vatRate": 25.0,
        "total": 3521.28,
        "designs": [
            {
                "designId": 298791,
                "designMul": "MUL327187",
                "designTitle": "Away kit",
                "instances": [{"size": "M", "quantity": 5, "name": "Smith", "number": "10"}],
            }
        ],
        "logos": [
            {"logoId": 494679, "logoSku": "1019141", "logoTitle": "Number transfer", "quantity": 5, "value": "1"},
        ],
    },
}
FAILED = {"id": 4711, "status": "Failed", "orderNumber": "20002502", "errorMessage": "No such size"}
# KitMaker › Design object, Logo object.
DESIGN = {
    "designId": 54321,
    "designItemNo": "MUL123456",
    "title": "My Custom Design",
    "manufacturerId": 10,
    "styleId": 31930,
    "heatingCode": "98",
    "isEditable": True,
    "designLogos": [
        {
            "logoId": 514686,
            "logoItemNo": 456789,
            "view": "FRONT",
            "viewId": 4256,
            "xCoordinate": 422.23,
            "yCoordinate": 422.33,
            "angleRads": 0.5,
        }
    ],
}
LOGO = {
    "logoId": 123456,
    "logoItemNo": 987654,
    "title": "New Logo",
    "widthInMM": 100,
    "HeightInMM": 50,
    "logoType": "TRANSFER",
    "transferMethodKey": "VAND SPORT",
    "colors": [{"ID": "HVID", "Name": "White", "Red": 255, "Green": 255, "Blue": 255}],
    "status": "Done",
    "storageCount": 25,
    "LowResBase64": "iVBORw0KGgo=",
    "prices": [{"minQuantity": 1, "unitPrice": 25.0, "currency": "DKK"}],
    "additionalFees": [
        {
            "type": "startup",
            "sku": "X_100",
            "name": "Startup Fee",
            "prices": [{"minQuantity": 1, "unitPrice": 45.0, "currency": "DKK"}],
        }
    ],
}


def table(heading):
    """The first column of the table under a heading of the document, and the second."""
    section = DOCUMENT.split(f"## {heading}\n")[1].split("\n## ")[0].split("\n### ")[0]
    return dict(re.findall(r"^\| `([^`]+)` \| ([^|]*) \|", section, re.MULTILINE))


def paths(value, path=""):
    if isinstance(value, dict):
        return {found for name, inner in value.items() for found in paths(inner, f"{path}.{name}" if path else name)}
    if isinstance(value, list):
        return {found for inner in value for found in paths(inner, f"{path}[]")}
    return {path}


def without(document, path):
    """The document with one field taken out everywhere."""
    document = copy.deepcopy(document)
    *steps, last = path.split(".")
    holders = [document]
    for step in steps:
        inner = [holder[step.removesuffix("[]")] for holder in holders]
        holders = [one for found in inner for one in (found if step.endswith("[]") else [found])]
    for holder in holders:
        holder.pop(last, None)
    return document


# -------------------------------------------------------------------------------------------------------- what is sent


def test_the_worked_example_as_a_club_would_write_it_is_the_vendors_body(tmp_path, sandbox):
    desk = connected(tmp_path, sandbox.url, ROSTER_IMPORT_OFFLINE="0")
    build(tmp_path / "club.xlsx")
    run = desk.quick("--json", "club.xlsx")
    (taken,) = sandbox.orders()
    assert taken["body"] == BODY
    assert (run.status, run.file["orders"][0]["total"]) == (0, "3521.28")
    assert [one for one in run.file["problems"] if one["level"] == "error"] == []


def test_every_documented_field_of_the_request_has_a_row():
    assert set(table("What is sent")) == set(REQUEST.split())


def test_every_field_can_be_sent_from_the_sheets(desk, sandbox):
    rows = (
        ("Ann", "Ann", "07", "M", 2, "300100", "Name transfer; 100160", 3, "8"),
        ("Bo", "Bo", "7", "L", 1, "MUL327187", "sku:1019141", 1, ""),
    )
    headings = ("Player", "Name", "Number", "Size", "Quantity", "Design", "Logo", "Storage quantity", "Logo 601002")
    kinds = (
        ("Title", "Kind", "ID", "Code", "Type"),
        ("Name transfer", "logo", 494680, "", "NameLogo"),
        ("Numbers", "logo", "", "1019141", "NumberLogo"),
    )
    desk.build(rows=rows, headings=headings, catalogue=kinds, order={**ORDER, "Organization ID": "56789"})
    assert desk.quick("club.xlsx").status == 0
    (taken,) = sandbox.orders()
    assert paths(taken["body"]) == set(table("What is sent"))


def test_every_detail_can_come_from_the_settings(desk, sandbox):
    (desk.folder / "roster-import.toml").write_text(
        '[order]\nreference = "PO-7"\ncomment = "c"\norigin_of_delivery = "o"\nemail = "a@b.dk"\ncontact_name = "n"\n'
        'organization_id = 56789\n[delivery]\nname = "Club"\naddress = "Road 1"\nzip = "8800"\ncity = "Viborg"\n'
        'country = "Danmark"\ncontact_person = "p"\n',
        encoding="utf-8",
    )
    desk.build(order=None)
    assert desk.quick("club.xlsx").status == 0
    body = sandbox.orders()[0]["body"]
    said = {path for path in table("What is sent") if not path.startswith(("designs", "logos"))}
    assert {path for path in paths(body) if not path.startswith(("designs", "logos"))} == said


def test_every_label_and_setting_in_the_table_is_one():
    from roster_import.model.setting import DELIVERY_KEYS, ORDER_KEYS
    from roster_import.model.sheets import LOGOS, ORDER, ROSTER

    section = DOCUMENT.split("## What is sent\n")[1].split("\n### ")[0]
    labels = {kind.name: {column.heading for column in kind.columns} for kind in (ORDER, ROSTER, LOGOS)}
    for sheet, label in re.findall(r"\b(Order|Roster|Logos): ([A-Z][a-z]+(?: [a-z]+| ID)*)", section):
        assert label in labels[sheet] or label == "Logo", (sheet, label)
    for name, key in re.findall(r"`\[(order|delivery)\] (\w+)`", section):
        assert key in {"order": ORDER_KEYS, "delivery": DELIVERY_KEYS}[name]


# --------------------------------------------------------------------------------------------------------- what is read


def progress(document):
    talk = KitMaker({}).following(Sending(body="", key="", tracking_id="4711"))
    ask = next(talk)
    try:
        return ask.read(Reply(code=200, text=json.dumps(document)))
    except Exception as error:  # noqa: BLE001 - what cannot be read differs from what can
        return repr(error)


def test_every_documented_field_of_an_order_has_a_row():
    assert set(table("What is read of an order")) == paths(STATUS) | paths(FAILED)


@pytest.mark.parametrize(("path", "read"), table("What is read of an order").items())
def test_a_field_of_an_order_is_read_where_the_table_says_so(path, read):
    document = FAILED if path == "errorMessage" else STATUS
    # An answer without its id is about the order that was asked for; with another's, it is none.
    other = {**document, "id": 9} if path == "id" else without(document, path)
    assert (progress(other) != progress(document)) == (read == "yes")


def everything(document):
    """All that is made of the document of a design or logo; what cannot be read differs from what can."""
    reply = Reply(code=200, text=json.dumps(document))
    reader = catalogue.design if "designLogos" in document else catalogue.logo
    try:
        return reader(reply), catalogue.picture(reply)
    except Exception as error:  # noqa: BLE001
        return repr(error)


def test_every_documented_field_of_designs_and_logos_has_a_row():
    assert set(table("What is read of designs and logos")) == paths(DESIGN) | paths(LOGO)


@pytest.mark.parametrize(("path", "read"), table("What is read of designs and logos").items())
def test_a_field_of_a_design_or_logo_is_read_where_the_table_says_so(path, read):
    fallback = copy.deepcopy(LOGO)
    fallback["colors"][0].pop("Name")  # the ID is shown where there is no name
    document = fallback if path == "colors[].ID" else DESIGN if path in paths(DESIGN) else LOGO
    assert (everything(without(document, path)) != everything(document)) == (read == "yes")


def test_the_calls_of_the_document_are_the_calls_of_the_program():
    section = DOCUMENT.split("## Calls\n")[1].split("\nNever called")[0]
    named = {
        re.sub(r"\{\w+\}", "1", call).split("?")[0] for call in re.findall(r"^\| `\w+ ([^`]+)`", section, re.MULTILINE)
    }
    kitmaker = KitMaker({})
    sending = Sending(body="{}", key="k", tracking_id="1")
    asked = [next(kitmaker.placing(sending)).request, next(kitmaker.following(sending)).request, *kitmaker.probes()]
    asked += [
        catalogue.design_request(1),
        catalogue.logo_request(1),
        catalogue.logos_request(1),
        catalogue.picture_request(1),
    ]
    assert {request.path.split("?")[0] for request in asked} == named
