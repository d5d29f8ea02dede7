"""Behind an address: a bare number is of the house, or to be printed, which a person must say; the country is no team."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.recognise.order_values import is_street
from roster_import.recognise.tokens import fold
from roster_import.recognise.verdicts import ignored
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from roster_import.recognise.verdicts import Verdict

M = Meaning
_STREET_WORDS = """
    street road address strasse str adresse anschrift wohnadresse gade vej gata gatuadress adress gateadresse gate vei straat
    straatnaam adres rue voie calle direccion domicilio via indirizzo rua morada endereco ulica ul ulice adresa osoite katuosoite
    katu adres sokak cadde utca cim strada
"""
_STREETS = frozenset(_STREET_WORDS.split())
_BARE = frozenset({Concept.NUMBER, Concept.NUMBER_SIGN})
_HALF = 0.5
_NAME = re.compile(r"[^\W\d_]{3}")


def beside_a_street(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """A column called number and no more is asked about where it stands directly behind a street without house numbers."""
    streets = {verdict.seen.column for verdict in verdicts if _holds_streets(verdict)}
    return tuple(
        replace(verdict, sure=False, ask=True) if verdict.seen.column - 1 in streets and _is_bare(verdict) else verdict
        for verdict in verdicts
    )


def without_countries(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """The country directly behind a town or a postal code says where somebody lives, not for whom they play."""
    reached = {verdict.seen.column for verdict in verdicts if verdict.seen.sense.false_friend is Concept.CONTACT}
    return tuple(
        ignored(verdict) if verdict.seen.column - 1 in reached and _is_country(verdict) else verdict
        for verdict in verdicts
    )


def _is_country(verdict: Verdict) -> bool:
    return verdict.seen.sense.concepts == {Concept.NATION} and verdict.meaning is M.TEAM and not verdict.fixed


def _holds_streets(verdict: Verdict) -> bool:
    """Whether streets stand there, most of them without a number."""
    if verdict.fixed or verdict.meaning is not M.IGNORED or not _is_called_street(verdict):
        return False
    filled = [cell for cell in verdict.seen.cells if cell]
    named = sum(bool(_NAME.search(cell)) for cell in filled)  # Str. is short for sizes, too
    return named >= _HALF * len(filled) > 0 and sum(map(is_street, filled)) < _HALF * len(filled)


def _is_called_street(verdict: Verdict) -> bool:
    return not _STREETS.isdisjoint(re.findall(r"[^\W\d_]+", fold(verdict.seen.heading)))


def _is_bare(verdict: Verdict) -> bool:
    bare = verdict.seen.sense.concepts <= _BARE
    return bare and verdict.meaning is M.NUMBER and not verdict.fixed
