"""The sheets of the template that a coach fills in: Order, Roster, Logos and Catalogue."""

from __future__ import annotations

import re
from copy import copy
from typing import TYPE_CHECKING, Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Border, Side
from openpyxl.styles.colors import Color

from roster_import.language.messages import say
from roster_import.model.sheets import CATALOGUE, HOW_TO, LOGOS, ORDER, ROSTER
from roster_import.model.workbook import column_letter
from roster_import.write.template import looks as looks
from roster_import.write.template import rules as rules
from roster_import.write.template.plan import LAST_ROW, READY_ROWS, TITLE, placeholder_help

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.model.sheets import SheetKind
    from roster_import.write.template.plan import CatalogueRow, Plan


_A4 = 9
_NOTE_AUTHOR = "roster-import"
_LAST_COLUMN = 16384
_HEADING_HEIGHT = 32
_WIDEST = 60

_WIDTHS: Mapping[str, Mapping[str, float]] = {
    "roster": {
        "player": 26, "name": 20, "number": 10, "size": 11, "quantity": 10, "design": 38, "logo": 24,
        "storage-quantity": 12, "order": 20,
    },
    "logos": {"logo": 32, "quantity": 11, "storage-quantity": 13, "text": 28, "number": 11, "order": 22},
    "catalogue": {
        "title": 30, "kind": 10, "id": 11, "code": 14, "type": 15, "placeholders": 40, "sizes": 38, "price": 11,
    },
}  # fmt: skip
_TEXT_COLUMNS: Mapping[str, frozenset[str]] = {
    "roster": frozenset({"number", "size"}),
    "logos": frozenset({"text", "number"}),
    "catalogue": frozenset({"id", "code", "sizes"}),
}
# So many rows as one sheet of paper has room for have real lines, to be filled in with a pen. A row with lines is printed
# even where it is empty, so the others get theirs as they are filled in.
_LINED_ROWS: Mapping[str, int] = {"roster": 28, "logos": 22}
_CENTRED = frozenset({"number", "size", "quantity", "storage-quantity", "kind"})
_ALWAYS_LOOKED_AT: Mapping[str, frozenset[str]] = {
    "roster": frozenset({"player", "name", "number", "size", "quantity", "design"}),
    "logos": frozenset({"logo", "quantity"}),
    "catalogue": frozenset({"title", "kind", "id", "code"}),
}


# ---------------------------------------------------------------------------------------------- the four tables


def add_roster(workbook: Any, plan: Plan) -> None:
    """The Roster sheet, with a column for each placeholder of designs that have several."""
    sheet = _table(workbook, plan, ROSTER, tuple(plan.placeholders))
    last = _last_letter(ROSTER, plan)
    if plan.catalogue:
        _note(sheet[f"{plan.letter(ROSTER, 'size')}1"], _size_note(plan), lines=2 + len(plan.designs))
    for placeholder, designs in plan.placeholders.items():
        heading = sheet[f"{plan.placeholder_letter(placeholder)}1"]
        _note(heading, placeholder_help(plan, placeholder), lines=5 + len(designs))
    rules.validate_roster(sheet, plan)
    rules.colour_roster(sheet, plan, last)
    sheet.freeze_panes = f"{plan.letter(ROSTER, 'name')}2"
    sheet.auto_filter.ref = f"A1:{last}{READY_ROWS + 1}"


def add_logos(workbook: Any, plan: Plan) -> None:
    """The Logos sheet."""
    sheet = _table(workbook, plan, LOGOS)
    rules.validate_logos(sheet, plan)
    rules.colour_logos(sheet, plan, _last_letter(LOGOS))


def add_catalogue(workbook: Any, plan: Plan) -> None:
    """The Catalogue sheet: the rows that were given, ready for more."""
    sheet = _table(workbook, plan, CATALOGUE)
    rows = [_catalogue_values(entry) for entry in plan.catalogue]
    for at, values in enumerate(rows, start=2):
        write_row(sheet, at, values)
    _widen(sheet, rows)
    rules.validate_catalogue(sheet, plan)
    rules.colour_catalogue(sheet, plan, _last_letter(CATALOGUE))


def _widen(sheet: Any, rows: Iterable[Sequence[object]]) -> None:
    """Make columns wide enough for what is written in them, within reason."""
    for index, values in enumerate(zip(*rows, strict=True), start=1):
        dimension = sheet.column_dimensions[column_letter(index)]
        longest = max(len(str(value or "")) for value in values)
        dimension.width = max(dimension.width, min(longest + 2, _WIDEST))


def _catalogue_values(entry: CatalogueRow) -> Sequence[object]:
    return (
        entry.title,
        entry.kind,
        str(entry.id) if entry.id is not None else None,
        entry.code,
        entry.type,
        ", ".join(entry.placeholders) or None,
        ", ".join(entry.sizes) or None,
        entry.price,
    )


def write_row(sheet: Any, row: int, values: Iterable[object]) -> None:
    """Write values into a prepared row, None leaving its cell alone; text stays text, whatever it begins with."""
    for index, value in enumerate(values, start=1):
        if value is not None:
            _write(sheet.cell(row, index), value, sheet.column_dimensions[column_letter(index)])


def _write(cell: Any, value: object, column: Any) -> None:
    if not cell.has_style:
        cell._style = column._style  # openpyxl gives a new cell nothing of its column's style
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def _table(workbook: Any, plan: Plan, kind: SheetKind, placeholders: Sequence[str] = ()) -> Any:
    sheet = workbook.create_sheet(plan.sheet(kind))
    _columns(sheet, plan, kind, placeholders)
    _headings(sheet, plan, kind, placeholders)
    lay_out(sheet, plan, kind.key, landscape=True)
    sheet.print_title_rows = "1:1"
    sheet.freeze_panes = "A2"
    sheet.sheet_view.zoomScale = 110
    sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = 18, True
    return sheet


def _columns(sheet: Any, plan: Plan, kind: SheetKind, placeholders: Sequence[str]) -> None:
    """Style whole columns, and cell by cell the text ones of the ready rows.

    A style on the column alone keeps the file small, and rows beyond the ready ones are ready too.
    """
    text = _TEXT_COLUMNS[kind.key] | set(placeholders)
    keys = [column.key for column in kind.columns] + list(placeholders)
    for index, key in enumerate(keys, start=1):
        dimension = sheet.column_dimensions[column_letter(index)]
        dimension.width = _WIDTHS[kind.key].get(key, 16)
        _open_cell(dimension, key, is_text=key in text)
        for row in range(2, READY_ROWS + 2) if key in text and kind is not CATALOGUE else ():
            sheet.cell(row, index)._style = dimension._style
        for row in range(2, _LINED_ROWS.get(kind.key, 0) + 2):
            sheet.cell(row, index)._style = copy(dimension._style)
            sheet.cell(row, index).border = looks.BOX
    rest = sheet.column_dimensions[column_letter(len(keys) + 1)]
    rest.min, rest.max = len(keys) + 1, _LAST_COLUMN
    rest.protection = looks.OPEN  # a row with a locked cell anywhere could not be deleted


def _open_cell(target: Any, key: str, *, is_text: bool) -> None:
    """Style a column or a cell that a coach may write in."""
    target.font = looks.CELL_FONT
    target.alignment = looks.CENTRE if key in _CENTRED else looks.CELL_PLACE
    target.protection = looks.OPEN
    target.number_format = looks.TEXT_FORMAT if is_text else "General"
    if key == "price":
        target.number_format, target.alignment = "0.00##", looks.MONEY_PLACE


def _headings(sheet: Any, plan: Plan, kind: SheetKind, placeholders: Sequence[str]) -> None:
    sheet.row_dimensions[1].height = _HEADING_HEIGHT
    for index, column in enumerate(kind.columns, start=1):
        cell = sheet.cell(1, index, plan.said(column.heading))
        _heading(cell, centred=column.key in _CENTRED, needed=column.key in _ALWAYS_LOOKED_AT[kind.key])
        _note(cell, plan.said(column.help))
    for index, placeholder in enumerate(placeholders, start=len(kind.columns) + 1):
        _heading(sheet.cell(1, index, f"Logo {placeholder}"), centred=False, needed=False)


def _heading(cell: Any, *, centred: bool, needed: bool) -> None:
    cell.font = looks.HEADING_FONT
    cell.fill = looks.NEEDED_HEADING if needed else looks.FREE_HEADING
    cell.alignment = looks.CENTRED_HEADING_PLACE if centred else looks.HEADING_PLACE


def _note(cell: Any, text: str, lines: int = 4) -> None:
    cell.comment = Comment(text, _NOTE_AUTHOR, width=300, height=24 + 17 * lines)


def _size_note(plan: Plan) -> str:
    size = next(column for column in ROSTER.columns if column.key == "size")
    designs = (f"{design.title}: {', '.join(design.sizes)}" for design in plan.designs if design.sizes)
    return "\n".join((plan.said(size.help), plan.said(say("Sizes of each design:")), *designs))


def _last_letter(kind: SheetKind, plan: Plan | None = None) -> str:
    return column_letter(len(kind.columns) + (len(plan.placeholders) if plan else 0))


def text_ranges(plan: Plan) -> Mapping[str, str]:
    """Sheet name -> the ranges whose numbers are text on purpose, so that no program marks them as doubtful."""
    ranges = {plan.sheet(ORDER): f"B1:B{len(ORDER.columns)}"}
    for kind in (ROSTER, LOGOS, CATALOGUE):
        letters = [plan.letter(kind, key) for key in sorted(_TEXT_COLUMNS[kind.key])]
        if kind is ROSTER:
            letters += map(plan.placeholder_letter, plan.placeholders)
        ranges[plan.sheet(kind)] = " ".join(f"{letter}2:{letter}{LAST_ROW}" for letter in letters)
    return ranges


# --------------------------------------------------------------------------------------------------- the Order sheet

_GROUP_ENDS = frozenset({"origin-of-delivery", "contact-name", "delivery-contact-person"})


def add_order(workbook: Any, plan: Plan) -> None:
    """The Order sheet: labels on the left, values on the right, what is needed in bold."""
    sheet = workbook.create_sheet(plan.sheet(ORDER))
    sheet.column_dimensions["A"].width = 30
    sheet.column_dimensions["B"].width = 52
    for row, column in enumerate(ORDER.columns, start=1):
        sheet.row_dimensions[row].height = 26
        _label(sheet, row, plan.said(column.heading), needed=column.key in rules.NEEDED_LABELS)
        _note(sheet.cell(row, 1), plan.said(column.help), lines=2)
        _value(sheet, row, plan.order.get(column.key), ends_group=column.key in _GROUP_ENDS)
    rules.validate_order(sheet, plan)
    rules.colour_order(sheet, plan)
    lay_out(sheet, plan, ORDER.key, landscape=False)
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 120


def _label(sheet: Any, row: int, text: str, *, needed: bool) -> None:
    cell = sheet.cell(row, 1, text)
    cell.font = looks.NEEDED_LABEL_FONT if needed else looks.LABEL_FONT
    cell.fill = looks.solid(looks.SHADE)
    cell.alignment = looks.PROSE_PLACE


def _value(sheet: Any, row: int, text: str | None, *, ends_group: bool) -> None:
    cell = sheet.cell(row, 2)
    cell.font, cell.alignment, cell.protection = looks.VALUE_FONT, looks.PROSE_PLACE, looks.OPEN
    cell.number_format = looks.TEXT_FORMAT  # a zip such as 01067 keeps its zero
    below = Side(style="medium", color=looks.SLATE) if ends_group else looks.HAIR
    cell.border = Border(left=looks.HAIR, right=looks.HAIR, top=looks.HAIR, bottom=below)
    sheet.cell(row, 1).border = Border(left=looks.HAIR, top=looks.HAIR, bottom=below)
    write_row(sheet, row, (None, text))


# ------------------------------------------------------------------------------------------------ every sheet


def lay_out(sheet: Any, plan: Plan, key: str, *, landscape: bool) -> None:
    """Set a sheet's tab colour, paper, footer, and a protection that only keeps the headings."""
    sheet.sheet_properties.tabColor = looks.TABS[key]
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.print_options.horizontalCentered = not landscape
    sheet.HeaderFooter.scaleWithDoc = False  # of one size on every sheet, however small the sheet is printed
    sheet.oddHeader.left.text, sheet.oddHeader.left.size = "&A", 9
    sheet.oddFooter.right.text, sheet.oddFooter.right.size = plan.said(say("Page &P of &N")), 9
    _protect(sheet)


def open_on(workbook: Any, name: str) -> None:
    """Have the workbook open on that sheet."""
    workbook.active = workbook.sheetnames.index(name)
    for sheet in workbook.worksheets:
        sheet.sheet_view.tabSelected = sheet.title == name


def _protect(sheet: Any) -> None:
    """Lock the headings alone, without a password; openpyxl says `False` for what stays allowed."""
    protection = sheet.protection
    protection.sheet = True
    for allowed in (
        "formatCells", "formatColumns", "formatRows", "insertColumns", "insertRows", "insertHyperlinks",
        "deleteColumns", "deleteRows", "sort", "autoFilter",
    ):  # fmt: skip
        setattr(protection, allowed, False)


# --------------------------------------------------------------------------------------------------- how to fill it in


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
    sheet = workbook.create_sheet(plan.said(HOW_TO))
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
