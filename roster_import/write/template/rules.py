"""What helps while a coach types: drop-downs, prompts, and the colours that say what is wrong or missing.

Classic validations only: Excel, LibreOffice and Google Sheets all know them. They warn where a value that is not in
the list may be right, and every colour is written over the whole column, so that what is pasted is looked at too.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation

from roster_import.language.messages import say
from roster_import.language.translations import in_language, locale_of
from roster_import.model.result_sheets import ROSTER_RESULT_HEADINGS
from roster_import.model.sheets import CATALOGUE, LOGOS, ORDER, ROSTER
from roster_import.model.workbook import column_letter
from roster_import.write.ooxml.cells import column_number
from roster_import.write.template import looks as looks
from roster_import.write.template.plan import (
    COMMON_SIZES,
    LAST_ROW,
    countries_source,
    is_empty,
    is_filled,
    letters_left,
    list_columns,
    not_whole,
    placeholder_help,
    same_number_twice,
    sizes_source,
    titles_source,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.model.sheets import Column, SheetKind
    from roster_import.write.template.plan import ListColumns, Plan


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
    _rule_off(sheet, last, beside=len(ROSTER_RESULT_HEADINGS))


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


def _rule_off(sheet: Any, last: str, beside: int = 0) -> None:
    """Fine lines around the cells of every filled row: real borders everywhere would have the empty rows printed as well.

    So many columns `beside` the last, where the results come to stand, have them too once they have headings.
    """
    look = DifferentialStyle(border=looks.BOX)
    filled = f"COUNTA($A2:${last}2)>0"
    _when(sheet, f"A2:{last}{LAST_ROW}", filled, look)
    if beside:
        first, end = (column_letter(column_number(last) + more) for more in (1, beside))
        _when(sheet, f"{first}2:{end}{LAST_ROW}", f'AND({first}$1<>"",{filled})', look)


def _when(sheet: Any, cells: str, formula: str, look: DifferentialStyle) -> None:
    sheet.conditional_formatting.add(cells, Rule(type="expression", formula=[formula], dxf=look))


# ----------------------------------------------------------------------------------------------------------- the lists


Result = str | int

# Offered by the Order sheet; any other country may be typed (ISO 3166-1).
_COUNTRIES = "AT BE CH CZ DE DK EE ES FI FO FR GB GL HU IE IS IT LI LT LU LV NL NO PL PT SE SI SK"
_ALPHABET = say("abcdefghijklmnopqrstuvwxyz", "letters in the order of the alphabet")

_SLICE = 99  # more than the sizes of one design are long together
_WIDE_SLICE = 299  # and of all


def add_lists(workbook: Any, plan: Plan) -> dict[str, Result]:
    """Write the hidden sheet; return what each of its formulas comes to (address -> result).

    openpyxl stores no results, and a formula without one looks like a fault to whoever reads the file next.
    """
    sheet = workbook.create_sheet(plan.lists)
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True
    columns = list_columns(plan)
    results: dict[str, Result] = {}
    for address, formula, result in _formulas(plan, columns):
        sheet[address] = formula
        results[address] = result
    for address, text in _constants(plan, columns):
        sheet[address] = text
        sheet[address].data_type = "s"
    return results


def country_names(language: str) -> tuple[str, ...]:
    """The countries the Order sheet offers, in that language's alphabetical order."""
    territories, alphabet = locale_of(language).territories, in_language(_ALPHABET, language)
    names = (str(territories.get(code, code)) for code in _COUNTRIES.split())
    return tuple(sorted(names, key=lambda name: [_rank(letter, alphabet) for letter in name.casefold()]))


def _rank(letter: str, alphabet: str) -> int:
    """The place of a letter in the alphabet; of one that is none of it, that of the letter it is made from."""
    return max(alphabet.find(letter), alphabet.find(unicodedata.normalize("NFD", letter)[0]))


def _constants(plan: Plan, columns: ListColumns) -> Iterator[tuple[str, str]]:
    """The country names."""
    for index, name in enumerate(country_names(plan.language), start=1):
        yield f"{columns.countries}{index}", name


def _formulas(plan: Plan, columns: ListColumns) -> Iterator[tuple[str, str, Result]]:
    for row in range(1, plan.entries + 1):
        yield from _places(plan, columns, row)
        yield from _titles(plan, columns, row)
        yield from _written_sizes(plan, columns, row)
        yield _sizes_so_far(plan, columns, row)
        yield from _sizes(plan, columns, row)
    yield from _general_sizes(plan, columns)


def _places(plan: Plan, columns: ListColumns, row: int) -> Iterator[tuple[str, str, Result]]:
    kinds = [entry.kind for entry in plan.catalogue]
    cell = f"INDEX({plan.catalogue_range('kind')},ROW())"
    for kind, letter in (("design", columns.design_place), ("logo", columns.logo_place)):
        place = f"COUNT({letter}$1:{letter}{row - 1})+1" if row > 1 else "1"
        result = kinds[:row].count(kind) if row <= len(kinds) and kinds[row - 1] == kind else ""
        yield f"{letter}{row}", f'=IF({cell}="{kind}",{place},"")', result


def _titles(plan: Plan, columns: ListColumns, row: int) -> Iterator[tuple[str, str, Result]]:
    """The titles of a kind without gaps; below them a blank, as Excel would open a list at an empty line of it."""
    title = plan.catalogue_range("title")
    of_kind = ((columns.designs, columns.design_place, plan.designs), (columns.logos, columns.logo_place, plan.logos))
    for letter, places, rows in of_kind:
        nth = f"MATCH(ROW(),${places}$1:${places}${plan.entries},0)"
        result = rows[row - 1].title if row <= len(rows) else " "
        yield f"{letter}{row}", f'=IFERROR(INDEX({title},{nth})&""," ")', result


def _written_sizes(plan: Plan, columns: ListColumns, row: int) -> Iterator[tuple[str, str, Result]]:
    """Split the Sizes cell at its commas: each part is padded so far apart that a fixed slice holds just one."""
    sizes = _entry_sizes(plan, row)
    cell = f"INDEX({plan.catalogue_range('sizes')},ROW())"
    padded = f'SUBSTITUTE(SUBSTITUTE({cell},";",","),",",REPT(" ",{_SLICE}))'
    for index in range(columns.most_sizes):
        formula = f"=TRIM(MID({padded},{_SLICE * index + 1},{_SLICE}))"
        yield f"{columns.written_size(index)}{row}", formula, sizes[index] if index < len(sizes) else ""


def _entry_sizes(plan: Plan, row: int) -> tuple[str, ...]:
    return plan.catalogue[row - 1].sizes if row <= len(plan.catalogue) else ()


def _sizes_so_far(plan: Plan, columns: ListColumns, row: int) -> tuple[str, str, Result]:
    """The sizes of the rows above, and behind them those of this row's design that are new."""
    above = f"{columns.sizes_so_far}{row - 1}" if row > 1 else '"|"'
    cells = (f"{columns.written_size(index)}{row}" for index in range(columns.most_sizes))
    new = "&".join(f'IF(ISNUMBER(FIND("|"&{cell}&"|",{above}&"||")),"",{cell}&"|")' for cell in cells)
    designs = [entry for entry in plan.catalogue[:row] if entry.kind == "design"]
    result = "|" + "".join(f"{size}|" for size in dict.fromkeys(size for entry in designs for size in entry.sizes))
    return f"{columns.sizes_so_far}{row}", f'={above}&IF({columns.design_place}{row}="","",{new})', result


def _sizes(plan: Plan, columns: ListColumns, row: int) -> Iterator[tuple[str, str, Result]]:
    """The sizes of a design, or those of all designs where it has none."""
    is_design = row <= len(plan.catalogue) and plan.catalogue[row - 1].kind == "design"
    sizes = (_entry_sizes(plan, row) or plan.general_sizes) if is_design else ()
    yield f"{columns.size_count}{row}", _count(columns, row), len(sizes)
    first, general = f"${columns.written_size(0)}{row}", plan.entries + 1
    for index in range(columns.most_sizes):
        size = f"{columns.written_size(index)}{row}"
        offered = f'IF({first}="",TRIM({columns.size(index)}${general}),{size})'
        formula = f'=IF(${columns.design_place}{row}="","",{offered})'
        yield f"{columns.size(index)}{row}", formula, sizes[index] if index < len(sizes) else ""


def _general_sizes(plan: Plan, columns: ListColumns) -> Iterator[tuple[str, str, Result]]:
    """Every size of any design, on the row after the last entry; behind them blanks, as behind titles."""
    row, gathered = plan.entries + 1, f"${columns.sizes_so_far}${plan.entries}"
    yield f"{columns.size_count}{row}", _count(columns, row), len(plan.general_sizes)
    padded = f'SUBSTITUTE({gathered},"|",REPT(" ",{_WIDE_SLICE}))'
    for index in range(columns.most_sizes):
        nth = f"TRIM(MID({padded},{_WIDE_SLICE * (index + 1) + 1},{_WIDE_SLICE}))"
        common = COMMON_SIZES[index] if index < len(COMMON_SIZES) else " "
        formula = f'=IF({gathered}="|","{common}",IF({nth}=""," ",{nth}))'
        result = plan.general_sizes[index] if index < len(plan.general_sizes) else " "
        yield f"{columns.size(index)}{row}", formula, result


def _count(columns: ListColumns, row: int) -> str:
    cells = f"{columns.size(0)}{row}:{columns.last_size}{row}"
    return f"=SUMPRODUCT(--(LEN(TRIM({cells}))>0))"
