"""The main job: a filled workbook becomes a placed order and a results workbook."""

from __future__ import annotations

import shutil
from datetime import datetime

from openpyxl import load_workbook

from tests.conftest import CATALOGUE, EXAMPLE_LOGOS, EXAMPLE_ROWS, HEADINGS, ORDER
from tests.worked_example import BODY


def test_the_vendors_worked_example_is_sent_field_by_field_and_answered(desk, sandbox):
    club = desk.build(logos=EXAMPLE_LOGOS)
    before = club.read_bytes()

    run = desk.quick("--json", "club.xlsx")

    (taken,) = sandbox.orders()
    assert taken["body"] == BODY
    assert list(taken["body"]) == list(BODY)
    assert run.status == 0
    file = run.file
    assert (file["path"], file["status"], file["results"]) == ("club.xlsx", "placed", "club.results.xlsx")
    assert [(problem["level"], problem["code"], problem["cell"]) for problem in file["problems"]] == [
        ("warning", "identical-shirts", "E5"),
        ("warning", "identical-shirts", "E6"),
    ]
    (order,) = file["orders"]
    assert order["idempotencyKey"] == taken["idempotencyKey"]
    expected = {
        "reference": "PO-2026-0042",
        "target": "kitmaker",
        "status": "completed",
        "trackingId": "4711",
        "orderNumber": "20002502",
        "currency": "DKK",
        "subTotal": "2817.03",
        "vat": "704.26",
        "vatRate": "25.0",
        "total": "3521.28",
        "pieces": 19,
        "looseLogos": 23,
        "differences": [],
        "error": None,
    }
    assert {name: order[name] for name in expected} == expected
    assert club.read_bytes() == before, "the user's file is never touched"


def test_what_was_understood_stands_in_the_json(desk):
    desk.build()
    (understood,) = desk.quick("check", "--json", "club.xlsx").file["understood"]
    assert (understood["sheet"], understood["headingRow"]) == ("Roster", 1)
    meanings = {column["column"]: (column["heading"], column["meaning"]) for column in understood["columns"]}
    assert meanings["A"] == ("Player", "player")
    assert meanings["C"] == ("Number", "number")
    assert meanings["H"] == ("Storage quantity", "storage-quantity")


def test_the_results_workbook_says_what_became_of_order_lines_and_rows(desk):
    desk.build(logos=EXAMPLE_LOGOS)
    assert desk.quick("club.xlsx").status == 0

    book = load_workbook(desk.folder / "club.results.xlsx")
    assert book.sheetnames == ["Order", "Roster", "Logos", "Catalogue", "Summary", "Results", "Lines"]
    headings, values = ([cell.value for cell in row] for row in book["Results"].iter_rows())
    result = dict(zip(headings, values, strict=True))
    assert isinstance(result.pop("Placed at"), datetime)
    assert isinstance(result.pop("Delivery date"), datetime)
    assert result == {
        "Reference": "PO-2026-0042",
        "Order number": "20002502",
        "Tracking ID": "4711",
        "Status": "completed",
        "Currency": "DKK",
        "Sub total": 2817.03,
        "VAT": 704.26,
        "VAT rate": 25.0,
        "Total": 3521.28,
        "Pieces": 19,
        "Message": None,
    }
    lines = [[cell.value for cell in row] for row in book["Lines"].iter_rows()]
    assert lines[4] == [
        "PO-2026-0042", "Roster", "5", "Smith", "Away kit", "M", "Smith", "10", 5, None, "M", "Smith", "10", 5, None,
    ]  # fmt: skip
    assert lines[7] == [
        "PO-2026-0042", "Logos", "3", None, "Number transfer", None, None, "1", 5, None, None, None, "1", 5, None,
    ]  # fmt: skip
    roster = [[cell.value for cell in row] for row in book["Roster"].iter_rows()]
    assert roster[0][9:] == ["Order number", "Order status", "Message"]
    assert roster[1][9:] == ["20002502", "completed", None]
    assert [row[: len(HEADINGS)] for row in roster[4:5]] == [
        ["Smith", "Smith", "10", "M", 5, "Away kit", None, None, None]
    ]


def test_the_same_file_again_renamed_resaved_and_its_own_results_are_already_placed(desk, sandbox):
    club = desk.build()
    assert desk.quick("club.xlsx").status == 0
    shutil.copy(club, desk.folder / "renamed.xlsx")
    load_workbook(club).save(desk.folder / "resaved.xlsx")

    for name in ("club.xlsx", "renamed.xlsx", "resaved.xlsx", "club.results.xlsx"):
        run = desk.quick("--json", name)
        assert (run.status, run.file["status"]) == (0, "already-placed"), name
        assert run.file["orders"][0]["orderNumber"] == "20002502"
    assert len(sandbox.orders()) == 1


def test_rows_in_another_order_are_the_same_order(desk, sandbox):
    desk.build()
    desk.build("sorted.xlsx", tuple(reversed(EXAMPLE_ROWS)))
    assert desk.quick("club.xlsx").status == 0
    assert desk.quick("--json", "sorted.xlsx").file["status"] == "already-placed"
    assert len(sandbox.orders()) == 1


def test_a_changed_file_under_a_used_reference_is_stopped_with_the_difference(desk, sandbox):
    desk.build()
    assert desk.quick("club.xlsx").status == 0
    desk.build("changed.xlsx", (*EXAMPLE_ROWS[:4], ("Jones", "Jones", "28", "L", 7, "Away kit")))

    run = desk.quick("--json", "changed.xlsx")

    assert (run.status, run.file["status"], run.file["orders"]) == (1, "problems", [])
    (problem,) = run.problems
    assert problem["code"] == "reference-used"
    assert "+7 × Away kit L Jones 28; −7 × Away kit L Jones 27." in problem["message"]
    assert problem["message"].startswith("Reference PO-2026-0042 was already used for another order (20002502, ")
    assert len(sandbox.orders()) == 1


def test_new_order_orders_the_same_again_under_a_new_key(desk, sandbox):
    desk.build()
    first = desk.quick("--json", "club.xlsx").file["orders"][0]
    second = desk.quick("--json", "--new-order", "club.xlsx").file["orders"][0]
    assert first["idempotencyKey"] != second["idempotencyKey"]
    assert [order["body"] for order in sandbox.orders()] == [sandbox.orders()[0]["body"]] * 2


def test_several_orders_in_one_file_by_reference(desk, sandbox):
    labels = list(ORDER)
    rows = [labels, list(ORDER.values()), ["PO-43", *list(ORDER.values())[1:]]]
    roster = (
        ("A", "A", "1", "M", 1, "Away kit", "", "", "PO-2026-0042"),
        ("B", "B", "2", "L", 2, "Away kit", "", "", "PO-43"),
    )
    desk.build(rows=roster, order=rows)
    run = desk.quick("--json", "club.xlsx")
    assert run.status == 0
    assert {order["body"]["reference"]: order["body"]["designs"][0]["instances"] for order in sandbox.orders()} == {
        "PO-2026-0042": [{"size": "M", "quantity": 1, "name": "A", "number": "1"}],
        "PO-43": [{"size": "L", "quantity": 2, "name": "B", "number": "2"}],
    }
    assert [order["reference"] for order in run.file["orders"]] == ["PO-2026-0042", "PO-43"]


def test_options_stand_before_or_after_the_file(desk):
    desk.build()
    assert desk.quick("--dry-run", "--json", "club.xlsx").file["status"] == "checked"
    assert desk.quick("club.xlsx", "--dry-run", "--json").file["status"] == "checked"
    assert desk.quick("--json", "check", "club.xlsx").file["status"] == "checked"


def test_a_check_and_a_dry_run_send_nothing_and_make_no_ledger(desk, sandbox):
    desk.build()
    for args in (("check", "club.xlsx"), ("--dry-run", "club.xlsx")):
        run = desk.quick("--json", *args)
        (order,) = run.file["orders"]
        assert (run.status, run.file["status"], order["status"]) == (0, "checked", "planned")
    assert sandbox.requests() == []
    assert not (desk.folder / "ledger.sqlite3").exists()


def test_check_says_what_was_already_placed(desk):
    desk.build()
    desk.quick("club.xlsx")
    (order,) = desk.quick("check", "--json", "club.xlsx").file["orders"]
    assert (order["status"], order["orderNumber"]) == ("completed", "20002502")


def test_a_name_the_design_has_no_place_for_is_a_difference_on_its_row(desk):
    desk.build(rows=(("Smith", "Smith", "10", "M", 1, "Home kit"), ("", "", "", "L", 2, "Home kit")))

    run = desk.quick("--json", "club.xlsx")

    (order,) = run.file["orders"]
    assert (run.status, run.file["status"], order["status"]) == (3, "placed", "completed")
    assert order["differences"] == [
        {
            "what": what,
            "sent": sent,
            "confirmed": None,
            "rows": [{"sheet": "Roster", "row": 2}],
            "message": f"Home kit: the {what} {sent} of 1 × M Smith 10 is not in the confirmed order.",
        }
        for what, sent in (("name", "Smith"), ("number", "10"))
    ]
    book = load_workbook(desk.folder / "club.results.xlsx")
    assert book["Roster"]["L2"].value == "\n".join(one["message"] for one in order["differences"])
    assert book["Roster"]["L3"].value is None
    assert "club.xlsx: already placed, nothing was ordered again, but 2 differences" in desk.quick("club.xlsx").out


def test_a_failed_order_is_reported_and_only_ordered_again_when_asked(desk, sandbox):
    desk.build(order={**ORDER, "Reference": "PO [fail]"})
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["status"], run.file["orders"][0]["status"]) == (3, "failed", "failed")
    assert run.file["orders"][0]["error"] == "The order could not be placed."
    assert desk.quick("club.xlsx").status == 3
    assert len(sandbox.orders()) == 1
    desk.quick("--new-order", "club.xlsx")
    assert len(sandbox.orders()) == 2


def test_the_organization_is_sent_and_part_of_what_an_order_is(desk, sandbox):
    desk.build(order={**ORDER, "Organization ID": "56789"})
    assert desk.quick("club.xlsx").status == 0
    assert sandbox.orders()[0]["body"]["organizationId"] == 56789
    desk.build("own.xlsx")
    run = desk.quick("--json", "own.xlsx")
    assert run.status == 1
    assert run.problems[0]["message"] == (
        "Reference PO-2026-0042 was already placed for 56789 (20002502), and now it is for your own organization: it "
        "would become a second order. Correct the Organization ID, give the order a reference of its own, or add "
        "--new-order."
    )


def test_output_names_a_file_or_a_folder_and_never_overwrites(desk):
    desk.build()
    (desk.folder / "out").mkdir()
    assert desk.quick("--json", "club.xlsx", "--output", "out").file["results"] == "out/club.results.xlsx"
    (desk.folder / "mine.xlsx").write_bytes(b"something else")
    assert desk.quick("--json", "club.xlsx", "--output", "mine.xlsx").file["results"] == "mine (2).xlsx"
    assert (desk.folder / "mine.xlsx").read_bytes() == b"something else"


def test_the_results_of_a_season_do_not_take_the_place_of_those_of_the_one_before(desk):
    written = []
    for reference in ("2026/27", "2026/28"):
        desk.build(order={**ORDER, "Reference": reference}, rows=EXAMPLE_ROWS[:2])
        written.append(desk.quick("--json", "club.xlsx").file["results"])
    assert len(set(written)) == 2
    (first,) = [load_workbook(desk.folder / path)["Results"]["A2"].value for path in written[:1]]
    assert first == "2026/27"


def test_a_csv_file_carries_the_order_as_columns(desk, sandbox):
    labels, values = list(ORDER), list(ORDER.values())
    lines = [
        ";".join(["Player", "Name", "Number", "Size", "Design", *labels]),
        ";".join(["Anna", "Æble", "07", "M", "298791", *values]),
        ";".join(["Bo None", "None", "7", "L", "MUL327187", *[""] * len(labels)]),
    ]
    (desk.folder / "club.csv").write_text("\r\n".join(lines), encoding="utf-8-sig")

    run = desk.quick("--json", "club.csv", "--reference", "PO-2026-0042")

    assert (run.status, run.problems) == (0, [])
    body = sandbox.orders()[0]["body"]
    assert body["deliveryAddress"] == BODY["deliveryAddress"]
    assert body["designs"][0]["instances"] == [{"size": "M", "quantity": 1, "name": "Æble", "number": "07"}]
    book = load_workbook(desk.folder / "club.results.xlsx")
    assert book.sheetnames == ["club", "Summary", "Results", "Lines"]
    assert book["club"]["C2"].value == "07"


def test_texts_that_look_like_formulas_stay_text(desk):
    desk.build(rows=(('=HYPERLINK("http://x")', "@Smith", "10", "M", 1, "Away kit"),), catalogue=CATALOGUE)
    # openpyxl makes a formula of it when the test writes it; a coach's text cell is what is meant
    book = load_workbook(desk.folder / "club.xlsx")
    book["Roster"]["A2"].data_type = "s"
    book.save(desk.folder / "club.xlsx")
    assert desk.quick("club.xlsx").status == 0
    lines = load_workbook(desk.folder / "club.results.xlsx")["Lines"]
    assert (lines["D2"].value, lines["D2"].data_type) == ('=HYPERLINK("http://x")', "s")
