"""Strangers' workbooks: each is rewritten and opens again with what was added, or is refused in a sentence."""

from __future__ import annotations

import io
import os
import re
import warnings
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from roster_import.errors import WriteError
from roster_import.write.ooxml.cells import ERROR, CellEdit, Chart, NewSheet, Series, SheetChange
from roster_import.write.ooxml.package import marked_sheets, rewrite

CORPORA = Path(__file__).resolve().parents[2].parent / "shared" / "corpora"
FILES = sorted(path for path in CORPORA.glob("*/*") if path.suffix in (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"))
CHART = Chart(
    title="T", categories=(2, 1, 2, 1), series=(Series(name=(1, 2), values=(2, 2, 2, 2)),), place=(1, 4, 9, 9)
)
RESULTS = NewSheet(
    name="Our results", rows=(("a", 1.5), ("M", 3)), first=True, opened=True, frozen_rows=1, marker="m", chart=CHART
)
CELLS = {
    (2, 12): CellEdit(value="=new", note="A note."),
    (3, 2): CellEdit(look=ERROR, note="Wrong.", link="'Our results'!A1"),
    (400, 1): CellEdit(value="below"),
}
SLOW = {  # to be read twice by openpyxl, or of very many sheets: in the drill
    "edr__Test_LotsOfSheets.xlsx",
    "openpyxl__bigfoot.xlsx",
    "poi__57893-many-merges.xlsx",
    "poi__poc-shared-strings.xlsx",
}
NOT_READ_BY_OPENPYXL = {  # nor were they before
    "openspout__attack_billion_laughs.xlsx",
    "phpss__Zip-Windows-Directory-Separator.xlsx",
    "poi__poc-xmlbomb-empty.xlsx",
    "poi__57893-many-merges.xlsx",  # read, but it takes 20 s and writes our link into the merged cell's first
}

if not FILES:
    pytest.skip("the folder of strangers' workbooks is not beside this checkout", allow_module_level=True)


def names_of(source: bytes) -> list[str]:
    """The names of the worksheets, as openpyxl lists them; none where it cannot, or where the workbook is strict."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(source), read_only=True)
            return [sheet.title for sheet in book.worksheets if os.fspath(sheet.title)]
    except Exception:  # noqa: BLE001 - whatever openpyxl makes of a file made to break it
        return []


def rewritten(source: bytes, sheets: list[str]) -> bytes:
    change = [SheetChange(name=name, cells=CELLS, widths={12: 30}) for name in sheets]
    return rewrite(source, add=[RESULTS], change=change, remove=["Our results"])


@pytest.mark.every(10)
@pytest.mark.parametrize("path", [path for path in FILES if path.name not in SLOW], ids=lambda path: path.name)
def test_a_stranger_s_workbook_is_rewritten_or_refused(path: Path) -> None:
    check(path)


@pytest.mark.drill
@pytest.mark.parametrize("path", [path for path in FILES if path.name in SLOW], ids=lambda path: path.name)
def test_a_stranger_s_enormous_workbook_is_rewritten_or_refused(path: Path) -> None:
    check(path)


def check(path: Path) -> None:
    source = path.read_bytes()
    sheets = names_of(source)[:3]
    try:
        after = rewritten(source, sheets)
    except WriteError as error:
        refused = str(error)
        assert re.fullmatch(r"The (workbook|file|sheet)\b.*\.", refused)
        return
    assert rewritten(after, sheets) == after
    assert marked_sheets(after) == {"Our results": "m"}
    unchanged(source, after, allowed=8 + 6 * len(sheets))
    if sheets and path.name not in NOT_READ_BY_OPENPYXL:
        reads_back(source, after, sheets)


def unchanged(source: bytes, after: bytes, allowed: int) -> None:
    """All parts but those that hold the changes are as they were."""
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        listed = set(new.namelist())
        changed = [info for info in old.namelist() if info not in listed or old.read(info) != new.read(info)]
    assert len(changed) <= allowed


def reads_back(source: bytes, after: bytes, sheets: list[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        before, book = load_workbook(io.BytesIO(source)), load_workbook(io.BytesIO(after))
    assert book["Our results"]["B1"].value == 1.5
    assert len(book["Our results"]._charts) == 1
    for name in sheets:
        old, new = before[name], book[name]
        assert new["L2"].value in ("=new", None)  # None: a merged cell that is not the first of its area
        assert new["A400"].value == "below"
        for row in old.iter_rows(max_row=30, max_col=20):
            for cell in row:
                if (cell.row, cell.column) not in CELLS:
                    assert new.cell(cell.row, cell.column).value == cell.value
