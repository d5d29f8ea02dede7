"""Columns under headings that nobody knows, whose cells leave one reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import described, sheet_of

from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import Recognition, recognise

PEOPLE = ("Ada Brindle", "Bo Carstairs", "Cy Dunmore", "Di Elder", "Ed Finch")


def read(headings: str, *columns: str) -> Recognition:
    rows = zip(PEOPLE, *(column.split() for column in columns), strict=True)
    grid = "\n".join((headings, *("|".join(row) for row in rows)))
    return recognise(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),)))


def test_the_names_beside_it_in_capitals_are_what_is_printed() -> None:
    recognition = read("Player|What it says|No.|Size", "BRINDLE CARSTAIRS DUNMORE ELDER FINCH",
                       "4 17 9 10 23", "M L S S XL")  # fmt: skip
    (layout,) = recognition.rosters
    assert described(layout) == {"A": "player", "B": "name", "C": "number", "D": "size"}
    assert not layout.columns[1].sure
    (problem,) = recognition.problems
    assert (problem.level, problem.code, problem.cell) == ("warning", "column-read-by-cells", "B1")
    assert problem.message == (
        "On sheet Sheet1, column “What it says” is read as the name to print by what stands in it; its heading does not say "
        "so. If it is something else, change the heading to what it is."
    )


def test_sizes_under_a_word_for_the_cut() -> None:
    recognition = read("Name|No.|Fit", "4 17 9 10 23", "M L S S XL")
    assert described(recognition.rosters[0]) == {"A": "player", "B": "number", "C": "size"}
    assert [problem.code for problem in recognition.problems] == ["column-read-by-cells"]


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        ("Name|Frob|Size", ("4 17 9 10 23", "M L S S XL")),  # of a shirt, or of a locker?
        ("Name|Digits|Frob|Size", ("4 17 9 10 23", "5 44 12 31 70", "M L S S XL")),  # which of the two?
        ("Name|Frob|Size", ("9 10 11 12 13", "M L S S XL")),  # may be how old they are
        ("Name|Frob|Size", ("4 17 4 10 23", "M L S S XL")),
        ("Name|Frob|Size", ("4 17 99 104 23", "M L S S XL")),
        ("Name|Frob|Wunschnummer|Zweitwunsch|Size", ("4 17 9 10 23", "4 17 9 10 23", "5 18 19 11 24", "M L S S XL")),
        ("Name|Frob|Previous number|Size", ("4 17 9 10 23", "4 17 9 10 24", "M L S S XL")),
        ("Player|Frob|No.", ("ACE BULL CAT DOG ELK", "4 17 9 10 23")),  # names of their own
    ],
)
def test_what_may_be_something_else_is_asked_about(headings: str, columns: tuple[str, ...]) -> None:
    recognition = read(headings, *columns)
    assert "column-read-by-cells" not in {problem.code for problem in recognition.problems}
    assert any(question.heading == "Frob" for question in recognition.questions)


def test_beside_a_number_another_is_asked_about() -> None:
    recognition = read("Name|No.|Frob|Size", "4 17 9 10 23", "5 44 12 31 70", "M L S S XL")
    assert [question.heading for question in recognition.questions] == ["Frob"]
