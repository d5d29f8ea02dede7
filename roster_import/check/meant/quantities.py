"""How many a text means that is no whole number: `two`, `2 Stk.`, `2x`, `ein Paar`."""

from __future__ import annotations

import re

from roster_import.check.meant import Meant, in_plain_letters, is_long, of_one

_NUMBER_WORDS = """
    1 one ein eine einen eins en et ett een un une uno una um uma jeden jedna jedno yksi bir einmal
    2 two zwei zwo to tva twee deux dos due dois duas dwa dwie dva dve kaksi iki zweimal
    3 three drei tre drie trois tres trzy tri kolme uc dreimal
    4 four vier fire fyra quatre cuatro quattro quatro cztery ctyri nelja dort
    5 five funf fuenf fem vijf cinq cinco cinque piec pet viisi bes
    6 six sechs seks sex zes seis sei szesc sest kuusi alti
    7 seven sieben syv sju zeven sept siete sette sete siedem sedm seitseman yedi
    8 eight acht otte atta atte huit ocho otto oito osiem osm kahdeksan sekiz
    9 nine neun ni nio negen neuf nueve nove dziewiec devet yhdeksan dokuz
    10 ten zehn ti tio tien dix diez dieci dez dziesiec deset kymmenen
    12 twelve zwolf tolv twaalf douze doce dodici doze dwanascie dvanact kaksitoista
"""


def _words() -> dict[str, int]:
    """Word -> number; a word that is one number here and another there says neither."""
    numbers_of: dict[str, set[int]] = {}
    for line in _NUMBER_WORDS.split("\n"):
        number, *words = line.split() or ["0"]
        for word in words:
            numbers_of.setdefault(word, set()).add(int(number))
    return {word: min(numbers) for word, numbers in numbers_of.items() if len(numbers) == 1}


_WORDS = _words() | {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "하나": 1, "둘": 2, "셋": 3}
_PIECES = (
    r"(?:[x×*]|pcs?|pieces?|stk|st|stuck|stueck|stycken|stuks|ea|each|shirts?|trikots?|units?|uds?|unidad(?:es)?|unid|un|"
    r"pz|pzas?|pezz[io]|pecas?|szt|sztuk[ai]?|ks|kus[yu]?|kpl|kappaletta|adet|tane|mal|枚|着|個|个|点|件|套|장|벌|개)\.?"
)
_COUNTED = re.compile(rf"(?:[x×]\s*)?([0-9]{{1,6}})(?:[.,]0{{1,2}})?\s*(?:{_PIECES})?|[x×]\s*([0-9]{{1,6}})")
_PAIRS = re.compile(
    r"([0-9]{1,4}|[^\W\d_]+)?\s*(?:pairs?|paar|par|paires?|paia|paio|pares|pary|parit|paria|pary|ciftler|cift|足|켤레|双|雙)\.?"
)


def quantity_meant(text: str, *, in_pairs: bool = False) -> Meant:
    """How many a cell means. `in_pairs` says that what is ordered is worn in pairs, so that a pair is one piece."""
    if is_long(text):
        return of_one(None)
    plain = " ".join(in_plain_letters(text).split())
    if counted := _COUNTED.fullmatch(plain):
        return of_one(str(int(counted[1] or counted[2])))
    if plain.split(" ")[0] in _WORDS and re.fullmatch(rf"[^\W\d_]+(?:\s*{_PIECES})?", plain):
        return of_one(str(_WORDS[plain.split(" ")[0]]))
    pairs = _PAIRS.fullmatch(plain)
    if pairs and in_pairs:
        return of_one(_counted(pairs[1]))
    return of_one(None)


def word_for(text: str) -> str | None:
    """The digits of a number that is written as a word, None for any other text."""
    number = _WORDS.get(in_plain_letters(text).strip())
    return None if number is None else str(number)


def _counted(word: str | None) -> str | None:
    if word is None or word == "a":
        return "1"
    return word if word.isdigit() else word_for(word)
