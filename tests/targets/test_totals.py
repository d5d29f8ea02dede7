"""A total that is not the sum of its parts is said; a rounding step is none."""

from __future__ import annotations

import pytest

from roster_import.model.placement import Confirmation
from roster_import.targets.amounts import total_differences


@pytest.mark.parametrize(
    ("money", "said"),
    [
        (("2817.03", "704.26", "25.0", "3521.28"), []),  # the vendor's own example
        (("100", "25.00", "25", "125.01"), []),
        (("100", "25.00", "25", "125.02"), [
            "the total 125.02 is not the sub total 100.00 and the VAT 25.00 together (125.00)."]),
        (("100", "20", "25.0", "120"), ["the VAT 20.00 is not 25.0 % of the sub total 100.00."]),
        (("100", "1", "25", "7"), [
            "the total 7.00 is not the sub total 100.00 and the VAT 1.00 together (101.00).",
            "the VAT 1.00 is not 25 % of the sub total 100.00."]),
        ((None, None, None, "12"), []),
        (("12", "3", None, None), []),
        (("twelve", "3", "25", "15"), []),
    ],
)  # fmt: skip
def test_the_total_is_the_sum_of_its_parts(money, said):
    sub_total, vat, rate, total = money
    found = total_differences(Confirmation(sub_total=sub_total, vat=vat, vat_rate=rate, total=total))
    assert [one.message for one in found] == said


def test_a_total_that_does_not_add_up_is_a_difference_of_the_order(desk, sandbox):
    desk.build()
    sandbox.ask_for("place:confirm-other-total")
    run = desk.quick("--json", "club.xlsx")
    (difference,) = run.file["orders"][0]["differences"]
    assert run.status == 3
    assert difference["what"] == "total"
    assert " and the VAT " in difference["message"]
