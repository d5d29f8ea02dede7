"""What is struck through: a row, a cell of one beside which something else stands, a part of a cell's text."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from tests.conftest import ORDER

ROWS = (("Mads Holm", "HOLM", 7, "M"), ("Emil Bak", "BAK", 9, "L"), ("Nor Dam", "DAM", 4, "S"))
OLD, STRIKE = Font(strike=True), InlineFont(strike=True)


@pytest.fixture
def struck(desk):
    """A roster of three; `told` strikes something, and what the check says is given: code, cell and message."""

    def check(told, *options, headings=("Player", "Name", "Number", "Size", "Design"), rows=ROWS):
        path = desk.build(headings=headings, rows=[(*row, "Home kit") for row in rows], order=ORDER)
        book = load_workbook(path)
        told(book["Roster"])
        book.save(path)
        return [(p["code"], p["cell"], p["message"]) for p in desk.quick("check", "--json", path, *options).problems]

    return check


@pytest.mark.parametrize("cells", ["A3", "A3 B3 C3", "B3 C3 D3 E3"])
def test_a_row_is_struck_where_its_player_is_or_most_of_it(struck, cells):
    def told(sheet):
        for cell in cells.split():
            sheet[cell].font = OLD

    first = cells.split()[0]
    assert struck(told) == [(
        "row-struck-through", first,
        "This row is struck through, and is ordered all the same. Delete the row if it is not wanted; otherwise take the line "
        "off.",
    )]  # fmt: skip


def test_rows_that_are_struck_are_told_together(struck):
    def told(sheet):
        sheet["A3"].font = sheet["A4"].font = OLD

    assert struck(told) == [(
        "row-struck-through", "A3",
        "This row is struck through, and is ordered all the same. Delete the row if it is not wanted; otherwise take the line "
        "off. It is the same in row 4.",
    )]  # fmt: skip


def test_a_struck_cell_is_no_struck_row(struck):
    def told(sheet):
        sheet["C3"].font = OLD

    assert struck(told) == [(
        "cell-struck-through", "C3",
        "“9” at C3 is struck through, and is ordered all the same. Write there what is wanted, or take the line off.",
    )]  # fmt: skip


def test_what_stands_beside_a_struck_cell_is_named_and_is_no_column_of_numbers(struck):
    """As a number to print, the new one would be the only one: those that nobody struck would be lost."""

    def told(sheet):
        sheet["C3"].font = OLD

    rows = [(who, name, number, new, size) for (who, name, number, size), new in zip(ROWS, ("", 19, ""), strict=True)]
    headings = ("Player", "Name", "Number", "", "Size", "Design")
    said = struck(told, headings=headings, rows=rows)
    assert said == [
        ("column-unknown", "D1",
         "D3 on sheet Roster stands beside a cell that is struck through. If it is what holds now, write it into that cell and "
         'empty D3. If it changes nothing: --map "D=ignored".'),
        ("cell-struck-through", "C3",
         "“9” at C3 is struck through, and is ordered all the same. If “19” beside it at D3 is meant, write that into C3 and "
         "empty D3; otherwise take the line off."),
    ]  # fmt: skip
    assert [code for code, _, _ in struck(told, "--map", "D=ignored", headings=headings, rows=rows)] == [
        "cell-struck-through"
    ]


@pytest.mark.parametrize(
    ("cell", "parts", "whole", "kept"),
    [
        ("D3", (TextBlock(STRIKE, "S"), " M"), "S M", "M"),
        ("B3", (TextBlock(STRIKE, "BACH "), TextBlock(InlineFont(), "BAK")), "BACH BAK", "BAK"),
        ("C3", ("1", TextBlock(STRIKE, "2")), "12", "1"),
        ("E3", ("Home ", TextBlock(STRIKE, "old"), " kit"), "Home old kit", "Home kit"),
    ],
)
def test_what_is_struck_of_a_text_is_left_out_and_said(struck, cell, parts, whole, kept):
    def told(sheet):
        sheet[cell] = CellRichText(*parts)

    assert struck(told) == [(
        "cell-struck-in-part", cell,
        f"“{whole}” is struck through in part, and is read as “{kept}”. Type the cell again if that is not what is wanted.",
    )]  # fmt: skip
