"""What people write above the headings is a line by itself, also directly above them: who trains the team, where to send it."""

from __future__ import annotations

from pathlib import Path

import pytest
from recognise_grids import described, sheet_of

from roster_import.model.workbook import FileFormat, Workbook
from roster_import.recognise import recognise

ROSTER = """First name|Surname|No|Shirt|Shorts
Ada|Brindle|7|M|M
Bo|Carstairs|12|L|L
Cy|Dunmore|3|S|S
Di|Elder|23|XL|L"""

LINES = [
    "FC Muster U15",
    "Verein:|FC Muster|Ansprechpartner:|Uwe Seiler",
    "Verein|FC Muster\nAnsprechpartner|Uwe Seiler\nTelefon|0171 123456",
    "Name|FC Muster\nAdresse|Weg 3\nOrt|12345 Musterstadt",
    "Trainer: Uwe Seiler|Tel.: 0171 123456",
    "Hold: U13|Antal spillere: 4",
    "Lieferung an|Uwe Seiler\n|Weg 3\n|12345 Ort",
    "Kunde|FC Muster|Datum|12.03.2026",
    "Sizes|S|M|L|XL\nCount|1|1|1|1",
    "Trikot:|Home 26|Farbe:|rot",
    "Please fill in name, number and size for each player",
]


@pytest.mark.parametrize("gap", ["", "\n"], ids=["at once", "behind a gap"])
@pytest.mark.parametrize("lines", LINES)
def test_it_is_no_heading(lines: str, gap: str) -> None:
    grid = f"{lines}\n{gap}{ROSTER}"
    recognition = recognise(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),)))
    (layout,) = recognition.rosters
    row = grid.splitlines().index("First name|Surname|No|Shirt|Shorts") + 1
    assert (layout.heading_row, layout.rows) == (row, (row + 1, row + 2, row + 3, row + 4))
    assert described(layout) == {
        "A": "first-name",
        "B": "last-name",
        "C": "number",
        "D": "size of Shirt",
        "E": "size of Shorts",
    }
    assert recognition.questions == ()


def test_groups_of_headings_are_no_such_line() -> None:
    grid = "|Trikot:||Hose:|\nName|Größe|Nummer|Größe|Nummer\nAda Brindle|M|4|S|4\nBo Carstairs|L|17|M|17"
    recognition = recognise(Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet_of(grid),)))
    assert described(recognition.rosters[0]) == {
        "A": "player",
        "B": "size of Trikot",
        "C": "number",
        "D": "size of Hose",
        "E": "number of Hose",
    }
