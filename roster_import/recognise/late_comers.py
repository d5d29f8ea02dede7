"""Somebody who was added to a list in one cell, with a number or a size: neu: Tim Kraft, 14, M; Lukas Brandt: L."""

from __future__ import annotations

import re

from roster_import.recognise.cell_kinds import Trait, traits
from roster_import.recognise.notes import before_greeting, is_sentence, reaches_somebody
from roster_import.recognise.tokens import take_apart
from roster_import.recognise.totals import opens_sum_of
from roster_import.recognise.wished_dates import says_a_date

_LONGEST = 80  # letters of such a line
_PARTS = re.compile(r"[^\s,;:/|()+–—-]+")
_SIZE = re.compile(r"(?:[2-6]?X{1,4}[SL]|XXS|[SML]|1[0-7]\d)")
_NUMBER = re.compile(r"#?\d{1,2}")
_NAME = re.compile(r"[^\W\d_]{2,}")
_DATED = re.compile(r"\d{1,2}\s?[./-]\s?\d{1,2}(?:\D|$)|\b\d{1,2}:\d\d\b|\b(?:19|20)\d\d\b|[€$£%=]")
_ALSO_NAMES = frozenset({"Tim"})  # a team, in other languages
_WHOLE = 2  # words of a name


def is_late_comer(text: str) -> bool:
    """Whether a line names somebody, and a number or a size beside it, and is no date, no sum and no way to reach them."""
    if len(text) > _LONGEST or _DATED.search(text) or says_a_date(text) or reaches_somebody(text):
        return False
    said = before_greeting(text)
    return not opens_sum_of(said) and bool(_names(said)) and bool(_goods(said))


def says_what_somebody_gets(text: str) -> bool:
    """Whether a sentence has a number or a size in it, and no date: Viktor skal have 164."""
    dated = _DATED.search(text) or says_a_date(text) or reaches_somebody(text)
    return len(text) <= _LONGEST and not dated and is_sentence(text) and bool(_goods(text))


def is_whole_row(text: str) -> bool:
    """Whether it says all that a row does: who it is by two names, the number and the size."""
    goods = _goods(text)
    both = any(map(_SIZE.fullmatch, goods)) and any(map(_NUMBER.fullmatch, goods))
    return is_late_comer(text) and both and len(_names(text)) >= _WHOLE


def _goods(text: str) -> list[str]:
    return [part for part in _PARTS.findall(text) if _SIZE.fullmatch(part) or _NUMBER.fullmatch(part)]


def _names(text: str) -> list[str]:
    """The words that begin large and that nobody taught us."""
    words = [word for word in _NAME.findall(text) if word[0].isupper() and Trait.LETTER_SIZE not in traits(word)]
    return [word for word in words if take_apart(word).unknown or word in _ALSO_NAMES]
