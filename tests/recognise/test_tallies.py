"""A count of sizes beside the roster is not the roster, and no size matrix."""

from __future__ import annotations

import pytest
from recognise_grids import described
from test_recognise_own_layouts import recognise_grid

HEADINGS = ("Player", "Name", "Number", "Size", "Design")
ROWS = (
    ("Ada Holm", "HOLM", "7", "M", "Away kit"),
    ("Bo Lund", "LUND", "8", "L", "Away kit"),
    ("Cy Frost", "FROST", "4", "M", "Away kit"),
    ("Dee Marsh", "MARSH", "5", "S", "Away kit"),
    ("Eli Stone", "STONE", "6", "XL", "Away kit"),
)
ALL = [
    ("HOLM", "7", "M", 1),
    ("LUND", "8", "L", 1),
    ("FROST", "4", "M", 1),
    ("MARSH", "5", "S", 1),
    ("STONE", "6", "XL", 1),
]
BELOW = (("Size", "Count"), ("S", 1), ("M", 2), ("L", 1), ("XL", 1), ("Total", 5))
BARE = (("S", 1), ("M", 2), ("L", 1), ("XL", 1))
ACROSS = (("S", "M", "L", "XL"), (1, 2, 1, 1))
SUMMED = (("S", "M", "L", "XL", "Total"), (1, 2, 1, 1, 5))


def beside(rows, tally, at):
    """The roster with the tally an empty column to the right, its first row beside row `at`."""
    wide = max(map(len, tally))
    return [
        (*row, "", *(tally[number - at] if 0 <= number - at < len(tally) else [""] * wide))
        for number, row in enumerate(
            [HEADINGS, *rows, *[("",) * len(HEADINGS)] * max(0, at + len(tally) - len(rows) - 1)]
        )
    ]


@pytest.mark.every(3)
@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("tally", [BELOW, BARE, ACROSS, SUMMED], ids=["below", "bare", "across", "summed"])
def test_a_tally_beside_the_roster_orders_nothing_and_is_said(desk, sandbox, tally, at):
    headings, *rows = beside(ROWS, tally, at)
    desk.build(headings=headings, rows=rows)
    run = desk.quick("--json", "--accept-warnings", "club.xlsx")
    assert run.status == 0, run.problems
    keys = ("name", "number", "size", "quantity")
    instances = sandbox.orders()[0]["body"]["designs"][0]["instances"]
    assert [tuple(one[key] for key in keys) for one in instances] == ALL
    last = f"{'GHIJK'[len(tally[-1]) - 1]}{at + len(tally)}"
    assert [(p["code"], p["cell"], p["message"]) for p in run.problems] == [
        (
            "tally-agrees",
            f"G{at + 1}",
            f"The table at G{at + 1} to {last} on sheet Roster counts the sizes as the rows have them. Nothing is ordered from "
            "it.",
        )
    ]


def test_a_roster_with_a_column_left_free_stays_one(desk, sandbox):
    headings = ("Player", "Name", "Number", "", "Size", "Quantity", "", "Design")
    rows = [(*row[:3], "", row[3], at + 1, "", row[4]) for at, row in enumerate(ROWS)]
    desk.build(headings=headings, rows=rows)
    run = desk.quick("--json", "--accept-warnings", "club.xlsx")
    assert run.status == 0, run.problems
    assert [one["quantity"] for one in sandbox.orders()[0]["body"]["designs"][0]["instances"]] == [1, 2, 3, 4, 5]


UNDER_OTHER_COLUMNS = tuple(("", "", "", *pair) for pair in BARE)


@pytest.mark.parametrize("tally", [ACROSS, SUMMED, UNDER_OTHER_COLUMNS], ids=["across", "summed", "under others"])
def test_a_tally_below_the_roster_orders_nothing_and_is_said(desk, sandbox, tally):
    desk.build(headings=HEADINGS, rows=[*ROWS, ("",), *tally])
    run = desk.quick("--json", "--accept-warnings", "club.xlsx")
    assert run.status == 0, run.problems
    keys = ("name", "number", "size", "quantity")
    instances = sandbox.orders()[0]["body"]["designs"][0]["instances"]
    assert [tuple(one[key] for key in keys) for one in instances] == ALL
    assert [p["code"] for p in run.problems] == ["tally-agrees"]


@pytest.mark.parametrize(
    ("tally", "told"),
    [
        ((("S", 1), ("M", 3), ("XL", 1)), "M 3 and L 0, while the rows have M 2 and L 1"),
        ((("S", "M", "L", "XL"), (1, 2, 2, 1)), "L 2, while the rows have L 1"),
    ],
)
def test_a_tally_that_counts_otherwise_is_told(desk, tally, told):
    headings, *rows = beside(ROWS, tally, 0)
    desk.build(headings=headings, rows=rows)
    run = desk.quick("check", "--json", "club.xlsx")
    last = f"{'GHIJK'[len(tally[-1]) - 1]}{len(tally)}"
    assert [(p["code"], p["level"], p["message"]) for p in run.problems] == [
        (
            "tally-differs",
            "warning",
            f"The table at G1 to {last} on sheet Roster counts {told}. The rows are ordered as they stand: look which of the two "
            "is right.",
        )
    ]


def test_a_tally_counts_pieces_and_extra_large_sizes_however_they_are_spelled(desk):
    rows = [("Ada Holm", "HOLM", "7", "XXL", "Away kit", 2), ("Bo Lund", "LUND", "8", "m", "Away kit", 1)]
    rows = [
        (*rows[0], "", "2XL", 2),
        (*rows[1], "", "M", 2),
        ("Cy Frost", "FROST", "4", "M", "Away kit", 1, "", "", ""),
    ]
    desk.build(headings=(*HEADINGS, "Quantity", "", "Size", "Count"), rows=rows)
    run = desk.quick("check", "--json", "club.xlsx")
    assert [p["code"] for p in run.problems if "tally" in p["code"]] == ["tally-agrees"]


@pytest.mark.parametrize(
    "below",
    [
        (("S", "M", "L", "XL"), (3, 3, 0, 0)),  # another count: who knows of what
        tuple(("", "", number, size, "Away kit") for size, number in BARE),  # shirts for nobody in particular
    ],
)
def test_what_does_not_count_the_players_is_no_tally(desk, below):
    desk.build(headings=HEADINGS, rows=[*ROWS, ("",), *below])
    run = desk.quick("check", "--json", "club.xlsx")
    assert "table-left-out" not in [p["code"] for p in run.problems]


def test_a_chart_that_tells_how_large_sizes_are_is_no_part_of_the_roster():
    grid = """
        Dorsal|Nombre en camiseta|Talla|Prenda||Talla|Pecho (cm)|Largo (cm)
        1|MUNOZ|L|Portero||S|92-96|70
        2|NINO|M|Local||M|96-100|72
        3|GARCIA|M|Local||L|100-104|74
        4|PENA|S|Local||XL|104-108|76
        5|IBANEZ|L|Local||||
        6|CRUZ|XL|Local||Resumen:||
        |||||S|1|
        |||||M|3|
    """
    recognition = recognise_grid(grid)
    assert [problem.message for problem in recognition.problems if problem.code == "table-left-out"] == [
        "The table at F1 to G9 on sheet Sheet1 tells how large sizes are. Nothing is ordered from it."
    ]
    assert described(recognition.rosters[0]) == {"A": "number", "B": "name", "C": "size", "D": "design"}
