"""The one description of the sheets: their names, their columns, what each means, and how people head them.

The template writes these headings, recognition accepts them in every language and their synonyms, messages quote them.
Headings are compared by `heading_key`, so case, punctuation and spacing never matter.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from roster_import.language.translations import in_every_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from roster_import.language.messages import Said


@lru_cache(maxsize=8192)  # the same few headings and titles are asked for by every row
def heading_key(text: str) -> str:
    """A heading reduced to what it says: case folded, punctuation and white space made single blanks.

    `#` and `№` stay, as they mean a number; letters keep their accents (`Größe` is `größe`, not `grosse`).
    """
    folded = unicodedata.normalize("NFKC", text).casefold().replace("ß", "ss")
    kept = "".join(char if char.isalnum() or char in "#№" else " " for char in folded)
    return " ".join(kept.split())


@dataclass(frozen=True, slots=True)
class Column:
    """One column (or label) of a sheet: its key, the template's heading, what to fill in, and other headings.

    `synonyms` are divided by semicolons.
    """

    key: str
    heading: Said
    help: Said
    synonyms: str = ""

    @property
    def keys(self) -> frozenset[str]:
        """Every heading that means this column, reduced by `heading_key`."""
        return _keys(self.key, self.heading, self.synonyms)


@dataclass(frozen=True, slots=True)
class SheetKind:
    """One sheet of the template: its key, its name, its columns, and other names, divided by semicolons."""

    key: str
    name: Said
    columns: tuple[Column, ...]
    synonyms: str = ""

    @property
    def keys(self) -> frozenset[str]:
        """Every sheet name that means this sheet, reduced by `heading_key`."""
        return _keys(self.key, self.name, self.synonyms)


def _keys(key: str, name: Said, synonyms: str) -> frozenset[str]:
    others = synonyms.split(";") if synonyms else ()
    return frozenset(map(heading_key, (key, *in_every_language(name), *others)))


def column_by_heading(columns: Iterable[Column]) -> Mapping[str, Column]:
    """Reduced heading -> column; the first column that claims a heading keeps it."""
    known: dict[str, Column] = {}
    for column in columns:
        for key in column.keys:
            known.setdefault(key, column)
    return known
