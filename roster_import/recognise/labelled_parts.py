"""Several things in one cell, each with its name before it, as shops export them: `Size: M | Name: HOLM | Number: 10`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.model.sheets import heading_key
from roster_import.recognise.headings import HINT, sense

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = re.compile(r"[|;\n]|,(?=[^,:|;\n]{1,40}:)| / (?=[^/:|;\n]{1,40}:)")
_PART = re.compile(r"\s*([^\W\d_][^:=]{0,39}?)\s*[:=](?!//)\s*(.*?)\s*", re.DOTALL)
_LONGEST = 1_000
_MOSTLY = 0.8
_SEVERAL = 0.5  # of the cells hold more than one
_MOST_NAMES = 12
_ORDERED = frozenset({Meaning.SIZE, Meaning.NUMBER, Meaning.NAME, Meaning.PLAYER, Meaning.DESIGN, Meaning.QUANTITY})

Parts = tuple[tuple[str, str], ...]


def parts_of(text: str) -> Parts:
    """The names and values of a cell that holds nothing else, each name once; none where it is no such cell."""
    pieces = [piece for piece in _BETWEEN.split(text) if piece.strip()] if len(text) <= _LONGEST else []
    read = [part for piece in pieces if (part := _PART.fullmatch(piece))]
    once = len({heading_key(part[1]) for part in read} - {""}) == len(read)
    return tuple((part[1], part[2]) for part in read) if once and len(read) == len(pieces) else ()


def holds_parts(texts: Sequence[str]) -> bool:
    """Whether nearly all filled cells are such, of the same few names, at least one of them a word of an order."""
    return any(map(_is_ordered, names_of_parts(texts)))


def names_of_parts(texts: Sequence[str]) -> frozenset[str]:
    """The names in cells of which nearly all are such, of the same few names; none where they are not."""
    filled = [parts_of(text) for text in texts if text]
    read = [parts for parts in filled if parts]
    names = frozenset(name.casefold() for parts in read for name, _ in parts)
    several = sum(len(parts) > 1 for parts in read) >= _SEVERAL * len(read)
    alike = len(read) >= _MOSTLY * len(filled) and len(names) <= _MOST_NAMES
    return names if several and alike else frozenset()


def _is_ordered(name: str) -> bool:
    said = sense(name)
    return any(said.points.get(meaning, 0.0) > HINT for meaning in _ORDERED)
