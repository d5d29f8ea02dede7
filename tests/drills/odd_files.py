"""Small workbooks, and what may become of their bytes: changed, cut, doubled, another part's, markup that lies."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from tests.conftest import EXAMPLE_LOGOS, build

# What stands for more than itself, in workbooks, text files and markup.
_BYTES = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\r",
    b"\n\n",
    b'"',
    b'""',
    b"'",
    b";",
    b",",
    b"\t",
    b"|",
    b"\\",
    b"<",
    b">",
    b"&",
)
_MARKUP = (
    b"&#0;", b"&#x110000;", b"&lol;", b"]]>", b"<!--", b"<![CDATA[", b"<?xml version='1.0' encoding='utf-7'?>",
    b"<!DOCTYPE a [<!ENTITY lol 'x'>]>", b"PK\x03\x04", b"PK\x05\x06", b'r="A1048577"', b'r="XFE1"', b't="s"', b't="e"',
    b"<v>99999999999999999999</v>", b"<v>1e309</v>", b"<v>-1</v>", b'ref="A1:XFD1048576"', b'<mergeCell ref="A1:XFD1048576"/>',
    b'hidden="1"',
)  # fmt: skip
_TEXTS = (
    b"sep=|\r\n", b"\xe2\x80\xae", b"\xed\xa0\x80", b"_x0000_", b"_xD800_", b"=HYPERLINK(1)", "İ号〃ß".encode(),
    "e\u0301".encode() * 50, b"x" * 4000, b"9" * 400,
)  # fmt: skip
PIECES = (*_BYTES, *_MARKUP, *_TEXTS)
TEXT = b'Player;Name;Number;Size;Quantity;Design\r\nAda Brindle;BRINDLE;7;M;1;Home kit\r\nBo;"CAR""S";10;152;2;Away kit\r\n'
_OPEN_DOCUMENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="Roster">{rows}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)


@cache
def workbooks() -> dict[str, bytes]:
    """A small file of each kind, by its ending."""
    with TemporaryDirectory() as folder:
        xlsx = build(Path(folder) / "club.xlsx", logos=EXAMPLE_LOGOS).read_bytes()
    return {".xlsx": xlsx, ".ods": _ods(), ".csv": TEXT}


def _ods() -> bytes:
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in line.split(";"))
        + "</table:table-row>"
        for line in TEXT.decode().replace('"', "").splitlines()
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", _OPEN_DOCUMENT.format(rows=rows))
    return made.getvalue()


@st.composite
def changed(draw: st.DrawFn, data: bytes) -> bytes:
    """Bytes with up to three changes: a piece put in or over, a stretch taken out, doubled, or moved."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from((0, 1, 4, 40, 400))))
        piece = draw(st.sampled_from(PIECES))
        how = draw(st.sampled_from(("in", "over", "out", "twice", "cut")))
        stretch = {"in": piece + data[start:end], "over": piece, "out": b"", "twice": data[start:end] * 9, "cut": b""}[
            how
        ]
        data = data[:start] + stretch + (b"" if how == "cut" else data[end:])
    return data


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    """The name and the bytes of a file: most of the time a package whose parts were changed, packed again."""
    ending = draw(st.sampled_from(sorted(workbooks())))
    data = workbooks()[ending]
    if ending == ".csv" or draw(st.integers(0, 4)) == 0:
        return "club" + ending, draw(changed(data))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name in draw(st.lists(st.sampled_from(sorted(parts)), min_size=1, max_size=2, unique=True)):
        parts[name] = (
            parts[draw(st.sampled_from(sorted(parts)))] if draw(st.integers(0, 9)) == 0 else draw(changed(parts[name]))
        )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return "club" + ending, made.getvalue()
