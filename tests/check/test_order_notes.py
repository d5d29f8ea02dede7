"""What the Order sheet says in its own words: a comment that wants something of the rows, a line without a label, a place."""

from __future__ import annotations

import pytest

ORDER = (
    ("Reference", "PO-1"), ("Email", "anna@example.com"), ("Delivery name", "Club"), ("Delivery address", "Road 1"),
    ("Delivery zip", "8800"), ("Delivery city", "Viborg"), ("Delivery country", "Denmark"),
)  # fmt: skip
PLACE = "Deliver to: Nordby Hall, Station Road 4, 5000 Odense"


def said(desk, *more):
    desk.build(order=(*ORDER, *more))
    run = desk.quick("check", "--json", "club.xlsx")
    assert run.status == 0, run.problems
    return [(p["code"], p["cell"], p["message"]) for p in run.problems if p["sheet"] == "Order"]


@pytest.mark.parametrize(
    "text", ["please no names this time", "long sleeves for all", "7 in XL instead of M", "leave out number 7"]
)
def test_a_comment_that_wants_something_of_the_rows_is_shown(desk, text):
    assert said(desk, ("Comment", text)) == [
        (
            "text-may-change-order",
            "B8",
            f'The comment of the order at B8 says "{text}". It is sent with the order, and the rows are ordered as they stand: '
            "if something is to be different, change the rows themselves.",
        )
    ]


def test_a_line_without_a_label_that_wants_something_is_shown(desk):
    assert said(desk, ("All with long sleeves",)) == [
        (
            "text-may-change-order",
            "A8",
            'The note at A8 says "All with long sleeves". The rows are ordered as they stand, whatever the note says: if '
            "something is to be different, change the rows themselves; then delete the note.",
        )
    ]


@pytest.mark.parametrize(("line", "cell"), [(("Comment", PLACE), "B8"), ((PLACE,), "A8")])
def test_an_address_that_is_no_delivery_address_is_told(desk, line, cell):
    assert said(desk, line) == [
        (
            "delivery-elsewhere",
            cell,
            f'The note at {cell} says where to deliver: "{PLACE}". The order is not sent there by that. If it is to go there, '
            "fill in Delivery name, Delivery address, Delivery zip and Delivery city on this sheet.",
        )
    ]


@pytest.mark.parametrize(
    "line", [("Comment", "Thank you!"), ("Comment", "Call 555 0100 before you come"), ("Our season opens in May",)]
)
def test_other_words_are_nobodys_business(desk, line):
    assert said(desk, line) == []
