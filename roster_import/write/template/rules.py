"""What helps while a coach types: drop-downs, prompts, and the colours that say what is wrong or missing.

Classic validations only: Excel, LibreOffice and Google Sheets all know them. They warn where a value that is not in
the list may be right, and every colour is written over the whole column, so that what is pasted is looked at too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation

from roster_import.language.messages import say
from roster_import.model.sheets import CATALOGUE, LOGOS, ORDER, ROSTER
from roster_import.write.template import looks as looks
from roster_import.write.template.lists import country_names
from roster_import.write.template.plan import (
    LAST_ROW,
    countries_source,
    is_empty,
    is_filled,
    letters_left,
    not_whole,
    placeholder_help,
    same_number_twice,
    sizes_source,
    titles_source,
)

if TYPE_CHECKING:
    from roster_import.model.columns import Column, SheetKind
    from roster_import.write.template.plan import Plan

NEEDED_LABELS = ("reference", "delivery-name", "delivery-address", "delivery-zip", "delivery-city", "delivery-country")
_LOGO_TYPES = "NameLogo,NumberLogo,TextLogo,Logo"
_LONGEST_PROMPT = 255  # Excel's own bound; a longer one makes it repair the file

# Said of a value that is not among those offered, or cannot be.
_NOT_DIGITS = say("A number has digits only, such as 7, 07 or 23.")
_NOT_WHOLE = say("A whole number is needed here.")
_NOT_LISTED = say(
    "This is not a title on the {catalogue} sheet. Several are divided by ; and a code or an id is fine too. Keep it?",
    catalogue=CATALOGUE.name,
)
_NOT_IN_THIS_SIZE = say("The design of this row is not listed in this size. Keep it?")
_NO_COUNTRY = say("This country is not in the list. Keep it? Any country’s name or two-letter code will do.")


# ------------------------------------------------------------------------------------------------- drop-downs


def validate_roster(sheet: Any, plan: Plan) -> None:
    """Drop-downs, checks and prompts of the Roster sheet."""
    _add(sheet, plan, ROSTER, "name", _prompt_only())
    _add(sheet, plan, ROSTER, "number", _digits(f"${plan.letter(ROSTER, 'number')}2"), _NOT_DIGITS)
    # Where nothing is known, a warning at every single value would only be in the way.
    _add(sheet, plan, ROSTER, "size", _list(sizes_source(plan)), _NOT_IN_THIS_SIZE if plan.knows_sizes else "")
    _add(sheet, plan, ROSTER, "quantity", _whole(1), _NOT_WHOLE)
    _add(sheet, plan, ROSTER, "design", _list(titles_source(plan, "design")), _NOT_LISTED if plan.designs else "")
    _add(sheet, plan, ROSTER, "logo", _list(titles_source(plan, "logo")), _NOT_LISTED if plan.logos else "")
    _add(sheet, plan, ROSTER, "storage-quantity", _whole(0), _NOT_WHOLE)
    _add(sheet, plan, ROSTER, "order", _prompt_only())
    for placeholder in plan.placeholders:
        _add_placeholder(sheet, plan, placeholder)


def _add_placeholder(sheet: Any, plan: Plan, placeholder: str) -> None:
    """The prompt of a placeholder's column, and the check of one that holds a number."""
    letter = plan.placeholder_letter(placeholder)
    is_number = placeholder in plan.number_placeholders
    rule = _digits(f"${letter}2") if is_number else _prompt_only()
    text = placeholder_help(plan, placeholder, _LONGEST_PROMPT)
    _say(rule, f"Logo {placeholder}", text, plan.said(_NOT_DIGITS) if is_number else "")
    rule.add(f"{letter}2:{letter}{LAST_ROW}")
    sheet.add_data_validation(rule)


def validate_logos(sheet: Any, plan: Plan) -> None:
    """Drop-downs, checks and prompts of the Logos sheet."""
    _add(sheet, plan, LOGOS, "logo", _list(titles_source(plan, "logo")), _NOT_LISTED if plan.logos else "")
    _add(sheet, plan, LOGOS, "quantity", _whole(1), _NOT_WHOLE)
    _add(sheet, plan, LOGOS, "storage-quantity", _whole(0), _NOT_WHOLE)
    _add(sheet, plan, LOGOS, "text", _prompt_only())
    _add(sheet, plan, LOGOS, "number", _prompt_only())  # a number, a list, a range, or the word roster
    _add(sheet, plan, LOGOS, "order", _prompt_only())


def validate_catalogue(sheet: Any, plan: Plan) -> None:
    """Drop-downs and prompts of the Catalogue sheet."""
    rules = {"kind": _list('"design,logo"'), "type": _list(f'"{_LOGO_TYPES}"')}
    for column in CATALOGUE.columns:
        _add(sheet, plan, CATALOGUE, column.key, rules.get(column.key) or _prompt_only())


def validate_order(sheet: Any, plan: Plan) -> None:
    """A prompt at every value of the Order sheet, and the list of countries."""
    names = country_names(plan.language)
    for column in ORDER.columns:
        rule, error = _prompt_only(), ""
        if column.key == "delivery-country":
            rule, error = _list(countries_source(plan, len(names))), _NO_COUNTRY
        _describe(rule, plan, column, error)
        rule.add(f"B{plan.label_row(column.key)}")
        sheet.add_data_validation(rule)


def _add(sheet: Any, plan: Plan, kind: SheetKind, key: str, rule: DataValidation, error: str = "") -> None:
    column = next(column for column in kind.columns if column.key == key)
    _describe(rule, plan, column, error)
    letter = plan.letter(kind, key)
    rule.add(f"{letter}2:{letter}{LAST_ROW}")
    sheet.add_data_validation(rule)


def _describe(rule: DataValidation, plan: Plan, column: Column, error: str) -> None:
    prompt = plan.said(column.help)[:_LONGEST_PROMPT]
    _say(rule, plan.said(column.heading), prompt, plan.said(error))


def _say(rule: DataValidation, title: str, prompt: str, error: str) -> None:
    rule.showInputMessage = True
    rule.promptTitle = title
    rule.prompt = prompt
    rule.showErrorMessage = bool(error)
    rule.errorTitle = title if error else None
    rule.error = error or None


def _list(source: str) -> DataValidation:
    return DataValidation(type="list", formula1=source, allow_blank=True, errorStyle="warning")


def _digits(cell: str) -> DataValidation:
    return DataValidation(type="custom", formula1=f"{letters_left(cell)}=0", allow_blank=True, errorStyle="stop")


def _whole(least: int) -> DataValidation:
    return DataValidation(
        type="whole", operator="greaterThanOrEqual", formula1=str(least), allow_blank=True, errorStyle="stop"
    )


def _prompt_only() -> DataValidation:
    return DataValidation(allow_blank=True)


# --------------------------------------------------------------------------------------------------- colours


def colour_roster(sheet: Any, plan: Plan, last: str) -> None:
    """Live colours of the Roster sheet; `last` is the letter of its last column."""
    cell = {column.key: f"${plan.letter(ROSTER, column.key)}2" for column in ROSTER.columns}
    nothing = f"AND({is_empty(cell['design'])},{is_empty(cell['logo'])})"
    started = f"COUNTA($A2:{cell['quantity']})>0"

    _colour(sheet, plan, ROSTER, "number", f"{letters_left(cell['number'])}>0", looks.RED, looks.RED_INK)
    _colour(sheet, plan, ROSTER, "number", same_number_twice(plan), looks.ORANGE, looks.ORANGE_INK)
    missing = f"AND({is_filled(cell['design'])},{is_empty(cell['size'])})"
    _colour(sheet, plan, ROSTER, "size", missing, looks.YELLOW)
    _colour(sheet, plan, ROSTER, "quantity", not_whole(cell["quantity"], 1), looks.RED, looks.RED_INK)
    stored = not_whole(cell["storage-quantity"], 0)
    _colour(sheet, plan, ROSTER, "storage-quantity", stored, looks.RED, looks.RED_INK)
    _colour(sheet, plan, ROSTER, "design", f"AND({nothing},{started})", looks.YELLOW)
    for placeholder in (placeholder for placeholder in plan.placeholders if placeholder in plan.number_placeholders):
        letter = plan.placeholder_letter(placeholder)
        _colour_cells(sheet, letter, f"{letters_left(f'${letter}2')}>0", looks.RED, looks.RED_INK)
    _rule_off(sheet, last)


def colour_logos(sheet: Any, plan: Plan, last: str) -> None:
    """Live colours of the Logos sheet."""
    cell = {column.key: f"${plan.letter(LOGOS, column.key)}2" for column in LOGOS.columns}
    started = f"COUNTA({cell['quantity']}:{cell['number']})>0"
    _colour(sheet, plan, LOGOS, "logo", f"AND({is_empty(cell['logo'])},{started})", looks.YELLOW)
    _colour(sheet, plan, LOGOS, "quantity", not_whole(cell["quantity"], 1), looks.RED, looks.RED_INK)
    stored = not_whole(cell["storage-quantity"], 0)
    _colour(sheet, plan, LOGOS, "storage-quantity", stored, looks.RED, looks.RED_INK)
    _rule_off(sheet, last)


def colour_catalogue(sheet: Any, plan: Plan, last: str) -> None:
    """Live colours of the Catalogue sheet: a title without its kind, or with neither id nor code."""
    cell = {column.key: f"${plan.letter(CATALOGUE, column.key)}2" for column in CATALOGUE.columns}
    titled = is_filled(cell["title"])
    _colour(sheet, plan, CATALOGUE, "kind", f"AND({titled},{is_empty(cell['kind'])})", looks.YELLOW)
    unnamed = f"AND({titled},{is_empty(cell['id'])},{is_empty(cell['code'])})"
    for key in ("id", "code"):
        _colour(sheet, plan, CATALOGUE, key, unnamed, looks.YELLOW)
    _rule_off(sheet, last)


def colour_order(sheet: Any, plan: Plan) -> None:
    """Yellow on the Order sheet where something is needed and still missing."""
    for key in NEEDED_LABELS:
        cell = f"B{plan.label_row(key)}"
        look = DifferentialStyle(fill=looks.tint(looks.YELLOW))
        _when(sheet, cell, is_empty(f"${cell[0]}${cell[1:]}"), look)


def _colour(sheet: Any, plan: Plan, kind: SheetKind, key: str, formula: str, fill: str, ink: str | None = None) -> None:
    _colour_cells(sheet, plan.letter(kind, key), formula, fill, ink)


def _colour_cells(sheet: Any, letter: str, formula: str, fill: str, ink: str | None) -> None:
    font = Font(color=ink, bold=True) if ink else None
    look = DifferentialStyle(fill=looks.tint(fill), font=font)
    _when(sheet, f"{letter}2:{letter}{LAST_ROW}", formula, look)


def _rule_off(sheet: Any, last: str) -> None:
    """Fine lines around the cells of every filled row: real borders everywhere would have the empty rows printed as well."""
    look = DifferentialStyle(border=looks.BOX)
    _when(sheet, f"A2:{last}{LAST_ROW}", f"COUNTA($A2:${last}2)>0", look)


def _when(sheet: Any, cells: str, formula: str, look: DifferentialStyle) -> None:
    sheet.conditional_formatting.add(cells, Rule(type="expression", formula=[formula], dxf=look))
