"""Two children in one row, the second under headings with a 2: each gets the number and the size of their own."""

from __future__ import annotations

from openpyxl import load_workbook

from tests.check.test_office_cases import check

ROWS = [
    ("Parent", "Phone", "Child", "No", "Size", "Child 2", "No 2", "Size 2"),
    ("Hanne Krogh", "20112233", "Liva Krogh", 4, "S", "Alma Krogh", 5, "M"),
    ("Jens Munk", "30112244", "Carl Munk", 7, "M", None, None, None),
    ("Pia Toft", "40556677", "Ida Toft", 9, "S", "Asta Toft", 12, "L"),
]
CATALOGUE = (
    ("Title", "Kind", "ID", "Placeholders", "Sizes"),
    ("Home shirt", "design", 298791, "NameLogo;NumberLogo", "S;M;L"),
)


def test_each_child_is_ordered_for():
    grid = "\n".join("|".join(str(cell or "") for cell in row) for row in ROWS)
    checked = check(("Replies", grid))
    assert [(layout.columns[-1].heading, len(layout.rows)) for layout in checked.layouts] == [
        ("Size", 3),
        ("Size 2", 2),
    ]


def test_the_results_say_whose_each_shirt_is(desk, sandbox):
    desk.build(headings=ROWS[0], rows=ROWS[1:], catalogue=CATALOGUE)
    run = desk.quick("--accept-warnings", "club.xlsx", "--design", "Home shirt", "--print-name", "none")
    assert run.status == 0, run.out
    lines = load_workbook(desk.folder / "club.results.xlsx")["Lines"]
    headings = [cell.value for cell in lines[1]]
    whose, number, size = (headings.index(heading) for heading in ("Player", "Number", "Size"))
    rows = lines.iter_rows(min_row=2, values_only=True)
    assert sorted((row[whose], row[number], row[size]) for row in rows) == [
        ("Alma Krogh", "5", "M"), ("Asta Toft", "12", "L"), ("Carl Munk", "7", "M"),
        ("Ida Toft", "9", "S"), ("Liva Krogh", "4", "S"),
    ]  # fmt: skip
