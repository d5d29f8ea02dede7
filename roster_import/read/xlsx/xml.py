"""XML parts of strangers' packages: in UTF-8, without document types, parsed with names free of namespaces."""

from __future__ import annotations

import codecs
import re
import xml.etree.ElementTree  # noqa: F401 - before defusedxml, which else leaves Python's slow twin of it behind
from dataclasses import dataclass
from typing import TYPE_CHECKING

import defusedxml.ElementTree as SafeTree
from defusedxml.common import DefusedXmlException

from roster_import.errors import UnreadableFile
from roster_import.language.messages import say
from roster_import.read.cell_text import picture

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element


_DECLARATION = re.compile(rb"\s*<\?xml\b(?:[^>]*?\bencoding\s*=\s*[\"']([^\"']*)[\"'])?[^>]*\?>")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
_CONTROL_REFERENCE = re.compile(rb"&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));")
_ANY_CONTROL = re.compile(b"[" + re.escape(_CONTROLS) + b"]")
_TEXT = re.compile(rb"(?<=>)(?<!<v>)(?<!:v>)[^<>]+(?=<)")  # but for values, which are numbers
# Not from xml.sax.saxutils: it loads urllib, http and ssl, a tenth of the time in which a roster is read.
_IN_ATTRIBUTES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)
_UTF_16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class UnsafeXmlError(ValueError):
    """A part that declares a document type: no office program writes one, and entities are what bombs are made of."""


class BrokenXmlError(ValueError):
    """A part that is not well-formed."""


def unsafe(file_name: str) -> UnreadableFile:
    """The refusal of a package with such a part."""
    return UnreadableFile(
        say(
            "{file_name} holds a document type declaration, which no spreadsheet program writes, so it was not "
            "read: open it in Excel, save it as a new .xlsx workbook and send that.",
            file_name=file_name,
        ),
        code="file-unsafe",
    )


def plain_xml(part: bytes) -> bytes:
    """The part in UTF-8, without the control characters XML forbids; raises UnsafeXmlError for a document type."""
    part = _in_utf8(part)
    if b"<!" in part and (b"<!DOCTYPE" in part or b"<!ENTITY" in part):
        raise UnsafeXmlError("a document type is declared")
    if b"&#" in part and _CONTROL_REFERENCE.search(part):
        part = _CONTROL_REFERENCE.sub(b"", _TEXT.sub(_with_pictures, part))
    plain = part.translate(None, _CONTROLS)
    return plain if len(plain) == len(part) else _TEXT.sub(_with_pictures, part).translate(None, _CONTROLS)


def _with_pictures(text: re.Match[bytes]) -> bytes:
    """A text between tags with pictures of its control characters, so that somebody can be told of them."""
    told = _CONTROL_REFERENCE.sub(_referred, text[0])
    return _ANY_CONTROL.sub(lambda match: picture(match[0][0]).encode(), told)


def _referred(match: re.Match[bytes]) -> bytes:
    digits = match[0][2:-1].decode("ascii").lower()
    return picture(int(digits[1:], 16) if digits.startswith("x") else int(digits)).encode()


def quoted(value: str) -> str:
    """A text as the value of an attribute, in its quotation marks."""
    return f'"{value.translate(_IN_ATTRIBUTES)}"'


def tree(part: bytes) -> Element:
    """The root element of a part; raises UnsafeXmlError or BrokenXmlError."""
    return plain_tree(plain_xml(part))


def plain_tree(part: bytes) -> Element:
    """The root element of a part that `plain_xml` gave; raises as `tree` does."""
    try:
        root: Element = SafeTree.fromstring(part, forbid_dtd=True)
    except DefusedXmlException as error:
        raise UnsafeXmlError(str(error)) from error
    except (SafeTree.ParseError, LookupError, UnicodeError) as error:
        raise BrokenXmlError(str(error)) from error
    return root


def local(name: str) -> str:
    """A tag or attribute without its namespace, which is how Strict and ordinary Open XML differ."""
    return name.rpartition("}")[2]


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The direct children of that local name."""
    return (child for child in (element if element is not None else ()) if local(child.tag) == name)


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that local name."""
    return next(children(element, name), None)


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """An attribute by its local name."""
    if element is None:
        return default
    return next((value for key, value in element.attrib.items() if local(key) == name), default)


def is_on(value: str) -> bool:
    """An XML Schema boolean."""
    return value in ("1", "true", "on")


def _in_utf8(part: bytes) -> bytes:
    """The part in UTF-8 without a declaration, so that whoever parses it sees the very bytes that were checked.

    A part may declare any encoding, also one in which `<!DOCTYPE` is spelled with other bytes.
    """
    for mark, encoding in _UTF_16:
        if part.startswith(mark):
            return _DECLARATION.sub(b"", _transcoded(part[len(mark) :], encoding), count=1)
    part = part.removeprefix(codecs.BOM_UTF8)
    declaration = _DECLARATION.match(part)
    if declaration is None:
        return part
    encoding = (declaration[1] or b"utf-8").decode("ascii", errors="replace").lower()
    rest = part[declaration.end() :]
    return rest if encoding in ("utf-8", "utf8", "us-ascii") else _transcoded(rest, encoding)


def _transcoded(part: bytes, encoding: str) -> bytes:
    try:
        return part.decode(encoding, errors="replace").encode("utf-8", errors="replace")
    except LookupError as error:
        raise BrokenXmlError(f"no encoding is called {encoding}") from error


# ------------------------------------------------------------------------------------- parts without what nobody reads


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_FIRST_OWN = 164  # numbers below are built in (ECMA-376 part 1, 18.8.30)
# Built-in formats of East Asian Excel that openpyxl takes for General: a date would come out as its serial number.
_EAST_ASIAN = {**dict.fromkeys((*range(27, 32), 36, *range(50, 55), 57, 58), "yyyy-mm-dd"), 32: "h:mm", 33: "h:mm:ss"}
# ECMA-376 part 1, 18.8.30; those that name a currency as Excel of the United States has them.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: '"$"#,##0_);("$"#,##0)', 6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)', 8: '"$"#,##0.00_);[Red]("$"#,##0.00)', 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)", 39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)', 42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
_FRAME = (
    "<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
    "<cellXfs>{}</cellXfs>"
    '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)
_P = rb"(?:[\w.-]+:)?"  # a namespace prefix, which some programs write
_ROOT = re.compile(rb"<(" + _P + rb")worksheet\b[^>]*>")
_END = re.compile(rb"</" + _P + rb"worksheet\s*>\s*\Z")
_DATA = re.compile(rb"<" + _P + rb"sheetData\s*/>|<(" + _P + rb")sheetData\b[^>]*>.*</\1sheetData\s*>", re.DOTALL)
_COLUMNS = re.compile(rb"<(" + _P + rb")cols\b[^>]*>.*?</\1cols\s*>", re.DOTALL)
_PAGE = re.compile(rb"<" + _P + rb"(?:odd|even|first)(?:Header|Footer)(?:\s[^<>]*)?>([^<]+)<")
_MERGE = re.compile(rb"<" + _P + rb"mergeCell\s[^>]*?\bref\s*=\s*[\"']([A-Z$]+[0-9$]+:[A-Z$]+[0-9$]+)[\"']")


@dataclass(frozen=True, kw_only=True)
class SheetXml:
    """A worksheet part in its pieces: the start of its root, its columns, its rows, its merged ranges (such as `B2:B9`).

    `page` are the lines of the header and footer of its printed page.
    """

    root: bytes
    prefix: bytes
    columns: bytes
    rows: bytes
    merged: tuple[str, ...]
    page: tuple[bytes, ...] = ()

    @property
    def end(self) -> bytes:
        """What closes the root."""
        return b"" if self.root.endswith(b"/>") else b"</" + self.prefix + b"worksheet>"

    @property
    def has_formulas(self) -> bool:
        """Whether any cell is a formula."""
        return re.search(rb"<" + re.escape(self.prefix) + rb"f[\s/>]", self.rows) is not None

    def slim(self) -> bytes:
        """The part without what holds no text, and with no formula that is taken from another's."""
        return self.root + self.columns + _unshared(_without_empties(self.rows, self.prefix), self.prefix) + self.end


def sheet_xml(part: bytes) -> SheetXml:
    """The pieces of a worksheet part in UTF-8; raises BrokenXmlError where it ends too early or is no worksheet."""
    root = _ROOT.search(part)
    if root is None:
        raise BrokenXmlError("it is no worksheet")
    if root[0].endswith(b"/>"):
        return SheetXml(root=root[0], prefix=root[1], columns=b"", rows=b"", merged=())
    data = _DATA.search(part, root.end())
    if _END.search(part[-200:]) is None:
        raise BrokenXmlError("the sheet ends too early")
    columns = _COLUMNS.search(part, root.end(), data.start() if data else len(part))
    rest = part[data.end() :] if data else b""
    return SheetXml(
        root=root[0],
        prefix=root[1],
        columns=columns[0] if columns else b"",
        rows=data[0] if data else b"",
        merged=tuple(match.decode("ascii").replace("$", "") for match in _MERGE.findall(rest)),
        page=tuple(_PAGE.findall(rest)),
    )


def _without_empties(rows: bytes, prefix: bytes) -> bytes:
    """Comments and CDATA may hold anything, so a part with them stays as it is; so does one that counts silently."""
    if b"<!" in rows or any(_unnumbered(name, prefix).search(rows) for name in (b"row", b"c")):
        return rows
    for name in (b"c", b"row"):
        rows = _hollow(name, prefix).sub(b"", rows)
    return rows


def _unshared(rows: bytes, prefix: bytes) -> bytes:
    """No formula is shown, and openpyxl fails over a shared one that it cannot write out for another cell."""
    if b"<!" in rows:
        return rows
    return re.sub(rb"(<" + re.escape(prefix) + rb"f\s(?:[^<>]*\s)?)t\s*=\s*[\"']shared[\"']", rb"\1", rows)


def _unnumbered(name: bytes, prefix: bytes) -> re.Pattern[bytes]:
    """An element that does not say where it stands, so that its place follows from its neighbours."""
    return re.compile(rb"<" + re.escape(prefix + name) + rb"(?! r=)(?=[\s/>])(?![^<>]*\sr\s*=)")


def _hollow(name: bytes, prefix: bytes) -> re.Pattern[bytes]:
    """An element without content: `<c r="A1" s="3"/>` or `<c r="A1" s="3"></c>`."""
    tag = re.escape(prefix + name)
    return re.compile(rb"<" + tag + rb"\s[^<>]*(?:/>|(?<!/)>\s*</" + tag + rb"\s*>)")


def slim_styles(root: Element | None, fills: Mapping[int, str]) -> bytes:
    """The stylesheet reduced to the format, the strike-through and the fill of each cell style, in their order."""
    formats = own_formats(root)
    numbers = {key: _FIRST_OWN + index for index, key in enumerate(formats)}
    colours = ["", *dict.fromkeys(fills.values())]
    styles = "".join(
        f'<xf numFmtId="{numbers.get(key, _built_in(key))}" fontId="{int(struck)}" '
        f'fillId="{colours.index(fills.get(at, ""))}" xfId="0"/>'
        for at, (key, struck) in enumerate(cell_styles(root))
    )
    codes = "".join(f"<numFmt numFmtId='{numbers[key]}' formatCode={quoted(formats[key])}/>" for key in formats)
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts><fonts><font/><font><strike/></font></fonts>'
        f"<fills>{''.join(map(_slim_fill, colours))}</fills>"
        f"{_FRAME.format(styles or '<xf/>')}</styleSheet>"
    ).encode()


def _slim_fill(colour: str) -> str:
    solid = f'patternType="solid"><fgColor rgb="FF{colour}"/></patternFill>'
    return f"<fill><patternFill {solid if colour else '/>'}</fill>"


def looks(root: Element | None) -> tuple[tuple[str, bool], ...]:
    """The number format of each cell style, in their order, and whether it strikes through."""
    formats = own_formats(root)
    styles = cell_styles(root) or [("0", False)]
    return tuple(
        (formats[key] if key in formats else BUILT_IN.get(_built_in(key), "General"), struck) for key, struck in styles
    )


def own_formats(root: Element | None) -> dict[str, str]:
    """The number formats by their ids, but for those that every program knows."""
    formats = {
        attribute(entry, "numFmtId"): attribute(entry, "formatCode")
        for entry in children(child(root, "numFmts"), "numFmt")
    }
    return formats | {str(number): code for number, code in _EAST_ASIAN.items() if str(number) not in formats}


def cell_styles(root: Element | None) -> list[tuple[str, bool]]:
    """The id of the number format of each cell style, in their order, and whether its font strikes through."""
    struck = [_is_struck(font) for font in children(child(root, "fonts"), "font")]
    styles = []
    for style in children(child(root, "cellXfs"), "xf"):
        font = attribute(style, "fontId", "0")
        is_struck = font.isdecimal() and int(font) < len(struck) and struck[int(font)]
        styles.append((attribute(style, "numFmtId", "0"), is_struck))
    return styles


def _built_in(key: str) -> int:
    return int(key) if key.isdecimal() and int(key) < _FIRST_OWN else 0


def _is_struck(font: Element) -> bool:
    strike = child(font, "strike")
    return strike is not None and is_on(attribute(strike, "val", "1"))
