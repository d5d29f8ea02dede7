"""Sums that somebody wrote below the players, and that say another number of pieces than are ordered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.check.rows.cell_answers import reads_as_no
from roster_import.check.rows.garments import clothes, known_words, words
from roster_import.check.rows.sums_beside import columns_of_sums, pieces_of, quantity_of
from roster_import.language.messages import listed, say
from roster_import.model.layout import Fate, Meaning
from roster_import.model.workbook import at_cell
from roster_import.recognise.cell_kinds import Trait, integer, says_nothing, traits
from roster_import.recognise.notes import before_greeting
from roster_import.recognise.totals import opens_sum, opens_sum_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet

_COUNTED = frozenset({Fate.ORDERED, Fate.FOR_PEOPLE})
_NO_COUNT = frozenset({Meaning.PRICE, Meaning.PLACEHOLDER, Meaning.STORAGE_QUANTITY})
_NARROW = 2  # cells of a row that is a note
_AMOUNT = re.compile(r"\d{1,9}")
_OF_A_GARMENT = frozenset({Meaning.SIZE, Meaning.QUANTITY, Meaning.DESIGN})
_SAID_WITH_IT = re.compile(  # Total: 14; 9 shirts
    r"[^\d€$£%]*?(\d{1,4})(?:\s(?!(?:kr|dkk|nok|sek|eur|euro|chf|zł|zl|kč|kc|usd|gbp)\b)[^\W\d_][^\d€$£%]{1,30})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A sum as it was written: its row, and the cell that says it."""

    row: int
    cell: Cell
    count: int


def totals_that_differ(sheet: Sheet, layouts: Sequence[Layout], rows: Sequence[RosterRow]) -> dict[int, Problem]:
    """Row of a sum -> the warning that it says another number than there are rows or pieces above it, or in all.

    Where how many of something could not be read, nothing can be added up.
    """
    if any(text and integer(text) is None for text in (row.text(Meaning.QUANTITY) for row in rows)):
        return _by_column(sheet, layouts, rows)
    above = 0
    differing: dict[int, Problem] = {}
    for total in _totals(sheet, layouts) if rows else ():
        counted = _of_garment(rows, sheet.rows[total.row])
        parts = (
            counted,
            [row for row in counted if row.row < total.row],
            [row for row in counted if above < row.row < total.row],
        )
        if all(total.count not in _counts(part) for part in parts):
            titles = dict.fromkeys(row.text(Meaning.DESIGN) for row in counted) if len(counted) < len(rows) else {}
            differing[total.row] = _differs(sheet, total.cell, sum(map(pieces_of, counted)), list(titles))
        above = total.row
    return _by_column(sheet, layouts, rows) | differing


def totals_that_agree(sheet: Sheet, layouts: Sequence[Layout], rows: Sequence[RosterRow]) -> set[int]:
    """The rows of sums that come to what is ordered: nothing is to be said of them."""
    sums = {total.row for total in _totals(sheet, layouts)} if rows else set()
    return (sums | _column_by_column(sheet, layouts) | _of_their_own(sheet, layouts)) - totals_that_differ(
        sheet, layouts, rows
    ).keys()


def _of_their_own(sheet: Sheet, layouts: Sequence[Layout]) -> set[int]:
    """The rows of sums of prices, or of what nothing is ordered from: what everybody paid."""
    sums = {row for layout in layouts for row in layout.left_out if opens_sum(sheet.rows.get(row, {}))}
    prices = {each.column for layout in layouts for each in layout.columns if each.meaning is Meaning.PRICE}
    said = {row: [cell for cell in sheet.rows[row].values() if cell.text[:1].isdigit()] for row in sums}
    return {
        row
        for row, cells in said.items()
        if cells and all(cell.column in prices or _sums_up_its_own(sheet, layouts, cell) for cell in cells)
    }


def _column_by_column(sheet: Sheet, layouts: Sequence[Layout]) -> set[int]:
    """The rows of several sums, each of what stands above it in its column: how many cells are filled, or what they add up to."""
    return {
        row
        for layout in layouts
        for row in layout.left_out
        if _sums_columns(cells := sheet.rows.get(row, {}), _garments(layout).keys() | columns_of_sums(layout))
        and _all_add_up(sheet, [each for each in layout.rows if each < row], cells)
    }


def _all_add_up(sheet: Sheet, above: Sequence[int], cells: Mapping[int, Cell]) -> bool:
    sums = [(column, count) for column, cell in cells.items() if (count := integer(cell.text)) is not None]
    return len(sums) > 1 and all(count in _told_by(sheet.down(column, above)) for column, count in sums)


def _told_by(texts: Sequence[str]) -> tuple[int, int]:
    """How many texts there are, and what they add up to where all are numbers."""
    filled = [text for text in texts if text and not says_nothing(text)]
    counts = [count for text in filled if (count := integer(text)) is not None]
    return len(filled), sum(counts) if len(counts) == len(filled) else len(filled)


def _by_column(sheet: Sheet, layouts: Sequence[Layout], rows: Sequence[RosterRow]) -> dict[int, Problem]:
    """Row of sums -> the warning that the sum under one garment, or the sum of all sums, is not what stands above it."""
    differing: dict[int, Problem] = {}
    for layout in (each for each in layouts if each.rows):
        summed = _garments(layout).keys() | columns_of_sums(layout)
        for row in (row for row in layout.left_out if _sums_columns(sheet.rows.get(row, {}), summed)):
            if problem := _under_a_garment(sheet, layout, row) or _of_all_sums(sheet, layout, row, rows):
                differing[row] = problem
    return differing


def _under_a_garment(sheet: Sheet, layout: Layout, row: int) -> Problem | None:
    garments = _garments(layout)
    sums = [cell for column, cell in sheet.rows[row].items() if column in garments and _count(cell) is not None]
    wrong = (cell for cell in sums if _is_wrong(sheet, layout, garments[cell.column], cell))
    if len(sums) > 1 and (cell := next(wrong, None)):
        return _differs_in_column(sheet, layout, garments[cell.column], cell)
    return None


def _of_all_sums(sheet: Sheet, layout: Layout, row: int, rows: Sequence[RosterRow]) -> Problem | None:
    above = [each for each in rows if layout.rows[0] <= each.row < row]
    sums = (cell for column, cell in sheet.rows[row].items() if column in columns_of_sums(layout))
    wrong = (cell for cell in sums if _count(cell) is not None and not _sums_up_sums(sheet, layout, cell, above))
    cell = next(wrong, None)
    return _differs(sheet, cell, sum(map(pieces_of, above)), []) if cell else None


def _sums_up_sums(sheet: Sheet, layout: Layout, cell: Cell, above: Sequence[RosterRow]) -> bool:
    """Whether a sum comes to the pieces above it, or to the sums above it in its column, which are told by themselves."""
    counts = [integer(text) or 0 for text in sheet.down(cell.column, [row for row in layout.rows if row < cell.row])]
    return _count(cell) in (sum(map(pieces_of, above)), sum(counts))


def _garments(layout: Layout) -> Mapping[int, ColumnReading]:
    """The columns that are of one garment each."""
    return {each.column: each for each in layout.columns if each.of and each.meaning in _OF_A_GARMENT}


def _sums_columns(cells: Mapping[int, Cell], summed: AbstractSet[int]) -> bool:
    """Whether a row says that it sums up others, or has nothing but figures in columns that can be summed up."""
    counted = cells and summed >= cells.keys() and all(_count(cell) is not None for cell in cells.values())
    return opens_sum(cells) or bool(counted)


def _is_wrong(sheet: Sheet, layout: Layout, column: ColumnReading, cell: Cell) -> bool:
    """Whether a sum is neither what stands above it nor how many players do: the keeper's shirt may have a column of its own."""
    added = _adds_up(sheet, layout, column, cell.row)
    players = sum(row < cell.row for row in layout.rows)
    return added is not None and _count(cell) not in (added, players)


def _adds_up(sheet: Sheet, layout: Layout, column: ColumnReading, before: int) -> int | None:
    """How many of a garment the players above a row have: pieces, sizes, or marks; unknown where a cell says something else."""
    texts = [text for text in sheet.down(column.column, [row for row in layout.rows if row < before]) if text]
    texts = [text for text in texts if not says_nothing(text)]
    counts = [integer(text) for text in texts]
    if column.meaning is Meaning.DESIGN:
        answers = [reads_as_no(text) for text in texts if Trait.MARK in traits(text) or Trait.YES_NO in traits(text)]
        return answers.count(False) if len(answers) == len(texts) else None
    if column.meaning is Meaning.QUANTITY:
        return None if None in counts else sum(filter(None, counts))
    sized = all(traits(text) & {Trait.LETTER_SIZE, Trait.NUMBER_SIZE} for text in texts)
    return len(texts) if sized else None


def _differs_in_column(sheet: Sheet, layout: Layout, column: ColumnReading, cell: Cell) -> Problem:
    message = say(
        "The sum at {address} says {count}, while {pieces} stand above it in column “{heading}”. Look whether a player is "
        "missing, or one too many.",
        address=cell.address,
        count=_count(cell),
        pieces=_adds_up(sheet, layout, column, cell.row),
        heading=column.heading,
    )
    return at_cell(sheet.name, cell).warning("total-differs", message)


def _of_garment(rows: Sequence[RosterRow], cells: Mapping[int, Cell]) -> Sequence[RosterRow]:
    """The rows that order the garment that a sum speaks of, all of them where it speaks of none: Totale maglie."""
    named = known_words(words(" ".join(cell.text for cell in cells.values() if not cell.text.isdecimal())))
    kinds = clothes(named)
    of_it = [row for row in rows if clothes(words(row.text(Meaning.DESIGN))) & kinds]
    return of_it or rows


def _totals(sheet: Sheet, layouts: Sequence[Layout]) -> Iterator[Total]:
    plain = [column for layout in layouts for column in layout.columns if column.fate in _COUNTED]
    quantities = {each.column for each in plain if each.meaning is Meaning.QUANTITY and not each.of}
    columns = quantities or {each.column for each in plain if each.meaning not in _NO_COUNT}
    below = sorted({row for layout in layouts for row in layout.left_out})
    for row in (*_above(sheet, layouts), *below):
        cells = sheet.rows.get(row, {})
        if _says_a_sum(cells):
            of_columns = [cell for column, cell in cells.items() if column in columns]
            counted = any(_count(cell) is not None for cell in of_columns)
            said = of_columns if counted else cells.values()  # Total: 6, in one cell beside the quantities
            yield from _total(row, [cell for cell in said if not _sums_up_its_own(sheet, layouts, cell)])


def _says_a_sum(cells: Mapping[int, Cell]) -> bool:
    """Whether a row sums up others, or its only cell does behind the count: 10 shirts in total. Thanks, Gail."""
    alone = next(iter(cells.values())).text if len(cells) == 1 else ""
    return opens_sum(cells) or (alone[:1].isdigit() and opens_sum_of(before_greeting(alone)))


def _above(sheet: Sheet, layouts: Sequence[Layout]) -> list[int]:
    """The narrow rows above the players and their heading."""
    first = min((layout.heading_row or 1 for layout in layouts), default=1)
    return [row for row, width in sheet.rows.widths.items() if row < first and width <= _NARROW]


def _sums_up_its_own(sheet: Sheet, layouts: Sequence[Layout], cell: Cell) -> bool:
    """Whether it is the sum of what stands above it in a column that nothing is ordered from: 315 under Payé (€)."""
    own = next((layout for layout in layouts if layout.rows and layout.rows[0] < cell.row), None)
    column = next((each for each in own.columns if each.column == cell.column), None) if own else None
    if own is None or column is None or (column.fate in _COUNTED and column.meaning not in _NO_COUNT):
        return False
    amounts = [_AMOUNT.search(text) for text in sheet.down(cell.column, [row for row in own.rows if row < cell.row])]
    return _count(cell) == sum(int(amount[0]) for amount in amounts if amount) and any(amounts)


def _total(row: int, cells: Iterable[Cell]) -> Iterator[Total]:
    """The sum of a row that says but one."""
    said = [(cell, count) for cell in cells if (count := _count(cell)) is not None]
    if len(said) == 1:
        yield Total(row=row, cell=said[0][0], count=said[0][1])


def _count(cell: Cell) -> int | None:
    together = _SAID_WITH_IT.fullmatch(before_greeting(cell.text.strip()))
    return integer(together[1]) if together else None


def _counts(rows: Sequence[RosterRow]) -> set[int]:
    """What a sum of the rows may count: people, what is written under how many, or pieces."""
    by_row = {row.row: quantity_of(row) for row in rows}
    return {len(by_row), sum(by_row.values()), sum(map(pieces_of, rows))}


def _differs(sheet: Sheet, sum_of_all: Cell, pieces: int, titles: list[str]) -> Problem:
    """The warning; `titles` are those that the sum speaks of, where it does not speak of everything."""
    told = {"address": sum_of_all.address, "count": _count(sum_of_all), "sheet": sheet.name, "pieces": pieces}
    if titles:
        message = say(
            "The sum at {address} says {count}, while the rows of sheet {sheet} order {pieces} of {titles}. Look whether a row "
            "is missing, or one too many.",
            titles=listed(titles),
            **told,
        )
    else:
        message = say(
            "The sum at {address} says {count}, while the rows of sheet {sheet} order {pieces}. Look whether a row is missing, "
            "or one too many.",
            **told,
        )
    return at_cell(sheet.name, sum_of_all).warning("total-differs", message)
