"""Lines above a table: titles, contacts and how to fill it in are quiet, what wants something of the order is told."""

from __future__ import annotations

import pytest

from roster_import.recognise.lines_above import says_more_than_a_title
from tests.check.test_office_cases import check, codes, said

ROWS = "Name|Number|Size|Design\nLEE|7|M|Home shirt\nRAY|8|L|Home shirt\nFOX|9|S|Home shirt"
WISHES = [
    "Leave out the last two", "One extra in medium for the new lad", "Hold off until Monday", "Size 164 for the twins",
    "Numbers to be confirmed", "7 is taken, use 17", "Keeper top for number 7 please", "Ignore the first row",
    "Die letzten zwei weglassen", "Wappen bitte rechts", "Größe 164 für die Zwillinge", "Noch 3 Ersatztrikots",
    "Udelad de to sidste", "Vent til mandag", "Logo på højre side", "3 reservetrøjer mere",
    "Laatste twee weglaten", "Wachten tot maandag", "7 is bezet, neem 17",
    "Enlever les deux derniers", "Logo à droite", "Le 7 est pris, mettre 17", "Coupe femme pour les filles",
    "Quitar los dos últimos", "Queremos el diseño antiguo", "Camiseta de portero para el 7",
    "Togliere gli ultimi due", "Altre 3 maglie di riserva", "Ignorare la prima riga",
    "Pominąć dwóch ostatnich", "Poczekać do poniedziałku", "Hoppa över de två sista", "Vänta till måndag",
]  # fmt: skip
QUIET = [
    "SV Blau-Weiß Kleinkleckersdorf e.V.", "Trikotbestellung Saison 2026/27 – 2. Herren", "Spieler der ersten Mannschaft",
    "Riverside FC — 2026/27 Full Club Export", "Kit order for the under 12s girls team", "Shirts for year 11 leavers",
    "Bestilling af spillertøj til U13 piger", "Beställning av matchtröjor till F11", "Pelipaitatilaus P12 kausi 2026",
    "Bestelling wedstrijdshirts JO11-2 seizoen 2026-2027", "Liste des joueurs pour la commande de maillots",
    "Pedido de camisetas para el equipo cadete", "Elenco maglie da gara della prima squadra",
    "Encomenda de equipamentos para a época 2026/27", "Zamówienie strojów dla drużyny U12", "U12 takımı forma siparişi",
    "Objednávka dresů pro mladší žáky", "Fußballverein Musterstadt gegründet 1920", "Uniforms for the marching band",
    "Please fill in your size and return by Friday", "Bitte Größe eintragen und bis 15.3. zurück an Max",
    "Alle bestellinger skal være inde senest 1. maj", "Contact: Ann Lee 07700 900123", "Merci de remplir avant le 15 mars",
    "Trainingszeiten Dienstag und Donnerstag", "Allenamenti il martedì e giovedì", "Die Preise verstehen sich inkl. MwSt.",
    "Wir freuen uns auf die neue Saison", "Ansprechpartnerin ist Frau Meier", "Use one row per player",
    "Tutti i campi sono obbligatori", "Bitte nur die gelben Felder ausfüllen", "Names will be printed as written",
    "All sizes are adult unless stated", "Les tailles enfants sont en années", "Vereinsfarben blau und weiß",
    "Do not change the headings", "Jeden wiersz na zawodnika", "Updated after the meeting on Tuesday", "Priserne er inkl. moms",
    "Rellenad vuestra talla por favor", "Si prega di compilare entro il 15/3", "Thank you for your help", "Stand 12.3.2026",
]  # fmt: skip


@pytest.mark.parametrize("wish", WISHES)
def test_a_wish_above_the_table_is_told_with_its_words(wish):
    told = said(check(("List", f"{wish}\n\n{ROWS}"), print_name="as-written"), "rows-left-out", "text-may-change-order")
    assert [wish in message for _, _, message in told] == [True]


@pytest.mark.parametrize("line", QUIET)
def test_a_title_a_contact_and_how_to_fill_in_the_list_are_quiet(line):
    assert not says_more_than_a_title(line)
    assert codes(check(("List", f"{line}\n\n{ROWS}"), print_name="as-written")) == []


@pytest.mark.parametrize(
    "note",
    ["Leave out the last two", "Size 164 for the twins", "7 is taken, use 17", "Noch 3 Ersatztrikots", "Vent til mandag",
     "Laatste twee weglaten", "Enlever les deux derniers", "Not RAY, he's injured", "RAY no, está lesionado",
     "Logo à droite", "We'd like the old design", "Fällt klein aus, eine Nummer größer", "Wachten tot maandag"],
)  # fmt: skip
def test_the_same_is_told_on_a_sheet_of_its_own(note):
    assert said(check(("List", ROWS), ("Notes", note), print_name="as-written"), "text-may-change-order") == [
        (
            "text-may-change-order",
            "A1",
            f"Sheet Notes says “{note}” (A1). Nothing is ordered from it: if it is to hold, change the player's row itself, then "
            "delete the note.",
        )
    ]


@pytest.mark.parametrize(
    "note", ["Season opens on 3 May", "Training Tuesdays at 18:00", "Home shirt 25 €", "Deadline: 15.3.2027"]
)
def test_what_a_sheet_says_of_the_club_is_not(note):
    assert codes(check(("List", ROWS), ("Info", note), print_name="as-written")) == []


def test_what_is_said_of_such_a_line():
    told = said(
        check(("List", f"FC Northport\nDie letzten zwei weglassen\n\n{ROWS}"), print_name="as-written"), "rows-left-out"
    )
    assert told == [
        (
            "rows-left-out",
            None,
            "Nothing is ordered from row 2 (a note: “Die letzten zwei weglassen”) of sheet List. If a player stands there, fill "
            "in the row like the others. What a note asks for, change in the rows themselves.",
        )
    ]


def test_a_sum_above_the_table_that_is_right_is_quiet_and_one_that_is_wrong_is_told():
    assert codes(check(("List", f"3 shirts in total\n\n{ROWS}"), print_name="as-written")) == []
    assert codes(check(("List", f"4 shirts in total\n\n{ROWS}"), print_name="as-written")) == ["total-differs"]


@pytest.mark.parametrize(
    "remark",
    ["Bitte LEE doppelt", "Le 7 est pris, mettre 17", "Logo på højre side", "Nummern kommen noch", "RAY est passé en U15",
     "We'd like the old design", "Noch 3 Ersatztrikots", "Taille 164 pour les jumeaux", "por error dos veces"],
)  # fmt: skip
def test_a_remark_that_wants_something_else_is_told(remark):
    grid = ROWS.replace("Design", "Design|Remarks").replace("shirt\nFOX", f"shirt|{remark}\nFOX")
    told = said(check(("List", grid), print_name="as-written"), "text-may-change-order")
    assert [remark in message for _, _, message in told] == [True]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("Thekendienst", "tauscht m. Jens"), ("Børneattest", "sendt, afventer"), ("bardienst", "ruilt met Bas"),
     ("Chèque caution", "rendu"), ("Matr. FIGC", "in attesa"), ("SEPA-Mandat", "neue IBAN abwarten")],
)  # fmt: skip
def test_who_swaps_a_duty_or_waits_for_papers_wants_nothing_of_the_order(heading, cell):
    grid = ROWS.replace("Design", f"Design|{heading}").replace("shirt\nFOX", f"shirt|{cell}\nFOX")
    assert said(check(("List", grid), print_name="as-written"), "text-may-change-order") == []


def test_what_cancels_the_order_is_told_even_there():
    grid = ROWS.replace("Design", "Design|Thekendienst").replace("shirt\nFOX", "shirt|nicht bestellen, tauscht\nFOX")
    assert [cell for _, cell, _ in said(check(("List", grid), print_name="as-written"), "text-may-change-order")] == [
        "E3"
    ]


def test_players_above_the_headings_are_told():
    grid = f"Order U12\nANN|9|S\n\n{ROWS}"
    assert said(check(("List", grid), print_name="as-written"), "players-above-headings", "rows-left-out") == [
        (
            "players-above-headings",
            None,
            "Nothing is ordered from row 2 of sheet List, which stands above the headings in row 4. If a player stands there, "
            "move the row below the headings.",
        )
    ]


def test_tables_above_the_headings_whose_words_nobody_knows_are_told_as_players():
    grid = f"Goalkeepers\nWho|Dig|Fit\nANN|9|S\nBEN|8|M\n\n{ROWS}"
    assert said(check(("List", grid), print_name="as-written"), "players-above-headings", "rows-left-out") == [
        (
            "players-above-headings",
            None,
            "Nothing is ordered from rows 3 and 4 of sheet List, which stand above the headings in row 6. If players stand "
            "there, move the rows below the headings.",
        )
    ]


@pytest.mark.parametrize(
    "letterhead",
    ["Club:|FC Wood\nDate|1.2.2026", "Contact:|Ann Bell|0123 456789", "Size chart|S|M|L\nChest|90|96|100",
     "Team:|U12", "Shirt|12", "Season|2026"],
)  # fmt: skip
def test_what_heads_a_letter_or_charts_sizes_is_no_player(letterhead):
    assert codes(check(("List", f"{letterhead}\n\n{ROWS}"), print_name="as-written")) == []
