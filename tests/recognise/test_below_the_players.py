"""What people write below the players is nobody: sums, who is in charge, what is still missing, a greeting."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import sheet_of

from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import recognise

ROSTER = """
Spieler|Nr.|Größe|Hoodie|Anzahl
Ada Brindle|7|M||1
Bo Carstairs|12|L|x|1
Cy Dunmore|3|S||1
Di Elder|23|XL|x|1"""
ROWS = (2, 3, 4, 5)

SUMS = [
    "Summe||||4",
    "Gesamt:|4||2|",
    "Trikots gesamt||||4",
    "Summe M|2",
    "Shirts|4",
    "Hoodies||||2",
    "|||2|4",
    "|||2|",
    "Totaal aantal||||4",
    "Totale|4 maglie",
    "Yhteensä 4 paitaa",
    "davon Torwart|1",
    "of which keepers|1",
]
NOTES = [
    "S=2 M=2 L=2",
    "Trainer|Uwe Seiler",
    "Stand 12.03.",
    "Seite 1 von 2",
    "Page 1",
    "MfG Uwe Seiler",
    "Viele Grüße",
    "Danke und Gruß, Uwe",
    "Thanks, Bob",
    "Mvh Lise Lund",
    "Hilsen Lise",
    "Cordialement",
    "Un saludo",
    "Saluti",
    "Groetjes",
    "Pozdrawiam",
    "S pozdravem",
    "Terveisin",
    "Wunschtermin|15.12.",
    "Ønsket levering|uge 50",
    "Rechnung an|Förderverein, Uwe Seiler",
    "Invoice to|Bob Hale",
]


def rows_of(grid: str) -> tuple[int, ...]:
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),))
    return tuple(row for layout in recognise(workbook).rosters for row in layout.rows)


@pytest.mark.parametrize("gap", ["", "\n"], ids=["at once", "behind a gap"])
@pytest.mark.parametrize("foot", SUMS + NOTES)
def test_it_is_nobody(foot: str, gap: str) -> None:
    assert rows_of(f"{ROSTER}\n{gap}{foot}") == ROWS


@pytest.mark.parametrize(
    "player", ["Tak Fujimoto|9|M", "Merci Obi|9|M||1", "Polo, Marco|9|M", "Hood|9|M", "Page, Ann|10"]
)
def test_a_player_of_such_a_name_is_one(player: str) -> None:
    assert rows_of(f"{ROSTER}\n{player}") == (*ROWS, 6)


@pytest.mark.parametrize("gap", ["", "\n"], ids=["at once", "behind a gap"])
@pytest.mark.parametrize(
    "greeting",
    [
        "Mit sportlichen Grüßen",
        "Kind regards,",
        "Med sportslig hilsen",
        "Idrottshälsningar",
        "Met sportieve groet",
        "Sportives salutations",
        "Saludos deportivos",
        "Saluti sportivi",
        "Saudações desportivas",
        "Ze sportowym pozdrowieniem",
        "Se sportovním pozdravem",
        "Urheiluterveisin",
        "Saygılarımla",
    ],
)
def test_whoever_signs_the_list_is_nobody(greeting: str, gap: str) -> None:
    assert rows_of(f"{ROSTER}\n{gap}{greeting}\n{gap}Torsten\nJugendleiter") == ROWS


@pytest.mark.parametrize(
    "office", ["O treinador,", "Der Trainer", "Valmentaja", "De coach:", "L'entraîneur", "Tränare"]
)
def test_whoever_signs_as_the_coach_is_nobody(office: str) -> None:
    assert rows_of(f"{ROSTER}\n\n{office}\nTorsten") == ROWS


@pytest.mark.parametrize("line", ["Torwart", "Reserve"])
def test_a_name_below_what_is_no_signature_is_one(line: str) -> None:
    assert rows_of(f"{ROSTER}\n{line}\nTorsten Fuchs")[-1] == 7


def test_a_player_with_a_size_below_a_greeting_is_one() -> None:
    assert rows_of(f"{ROSTER}\nThanks, Bob\nEd Farrow|9|M") == (*ROWS, 7)


@pytest.mark.parametrize("initials", ["ST", "DB", "KS", "PCS"])
def test_who_has_the_initials_of_pieces_is_somebody_among_initials(initials: str) -> None:
    roster = (
        f"Player|Size|Design|Quantity\nAB|M|Home shirt|1\n{initials}|L|Home shirt|1\nCD|S|Home shirt|1\nEF|S|Shorts|1"
    )
    assert ordered(roster) == (2, 3, 4, 5)
    named = roster.replace("AB|", "Ada Brindle|").replace("CD|", "Cy Dunmore|").replace("EF|", "Ed Finch|")
    assert ordered(named) == (2, 4, 5)


@pytest.mark.parametrize("of_one", ["Order|PO-2", "Shirt number|7", "Logo 601001|48"])
def test_a_row_with_a_print_or_an_order_of_its_own_sums_up_nothing(of_one: str) -> None:
    heading, value = of_one.split("|")
    rows = (f"Player|Size|Design|Quantity|{heading}", f"ab|M|Home shirt|1|{value}", f"db|L|Home shirt|1|{value}")
    assert ordered("\n".join((*rows, f"cd|S|Home shirt|1|{value}"))) == (2, 3, 4)


def ordered(grid: str) -> tuple[int, ...]:
    (roster,) = recognise(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),))).rosters
    return roster.rows
