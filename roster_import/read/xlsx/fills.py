"""The colours of cells and letters in a stylesheet (ECMA-376 part 1, 18.8.3, 18.8.20 and 18.8.22), and of empty cells."""

from __future__ import annotations

import colorsys
import re
from typing import TYPE_CHECKING

from roster_import.read.fills import PALETTE, is_colour, marking, visible
from roster_import.read.grid import column_number
from roster_import.read.xlsx.xml import attribute, child, children

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from roster_import.read.fills import Fills
    from roster_import.read.xlsx.xml import SheetXml

_THEMED = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
_DARK_TEXT = "1"
_ENDS = 1 << 16  # bytes at the start and at the end of a sheet's rows: colours are explained above or below the players


def colours_of(styles: Element | None, theme: Callable[[], Element | None]) -> tuple[dict[int, str], dict[int, str]]:
    """The colours that cell styles fill their cells with, and those that mark a cell: these, else those of its letters.

    Number of the style -> RRGGBB, as far as a colour is to be seen. The theme is asked for where one is its own.
    """
    if styles is None:
        return {}, {}
    colours = _Colours(styles, theme)
    patterns = [child(fill, "patternFill") for fill in children(child(styles, "fills"), "fill")]
    fills = _of_each_style(styles, "fillId", list(map(colours.of, patterns)))
    hatched = [attribute(pattern, "patternType", "none").removeprefix("none") for pattern in patterns]
    fonts = [marking(colours.of_letters(font)) for font in children(child(styles, "fonts"), "font")]
    filled = _of_each_style(styles, "fillId", hatched).keys()
    letters = {at: colour for at, colour in _of_each_style(styles, "fontId", fonts).items() if at not in filled}
    return fills, letters | fills


def _of_each_style(styles: Element, key: str, looks: Sequence[str]) -> dict[int, str]:
    """Number of a cell style -> how it looks, of those that look like anything."""
    if not any(looks):
        return {}
    used = (attribute(style, key, "0") for style in children(child(styles, "cellXfs"), "xf"))
    return {at: look for at, number in enumerate(used) if (look := _at(looks, number))}


class _Colours:
    """The colours that a stylesheet may speak of: its own, those of the palette and of the theme."""

    def __init__(self, styles: Element, theme: Callable[[], Element | None]) -> None:
        own = children(child(child(styles, "colors"), "indexedColors"), "rgbColor")
        palette = [attribute(colour, "rgb")[-6:] for colour in own]
        self._palette = palette or [*PALETTE[:8], *PALETTE]
        self._theme = theme
        self._themed: Sequence[str] | None = None

    def of(self, pattern: Element | None) -> str:
        """The colour of a fill; hatched and shaded ones have none that a person could name."""
        if attribute(pattern, "patternType") != "solid":
            return ""
        return visible(self._shaded(child(pattern, "fgColor")))

    def of_letters(self, font: Element) -> str:
        """The colour of a font; the theme's own for texts is dark, and nobody's choice."""
        colour = child(font, "color")
        plain = attribute(colour, "theme") == _DARK_TEXT and not attribute(colour, "tint")
        return "" if plain else self._shaded(colour)

    def _shaded(self, colour: Element | None) -> str:
        tint = attribute(colour, "tint", "0")
        return _tinted(self._plain(colour), float(tint) if _TINT.fullmatch(tint) else 0.0)

    def _plain(self, colour: Element | None) -> str:
        if rgb := attribute(colour, "rgb"):
            return rgb[-6:]
        if theme := attribute(colour, "theme"):
            return _at(self._of_theme(), theme)
        return _at(self._palette, attribute(colour, "indexed"))

    def _of_theme(self) -> Sequence[str]:
        if self._themed is None:
            scheme = child(child(self._theme(), "themeElements"), "clrScheme")
            each = (next(iter(element), None) for name in _THEMED if (element := child(scheme, name)) is not None)
            self._themed = [attribute(colour, "lastClr") or attribute(colour, "val") for colour in each]
        return self._themed


_TINT = re.compile(r"-?(?:0(?:\.[0-9]{1,20})?|1(?:\.0{1,20})?)")
_NUMBER = re.compile(r"[0-9]{1,6}")


def _at(colours: Sequence[str], number: str) -> str:
    return colours[int(number)] if _NUMBER.fullmatch(number) and int(number) < len(colours) else ""


def _tinted(colour: str, tint: float) -> str:
    """The colour nearer to black (-1) or to white (1), as Excel shades the colours of a theme (18.8.19)."""
    if not tint or not is_colour(colour):
        return colour
    hue, light, strong = colorsys.rgb_to_hls(*(part / 255 for part in bytes.fromhex(colour)))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return bytes(round(part * 255) for part in colorsys.hls_to_rgb(hue, light, strong)).hex().upper()


def put_empties(fills: Fills, xml: SheetXml, colours: Mapping[int, str]) -> None:
    """Put in the colours of cells that hold nothing, near the start and the end of the sheet: beside one it may say why."""
    if not colours:
        return
    rows = xml.rows
    ends = (rows,) if len(rows) <= 2 * _ENDS else (rows[:_ENDS], rows[-_ENDS:])
    for cell in (found for end in ends for found in _empty(xml.prefix).finditer(end)):
        if colour := colours.get(int(cell[3])):
            fills.put(colour, column_number(cell[1].decode("ascii")), [int(cell[2])])


def _empty(prefix: bytes) -> re.Pattern[bytes]:
    tag = re.escape(prefix + b"c")
    place = rb' r="([A-Z]{1,3})([1-9][0-9]{0,6})" s="([0-9]{1,6})"'
    return re.compile(rb"<" + tag + place + rb"[^<>/]*(?:/>|></" + tag + rb">)")
