"""Old workbooks, made by LibreOffice out of one that openpyxl makes: all three read alike."""

import datetime
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook as Book
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from read_books import read, saved

from roster_import.model.workbook import FileFormat
from roster_import.read.legacy import looks_of
from roster_import.recognise.colours import called


def club(folder: Path) -> Path:
    """A roster with everything that a library which knows values only would lose."""
    book = Book()
    sheet = book.active
    sheet.title = "Røster"
    sheet.append(["Name", "Nr", "Size", "Share", "Error"])
    sheet.append(["Anna", 7, datetime.date(2025, 12, 10), 0.5, "=A1+1"])
    sheet.append(["Bo", 8, "M", 0.125, "=1/0"])
    sheet.append([1, 2, 3, 4, 5])
    for address, code in {"B2": "00", "B3": '"#"0', "C2": "d-mmm", "D2": "0%"}.items():
        sheet[address].number_format = code
    for cell in sheet[4]:
        cell.number_format = "000"
    sheet["A3"].font = Font(strike=True)
    for address in ("A2", "B2", "G4"):
        sheet[address].fill = PatternFill("solid", fgColor="FFFFFF00")
    sheet["A4"].fill = PatternFill("solid", fgColor=Color(theme=9, tint=0.4))
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["D"].hidden = True
    sheet["F1"] = "Home"
    sheet.merge_cells("F1:G3")
    book.create_sheet("Old").sheet_state = "hidden"
    return saved(folder, book)


@pytest.mark.drill
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_an_old_workbook_reads_like_a_new_one(tmp_path: Path, suffix: str) -> None:
    source = club(tmp_path)
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    subprocess.run([*command, "--convert-to", suffix, source], cwd=tmp_path, check=True, capture_output=True)
    workbook = read(source.with_suffix(f".{suffix}"))
    assert workbook.format is FileFormat.LEGACY
    assert workbook.notes == ()
    roster, old = workbook.sheets
    assert (roster.name, roster.hidden, roster.hidden_rows, roster.hidden_columns) == ("Røster", False, {3}, {4})
    assert (old.name, old.hidden) == ("Old", True)
    rows = [[cell.text for cell in row.values()] for row in roster.rows.values()]
    assert rows == [
        ["Name", "Nr", "Size", "Share", "Error", "Home"],
        ["Anna", "07", "10-Dec", "50%", "#VALUE!"],
        ["Bo", "#8", "M", "0.125", "#DIV/0!"],
        ["001", "002", "003", "004", "005"],
    ]
    assert [cell.address for cell in roster.cells if cell.struck] == ["A3"]
    assert [(fill.column, fill.rows, called(fill.colour)[0]) for fill in roster.fills] == [
        (1, (4,), "orange"),
        (1, (2,), "yellow"),
        (2, (2,), "yellow"),
        (7, (4,), "yellow"),
    ]
    assert [(cell.address, cell.merged) for cell in roster.cells if cell.merged] == [("F1", (3, 7))]
    assert [(cell.address, cell.date) for cell in roster.cells if cell.date] == [("C2", "2025-12-10")]


@pytest.mark.parametrize("content", [b"", b"x" * 600, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x09" * 2000])
def test_what_is_too_damaged_to_tell_is_left_to_the_library(content: bytes) -> None:
    assert looks_of(content) is None
