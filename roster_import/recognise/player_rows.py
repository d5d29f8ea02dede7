"""Which rows under the heading are players': not totals, footnotes, examples, or a bare running number."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from roster_import.model.layout import Meaning
from roster_import.recognise.cell_kinds import Trait, integer, says_nothing, traits
from roster_import.recognise.examples import is_example, rows_of_examples
from roster_import.recognise.notes import is_label, is_note, is_sentence
from roster_import.recognise.sign_offs import in_a_line, signs_off
from roster_import.recognise.tokens import take_apart
from roster_import.recognise.totals import is_total, opens_prices, opens_sum, rows_of_sums
from roster_import.recognise.words import WORN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from roster_import.model.layout import ColumnReading
    from roster_import.model.workbook import Cell, Column, Sheet

    Row = Mapping[int, Cell]

M = Meaning
_PEOPLE = {M.PLAYER, M.FIRST_NAME, M.LAST_NAME, M.NAME, M.PLAYER_NUMBER, M.NAME_NUMBER}
_TELLING = frozenset({*_PEOPLE, M.NUMBER, M.SIZE, M.SIZE_LIST, M.DESIGN, M.LOGO, M.PLACEHOLDER})
_OF_ONE = frozenset({M.NUMBER, M.PLACEHOLDER, M.ORDER})
COUNTING = frozenset({M.QUANTITY, M.STORAGE_QUANTITY})
"""Columns of how many."""

_PREFILLED = frozenset({M.DESIGN, M.LOGO})  # with the quantity, what forms fill in on rows nobody uses
_FEWEST_PREFILLED = 3
_OF_INITIALS, _FEWEST_INITIALS, _NEARLY_ALL = (2, 3), 3, 0.8
_SECTION = 3  # columns that a title between the players is spread over, at least
_A_PAIR = 2  # a garment, and how many of it
_GOODS = frozenset(
    {Trait.JERSEY, Trait.LETTER_SIZE, Trait.NUMBER_SIZE, Trait.COUNT, Trait.NOTHING, Trait.MARK, Trait.CODE}
)
_EXPLAINS = re.compile(r"=\s*[^\W\d_]{2}")
_WORD = re.compile(r"[^\W\d_]{3}|[\u1100-\uffff]{2}")
_OF_NOBODY = frozenset({Trait.PHONE, Trait.DATE, Trait.EMAIL, Trait.MONEY})
_NO_GOODS = frozenset({Trait.PHONE, Trait.DATE, Trait.EMAIL, Trait.MONEY, Trait.PROSE})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerRows:
    """What tells the rows of one sheet apart: the columns that matter, and what is pre-filled."""

    wanted: frozenset[int]  # columns of which one makes a row a player's
    people: frozenset[int]  # columns of those that name somebody
    of_one: frozenset[int]  # columns of what no sum has: numbers and other prints, references of orders
    initials: frozenset[int]  # columns of people by their initials
    capital: bool  # people are written with a capital letter
    silent: frozenset[int]  # columns of running numbers
    defaults: Mapping[int, str]
    usual: int  # cells of a row that is filled in

    def fills(self, column: int, text: str) -> bool:
        """Whether somebody filled in this text in a cell of the column."""
        return column not in self.silent and self.defaults.get(column) != text and not says_nothing(text)

    def plain(self, sheet: Sheet, below: Sequence[int]) -> set[int]:
        """The rows that are certainly players', as nothing in them could make them a sum, an example or a note."""
        strange = below
        for column in sorted(columns_of(sheet, self.wanted), key=lambda column: len(column.distinct)):
            strange = column.without(partial(self.fills, column.number), strange)
        players = set(below).difference(strange)
        widths, least = sheet.rows.widths, max(self.usual, 2)
        narrow = [row for row in players if widths[row] < least]
        return players.difference(rows_of_examples(sheet), rows_of_sums(sheet, below), self._notelike(sheet, narrow))

    def _notelike(self, sheet: Sheet, narrow: Sequence[int]) -> Iterable[int]:
        """Those of the rows that may be a note: of one cell, or of few that say anything and nothing to order."""
        said = Counter({row: sheet.rows.widths[row] for row in narrow})
        for column in sheet.columns.values() if narrow else ():
            said.subtract(said.keys() & column.holding(set(filter(says_nothing, column.distinct))))
        few: Sequence[int] = [
            row for row, cells in said.items() if cells < min(self.usual, 3) and sheet.rows.widths[row] > 1
        ]
        for column in columns_of(sheet, self.wanted - self.people):
            few = column.without(is_goods, few)
        lone = (
            row
            for row in narrow
            if sheet.rows.widths[row] == 1 or self._counts_garments(sheet.rows[row]) or _explains(sheet.rows[row])
        )
        return chain(few, lone)

    def is_narrow(self, cells: int) -> bool:
        """Whether a row of so many cells, below the table, may be a legend."""
        return cells * 2 <= self.usual + 1

    def is_player(self, row: Row, merged: Row, *, apart: bool) -> bool:
        """Whether the row is one to be ordered from; `apart` says that it stands below the table, behind empty rows.

        `merged` are the cells above that reach down to it: they say for whom it is, where it does not, and order nothing.
        """
        if not any(column in self.wanted and self.fills(column, cell.text) for column, cell in row.items()):
            return False
        row = row if self.people & row.keys() else {**merged, **row}
        if (
            is_example(row)
            or opens_prices(row)
            or ((is_total(row) or self._sums_goods(row)) and not self._is_initials(row))
        ):
            return False
        return not (self._is_note(row) or (apart and self._is_below(row)))

    def _sums_goods(self, row: Row) -> bool:
        """Whether it sums up the pieces of a size or a garment, in the place of a name: Total, Shorts, M, 3."""
        return len(row.keys() & self.people) == 1 and row.keys().isdisjoint(self.of_one) and opens_sum(row)

    def _is_initials(self, row: Row) -> bool:
        """Whether somebody's initials stand there, in a column of initials, that are the short form of pieces, too: ST, DB."""
        return any(len(row[column].text) in _OF_INITIALS for column in self.initials & row.keys())

    def _is_note(self, row: Row) -> bool:
        """Whether the row holds one cell that is no player, or a label and what it says, but nothing to order."""
        if len(row) > 1 and len(row) >= self.usual:
            return False
        said = [cell.text for cell in row.values() if not says_nothing(cell.text)]
        if len(row) == 1 and (is_note(said[0]) or (self.capital and _in_small_letters(said[0]))):
            return True
        if self._counts_garments(row) or _explains(row):
            return True
        if self._holds_goods(row):
            return False
        if len(row) == _A_PAIR and any(_is_no_name(row[column].text) for column in self.people & row.keys()):
            return True  # Paid so far 343
        if len(said) >= min(self.usual, 3):
            return is_label(said[0]) and any(
                Trait.PHONE in traits(text) for text in said
            )  # Trainer, who it is, and his phone
        return _is_spread(row) or is_label(said[0]) or (len(said) == 1 and is_sentence(said[0]))

    def _counts_garments(self, row: Row) -> bool:
        """Whether it says of a garment how many: Polos 12."""
        named = [cell.text for column, cell in row.items() if column in self.people]
        others = [cell.text for column, cell in row.items() if column not in self.people]
        counted = len(row) == _A_PAIR and len(others) == 1 and integer(others[0]) is not None
        return counted and all(term.concept in WORN for text in named for term in take_apart(text).main)

    def _is_below(self, row: Row) -> bool:
        """Whether a row below the table is a legend, a list of sizes, or says something else than the table does."""
        if not self.is_narrow(len(row)):
            return False
        named = [row[column].text for column in row.keys() & self.people]
        if self.people and len(row) == 1 and not named and integer(next(iter(row.values())).text) is not None:
            return True  # how many, under what is counted
        if not named and any(Trait.LETTER_SIZE in traits(row[column].text) for column in row.keys() & self.of_one):
            return bool(self.people)
        if named and all(Trait.LETTER_SIZE in traits(text) for text in named):
            return True
        if self.people and not named and not self._holds_goods(row):
            return True  # the coach and the leader, under the number and the size
        if self._holds_goods(row):
            return False
        others = [cell.text for column, cell in row.items() if column not in self.people]
        persons = [
            column in row and Trait.FULL_NAME in traits(row[column].text) for column in self.wanted - self.people
        ]
        if len(row) > 1 and signs_off(in_a_line(row)):
            return True  # Ordered by, Paul Green
        return any(persons) or any(traits(text) & _NO_GOODS or is_sentence(text) for text in others)

    def _holds_goods(self, row: Row) -> bool:
        """Whether a number, a size, or how many stands in a column beside the people."""
        beside = (self.wanted - self.people) & row.keys()
        return any(is_goods(row[column].text) for column in beside)

    def holds_something(self, row: Row) -> bool:
        """Whether the row is more than a running number and what is pre-filled; words where numbers run are a note."""
        return any(
            _WORD.search(cell.text) if column in self.silent else self.fills(column, cell.text)
            for column, cell in row.items()
        )


def player_rows(
    sheet: Sheet, below: Sequence[int], columns: Sequence[ColumnReading], counters: frozenset[int]
) -> PlayerRows:
    """What tells the rows `below` the heading apart; `counters` are columns that number them."""
    telling = frozenset(reading.column for reading in columns if reading.meaning in _TELLING)
    counting = frozenset(reading.column for reading in columns if reading.meaning in COUNTING)
    prefilled = frozenset(reading.column for reading in columns if reading.meaning in _PREFILLED)
    people = frozenset(reading.column for reading in columns if reading.meaning in _PEOPLE)
    widths = sorted(width for width in map(sheet.rows.widths.__getitem__, below) if width > 1)
    return PlayerRows(
        wanted=telling | counting,
        people=people,
        of_one=frozenset(reading.column for reading in columns if reading.meaning in _OF_ONE),
        initials=frozenset(column for column in people if _holds_initials(sheet, below, column)),
        capital=all(_holds_capitals(sheet, below, column) for column in people),
        silent=counters,
        defaults=_defaults(sheet, below, telling - prefilled, prefilled | counting),
        usual=widths[len(widths) * 3 // 4] if widths else 0,
    )


def _holds_capitals(sheet: Sheet, below: Sequence[int], column: int) -> bool:
    texts = sheet.columns[column].texts if column in sheet.columns else {}
    named = [texts[row] for row in below if row in texts]
    small = sum(text[:1].islower() for text in named)
    return len(named) - small > 2 * small  # a note or two may stand among them


def _explains(row: Row) -> bool:
    """Whether it says what a sign or a colour means, in two cells: x, = has one already."""
    return len(row) == _A_PAIR and any(_EXPLAINS.match(cell.text) for cell in row.values())


def _in_small_letters(text: str) -> bool:
    """Whether it is of several words and none of them begins as a name does: en attente du bureau."""
    return len(text.split()) > 1 and text == text.lower() and not any(map(str.isdigit, text))


def _holds_initials(sheet: Sheet, below: Sequence[int], column: int) -> bool:
    texts = sheet.columns[column].texts if column in sheet.columns else {}
    named = [texts[row] for row in below if row in texts]
    short = sum(len(text) in _OF_INITIALS and text.isupper() for text in named)
    return short >= max(_FEWEST_INITIALS, _NEARLY_ALL * len(named))


def _defaults(
    sheet: Sheet, below: Sequence[int], own: Collection[int], prefilled: Collection[int]
) -> Mapping[int, str]:
    """Column -> the value that is pre-filled down rows which hold nothing of their own."""
    if not own:
        return {}
    bare = set(below).difference(*(column.texts for column in columns_of(sheet, own)))
    values = {
        column.number: [column.texts[row] for row in bare & column.texts.keys()]
        for column in columns_of(sheet, prefilled)
    }
    return {
        column: texts[0] for column, texts in values.items() if len(texts) >= _FEWEST_PREFILLED and len(set(texts)) == 1
    }


def columns_of(sheet: Sheet, numbers: Collection[int]) -> Iterator[Column]:
    """Those of the columns that are filled anywhere."""
    return (sheet.columns[number] for number in numbers if number in sheet.columns)


def is_goods(text: str) -> bool:
    """Whether a number, a size, a count, a mark or a code stands there, as of something that is ordered."""
    return bool(traits(text) & _GOODS)


def _is_no_name(text: str) -> bool:
    return integer(text) is not None or bool(traits(text) & _OF_NOBODY)


def _is_spread(row: Row) -> bool:
    """Whether the only cell of the row is merged over the columns beside it, as the title of a section is."""
    cell = next(iter(row.values()))
    return len(row) == 1 and cell.merged is not None and cell.merged[1] - cell.column >= _SECTION - 1
