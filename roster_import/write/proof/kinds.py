"""Which garment a design is, as far as its title or its type in the catalogue tell; the words are those of headings."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

from roster_import.check.rows.garments import clothes, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.model.order import DesignRef


class Kind(Enum):
    """What is drawn; the value names the drawing within a page."""

    SHIRT = "shirt"
    POLO = "polo"
    VEST = "vest"
    SWEATER = "sweater"
    HOODIE = "hoodie"
    JACKET = "jacket"
    TRACKSUIT = "tracksuit"
    SHORTS = "shorts"
    SKIRT = "skirt"
    TROUSERS = "trousers"
    SOCKS = "socks"
    CAP = "cap"
    BEANIE = "beanie"
    BAG = "bag"
    UNTOLD = "piece"


_BY_SENSE: Final = {
    "bag": Kind.BAG,
    "beanie": Kind.BEANIE,
    "cap": Kind.CAP,
    "socks": Kind.SOCKS,
    "hoodie": Kind.HOODIE,
    "polo": Kind.POLO,
    "vest": Kind.VEST,
    "jacket": Kind.JACKET,
    "sweater": Kind.SWEATER,
    "skirt": Kind.SKIRT,
    "tights": Kind.TROUSERS,
    "trousers": Kind.TROUSERS,
    "shorts": Kind.SHORTS,
    "tracksuit": Kind.TRACKSUIT,
    "shirt": Kind.SHIRT,
    "tee": Kind.SHIRT,
    "gloves": Kind.UNTOLD,
    "shoes": Kind.UNTOLD,
}
"""Where a text names several, the one that says most stands first: a polo shirt is a polo, tracksuit trousers are trousers."""
_KITS: Final = frozenset({"kit", "home", "away", "third", "goalkeeper", "match", "training", "warmup", "long"})
_LONG: Final = frozenset({"tracksuit", "training", "warmup", "long"})
_LEGS: Final = frozenset({"shorts", "trousers"})
_TOPS: Final = frozenset({"shirt", "tracksuit"})
_SLEEVES: Final = re.compile(r"\b(?:short|long|cap)[\s-]*(?:sleeve[ds]?|arm)\b")
_SETS: Final = re.compile(r"[,;&+/]|\b(?:and|und|og|och|en|et|e|y|i|ja|with|mit|med|met|avec|con)\b")
_BLACK: Final = re.compile(
    r"\bsort\b(?=.*\w{3})"
)  # shorts in Turkish, and more often the colour of something in Danish
_NO_GARMENT: Final = re.compile(
    r"(?:towel|scar[fv]|ball|bottle|flag|pennant|banner|umbrella|handtuch|schal|flasche|fahne|wimpel|schirm|h[aå]ndkl(?:ae|æ)de"
    r"|t(?:ø|o|oe)rkl(?:ae|æ)de|bold|flaske|vimpel|paraply|armband|armbind|binde)"
)
_LONGEST, _SHORTEST_ENDING = 40, 4
_LONGEST_TITLE: Final = 200  # signs of it that are looked at: more is no title
_EAST_ASIAN: Final = "\u1100"  # from here on a word may be of two signs


def kind_of(design: DesignRef) -> Kind:
    """The garment of a design: as its title says, else its type; a kit of which no more is said is drawn as its shirt."""
    title, kind_told = (design.title or "")[:_LONGEST_TITLE], design.type[:_LONGEST_TITLE]
    for said in (title, kind_told):
        if (kind := _named(said)) is not None:
            return kind
    return Kind.SHIRT if _is_a_kit(title) else Kind.UNTOLD


def _is_a_kit(title: str) -> bool:
    """Whether only the use is said, such as `Home 26/27`, and not of a ball or a towel."""
    return any(_KITS & word for word in words(title)) and not _NO_GARMENT.search(title.casefold())


def _named(text: str) -> Kind | None:
    """The garment a text names; of a set, the first."""
    plain = _BLACK.sub(" ", _SLEEVES.sub(" ", text.casefold()))
    return next((kind for part in _SETS.split(plain) if (kind := _worn(part)) is not None), None)


def _worn(text: str) -> Kind | None:
    said = tuple(_senses(text))
    worn, used = frozenset().union(*said), frozenset().union(*words(text))
    if worn >= _LEGS:  # one word for both, as in many languages
        worn -= {"shorts" if used & _LONG else "trousers"}
    if worn >= _TOPS:
        return Kind.JACKET if frozenset({"shirt"}) in said else Kind.SHIRT  # the top of a tracksuit; Czech `dres`
    return next((kind for sense, kind in _BY_SENSE.items() if sense in worn), None)


def _senses(text: str) -> Iterator[frozenset[str]]:
    """The garments each word may name, else those that its ending does: `Fußballstutzen`."""
    for word in words(text):
        yield clothes((word,)) or next(filter(None, map(_ending, word)), frozenset())


def _ending(word: str) -> frozenset[str]:
    if len(word) > _LONGEST:
        return frozenset()
    shortest = _SHORTEST_ENDING if word[0] < _EAST_ASIAN else 2
    ends = (word[at:] + plural for at in range(2, len(word) - shortest + 1) for plural in ("", "s"))
    return next((worn for end in ends if (worn := clothes(words(end)[:1]))), frozenset())
