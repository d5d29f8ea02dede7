"""What a text says of sizes and numbers: bitte M, size XL please, would like 10, Nummer noch offen."""

from __future__ import annotations

import re
from itertools import pairwise

from roster_import.recognise.said_phrases import phrases_in, word_set, words_of
from roster_import.recognise.tokens import fold
from roster_import.recognise.words import WORDS, Concept

PLEASE = """
    please pls bitte gern gerne venligst tak vennligst takk tack alstublieft graag svp merci por favor gracias per favore
    grazie obrigado prosze prosim kiitos lutfen in i en av
"""
"""What is said out of politeness, beside what is wanted."""

_NUMBER_WORDS = """
    number no nr num nummer numero nro numer numeru cislo numara rueckennummer ruckennummer
"""
_NUMBERS_SPOKEN_OF = """
    number nummer numero numer numeru cislo numara rueckennummer ruckennummer trikotnummer rygnummer rugnummer dorsal maglia
    numbers nummern numre numrene numren nummers numeros numeri numery cisla numerot numaralar dorsales
"""
_UNDECIDED = """
    open offen unklar unsicher fehlt folgt egal undecided missing pending tbd tbc tba any mangler saknas ontbreekt
    volgt doplnime doplnim dodame sonra belli follow follows kommen kommt folgen kommer foljer komt komen volgen
    suivront suivra seguiran seguiranno seguem manque confirmer falta pendiente manca brak chybi puuttuu eksik
"""
_NUMBER = re.compile(r"(?:[#№]|\bn[°º])\s*[0-9]{1,3}\b", re.IGNORECASE)
_LETTER_SIZE = re.compile(r"\b(?:[2-6]?X{1,4}[SL]|XXS|[2-6]XL)\b", re.IGNORECASE)
_ONE_LETTER = re.compile(r"(?:(?:^|\b(?P<before>[^\W\d_]+)\s+))(?P<size>[SML])(?![\w.'’])")
_WISHES_TEXT = """
    gerne gern lieber hellere helst gerna garna hellre onsker onskar wunscht mochte will wollen vil vill graag wil liever
    would_like wants want prefers prefer please voudrait veut souhaite prefere quiere queria preferiria vorrebbe vuole
    preferirebbe quer gostaria prefere chce chcialby chtel haluaa haluaisi toivoo ister
"""
_A_NUMBER = re.compile(r"(?<![\d.,:/-])\d{1,2}(?![\d.,:/-]*\d|\s?(?:cm|kg|years?|jahre|år|ans|uhr|h\b))", re.IGNORECASE)


def wishes_for_a_number(text: str) -> bool:
    """Whether a remark wants a number, in so many words: vil gerne have 10, would like 7."""
    return _A_NUMBER.search(text) is not None and phrases_in(_WISHES_TEXT).stand_in(words_of(text))


def wishes_for_a_size(text: str) -> bool:
    """Whether a remark wants a size, in so many words: size XL please, hätte gern L."""
    words = words_of(text)
    pleased = any(len(word) > 2 and word in word_set(PLEASE) for word in words)
    return names_size(text) and (pleased or phrases_in(_WISHES_TEXT).stand_in(words))


def names_number(text: str, words: list[str]) -> bool:
    """Whether a text, whose words these are, names a number: #7, nr 12."""
    pairs = pairwise(words)
    return _NUMBER.search(text) is not None or any(
        word in word_set(_NUMBER_WORDS) and behind.isdecimal() and len(behind) <= 3 for word, behind in pairs
    )


def leaves_number_open(words: list[str]) -> bool:
    """Whether a number is spoken of that nobody has chosen yet: Nummer noch offen."""
    spoken = not word_set(_NUMBERS_SPOKEN_OF).isdisjoint(words)
    return spoken and (not word_set(_UNDECIDED).isdisjoint(words) or {"to", "be"} <= set(words))


def names_size(text: str) -> bool:
    """A size of letters; a lone capital is one at the start or behind a word in small letters: “bitte M”, no “Anna M”."""
    if _LETTER_SIZE.search(text):
        return True
    behind = (match["before"] or "" for match in _ONE_LETTER.finditer(text))
    said = word_set(f"{PLEASE} {WORDS[Concept.SIZE]} {WORDS[Concept.HEIGHT_OR_SIZE]}")
    return any(not word or word.islower() or fold(word) in said for word in behind)
