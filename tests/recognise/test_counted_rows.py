"""A column that counts the rows beside the numbers that are worn, or wished for."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import described, sheet_of

from roster_import.model.layout import Fate
from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import Recognition, recognise

PEOPLE = ("Ada Brindle|M|7", "Bo Carstairs|L|12", "Cy Dunmore|S|9", "Di Elder|M|3", "Ed Finch|XL|21", "Flo Grant|M|4")
COUNTED, WITH_GAPS, MEMBERS = "1 2 3 4 5 6", "1 2 4 5 6 8", "3 7 12 18 33 40"


def read(first: str, numbers: str, last: str) -> Recognition:
    rows = (f"{number}|{person}" for number, person in zip(numbers.split(), PEOPLE, strict=True))
    grid = "\n".join((f"{first}|Name|Size|{last}", *rows))
    return recognise(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),)))


@pytest.mark.parametrize("numbers", [COUNTED, WITH_GAPS])
@pytest.mark.parametrize(
    ("first", "last"),
    [("Nr.", "Trikotnummer"), ("No", "Shirt no"), ("#", "Number"), ("Nr", "Tröjnummer"), ("Nr", "Rygnr")],
)
def test_rows_counted_beside_the_numbers_to_wear_are_not_asked_about(first: str, last: str, numbers: str) -> None:
    recognition = read(first, numbers, last)
    assert described(recognition.rosters[0]) == {"B": "player", "C": "size", "D": "number"}
    assert recognition.questions == ()


def test_other_numbers_beside_them_are_asked_about() -> None:
    (question,) = read("Nr.", MEMBERS, "Trikotnummer").questions
    assert question.heading == "Nr."


def test_beside_the_only_wish_for_a_number_the_rows_are_counted() -> None:
    recognition = read("Nr.", COUNTED, "Wunschnummer")
    assert described(recognition.rosters[0]) == {"B": "player", "C": "size", "D": "number"}
    assert recognition.questions == ()


@pytest.mark.parametrize("last", ["Wunschnummer", "2. Wunschnummer"])
def test_beside_a_wish_numbers_that_may_be_worn_already_are_asked_about(last: str) -> None:
    numbers = COUNTED if last.startswith("2.") else WITH_GAPS
    recognition = read("Nr.", numbers, last)
    assert recognition.rosters[0].columns[0].fate is Fate.ASKED


def test_the_number_of_now_beside_the_new_one() -> None:
    recognition = read("Current #", MEMBERS, "New #")
    assert described(recognition.rosters[0]) == {"B": "player", "C": "size", "D": "number"}
    assert recognition.questions == ()


@pytest.mark.parametrize(("points", "likely"), [("41 38 35 32 29 27", {}), ("32 38 41 35 27 29", {"A": "number"})])
def test_where_rows_are_sorted_by_what_each_has_scored_they_are_rather_ranked(
    points: str, likely: dict[str, str]
) -> None:
    scores = zip(points.split(), PEOPLE, strict=True)
    rows = (f"{rank}|{person.partition('|')[0]}|{point}" for rank, (point, person) in enumerate(scores, 1))
    sheet = sheet_of("\n".join(("#|Player|Points", *rows)))
    recognition = recognise(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet,)))
    assert described(recognition.rosters[0]) == {"B": "player", **likely}
    assert [question.heading for question in recognition.questions] == ["#"]
