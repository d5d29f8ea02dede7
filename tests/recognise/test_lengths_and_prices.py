"""Headings of garments with how long they are, or with what they cost."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import described, sheet_of

from roster_import.model.layout import Fate
from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import Recognition, recognise
from roster_import.recognise.prices import priced

PEOPLE = ("Ada Brindle|4|M", "Bo Carstairs|17|L", "Cy Dunmore|9|S", "Di Elder|23|M", "Ed Finch|21|XL", "Flo Grant|8|M")


def read(heading: str, cells: str) -> Recognition:
    rows = (f"{person}|{cell}" for person, cell in zip(PEOPLE, cells.split(","), strict=True))
    grid = "\n".join((f"Name|Number|Size|{heading}", *rows))
    return recognise(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),)))


@pytest.mark.parametrize("cells", ["65,75,65,75,65,75", "65 cm,75 cm,65 cm,75 cm,65 cm,75 cm"])
@pytest.mark.parametrize(
    ("heading", "garment"),
    [
        ("Sukkien pituus cm", "Sukkien"),
        ("Sukat cm", "Sukat"),
        ("Sock length (cm)", "Sock"),
        ("Damasklängd", "Damask"),
        ("Strumplängd", "Strumplängd"),
        ("Stutzenlänge cm", "Stutzenlänge"),
        ("Strømpelengde cm", "Strømpelengde"),
    ],
)
def test_the_length_of_socks_is_their_size(heading: str, garment: str, cells: str) -> None:
    recognition = read(heading, cells)
    assert described(recognition.rosters[0])["D"] == f"size of {garment}"
    assert recognition.questions == ()


def test_how_tall_somebody_is_stays_no_size() -> None:
    recognition = read("Pituus cm", "165,175,168,181,159,172")
    assert recognition.rosters[0].columns[3].fate is Fate.NO_PART


@pytest.mark.parametrize(
    "heading",
    ["Rucksack 28 €", "Rucksack (28€)", "Rucksack, 28 EUR", "Rucksack 28 Euro", "Rucksack kr 300", "Rucksack CHF 28.-",
     "Rucksack 250:-", "Rucksack 28,- €", "Rucksack £25", "Rucksack"],
)  # fmt: skip
def test_a_mark_orders_the_garment_whatever_its_heading_says_it_costs(heading: str) -> None:
    recognition = read(heading, "x,,x,,x,")
    assert described(recognition.rosters[0])["D"] == "design of Rucksack"
    assert recognition.questions == ()


@pytest.mark.parametrize(
    ("heading", "thing"),
    [("Hoodie £35", "Hoodie"), ("Zaino (28,50 €)", "Zaino"), ("Mütze - 15 EUR", "Mütze"), ("Gr. 28", None), ("28 €", None),
     ("Kit 2", None), ("Sekr. 12", None)],
)  # fmt: skip
def test_what_costs_so_much_stands_before_the_price(heading: str, thing: str | None) -> None:
    assert priced(heading) == thing


@pytest.mark.parametrize("cells", ["1,,1,2,1,", "x,,x,x,x,"])
def test_something_that_is_headed_by_its_price_alone_is_asked_about(cells: str) -> None:
    recognition = read("399 kr", cells)
    assert [column.fate for column in recognition.rosters[0].columns if column.heading == "399 kr"] == [Fate.ASKED]
    assert [question.heading for question in recognition.questions] == ["399 kr"]


def test_what_was_paid_under_a_price_is_not() -> None:
    assert read("399 kr", "399,399,399,,399,399").questions == ()
