"""What a heading asks, in brackets, of all that stands below it, and what a column cannot say: Size (one size up)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.check.rows.garments import clothes, is_for_keepers, words
from roster_import.language.invisible import cut
from roster_import.language.messages import say
from roster_import.model.layout import Fate, Meaning
from roster_import.model.workbook import at_cell
from roster_import.recognise.headings import sense
from roster_import.recognise.name_order import half_of
from roster_import.recognise.of_all_rows import is_of_a_whole_column, is_of_all_rows
from roster_import.recognise.order_words import asks_for_another_cut, asks_otherwise
from roster_import.recognise.print_words import (
    asks_for_capitals,
    refuses_print,
    says_capitals,
    says_what_is_not_printed,
)
from roster_import.recognise.tokens import fold
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Sheet, Workbook

_ASIDE = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]")
_NAME = re.compile(r"[^\W\d_]{3,}")
_COUNTED = re.compile(
    r"^[2-9]\s?x?\s+[^\W\d_]|\bx\s?[2-9]$|\(\s?[2-9]\s?(?:x|[^\W\d_]+)\s?\)", re.IGNORECASE
)  # 2 shorts, (2 pairs)
_ONLY = re.compile(
    r"\b(?:only|nur|kun|bara|alleen|seulement|solo|soltanto|apenas|tylko|pouze|jen|vain)\s*$", re.IGNORECASE
)
_WHERE = re.compile(
    r"\b(?:not|nicht|ikke|inte|niet|pas|no|non|ohne|without|uden|utan|zonder|sans|leave off|only if|nur wenn|only|nur|kun|bara"
    r"|alleen|seulement|solo|apenas)\b",
    re.IGNORECASE,
)
_FRONT = re.compile(
    r"\b(?:front|vorn|vorne|devant|delante|davanti|frente|foran|fram|framsidan|forsiden|voorkant|przodu|vpredu|edessa|chest|brust"
    r"|poitrine|pecho|petto|bryst|brost|borst|sleeves?|armel|manche|manga|manica|arme?t)\b"
)
_INITIALS = re.compile(
    r"\b(?:initials?|initialen?|anfangsbuchstabe\w*|forbogstav\w*|forbokstav\w*|beginletter|voorletters?|initiales?|iniciale?s?"
    r"|iniziali?|inicjal\w*|etukirjain)\b"
)
_WITH_AN_INITIAL = re.compile(r"(?:^|\s)[^\W\d_]\.?(?=\s|$)|[^\W\d_]\.\s?[^\W\d_]{2}")
_OFF = re.compile(r"leave off|weglassen|only if|nur wenn|kun hvis", re.IGNORECASE)
_A_NOTE = 3  # words
_PRINTED = frozenset({Meaning.NAME, Meaning.NUMBER})
_OF_NAMES = frozenset({Concept.NAME, Concept.LAST})
_ORDERING = frozenset({Meaning.DESIGN, Meaning.QUANTITY})
_NAMES = frozenset({Meaning.NAME, Meaning.PLAYER, Meaning.LAST_NAME})
_USED = frozenset({Fate.ORDERED, Fate.FOR_PEOPLE})


def remarks_in_headings(
    workbook: Workbook, layouts: Sequence[Layout], print_names: Mapping[str, str]
) -> Iterator[Problem]:
    """A warning for each heading of a column that is ordered from and that asks for something else than is written there.

    That names are not printed is no news where `print_names` says so of the sheet, or its question is still to be answered.
    """
    for layout in layouts:
        sheet, printed = workbook.sheet(layout.sheet), print_names.get(layout.sheet, "none") != "none"
        if sheet is None:
            continue
        for column in layout.columns:
            refused = column.fate is Fate.FOR_PEOPLE and not printed and refuses_print(column.heading)
            asks = column.fate in _USED and not refused and _asks(sheet, layout, column)
            if asks or _is_a_note(sheet, layout, column):
                yield from _told(sheet, layout, column)


def _is_a_note(sheet: Sheet, layout: Layout, column: ColumnReading) -> bool:
    """Whether it heads nothing, and wants something of all rows: hinten Vereinsname statt Spielername."""
    text = column.heading
    if len(text.split()) < _A_NOTE or "?" in text or any(sheet.down(column.column, layout.rows)):
        return False
    return is_of_all_rows(text) or asks_otherwise(text)


def _told(sheet: Sheet, layout: Layout, column: ColumnReading) -> Iterator[Problem]:
    held, row = sheet.columns.get(column.column), layout.heading_row or 0
    if held is None or row not in held.texts:
        return
    cell = held.cell(row)
    message = say(
        'The heading at {address} says "{text}". All rows are ordered as they stand, whatever the heading says: if '
        "something is to be different, change the rows themselves.",
        address=cell.address,
        text=cut(cell.text),
    )
    yield at_cell(sheet.name, cell, column.heading).warning("text-may-change-order", message)


def _asks_for_other_names(sheet: Sheet, layout: Layout, column: ColumnReading) -> bool:
    """Whether a heading of names says which half of them is printed, or an initial, and most cells have something else."""
    if column.meaning is not Meaning.NAME:
        return False
    names = sheet.down(column.column, layout.rows)
    filled = sum(map(bool, names))
    beside_names = sense(column.heading).concepts & _OF_NAMES  # by themselves they stand below
    if beside_names and _INITIALS.search(fold(column.heading)):
        return 2 * sum(_WITH_AN_INITIAL.search(name) is not None for name in names) < filled
    half = half_of(column.heading)
    other = _halves_of_people(sheet, layout, half) if half else ()
    return 2 * sum(fold(name) == fold(called) != "" for name, called in zip(names, other, strict=False)) > filled


def _halves_of_people(sheet: Sheet, layout: Layout, half: Concept) -> Sequence[str]:
    """The half of what each of the people is called that is not the one asked for."""
    wanted = Meaning.FIRST_NAME if half is Concept.LAST else Meaning.LAST_NAME
    columns = {column.meaning: column.column for column in layout.columns if column.fate is Fate.FOR_PEOPLE}
    if wanted in columns:
        return sheet.down(columns[wanted], layout.rows)
    whole = sheet.down(columns[Meaning.PLAYER], layout.rows) if Meaning.PLAYER in columns else []
    first = wanted is Meaning.FIRST_NAME
    return ["" if "," in text or " " not in text else text.split()[0 if first else -1] for text in whole]


def _asks(sheet: Sheet, layout: Layout, column: ColumnReading) -> bool:
    asides = _ASIDE.findall(column.heading)
    if column.meaning is not Meaning.NUMBER and _COUNTED.search(column.heading):
        return True
    if any(says_what_is_not_printed(aside) or _says_where(aside) for aside in asides):
        return True
    said = (column.heading,) if column.meaning is Meaning.NUMBER else asides
    printed_in_front = column.meaning in _PRINTED and any(_FRONT.search(fold(text)) for text in said)
    if printed_in_front or _asks_for_other_names(sheet, layout, column):
        return True
    if (
        column.of
        and column.meaning in _ORDERING
        and asks_for_another_cut(column.heading)
        and not asks_for_another_cut(column.of)
    ):
        return True  # Home shirt langarm
    if column.meaning in _PRINTED and _ONLY.search(column.heading) and column.of is None:
        return True
    if any(map(is_of_a_whole_column, asides)) or any(_is_of_somebody(aside, sheet, layout) for aside in asides):
        return True
    return (
        column.meaning in _NAMES
        and (asks_for_capitals(column.heading) or any(map(says_capitals, asides)))
        and any(text != text.upper() for text in sheet.down(column.column, layout.rows))
    )


def _is_of_somebody(aside: str, sheet: Sheet, layout: Layout) -> bool:
    """Whether it names one of the people, with what they are to have: (Nowak: 14!)."""
    said = {word.casefold() for word in _NAME.findall(aside)}
    people = (column for column in layout.columns if column.fate is Fate.FOR_PEOPLE or column.meaning in _NAMES)
    called = (
        word for column in people for text in sheet.down(column.column, layout.rows) for word in _NAME.findall(text)
    )
    return any(map(str.isdigit, aside)) and any(word.casefold() in said for word in called)


def _says_where(aside: str) -> bool:
    """Whether it says of which garment something is, or is not: (not on shorts), (Hose ohne), (leave off if kids)."""
    return _WHERE.search(aside) is not None and (
        bool(clothes(words(aside))) or _OFF.search(aside) is not None or is_for_keepers(words(aside))
    )
