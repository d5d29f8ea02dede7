"""A column that marks who keeps goal: known where nothing can be lost, else asked with that as the first answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import sheet_of

from roster_import.model.layout import Fate
from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import Hints, recognise
from roster_import.recognise.keepers import heads_keepers, is_shirt_of_keepers

CATALOGUE = frozenset({"home shirt", "goalkeeper shirt", "shorts"})
HEADINGS = (
    "Keeper?", "GK", "Torwart", "Målmand", "Målvakt", "doelman", "Gardien", "Keeper (yes/no)", "isGoalkeeper", "Er målmand?",
)  # fmt: skip
AT_ONCE = ("yes", "", "no", "")


def column(heading, marks, catalogue=CATALOGUE, sizes="MLSM"):
    rows = [f"Ada{at}|{at}|{size}|{mark}" for at, (size, mark) in enumerate(zip(sizes, marks, strict=True), 4)]
    sheet = sheet_of("\n".join((f"Player|Number|Shirt size|{heading}", *rows)))
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet,))
    recognition = recognise(workbook, Hints(catalogue=catalogue))
    return recognition.rosters[0].columns[-1], recognition.questions


@pytest.mark.parametrize("heading", HEADINGS)
def test_marks_of_a_few_who_order_a_shirt_anyway_say_who_keeps_goal(heading):
    assert heads_keepers(heading)
    reading, questions = column(heading, AT_ONCE)
    assert (reading.fate, questions) == (Fate.NO_PART, ())


@pytest.mark.parametrize(
    "heading", ["Keeper shirt", "Keeper gloves", "Player", "Goalkeeper coach", "Position", "", "Is paid"]
)
def test_a_heading_that_says_more_is_no_mark_of_keepers(heading):
    assert not heads_keepers(heading)


@pytest.mark.parametrize(("marks", "more"), [
    (("x", "x", "", ""), {}),  # half of them
    (AT_ONCE, {"catalogue": frozenset({"home shirt", "keeper gloves"})}),
    (AT_ONCE, {"sizes": ("", "L", "S", "M")}),  # who keeps goal orders nothing else
])  # fmt: skip
def test_where_a_mark_may_be_all_that_orders_it_is_asked_with_the_keeper_first(marks, more):
    reading, (question,) = column("Keeper?", marks, **more)
    assert reading.fate is Fate.ASKED
    assert [candidate.words for candidate in question.candidates] == [
        "who keeps goal; a yes orders nothing by itself",
        "Keeper? as well as what the row orders anyway",
        "only rows with a yes are ordered",
        "rows with a yes are not ordered",
    ]


@pytest.mark.parametrize(
    ("title", "is_theirs"),
    [
        ("Goalkeeper shirt", True), ("Torwarttrikot", True), ("Målmandstrøje", True), ("Keeper kit", True),
        ("Home shirt", False), ("Keeper gloves", False), ("Keeper", False),
    ],
)  # fmt: skip
def test_a_shirt_of_keepers_says_both(title, is_theirs):
    assert is_shirt_of_keepers(title) is is_theirs
