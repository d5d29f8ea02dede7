"""Numbers of seasons, of home and away, of members, of rows, and pieces: which are printed, and which are asked about."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import described, sheet_of

from roster_import.model.layout import Fate
from roster_import.model.workbook import FileFormat, Workbook, column_letter
from roster_import.recognise import Hints, Recognition, recognise
from roster_import.recognise.number_words import season

NAMES = ("Anna Berg", "Bo Lund", "Carl Wik", "Dora Falk", "Erik Holm", "Frida Dahl")


def read(*columns: tuple[str, str]) -> Recognition:
    """A list of six people with a size, and further columns: a heading, and its cells divided by blanks (`.`: empty)."""
    cells = [[text.replace(".", "") for text in values.split()] for _, values in columns]
    rows = ("|".join((name, *row, "M")) for name, *row in zip(NAMES, *cells, strict=True))
    grid = "\n".join(["|".join(("Player", *(heading for heading, _ in columns), "Size")), *rows])
    return of(grid)


def of(grid: str) -> Recognition:
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),))
    return recognise(workbook, Hints())


def asked(recognition: Recognition) -> dict[str, list[str]]:
    return {column_letter(q.column): [str(each.meaning) for each in q.candidates] for q in recognition.questions}


def fates(recognition: Recognition) -> dict[str, Fate | None]:
    columns = recognition.rosters[0].columns
    return {column_letter(each.column): each.decided for each in columns if each.heading not in ("Player", "Size")}


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("Nr 25/26", 26),
        ("Number 2025-26", 26),
        ("N. maglia 2024", 24),
        ("Numéro 2025/2026", 26),
        ("Nr 7/9", None),
        ("Size 34/36", None),
        ("Nr", None),
        ("Tel 0204", None),
    ],
)
def test_the_season_of_a_heading(heading, year):
    assert season(heading) == year


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Nr 24/25", "Nr 25/26"),
        ("N. maglia 2024", "N. maglia 2025"),
        ("Number 2025", "New number"),
        ("Numéro saison 2023/24", "Numéro saison 2024/25"),
        ("Nr sidste år", "Nr i år"),
        ("Number last season", "Number this season"),
        ("Dorsal temporada pasada", "Dorsal esta temporada"),
        ("昨年背番号", "今季背番号"),
    ],
)
def test_the_number_of_the_newest_season_is_printed(old, new):
    for columns, letter in (((old, new), "C"), ((new, old), "B")):
        cells = {old: "4 8 12 15 16 23", new: "5 8 13 15 17 24"}
        recognition = read(*((heading, cells[heading]) for heading in columns))
        assert described(recognition.rosters[0]) == {"A": "player", letter: "number", "D": "size"}
        assert asked(recognition) == {}


def test_who_has_only_an_old_number_is_asked_about():
    recognition = read(("Nr 24/25", "4 8 12 15 16 23"), ("Nr 25/26", "5 8 . 15 17 24"))
    assert asked(recognition) == {"B": ["number", "ignored"]}


@pytest.mark.parametrize(
    ("one_number", "other"),
    [
        ("Rückennummer", "Rückennummer 2027"),
        ("Nr 23/24", "Rückennummer"),
        ("Number", "Number next season"),
        ("Nummer", "Nummer nächste Saison"),
        ("Home number", "Number"),
        ("Number", "Away number"),
    ],
)
def test_two_numbers_of_which_none_is_plainly_the_one_to_wear_are_one_question(one_number, other):
    recognition = read((one_number, "4 8 12 15 16 23"), (other, "5 8 13 15 17 24"))
    assert list(asked(recognition).values()) == [["number", "ignored"]]
    assert fates(recognition) == {"B": Fate.ASKED, "C": Fate.ASKED}


OF_TWO_YEARS = """
Navn|Nr 2023|Str. 2023|{number}|Str. 2024|Vare
Mikkel Friis|4|152|14|164|Home shirt
Jeppe Dam|7|140|7|152|Home shirt
Anton Vad|9|164|10|S|Home shirt
Rasmus Toft|||11|M|Home shirt
"""


@pytest.mark.parametrize("number", ["Nr 2024", "Number", "Nr"])
def test_beside_the_sizes_of_this_season_last_years_numbers_are_none(number):
    recognition = of(OF_TWO_YEARS.format(number=number).strip())
    assert asked(recognition) == {}
    (roster,) = recognition.rosters
    assert [column.meaning.value for column in roster.columns] == [
        "player", "ignored", "ignored", "number", "size", "design",
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ["Seasons played", "Number of seasons", "Saisons"])
def test_how_many_seasons_somebody_played_is_no_number(heading):
    recognition = read((heading, "4 8 12 15 16 23"), ("Number", "5 8 13 15 17 24"))
    assert described(recognition.rosters[0])["C"] == "number"
    assert asked(recognition) == {}


@pytest.mark.parametrize(
    ("home", "away"),
    [("Home no.", "Away no."), ("Numéro domicile", "Numéro extérieur"), ("Nr. Heim", "Nr. Auswärts")],
)
def test_home_and_away_numbers_of_one_shirt_are_asked_about(home, away):
    recognition = read((home, "4 8 12 15 16 23"), (away, "5 9 13 15 17 24"))
    assert asked(recognition) == {"B": ["number", "ignored"]}


def test_home_and_away_numbers_that_are_the_same_need_no_question():
    assert asked(read(("Home no.", "4 8 12 15 16 23"), ("Away no.", "4 8 12 15 16 23"))) == {}


def test_home_and_away_numbers_beside_home_and_away_shirts_are_each_their_own():
    recognition = read(
        ("Home no.", "4 8 12 15 16 23"),
        ("Away no.", "5 9 13 15 17 24"),
        ("Home", "S M L S M L"),
        ("Away", "S M L S M L"),
    )
    assert described(recognition.rosters[0])["B"] == "number of Home"
    assert described(recognition.rosters[0])["C"] == "number of Away"
    assert asked(recognition) == {}


def test_a_bib_of_one_or_two_is_rather_a_piece():
    assert asked(read(("Bib", "1 2 1 1 2 1"))) == {"B": ["quantity", "number", "ignored"]}
    assert asked(read(("Bib", "11 2 31 14 25 6"))) == {}


def test_what_a_yes_to_a_logo_orders_is_asked():
    recognition = read(("Number", "4 8 12 15 16 23"), ("Logo on sleeve", "yes no yes no yes no"))
    assert asked(recognition) == {"C": ["design", "order-if-yes", "skip-if-yes", "ignored"]}


@pytest.mark.parametrize("cells", ["1 1 1 1 1 1", "1 0 1 1 0 1"])
def test_what_a_one_under_a_logo_orders_is_asked(cells):
    assert list(asked(read(("Number", "4 8 12 15 16 23"), ("Sponsor logo", cells)))) == ["C"]


def test_rows_counted_anew_for_every_team_are_no_more_sure_than_rows_counted_once():
    recognition = of(
        "1. Damen\nNr.|Spielerin|Größe\n1|Katharina Böger|M\n2|Sina Dreyer|S\n3|Merle Hansen|M\n4|Luisa Kern|L\n"
        "2. Damen\nNr.|Spielerin|Größe\n1|Anke Brandes|XL\n2|Nele Fricke|M\n3|Pia Lohmann|L\n4|Svenja Rust|M\n"
    )
    assert asked(recognition)["A"] == ["number", "ignored"]
    assert [choice.words for choice in recognition.questions[0].candidates][1] == "nothing but the count of the players"


def test_rows_counted_beside_wishes_are_only_counted():
    recognition = of(
        "Nr|Player|Wish 1|Wish 2|Size\n1|Ann Lee|4|5|S\n2|Bo Ray|8|9|M\n3|Cy Orr|12|13|L\n4|Di Poe|15|14|M\n5|Ed Fox|16|17|M\n"
    )
    assert "A" not in asked(recognition)
    assert asked(recognition)["C"] == ["number", "ignored"]


def test_the_numbers_of_members_are_no_players():
    recognition = of(
        "Socio|Nombre|Apellidos|Talla\n12|Antonio|Requena|L\n31|Carmen|Tébar|S\n8|José|Onrubia|XL\n45|Raúl|Alfaro|M\n"
    )
    assert described(recognition.rosters[0]) == {"B": "first-name", "C": "last-name", "D": "size"}
    assert asked(recognition) == {}


def test_the_name_of_the_account_that_a_form_was_sent_from_is_no_print():
    recognition = of(
        "ID|E-Mail|Name|Name des Spielers|Größe\n1|anonymous||Felix Andresen|M\n2|anonymous||David Owusu|L\n"
        "3|anonymous||Moritz Thiele|XL\n4|anonymous||Jannik Kröger|S\n"
    )
    assert described(recognition.rosters[0]) == {"D": "player", "E": "size"}


def test_garments_with_sizes_across_are_read_above_their_sums():
    recognition = of(
        "PO number|HR-26\nContact|Priya Nandra, office manager, 0114 496\n\nGarment|Colour|S|M|L|XL|Total\n"
        "Polo men's|navy|4|11|14|9|38\nSweatshirt|grey|2|5|6|4|17\nVest|yellow|3|5|5|5|18\nTotal||9|21|25|18|73\n"
    )
    assert recognition.rosters[0].heading_row == 4


@pytest.mark.parametrize("heading", ["Plagg", "Kläder", "Kledingstuk", "Vêtement", "Vaate", "Tøj"])
def test_clothes_in_many_languages_are_the_design(heading):
    recognition = read((heading, "Polo Polo Jakke Polo Jakke Polo"))
    assert described(recognition.rosters[0])["B"] == "design"
    assert asked(recognition) == {}


@pytest.mark.parametrize("heading", ["Gutt", "Pige", "Junge", "Flicka", "Meisje", "Ragazza"])
def test_children_may_be_called_what_they_are(heading):
    recognition = of(f"{heading}|Nr|Size\nAdrian|5|128\nAksel M|7|140\nBirk|10|128\nEdvard|1|152\nIsak|9|140\n")
    assert described(recognition.rosters[0]) == {"A": "player", "B": "number", "C": "size"}
    assert asked(recognition) == {}


@pytest.mark.parametrize(("printed", "fate"), [("FINN 16", "asked"), ("FINN 6", "no-part"), ("FINN 06", "no-part")])
def test_a_name_with_another_number_behind_it_is_asked_about(printed, fate):
    rows = f"""
Player|Number|Name on shirt|Size|Name + number to print
Al Boon|4|BOON|M|BOON 4
Cy Dale|5|DALE|L|DALE 5
Ed Finn|6|FINN|M|{printed}
Gus Hay|9|HAY|XL|HAY 9"""
    assert fates(of(rows))["E"] == fate


@pytest.mark.parametrize(
    "heading",
    [
        *("Přání čísla", "Życzenie numer", "Wens rugnummer", "Richiesta numero", "Deseos número", "Önskemål nummer"),
        *("Souhait numéro", "Toiveet numero", "Special request number", "Wunsch Nummer", "Ønske nummer"),
    ],
)
def test_a_wish_for_a_number_is_no_remark(heading):
    recognition = read((heading, "4 5 6 7 8 9"))
    assert described(recognition.rosters[0])["B"] == "number" or "number" in asked(recognition)["B"]


@pytest.mark.parametrize("heading", ["Souhait nom", "Přání jméno", "Wens naam", "Önskemål namn"])
def test_a_wish_for_a_name_is_no_remark(heading):
    recognition = read((heading, "BERG BO WIK FALK HOLM FRIDA"))
    assert described(recognition.rosters[0])["B"] == "name" or "name" in asked(recognition)["B"]
