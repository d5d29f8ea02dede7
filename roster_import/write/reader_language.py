"""Whose language is spoken: the option's, the setting's, the workbook's own, the locale's; else English.

Codes, JSON, log lines and exit statuses are English always; this is about what people read.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from roster_import.language.catalogues import ENGLISH, LANGUAGES, language_of_locale
from roster_import.language.messages import say
from roster_import.language.translations import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.check.recognised import Recognised
    from roster_import.model.report import Checked

# Words of headings that tell a language; long ones also as part of another, as in Trikotgröße or trøjenummer.
_TELLING = say(
    "player players first last surname number no size sizes quantity qty pieces kit jersey shirt shorts socks order price "
    "print back youth adult keeper goalkeeper address city country delivery contact",
    "words of headings that tell the language",
)
# Words of headings in languages that are not spoken here, some of which are like one that is: aantal, pantaloncini.
_OF_OTHERS_TEXT = """
    naam voornaam achternaam maat aantal rugnummer rugnaam broek kousen sokken speler opdruk leeftijd ploeg
    namn fornamn efternamn storlek troja trojnummer byxa strumpor spelare tryck
    nom prenom taille numero maillot quantite joueur flocage chaussettes
    nombre apellidos talla dorsal cantidad camiseta jugador pantalon medias
    nome cognome taglia maglia quantita giocatore pantaloncino pantaloncini calzettoni
    tamanho quantidade camisola camisa jogador calcoes meias apelido
    imie nazwisko rozmiar numer ilosc koszulka zawodnik spodenki
    jmeno prijmeni velikost cislo pocet dres hrac nimi koko numero maara paita pelaaja adi soyadi beden forma sayisi oyuncu
"""
_OF_OTHERS = frozenset(_OF_OTHERS_TEXT.split())
_SHORT = 40  # letters that a heading or label has at most
_FIRST = 200  # cells of a sheet that are looked at where nobody knows which are its headings
_LONG = 4  # letters of a word that tells a language inside another word, too


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who reads: the language that was asked for, if any, and that of the locale."""

    told: str | None = None
    locale: str = ENGLISH

    @property
    def general(self) -> str:
        """The language of what is about no file."""
        return self.told or self.locale

    def of(self, checked: Checked | Recognised) -> str:
        """The language of what is about one file."""
        return self.told or language_of_workbook(checked) or self.locale


def reader(told: str | None, environment: Mapping[str, str]) -> Reader:
    """Who reads, given the language that was asked for and the environment."""
    return Reader(told=told, locale=language_of_locale(environment))


def language_of_workbook(checked: Checked | Recognised) -> str | None:
    """The language most headings of a workbook are in; None where they do not tell, or it is none of `LANGUAGES`.

    The rosters' headings tell, and the labels of the order where these do not: a club may send its own list with our sheet.
    Where no roster was made out, the first words of the sheets do.
    """
    from roster_import.model.sheets import heading_key

    rosters = dict.fromkeys(heading_key(column.heading) for layout in checked.layouts for column in layout.columns)
    told = _language_of(list(rosters)) or _language_of(list(_labels(checked)))
    return told or (None if rosters else _language_of(list(_first_words(checked))))


def _language_of(headings: Sequence[str]) -> str | None:
    from roster_import.check.meant import in_plain_letters

    counts = {language: sum(_tells(heading, language) for heading in headings) for language in LANGUAGES}
    first, second = sorted(counts, key=lambda language: -counts[language])[:2]
    others = sum(not _OF_OTHERS.isdisjoint(in_plain_letters(heading).split()) for heading in headings)
    return first if counts[first] > max(counts[second], others) else None


def _first_words(checked: Checked | Recognised) -> Iterator[str]:
    from roster_import.model.sheets import heading_key

    for sheet in checked.workbook.sheets if checked.workbook else ():
        yield from dict.fromkeys(heading_key(cell.text[:_SHORT]) for cell in sheet.cells[:_FIRST])


def _labels(checked: Checked | Recognised) -> Iterator[str]:
    from roster_import.model.sheets import heading_key

    rosters = {layout.sheet for layout in checked.layouts}
    labels = _labels_of_the_order()
    for sheet in checked.workbook.sheets if checked.workbook else ():
        keys = (
            () if sheet.name in rosters else {heading_key(cell.text) for cell in sheet.cells if len(cell.text) < _SHORT}
        )
        yield from (key for key in keys if key in labels)


@cache
def _labels_of_the_order() -> frozenset[str]:
    from roster_import.model.sheets import ORDER

    return frozenset(key for column in ORDER.columns for key in column.keys)


def _tells(heading: str, language: str) -> bool:
    words = heading.split()
    return heading in _own_headings(language) or any(_is_of(word, language) for word in words)


@cache
def _own_headings(language: str) -> frozenset[str]:
    from roster_import.model.sheets import SHEETS, heading_key

    columns = (column for kind in SHEETS for column in kind.columns)
    return frozenset(heading_key(in_language(column.heading, language)) for column in columns)


def _is_of(word: str, language: str) -> bool:
    known = _telling_words(language)
    return word in known or any(len(part) >= _LONG and part in word for part in known)


@cache
def _telling_words(language: str) -> frozenset[str]:
    return frozenset(in_language(_TELLING, language).split())
