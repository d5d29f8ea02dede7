"""Whose a size is: ladies', children's, men's and adults'; told by words in a size, a heading, a title or the name of a sheet."""

from __future__ import annotations

import re
from enum import Enum

from roster_import.check.meant import in_plain_letters

_WORD = re.compile(r"[0-9]+(?:[.,]0+)?|[^\W\d_]+|[/–—+&,-]|\b(?:or|oder|ou|o|eller|of|lub|nebo)\b")
_POSSESSIVE = re.compile(r"['’´`]s?\b")


class Wearer(Enum):
    """Whose size it says it is."""

    ANYBODY = ""
    WOMEN = "women"
    CHILDREN = "children"
    ADULTS = "adults"  # men, too: an M of a garment for everybody


_WEARERS: dict[Wearer, str] = {
    Wearer.WOMEN: """
        women womens woman ladies lady damen dame damer frauen frau dam dames femme femmes mujer mujeres chica senora donna
        donne mulher feminino feminina senhora damska damski damskie kobieta zeny zena damske naisten nainen kadin bayan
        kvinde kvinder kvinna female fem girlie w レディース 女性 女子 여성 여자 女款 女""",
    Wearer.CHILDREN: """
        youth kid kids child children childrens junior juniors jr kinder kind jugend jungen madchen born barn borne ungdom
        enfant enfants fille garcon nino nina ninos ninas infantil bambino bambina bambini ragazzo crianca criancas menino
        dziecko dzieci dzieciece dzieciecy junior dite deti detske detsky lapset lasten lapsi juniori cocuk kinderen jeugd
        boys boy girls girl y キッズ ジュニア 子供 子ども こども 아동 키즈 주니어 儿童 童""",
    Wearer.ADULTS: """
        adult adults unisex men mens man male herren herre herrer herr heren homme hombre uomo homem masculino meska meski
        meskie panske pansky muzi miesten erkek erwachsene erwachsener voksen voksne vuxen adulte adultes adulto adulta
        adulti dorosli dorosly dospely dospeli aikuisten aikuinen yetiskin volwassene volwassenen senior seniors a メンズ
        大人 男性 成人 남성 성인 男款""",
}
WEARER_OF = {word: wearer for wearer, words in _WEARERS.items() for word in words.split()}
"""Word -> whose it says a size is."""

OF_A_LETTER = frozenset("wya")  # of these, only beside a letter size: WM, Y-L, AXL


def words_of_size(text: str) -> list[str]:
    """The words, numbers and signs of a text that may say a size, in plain letters."""
    return _WORD.findall(_POSSESSIVE.sub("", in_plain_letters(text)))


def wearers_named(text: str) -> frozenset[Wearer]:
    """Whose sizes a heading, a sheet or a team is about, by its words: `Damen`, `Size kids`."""
    words = words_of_size(text)
    return frozenset(WEARER_OF[word] for word in words if word in WEARER_OF and word not in OF_A_LETTER)


def without_wearers(text: str) -> tuple[str, ...]:
    """The words of a title but for those that say whose it is, in order."""
    words = words_of_size(text)
    return tuple(sorted(word for word in words if word not in WEARER_OF or word in OF_A_LETTER))
