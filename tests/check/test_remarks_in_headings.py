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
