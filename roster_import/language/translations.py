"""What is said, in the reader's language: sentences from the catalogues, dates and amounts as they are written there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING

from roster_import.language.catalogues import ENGLISH, LANGUAGES, locale_name, plural_rule, translations, words
from roster_import.language.invisible import as_a_value
from roster_import.language.messages import Said
from roster_import.language.speech import English

if TYPE_CHECKING:
    from collections.abc import Callable

    from babel import Locale

    from roster_import.language.speech import Speech


def in_language(text: str, language: str) -> str:
    """The text in a language; what is plain text, or not in its catalogue, stays as it is."""
    if language == ENGLISH or not isinstance(text, Said):
        return text
    return text.spoken(speech(language))


def in_document(text: str, language: str) -> str:
    """The text in a language, its values letter for letter: the document itself shows what cannot be seen in them."""
    return text.spoken(_document_speech(language)) if isinstance(text, Said) else text


def in_every_language(text: Said) -> tuple[str, ...]:
    """The text in each of `LANGUAGES`, English first."""
    return tuple(in_language(text, language) for language in LANGUAGES)


@cache
def speech(language: str) -> CatalogueSpeech:
    """A language as its catalogue has it; nothing is read before something is said."""
    return CatalogueSpeech(language=language)


@cache
def _document_speech(language: str) -> Speech:
    return English(shown=str) if language == ENGLISH else replace(speech(language), shown=str)


@cache
def locale_of(language: str) -> Locale:
    """How readers of a language write dates, amounts and countries; as in English where nobody has written that down."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(locale_name(language))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(locale_name(ENGLISH))


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueSpeech:
    """A language as its catalogue has it; what the catalogue lacks is said in English."""

    language: str
    shown: Callable[[str], str] = as_a_value

    def template(self, english: str, context: str = "") -> str:
        """The template in this language."""
        return self.translated(english, context)[0] or english

    def counted(self, one: str, many: str, count: int, context: str = "") -> str:
        """The template that fits the count."""
        forms = self.translated(one, context)
        if len(forms) > 1 and all(forms):
            return forms[_plural_form(self.language)(count)]
        return one if count == 1 else many

    def translated(self, english: str, context: str) -> tuple[str, ...]:
        """What the catalogue has for a template: one text, or one for each plural form; an empty one where it has none."""
        known = words(self.language) if context else translations(self.language)
        return known.get((context, english), ("",))

    def amount(self, text: str) -> str:
        """Such as 2.817,03; with as many decimals as it has."""
        from babel.numbers import format_decimal

        try:
            number = Decimal(text)
        except InvalidOperation:
            return text
        digits = max(0, -int(number.as_tuple().exponent)) if _is_short(number) else 0
        form = f"#,##0.{'0' * digits}" if digits else "#,##0"
        return format_decimal(number, format=form, locale=locale_of(self.language)) if _is_short(number) else text

    def day(self, text: str) -> str:
        """Such as 13. Mai 2026; what is no date as it is."""
        from babel.dates import format_date

        try:
            day = date.fromisoformat(text[:10])
        except ValueError:
            return text
        return format_date(day, format="long", locale=locale_of(self.language))


@cache
def _plural_form(language: str) -> Callable[[int], int]:
    from gettext import c2py

    return c2py(plural_rule(language))


def _is_short(number: Decimal) -> bool:
    return number.is_finite() and abs(number.adjusted()) < 30
