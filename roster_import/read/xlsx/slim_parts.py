"""A sheet and a stylesheet reduced to what matters: columns, rows and cells that hold text; formats and strike-through.

A single formatted cell in row 1 048 576, or a million row elements that some programs write, take a spreadsheet
library minutes; here they take a regular expression milliseconds. Everything that is left out holds no value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.read.xlsx.xml import BrokenXmlError, attribute, child, children, is_on, quoted

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_FIRST_OWN = 164  # numbers below are built in (ECMA-376 part 1, 18.8.30)
# Built-in formats of East Asian Excel that openpyxl takes for General: a date would come out as its serial number.
_EAST_ASIAN = {**dict.fromkeys((*range(27, 32), 36, *range(50, 55), 57, 58), "yyyy-mm-dd"), 32: "h:mm", 33: "h:mm:ss"}
_FRAME = (
    "<fills><fill><patternFill/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
    "<cellXfs>{}</cellXfs>"
    '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)
_P = rb"(?:[\w.-]+:)?"  # a namespace prefix, which some programs write
_ROOT = re.compile(rb"<(" + _P + rb")worksheet\b[^>]*>")
_END = re.compile(rb"</" + _P + rb"worksheet\s*>\s*\Z")
_DATA = re.compile(rb"<" + _P + rb"sheetData\s*/>|<(" + _P + rb")sheetData\b[^>]*>.*</\1sheetData\s*>", re.DOTALL)
_COLUMNS = re.compile(rb"<(" + _P + rb")cols\b[^>]*>.*?</\1cols\s*>", re.DOTALL)
_MERGE = re.compile(rb"<" + _P + rb"mergeCell\s[^>]*?\bref\s*=\s*[\"']([A-Z$]+[0-9$]+:[A-Z$]+[0-9$]+)[\"']")


@dataclass(frozen=True, slots=True, kw_only=True)
class SlimSheet:
    """The reduced part, its merged ranges (such as `B2:B9`), and whether any cell is a formula."""

    xml: bytes
    merged: tuple[str, ...]
    has_formulas: bool


def slim_sheet(part: bytes) -> SlimSheet:
    """Reduce a worksheet part in UTF-8; raises BrokenXmlError where it ends too early or is no worksheet."""
    root = _ROOT.search(part)
    if root is None or root[0].endswith(b"/>"):
        return _empty(root)
    data = _DATA.search(part, root.end())
    if _END.search(part[-200:]) is None:
        raise BrokenXmlError("the sheet ends too early")
    rows = data[0] if data else b""
    columns = _COLUMNS.search(part, root.end(), data.start() if data else len(part))
    rest = part[data.end() :] if data else b""
    prefix = root[1]
    return SlimSheet(
        xml=root[0]
        + (columns[0] if columns else b"")
        + _without_empties(rows, prefix)
        + b"</"
        + prefix
        + b"worksheet>",
        merged=tuple(match.decode("ascii").replace("$", "") for match in _MERGE.findall(rest)),
        has_formulas=re.search(rb"<" + re.escape(prefix) + rb"f[\s/>]", rows) is not None,
    )


def _empty(root: re.Match[bytes] | None) -> SlimSheet:
    if root is None:
        raise BrokenXmlError("it is no worksheet")
    return SlimSheet(xml=root[0], merged=(), has_formulas=False)


def _without_empties(rows: bytes, prefix: bytes) -> bytes:
    """Comments and CDATA may hold anything, so a part with them stays as it is; so does one that counts silently."""
    if b"<!" in rows or any(_unnumbered(name, prefix).search(rows) for name in (b"row", b"c")):
        return rows
    for name in (b"c", b"row"):
        rows = _hollow(name, prefix).sub(b"", rows)
    return rows


def _unnumbered(name: bytes, prefix: bytes) -> re.Pattern[bytes]:
    """An element that does not say where it stands, so that its place follows from its neighbours."""
    return re.compile(rb"<" + re.escape(prefix + name) + rb"(?! r=)(?=[\s/>])(?![^<>]*\sr\s*=)")


def _hollow(name: bytes, prefix: bytes) -> re.Pattern[bytes]:
    """An element without content: `<c r="A1" s="3"/>` or `<c r="A1" s="3"></c>`."""
    tag = re.escape(prefix + name)
    return re.compile(rb"<" + tag + rb"\s[^<>]*(?:/>|(?<!/)>\s*</" + tag + rb"\s*>)")


def slim_styles(root: Element | None) -> bytes:
    """The stylesheet reduced to the format and the strike-through of each cell style, in their order."""
    struck = [_is_struck(font) for font in children(child(root, "fonts"), "font")]
    formats = {
        attribute(entry, "numFmtId"): attribute(entry, "formatCode")
        for entry in children(child(root, "numFmts"), "numFmt")
    }
    formats |= {str(number): code for number, code in _EAST_ASIAN.items() if str(number) not in formats}
    numbers = {key: _FIRST_OWN + index for index, key in enumerate(formats)}
    styles = "".join(_style(style, numbers, struck) for style in children(child(root, "cellXfs"), "xf"))
    codes = "".join(f"<numFmt numFmtId='{numbers[key]}' formatCode={quoted(formats[key])}/>" for key in formats)
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts><fonts><font/><font><strike/></font></fonts>'
        f"{_FRAME.format(styles or '<xf/>')}</styleSheet>"
    ).encode()


def _style(style: Element, numbers: dict[str, int], struck: list[bool]) -> str:
    key = attribute(style, "numFmtId", "0")
    number = numbers.get(key, int(key) if key.isdecimal() and int(key) < _FIRST_OWN else 0)
    font = attribute(style, "fontId", "0")
    is_struck = font.isdecimal() and int(font) < len(struck) and struck[int(font)]
    return f'<xf numFmtId="{number}" fontId="{int(is_struck)}" xfId="0"/>'


def _is_struck(font: Element) -> bool:
    strike = child(font, "strike")
    return strike is not None and is_on(attribute(strike, "val", "1"))
