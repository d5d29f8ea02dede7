"""Ticks and crosses in one column: ✔ is a yes and ✘ a no; what an x beside them means is asked."""

import pytest

MAP = ("--map", "Socks=design:Socks")
CATALOGUE = (
    ("Title", "Kind", "ID", "Placeholders", "Sizes"),
    ("Home shirt", "design", 1, "NameLogo 601001;NumberLogo 601002", "S;M;L"),
    ("Socks", "design", 2, "none", ""),
)


def build(desk, heading, cells):
    rows = [(f"Player {chr(65 + at)}", at + 1, "M", "Home shirt", cell) for at, cell in enumerate(cells)]
    desk.build(headings=("Player", "Number", "Size", "Design", heading), rows=rows, catalogue=CATALOGUE)


def pieces(run):
    return [order["pieces"] for order in run.file["orders"]]


def check(desk, *args):
    return desk.quick("check", "--json", "club.xlsx", "--print-name", "none", *args)


@pytest.mark.parametrize(
    ("yes", "no"),
    [("✔", "✘"), ("✓", "✗"), ("✅", "❌"), ("✔️", "✖️"), ("☑", "☐"), ("○", "×"), ("✔", "no"), ("×", "")],
)
def test_a_cross_beside_ticks_is_a_no(desk, yes, no):
    build(desk, "Socks", [yes, no, no, yes, "", yes])
    run = check(desk, *MAP)
    assert (run.status, pieces(run)) == (0, [6 + 3])


@pytest.mark.parametrize("sign", ["x", "☒"])
def test_of_an_x_beside_ticks_nobody_can_tell(desk, sign):
    build(desk, "Socks", ["✔", sign, "", "✔", "", ""])
    run = check(desk, *MAP)
    assert [(p["code"], p["cell"], p["message"]) for p in run.problems if p["level"] == "error"] == [
        (
            "mark-unclear",
            "E3",
            f"“{sign}” stands beside ticks, so nobody knows whether it is a yes or a no. Write yes or no.",
        )
    ]


def test_a_cross_that_may_be_a_no_is_asked_where_there_is_no_tick(desk):
    build(desk, "Socks", ["❌", "", "❌", "", "", ""])
    run = check(desk, *MAP)
    assert [p["cell"] for p in run.problems if p["level"] == "error"] == ["E2"]


@pytest.mark.parametrize("cells", [["✔", "✘"] * 3, ["✅", "❌", "", "✅", "❌", ""], ["☑", "☐"] * 3])
def test_ticks_under_a_garment_that_the_catalogue_lacks_are_asked_about(desk, cells):
    build(desk, "Cap", cells)
    assert [(p["code"], p["cell"]) for p in check(desk).problems] == [("column-unknown", "E1")]


def test_rows_are_chosen_by_ticks(desk):
    build(desk, "Order?", ["✔", "✘", "✔", "✘", "✔", ""])
    run = check(desk, "--map", "Order?=order-if-yes")
    assert (run.status, pieces(run)) == (0, [3])
    assert [p["code"] for p in run.problems] == ["rows-not-chosen"]


def test_where_rows_are_chosen_an_x_beside_ticks_is_asked(desk):
    build(desk, "Order?", ["✔", "x", "✔", "", "✔", ""])
    run = check(desk, "--map", "Order?=order-if-yes")
    assert [p["message"] for p in run.problems if p["level"] == "error"] == [
        '“x” under "Order?" says neither yes nor no, so nobody knows whether the row is ordered. Write yes or no.'
    ]


def test_what_nobody_orders_by_goes_through(desk):
    build(desk, "Paid", ["✅", "❌"] * 3)
    run = check(desk)
    assert (run.status, run.problems) == (0, [])
