"""The hidden sheet behind the drop-downs: it follows the Catalogue sheet, whoever fills that in, by plain formulas."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from roster_import.language.messages import say
from roster_import.language.translations import in_language, locale_of
from roster_import.write.template.plan import COMMON_SIZES, LISTS, list_columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.write.template.plan import ListColumns, Plan

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
    sheet = workbook.create_sheet(LISTS)
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
