"""A file that orders loose logos alone needs no roster; a roster that was meant and not found is asked about all the same."""

from __future__ import annotations

import pytest

from roster_import.check.not_ordered import not_ordered
from tests.check.sheets_checked import checked, said, sheet

ORDER = ("Reference|PO-1", "Delivery name|SV Nord", "Delivery address|Street 1", "Delivery zip|1000", "Delivery city|Aville",
         "Delivery country|DK")  # fmt: skip
LOGOS = ("Logo|Quantity", "sku:151107|5")
ROSTER = ("Player|Name|Number|Size|Design", "Anna Berg|BERG|7|M|MUL1", "Bo Lund|LUND|9|L|MUL1")
ACROSS = ("Name|Anna Berg|Bo Lund|Cy Dale|Di Fox", "Number|7|9|10|11", "Size|M|L|S|XL")


def with_logos(*sheets, **options):
    return checked(sheet("Order", *ORDER), sheet("Logos", *LOGOS), *sheets, **options)


def test_loose_logos_alone_are_an_order():
    file = with_logos()
    assert (said(file), len(file.orders), not_ordered(file)) == ([], 1, ())


def test_players_side_by_side_are_told_beside_loose_logos():
    file = with_logos(sheet("Team", *ACROSS))
    assert said(file) == [
        (
            "error",
            "roster-across",
            "Team!A1",
            "On sheet Team the players stand side by side, with “Name”, “Number” and “Size” in column A. If each column beside "
            'it is a player: --map "A=headings". Or copy the table, paste it transposed (in Excel: Paste Special, Transpose) '
            "on an empty sheet, and delete the old one.",
        )
    ]
    assert file.orders == ()


def test_a_sheet_that_is_not_there_is_told_beside_loose_logos():
    file = with_logos(sheet("Roster", *ROSTER), sheets=("Rostr",))
    assert [(level, code) for level, code, *_ in said(file)] == [("error", "sheet-missing")]
    assert file.orders == ()


def test_a_hidden_roster_is_told_beside_loose_logos():
    file = with_logos(sheet("Roster", *ROSTER, hidden=True))
    assert [(level, code, place) for level, code, place, _ in said(file)] == [("warning", "sheet-hidden", "Roster")]
    assert len(file.orders) == 1


@pytest.mark.parametrize("name", ["More logos", "Notes"])
def test_a_sheet_that_nothing_is_ordered_from_is_said_without_a_roster(name):
    other = ("Logo|Quantity", "sku:151109|2") if name == "More logos" else ("Trainer|Tel.", "Ole|12345678")
    file = with_logos(sheet(name, *other))
    assert (said(file), len(file.orders)) == ([], 1)
    assert not_ordered(file) == (f"Nothing is ordered from sheet {name}.",)


def test_of_a_file_that_orders_nothing_no_sheet_is_named():
    file = checked(sheet("Notes", "Trainer|Tel.", "Ole|12345678"))
    assert (file.lines, not_ordered(file)) == ((), ())


# ------------------------------------------------------------------------------------------- columns that are not used


def of_columns(*rows: str):
    return checked(sheet("Order", *ORDER), sheet("Logos", *rows))


def test_columns_of_the_logos_sheet_that_nobody_knows_are_said():
    file = of_columns(
        "Logo|Quantity|Colour|Remark", "sku:151107|5|red", "sku:151109|3|blue|only if in stock", "|||later"
    )
    goes = "What is meant goes under Logo, Quantity, Text or Number."
    assert said(file) == [
        (
            "warning",
            "column-unused",
            "Logos!C1",
            "“Colour” is no column of the Logos sheet, so nothing is ordered by what stands beneath: “red” (C2) and “blue” (C3). "
            f"{goes}",
        ),
        (
            "warning",
            "column-unused",
            "Logos!D1",
            "“Remark” is no column of the Logos sheet, so nothing is ordered by what stands beneath: “only if in stock” (D3) and "
            f"“later” (D4). {goes}",
        ),
    ]
    assert [(logo.logo.sku, logo.quantity) for logo in file.orders[0].logos] == [("151107", 5), ("151109", 3)]


def test_of_many_cells_the_first_are_named():
    file = of_columns("Logo|Quantity|Size", *(f"sku:15110{at}|1|S{at}" for at in range(5)))
    assert [message for *_, message in said(file)] == [
        "“Size” is no column of the Logos sheet, so nothing is ordered by what stands beneath: “S0” (C2), “S1” (C3), “S2” (C4) "
        "and 2 more. What is meant goes under Logo, Quantity, Text or Number."
    ]


def test_cells_without_a_heading_are_said():
    file = of_columns("Logo|Quantity", "sku:151107|5||twice as many")
    assert said(file) == [
        (
            "warning",
            "column-unused",
            "Logos!D2",
            "No heading stands above “twice as many” (D2), so nothing is ordered by that. Head the column as the Logos sheet is "
            "headed, or empty it.",
        )
    ]


@pytest.mark.parametrize("first", ["5", ""])
def test_a_second_quantity_that_says_otherwise_stops_the_file(first):
    file = of_columns("Logo|Quantity|Pieces", f"sku:151107|{first}|7")
    assert said(file) == [
        (
            "error",
            "column-twice",
            "Logos!C2",
            "Columns B and C of the Logos sheet mean the same (“Quantity”, “Pieces”) and say different things: C2 is “7”. Only "
            "one can be meant: empty the other.",
        )
    ]
    assert file.orders == ()


def test_a_second_quantity_that_says_the_same_is_not_said():
    assert said(of_columns("Logo|Quantity|Quantity", "sku:151107|5|5", "sku:151109|3|")) == []
