"""Layouts that are asked about before they are read: players across the row, and name and number in one cell."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from roster_import.check.rows.name_and_number import taken_apart
from tests.conftest import CATALOGUE, ORDER, _fill


def written(desk, rows, *, sheet="Hold 1"):
    book = Workbook()
    book.remove(book.active)
    _fill(book.create_sheet("Order"), ORDER.items())
    _fill(book.create_sheet(sheet), rows)
    _fill(book.create_sheet("Catalogue"), CATALOGUE)
    book.save(desk.folder / "club.xlsx")


def said(desk, *options):
    run = desk.quick("check", "--json", "club.xlsx", *options)
    return [(one["code"], one["cell"], one["message"]) for one in run.file["problems"] if one["level"] == "error"]


# ------------------------------------------------------------------------------------------------ players across

ACROSS = {
    "english": ("Player", "Number", "Size"),
    "danish": ("Navn", "Rygnummer", "Størrelse"),
    "german": ("Spieler", "Trikotnummer", "Größe"),
}


@pytest.mark.parametrize("language", ACROSS)
@pytest.mark.parametrize("title", [(), (["Spring 2026"], [])], ids=["bare", "titled"])
def test_players_side_by_side_are_told_to_be_turned(desk, language, title):
    name, number, size = ACROSS[language]
    table = (
        (name, "Anna Berg", "Bo Dahl", "Cilla Eg", "Dan Fisk"),
        (number, "7", "8", "09", "10"),
        (size, "M", "L", "XL", "140"),
    )
    written(desk, [*title, *table])

    assert said(desk) == [
        (
            "roster-across",
            f"A{len(title) + 1}",
            f"On sheet Hold 1 the players stand side by side, with “{name}”, “{number}” and “{size}” in column A. If each "
            'column beside it is a player: --map "A=headings". Or copy the table, paste it transposed (in Excel: Paste '
            "Special, Transpose) on an empty sheet, and delete the old one.",
        )
    ]


@pytest.mark.parametrize(
    "rows",
    [
        # headings over each other, as when the table is repeated for a second team
        [
            ("Name", "Number", "Size", "Design"),
            ("Anna", "7", "M", "Home kit"),
            ("Name", "Number", "Size", "Design"),
            ("Bo", "8", "L", "Home kit"),
        ],
        # people who are called as headings are
        [
            ("Player", "Number", "Size", "Design"),
            ("Name", "7", "M", "Home kit"),
            ("Number", "8", "L", "Home kit"),
            ("Size", "9", "L", "Home kit"),
        ],
    ],
)
def test_players_below_one_another_are_read_as_ever(desk, rows):
    written(desk, rows)
    assert "roster-across" not in [code for code, _, _ in said(desk, "--print-name", "as-written")]


# ---------------------------------------------------------------------------------- name and number in one cell


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("7 Hansen", "Hansen", "7"),
        ("#7 Hansen", "Hansen", "7"),
        ("Nr. 7 Hansen", "Hansen", "7"),
        ("07 - Jensen (M)", "Jensen", "07"),
        ("Hansen #7", "Hansen", "7"),
        ("Wexcombe 10", "Wexcombe", "10"),
        ("HANSEN, 7", "HANSEN", "7"),
        ("O'Brien (12)", "O'Brien", "12"),
        ("van der Berg 00", "van der Berg", "00"),
        ("Åse-Marie Ø. [7]", None, None),
        ("Hansen", None, None),
        ("7", None, None),
        ("Hansen 2012", None, None),
        ("U13 Hansen 7", None, None),
    ],
)
def test_what_one_cell_holds(text, name, number):
    assert taken_apart(text) == ((name, number) if name else None)


@pytest.mark.parametrize(
    "cells", [("7 Hansen", "12 O'Brien", "09 Åkesson"), ("Hansen #7", "O'Brien #12", "Åkesson #9")]
)
@pytest.mark.parametrize("heading", ["Player", "Print name"])
def test_a_name_with_a_number_is_never_printed_unasked(desk, heading, cells):
    written(desk, [(heading, "Size", "Design"), *((cell, "M", "Home kit") for cell in cells)])
    meaning, own = {"Player": ("player-number", "player"), "Print name": ("name-number", "name")}[heading]

    assert said(desk, "--print-name", "as-written") == [
        (
            "name-with-number",
            "A2",
            f"In column “{heading}” a name and a number stand in one cell, and no column has the numbers alone: “{cells[0]}” "
            f'may be “Hansen” with number 7. If so: --map "{heading}={meaning}". If the digits belong to the names: --map '
            f'"{heading}={own}". Or divide the cells over two columns, the second headed Number.',
        )
    ]


def test_a_number_behind_the_name_beside_an_empty_column_of_numbers_is_asked_about(desk):
    players = [
        (f"{who} {number}", who.upper(), "", "M", "Home kit") for who, number in (("Beck", 7), ("Lee", 12), ("Lund", 9))
    ]
    written(desk, [("Player", "Name", "Number", "Size", "Design"), *players])
    assert [(code, cell) for code, cell, _ in said(desk)] == [("name-with-number", "A2")]
    assert said(desk, "--map", "Player=player") == []
    assert said(desk, "--map", "Player=player-number") == []


@pytest.mark.parametrize(
    ("answer", "print_name", "cells", "printed"),
    [
        (
            "player-number",
            "surname",
            ("Ada Holm 7", "12 Bo O'Brien", "Åkesson #09", "Eva"),
            ("Holm", "O'Brien", "Åkesson", "Eva"),
        ),
        ("player-number", "none", ("Holm 7", "12 O'Brien", "#09 Åkesson", "Eva"), ("", "", "", "")),
        (
            "name-number",
            "none",
            ("Holm 7", "O'Brien - 12", "Åkesson (09)", "Eva"),
            ("Holm", "O'Brien", "Åkesson", "Eva"),
        ),
    ],
)
def test_so_answered_the_cells_are_read_as_both(desk, sandbox, answer, print_name, cells, printed):
    written(desk, [("Who", "Size", "Design"), *((cell, "M", "Away kit") for cell in cells)])
    options = ("--map", f"Who={answer}", "--print-name", print_name)
    assert desk.quick("--accept-warnings", "club.xlsx", *options).status == 0
    instances = sandbox.orders()[0]["body"]["designs"][0]["instances"]
    ordered = [(one.get("name", ""), one.get("number", "")) for one in instances]
    assert ordered == list(zip(printed, ("7", "12", "09", ""), strict=True))


def test_a_cell_that_cannot_be_divided_is_an_error(desk):
    written(desk, [("Player", "Size", "Design"), *((cell, "M", "Home kit") for cell in ("Holm 7", "Lund 7/11"))])
    assert said(desk, "--map", "Player=player-number", "--print-name", "none") == [
        (
            "name-with-number",
            "A3",
            "“Lund 7/11” is no name with a number that could be told apart. Write it as the others, such as “Smith 7”.",
        )
    ]


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        (("Player", "Size", "Design"), [(f"Player {at}", "M", "Home kit") for at in range(1, 6)]),
        (("Player", "Number", "Size", "Design"), [(f"Anna{at} 7", "4", "M", "Home kit") for at in "abc"]),
        (("Player", "Size", "Design"), [("Anna", "M", "Home kit"), ("Bo 2", "M", "Home kit"), ("Eg", "M", "Home kit")]),
    ],
    ids=["spares", "a number column", "one of three"],
)
def test_digits_that_are_no_numbers(desk, headings, rows):
    written(desk, [headings, *rows])
    assert said(desk, "--print-name", "as-written") == []
