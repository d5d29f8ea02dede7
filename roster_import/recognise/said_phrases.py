"""Whether a phrase of a list is said in a free text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from roster_import.recognise.east_asian import holds_sign
from roster_import.recognise.false_friends import FALSE_FRIENDS
from roster_import.recognise.tokens import fold
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_WORD = re.compile(r"[^\W_]+")
_LONGEST_TEXT = 2_000  # letters that are looked at
_ALREADY = """
    noch_nicht hat_schon hat_bereits has_already already_has har_allerede har_redan heeft_al a_deja ya_tiene ha_gia ja_tem
    ma_juz juz_ma uz_ma on_jo
"""
"""What says nothing of the order where it goes on with a payment."""
NEW = """
    new neu neue neuen neuer neues ny nye nya nytt nieuw nieuwe nieuwen nouveau nouveaux nouvelle nouvelles nuevo nueva
    nuevos nuevas nuovo nuova nuovi nuove novo nova novos novas nowy nowa nowe nowi nowych novy nove novi novych uusi
    uudet uusille uusia uj ujak yeni yeniler
"""
"""Who or what is new."""
JOINING = """
    the and for with from that this our your to of in on at by per as und fur von mit der die das den dem des ein eine
    im am zum zur bei aus og med til fra av af det de en et paa pa och till fran som att van voor met het een uit bij
    naar du les une pour avec par sur dans aux au los las del una con por para al gli dei delle della dello degli nel
    nella alla alle allo uma dos com pelo pela dla przy oraz pod pro nebo ze ja ve ile icin bir op pa su na ai or so il lo la el
"""
"""Short words that join others and say nothing by themselves."""
OLD = """
    old alt alte alter gammel gamle gammal gamla oud oude ancien ancienne anciens viejo vieja antiguo antigua vecchio
    vecchia velho velha antigo antiga stary stara stare starzy stari vanha vanhat regi eski existing returning bestand da
    schon_da
"""
"""Who or what is not."""


def prose(text: str) -> str:
    """The text without addresses of mail and pages, and no longer than anybody reads."""
    return " ".join(word for word in text[:_LONGEST_TEXT].split() if "@" not in word and "://" not in word)


@lru_cache(maxsize=8192)
def _folded(word: str) -> str:
    return fold(word)


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [_folded(word) for word in _WORD.findall(prose(text))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Phrases ready to be looked for: single words, how words begin, and longer ones by their first word."""

    words: frozenset[str]
    begun: tuple[str, ...]
    longer: Mapping[str, Sequence[tuple[str, ...]]]

    def stand_in(self, words: list[str], denied: Collection[int] = ()) -> bool:
        """Whether one of them stands in the words; that somebody has paid already is none."""
        for at, word in enumerate(words):
            if at in denied:
                continue
            if word in self.words or word.startswith(self.begun):
                return True
            if any(_stands_at(phrase, words, at) for phrase in self.longer.get(word, ())):
                return True
        return False


def _stands_at(phrase: tuple[str, ...], words: list[str], at: int) -> bool:
    behind = at + len(phrase)
    *most, last = phrase
    if words[at : behind - 1] != most or behind > len(words):
        return False
    found = words[behind - 1].startswith(last[:-1]) if last.endswith("*") else words[behind - 1] == last
    paid = "_".join(phrase) in word_set(_ALREADY) and word_set(FALSE_FRIENDS[Concept.PAID]).intersection(
        words[behind : behind + 1]
    )
    return found and not paid


@cache
def phrases_in(text: str) -> Phrases:
    """The phrases of a list, divided by blanks: `_` stands for a blank in one, `*` for any ending."""
    phrases = [tuple(phrase.split("_")) for phrase in text.split()]
    longer: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        if len(phrase) > 1:
            longer.setdefault(phrase[0], []).append(phrase)
    single = [phrase[0] for phrase in phrases if len(phrase) == 1]
    return Phrases(
        words=frozenset(word for word in single if not word.endswith("*")),
        begun=tuple(word[:-1] for word in single if word.endswith("*")),
        longer=longer,
    )


def holds_phrase(text: str, phrases: str) -> bool:
    """The same of Chinese, Japanese and Korean, which nothing divides."""
    return holds_sign(text) and any(phrase in text for phrase in word_set(phrases))


@cache
def word_set(words: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(words.split())
