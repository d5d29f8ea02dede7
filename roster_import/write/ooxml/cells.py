"""The words in which a change to a workbook is said: values, looks, cell edits, new sheets, changed sheets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from roster_import.errors import WriteError
from roster_import.language.messages import say
from roster_import.model.result_sheets import OUR_MARKS
from roster_import.model.workbook import column_letter

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_ROW: Final = 1_048_576
MAX_COLUMN: Final = 16_384

Value: TypeAlias = str | int | float | Decimal | bool | date | datetime | None


class Keep(Enum):
    """The one value that is none: whatever the cell holds stays."""

    KEEP = "keep"


KEEP: Final = Keep.KEEP


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a cell looks like; whatever is not said stays as the cell has it.

    Colours are `RRGGBB`, `size` is in points, `indent` in characters or so from the left, `top` puts text at the top of
    its cell as `wrap` does, unless it is to stay `level` with what the cell has. Without `number_format` the value decides:
    a `Decimal` is shown with as many decimals as it was received with, a date as `yyyy-mm-dd`.
    """

    fill: str | None = None
    colour: str | None = None
    bold: bool = False
    underline: bool = False
    size: float | None = None
    wrap: bool = False
    top: bool = False
    level: bool = False
    align: str | None = None
    indent: int = 0
    line_below: str | None = None
    line_above: str | None = None
    number_format: str | None = None


PLAIN: Final = Look()
WRAPPED: Final = Look(wrap=True)
HEADER: Final = Look(fill="DCE6F1", colour="1F3552", bold=True, wrap=True, line_below="7F9DB9")
TITLE: Final = Look(colour="1F3552", bold=True, size=16)
TOTAL: Final = Look(bold=True)
SUM: Final = Look(bold=True, line_above="7F9DB9")
MUTED: Final = Look(colour="6B7280")
ERROR, WARNING, GOOD = (Look(fill=OUR_MARKS[mark]) for mark in ("error", "warning", "good"))
MARKS: Final = frozenset(OUR_MARKS.values())
LINK: Final = Look(colour="0563C1", underline=True)


@lru_cache(maxsize=256)
def beside(look: Look) -> Look:
    """What of a look is added to that of the cell beside: a mark, wrapping and alignment; no colours and lines."""
    mark = look.fill if look.fill in MARKS else None
    return Look(
        fill=mark, wrap=look.wrap, level=True, align=look.align, indent=look.indent, number_format=look.number_format
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CellEdit:
    """What becomes of one cell.

    `note` is shown as a note on the cell (added to one that is there already), `link` is a place in the same workbook
    such as `'Roster'!D7`. `beside` lets a new cell look as the one left of it, where that has a look of its own: then
    `look` adds a mark, wrapping and alignment to that.
    """

    value: Value | Keep = KEEP
    look: Look = PLAIN
    note: str | None = None
    link: str | None = None
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The bars of one kind in a chart: the cell of its name, and the cells of its numbers."""

    name: tuple[int, int]
    values: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A bar chart of cells of the sheet it stands on, over the cells `place`.

    `categories` are the cells under the bars; every series has as many values, in a row or a column as they are.
    `stacked` piles the bars of a category up instead of putting them side by side. `description` is for those who
    cannot see it. `language` is that of its words.
    """

    title: str
    categories: Box
    series: tuple[Series, ...]
    place: Box
    stacked: bool = False
    description: str = ""
    language: str = "en-US"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSheet:
    """A sheet to add: its rows from A1, column widths in characters, heading rows and columns that stay in sight.

    `first` puts it before the user's sheets, `opened` makes it the sheet that is shown when the workbook is opened.
    `filtered` gives the last frozen row filter buttons. `marker` is remembered with the sheet as long as it lives,
    whatever it is renamed to: see `marked_sheets`. `merged` are the areas whose cells are one, `hidden` the
    columns out of sight. `together` are the rows where what stays on one sheet of paper may begin, the first that leaves
    room being taken, and the row where it ends. `copied` says that its cells are people's own, letter for letter; in
    what we say, what cannot be seen is shown by its number.
    """

    name: str
    rows: tuple[tuple[CellEdit | Value, ...], ...] = ()
    widths: tuple[float, ...] = ()
    frozen_rows: int = 0
    frozen_columns: int = 0
    merged: tuple[Box, ...] = ()
    hidden: frozenset[int] = frozenset()
    together: tuple[int, ...] = ()
    chart: Chart | None = None
    filtered: bool = False
    first: bool = False
    opened: bool = False
    tab_colour: str | None = None
    marker: str | None = None
    copied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetChange:
    """Changes to cells of a sheet that is there, by (row, column) counted from 1; widths by column.

    `unmarked` first takes every mark (`ERROR`, `WARNING`, `GOOD`) and note off it that an earlier change put there.
    `in_sight` shows the rows and columns of the cells that somebody has hidden.
    `joined` are columns that belong to the list beside them, heading row first: its filter and its table grow by them.
    `noted_at` is the time the notes are written, such as `2026-12-07T09:30:00Z`; an answer in a thread of comments carries it.
    """

    name: str
    cells: Mapping[tuple[int, int], CellEdit]
    widths: Mapping[int, float] = field(default_factory=dict)
    unmarked: bool = False
    in_sight: bool = False
    joined: Box | None = None
    noted_at: str = ""


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """The column counted from 1: AB is 28."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def address(row: int, column: int) -> str:
    """The address of a cell counted from 1, such as `D7`.

    Raises WriteError where no sheet has such a cell.
    """
    if not (1 <= row <= MAX_ROW and 1 <= column <= MAX_COLUMN):
        raise WriteError(
            say(
                "There is no cell in row {row}, column {column}: a sheet ends at row 1,048,576, column XFD.",
                row=row,
                column=column,
            )
        )
    return f"{column_letter(column)}{row}"


Box: TypeAlias = tuple[int, int, int, int]
_BOX: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]+)(?::\$?([A-Za-z]{1,3})\$?([0-9]+))?")


def box(reference: str) -> Box | None:
    """The (first row, first column, last row, last column) of a reference such as `A1:C5`, or None."""
    match = _BOX.fullmatch(reference.strip())
    if match is None:
        return None
    left, top, right, bottom = match.groups()
    first = (int(top), column_number(left))
    last = (int(bottom), column_number(right)) if right else first
    return (*first, *last)


def fixed(area: str) -> str:
    """An area as names and formulas have it that are copied: `$A$1:$C$5`."""
    return re.sub("([A-Z]+)([0-9]+)", r"$\1$\2", area)
