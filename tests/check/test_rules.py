"""Rules of rosters: what is warned about, in which words, and which realistic rosters stay silent."""

from __future__ import annotations

import re
from time import process_time

import pytest

from roster_import.check.rows.row import RosterRow
from roster_import.check.rules import PROFILES, SAFE_CODES, Sport, is_safe, roster_warnings
from roster_import.model.layout import ColumnReading, Meaning
from roster_import.model.order import DesignRef, Line, LogoKind, LogoRef
from roster_import.model.problem import Origin, Problem
from roster_import.model.workbook import Cell

HEADINGS = {
    "Player": Meaning.PLAYER,
    "Name": Meaning.NAME,
    "Number": Meaning.NUMBER,
    "Size": Meaning.SIZE,
    "Quantity": Meaning.QUANTITY,
    "Design": Meaning.DESIGN,
    "Team": Meaning.TEAM,
}
ALL = " ".join(HEADINGS)


def columns(headings):
    found = enumerate(headings.split(), start=1)
    return {HEADINGS[text]: ColumnReading(column=at, heading=text, meaning=HEADINGS[text]) for at, text in found}


def lines_of(row):
    names = [part.strip() for part in (row.text(Meaning.DESIGN) or "Home kit").split(";")]
    return Line(
        origin=Origin(sheet=row.sheet, row=row.row),
        player=row.text(Meaning.PLAYER),
        name=row.text(Meaning.NAME),
        number=row.text(Meaning.NUMBER),
        size=row.text(Meaning.SIZE),
        quantity=int(row.text(Meaning.QUANTITY) or 1),
        designs=tuple(DesignRef(title=name) for name in names if name != "-"),
        logos=(LogoRef(id=1, kind=LogoKind.NUMBER),) if "-" in names else (),
        reference="PO-1",
    )


def rows_of(grid, headings, sheet="Roster"):
    read = columns(headings)
    for at, text in enumerate((line for line in grid.strip().splitlines()), start=2):
        cells = [part.strip(" ") for part in text.strip(" ").split("|")]
        yield RosterRow(
            sheet=sheet,
            row=at,
            columns=read,
            cells={
                meaning: Cell(row=at, column=reading.column, text=cells[reading.column - 1])
                for meaning, reading in read.items()
                if reading.column <= len(cells) and cells[reading.column - 1]
            },
        )


def warnings_of(grid, headings="Player Name Number Size", sport=Sport.FREE, teams=None):
    rows = list(rows_of(grid, headings))
    return roster_warnings(rows, [lines_of(row) for row in rows], teams or {}, sport)


def said(*args, **options):
    return [(problem.cell, problem.code, problem.message) for problem in warnings_of(*args, **options)]


SQUAD = """
Ada Holm|HOLM|2|M
Bo Dahl|DAHL|3|L
Cy Friis|FRIIS|4|M
Di Lund|LUND|5|S
Ed Krag|KRAG|6|XL
Flo Bech|BECH|7|M
"""


# --------------------------------------------------------------------------------------------------------- silent

SILENT = {
    "a squad": (SQUAD, {}),
    "nobody at all": ("", {}),
    "number only, name only": ("Ada Holm||2|M\nBo Dahl|DAHL||L", {}),
    "home and away, the same number": (
        "Ada Holm|HOLM|2|M||Home kit\nAda Holm|HOLM|2|M||Away kit\nBo Dahl|DAHL|3|L||Home kit\n"
        "Bo Dahl|DAHL|3|L||Away kit",
        {"headings": "Player Name Number Size Quantity Design"},
    ),
    "both designs in one cell": (
        "Ada Holm|HOLM|2|M||Home kit; Away kit",
        {"headings": "Player Name Number Size Quantity Design"},
    ),
    "a flying keeper keeps the number of another's shirt": (
        "Ada Holm|HOLM|2|M||Home kit\nBo Dahl|DAHL|1|L||Torwarttrikot\nAda Holm|HOLM|22|M||Torwarttrikot",
        {"headings": "Player Name Number Size Quantity Design"},
    ),
    "one design for two teams": (
        "Ada Holm|HOLM|2|M|||U13\nBo Dahl|DAHL|2|M|||U15",
        {"headings": ALL},
    ),
    "spares, numbered and not": (SQUAD + "||20|L\n||8|L\n|||M", {}),
    "a set of spares with the numbers of players": (SQUAD + "||2|L\n||3|L\n||4|L\n||5|L", {}),
    "guest shirts": (SQUAD + "Guest 1||61|L\nGuest 2||61|M\nReserve|||M", {}),
    "the trainers": (SQUAD + "Coach Per|TRAINER||XL\nCo-Trainer Ulla|TRAINER||L\nJytte|Trainer||3XL", {}),
    "loose numbers": (
        "Ada Holm||2|M||-\nBo Dahl||2|M||-\nAda Holm||3|M||Home kit",
        {"headings": "Player Name Number Size Quantity Design"},
    ),
    "an unnumbered keeper": (SQUAD + "Gry Mø (GK)|MØ||M", {}),
    "surnames that read like notes": (SQUAD + "Freja None|NONE|8|M\nKim No|NO|9|M\nIda Blank|BLANK|10|M", {}),
    "surnames that read like notes, no players": ("No|7|M\nBlank|8|M\nSame|9|M", {"headings": "Name Number Size"}),
    "nicknames": ("Peter Hansen|Nielsen|2|M\nAda Holm|Ace|3|M", {}),
    "particles and Mc": (
        "|van DIJK|2|M\n|McDONALD|3|M\n|O'HARA|4|M\n|DE JONG|5|M\n|GROß|6|M\n|AJ|7|M\n|LI|8|M\n|J. SMITH|9|M\n"
        "|SMITH jr|10|M",
        {},
    ),
    "capitalised, with particles": (
        "|van Dijk|2|M\n|McDonald|3|M\n|O’Hara|4|M\n|de Jong|5|M\n|Weiß|6|M\n|Friis-Møller|7|M\n|Smith II|8|M\n"
        "|Jean & Co.|9|M",
        {},
    ),
    "letters of the Latin alphabet": ("|Łukasz|2|M\n|Çelik|3|M\n|Yıldız|4|M\n|Ærø|5|M\n|Őrsi|6|M\n|Þór|7|M\n|Ẽu|8|M", {}),
    "an S and an M among the larger youth sizes": (
        "\n".join(f"Ada {letter}berg|{letter}BERG|{at}|{size}" for at, (letter, size) in enumerate(
            zip("ABCDEFGH", ("140", "152", "164", "152", "152", "164", "S", "M"), strict=True), start=2)),
        {},
    ),
    "sizes that are unclear": (SQUAD + "Gry Mø|MØ|8|8\nHu Li|LI|9|One size\nIb Ro|RO|10|39-42", {}),
    "half the names carry no number": ("Ada Holm|HOLM||M\nBo Dahl|DAHL||L\nCy Friis|FRIIS|4|M", {}),
    "two children of one first name": ("Lucas|LUCAS B.|2|140\nLucas|LUCAS D.|3|140", {}),
    "namesakes with both kits": (
        "Ali Can||2|M||Home kit\nAli Can||3|M||Home kit\nAli Can||2|M||Away kit\nAli Can||3|M||Away kit",
        {"headings": "Player Name Number Size Quantity Design"},
    ),
    "the player written in three ways": (
        "Hansen, Peter||7|M||Home kit\nPeter Hansen||7|M||Away kit\nP. Hansen||7|L||Home kit",
        {"headings": "Player Name Number Size Quantity Design"},
    ),
    "the club on every back": ("\n".join(f"Ada {letter}b|FC Nord||M" for letter in "ABCDEF"), {}),
    "training shirts without print": ("|||M|12\n|||L|8\nJugend|||140|6", {"headings": "Player Name Number Size Quantity"}),
    "numbers a profile allows": ("A B||1|M\nC D||99|M\nE F||07|M", {"sport": Sport.FOOTBALL}),
    "zeros a profile allows": ("A B||0|M\nC D||55|M", {"sport": Sport.BASKETBALL_NFHS}),
}  # fmt: skip


@pytest.mark.parametrize(("grid", "options"), SILENT.values(), ids=SILENT)
def test_realistic_rosters_stay_silent(grid, options):
    assert said(grid, **options) == []


# -------------------------------------------------------------------------------------------------------- numbers


def test_a_number_for_two_people():
    grid = "Ada Holm|HOLM|7|M\nBo Dahl|DAHL|7|M\n||7|L\nCy Friis|FRIIS|8|M"
    assert said(grid) == [
        ("C3", "number-twice", "Number 7 is on Home kit for more than one person: Ada Holm (C2) and Bo Dahl (C3). "
         "Give each a number of their own, unless it is meant."),
        ("B4", "name-left-blank", "Nobody is named with number 7, which is that of Ada Holm (C2). Fill in whose it is, or "
         "empty the row, unless one more shirt with this number is wanted."),
    ]  # fmt: skip


def test_a_number_for_two_people_on_two_kits_is_said_once():
    kits = "Player Name Number Size Quantity Design"
    grid = "Ada Holm||7|M||Home kit\nBo Dahl||7|M||Home kit\nAda Holm||7|M||Away kit\nBo Dahl||7|M||Away kit"
    assert [(cell, code) for cell, code, _ in said(grid, headings=kits)] == [("C3", "number-twice")]


def test_a_keeper_shares_a_number_in_a_sport_where_it_belongs_to_one_person_in_the_team():
    grid = "Ada Holm||1|M||Home kit\nBo Dahl||1|L||Keeper kit"
    kits = "Player Name Number Size Quantity Design"
    assert said(grid, headings=kits) == []
    assert said(grid, headings=kits, sport=Sport.HANDBALL) == [
        ("C3", "number-twice", "Number 1 is in this team for more than one person: Ada Holm (C2) and Bo Dahl (C3). "
         "Give each a number of their own, unless it is meant."),
    ]  # fmt: skip


def test_numbers_of_several_teams_in_one_list_are_one_warning():
    names = ("Holm", "Dahl", "Friis", "Lund", "Krag", "Bech", "Mø", "Ro", "Aa", "Bo", "Ce", "De")
    grid = "\n".join(f"Ada {name}|{name}|{2 + at % 6}|M" for at, name in enumerate(names))
    assert said(grid) == [
        ("C8", "numbers-repeat", "Of 6 numbers on Home kit, 6 are there for more than one person, as where several "
         "teams stand in one list. Add a column Team, or correct the numbers."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sport", "ending"),
    [
        (Sport.FREE, ", and are easily taken for one another. Give one of them another number, unless it is meant."),
        (
            Sport.BASKETBALL_NFHS,
            ", which is not allowed in high school basketball (NFHS). Give one of them another number.",
        ),
    ],
)
def test_zero_beside_double_zero(sport, ending):
    message = f"Numbers 0 (C2) and 00 (C3) are both in this team{ending}"
    assert said("Ada Holm||0|M\nBo Dahl||00|M", sport=sport) == [("C3", "zero-and-double-zero", message)]


def test_one_player_with_two_numbers():
    grid = "Ada Holm|HOLM|7|M||Home kit\nHolm, Ada|HOLM|8|M||Away kit"
    assert said(grid, headings="Player Name Number Size Quantity Design") == [
        ("C3", "player-two-numbers", "Holm, Ada has number 8 on Away kit here, and number 7 on Home kit at C2. Correct "
         "one of them, unless it is meant."),
    ]  # fmt: skip


def test_one_print_with_two_numbers_where_no_player_is_named():
    grid = "HOLM|7|M|Home kit\nHOLM|8|M|Away kit\nDAHL|9|M|Home kit\nDAHL|10|XL|Away kit"
    assert [(cell, code) for cell, code, _ in said(grid, headings="Name Number Size Design")] == [
        ("B3", "player-two-numbers")
    ]


@pytest.mark.parametrize(
    ("sport", "number", "title", "span"),
    [
        (Sport.FOOTBALL, "100", "football", "1 to 99"),
        (Sport.HANDBALL, "0", "handball", "1 to 99"),
        (Sport.ICE_HOCKEY, "00", "ice hockey", "1 to 99"),
        (Sport.BASKETBALL, "100", "basketball", "0, 00 and 1 to 99"),
        (Sport.BASKETBALL_NCAA, "000", "college basketball (NCAA)", "0, 00 and 1 to 99"),
        (
            Sport.BASKETBALL_NFHS,
            "16",
            "high school basketball (NFHS)",
            "0, 00 and numbers up to 55 without the digits 6 to 9",
        ),
    ],
)
def test_a_number_outside_the_sport(sport, number, title, span):
    message = f"Number {number} is not one that {title} knows ({span}). Choose another, unless your league allows it."
    assert said(f"Ada Holm||{number}|M", sport=sport) == [("C2", "number-outside-sport", message)]


def test_a_number_of_many_digits_among_shorter_ones():
    message = "Number 123456 has 6 digits, and would be printed so. Correct it, unless it is meant."
    assert said("Ada Holm||7|M\nBo Lind||123456|M\nGry Mø||9|M") == [("C3", "number-long", message)]


@pytest.mark.parametrize("rows", ["Ada Holm||1204|M\nBo Lind||1205|M\nGry Mø||1206|M", "Ada Holm||100|M\nBo Lind||7|M"])
def test_start_numbers_are_long_all_of_them(rows):
    assert said(rows) == []


def test_a_number_with_a_leading_zero_is_suggested_without():
    (problem,) = warnings_of("Ada Holm||03|M", sport=Sport.BASKETBALL)
    assert (problem.suggestion, is_safe(problem)) == ("3", False)
    assert problem.message.endswith("unless your league allows it. Did you mean 3?")


def test_every_sport_has_a_profile():
    assert set(PROFILES) == set(Sport)


# ---------------------------------------------------------------------------------------------- blanks and counts


def test_a_blank_number_and_a_blank_name_where_most_have_one():
    assert said(SQUAD + "Gry Mø|MØ||M\nHu Li||9|M") == [
        ("C8", "number-left-blank", "There is no number for Gry Mø, while 7 of 8 rows of Home kit have one. Fill it "
         "in, unless none is to be printed."),
        ("B9", "name-left-blank", "There is no name with number 9, while 6 of 7 rows of Home kit have one. Fill it in, "
         "unless none is to be printed."),
    ]  # fmt: skip


def test_a_blank_name_beside_three_of_a_small_team():
    named = "Ada Holm|HOLM|2|M\nBo Dahl|DAHL|3|M\nCy Vang|VANG|4|M\n"
    assert said(named + "Di Rask||5|M") == [
        ("B5", "name-left-blank", "There is no name with number 5, while 3 of 4 rows of Home kit have one. Fill it in, unless "
         "none is to be printed."),
    ]  # fmt: skip


def test_names_and_numbers_that_some_have_and_some_have_not():
    named = "Ada Holm|HOLM|2|M\nBo Dahl|DAHL|3|M\nCy Vang|VANG|4|M\nDi Rask||5|M\nEli Sand||6|M"
    missing = (
        'Nothing stands under "Name" here, so this shirt has no name on it; 3 of 5 rows of Home kit have one. Fill in what is to '
        "be printed, also where it is the player's own name; leave it as it is if nothing is."
    )
    assert said(named) == [("B5", "names-in-part", missing), ("B6", "names-in-part", missing)]
    numbered = "Ada Holm|HOLM|2|M\nBo Dahl|DAHL||M\nCy Vang|VANG|4|M\nDi Rask|RASK||M"
    missing = (
        'Nothing stands under "Number" here, so this shirt has no number on it; 2 of 4 rows of Home kit have one. Fill in what '
        "is to be printed; leave it as it is if nothing is."
    )
    assert said(numbered) == [("C3", "numbers-in-part", missing), ("C5", "numbers-in-part", missing)]
    assert said(numbered.replace("|2|", "||")) == []


def test_a_row_without_a_name_that_has_the_number_of_a_player():
    assert said(SQUAD + "||3|L") == [
        ("B8", "name-left-blank", "Nobody is named with number 3, which is that of Bo Dahl (C3). Fill in whose it is, or "
         "empty the row, unless one more shirt with this number is wanted."),
    ]  # fmt: skip


def test_a_column_of_names_that_is_empty_for_everybody():
    nobody = "\n".join(re.sub(r"\|[^|]*\|", "||", row, count=1) for row in SQUAD.strip().splitlines())
    assert said(nobody) == [
        ("B2", "names-left-blank", "Nothing is filled in here for any of the 6 rows with a player and a number, so none of their "
         "shirts has a name on it. Fill in the names that are to be printed; leave it as it is if none is."),
    ]  # fmt: skip
    some = said(nobody.replace("|2|", "||").replace("|3|", "||"))
    assert [(cell, code) for cell, code, _ in some] == [("C2", "numbers-in-part"), ("C3", "numbers-in-part")]


def test_a_quantity_above_one_on_a_printed_row():
    grid = SQUAD.strip().replace("HOLM|2|M", "HOLM|2|M|3") + "\n|||M|4"
    assert said(grid, headings="Player Name Number Size Quantity") == [
        ("E2", "identical-shirts", "Quantity 3 makes 3 identical shirts with name “HOLM” and number 2. Write 1, unless "
         "it is meant."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("last", "words"), [("2", "All 3 rows with a name or number"), ("", "2 of 3 rows with a name or number")]
)
def test_quantities_above_one_everywhere_are_said_once(last, words):
    grid = f"A Bech|BECH|2|M|2\nC Dahl|DAHL|3|M|2\nE Friis|FRIIS|4|M|{last}"
    found = said(grid, headings="Player Name Number Size Quantity")
    if last:
        message = f"{words} ask for more than one identical shirt of Home kit, 6 in all. Write 1 where one is enough, "
        assert found == [("E2", "identical-shirts", message + "unless it is meant.")]
    else:
        assert [code for _, code, _ in found] == ["identical-shirts", "identical-shirts"]


def test_a_row_that_is_there_three_times_is_said_once():
    assert said("Ada Holm|HOLM|2|M\nAda Holm|HOLM|2|M\nAda Holm|HOLM|2|M") == [
        ("B3", "shirt-twice", "This row asks once more for the shirt at B2: Home kit, size M, name “HOLM” and number "
         "2, and again at B4. Delete what is not wanted, unless it is meant."),
    ]  # fmt: skip


def test_a_row_that_is_there_twice():
    assert said("Ada Holm|HOLM|2|M\nBo Dahl|DAHL|3|M\nAda Holm|HOLM|2|M") == [
        ("B4", "shirt-twice", "This row asks once more for the shirt at B2: Home kit, size M, name “HOLM” and number "
         "2. Delete what is not wanted, unless it is meant."),
    ]  # fmt: skip


# ---------------------------------------------------------------------------------------------------------- names


def name_warnings(name):
    return [(p.code, p.message, p.suggestion) for p in warnings_of(f"{name}|7|M", headings="Name Number Size")]


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("JONES (C)", "JONES"),
        ("JONES [GK]", "JONES"),
        ("(G) JONES", "JONES"),
        ("Jones GK", "Jones"),
        ("Jones - GK", "Jones"),
        ("Capt. Jones", "Jones"),
        ("Müller TW", "Müller"),
        ("Jones, Capt.", "Jones"),
        ("Jones*", "Jones"),
        ("Emi Martinez (Aston Villa)", "Emi Martinez"),
    ],
)
def test_a_marker_beside_a_name(name, bare):
    message = f"Name “{name}” would be printed with everything beside the name. Remove what is not to be printed. "
    assert name_warnings(name) == [("name-marker", f"{message}Did you mean {bare}?", bare)]


@pytest.mark.parametrize(
    "name",
    [
        "no name",
        "ohne",
        "kein Name",
        "ingen",
        "TBD",
        "n/a",
        "N/A",
        "same as last year",
        "-",
        "???",
        "blank",
        "(captain)",
        "spare",
        "Reserve",
        "Ersatztrikot",
        "nee",
        "achternaam",
        "zelfde als vorig jaar",
        "à confirmer",
        "noch offen",
        "None",
        "NA",
        "x",
        "0",
        "nichts",
        "RIEN",
        "INTET",
        "OKÄND",
        "leeg",
        "nessun nome",
    ],
)
def test_a_note_instead_of_a_name(name):
    message = f"Name “{name}” reads like a note, and would be printed as it stands. Write the name, or empty the cell "
    assert name_warnings(name) == [("name-note", f"{message}to print none.", None)]


@pytest.mark.parametrize("phrase", ["zie vorig jaar", "ask Tim", "frag Mama", "vet ej än"])
def test_a_phrase_that_shares_nothing_with_the_player_is_a_note_and_is_not_put_in_capitals(phrase):
    squad = f"Ada Holm|HOLM|2|M\nBo Lund|{phrase}|3|M\nCy Orr|ORR|4|L\nDi van Ek|van Ek|5|L"
    (told,) = [problem for problem in warnings_of(squad) if problem.cell == "B3"]
    assert (told.code, told.message, told.suggestion) == (
        "name-note",
        f"Name “{phrase}” reads like a note, and would be printed as it stands. Write the name, or empty the cell to print none.",
        None,
    )


@pytest.mark.parametrize(
    "names", [("holm", "lundinho", "el toro"), ("Holm", "Big Bo", "de Ek"), ("ada holm", "bo lund", "di ek")]
)
def test_names_in_small_letters_are_no_notes(names):
    players = ("Ada Holm", "Bo Lund", "Di de Ek")
    squad = "\n".join(
        f"{player}|{name}|{at}|M" for at, (player, name) in enumerate(zip(players, names, strict=True), 2)
    )
    assert "name-note" not in [problem.code for problem in warnings_of(squad)]


@pytest.mark.parametrize(
    ("name", "odd", "meant"),
    [
        ("O´HARA", "´", "O'HARA"),
        ("ＪＯＮＥＳ", "Ｊ Ｏ Ｎ Ｅ Ｓ", "JONES"),
        ("Пётр", "П ё т р", None),
        ("Ace♥", "♥", None),
    ],
)
def test_characters_that_may_not_be_printable(name, odd, meant):
    message = (
        f"Name “{name}” has characters that may not be printable: {odd}. Ask before ordering, or write it with other "
        "letters."
    )
    assert name_warnings(name) == [("name-characters", message + (f" Did you mean {meant}?" if meant else ""), meant)]


@pytest.mark.parametrize(
    ("character", "named"),
    [
        ("\u202e", "U+202E right-to-left override"),
        ("\u00ad", "U+00AD soft hyphen"),
        ("\u3164", "U+3164 invisible character"),
        ("\u200d", "U+200D invisible character"),
    ],
)
def test_characters_nobody_can_see_are_named(character, named):
    message = (
        f"Name “HO[{named}]LM” has characters that may not be printable: {named}. Ask before ordering, or write it with "
        "other letters. Did you mean HOLM?"
    )
    assert name_warnings(f"HO{character}LM") == [("name-characters", message, "HOLM")]


def test_names_in_another_script_are_said_at_once():
    names = ("緑川", "若狭", "葛西", "一徳", "二朗")
    grid = "\n".join(f"{name}|{at}|M" for at, name in enumerate(names, start=2))
    assert said(grid, headings="Name Number Size") == [
        ("A2", "name-characters", "5 names have characters that may not be printable: “緑川” (A2), “若狭” (A3), "
         "“葛西” (A4), “一徳” (A5) and “二朗” (A6). Ask before ordering, or write them in Latin letters."),
    ]  # fmt: skip


def test_a_name_with_a_character_that_cannot_be_seen_keeps_a_warning_of_its_own():
    names = ("緑川", "若狭", "葛西", "一徳", "An\u202ena")
    grid = "\n".join(f"{name}|{at}|M" for at, name in enumerate(names, start=2))
    found = said(grid, headings="Name Number Size")
    assert [place for place, _, _ in found] == ["A2", "A6"]
    assert found[0][2].startswith("4 names have characters that may not be printable: “緑川” (A2), ")
    assert found[1][2].startswith(
        "Name “An[U+202E right-to-left override]na” has characters that may not be printable: U+202E right-to-left "
        "override. "
    )


def test_of_many_names_in_another_script_twelve_are_named():
    grid = "\n".join(f"緑{chr(0x5DDD + at)}|{at}|M" for at in range(20))
    [(_, _, message)] = said(grid, headings="Name Number Size")
    assert message.startswith("20 names have characters that may not be printable: ")
    assert message.count("“") == 11
    assert " (A12) and more. Ask before ordering" in message


@pytest.mark.parametrize(
    "name", ["{{7*7}}", "<script>alert(1)</script>", '=HYPERLINK("http://x","y")', "${xy}", "f(x)=1", "[a](b)"]
)
def test_of_what_is_no_name_nobody_says_what_was_meant(name):
    found = [(code, suggestion) for code, _, suggestion in name_warnings(name) if code != "name-long"]
    assert found == [("name-characters", None)]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("SMITH (C)", "SMITH"), ("O'Brien-Ćosić [GK]", "O'Brien-Ćosić"), ("(C) Smith", "Smith"),
        ("St. John (C) (GK)", "St. John"),
        ("Mu\u0308ller {tw}", "Mu\u0308ller"), ("ANNA*", "ANNA"),
    ],
)  # fmt: skip
def test_a_marker_behind_a_plain_name_is_left_out_of_what_is_suggested(name, meant):
    assert (name_warnings(name)[0][0], name_warnings(name)[0][2]) == ("name-marker", meant)


def test_a_long_name_and_blanks_inside_a_name():
    assert name_warnings("Wolfeschlegelsteinhausen") == [
        ("name-long", "Name “Wolfeschlegelsteinhausen” has 24 characters, and more than 20 may not fit on a shirt. "
         "Shorten it, or ask before ordering.", None),
    ]  # fmt: skip
    assert name_warnings("JO  ANN") == [
        ("name-blanks", "Name “JO  ANN” has more than a single blank between its words. Write one, unless the gap is "
         "meant. Did you mean JO ANN?", "JO ANN"),
    ]  # fmt: skip


def test_a_name_on_several_garments_is_said_once_with_the_other_cells():
    grid = "Ada Holm|HOLM (C)|2|M||Home kit\nAda Holm|HOLM (C)|2|M||Away kit"
    assert said(grid, headings="Player Name Number Size Quantity Design") == [
        ("B2", "name-marker", "Name “HOLM (C)” would be printed with everything beside the name. Remove what is not to "
         "be printed. It stands at B3 too. Did you mean HOLM?"),
    ]  # fmt: skip


def test_a_name_that_is_only_part_of_its_cell_gets_no_suggestion():
    (row,) = rows_of("Ada Holm (C)||2|M", "Player")
    line = Line(
        origin=Origin(sheet="Roster", row=2),
        player="Ada Holm (C)",
        name="Holm (C)",
        size="M",
        quantity=1,
        designs=(DesignRef(title="Home kit"),),
        reference="PO-1",
    )
    (problem,) = roster_warnings([row], [line], {})
    assert (problem.code, problem.cell, problem.suggestion) == ("name-marker", "A2", None)


def test_thousands_of_rows_are_quick():
    grid = "\n".join(f"Ada {at}berg|Berg|7|M" for at in range(2000))
    started = process_time()
    assert {code for _, code, _ in said(grid)} == {"number-twice"}
    assert process_time() - started < 3


def test_mixed_casing():
    found = warnings_of(SQUAD + "Gry Ross|Ross|8|M")
    message = (
        "Names on Home kit are printed as written, and not all are written as “HOLM” is: “Ross” (B8) is not. Write them "
        "all in one way, unless it is meant. Did you mean ROSS?"
    )
    assert [(p.code, p.message, p.suggestion) for p in found] == [("name-casing", message, "ROSS")]


def test_mixed_casing_names_every_odd_one_and_offers_no_capitals_that_are_unsure():
    assert said("|SMITH|2|M\n|Weiß|3|M\n|JONES|4|M\n|berg|5|M") == [
        ("B3", "name-casing", "Names on Home kit are printed as written, and not all are written as “SMITH” is: “Weiß” "
         "(B3) and “berg” (B5) are not. Write them all in one way, unless it is meant."),
    ]  # fmt: skip
    assert [p.suggestion for p in warnings_of("|SMITH|2|M\n|BERG|4|M\n|Yıldız|3|M")] == [None]


@pytest.mark.parametrize(
    ("players", "name", "offered"),
    [
        (("Jo Jones", "Bo Jones"), "JONES", ("J. JONES", "B. JONES")),
        (("Jones, Jo", "Jones, Jens"), "Jones", ("Jo Jones", "Jens Jones")),
        (("Lucas Berg", "Lucas Dahl"), "LUCAS", ("LUCAS B.", "LUCAS D.")),
    ],
)
def test_one_name_for_two_players(players, name, offered):
    (problem,) = warnings_of("\n".join(f"{player}|{name}|{at}|M" for at, player in enumerate(players, start=2)))
    assert (problem.code, problem.cell, problem.suggestion) == ("name-twice", "B3", offered[1])
    assert problem.message == (
        f"Name “{name}” is on Home kit for more than one person: {players[0]} (B2) and {players[1]} (B3). To tell "
        f"them apart, add initials, such as “{offered[0]}” and “{offered[1]}”."
    )


def test_one_name_with_two_numbers_where_no_player_is_named():
    assert said("JONES|7|M\nJONES|8|L", headings="Name Number Size") == [
        ("A3", "name-twice", "Name “JONES” is on Home kit for more than one person: number 7 (A2) and number 8 (A3). "
         "Add initials if they are to be told apart."),
    ]  # fmt: skip


# ---------------------------------------------------------------------------------------------------------- sizes


def sized(*sizes):
    return "\n".join(f"Ada {letter}berg|{letter}BERG|{at}|{size}" for at, (letter, size) in enumerate(
        zip("ABCDEFGHI", sizes, strict=False), start=2))  # fmt: skip


@pytest.mark.parametrize("size", ["3XL", "Adult L", "XXL", "Herren XL"])
def test_an_adult_size_among_youth_sizes(size):
    assert said(sized("128", "140", "128", size, "10-12", "YM", "116")) == [
        ("D5", "size-far", f"Size {size} is an adult size, while 6 of 7 players on Home kit have youth sizes (116 to "
         "10-12). Check that it is meant."),
    ]  # fmt: skip


@pytest.mark.parametrize("size", ["128", "5-6", "Youth M", "122/128", "Gr. 128"])
def test_a_youth_size_among_adult_sizes(size):
    assert said(sized("M", "L", "Large", "XL", size, "2XL", "S")) == [
        ("D6", "size-far", f"Size {size} is a youth size, while 6 of 7 players on Home kit have adult sizes (S to 2XL). "
         "Check that it is meant."),
    ]  # fmt: skip


# ---------------------------------------------------------------------------------------------- order, teams, safe


def test_warnings_stand_in_the_order_of_the_rows():
    grid = "Ada Holm|HOLM (C)|100|M\nBo Dahl|DAHL|3|M\nCy Friis|FRIIS*|3|M"
    found = warnings_of(grid, sport=Sport.FOOTBALL)
    assert [(p.cell, p.code) for p in found] == [
        ("C2", "number-outside-sport"),
        ("B2", "name-marker"),
        ("C4", "number-twice"),
        ("B4", "name-marker"),
    ]
    assert {p.level for p in found} == {"warning"}


def test_teams_of_sheets_and_of_rows():
    first = list(rows_of("Ada Holm||7|M", "Player Name Number Size", sheet="A"))
    second = list(rows_of("Bo Dahl||7|M", "Player Name Number Size", sheet="B"))
    rows = [*first, *second]
    lines = [lines_of(row) for row in rows]
    assert roster_warnings(rows, lines, {"A": "U13", "B": "U15"}) == ()
    assert roster_warnings(rows, lines, {}) == ()
    (problem,) = roster_warnings(rows, lines, {"A": "U13", "B": "u13"})
    assert problem.message == (
        "Number 7 is on Home kit for more than one person: Ada Holm (A!C2) and Bo Dahl (C2). Give each a number of "
        "their own, unless it is meant."
    )


SAFE = [
    ("number-not-digits", "#7", "7"),
    ("number-not-digits", "Nr. 07", "07"),
    ("number-not-digits", "No 7", "7"),
    ("number-not-digits", "７", "7"),
    ("number-not-digits", "7.0", "7"),
    ("quantity-not-whole", "2 Stk.", "2"),
    ("quantity-not-whole", "x2", "2"),
    ("storage-quantity-not-whole", "３", "3"),
    ("size-unknown", "xl", "XL"),
    ("size-unknown", "X-L", "XL"),
    ("size-unknown", "2 XL", "2XL"),
    ("size-unknown", "10 - 12", "10-12"),
    ("name-blanks", "JO  ANN", "JO ANN"),
    ("name-characters", "ＪＯＮＥＳ", "JONES"),
]
UNSAFE = [
    ("number-not-digits", "1O", "10"),
    ("number-not-digits", "l1", "11"),
    ("number-not-digits", "1²", "12"),
    ("number-not-digits", "10.000", "10"),
    ("number-not-digits", "#07", "7"),
    ("quantity-not-whole", "2.5", "2"),
    ("size-is-date", "12-Oct", "10-12"),
    ("size-unknown", "XXL", "2XL"),
    ("size-unknown", "1 2", "12"),
    ("size-unknown", "10.5", "10-5"),
    ("size-unknown", "YL", "L"),
    ("name-blanks", "JO\nANN", "JO ANN"),
    ("name-characters", "O´HARA", "O'HARA"),
    ("name-marker", "JONES (C)", "JONES"),
    ("design-unknown", "Hmoe kit", "Home kit"),
    ("number-not-digits", "7", "7"),
    ("number-not-digits", "abc", None),
]


def problem_of(code, value, suggestion):
    return Problem(level="error", code=code, message="", value=value, suggestion=suggestion)


@pytest.mark.parametrize(("code", "value", "suggestion"), SAFE)
def test_suggestions_that_are_safe(code, value, suggestion):
    assert is_safe(problem_of(code, value, suggestion))
    assert code in SAFE_CODES


@pytest.mark.parametrize(("code", "value", "suggestion"), UNSAFE)
def test_suggestions_that_are_not(code, value, suggestion):
    assert not is_safe(problem_of(code, value, suggestion))


@pytest.mark.parametrize(("one", "other"), [("P 3", "P 33"), ("Jan", "Jana")])
def test_people_called_alike_are_told_apart(one, other):
    assert [found[:2] for found in said(f"{one}|ALM|7|M\n{other}|BIRK|7|L")] == [("C3", "number-twice")]
