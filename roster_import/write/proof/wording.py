"""Counts, dates and countries in the reader's form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from roster_import.write.proof.texts import ProofTexts, proof_texts

if TYPE_CHECKING:
    from datetime import date

    from roster_import.write.proof.texts.catalogue import Counted

# English as it is written in Europe: 21 November 2026.
_LOCALES = {"en": "en_GB", "da": "da_DK", "de": "de_DE"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The texts of a language, and how its readers write numbers and dates."""

    texts: ProofTexts
    locale: Locale

    @classmethod
    def of(cls, language: str) -> Wording:
        """The wording of one of `LANGUAGES`."""
        return cls(texts=proof_texts(language), locale=Locale.parse(_LOCALES[language]))

    def number(self, count: int) -> str:
        """A whole number, such as 1,000 or 1.000."""
        return format_decimal(count, locale=self.locale)

    def counted(self, forms: Counted, count: int) -> str:
        """A count and what is counted, such as `1 piece`, `2 pieces`."""
        return forms[count != 1].format(count=self.number(count))

    def goods(self, pieces: int, logos: int, between: str = " + ") -> str:
        """How much is ordered, in words: garments, and loose logos where there are any."""
        garments = [self.counted(self.texts.pieces, pieces)] if pieces or not logos else []
        return between.join([*garments, *([self.counted(self.texts.loose_logos, logos)] if logos else [])])

    def date(self, day: date) -> str:
        """A day in full, such as 21 November 2026."""
        return format_date(day, format="long", locale=self.locale)

    def country(self, code: str) -> str:
        """The name of a country, or the code where it has none."""
        return str(self.locale.territories.get(code, code))
