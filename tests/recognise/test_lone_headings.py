"""Headings known as a whole go through untouched, and only where their cells agree."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import sheet_of

from roster_import.model.layout import Fate
from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import recognise
from roster_import.recognise.lone_headings import lone
from roster_import.recognise.words import Concept

NAMES = ("Ada Brindle", "Bo Carstairs", "Cy Dunmore", "Di Elder")
NUMBERS = ("7", "12", "3", "33")
SIZES = ("M", "L", "S", "XL")


def fate(heading: str, *cells: str, beside: str = "") -> Fate | None:
    """What becomes of a column with these cells; `beside` heads a further column of figures."""
    rows = [f"Name|Number|Size|{heading}{f'|{beside}' if beside else ''}"]
    figures = ("90", "71", "64", "90") if beside else ("", "", "", "")
    for name, number, size, cell, figure in zip(NAMES, NUMBERS, SIZES, cells, figures, strict=True):
        rows.append("|".join((name, number, size, cell, *([figure] if beside else []))))
    sheet = sheet_of("\n".join(rows))
    (layout,) = recognise(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet,))).rosters
    return next(column.fate for column in layout.columns if column.column == 4)


MARKS, WORDS, COUNTS = ("x", "", "x", "x"), ("Sales", "IT", "Sales", "HR"), ("1", "", "2", "1")


@pytest.mark.parametrize("heading", ["Fri", "Sat AM", "Ven", "Sam.", "Lør", "Sobota", "土", "Aufbau", "Tag 1", "Su"])
def test_a_mark_under_a_day_orders_nothing(heading: str) -> None:
    assert fate(heading, *MARKS) is Fate.NO_PART


@pytest.mark.parametrize(
    "heading", ["Office", "Abt.", "Pôle", "Afd.", "Team/Dept", "Voice", "Pupitre", "Отдел", "部署", "Kl."]
)
def test_where_somebody_works_or_sings_is_no_part(heading: str) -> None:
    assert fate(heading, *WORDS) in (Fate.NO_PART, Fate.ORDERED)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("G/F/D", ("D", "F", "G", "F")),
        ("GK/DEF/MID/FWD", ("DEF", "GK", "FWD", "MID")),
        ("TW/AB/MF/ST", ("AB", "TW", "ST", "MF")),
        ("MV/B/F", ("B", "F", "MV", "B")),
        ("G/D/M/A", ("G", "D", "A", "M")),
        ("P/D/C/A", ("D", "P", "A", "C")),
        ("B/O/N", ("O", "B", "N", "O")),
        ("B/O/Ú", ("O", "B", "Ú", "O")),
    ],
)
def test_the_places_of_players_in_short_are_no_part(heading: str, cells: tuple[str, ...]) -> None:
    assert fate(heading, *cells) is Fate.NO_PART


@pytest.mark.parametrize("heading", ["P/M/G", "S/M/L", "D/H", "M/V", "G/F/D"])
def test_sizes_and_cuts_under_letters_are_never_passed_over(heading: str) -> None:
    assert fate(heading, "M", "S", "L", "M") in (Fate.ASKED, Fate.ORDERED)


@pytest.mark.parametrize("heading", ["Currency", "P.U.", "Bal Due", "Geld erhalten", "PIX", "MwSt.", "a pagar", "Moms"])
def test_money_in_all_forms_is_no_part(heading: str) -> None:
    assert fate(heading, "45,00", "22,50", "0,00", "45,00") is Fate.NO_PART


def test_short_forms_of_games_need_others_beside_them() -> None:
    assert fate("G", *COUNTS) is Fate.ASKED
    assert fate("G", *COUNTS, beside="Mins") is Fate.NO_PART


@pytest.mark.parametrize(
    "heading", ["Erhalten", "Received", "Crew", "Kort", "Lang", "Pet", "Transfer", "Loop", "Obi", "Base"]
)
def test_a_mark_under_a_word_of_two_uses_is_asked(heading: str) -> None:
    assert fate(heading, *MARKS) in (Fate.ASKED, Fate.ORDERED)


@pytest.mark.parametrize("heading", ["Rot", "Gelb", "Red", "Men", "Women", "W", "Adult"])
def test_how_many_of_a_colour_or_for_whom_is_never_passed_over(heading: str) -> None:
    assert fate(heading, *COUNTS) in (Fate.ASKED, Fate.ORDERED)


def test_only_a_heading_made_of_such_words_is_one() -> None:
    assert lone("Sat / Sun") is Concept.PRESENCE
    assert lone("Day 2") is Concept.PRESENCE
    assert lone("Unit size") is None
    assert lone("Store item") is None
    assert lone("Office shirt") is None


@pytest.mark.parametrize("heading", ["Parche 75 aniv.", "Toppa", "Naszywka"])
def test_a_yes_to_a_patch_is_never_passed_over(heading: str) -> None:
    assert fate(heading, "x", "", "x", "x") in (Fate.ASKED, Fate.ORDERED)


@pytest.mark.parametrize("heading", ["Check #", "Check no.", "Cheque number"])
def test_the_number_of_a_cheque_is_no_part(heading: str) -> None:
    assert fate(heading, "1043", "cash", "887", "2291") is Fate.NO_PART


@pytest.mark.parametrize("heading", ["Middle Name", "MiddleName", "Mellemnavn", "Zweiter Vorname", "Maiden name"])
def test_a_name_between_the_others_is_not_printed(heading: str) -> None:
    assert fate(heading, "Jo", "", "Mae", "Lee") is Fate.NO_PART


@pytest.mark.parametrize("heading", ["cod_atleta", "Player code", "Kod zawodnika"])
def test_the_code_of_a_player_is_no_part(heading: str) -> None:
    assert fate(heading, "A011", "A014", "A017", "A020") is Fate.NO_PART


def test_a_no_under_a_word_for_who_does_not_play_is_no_part_and_a_yes_is_asked_about() -> None:
    assert fate("Non-Player", "no", "no", "no", "no") is Fate.NO_PART
    assert fate("Non-Player", "no", "yes", "no", "no") is Fate.ASKED
