"""Whose language is spoken: the option's, the setting's, the workbook's own, the locale's; else English.

Codes, JSON, log lines and exit statuses are English always; this is about what people read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.model.columns import LANGUAGES, heading_key
from roster_import.model.sheets import ORDER, SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from roster_import.check.recognised import Recognised
    from roster_import.model.report import Checked

ENGLISH = "en"
_LOCALE_NAMES = ("LC_ALL", "LC_MESSAGES", "LANG")  # as POSIX reads them, the strongest first

# Words of headings that tell a language; long ones also as part of another, as in Trikotgröße or trøjenummer.
_TELLING = {
    "en": "player players first last surname number no size sizes quantity qty pieces kit jersey shirt shorts socks "
    "order price print back youth adult keeper goalkeeper address city country delivery contact",
    "da": "spiller spillere fornavn efternavn navn nummer nr rygnummer rygnr str størrelse antal stk trøje bluse hold "
    "ordre pris tryk ryg pladsholder adresse postnummer leveres levering land",
    "de": "spieler spielerin vorname nachname zuname nummer nr rückennummer rückennr gr grösse anzahl menge stück stk "
    "trikot hose stutzen mannschaft bestellung preis aufdruck druck platzhalter anschrift adresse lieferung land ort plz",
}
_WORDS = {language: frozenset(words.split()) for language, words in _TELLING.items()}
_LONG = 4  # letters of a word that tells a language inside another word, too
_LABELS = frozenset(key for column in ORDER.columns for key in column.keys)
_OWN_HEADINGS = {
    language: frozenset(heading_key(column.heading(language)) for kind in SHEETS for column in kind.columns)
    for language in LANGUAGES
}


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


def reader(option: str | None, setting: str | None, environment: Mapping[str, str]) -> Reader:
    """Who reads, given the option, the setting and the environment."""
    return Reader(told=option or setting, locale=language_of_locale(environment))


def language_at_the_door(arguments: Sequence[str], environment: Mapping[str, str], folder: Path) -> str:
    """The language of a command that ended before it was understood, or whose settings cannot be read."""
    from roster_import.errors import UsageError
    from roster_import.settings import load_settings

    option = _option(arguments)
    try:
        setting = load_settings({}, environment, folder).language
    except UsageError:
        setting = None
    return reader(option, setting, environment).general


def _option(arguments: Sequence[str]) -> str | None:
    """The value of `--language` among arguments, where it is one of `LANGUAGES`."""
    line = " ".join(arguments)
    found = re.search(rf"--language[= ]({'|'.join(LANGUAGES)})(?![^ ])", line)
    return found[1] if found else None


def language_of_locale(environment: Mapping[str, str]) -> str:
    """The language of the locale where it is one of `LANGUAGES`, else English."""
    named = next((value for name in _LOCALE_NAMES if (value := environment.get(name, "").strip())), "")
    language = re.split(r"[_.@-]", named)[0].casefold()
    return language if language in LANGUAGES else ENGLISH


def language_of_workbook(checked: Checked | Recognised) -> str | None:
    """The language most headings of a workbook are in; None where they do not tell, or it is none of `LANGUAGES`.

    The rosters' headings tell, and the labels of the order where these do not: a club may send its own list with our sheet.
    """
    rosters = dict.fromkeys(heading_key(column.heading) for layout in checked.layouts for column in layout.columns)
    return _language_of(list(rosters)) or _language_of(list(_labels(checked)))


def _language_of(headings: Sequence[str]) -> str | None:
    found = {language: sum(_tells(heading, language) for heading in headings) for language in LANGUAGES}
    first, second = sorted(found, key=lambda language: -found[language])[:2]
    return first if found[first] > found[second] else None


def _labels(checked: Checked | Recognised) -> Iterator[str]:
    rosters = {layout.sheet for layout in checked.layouts}
    for sheet in checked.workbook.sheets if checked.workbook else ():
        keys = () if sheet.name in rosters else {heading_key(cell.text) for cell in sheet.cells if len(cell.text) < 40}
        yield from (key for key in keys if key in _LABELS)


def _tells(heading: str, language: str) -> bool:
    words = heading.split()
    return heading in _OWN_HEADINGS[language] or any(_is_of(word, language) for word in words)


def _is_of(word: str, language: str) -> bool:
    known = _WORDS[language]
    return word in known or any(len(part) >= _LONG and part in word for part in known)
