"""A column that is plainly headed keeps its meaning, however odd its cells: what is wrong is found at the cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from roster_import.model.layout import Meaning
from roster_import.model.workbook import Cell, FileFormat, Sheet, Workbook
from roster_import.recognise import recognise


def meanings(*rows):
    cells = [
        Cell(row=at, column=to, text=text) for at, row in enumerate(rows, 1) for to, text in enumerate(row, 1) if text
    ]
    sheet = Sheet(name="Roster", cells=tuple(cells))
    found = recognise(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet,)))
    return {column.heading: (column.meaning, column.sure) for column in found.rosters[0].columns}


@pytest.mark.parametrize(
    ("heading", "cells", "meaning"),
    [
        ("Number", ("1O", "1l", "x"), Meaning.NUMBER),
        ("Number", ("seven", "eight", "nine"), Meaning.NUMBER),
        ("Rückennr.", ("keine", "acht", "offen"), Meaning.NUMBER),
        ("Quantity", ("two", "one", "three"), Meaning.QUANTITY),
    ],
)
def test_odd_cells_do_not_make_a_column_disappear(heading, cells, meaning):
    rows = [
        (name, size, "Away kit", cell)
        for name, size, cell in zip(("Anna A", "Bo B", "Cy C"), "MLS", cells, strict=True)
    ]
    assert meanings(("Player", "Size", "Design", heading), *rows)[heading] == (meaning, False)


def test_a_column_of_body_heights_is_no_size_all_the_same():
    rows = (("Moosbach", "Jale", "172", "88"), ("Birkholz", "Dana", "169", "60"))
    assert meanings(("Nachname", "Vorname", "Größe", "Gewicht"), *rows)["Größe"][0] is Meaning.IGNORED


def test_a_second_column_does_not_take_the_place_of_one_that_is_right():
    rows = (("Anna A", "7", "M", "x"), ("Bo B", "8", "L", "y"), ("Cy C", "9", "S", "z"))
    found = meanings(("Player", "Number", "Size", "Shirt number"), *rows)
    assert [heading for heading, (meaning, _) in found.items() if meaning is Meaning.NUMBER] == ["Number"]
