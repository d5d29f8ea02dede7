"""What a heading asks, in brackets, of all cells below it is shown; what it explains is not."""

from __future__ import annotations

import pytest

from tests.check.test_office_cases import check, codes, said

GRID = "{name}|{number}|{size}|Design{more}\nAnn Lee|3|S|Home shirt{of}\nBo Ray|4|M|Home shirt{of}"


def told(name="Name", number="Number", size="Size", more="", of=""):
    grid = GRID.format(name=name, number=number, size=size, more=more, of=of)
    return said(check(("List", grid), print_name="as-written"), "text-may-change-order")


def test_what_is_asked_of_a_whole_column_is_shown_at_its_heading():
    assert told(size="Size (one size up)") == [
        (
            "text-may-change-order",
            "C1",
            'The heading at C1 says "Size (one size up)". All rows are ordered as they stand, whatever the heading says: if '
            "something is to be different, change the rows themselves.",
        )
    ]


@pytest.mark.parametrize(
    "heads",
    [
        {"number": "Number (+10)"},
        {"size": "Größe (eine größer bestellen!)"},
        {"size": "Size (long sleeve)"},
        {"name": "Name (in capitals)"},
        {"name": "Rückenname (groß)"},
        {"name": "Name (nicht drucken)"},
        {"more": "|Quantity (x2)", "of": "|1"},
        {"more": "|Antal (2 each)", "of": "|1"},
    ],
)
def test_so_it_is_of_any_column_that_is_ordered_from(heads):
    (heading,) = [text for key, text in heads.items() if key != "of"]
    assert [f'"{heading.strip("|")}"' in message for _, _, message in told(**heads)] == [True]


@pytest.mark.parametrize(
    "heads",
    [
        {"size": "Size (S-XL)"},
        {"size": "Größe (EU)"},
        {"number": "Number (1-99)"},
        {"name": "Name (first and last)"},
        {"name": "Navn (fornavn)"},
        {"more": "|Quantity (pcs)", "of": "|1"},
    ],
)
def test_what_a_heading_explains_is_not_shown(heads):
    assert told(**heads) == []


@pytest.mark.parametrize("heading", ["Name (NOT printed)", "Name (nicht drucken)"])
def test_names_that_are_not_to_be_printed_are_not_taken_for_those_that_are(heading):
    checked = check(("List", GRID.format(name=heading, number="Number", size="Size", more="", of="")))
    assert "print-name-unclear" in codes(checked)


@pytest.mark.parametrize("name", ["Name (NOT printed)", "Name (bag label only)", "Name (for reference)"])
def test_that_names_are_not_printed_is_told_where_they_are(name):
    grid = GRID.format(name=name, number="Number", size="Size", more="", of="")
    printed = said(check(("List", grid), print_name="as-written"), "text-may-change-order")
    assert printed == [
        (
            "text-may-change-order",
            "A1",
            f'The heading at A1 says "{name}". All rows are ordered as they stand, whatever the heading says: if something is to '
            "be different, change the rows themselves.",
        )
    ]
    assert codes(check(("List", grid), print_name="none")) == []


PRINT = """Player|{print}|Number|Size|Design
Ann Lee|{of[0]}|3|S|Home shirt
Bo Ray|{of[1]}|4|M|Home shirt
Cy Fox|{of[2]}|5|M|Home shirt"""
SURNAMES, FIRST_NAMES, WITH_INITIALS = ("LEE", "RAY", "FOX"), ("ANN", "BO", "CY"), ("A. LEE", "B. RAY", "C. FOX")


def print_told(heading, names):
    grid = PRINT.format(print=heading, of=names)
    return [(cell, message) for _, cell, message in said(check(("List", grid)), "text-may-change-order")]


@pytest.mark.parametrize(
    ("heading", "names", "others"),
    [
        ("Print (surname)", FIRST_NAMES, SURNAMES),
        ("Tryk (efternavn)", FIRST_NAMES, SURNAMES),
        ("Name on shirt (first names this year)", SURNAMES, FIRST_NAMES),
        ("Flocage = prénom", SURNAMES, FIRST_NAMES),
        ("Rückenname + Anfangsbuchstabe Vorname", SURNAMES, WITH_INITIALS),
        ("Name on shirt with initial", SURNAMES, WITH_INITIALS),
    ],
)
def test_a_heading_that_asks_for_other_names_than_stand_below_it_is_shown(heading, names, others):
    assert print_told(heading, names) == [
        (
            "B1",
            f'The heading at B1 says "{heading}". All rows are ordered as they stand, whatever the heading says: if something is '
            "to be different, change the rows themselves.",
        )
    ]
    assert print_told(heading, others) == []


def test_initials_by_themselves_are_what_stands_below():
    assert print_told("Initials", ("AL", "BR", "CF")) == []


@pytest.mark.parametrize(
    "heading", ["No. (front + back)", "Numéro (devant aussi)", "Nr. (auch vorne)", "Number in front"]
)
def test_a_number_that_is_wanted_in_front_too_is_shown(heading):
    assert [cell for _, cell, _ in told(number=heading)] == ["B1"]
    assert told(number="Number (back)") == []


@pytest.mark.parametrize("heading", ["hinten Vereinsname statt Spielername", "Remarques : noms en blanc"])
def test_a_heading_over_nothing_that_wants_something_of_all_rows_is_shown(heading):
    assert [(cell, f'says "{heading}"' in message) for _, cell, message in told(more=f"|{heading}")] == [("E1", True)]


@pytest.mark.parametrize("heading", ["Instead of", "Change", "Not needed?", "Remarks", "Who pays for it"])
def test_a_heading_over_nothing_that_a_form_has_for_answers_is_not(heading):
    assert told(more=f"|{heading}") == []


def test_sleeves_in_the_heading_of_a_garment_that_are_not_in_its_title_are_shown():
    grid = "Player|Name on shirt|Number|Size|Home shirt langarm\nAnn Lee|LEE|3|S|x\nBo Ray|RAY|4|M|x"
    assert [cell for _, cell, _ in said(check(("List", grid)), "text-may-change-order")] == ["E1"]
