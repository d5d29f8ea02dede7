"""Which rows of a roster somebody filled with a colour, and which colours are decoration.

A row is of the colour of most of its cells, else of that of its name. Decoration is what most rows have, what comes again and
again at the same distance, what whole sections of a list or whole columns have, and what follows from a value beside it.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from roster_import.model.layout import NAMES, Fate, Meaning
from roster_import.recognise.headings import sense
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.workbook import Sheet
    from roster_import.recognise.colours import Filled

_FEWEST_STRIPES = 3
_EVEN = 0.6  # of the steps between stripes
_THROUGHOUT = 0.7  # of the rows that stripes go through
_FEWEST_ALIKE = 2  # rows that have a value of their own by design; one has many
_COUNTED = frozenset({Meaning.NUMBER, Meaning.SIZE, Meaning.QUANTITY, Meaning.SIZE_LIST})
_SETTLED = frozenset({Concept.PAID, Concept.PERMISSION})  # by a date, a sum or a signature
_TELLING = _SETTLED | {Concept.PLAY, Concept.OFFICE, Concept.SQUAD}


def colours_of_rows(sheet: Sheet, layout: Layout, filled: Filled) -> dict[int, str]:
    """The rows of a roster that have a colour, with it."""
    columns = {column.column for column in layout.columns} & sheet.columns.keys()
    columns -= {column for column in columns if _is_of_one_colour(sheet, layout, column, filled)}
    names = [column.column for column in layout.columns if column.meaning in NAMES and column.column in columns]
    colours = ((row, _colour(sheet, filled[row], row, columns, names)) for row in layout.rows if row in filled)
    return {row: colour for row, colour in colours if colour}


def _is_of_one_colour(sheet: Sheet, layout: Layout, column: int, filled: Filled) -> bool:
    """Whether all cells of a column are filled in the same."""
    texts = sheet.columns[column].texts
    colours = {filled.get(row, {}).get(column, "") for row in layout.rows if row in texts}
    return len(colours) == 1 and "" not in colours


def _colour(sheet: Sheet, fills: Mapping[int, str], row: int, columns: Set[int], names: Sequence[int]) -> str:
    held = [column for column in columns if row in sheet.columns[column].texts]
    counts = Counter(fills[column] for column in held if column in fills)
    for colour, count in counts.most_common(1):
        if 2 * count > len(held):
            return colour
    return next((fills[name] for name in names if name in fills), "")


def decoration(sheet: Sheet, layout: Layout, colours: Mapping[int, str], filled: Filled) -> Iterator[str]:
    """Those of the colours of a roster's rows that are no mark."""
    for colour in dict.fromkeys(colours.values()):
        rows = [row for row in layout.rows if colours.get(row) == colour]
        many = 2 * len(rows) > len(layout.rows)
        even = _are_stripes(rows, layout.rows) or _are_sections(colour, rows, layout.rows, filled)
        if many or even or any(_says_again(sheet, column, rows, layout.rows, colours) for column in layout.columns):
            yield colour


def _are_stripes(rows: Sequence[int], every: Sequence[int]) -> bool:
    """Whether a colour comes again and again at the same distance, from the top of a list to its end."""
    if len(rows) < _FEWEST_STRIPES:
        return False
    (distance, times), *_ = Counter(below - row for row, below in pairwise(rows)).most_common(1)
    return distance > 1 and times >= _EVEN * (len(rows) - 1) and distance * len(rows) >= _THROUGHOUT * len(every)


def _are_sections(colour: str, rows: Sequence[int], every: Sequence[int], filled: Filled) -> bool:
    """Whether all rows of some sections have the colour: below titles that have it, too, or between empty rows."""
    numbered = groupby(enumerate(every), key=lambda each: each[1] - each[0])
    sections = [[row for _, row in section] for _, section in numbered]
    whole = [section for section in sections if set(section) <= set(rows)]
    titled = [section for section in whole if colour in filled.get(section[0] - 1, {}).values()]
    among = len(sections) > 1 and all(len(section) > 1 for section in whole)
    return sum(map(len, whole)) == len(rows) and (among or len(titled) == len(whole))


def _says_again(
    sheet: Sheet, column: ColumnReading, rows: Sequence[int], every: Sequence[int], colours: Mapping[int, str]
) -> bool:
    """Whether the rows of a colour are those that hold a value in a column, but for rows of another colour."""
    held = sheet.columns.get(column.column)
    if held is None or column.meaning in NAMES:
        return False
    values = {held.texts.get(row, "").casefold() for row in rows}
    plain = (held.texts.get(row, "").casefold() for row in every if row not in colours)
    if "" in values or not values.isdisjoint(plain):
        return False
    told = sense(column.heading).false_friend
    if len(values) > 1:
        return told in _SETTLED
    if column.meaning in _COUNTED:
        return len(colours) == len(every)
    telling = column.meaning in (Meaning.TEAM, Meaning.DESIGN) or told in _TELLING
    return telling or (column.fate is Fate.NO_PART and len(rows) >= _FEWEST_ALIKE)
