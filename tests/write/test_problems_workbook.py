"""The problems workbook: the user's own, the wrong cells marked, a list of what to fix; corrected, it is imported as it is."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from tests.conftest import ORDER

ROWS = (
    ("A", "Smith", "1O", "M", 1, "Home kit"),
    ("B", "Jones", "7", "", 0, "Home kit"),
)
SIZE = "There is no size, and a garment cannot be ordered without. Fill in the size."


def fills(sheet, *cells):
    return [sheet[cell].fill.start_color.rgb[-6:] if sheet[cell].fill.patternType else None for cell in cells]


def test_every_wrong_cell_is_marked_and_listed(desk, sandbox):
    club = desk.build(rows=ROWS, order={**ORDER, "Delivery country": "Narnia"})
    before = club.read_bytes()
    run = desk.quick("--json", "club.xlsx")
    assert (run.status, run.file["problemsWorkbook"]) == (1, "club.problems.xlsx")
    assert club.read_bytes() == before
    book = load_workbook(desk.folder / "club.problems.xlsx")
    assert book.sheetnames == ["What to fix", "Order", "Roster", "Catalogue"]
    roster, listed = book["Roster"], book["What to fix"]
    assert len(set(fills(roster, "C2", "D3", "E3"))) == 1
    assert fills(roster, "C3", "D2", "A2") == [None] * 3
    assert SIZE in roster["D3"].comment.text
    assert listed["A1"].value == "4 errors to correct"
    assert listed["A2"].value == (
        "Click on a place to get to its cell, correct it there, save this workbook and send it again. This sheet and the "
        "coloured cells may stay: they are no part of the order."
    )
    assert [cell.value for cell in listed[3]] == [
        "Where", "What is wrong, and what to do", "You wrote", "Suggestion", "Level",
    ]  # fmt: skip
    assert [[cell.value for cell in row] for row in listed.iter_rows(min_row=4)] == [
        [f"{p['sheet']}!{p['cell']}", p["message"], p["value"] or None, p["suggestion"], "error"]
        for p in sorted(run.file["problems"], key=lambda p: (p["sheet"], p["row"], p["cell"]))
    ]
    assert [cell.alignment.indent for cell in listed[4]] == [0, 1, 1, 1, 1], (
        "columns of text do not run into each other"
    )
    assert [cell.value for cell in listed["A"][3:]] == ["Order!B10", "Roster!C2", "Roster!D3", "Roster!E3"]
    assert listed["A5"].hyperlink.location == "'Roster'!C2"
    assert desk.quick("club.xlsx").out.startswith(
        "club.xlsx: 4 errors. Nothing was sent. They are marked in club.problems.xlsx.\n"
    )


def test_corrected_it_is_imported_as_it_is_and_its_marks_are_gone_from_the_results(desk, sandbox):
    desk.build(rows=ROWS)
    desk.quick("club.xlsx")
    path = desk.folder / "club.problems.xlsx"
    book = load_workbook(path)
    for cell, value in (("C2", "10"), ("D3", "M"), ("E3", 1)):
        book["Roster"][cell] = value
    book.save(path)

    run = desk.quick("--json", "club.problems.xlsx")

    assert (run.status, run.file["status"], run.file["results"]) == (3, "placed", "club.results.xlsx"), run.err
    assert [one["number"] for one in sandbox.orders()[0]["body"]["designs"][0]["instances"]] == ["10", "7"]
    results = load_workbook(desk.folder / "club.results.xlsx")
    assert results.sheetnames == ["Order", "Roster", "Catalogue", "Summary", "Results", "Lines"]
    assert fills(results["Roster"], "D3", "E3") == [None, None]
    assert results["Roster"]["D3"].comment is None


def test_its_notes_are_ours_where_a_program_does_not_keep_who_wrote_them(desk):
    """LibreOffice does not: they are no comments of the coach's, and give way to the next ones."""
    desk.build(rows=ROWS)
    desk.quick("check", "club.xlsx")
    path = desk.folder / "club.problems.xlsx"
    book = load_workbook(path)
    for cell in (cell for row in book["Roster"].iter_rows() for cell in row if cell.comment):
        cell.comment.author = " "
    book.save(path)

    run = desk.quick("--json", "check", "club.problems.xlsx")

    assert {problem["level"] for problem in run.file["problems"]} == {"error"}
    again = load_workbook(desk.folder / run.file["problemsWorkbook"])
    assert again["Roster"]["D3"].comment.text == f"roster-import: {SIZE}"


def test_corrections_in_it_are_never_overwritten(desk):
    desk.build(rows=ROWS)
    desk.quick("club.xlsx")
    path = desk.folder / "club.problems.xlsx"
    book = load_workbook(path)
    book["Roster"]["C2"] = "10"
    book.save(path)
    half = path.read_bytes()
    desk.build(rows=(*ROWS, ("C", "Brown", "x", "M", 1, "Home kit")))
    assert desk.quick("--json", "club.xlsx").file["problemsWorkbook"] == "club.problems (2).xlsx"
    assert desk.quick("--json", "club.problems.xlsx").file["problemsWorkbook"] == "club.problems (2).xlsx"
    assert path.read_bytes() == half


def test_an_untouched_one_gives_way_to_a_newer_one(desk):
    desk.build(rows=ROWS)
    desk.quick("club.xlsx")
    desk.build(rows=ROWS[:1])
    assert desk.quick("--json", "club.xlsx").file["problemsWorkbook"] == "club.problems.xlsx"
    assert load_workbook(desk.folder / "club.problems.xlsx")["What to fix"].max_row == 4


def test_a_csv_file_gets_one_too(desk):
    (desk.folder / "club.csv").write_text("Player;Name;Number;Size;Design\nA;Smith;1O;M;298791\n", encoding="utf-8")
    run = desk.quick("--json", "club.csv")
    assert run.file["problemsWorkbook"] == "club.problems.xlsx"
    book = load_workbook(desk.folder / "club.problems.xlsx")
    assert book.sheetnames == ["What to fix", "club"]
    assert fills(book["club"], "C2") != [None]


@pytest.mark.parametrize("name", ["club.xlsx"])
def test_a_file_that_cannot_be_read_gets_none(desk, name):
    (desk.folder / name).write_bytes(b"PK nonsense")
    assert desk.quick("--json", name).file["problemsWorkbook"] is None


def test_a_wrong_cell_in_a_hidden_row_or_column_is_brought_into_sight(desk):
    club = desk.build(rows=(*ROWS, ("C", "Lee", "9", "M", 1, "Home kit"), ("D", "Ray", "x", "M", 1, "Home kit")))
    book = load_workbook(club)
    roster = book["Roster"]
    for column in ("B", "C", "D"):
        roster.column_dimensions[column].hidden = True
        roster.column_dimensions[column].width = 14
    roster.row_dimensions[4].hidden = roster.row_dimensions[5].hidden = True
    book.save(club)
    run = desk.quick("--json", "club.xlsx")
    assert {"C2", "C5", "D3"} <= {problem["cell"] for problem in run.problems if problem["sheet"] == "Roster"}

    marked = load_workbook(desk.folder / "club.problems.xlsx")["Roster"]

    shown = {letter: marked.column_dimensions[letter] for letter in "BCD"}
    assert {letter: column.hidden for letter, column in shown.items()} == {"B": True, "C": False, "D": False}
    assert [round(column.width) for column in shown.values()] == [14, 14, 14]
    assert [marked.row_dimensions[row].hidden for row in (4, 5)] == [True, False]
