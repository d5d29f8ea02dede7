"""Notes above the players that want another size of one of them, or names printed in another way; and what hides nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from roster_import.check.check_workbook import check_workbook
from roster_import.check.recognised import CheckOptions
from roster_import.model.catalogue import Catalogue
from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise.print_words import asks_for_capitals, asks_for_part_of_names
from roster_import.targets import target
from tests.check.test_office_cases import ENTRIES, check, said
from tests.recognise.recognise_grids import sheet_of

LIST = """
    Spieler|Aufdruck|Nr|Größe|Artikel
    Tim Brindle|{}|4|L|Home shirt
    Bo Carstairs|{}|10|XL|Home shirt"""
IN_CAPITALS, AS_CALLED = LIST.format("BRINDLE", "CARSTAIRS"), LIST.format("Brindle", "Carstairs")


def told(note: str, players: str) -> list[tuple[str, str | None, str]]:
    return said(check(("Alte Herren", f"{note}||||\n||||{players}")), "text-may-change-order")


def a_note(text: str) -> list[tuple[str, str | None, str]]:
    then = (
        "The rows are ordered as they stand, whatever the note says: if something is to be different, change the rows"
    )
    message = f'The note at A1 says "{text}". {then} themselves; then delete the note.'
    return [("text-may-change-order", "A1", message)]


@pytest.mark.parametrize(
    "note",
    [
        "Ach so: der Tim nimmt doch XL, in der Liste steht noch L.",
        "Carstairs bitte tauschen gegen eine Nummer kleiner",
        "Tim: XL",
        "Tim prende il 14",
        "Tim ha smesso",
        "Tim ja Carstairs vaihtavat",
    ],
)
def test_a_note_above_the_players_that_names_one_of_them_is_told(note):
    assert told(note, IN_CAPITALS) == a_note(note)


@pytest.mark.parametrize(
    "note",
    [
        "Hallo Sabine, anbei die Liste.",
        "Viele Grüße von Tim aus Northport",
        "Ansprechpartner: Bo",
        "Bestellt von Tim Carstairs am 1.5.",
        "Coach: Tim Carstairs",
        "Bitte bis Freitag zurück an Tim Carstairs",
    ],
)
def test_a_note_that_names_a_player_and_wants_nothing_is_not(note):
    assert told(note, IN_CAPITALS) == []


def test_a_note_that_wants_capitals_is_told_where_names_are_in_small_letters():
    note = "Bitte alle Namen in Großbuchstaben!"
    assert told(note, AS_CALLED) == a_note(note)
    assert told(note, IN_CAPITALS) == []


def test_a_note_that_wants_surnames_is_told_where_more_is_printed():
    note = "Please print surnames only"
    assert told(note, LIST.format("TIM BRINDLE", "CARSTAIRS")) == a_note(note)
    assert told(note, IN_CAPITALS) == []


@pytest.mark.parametrize(
    ("text", "capitals", "part"),
    [
        ("Please print SURNAMES ONLY, in capitals.", True, True),
        ("Kun efternavn på ryggen, store bogstaver", True, True),
        ("Alleen achternamen bedrukken", False, True),
        ("Merci d'imprimer en majuscules", True, False),
        ("Solo apellidos en la espalda", False, True),
        ("First name and surname of each player", False, False),
        ("Surname", False, False),
        ("Trip to the capitals of Europe", False, False),
    ],
)
def test_what_a_note_wants_of_names(text, capitals, part):
    assert (asks_for_capitals(text), asks_for_part_of_names(text)) == (capitals, part)


def test_an_order_without_a_reference_hides_nothing_else():
    twice = (f"{AS_CALLED}", AS_CALLED.replace("|L|", "|M|"))
    sheets = tuple(sheet_of(grid, name) for name, grid in zip(("2025", "2026"), twice, strict=True))
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=sheets)
    checked = check_workbook(workbook, CheckOptions(catalogue=Catalogue(entries=ENTRIES)), target("kitmaker", {}))
    assert {"reference-missing", "sheets-repeat"} <= {problem.code for problem in checked.problems}


def test_whole_orders_in_sentences_are_to_be_written_apart():
    grid = """
        Name|What would you like?
        Ann Brindle|Home shirt M, number 7, BRINDLE please
        Bo Carstairs|home shirt L no 12 CARSTAIRS and shorts L
        Cy Dunmore|Same as Bo but number 14 please"""
    assert said(check(("Replies", grid)), "column-unknown") == [(
        "column-unknown",
        "B1",
        "On sheet Replies, column “What would you like?” holds “Home shirt M, number 7,…”, “home shirt L no 12 CARST…” and "
        "“Same as Bo but number 14…”, and nothing says whether that changes the order. If it changes nothing: --map "
        '"What would you like?=ignored". Whole orders seem to stand there: write what each of them says into columns headed '
        "Name, Number, Size and Design, one row per garment.",
    )]  # fmt: skip


@pytest.mark.parametrize(
    "wish", ["bitte nur den Vornamen hinten drauf", "please print the surname only", "in capitals please"]
)
def test_a_remark_on_how_somebodys_name_is_printed_is_shown(wish: str):
    grid = f"""
        Name|Number|Size|Design|Anmerkungen
        Ann Brindle|7|M|Home shirt|
        Bo Carstairs|8|L|Home shirt|{wish}
        Cy Dunmore|9|S|Home shirt|"""
    assert said(check(("Replies", grid)), "text-may-change-order") == [(
        "text-may-change-order",
        "E3",
        f'Row 3 has the remark "{wish}" under "Anmerkungen". The row is ordered as it stands, whatever the remark says: if '
        "something is to be different, change the row itself, or delete the row; then empty the remark.",
    )]  # fmt: skip
