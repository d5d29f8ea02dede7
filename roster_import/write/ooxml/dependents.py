"""What depends on the cells of a sheet, or lies over them: formulas that share one, tables with headings, drawings.

- A shared formula stands in one cell and is referred to by others (ECMA-376-1, 18.3.1.40): when its cell is overwritten
  the others get it written out. A formula over several cells (an array, a data table) cannot lose one of them.
- The name of a table's column is the text of its heading, line breaks written as `_x000a_` (ECMA-376-1, 18.5.1.2): a
  heading written over is renamed in its table too, or Excel takes the workbook for damaged.
- Columns added where drawings, controls, sparklines or tables lie would be hidden by them, or shine through.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from roster_import.errors import WriteError
from roster_import.language.messages import say
from roster_import.write.ooxml.cells import KEEP, CellEdit, address, box
from roster_import.write.ooxml.markup import attributes, escaped, places, retagged, spliced, tree, unescaped
from roster_import.write.ooxml.values import plain_text, shortened

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from roster_import.write.ooxml.cells import Keep, Value
    from roster_import.write.ooxml.markup import Place, Splice
    from roster_import.write.ooxml.parts import Package

_SEVERAL_CELLS: Final = re.compile(rb"\st\s*=\s*[\"'](?:array|dataTable)[\"']")
_SHARED: Final = re.compile(rb"\st\s*=\s*[\"']shared[\"']")
_SPARKLINE: Final = re.compile(rb"<(?:[\w.-]+:)?sparkline[\s>].*?<(?:[\w.-]+:)?sqref\s*>([^<]*)<", re.DOTALL)
_ANCHOR: Final = re.compile(rb"<((?:[\w.-]+:)?(?:twoCellAnchor|oneCellAnchor|anchor))[\s>].*?</\1\s*>", re.DOTALL)
_CORNER: Final = re.compile(
    rb"<(?:[\w.-]+:)?(from|to)\s*>\s*<(?:[\w.-]+:)?col\s*>\s*([0-9]{1,5})\s*</[^>]*>\s*<(?:[\w.-]+:)?colOff\s*>\s*(-?[0-9]+)"
)
_EXTENT: Final = re.compile(rb"<(?:[\w.-]+:)?ext\s[^>]*?\bcx\s*=\s*[\"']([0-9]{1,12})")
_SHAPE: Final = re.compile(rb"<((?:[\w.-]+:)?ClientData)\s([^>]*)>(.*?)</\1\s*>", re.DOTALL)
_SHAPE_ANCHOR: Final = re.compile(
    rb"<(?:[\w.-]+:)?Anchor\s*>\s*([0-9]+)\s*,[^,]*,[^,]*,[^,]*,\s*([0-9]+)\s*,\s*([0-9]+)"
)
_COLUMN_EMU: Final = 609_600  # that a column of the usual width is wide


# ------------------------------------------------------------------------------------------------------------ formulas


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
        for formula in places(data, f"{prefix}f", cell.inner, cell.inner_end):
            yield Formula(
                cell=(row.number, cell.number),
                facts=attributes(formula.facts),
                text=unescaped(data[formula.inner : formula.inner_end].decode()),
                start=formula.start,
                end=formula.end,
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


# -------------------------------------------------------------------------------------------------------------- tables


def rename_headings(package: Package, part: str, cells: Mapping[tuple[int, int], CellEdit]) -> None:
    """Let the tables of a sheet know of the headings that are written over."""
    written = {cell: edit.value for cell, edit in cells.items() if edit.value is not KEEP}
    tables = [r.target for r in package.relations(part) if r.kind == "table"] if written else []
    for table in tables:
        if table is not None and package.has(table):
            data = package.read(table)
            package.write(table, spliced(data, _renamed(data, written)))


def _renamed(data: bytes, written: Mapping[tuple[int, int], Value | Keep]) -> Iterator[Splice]:
    root = tree(data)
    area, columns = box(root.attributes.get("ref", "")), root.find("tableColumns")
    if area is None or columns is None or root.attributes.get("headerRowCount") == "0":
        return
    for place, column in enumerate(columns.children):
        value = written.get((area[0], area[1] + place))
        name = plain_text(column.attributes.get("name", ""))
        if value is not None and str(value) != name:
            yield retagged(data, column, {"name": _attribute_text(str(value))})


def _attribute_text(text: str) -> str:
    return shortened(text).replace("\r", "").replace("\n", "_x000a_")


# ------------------------------------------------------------------------------------------------ what lies over cells


def occupied_columns(package: Package, part: str) -> list[tuple[int, int]]:
    """The columns of a sheet, first and last, that are taken by what stands in no cell. Parts are searched, not parsed."""
    sheet = package.raw(part)
    columns = [*_sparklines(sheet), *_anchored(sheet)]
    for relation in package.relations(part):
        if relation.target is None or not package.has(relation.target):
            continue
        if relation.kind == "table":
            columns += _areas(
                re.findall(rb"<(?:[\w.-]+:)?table\s[^>]*?\bref\s*=\s*[\"']([^\"']*)", package.raw(relation.target))
            )
        elif relation.kind == "drawing":
            columns += _anchored(package.raw(relation.target))
        elif relation.kind == "vmlDrawing":
            columns += _shapes(package.raw(relation.target))
    return columns


def _sparklines(sheet: bytes) -> list[tuple[int, int]]:
    return _areas(place for places in _SPARKLINE.findall(sheet) for place in places.split())


def _areas(places: Iterable[bytes]) -> list[tuple[int, int]]:
    areas = (box(place.decode()) for place in places)
    return [(area[1], area[3]) for area in areas if area]


def _anchored(data: bytes) -> Iterator[tuple[int, int]]:
    """What is anchored to cells, in a drawing or, for controls, in the sheet; the last column may be touched only."""
    for anchor in _ANCHOR.finditer(data):
        corners = {name: (int(column), int(offset)) for name, column, offset in _CORNER.findall(anchor[0])}
        if b"from" not in corners:
            continue
        first = corners[b"from"][0] + 1
        yield first, max(first, _last(corners.get(b"to"), first, anchor[0]))


def _last(corner: tuple[int, int] | None, first: int, anchor: bytes) -> int:
    if corner is not None:
        return corner[0] + (corner[1] > 0)
    extent = _EXTENT.search(anchor)
    return first + (int(extent[1]) // _COLUMN_EMU if extent else 0)


def _shapes(vml: bytes) -> Iterator[tuple[int, int]]:
    """Controls as older programs draw them; a note is opened over the cells for a moment, and counts for nothing."""
    for _, facts, content in _SHAPE.findall(vml):
        anchor = _SHAPE_ANCHOR.search(content)
        if anchor is not None and not re.search(rb"ObjectType\s*=\s*[\"']Note[\"']", facts):
            first = int(anchor[1]) + 1
            yield first, max(first, int(anchor[2]) + (int(anchor[3]) > 0))
