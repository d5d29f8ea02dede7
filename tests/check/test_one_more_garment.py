"""A garment marked or counted beside the design of each row: how many of that, one more of it, or another."""

from __future__ import annotations

import pytest

from roster_import.model.layout import Meaning
from tests.check.test_office_cases import check, said

ONE_MORE = "Name on shirt|Number|Size|Design|{}\nLEE|3|S|Home shirt|{}\nRAY|4|M|Home shirt|{}\nFOX|5|M|Home shirt|{}"


def one_more(heading, *cells, **options):
    return check(("List", ONE_MORE.format(heading, *cells)), **options)


@pytest.mark.parametrize(
    "heading", ["Trikot 2", "Track top", "Supporter shirt", "Fantröja", "T-shirt", "Polo", "Tank top", "Shirts"]
)
def test_a_garment_counted_for_some_beside_the_design_is_asked_about(heading):
    assert ("column-unknown", "E1") in [(code, cell) for code, cell, _ in said_by(one_more(heading, 1, "", 2))]


@pytest.mark.parametrize("heading", ["Track top", "Supporter shirt", "T-shirt", "Polo", "Tank top", "Baselayer"])
def test_a_garment_of_another_kind_is_not_how_many_of_the_design(heading):
    asked = {code for code, _, _ in said_by(one_more(heading, 1, 1, 2))}
    assert asked & {"column-unknown", "garment-not-in-design"}


def test_how_many_shirts_beside_the_design_is_how_many_of_it():
    assert [line.quantity for line in one_more("Shirts", 1, 1, 2).lines] == [1, 1, 2]


def test_a_mark_of_the_shirt_that_design_names_orders_that():
    assert [line.name for line in one_more("Shirt", "yes", "no", "yes").lines] == ["LEE", "FOX"]


def test_marks_of_the_shirt_for_some_of_those_with_a_design_are_asked_about():
    [(code, cell, _)] = said_by(one_more("Shirt", "x", "", "x"))
    assert (code, cell) == ("column-unknown", "E1")


def test_one_more_of_what_design_orders_is_ordered_where_somebody_said_so():
    checked = one_more("Spare jersey", "x", "", "", mapping={"Spare jersey": (Meaning.DESIGN, "Home shirt")})
    assert said_by(checked) == []
    assert [line.name for line in checked.lines].count("LEE") == len(("the shirt", "the spare one"))


def test_one_more_that_was_said_to_be_no_more_than_a_shirt_is_said_how_to_order():
    checked = one_more("Spare jersey", "x", "", "", mapping={"Spare jersey": (Meaning.DESIGN, "jersey")})
    assert said_by(checked) == [
        (
            "one-more",
            "E2",
            '"Spare jersey" is filled in, and the Design of this row orders Home shirt already. If 1 more is wanted, write 2 '
            "as the quantity, or a row of its own for it; if not, empty this cell. If nothing is ordered from the column: --map "
            '"Spare jersey=ignored".',
        )
    ]


def test_how_many_more_than_design_orders_is_no_quantity():
    [(code, cell, message)] = said_by(one_more("Zusatztrikot", "0", "1", "0"))
    assert (code, cell) == ("column-unknown", "E1")
    assert message.endswith(
        'If it changes nothing: --map "Zusatztrikot=ignored". If it is how many more of what a row orders, write how many in all '
        'into a column headed Quantity first. After that: --map "Zusatztrikot=ignored".'
    )


@pytest.mark.parametrize("meaning", [Meaning.DESIGN, Meaning.QUANTITY])
def test_so_said_the_rows_without_more_are_ordered_and_those_with_more_asked_about(meaning):
    checked = one_more("Zusatztrikot", "0", "2", "0", mapping={"Zusatztrikot": (meaning, "Home shirt")})
    assert said_by(checked) == [
        (
            "one-more",
            "E3",
            '"Zusatztrikot" is filled in, and the Design of this row orders Home shirt already. If 2 more are wanted, write 3 as '
            "the quantity, or a row of its own for them; if not, empty this cell. If nothing is ordered from the column: --map "
            '"Zusatztrikot=ignored".',
        )
    ]
    assert [(line.name, line.quantity) for line in checked.lines if line.name != "RAY"] == [("LEE", 1), ("FOX", 1)]


def test_what_somebody_said_to_be_how_many_of_an_unknown_thing_is_not_of_the_design():
    checked = one_more("Wasserflasche", 1, "", 1, mapping={"Wasserflasche": (Meaning.QUANTITY, "Wasserflasche")})
    assert [(code, cell) for code, cell, _ in said_by(checked)] == [("garment-not-in-design", "E2")]


@pytest.mark.parametrize("heading", ["Kit", "Trikotsatz", "New kit needed"])
def test_marks_under_a_word_for_a_whole_kit_are_no_designs(heading):
    [(code, cell, message)] = said_by(one_more(heading, "yes", "no", "yes"))
    assert (code, cell) == ("column-unknown", "E1")
    assert f'If only rows with a yes are ordered: --map "{heading}=order-if-yes".' in message


def said_by(checked):
    return [each for each in said(checked) if not each[0].startswith(("delivery", "email"))]


@pytest.mark.parametrize(("heading", "title"), [("Wants shorts", "shorts"), ("Shorts ordered", "Shorts")])
def test_who_wants_another_garment_is_said_by_a_yes(heading, title):
    [(code, cell, message)] = said_by(one_more(heading, "yes", "no", "yes"))
    assert (code, cell) == ("column-unknown", "E1")
    answer = (
        f'If a yes orders {title} besides what Design says: --map "{heading}=design:{title}". If only rows with a yes'
    )
    assert answer in message


def test_marks_of_what_is_for_training_leave_the_design_of_every_row():
    grid = "Name on shirt|Number|Size|Træning\nLEE|3|S|x\nRAY|4|M|\nFOX|5|M|x"
    checked = check(("List", grid), design="Home shirt")
    assert [(line.designs[0].title, line.name) for line in checked.lines] == [
        ("Training shirt", ""), ("Home shirt", "LEE"), ("Home shirt", "RAY"), ("Training shirt", ""), ("Home shirt", "FOX"),
    ]  # fmt: skip


def test_who_has_a_garment_already_may_want_all_else():
    grid = "Name on shirt|Number|Shirt size|Shorts size|Has shorts already\nLEE|3|S|S|no\nRAY|4|M|M|yes\nFOX|5|M|L|no"
    told = {"Shirt size": (Meaning.SIZE, "Home shirt")}
    [(code, cell, message)] = said_by(check(("List", grid), mapping=told))
    assert (code, cell) == ("column-unknown", "E1")
    assert message.endswith(
        'If rows with a yes are not ordered: --map "Has shorts already=skip-if-yes". If it changes nothing: --map "Has shorts '
        'already=ignored". If those with a yes want all but shorts, empty the cells of that in their rows first.'
    )
