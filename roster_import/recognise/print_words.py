"""What a note says of how names are printed: surnames only, in capitals."""

from __future__ import annotations

import re

from roster_import.recognise.tokens import fold

_LONGEST = 300  # letters of a note that are looked at
_FEWEST = 3  # words of a note; fewer head a column
_WORD = re.compile(r"[^\W\d_]+")
_SURNAME_WORDS = """
    surname surnames nachname nachnamen familienname familiennamen efternavn efternavne efternavnet etternavn etternavnet
    efternamn efternamnet achternaam achternamen apellido apellidos cognome cognomi sobrenome sobrenomes apelido apelidos
    nazwisko nazwiska prijmeni sukunimi sukunimet soyadi soyadlari
"""
_FIRST_NAME_WORDS = """
    vorname vornamen fornavn fornavne fornamn voornaam voornamen prenom prenoms imie imiona krestni etunimi etunimet
"""
_NAMES = frozenset(f"{_SURNAME_WORDS} {_FIRST_NAME_WORDS}".split())
_PHRASES = re.compile(
    r"\b(?:(?:last|family|first|given) names?|noms? de famille|solo nombres?|solo il nome|primeiro nome)\b"
)
_ONLY_WORDS = """
    only just nur lediglich kun bare endast bara alleen slechts seulement uniquement solo solamente soltanto apenas somente
    tylko pouze jen vain ainoastaan sadece
    print printed printing drucken gedruckt aufdruck tryk trykkes trykt trykk tryck trycks bedrukken opdruk imprimer flocage
    imprimir estampar stampare stampa nadruk potisk
"""
_ONLY = frozenset(_ONLY_WORDS.split())
_CAPITALS = re.compile(
    r"\b(?:(?:in|block|all) capitals|capitals (?:only|please)|capital letters|"
    r"upper ?case|all caps|grossbuchstaben|gro(?:ss|ß)geschrieben|versalien|"
    r"versaler|blokbogstaver|store bogstaver|stora bokstaver|store bokstaver|hoofdletters|majuscules?|mayusculas?|"
    r"maiuscol[oae]|stampatello|maiusculas?|wielkimi literami|drukowanymi|velkymi pismeny|isoilla kirjaimilla|buyuk harf\w*)\b"
)


def asks_for_capitals(text: str) -> bool:
    """Whether a note wants names in capital letters."""
    return _is_note(text) and _CAPITALS.search(fold(text[:_LONGEST])) is not None


def asks_for_part_of_names(text: str) -> bool:
    """Whether a note wants one part of the names and no more: Please print surnames only."""
    folded = fold(text[:_LONGEST])
    words = set(_WORD.findall(folded))
    named = not words.isdisjoint(_NAMES) or _PHRASES.search(folded) is not None
    return _is_note(text) and named and not words.isdisjoint(_ONLY)


def _is_note(text: str) -> bool:
    return len(_WORD.findall(text[:_LONGEST])) >= _FEWEST
