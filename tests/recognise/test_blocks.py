"""Players beside each other in blocks of columns: each is read, and what stands once beside the blocks is said of all."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import sheet_of

from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import recognise

READ = {
    "numbered": """
Team|Name 1|No 1|Size 1|Name 2|No 2|Size 2
Owls|Ada Holm|7|M|Bo Lund|8|L
Foxes|Cy Frost|9|S|Dee Marsh|10|M
Cats|Eli Stone|3|M|||""",
    "by what is said": """
Club|Name 1|Name 2|No. 1|No. 2|Size 1|Size 2|Design
Owls|Ada Holm|Bo Lund|7|8|M|L|Home shirt
Foxes|Cy Frost|Dee Marsh|9|10|S|M|Home shirt
Cats|Eli Stone||3||M||Home shirt""",
    "the same headings again": """
Hold|Navn|Nr.|Størrelse|Navn|Nr.|Størrelse
Owls|Ada Holm|7|M|Bo Lund|8|L
Foxes|Cy Frost|9|S|Dee Marsh|10|M
Cats|Eli Stone|3|M|||""",
    "numbered within": """
Team|Player 1 Name|Player 1 Number|Player 1 Size|Player 2 Name|Player 2 Number|Player 2 Size
Owls|Ada Holm|7|M|Bo Lund|8|L
Foxes|Cy Frost|9|S|Dee Marsh|10|M
Cats|Eli Stone|3|M|||""",
    "glued": """
Team|Name1|Nr1|Size1|Name2|Nr2|Size2
Owls|Ada Holm|7|M|Bo Lund|8|L
Foxes|Cy Frost|9|S|Dee Marsh|10|M
Cats|Eli Stone|3|M|||""",
    "under groups": """
Team|Spieler 1|||Spieler 2||
|Name|Nr|Größe|Name|Nr|Größe
Owls|Ada Holm|7|M|Bo Lund|8|L
Foxes|Cy Frost|9|S|Dee Marsh|10|M
Cats|Eli Stone|3|M|||""",
    "shared behind": """
Spieler 1|Rückennummer 1|Größe 1|Spieler 2|Rückennummer 2|Größe 2|Verein
Ada Holm|7|M|Bo Lund|8|L|Owls
Cy Frost|9|S|Dee Marsh|10|M|Foxes
Eli Stone|3|M||||Cats""",
}


def read(grid: str):
    sheet = sheet_of(grid)
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet,))
    return sheet, recognise(workbook)


def wanted(sheet, recognition):
    """What each player wears, and what the row says of all of them."""
    for layout in recognition.rosters:
        for row in layout.rows:
            yield tuple(
                sheet.text(row, column.column)
                for meaning in ("team", "player", "number", "size")
                for column in layout.columns
                if column.meaning == meaning
            )


@pytest.mark.parametrize("name", READ)
def test_every_player_of_a_row_is_read_with_what_the_row_says_of_all(name: str) -> None:
    sheet, recognition = read(READ[name])
    assert recognition.problems == ()
    assert sorted(wanted(sheet, recognition)) == [
        ("Cats", "Eli Stone", "3", "M"),
        ("Foxes", "Cy Frost", "9", "S"),
        ("Foxes", "Dee Marsh", "10", "M"),
        ("Owls", "Ada Holm", "7", "M"),
        ("Owls", "Bo Lund", "8", "L"),
    ]


@pytest.mark.parametrize(
    "headings",
    [
        "Qty|Name 1|No 1|Size 1|Name 2|No 2|Size 2",  # two for the row, or two for each
        "Player|Name|No|Size|Name|No|Size",  # one player, two shirts
        "Team|First name|Last name|Size|First name|Last name|Number",  # the second may be the mother
    ],
)
def test_what_may_be_one_player_is_not_divided(headings: str) -> None:
    _, recognition = read(f"{headings}\n2|Ada|7|M|Bo|8|L\n1|Cy|9|S|Dee|10|M\n1|Eli|3|M|Fay|4|S")
    assert len(recognition.rosters) == 1


def test_a_row_of_nobody_stays_in_sight() -> None:
    _, recognition = read(READ["numbered"] + "\nDogs||||||")
    assert [row for layout in recognition.rosters for row in layout.left_out] == [5]
