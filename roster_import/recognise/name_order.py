"""Which half of a name a heading puts first: `Nachname, Vorname`, `Cognome e nome`, `Surname and first name`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from roster_import.recognise.tokens import Term, fold, take_apart
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

C = Concept
# Half a word before a hyphen: Vor- und Nachname, Efter- og fornavn.
_HALVES = {
    **dict.fromkeys(("vor", "for", "voor", "etu"), C.FIRST),
    **dict.fromkeys(("nach", "zu", "efter", "etter", "achter", "suku"), C.LAST),
}
# Words that say of the word name behind them which half it is; alone they are that half.
_ADJECTIVES = frozenset(
    ["first", "fore", "given", "christian", "last", "family", "second", "primer", "primeiro", "segundo", "ultimo"]
)
_AT_FIRST = frozenset(
    ["first", "zuerst", "forst", "eerst", "eerste", "primero", "prima", "elol", "elore"]
)  # "Name (surname first)"
# Whole names that are written with the surname first where these words are at home: Név, ФИО.
_SURNAME_AT_FIRST = frozenset(["nev", "neve", "teljes nev", "teljes neve", "фио", "ф и о", "піб", "п і б"])
_ONE_HALF = (["name", "first"], ["name", "last"])  # as programs call them: nameFirst, name_last
_OF_A_NAME = frozenset({C.FIRST, C.LAST, C.NAME})


@lru_cache(maxsize=2048)
def surname_first(heading: str) -> bool | None:
    """Whether the heading names the surname before the first name; None where it does not name both halves.

    Beside the one half the bare word name is the other: Nom, prénom; Nombre y apellidos.
    """
    halves = _halves(heading)
    if [fold(term.text) for term in take_apart(heading).main] in _ONE_HALF:
        return None
    if not {C.FIRST, C.LAST} & set(halves) and any(
        fold(term.text) in _SURNAME_AT_FIRST for term in take_apart(heading).main
    ):
        return True
    first, last = _place(halves, C.FIRST), _place(halves, C.LAST)
    if first is None and last is None:
        return None
    bare = _place(halves, C.NAME)
    first, last = (bare if first is None else first), (bare if last is None else last)
    return None if first is None or last is None else last < first


def half_of(heading: str) -> Concept | None:
    """The one half of a name that a heading speaks of: Tryk (efternavn), Flocage = prénom."""
    terms = take_apart(heading)
    halves = {term.concept for term in (*terms.main, *terms.aside)} & {C.FIRST, C.LAST}
    return halves.pop() if len(halves) == 1 else None


def names_two_surnames(heading: str) -> bool:
    """Whether the heading speaks of surnames beside the first name, of which Spaniards have two: Nombre y apellidos."""
    return "apellidos" in fold(heading).split() and surname_first(heading) is not None


def _place(halves: Sequence[Concept], concept: Concept) -> int | None:
    return halves.index(concept) if concept in halves else None


@lru_cache(maxsize=2048)
def _halves(heading: str) -> tuple[Concept, ...]:
    terms = take_apart(heading)
    words = list(_words((*terms.main, *terms.aside)))
    halves: list[Concept] = []
    for at, (key, concept) in enumerate(words):
        before = words[at - 1][0] if at else ""
        if concept is C.NAME and before in _ADJECTIVES:
            continue  # first name, family name: said already
        if key in _AT_FIRST and halves[-1:] == [C.LAST] and len(halves) > 1:
            return (C.LAST, C.FIRST)
        halves.append(concept)
    return tuple(halves)


def _words(terms: Sequence[Term]) -> Iterator[tuple[str, Concept]]:
    """The words of a heading that are about names, phrases for both halves taken apart again."""
    for term in terms:
        if term.concept is C.WHOLE_NAME:
            yield from _of_phrase(term.text)
        elif term.concept in _OF_A_NAME:
            yield fold(term.text).split()[-1], term.concept
        elif fold(term.text) in _AT_FIRST:
            yield fold(term.text), C.FIRST
        elif term.concept is None and (half := _HALVES.get(fold(term.text))):
            yield fold(term.text), half


def _of_phrase(text: str) -> Iterator[tuple[str, Concept]]:
    for word in fold(text).split():
        said = _HALVES.get(word) or next((term.concept for term in take_apart(word).main), None)
        if said in _OF_A_NAME:
            yield word, said
