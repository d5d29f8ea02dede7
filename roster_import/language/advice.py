"""Advice for those who have no command line: a sentence that names an option, told anew with what works for its reader.

Sentences are written for the office, which gives options and knows the settings. A file in a watched folder is read about
by whoever put it there; a problems workbook is read by the coach who fills it in, from whichever command it comes.
"""

from __future__ import annotations

import re
import string
from enum import Enum
from functools import lru_cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from roster_import.language.messages import Said, say_in
from roster_import.language.speech import ENGLISH_SPEECH
from roster_import.language.wordings import ADVICE, ON_THE_PAGE, TO_A_COACH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from roster_import.language.speech import Speech


class Audience(Enum):
    """Who reads a sentence, but for the office."""

    FOLDER = "folder"
    COACH = "coach"
    PAGE = "page"

    @property
    def wordings(self) -> Mapping[str, str]:
        """What is said to the office, as it is said to them."""
        return _WORDINGS[self]


_WORDINGS = {
    Audience.FOLDER: ADVICE,
    Audience.COACH: {**ADVICE, **TO_A_COACH},
    Audience.PAGE: {**ADVICE, **TO_A_COACH, **ON_THE_PAGE},
}


def in_a_folder(text: str) -> Said:
    """The text with advice that works for a file in a watched folder; it can still be said in any language."""
    return _advised(text, Audience.FOLDER)


def for_a_coach(text: str) -> Said:
    """The text with advice that works in the workbook itself: no option, no setting; it can still be said in any language."""
    return _advised(text, Audience.COACH)


def on_the_page(text: str) -> Said:
    """The same for a coach who has answered and signed on the page."""
    return _advised(text, Audience.PAGE)


class _Advised(Said):
    """A text whose advice is what works for an audience, in whatever language it is said."""

    __slots__ = ("audience", "text")

    text: str
    audience: Audience

    def __reduce__(self) -> tuple[Any, ...]:
        return _advised, (self.text, self.audience)

    def spoken(self, speech: Speech) -> str:
        return _mended(say_in(self.text, _Advising(speech, self.audience)), self.audience)


def _advised(text: str, audience: Audience) -> Said:
    text = text.text if isinstance(text, _Advised) else text  # the last audience is the one that reads it
    made = _Advised(_mended(_in_english(text, audience), audience))
    made.text, made.audience = text, audience
    return made


def _in_english(text: str, audience: Audience) -> str:
    """The English words; just as they were where there is no advice in them."""
    if not isinstance(text, Said):
        return text
    plain, advising = text.spoken(ENGLISH_SPEECH), text.spoken(_Advising(ENGLISH_SPEECH, audience))
    return advising if advising != plain else str(text)


class _Advising:
    """A language, but for the advice."""

    def __init__(self, speech: Speech, audience: Audience) -> None:
        self.language, self.shown = speech.language, speech.shown
        self.counted, self.amount, self.day = speech.counted, speech.amount, speech.day
        self._speech, self._wordings = speech, audience.wordings

    def template(self, english: str, context: str = "") -> str:
        return self._speech.template(self._wordings.get(english, english), context)


# ------------------------------------------------------------------- words that came through the ledger, English only


def _mended(text: str, audience: Audience) -> str:
    """Plain text with the sentences of the audience in it told anew."""
    if "--" not in text and "roster-import" not in text:
        return text
    for literals, pattern, parts in _patterns(audience):
        if len(text) <= _LONGEST and all(literal in text for literal in literals):
            text = pattern.sub(partial(_filled, parts), text)
    return text


_LONGEST = 4_000  # characters of a message; longer ones hold what somebody wrote, and stay as they are
_Sentence: TypeAlias = "tuple[tuple[str, ...], re.Pattern[str], tuple[tuple[str, str | None], ...]]"


def _filled(parts: tuple[tuple[str, str | None], ...], match: re.Match[str]) -> str:
    return "".join(literal + (match[name] if name else "") for literal, name in parts)


@lru_cache(maxsize=3)
def _patterns(audience: Audience) -> tuple[_Sentence, ...]:
    """The sentences to tell anew: what stands in each as it is, the pattern of it, and the parts of what is said instead."""
    return tuple(
        (tuple(literal for literal, _ in _parts(before)), re.compile("".join(_pieces(before))), tuple(_parts(after)))
        for before, after in audience.wordings.items()
    )


def _parts(template: str) -> Iterator[tuple[str, str | None]]:
    yield from ((literal, name) for literal, name, _, _ in string.Formatter().parse(template))


def _pieces(template: str) -> Iterator[str]:
    """A value reaches to where the sentence first goes on, and is never tried longer: several would multiply."""
    seen: set[str] = set()
    parts = list(_parts(template))
    yield re.escape(parts[0][0])
    for (_, name), (literal, _) in pairwise((*parts, ("", None))):
        if name:
            value = f"(?P={name})" if name in seen else f"(?P<{name}>.+?)"
            yield f"(?>{value}{re.escape(literal)})"
            seen.add(name)
