"""What people wrote beside the order that may change it: comments on cells, and remarks in columns that are not ordered from.

The program cannot tell what is meant, so it is shown beside its row. A remark that says nothing of the order is somebody's
own business and is repeated nowhere.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.check.coloured_rows import ColouredRows
from roster_import.check.counts_in_names import pieces_in
from roster_import.check.done_before import done_for_some
from roster_import.check.remarks_in_headings import remarks_in_headings
from roster_import.check.rows.cell_answers import reads_as_no
from roster_import.check.rows.garments import names_a_garment_beside
from roster_import.check.rows.messages import named, rows_listed
from roster_import.check.rows.sheet_warnings import titles_repeated
from roster_import.check.signs_explained import signs_explained
from roster_import.language.invisible import cut
from roster_import.language.messages import capital, say, say_n, templates
from roster_import.model.layout import Fate, Meaning
from roster_import.model.problem import Origin, Place
from roster_import.model.workbook import at_cell
from roster_import.recognise.answers import OF_A_GARMENT
from roster_import.recognise.cell_kinds import says_nothing
from roster_import.recognise.headings import sense
from roster_import.recognise.late_comers import is_late_comer, is_whole_row
from roster_import.recognise.notes import divides, is_by_somebody, is_sentence
from roster_import.recognise.of_all_rows import asks_for_another_size, is_counted_otherwise, is_of_all_rows
from roster_import.recognise.order_words import (
    adds_somebody,
    asks_of_a_number,
    asks_otherwise,
    beside_a_name,
    calls_in_question,
    holds_back,
    is_about_the_order,
    is_of_who_waits,
    names_size,
    speaks_of_a_garment,
    wishes_for_a_number,
    wishes_for_a_size,
)
from roster_import.recognise.ordered_before import is_ordered_before
from roster_import.recognise.print_words import (
    ALONE,
    asks_for_capitals,
    asks_for_part_of_names,
    says_what_is_not_printed,
)
from roster_import.recognise.remark_words import (
    gets_several,
    has_left,
    is_gone,
    orders_a_piece,
    takes_a_number,
    wants_a_garment,
    wants_one_more,
    wants_something,
)
from roster_import.recognise.said_phrases import word_set, words_of
from roster_import.recognise.sign_offs import is_due
from roster_import.recognise.tokens import fold
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Level, Problem
    from roster_import.model.workbook import Cell, Column, Comment, Sheet, Workbook

_LONGEST = 200  # letters of a note in which somebody's name is looked for
_PLAYED = frozenset({Concept.PLAY, Concept.OFFICE})  # where a keeper or a captain wears something else
_REPLYING = frozenset(
    {Concept.GUARDIAN, Concept.CONTACT, Concept.PERMISSION, Concept.HEALTH}
)  # what parents wrote back
_OF_PRINT = re.compile(
    r"\b(?:heat transfer|print|embroider|aufdruck|flock|bestick|tryk|tryck|broder|flocage)", re.IGNORECASE
)
_BECOMES = re.compile(r"\S{1,12}\s{0,2}(?:-{1,2}>|=>|→)\s{0,2}\S{1,12}")  # 12 -> 21
_ACTIVE = re.compile(
    r"^\W*(?:is )?(?:active|aktiv\w{0,2}|actif|actieve?|activ[oa]|attiv[oa]|ativ[oa]|aktywn\w|aktivn\w|aktiivinen|aktif)\W*$",
    re.IGNORECASE,
)
_OF_MEMBERS = frozenset({Concept.MEMBERSHIP, Concept.STANDING, Concept.PRESENCE})
_LAPSED_WORDS = """
    inactive inaktiv inactif inactivo inattivo inativo nieaktywny neaktivni epaaktiivinen pasif ended lapsed expired withdrawn
    resigned beendet erloschen abgelaufen zuruckgezogen ophort udlobet trukket avslutad avslutet beeindigd verlopen teruggetrokken
    termine expire retire finalizado caducado retirado scaduto ritirato terminado expirado wygasl ukonceno paattynyt eronnut
"""
_LAPSED = frozenset(_LAPSED_WORDS.split())
_A_SENTENCE = 5  # words
_DRAFT = re.compile(r"draft\b", re.IGNORECASE)  # of a sheet; in a text it is how a league chooses its players
_OF_ALL = (asks_otherwise, is_of_all_rows, asks_for_another_size, is_counted_otherwise)
_NOT_ORDERED = frozenset({Fate.NO_PART, Fate.SET_ASIDE})


def remarks_on_rows(workbook: Workbook, layouts: Sequence[Layout], rows: Iterable[RosterRow]) -> Iterator[Problem]:
    """A warning for every comment on an ordered row, and for every remark there that may change the order.

    `rows` are those that order something; where it is not known yet which do, every row of data counts.
    """
    ordered: dict[str, set[int]] = {}
    for row in rows:
        ordered.setdefault(row.sheet, set()).add(row.row)
    called: set[str] = set()
    boxed = any(sheet.boxes for sheet in workbook.sheets)
    beside = [sheet for sheet in workbook.sheets if sheet.name not in {layout.sheet for layout in layouts}]
    for name in dict.fromkeys(layout.sheet for layout in layouts):
        sheet, here = workbook.sheet(name), [layout for layout in layouts if layout.sheet == name]
        wanted = ordered.get(name) or {row for layout in here for row in layout.rows}
        if sheet is not None:
            colours = ColouredRows.of(sheet, here, beside)
            yield from _called_a_draft(sheet)
            yield from _comments(sheet, here, wanted)
            yield from remarks_in_headings(sheet, here)
            yield from _remarks(sheet, here, wanted, colours.explaining)
            yield from _beside_names(sheet, here, wanted)
            yield from done_for_some(sheet, here, wanted)
            yield from _beside_the_table(sheet, here, colours.explaining)
            called |= _called(sheet, here) if boxed else set()
            yield from _boxes(sheet, here, called)
            yield from colours.problems(wanted)
            yield from signs_explained(sheet, here, wanted)
    for sheet in beside:
        yield from () if sheet.hidden else _boxes(sheet, [], called)


# ------------------------------------------------------------------------------------------------------------ comments


_COMMENTS = templates(
    {
        "all": 'The comment on {address} says "{text}". It may be about every row, and all of them are ordered as they stand, '
        "whatever the comment says: if something is to be different, change the rows themselves.",
        "one": 'The comment on {address} says "{text}". The rows are ordered as they stand, whatever the comment says: if '
        "something is to be different, change the row itself; then delete the comment.",
    }
)


def _comments(sheet: Sheet, layouts: Sequence[Layout], ordered: set[int]) -> Iterator[Problem]:
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


def _called_a_draft(sheet: Sheet) -> Iterator[Problem]:
    """A warning for a sheet whose own name says that it is not to be ordered yet."""
    if holds_back(sheet.name) or _DRAFT.match(sheet.name):
        message = say(
            "The name of sheet {sheet} says that nothing is to be ordered from it yet, and its rows are ordered all the same. If "
            "they are to wait, do not order; else give the sheet another name.",
            sheet=sheet.name,
        )
        yield Place(sheet=sheet.name).warning("text-may-change-order", message)


def _at_comment(sheet: Sheet, layouts: Sequence[Layout], comment: Comment) -> Place:
    headings = (column.heading for layout in layouts for column in layout.columns if column.column == comment.column)
    text = sheet.text(comment.row, comment.column)
    heading = next(headings, "") or None
    return Place(sheet=sheet.name, cell=comment.address, row=comment.row, column=heading, value=text or None)


# ------------------------------------------------------------------------------------------------------------- remarks


def _remarks(
    sheet: Sheet, layouts: Sequence[Layout], ordered: set[int], explaining: Collection[str]
) -> Iterator[Problem]:
    """One warning for each text, however many rows it stands on."""
    for layout in layouts:
        rows = [row for row in layout.rows if row in ordered]
        own = {row: row for row in rows}  # a row of a sheet on its side is called by its letter, a number of one is not
        for column in layout.columns:
            told = column.fate in _NOT_ORDERED or column.meaning is Meaning.TEAM
            held = sheet.columns.get(column.column) if told else None
            for alike in _alike(held, rows) if held else ():
                cells = [cell for cell in map(held.cell, alike) if cell.address not in explaining] if held else []
                if cells and _may_change_the_order(cells[0].text, column) and not _are_most(column, alike, rows):
                    reached = (number for cell in cells for number in _reached(cell))
                    yield _remark(sheet, column, cells[0], [own[number] for number in reached if number in own])


def _are_most(column: ColumnReading, alike: Sequence[int], rows: Sequence[int]) -> bool:
    """Whether what reads like a remark is what a team is called, or what most members are: passive."""
    told = column.meaning is Meaning.TEAM or _ACTIVE.search(column.heading) is not None
    return told and 2 * len(alike) > len(rows)


def _beside_names(sheet: Sheet, layouts: Sequence[Layout], ordered: set[int]) -> Iterator[Problem]:
    """A warning for each text beside a player's name that calls the row in question: Cy Dale – left the club."""
    for layout in layouts:
        names = [each for each in layout.columns if each.fate is Fate.FOR_PEOPLE and each.meaning is not Meaning.TEAM]
        for column in names:
            held = sheet.columns.get(column.column)
            for row in layout.rows if held else ():
                told = beside_a_name(held.texts.get(row, "")) if held and row in ordered else ""
                asked = calls_in_question(told) or is_gone(told) or wants_something(told)
                if held and told and asked and not pieces_in(held.texts.get(row, "")):
                    yield _remark(sheet, column, replace(held.cell(row), text=told), [row])


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
_WHERE = " @ "  # what is read over in free text
_FEW = 2  # cells of a row that is a note; more are a table


def _beside_the_table(sheet: Sheet, layouts: Sequence[Layout], explaining: Collection[str]) -> Iterator[Problem]:
    """A warning for each note above or below the players that asks for sleeves, or below them for something else."""
    first = min((layout.heading_row or 1 for layout in layouts), default=1)
    taken = {row for layout in layouts for row in (*layout.rows, layout.heading_row)}
    beside = (row for row, width in sheet.rows.widths.items() if width <= _FEW and row not in taken)
    asks_of_names = _asks_of_names(sheet, layouts)
    players = sorted(row for layout in layouts for row in layout.rows)
    left_out = {row for layout in layouts for row in layout.left_out if sheet.rows.widths.get(row) == 1}
    left_out -= titles_repeated(sheet, layouts)
    headed = {row - 1 for row in taken if row}  # the rows right above players and headings may be their title
    for row in beside:
        between = [first] < [row] < players[-1:]
        legend = any(cell.address in explaining for cell in sheet.rows[row].values())
        for whole in sheet.rows[row].values():
            cell = replace(whole, text=_REACHED_AT.sub(_WHERE, whole.text))
            below = row > first and (asks_otherwise(cell.text) or adds_somebody(cell.text)) and not is_due(cell.text)
            late = is_late_comer if [row] > players[-1:] else is_whole_row
            below = below or (row not in headed and late(cell.text))
            below = below or ((row > first or len(layouts) > 1) and is_ordered_before(cell.text))
            anywhere = (
                is_of_all_rows,
                asks_for_another_size,
                asks_of_a_number,
                wants_one_more,
                gets_several,
                *asks_of_names,
            )
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


def _boxes(sheet: Sheet, layouts: Sequence[Layout], called: Collection[str]) -> Iterator[Problem]:
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
    called = _called(sheet, layouts)

    def is_of_somebody(note: str) -> bool:
        return any(is_of_one(part) for part in dict.fromkeys((note, *_CLAUSES.split(note[:_LONGEST]))))

    def is_of_one(note: str) -> bool:
        if called.isdisjoint(_NAME.findall(note[:_LONGEST])) or len(note.split()) < _FEW:
            return False
        if anything:
            return True
        asked = asks_otherwise(note) or names_size(note) or has_left(note) or takes_a_number(note)
        return asked or (is_sentence(note) and not is_by_somebody(note) and _WHERE not in note)

    capitals = () if all(map(str.isupper, printed or people)) else (asks_for_capitals,)
    return (is_of_somebody, asks_for_part_of_names, *capitals)


def _called(sheet: Sheet, layouts: Sequence[Layout]) -> set[str]:
    """The words of what the people of the rows are called."""
    of_people = _texts(sheet, layouts, lambda column: column.fate is Fate.FOR_PEOPLE or column.meaning is Meaning.NAME)
    return {word for text in of_people for word in _NAME.findall(text)}


def _texts(sheet: Sheet, layouts: Sequence[Layout], wanted: Callable[[ColumnReading], bool]) -> list[str]:
    """What stands in the rows under the columns that are wanted."""
    columns = ((layout, column.column) for layout in layouts for column in layout.columns if wanted(column))
    return [text for layout, column in columns for text in sheet.down(column, layout.rows) if text]


_NAME = re.compile(r"[^\W\d_]{3,}")
_CLAUSES = re.compile(r"[,;.]\s")


def _alike(held: Column, rows: Iterable[int]) -> Iterable[list[int]]:
    """The filled rows of a column, those of one text together."""
    alike: dict[str, list[int]] = {}
    for row in rows:
        if row in held.texts:
            alike.setdefault(held.texts[row].casefold(), []).append(row)
    return alike.values()


def _may_change_the_order(text: str, column: ColumnReading) -> bool:
    """In a column of remarks, or one without a heading, whatever is about the order; elsewhere what clearly is."""
    said = sense(column.heading)
    told = said.false_friend
    if is_gone(text) or is_gone(beside_a_name(text)) or _has_lapsed(column, text):
        return True
    if _BECOMES.fullmatch(text.strip()) or (_ACTIVE.search(column.heading) and reads_as_no(text)):
        return True
    if told is Concept.REMARK and said.concepts & OF_A_GARMENT:
        return not says_nothing(text)  # Notes for printer: whatever stands there is about what is ordered
    if not column.heading or told is Concept.REMARK:
        asks = (
            is_about_the_order,
            is_of_all_rows,
            wants_something,
            wants_a_garment,
            wishes_for_a_number,
            asks_for_part_of_names,
            asks_for_capitals,
        )
        return any(each(text) for each in asks)
    replied = told in _REPLYING and len(text.split()) >= _A_SENTENCE and is_about_the_order(text)
    if (told in _PLAYED and says_what_is_not_printed(text)) or (told is Concept.PAID and _is_of_some_goods(text)):
        return True
    of_goods = speaks_of_a_garment(text) or (replied and _OF_PRINT.search(text) is not None)
    wishes = wishes_for_a_number(text) or wishes_for_a_size(text)
    return asks_otherwise(text) or has_left(text) or wishes or ((told in _PLAYED or replied) and of_goods)


def _is_of_some_goods(text: str) -> bool:
    """Whether it says of one garment alone what stands there: only paid for shorts."""
    return speaks_of_a_garment(text) and not word_set(ALONE).isdisjoint(words_of(text))


def _has_lapsed(column: ColumnReading, text: str) -> bool:
    """Whether a membership is over, or somebody took back what they had signed up for."""
    friend = sense(column.heading).false_friend
    return friend in _OF_MEMBERS and fold(text).strip(" .") in _LAPSED


def _reached(cell: Cell) -> range:
    """The rows of a cell: several where it is merged downwards."""
    return range(cell.row, (cell.merged[0] if cell.merged else cell.row) + 1)


def _remark(sheet: Sheet, column: ColumnReading, cell: Cell, rows: Sequence[int]) -> Problem:
    message = say_n(
        '{rows} has the remark "{text}" under {column}. The row is ordered as it stands, whatever the remark says: if something '
        "is to be different, change the row itself, or delete the row; then empty the remark.",
        '{rows} have the remark "{text}" under {column}. The rows are ordered as they stand, whatever the remark says: if '
        "something is to be different, change the rows themselves, or delete them; then empty the remarks.",
        len(rows),
        rows=capital(rows_listed(rows)),
        column=named(column),
        text=cut(cell.text),
    )
    place = at_cell(sheet.name, cell, column.heading)
    also = tuple(Origin(sheet=sheet.name, row=row) for row in rows[1:])
    return place.problem("warning", "text-may-change-order", message, also=also)
