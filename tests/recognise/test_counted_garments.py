"""Garments that are worn with bibs are counted or sized: nobody wears their few small numbers on the back."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import sheet_of

from roster_import.model.layout import Meaning
from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import recognise

NAMES = ("Ada Brindle", "Bo Carstairs", "Cy Dunmore", "Di Elder", "Ed Farrow", "Flo Garth")


def meanings(heading: str, *cells: str) -> tuple[Meaning, ...]:
    """What the columns mean of a roster with jerseys counted and this column behind them."""
    rows = ["Name|Size|Cycling jersey|" + heading]
    for name, size, jerseys, cell in zip(NAMES, "SMLMSM", "112111", cells, strict=True):
        rows.append(f"{name}|{size}|{jerseys}|{cell}")
    sheet = sheet_of("\n".join(rows))
    (layout,) = recognise(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet,))).rosters
    return tuple(column.meaning for column in layout.columns)


@pytest.mark.parametrize(
    "heading",
    [
        *("Bibshorts", "Bib-shorts", "Bib shorts", "Bibtights", "Bib knickers", "Bib-byxor", "Bibbyxor", "Bibbukse"),
        *("Bib", "Bibs", "Radhose", "Koersbroek", "Cuissard", "Culotte", "Salopette", "Calções", "Spodenki", "Kraťasy"),
    ],
)
def test_how_many_of_it_is_a_count(heading: str) -> None:
    assert meanings(heading, "2", "1", "1", "1", "", "1")[2:] == (Meaning.QUANTITY, Meaning.QUANTITY)


@pytest.mark.parametrize("heading", ["Bib", "Bib no", "Bib number", "Bibnr", "Startnummer", "Dossard"])
def test_the_number_of_a_rider_stays_one(heading: str) -> None:
    assert meanings(heading, "12", "4", "31", "7", "9", "26")[3] is Meaning.NUMBER
