"""Headings as clubs of many countries write them, each beside a name, a number and a size: what stands there is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import sheet_of

from roster_import.model.layout import Fate, Meaning
from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import recognise

M = Meaning
MARKS, SIZES, COUNTS = ("x", "", "x", "", "x", "x"), ("S", "M", "L", "M", "XL", "S"), ("1", "2", "", "1", "2", "1")
NAMES = ("Anna Holm", "Ben Lund", "Cy Orr", "Di Ek", "Eli Stone", "Fay Marsh")
BASE = tuple(zip(NAMES, ("7", "10", "23", "4", "15", "8"), SIZES, strict=True))


def column(heading, cells, base="Name|Number|Size"):
    """What a column beside a roster's own becomes."""
    lines = [f"{base}|{heading}", *("|".join((*row, cell)) for row, cell in zip(BASE, cells, strict=True))]
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of("\n".join(lines)),))
    return recognise(workbook).rosters[0].columns[-1]


@pytest.mark.parametrize(
    "heading", ["Regnställ", "Badekåpe", "Jumppapuku", "Szlafrok", "Kopačky", "Jimnastik Mayosu", "体操服", "체육복"]
)
def test_garments_are_known_by_their_names(heading):
    assert column(heading, MARKS).meaning is M.DESIGN


@pytest.mark.parametrize("heading", ["Judopuku (cm)", "Kombinezon", "Handdukar"])
def test_sizes_under_a_garment_are_its_sizes(heading):
    assert (column(heading, SIZES).meaning, column(heading, SIZES).fate) == (M.SIZE, Fate.ORDERED)


@pytest.mark.parametrize(
    "heading", ["Hur många handdukar?", "Ile ręczników?", "Počet triček", "Poč.", "Antal ex", "EA"]
)
def test_counts_are_how_many(heading):
    assert column(heading, COUNTS).meaning is M.QUANTITY


@pytest.mark.parametrize("heading", ["Šála", "수영모", "Kayak Tulumu"])
def test_marks_under_what_is_worn_are_never_passed_over(heading):
    assert column(heading, MARKS).fate is not Fate.NO_PART


@pytest.mark.parametrize("heading", ["Hoodie", "모자"])
def test_circles_and_crosses_are_marks_and_no_sizes(heading):
    circles = column(heading, ("O", "X", "O", "", "O", "X"))
    assert (circles.meaning, circles.fate) == (M.IGNORED, Fate.ASKED)


@pytest.mark.parametrize(("heading", "cells"), [
    ("축구화(mm)", ("250", "260", "275mm", "240", "255", "265")), ("Boots", ("42", "43.5", "41", "44", "39", "40")),
    ("Pointure", ("38", "36", "40", "37", "35", "39")), ("Krampon Numarası", ("43,5", "41", "44", "40", "39", "42")),
])  # fmt: skip
def test_how_long_feet_are_is_no_count_and_no_number(heading, cells):
    assert column(heading, cells).fate is Fate.NO_PART


@pytest.mark.parametrize("heading", [
    "Player/Coach", "Spieler oder Trainer", "Name (player or coach)", "Spelare & ledare", "Spiller og træner", "Helfer/in",
    "Volunteer",
])  # fmt: skip
def test_whoever_leads_beside_those_who_play_is_for_whom_the_row_is(heading):
    lines = [f"{heading}|Number|Size", *("|".join(row) for row in BASE)]
    sheet = sheet_of("\n".join(lines))
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet,))
    assert recognise(workbook).rosters[0].columns[0].meaning is M.PLAYER


@pytest.mark.parametrize("heading", ["Parent/Guardian name", "Name of mother or father", "Father of player"])
def test_parents_are_nobody_who_plays(heading):
    assert column(heading, NAMES).fate is Fate.NO_PART


def test_goods_in_a_column_of_names_are_asked_about():
    goods = ("Koszulka termo", "Ortalion", "Bluza z kapturem", "Ortalion", "Koszulka termo", "Bluza")
    assert column("NAZWA", goods, base="Zawodnik|Numer|Rozmiar").fate is Fate.ASKED


@pytest.mark.parametrize(
    ("heading", "cells"), [("Siffra", ("08", "10", "1", "11", "22", "3")), ("Tal", ("04", "27", "", "7", "10", "88"))]
)
def test_digits_are_the_number(heading, cells):
    lines = [
        f"Vem|Storlek|{heading}",
        *("|".join((name, size, cell)) for (name, _, size), cell in zip(BASE, cells, strict=True)),
    ]
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of("\n".join(lines)),))
    assert recognise(workbook).rosters[0].columns[-1].meaning is M.NUMBER


def test_inches_round_the_chest_are_the_size_where_no_other_column_has_it():
    lines = ["Player|Chest|Trousers", "Ann Holm|40|34R", "Bo Lund|44|38R", "Cy Orr|38|32S", "Di Ek|42|34L"]
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of("\n".join(lines)),))
    assert [each.meaning for each in recognise(workbook).rosters[0].columns] == [M.PLAYER, M.SIZE, M.SIZE]
    assert column("Chest", ("40", "44", "38", "42", "36", "40")).fate is Fate.NO_PART


def test_a_surname_that_is_a_coat_elsewhere_is_a_name():
    lines = "Name|Jacket size\nGreg Hill|L\nIan Jack|XL"
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(lines),))
    name = recognise(workbook).rosters[0].columns[0]
    assert (name.meaning, name.fate) == (M.PLAYER, Fate.FOR_PEOPLE)


def test_whole_names_beside_what_they_are_shortened_to_are_asked_about():
    lines = "Player|Name|Number\nD. Holm|Delfino Holm|7\nB. Lund|Bruno Lund|8\nC. Orr|Carla Orr|9"
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(lines),))
    name = recognise(workbook).rosters[0].columns[1]
    assert (name.meaning, name.sure) == (M.NAME, False)


def test_names_of_signs_alone_shorten_nothing():
    workbook = Workbook(
        path=Path("club.xlsx"),
        format=FileFormat.XLSX,
        sheets=(sheet_of("Player|Name|Number\n-|Player|1\n-|Ann Lee|2"),),
    )
    recognise(workbook)
