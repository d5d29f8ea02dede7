"""Number formats and strike-through, the two things about a cell's look that matter, as a stylesheet of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.read.xlsx.xml import attribute, child, children, is_on, quoted

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_FIRST_OWN = 164  # numbers below are built in (ECMA-376 part 1, 18.8.30)
# Built-in formats of East Asian Excel that openpyxl takes for General: a date would come out as its serial number.
_EAST_ASIAN = {**dict.fromkeys((*range(27, 32), 36, *range(50, 55), 57, 58), "yyyy-mm-dd"), 32: "h:mm", 33: "h:mm:ss"}
_FRAME = (
    "<fills><fill><patternFill/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
    "<cellXfs>{}</cellXfs>"
    '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)


def styles_part(root: Element | None) -> bytes:
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
        f'<styleSheet xmlns="{_MAIN}"><numFmts>{codes}</numFmts><fonts><font/><font><strike/></font></fonts>'
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
