"""What tells one shirt of a team from its others in a heading: the keeper's, that for matches, that for training."""

from __future__ import annotations

from dataclasses import replace

from roster_import.recognise.goalkeepers import GOALKEEPERS
from roster_import.recognise.tokens import Term, Terms, fold, take_apart
from roster_import.recognise.words import Concept

CLOTHES = frozenset({Concept.GARMENT, Concept.OTHER_GARMENT, Concept.JERSEY})
"""What is worn on its own: no set."""


def with_variants(terms: Terms) -> Terms:
    """The parts of a heading, where such words stand for a shirt of its own and for no position and no game."""
    return _of_matches_or_training(_of_a_keeper(terms))


def _of_a_keeper(terms: Terms) -> Terms:
    """A keeper's shirt is a shirt of its own, as one for away matches is, and no position; so is whose number it says."""
    numbered = terms.concepts & _NUMBERS and all(_says_keeper(term) or term.concept in _NUMBERS for term in terms.main)
    if not (terms.concepts & CLOTHES or numbered):
        return terms
    main = (replace(term, concept=Concept.VARIANT) if _says_keeper(term) else term for term in terms.main)
    return replace(terms, main=tuple(main))


_OCCASIONS = """
    match game kamp wedstrijd partido partida partita gara jogo mecz meczowy meczowa zapas ottelu mac peli
    training trainings practice practise treening tranings traenings trenings entrainement entrenamiento allenamento treino
    treningowy treningova treninkove trenink harjoitus antrenman
    league liga ligue cup pokal pohar coupe copa coppa taca puchar serie
"""
_OF_OCCASIONS = frozenset(_OCCASIONS.split())
_NUMBERS = frozenset({Concept.NUMBER, Concept.NUMBER_SIGN})
_NO_SHIRT = CLOTHES | {Concept.QUANTITY, Concept.IDENTITY}  # of the shirt itself, of how many, of a licence


def _of_matches_or_training(terms: Terms) -> Terms:
    """The number of the shirt for matches, or for training, is told apart as that of the home shirt is: Matchnr, Game number."""
    if terms.concepts.isdisjoint(_NUMBERS) or terms.concepts & _NO_SHIRT:
        return terms
    main = (replace(term, concept=Concept.VARIANT) if _says_occasion(term) else term for term in terms.main)
    return replace(terms, main=tuple(main))


def says_occasion(heading: str) -> bool:
    """Whether it says that something is for matches, or for training."""
    return any(map(_says_occasion, take_apart(heading).main))


def _says_occasion(term: Term) -> bool:
    return term.concept in (Concept.PLAY, Concept.OTHER_THING, None) and fold(term.text) in _OF_OCCASIONS


def _says_keeper(term: Term) -> bool:
    return (
        term.concept in (Concept.PLAY, Concept.OTHER_THING, None) and "_".join(fold(term.text).split()) in GOALKEEPERS
    )
