"""A garment as SVG: name and number where they stand on it; what is not printed is drawn as an empty, dashed place.

What is shrunk is given its exact length too (SVG 2 › textLength), so that a guess of its width that is off cannot run over
the edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.write.proof.forms import FORMS, Form, Place
from roster_import.write.proof.letters import fitted
from roster_import.write.proof.phrases import Html, Wording, element, joined, placeholder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.write.proof.kinds import Kind
    from roster_import.write.proof.parts import Garment

_VIEW = "0 0 200 188"
_CAPITALS = 0.36  # half the height of capitals and digits, in ems: letters are centred on where they stand
_LABEL = 13  # the size of words that say what is not there
_MOST_VALUES = 4

NO_NAME, NO_NUMBER = say("no name"), say("no number")
_NOTHING_PRINTED = say("no name,\nno number")  # a line break divides what is written into an empty place


def shapes(kinds: Iterable[Kind]) -> Html:
    """The garments that are drawn on a page, each once; every drawing uses its own."""
    return joined(*(_shape(kind, FORMS[kind]) for kind in dict.fromkeys(kinds)))


def _shape(kind: Kind, form: Form) -> Html:
    cloth = (element("path", class_="cloth", d=f"M{outline}") for outline in form.cloth.split("M")[1:])
    seams = element("path", class_="seam", d=form.seams)
    return element("symbol", *cloth, seams, id=kind.value, viewBox=_VIEW)


def drawing(garment: Garment, words: Wording) -> Html:
    """One garment as it will be printed; spoken of in words for those who do not see it."""
    return element(
        "svg",
        element("use", href=f"#{garment.kind.value}"),
        *_printed(garment, FORMS[garment.kind], words),
        class_="garment",
        viewBox=_VIEW,
        role="img",
        aria_label=in_words(garment, words),
    )


def in_words(garment: Garment, words: Wording) -> str:
    """What the drawing shows, as a sentence."""
    seen = words.said(FORMS[garment.kind].said)
    if not garment.is_printed:
        return f"{seen}: {nothing_printed(words)}"
    values = [f"{words.said(placeholder(value))} {value.value}" for value in garment.values]
    name = say("name {name}", name=garment.name) if garment.name else "" if values else NO_NAME
    number = say("number {number}", number=garment.number) if garment.number else "" if values else NO_NUMBER
    return f"{seen}: {', '.join(filter(None, (words.said(name), words.said(number), *values)))}"


def nothing_printed(words: Wording) -> str:
    """That neither name nor number is printed, on one line."""
    return words.said(_NOTHING_PRINTED).replace("\n", " ")


def _printed(garment: Garment, form: Form, words: Wording) -> list[Html]:
    if not garment.is_printed:
        return [_empty(words.said(_NOTHING_PRINTED), form.empty)]
    if not garment.name and not garment.number:
        return _stacked([value.value for value in garment.values], form)
    # a placeholder's own value may stand where the name or number would
    pointed_out = not garment.values and not form.mostly_one
    places = ((garment.name, "n", form.name, NO_NAME), (garment.number, "d", form.number, NO_NUMBER))
    drawn = (
        _letters(printed, class_, place) if printed else _missing(words.said(absent), place) if pointed_out else None
        for printed, class_, place, absent in places
    )
    return [part for part in drawn if part is not None]


def _stacked(values: Sequence[str], form: Form) -> list[Html]:
    """Values whose places only the design knows, one below the other."""
    shown, room = values[:_MOST_VALUES], form.empty
    line = min(30.0, room.width / 2.8, form.depth / len(shown))
    top = room.y - line * (len(shown) - 1) / 2
    return [
        _letters(value, "n", Place(room.x, top + line * at, round(line / 1.15, 1), room.width))
        for at, value in enumerate(shown)
    ]


def _letters(words: str, class_: str, place: Place) -> Html:
    fit = fitted(words, place.size, place.width)
    return element(
        "text",
        words,
        class_=class_,
        x=f"{place.x:g}",
        y=f"{place.y + _CAPITALS * fit.size:.1f}",
        transform=f"rotate({place.turned:g} {place.x:g} {place.y:g})" if place.turned else None,
        font_size=f"{fit.size:g}",
        textLength=f"{fit.length:g}" if fit.length else None,
        lengthAdjust="spacingAndGlyphs" if fit.length else None,
    )


def _missing(words: str, place: Place) -> Html:
    """The place of what is missing, about as large as its letters would be."""
    label = Place(place.x, place.y, min(_LABEL, place.size), min(place.width, 86))
    return _empty(words, label, 0.76 * place.size)


def _empty(words: str, place: Place, height: float = 0) -> Html:
    """A dashed place with the words for what is not there."""
    lines = words.split("\n")
    size = min(fitted(line, place.size, place.width - 8).size for line in lines)
    high = max(size * (1.2 * len(lines) + 0.9), height)
    box = f"M{place.x - place.width / 2:g} {place.y - high / 2:g}h{place.width:g}v{high:g}h-{place.width:g}z"
    top = place.y + _CAPITALS * size - 0.6 * size * (len(lines) - 1)
    said = [
        element("text", line, class_="e", x=f"{place.x:g}", y=f"{top + 1.2 * size * at:.1f}", font_size=f"{size:g}")
        for at, line in enumerate(lines)
    ]
    return joined(element("path", class_="gap", d=box), *said)
