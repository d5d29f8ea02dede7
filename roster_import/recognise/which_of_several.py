"""Which of several numbers or names a heading speaks of: the one given, a season's, a second one, the one somebody would like."""

from __future__ import annotations

import re

from roster_import.recognise.number_words import CHOSEN, COMING, GIVEN, NEW, THIS_SEASON, WISHED, season
from roster_import.recognise.order_phrases import CHANGED, says
from roster_import.recognise.tokens import Terms, fold, take_apart
from roster_import.recognise.words import Concept

_COUNTED_ON = re.compile(
    r"(?:^\W*|[(\[]\s*)[2-9](?![\d\-–/])|[^\W\d][.\s]*[2-9]$"
)  # 2. Wunsch, Wunsch (2. Wahl), Wunsch 2
_OF_A_SEASON = frozenset(
    {Concept.PLAY, Concept.DATE, Concept.AGE}
)  # what the words season and year stand for by themselves
_SECOND = frozenset(["2nd", "second", "zweite", "deuxieme", "segunda", "seconda", "drugi", "druha", "toinen", "ikinci"])
_LATER_WORDS = """
    3rd third 4th fourth dritte vierte tredje fjerde troisieme quatrieme tercera cuarta tercero terza terzo quarta terceira derde
    vierde trzeci czwarty treti ctvrty kolmas neljas ucuncu
"""
_LATER = frozenset(_LATER_WORDS.split())
_ANOTHER_WORDS = "andet anden annet annat andra other another andere anderes andre autre otro altro outro"
_ANOTHER = frozenset(_ANOTHER_WORDS.split())
_INSTEAD_WORDS = """
    alternative alternativ alternativa reserve backup option ersatz third_choice zweitwunsch back_up fallback ersatznummer
    ausweichnummer alternativnummer zweitnummer reservenummer reservenr reservnummer secours riserva suplente
    spare standby
"""
_INSTEAD = frozenset(_INSTEAD_WORDS.split())


def says_another(heading: str) -> bool:
    """Whether it is of another one: Evt. andet nummer."""
    return not _folded_words(heading).isdisjoint(_ANOTHER)


def wishes_second(heading: str) -> bool:
    """Whether a heading that speaks of a wish speaks of another than the first."""
    words = _reserved(heading) | (_folded_words(heading) & (_ANOTHER | _LATER))
    return not words.isdisjoint(_SECOND | _INSTEAD | _ANOTHER | _LATER) or _COUNTED_ON.search(heading) is not None


def says_which_now(heading: str) -> bool:
    """Whether it says of a number that it is the one to wear from now on: new, assigned."""
    return not _folded_words(heading).isdisjoint(NEW) or says(heading, THIS_SEASON)


def says_given(heading: str) -> bool:
    """Whether it says of a number that it was given to somebody, whatever was wished for: assigned."""
    return not _folded_words(heading).isdisjoint(GIVEN)


def says_changed(heading: str) -> bool:
    """Whether it says of a number or name that it takes the place of another: new, changed."""
    return says_which_now(heading) or says(heading, CHANGED)


def _is_of_a_season(heading: str) -> bool:
    """Whether it is of this season, of a coming one, or of one that is named by its years."""
    return season(heading) is not None or says_which_now(heading) or says(heading, COMING)


def says_wished(heading: str) -> bool:
    """Whether it says that somebody would like it so."""
    return not _folded_words(heading).isdisjoint(WISHED)


def _folded_words(heading: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", fold(heading)))


def only_second(heading: str) -> bool:
    """Whether a heading speaks of a second one, and not of a wish: a second number may be worn beside the first."""
    return frozenset() < _reserved(heading) <= _SECOND


def _reserved(heading: str) -> frozenset[str]:
    terms = take_apart(heading)
    said = (fold(term.text) for term in (*terms.main, *terms.aside) if term.concept is Concept.RESERVED)
    return frozenset("_".join(text.split()) for text in said)


def said_of_a_number(heading: str) -> frozenset[Concept]:
    """What words stand for that say no more than which number it is: the one given (réservé au club), this season's."""
    given = frozenset({Concept.RESERVED}) if says_which_now(heading) else frozenset()
    return given | (_OF_A_SEASON if _is_of_a_season(heading) else frozenset())


def only_wishes(terms: Terms, heading: str) -> Concept | None:
    """Whether a heading is of a wish and nothing else: 1. Wunsch."""
    words = frozenset(word for word in _folded_words(heading) if not word.isdigit())
    numbered = any(map(str.isdigit, heading))
    wished = words & WISHED or (numbered and words & CHOSEN)
    known = all(term.concept is None and fold(term.text) in WISHED | CHOSEN for term in terms.main)
    return Concept.RESERVED if wished and known else None
