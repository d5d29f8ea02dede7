"""Order details in columns beside the rows, on one sheet or on several: each row's are those of its own sheet."""

from __future__ import annotations

import pytest

from tests.check.sheets_checked import checked, said, sent, sheet, with_draft

OWN = "Player|Name|Number|Size|Design|Reference"
DELIVERY = "Delivery name|Delivery address|Delivery zip|Delivery city|Delivery country"
ANNA, BO, CY = "Anna Berg|BERG|7|M|MUL1", "Bo Lund|LUND|9|L|MUL1", "Cy Dale|DALE|5|M|MUL1"
CLUB_A, CLUB_B = "Club A|Street 1|1000|Aville|DK", "Club B|Road 2|2000|Bville|DK"
A = (f"{OWN}|{DELIVERY}", f"{ANNA}|ORD-A|{CLUB_A}", f"{BO}|ORD-A|{CLUB_A}")
B = (f"{OWN}|{DELIVERY}", f"{CY}|ORD-B|{CLUB_B}")


@pytest.mark.parametrize("turned", [False, True])
def test_the_rows_of_each_sheet_go_to_its_own_address(turned):
    sheets = (sheet("A", *A), sheet("B", *B))
    file = checked(*(reversed(sheets) if turned else sheets))
    assert (said(file), sent(file)) == ([], {"ORD-A": ("Club A", "Street 1", 2), "ORD-B": ("Club B", "Road 2", 1)})


def test_a_longer_second_sheet_leaves_the_first_its_orders():
    longer = (*B, f"Di Fox|FOX|6|L|MUL1|ORD-C|{CLUB_B}", f"El Gray|GRAY|8|L|MUL1|ORD-C|{CLUB_B}")
    file = checked(sheet("A", *A), sheet("B", *longer))
    assert said(file) == []
    assert sent(file) == {
        "ORD-A": ("Club A", "Street 1", 2), "ORD-B": ("Club B", "Road 2", 1), "ORD-C": ("Club B", "Road 2", 2)
    }  # fmt: skip


def test_rows_of_a_sheet_that_says_no_address_have_that_of_no_other_order():
    file = checked(sheet("A", *A), sheet("B", OWN, f"{CY}|ORD-B"))
    assert said(file) == [
        (
            "error",
            "delivery-missing",
            "B",
            "There is no delivery address: Delivery name, Delivery address, Delivery zip, Delivery city, Delivery country are "
            "missing. Fill them in on the Order sheet, or set them once under [delivery] in roster-import.toml.",
        )
    ]
    assert file.orders == ()


def test_rows_of_one_order_on_two_sheets_share_the_address_that_one_says():
    file = checked(sheet("B", OWN, f"{CY}|ORD-A"), sheet("A", *A))
    assert (said(file), sent(file)) == ([], {"ORD-A": ("Club A", "Street 1", 3)})


def test_two_sheets_that_say_different_addresses_of_one_order_are_told_apart():
    file = checked(sheet("A", *A), sheet("B", B[0], f"{CY}|ORD-A|Club A|Road 2|1000|Aville|DK"))
    assert said(file) == [
        (
            "error",
            "detail-differs",
            "B!H2",
            "Delivery address is “Road 2” here and “Street 1” at A!H2, but both rows belong to order ORD-A. Write the same in "
            "both, or give the rows different references.",
        )
    ]


def test_what_is_wrong_with_a_field_is_said_on_the_sheet_it_stands_on():
    file = checked(sheet("B", OWN, f"{CY}|ORD-A"), sheet("A", *(row.replace("|DK", "|Atlantis") for row in A)))
    assert said(file) == [
        (
            "error",
            "country-unknown",
            "A!K2",
            "“Atlantis” is not a country we know. Write its two-letter code, such as DK, or its name.",
        )
    ]


def test_what_is_drawn_of_a_file_with_errors_has_each_sheets_address():
    file, draft = with_draft(sheet("A", A[0], A[1].replace("|7|", "|x7|")), sheet("B", *B))
    assert [problem.code for problem in file.errors] == ["number-not-digits"]
    assert {each.reference: each.delivery.name for each in draft.details} == {"ORD-A": "Club A", "ORD-B": "Club B"}
