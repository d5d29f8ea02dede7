"""1, 2, 3 … down the rows: asked about where it can be printed, and not where no garment has a place for a number."""

from __future__ import annotations

import pytest

from tests.check.test_office_cases import check, codes, ordered

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
