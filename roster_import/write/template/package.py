"""From openpyxl's workbook to bytes that are the same on every machine and every day, with what openpyxl leaves out."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import canonicalize, fromstring, register_namespace, tostring
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Mapping


_DAY = "2026-01-01T00:00:00Z"
_ZIP_TIME = (2026, 1, 1, 0, 0, 0)
_DRAWING_PREFIXES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TIMES = re.compile(r"(<dcterms:(created|modified)[^>]*>)[^<]*")
_ITSELF = "roster-import"  # openpyxl would write down its own version
_PROGRAM = re.compile(r"(<Application>)[^<]*(</Application><AppVersion>)[^<]*(<)")
_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"( s="[0-9]+")?><f>(.*?)</f><v></v></c>')
_AFTER_IGNORED_ERRORS = re.compile(r"<(drawing|legacyDrawing|tableParts|/worksheet)\b")


def packed(
    workbook: Any,
    results: Mapping[str, Mapping[str, str | int]],
    text_ranges: Mapping[str, str],
) -> bytes:
    """The workbook as bytes: no clock in it, and its XML in one canonical form, whoever wrote it out.

    `results` (sheet -> address -> value) are what its formulas come to; `text_ranges` (sheet -> ranges) are where
    numbers kept as text are meant, and get no green corner.
    """
    raw = io.BytesIO()
    workbook.save(raw)
    sheets = {f"xl/worksheets/sheet{index}.xml": name for index, name in enumerate(workbook.sheetnames, start=1)}
    packed_bytes = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed_bytes, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda part: (part != "[Content_Types].xml", part)):
            sheet = sheets.get(name, "")
            part = _part(name, source.read(name).decode(), results.get(sheet, {}), text_ranges.get(sheet, ""))
            target.writestr(zipfile.ZipInfo(name, _ZIP_TIME), part, zipfile.ZIP_DEFLATED)
    return packed_bytes.getvalue()


def _part(name: str, xml: str, results: Mapping[str, str | int], text_range: str) -> bytes:
    xml = _drawing(xml) if name.endswith(".vml") else canonicalize(xml)
    if name == "docProps/core.xml":
        xml = _TIMES.sub(rf"\g<1>{_DAY}", xml)
    if name == "docProps/app.xml":
        xml = _PROGRAM.sub(rf"\g<1>{_ITSELF}\g<2>1.0\g<3>", xml)
    if results:
        xml = _FORMULA.sub(lambda found: _with_result(found, results), xml)
    if text_range:
        ignored = f'<ignoredErrors><ignoredError sqref={quoteattr(text_range)} numberStoredAsText="1"/></ignoredErrors>'
        xml = _AFTER_IGNORED_ERRORS.sub(lambda found: ignored + found[0], xml, count=1)
    return (_DECLARATION + xml).encode()


def _drawing(xml: str) -> str:
    """The drawing of notes with the prefixes Excel itself gives it; openpyxl leaves them to chance."""
    for prefix, namespace in _DRAWING_PREFIXES.items():
        register_namespace(prefix, namespace)
    return tostring(fromstring(xml), encoding="unicode")  # noqa: S314 - written by ourselves a moment ago


def _with_result(found: re.Match[str], results: Mapping[str, str | int]) -> str:
    address, style, formula = found[1], found[2] or "", found[3]
    result = results.get(address, "")
    kind = "" if isinstance(result, int) else ' t="str"'
    return f'<c r="{address}"{style}{kind}><f>{formula}</f><v>{escape(str(result))}</v></c>'
