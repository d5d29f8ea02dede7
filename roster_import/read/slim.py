"""The XML of one worksheet reduced to what holds text: columns, and the rows and cells that are not empty.

A single formatted cell in row 1 048 576, or a million row elements that some programs write, take a spreadsheet
library minutes; here they take a regular expression milliseconds. Everything that is left out holds no value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from roster_import.read.xml import BrokenXml

_P = rb"(?:[\w.-]+:)?"  # a namespace prefix, which some programs write
_ROOT = re.compile(rb"<" + _P + rb"worksheet\b[^>]*>")
_END = re.compile(rb"</" + _P + rb"worksheet\s*>\s*\Z")
_DATA = re.compile(rb"<" + _P + rb"sheetData\s*/>|<(" + _P + rb")sheetData\b[^>]*>.*</\1sheetData\s*>", re.DOTALL)
_COLUMNS = re.compile(rb"<(" + _P + rb")cols\b[^>]*>.*?</\1cols\s*>", re.DOTALL)
_MERGE = re.compile(rb"<" + _P + rb"mergeCell\s[^>]*?\bref\s*=\s*[\"']([A-Z$]+[0-9$]+:[A-Z$]+[0-9$]+)[\"']")
_FORMULA = re.compile(rb"<" + _P + rb"f[\s/>]")
# Only what says where it stands may go: what does not is counted from its neighbours.
_EMPTY_CELL = re.compile(rb"<(" + _P + rb")c\s[^<>]*/>|<(" + _P + rb")c\s[^<>]*(?<!/)>\s*</\2c\s*>")
_EMPTY_ROW = re.compile(rb"<(" + _P + rb")row\s[^<>]*/>|<(" + _P + rb")row\s[^<>]*(?<!/)>\s*</\2row\s*>")
_NUMBERED_TAG = re.compile(rb"\sr\s*=")
_TAG = re.compile(rb"<" + _P + rb"(?:row|c)(?:\s[^<>]*)?>")


@dataclass(frozen=True, slots=True, kw_only=True)
class SlimSheet:
    """The reduced part, its merged ranges (such as `B2:B9`), and whether any cell is a formula."""

    xml: bytes
    merged: tuple[str, ...]
    has_formulas: bool


def slim_sheet(part: bytes) -> SlimSheet:
    """Reduce a worksheet part in UTF-8; raises BrokenXml where it ends too early or is no worksheet."""
    root = _ROOT.search(part)
    if root is None or root[0].endswith(b"/>"):
        return _empty(part, root)
    data = _DATA.search(part, root.end())
    if _END.search(part[-200:]) is None:
        raise BrokenXml("the sheet ends too early")
    rows = data[0] if data else b""
    columns = _COLUMNS.search(part, root.end(), data.start() if data else len(part))
    end = b"</" + root[0][1:].split(None, 1)[0].rstrip(b">") + b">"
    rest = part[data.end() :] if data else b""
    return SlimSheet(
        xml=root[0] + (columns[0] if columns else b"") + _without_empties(rows) + end,
        merged=tuple(match.decode("ascii").replace("$", "") for match in _MERGE.findall(rest)),
        has_formulas=_FORMULA.search(rows) is not None,
    )


def _empty(part: bytes, root: re.Match[bytes] | None) -> SlimSheet:
    if root is None:
        raise BrokenXml("it is no worksheet")
    return SlimSheet(xml=root[0], merged=(), has_formulas=False)


def _without_empties(rows: bytes) -> bytes:
    """Comments and CDATA may hold anything, so a part with them stays as it is; so does one that counts silently."""
    if b"<!" in rows or any(not _NUMBERED_TAG.search(tag) for tag in _TAG.findall(rows)):
        return rows
    return _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", rows))
