"""The sheets that results and problems workbooks gain, and their headings."""

from __future__ import annotations

from roster_import.language.messages import heading

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

# English to every reader: scripts look for them.
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

PROBLEMS_SHEET = heading("What to fix")
PROBLEMS_HEADINGS = (
    heading("Where"),
    heading("What is wrong, and what to do"),
    heading("You wrote"),
    heading("Suggestion"),
    heading("Level"),
)
