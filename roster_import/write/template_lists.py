"""The hidden sheet behind the drop-downs: it follows the Catalogue sheet, whoever fills that in, by plain formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roster_import.model import column_letter
from roster_import.write.template_plan import LISTS, list_columns
from roster_import.write.template_texts import country_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.write.template_plan import ListColumns, Plan

Result = str | int


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
        sheet[address].data_type = "n" if isinstance(text, int) else "s"
    return results


def _constants(plan: Plan, columns: ListColumns) -> Iterator[tuple[str, Result]]:
    """Every size of any design on the row after the last entry, and the country names."""
    row = plan.entries + 1
    yield f"{columns.size_count}{row}", len(plan.all_sizes)
    for index, size in enumerate(plan.all_sizes):
        yield f"{columns.size(index)}{row}", size
    for index, name in enumerate(country_names(plan.language), start=1):
        yield f"{columns.countries}{index}", name


def _formulas(plan: Plan, columns: ListColumns) -> Iterator[tuple[str, str, Result]]:
    for row in range(1, plan.entries + 1):
        yield from _places(plan, columns, row)
        yield from _titles(plan, columns, row)
        yield from _sizes(plan, columns, row)


def _places(plan: Plan, columns: ListColumns, row: int) -> Iterator[tuple[str, str, Result]]:
    kinds = [entry.kind for entry in plan.catalogue]
    cell = f"INDEX({plan.catalogue_range('kind')},ROW())"
    for kind, letter in (("design", columns.design_place), ("logo", columns.logo_place)):
        place = f"COUNT({letter}$1:{letter}{row - 1})+1" if row > 1 else "1"
        result = kinds[:row].count(kind) if row <= len(kinds) and kinds[row - 1] == kind else ""
        yield f"{letter}{row}", f'=IF({cell}="{kind}",{place},"")', result


def _titles(plan: Plan, columns: ListColumns, row: int) -> Iterator[tuple[str, str, Result]]:
    title = plan.catalogue_range("title")
    of_kind = ((columns.designs, columns.design_place, plan.designs), (columns.logos, columns.logo_place, plan.logos))
    for letter, places, rows in of_kind:
        nth = f"MATCH(ROW(),${places}$1:${places}${plan.entries},0)"
        result = rows[row - 1].title if row <= len(rows) else ""
        yield f"{letter}{row}", f'=IFERROR(INDEX({title},{nth})&"","")', result


def _sizes(plan: Plan, columns: ListColumns, row: int) -> Iterator[tuple[str, str, Result]]:
    """Split the Sizes cell at its commas: each part is padded so far apart that a fixed slice holds just one."""
    sizes = plan.catalogue[row - 1].sizes if row <= len(plan.catalogue) else ()
    first = column_letter(columns.first_size)
    yield f"{columns.size_count}{row}", f'=COUNTIF({first}{row}:{columns.last_size}{row},"?*")', len(sizes)
    cell = f"INDEX({plan.catalogue_range('sizes')},ROW())"
    padded = f'SUBSTITUTE(SUBSTITUTE({cell},";",","),",",REPT(" ",99))'
    for index in range(columns.most_sizes):
        formula = f"=TRIM(MID({padded},{99 * index + 1},99))"
        yield f"{columns.size(index)}{row}", formula, sizes[index] if index < len(sizes) else ""
