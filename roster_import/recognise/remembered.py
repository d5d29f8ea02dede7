"""What people answered about headings, kept for the next file with the same headings.

Only headings and answers are kept, never a cell beneath them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from roster_import.model.columns import heading_key
from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.model.layout import Layout

Answer = tuple[Meaning, str | None]
_PERSON = (Meaning.PLAYER, Meaning.FIRST_NAME, Meaning.LAST_NAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What was answered about one heading row: the meaning of columns by heading, and how a lone name is printed."""

    headings: tuple[str, ...]
    columns: Mapping[str, Answer] = field(default_factory=dict)
    print_name: str | None = None


Memory = dict[str, Remembered]
"""Fingerprint of a heading row -> what was answered about it."""


def layout_fingerprint(layout: Layout) -> str:
    """The name under which answers about a layout's headings are kept."""
    from roster_import.recognise import fingerprint

    return fingerprint([column.heading for column in layout.columns])


def with_answers(memory: Memory, layout: Layout, mapping: Mapping[str, Answer], print_name: str | None) -> Memory:
    """The memory with what was answered about a layout; answers about headings it does not have are left out."""
    headings = tuple(column.heading for column in layout.columns if column.heading)
    keys = set(map(heading_key, headings))
    columns = {heading_key(text): answer for text, answer in mapping.items() if heading_key(text) in keys}
    meanings = {column.meaning for column in layout.columns}
    lone = bool(meanings & set(_PERSON)) and Meaning.NAME not in meanings
    if not columns and not (lone and print_name):
        return memory
    name = layout_fingerprint(layout)
    known = memory.get(name, Remembered(headings=headings))
    said = print_name if lone and print_name else known.print_name
    return {**memory, name: replace(known, columns={**known.columns, **columns}, print_name=said)}
