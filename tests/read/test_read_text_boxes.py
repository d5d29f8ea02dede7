"""Texts that stand over the cells or around them: in boxes and shapes, and in the header and footer of the page."""

from pathlib import Path

import pytest
from openpyxl import Workbook as Book
from read_books import RELATIONS, package, raw_parts, read, saved
from test_read_ods import ods, p

from roster_import.model.workbook import TextBox, Workbook
from roster_import.read.isolation.child import packed, unpacked

CELLS = '<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>'
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/"


def boxes(workbook: Workbook) -> list[tuple[str, str]]:
    return [(box.address, box.text) for box in workbook.sheets[0].boxes]


def run(text: str) -> str:
    return f'<a:r><a:rPr lang="de-DE" b="1"/><a:t>{text}</a:t></a:r>'


def shape(*paragraphs: str) -> str:
    lines = "".join(f"<a:p>{paragraph}</a:p>" for paragraph in paragraphs)
    return f"<xdr:sp><xdr:spPr/><xdr:txBody><a:bodyPr/>{lines}</xdr:txBody></xdr:sp>"


def anchored(inside: str, row: int | None = 1, column: int = 6) -> str:
    if row is None:
        return f"<xdr:absoluteAnchor>{inside}</xdr:absoluteAnchor>"
    corner = f"<xdr:from><xdr:col>{column}</xdr:col><xdr:row>{row}</xdr:row></xdr:from>"
    return f"<xdr:twoCellAnchor>{corner}{inside}<xdr:clientData/></xdr:twoCellAnchor>"


def drawn(folder: Path, drawing: str) -> Path:
    """A workbook on whose only sheet that is drawn."""
    parts = raw_parts(CELLS)
    relation = f'<Relationship Id="d" Type="{RELATIONS}/drawing" Target="../drawings/drawing1.xml"/>'
    parts |= {
        "xl/worksheets/_rels/sheet1.xml.rels": f"<Relationships>{relation}</Relationships>",
        "xl/drawings/drawing1.xml": drawing,
    }
    path = folder / "club.xlsx"
    path.write_bytes(package(parts))
    return path


def drawing(*anchors: str) -> str:
    return f'<xdr:wsDr xmlns:xdr="{DRAWN}spreadsheetDrawing" xmlns:a="{DRAWN}main">{"".join(anchors)}</xdr:wsDr>'


def test_a_box_is_its_words_where_it_begins(tmp_path: Path):
    two = shape(run("No names ") + run("this year!"), run("Bo takes") + "<a:br/>" + run("L"))
    path = drawn(tmp_path, drawing(anchored(two), anchored(shape(run("in XL")), row=0, column=0)))
    assert boxes(read(path)) == [("G2", "No names this year! Bo takes L"), ("A1", "in XL")]


def test_boxes_in_a_group_and_on_no_cell_are_read_and_empty_ones_are_not(tmp_path: Path):
    group = f"<xdr:grpSp>{shape(run('one'))}{shape(run('two'))}{shape()}</xdr:grpSp>"
    path = drawn(tmp_path, drawing(anchored(group), anchored(shape(run("three")), row=None), anchored("<xdr:pic/>")))
    assert boxes(read(path)) == [("G2", "one"), ("G2", "two"), ("", "three")]


@pytest.mark.parametrize("damaged", ["<xdr:wsDr", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'])
def test_a_damaged_drawing_keeps_nothing_from_being_read(tmp_path: Path, damaged: str):
    workbook = read(drawn(tmp_path, damaged))
    assert boxes(workbook) == []
    assert [cell.text for cell in workbook.sheets[0].cells] == ["7"]


def test_the_header_and_footer_of_the_page_are_read_without_their_codes(tmp_path: Path):
    book = Book()
    book.active["A1"] = "Name"
    book.active.oddHeader.center.text = "All with long sleeves"
    book.active.oddFooter.left.text = "A & B &P of &N"
    path = saved(tmp_path, book)
    assert boxes(read(path)) == [("", "All with long sleeves"), ("", "A & B of")]


def test_boxes_come_through_to_another_process(tmp_path: Path):
    workbook = read(drawn(tmp_path, drawing(anchored(shape(run("no names"))))))
    assert unpacked(packed(workbook), workbook.path) == workbook
    assert workbook.sheets[0].boxes == (TextBox(text="no names", address="G2"),)


def test_boxes_of_libreoffice_hang_on_a_cell_or_on_the_table(tmp_path: Path):
    shapes = f'<table:shapes xmlns:draw="d"><draw:custom-shape>{p("on the table")}</draw:custom-shape></table:shapes>'
    box = f'<draw:frame xmlns:draw="d"><draw:text-box>{p("no names")}{p("this year")}</draw:text-box></draw:frame>'
    row = f'<table:table-row><table:table-cell/><table:table-cell office:value-type="string">{box}{p("Ada")}</table:table-cell>'
    path = ods(tmp_path, f'<table:table table:name="Roster">{shapes}{row}</table:table-row></table:table>')
    workbook = read(path)
    assert boxes(workbook) == [("A1", "on the table"), ("B1", "no names this year")]
    assert [(cell.address, cell.text) for cell in workbook.sheets[0].cells] == [("B1", "Ada")]
