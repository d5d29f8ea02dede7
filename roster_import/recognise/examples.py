"""Rows that show how they are to be filled in: Example: …, John Doe (example)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.recognise.vocabulary import VOCABULARIES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from roster_import.model.workbook import Cell, Sheet

_EXAMPLE_WORDS = (
    "example|sample|beispiel|muster|eksempel|exempel|exemple|ejemplo|esempio|exemplo|voorbeeld|przykład|příklad|esimerkki|örnek|例|"
    + "|".join(word for vocabulary in VOCABULARIES for word in vocabulary.example.split())
)
_EXAMPLE = re.compile(
    rf"(?:{_EXAMPLE_WORDS})\s*(?:[:\-–(].*)?$|(?:e\. ?g\.|z\. ?b\.|f\. ?eks\.|p\. ?ex\.|bijv\.)"
    r"|(?:bsp|beisp|eks|ex|ej|es|vb|bijv|bv|np|przykł|př|např|esim|ör|pl)(?:\.?\s?:|\.$)|(?:bsp|eks|esim)$",
    re.IGNORECASE,
)
_EXAMPLE_ASIDE = re.compile(
    rf"[(\[]\s*(?:{_EXAMPLE_WORDS}|예)\w*\W*[)\]]",
    re.IGNORECASE,
)


def is_example(row: Mapping[int, Cell]) -> bool:
    """Whether a row shows how it is to be filled in: Example: …, John Doe (example)."""
    return bool(_showing([cell.text for cell in row.values()]))


def rows_of_examples(sheet: Sheet) -> Iterator[int]:
    """The rows that show how they are to be filled in."""
    return (row for column in sheet.columns.values() for row in column.holding(_showing(column.distinct)))


def _showing(texts: Collection[str]) -> set[str]:
    aside = [text for text in texts if "(" in text or "[" in text]
    return {*filter(_EXAMPLE.match, texts), *filter(_EXAMPLE_ASIDE.search, aside)}
