"""Who is a child and who is not, said in a column of its own beside sizes that do not say it: Category Kids, size M."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from roster_import.recognise.tokens import fold, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

_CHILDREN_TEXT = """
    kid kids child children childs kind kinder barn born barnet bornene enfant enfants nino nina ninos ninas bambino bambina
    bambini crianca criancas dziecko dzieci dziecieca dite deti detska detske lapsi lapset lasten cocuk kinderen kindermaat
    kinders kidsize kindergrosse kindergrossen
"""
CHILDREN = frozenset(_CHILDREN_TEXT.split())
"""Words for children, folded."""

_CHILDREN_EAST_ASIAN = ("子供", "子ども", "こども", "キッズ", "어린이", "아동", "儿童", "兒童")
# The young ones of a club have teams of that name: they are children's sizes beside a word of those who are not.
_YOUNG_TEXT = """
    youth junior juniors jr boys girls boy girl jugend jugendliche jugendlicher jungen madchen ungdom ungdommer drenge piger
    drenge_piger jeune jeunes garcon garcons fille filles infantil juvenil ragazzo ragazza ragazzi mlodziez mladez nuoret genclik
    jeugd ジュニア 주니어 유소년 少年 青少年
"""
_YOUNG = frozenset(_YOUNG_TEXT.split())
_ADULTS_TEXT = """
    adult adults erwachsene erwachsener erwachsen erwachsenen voksen voksne vuxen vuxna adulte adultes adulto adulta adultos
    adulti dorosly dorosla dorosli dospely dospela dospeli aikuinen aikuiset aikuisten yetiskin volwassen volwassene volwassenen
    大人 성인 成人
"""
_ADULTS = frozenset(_ADULTS_TEXT.split())
_OF_AGES = CHILDREN | _YOUNG | _ADULTS | {"senior", "seniors", "senioren", "seniorer"}
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 0.7  # of the filled cells
_BARE = re.compile(
    r"(?:[0-9]{1,2}\s?x?|x{0,6})\s?(?:s|m|l)|small|medium|large|(?:x|extra)[\s\-]?(?:small|large)", re.IGNORECASE
)


def are_of_ages(values: Collection[str]) -> bool:
    """Whether all the values say no more than who is a child and who is not."""
    return len(values) > 1 and all(_words(value) and _words(value) <= _OF_AGES for value in values)


def says_only_an_age(text: str) -> bool:
    """Whether a text says no more than that somebody is a child, or none: Youth, Erwachsene."""
    return are_of_ages((text, text))


def says_grown_up(text: str) -> bool:
    """Whether it says that somebody is grown up."""
    return not _words(text).isdisjoint(_ADULTS)


def in_doubt(cells: Sequence[str], sizes: Iterable[Sequence[str]]) -> bool:
    """Whether the column tells children from others, and a child has a size that others have as well: S, M, XL.

    `sizes` are the columns of sizes, row by row as `cells` are. A size that is a child's (128, YM) leaves nothing open.
    """
    filled = Counter(filter(None, cells))
    adults = not _ADULTS.isdisjoint(_WORD.findall(" ".join(words_of(filled))))
    untold = (1 - _FEWEST) * filled.total()
    children: set[str] = set()
    for text, times in filled.items():
        child = _is_child(text, adults=adults)
        untold -= 0 if child or _words(text) & _ADULTS else times
        if untold < 0:
            return False
        children |= {text} if child else set()
    worn = {size for column in sizes for cell, size in zip(cells, column, strict=True) if cell in children}
    return any(map(_BARE.fullmatch, worn))


def _is_child(text: str, *, adults: bool) -> bool:
    words = _words(text)
    return bool(words & CHILDREN or (adults and words & _YOUNG) or any(each in text for each in _CHILDREN_EAST_ASIAN))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text)))
