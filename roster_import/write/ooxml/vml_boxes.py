"""The boxes of notes: shapes in a sheet's drawing in VML, one for every cell with a note (ECMA-376-4, 19.1).

A drawing is not parsed, for Excel's own are not always well-formed. Its writer may call the namespaces what it likes
(openpyxl says `ns0:shape`), so they are found, and declared where ours need them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from roster_import.write.ooxml.markup import attributes, spliced, tags, with_attributes
from roster_import.write.ooxml.sheet_part import outlined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.write.ooxml.parts import Package

_TYPE: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_NAMESPACES: Final = {
    "xmlns:v": "urn:schemas-microsoft-com:vml",
    "xmlns:o": "urn:schemas-microsoft-com:office:office",
    "xmlns:x": "urn:schemas-microsoft-com:office:excel",
}
_NEW: Final = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
)
_SHAPE_TYPE: Final = (
    '<v:shapetype{names} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE: Final = (
    '<v:shape{names} id="_x0000_s{id}" type="#_x0000_t202" style="position:absolute;width:{width}pt;height:{height}pt;'
    'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_SHAPE_ID: Final = re.compile(rb"_s([0-9]{1,9})\b")
_SHAPES: Final = re.compile(rb"<((?:[\w.-]+:)?)shape\s.*?</\1shape\s*>", re.DOTALL)
_NOTE: Final = re.compile(rb"\bObjectType\s*=\s*[\"']Note[\"']")
_PLACE: Final = re.compile(rb"<(?:[\w.-]+:)?(Row|Column)\s*>\s*([0-9]+)")
_END: Final = re.compile(rb"</(?:[\w.-]+:)?xml\s*>")
_LETTERS_A_LINE: Final = 34  # fewer than fit, as the columns beneath may be narrow
_COLUMNS_WIDE: Final = 4
_MOST_LINES: Final = 20


def with_boxes(package: Package, part: str, sheet: bytes, notes: Mapping[tuple[int, int], str]) -> bytes:
    """The sheet with a drawing that has a box for each of these notes."""
    outline = outlined(sheet, part)
    found = outline.root.find("legacyDrawing")
    drawing = found.qualified("id") if found else None
    name = next((r.target for r in package.relations(part) if r.target and r.id == drawing), None)
    if name is not None and package.has(name):
        package.write(name, _with_shapes(package.raw(name), notes))
        return sheet
    name = package.free("xl/drawings/vmlDrawing{}.vml", part)
    package.allow("vml", _TYPE)
    package.write(name, _with_shapes(_NEW, notes))
    entry = (
        f'<{outline.prefix}legacyDrawing xmlns:r="{package.namespaces.relation}"'
        f' r:id="{package.relate(part, "vmlDrawing", name)}"/>'
    ).encode()
    place = outline.place_for("legacyDrawing")
    return spliced(sheet, [(found.start, found.end, entry) if found else (place, place, entry)])


def without_boxes(vml: bytes, cells: set[tuple[int, int]]) -> bytes:
    """A drawing without the boxes of the notes on these cells."""
    return _SHAPES.sub(lambda found: b"" if _noted(found[0]) in cells else found[0], vml)


def _noted(shape: bytes) -> tuple[int, int] | None:
    """The cell a box belongs to."""
    place = {name: int(number) + 1 for name, number in _PLACE.findall(shape)}
    return (place[b"Row"], place[b"Column"]) if _NOTE.search(shape) and len(place) == len(("Row", "Column")) else None


def _with_shapes(vml: bytes, notes: Mapping[tuple[int, int], str]) -> bytes:
    """A drawing with boxes added before its end."""
    names, vml = _declared(vml)
    first = max((int(found[1]) for found in _SHAPE_ID.finditer(vml)), default=1024) + 1
    shapes = [_shape(names, first + i, cell, text) for i, (cell, text) in enumerate(sorted(notes.items()))]
    kind = "" if re.search(rb"\bid\s*=\s*[\"']_x0000_t202[\"']", vml) else _SHAPE_TYPE.format(names=names)
    *_, end = _END.finditer(vml)
    return vml[: end.start()] + (kind + "".join(shapes)).encode() + vml[end.start() :]


def _declared(vml: bytes) -> tuple[str, bytes]:
    """What our shapes have to declare themselves, as its prefix means something else here; and the drawing.

    Its root declares the rest, and has an end tag.
    """
    root = next(tags(vml))
    there = attributes(root[3])
    missing: dict[str, str | None] = {name: uri for name, uri in _NAMESPACES.items() if name not in there}
    tag = with_attributes(root[0], missing)
    if tag.endswith(b"/>"):
        tag = tag[:-2] + b"></" + root[2] + b">"
    others = [f' {name}="{uri}"' for name, uri in _NAMESPACES.items() if there.get(name, uri) != uri]
    return "".join(others), vml[: root.start()] + tag + vml[root.end() :]


def _shape(names: str, number: int, cell: tuple[int, int], text: str) -> str:
    row, column = cell[0] - 1, cell[1] - 1
    lines = min(sum(len(line) // _LETTERS_A_LINE + 1 for line in text.splitlines()) + 1, _MOST_LINES)
    top = max(row - 1, 0)
    anchor = f"{column + 1}, 15, {top}, 4, {column + 1 + _COLUMNS_WIDE}, 15, {top + lines}, 4"
    size = {"width": 48 * _COLUMNS_WIDE, "height": 15 * lines}
    return _SHAPE.format(names=names, id=number, anchor=anchor, row=row, column=column, **size)
