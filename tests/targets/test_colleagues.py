"""An order confirmed with other people is another's; ours with something wrong on it stays ours, and that is said."""

from __future__ import annotations

import pytest

from roster_import.targets.colleagues import of_others
from tests.orders import confirmed, design, garment, instance, order

SENT = order(design(instance("M", 1, "Smith", "10"), instance("L", 1, "Jones", "7", row=3), instance("S", 1)))


@pytest.mark.parametrize(
    "got",
    [
        (garment("M", 1, "Gus", "22"),),
        (garment("M", 1, "Gus"), garment("L", 1, number="22")),
    ],
)
def test_nobody_of_ours_is_on_a_colleagues_order(got):
    assert of_others(SENT, confirmed(*got))


@pytest.mark.parametrize(
    "got",
    [
        (garment("M", 1, "Smith", "10"), garment("L", 1, "Jones", "8"), garment("S", 1)),  # one number is wrong
        (garment("M", 1, "Smith", "1"),),
        (garment("M", 1, "SMI", "010"),),
        (garment("M", 1, "Smith", "10"), garment("M", 1, "Gus", "22")),  # more than was sent
        (garment("M", 1), garment("L", 1)),  # nothing is shown of what is printed
        (),
    ],
)
def test_what_is_wrong_with_ours_does_not_make_it_anothers(got):
    assert not of_others(SENT, confirmed(*got))
