"""A quantity that is merged over several rows: for each of them, or for all together? A coach must say."""

from __future__ import annotations

from openpyxl import load_workbook


def test_a_merged_quantity_is_asked_about_and_not_taken_for_the_first_row_alone(desk):
    rows = [("Luca Riva", "RIVA", "4", "M", 2, "Away kit"), ("Ugo Riva", "RIVA", "5", "S", "", "Away kit")]
    desk.build(rows=[*rows, ("Bo Neri", "NERI", "6", "L", 1, "Away kit")])
    path = desk.folder / "club.xlsx"
    book = load_workbook(path)
    sheet = book["Roster"]
    head = next(row for row in range(1, 9) if sheet.cell(row, 1).value == "Player")
    column = next(cell.column_letter for cell in sheet[head] if cell.value == "Quantity")
    sheet.merge_cells(f"{column}{head + 1}:{column}{head + 2}")
    book.save(path)
    run = desk.quick("check", "--json", "club.xlsx")
    problems = [(p["code"], p["cell"], p["message"]) for p in run.problems if p["level"] == "error"]
    assert problems == [
        (
            "quantity-merged",
            f"{column}{head + 1}",
            f'“2” under "Quantity" is merged over rows {head + 1} and {head + 2}, so nobody can tell whether each of them or all '
            "together order so many. Unmerge the cell, and write how many in each row.",
        )
    ]
