"""What lies over the cells of a sheet without standing in one: drawings, controls, sparklines, tables.

Columns added there would be hidden by it, or shine through. Nothing is changed: parts are searched, not parsed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from roster_import.write.ooxml.cells import box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roster_import.write.ooxml.parts import Package

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
_COLUMN: Final = 609_600  # EMU that a column of the usual width is wide


def occupied_columns(package: Package, part: str) -> list[tuple[int, int]]:
    """The columns of a sheet, first and last, that are taken by what stands in no cell."""
    sheet = package.raw(part)
    found = [*_sparklines(sheet), *_anchored(sheet)]
    for relation in package.relations(part):
        if relation.target is None or not package.has(relation.target):
            continue
        if relation.kind == "table":
            found += _areas(
                re.findall(rb"<(?:[\w.-]+:)?table\s[^>]*?\bref\s*=\s*[\"']([^\"']*)", package.raw(relation.target))
            )
        elif relation.kind == "drawing":
            found += _anchored(package.raw(relation.target))
        elif relation.kind == "vmlDrawing":
            found += _shapes(package.raw(relation.target))
    return found


def _sparklines(sheet: bytes) -> list[tuple[int, int]]:
    return _areas(place for found in _SPARKLINE.findall(sheet) for place in found.split())


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
    return first + (int(extent[1]) // _COLUMN if extent else 0)


def _shapes(vml: bytes) -> Iterator[tuple[int, int]]:
    """Controls as older programs draw them; a note is opened over the cells for a moment, and counts for nothing."""
    for _, facts, content in _SHAPE.findall(vml):
        anchor = _SHAPE_ANCHOR.search(content)
        if anchor is not None and not re.search(rb"ObjectType\s*=\s*[\"']Note[\"']", facts):
            first = int(anchor[1]) + 1
            yield first, max(first, int(anchor[2]) + (int(anchor[3]) > 0))
