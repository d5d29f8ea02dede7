"""What of a file is not ordered from stands wherever somebody decides or looks back: in a few calm words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from roster_import.check.check_workbook import check_workbook
from roster_import.check.not_ordered import not_ordered
from roster_import.check.order_details import Defaults
from roster_import.check.recognised import CheckOptions
from roster_import.language.translations import in_language
from roster_import.model.layout import Meaning
from roster_import.model.workbook import Cell, FileFormat, Sheet, Workbook
from roster_import.targets import target
from roster_import.watch.doubts import kind_of
from roster_import.write.deliver import write_problems, write_results
from roster_import.write.proof import proof_page
from roster_import.write.run_report import not_ordered_lines
from tests.write.placed_orders import placement

if TYPE_CHECKING:
    from roster_import.model.report import Checked

ROSTER = (
    ("Player", "Name", "Number", "Size", "Design", "E-mail", "Birth date", "Sleeves"),
    ("Anna Berg", "BERG", "7", "M", "MUL1", "a@club.example", "2012-05-01", "long"),
    ("Bo Lund", "LUND", "9", "L", "MUL1", "b@club.example", "2012-06-01", "short"),
)
OFFICE = (("Trainer", "Tel."), ("Ole", "12345678"))
SLEEVES = {"Sleeves": (Meaning.IGNORED, None)}


def sheet(name: str, rows: tuple[tuple[str, ...], ...], **more) -> Sheet:
    cells = (
        Cell(row=row, column=column, text=text)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
    )
    return Sheet(name=name, cells=tuple(cells), **more)


def checked(*sheets: Sheet, **options) -> Checked:
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.CSV, sheets=sheets)
    told = CheckOptions(defaults=Defaults(reference="PO-1"), mapping=SLEEVES, **options)
    return check_workbook(workbook, told, target("kitmaker", {}))


def test_columns_are_named_with_the_reason():
    assert not_ordered(checked(sheet("Roster", ROSTER))) == (
        "Not ordered: E-mail, Birth date (no part of an order); Sleeves (set aside by an answer).",
    )


def test_in_the_readers_language():
    (said,) = not_ordered(checked(sheet("Roster", ROSTER)))
    assert in_language(said, "de") == (
        "Nicht bestellt: E-mail, Birth date (gehört nicht zu einer Bestellung); Sleeves (durch eine Antwort beiseitegelegt)."
    )


def test_a_sheet_that_a_warning_is_about_is_not_named_again():
    people = (("Player", "Position"), ("Ann Lee", "Goal"), ("Bo Ray", "Back"))
    file = checked(sheet("Roster", ROSTER), sheet("Contacts", people))
    assert [problem.sheet for problem in file.problems if problem.code == "sheet-left-out"] == ["Contacts"]
    assert "Contacts" not in "".join(not_ordered(file))


CONTACTS = (("Player", "Position", "Tel."), ("Berg, Anna", "Goal", "12345678"), ("Bo Lund", "Back", "87654321"))


@pytest.mark.parametrize(
    ("rows", "warned"),
    [
        (CONTACTS, []),
        ((("Player", "3 Mar", "10 Mar"), ("Anna Berg", "x", ""), ("Bo Lund", "x", "x")), []),
        ((*CONTACTS, ("Cia Holm", "Back", "1")), ["Others"]),  # who may have been forgotten on the roster
        ((("Player", "Plims"), ("Anna Berg", "by post"), ("Bo Lund", "as promised")), ["Others"]),
    ],
    ids=["contacts", "attendance", "one more", "nobody knows"],
)
def test_a_sheet_that_lists_the_same_people_for_something_else_is_said_and_holds_nothing(rows, warned):
    file = checked(sheet("Roster", ROSTER), sheet("Others", rows))
    assert [problem.sheet for problem in file.problems if problem.code == "sheet-left-out"] == warned
    assert [problem.message for problem in file.problems if problem.code == "sheet-of-people"] == (
        []
        if warned
        else [
            'Nothing is ordered from sheet "Others": it lists people of the roster once more, and nothing to order for them.'
        ]
    )
    assert kind_of("sheet-of-people") is None
    assert "Others" not in "".join(not_ordered(file))


def test_several_sheets_are_told_apart_and_other_sheets_named():
    plain = tuple(row[:5] for row in ROSTER)
    other = (plain[0], ("Cia Holm", "HOLM", "10", "S", "MUL1"))
    file = checked(
        sheet("U13", ROSTER), sheet("U15", other), sheet("Trainers", OFFICE), sheet("Old", OFFICE, hidden=True)
    )
    assert not_ordered(file) == (
        "Not ordered, sheet U13: E-mail, Birth date (no part of an order); Sleeves (set aside by an answer).",
        "Nothing is ordered from sheet Trainers.",
    )


def test_a_file_whose_every_column_is_ordered_has_nothing_to_say():
    assert not_ordered(checked(sheet("Roster", tuple(row[:5] for row in ROSTER)))) == ()


def test_what_stands_in_the_columns_is_repeated_nowhere():
    assert "club.example" not in "".join(not_ordered(checked(sheet("Roster", ROSTER))))


def test_a_question_of_a_form_is_cut_off():
    long = "What is your e-mail address, so that we can reach you before the season starts?"
    rows = tuple((*row[:5], cell) for row, cell in zip(ROSTER, (long, "a@club.example", "b@club.example"), strict=True))
    assert not_ordered(checked(sheet("Roster", rows))) == (
        "Not ordered: What is your e-mail address, so that we… (no part of an order).",
    )


def test_the_question_names_the_file_where_there_are_several():
    file = checked(sheet("Roster", ROSTER))
    assert [line[:24] for line in not_ordered_lines((file, file))] == ["  club.xlsx: Not ordered"] * 2


@pytest.fixture
def texts(tmp_path):
    """The texts of the first column of a sheet of a workbook written by `write`."""

    def read(path: Path, name: str) -> list[str]:
        return [row[0] for row in load_workbook(path)[name].iter_rows(values_only=True) if row[0]]

    return read


def test_it_stands_on_the_proof_in_the_problems_and_in_the_results(tmp_path, texts):
    file = checked(sheet("Roster", ROSTER))
    (said,) = not_ordered(file)
    assert proof_page(file).not_ordered == (said,)
    problems = write_problems(file, file.problems, tmp_path / "club.problems.xlsx")
    assert texts(problems, "What to fix")[-1] == said
    results = write_results(file, [placement()], tmp_path / "club.results.xlsx")
    assert said in texts(results, "Summary")


def test_every_warning_stands_in_the_results(tmp_path):
    rows = (*ROSTER, ("Cia Holm", "HOLM", "7", "S", "MUL1", "c@club.example", "2012-07-01", "long"))
    file = checked(sheet("Roster", rows))
    (problem,) = (problem for problem in file.problems if problem.level == "warning")
    assert problem.code == "number-twice"
    path = write_results(file, [placement()], tmp_path / "club.results.xlsx")
    told = [row[:2] for row in load_workbook(path)["Summary"].iter_rows(values_only=True)]
    assert ("Worth knowing: what was said of the file before it was sent", None) in told
    words = (
        "Anna Berg (C2) and Cia Holm (C4) have the same number. Give each their own, unless it is meant."  # a coach's
    )
    assert (problem.place, words) in told
