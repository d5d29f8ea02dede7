"""How the template looks: one place for its colours, fonts and borders. Arial, because every program has it."""

from __future__ import annotations

from typing import Any, Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

FONT: Final = "Arial"
NAVY: Final = "1F3552"
SLATE: Final = "5B7083"
INK: Final = "1F2933"
MUTED: Final = "6B7280"
LINE: Final = "C9D2DC"
PAPER: Final = "FFFFFF"
SHADE: Final = "F3F6F9"

TABS: Final = {"how-to": "8A97A6", "order": "2E7D6B", "roster": NAVY, "logos": "B7791F", "catalogue": SLATE}

TEXT_FORMAT: Final = "@"
HAIR: Final = Side(style="thin", color=LINE)
BOX: Final = Border(left=HAIR, right=HAIR, top=HAIR, bottom=HAIR)

HEADING_FONT: Final = Font(name=FONT, size=10, bold=True, color=PAPER)
CELL_FONT: Final = Font(name=FONT, size=10, color=INK)
LABEL_FONT: Final = Font(name=FONT, size=10, color=MUTED)
NEEDED_LABEL_FONT: Final = Font(name=FONT, size=10, bold=True, color=INK)
VALUE_FONT: Final = Font(name=FONT, size=11, color=INK)
TITLE_FONT: Final = Font(name=FONT, size=22, bold=True, color=NAVY)
SECTION_FONT: Final = Font(name=FONT, size=13, bold=True, color=NAVY)
PROSE_FONT: Final = Font(name=FONT, size=10, color=INK)

HEADING_PLACE: Final = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
CENTRED_HEADING_PLACE: Final = Alignment(horizontal="center", vertical="center", wrap_text=True)
CELL_PLACE: Final = Alignment(horizontal="left", vertical="center", indent=1)
MONEY_PLACE: Final = Alignment(horizontal="right", vertical="center", indent=1)
CENTRE: Final = Alignment(horizontal="center", vertical="center")
PROSE_PLACE: Final = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)

OPEN: Final = Protection(locked=False)


def write_in_our_font(workbook: Any) -> None:
    """Make the cells' font the workbook's own: column widths are counted in its digits."""
    workbook._fonts = type(workbook._fonts)([CELL_FONT])
    workbook._named_styles["Normal"].font = CELL_FONT


def solid(colour: str) -> PatternFill:
    """A cell filled with one colour."""
    return PatternFill(fill_type="solid", start_color=colour, end_color=colour)


def tint(colour: str) -> PatternFill:
    """The fill of a conditional format, which programs read from the background colour."""
    return PatternFill(fill_type="solid", bgColor=colour, fgColor=colour)


NEEDED_HEADING: Final = solid(NAVY)
FREE_HEADING: Final = solid(SLATE)

# The three colours a coach meets: wrong, look again, still missing.
RED: Final = "F8C4C0"
ORANGE: Final = "FCD9A8"
YELLOW: Final = "FFF4BF"
RED_INK: Final = "8E1B16"
ORANGE_INK: Final = "7A4A00"
