"""A mark for a second shirt: said to order the title that the row names, it orders it once more; a count of it is asked about."""

from __future__ import annotations

import pytest
from test_layouts_not_read import said, written

HEADINGS = ("Zweittrikot", "2 Trikots", "Doppelt", "Tweede shirt", "Druhý dres", "Ersatztrikot", "Second shirt")


def rows(heading, mark):
    return [
        ("Name on shirt", "Number", "Size", "Design", heading),
        ("ADA", 4, "M", "Away kit", mark),
        ("BO", 5, "L", "Away kit", None),
    ]


def ordered(sandbox):
    instances = sandbox.orders()[0]["body"]["designs"][0]["instances"]
    return sorted((instance["name"], instance["quantity"]) for instance in instances)


@pytest.mark.parametrize(
    ("heading", "ada"), [*((heading, 2) for heading in HEADINGS), ("Trikot", 1), ("Away kit", 1), ("Auswärtstrikot", 1)]
)
def test_a_mark_that_was_said_to_order_the_same_title_orders_one_more(desk, sandbox, heading, ada):
    written(desk, rows(heading, "x"))
    assert desk.quick("club.xlsx", "--yes", "--map", f"{heading}=design:Away kit").status == 0
    assert sum(quantity for name, quantity in ordered(sandbox) if name == "ADA") == ada
    assert sum(quantity for name, quantity in ordered(sandbox) if name == "BO") == 1


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_count_of_second_shirts_is_asked_about(desk, heading):
    written(desk, rows(heading, 1))
    ((code, cell, message),) = said(desk, "--map", f"{heading}=quantity:Away kit")
    assert (code, cell) == ("one-more", "E2")
    assert message.startswith(
        f'"{heading}" is filled in, and the Design of this row orders Away kit already. If 1 more is wanted, write 2 as the '
        "quantity, or a row of its own for it; if not, empty this cell."
    )


@pytest.mark.parametrize(
    "heading", ["2nd shirt size", "Zweittrikot", "Spare shirt size", "Tweede maat", "Størrelse ekstra trøje"]
)
def test_the_size_of_a_second_shirt_is_asked_about_and_ordered_once_somebody_said_so(desk, sandbox, heading):
    sized = [
        ("Name on shirt", "Number", "Size", "Design", heading),
        ("ADA", 4, "M", "Away kit", "L"),
        ("BO", 5, "L", "Away kit", None),
    ]
    written(desk, sized)
    assert said(desk) == [
        (
            "one-more",
            "E2",
            f'"{heading}" is filled in, and this row orders Away kit already, in the size of another column. If one more is '
            f'wanted in this size: --map "{heading}=size:Away kit". Or write a row of its own for it; if not, empty this cell. '
            f'If nothing is ordered from the column: --map "{heading}=ignored".',
        )
    ]
    assert desk.quick("club.xlsx", "--yes", "--map", f"{heading}=size:Away kit").status == 0
    instances = sandbox.orders()[0]["body"]["designs"][0]["instances"]
    assert sorted((each["name"], each["size"]) for each in instances) == [("ADA", "L"), ("ADA", "M"), ("BO", "L")]
