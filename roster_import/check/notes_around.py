"""Comments on cells, and notes above, below, between and over the players: what asks for something else than the rows say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.check.rows.garments import names_a_garment_beside
from roster_import.check.rows.messages import rows_listed
from roster_import.check.rows.sheet_warnings import titles_repeated
from roster_import.language.invisible import cut
from roster_import.language.messages import say, templates
from roster_import.model.layout import Fate, Meaning
from roster_import.model.problem import Place
from roster_import.model.workbook import at_cell
from roster_import.recognise.late_comers import is_late_comer, is_whole_row
from roster_import.recognise.lines_above import says_how_to_fill_in
from roster_import.recognise.notes import divides, is_by_somebody, is_sentence
from roster_import.recognise.of_all_rows import asks_for_another_size, is_counted_otherwise, is_of_all_rows
from roster_import.recognise.order_words import (
    adds_somebody,
    asks_of_a_number,
    asks_otherwise,
    holds_back,
    is_of_who_waits,
)
from roster_import.recognise.ordered_before import is_ordered_before
from roster_import.recognise.print_words import (
    asks_for_capitals,
    asks_for_part_of_names,
)
from roster_import.recognise.remark_words import (
    gets_several,
    has_left,
    orders_a_piece,
    says_a_number_is_taken,
    takes_a_number,
    wants_one_more,
)
from roster_import.recognise.sign_offs import is_due
from roster_import.recognise.spoken_numbers import names_size

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Level, Problem
    from roster_import.model.workbook import Cell, Comment, Sheet

_LONGEST = 200  # letters of a note in which somebody's name is looked for
_OF_ALL = (asks_otherwise, is_of_all_rows, asks_for_another_size, is_counted_otherwise)


_COMMENTS = templates(
    {
        "all": 'The comment on {address} says "{text}". It may be about every row, and all of them are ordered as they stand, '
        "whatever the comment says: if something is to be different, change the rows themselves.",
        "one": 'The comment on {address} says "{text}". The rows are ordered as they stand, whatever the comment says: if '
        "something is to be different, change the row itself; then delete the comment.",
    }
)


def comments_told(sheet: Sheet, layouts: Sequence[Layout], ordered: set[int]) -> Iterator[Problem]:
    """A warning for each comment on an ordered row, and elsewhere for what is about somebody or about every row."""
    elsewhere = any(comment.row not in ordered for comment in sheet.comments)
    asks_of_somebody = (*_asks_of_names(sheet, layouts, anything=True), adds_somebody) if elsewhere else ()
    for comment in sheet.comments:
        if comment.row in ordered:
            message = say(
                'The comment on this cell says "{text}". The row is ordered as it stands, whatever the comment says: if '
                "something is to be different, change the row itself, or delete the row; then delete the comment.",
                text=cut(comment.text),
            )
            yield _at_comment(sheet, layouts, comment).warning("comment-on-row", message)
            continue
        of_all = any(asks(comment.text) for asks in _OF_ALL)
        alone = not sheet.text(comment.row, comment.column) and (
            orders_a_piece(comment.text) or names_size(comment.text)
        )
        # headings have notes that explain them
        if of_all or alone or any(asks(comment.text) for asks in asks_of_somebody):
            message = say(_COMMENTS["all" if of_all else "one"], address=comment.address, text=cut(comment.text))
            yield _at_comment(sheet, layouts, comment).warning("text-may-change-order", message)


def _at_comment(sheet: Sheet, layouts: Sequence[Layout], comment: Comment) -> Place:
    headings = (column.heading for layout in layouts for column in layout.columns if column.column == comment.column)
    text = sheet.text(comment.row, comment.column)
    heading = next(headings, "") or None
    return Place(sheet=sheet.name, cell=comment.address, row=comment.row, column=heading, value=text or None)


# ---------------------------------------------------------------------------------------------------- notes and boxes


_NOTES = templates(
    {
        "beside": 'The note at {address} says "{text}". The rows are ordered as they stand, whatever the note says: if something '
        "is to be different, change the rows themselves; then delete the note.",
        "between": 'The note at {address}, between the players, says "{text}". What stands below it ({below}) is ordered all the '
        "same, as is what stands above: delete the rows that are not to be, or change what is to be different; then delete "
        "the note.",
        "kept back": 'The note at {address}, between the players, says "{text}", so nobody can tell whether what stands below it '
        "({below}) is to be ordered. Delete those rows if not, and the note in any case.",
        "above": 'The note at {address}, right above the players, says "{text}". The rows below it are ordered all the same: '
        "delete those that are not to be, or change what is to be different; then delete the note.",
    }
)
_REACHED_AT = re.compile(r"\+?\d[\d ()/-]{7,}\d|\S+@\S+")  # a telephone, an address of mail
_READ_OVER = " @ "  # what is read over in free text
_FEW = 2  # cells of a row that is a note; more are a table


def notes_told(sheet: Sheet, layouts: Sequence[Layout], explaining: Collection[str]) -> Iterator[Problem]:
    """A warning for each note above or below the players that asks for sleeves, or below them for something else."""
    first = min((layout.heading_row or 1 for layout in layouts), default=1)
    taken = {row for layout in layouts for row in (*layout.rows, layout.heading_row)}
    beside = (row for row, width in sheet.rows.widths.items() if width <= _FEW and row not in taken)
    anywhere = (
        _is_of_all_rows,
        asks_for_another_size,
        asks_of_a_number,
        wants_one_more,
        gets_several,
        says_a_number_is_taken,
        *_asks_of_names(sheet, layouts),
    )
    players = sorted(row for layout in layouts for row in layout.rows)
    left_out = {row for layout in layouts for row in layout.left_out if sheet.rows.widths.get(row) == 1}
    left_out -= titles_repeated(sheet, layouts)
    headed = {row - 1 for row in taken if row}  # the rows right above players and headings may be their title
    for row in beside:
        between = [first] < [row] < players[-1:]
        legend = any(cell.address in explaining for cell in sheet.rows[row].values())
        for whole in sheet.rows[row].values():
            cell = replace(whole, text=_REACHED_AT.sub(_READ_OVER, whole.text))
            below = row > first and (asks_otherwise(cell.text) or adds_somebody(cell.text)) and not is_due(cell.text)
            late = is_late_comer if [row] > players[-1:] else is_whole_row
            below = below or (row not in headed and late(cell.text))
            below = below or ((row > first or len(layouts) > 1) and is_ordered_before(cell.text))
            divider = between and row in left_out and divides(whole.text)
            dressed = between and sheet.rows.widths[row] == 1 and names_a_garment_beside(cell.text)
            asked = below or divider or dressed or any(asks(cell.text) for asks in anywhere)
            if asked and not legend:
                upto = min((other for other in left_out if other > row), default=_end_of_part(layouts, row))
                yield _note(sheet, whole, first=first, players=players, upto=upto)


_BOXES = templates(
    {
        "box": 'A text box at {address} says "{text}". The rows are ordered as they stand, whatever it says: if something is to '
        "be different, change the rows themselves; then delete the text box.",
        "page": 'The header or footer of the printed page of sheet {sheet} says "{text}". The rows are ordered as they stand, '
        "whatever it says: if something is to be different, change the rows themselves; then delete that text.",
    }
)


def boxes_told(sheet: Sheet, layouts: Sequence[Layout], called: Collection[str]) -> Iterator[Problem]:
    """A warning for each text over or around the cells that wants something of the rows, or names one of the people."""
    if not sheet.boxes:
        return
    anywhere = (asks_otherwise, adds_somebody, asks_of_a_number, is_of_all_rows, *_asks_of_names(sheet, layouts))
    for box in dict.fromkeys(sheet.boxes):
        named = len(box.text.split()) > _FEW and any(word in called for word in _NAME.findall(box.text[:_LONGEST]))
        if named or any(asks(box.text) for asks in anywhere):
            message = say(
                _BOXES["box" if box.address else "page"], address=box.address, sheet=sheet.name, text=cut(box.text)
            )
            yield Place(sheet=sheet.name, cell=box.address or None).warning("text-may-change-order", message)


def _is_of_all_rows(text: str) -> bool:
    return is_of_all_rows(text) and not says_how_to_fill_in(text)


def _end_of_part(layouts: Sequence[Layout], row: int) -> int:
    """The row behind the part of the list that goes on, or begins, below a row."""
    parts = [layout.rows for layout in layouts if layout.rows and layout.rows[-1] > row]
    return min((part[-1] + 1 for part in parts), default=0)


def _note(sheet: Sheet, cell: Cell, *, first: int, players: Sequence[int], upto: int) -> Problem:
    """The warning of a note; of one that stands among the players it is said that those on both sides are ordered.

    Below it are the players as far as the next note, at row `upto`.
    """
    among = bool(players) and first < cell.row < players[-1]
    where = "beside" if not among else "between" if cell.row > players[0] else "above"
    below = [row for row in players if cell.row < row < upto] or [row for row in players if row > cell.row]
    told = {"below": rows_listed(below)} if where == "between" else {}
    kept_back = where == "between" and (holds_back(cell.text) or is_of_who_waits(cell.text))
    message = say(_NOTES["kept back" if kept_back else where], address=cell.address, text=cut(cell.text), **told)
    level: Level = "error" if kept_back else "warning"
    return at_cell(sheet.name, cell).problem(level, "text-may-change-order", message)


def _asks_of_names(
    sheet: Sheet, layouts: Sequence[Layout], *, anything: bool = False
) -> tuple[Callable[[str], bool], ...]:
    """What a note may ask of the names on the sheet: of somebody's size, of part of a name, of capitals where there are none.

    `anything`: whatever names somebody asks for something.
    """
    people = _texts(sheet, layouts, lambda column: column.fate is Fate.FOR_PEOPLE)
    printed = _texts(sheet, layouts, lambda column: column.meaning is Meaning.NAME)
    called = names_of_people(sheet, layouts)

    def is_of_somebody(note: str) -> bool:
        return any(is_of_one(part) for part in dict.fromkeys((note, *_CLAUSES.split(note[:_LONGEST]))))

    def is_of_one(note: str) -> bool:
        if called.isdisjoint(_NAME.findall(note[:_LONGEST])) or len(note.split()) < _FEW:
            return False
        if anything:
            return True
        asked = asks_otherwise(note) or names_size(note) or has_left(note) or takes_a_number(note)
        return asked or (is_sentence(note) and not is_by_somebody(note) and _READ_OVER not in note)

    capitals = () if all(map(str.isupper, printed or people)) else (asks_for_capitals,)
    return (is_of_somebody, asks_for_part_of_names, *capitals)


def names_of_people(sheet: Sheet, layouts: Sequence[Layout]) -> set[str]:
    """The words of what the people of the rows are called."""
    of_people = _texts(sheet, layouts, lambda column: column.fate is Fate.FOR_PEOPLE or column.meaning is Meaning.NAME)
    return {word for text in of_people for word in _NAME.findall(text)}


def _texts(sheet: Sheet, layouts: Sequence[Layout], wanted: Callable[[ColumnReading], bool]) -> list[str]:
    """What stands in the rows under the columns that are wanted."""
    columns = ((layout, column.column) for layout in layouts for column in layout.columns if wanted(column))
    return [text for layout, column in columns for text in sheet.down(column, layout.rows) if text]


_NAME = re.compile(r"[^\W\d_]{3,}")
_CLAUSES = re.compile(r"[,;.]\s")
