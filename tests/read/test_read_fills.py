"""The colours that cells are filled with, as every format of workbook keeps them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook as Book
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from read_books import package, raw_parts, read, saved
from test_read_ods import ods

from roster_import.model.result_sheets import OUR_MARKS
from roster_import.model.workbook import FileFormat, Fill, Sheet, Workbook
from roster_import.read.archive import Archive
from roster_import.read.isolation import child
from roster_import.read.options import Limits
from roster_import.read.xlsx.package import taken_apart
from roster_import.read.xlsx.workbook import by_openpyxl


def filled(folder: Path, fills: dict[str, PatternFill], rows: int = 9) -> Path:
    """A workbook of so many rows of two cells, some of them filled."""
    book = Book()
    for row in range(1, rows + 1):
        book.active.append([f"Player {row}", row])
    for address, fill in fills.items():
        book.active[address].fill = fill
    return saved(folder, book)


def solid(**colour: object) -> PatternFill:
    return PatternFill("solid", fgColor=Color(**colour))


def fills(path: Path) -> dict[str, tuple[int, tuple[int, ...]]]:
    """Colour -> the column and the rows it fills, by both ways of reading a workbook."""
    read_plainly = read(path).sheets[0].fills
    taken = taken_apart(Archive(path.name, path.read_bytes(), Limits()))
    assert by_openpyxl(taken, path.name, Limits())[0][0].fills == read_plainly
    return {fill.colour: (fill.column, fill.rows) for fill in read_plainly}


@pytest.mark.parametrize(
    ("colour", "read_as"),
    [
        ({"rgb": "FFFFFF00"}, "FFFF00"),
        ({"rgb": "00C00000"}, "C00000"),
        ({"indexed": 10}, "FF0000"),
        ({"indexed": 2}, "FF0000"),
        ({"indexed": 43}, "FFFF99"),
        ({"theme": 9}, "F79646"),
        ({"theme": 9, "tint": 0.7999816888943144}, "FDEADA"),
        ({"theme": 0, "tint": -0.1499984740745262}, "D9D9D9"),
        ({"theme": 1}, "000000"),
    ],
)
def test_a_colour_is_read_however_it_is_written(tmp_path: Path, colour: dict[str, object], read_as: str) -> None:
    assert fills(filled(tmp_path, {"A4": solid(**colour), "A6": solid(**colour)})) == {read_as: (1, (4, 6))}


@pytest.mark.parametrize(
    "fill",
    [
        solid(rgb="FFFFFFFF"),
        solid(rgb="FFFAFAFA"),
        solid(theme=0),
        solid(indexed=65),
        solid(indexed=9),
        solid(theme=99),
        PatternFill("lightUp", fgColor="FFFF0000"),
        *(solid(rgb=f"FF{mark}") for mark in OUR_MARKS.values()),
    ],
)
def test_white_hatches_and_our_own_marks_are_no_fill(tmp_path: Path, fill: PatternFill) -> None:
    assert fills(filled(tmp_path, {"A4": fill})) == {}


def test_a_workbook_may_have_a_palette_of_its_own(tmp_path: Path) -> None:
    book = Book()
    book.active["A1"] = "Anna"
    book.active["A1"].fill = solid(indexed=10)
    path = saved(tmp_path, book)
    own = "".join(f'<rgbColor rgb="00{number:06d}"/>' for number in range(64))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    styles = parts["xl/styles.xml"].decode()
    before, _, behind = styles.partition("<indexedColors>")
    parts["xl/styles.xml"] = f"{before}<indexedColors>{own}</indexedColors>{behind.partition('</indexedColors>')[2]}"
    path.write_bytes(package(parts))
    assert fills(path) == {"000010": (1, (1,))}


def test_an_empty_cell_shows_its_colour_near_the_ends_of_a_sheet(tmp_path: Path) -> None:
    yellow = solid(rgb="FFFFFF00")
    assert fills(filled(tmp_path, {"A4": yellow, "D8": yellow, "A11": yellow}))["FFFF00"] == (4, (8,))
    assert [(each.column, each.rows) for each in read(tmp_path / "club.xlsx").sheets[0].fills] == [
        (1, (4, 11)),
        (4, (8,)),
    ]
    far = filled(tmp_path, {"D1500": yellow, "D2": yellow, "D3000": yellow, "A1500": yellow}, rows=3000)
    assert [(each.column, each.rows) for each in read(far).sheets[0].fills] == [(1, (1500,)), (4, (2, 3000))]


def test_nobody_fills_a_thousand_cells_of_a_column_to_mark_them(tmp_path: Path) -> None:
    blue, red = solid(rgb="FF0070C0"), solid(rgb="FFFF0000")
    cells = {f"A{row}": blue for row in range(1, 1100)} | {f"B{row}": blue for row in range(1, 1001)} | {"A7": red}
    assert fills(filled(tmp_path, cells, rows=1200)) == {"0070C0": (2, tuple(range(1, 1001))), "FF0000": (1, (7,))}


@pytest.mark.parametrize("style", ["", "99", "x", "-1"])
def test_styles_that_do_not_exist_fill_nothing(tmp_path: Path, style: str) -> None:
    sheet = f'<row r="1"><c r="A1" t="inlineStr"><is><t>Anna</t></is></c><c r="B1" s="{style}"/></row>'
    styles = (
        '<fills><fill><patternFill/></fill><fill><patternFill patternType="solid"><fgColor rgb="nonsense"/></patternFill>'
        '</fill><fill><patternFill patternType="solid"><fgColor theme="x" tint="much"/></patternFill></fill>'
        '<fill><gradientFill/></fill></fills><cellXfs><xf fillId="1"/><xf fillId="77"/><xf fillId="2"/><xf fillId="3"/></cellXfs>'
    )
    path = tmp_path / "club.xlsx"
    path.write_bytes(package(raw_parts(sheet, styles=styles)))
    assert read(path).sheets[0].fills == ()


def test_ods_keeps_them_with_its_styles(tmp_path: Path) -> None:
    style = '<style:style style:name="{}"><style:table-cell-properties fo:background-color="{}"/></style:style>'
    cell = '<table:table-cell table:style-name="{}" table:number-columns-repeated="2">{}</table:table-cell>'
    row = "<table:table-row>{}</table:table-row>"
    text = "<text:p>Anna</text:p>"
    tables = "".join(
        row.format(cell.format(name, held)) for name, held in (("y", text), ("none", text), ("white", text), ("y", ""))
    )
    tables += row.format(f"{cell.format('y', '')}<table:table-cell>{text}</table:table-cell>")
    names = {"y": "#ffff00", "none": "transparent", "white": "#ffffff"}
    path = ods(
        tmp_path,
        f'<table:table table:name="A">{tables}</table:table>',
        "".join(style.format(*each).replace("fo:", "style:") for each in names.items()),
    )
    assert read(path).sheets[0].fills == (
        Fill(colour="FFFF00", column=1, rows=(1, 5)),
        Fill(colour="FFFF00", column=2, rows=(1,)),
    )


@pytest.mark.parametrize(
    ("colour", "read_as"),
    [
        ({"rgb": "FFFF0000"}, "FF0000"),
        ({"rgb": "FFA6A6A6"}, "A6A6A6"),
        ({"theme": 0}, "FFFFFF"),
        ({"theme": 1}, ""),
        ({"rgb": "FF1F3864"}, ""),
        ({"indexed": 64}, ""),
        ({"theme": 1, "tint": 0.34}, ""),
    ],
)
def test_letters_of_a_colour_count_where_the_cell_has_none(
    tmp_path: Path, colour: dict[str, object], read_as: str
) -> None:
    book = Book()
    book.active.append(["Ann", "Bo"])
    for cell in book.active[1]:
        cell.font = Font(color=Color(**colour))
    book.active["B1"].fill = solid(rgb="FFFFFF00")
    book.active["A2"].font = Font(color="FFFF0000")  # nothing is written there
    letters = {read_as: (1, (1,))} if read_as else {}
    assert fills(saved(tmp_path, book)) == {**letters, "FFFF00": (2, (1,))}


def test_ods_keeps_the_colour_of_letters_with_its_styles(tmp_path: Path) -> None:
    style = (
        '<style:style style:name="{}"><style:table-cell-properties style:background-color="{}"/>'
        '<style:text-properties style:color="{}"/></style:style>'
    )
    looks = {"red": ("transparent", "#ff0000"), "dark": ("transparent", "#202020"), "heading": ("#00008b", "#ffffff")}
    styles = "".join(style.format(name, *look) for name, look in looks.items())
    cells = "".join(
        f'<table:table-cell table:style-name="{name}"><text:p>Ann</text:p></table:table-cell>' for name in looks
    )
    empty = '<table:table-row><table:table-cell table:style-name="red"/></table:table-row>'
    path = ods(
        tmp_path, f'<table:table table:name="A"><table:table-row>{cells}</table:table-row>{empty}</table:table>', styles
    )
    assert read(path).sheets[0].fills == (
        Fill(colour="FF0000", column=1, rows=(1,)),
        Fill(colour="00008B", column=3, rows=(1,)),
    )


def test_they_come_through_the_process_that_reads() -> None:
    sheet = Sheet(name="Roster", cells=(), fills=(Fill(colour="FFFF00", column=3, rows=(5, 7)),))
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(sheet,))
    assert child.unpacked(child.packed(workbook), workbook.path) == workbook
    for wrong in (["FFFF00", 0, [5]], ["FFFF00", 1, ["5"]], [7, 1, [5]], ["FFFF00", 1], "abc"):
        document = json.loads(child.packed(workbook))
        document["workbook"]["sheets"][0]["fills"] = [wrong]
        with pytest.raises((TypeError, ValueError)):
            child.unpacked(json.dumps(document).encode(), workbook.path)
