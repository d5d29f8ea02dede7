"""Notes on a sheet of their own about players of the rosters: `Corrections`, `ROY takes L, not M`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.check.not_ordered import LISTS_OF_PEOPLE
from roster_import.check.rows.garments import clothes, words
from roster_import.language.invisible import cut
from roster_import.language.messages import listed, say, say_n
from roster_import.model.layout import Fate, Meaning
from roster_import.model.workbook import at_cell
from roster_import.recognise.colours import explained
from roster_import.recognise.late_comers import is_whole_row, says_what_somebody_gets
from roster_import.recognise.lines_above import counts_goods, is_of_the_list, says_a_size, says_more_than_a_title
from roster_import.recognise.notes import reaches_somebody
from roster_import.recognise.of_all_rows import is_for_everybody, is_of_all_rows
from roster_import.recognise.order_words import asks_of_a_number, asks_otherwise, is_about_the_order
from roster_import.recognise.print_words import denies_in_a_few_words
from roster_import.recognise.remark_words import (
    has_left,
    orders_a_piece,
    says_a_number_is_taken,
    takes_a_number,
)
from roster_import.recognise.said_phrases import phrases_in, words_of
from roster_import.recognise.sign_offs import is_due
from roster_import.recognise.wished_dates import says_a_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from roster_import.model.layout import Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet, Workbook

_NAME = re.compile(r"[^\W\d_]{3,}")
_GUIDES = """
    how_to instruction instructions guide guidelines anleitung ausfullhinweise ausfullhilfe hinweise so_geht vejledning veiledning
    instruktion instruktioner instruktionen anvisning anvisninger invulinstructie invulhulp instructie instructies uitleg
    toelichting mode_d_emploi comment_remplir instrucciones como_rellenar istruzioni come_compilare instrucoes como_preencher
    instrukcja jak_wypelnic pokyny jak_vyplnit ohje ohjeet taytto_ohje talimat talimatlar nasil_doldurulur
    記入方法 記入例 작성방법
"""
_STEP = re.compile(r"\s*\d{1,2}[.)]\s")
_MOST_CELLS = 200  # of a sheet of notes; more are a table
_FEW_CELLS = 10  # of a sheet on which somebody wrote a few lines to whoever reads the list
_COSTS = re.compile(r"[€$£%]|\b(?:eur|euro|chf|kr|zł|kč|pln|czk|sek|nok|dkk)\b", re.IGNORECASE)
_NARROW = 2  # cells of a row that is a note
_LONGEST = 200  # characters of a note in which a name is looked for
_MOST_QUOTED = 6


def notes_on_other_sheets(workbook: Workbook, layouts: Sequence[Layout], unused: Collection[str]) -> Iterator[Problem]:
    """`text-may-change-order`: a warning for each sheet that speaks of a player and of what is ordered, or of all that is.

    `unused` names the sheets that are read for nothing else, hidden ones among them.
    """
    likely = [sheet for sheet in workbook.sheets if sheet.name in unused and len(sheet.cells) <= _MOST_CELLS]
    called = _called(workbook, layouts) if likely else frozenset()
    for sheet in likely:
        cells = list(_notes(sheet, called))
        titles = (sheet.name, *(cell.text for cell in cells[:1]))
        guided = any(phrases_in(_GUIDES).stand_in(words_of(title)) for title in titles)
        few = not guided and len(sheet.cells) <= _FEW_CELLS
        wants_anything = _wants_something if not few else _says_more if len(sheet.cells) == 1 else _may_want_something
        asks = [_is_of_a_player if guided and _STEP.match(cell.text) else wants_anything for cell in cells]
        if notes := [cell for cell, wants in zip(cells, asks, strict=True) if wants(cell.text, called)]:
            yield _problem(sheet, notes)


def with_notes_told_once(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems, of those about one note the first: that it names more than is ordered says more than that it is a note.

    So does that it says where to deliver.
    """
    notes = [problem for problem in problems if problem.code == "text-may-change-order" and problem.cell]
    first = {(problem.sheet, problem.cell): problem for problem in reversed(notes)}
    first |= {(problem.sheet, problem.cell): problem for problem in problems if problem.code == "delivery-elsewhere"}
    again = {id(problem) for problem in notes if first[problem.sheet, problem.cell] is not problem}
    return tuple(problem for problem in problems if id(problem) not in again)


def with_sheets_told_once(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems; of a sheet whose notes are quoted it is not said besides that it lists people and nothing to order."""
    quoted = {problem.sheet for problem in problems if problem.code == "text-may-change-order"}
    return tuple(problem for problem in problems if problem.code not in LISTS_OF_PEOPLE or problem.sheet not in quoted)


def _called(workbook: Workbook, layouts: Sequence[Layout]) -> frozenset[str]:
    """The words of what the players are called, in small letters."""
    texts = (
        text
        for layout in layouts
        if (sheet := workbook.sheet(layout.sheet)) is not None
        for column in layout.columns
        if (column.fate is Fate.FOR_PEOPLE and column.meaning is not Meaning.TEAM) or column.meaning is Meaning.NAME
        for text in sheet.down(column.column, layout.rows)
    )
    return frozenset(word.casefold() for text in texts for word in _NAME.findall(text))


def _notes(sheet: Sheet, called: frozenset[str]) -> Iterator[Cell]:
    """The cells of narrow rows; a player's name with what stands behind it is one note: Tom Hill, size L."""
    for row, width in sheet.rows.widths.items():
        cells = [cell for _, cell in sorted(sheet.rows[row].items())] if width <= _NARROW else []
        if len(cells) == _NARROW and not called.isdisjoint(_words(cells[0].text)):
            yield replace(cells[0], text=f"{cells[0].text}: {cells[1].text}")
        else:
            yield from cells


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _NAME.findall(text[:_LONGEST]) if word[0].isupper() or not word.isascii()}


def _wants_something(text: str, called: frozenset[str]) -> bool:
    anybody = (is_of_all_rows, asks_of_a_number, is_whole_row, is_for_everybody)
    more = bool(clothes(words(text))) and orders_a_piece(text)
    return more or _is_of_a_player(text, called) or any(asks(text) for asks in anybody)


def _may_want_something(text: str, called: frozenset[str]) -> bool:
    """Whether a line of a sheet with hardly anything on it wants the list otherwise: Leave out the last two."""
    if _wants_something(text, called):
        return True
    asks = (asks_otherwise, counts_goods, says_a_size, says_a_number_is_taken)
    return not _is_quiet(text) and len(text.split()) > _NARROW and any(each(text) for each in asks)


def _says_more(text: str, called: frozenset[str]) -> bool:
    """Whether the only line of a sheet says more than a title does, but of a player nothing about the order: Logo à droite."""
    more = says_more_than_a_title(text) and not says_a_date(text) and called.isdisjoint(_words(text))
    return _may_want_something(text, called) or (more and not _is_quiet(text))


def _is_quiet(text: str) -> bool:
    """Whether it is of money, of colours, of the list itself, or says where somebody is reached."""
    of_others = _COSTS.search(text) is not None or bool(explained(text)) or reaches_somebody(text)
    return of_others or is_due(text) or is_of_the_list(text)


def _is_of_a_player(text: str, called: frozenset[str]) -> bool:
    if len(text.split()) < _NARROW or called.isdisjoint(_words(text)):
        return False
    asked = (is_about_the_order, has_left, takes_a_number, says_what_somebody_gets, denies_in_a_few_words)
    return any(asks(text) for asks in asked)


def _problem(sheet: Sheet, notes: Sequence[Cell]) -> Problem:
    quoted = [say("“{text}” ({address})", text=cut(cell.text), address=cell.address) for cell in notes[:_MOST_QUOTED]]
    message = say_n(
        "Sheet {sheet} says {notes}. Nothing is ordered from it: if it is to hold, change the player's row itself, then delete "
        "the note.",
        "Sheet {sheet} says {notes}. Nothing is ordered from it: if that is to hold, change the players' rows themselves, then "
        "delete the notes.",
        len(notes),
        sheet=sheet.name,
        notes=listed(quoted),
    )
    return at_cell(sheet.name, notes[0]).warning("text-may-change-order", message)
