"""The sheets that results and problems workbooks gain, and their headings."""

from __future__ import annotations

from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING

from roster_import.language.messages import heading
from roster_import.language.translations import in_every_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.language.messages import Said
    from roster_import.model.workbook import Sheet

_DEEPEST_HEADING = 40  # rows looked at for the headings of a sheet

OUR_AUTHOR = "roster-import"
SIGNED = f"{OUR_AUTHOR}: "
"""How the notes begin that we put on a coach's cells: not every program keeps who wrote a note."""

OUR_MARKS = {"error": "FFC8CF", "warning": "FFEB9D", "good": "C7EFCF"}
"""The colours that we fill a coach's cells with: a shade beside Excel's Bad, Neutral and Good, to be known again."""

# What the results workbook adds; found again, these are ours and not data.
SUMMARY_SHEET = heading("Summary")
SUMMARY_HEADINGS = (
    heading("Reference"),
    heading("Order number"),
    heading("Status"),
    heading("Pieces"),
    heading("Loose logos"),
    heading("Delivery date"),
    heading("Total"),
    heading("Currency"),
)

RESULTS_SHEET = heading("Results")
RESULTS_HEADINGS = (
    heading("Reference"),
    heading("Order number"),
    heading("Tracking ID"),
    heading("Status"),
    heading("Placed at"),
    heading("Delivery date"),
    heading("Currency"),
    heading("Sub total"),
    heading("VAT"),
    heading("VAT rate"),
    heading("Total"),
    heading("Pieces"),
    heading("Message"),
)

LINES_SHEET = heading("Lines")
LINES_HEADINGS = (
    heading("Reference"),
    heading("Sheet"),
    heading("Rows"),
    heading("Player"),
    heading("Item"),
    heading("Size"),
    heading("Name"),
    heading("Number"),
    heading("Quantity"),
    heading("Storage quantity"),
    heading("Confirmed size"),
    heading("Confirmed name"),
    heading("Confirmed number"),
    heading("Confirmed quantity"),
    heading("Difference"),
)
# A column more, where the order system says line by line what became of it.
LINE_STATUS_HEADING = heading("Line status")

ROSTER_RESULT_HEADINGS = (heading("Order number"), heading("Order status"), heading("Message"))

PROBLEMS_SHEET = heading("What to fix")
PROBLEMS_HEADINGS = (
    heading("Where"),
    heading("What is wrong, and what to do"),
    heading("You wrote"),
    heading("Suggestion"),
    heading("Level"),
)


def is_ours(sheet: Sheet) -> bool:
    """Whether a sheet is one that we added: Summary, Results, Lines, or What to fix."""
    return any(_starts_with(sheet, headings) for headings in _first_headings())


@cache
def _first_headings() -> tuple[tuple[str, ...], ...]:
    """The first headings of each sheet that we add, in every language."""
    sheets = (SUMMARY_HEADINGS, PROBLEMS_HEADINGS, RESULTS_HEADINGS, LINES_HEADINGS)
    return tuple(headings[:6] for headings in chain(*map(_spoken, sheets)))


@cache
def _spoken(headings: tuple[Said, ...]) -> tuple[tuple[str, ...], ...]:
    """Headings in every language."""
    return tuple(zip(*map(in_every_language, headings), strict=True))


def our_columns(sheet: Sheet) -> tuple[int, int] | None:
    """The heading row and the first of the three columns that an earlier results workbook added to a roster."""
    for row, cells in islice(sheet.rows.items(), _DEEPEST_HEADING):
        for column in cells:
            said = tuple(sheet.text(row, column + at) for at in range(len(ROSTER_RESULT_HEADINGS)))
            if said in _spoken(ROSTER_RESULT_HEADINGS):
                return row, column
    return None


def _starts_with(sheet: Sheet, headings: Sequence[str]) -> bool:
    rows = islice(sheet.rows, _DEEPEST_HEADING)
    return any(all(sheet.text(row, at) == text for at, text in enumerate(headings, 1)) for row in rows)
