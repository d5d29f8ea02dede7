"""What stands beside the labels of an Order sheet: one value, several orders with a column each, and what is not used."""

from __future__ import annotations

import pytest

from tests.check.sheets_checked import checked, said, sent, sheet

ROSTER = ("Player|Name|Number|Size|Design", "Anna Berg|BERG|7|M|MUL1", "Bo Lund|LUND|9|L|MUL1")
OF_TWO = (f"{ROSTER[0]}|Order", f"{ROSTER[1]}|PO-1", f"{ROSTER[2]}|PO-2")
ORDER = ("Reference|PO-1", "Delivery name|SV Nord", "Delivery address|Street 1", "Delivery zip|1000", "Delivery city|Aville",
         "Delivery country|DK")  # fmt: skip
OTHER = ("PO-2", "FC Ost", "Road 2", "2000", "Bville", "DK")
TWO = tuple(f"{one}|{other}" for one, other in zip(ORDER, OTHER, strict=True))


def with_beside(**beside: str) -> tuple[str, ...]:
    """The Order sheet with more beside some of its values, by the label's last word."""
    return tuple(f"{row}|{beside[key]}" if (key := row.split("|")[0].split()[-1]) in beside else row for row in ORDER)


def test_each_column_of_an_order_sheet_is_an_order_of_its_own():
    file = checked(sheet("Order", *TWO), sheet("Roster", *OF_TWO))
    assert (said(file), sent(file)) == ([], {"PO-1": ("SV Nord", "Street 1", 1), "PO-2": ("FC Ost", "Road 2", 1)})


def test_columns_of_orders_whose_receivers_read_like_labels():
    rows = tuple(row.replace("SV Nord", "Club").replace("FC Ost", "Klub") for row in TWO)
    file = checked(sheet("Order", *rows), sheet("Roster", *OF_TWO))
    assert (said(file), sent(file)) == ([], {"PO-1": ("Club", "Street 1", 1), "PO-2": ("Klub", "Road 2", 1)})


def test_labels_beside_the_columns_of_orders_are_of_all_of_them():
    rows = tuple(f"{row}|{more}" for row, more in zip(TWO, ("", "Email|a@b.example", *[""] * 4), strict=True))
    file = checked(sheet("Order", *rows), sheet("Roster", *OF_TWO))
    assert (said(file), [order.details.email for order in file.orders]) == ([], ["a@b.example", "a@b.example"])


ACROSS = tuple("|".join(cells) for cells in zip(*(row.split("|") for row in TWO), strict=True))


@pytest.mark.parametrize("order", [TWO, ACROSS], ids=["a column each", "a row each"])
def test_rows_that_name_neither_of_two_orders_are_asked_about(order):
    file = checked(sheet("Order", *order), sheet("Roster", *ROSTER))
    assert [(problem.code, problem.place, problem.message) for problem in file.errors] == [
        (
            "reference-missing",
            "Order",
            "The Order sheet has several orders, PO-1 and PO-2, and no row says to which of them it belongs. Give the rows "
            "a column headed Order that says it.",
        )
    ]


def test_what_one_of_the_columns_lacks_is_asked_for_in_its_cell():
    rows = tuple(row.replace("|2000", "") for row in TWO)
    file = checked(sheet("Order", *rows), sheet("Roster", *OF_TWO))
    assert said(file) == [
        (
            "error",
            "delivery-missing",
            "Order!C4",
            "Delivery zip is missing. Fill it in at Order!C4, or set [delivery] zip in the settings.",
        )
    ]


def test_two_addresses_without_two_references_stop_the_file():
    file = checked(sheet("Order", *TWO[1:]), sheet("Roster", *ROSTER), reference="PO-1")
    again = (
        "Delete the one that is not meant; if each column is an order of its own, fill in its Reference and its whole "
        "address."
    )
    name = (
        "warning",
        "value-unused",
        "Order!C1",
        "“Delivery name” is “SV Nord”, the first cell beside it; “FC Ost” (C1) is not used. Delete what is not meant.",
    )
    assert said(file) == [name] + [
        (
            "error",
            "address-twice",
            f"Order!C{row}",
            f"“{label}” says “{one}” and, at C{row}, “{other}”: an order can be sent to one of them only. {again}",
        )
        for row, label, one, other in (
            (2, "Delivery address", "Street 1", "Road 2"),
            (3, "Delivery zip", "1000", "2000"),
            (4, "Delivery city", "Aville", "Bville"),
        )
    ]


@pytest.mark.parametrize("name", ["SV Nord", "Club"])
def test_a_remark_beside_a_value_is_said_and_changes_nothing(name):
    rows = (row.replace("SV Nord", name) for row in with_beside(name="(the school, not us)"))
    file = checked(sheet("Order", *rows), sheet("Roster", *ROSTER))
    assert said(file) == [
        (
            "warning",
            "value-unused",
            "Order!C2",
            f"“Delivery name” is “{name}”, the first cell beside it; “(the school, not us)” (C2) is not used. Delete what is "
            "not meant.",
        )
    ]
    assert sent(file) == {"PO-1": (name, "Street 1", 2)}


def test_several_cells_beside_a_value_are_all_named():
    file = checked(sheet("Order", *with_beside(Reference="ours|ask Peter")), sheet("Roster", *ROSTER))
    assert said(file) == [
        (
            "warning",
            "value-unused",
            "Order!C1",
            "“Reference” is “PO-1”, the first cell beside it; “ours” (C1) and “ask Peter” (D1) are not used. Delete what is "
            "not meant.",
        )
    ]


@pytest.mark.parametrize(
    "beside",
    [{"name": "SV Nord"}, {"country": "Denmark"}],
)
def test_what_says_the_same_again_is_not_said(beside):
    file = checked(sheet("Order", *with_beside(**beside)), sheet("Roster", *ROSTER))
    assert (said(file), len(file.orders)) == ([], 1)


@pytest.mark.parametrize(
    ("beside", "level"),
    [
        ({"address": "(behind the school)"}, "warning"),
        ({"address": "behind the school"}, "warning"),
        ({"address": "Street 2"}, "error"),
        ({"zip": "four digits"}, "warning"),
        ({"zip": "2000"}, "error"),
        ({"city": "(the old one)"}, "warning"),
        ({"city": "Bville"}, "error"),
        ({"country": "the code"}, "warning"),
        ({"country": "Sweden"}, "error"),
    ],
)
def test_what_may_be_another_place_stops_the_file(beside, level):
    file = checked(sheet("Order", *with_beside(**beside)), sheet("Roster", *ROSTER))
    assert [(one, code) for one, code, *_ in said(file)] == [
        (level, "address-twice" if level == "error" else "value-unused")
    ]


def test_labels_in_two_columns_keep_their_values():
    beside = ("Email|a@b.example", "Contact|Peter", "Comment|soon", "Trainer|Ole", "", "")
    rows = (f"{row}|{more}" for row, more in zip(ORDER, beside, strict=True))
    file = checked(sheet("Order", *rows), sheet("Roster", *ROSTER))
    assert said(file) == [
        ("warning", "label-unused", "Order!C4", "“Trainer” is no label of the Order sheet, so “Ole” is not used.")
    ]
    details = file.orders[0].details
    assert (details.email, details.contact_name, details.comment) == ("a@b.example", "Peter", "soon")
