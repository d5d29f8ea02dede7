"""A sheet of its own that counts pieces and names nobody: what the others order, or something besides, which is asked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.layout import NAMES, Meaning
from roster_import.model.order import normal_size
from roster_import.model.problem import Place
from roster_import.recognise.cell_kinds import integer
from roster_import.recognise.headings import sense
from roster_import.recognise.order_phrases import EXTRA, says
from roster_import.recognise.tokens import fold
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.model.layout import Layout
    from roster_import.model.problem import Problem
    from roster_import.recognise.sheets import SheetReading

M = Meaning
_SUMMARIES = """
    summary sum_up summering zusammenfassung zusammenstellung opsummering oppsummering sammendrag sammandrag sammanstallning
    samenvatting recap recapitulatif resumen riepilogo resumo podsumowanie souhrn yhteenveto ozet
"""
_SPARE = f"{EXTRA} spares reserve~ ersatz~ rezerw~ nahradni repuesto~ recambio rechange~ riserva scorta zapas~ vara~"


def without_summaries(readings: Sequence[SheetReading]) -> list[SheetReading]:
    """The readings without those that come to as many of each size as the players of the others, or are called their sum."""
    people = [reading for reading in readings if reading.meanings & NAMES]
    wanted = [_pieces(reading) for reading in people]
    sums = [*wanted, sum(wanted, Counter())]
    return [reading for reading in readings if not (people and _sums_up(reading, sums))]


def _sums_up(reading: SheetReading, sums: Sequence[Counter[str]]) -> bool:
    if not _counts_without_names(reading):
        return False
    name = reading.sheet.name
    called_so = sense(name).false_friend is Concept.SUMMARY or says(name, _SUMMARIES)
    pieces = _pieces(reading)
    return called_so or (M.SIZE in reading.meanings and bool(pieces) and pieces in sums)


def _counts_without_names(reading: SheetReading) -> bool:
    return M.QUANTITY in reading.meanings and not reading.meanings & (NAMES | {M.NUMBER})


def counts_apart(readings: Sequence[SheetReading]) -> list[SheetReading]:
    """Those that count pieces on a sheet of their own beside the players, of no other garment, and not as spare ones."""
    players = [reading for reading in readings if reading.meanings & NAMES]
    sheets, worn = {reading.sheet.name for reading in players}, frozenset().union(*map(_garments, players))
    return [
        reading
        for reading in readings
        if players and reading.sheet.name not in sheets and _counts_without_names(reading)
        if (M.SIZE not in reading.meanings or _garments(reading) <= worn) and not says(reading.sheet.name, _SPARE)
    ]


def whether_it_orders(reading: SheetReading, readings: Sequence[SheetReading]) -> Problem:
    """The question whether what is counted on a sheet is ordered besides what the players of the others get."""
    name = reading.sheet.name
    players = next(each.sheet.name for each in readings if each.meanings & NAMES)
    others = dict.fromkeys(each.sheet.name for each in readings if each.sheet.name != name)
    told = " ".join(f'--sheet "{each}"' for each in others)
    message = say(
        'Sheet "{name}" names nobody and counts {what}, and the players stand on sheet "{players}". If what it counts is ordered '
        "besides, say so: {both}. If it only counts what the players get: {told}.",
        name=name,
        what=say("sizes") if M.SIZE in reading.meanings else say("pieces"),
        players=players,
        both=f'{told} --sheet "{name}"',
        told=told,
    )
    return Place(sheet=name).error("sheet-unclear", message)


def _garments(reading: SheetReading) -> frozenset[str]:
    """What stands in the columns of designs."""
    columns = ((layout, c.column) for layout in reading.layouts for c in layout.columns if c.meaning is M.DESIGN)
    return frozenset(fold(text) for layout, c in columns for text in reading.sheet.down(c, layout.rows) if text)


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
