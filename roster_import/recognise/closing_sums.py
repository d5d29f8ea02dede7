"""The last row of players that is none: what the others order, summed up or counted, and called nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.recognise.cell_kinds import Trait, integer, traits
from roster_import.recognise.player_rows import COUNTING, is_goods

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from roster_import.model.layout import ColumnReading
    from roster_import.model.workbook import Sheet
    from roster_import.recognise.player_rows import PlayerRows

_FEWEST_SUMMED = 2


def closes_with_a_sum(sheet: Sheet, rows: Sequence[int], kinds: PlayerRows, columns: Sequence[ColumnReading]) -> bool:
    """Whether the last of the rows is a sum of those above it."""
    return _ends_in_sums(sheet, rows, kinds.wanted, columns) or _ends_in_counts(sheet, rows, kinds, columns)


def _ends_in_sums(sheet: Sheet, rows: Sequence[int], wanted: Collection[int], columns: Sequence[ColumnReading]) -> bool:
    """Whether the last of the rows says no more than how many the others order, column by column, without calling it so."""
    if len(rows) <= _FEWEST_SUMMED:
        return False
    counting = {reading.column for reading in columns if reading.meaning in COUNTING}
    counted = {column for column in counting if any(sheet.down(column, rows))}
    filled = {column for column in wanted if sheet.text(rows[-1], column)}
    above = sum(bool(sheet.text(rows[-2], column)) for column in wanted)
    beside = [sheet.text(rows[-1], column) for column in filled - counted]
    labelled = len(beside) == 1 and not is_goods(beside[0]) and len(filled) < above  # Tot. under what is printed
    alone = filled == counted or (bool(counted) and counted < filled and labelled)
    return bool(filled) and alone and all(_sums_up(sheet, rows, column) for column in counted)


def _ends_in_counts(sheet: Sheet, rows: Sequence[int], kinds: PlayerRows, columns: Sequence[ColumnReading]) -> bool:
    """Whether the last of the rows counts the cells above it, of sizes or crosses, or sums them up, and names nobody."""
    if len(rows) <= _FEWEST_SUMMED:
        return False
    filled = {column for column in kinds.wanted if sheet.text(rows[-1], column)}
    if filled & (kinds.people | kinds.of_one):
        return False
    if len(filled) < _FEWEST_SUMMED and not (filled and _are_marks(sheet.down(min(filled), rows[:-1]))):
        return False
    if all(_counts_marks(sheet, rows, column) for column in filled):
        return True  # whether they come to as many, is told
    summed = {reading.column for reading in columns if reading.meaning in COUNTING}
    return not filled <= summed and all(
        integer(sheet.text(rows[-1], column)) == _filled(sheet, rows[:-1], column)
        or (column in summed and _sums_up(sheet, rows, column))
        for column in filled
    )


def _counts_marks(sheet: Sheet, rows: Sequence[int], column: int) -> bool:
    """Whether several stand below nothing but marks: x, x, 12."""
    marks = sheet.down(column, rows[:-1])
    return (integer(sheet.text(rows[-1], column)) or 0) > 1 and any(marks) and _are_marks(marks)


def _are_marks(texts: Sequence[str]) -> bool:
    return all(traits(text) & {Trait.MARK, Trait.YES_NO} for text in texts if text)


def _filled(sheet: Sheet, rows: Sequence[int], column: int) -> int:
    return sum(map(bool, sheet.down(column, rows)))


def _sums_up(sheet: Sheet, rows: Sequence[int], column: int) -> bool:
    counts = [integer(text) if text else 0 for text in sheet.down(column, rows)]
    return None not in counts and sum(filter(None, counts[:-1])) == counts[-1]
