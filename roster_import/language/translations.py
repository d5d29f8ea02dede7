"""The reader's language: catalogues of sentences, and how dates and amounts are written; read when first needed.

A catalogue is `locale/<language>/LC_MESSAGES/roster_import.po`, read as it is. English is in the code and needs none.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roster_import.language.messages import ENGLISH_SPEECH, Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from babel.messages.catalog import Catalog

ENGLISH = "en"
_FOLDER = Path(__file__).with_name("locale")
# The quotation marks of a language, and whose dates and amounts are meant by it.
_QUOTES = {"da": ("”", "”"), "de": ("„", "“")}
_LOCALES = {"da": "da_DK", "de": "de_DE"}


def in_language(text: str, language: str) -> str:
    """The text in a language; what is plain text, or not in its catalogue, stays as it is."""
    if language == ENGLISH or not isinstance(text, Said):
        return text
    return text.spoken(speech(language))


@lru_cache(maxsize=4)
def speech(language: str) -> CatalogueSpeech:
    """A language's catalogue, read once."""
    catalogue = read_catalogue(language)
    return CatalogueSpeech(
        language=language,
        quotes=_QUOTES.get(language, ENGLISH_SPEECH.quotes),
        locale=_LOCALES.get(language, language),
        texts={_key(one.id): one.string for one in catalogue if one.id and not one.fuzzy},
        form=gettext.c2py(catalogue.plural_expr),
    )


def read_catalogue(language: str) -> Catalog:
    """The sentences of a language, as its file has them."""
    from babel.messages.pofile import read_po

    with (_FOLDER / language / "LC_MESSAGES" / "roster_import.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def _key(message: Any) -> str:
    return message if isinstance(message, str) else str(message[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueSpeech:
    """A language as its catalogue has it; what the catalogue lacks is said in English."""

    language: str
    quotes: tuple[str, str]
    locale: str
    texts: dict[str, Any]
    form: Callable[[int], int]

    def template(self, english: str) -> str:
        """The template in this language."""
        found = self.texts.get(english)
        return found if isinstance(found, str) and found else english

    def counted(self, one: str, many: str, count: int) -> str:
        """The template that fits the count."""
        found = self.texts.get(one)
        if isinstance(found, tuple | list) and all(found):
            return str(found[self.form(count)])
        return one if count == 1 else many

    def amount(self, text: str) -> str:
        """Such as 2.817,03; with as many decimals as it has."""
        from babel.numbers import format_decimal

        try:
            number = Decimal(text)
        except InvalidOperation:
            return text
        digits = max(0, -int(number.as_tuple().exponent)) if _is_short(number) else 0
        form = f"#,##0.{'0' * digits}" if digits else "#,##0"
        return format_decimal(number, format=form, locale=self.locale) if _is_short(number) else text

    def day(self, text: str) -> str:
        """Such as 13. Mai 2026; what is no date as it is."""
        from babel.dates import format_date

        try:
            day = date.fromisoformat(text[:10])
        except ValueError:
            return text
        return format_date(day, format="long", locale=self.locale)


def _is_short(number: Decimal) -> bool:
    return number.is_finite() and abs(number.adjusted()) < 30
