"""Rows that somebody filled with a colour: named with what explains it, and left alone where they are decoration."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook as Book
from openpyxl.styles import Font, PatternFill

from roster_import.check.check_workbook import check_workbook
from roster_import.check.order_details import Defaults
from roster_import.check.recognised import CheckOptions
from roster_import.language.translations import in_language
from roster_import.read import ReadOptions
from roster_import.read.parse import parse
from roster_import.targets import target

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

YELLOW, RED, GREEN, BLUE, PALE = "FFFF00", "FF0000", "92D050", "0070C0", "DDEBF7"
NAMES = [
    "Ann Lee",
    "Bo Green",
    "Cy Orr",
    "Di Fox",
    "Ed Poe",
    "Flo Ray",
    "Gus Hay",
    "Ida Wells",
    "Jo Kane",
    "Kim Dunn",
    "Lou Ash",
    "Max Bell",
]
SIZES = ["S", "M", "L", "M", "S", "XL", "L", "M", "M", "L", "S", "M"]
OF_SIZES = {"S": YELLOW, "M": GREEN, "L": RED, "XL": BLUE}
HEADINGS = ("Player", "Name", "Number", "Size", "Design")
THREE = {"A4:E4": YELLOW, "A9:E9": YELLOW, "A11:E11": YELLOW}

CHANGE = (
    "Every row is ordered all the same: if something is to be different, change the rows themselves, or delete those that are "
    "not wanted; then take the colour off."
)
CHANGE_ONE = (
    "Every row is ordered all the same: if something is to be different, change the row itself, or delete it if it is not "
    "wanted; then take the colour off."
)
UNEXPLAINED = (
    "unlike the others. Nothing is read from a colour, and the rows are ordered all the same: if something is to be different, "
    "change the rows themselves, or delete those that are not wanted; then take the colour off."
)
UNEXPLAINED_ONE = (
    "unlike the others. Nothing is read from a colour, and the row is ordered all the same: if something is to be different, "
    "change the row itself, or delete it; then take the colour off."
)


def roster(
    folder: Path,
    fills: Mapping[str, str],
    cells: Mapping[str, str] | None = None,
    *,
    more: tuple[str, list[str]] | None = None,
    beside: Mapping[str, str] | None = None,
    letters: Mapping[str, str] | None = None,
) -> Path:
    """Twelve players from row 2 on, with these fills, letters and notes, another column, and a sheet beside."""
    book = Book()
    sheet = book.active
    sheet.title = "Roster"
    sheet.append((*HEADINGS, more[0]) if more else HEADINGS)
    for at, (name, size) in enumerate(zip(NAMES, SIZES, strict=True)):
        sheet.append((name, name.split()[1].upper(), at + 1, size, "MUL1", *([more[1][at]] if more else [])))
    for address, text in (cells or {}).items():
        sheet[address] = text
    for address, colour in fills.items():
        for row in sheet[address] if ":" in address else ((sheet[address],),):
            for cell in row:
                cell.fill = PatternFill("solid", fgColor=colour)
    for address, colour in (letters or {}).items():
        for cell in chain.from_iterable(sheet[address]):
            cell.font = Font(color=colour)
    if beside:
        for address, text in beside.items():
            (book["Key"] if "Key" in book.sheetnames else book.create_sheet("Key"))[address] = text
    book.save(folder / "club.xlsx")
    return folder / "club.xlsx"


def said(path: Path) -> list[tuple[str, str | None, str]]:
    """What the check has to say: its codes, places and messages."""
    checked = check_workbook(
        parse(path, ReadOptions()), CheckOptions(defaults=Defaults(reference="PO-1")), target("kitmaker", {})
    )
    ours = ("rows-coloured", "text-may-change-order", "rows-left-out", "row-hidden")
    return [
        (each.code, each.cell, each.message)
        for each in checked.problems
        if each.code in ours or (each.level == "error" and each.row)
    ]


def rows(*numbers: int) -> list[str]:
    return [f"A{row}:E{row}" for row in numbers]


@pytest.mark.parametrize(
    ("fills", "cells", "where", "text"),
    [
        ({"A16": YELLOW}, {"A16": "has one already"}, "A16", "has one already"),
        ({"A16": YELLOW}, {"B16": "has one already"}, "B16", "has one already"),
        ({"A16": YELLOW}, {"A16": "Yellow", "B16": "has one already"}, "B16", "has one already"),
        ({"G3": YELLOW}, {"H3": "has one already"}, "H3", "has one already"),
        ({"G3": YELLOW}, {"G3": "has one already"}, "G3", "has one already"),
        ({"A16": "FFFF99"}, {"A16": "hat schon"}, "A16", "hat schon"),
        ({}, {"A16": "yellow = has one already"}, "A16", "yellow = has one already"),
        ({}, {"G1": "gelb = hat schon"}, "G1", "gelb = hat schon"),
        ({}, {"G1": "Key", "G2": "red = paid", "G3": "yellow = has one already"}, "G3", "yellow = has one already"),
        ({}, {"F1": "Legende", "F2": "gelb = hat schon"}, "F2", "gelb = hat schon"),
        ({}, {"A16": "Die gelb markierten haben schon eins"}, "A16", "Die gelb markierten haben schon eins"),
        ({}, {"A16": "gelb = neu"}, "A16", "gelb = neu"),
        ({}, {"A16": "Gelb", "B16": "Nicht zu bestellen"}, "A16", "Gelb: Nicht zu bestellen"),
    ],
)
def test_rows_of_a_colour_are_named_with_what_explains_it(tmp_path, fills, cells, where, text):
    assert said(roster(tmp_path, THREE | fills, cells)) == [
        ("text-may-change-order", "A4", f'Rows 4, 9 and 11 are marked in yellow, and {where} says "{text}". {CHANGE}')
    ]


def test_a_sheet_beside_may_explain_the_colours(tmp_path):
    path = roster(tmp_path, THREE, beside={"A1": "Key", "A2": "yellow = has one already", "A3": "green = paid"})
    assert said(path) == [
        (
            "text-may-change-order",
            "A4",
            f'Rows 4, 9 and 11 are marked in yellow, and A2 on sheet Key says "yellow = has one already". {CHANGE}',
        )
    ]


def test_each_colour_is_said_with_its_own_words_and_a_payment_not_at_all(tmp_path):
    fills = {"A4:E4": YELLOW, "A9:E9": RED, "A5:E5": GREEN}
    note = "gelb = hat schon, rot = ausgetreten, grün = bezahlt"
    assert said(roster(tmp_path, fills, {"A16": note})) == [
        ("text-may-change-order", "A4", f'Row 4 is marked in yellow, and A16 says "{note}". {CHANGE_ONE}'),
        ("text-may-change-order", "A9", f'Row 9 is marked in red, and A16 says "{note}". {CHANGE_ONE}'),
    ]
    apart = {"A16": "new order", "A17": "left the club", "A18": "paid"}
    swatches = {"A16": YELLOW, "A17": RED, "A18": GREEN}
    assert said(roster(tmp_path, fills | swatches, apart)) == [
        ("text-may-change-order", "A4", f'Row 4 is marked in yellow, and A16 says "new order". {CHANGE_ONE}'),
        ("text-may-change-order", "A9", f'Row 9 is marked in red, and A17 says "left the club". {CHANGE_ONE}'),
    ]


def test_what_a_note_says_counts_however_many_rows_have_the_colour(tmp_path):
    path = roster(tmp_path, {"A2:E10": YELLOW}, {"A16": "gelb = hat schon"})
    assert said(path) == [
        ("text-may-change-order", "A2", f'Rows 2 to 10 are marked in yellow, and A16 says "gelb = hat schon". {CHANGE}')
    ]


@pytest.mark.parametrize(
    ("fills", "message"),
    [
        (THREE, f"Rows 4, 9 and 11 are marked in yellow, {UNEXPLAINED}"),
        ({"A4": RED, "A9": RED}, f"Rows 4 and 9 are marked in red, {UNEXPLAINED}"),
        ({"A4": "C00000", "A9": RED}, f"Rows 4 and 9 are marked in red, {UNEXPLAINED}"),
        ({"A4:C4": "FFC7CE"}, f"Row 4 is marked in red, {UNEXPLAINED_ONE}"),
        (
            {**dict.fromkeys(rows(2, 4, 6, 8, 10, 12), PALE), "A4:E4": GREEN},
            f"Row 4 is marked in green, {UNEXPLAINED_ONE}",
        ),
        ({"A1:E1": YELLOW, "D2:D13": BLUE, "A4:C4": GREEN}, f"Row 4 is marked in green, {UNEXPLAINED_ONE}"),
    ],
)
def test_rows_of_a_colour_that_nobody_explains_are_named(tmp_path, fills, message):
    ((code, _, told),) = said(roster(tmp_path, fills))
    assert (code, told) == ("rows-coloured", message)


@pytest.mark.parametrize(
    "fills",
    [
        {},
        {"A1:E1": YELLOW},
        {"A2:A13": YELLOW, "D1:D13": GREEN},
        {"A2:E13": YELLOW},
        {"A2:E10": YELLOW},
        dict.fromkeys(rows(2, 4, 6, 8, 10, 12), PALE),
        dict.fromkeys(rows(3, 5, 7, 9, 11, 13), PALE) | dict.fromkeys(rows(2, 4, 6, 8, 10, 12), "F2F2F2"),
        {f"D{row}": OF_SIZES[size] for row, size in enumerate(SIZES, 2)},
        {f"A{row}:E{row}": OF_SIZES[size] for row, size in enumerate(SIZES, 2)},
        {"D4": RED, "C7": YELLOW},
        {f"A{row}:E{row}": f"{row:02X}{255 - 16 * row:02X}{20 * row:02X}" for row in range(2, 13)},
    ],
)
def test_decoration_is_no_mark(tmp_path, fills):
    assert said(roster(tmp_path, fills)) == []


@pytest.mark.parametrize(
    ("heading", "values", "coloured"),
    [
        ("Team", ["U10"] * 4 + ["U12"] * 8, (2, 3, 4, 5)),
        ("Position", ["GK"] + ["DF"] * 5 + ["MF"] * 6, (2,)),
        ("Paid", ["", "yes"] * 4 + [""] * 4, (3, 5, 7, 9)),
        ("Paid", ["", "", "12.3.", "", "", "14.3.", *[""] * 6], (4, 7)),
    ],
)
def test_a_colour_that_says_again_what_a_column_says_is_no_mark(tmp_path, heading, values, coloured):
    fills = {f"A{row}:F{row}": GREEN for row in coloured}
    assert said(roster(tmp_path, fills, more=(heading, values))) == []
    other = {f"A{row}:F{row}": GREEN for row in (*coloured[1:], 13)}
    assert [code for code, _, _ in said(roster(tmp_path, other, more=(heading, values)))] == ["rows-coloured"]


@pytest.mark.parametrize(
    ("fills", "cells"),
    [
        ({"A16": GREEN}, {"A16": "green = paid"}),
        ({"A16": GREEN}, {"B16": "bezahlt"}),
        ({}, {"A16": "grün: hat bezahlt"}),
    ],
)
def test_a_payment_is_no_part_of_an_order(tmp_path, fills, cells):
    assert said(roster(tmp_path, dict.fromkeys(rows(4, 9), GREEN) | fills, cells)) == []


def test_a_note_in_the_colour_of_stripes_is_said_as_any_other(tmp_path):
    path = roster(tmp_path, dict.fromkeys([*rows(2, 4, 6, 8, 10, 12), "A16"], PALE), {"A16": "Trainer Bob"})
    assert [code for code, _, _ in said(path)] == ["rows-left-out"]


def test_it_is_said_in_german(tmp_path):
    checked = check_workbook(
        parse(roster(tmp_path, {"A4:E4": YELLOW, "A9:E9": RED}, {"A16": "gelb = hat schon"}), ReadOptions()),
        CheckOptions(defaults=Defaults(reference="PO-1")),
        target("kitmaker", {}),
    )
    explained, alone = (each.message for each in checked.problems if "markiert" in in_language(each.message, "de"))
    assert in_language(explained, "de") == (
        'Zeile 4 ist gelb markiert, und in A16 steht "gelb = hat schon". Jede Zeile wird trotzdem bestellt: Soll etwas anders '
        "sein, ändern Sie die Zeile selbst oder löschen Sie sie, wenn sie nicht gewünscht ist; nehmen Sie dann die Farbe weg."
    )
    assert in_language(alone, "de") == (
        "Zeile 9 ist rot markiert, anders als die übrigen. Aus einer Farbe wird nichts gelesen, und die Zeile wird trotzdem "
        "bestellt: Soll etwas anders sein, ändern Sie die Zeile selbst oder löschen Sie sie; nehmen Sie dann die Farbe weg."
    )


def test_single_cells_of_a_colour_are_named_with_the_note_that_says_what_it_means(tmp_path):
    path = roster(tmp_path, {"D4": YELLOW, "D9": YELLOW}, {"A16": "yellow = has one already"})
    assert said(path) == [(
        "text-may-change-order",
        "A16",
        'The note at A16 says "yellow = has one already", and cells D4 and D9 have that colour. Every row is ordered '
        "whatever its colour: if something is to be different, change or empty those cells; then take the colour off.",
    )]  # fmt: skip


# ------------------------------------------------------------------------------------------------------ coloured letters

GREY = "A6A6A6"


def test_rows_in_letters_of_a_colour_are_told_like_filled_ones(tmp_path):
    letters = {"A4:E4": RED, "A9:E9": RED}
    assert said(roster(tmp_path, {}, letters=letters)) == [
        ("rows-coloured", "A4", f"Rows 4 and 9 are marked in red, {UNEXPLAINED}")
    ]
    explained = {"A16": "red = has left"}
    assert said(roster(tmp_path, {}, explained, letters=letters)) == [
        ("text-may-change-order", "A4", f'Rows 4 and 9 are marked in red, and A16 says "red = has left". {CHANGE}')
    ]


def test_grey_letters_are_explained_by_what_stands_in_them(tmp_path):
    path = roster(tmp_path, {}, {"A16": "do not order yet"}, letters={"A4:E4": GREY, "A16:A16": GREY})
    assert said(path) == [
        ("text-may-change-order", "A4", f'Row 4 is marked in grey, and A16 says "do not order yet". {CHANGE_ONE}')
    ]


def test_white_letters_hide_a_row(tmp_path):
    told = (
        "Rows 4 and 9 of sheet Roster are written in white, so that nobody sees them, and are ordered all the same. Delete those "
        "that are not wanted; give the others another colour."
    )
    assert said(roster(tmp_path, {}, letters={"A4:E4": "FFFFFF", "A9:E9": "FFFFFF"})) == [("row-hidden", None, told)]


@pytest.mark.parametrize(
    ("fills", "letters"),
    [
        ({"A1:E1": BLUE}, {"A1:E1": "FFFFFF"}),  # headings
        ({}, {"A2:E13": BLUE}),  # the whole list
        ({}, {"A2:E13": "FFFFFF"}),  # on a dark sheet, whatever makes it dark
        ({}, {"A4:E4": "44546A"}),  # dark, as programs write
        ({}, {"D2:D13": RED}),  # a column
        ({"A4:E4": "FFFFFF"}, {"A5:E5": "000000"}),
    ],
)
def test_letters_that_mark_nothing_are_not_told(tmp_path, fills, letters):
    assert said(roster(tmp_path, fills, letters=letters)) == []


def test_a_filled_row_is_of_the_colour_it_is_filled_with(tmp_path):
    path = roster(tmp_path, {"A4:E4": YELLOW}, letters={"A4:E4": RED})
    assert said(path) == [("rows-coloured", "A4", f"Row 4 is marked in yellow, {UNEXPLAINED_ONE}")]
