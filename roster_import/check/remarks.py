"""What people wrote beside the order that may change it: comments on cells, and remarks in columns that are not ordered from.

The program cannot tell what is meant, so it is shown beside its row. A remark that says nothing of the order is somebody's
own business and is repeated nowhere.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.check.behind_teams import says_more_than_a_team
from roster_import.check.coloured_rows import ColouredRows
from roster_import.check.counts_in_names import pieces_in
from roster_import.check.done_before import done_for_some
from roster_import.check.notes_around import boxes_told, comments_told, names_of_people, notes_told
from roster_import.check.rows.cell_answers import reads_as_no
from roster_import.check.rows.messages import named, rows_listed
from roster_import.check.seasons import is_old
from roster_import.check.signs_explained import signs_explained
from roster_import.language.invisible import cut
from roster_import.language.messages import capital, say, say_n
from roster_import.model.layout import Fate, Meaning
from roster_import.model.problem import Origin, Place
from roster_import.model.workbook import at_cell
from roster_import.recognise.answers import OF_A_GARMENT
from roster_import.recognise.cell_kinds import Trait, says_nothing, traits
from roster_import.recognise.headings import sense
from roster_import.recognise.lines_above import counts_goods, says_a_size
from roster_import.recognise.of_all_rows import is_of_all_rows
from roster_import.recognise.order_words import (
    asks_for_another_cut,
    asks_otherwise,
    beside_a_name,
    calls_in_question,
    holds_back,
    is_about_the_order,
)
from roster_import.recognise.print_words import (
    ALONE,
    asks_for_capitals,
    asks_for_part_of_names,
    says_what_is_not_printed,
)
from roster_import.recognise.remark_words import (
    has_left,
    is_gone,
    says_a_number_is_taken,
    wants_a_garment,
    wants_something,
)
from roster_import.recognise.said_phrases import word_set, words_of
from roster_import.recognise.spoken_numbers import wishes_for_a_number, wishes_for_a_size
from roster_import.recognise.tokens import fold, without_accents
from roster_import.recognise.words import Concept
from roster_import.recognise.worn_words import speaks_of_a_garment

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Column, Sheet, Workbook

_PLAYED = frozenset({Concept.PLAY, Concept.OFFICE})  # where a keeper or a captain wears something else
_REPLYING = frozenset(
    {Concept.GUARDIAN, Concept.CONTACT, Concept.PERMISSION, Concept.HEALTH}
)  # what parents wrote back
_OF_THEIR_OWN = frozenset(  # where people swap duties, wait for papers, and give keys back
    {Concept.PRESENCE, Concept.HEALTH, Concept.IDENTITY, Concept.PERMISSION, Concept.PAID, Concept.MEMBERSHIP}
)
_SWAPS_AND_WAITS = re.compile(  # folded
    r"\b(?:swap|swop|tausch|getauscht|byt|wissel|ruil|echang|cambi|scambi|troc|zamien|prohod|vymen|vaiht|wechsel|skift|wait|wart"
    r"|abwart|vent|afvent|avvent|vanta|avvakt|wacht|atten|attes|esper|aguard|czek|cek|odot|beklen|rendu|retour|retur)\w*"
)
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
_FIGURES = frozenset({Trait.DATE, Trait.PHONE, Trait.EMAIL, Trait.INTEGER, Trait.MONEY})
_MOSTLY = 0.6
_A_SENTENCE = 5  # words
_DRAFT = re.compile(r"draft\b", re.IGNORECASE)  # of a sheet; in a text it is how a league chooses its players
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
    names = dict.fromkeys(layout.sheet for layout in layouts)
    beside = [sheet for sheet in workbook.sheets if sheet.name not in names]
    for name in names:
        sheet, here = workbook.sheet(name), [layout for layout in layouts if layout.sheet == name]
        wanted = ordered.get(name) or {row for layout in here for row in layout.rows}
        if sheet is not None:
            colours = ColouredRows.of(sheet, here, beside)
            yield from _called_a_draft(sheet, alone=len(names) == 1)
            yield from comments_told(sheet, here, wanted)
            yield from _remarks(sheet, here, wanted, colours.explaining)
            yield from _beside_names(sheet, here, wanted)
            yield from done_for_some(sheet, here, wanted)
            yield from notes_told(sheet, here, colours.explaining)
            called |= names_of_people(sheet, here) if boxed else set()
            yield from boxes_told(sheet, here, called)
            yield from colours.problems(wanted)
            yield from signs_explained(sheet, here, wanted)
    for sheet in beside:
        yield from () if sheet.hidden else boxes_told(sheet, [], called)


def _called_a_draft(sheet: Sheet, *, alone: bool) -> Iterator[Problem]:
    """A warning for a sheet whose own name says that it is not to be ordered yet, or, where it is `alone`, that it is old."""
    if alone and is_old(sheet.name):
        message = say(
            "By its name sheet {sheet} is an old list, and its rows are ordered all the same. If there is a newer one, send it; "
            "else give this sheet another name.",
            sheet=sheet.name,
        )
        yield Place(sheet=sheet.name).warning("text-may-change-order", message)
    if holds_back(sheet.name) or _DRAFT.match(sheet.name):
        message = say(
            "The name of sheet {sheet} says that nothing is to be ordered from it yet, and its rows are ordered all the same. If "
            "they are to wait, do not order; else give the sheet another name.",
            sheet=sheet.name,
        )
        yield Place(sheet=sheet.name).warning("text-may-change-order", message)


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
            if held is None:
                continue
            asks = _asks(column, held, rows)
            for alike in _alike(held, rows):
                cells = [cell for cell in map(held.cell, alike) if cell.address not in explaining]
                if cells and asks(cells[0].text) and not _are_most(column, alike, rows):
                    reached = (number for cell in cells for number in _reached(cell))
                    yield _remark(sheet, column, cells[0], [own[number] for number in reached if number in own])


def _asks(column: ColumnReading, held: Column, rows: Sequence[int]) -> Callable[[str], bool]:
    """Whether a text of this column may change the order, told from what else stands there."""
    teams = _teams(held, rows) if column.meaning is Meaning.TEAM else ()
    figures = sense(column.heading).false_friend not in _OF_THEIR_OWN and _are_figures(held, rows)

    def asks(text: str) -> bool:
        strange = figures and not _is_figure(text) and is_about_the_order(text)
        return strange or _may_change_the_order(text, column) or says_more_than_a_team(text, teams)

    return asks


def _teams(held: Column, rows: Iterable[int]) -> list[str]:
    """What several rows have under a word for teams."""
    return [held.texts[alike[0]] for alike in _alike(held, rows) if len(alike) > 1]


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
        return _asks_for_something(text) or not text.strip("?! ")
    replied = told in _REPLYING and len(text.split()) >= _A_SENTENCE and is_about_the_order(text)
    if (told in _PLAYED and says_what_is_not_printed(text)) or (told is Concept.PAID and _is_of_some_goods(text)):
        return True
    of_goods = speaks_of_a_garment(text) or (replied and _OF_PRINT.search(text) is not None)
    wishes = wishes_for_a_number(text) or wishes_for_a_size(text) or _wants_another_cut(text)
    otherwise = asks_otherwise(_SWAPS_AND_WAITS.sub(" ", without_accents(text)) if told in _OF_THEIR_OWN else text)
    counted = counts_goods(text) and told is not None and told not in _OF_THEIR_OWN
    return otherwise or has_left(text) or wishes or counted or ((told in _PLAYED or replied) and of_goods)


def _asks_for_something(text: str) -> bool:
    """Whether a text, written where anything may be, is about what its row orders."""
    asks = (
        is_about_the_order,
        is_of_all_rows,
        wants_something,
        wants_a_garment,
        wishes_for_a_number,
        asks_for_part_of_names,
        asks_for_capitals,
        says_a_number_is_taken,
        counts_goods,
        says_a_size,
    )
    return any(each(text) for each in asks)


def _are_figures(held: Column, rows: Iterable[int]) -> bool:
    """Whether most of a column are dates, numbers, addresses of mail: a sentence there is of something else."""
    texts = [held.texts[row] for row in rows if row in held.texts]
    return sum(map(_is_figure, texts)) >= _MOSTLY * len(texts) > 0


def _is_figure(text: str) -> bool:
    return not traits(text).isdisjoint(_FIGURES)


def _wants_another_cut(text: str) -> bool:
    """Whether more than a word is said of sleeves or cut: long sleeves please; a word alone may be an average (snit)."""
    return " " in text.strip() and asks_for_another_cut(text)


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
