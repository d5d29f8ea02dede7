"""Dropday as it is: 200 for what was there before, looked up and compared; paths of a 422 at their cells; test orders."""

from __future__ import annotations

import json

import pytest

from roster_import.sandbox import DropdaySwitches, SandboxOptions, start
from roster_import.targets.amounts import parse_amount
from tests.conftest import CATALOGUE, EXAMPLE_ROWS, HEADINGS, ORDER
from tests.targets.systems import PRICED, TO_DO, desk_for, example, settings


@pytest.fixture
def desk(tmp_path, sandbox):
    return desk_for(tmp_path, sandbox.url, "dropday")


def body(sandbox):
    (sent,) = [one for one in sandbox.requests() if one["method"] == "POST"]
    return json.loads(sent["body"])


def test_the_order_is_the_document_that_dropday_describes(desk, sandbox):
    settings(desk, '[dropday]\nsource = "Jet Sport"\nshipping_cost = "49,50"\nshipping_name = "DHL"\n')
    rows = (("Peter Smith", "Smith", "07", "M", 2, "Away kit", "", "", "", "x"),)
    example(desk, rows=rows, logos=(), headings=(*HEADINGS, "Logo 601001"))
    assert desk.quick("club.xlsx").status == 0
    assert body(sandbox) == {
        "external_id": "PO-2026-0042",
        "source": "Jet Sport",
        "test": False,
        "total": 288.5,
        "shipping_cost": 49.5,
        "shipping": {
            "name": "DHL",
            "cost": 49.5,
            "note": "The clothes should be at Jet Sport by monday – Origin of delivery: Tee Jays Warehouse",
        },
        "email": "vendor@example.com",
        "shipping_address": {
            "first_name": "Peter",
            "last_name": "Smith",
            "company_name": "Football Club ABC",
            "address1": "Stadium Road 1",
            "postcode": "8800",
            "city": "Viborg",
            "country": "DK",
        },
        "products": [
            {
                "external_id": "PO-2026-0042-1",
                "name": "Away kit",
                "reference": "MUL327187",
                "quantity": 2,
                "price": 119.5,
                "custom": {
                    "size": "M",
                    "name": "Smith",
                    "number": "07",
                    "player": "Peter Smith",
                    "logo 601001": "x",
                },
            }
        ],
    }


def test_a_price_column_wins_over_the_catalogue_and_keeps_rows_apart(desk, sandbox):
    rows = [(*row, "", "", "", price) for row, price in zip(EXAMPLE_ROWS[:2], ("10", "kr 12,50"), strict=True)]
    example(
        desk, rows=[*rows, ("", "", "", "M", 3, "Home kit", "", "", "", "11")], headings=(*HEADINGS, "Price"), logos=()
    )
    assert desk.quick("club.xlsx").status == 0
    found = [(one["custom"]["size"], one["quantity"], one["price"]) for one in body(sandbox)["products"]]
    assert found == [("M", 1, 10), ("L", 1, 12.5), ("M", 3, 11)]


def test_what_dropday_cannot_carry_is_said_at_its_cell_and_nothing_is_sent(desk, sandbox):
    rows = (
        ("A", "A", "1", "M", 1, "Home kit", "", "", "", ""),
        ("B", "B", "2", "M", 1, "Home kit", "", "", "", "a lot"),
        ("", "", "", "", 1, "", "Club Crest", 3, "", "5"),
    )
    example(desk, rows=rows, headings=(*HEADINGS, "Price"), catalogue=CATALOGUE, logos=(),
            order={**ORDER, "Organization ID": "7"})  # fmt: skip
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["status"]) == (1, "problems")
    found = [(one["code"], one["sheet"], one["cell"], one["message"]) for one in run.problems]
    assert found == [
        ("organization-not-carried", "Order", "B12",
         "Dropday knows no organizations: the account of the settings is ordered for. Leave it empty."),
        ("price-missing", "Roster", "J2",
         "Home kit has no price, and Dropday takes no order without one. Fill in the Price column, or Price on the "
         "Catalogue sheet."),
        ("price-not-amount", "Roster", "J3", "“a lot” is no price that can be read for sure. Write it such as 12.50; "
         "three decimals may be thousands."),
        ("storage-not-carried", "Roster", "H4",
         "Dropday keeps nothing in storage: the 3 extra Club Crest cannot be ordered this way. Add them to the quantity, or "
         "leave Storage quantity empty."),
    ]  # fmt: skip
    assert sandbox.requests() == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12.5", "12.5"), ("12,50", "12.50"), ("1.234,50", "1234.50"), ("1 234,5", "1234.5"), ("kr 12,50", "12.50"),
        ("€ 9", "9"), ("99,-", "99"), ("149 DKK", "149"), ("1'000", None), ("1.234", None), ("1,234", None),
        ("-5", None), ("10.995", None), ("1234.567", None), ("9.3550", "9.3550"),
        ("12.5.6", None), ("", None), ("٣", None), ("1,234,567.89", "1234567.89"),
    ],
)  # fmt: skip
def test_amounts_as_people_write_them(text, amount):
    from decimal import Decimal

    found = parse_amount(text)
    assert found == (None if amount is None else Decimal(amount)) or (text == "1'000" and found == 1000)


@pytest.mark.every(2)
@pytest.mark.parametrize("reference", ["present", "absent"])
@pytest.mark.parametrize("read", ["plain", "prefixed"])
def test_an_order_that_was_there_before_is_looked_up_and_compared(tmp_path, reference, read):
    """Another machine, without this ledger, sent the same order: it is found, and not made again."""
    switches = DropdaySwitches(replay_reference=reference, read_reference=read)
    with start(SandboxOptions(dropday=switches)) as sandbox:
        for place in ("one", "other"):
            folder = tmp_path / place
            folder.mkdir()
            desk = desk_for(folder, sandbox.url, "dropday")
            example(desk)
            run = desk.quick("--json", "club.xlsx")
            assert (run.status, run.file["orders"][0]["status"], run.file["orders"][0]["differences"]) == (
                0,
                "completed",
                [],
            )
        assert len(sandbox.orders()) == 1


def test_a_price_that_is_kept_to_the_cent_is_no_difference_and_no_other_order(tmp_path):
    """Dropday's documents show money with two decimals; a transfer may cost 9.3555."""
    catalogue = tuple((*row[:7], "9.3555") if row[0] == "Club Crest" else row for row in PRICED)
    with start(SandboxOptions(dropday=DropdaySwitches(read_amounts="text"))) as sandbox:
        for place in ("one", "other"):
            folder = tmp_path / place
            folder.mkdir()
            desk = desk_for(folder, sandbox.url, "dropday")
            example(desk, catalogue=catalogue)
            run = desk.quick("--json", "club.xlsx")
            assert (run.status, run.file["orders"][0]["differences"]) == (0, [])
        assert len(sandbox.orders()) == 1


def test_another_order_of_the_same_name_is_a_conflict_and_not_taken_for_ours(tmp_path, sandbox):
    first = desk_for(tmp_path, sandbox.url, "dropday")
    example(first)
    assert first.quick("club.xlsx").status == 0
    folder = tmp_path / "other"
    folder.mkdir()
    desk = desk_for(folder, sandbox.url, "dropday")
    example(desk, rows=EXAMPLE_ROWS[:4])
    run = desk.quick("--json", "club.xlsx")
    (order,) = run.file["orders"]
    assert (run.status, order["status"]) == (3, "refused")
    assert order["error"] == (
        "Dropday turned the order down: an order PO-2026-0042 exists already and is another: 6 lines were meant, it has 7; "
        "different: PO-2026-0042-5, PO-2026-0042-6, PO-2026-0042-7, total. It knows this key or reference already: an "
        "order of that name may stand there. Look at it there first. If it is another, give this order a reference "
        "of its own, or order it all the same with --new-order."
    )
    assert len(sandbox.orders()) == 1


def test_the_filter_of_the_list_matches_parts_and_only_the_whole_counts(tmp_path):
    with start(SandboxOptions(dropday=DropdaySwitches(replay_reference="absent"))) as sandbox:
        desk = desk_for(tmp_path, sandbox.url, "dropday")
        for reference in ("PO-10", "PO-1", "XPO-1"):
            example(desk, f"{reference}.xlsx", order={**ORDER, "Reference": reference})
            assert desk.quick(f"{reference}.xlsx").status == 0
        folder = tmp_path / "other"
        folder.mkdir()
        other = desk_for(folder, sandbox.url, "dropday")
        example(other, order={**ORDER, "Reference": "PO-1"})
        run = other.quick("--json", "club.xlsx")
        wanted = next(one for one in sandbox.orders() if one["external_id"] == "PO-1")
        assert (run.status, run.file["orders"][0]["trackingId"]) == (0, str(wanted["reference"]))


def test_paths_of_a_refusal_are_told_at_their_cells(desk):
    example(desk)
    errors = {
        "products.3.price": ["The price must be a number."],
        "products.6.quantity": ["Too many."],
        "shipping_address.postcode": ["The postcode is wrong."],
    }
    document = json.dumps({"message": "Errors", "errors": errors})
    run = _with_answer(desk, document)
    assert (run.status, run.file["status"]) == (3, "failed")
    assert run.file["orders"][0]["error"] == (
        "Dropday turned the order down: HTTP 422: products.3.price: The price must be a number.; products.6.quantity: Too "
        "many.; shipping_address.postcode: The postcode is wrong. Nothing was placed." + TO_DO
    )
    blamed = [(one["sheet"], one["cell"], one["message"]) for one in run.file["problems"] if one["code"] == "refused"]
    assert blamed == [
        ("Roster", "F5", "Dropday says of products.3.price: The price must be a number."),
        ("Logos", "B3", "Dropday says of products.6.quantity: Too many."),
        ("Order", "B8", "Dropday says of shipping_address.postcode: The postcode is wrong."),
    ]


def _with_answer(desk, document: str):
    """The run against a server that answers everything with that 422."""
    import threading
    from http.server import BaseHTTPRequestHandler, HTTPServer

    class Refusing(BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(422)
            self.send_header("Content-Length", str(len(document)))
            self.end_headers()
            self.wfile.write(document.encode())

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Refusing)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        desk.environment["ROSTER_IMPORT_DROPDAY_URL"] = f"http://127.0.0.1:{server.server_port}"
        return desk.quick("--json", "club.xlsx")
    finally:
        server.shutdown()
        server.server_close()


def test_test_orders_have_a_name_and_a_book_of_their_own(desk, sandbox):
    example(desk)
    run = desk.quick("--json", "--test-order", "club.xlsx")
    assert (run.status, run.file["orders"][0]["status"]) == (0, "completed")
    real = desk.quick("--json", "club.xlsx")
    assert (real.status, real.file["status"]) == (0, "placed")
    sent = [json.loads(one["body"]) for one in sandbox.requests() if one["method"] == "POST"]
    assert [(one["external_id"], one["test"]) for one in sent] == [("PO-2026-0042 TEST", True), ("PO-2026-0042", False)]
    assert "PO-2026-0042 (test order)" in desk.quick("orders").out


def test_a_system_without_test_orders_says_so(tmp_path, sandbox):
    desk = desk_for(tmp_path, sandbox.url, "kitmaker")
    example(desk)
    run = desk.quick("--test-order", "club.xlsx")
    assert (run.status, run.err) == (
        2, "roster-import: kitmaker knows no test orders; try it with --sandbox. Nothing was sent.\n"
    )  # fmt: skip


def test_the_state_of_the_lines_is_shown_and_asked_for_anew(tmp_path):
    with start(SandboxOptions(delay=30)) as sandbox:
        desk = desk_for(tmp_path, sandbox.url, "dropday")
        example(desk)
        assert desk.quick("club.xlsx").status == 0
        sandbox.advance(60)
        shown = desk.quick("orders", "show", "PO-2026-0042").out
    assert "  7 × Away kit L Jones 27: completed\n" in shown
    again = desk.quick("orders", "show", "PO-2026-0042")
    assert "  7 × Away kit L Jones 27: completed\n" in again.out, "nobody answers any more: as it was"
    assert "warning: PO-2026-0042 is shown as it was: " in again.err


def test_what_is_stored_or_without_price_is_told_where_it_stands(desk):
    """Loose logos on the roster and on the Logos sheet: each is told at its own row, at the column that orders it."""
    rows = (("Ann", "Ann", "7", "M", 1, "Home kit"), ("", "", "", "", 3, "", "Club Crest"))
    logos = (("Logo", "Quantity", "Storage quantity"), ("Club Crest", 4, 2))
    priced = (CATALOGUE[0], (*CATALOGUE[1][:7], "10"), *CATALOGUE[2:])
    example(desk, rows=rows, logos=logos, catalogue=priced)
    run = desk.quick("--json", "check", "club.xlsx")
    assert [(one["code"], one["sheet"], one["cell"]) for one in run.problems] == [
        ("price-missing", "Roster", "G3"),
        ("price-missing", "Logos", "A2"),
        ("storage-not-carried", "Logos", "C2"),
    ]
