"""The sheets that results and problems workbooks gain, and their headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import said_as, term
from roster_import.model.columns import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.model.workbook import Sheet

_DEEPEST_HEADING = 40  # rows looked at for the headings of a sheet

# What the results workbook adds; found again, these are ours and not data.
SUMMARY_SHEET = term("Summary", da="Oversigt", de="Übersicht")


SUMMARY_HEADINGS = (
    term("Reference", da="Reference", de="Referenz"),
    term("Order number", da="Ordrenummer", de="Bestellnummer"),
    term("Status", da="Status", de="Status"),
    term("Pieces", da="Styk", de="Stück"),
    term("Loose logos", da="Løse logoer", de="Lose Logos"),
    term("Delivery date", da="Leveres", de="Lieferung"),
    term("Total", da="I alt", de="Gesamt"),
    term("Currency", da="Valuta", de="Währung"),
)


SUMMARY_HEADINGS_IN = tuple(tuple(said_as(heading, language) for heading in SUMMARY_HEADINGS) for language in LANGUAGES)


RESULTS_SHEET = "Results"


RESULTS_HEADINGS = (
    "Reference",
    "Order number",
    "Tracking ID",
    "Status",
    "Placed at",
    "Delivery date",
    "Currency",
    "Sub total",
    "VAT",
    "VAT rate",
    "Total",
    "Pieces",
    "Message",
)


LINES_SHEET = "Lines"


LINES_HEADINGS = (
    "Reference",
    "Sheet",
    "Rows",
    "Player",
    "Item",
    "Size",
    "Name",
    "Number",
    "Quantity",
    "Storage quantity",
    "Confirmed size",
    "Confirmed name",
    "Confirmed number",
    "Confirmed quantity",
    "Difference",
)


LINE_STATUS_HEADING = "Line status"  # a column more, where the order system says line by line what became of it


ROSTER_RESULT_HEADINGS = ("Order number", "Order status", "Message")


PROBLEMS_SHEET = term("What to fix", da="Skal rettes", de="Zu berichtigen")


PROBLEMS_HEADINGS = (
    term("Where", da="Hvor", de="Wo"),
    term(
        "What is wrong, and what to do",
        da="Hvad der er galt, og hvad du kan gøre",
        de="Was nicht stimmt und was zu tun ist",
    ),
    term("You wrote", da="Du skrev", de="Geschrieben war"),
    term("Suggestion", da="Forslag", de="Vorschlag"),
    term("Level", da="Grad", de="Schwere"),
)


PROBLEMS_HEADINGS_IN = tuple(
    tuple(said_as(heading, language) for heading in PROBLEMS_HEADINGS) for language in LANGUAGES
)


def is_ours(sheet: Sheet) -> bool:
    """Whether a sheet is one that we added: Summary, Results, Lines, or What to fix."""
    ours = (*SUMMARY_HEADINGS_IN, RESULTS_HEADINGS, LINES_HEADINGS, *PROBLEMS_HEADINGS_IN)
    return any(_starts_with(sheet, headings[:6]) for headings in ours)


def our_columns(sheet: Sheet) -> tuple[int, int] | None:
    """The heading row and the first of the three columns that an earlier results workbook added to a roster."""
    for row, cells in list(sheet.rows.items())[:_DEEPEST_HEADING]:
        for column in cells:
            wanted = enumerate(ROSTER_RESULT_HEADINGS, column)
            if all(sheet.text(row, at) == heading for at, heading in wanted):
                return row, column
    return None


def _starts_with(sheet: Sheet, headings: Sequence[str]) -> bool:
    rows = list(sheet.rows)[:_DEEPEST_HEADING]
    return any(all(sheet.text(row, at) == heading for at, heading in enumerate(headings, 1)) for row in rows)
