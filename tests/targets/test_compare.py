"""What a confirmed order differs in from what was sent."""

from __future__ import annotations

import pytest

from roster_import.model.order import PlaceholderValue
from roster_import.targets.compare import differences
from tests.orders import confirmed, counted, design, digits, garment, instance, logo, order, origin


def messages(sent, got):
    return [one.message for one in differences(sent, got)]


def test_an_order_confirmed_as_sent_has_no_differences():
    sent = order(design(instance("M", 2, "Smith", "10"), instance("L", 1)))
    assert messages(sent, confirmed(garment("L", 1), garment("M", 2, "Smith", "10"))) == []


def test_equal_instances_may_come_back_merged_or_split():
    sent = order(design(instance("M", 2), instance("M", 3, row=5)))
    assert messages(sent, confirmed(garment("M", 5))) == []
    assert messages(sent, confirmed(garment("M", 1), garment("M", 4))) == []


@pytest.mark.parametrize(
    ("got", "said"),
    [
        (garment("M", 2, "", "10"), "Home: the name Smith of 2 × M Smith 10 is not in the confirmed order."),
        (garment("M", 2, "Smith"), "Home: the number 10 of 2 × M Smith 10 is not in the confirmed order."),
        (garment("M", 2, "Smith", "1"), "Home: the number 10 of 2 × M Smith 10 is 1 in the confirmed order."),
        (garment("M", 2, "SMITH", "10"), "Home: the name Smith of 2 × M Smith 10 is SMITH in the confirmed order."),
        (garment("L", 2, "Smith", "10"), "Home: the size M of 2 × M Smith 10 is L in the confirmed order."),
        (garment("M", 1, "Smith", "10"), "Home: 1 × M Smith 10 is not in the confirmed order."),
        (garment("M", 3, "Smith", "10"), "Home: the confirmed order has 1 × M Smith 10 more than was sent."),
    ],
)
def test_each_thing_that_can_be_wrong_with_a_shirt_is_named_on_its_row(got, said):
    found = differences(order(design(instance("M", 2, "Smith", "10", row=7))), confirmed(got))
    assert [one.message for one in found] == [said]
    assert found[0].origins == (() if "more than" in said else origin(7))


def test_two_different_shirts_are_not_taken_for_one_changed():
    sent = order(design(instance("M", 1, "Smith", "10")))
    assert messages(sent, confirmed(garment("L", 1, "Jones", "27"))) == [
        "Home: 1 × M Smith 10 is not in the confirmed order.",
        "Home: the confirmed order has 1 × L Jones 27 more than was sent.",
    ]


def test_a_name_that_was_not_sent_is_said():
    assert messages(order(design(instance("M", 1, "", "10"))), confirmed(garment("M", 1, "Ghost", "10"))) == [
        "Home: 1 × M 10 was sent without a name, the confirmed order has Ghost."
    ]


def test_a_missing_design_and_one_that_was_not_sent():
    assert messages(order(design(instance("M", 1))), confirmed(garment("M", 1, id=2))) == [
        "Home: the design is not in the confirmed order.",
        "MUL1: the confirmed order has 1 × M that was not sent.",
    ]


def test_one_design_sent_by_id_and_by_code_is_compared_as_one():
    sent = order(design(instance("M", 1)), design(instance("L", 1), id=None, mul="mul1"))
    assert messages(sent, confirmed(garment("M", 1), garment("L", 1))) == []


def test_a_placeholder_value_may_come_back_as_the_name_or_number():
    values = (PlaceholderValue(logo_id=5, value="Smith"), PlaceholderValue(logo_id=6, value="10"))
    sent = order(design(instance("M", 1, values=values)))
    assert messages(sent, confirmed(garment("M", 1, "Smith", "10"))) == []


@pytest.mark.parametrize(
    "got",
    [
        (logo(2, "7", id=8), logo(1, "24", id=8)),
        (logo(2, "7", id=8), logo(1, "2", id=8), logo(1, "4", id=8)),
        (logo(3, id=8),),
        (logo(4, id=8),),
    ],
)
def test_a_number_logo_may_come_back_whole_split_or_as_one_total(got):
    assert messages(order(logos=(digits(n7=2, n24=1),)), confirmed(*got)) == []


def test_a_logo_of_which_fewer_are_confirmed():
    found = differences(order(logos=(digits(n7=2, n24=1),)), confirmed(logo(1, "7", id=8), logo(1, "24", id=8)))
    assert [(one.message, one.origins) for one in found] == [("Numbers: 2 × 7 was sent, 1 is confirmed.", origin(2))]
    assert messages(order(logos=(counted(3),)), confirmed()) == ["Crest: 3 was sent, nothing is confirmed."]


def test_pieces_for_storage_may_be_counted_or_not():
    sent = order(logos=(counted(3, storage=2),))
    assert messages(sent, confirmed(logo(3))) == []
    assert messages(sent, confirmed(logo(5))) == []
    assert messages(sent, confirmed(logo(4))) == ["Crest: 3 was sent, 4 is confirmed."]


def test_reference_and_delivery_are_compared_too():
    got = confirmed(garment("M", 1), reference="PO-2", delivery={"name": "CLUB", "address": "Road 2", "zip": "8800",
                                                                 "city": "Viborg", "country": "DK"})  # fmt: skip
    assert messages(order(design(instance("M", 1))), got) == [
        "Reference “PO-1” was sent, “PO-2” is confirmed.",
        "Delivery address “Road 1” was sent, “Road 2” is confirmed.",
    ]
