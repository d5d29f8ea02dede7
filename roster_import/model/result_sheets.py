"""The sheets that results and problems workbooks gain, and their headings."""

from __future__ import annotations

from roster_import.language.messages import said_as, term
from roster_import.model.columns import LANGUAGES

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
