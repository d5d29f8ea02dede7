"""What a proof shows of a checked file: sorted, counted, and everything that is said at the shirt it is about."""

from __future__ import annotations

import pytest
from proof_rosters import AWAY, CREST, DIGITS, HOME, checked, line, value, warning

from roster_import.check.rules.sizes import size_order
from roster_import.model.problem import Origin
from roster_import.write.proof import proof_page


def shirts(page, design=0):
    return [(shirt.number, shirt.name, shirt.size, shirt.quantity) for shirt in page.orders[0].designs[design].garments]


def test_shirts_are_sorted_by_number_as_people_count_and_those_without_one_stand_last():
    numbers = ("", "10", "07", "7", "100", "0", "00")
    page = proof_page(checked(*(line(at, number=number) for at, number in enumerate(numbers, 2))))
    assert [number for number, *_ in shirts(page)] == ["0", "00", "7", "07", "10", "100", ""]


def test_without_numbers_they_are_sorted_by_name_then_from_small_to_large():
    page = proof_page(
        checked(line(2, size="XL"), line(3, size="S"), line(4, "Bo"), line(5, "ann"), line(6, size="152"))
    )
    assert shirts(page) == [
        ("", "ann", "M", 1),
        ("", "Bo", "M", 1),
        ("", "", "152", 1),
        ("", "", "S", 1),
        ("", "", "XL", 1),
    ]


@pytest.mark.parametrize(
    "sizes",
    [
        ("116", "128", "152", "S", "M", "L", "XL", "2XL", "3XL"),
        ("8", "10", "39-42", "YM", "YL", "XS", "S", "One size", ""),
    ],
)
def test_sizes_are_listed_from_small_to_large(sizes):
    backwards = list(sizes)[::-1]
    backwards.sort(key=size_order)
    assert backwards == list(sizes)


def test_a_design_has_its_pieces_per_size_and_in_all():
    (order,) = proof_page(
        checked(line(2, size="XL", quantity=3), line(3, "Bo", "1"), line(4, "Cy", "2", designs=(HOME, AWAY)))
    ).orders
    assert [(part.design.label, part.sizes, part.pieces) for part in order.designs] == [
        ("Away kit", (("M", 2), ("XL", 3)), 5),
        ("Home kit", (("M", 1),), 1),
    ]
    assert (order.pieces, order.loose_logos) == (6, 0)


def test_a_warning_stands_on_every_shirt_of_its_row_and_on_no_other():
    page = proof_page(
        checked(line(2, "Ann", "1", designs=(HOME, AWAY)), line(3, "Bo", "2"), problems=(warning(2, cell="B2"),))
    )
    found = [
        (part.design.label, shirt.name, len(shirt.problems))
        for part in page.orders[0].designs
        for shirt in part.garments
    ]
    assert found == [("Home kit", "Ann", 1), ("Away kit", "Ann", 1), ("Away kit", "Bo", 0)]
    assert [one.anchor for one in page.pointed_out] == ["s1", "s2"]
    assert page.elsewhere == ()


def test_what_is_about_no_shirt_stands_apart():
    problems = (warning(None, "The sheet is odd."), warning(9, "Row 9 is left out."))
    page = proof_page(checked(line(2), problems=problems))
    assert page.elsewhere == problems
    assert page.pointed_out == ()


def test_rows_that_are_alike_are_one_drawing_with_all_their_players_rows_and_warnings():
    page = proof_page(
        checked(line(2, player="Ann"), line(3, player="Bo", quantity=2), problems=(warning(2), warning(3, "Another.")))
    )
    (shirt,) = page.orders[0].designs[0].garments
    assert (shirt.quantity, shirt.players, [problem.message for problem in shirt.problems]) == (
        3,
        ("Ann", "Bo"),
        ["Look at this.", "Another."],
    )
    assert shirt.origins == (Origin(sheet="Roster", row=2), Origin(sheet="Roster", row=3))


def test_loose_logos_stand_in_a_table_their_numbers_sorted():
    page = proof_page(
        checked(
            line(2, number="10", designs=(), logos=(DIGITS,), quantity=4, storage_quantity=1),
            line(3, number="9", designs=(), logos=(DIGITS, CREST)),
            problems=(warning(3),),
        )
    )
    found = [
        (one.logo.label, one.printed, one.quantity, one.storage_quantity, len(one.problems))
        for one in page.orders[0].logos
    ]
    assert found == [("Numbers", "9", 1, 0, 1), ("Numbers", "10", 4, 1, 0), ("Crest", "", 1, 0, 0)]


def test_a_row_with_a_shirt_and_a_loose_number_has_its_warning_at_the_shirt():
    page = proof_page(checked(line(2, "Ann", "7", logos=(DIGITS,)), problems=(warning(2),)))
    (order,) = page.orders
    assert [len(order.designs[0].garments[0].problems), len(order.logos[0].problems)] == [1, 0]


def test_several_orders_have_a_part_each_with_their_own_details():
    page = proof_page(checked(line(2), line(3, reference="PO-2")))
    assert [(order.reference, order.details.reference, order.pieces) for order in page.orders] == [
        ("PO-1", "PO-1", 1),
        ("PO-2", "PO-2", 1),
    ]


def test_the_code_tells_one_order_from_another_and_nothing_else():
    code = proof_page(checked(line(2, "Ann", "1"), line(3, "Bo", "2"))).code
    assert code == proof_page(checked(line(5, "Bo", "2"), line(9, "Ann", "1"), path="renamed.xlsx")).code
    changed = (
        line(2, "Ann", "1", size="L"),
        line(2, "Anne", "1"),
        line(2, "Ann", "01"),
        line(2, "Ann", "1", quantity=2),
    )
    codes = {proof_page(checked(one, line(3, "Bo", "2"))).code for one in changed}
    assert len({code, *codes}) == 5


def test_errors_make_a_draft_of_what_can_be_drawn():
    page = proof_page(checked(problems=(warning(2, level="error"),), drafted=(line(2, "Ann", "1O"),)))
    assert (page.is_draft, page.code) == (True, None)
    assert [(shirt.number, len(shirt.problems)) for shirt in page.orders[0].designs[0].garments] == [("1O", 1)]
    assert page.orders[0].details is None


def test_a_value_of_a_placeholder_makes_a_shirt_printed():
    page = proof_page(checked(line(2, values=(value(601001, "ANN"),)), line(3)))
    assert [shirt.is_printed for shirt in page.orders[0].designs[0].garments] == [True, False]
