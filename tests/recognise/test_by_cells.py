"""Columns under headings that nobody knows, whose cells leave one reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import described, sheet_of

from roster_import.model.layout import Meaning
from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import Hints, Recognition, recognise

PEOPLE = ("Ada Brindle", "Bo Carstairs", "Cy Dunmore", "Di Elder", "Ed Finch")


def read(headings: str, *columns: str, hints: Hints | None = None) -> Recognition:
    rows = zip(PEOPLE, *(column.split() for column in columns), strict=True)
    return read_grid("\n".join((headings, *("|".join(row) for row in rows))), hints)


def read_grid(grid: str, hints: Hints | None = None) -> Recognition:
    return recognise(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),)), hints)


def by_cells(recognition: Recognition) -> list[str | None]:
    """The headings of what is read by its cells."""
    return [problem.cell for problem in recognition.problems if problem.code == "column-read-by-cells"]


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


CAPITALS = "BRINDLE CARSTAIRS DUNMORE ELDER FINCH"
SIZES = "M L S S XL"


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        ("Player|Name on shirt|Frob|Size", (CAPITALS, CAPITALS, SIZES)),  # there is a name to print
        ("Player|Frob|Grob|Size", (CAPITALS, CAPITALS, SIZES)),  # which of the two?
        ("Player|Mother|Size", (CAPITALS, SIZES)),  # her name, though it is theirs
        ("Player|Frob|Size", ("BRINDLE CARSTAIRS DUNMORE - -", SIZES)),  # of some of them
        ("Player|Size|Fit", (SIZES, SIZES)),  # there is a size
        ("Player|Fit|Cut", (SIZES, SIZES)),
        ("Player|No.|Fit", ("4 17 9 10 23", "M M M M M")),  # may be a kind of cut
        ("Player|No.|Fit", ("4 17 9 10 23", "M L S slim wide")),
        ("Email|No.|Fit", ("4 17 9 10 23", SIZES)),  # for nobody
        ("Player|No.|Status", ("4 17 9 10 23", SIZES)),  # says something else of them
        ("Player|Frob|Size", (CAPITALS.title(), SIZES)),
    ],
)
def test_what_leaves_another_reading_is_not_read(headings: str, columns: tuple[str, ...]) -> None:
    assert by_cells(read(headings, *columns)) == []


def test_names_of_a_few_people_or_of_people_in_capitals_are_not_read() -> None:
    few = "Player|Frob|Size\nAda Brindle|BRINDLE|M\nBo Carstairs|CARSTAIRS|L\nCy Dunmore|DUNMORE|S\nDi Elder|ELDER|S"
    assert by_cells(read_grid(few)) == []
    assert by_cells(read_grid(few + "\nEd Finch|FINCH|XL")) == ["B1"]
    more = "\nEd Finch|FINCH|XL\nFay Gale||M\nGus Hart||M\nHal Ives||S"
    assert by_cells(read_grid(few + more)) == []
    assert by_cells(read_grid(few.replace("Ada B", "ADA B").replace("Bo C", "BO C") + "\nEd Finch|FINCH|XL")) == ["B1"]
    assert by_cells(read_grid(few.upper() + "\nED FINCH|FINCH|XL")) == []


@pytest.mark.parametrize("heading", ["Fit", "What it says"])
def test_what_somebody_said_is_not_read_otherwise(heading: str) -> None:
    cells = SIZES if heading == "Fit" else CAPITALS
    hints = Hints(mapping={heading: (Meaning.IGNORED, None)})
    assert by_cells(read(f"Player|No.|{heading}", "4 17 9 10 23", cells, hints=hints)) == []


def unheaded(*columns: str) -> Recognition:
    rows = zip(PEOPLE, *(column.split() for column in columns), strict=True)
    return read_grid("\n".join("|".join(row) for row in rows))


def test_the_only_numbers_of_a_table_without_headings_are_worn_and_said() -> None:
    recognition = unheaded("4 17 9 10 23", "M L S S XL")
    assert described(recognition.rosters[0]) == {"A": "player", "B": "number", "C": "size"}
    assert recognition.questions == ()
    (problem,) = recognition.problems
    assert (problem.level, problem.code, problem.cell, problem.column) == (
        "warning",
        "column-read-by-cells",
        None,
        None,
    )
    assert problem.message == (
        "On sheet Sheet1, column B, which has no heading, is read as the number to print by what stands in it. If it is "
        "something else, write headings above the players."
    )


def test_the_sizes_of_children_in_a_table_without_headings() -> None:
    recognition = unheaded("4 17 9 10 23", "128 140 128 152 140")
    assert described(recognition.rosters[0]) == {"A": "player", "B": "number", "C": "size"}
    assert [problem.code for problem in recognition.problems] == ["column-read-by-cells"] * 2


@pytest.mark.parametrize(
    "columns",
    [
        ("9 10 11 12 13", "M L S S XL"),  # may be how old they are
        ("4 17 4 10 23", "M L S S XL"),  # or how many
        ("4 17 9 10 23", "5 44 12 31 70", "M L S S XL"),  # which of the two?
        ("4 17 9 10 23",),
    ],
)
def test_other_numbers_of_a_table_without_headings_are_asked_about(columns: tuple[str, ...]) -> None:
    recognition = unheaded(*columns)
    assert recognition.rosters == () or recognition.questions != ()
    assert [problem for problem in recognition.problems if problem.code == "column-read-by-cells"] == []


HALVES = """
    Ada|Brindle|S
    Bo|Carstairs|M
    Cy|Dunmore|L
    Di|Elder|M
    Ed|Finch|XL"""


@pytest.mark.parametrize(
    ("told", "columns", "asked"),
    [
        ({}, {"A": "first-name", "B": "last-name", "C": "size"}, [
            "On sheet Sheet1, column A, which has no heading, may mean the first name or the last name. Say which: "
            '--map "A=first-name" or --map "A=last-name".',
            "On sheet Sheet1, column B, which has no heading, may mean the last name or nothing that is ordered. Say which: "
            '--map "B=last-name" or --map "B=ignored".',
        ]),
        ({"A": Meaning.LAST_NAME}, {"A": "last-name", "B": "first-name", "C": "size"}, [
            "On sheet Sheet1, column B, which has no heading, may mean the first name or nothing that is ordered. Say which: "
            '--map "B=first-name" or --map "B=ignored".',
        ]),
        ({"A": Meaning.FIRST_NAME, "B": Meaning.IGNORED}, {"A": "first-name", "C": "size"}, []),
        ({"A": Meaning.FIRST_NAME, "B": Meaning.LAST_NAME}, {"A": "first-name", "B": "last-name", "C": "size"}, []),
    ],
)  # fmt: skip
def test_which_half_of_a_name_a_column_without_a_heading_is_is_asked(
    told: dict[str, Meaning], columns: dict[str, str], asked: list[str]
) -> None:
    recognition = read_grid(HALVES, Hints(mapping={column: (meaning, None) for column, meaning in told.items()}))
    assert described(recognition.rosters[0]) == columns
    assert [problem.message for problem in recognition.problems if problem.code == "column-unclear"] == asked
