"""A cell mended on the page: the coach's own file with that cell changed, and nothing else of it."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill

from roster_import.page.coach.mends import Mend, mended, with_order
from roster_import.read import read_workbook
from roster_import.read.text.records import dialect_of, lines_of_rows
from roster_import.recognise.other_sheets import read_other_sheets


def written(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_workbook(path)


@pytest.fixture
def book(tmp_path):
    made = Workbook()
    sheet = made.active
    sheet.title = "Spieler"
    sheet.append(["Name", "Nr", "Größe"])
    sheet.append(["Ada", 7, "M"])
    sheet.append(["Ida", "1O", "Gr. L"])
    sheet["B3"].fill = PatternFill("solid", fgColor="FFDD88")
    made.create_sheet("Kasse")["A1"] = "=1+1"
    made.save(path := tmp_path / "club.xlsx")
    return path


def test_a_workbook_keeps_its_looks_and_every_part_that_is_not_touched(book):
    before = book.read_bytes()
    done = mended(read_workbook(book), before, [Mend(sheet="Spieler", cell="B3", text="10")])
    assert done.name == "club.xlsx"
    now = load_workbook(BytesIO(done.content))
    assert now["Spieler"]["B3"].value == "10"
    assert now["Spieler"]["B3"].fill.fgColor.rgb == "00FFDD88"
    assert now["Kasse"]["A1"].value == "=1+1"
    old, new = zipfile.ZipFile(BytesIO(before)), zipfile.ZipFile(BytesIO(done.content))
    touched = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert "xl/worksheets/sheet2.xml" not in touched
    assert "xl/worksheets/sheet1.xml" in touched


def test_a_number_typed_over_a_number_is_one_and_text_over_text_stays_text(book):
    mends = [Mend(sheet="Spieler", cell="B2", text="8"), Mend(sheet="Spieler", cell="C3", text="42")]
    now = load_workbook(BytesIO(mended(read_workbook(book), book.read_bytes(), mends).content))["Spieler"]
    assert (now["B2"].value, now["C3"].value) == (8, "42")


def test_an_empty_text_empties_the_cell(book):
    done = mended(read_workbook(book), book.read_bytes(), [Mend(sheet="Spieler", cell="C3", text="")])
    assert load_workbook(BytesIO(done.content))["Spieler"]["C3"].value is None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"Name;Nr\r\nAda;7\r\nIda;1O\r\n", b"Name;Nr\r\nAda;7\r\nIda;10\r\n"),
        ("Name;Nr\nJörg;7\nÅse;1O".encode("cp1252"), "Name;Nr\nJörg;7\nÅse;10".encode("cp1252")),
        (b"sep=;\nName;Nr\nAda;7\n'Ida';1O\n", b"sep=;\nName;Nr\nAda;7\n'Ida';10\n"),
        ("\ufeffName,Nr\nAda,7\nIda,1O\n".encode(), "\ufeffName,Nr\nAda,7\nIda,10\n".encode()),
        ("Name\tNr\nAda\t7\nIda\t1O\n".encode("utf-16"), "Name\tNr\nAda\t7\nIda\t10\n".encode("utf-16")),
    ],
)
def test_a_text_file_keeps_its_code_its_line_ends_and_its_other_lines(tmp_path, content, expected):
    workbook = written(tmp_path / "club.csv", content)
    done = mended(workbook, content, [Mend(sheet=workbook.sheets[0].name, cell="B3", text="10")])
    assert done.content == expected


def test_a_text_file_whose_cells_hold_lines_is_mended_in_its_row(tmp_path):
    content = b'Name,Note,Nr\nAda,"a\nb",7\nIda,,1O\n'
    workbook = written(tmp_path / "club.csv", content)
    done = mended(workbook, content, [Mend(sheet="club", cell="C3", text='1"0')])
    assert done.content == b'Name,Note,Nr\nAda,"a\nb",7\nIda,,"1""0"\n'


def test_a_letter_that_the_code_of_a_file_does_not_have_makes_it_utf_8(tmp_path):
    content = "Name;Nr\nJörg;7\nÅse;8\n".encode("cp1252")
    workbook = written(tmp_path / "club.csv", content)
    done = mended(workbook, content, [Mend(sheet="club", cell="A2", text="Łukasz")])
    assert done.content.decode("utf-8-sig") == "Name;Nr\nŁukasz;7\nÅse;8\n"


@pytest.mark.parametrize("ending", ["", "\r\n"])
def test_a_row_more_stands_below_the_others(tmp_path, ending):
    content = f"Name,Nr\r\nAda,7{ending}".encode()
    mends = [Mend(sheet="club", cell="A3", text="Ida"), Mend(sheet="club", cell="B3", text="8")]
    done = mended(written(tmp_path / "club.csv", content), content, mends)
    assert done.content == b"Name,Nr\r\nAda,7\r\nIda,8\r\n"


@pytest.mark.parametrize("text", ["a,b\nc,d\n", 'a,"b\nc",d\n\ne,f,g', 'a,b"\n"c,d\ne,f\n', "", "a"])
def test_the_lines_of_all_rows_are_the_whole_text(text):
    assert "".join(lines_of_rows(text, dialect_of(text, ","))) == text


def test_the_details_of_the_order_go_on_a_sheet_of_their_own_in_the_coachs_language(book):
    details = {"reference": "FC 1", "delivery-city": "Kiel"}
    done = with_order(read_workbook(book), book.read_bytes(), details, "de")
    sheet = load_workbook(BytesIO(done.content))["Bestellung"]
    assert [[cell.value for cell in row] for row in sheet.rows] == [["Referenz", "FC 1"], ["Lieferort", "Kiel"]]


def test_the_details_are_found_again_where_the_players_stand_on_a_sheet_called_so(book):
    club = load_workbook(book)
    club["Spieler"].title = "Bestellung"
    club.save(book)
    done = with_order(read_workbook(book), book.read_bytes(), {"reference": "FC 1"}, "de")
    order = read_other_sheets(written(book, done.content)).order
    assert order.sheet == "Order"
    assert order.rows[0]["reference"].text == "FC 1"


def test_a_text_file_with_details_becomes_a_workbook(tmp_path):
    content = b"Name,Nr\nAda,7\n"
    done = with_order(written(tmp_path / "club.csv", content), content, {"reference": "FC 1"}, "en")
    now = load_workbook(BytesIO(done.content))
    assert done.name == "club.xlsx"
    assert [sheet.title for sheet in now] == ["club", "Order"]
    assert now["Order"]["B1"].value == "FC 1"
