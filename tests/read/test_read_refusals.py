import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook as Book
from read_books import TYPES, package, raw, raw_parts, refusal, saved, small

from roster_import.read import Limits, is_whole, parse

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SEND = "open it in the program it comes from, save it as an Excel workbook (.xlsx) and send that."


def file(folder: Path, content: bytes, name: str = "club.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


TYPE = "type its players into an Excel workbook (.xlsx), best of all into our template, and send that."
COPY = "copy its table of players into an Excel workbook (.xlsx) and send that."
UNPACK = "take the workbook out of it and send that."
DOWNLOAD = "open the page, download the sheet as an Excel workbook (.xlsx) and send that."


@pytest.mark.parametrize(
    ("content", "what", "todo"),
    [
        (b"%PDF-1.7\n", "a PDF document", COPY),
        (b"\x89PNG\r\n\x1a\n", "a picture", TYPE),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "a picture or a recording", TYPE),
        (b"{\\rtf1", "a text document", COPY),
        (b"\x1f\x8b\x08", "an archive", UNPACK),
        (bytes(range(1, 32)) * 20, "a file of unknown kind", SEND),
        (b"BM" + b"\xff" * 90, "a file of unknown kind", SEND),
        (OLE + "WordDocument".encode("utf-16-le"), "a Word document", COPY),
        (b"[InternetShortcut]\nURL=https://example.org", "a link to a page", DOWNLOAD),
        (b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}', "a link to a Google sheet", DOWNLOAD),
        (b'{"players": [{"name": "Bo"}]}', "a JSON file", SEND),
        (b'[\n {"name": "Bo"}]', "a JSON file", SEND),
        (b"From: a@example.com\nTo: b@example.com\nSubject: roster\n\nHi", "a mail", UNPACK),
        (b"BEGIN:VCARD\nFN:Bo", "an address card or a calendar", SEND),
    ],
)
def test_what_is_no_workbook_is_named(tmp_path: Path, content: bytes, what: str, todo: str) -> None:
    assert refusal(file(tmp_path, content)) == (
        "file-not-a-workbook",
        f"club.xlsx is {what}, not a workbook that can be read: {todo}",
    )


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\x09\x00\x04\x00\x02\x00\x10\x00", "a workbook of an Excel from before 1995"),
        (b"<html><table><tr><td>Anna</td></tr></table></html>", "a web page"),
        (b"\r\n  <!DOCTYPE html>", "a web page"),
        (b"<!-- export --><table>", "a web page"),
        (
            b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
            "an old XML workbook",
        ),
        (b"<?xml version='1.0'?><players/>", "an XML file"),
        (b"ID;PWXL;N;E", "a SYLK file"),
    ],
)
def test_what_excel_can_open_is_sent_through_excel(tmp_path: Path, content: bytes, what: str) -> None:
    assert refusal(file(tmp_path, content)) == (
        "file-not-a-workbook",
        f"club.xlsx is {what}, not a workbook that can be read: open it in Excel, save it as an Excel workbook (.xlsx) "
        "and send that.",
    )


@pytest.mark.parametrize(
    ("part", "what", "todo"),
    [
        ("word/document.xml", "a Word document", COPY),
        ("ppt/presentation.xml", "a presentation", COPY),
        (
            "Index/Tables/Tile.iwa",
            "an Apple Numbers document",
            "export it from Numbers as an Excel workbook (.xlsx) and send that.",
        ),
        ("Index/Document.iwa", "an Apple Pages document", COPY),
        ("photo.jpg", "an archive", UNPACK),
    ],
)
def test_other_packages_are_named(tmp_path: Path, part: str, what: str, todo: str) -> None:
    code, message = refusal(file(tmp_path, package({part: "x"}), "club.zip"))
    assert (code, message) == ("file-not-a-workbook", f"club.zip is {what}, not a workbook that can be read: {todo}")


def locked_xls() -> bytes:
    return (
        OLE
        + b"\x09\x08\x10\x00\x00\x06\x05\x00"
        + bytes(12)
        + b"\x2f\x00\x36\x00"
        + bytes(54)
        + "Workbook".encode("utf-16-le")
    )


def locked_ods() -> bytes:
    return package({"content.xml": "x", "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"})


def locked_zip() -> bytes:
    content = bytearray(package(raw_parts("<sheetData/>")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(signature, at + 1)
    return bytes(content)


@pytest.mark.parametrize(
    "content",
    [OLE + "EncryptedPackage".encode("utf-16-le"), locked_xls(), locked_ods(), locked_zip()],
    ids=["xlsx", "xls", "ods", "zip"],
)
def test_a_password_is_named_as_such(tmp_path: Path, content: bytes) -> None:
    assert refusal(file(tmp_path, content)) == (
        "file-encrypted",
        "club.xlsx is protected with a password: open it, take the password off, save it and send it again.",
    )


def test_lock_files_name_the_workbook_that_is_meant(tmp_path: Path) -> None:
    assert refusal(file(tmp_path, b"\x05Anna", "~$club.xlsx")) == (
        "file-lock",
        "~$club.xlsx is Excel's lock file, not the workbook: close the workbook and send club.xlsx.",
    )
    assert refusal(file(tmp_path, b",anna,pc", ".~lock.club.xlsx#")) == (
        "file-lock",
        ".~lock.club.xlsx# is LibreOffice's lock file, not the workbook: close the workbook and send club.xlsx.",
    )


def test_folders_missing_and_empty_files(tmp_path: Path) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    assert refusal(tmp_path / "folder.xlsx") == (
        "file-is-folder",
        "folder.xlsx is a folder, not a workbook: name the file in it.",
    )
    assert refusal(tmp_path / "no.xlsx") == ("file-missing", "no.xlsx does not exist: check the name and the folder.")
    for content in (b"", b"\r\n \r\n", b"\xef\xbb\xbf", b"\x00" * 40, b";;;\r\n"):
        assert refusal(file(tmp_path, content)) == (
            "file-empty",
            "club.xlsx is empty: open the workbook, save it again and send it once more.",
        )


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    path = file(tmp_path, b"x")
    monkeypatch.setattr(parse, "open_plain", forbidden)
    assert refusal(path) == (
        "file-forbidden",
        "club.xlsx may not be opened: close it in Excel, or allow yourself to read it, and try again.",
    )


def damaged(detail: str) -> tuple[str, str]:
    return "file-damaged", f"club.xlsx is damaged ({detail}): open it in Excel, save it again and send it once more."


def test_damaged_packages(tmp_path: Path) -> None:
    whole = package(raw_parts("<sheetData/>"))
    cut = "it was not saved or sent completely"
    assert refusal(file(tmp_path, whole[: len(whole) // 2])) == damaged(cut)
    half = raw_parts("<sheetData/>") | {"xl/worksheets/sheet1.xml": '<worksheet><sheetData><row r="1"><c r="A1"><v>'}
    assert refusal(file(tmp_path, package(half))) == damaged(cut)
    assert refusal(raw(tmp_path, "<sheetData/>", book="<oops>")) == damaged(cut)
    assert refusal(raw(tmp_path, '<sheetData><row r="1"><c r="A1" t="s"><v>9</v></c></row></sheetData>')) == damaged(
        "its cells cannot be understood"
    )
    assert refusal(file(tmp_path, package({"[Content_Types].xml": TYPES}))) == damaged("its list of sheets is missing")
    no_sheet = raw_parts("<sheetData/>")
    del no_sheet["xl/worksheets/sheet1.xml"]
    assert refusal(file(tmp_path, package(no_sheet))) == damaged("its sheets are missing")


def test_two_parts_of_one_name(tmp_path: Path) -> None:
    buffer = io.BytesIO(package(raw_parts("<sheetData/>")))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("XL/workbook.xml", "<x/>")
    assert refusal(file(tmp_path, buffer.getvalue())) == damaged("it holds two parts of the same name")


def test_a_workbook_without_worksheets(tmp_path: Path) -> None:
    book = Book()
    book.create_chartsheet("Chart")
    book.remove(book["Sheet"])
    assert refusal(saved(tmp_path, book)) == (
        "file-no-sheets",
        "club.xlsx holds no sheet with cells: fill in the roster, save the workbook in Excel and send it again.",
    )


BOMB = (
    "file-too-large",
    "club.xlsx unpacks to far more than a roster ever holds, so it was not read: copy the sheet with the players into "
    "a new workbook and send that.",
)


def test_what_unpacks_to_too_much_is_not_read(tmp_path: Path) -> None:
    path = raw(tmp_path, f"<!--{'x' * 3_000_000}--><sheetData/>")
    assert refusal(path, limits=small(unpacked_bytes=1_000_000)) == BOMB
    assert refusal(path, limits=small(ratio=100, ratio_from=1_000_000)) == BOMB
    assert refusal(path, limits=small(parts=3)) == BOMB
    code, message = refusal(path, limits=small(file_bytes=1000))
    assert (code, message.startswith("club.xlsx is larger than 0 MB")) == ("file-too-large", True)


def test_too_many_cells(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 30))
    assert refusal(raw(tmp_path, f"<sheetData>{rows}</sheetData>"), limits=small(cells=20, columns=9)) == (
        "file-too-large",
        "club.xlsx has more cells than a roster ever has (at most 20 filled cells and 9 columns are read): "
        "send the sheet with the players as a file of its own.",
    )


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_is_packed_as_no_workbook_is_refused_before_it_is_unpacked(tmp_path: Path, method: int) -> None:
    path = tmp_path / "club.xlsx"
    with zipfile.ZipFile(path, "w", method) as parts:
        for name in ("xl/workbook.xml", "xl/media/image1.png"):
            parts.writestr(name, bytes(1_000_000))
    assert refusal(path) == (
        "file-packing",
        "club.xlsx is packed in a way no spreadsheet program packs its files, so it was not read: open it in Excel, save "
        "it as a new .xlsx workbook and send that.",
    )
    assert is_whole(path)  # so that it is taken up, and answered


def test_where_more_cells_are_allowed_what_grows_with_them_grows_along():
    usual = Limits()
    assert usual.cells == 1_000_000
    assert usual.for_cells(3_000_000) == replace(
        usual,
        cells=3_000_000,
        characters=3 * usual.characters,
        unpacked_bytes=3 * usual.unpacked_bytes,
        answer_bytes=3 * usual.answer_bytes,
    )
    assert usual.for_cells(50) == replace(usual, cells=50)
