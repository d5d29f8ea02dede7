"""The back of a shirt as SVG: name over number, drawn by us; what is not printed is drawn as an empty, dashed place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.write.proof.fitting import fitted
from roster_import.write.proof.markup import Html, element, joined, raw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.write.proof.parts import Shirt
    from roster_import.write.proof.texts import ProofTexts

_VIEW = "0 0 200 188"
_MIDDLE = 100
_NAME_AT, _NAME_SIZE, _NAME_WIDTH = 53, 21, 94
_NUMBER_AT, _NUMBER_SIZE, _NUMBER_WIDTH = 116, 82, 90
_EMPTY_SIZE = 13
_CAPITALS = 0.36  # half the height of capitals and digits, in ems: letters are centred on where they stand
_MOST_VALUES = 4

# Drawn once, and used by every shirt of the page.
_SHAPES = raw(
    '<svg class="shapes" aria-hidden="true">'
    '<symbol id="shirt" viewBox="0 0 200 188">'
    '<path class="cloth" d="M77 10C86 19 114 19 123 10L150 20Q159 24 165 31L195 69L168 91L152 75V172Q152 180 144 180H56Q48 '
    '180 48 172V75L32 91L5 69L35 31Q41 24 50 20Z"/>'
    '<path class="seam" d="M72 12C82 25 118 25 128 12M188 73.500L163 94M12 73.500L37 94M48 75L45 46M152 75L155 46M48 174H152"/>'
    "</symbol>"
    '<symbol id="mark" viewBox="0 0 20 18"><path class="sign" d="M10 1L19.500 17H.5Z"/>'
    '<path class="bang" d="M9 6.500H11L10.600 11.500H9.400ZM9 13H11V15H9Z"/></symbol></svg>'
)


def shapes() -> Html:
    """What the drawings of a page have in common; it stands in the page once, before any of them."""
    return _SHAPES


def drawing(shirt: Shirt, texts: ProofTexts) -> Html:
    """One shirt from behind, as it will be printed; spoken of in words for those who do not see it."""
    return element(
        "svg",
        element("use", href="#shirt"),
        *_printed(shirt, texts),
        class_="shirt",
        viewBox=_VIEW,
        role="img",
        aria_label=in_words(shirt, texts),
    )


def in_words(shirt: Shirt, texts: ProofTexts) -> str:
    """What the drawing shows, as a sentence."""
    values = [f"{texts.placeholder.format(id=one.logo_id)} {one.value}" for one in shirt.values]
    name = texts.name_said.format(name=shirt.name) if shirt.name else "" if values else texts.no_name
    number = texts.number_said.format(number=shirt.number) if shirt.number else "" if values else texts.no_number
    what = (
        ", ".join(filter(None, (name, number, *values)))
        if shirt.is_printed
        else texts.nothing_printed.replace("\n", " ")
    )
    return f"{texts.back}: {what}"


def _printed(shirt: Shirt, texts: ProofTexts) -> list[Html]:
    if not shirt.is_printed:
        return [_empty(texts.nothing_printed, 88, 90, 62)]
    if not shirt.name and not shirt.number:
        return _stacked([one.value for one in shirt.values])
    absent = not shirt.values  # a placeholder's own value may stand where the name or number would
    name = _letters(shirt.name, "n", _NAME_AT, _NAME_SIZE, _NAME_WIDTH)
    number = _letters(shirt.number, "d", _NUMBER_AT, _NUMBER_SIZE, _NUMBER_WIDTH)
    found = (
        name if shirt.name else _empty(texts.no_name, _NAME_AT, 86, 22) if absent else None,
        number if shirt.number else _empty(texts.no_number, _NUMBER_AT, 86, 62) if absent else None,
    )
    return [one for one in found if one is not None]


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
    size = min(fitted(one, _EMPTY_SIZE, width - 8).size for one in lines)
    said = [
        element("text", one, class_="e", x=_MIDDLE, y=f"{top + 16 * at:g}", font_size=f"{size:g}")
        for at, one in enumerate(lines)
    ]
    return joined(element("path", class_="gap", d=box), *said)
