"""The calls about designs and logos, the catalogue they show, and what an order costs."""

from __future__ import annotations

import base64
import json
import re
import struct
import zlib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from roster_import.sandbox import SandboxError, SandboxOptions, start
from roster_import.sandbox.fault_kinds import KINDS
from roster_import.sandbox.kitmaker.catalogue import load_catalogue
from roster_import.sandbox.options import switches

OWN = load_catalogue(None)
DOCS = (Path(__file__).parents[2] / "docs" / "sandbox.md").read_text("utf-8")


def assert_png(text: str) -> None:
    """Whether the base64 text is a whole PNG, its checksums right."""
    content = base64.b64decode(text, validate=True)
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    at, kinds = 8, []
    while at < len(content):
        (size,) = struct.unpack(">I", content[at : at + 4])
        chunk, check = content[at + 4 : at + 8 + size], content[at + 8 + size : at + 12 + size]
        assert zlib.crc32(chunk) == struct.unpack(">I", check)[0]
        kinds.append(chunk[:4])
        at += 12 + size
    assert kinds == [b"IHDR", b"IDAT", b"IEND"]


# ------------------------------------------------------------------------------------------------------ designs


def test_a_design(caller):
    answer = caller.call("GET", "/api/design/298791")
    design = answer.json()
    assert list(design) == [
        "designId",
        "designItemNo",
        "title",
        "manufacturerId",
        "styleId",
        "heatingCode",
        "isEditable",
        "designLogos",
    ]
    assert (design["designItemNo"], design["title"]) == ("MUL327187", "Away kit")
    assert design["designLogos"][1] == {
        "logoId": 494680,
        "logoItemNo": 1019142,
        "view": "BACK",
        "viewId": 4257,
        "xCoordinate": 300.0,
        "yCoordinate": 120.25,
        "angleRads": 0.0,
    }


def test_a_placeholder_placed_twice_and_another_beside_it(caller):
    placed = caller.call("GET", "/api/design/300100").json()["designLogos"]
    assert [(one["logoId"], one["view"]) for one in placed] == [
        (100113, "FRONT"),
        (601001, "FRONT"),
        (601001, "BACK"),
        (601002, "SHORTS"),
        (601003, "BACK"),
    ]
    types = [caller.call("GET", f"/api/logo/{id_}").json()["logoType"] for id_ in (601001, 601002, 601003)]
    assert types == ["NumberLogo", "NumberLogo", "NameLogo"]


def test_a_draft_has_no_item_number(caller):
    assert caller.call("GET", "/api/design/300900").json()["designItemNo"] is None
    logo = caller.call("GET", "/api/logo/100150").json()
    assert (logo["logoItemNo"], logo["status"]) == (None, "Draft")


@pytest.mark.parametrize("path", ["design/1", "design/305000", "logo/1", "logo/100190"])
def test_what_is_not_there_or_not_the_callers(caller, path):
    kind, id_ = path.split("/")
    answer = caller.call("GET", f"/api/{path}")
    assert (answer.status_code, answer.json()["message"]) == (404, f"{kind.capitalize()} {id_} was not found")


def test_what_belongs_to_a_child_is_the_callers_too(caller, small):
    assert caller.call("GET", "/api/design/320300").json()["title"] == "Academy kit"
    small["designs"] = [{"designMul": "MUL332300", "instances": [{"size": "140", "quantity": 1}]}]
    assert caller.place({**small, "organizationId": 56789}).status_code == 202


def test_pictures_of_a_design(caller):
    thumbnail = caller.call("POST", "/api/design/298791/thumbnail").json()
    views = caller.call("POST", "/api/design/298791/view").json()
    assert (list(thumbnail), list(views)) == (["designId", "base64"], ["designId", "views"])
    assert [one["view"] for one in views["views"]] == ["FRONT", "BACK"]
    for picture in (thumbnail, *views["views"]):
        assert_png(picture["base64"])


def test_clones_are_drafts(caller, small):
    placed = {"view": "FRONT", "logoId": 100160, "xCoordinate": 1.5, "yCoordinate": 2.5}
    variations = [{"title": "One", "designLogos": [placed]}, {"title": "Two", "designLogos": []}]
    clones = caller.call("POST", "/api/design/299571/clone", json={"variations": variations}).json()
    assert [(one["designId"], one["designItemNo"], one["title"]) for one in clones] == [
        (700001, None, "One"),
        (700002, None, "Two"),
    ]
    assert clones[0]["designLogos"] == [{"logoItemNo": 151160, **placed, "angleRads": 0.0}]
    assert clones[1]["designLogos"] == []
    assert caller.call("GET", "/api/design/700001").json() == clones[0]
    small["designs"][0]["designId"] = 700001
    assert caller.place(small).json()["message"] == "designs[0].designId 700001 is not finalized"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "variations must have at least one entry"),
        ({"variations": [{"designLogos": []}]}, "variations[0].title is required"),
        (
            {"variations": [{"title": "X", "designLogos": [{"logoId": 1, "view": "FRONT", "xCoordinate": 1.0}]}]},
            "variations[0].designLogos[0].logoId was not found; variations[0].designLogos[0].yCoordinate is required",
        ),
    ],
)
def test_clones_that_are_refused(caller, body, message):
    answer = caller.call("POST", "/api/design/299571/clone", json=body)
    assert (answer.status_code, answer.json()["message"]) == (400, message)


# -------------------------------------------------------------------------------------------------------- logos


def test_a_logo(caller):
    logo = caller.call("GET", "/api/logo/100113").json()
    assert list(logo)[:9] == [
        "logoId",
        "logoItemNo",
        "title",
        "widthInMM",
        "HeightInMM",
        "logoType",
        "transferMethodKey",
        "colors",
        "status",
    ]
    assert (logo["logoItemNo"], logo["title"], logo["storageCount"]) == (151107, "Club Crest", 25)
    assert logo["prices"][1] == {"minQuantity": 10, "unitPrice": 18.5, "currency": "DKK"}
    assert logo["additionalFees"][0]["type"] == "startup"
    assert logo["colors"][0] == {"ID": "HVID", "Name": "White", "Red": 255, "Green": 255, "Blue": 255}
    assert_png(logo["LowResBase64"])


def test_pages_of_logos(caller):
    first = caller.call("GET", "/api/logos").json()
    assert list(first) == ["items", "page", "pageSize", "totalCount", "totalPages"]
    assert (len(first["items"]), first["page"], first["pageSize"]) == (12, 1, 12)
    assert (first["totalCount"], first["totalPages"]) == (17, 2)
    second = caller.call("GET", "/api/logos?page=2").json()
    ids = [one["logoId"] for one in first["items"] + second["items"]]
    assert ids == [id_ for id_ in OWN.logos if id_ != 100190]
    assert caller.call("GET", "/api/logos?page=3").json()["items"] == []
    assert not {"prices", "additionalFees"} & first["items"][0].keys()


def test_more_logos_per_page_than_there_may_be(caller):
    page = caller.call("GET", "/api/logos?limit=1000").json()
    assert (page["pageSize"], len(page["items"])) == (25, 17)


def test_logos_found_by_title(caller):
    found = caller.call("GET", "/api/logos", params={"search": "SPONSOR n"}).json()["items"]
    assert [one["title"] for one in found] == ["Sponsor Nordby Bank"]


@pytest.mark.parametrize("query", ["page=0", "page=x", "limit=-1", "limit=99999999999", "page=٣"])
def test_pages_that_are_none(caller, query):
    answer = caller.call("GET", f"/api/logos?{query}")
    name = query.partition("=")[0]
    assert (answer.status_code, answer.json()["message"]) == (400, f"{name} must be a whole number above 0")


def test_an_uploaded_logo_is_a_draft(caller, small):
    answer = caller.call(
        "POST",
        "/api/logo/upload",
        data={"title": "Bæk & Sønner", "organizationId": "56789"},
        files={"File": ("new.png", b"\x89PNG\r\n\x00\xff", "image/png")},
    )
    logo = answer.json()
    assert (answer.status_code, logo["logoId"], logo["logoItemNo"]) == (200, 700001, None)
    assert (logo["title"], logo["status"]) == ("Bæk & Sønner", "Draft")
    assert base64.b64decode(logo["LowResBase64"]) == b"\x89PNG\r\n\x00\xff"
    assert caller.call("GET", "/api/logo/700001").json() == logo
    assert caller.call("GET", "/api/logos?page=2").json()["items"][-1]["logoId"] == 700001
    small["logos"] = [{"logoId": 700001, "quantity": 1}]
    assert caller.place(small).json()["message"] == "logos[0].logoId 700001 is not finalized"


@pytest.mark.parametrize(
    ("sent", "status", "message"),
    [
        ({"json": {"title": "x"}}, 400, "File and title are required"),
        ({"data": {"title": "x"}, "files": {"Other": b"x"}}, 400, "File and title are required"),
        ({"files": {"File": b"x"}}, 400, "File and title are required"),
        ({"data": {"title": "x", "organizationId": "1"}, "files": {"File": b"x"}}, 403, "Organization 1 is not yours"),
    ],
)
def test_uploads_that_are_refused(caller, sent, status, message):
    answer = caller.call("POST", "/api/logo/upload", **sent)
    assert (answer.status_code, answer.json()["message"]) == (status, message)


# ------------------------------------------------------------------------------------------- the catalogue itself


def test_the_catalogue_agrees_with_itself():
    for design in OWN.designs.values():
        assert design.heating in OWN.heating
        for placed in design.document["designLogos"]:
            assert OWN.logos[placed["logoId"]].document["logoItemNo"] == placed["logoItemNo"]
    codes = [one.mul for one in OWN.designs.values()] + [one.sku for one in OWN.logos.values()]
    assert len([code for code in codes if code]) == len({code for code in codes if code})


def test_the_whole_catalogue_is_documented():
    rows = [line for line in DOCS.splitlines() if line.startswith("| ")]
    for one in (*OWN.designs.values(), *OWN.logos.values()):
        code = getattr(one, "mul", None) or getattr(one, "sku", None) or "none: a draft"
        row = next(row for row in rows if row.startswith(f"| {one.id} "))
        assert f"| {code} | {one.title} |" in row
    for design in OWN.designs.values():
        row = next(row for row in rows if row.startswith(f"| {design.id} "))
        assert f"| {design.price:.2f} |" in row
    for organization in OWN.parents:
        assert f"| {organization} " in DOCS


def test_every_switch_is_documented():
    for name, one in switches().items():
        default = one.default
        choices = one.metadata.get("choices", (f"{default}",))
        first, *others = (f"`{choice}`" for choice in choices)
        row = f"| `{name}` | {', '.join([f'**{first}**', *others])} | {one.metadata['why']} |"
        assert row in DOCS


def test_every_fault_is_documented():
    for name, kind in KINDS.items():
        default = f"`{kind.default}`" if kind.default else ""
        assert f"| `{name}` | {default} | {kind.why} |" in DOCS


def test_the_documents_python_runs(capsys):
    for code in re.findall(r"```python\n(.*?)```", DOCS, re.DOTALL):
        exec(code, {})
        assert capsys.readouterr().out.startswith("http://127.0.0.1:")


def test_the_documents_catalogue_is_one(tmp_path):
    text, *_ = re.findall(r"```json\n(.*?)```", DOCS, re.DOTALL)  # the first is KitMaker's
    path = tmp_path / "catalogue.json"
    path.write_text(text, "utf-8")
    catalogue = load_catalogue(path)
    assert ([*catalogue.designs], [*catalogue.logos], [*catalogue.parents]) == ([1], [2], [12345, 56789])


def test_another_catalogue(sandbox, small, tmp_path):
    path = tmp_path / "catalogue.json"
    path.write_text(
        json.dumps(
            {
                "designs": [{"designId": 1, "designItemNo": "MUL1", "title": "Only kit", "price": 100}],
                "logos": [],
                "organizations": [],
            }
        ),
        "utf-8",
    )
    small["designs"] = [{"designMul": "MUL1", "instances": [{"size": "any", "quantity": 2, "name": "Bo"}]}]
    order = sandbox(catalogue=path).confirmed(small)["order"]
    assert (order["designs"][0]["designTitle"], order["subTotal"]) == ("Only kit", 200.0)
    assert order["designs"][0]["instances"] == [{"size": "any", "quantity": 2}]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{}", "KeyError: 'designs'"),
        ("{", "JSONDecodeError: "),
        ("[]", "TypeError: "),
        ('{"designs": [{"designId": 1}], "logos": []}', "KeyError: 'title'"),
        ('{"designs": [], "logos": [{"logoId": 1, "title": "x"}]}', "KeyError: 'logoType'"),
        ('{"designs": [{"designId": 1, "title": "x", "price": "much"}], "logos": []}', "InvalidOperation: "),
    ],
)
def test_what_is_no_catalogue(tmp_path, text, reason):
    path = tmp_path / "catalogue.json"
    path.write_text(text, "utf-8")
    with pytest.raises(SandboxError) as raised:
        start(SandboxOptions(catalogue=path))
    assert raised.value.message.startswith(f"{path} is no catalogue of the sandbox: {reason}")
    assert raised.value.message.endswith(". docs/sandbox.md shows the form.")


def test_a_catalogue_that_is_not_there(tmp_path):
    path = tmp_path / "nothing.json"
    with pytest.raises(SandboxError) as raised:
        start(SandboxOptions(catalogue=path))
    assert raised.value.message == f"The sandbox's catalogue {path} cannot be read: No such file or directory."


# ------------------------------------------------------------------------------------------------------- prices

HEATING = Decimal("8.75")


def ordered(caller: Any, body: Any, designs: Any = (), logos: Any = ()) -> tuple[Any, Any, Any]:
    """What these designs and logos cost together."""
    order = caller.confirmed({**body, "designs": list(designs), "logos": list(logos)})["order"]
    return order["subTotal"], order["vat"], order["total"]


def test_a_design_costs_its_price_and_its_heating_fee(caller, small):
    piece = {"size": "M", "quantity": 3}
    (sub_total, vat, total) = ordered(caller, small, [{"designId": 299571, "instances": [piece]}])
    assert (sub_total, vat, total) == (413.25, 103.31, 516.56)
    assert Decimal(str(sub_total)) == 3 * (129 + HEATING)


@pytest.mark.parametrize(
    ("quantity", "storage", "sub_total"),
    [
        (9, 0, 9 * 25 + 45),
        (10, 0, 10 * 18.5 + 45),
        (9, 1, 10 * 18.5 + 45),
        (49, 0, 49 * 18.5 + 45),
        (50, 0, 50 * 14 + 45),
    ],
)
def test_a_logo_costs_its_tier_and_its_startup_fee(caller, small, quantity, storage, sub_total):
    logo = {"logoId": 100113, "quantity": quantity, "storageQuantity": storage}
    assert ordered(caller, small, logos=[logo])[0] == sub_total


def test_a_logo_ordered_twice_is_one_quantity_with_one_startup_fee(caller, small):
    logo = {"logoId": 100113, "quantity": 5}
    assert ordered(caller, small, logos=[logo, logo])[0] == 10 * 18.5 + 45


def test_other_fees_are_multiplied(caller, small):
    logo = {"logoId": 100120, "quantity": 1}
    assert ordered(caller, small, logos=[logo])[0] == 25 + 45 + 3 * 100


def test_a_number_logo_costs_by_the_single_digit(caller, small):
    digits = [{"digit": "10", "quantity": 2}, {"digit": "7", "quantity": 1, "storageQuantity": 1}]
    assert ordered(caller, small, logos=[{"logoId": 494679, "digits": digits}])[0] == 71.13  # 6 × 9.355 + 15


def test_half_a_cent_is_rounded_up(caller, small):
    digits = [{"digit": "1", "quantity": 1}]
    assert ordered(caller, small, logos=[{"logoId": 494679, "digits": digits}]) == (24.36, 6.09, 30.44)
