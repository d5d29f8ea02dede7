"""The back of a shirt as SVG: name over number, drawn by us; what is not printed is drawn as an empty, dashed place.

How large letters can be so that they fit follows from widths as near as they can be known without the font at hand.
What is shrunk is given its exact length too (SVG 2 › textLength), so that a guess that is off cannot run over the edge.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.write.proof.phrases import Html, Wording, element, joined, placeholder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.write.proof.parts import Shirt

_VIEW = "0 0 200 188"
_MIDDLE = 100
_NAME_AT, _NAME_SIZE, _NAME_WIDTH = 53, 21, 94
_NUMBER_AT, _NUMBER_SIZE, _NUMBER_WIDTH = 116, 82, 90
_EMPTY_SIZE = 13
_CAPITALS = 0.36  # half the height of capitals and digits, in ems: letters are centred on where they stand
_MOST_VALUES = 4

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

NO_NAME, NO_NUMBER = say("no name"), say("no number")
_NOTHING_PRINTED = say("no name,\nno number")  # a line break divides what is written into an empty place


def drawing(shirt: Shirt, words: Wording) -> Html:
    """One shirt from behind, as it will be printed; spoken of in words for those who do not see it."""
    return element(
        "svg",
        element("use", href="#shirt"),
        *_printed(shirt, words),
        class_="shirt",
        viewBox=_VIEW,
        role="img",
        aria_label=in_words(shirt, words),
    )


def in_words(shirt: Shirt, words: Wording) -> str:
    """What the drawing shows, as a sentence."""
    back = words.said(say("Back of the shirt"))
    if not shirt.is_printed:
        return f"{back}: {nothing_printed(words)}"
    values = [f"{words.said(placeholder(value))} {value.value}" for value in shirt.values]
    name = say("name {name}", name=shirt.name) if shirt.name else "" if values else NO_NAME
    number = say("number {number}", number=shirt.number) if shirt.number else "" if values else NO_NUMBER
    return f"{back}: {', '.join(filter(None, (words.said(name), words.said(number), *values)))}"


def nothing_printed(words: Wording) -> str:
    """That neither name nor number is printed, on one line."""
    return words.said(_NOTHING_PRINTED).replace("\n", " ")


def _printed(shirt: Shirt, words: Wording) -> list[Html]:
    if not shirt.is_printed:
        return [_empty(words.said(_NOTHING_PRINTED), 88, 90, 62)]
    if not shirt.name and not shirt.number:
        return _stacked([value.value for value in shirt.values])
    absent = not shirt.values  # a placeholder's own value may stand where the name or number would
    name = _letters(shirt.name, "n", _NAME_AT, _NAME_SIZE, _NAME_WIDTH)
    number = _letters(shirt.number, "d", _NUMBER_AT, _NUMBER_SIZE, _NUMBER_WIDTH)
    drawn = (
        name if shirt.name else _empty(words.said(NO_NAME), _NAME_AT, 86, 22) if absent else None,
        number if shirt.number else _empty(words.said(NO_NUMBER), _NUMBER_AT, 86, 62) if absent else None,
    )
    return [part for part in drawn if part is not None]


def _stacked(values: Sequence[str]) -> list[Html]:
    """Values whose places only the design knows, one below the other."""
    shown = values[:_MOST_VALUES]
    top = 92 - 15 * (len(shown) - 1)
    return [_letters(value, "n", top + 30 * at, 26, 94) for at, value in enumerate(shown)]


def _letters(words: str, class_: str, middle: float, size: float, most: float) -> Html:
    fit = fitted(words, size, most)
    return element(
        "text",
        words,
        class_=class_,
        x=_MIDDLE,
        y=f"{middle + _CAPITALS * fit.size:.1f}",
        font_size=f"{fit.size:g}",
        textLength=f"{fit.length:g}" if fit.length else None,
        lengthAdjust="spacingAndGlyphs" if fit.length else None,
    )


def _empty(words: str, middle: float, width: float, height: float) -> Html:
    """A dashed place with the words for what is not there."""
    box = f"M{_MIDDLE - width / 2:g} {middle - height / 2:g}h{width:g}v{height:g}h-{width:g}z"
    lines = words.split("\n")
    top = middle + 4.5 - 8 * (len(lines) - 1)
    size = min(fitted(line, _EMPTY_SIZE, width - 8).size for line in lines)
    said = [
        element("text", line, class_="e", x=_MIDDLE, y=f"{top + 16 * at:g}", font_size=f"{size:g}")
        for at, line in enumerate(lines)
    ]
    return joined(element("path", class_="gap", d=box), *said)


# -------------------------------------------------------------------------------------------- how large letters can be


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
