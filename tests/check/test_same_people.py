"""A list of sizes beside the order is no order: of the people of another sheet that sheet is told, and nothing more asked."""

from __future__ import annotations

from openpyxl import load_workbook

from tests.conftest import ORDER

PEOPLE = ("Mads Holm", "Emil Bak", "Nor Dam")


def with_list(desk, people, size="Size"):
    """A roster of three, and a sheet beside it with these people and their sizes; with `size` None it has no sizes itself."""
    rows = [(who, who.split()[1].upper(), at, "M", 1, "Home kit") for at, who in enumerate(PEOPLE, 1)]
    path = desk.build(rows=rows, order=ORDER)
    book = load_workbook(path)
    if size is None:
        book["Roster"].delete_cols([cell.value for cell in book["Roster"][1]].index("Size") + 1)
    beside = book.create_sheet("Sizes")
    for row in (("Player", "Size"), *((who, "L") for who in people)):
        beside.append(row)
    book.save(path)
    return [
        (problem["code"], problem["sheet"], problem["message"])
        for problem in desk.quick("check", "--json", path).problems
    ]


def test_a_list_of_sizes_of_the_same_people_is_said_to_be_one(desk):
    assert with_list(desk, PEOPLE[:2]) == [(
        "sheets-repeat", "Sizes",
        "Sheet Sizes lists 2 people for whom sheet Roster orders already, and names no garment. If only Roster counts, say so "
        'with --sheet "Roster", or hide sheet Sizes; what is to be different is changed on Roster.',
    )]  # fmt: skip


def test_a_sheet_of_other_people_is_asked_for_its_garment(desk):
    assert [code for code, _, _ in with_list(desk, ("Bo Juhl", "Per Lind", "Nor Dam"))] == [
        "column-missing", "print-name-unclear",
    ]  # fmt: skip


def test_sizes_of_the_same_people_that_stand_elsewhere_are_said_to_be_missing_once(desk):
    assert with_list(desk, PEOPLE[::-1], size=None) == [(
        "column-missing", "Roster",
        "Sheet Roster has no sizes: they stand on sheet Sizes, for 3 of the same people. Write them into a column headed Size on "
        "sheet Roster, each beside its player, and delete sheet Sizes.",
    )]  # fmt: skip
