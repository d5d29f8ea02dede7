"""What was understood of a sheet: which column means what, and which rows are the roster."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Meaning(StrEnum):
    """What a column of a roster means; the words of the JSON's `understood`."""

    PLAYER = "player"
    FIRST_NAME = "first-name"
    NAME_PREFIX = "name-prefix"  # belongs to the last name, and is kept apart from it for sorting: van der
    LAST_NAME = "last-name"
    NAME = "name"
    NUMBER = "number"
    SIZE = "size"
    QUANTITY = "quantity"
    DESIGN = "design"
    LOGO = "logo"
    STORAGE_QUANTITY = "storage-quantity"
    ORDER = "order"
    TEAM = "team"
    PLACEHOLDER = "placeholder"
    PRICE = "price"
    ORDER_IF_YES = "order-if-yes"  # whether the row is ordered; a row without a yes is left out, and said
    SKIP_IF_YES = "skip-if-yes"  # has it already: a row with a yes is left out, and said
    NAME_IF_YES = "name-if-yes"  # whether the row's name is printed; without a yes it is not
    NUMBER_IF_YES = "number-if-yes"  # the same of its number
    PRINT_IF_YES = "print-if-yes"  # the same of both
    NO_NAME_IF_YES = "no-name-if-yes"  # the row's name is printed but with a yes: Do not print name
    NO_NUMBER_IF_YES = "no-number-if-yes"  # the same of its number
    NO_PRINT_IF_YES = "no-print-if-yes"  # the same of both
    PLAYER_NUMBER = "player-number"  # the player and the number to print, in one cell
    NAME_NUMBER = "name-number"  # the name and the number to print, in one cell
    SIZE_LIST = "size-list"  # several garments with their sizes, in one cell
    PARTS = "parts"  # several things in one cell, each with its name before it: Size: M | Number: 7
    HEADINGS = "headings"  # the headings of players that stand beside each other, each in a column
    IGNORED = "ignored"


PERSON = frozenset({Meaning.PLAYER, Meaning.FIRST_NAME, Meaning.LAST_NAME})
"""Who a row is for."""

NAMES = PERSON | {Meaning.NAME}
"""Who a row is for, or what is printed of it."""


IF_YES = {
    Meaning.NAME_IF_YES: frozenset({Meaning.NAME}),
    Meaning.NUMBER_IF_YES: frozenset({Meaning.NUMBER}),
    Meaning.PRINT_IF_YES: frozenset({Meaning.NAME, Meaning.NUMBER}),
}
"""What is printed of a row only with a yes."""

UNLESS_YES = {
    Meaning.NO_NAME_IF_YES: frozenset({Meaning.NAME}),
    Meaning.NO_NUMBER_IF_YES: frozenset({Meaning.NUMBER}),
    Meaning.NO_PRINT_IF_YES: frozenset({Meaning.NAME, Meaning.NUMBER}),
}
"""What is printed of a row but with a yes."""

SAYS_WHETHER_PRINTED = (*IF_YES, *UNLESS_YES)
"""The meanings of a column of yes and no that says whether something of the row is printed."""


class Fate(StrEnum):
    """What becomes of a filled cell of a roster, in the end of exactly one of these."""

    ORDERED = "ordered"  # it says what is ordered
    FOR_PEOPLE = "for-people"  # player, team: for the eyes of those who unpack it
    NO_PART = "no-part"  # no part of an order: contact, birth date, totals
    ASKED = "asked"  # an error that names the answers
    SET_ASIDE = "set-aside"  # by somebody's answer, or a warning says that nothing is ordered from it


_FOR_PEOPLE = frozenset({Meaning.PLAYER, Meaning.FIRST_NAME, Meaning.NAME_PREFIX, Meaning.LAST_NAME, Meaning.TEAM})


class LayoutKind(StrEnum):
    """How the rows of a roster are laid out."""

    ONE_ROW_PER_PLAYER = "one-row-per-player"
    LONG = "long"  # a row per garment: a player may stand on several
    SIZE_MATRIX = "size-matrix"
    NO_HEADER = "no-header"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnReading:
    """What one column was taken to mean. `of` names the garment, design, size or placeholder id it is about.

    A column that no row uses (`IGNORED`) but the order does has the key of the Order sheet's label as `of`: delivery-zip.
    `decided` is its fate where its meaning alone does not say it: asked about, or set aside by an answer.
    """

    column: int
    heading: str
    meaning: Meaning
    of: str | None = None
    sure: bool = True
    decided: Fate | None = None

    @property
    def fate(self) -> Fate:
        """What becomes of the cells under it, as far as that depends on the column."""
        if self.decided is not None:
            return self.decided
        if self.meaning in _FOR_PEOPLE:
            return Fate.FOR_PEOPLE
        return Fate.NO_PART if self.meaning is Meaning.IGNORED and not self.of_the_order else Fate.ORDERED

    @property
    def of_the_order(self) -> bool:
        """Whether the order takes something from it, and no row does."""
        return self.meaning is Meaning.IGNORED and self.of is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How one sheet is read as a roster: its heading row (None: there is none), data rows and columns.

    `rows` are the rows that hold data, in order: titles, repeated headings, totals, footnotes and rows that only
    carry a running number are left out by whoever recognised the sheet. `team` is the team the rows stand under, where
    a sheet holds blocks of several teams (one layout each) or a file one sheet per team. `left_out` are the rows under
    the heading that hold something but no player, so that nothing is passed over in silence. `one_row_each`: players are
    named, and hardly one stands on several rows, whether or not a column says the garment.
    """

    sheet: str
    heading_row: int | None
    kind: LayoutKind
    columns: tuple[ColumnReading, ...]
    rows: tuple[int, ...]
    team: str | None = None
    left_out: tuple[int, ...] = ()
    one_row_each: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnCells:
    """How many filled cells under one column of a layout met each fate; `layout` is its place among the layouts."""

    layout: int
    column: int
    cells: Mapping[Fate, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One possible meaning of a column; `words` say it to a person."""

    meaning: Meaning
    of: str | None = None
    words: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A column whose meaning cannot be decided: where it is, a few of its values, what it may mean, likeliest first.

    The samples are for the eyes of the person asked, never for a log. `held` says in words what stands in a column that
    nobody knows, and none of its values where they may be personal; it is empty where the heading leaves two meanings open.
    `counts`: its numbers run on from row to row, so that they may only count the rows. `chooses`: it may say of some rows
    that they are not to be ordered.
    `designs` is the heading of the column that says which garment each row is, where there is one.
    `rivals` are the keys of other columns that may be meant as well: the answer about this one is one about them.
    """

    sheet: str
    column: int
    heading: str
    heading_row: int | None
    samples: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    held: str = ""
    counts: bool = False
    chooses: bool = False
    key: str = ""  # what names the column in an answer: its heading, or its letter where that is empty or stands twice
    rivals: tuple[str, ...] = ()
    designs: str = ""
