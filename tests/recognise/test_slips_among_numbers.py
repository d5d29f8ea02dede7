"""A slip in a column of numbers, as 1O, makes no other column the number, and every answer is among those offered."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import sheet_of

from roster_import.model.layout import Meaning
from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import Hints, Recognition, recognise

NAMES = ("Ann Lee", "Bo Ray", "Cy Orr", "Di Poe", "Ed Fox", "Flo Gee")
CLEAN = (("3", "10", "17", "24", "31", "38"), ("11", "16", "21", "26", "31", "36"))


def read(first: str, second: str, *, slip: int | None) -> Recognition:
    """Two columns of numbers, the one at `slip` with a letter among its digits."""
    columns = [list(numbers) for numbers in CLEAN]
    if slip is not None:
        columns[slip][2] = "1O"
    rows = (f"{name}|{one}|{other}|M|Home shirt" for name, one, other in zip(NAMES, *columns, strict=True))
    grid = "\n".join([f"Name|{first}|{second}|Size|Design", *rows])
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),))
    return recognise(workbook, Hints(catalogue=frozenset({"homeshirt"})))


def outcome(recognition: Recognition) -> tuple[list[Meaning], list[tuple[int, bool]]]:
    """What the two columns mean, and which are asked about, each with whether `number` is an answer."""
    (layout,) = recognition.rosters
    numbers = (question for question in recognition.questions if question.column in (2, 3))
    offered = [(q.column, M.NUMBER in {each.meaning for each in q.candidates}) for q in numbers]
    return [column.meaning for column in layout.columns if column.column in (2, 3)], offered


M = Meaning


@pytest.mark.parametrize("slip", [0, 1])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Number wanted", "Number if taken"),
        ("Trikotnummer", "Nummer"),
        ("Nr.", "Nummer"),
        ("Number", "Number 2"),
        ("Nummer", "Rückennummer"),
        ("No", "No"),
        ("Jersey", "Nr."),
        ("Trikot", "Locker"),
        ("#", "Shorts"),
    ],
)
def test_a_slip_makes_no_other_column_the_number(first, second, slip):
    assert outcome(read(first, second, slip=slip)) == outcome(read(first, second, slip=None))


@pytest.mark.parametrize("slip", [None, 0, 1])
def test_beside_a_number_another_may_be_answered_to_be_it(slip):
    meanings, offered = outcome(read("Number wanted", "Number if taken", slip=slip))
    assert meanings == [M.NUMBER, M.IGNORED]
    assert offered == [(3, True)]


def test_numbers_under_a_word_nobody_knows_may_be_answered_to_be_the_number():
    meanings, offered = outcome(read("Number", "Plims", slip=None))
    assert (meanings, offered) == ([M.NUMBER, M.IGNORED], [(3, True)])
