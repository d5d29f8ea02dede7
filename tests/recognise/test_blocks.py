"""Players beside each other in blocks of columns: each is read, and what stands once beside the blocks is said of all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from recognise_grids import sheet_of

from roster_import.model.workbook import FileFormat, Workbook, column_letter
from roster_import.recognise import recognise
from roster_import.recognise.blocks import block_sheets, blocks_of, headed
from roster_import.recognise.column_heads import Heading
from roster_import.recognise.heading_rows import find_heading

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
        "naam|nr|shirt|rok|trainingspak|naam|nr|shirt|broek|trainingspak",
        "naam|nr|shirt|trainingspak|rok|naam|nr|shirt|trainingspak|broek",
    ],
)  # fmt: skip
def test_what_one_block_has_and_the_other_has_not_is_its_own(headings: str) -> None:
    rows = (
        "Ada Holm|2|S|S|M|Bas Lund|10|L|M|L",
        "Fen Frost|4|M|S|S|Gijs Marsh|11|M|M|M",
        "Mir Stone|5|S|M|S|Rik Orr|13|L|L|M",
    )
    _, recognition = read("\n".join((headings, *rows)))
    said = [[column.heading for column in layout.columns] for layout in recognition.rosters]
    assert said == [headings.split("|")[:5], headings.split("|")[5:]]


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


def columns_of(grid: str) -> list[str]:
    """The columns of each block, as letters."""
    return ["".join(sorted(map(column_letter, block.own))) for block in blocks_of(find_heading(sheet_of(grid)))]


@pytest.mark.parametrize(
    ("headings", "blocks"),
    [
        ("Name 1|No 1|Name 2|No 2", ["AB", "CD"]),
        ("Name 1|Name 2|No 1|No 2", ["AC", "BD"]),
        ("Name U13|No U13|Name U15|No U15", []),  # two teams, and no second of the first
        ("Name 2|No 2|Name 3|No 3", []),
        ("Name 1|No 1|Name 2|Size 2", []),
        ("Name 1|Name 2|Name 3", []),  # of one thing there is no block
        ("First name|Last name|First name|Last name", ["AB", "CD"]),
        ("First name|Last name|First name|Last name|Size", []),  # the second may be the mother
        ("Name|No|Name|No|Name|No", ["AB", "CD", "EF"]),
        ("Name|No|No|Name", []),
        ("Name|No|Name|No|Name", []),
        ("Name|Name|Size", []),
        ("Design 1|Size 1|Design 2|Size 2", []),  # two garments of one player
        ("Design|Size|Design|Size", []),
        ("Name 1|No 1|Name 1|No 1|Name 2|No 2|Name 2|No 2", []),
        ("Name 1|No 1", []),
        ("Team|Name 1|No 1|Name 2|No 2", ["BC", "DE"]),
        ("Player|Name 1|No 1|Name 2|No 2", []),
        ("No|Name 1|Size 1|Name 2|Size 2", []),
        ("Qty|Name 1|Size 1|Name 2|Size 2", []),
    ],
)
def test_where_the_same_begins_again(headings: str, blocks: list[str]) -> None:
    width = headings.count("|") + 1
    assert columns_of(f"{headings}\n" + "\n".join("|".join(["x"] * width) for _ in range(3))) == blocks


def test_a_column_without_a_heading_belongs_to_the_block_before_it() -> None:
    sheet = sheet_of("""
Team|Name 1|No 1||Name 2|No 2|Size
Owls|Ada Holm|7|GK|Bo Lund|8|M
Foxes|Cy Frost|9||||L
Dogs||||||S
Hens||||Di Elm|4|S""")
    heading = find_heading(sheet)
    parts = block_sheets(sheet, heading, blocks_of(heading))
    assert [" ".join(cell.address for cell in part.cells) for part in parts] == [
        "A1 B1 C1 G1 A2 B2 C2 D2 G2 A3 B3 C3 G3 A4 G4",
        "A1 E1 F1 G1 A2 E2 F2 G2 A5 E5 F5 G5",
    ]


def test_a_block_is_headed_by_its_own_headings_and_what_stands_higher_over_what_is_shared() -> None:
    part = sheet_of("Team|||Name|No")
    whole = Heading(row=2, texts={1: "Club", 2: "Name", 4: "Name 2"}, groups={})
    own = Heading(row=2, texts={4: "Name", 5: "No"}, groups={})
    assert headed(part, own, whole).texts == {1: "Club", 4: "Name", 5: "No"}
    assert headed(part, replace(own, row=3), whole).texts == own.texts
