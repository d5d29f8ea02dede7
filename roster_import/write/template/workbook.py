"""The template: a blank roster workbook that helps while it is filled in, in any of our languages.

The bytes are the same on every machine and every day, with what openpyxl leaves out.
"""

from __future__ import annotations

import io
import re
import zipfile
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import canonicalize, fromstring, register_namespace, tostring
from xml.sax.saxutils import escape, quoteattr

from roster_import.language.catalogues import ENGLISH
from roster_import.model.sheets import ORDER
from roster_import.write.ooxml.styles_part import fonts_in_order
from roster_import.write.template.plan import TITLE, CatalogueRow, Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["LANGUAGE_PROPERTY", "CatalogueRow", "template_workbook"]

LANGUAGE_PROPERTY = "roster-import-language"  # the custom property that tells later stages how to speak

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

_NOTHING: Mapping[str, str] = MappingProxyType({})


def template_name(language: str) -> str:
    """What the file of a template in a language is called."""
    return "roster.xlsx" if language == ENGLISH else f"roster.{language}.xlsx"


def template_workbook(
    language: str = "en",
    catalogue: Sequence[CatalogueRow] = (),
    order: Mapping[str, str] = _NOTHING,
    logo_titles: Mapping[str, str] = _NOTHING,
) -> bytes:
    """A roster workbook ready to be filled in, as the bytes of an .xlsx file; the same input gives the same bytes.

    `language` is one of `roster_import.language.translations.LANGUAGES`. The `catalogue` fills the Catalogue sheet and the
    drop-downs; without one both are empty. `order` (key of an Order label -> value) fills the Order sheet. `logo_titles`
    (id -> title) are what the logos on the designs are called: said where a placeholder has a column of its own.
    Nothing in the template is read as a roster row. Raises ValueError for another language or an unknown label.
    """
    return filled_template(Plan(language=language, catalogue=tuple(catalogue), order=order, logo_titles=logo_titles))


def filled_template(plan: Plan, fill: Callable[[Any], None] = lambda _: None) -> bytes:
    """The template with whatever `fill` writes into it before it is packed."""
    # Imported here: the command line starts without openpyxl.
    from openpyxl import Workbook

    from roster_import.write.template import looks as looks
    from roster_import.write.template import sheets as sheets
    from roster_import.write.template.rules import add_lists
    from roster_import.write.template.sheets import add_how_to

    workbook: Any = Workbook()
    workbook.remove(workbook.active)
    looks.write_in_our_font(workbook)
    for add in (add_how_to, sheets.add_order, sheets.add_roster, sheets.add_logos, sheets.add_catalogue):
        add(workbook, plan)
    results = {plan.lists: add_lists(workbook, plan)}
    _describe(workbook, plan)
    sheets.open_on(workbook, plan.sheet(ORDER))
    fill(workbook)
    return _packed(workbook, results, sheets.text_ranges(plan))


def _describe(workbook: Any, plan: Plan) -> None:
    """Title and language of the document."""
    from openpyxl.packaging.custom import StringProperty

    workbook.properties.title = plan.said(TITLE)
    workbook.properties.creator = "roster-import"
    workbook.properties.language = plan.language
    workbook.custom_doc_props.append(StringProperty(name=LANGUAGE_PROPERTY, value=plan.language))


# ------------------------------------------------------------------------------------------ from workbook to bytes


def _packed(
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
        xml = _FORMULA.sub(lambda match: _with_result(match, results), xml)
    if name == "xl/styles.xml":
        return fonts_in_order((_DECLARATION + xml).encode())
    if text_range:
        ignored = f'<ignoredErrors><ignoredError sqref={quoteattr(text_range)} numberStoredAsText="1"/></ignoredErrors>'
        xml = _AFTER_IGNORED_ERRORS.sub(lambda match: ignored + match[0], xml, count=1)
    return (_DECLARATION + xml).encode()


def _drawing(xml: str) -> str:
    """The drawing of notes with the prefixes Excel itself gives it; openpyxl leaves them to chance."""
    for prefix, namespace in _DRAWING_PREFIXES.items():
        register_namespace(prefix, namespace)
    return tostring(fromstring(xml), encoding="unicode")  # noqa: S314 - written by ourselves a moment ago


def _with_result(match: re.Match[str], results: Mapping[str, str | int]) -> str:
    address, style, formula = match[1], match[2] or "", match[3]
    result = results.get(address, "")
    kind = "" if isinstance(result, int) else ' t="str"'
    return f'<c r="{address}"{style}{kind}><f>{formula}</f><v>{escape(str(result))}</v></c>'
