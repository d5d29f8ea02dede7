"""A sheet of ours as its reader reads it: sentences in the language, days and amounts as they are written there.

Days and amounts stay numbers that can be counted with; only the format they are shown in differs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from locale import windows_locale
from typing import TYPE_CHECKING, Final, TypeAlias

from roster_import.language.catalogues import ENGLISH, locale_name
from roster_import.language.messages import Said, say
from roster_import.language.translations import in_language
from roster_import.write.ooxml.cells import CellEdit, Chart, Look, NewSheet, Value

if TYPE_CHECKING:
    from roster_import.write.ooxml.cells import Keep, Value

    Cell: TypeAlias = CellEdit | Value

MONEY: Final = Look(number_format="#,##0.00")
MOMENT: Final = Look(number_format='yyyy-mm-dd hh:mm:ss "UTC"')
_BOLD: Final = 1.1  # widths are counted in digits; a bold letter is a little wider
_BUTTON: Final = 1.5  # of the filter
_DAY: Final = say("d mmm yyyy", "day in a spreadsheet")
_TIME: Final = '\\ hh:mm\\ "UTC"'
_PLAIN_NUMBER: Final = re.compile(r"[#,0.]+")
_MOST_DIGITS: Final = 30  # before the point or behind it; a spreadsheet takes a file with more than 308 for damaged
_THE_SAME_TO_ALL: Final = frozenset({str, int, float, bool, Decimal, type(None)})


def spoken(sheet: NewSheet, language: str) -> NewSheet:
    """The sheet in a language, its columns as wide as the words of its headings need."""
    rows = tuple(
        tuple(cell if type(cell) in _THE_SAME_TO_ALL else _cell(cell, language) for cell in row) for row in sheet.rows
    )
    return replace(
        sheet,
        name=in_language(sheet.name, language),
        rows=rows,
        widths=_wide_enough(sheet.widths, rows[sheet.frozen_rows - 1]) if sheet.filtered else sheet.widths,
        chart=_chart(sheet.chart, language) if sheet.chart else None,
    )


def _wide_enough(widths: tuple[float, ...], headings: tuple[Cell, ...]) -> tuple[float, ...]:
    """Widths in which no heading is broken amid a word: Mehrwert-steuer."""
    return tuple(max(width, _needed(heading)) for width, heading in zip(widths, headings, strict=True))


def _needed(heading: Cell) -> float:
    text = str(heading.value if isinstance(heading, CellEdit) else heading)
    return max(map(len, text.split()), default=0) * _BOLD + _BUTTON


def _chart(chart: Chart, language: str) -> Chart:
    return replace(
        chart,
        title=in_language(chart.title, language),
        description=in_language(chart.description, language),
        language="en-US" if language == ENGLISH else locale_name(language).replace("_", "-"),
    )


def _cell(cell: Cell, language: str) -> Cell:
    if isinstance(cell, CellEdit):
        value, note = _value(cell.value, language), cell.note
        look = _look(cell.look, _is_day(value), language)
        if value is cell.value and look is cell.look and not isinstance(note, Said):
            return cell
        return replace(cell, value=value, look=look, note=in_language(note, language) if note else note)
    if _is_day(cell):
        return CellEdit(value=cell, look=_look(Look(), True, language))
    return in_language(cell, language) if isinstance(cell, Said) else cell


def _value(value: Value | Keep, language: str) -> Value | Keep:
    return in_language(value, language) if isinstance(value, Said) else value


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


@lru_cache(maxsize=256)
def _look(look: Look, is_day: bool, language: str) -> Look:
    """The look with the language's own format of a day, a moment or an amount; any other format stays."""
    day = _whose(language) + re.sub(r"([^dmy])", r"\\\1", in_language(_DAY, language))
    if is_day and look.number_format is None:
        return replace(look, number_format=day)
    if look.number_format == MOMENT.number_format:
        return replace(look, number_format=day + _TIME)
    if look.number_format and language != ENGLISH and _PLAIN_NUMBER.fullmatch(look.number_format):
        return replace(look, number_format=_whose(language) + look.number_format)
    return look


@cache
def _whose(language: str) -> str:
    """Whose month names and separators are meant, as number formats say it (ECMA-376-1, 18.8.31; [MS-LCID])."""
    code = next((code for code, name in windows_locale.items() if name == locale_name(language)), None)
    return f"[$-{code:x}]" if code else ""


def money(text: str | None) -> Value:
    """Money as a number with every digit it was received with; what is no number that a spreadsheet can hold stays text."""
    if text is None or not re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?", text):
        return text
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return text
    return amount if abs(amount.adjusted()) <= _MOST_DIGITS else text


def day(text: str | None) -> Value:
    """A day written as ISO does; what is no day stays text."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return text
