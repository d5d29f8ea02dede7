"""One example workbook through every order system, each result right in that system's own terms."""

from __future__ import annotations

import shutil

import pytest
from openpyxl import load_workbook

from tests.conftest import REPOSITORY
from tests.drills.systems import SYSTEMS
from tests.targets.systems import desk_for

GARMENTS = [("Away kit", "M", "Lang", "1"), ("Away kit", "L", "Kaya", "07"), ("Away kit", "S", "Björk", "10"),
            ("Away kit", "XL", "Grøn", "12")]  # fmt: skip


def kitmaker(sandbox):
    (order,) = sandbox.orders()
    body = order["body"]
    assert [item["designId"] for item in body["designs"]] == [298791, 299571]
    assert [(one["size"], one["name"], one["number"]) for one in body["designs"][0]["instances"]] == [
        row[1:] for row in GARMENTS
    ]
    assert body["designs"][1]["instances"] == [{"size": "L", "quantity": 3}]
    assert body["logos"] == [
        {"logoId": 494679, "digits": [{"digit": "1", "quantity": 2}, {"digit": "07", "quantity": 2}]},
        {"logoId": 100113, "quantity": 7},
    ]
    assert order["status"] == "Completed"


def dropday(sandbox):
    (order,) = sandbox.orders()
    body = order["body"]
    custom = [one.get("custom", {}) for one in body["products"]]
    assert [
        (one["custom"]["size"], one["custom"]["name"], one["custom"]["number"]) for one in body["products"][:4]
    ] == [row[1:] for row in GARMENTS]
    assert custom[4:] == [
        {"size": "L"},
        {"number": "1", "player": "Mette Lang"},
        {"number": "07", "player": "Ibrahim Kaya"},
        {},
    ]
    total = sum(one["price"] * one["quantity"] for one in body["products"])
    assert body["total"] == pytest.approx(total, abs=0.005)
    assert (order["external_id"], len(order["order"]["order_lines"])) == ("VK-2026-SENIOR", 8)


def jtl(sandbox):
    (order,) = sandbox.orders()
    assert (order["reference"], order["status"]) == ("VK-2026-SENIOR", "Open")
    assert [one["Name"] for one in order["lines"]] == [
        *(f"{design} {size} – {name} {number}" for design, size, name, number in GARMENTS),
        "Home kit L",
        "Number transfer – 1",
        "Number transfer – 07",
        "Club Crest",
    ]
    assert order["lines"][1]["Notice"] == "Size: L; Name: Kaya; Number: 07; Player: Ibrahim Kaya [VK-2026-SENIOR-2/8]"
    assert order["lines"][6]["Notice"] == "Number: 07; Player: Ibrahim Kaya [VK-2026-SENIOR-7/8]"
    assert [float(one["Quantity"]) for one in order["lines"]] == [1, 1, 1, 1, 3, 2, 2, 7]


def jtl_2(sandbox):
    (order,) = sandbox.orders()
    assert (order["reference"], len(order["lines"])) == ("VK-2026-SENIOR", 8)


@pytest.mark.parametrize(
    ("name", "is_right"), [("kitmaker", kitmaker), ("dropday", dropday), ("jtl", jtl), ("jtl-2", jtl_2)]
)
def test_one_example_goes_through_every_order_system(tmp_path, sandbox, name, is_right):
    system = SYSTEMS[name]
    desk = desk_for(tmp_path, sandbox.url, system.target)
    desk.environment |= {**system.environment(tmp_path, sandbox.url), "ROSTER_IMPORT_REQUEST_TIMEOUT": "10"}
    shutil.copy(REPOSITORY / "examples" / "allsystems.xlsx", tmp_path)
    run = desk.quick("--json", "allsystems.xlsx")
    (order,) = run.file["orders"]
    assert (run.status, run.file["problems"], order["status"], order["differences"]) == (0, [], "completed", []), (
        run.out
    )
    assert (order["pieces"], order["target"]) == (7, system.target)
    is_right(sandbox)
    book = load_workbook(tmp_path / "allsystems.results.xlsx")
    headings, row = list(book["Results"].iter_rows(values_only=True))[:2]
    said = dict(zip(headings, row, strict=True))
    assert (said["Reference"], said["Order number"], said["Status"]) == (
        "VK-2026-SENIOR",
        order["orderNumber"],
        "completed",
    )
