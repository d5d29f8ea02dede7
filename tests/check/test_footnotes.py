"""Marks behind names and numbers that a note explains: what was suggested without them waits until somebody has read it."""

from __future__ import annotations

import pytest

from tests.check.test_office_cases import check, said

ROWS = "Name|Number|Size|Design\nLEE|7|M|Home shirt\nRAY|10*|L|Home shirt\nFOX|9|S|Home shirt\n\n"
NO_DIGITS = "Number “10*” is not digits only. Write the number as digits, or leave it empty for none."


def told(note: str) -> list[tuple[str, str | None, str]]:
    return said(check(("List", ROWS + note), print_name="as-written"), "number-not-digits")


@pytest.mark.parametrize(
    "note",
    ["* = wants 11 if it is free", "* wants 11 if it is free", "*) möchte lieber die 11", "* gets long sleeves"],
)
def test_a_number_with_a_mark_that_a_note_explains_is_not_suggested_without_it(note):
    message = f"{NO_DIGITS} The note at A6 says what the mark means: read it first."
    assert told(note) == [("number-not-digits", "B3", message)]
    noted = said(check(("List", ROWS + note), print_name="as-written"), "text-may-change-order")
    assert [cell for _, cell, _ in noted] == ["A6"]


@pytest.mark.parametrize("note", ["* captain", "** paid", "Thank you!", "# wants 11"])
def test_what_a_note_says_of_nothing_that_is_ordered_hinders_no_suggestion(note):
    assert told(note) == [("number-not-digits", "B3", f"{NO_DIGITS} Did you mean 10?")]


def test_a_safe_suggestion_waits_as_well():
    checked = check(("List", f"{ROWS}* wants 11 if it is free"), print_name="as-written", apply_safe=True)
    assert [(line.name, line.number) for line in checked.lines if line.name == "RAY"] == []
    assert [cell for _, cell, _ in said(checked, "number-not-digits")] == ["B3"]
