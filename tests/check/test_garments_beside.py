"""Garments beside the shirt: their numbers, names, sizes and marks are theirs, and the shirt keeps its own."""

from __future__ import annotations

import pytest

from roster_import.model.layout import Meaning
from roster_import.sandbox import SandboxOptions, start
from roster_import.sandbox.options import KitMakerSwitches
from tests.check.test_office_cases import check, said

CATALOGUE = (
    ("Title", "Kind", "ID", "Placeholders", "Sizes"),
    ("Home shirt", "design", 1, "NameLogo 601001, NumberLogo 601002", "S;M;L;XL"),
    ("Match shorts", "design", 3, "NumberLogo 601003", "S;M;L;XL"),
    ("Tracksuit", "design", 4, "NameLogo 601004", "S;M;L;XL"),
)


@pytest.fixture
def sandbox():
    """A sandbox that takes any design."""
    with start(SandboxOptions(delay=0.02, kitmaker=KitMakerSwitches(unknown_item="accepted"))) as running:
        yield running


def ordered(desk, sandbox, headings, rows, *args):
    """Design -> what is ordered of it, as (name, number, size, quantity)."""
    desk.build(headings=headings, rows=rows, catalogue=CATALOGUE)
    run = desk.quick("--json", "--accept-warnings", "club.xlsx", *args)
    assert run.status == 0, run.problems
    (taken,) = sandbox.orders()
    keys = ("name", "number", "size", "quantity")
    return {
        design["designId"]: [tuple(one.get(key, "") for key in keys) for one in design["instances"]]
        for design in taken["body"]["designs"]
    }


def refused(desk, headings, rows, *args):
    desk.build(headings=headings, rows=rows, catalogue=CATALOGUE)
    run = desk.quick("check", "--json", "club.xlsx", *args)
    assert run.status == 1, run.out
    return [(p["code"], p["cell"], p["message"]) for p in run.problems if p["level"] == "error"]


SHORTS_NUMBERS = """
Number on shorts|Shorts number|Hosennummer|Nummer auf Hose|Nr. shorts|Shortsnummer|Nummer på shorts|Byxnummer|Broeknummer
Numéro du short|Número del pantalón|Numero pantaloncini|Número dos calções|Numer spodenek|Číslo trenýrek|Housunumero
Şort numarası|パンツ番号|하의 번호
"""


@pytest.mark.every(3)
@pytest.mark.parametrize("heading", [one for line in SHORTS_NUMBERS.strip().splitlines() for one in line.split("|")])
def test_the_shirt_keeps_its_own_number_beside_that_of_the_shorts(desk, sandbox, heading):
    headings = ("Player", "Name", "Nummer", "Size", heading, "Design")
    rows = (
        ("Ada Holm", "HOLM", "10", "M", "9", "Home shirt; Match shorts"),
        ("Bo Lund", "LUND", "7", "L", "3", "Home shirt"),
    )
    taken = ordered(desk, sandbox, headings, rows)
    assert taken[1] == [("HOLM", "10", "M", 1), ("LUND", "7", "L", 1)]
    assert taken[3] == [("", "9", "M", 1)]


@pytest.mark.parametrize(
    "heading",
    [
        "Number of siblings",
        "Antal søskende",
        "Anzahl Geschwister",
        "Aantal broers",
        "Liczba rodzeństwa",
        "Počet sourozenců",
    ],
)
def test_how_many_of_something_else_is_not_how_many_shirts(desk, sandbox, heading):
    headings = ("Player", "Name", "Number", "Size", heading, "Design")
    desk.build(headings=headings, rows=(("Ada", "HOLM", "10", "M", "9", "Home shirt"),) * 1, catalogue=CATALOGUE)
    run = desk.quick("check", "--json", "club.xlsx")
    columns = {column["heading"]: column["meaning"] for column in run.file["understood"][0]["columns"]}
    assert columns[heading] == "ignored"


def test_a_number_that_one_garment_of_the_row_has_no_place_for_stays_on_the_others(desk, sandbox):
    headings = ("Player", "Name", "Number", "Shirt size", "Tracksuit?", "Tracksuit size")
    rows = (("Ann Lee", "LEE", "3", "S", "yes", "M"), ("Bo Ray", "RAY", "4", "M", "no", ""))
    assert ordered(desk, sandbox, headings, rows) == {
        1: [("LEE", "3", "S", 1), ("RAY", "4", "M", 1)],
        4: [("LEE", "", "M", 1)],
    }


def test_so_it_does_where_one_cell_names_both(desk, sandbox):
    headings = ("Player", "Name", "Number", "Size", "Design")
    rows = (("Ann Lee", "LEE", "3", "S", "Home shirt; Tracksuit"), ("Bo Ray", "RAY", "4", "M", "Home shirt"))
    assert ordered(desk, sandbox, headings, rows) == {
        1: [("LEE", "3", "S", 1), ("RAY", "4", "M", 1)],
        4: [("LEE", "", "S", 1)],
    }


def test_a_number_that_no_garment_of_the_row_has_a_place_for_is_an_error(desk):
    headings = ("Player", "Name", "Number", "Size", "Design")
    assert refused(desk, headings, (("Ann Lee", "LEE", "3", "S", "Tracksuit"),)) == [
        (
            "number-not-printable",
            "C2",
            "Tracksuit has no place for a number, so “3” would not be printed. Empty the cell, or choose another design.",
        )
    ]


@pytest.mark.parametrize(
    "headings", [("Player", "Name", "Number", "Shirt size", "Shorts"), ("Player", "Name", "Number", "Shirt", "Shorts")]
)
def test_a_shirt_column_and_a_mark_under_shorts_are_a_shirt_and_shorts(desk, sandbox, headings):
    rows = (("Ann Lee", "LEE", "3", "S", "x"), ("Bo Ray", "RAY", "4", "M", ""), ("Cy Orr", "ORR", "5", "L", "x"))
    assert ordered(desk, sandbox, headings, rows) == {
        1: [("LEE", "3", "S", 1), ("RAY", "4", "M", 1), ("ORR", "5", "L", 1)],
        3: [("", "3", "S", 1), ("", "5", "L", 1)],
    }


def test_a_mark_under_shorts_beside_a_design_orders_both(desk, sandbox):
    headings = ("Player", "Name", "Number", "Size", "Design", "Shorts")
    rows = (("Ann Lee", "LEE", "3", "S", "Home shirt", "x"), ("Bo Ray", "RAY", "4", "M", "Home shirt", ""))
    assert ordered(desk, sandbox, headings, rows) == {
        1: [("LEE", "3", "S", 1), ("RAY", "4", "M", 1)],
        3: [("", "3", "S", 1)],
    }


def test_how_many_shorts_is_not_how_many_shirts(desk, sandbox):
    headings = ("Player", "Name", "Number", "Size", "Design", "Number of shorts")
    rows = (("Ann Lee", "LEE", "3", "S", "Home shirt", "2"), ("Bo Ray", "RAY", "4", "M", "Home shirt", "1"))
    assert ordered(desk, sandbox, headings, rows) == {
        1: [("LEE", "3", "S", 1), ("RAY", "4", "M", 1)],
        3: [("", "3", "S", 2), ("", "4", "M", 1)],
    }


@pytest.mark.parametrize("heading", ["Away shirt", "Ausweichtrikot", "Mochila", "Zaino"])
def test_how_many_of_another_garment_is_not_how_many_of_the_design(desk, heading):
    rows = (("Ada", "HOLM", "10", "M", 1, "Home shirt", 1), ("Bo", "LUND", "7", "L", 1, "Home shirt", None))
    first, *_ = refused(desk, ("Player", "Name", "Number", "Size", "Quantity", "Design", heading), rows)
    assert first == (
        "garment-not-in-design",
        "G2",
        f'"{heading}" is filled in, but the Design of this row is "Home shirt", and the catalogue has no {heading}. Add '
        f'it to the Catalogue sheet if it can be ordered; if nothing is ordered from the column: --map "{heading}=ignored".',
    )


@pytest.mark.parametrize(
    ("heading", "of", "cells", "answers"),
    [
        ("Shorts number", "Shorts", ("9", "3"), ["ignored"]),
        ("Initials on tracksuit", "tracksuit", ("AH", "BL"), ["name", "ignored"]),
    ],
)
def test_the_print_of_a_garment_that_no_row_orders_is_asked_about_once(desk, heading, of, cells, answers):
    headings = ("Player", "Number", "Size", heading, "Design")
    rows = (("Ada Holm", "10", "M", cells[0], "Home shirt"), ("Bo Lund", "7", "L", cells[1], "Home shirt"))
    ways = {"name": "If it is the name to print", "ignored": "If it changes nothing"}
    told = " ".join(f'{ways[answer]}: --map "{heading}={answer}".' for answer in answers)
    assert refused(desk, headings, rows, "--print-name", "none") == [
        (
            "column-unused",
            "D1",
            f'"{heading}" says what is printed on “{of}”, and no row orders it. If it should be ordered, add a column with its '
            f"size, headed with its name. {told}",
        )
    ]
    answered = desk.quick("check", "--json", "club.xlsx", "--print-name", "none", "--map", f"{heading}=ignored")
    assert [problem for problem in answered.problems if problem["level"] == "error"] == []


def test_a_name_on_a_garment_called_otherwise_is_asked_about_with_the_garments_there_are():
    rows = "Navn|Nr|Trøje str.|Shorts str.|Navn på dress\nRAY|7|S|M|Ray\nLEE|12|M|L|Lee\nFOX|3|L|-|-"
    options = {"print_name": "as-written", "design": "Home shirt"}
    assert said(check(("List", rows), **options), "column-unused", "cell-unused") == [
        (
            "column-unused",
            "E1",
            '"Navn på dress" says what is printed on “dress”, and no row orders it. If it should be ordered, add a column with '
            'its size, headed with its name. If it is the name to print: --map "Navn på dress=name". If it is printed on “Home '
            'shirt”: --map "Navn på dress=name:Home shirt". If it is printed on “Shorts”: --map "Navn på dress=name:Shorts". If '
            'it changes nothing: --map "Navn på dress=ignored".',
        )
    ]
    told = {"Navn på dress": (Meaning.NAME, "Home shirt")}
    first = check(("List", rows), mapping=told, **options).lines[0]
    assert (first.name, first.number, first.size) == ("Ray", "7", "S")


def test_where_one_row_orders_the_garment_the_others_are_only_told(desk):
    headings = ("Player", "Name", "Number", "Size", "Shorts number", "Design")
    rows = (
        ("Ada Holm", "HOLM", "10", "M", "9", "Home shirt; Match shorts"),
        ("Bo Lund", "LUND", "7", "L", "3", "Home shirt"),
    )
    desk.build(headings=headings, rows=rows, catalogue=CATALOGUE)
    run = desk.quick("check", "--json", "club.xlsx")
    told = [(each["level"], each["code"], each["cell"]) for each in run.problems]
    assert [each for each in told if each[1] != "player-two-numbers"] == [("warning", "cell-unused", "E3")]


def test_where_the_design_says_which_garments_a_size_of_another_is_asked_about(desk):
    """Forms want both sizes filled in; what is needed of the two, the Design says."""
    headings = ("Player", "Name", "Number", "Shirt size", "Shorts size", "Design")
    rows = (
        ("Ada Holm", "HOLM", "10", "M", "M", "Home shirt; Match shorts"),
        ("Bo Lund", "LUND", "7", "L", "L", "Home shirt"),
        ("Cy Orr", "", "", "S", "S", "Match shorts"),
    )
    refusals = refused(desk, headings, rows)
    assert not any("--map" in message for *_, message in refusals)  # the other row would get another garment's size
    said = [(code, cell, message.partition(".")[0]) for code, cell, message in refusals]
    unclear = '"{} size" is filled in, but the Design of this row is "{}", and it is not clear which of them is meant'
    assert said == [
        ("garment-not-in-design", "E3", unclear.format("Shorts", "Home shirt")),
        ("garment-not-in-design", "D4", unclear.format("Shirt", "Match shorts")),
    ]


def warned(desk, headings, rows, *args, catalogue=CATALOGUE):
    desk.build(headings=headings, rows=rows, catalogue=catalogue)
    run = desk.quick("check", "--json", "club.xlsx", *args)
    return [(p["code"], p["cell"], p["message"]) for p in run.problems]


PLAYERS = ("Ada Holm", "Bo Lund", "Cy Orr", "Di Ek", "Eva Rask", "Finn Bay")


@pytest.mark.parametrize("gone", ["", "-"])
def test_a_size_that_was_forgotten_beside_that_of_another_garment_is_said(desk, gone):
    headings = ("Player", "Number", "Shirt size", "Shorts size")
    rows = [(who, str(at), "M", "L") for at, who in enumerate(PLAYERS[:-1], 2)]
    told = warned(desk, headings, [*rows, (PLAYERS[-1], "9", gone, "L")], "--print-name", "none")
    about = [problem for problem in told if problem[0] == "garment-left-blank"]
    assert about == ([] if gone else [(
        "garment-left-blank", "C7",
        'Nothing stands under "Shirt size" for Finn Bay, while 5 of 6 rows have a size there, so none is ordered here. Fill in '
        "the size, unless none is wanted.",
    )])  # fmt: skip


@pytest.mark.parametrize(("keepers", "cells"), [((3,), []), ((0, 1, 2, 3, 4, 5), ["C5"])])
def test_who_has_a_goalkeepers_size_needs_no_other_unless_most_have_both(desk, keepers, cells):
    catalogue = (
        CATALOGUE[0],
        ("Home shirt", "design", 1, "NameLogo 601001, NumberLogo 601002", ""),
        ("Goalkeeper shirt", "design", 2, "NameLogo 601001, NumberLogo 601002", ""),
    )
    rows = [(who, str(at + 2), "" if at == 3 else "M", "L" if at in keepers else "") for at, who in enumerate(PLAYERS)]
    headings = ("Player", "Number", "Home shirt", "Goalkeeper shirt")
    told = warned(desk, headings, rows, "--print-name", "none", catalogue=catalogue)
    assert [cell for code, cell, _ in told if code == "garment-left-blank"] == cells


def test_a_size_that_was_forgotten_of_the_only_garment_is_said_at_its_cell(desk):
    rows = [(who, str(at), "M") for at, who in enumerate(PLAYERS, 2)]
    rows[3] = ("Di Ek", "5", "")
    assert warned(desk, ("Player", "Number", "Home shirt"), rows, "--print-name", "none") == [(
        "garment-left-blank", "C5",
        'Nothing stands under "Home shirt" for Di Ek, while 5 of 6 rows have a size there, so none is ordered here. Fill in the '
        "size, unless none is wanted.",
    )]  # fmt: skip


def test_rows_without_the_only_garment_are_said_together_where_many_want_none(desk):
    rows = [(who, str(at), "M" if at < 5 else "") for at, who in enumerate(PLAYERS, 2)]
    told = warned(desk, ("Player", "Number", "Home shirt"), rows, "--print-name", "none")
    assert [(code, cell) for code, cell, _ in told] == [("nothing-ordered", None)]


def test_the_print_of_a_row_waits_for_the_garment_that_was_forgotten(desk):
    catalogue = (
        CATALOGUE[0],
        ("Home shirt", "design", 1, "NameLogo 601001, NumberLogo 601002", ""),
        ("Home shorts", "design", 2, "none", ""),
    )
    headings = ("Player", "Number", "Name on shirt", "Shirt size", "Shorts size")
    rows = [(who, str(at), who.split()[1].upper(), "M", "L") for at, who in enumerate(PLAYERS, 2)]
    rows[3] = ("Di Ek", "5", "EK", "", "L")
    told = warned(desk, headings, rows, catalogue=catalogue)
    assert [problem for problem in told if problem[1] in ("B5", "C5", "D5")] == [(
        "print-without-garment", "D5",
        "There is no size here, where most rows have one, and nothing else that this row orders has a place for “EK” and “5” "
        "(C5 and B5). Fill in the size, or empty C5 and B5 if none is wanted.",
    )]  # fmt: skip


SHORTS_ONLY = """First name;Surname;Shirt number;Shirt size;Shorts size
Adam;Jones;1;M;M
Ben;Smith;2;L;L
Gus;Hughes;;N/A;L"""


def shorts_taken(desk, sandbox, places):
    """The run of shirts with names and shorts, and the names and sizes of the shorts as they were sent."""
    catalogue = (
        CATALOGUE[0],
        ("Home shirt", "design", 298791, "NameLogo 494680, NumberLogo 494679", "S;M;L;XL"),
        ("Shorts", "design", 299571, places, "S;M;L;XL"),
    )
    headings, *rows = (line.split(";") for line in SHORTS_ONLY.splitlines())
    desk.build(headings=headings, rows=rows, catalogue=catalogue)
    run = desk.quick("--json", "--accept-warnings", "club.xlsx", "--print-name", "surname")
    (taken,) = sandbox.orders()
    (shorts,) = (design["instances"] for design in taken["body"]["designs"] if design["designId"] == 299571)
    return run, [(each.get("name", ""), each.get("number", ""), each["size"], each["quantity"]) for each in shorts]


def test_a_name_is_neither_sent_nor_missed_where_all_that_a_row_orders_has_no_place_for_it(desk, sandbox):
    run, shorts = shorts_taken(desk, sandbox, "none")
    assert shorts == [("", "", "M", 1), ("", "", "L", 2)]
    assert (run.status, run.file["orders"][0]["differences"]) == (0, [])
    assert [(each["code"], each["cell"], each["message"]) for each in run.problems] == [
        ("name-left-off", "E4", "Shorts has no place for a name, so none is printed on it (1 row).")
    ]


def test_where_nothing_tells_what_there_is_a_place_for_the_name_is_sent(desk, sandbox):
    _, shorts = shorts_taken(desk, sandbox, "")
    assert shorts == [("Jones", "1", "M", 1), ("Smith", "2", "L", 1), ("Hughes", "", "L", 1)]


def test_two_sizes_of_one_shirt_with_one_number_on_one_row_are_said(desk):
    headings = ("Player", "Number", "S", "M", "L", "Design")
    rows = [(who, str(at), "", "1", "", "Home shirt") for at, who in enumerate(PLAYERS, 2)]
    rows[2] = ("Cy Orr", "4", "", "1", "1", "Home shirt")
    told = warned(desk, headings, rows, "--print-name", "none")
    assert [problem for problem in told if problem[0] == "player-two-sizes"] == [(
        "player-two-sizes", "E4",
        "Cy Orr is down for Home shirt in size L here, and in size M at D4, with one number: both are ordered. Empty the one "
        "that is wrong, unless both are meant.",
    )]  # fmt: skip


@pytest.mark.parametrize(("shirt", "keeper", "heading"), [
    ("Spilletrøje", "Målmandstrøje", "Str. trøje"), ("Vereinstrikot", "Torwarttrikot", "Größe Trikot"),
    ("Wedstrijdshirt", "Keepersshirt", "Maat shirt"),
])  # fmt: skip
def test_a_word_of_its_own_that_ends_in_shirt_is_a_shirt_too(desk, shirt, keeper, heading):
    catalogue = (
        CATALOGUE[0],
        (shirt, "design", 1, "NumberLogo 601002", ""),
        (keeper, "design", 2, "NumberLogo 601003", ""),
    )
    rows = [(who, str(at), "M", "S") for at, who in enumerate(PLAYERS, 2)]
    told = warned(desk, ("Player", "Number", heading, "Shorts size"), rows, "--print-name", "none", catalogue=catalogue)
    (message,) = [message for code, cell, message in told if cell == "C1"]
    assert message == (
        f'Which design "{heading}" stands for is not clear: it may be {shirt} or {keeper}. Say which: '
        f'--map "{heading}=size:{shirt}", or "{heading}=ignored" to order nothing from it.'
    )


@pytest.mark.parametrize(("heading", "offered"), [("Trousers size", None), ("Shirt size", "Home shirt | Away shirt")])
def test_only_titles_that_the_heading_may_mean_are_offered_for_it(desk, heading, offered):
    """What the catalogue has nothing of is no part of this order: any of its titles would be a guess."""
    shirts = (("Home shirt", "design", 1, "", ""), ("Away shirt", "design", 2, "", ""))
    rows = [(who, "M", "S") for who in PLAYERS]
    desk.build(headings=("Player", heading, "Home shirt size"), rows=rows, catalogue=(CATALOGUE[0], *shirts))
    run = desk.quick("check", "--json", "club.xlsx", "--print-name", "none")
    assert [(p["code"], p["suggestion"]) for p in run.problems if p["cell"] == "B1"] == [("garment-unclear", offered)]


KEEPERS = (*CATALOGUE, ("Goalkeeper shirt", "design", 5, "NameLogo 601001, NumberLogo 601002", "S;M;L;XL"))


def test_a_size_of_the_shirt_is_that_of_whichever_shirt_the_row_names(desk, sandbox):
    headings = ("Player", "Name", "Number", "Gr. Trikot", "Gr. Hose", "Design")
    rows = (("Peter Kahl", "KAHL", "1", "XL", "L", "Goalkeeper shirt"), ("Uli Berg", "BERG", "4", "M", "M", ""))
    desk.build(headings=headings, rows=rows, catalogue=KEEPERS)
    run = desk.quick("--json", "--accept-warnings", "club.xlsx", "--map", "Gr. Trikot=size:Home shirt")
    assert run.status == 0, run.problems
    (taken,) = sandbox.orders()
    assert {
        design["designId"]: [(one.get("name", ""), one["size"]) for one in design["instances"]]
        for design in taken["body"]["designs"]
    } == {5: [("KAHL", "XL")], 1: [("BERG", "M")], 3: [("", "L"), ("", "M")]}


def test_a_word_for_nothing_in_place_of_the_design_orders_nothing(desk):
    rows = (("Ada", "HOLM", "7", "M", "Home shirt"), ("Bo", "LUND", "8", "L", "rien"))
    assert refused(desk, ("Player", "Name", "Number", "Size", "Design"), rows) == [
        (
            "design-unknown",
            "E3",
            "Design “rien” reads as if nothing were ordered here. If so, delete the row; if not, name the design.",
        )
    ]


def test_a_size_that_the_design_does_not_take_is_said_so(desk):
    rows = (("Ada", "HOLM", "7", "M", "", "Home shirt"), ("Bo", "", "", "M", "L", "Match shorts"))
    assert refused(desk, ("Player", "Name", "Number", "Size", "Shorts size", "Design"), rows) == [
        (
            "garment-not-in-design",
            "D3",
            '"Size" is filled in, but what the Design of this row names, "Match shorts", does not take its size from there. '
            'Empty this cell, or name in Design what is wanted in this size, too, divided by ";".',
        )
    ]


def test_rows_alike_that_leave_the_first_of_two_columns_of_designs_empty():
    grid = (
        "Spieler|Aufdruck|Nummer|Größe|Modell|Trikot\nAnn Berg|BERG|4|M||Home shirt\nBea Lind|LIND|5|M||Home shirt\n"
        "Cia Ek|EK|7|M|Away shirt|Home shirt"
    )
    checked = check(("List", grid), mapping={"Modell": (Meaning.DESIGN, None)})
    assert [(line.name, [design.title for design in line.designs]) for line in checked.lines] == [
        ("BERG", ["Home shirt"]), ("LIND", ["Home shirt"]), ("EK", ["Away shirt", "Home shirt"]),
    ]  # fmt: skip


@pytest.mark.parametrize("away", [("x", "no", "2", "-"), ("ja", "nein", "2", ""), ("x", "no", "2", "")])
def test_crosses_with_a_no_and_a_count_among_them_order_that_garment(desk, sandbox, away):
    headings = ("Player", "Name", "Number", "Size", "Home shirt", "Goalkeeper shirt")
    rows = [
        (player, player.upper(), str(at), "M", "x", text)
        for at, (player, text) in enumerate(zip(("Ann", "Bo", "Cy", "Di"), away, strict=True), 1)
    ]
    desk.build(headings=headings, rows=rows, catalogue=KEEPERS)
    run = desk.quick("--json", "--accept-warnings", "club.xlsx")
    assert run.status == 0, run.problems
    (taken,) = sandbox.orders()
    assert {
        design["designId"]: sorted((one["name"], one["quantity"]) for one in design["instances"])
        for design in taken["body"]["designs"]
    } == {1: [("ANN", 1), ("BO", 1), ("CY", 1), ("DI", 1)], 5: [("ANN", 1), ("CY", 2)]}


def test_digits_far_too_few_for_an_id_are_no_design(desk):
    catalogue = (CATALOGUE[0], ("Home shirt", "design", 298791, "NameLogo 601001, NumberLogo 601002", "S;M;L;XL"))
    rows = [("Ann", "ANN", "4", "M", "Home shirt"), ("Bo", "BO", "8", "L", "2"), ("Cy", "CY", "9", "L", "310201")]
    desk.build(headings=("Player", "Name", "Number", "Size", "Design"), rows=rows, catalogue=catalogue)
    run = desk.quick("check", "--json", "club.xlsx")
    assert [(p["code"], p["cell"], p["message"]) for p in run.problems if p["level"] == "error"] == [
        (
            "design-unknown",
            "E3",
            "Design “2” is not a title of the catalogue, a MUL code or a design id. Correct it, or add it to the Catalogue "
            "sheet. The catalogue has Home shirt.",
        )
    ]


def test_a_title_among_the_players_is_the_garment_of_those_beneath_it(desk, sandbox):
    keepers, players = ("Tim Hansen", "HANSEN", "1", "L"), ("Jan Claas", "CLAAS", "4", "M")
    rows = (("Goalkeeper shirt",), keepers, ("Home shirt",), players)
    desk.build(headings=("Player", "Name", "Number", "Size"), rows=rows, catalogue=KEEPERS)
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.problems) == (0, [])
    (taken,) = sandbox.orders()
    names = {each["designId"]: [one["name"] for one in each["instances"]] for each in taken["body"]["designs"]}
    assert names == {5: ["HANSEN"], 1: ["CLAAS"]}


def test_where_every_cell_says_which_name_is_printed_the_names_are_asked_for(desk):
    headings = ("Player", "Nickname", "Print", "Number", "Size", "Design")
    rows = [
        ("Oli Smith", "Ollie", "name", "1", "M", "Home shirt"),
        ("Jo Wood", "Jay", "nickname", "2", "M", "Home shirt"),
    ]
    assert refused(desk, headings, rows) == [
        (
            "name-note",
            "C2",
            "Here stands which name is printed (“name” and “nickname”), and nowhere the name itself: the words would be printed "
            "as they stand. Write in each cell the name that is printed. It is the same in row 3.",
        )
    ]


def test_two_sizes_in_one_cell_are_both_offered(desk):
    rows = [("Ada", "HOLM", "7", "M / XL", "Home shirt")]
    [(code, cell, message)] = refused(desk, ("Player", "Name", "Number", "Size", "Design"), rows)
    assert (code, cell) == ("size-unknown", "D2")
    assert message.endswith("Did you mean M or XL?")


@pytest.mark.parametrize("heading", ["Numero di scarpe", "Número de zapato", "Shoe number"])
def test_numbers_of_shoes_are_no_numbers(desk, heading):
    rows = [("Ada", "HOLM", "7", "M", "Home shirt", "39"), ("Bo", "LUND", "8", "L", "Home shirt", "41")]
    desk.build(headings=("Player", "Name", "Number", "Size", "Design", heading), rows=rows, catalogue=CATALOGUE)
    run = desk.quick("check", "--json", "club.xlsx")
    assert (run.status, run.problems) == (0, [])


def test_an_answer_for_every_row_leaves_those_under_a_title_to_it(desk, sandbox):
    people = [("Bo Lind", "LIND", "9", "M"), ("Tim Hansen", "HANSEN", "1", "L"), ("Jan Claas", "CLAAS", "4", "M")]
    rows = (people[0], ("Goalkeeper shirt",), people[1], ("Home shirt",), people[2])
    desk.build(headings=("Player", "Name", "Number", "Size"), rows=rows, catalogue=KEEPERS)
    run = desk.quick("--json", "club.xlsx", "--design", "Home shirt")
    assert (run.status, run.problems) == (0, [])
    (taken,) = sandbox.orders()
    names = {each["designId"]: {one["name"] for one in each["instances"]} for each in taken["body"]["designs"]}
    assert names == {5: {"HANSEN"}, 1: {"LIND", "CLAAS"}}


def test_the_title_of_a_logo_among_the_players_is_told_and_begins_nothing(desk):
    catalogue = (*KEEPERS, ("Nordbank 10 cm", "logo", 601009, "", ""))
    rows = (("Bo Lind", "LIND", "9", "M"), ("Nordbank 10 cm",), ("Jan Claas", "CLAAS", "4", "M"))
    desk.build(headings=("Player", "Name", "Number", "Size"), rows=rows, catalogue=catalogue)
    run = desk.quick("check", "--json", "club.xlsx", "--design", "Home shirt")
    assert 3 in {problem["row"] for problem in run.problems}
    assert len(run.file["understood"]) == 1
