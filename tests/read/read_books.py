"""Workbooks for the tests of reading: made by openpyxl, or part by part where openpyxl is too well-behaved."""

import io
import zipfile
from pathlib import Path

from openpyxl import Workbook as Book

from roster_import.errors import UnreadableFile
from roster_import.model.workbook import Cell, Workbook
from roster_import.read import Limits, ReadOptions
from roster_import.read.parse import parse

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def read(path: Path, **options: object) -> Workbook:
    """The workbook, read in this process."""
    return parse(path, ReadOptions(**options))  # type: ignore[arg-type]


def refusal(path: Path, **options: object) -> tuple[str, str]:
    """(code, message) of a file that is refused."""
    try:
        workbook = read(path, **options)
    except UnreadableFile as error:
        return error.code, error.message
    raise AssertionError(f"{path} was read: {workbook}")


def texts(workbook: Workbook, sheet: int = 0) -> dict[str, str]:
    """Address -> text of a sheet."""
    return {cell.address: cell.text for cell in workbook.sheets[sheet].cells}


def cell(workbook: Workbook, address: str) -> Cell:
    """One cell of the first sheet."""
    return next(cell for cell in workbook.sheets[0].cells if cell.address == address)


def saved(folder: Path, book: Book, name: str = "club.xlsx") -> Path:
    path = folder / name
    book.save(path)
    return path


def with_cells(folder: Path, cells: dict[str, object], formats: dict[str, str] | None = None) -> Path:
    """A workbook of one sheet with those values and number formats."""
    book = Book()
    for address, value in cells.items():
        book.active[address] = value
    for address, code in (formats or {}).items():
        book.active[address].number_format = code
    return saved(folder, book)


def package(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def raw_parts(sheet: str, *, strings: str = "", styles: str = "", main: str = MAIN, book: str = "") -> dict[str, str]:
    """The parts of a workbook whose only sheet `Roster` has that XML."""
    relations = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for name, kind, target in (
            ("s1", "worksheet", "worksheets/sheet1.xml"),
            ("st", "styles", "styles.xml"),
            ("ss", "sharedStrings", "sharedStrings.xml"),
        )
    )
    return {
        "[Content_Types].xml": TYPES,
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{RELATIONS}">{book}'
        '<sheets><sheet name="Roster" sheetId="1" r:id="s1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{relations}</Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}">{sheet}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{styles}</styleSheet>',
    }


def raw(folder: Path, sheet: str, name: str = "club.xlsx", **rest: str) -> Path:
    """A workbook put together from XML."""
    path = folder / name
    path.write_bytes(package(raw_parts(sheet, **rest)))
    return path


def small(**limits: int) -> Limits:
    return Limits(**limits)
