"""The sizes of several garments in one cell: Shirt M, Shorts L."""

from __future__ import annotations

import re

from roster_import.recognise.cell_kinds import Trait, traits

_BETWEEN = re.compile(r"[,;|\n+&]|(?<!\s)\s++(?:and|und|og|och|en|et|y|e|i|a|ja|ve)\s++|\s/\s")
_SIZES = frozenset({Trait.LETTER_SIZE, Trait.NUMBER_SIZE})
_MARKS = " :=-–()[]"


def parts_of(text: str) -> tuple[tuple[str, str], ...]:
    """The garments and their sizes, where every part of the cell is one with its size; else none."""
    parts = [_part(part) for part in _BETWEEN.split(text) if part.strip(_MARKS)]
    found = tuple(part for part in parts if part)
    return found if len(found) == len(parts) else ()


def _part(text: str) -> tuple[str, str] | None:
    words = text.split()
    for size, garment in ((words[-1:], words[:-1]), (words[:1], words[1:])):
        bare, rest = " ".join(size).strip(_MARKS), " ".join(garment).strip(_MARKS)
        if rest and any(map(str.isalpha, rest)) and traits(bare) & _SIZES and not traits(rest) & _SIZES:
            return rest, bare
    return None
