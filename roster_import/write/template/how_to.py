"""The sheet that explains the others: prose in one column, so that no one takes it for a roster."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles.colors import Color

from roster_import.language.messages import heading, say
from roster_import.model.sheets import LOGOS, ORDER, ROSTER
from roster_import.write.template import looks as looks
from roster_import.write.template.plan import TITLE, placeholder_help
from roster_import.write.template.sheets import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roster_import.write.template.plan import Plan

_CHARACTERS_A_LINE = 130
_TWO_LINES = 230

# `**bold**` is set in bold type.
_STEPS = (
    say("**1   {order}.** Your reference and where the shirts are to go.", order=ORDER.name),
    say(
        "**2   {roster}.** One row per shirt. Pick the design first: the drop-down then offers the sizes it comes in.",
        roster=ROSTER.name,
    ),
    say(
        "**3   {logos}.** Only for loose logos that belong to no player. Leave the sheet empty if you need none.",
        logos=LOGOS.name,
    ),
    say("**4   Look at the colours**, save the workbook and send it in."),
)
_EXAMPLES = (
    say("**A player’s shirt.** Player Emma Sørensen, name SØRENSEN, number 07, size M, design Home kit."),
    say("**Home and away at once.** The same row with the design  Home kit; Away kit  orders one of each."),
    say("**A shirt with a number only.** Leave the name empty."),
    say("**Spare shirts.** Leave player, name and number empty: size L, quantity 3, design Home kit."),
    say("**A loose number to iron on.** Player Emma Sørensen, number 07, logo Number transfer, no design."),
)
_COLOURS = (
    (say("**Yellow:** still to be filled in – a size, a design, or something we need to deliver."), looks.YELLOW),
    (say("**Orange:** the same number twice in one design. Fine, if you mean it."), looks.ORANGE),
    (
        say("**Red:** this cannot be ordered – letters in a number, or a quantity that is not a whole number above 0."),
        looks.RED,
    ),
)
_TIPS = (
    say("A number keeps its zero: 07 stays 07. Names are printed just as you write them, capitals and accents too."),
    say("Pasting from another list? Paste the values only (Ctrl+Shift+V), then drop-downs and colours stay."),
    say("Only the headings are protected, without a password. You may sort, filter, and insert or delete rows."),
    say("Nothing on this sheet is ordered."),
)


def add_how_to(workbook: Any, plan: Plan) -> None:
    """The sheet How to."""
    sheet = workbook.create_sheet(plan.said(heading("How to")))
    sheet.column_dimensions["A"].width = 3
    sheet.column_dimensions["B"].width = 110
    _prose(sheet, plan.said(TITLE), font=looks.TITLE_FONT, height=44)
    lead = say("Fill in two sheets, send the workbook, and the shirts are ordered just as you wrote them.")
    _prose(sheet, plan.said(lead), height=26)
    _section(sheet, plan, say("In four steps"), _STEPS)
    _section(sheet, plan, say("What a row may say"), _EXAMPLES)
    _section(sheet, plan, say("What the colours say"))
    for text, colour in _COLOURS:
        _prose(sheet, plan.said(text), fill=colour)
    _section(sheet, plan, say("The columns of the {roster} sheet", roster=ROSTER.name), _column_lines(plan))
    _section(sheet, plan, say("Good to know"), _TIPS)
    lay_out(sheet, plan, "how-to", landscape=False)
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.showRowColHeaders = False
    sheet.page_setup.fitToHeight = 1


def _column_lines(plan: Plan) -> Iterable[str]:
    for column in ROSTER.columns:
        yield f"**{plan.said(column.heading)}.** {plan.said(column.help)}"
    for placeholder in plan.placeholders:
        yield f"**Logo {placeholder}.** {placeholder_help(plan, placeholder, _TWO_LINES)}"


def _section(sheet: Any, plan: Plan, title: str, lines: Iterable[str] = ()) -> None:
    _prose(sheet, plan.said(title), font=looks.SECTION_FONT, height=34)
    for line in lines:
        _prose(sheet, plan.said(line))


def _prose(sheet: Any, text: str, *, font: Any = looks.PROSE_FONT, fill: str = "", height: int = 0) -> None:
    row = sheet.max_row + 1 if sheet.max_row > 1 or sheet["B1"].value else 1
    cell = sheet.cell(row, 2, _rich(text))
    cell.font, cell.alignment = font, looks.PROSE_PLACE
    if fill:
        cell.fill = looks.solid(fill)
    sheet.row_dimensions[row].height = height or (21 if len(text) <= _CHARACTERS_A_LINE else 36)


def _rich(text: str) -> CellRichText | str:
    """`**bold** plain` as rich text."""
    parts = [part for part in re.split(r"(\*\*.+?\*\*)", text) if part]
    if len(parts) == 1:
        return text
    plain = InlineFont(rFont=looks.FONT, sz=10, color=Color(f"FF{looks.INK}"))
    bold = InlineFont(rFont=looks.FONT, sz=10, color=Color(f"FF{looks.INK}"), b=True)
    return CellRichText(*(TextBlock(bold if p.startswith("**") else plain, p.strip("*")) for p in parts))
