"""1, 2, 3 … down the rows: asked about where it can be printed, and not where no garment has a place for a number."""

from __future__ import annotations

import pytest

from tests.check.test_office_cases import check, codes, ordered, said

ROWS = "{}|Name|Size|Design\n1|ANN LEE|M|{}\n2|BO RAY|L|Shorts\n3|CY FOX|S|Shorts"


@pytest.mark.parametrize("heading", ["#", "Nr", "No."])
def test_where_no_garment_takes_a_number_it_only_counts(heading):
    checked = check(("List", ROWS.format(heading, "Training shirt")), print_name="none")
    assert codes(checked) == []
    assert ordered(checked) == [("", "", "M", 1), ("", "", "L", 1), ("", "", "S", 1)]
    alone = ROWS.format(heading, "").replace("|Design", "").replace("|Shorts", "")
    assert codes(check(("List", alone), print_name="none", design="Shorts")) == []


@pytest.mark.parametrize("design", ["Home shirt", "", "Cape"])
def test_where_one_does_or_nobody_knows_it_is_asked_about(design):
    assert "column-unclear" in codes(check(("List", ROWS.format("#", design)), print_name="none"))


def test_numbers_that_nothing_prints_can_be_set_aside_with_their_column():
    rows = "Nr.|Name|Size\n11|ANN LEE|M\n4|BO RAY|L\n9|CY FOX|S"
    told = said(check(("List", rows), print_name="none", design="Shorts"), "number-not-printable")
    assert [(cell, message) for _, cell, message in told] == [
        (
            f"A{row}",
            f"Shorts has no place for a number, so “{number}” would not be printed. Empty the cell, or choose another design. If "
            'nothing of this column is to be printed: --map "Nr.=ignored".',
        )
        for row, number in ((2, 11), (3, 4), (4, 9))
    ]


def test_where_some_of_them_are_printed_the_column_is_not_set_aside():
    rows = "Nr.|Name|Size|Design\n11|ANN LEE|M|Shorts\n4|BO RAY|L|Home shirt\n9|CY FOX|S|Shorts"
    told = said(check(("List", rows), print_name="none"), "number-not-printable")
    assert [("=ignored" in message) for _, _, message in told] == [False, False]
