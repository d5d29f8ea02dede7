"""Rows that somebody filled with a colour or wrote in it, and the notes that say what a colour means.

A colour orders nothing and leaves nothing out: its rows are named, beside what explains it, so that a person decides. What
speaks of payments alone is no part of an order, and what is decoration (`filled_rows`) is told where a note says what it means.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_import.check.filled_rows import colours_of_rows, decoration
from roster_import.check.rows.messages import rows_listed
from roster_import.language.invisible import cut
from roster_import.language.messages import capital, listed, say, say_n, templates
from roster_import.model.layout import Fate, Meaning
from roster_import.model.problem import Origin, Place
from roster_import.model.workbook import WHITE, at_cell, column_letter
from roster_import.recognise.colours import called, colour_of, explained, filled_cells, is_of_a_payment, shown_by
from roster_import.recognise.order_words import is_about_the_order
from roster_import.recognise.spoken_numbers import names_size

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet
    from roster_import.recognise.colours import Filled

_FEW = 2  # cells of a row that is a note; more are a table
_FEW_BESIDE = 12  # cells of a column beside the table that may explain colours
_MOST_OF_LEGENDS = 200  # cells of a sheet that explains colours; a larger one is another table
_MOST_COLOURS = 4  # more that nobody explains are a rainbow
_GOODS = frozenset({Meaning.SIZE, Meaning.DESIGN, Meaning.SIZE_LIST})
_NAMED = templates(
    {
        "red": "red", "orange": "orange", "yellow": "yellow", "green": "green", "turquoise": "turquoise", "blue": "blue",
        "purple": "purple", "pink": "pink", "brown": "brown", "grey": "grey", "black": "black",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """A cell that says what a colour means, in words (`word`) or by standing in it or beside it (`colour`).

    `sheet` is where it stands, if not among the players.
    """

    cell: Cell
    told: str
    word: str = ""
    colour: str = ""
    sheet: str = ""

    @property
    def place(self) -> str:
        """Where it stands."""
        address = self.cell.address
        return say("{address} on sheet {sheet}", address=address, sheet=self.sheet) if self.sheet else address

    @property
    def is_of_the_order(self) -> bool:
        """Whether it may change what is ordered; in words, whatever is no payment may."""
        return is_about_the_order(self.told) or bool(self.word and not self.is_of_a_payment)

    @property
    def is_of_a_payment(self) -> bool:
        """Whether it speaks of nothing but money."""
        return is_of_a_payment(self.told)

    @property
    def is_told(self) -> bool:
        """Whether it decides whether the rows of its colour are told."""
        return self.is_of_the_order or self.is_of_a_payment

    @property
    def is_said_without_rows(self) -> bool:
        """Whether it is to be told although no row has the colour: its letters may be meant."""
        of_rows = is_about_the_order(self.told) and not names_size(self.told)  # somebody is called Rosa, and wants an L
        certain = self.told == self.cell.text or "=" in self.cell.text or of_rows
        return bool(self.word) and certain and not self.is_of_a_payment and not self.sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class ColouredRows:
    """What the colours of a sheet say: its marked rows by their colour, and what explains colours."""

    sheet: Sheet
    marked: Mapping[str, Sequence[int]]
    decoration: Collection[str]
    legends: Sequence[Legend]
    filled: Filled

    @classmethod
    def of(cls, sheet: Sheet, layouts: Sequence[Layout], beside: Sequence[Sheet] = ()) -> ColouredRows:
        """The colours of a sheet with these rosters on it; what they mean may also stand on a sheet beside it."""
        filled = filled_cells(sheet)
        by_layout = [(layout, colours_of_rows(sheet, layout, filled)) for layout in layouts] if filled else []
        marked: dict[str, list[int]] = {}
        for _, colours in by_layout:
            for row, colour in colours.items():
                marked.setdefault(colour, []).append(row)
        plain = {colour for layout, colours in by_layout for colour in decoration(sheet, layout, colours, filled)}
        plain = plain if len(marked.keys() - plain) <= _MOST_COLOURS else {*marked}
        here = (each for each in _legends(sheet, layouts, filled, marked) if each.is_told or each.colour not in plain)
        elsewhere = (legend for other in beside for legend in _in_words(other)) if marked else ()
        return cls(sheet=sheet, marked=marked, decoration=plain, legends=[*here, *elsewhere], filled=filled)

    @property
    def explaining(self) -> frozenset[str]:
        """The addresses of the cells that explain colours, of which nothing else is to be said."""
        return frozenset(legend.cell.address for legend in self.legends if not legend.sheet)

    def problems(self, ordered: Collection[int]) -> Iterator[Problem]:
        """A warning for each colour of ordered rows, and for each legend of which no row is seen."""
        told: set[Legend] = set()
        rows: dict[tuple[str, Legend | None], list[int]] = {}
        for colour, marked in self.marked.items():
            if colour == WHITE:
                continue
            legend = self._legend_of(colour)
            told |= {legend} if legend else set()
            if self._is_told(colour, legend):
                rows.setdefault((called(colour)[0], legend), []).extend(row for row in marked if row in ordered)
        unseen = sorted(row for row in self.marked.get(WHITE, ()) if row in ordered)
        if 0 < 2 * len(unseen) <= len(ordered):  # most of a list is white on something dark that is not read
            yield _in_white(self.sheet, unseen)
        for (colour, legend), marked in rows.items():
            if marked:
                yield self._problem(colour, legend, sorted(set(marked)))
        seen = {word for colour in self.marked for word in called(colour)}
        cells = {legend.cell for legend in told}
        without_rows = (each for each in self.legends if each.is_said_without_rows and each.word not in seen)
        for each in {each.cell: each for each in without_rows if each.cell not in cells}.values():
            yield _without_rows(self.sheet, each.cell, self._cells_of(each.word, ordered))

    def _cells_of(self, word: str, rows: Collection[int]) -> list[str]:
        """The addresses of single cells of these rows that have the colour, where it is not a column's own."""
        columns: dict[int, list[int]] = {}
        for row in sorted(rows):
            for column, colour in self.filled.get(row, {}).items():
                if word in called(colour):
                    columns.setdefault(column, []).append(row)
        single = {column: marked for column, marked in sorted(columns.items()) if 2 * len(marked) <= len(rows)}
        return [f"{column_letter(column)}{row}" for column, marked in single.items() for row in marked]

    def _is_told(self, colour: str, legend: Legend | None) -> bool:
        if legend is not None and legend.is_told:
            return legend.is_of_the_order
        return colour not in self.decoration

    def _legend_of(self, colour: str) -> Legend | None:
        """What stands in the colour itself, else what names it by the likeliest of its words, else stands in a shade of it."""
        itself = [legend for legend in self.legends if legend.colour == colour]
        named = [legend for word in called(colour) for legend in self.legends if legend.word == word]
        shaded = [each for each in self.legends if each.colour and called(each.colour)[0] == called(colour)[0]]
        return next(iter((*itself, *named, *shaded)), None)

    def _problem(self, colour: str, legend: Legend | None, rows: Sequence[int]) -> Problem:
        place = at_cell(self.sheet.name, next(iter(self.sheet.rows[rows[0]].values())))
        also = tuple(Origin(sheet=self.sheet.name, row=row) for row in rows[1:])
        if legend is None:
            return place.problem("warning", "rows-coloured", _unexplained(colour, rows), also=also)
        return place.problem("warning", "text-may-change-order", _explained(colour, legend, rows), also=also)


def _legends(
    sheet: Sheet, layouts: Sequence[Layout], filled: Filled, marked: Mapping[str, Sequence[int]]
) -> Iterator[Legend]:
    """What explains colours on a sheet: notes above and below the players, and beside them."""
    colours = {row: colour for colour, rows in marked.items() for row in rows}
    players = {row for layout in layouts for row in layout.rows}
    headings = {layout.heading_row for layout in layouts}
    shades = {called(colour)[0] for colour in marked}
    narrow = [row for row, width in sheet.rows.widths.items() if width <= _FEW]
    for cell in _notes(sheet, layouts, narrow):
        yield from (Legend(cell=cell, word=word, told=told) for word, told in explained(cell.text))
        in_words = explained(cell.text) or colour_of(cell.text)
        colour = "" if in_words else shown_by(sheet, cell, filled)
        heads = (
            cell.row not in players | headings and colours.get(cell.row + 1) == colour
        )  # a title above rows as it is
        if cell.text and colour and called(colour)[0] in shades and colours.get(cell.row) != colour and not heads:
            yield Legend(cell=cell, colour=colour, told=cell.text)
    yield from _in_two_cells(sheet, layouts, narrow)


def _in_words(sheet: Sheet) -> Iterator[Legend]:
    """What a sheet without players says of colours."""
    for cell in sheet.cells if len(sheet.cells) <= _MOST_OF_LEGENDS else ():
        yield from (Legend(cell=cell, word=word, told=told, sheet=sheet.name) for word, told in explained(cell.text))
        yield from (replace(legend, sheet=sheet.name) for legend in _in_two_cells(sheet, (), [cell.row]))


def _notes(sheet: Sheet, layouts: Sequence[Layout], narrow: Sequence[int]) -> Iterator[Cell]:
    """The cells of rows that are no players', and those of few words in a column of its own beside them."""
    headings = {layout.heading_row for layout in layouts}
    taken = {row for layout in layouts for row in layout.rows} | headings
    for row in narrow:
        if row not in taken:
            yield from sheet.rows[row].values()
    ours = {
        each.column
        for layout in layouts
        for each in layout.columns
        if (each.heading or each.fate is not Fate.NO_PART) and not _is_a_legend(sheet, each)
    }
    for number, column in sheet.columns.items():
        if len(column.texts) <= _FEW_BESIDE:
            rows = (row for row in column.texts if row in taken and (number not in ours or row in headings))
            yield from map(column.cell, rows)


def _is_a_legend(sheet: Sheet, column: ColumnReading) -> bool:
    """Whether a column beside the players says in every cell what a colour means, whatever its heading: Key."""
    held = sheet.columns.get(column.column)
    texts = [text for text in held.texts.values() if text != column.heading] if held else []
    unread = column.fate in (Fate.NO_PART, Fate.ASKED, Fate.SET_ASIDE) and len(texts) <= _FEW_BESIDE
    return unread and bool(texts) and all("=" in text and explained(text) for text in texts)


def _in_two_cells(sheet: Sheet, layouts: Sequence[Layout], narrow: Sequence[int]) -> Iterator[Legend]:
    """Rows of a colour and what it says in words beside it, be they taken for players': Red, not to be ordered."""
    first = min((layout.heading_row or 1 for layout in layouts), default=0)
    goods = {each.column for layout in layouts for each in layout.columns if each.meaning in _GOODS}
    for row in narrow:
        if len(cells := sheet.rows[row]) == _FEW and row > first:
            colour, told = cells.values()
            if told.column not in goods and len(told.text.split()) > 1:
                both = replace(colour, text=f"{colour.text}: {told.text}")
                yield from (Legend(cell=both, word=word, told=says) for word, says in explained(both.text))


def rows_that_explain(sheet: Sheet, layouts: Sequence[Layout], rows: Collection[int]) -> set[int]:
    """Those of the rows in which stands what colours mean."""
    explaining = ColouredRows.of(sheet, layouts).explaining if rows else frozenset[str]()
    return {row for row in rows if any(cell.address in explaining for cell in sheet.rows.get(row, {}).values())}


# ---------------------------------------------------------------------------------------------------------- what is said


def _in_white(sheet: Sheet, rows: Sequence[int]) -> Problem:
    message = say_n(
        "{rows} of sheet {sheet} is written in white, so that nobody sees it, and is ordered all the same. Delete it if it is "
        "not wanted; else give it another colour.",
        "{rows} of sheet {sheet} are written in white, so that nobody sees them, and are ordered all the same. Delete those that "
        "are not wanted; give the others another colour.",
        len(rows),
        rows=capital(rows_listed(rows)),
        sheet=sheet.name,
    )
    also = tuple(Origin(sheet=sheet.name, row=row) for row in rows[1:])
    return Place(sheet=sheet.name, row=rows[0]).problem("warning", "row-hidden", message, also=also)


def _unexplained(colour: str, rows: Sequence[int]) -> str:
    return say_n(
        "{rows} is marked in {colour}, unlike the others. Nothing is read from a colour, and the row is ordered all the same: "
        "if something is to be different, change the row itself, or delete it; then take the colour off.",
        "{rows} are marked in {colour}, unlike the others. Nothing is read from a colour, and the rows are ordered all the "
        "same: if something is to be different, change the rows themselves, or delete those that are not wanted; then take "
        "the colour off.",
        len(rows),
        rows=capital(rows_listed(rows)),
        colour=say(_NAMED[colour]),
    )


def _explained(colour: str, legend: Legend, rows: Sequence[int]) -> str:
    return say_n(
        '{rows} is marked in {colour}, and {address} says "{text}". Every row is ordered all the same: if something is to be '
        "different, change the row itself, or delete it if it is not wanted; then take the colour off.",
        '{rows} are marked in {colour}, and {address} says "{text}". Every row is ordered all the same: if something is to be '
        "different, change the rows themselves, or delete those that are not wanted; then take the colour off.",
        len(rows),
        rows=capital(rows_listed(rows)),
        colour=say(_NAMED[colour]),
        address=legend.place,
        text=cut(legend.cell.text),
    )


def _without_rows(sheet: Sheet, cell: Cell, filled: Sequence[str]) -> Problem:
    text = cell.text
    if filled:
        message = say_n(
            'The note at {address} says "{text}", and cell {cells} has that colour. Every row is ordered whatever '
            "its colour: if something is to be different, change or empty that cell; then take the colour off.",
            'The note at {address} says "{text}", and cells {cells} have that colour. Every row is ordered whatever '
            "its colour: if something is to be different, change or empty those cells; then take the colour off.",
            len(filled),
            address=cell.address,
            text=cut(text),
            cells=listed(filled),
        )
        return at_cell(sheet.name, cell).warning("text-may-change-order", message)
    message = say(
        'The note at {address} says "{text}", and no row is seen that has that colour. Every row is ordered whatever '
        "its colour: if something is to be different, change the rows themselves.",
        address=cell.address,
        text=cut(text),
    )
    return at_cell(sheet.name, cell).warning("text-may-change-order", message)
