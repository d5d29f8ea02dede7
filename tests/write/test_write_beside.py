"""The columns added beside a roster: they look like it, its filter and table grow by them, and they take no more room."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from featured_workbook import unpacked
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.table import Table
from package_check import faults
from placed_orders import layout, lines_of, order, placement, roster_file

from roster_import.model.placement import Status
from roster_import.write.results.workbook import results_workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

LINE = Border(bottom=Side(style="thin", color="FF999999"))
HEADINGS = ["Order number", "Order status", "Message"]


def results(folder: Path, prepare: Callable[[Worksheet], object], **facts: object) -> bytes:
    """The results of an order whose roster, in columns A and B, was prepared by its owner."""
    read = roster_file(folder / "club.xlsx", rows=12)
    book, data = Workbook(), io.BytesIO()
    book.active.title = "Roster"
    for cell in read.sheets[0].cells:
        book.active.cell(cell.row, cell.column, cell.text)
    prepare(book.active)
    book.save(data)
    placed = order("PO-1")
    return results_workbook(data.getvalue(), read, [layout()], lines_of(placed), [placement(placed, **facts)])


def roster_of(data: bytes) -> Worksheet:
    return load_workbook(io.BytesIO(data))["Roster"]


def dressed(sheet: Worksheet) -> None:
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True, color="FFFFFFFF"), PatternFill("solid", fgColor="FF1F6F43")
        cell.alignment = Alignment(horizontal="center", vertical="center")
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.border, cell.font = LINE, Font(name="Arial", size=9)


def test_they_take_the_look_of_the_heading_and_rows_beside_them(tmp_path: Path) -> None:
    sheet = roster_of(results(tmp_path, dressed))
    for column in "CDE":
        heading, cell = sheet[f"{column}1"], sheet[f"{column}2"]
        assert (heading.font.color.rgb, heading.fill.fgColor.rgb) == ("FFFFFFFF", "FF1F6F43")
        assert (heading.alignment.horizontal, heading.alignment.vertical) == ("center", "center")
        assert (cell.font.name, cell.font.sz, cell.border.bottom.style) == ("Arial", 9, "thin")
    assert sheet["D2"].fill.fgColor.rgb == "FFC7EFCF", "the mark of a status stays"
    assert sheet["D2"].alignment.vertical == sheet["B2"].alignment.vertical


def test_where_there_is_no_look_they_have_their_own(tmp_path: Path) -> None:
    assert roster_of(results(tmp_path, lambda _: None))["C1"].font.b


def test_an_empty_message_column_takes_little_paper(tmp_path: Path) -> None:
    quiet = roster_of(results(tmp_path, lambda _: None))
    told = roster_of(results(tmp_path, lambda _: None, status=Status.REFUSED, error="The size is not known. " * 9))
    assert (quiet.column_dimensions["E"].width, told.column_dimensions["E"].width) == (12, 50)


def test_the_filter_of_the_sheet_grows_by_them(tmp_path: Path) -> None:
    def filtered(sheet: Worksheet) -> None:
        sheet.auto_filter.ref = "A1:B13"

    data = results(tmp_path, filtered)
    assert roster_of(data).auto_filter.ref == "A1:E13"
    assert b"'Roster'!$A$1:$E$13" in unpacked(data)["xl/workbook.xml"]
    assert faults(data) == []


@pytest.mark.parametrize("area", ["A1:A13", "A3:B13", "D1:E13"])
def test_a_filter_that_does_not_touch_them_stays(area: str, tmp_path: Path) -> None:
    def filtered(sheet: Worksheet) -> None:
        sheet.auto_filter.ref = area

    assert roster_of(results(tmp_path, filtered)).auto_filter.ref == area


def tabled(sheet: Worksheet) -> None:
    sheet.add_table(Table(displayName="Team", ref="A1:B13"))


def test_the_table_of_the_sheet_grows_by_them(tmp_path: Path) -> None:
    data = results(tmp_path, tabled)
    table = roster_of(data).tables["Team"]
    assert (table.ref, table.autoFilter.ref) == ("A1:E13", "A1:E13")
    assert [column.name for column in table.tableColumns] == ["Player", "Number", *HEADINGS]
    assert not roster_of(data)["C1"].font.b, "the table's own look"
    assert faults(data) == []


def test_a_table_that_has_a_column_of_such_a_name_stays(tmp_path: Path) -> None:
    def named(sheet: Worksheet) -> None:
        sheet["B1"] = "Message"
        tabled(sheet)

    data = results(tmp_path, named)
    assert roster_of(data).tables["Team"].ref == "A1:B13"
    assert faults(data) == []


def test_numbers_kept_as_text_get_no_green_corner(tmp_path: Path) -> None:
    parts = unpacked(results(tmp_path, lambda _: None))
    corners = [part for name, part in parts.items() if name.startswith("xl/worksheets/sheet")]
    assert [b'numberStoredAsText="1"' in part for part in corners] == [True] * 4
    assert b'<ignoredError sqref="C1:E' in corners[0]
