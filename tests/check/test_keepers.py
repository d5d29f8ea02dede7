"""Who is called a goalkeeper beside the order, and rows that name no design beside others that do."""

from __future__ import annotations

import pytest

from roster_import.sandbox import SandboxOptions, start
from roster_import.sandbox.options import KitMakerSwitches

CATALOGUE = (
    ("Title", "Kind", "ID", "Placeholders", "Sizes"),
    ("Home shirt", "design", 1, "NameLogo 601001, NumberLogo 601002", "S;M;L;XL"),
    ("Keeper shirt", "design", 2, "NameLogo 601003, NumberLogo 601004", "S;M;L;XL"),
    ("Keeper gloves", "design", 3, "none", "S;M;L;XL"),
)
PEOPLE = (("Ada Holm", "1"), ("Bo Lund", "2"), ("Cy Orr", "3"), ("Di Ek", "12"))


def warned(desk, headings, rows, *args, catalogue=CATALOGUE):
    desk.build(headings=headings, rows=rows, catalogue=catalogue)
    run = desk.quick("check", "--json", "club.xlsx", "--print-name", "none", *args)
    assert run.status == 0, run.problems
    return [(p["code"], p["cell"], p["message"]) for p in run.problems]


def roster(*texts):
    return [(who, number, "M", text) for (who, number), text in zip(PEOPLE, texts, strict=True)]


@pytest.mark.parametrize(("heading", "texts"), [
    ("Position", ("GK", "Def", "Mid", "gk")), ("Remarks", ("GK until May, then we will see", "", "", "gk")),
])  # fmt: skip
def test_a_keeper_who_gets_the_shirt_of_the_others_is_said(desk, heading, texts):
    told = warned(desk, ("Player", "Number", "Size", heading), roster(*texts), "--design", "Home shirt")
    assert told == [(
        "keeper-in-other-shirt", "D2",
        f'Rows 2 and 5 say “GK” under "{heading}" and are ordered as Home shirt, while there is Keeper shirt. If that is wanted, '
        "name it for these rows in a column headed Design.",
    )]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "word"), [("Posição", "GR"), ("Position", "Tor"), ("Position", "MV"), ("Ruolo", "POR")]
)
def test_short_forms_for_the_keeper_count_under_a_word_for_a_position(desk, heading, word):
    texts = (word, "Def", "Mid", "Mid")
    (told,) = warned(desk, ("Player", "Number", "Size", heading), roster(*texts), "--design", "Home shirt")
    assert told[:2] == ("keeper-in-other-shirt", "D2")
    assert f"“{word}”" in told[2]


def test_the_same_letters_under_another_heading_are_not_the_keeper(desk):
    rows = roster("MV", "BL", "MV", "BL")
    assert warned(desk, ("Player", "Number", "Size", "House"), rows, "--design", "Home shirt") == []


def test_a_keeper_is_told_of_the_shirt_and_not_of_the_shorts(desk):
    catalogue = (*CATALOGUE, ("Shorts", "design", 4, "none", "S;M;L;XL"))
    rows = [(who, number, "M", "L", text) for (who, number), text in zip(PEOPLE, ("GK", "", "", ""), strict=True)]
    sizes = ("--map", "Shirt size=size:Home shirt", "--map", "Shorts size=size:Shorts")
    headings = ("Player", "Number", "Shirt size", "Shorts size", "Remarks")
    told = warned(desk, headings, rows, *sizes, catalogue=catalogue)
    assert [
        (code, cell, message.partition(",")[0]) for code, cell, message in told if code == "keeper-in-other-shirt"
    ] == [("keeper-in-other-shirt", "E2", 'Row 2 says “GK” under "Remarks" and is ordered as Home shirt')]


def test_a_size_of_two_shirts_orders_both_and_the_keeper_is_told_of_both(desk):
    catalogue = (
        *CATALOGUE,
        ("Away shirt", "design", 4, "none", "S;M;L;XL"),
        ("Shorts", "design", 5, "none", "S;M;L;XL"),
    )
    rows = [(who, number, "M", "L", text) for (who, number), text in zip(PEOPLE, ("GK", "", "", ""), strict=True)]
    headings = ("Player", "Number", "Shirt size", "Shorts size", "Remarks")
    mapping = ("--map", "Shirt size=size:Home shirt; Away shirt")
    told = warned(desk, headings, rows, *mapping, catalogue=catalogue)
    assert [message.partition(",")[0] for code, _, message in told if code == "keeper-in-other-shirt"] == [
        'Row 2 says “GK” under "Remarks" and is ordered as Home shirt and Away shirt'
    ]


@pytest.mark.parametrize("heading", ["Position", "Pozycja", "Rolle"])
def test_a_club_without_a_shirt_for_keepers_is_told_nothing_of_them(desk, heading):
    catalogue = (CATALOGUE[0], CATALOGUE[1], CATALOGUE[3])
    rows = roster("Torwart", "Abwehr", "Sturm", "Sturm")
    assert (
        warned(desk, ("Player", "Number", "Size", heading), rows, "--design", "Home shirt", catalogue=catalogue) == []
    )


def test_a_keeper_whose_row_names_the_design_is_no_question(desk):
    rows = [(*row, design) for row, design in zip(roster("GK", "Def", "Mid", "GK"), ("Home shirt",) * 4, strict=True)]
    assert warned(desk, ("Player", "Number", "Size", "Position", "Design"), rows) == []


def test_a_keeper_who_gets_the_keepers_shirt_too_is_no_question(desk):
    rows = [
        (*row, design)
        for row, design in zip(roster("GK", "Def", "Mid", "Def"), ("Keeper shirt", *("Home shirt",) * 3), strict=True)
    ]
    rows.append(("Ada Holm", "1", "M", "GK", ""))
    told = warned(desk, ("Player", "Number", "Size", "Position", "Design"), rows, "--design", "Home shirt")
    assert [code for code, _, _ in told] == ["design-left-blank"]


def test_who_stands_under_the_title_of_the_keepers_is_told_of_their_shirt_though_the_row_names_another(desk):
    headings = ("Player", "Number", "Size", "Design")
    shirts = ("Home shirt", "Keeper shirt", "Home shirt", "Home shirt")
    ada, bo, cy, di = roster(*shirts)
    told = warned(desk, headings, [("Goalkeepers",), ada, bo, ("Players",), cy, di])
    assert told == [(
        "keeper-in-other-shirt", "A2",
        "Row 3 stands under “Goalkeepers” and is ordered as Home shirt, while there is Keeper shirt. If that one is wanted, "
        "write it as the design of this row.",
    )]  # fmt: skip


@pytest.mark.parametrize(
    "title",
    ["Guarda-redes:", "Målvakter:", "Brankáři:", "Portieri", "Maalivahdit:", "Bramkarze", "Keepere:", "Målmænd:", "Goleiros:",
     "Gardiens de but", "Torhüterinnen:", "Porteros", "Portiere:"],
)  # fmt: skip
def test_keepers_are_known_by_every_form_of_the_word_and_told_of_once(desk, title):
    ada, bo, cy, di = roster(*["Home shirt"] * 4)
    told = warned(desk, ("Player", "Number", "Size", "Design"), [ada, bo, (title,), cy, di])
    assert told == [(
        "keeper-in-other-shirt", "A4",
        f"Rows 5 and 6 stand under “{title}” and are ordered as Home shirt, while there is Keeper shirt. If that one is wanted, "
        "write it as the design of these rows.",
    )]  # fmt: skip
    rows = roster("", "", title.strip(":"), "")
    told = warned(desk, ("Player", "Number", "Size", "Position"), rows, "--design", "Home shirt")
    assert [(code, cell) for code, cell, _ in told] == [("keeper-in-other-shirt", "D4")]


@pytest.mark.parametrize("player", ["Torwart: Ada Holm", "Ada Holm (GK)", "Ada Holm – keeper"])
def test_who_is_called_a_keeper_beside_the_name_is_told_of_the_shirt(desk, player):
    rows = [(player, "1", "M", "Home shirt"), ("Keeper Jones", "2", "M", "Home shirt")]
    told = warned(desk, ("Player", "Number", "Size", "Design"), rows)
    assert [(code, cell) for code, cell, _ in told] == [("keeper-in-other-shirt", "A2")]


WITH_SHORTS = (*CATALOGUE, ("Away shirt", "design", 4, "none", "S;M;L;XL"), ("Shorts", "design", 5, "none", "S;M;L;XL"))
SIZES = ("--map", "Shirt size=size:Home shirt", "--map", "Shorts size=size:Shorts")


def marked(desk, heading, marks, *args):
    rows = [(who, number, "M", "L", mark) for (who, number), mark in zip(PEOPLE, marks, strict=True)]
    headings = ("Player", "Number", "Shirt size", "Shorts size", heading)
    return warned(desk, headings, rows, *SIZES, *args, catalogue=WITH_SHORTS)


@pytest.mark.every(3)
@pytest.mark.parametrize("mark", ["yes", "x", "ja"])
@pytest.mark.parametrize("heading", ["Keeper?", "GK", "Torwart", "Målmand", "Målvakt", "doelman", "Gardien"])
def test_a_mark_under_a_heading_that_says_goalkeeper_tells_of_the_shirt_and_nothing_is_asked(desk, heading, mark):
    assert marked(desk, heading, (mark, "", "", "")) == [(
        "keeper-in-other-shirt", "E2",
        f'Row 2 says “{mark}” under "{heading}" and is ordered as Home shirt, while there is Keeper shirt. If that is wanted, '
        'write the size of this row into a column headed Size Keeper shirt instead of "Shirt size".',
    )]  # fmt: skip


@pytest.mark.parametrize("answer", ["ignored", "order-if-yes", "team", "price"])
def test_a_mark_of_a_keeper_is_seen_whatever_the_column_was_said_to_be(desk, answer):
    told = marked(desk, "Keeper?", ("yes", "no", "", ""), "--map", f"Keeper?={answer}")
    assert [cell for code, cell, _ in told if code == "keeper-in-other-shirt"] == ["E2"]


BOTH = (
    "keeper-in-both-shirts", "E2",
    'Row 2 is ordered as Home shirt, and as Keeper shirt too for the “yes” under "Keeper shirt". If only Keeper shirt is wanted, '
    "write its size in place of the “yes”, and a dash in place of the size of Home shirt.",
)  # fmt: skip


@pytest.mark.parametrize(("heading", "told"), [("Keeper?", []), ("Keeper shirt", [BOTH])])
def test_a_mark_that_orders_the_keepers_shirt_orders_it_beside_the_other(desk, heading, told):
    args = ("--map", f"{heading}=design:Keeper shirt")
    assert marked(desk, heading, ("yes", "", "", ""), *args) == told
    run = desk.quick("check", "--json", "club.xlsx", "--print-name", "none", *SIZES, *args)
    assert [order["pieces"] for order in run.file["orders"]] == [2 * len(PEOPLE) + 1]


@pytest.fixture
def sandbox():
    """A sandbox that takes any design."""
    with start(SandboxOptions(delay=0.02, kitmaker=KitMakerSwitches(unknown_item="accepted"))) as running:
        yield running


def test_rows_that_name_no_design_beside_others_that_do_are_ordered_as_said_of_every_row(desk, sandbox):
    headings = ("Player", "Number", "Size", "Shirt type")
    rows = roster("Keeper shirt", "", "", "Home shirt")
    args = ("--map", "Shirt type=design", "--design", "Home shirt")
    assert warned(desk, headings, rows, *args) == [(
        "design-left-blank", "D3",
        'Rows 3 and 4 name nothing under "Shirt type" and are ordered as Home shirt, as was said of every row. Fill in what is '
        "wanted there, if it is something else.",
    )]  # fmt: skip
    run = desk.quick("--json", "--accept-warnings", "--print-name", "none", "club.xlsx", *args)
    assert run.status == 0, run.problems
    (taken,) = sandbox.orders()
    assert {
        design["designId"]: [instance["number"] for instance in design["instances"]]
        for design in taken["body"]["designs"]
    } == {2: ["1"], 1: ["2", "3", "12"]}


def test_a_row_with_a_logo_of_its_own_needs_no_design(desk):
    catalogue = (*CATALOGUE, ("Badge", "logo", 9, "", ""))
    headings = ("Player", "Number", "Size", "Design", "Logo")
    rows = [("Ada Holm", "1", "M", "Home shirt", ""), ("Bo Lund", "", "", "", "Badge")]
    told = warned(desk, headings, rows, "--design", "Home shirt", catalogue=catalogue)
    assert told == []


@pytest.mark.parametrize(("who", "word"), [("Ada Holm (GR)", "GR"), ("Ada Holm (mv)", "mv"), ("Ada Holm [Tor]", "Tor")])
def test_short_forms_for_the_keeper_count_beside_a_name(desk, who, word):
    rows = [(who, "1", "M"), *((name, number, "M") for name, number in PEOPLE[1:])]
    assert warned(desk, ("Player", "Number", "Size"), rows, "--design", "Home shirt") == [(
        "keeper-in-other-shirt", "A2",
        f'Row 2 says “{word}” under "Player" and is ordered as Home shirt, while there is Keeper shirt. If that is wanted, name '
        "it for this row in a column headed Design.",
    )]  # fmt: skip


def test_a_keeper_in_the_remarks_is_told_though_every_row_names_its_design(desk):
    rows = [(*each, "Home shirt") for each in roster("GK", "", "", "")]
    assert warned(desk, ("Player", "Number", "Size", "Comments", "Design"), rows) == [(
        "keeper-in-other-shirt", "D2",
        'Row 2 says “GK” under "Comments" and is ordered as Home shirt, while there is Keeper shirt. If that is wanted, name it '
        'for this row under "Design".',
    )]  # fmt: skip


@pytest.mark.parametrize(
    "heading",
    ["Playing in goal?", "In goal", "Spielt im Tor?", "Spelar i mål", "Op doel", "Dans les buts ?", "Plays goalie"],
)
def test_a_question_who_keeps_goal_is_one_in_any_words(desk, heading):
    rows = roster("Yes", "No", "No", "No")
    told = warned(desk, ("Player", "Number", "Size", heading), rows, "--design", "Home shirt")
    assert [(code, cell) for code, cell, _ in told] == [("keeper-in-other-shirt", "D2")]
