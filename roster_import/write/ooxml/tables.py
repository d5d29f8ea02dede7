"""Tables on a sheet: a heading written over is renamed in its table too, or Excel takes the workbook for damaged.

ECMA-376-1, 18.5.1.2: the name of a table's column is the text of its heading, line breaks written as `_x000a_`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.write.ooxml.cells import KEEP, CellEdit, box
from roster_import.write.ooxml.markup import retagged, spliced, tree
from roster_import.write.ooxml.values import plain_text, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from roster_import.write.ooxml.cells import Keep, Value
    from roster_import.write.ooxml.markup import Splice
    from roster_import.write.ooxml.parts import Package


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
