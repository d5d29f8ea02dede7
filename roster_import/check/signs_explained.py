"""Notes that say what signs in the rows mean: `* = keeper's shirt`, `YS = 140, YM = 152`.

A sign orders nothing: what explains it is quoted, with the cells that have it, so that somebody writes there what is meant.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from roster_import.check.rows.cell_sentences import unknown_title
from roster_import.check.rows.garments import known_words, titles_for, words
from roster_import.language.invisible import cut
from roster_import.language.messages import joined, listed, meant, say, unsuggested
from roster_import.model.layout import Fate, Meaning
from roster_import.model.workbook import at_cell
from roster_import.recognise.cell_kinds import Trait, traits
from roster_import.recognise.order_words import is_about_the_order
from roster_import.recognise.remark_words import wants_something
from roster_import.recognise.spoken_numbers import wishes_for_a_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet, Workbook

_EXPLAINED = re.compile(
    r"(?P<sign>[*#+°†‡§^~!]{1,3}|[(\[]\w{1,3}[)\]]|(?:set|kit|pack|paket|pakke) \w{1,3}|\w{1,4})\s*[=:]\s*"
    r"(?P<told>[^,;|=\n]{1,60})",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"\s?(?P<sign>[*#+°†‡§^~!]{1,3})\s?[)=:.–-]{0,2}\s?(?P<told>[^\W\d_].{1,80})")
_ASIDE = re.compile(r"[(\[].{0,40}")
_AND = re.compile(r"[+&/]|\b(?:and|und|og|och|en|et|y|e|i|a|ja)\b", re.IGNORECASE)
_TOLD = "text-may-change-order"
_MARK = re.compile(r"\W")
_LONGEST = 300  # characters of a note
_MOST_NAMED = 6  # cells
_SMALLEST_CM = 80  # of children
_FEW = 2  # cells of a row that is a note


def with_signs_read(
    problems: Sequence[Problem], workbook: Workbook, layouts: Sequence[Layout], catalogue: Catalogue
) -> tuple[Problem, ...]:
    """The problems; of a design that nobody knows and a note explains, with the only title it names: A = Away shirt.

    Of a note that explains nothing but designs nothing is said besides: what it says is asked, or was answered.
    """
    titles: dict[tuple[str | None, str], str] = {}
    read: set[tuple[str | None, str | None]] = set()
    for sheet, note, explained in _designs_explained(workbook, layouts, catalogue):
        titles |= {(sheet, sign): title for sign, title in explained.items()}
        read.add((sheet, note.address))
    kept = [each for each in problems if each.code != _TOLD or (each.sheet, each.cell) not in read]
    notes = [(each, sign) for each in kept if each.code == _TOLD and (sign := _footnote_of(each.value or ""))]
    told = [_as_explained(each, titles.get((each.sheet, each.value or ""))) for each in kept]
    return tuple(_as_footnoted(each, notes) for each in told)


def _footnote_of(note: str) -> str:
    """The mark that a note says something of: * = wants 11 if it is free."""
    footnote = _FOOTNOTE.match(note)
    return footnote["sign"] if footnote else ""


def _as_footnoted(problem: Problem, notes: Sequence[tuple[Problem, str]]) -> Problem:
    """A problem of a cell with such a mark, which is not to be left out before somebody has read the note."""
    note = next((note for note, sign in notes if note.sheet == problem.sheet and sign in (problem.value or "")), None)
    if note is None or note is problem or problem.suggestion is None or problem.cell == note.cell:
        return problem
    read = say("The note at {address} says what the mark means: read it first.", address=note.cell or "")
    return replace(problem, suggestion=None, message=joined(unsuggested(problem.message), read))


def _as_explained(problem: Problem, title: str | None) -> Problem:
    if problem.code != "design-unknown" or problem.suggestion or not title:
        return problem
    return replace(problem, suggestion=title, message=meant(unknown_title(problem.value or ""), title))


def _designs_explained(
    workbook: Workbook, layouts: Sequence[Layout], catalogue: Catalogue
) -> Iterator[tuple[str, Cell, dict[str, str]]]:
    """Each note that says of signs under Design, and of nothing else, which title of the catalogue they stand for."""
    for name in dict.fromkeys(layout.sheet for layout in layouts):
        sheet, here = workbook.sheet(name), [layout for layout in layouts if layout.sheet == name]
        used = _under_design(sheet, here) if sheet else set()
        for note in _notes(sheet, here) if sheet and used else ():
            told = {match["sign"]: _ASIDE.sub("", match["told"]).strip() for match in _EXPLAINED.finditer(note.text)}
            titles = {sign: _titles_in(text, catalogue) for sign, text in told.items()}
            if titles and titles.keys() <= used and all(titles.values()):
                yield name, note, titles


def _titles_in(text: str, catalogue: Catalogue) -> str:
    """The title that a text names, or those that its parts name: Home shirt + Shorts; nothing where one is unclear."""
    whole = titles_for(catalogue, text, "")
    parts = [whole] if len(whole) == 1 else [titles_for(catalogue, part.strip(), "") for part in _AND.split(text)]
    return "; ".join(fitting[0] for fitting in parts) if all(len(fitting) == 1 for fitting in parts) else ""


def _under_design(sheet: Sheet, layouts: Sequence[Layout]) -> set[str]:
    columns = ((layout, each.column) for layout in layouts for each in layout.columns if each.meaning is Meaning.DESIGN)
    return {text.strip() for layout, column in columns for text in sheet.down(column, layout.rows)}


class _Explained(NamedTuple):
    sign: str
    cells: Sequence[Cell]


def signs_explained(sheet: Sheet, layouts: Sequence[Layout], ordered: set[int]) -> Iterator[Problem]:
    """`text-may-change-order`: a note that explains signs of ordered rows, where what it says may change what they order."""
    for note in _notes(sheet, layouts):
        told = [each for each in _explained(note, sheet, layouts, ordered) if each.cells]
        if told:
            yield _problem(sheet, note, told)


def _notes(sheet: Sheet, layouts: Sequence[Layout]) -> Iterator[Cell]:
    """The cells of narrow rows that hold no player."""
    players = {row for layout in layouts for row in (*layout.rows, layout.heading_row or 0)}
    for row, width in sheet.rows.widths.items():
        if row not in players and width <= _FEW:
            yield from (cell for cell in sheet.rows[row].values() if _may_explain(cell.text))


def _may_explain(text: str) -> bool:
    return len(text) <= _LONGEST and ("=" in text or _FOOTNOTE.match(text) is not None)


def _explained(note: Cell, sheet: Sheet, layouts: Sequence[Layout], ordered: set[int]) -> Iterator[_Explained]:
    footnote = _FOOTNOTE.match(note.text)
    for match in (footnote,) if footnote else _EXPLAINED.finditer(note.text):
        told = match["told"].strip()
        if _is_of_goods(told) or (footnote and (wants_something(told) or wishes_for_a_number(told))):
            yield _Explained(match["sign"], list(_having(match["sign"], sheet, layouts, ordered)))


def _is_of_goods(told: str) -> bool:
    """Whether it names a garment, a size, a sleeve: målvaktströja, 140, long sleeves; captains and what is paid are none."""
    if told[:1].isdigit():
        return told.isdecimal() and int(told) >= _SMALLEST_CM  # S = 1 counts it
    return Trait.LETTER_SIZE in traits(told) or is_about_the_order(told) or bool(known_words(words(told)))


def _having(sign: str, sheet: Sheet, layouts: Sequence[Layout], ordered: set[int]) -> Iterator[Cell]:
    """The cells of ordered rows with the sign: a mark anywhere in them, a word by itself and where something is ordered by it."""
    marks = _MARK.search(sign) is not None
    for layout in layouts:
        used = [column for column in layout.columns if marks or column.fate is not Fate.NO_PART]
        for row in (row for row in layout.rows if row in ordered):
            cells = (sheet.rows[row].get(column.column) for column in used)
            yield from (cell for cell in cells if cell and (sign in cell.text if marks else sign == cell.text.strip()))


def _problem(sheet: Sheet, note: Cell, told: Sequence[_Explained]) -> Problem:
    places = [cell.address for each in told for cell in each.cells]
    named = [*places[:_MOST_NAMED], *([say("others")] if len(places) > _MOST_NAMED else [])]
    message = say(
        "The note in {address} says “{text}”, which explains {signs} in {places}. Nothing is changed by it: write there, or "
        "under the design, what is meant.",
        address=note.address,
        text=cut(note.text),
        signs=listed([say("“{sign}”", sign=each.sign) for each in told]),
        places=listed(named),
    )
    return at_cell(sheet.name, note).warning("text-may-change-order", message)
