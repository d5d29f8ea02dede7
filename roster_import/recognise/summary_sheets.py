"""A sheet of its own that counts what the others order: how many of each size. It orders nothing besides."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from roster_import.model.layout import NAMES, Meaning
from roster_import.model.order import normal_size
from roster_import.recognise.cell_kinds import integer
from roster_import.recognise.headings import sense
from roster_import.recognise.order_phrases import says
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.model.layout import Layout
    from roster_import.recognise.sheets import SheetReading

M = Meaning
_SUMMARIES = """
    summary sum_up summering zusammenfassung zusammenstellung opsummering oppsummering sammendrag sammandrag sammanstallning
    samenvatting recap recapitulatif resumen riepilogo resumo podsumowanie souhrn yhteenveto ozet
"""


def without_summaries(readings: Sequence[SheetReading]) -> list[SheetReading]:
    """The readings without those that come to as many of each size as the players of the others, or are called their sum."""
    people = [reading for reading in readings if reading.meanings & NAMES]
    wanted = [_pieces(reading) for reading in people]
    sums = [*wanted, sum(wanted, Counter())]
    return [reading for reading in readings if not (people and _sums_up(reading, sums))]


def _sums_up(reading: SheetReading, sums: Sequence[Counter[str]]) -> bool:
    meanings = reading.meanings
    if not {M.SIZE, M.QUANTITY} <= meanings or meanings & (NAMES | {M.NUMBER}):
        return False
    name = reading.sheet.name
    called_so = sense(name).false_friend is Concept.SUMMARY or says(name, _SUMMARIES)
    pieces = _pieces(reading)
    return called_so or (bool(pieces) and pieces in sums)


def _pieces(reading: SheetReading) -> Counter[str]:
    """How many of each size its rows want."""
    pieces: Counter[str] = Counter()
    for layout in reading.layouts:
        for size, count in _each_row(reading, layout):
            pieces[size] += count
    return pieces


def _each_row(reading: SheetReading, layout: Layout) -> Iterator[tuple[str, int]]:
    sizes = [column.column for column in layout.columns if column.meaning is M.SIZE]
    counts = [column.column for column in layout.columns if column.meaning is M.QUANTITY]
    for row in layout.rows:
        count = integer(reading.sheet.text(row, counts[0])) if counts else 1
        for column in sizes:
            if size := reading.sheet.text(row, column):
                yield normal_size(size), count or 1
