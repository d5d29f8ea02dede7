"""What happens to formulas when a cell that holds one, or belongs to one, is overwritten.

A shared formula stands in one cell and is referred to by others (ECMA-376-1, 18.3.1.40): when its cell is overwritten
the others get it written out. A formula over several cells (an array, a data table) cannot lose one of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from roster_import.errors import WriteError
from roster_import.language.messages import say
from roster_import.write.ooxml.cell_positions import places
from roster_import.write.ooxml.cells import address, box
from roster_import.write.ooxml.markup import attributes, escaped, unescaped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from roster_import.write.ooxml.cell_positions import Place
    from roster_import.write.ooxml.markup import Splice

_SEVERAL_CELLS: Final = re.compile(rb"\st\s*=\s*[\"'](?:array|dataTable)[\"']")
_SHARED: Final = re.compile(rb"\st\s*=\s*[\"']shared[\"']")


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A formula where it stands: its cell, its attributes, its text, the bytes it takes."""

    cell: tuple[int, int]
    facts: dict[str, str]
    text: str
    start: int
    end: int

    @property
    def shared(self) -> str | None:
        """The number of the formula it shares."""
        return self.facts.get("si") if self.facts.get("t") == "shared" else None

    def cells(self, wanted: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those of some cells it fills, where it fills several."""
        area = box(self.facts.get("ref", "")) if self.facts.get("t") in ("array", "dataTable") else None
        if area is None or area[:2] == area[2:]:
            return []
        return [(r, c) for r, c in wanted if area[0] <= r <= area[2] and area[1] <= c <= area[3]]


def formula_splices(
    data: bytes, prefix: str, rows: list[Place], overwritten: Collection[tuple[int, int]]
) -> Iterator[Splice]:
    """The splices that keep a sheet's other formulas right when these cells are overwritten.

    Raises WriteError where one of them belongs to a formula over several cells.
    """
    area = (rows[0].start, rows[-1].end) if rows and overwritten else (0, 0)
    if _SEVERAL_CELLS.search(data, *area) or _SHARED.search(data, *area):
        formulas = [formula for row in rows for formula in _formulas(data, prefix, row)]
        _refuse_parts(formulas, overwritten)
        yield from _written_out(formulas, set(overwritten), prefix)


def _formulas(data: bytes, prefix: str, row: Place) -> Iterator[Formula]:
    for cell in places(data, f"{prefix}c", row.inner, row.inner_end):
        for found in places(data, f"{prefix}f", cell.inner, cell.inner_end):
            yield Formula(
                cell=(row.number, cell.number),
                facts=attributes(found.facts),
                text=unescaped(data[found.inner : found.inner_end].decode()),
                start=found.start,
                end=found.end,
            )


def _refuse_parts(formulas: list[Formula], overwritten: Collection[tuple[int, int]]) -> None:
    for formula in formulas:
        for cell in sorted(formula.cells(overwritten)):
            raise WriteError(
                say(
                    "Cell {cell} belongs to a formula over {area} and cannot be changed alone. Put its values in the "
                    "formula's place and try again.",
                    cell=address(*cell),
                    area=formula.facts["ref"],
                )
            )


def _written_out(formulas: list[Formula], overwritten: set[tuple[int, int]], prefix: str) -> Iterator[Splice]:
    """The formulas shared with an overwritten cell, each written out as its own cell has it."""
    masters = {f.shared: f for f in formulas if f.shared and f.text and f.cell in overwritten}
    for formula in formulas:
        master = masters.get(formula.shared or "")
        if master is not None and formula.cell not in overwritten:
            text = escaped(_moved(master, formula.cell))
            yield formula.start, formula.end, f"<{prefix}f>{text}</{prefix}f>".encode()


def _moved(formula: Formula, cell: tuple[int, int]) -> str:
    """The formula as it reads in another cell."""
    from openpyxl.formula.translate import Translator  # heavy, and hardly ever needed

    moved = Translator(f"={formula.text}", origin=address(*formula.cell)).translate_formula(address(*cell))
    return str(moved).removeprefix("=")
