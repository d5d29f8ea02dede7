"""LibreOffice opens what is written and sees in it what was meant."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from featured_workbook import HEAD, MAIN, OFFICE, STYLES, featured, one_sheet
from openpyxl import load_workbook
from placed_orders import NAME_DIFFERS, order, placement

from roster_import.model.result_sheets import is_ours
from roster_import.read import ReadOptions, start_reading
from roster_import.write.ooxml.cells import ERROR, HEADER, CellEdit, NewSheet, SheetChange
from roster_import.write.ooxml.package import new_workbook, rewrite
from roster_import.write.results.workbook import bare_results

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.drill,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
NOTE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"
ROWS = (
    tuple(CellEdit(value=text, look=HEADER) for text in ("Reference", "Total", "Day", "Placed at", "Text")),
    ("R-1", Decimal("2817.03"), date(2026, 5, 1), datetime(2026, 5, 1, 12, 30), "=1+1"),
    ("#REF!", Decimal("25.0"), None, True, "a _x0041_ & <b>\nc"),
    (CellEdit(value="R-3", note="A note."), CellEdit(value="to the roster", link="'Roster'!A1")),
)
SEEN = [
    ["Reference", "Total", "Day", "Placed at", "Text"],
    ["R-1", "2,817.03", "2026-05-01", "2026-05-01 12:30", "=1+1"],
    ["#REF!", "25.0", "", "TRUE", "a _x0041_ & <b>\nc"],
    ["R-3", "to the roster", "", "", ""],
]


def seen(data: bytes, folder: Path) -> ElementTree.Element:
    """The workbook as LibreOffice understands it, as a flat OpenDocument."""
    return ElementTree.parse(saved_as("fods", data, folder)).getroot()


def saved_as(ending: str, data: bytes, folder: Path) -> Path:
    """The workbook opened in LibreOffice and saved in another format, or in its own again."""
    source, out = folder / "book.xlsx", folder / "saved"
    source.write_bytes(data)
    home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", ending, "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return out / f"book.{ending}"


def sheet(document: ElementTree.Element, name: str) -> ElementTree.Element:
    return next(table for table in document.iter(f"{TABLE}table") if table.get(f"{TABLE}name") == name)


def texts(table: ElementTree.Element) -> list[list[str]]:
    """What the cells of a sheet show, without its notes, in the rows and columns that were written."""
    rows = [[shown(cell) for cell in row.iter(f"{TABLE}table-cell")] for row in table.iter(f"{TABLE}table-row")]
    return [(row + [""] * 5)[:5] for row in rows[:4]]


def shown(cell: ElementTree.Element) -> str:
    return "\n".join("".join(line.itertext()) for line in cell.findall(f"{TEXT}p"))


def notes(table: ElementTree.Element) -> list[str]:
    found = table.iter(NOTE)
    return ["\n".join("".join(p.itertext()) for p in note.findall(f"{TEXT}p")) for note in found]


def test_a_workbook_with_everything_in_it(tmp_path: Path) -> None:
    cells = {
        (2, 7): CellEdit(value="00017"),
        (2, 2): CellEdit(look=ERROR, note="Is this 07?"),
        (5, 4): CellEdit(note="Why 5?"),
    }
    change = SheetChange(name="Roster", cells=cells, widths={7: 14})
    new = NewSheet(name="Results", rows=ROWS, first=True)
    document = seen(rewrite(featured(), add=[new], change=[change]), tmp_path)
    listed = [table.get(f"{TABLE}name") for table in document.iter(f"{TABLE}table")]
    assert [name for name in listed if name != "local-table"] == ["Results", "Order", "Roster", "Lists"]
    assert texts(sheet(document, "Results")) == SEEN
    assert notes(sheet(document, "Results")) == ["A note."]
    roster = sheet(document, "Roster")
    assert notes(roster) == ["Call me\n\nroster-import: Is this 07?", "[Threaded comment]", "Why 5?"]
    assert "00017" in [shown(cell) for cell in roster.iter(f"{TABLE}table-cell")]
    assert roster.find(f"{TABLE}shapes") is not None


def test_a_new_workbook(tmp_path: Path) -> None:
    document = seen(new_workbook([NewSheet(name="Roster", rows=ROWS, frozen_rows=1, filtered=True)]), tmp_path)
    assert texts(sheet(document, "Roster")) == SEEN


def test_a_strict_workbook(tmp_path: Path) -> None:
    strict = {MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main"}
    office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    data = f'{HEAD}<worksheet xmlns="{strict[MAIN]}"><sheetData/></worksheet>'
    source = one_sheet(data, namespace=strict[MAIN], office=office, styles=STYLES.replace(MAIN, strict[MAIN]))
    assert OFFICE.encode() not in source
    document = seen(rewrite(source, add=[NewSheet(name="Results", rows=ROWS)]), tmp_path)
    assert texts(sheet(document, "Results")) == SEEN
    assert notes(sheet(document, "Results")) == ["A note."]


def test_the_summary_s_chart_is_seen_and_survives_saving(tmp_path: Path) -> None:
    saved = saved_as("xlsx", bare_results([placement(differences=(NAME_DIFFERS,))]), tmp_path)
    book = load_workbook(saved)
    (chart,) = book["Summary"]._charts
    assert [(series.val.numRef.f, series.tx.strRef.f) for series in chart.series] == [
        (f"Summary!${letter}$12:${letter}$18", f"Summary!${letter}$11") for letter in "BCD"
    ]
    assert [point.v for point in chart.series[0].cat.strRef.strCache.pt] == ["39-42", "128", "S", "M", "L", "XL", "XXL"]
    assert book["Summary"]["A2"].value == "! 1 difference between what was sent and what is confirmed."
    again = start_reading(saved, ReadOptions()).result()
    assert [sheet.name for sheet in again.sheets if is_ours(sheet)] == ["Summary", "Results", "Lines"]


def test_the_summary_fits_on_one_page(tmp_path: Path) -> None:
    pdf = saved_as("pdf", bare_results([placement(order(logos=14), differences=(NAME_DIFFERS,))]), tmp_path)
    assert pdf.read_bytes().count(b"/Type/Page/") == 3  # Summary, Results and Lines: a page each
