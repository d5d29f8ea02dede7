"""What of a file is not ordered from, in a few calm words: for the question, the proof, the workbooks and the watch's message.

What stands in those columns is told to nobody; rows that are left out are warnings, which stand beside these words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import joined, listed, say, say_n, templates
from roster_import.model.layout import Fate
from roster_import.model.workbook import column_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.model.report import Checked

_WHY = templates(
    {
        Fate.NO_PART: "{columns} (no part of an order)",
        Fate.SET_ASIDE: "{columns} (set aside by an answer)",
    }
)
LISTS_OF_PEOPLE = frozenset({"sheet-left-out", "sheet-of-people"})
"""The warnings that nothing is ordered from a sheet that lists people."""
_LONGEST = 40  # letters of a heading: those of forms are whole sentences


def not_ordered(checked: Checked) -> tuple[str, ...]:
    """A sentence for each roster with filled columns that nothing is ordered from, and one for the sheets like that.

    Of a file that orders nothing at all no sheet is named, nor one that a warning is about.
    """
    warned = {problem.sheet for problem in checked.problems if problem.code in LISTS_OF_PEOPLE}
    idle = [sheet for sheet in checked.idle_sheets if sheet not in warned]
    sheets = dict.fromkeys(layout.sheet for layout in checked.layouts)
    orders = bool(sheets or checked.lines)  # lines alone are of loose logos
    said = [_sentence(sheet if len(sheets) > 1 else None, fates) for sheet, fates in _columns(checked).items()]
    return (*said, *([_sheets(idle)] if orders and idle else []))


def _columns(checked: Checked) -> Mapping[str, Mapping[Fate, Iterable[str]]]:
    """Sheet -> fate -> the columns with cells that met it, as people call them, each once."""
    known = {(at, column.column): column for at, layout in enumerate(checked.layouts) for column in layout.columns}
    sheets: dict[str, dict[Fate, dict[str, None]]] = {}
    for cells in checked.cells:
        column = known.get((cells.layout, cells.column))
        fate = column.fate if column else Fate.NO_PART
        if fate in (Fate.NO_PART, Fate.SET_ASIDE) and cells.cells.get(fate):
            fates = sheets.setdefault(checked.layouts[cells.layout].sheet, {})
            fates.setdefault(fate, {})[_called(column.heading if column else "", cells.column)] = None
    return sheets


def _called(heading: str, column: int) -> str:
    if not any(char.isalnum() for char in heading):
        return say("column {letter}", letter=column_letter(column))
    return heading if len(heading) <= _LONGEST else f"{heading[: _LONGEST - 1].rstrip()}…"


def _sentence(sheet: str | None, columns: Mapping[Fate, Iterable[str]]) -> str:
    met = (fate for fate in (Fate.NO_PART, Fate.SET_ASIDE) if fate in columns)
    what = joined(*(say(_WHY[fate], columns=joined(*columns[fate], between=", ")) for fate in met), between="; ")
    return (
        say("Not ordered, sheet {sheet}: {what}.", sheet=sheet, what=what)
        if sheet
        else say("Not ordered: {what}.", what=what)
    )


def _sheets(names: Sequence[str]) -> str:
    return say_n(
        "Nothing is ordered from sheet {sheets}.",
        "Nothing is ordered from sheets {sheets}.",
        len(names),
        sheets=listed(names),
    )
