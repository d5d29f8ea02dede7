"""A quantity, a name or a number that is merged over the rows of several people: it is said."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

TOM, BEN = ("Tom Riva", "RIVA", "4", "M", 2, "Away kit"), ("Ben Riva", "", "5", "S", 1, "Away kit")
MORE = [
    (f"Bo Neri {letter}", f"NERI {letter}", str(number), "L", 1, "Away kit") for number, letter in enumerate("ABCDE", 6)
]


def told(desk, heading, *rows, also=()):
    """Row and column of the first cell under the heading, and what is said after it is merged over two rows."""
    desk.build(rows=[*rows, *MORE])
    path = desk.folder / "club.xlsx"
    book = load_workbook(path)
    sheet = book["Roster"]
    head = next(row for row in range(1, 9) if sheet.cell(row, 1).value == "Player")
    for title in (heading, *also):
        column = next(cell.column_letter for cell in sheet[head] if cell.value == title)
        sheet.merge_cells(f"{column}{head + 1}:{column}{head + 2}")
    column = next(cell.column_letter for cell in sheet[head] if cell.value == heading)
    book.save(path)
    run = desk.quick("check", "--json", "club.xlsx", "--print-name", "none")
    return head + 1, column, [(p["code"], p["cell"], p["message"]) for p in run.problems]


def test_a_merged_quantity_is_asked_about_and_not_taken_for_the_first_row_alone(desk):
    at, column, problems = told(desk, "Quantity", TOM, BEN)
    assert problems[0] == (
        "quantity-merged",
        f"{column}{at}",
        f'“2” under "Quantity" is merged over rows {at} and {at + 1}, so nobody can tell whether each of them or all '
        "together order so many. Unmerge the cell, and write how many in each row.",
    )


@pytest.mark.parametrize(("heading", "value"), [("Name", "RIVA"), ("Number", "4")])
def test_a_print_that_is_merged_over_two_people_is_told_once(desk, heading, value):
    at, column, problems = told(desk, heading, TOM, BEN)
    ours = [each for each in problems if each[1] in (f"{column}{at}", f"{column}{at + 1}")]
    assert ours == [
        (
            "print-merged",
            f"{column}{at}",
            f'“{value}” under "{heading}" is merged over rows {at} and {at + 1}, and is printed for the first of them alone. If '
            "it is the others', too, unmerge the cell, and write it in each row.",
        )
    ]


def test_the_rows_of_one_person_may_have_it_merged(desk):
    second = ("", "", "", "S", 1, "Home kit")
    _, _, problems = told(desk, "Number", TOM, second, also=("Player", "Name"))
    assert [code for code, _, _ in problems if code == "print-merged"] == []


def told_of_column(desk, heading, *texts, answers=()):
    """What is said of a list of four with a column more, whose second cell is merged over the second and the third of them."""
    rows = [(f"Bo {number}", number, "M", "Home kit", text) for number, text in enumerate(texts, 4)]
    desk.build(headings=("Player", "Number", "Size", "Design", heading), rows=rows)
    path = desk.folder / "club.xlsx"
    book = load_workbook(path)
    book["Roster"].merge_cells("E3:E4")
    book.save(path)
    return [p["message"] for p in desk.quick("check", "--json", "club.xlsx", "--print-name", "none", *answers).problems]


def test_a_mark_that_is_merged_chooses_all_of_its_rows(desk):
    answers = ("--map", "Has already=skip-if-yes")
    assert told_of_column(desk, "Has already", "", "x", None, "", answers=answers) == [
        'Nothing is ordered from rows 3 and 4 of sheet Roster, because of "Has already". If one of them should be ordered, '
        "change its cell."
    ]


def test_a_remark_that_is_merged_is_told_of_all_of_its_rows(desk):
    assert told_of_column(desk, "Notes", "", "do not order", None, "") == [
        'Rows 3 and 4 have the remark "do not order" under "Notes". The rows are ordered as they stand, whatever the remark '
        "says: if something is to be different, change the rows themselves, or delete them; then empty the remarks."
    ]


def test_on_a_sheet_on_its_side_merged_cells_are_told_by_its_columns(desk):
    path = desk.build()
    book = load_workbook(path)
    at = book.sheetnames.index("Roster")
    del book["Roster"]
    sheet = book.create_sheet("Roster", at)
    for line in (
        ("Player", "Ada Holm", "Bo Lund", "Cy Orr"), ("Name", "HOLM", None, "ORR"), ("Number", 4, 5, 6), ("Size", "M", "L", "S"),
        ("Design", *["Home kit"] * 3), ("Notes", "LS", None, "LS"),
    ):  # fmt: skip
        sheet.append(line)
    sheet.merge_cells("B2:C2")
    sheet.merge_cells("B6:C6")
    book.save(path)
    run = desk.quick("check", "--json", "club.xlsx", "--map", "A=headings")
    assert [(p["code"], p["message"].partition(", ")[0].partition(". ")[0]) for p in run.problems] == [
        ("print-merged", '“HOLM” under "Name" is merged over columns B and C'),
        ("text-may-change-order", 'Columns B to D have the remark "LS" under "Notes"'),
    ]
