"""What kind of file is this? Found out from its content; the name only says which file is meant.

What is no roster is refused here, by saying what it is and what to send instead.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from roster_import.errors import UnreadableFile
from roster_import.language.messages import say
from roster_import.read.archive import Archive, encrypted

if TYPE_CHECKING:
    from pathlib import Path

    from roster_import.read.options import Limits


class Kind(Enum):
    """The families of files that are read, each by one reader."""

    XLSX = auto()
    XLS = auto()
    XLSB = auto()
    ODS = auto()
    TEXT = auto()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF = re.compile(rb"\x09[\x00\x02\x04\x08]..[\x00\x02-\x07]", re.DOTALL)  # bare streams of Excel 2 to 5
# What begins so is no workbook; `startswith` takes several beginnings at once.
_FOREIGN = (
    ((b"%PDF",), say("a PDF document")),
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*"), say("a picture")),
    (
        (b"RIFF", *(b"\x00\x00\x00" + size + b"ftyp" for size in (b"\x18", b"\x1c", b" ", b"$"))),
        say("a picture or a recording"),
    ),
    ((b"{\\rtf",), say("a text document")),
    ((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b"), say("an archive")),
    ((b"SQLite format 3",), say("a database")),
    ((b"\x7fELF",), say("a program")),
    ((b"ID;P",), say("a SYLK file")),
)
_IN_ZIP = (
    ("word/", say("a Word document")),
    ("ppt/", say("a presentation")),
    ("index/tables/", say("an Apple Numbers document")),
    ("index/calculationengine", say("an Apple Numbers document")),
    ("index/slide", say("a presentation")),
    ("index/", say("an Apple Pages document")),
)
_IN_OLE = (
    (b"WordDocument", say("a Word document")),
    (b"PowerPoint Document", say("a presentation")),
    (b"__substg1.0", say("a mail")),
)
_TAGS = r"!doctype\s+html|html|head|body|meta|style|table|tr|div|font|center"
_MAIL = r"(?:(?:From|To|Cc|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|X-[\w-]+):[^\n]*\n(?:[ \t][^\n]*\n)*){2}"
_IN_TEXT = (
    (re.compile(r"\[InternetShortcut\]", re.IGNORECASE), say("a link to a page")),
    (re.compile(r"\{.*(?:docs\.google\.com/|\"doc_id\"\s*:)", re.DOTALL), say("a link to a Google sheet")),
    (re.compile(r"(?:<\?xml.*)?<!DOCTYPE plist", re.DOTALL), say("a link or a settings file of a Mac")),
    (re.compile(r"<\?xml.*urn:schemas-microsoft-com:office:spreadsheet", re.DOTALL), say("an old XML workbook")),
    (re.compile(_MAIL, re.IGNORECASE), say("a mail")),
    (re.compile(r"BEGIN:V(?:CARD|CALENDAR)", re.IGNORECASE), say("an address card or a calendar")),
    (re.compile(r"\[?\s*\{\s*(?:\"[^\"\n]*\"\s*:|\})", re.IGNORECASE), say("a JSON file")),
    (re.compile(rf"MIME-Version:|<!--|<(?:{_TAGS})\b", re.IGNORECASE), say("a web page")),
    (re.compile(r"<\?xml\b", re.IGNORECASE), say("an XML file")),
)
_SEND = say("open it in the program it comes from, save it as an Excel workbook (.xlsx) and send that.")
_SEND_FROM_EXCEL = say("open it in Excel, save it as an Excel workbook (.xlsx) and send that.")
_TYPE = say("type its players into an Excel workbook (.xlsx), best of all into our template, and send that.")
_COPY = say("copy its table of players into an Excel workbook (.xlsx) and send that.")
_EXPORT = say("export it from Numbers as an Excel workbook (.xlsx) and send that.")
_UNPACK = say("take the workbook out of it and send that.")
_DOWNLOAD = say("open the page, download the sheet as an Excel workbook (.xlsx) and send that.")
# What to do with a file, by what it is; anything else is opened where it comes from.
_TODO = {
    **dict.fromkeys(
        ("an old XML workbook", "a web page", "an XML file", "a SYLK file", "a workbook of an Excel from before 1995"),
        _SEND_FROM_EXCEL,
    ),
    **dict.fromkeys(("a picture", "a picture or a recording", "a text without a table"), _TYPE),
    **dict.fromkeys(
        ("a PDF document", "a Word document", "a presentation", "a text document", "a text document or a drawing"),
        _COPY,
    ),
    **dict.fromkeys(("an archive", "a mail"), _UNPACK),
    **dict.fromkeys(("a link to a page", "a link to a Google sheet"), _DOWNLOAD),
    "an Apple Numbers document": _EXPORT,
    "an Apple Pages document": _COPY,
}
_HEAD = 4096
_SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_FILEPASS = 0x2F
_FIRST_RECORDS = 4


def kind_of(path: Path, content: bytes, limits: Limits) -> Kind:
    """The kind of file, by content; raises UnreadableFile that says what it is instead of a roster."""
    if content.startswith(b"PK"):
        return _kind_in_zip(Archive(path.name, content, limits))
    if content.startswith(_OLE):
        return _kind_in_ole(path.name, content)
    if _BIFF.match(content):
        raise foreign(path.name, say("a workbook of an Excel from before 1995"))
    for beginnings, what in _FOREIGN:
        if content.startswith(beginnings):
            raise foreign(path.name, what)
    return _kind_of_text(path.name, content)


def foreign(file_name: str, what: str) -> UnreadableFile:
    """The refusal of a file of another kind."""
    todo = _TODO.get(what, _SEND)
    return UnreadableFile(
        say(
            "{file_name} is {what}, not a workbook that can be read: {todo}", file_name=file_name, what=what, todo=todo
        ),
        code="file-not-a-workbook",
    )


def _kind_in_zip(archive: Archive) -> Kind:
    names = tuple(archive.names())
    if any(name.endswith("xl/workbook.bin") for name in names):
        return Kind.XLSB
    if any(re.search(r"(?:^|/)(?:workbook\d*|xl/.*)\.xml$", name) for name in names):
        return Kind.XLSX
    if "content.xml" in names:
        return _kind_of_open_document(archive)
    for folder, what in _IN_ZIP:
        if any(name.startswith(folder) for name in names):
            raise foreign(archive.file_name, what)
    if "[content_types].xml" in names or archive.file_name.lower().endswith(_SUFFIXES):
        raise archive.damaged(say("its list of sheets is missing"))
    raise foreign(archive.file_name, say("an archive"))


def _kind_of_open_document(archive: Archive) -> Kind:
    manifest = archive.read("META-INF/manifest.xml") if archive.has("META-INF/manifest.xml") else b""
    if b"encryption-data" in manifest:
        raise UnreadableFile(encrypted(archive.file_name), code="file-encrypted")
    mimetype = archive.read("mimetype") if archive.has("mimetype") else b""
    if mimetype and b"spreadsheet" not in mimetype:
        raise foreign(archive.file_name, say("a text document or a drawing"))
    return Kind.ODS


def _kind_in_ole(file_name: str, content: bytes) -> Kind:
    """Streams of an OLE container are named in UTF-16; an encrypted .xlsx is one stream of that name."""
    if _utf16(b"EncryptedPackage") in content or _is_locked(content):
        raise UnreadableFile(encrypted(file_name), code="file-encrypted")
    if _utf16(b"Workbook") in content or _utf16(b"Book") in content:
        return Kind.XLS
    for stream, what in _IN_OLE:
        if _utf16(stream) in content:
            raise foreign(file_name, what)
    return Kind.XLS


def _is_locked(content: bytes) -> bool:
    """An encrypted .xls says so in a FILEPASS record shortly after its first one ([MS-XLS] 2.4.117)."""
    at = content.find(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    for _ in range(_FIRST_RECORDS if at >= 0 else 0):
        kind, length = (int.from_bytes(content[at + i : at + i + 2], "little") for i in (0, 2))
        if kind == _FILEPASS:
            return True
        at += 4 + length
    return False


def _kind_of_text(file_name: str, content: bytes) -> Kind:
    head = content[:_HEAD]
    text = head.replace(b"\x00", b"").decode("latin-1").lstrip("\ufeffÿþ ï»¿\r\n\t")
    for sign, what in _IN_TEXT:
        if sign.match(text):
            raise foreign(file_name, what)
    if not content.startswith((b"\xff\xfe", b"\xfe\xff")) and _is_binary(head):
        raise foreign(file_name, say("a file of unknown kind"))
    return Kind.TEXT


def _is_binary(head: bytes) -> bool:
    """Texts hold hardly any control characters and no runs of 0xFF; the zeros of UTF-16 stand at every other place."""
    controls = sum(0 < byte < 9 or 13 < byte < 27 for byte in head)
    zeros = max(head[::2].count(0), head[1::2].count(0))
    stray_zeros = head.count(0) - zeros if zeros * 4 > len(head) else head.count(0)
    return controls * 20 > len(head) + 40 or stray_zeros * 8 > len(head) or b"\xff" * 8 in head


def _utf16(name: bytes) -> bytes:
    return name.decode("ascii").encode("utf-16-le")
