"""How large letters can be so that they fit: by widths as near as they can be known without the font at hand."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

# Widths of Helvetica Bold, which Arial and Liberation Sans share, in thousandths of an em (Adobe Font Metrics, Core 14).
_WIDTHS = {
    char: width
    for width, chars in {
        238: "'",
        278: " ,./Iijl\\|’",
        333: "!()-:;[]`ft",
        389: "*r{}",
        474: '"',
        500: "z",
        556: "#$0123456789J_aceksvxy",
        584: "+<=>^~",
        611: "?FLTZbdghnopqu",
        667: "EPSVXY",
        722: "&ABCDHKNRU",
        778: "GOQw",
        833: "M",
        889: "%mæœ",
        944: "W",
        1000: "@ÆŒ—",
    }.items()
    for char in chars
}
_ALIKE = str.maketrans("øØđĐłŁıßþðħ", "oOdDlLibpdh")  # letters that do not come apart into a plain one and a sign
_WIDE = frozenset("ШЩЖМФЮшщжмфю")
_SMALLEST = 9.0


@dataclass(frozen=True, slots=True)
class Fit:
    """The size letters are drawn at, and the length they are held to, None where they fit by themselves."""

    size: float
    length: float | None = None


def fitted(words: str, size: float, most: float) -> Fit:
    """The largest size, up to `size`, at which the words are no wider than `most` (all in the drawing's units)."""
    width = ems(words)
    if width * size <= most:
        return Fit(size)
    return Fit(round(max(most / width, _SMALLEST), 1), most)


def ems(words: str) -> float:
    """How wide the words are, in ems."""
    return sum(map(_em, words))


def _em(char: str) -> float:
    base = unicodedata.normalize("NFD", char)[0].translate(_ALIKE)
    if base in _WIDTHS:
        return _WIDTHS[base] / 1000
    category = unicodedata.category(base)
    if category in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(base) in "WF":
        return 1.0
    return 0.9 if base in _WIDE else 0.73 if category == "Lu" else 0.6
