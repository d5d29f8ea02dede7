"""The one description of the sheets: their names, their columns, what each means, and how people head them.

The template writes these headings, recognition accepts them and their synonyms, messages quote the English ones.
Headings are compared by `heading_key`, so case, punctuation and spacing never matter.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LANGUAGES = ("en", "da", "de")


@lru_cache(maxsize=8192)  # the same few headings and titles are asked for by every row
def heading_key(text: str) -> str:
    """A heading reduced to what it says: case folded, punctuation and white space made single blanks.

    `#` and `№` stay, as they mean a number; letters keep their accents (`Größe` is `größe`, not `grosse`).
    """
    folded = unicodedata.normalize("NFKC", text).casefold().replace("ß", "ss")
    kept = "".join(char if char.isalnum() or char in "#№" else " " for char in folded)
    return " ".join(kept.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column (or label) of a sheet: its key, its heading per language, other headings, and what to fill in."""

    key: str
    en: str
    da: str
    de: str
    synonyms: tuple[str, ...] = ()
    help: str = ""

    def heading(self, language: str = "en") -> str:
        """The template's heading in one of `LANGUAGES`."""
        return {"en": self.en, "da": self.da, "de": self.de}[language]

    @property
    def keys(self) -> frozenset[str]:
        """Every heading that means this column, reduced by `heading_key`."""
        return frozenset(map(heading_key, (self.key, self.en, self.da, self.de, *self.synonyms)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetKind:
    """One sheet of the template: its name per language, other names, and its columns."""

    key: str
    en: str
    da: str
    de: str
    columns: tuple[Column, ...]
    synonyms: tuple[str, ...] = ()

    def name(self, language: str = "en") -> str:
        """The template's name for the sheet in one of `LANGUAGES`."""
        return {"en": self.en, "da": self.da, "de": self.de}[language]

    @property
    def keys(self) -> frozenset[str]:
        """Every sheet name that means this sheet, reduced by `heading_key`."""
        return frozenset(map(heading_key, (self.key, self.en, self.da, self.de, *self.synonyms)))


def column_by_heading(columns: Iterable[Column]) -> Mapping[str, Column]:
    """Reduced heading -> column; the first column that claims a heading keeps it."""
    found: dict[str, Column] = {}
    for column in columns:
        for key in column.keys:
            found.setdefault(key, column)
    return found
