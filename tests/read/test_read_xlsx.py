import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook as Book
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from read_books import MAIN, STRICT, cell, package, raw, raw_parts, read, refusal, saved, small, texts, with_cells

from roster_import.model.problem import Problem
from roster_import.model.workbook import Cell, CellKind, FileFormat


def test_cells_come_with_their_address_and_as_they_are_seen(tmp_path: Path) -> None:
    path = with_cells(
        tmp_path,
        {"B3": "  Søren ", "C3": 7, "D3": 10.0, "E3": "07", "F3": True, "G3": "None", "H3": 8, "A9": "NA"},
        {"C3": "00", "H3": '"#"0'},
    )
    workbook = read(path)
    assert workbook.path == path
    assert workbook.format is FileFormat.XLSX
    assert workbook.notes == ()
    assert workbook.sheets[0].cells == (
        Cell(row=3, column=2, text="Søren"),
        Cell(row=3, column=3, text="07", kind=CellKind.NUMBER),
        Cell(row=3, column=4, text="10", kind=CellKind.NUMBER),
        Cell(row=3, column=5, text="07"),
        Cell(row=3, column=6, text="TRUE", kind=CellKind.BOOL),
        Cell(row=3, column=7, text="None"),
        Cell(row=3, column=8, text="#8", kind=CellKind.NUMBER),
        Cell(row=9, column=1, text="NA"),
    )


def test_a_size_that_became_a_date_keeps_its_look_and_its_day(tmp_path: Path) -> None:
    path = with_cells(tmp_path, {"A1": datetime.date(2025, 12, 10)}, {"A1": "d-mmm"})
    assert cell(read(path), "A1") == Cell(row=1, column=1, text="10-Dec", kind=CellKind.DATE, date="2025-12-10")


def test_the_calendar_of_1904(tmp_path: Path) -> None:
    book = Book()
    book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = datetime.date(2022, 1, 1)
    assert cell(read(saved(tmp_path, book)), "A1").date == "2022-01-01"


def test_a_day_that_never_was_is_an_error_cell(tmp_path: Path) -> None:
    path = raw(
        tmp_path,
        '<sheetData><row r="1"><c r="A1" s="0"><v>99999999</v></c></row></sheetData>',
        styles='<cellXfs><xf numFmtId="14"/></cellXfs>',
    )
    assert cell(read(path), "A1") == Cell(row=1, column=1, text="#VALUE!", kind=CellKind.ERROR)


def test_a_formula_reads_as_its_result_and_is_never_lost_without_one(tmp_path: Path) -> None:
    path = raw(
        tmp_path,
        '<sheetData><row r="2">'
        '<c r="A2"><f>1+6</f><v>7</v></c>'
        '<c r="B2" t="str"><f>"x"</f><v>BERG</v></c>'
        '<c r="C2" t="str"><f>IF(A1="","",1)</f><v></v></c>'
        '<c r="D2"><f>A2</f></c>'
        '<c r="E2" t="e"><f>X9</f><v>#REF!</v></c>'
        '<c r="F2"><f t="shared" ref="F2:F3" si="0">A2</f><v>7</v></c>'
        '</row><row r="3"><c r="F3"><f t="shared" si="0"/><v>8</v></c></row></sheetData>',
    )
    assert [(c.address, c.text, c.kind.value) for c in read(path).sheets[0].cells] == [
        ("A2", "7", "number"),
        ("B2", "BERG", "text"),
        ("D2", "", "uncalculated"),
        ("E2", "#REF!", "error"),
        ("F2", "7", "number"),
        ("F3", "8", "number"),
    ]


def test_texts_of_every_kind(tmp_path: Path) -> None:
    path = raw(
        tmp_path,
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
        '<c r="C1" t="inlineStr"><is><t>x_x000D_y</t></is></c>'
        '<c r="D1" t="inlineStr"><is><t><![CDATA[<c r="A1"/>]]></t></is></c></row></sheetData>',
        strings="<si><r><t>An</t></r><r><rPr><b/></rPr><t>na</t></r></si>"
        '<si><t>漢字</t><rPh sb="0" eb="2"><t>カンジ</t></rPh></si>',
    )
    assert texts(read(path)) == {"A1": "Anna", "B1": "漢字", "C1": "x y", "D1": '<c r="A1"/>'}


def test_what_is_out_of_sight_or_struck_is_flagged(tmp_path: Path) -> None:
    book = Book()
    sheet = book.active
    sheet.append(["Anna", 7, "x"])
    sheet.append(["Bo", 8, "y"])
    sheet["A1"].font = Font(strike=True)
    sheet.row_dimensions[2].hidden = True
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("Old").sheet_state = "veryHidden"
    workbook = read(saved(tmp_path, book))
    assert [(sheet.name, sheet.hidden) for sheet in workbook.sheets] == [("Sheet", False), ("Old", True)]
    assert workbook.sheets[0].hidden_rows == {2}
    assert workbook.sheets[0].hidden_columns == {3}
    assert [cell.address for cell in workbook.sheets[0].cells if cell.struck] == ["A1"]


def test_a_merged_range_stands_on_its_first_cell(tmp_path: Path) -> None:
    path = raw(
        tmp_path,
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
        '<row r="2"><c r="A2"><v>3</v></c></row></sheetData>'
        '<mergeCells count="2"><mergeCell ref="A1:A4"/><mergeCell ref="C1:D2"/></mergeCells>',
    )
    assert [(c.address, c.merged) for c in read(path).sheets[0].cells] == [("A1", (4, 1)), ("B1", None)]


def test_strict_open_xml_is_read(tmp_path: Path) -> None:
    sheet = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><v>7</v></c></row></sheetData>'
    path = raw(
        tmp_path,
        sheet,
        strings="<si><t>Anna</t></si>",
        main=STRICT,
        styles='<numFmts><numFmt numFmtId="170" formatCode="00"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>',
    )
    assert texts(read(path)) == {"A1": "Anna", "B1": "07"}


def test_a_wrong_dimension_hides_nothing(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 7))
    path = raw(tmp_path, f'<dimension ref="A1:A2"/><sheetData>{rows}</sheetData>')
    assert len(texts(read(path))) == 6


def test_rows_and_cells_without_numbers_are_counted(tmp_path: Path) -> None:
    path = raw(
        tmp_path, "<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row></sheetData>"
    )
    assert texts(read(path)) == {"A1": "1", "C1": "3", "A3": "4"}


def test_cells_that_hold_nothing_cost_nothing(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}" ht="15"><c r="A{n}" s="0"/></row>' for n in range(2, 60_000))
    path = raw(
        tmp_path,
        f'<sheetData><row r="1"><c r="A1"><v>7</v></c></row>{rows}'
        '<row r="1048576"><c r="XFD1048576" s="0"></c></row></sheetData>',
    )
    assert texts(read(path, limits=small(cells=1))) == {"A1": "7"}


def test_names_in_the_zip_may_be_odd(tmp_path: Path) -> None:
    parts = raw_parts(
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>', strings="<si><t>Anna</t></si>"
    )
    odd = {"xl/sharedStrings.xml": "XL\\SharedStrings.xml", "xl/workbook.xml": "/xl/workbook.xml"}
    path = tmp_path / "club.xlsx"
    path.write_bytes(package({odd.get(name, name): part for name, part in parts.items()}))
    assert texts(read(path)) == {"A1": "Anna"}


def test_parts_in_other_encodings(tmp_path: Path) -> None:
    parts = raw_parts("<sheetData/>")
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>Søren</t></is></c></row>'
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{row}</sheetData></worksheet>'
    for name, encoding in (("utf16.xlsx", "utf-16"), ("latin.xlsx", "iso-8859-1")):
        declared = f'<?xml version="1.0" encoding="{encoding}"?>{sheet}'.encode(encoding)
        (tmp_path / name).write_bytes(package({**parts, "xl/worksheets/sheet1.xml": declared}))
        assert texts(read(tmp_path / name)) == {"A1": "Søren"}


def test_a_style_that_is_wrong_stops_nothing(tmp_path: Path) -> None:
    path = raw(
        tmp_path,
        '<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData><dataValidations count="x"/>',
        styles='<fills><fill><patternFill patternType="x"/></fill></fills><cellXfs><xf numFmtId="9999"/></cellXfs>',
    )
    assert texts(read(path)) == {"A1": "7"}


def test_a_chart_sheet_is_passed_over_and_a_missing_one_told_of(tmp_path: Path) -> None:
    book = Book()
    book.active["A1"] = "Anna"
    book.create_chartsheet("Chart")
    assert [sheet.name for sheet in read(saved(tmp_path, book)).sheets] == ["Sheet"]

    parts = raw_parts('<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>')
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        "</sheets>", '<sheet name="U12" sheetId="2" r:id="s2"/></sheets>'
    )
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        "</Rel", '<Relationship Id="s2" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Rel'
    )
    (tmp_path / "gap.xlsx").write_bytes(package(parts))
    workbook = read(tmp_path / "gap.xlsx")
    assert [sheet.name for sheet in workbook.sheets] == ["Roster"]
    assert workbook.notes == (
        Problem(
            level="warning",
            code="sheet-missing",
            message='gap.xlsx lists a sheet "U12" that is not in the file, so it was not read.',
            sheet="U12",
        ),
    )


def test_macros_make_it_an_xlsm(tmp_path: Path) -> None:
    path = tmp_path / "club.xlsm"
    path.write_bytes(package({**raw_parts("<sheetData/>"), "xl/vbaProject.bin": b"x"}))
    assert read(path).format is FileFormat.XLSM


@pytest.mark.parametrize("entity", ['<!DOCTYPE x [<!ENTITY a "aaaa">]>', "<!DOCTYPE x>"])
def test_document_types_are_refused(tmp_path: Path, entity: str) -> None:
    parts = raw_parts("<sheetData/>")
    for encoding in ("utf-8", "utf-16", "cp037"):
        bomb = f'<?xml version="1.0" encoding="{encoding}"?>' + entity + parts["xl/sharedStrings.xml"]
        head, body = bomb.split("?>", 1)
        coded = bomb.encode(encoding) if encoding != "cp037" else f"{head}?>".encode() + body.encode("cp037")
        (tmp_path / "club.xlsx").write_bytes(package({**parts, "xl/sharedStrings.xml": coded}))
        assert refusal(tmp_path / "club.xlsx") == (
            "file-unsafe",
            "club.xlsx holds a document type declaration, which no spreadsheet program writes, so it was not read: "
            "open it in Excel, save it as a new .xlsx workbook and send that.",
        )


def test_a_text_longer_than_any_cell_is_an_error_at_its_cell(tmp_path: Path) -> None:
    workbook = read(with_cells(tmp_path, {"B2": "A" * 50}), limits=small(text=10))
    assert texts(workbook) == {"B2": "A" * 10}
    assert workbook.notes == (
        Problem(
            level="error",
            code="cell-too-long",
            message="B2 holds more than 10 characters, of which only the first were read: shorten it.",
            sheet="Sheet",
            cell="B2",
            row=2,
        ),
    )
