"""The `<cols>` of a sheet: widths of single columns changed, every other column as it was (ECMA-376-1, 18.3.1.13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.write.markup import Element, with_attributes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Run = tuple[int, int, Element]


def _run(column: Element) -> Run:
    first = int(column.attributes.get("min", "1"))
    return first, int(column.attributes.get("max", str(first))), column


def column_styles(columns: Element | None) -> list[tuple[int, int, int]]:
    """(first column, last column, place of the format) where columns have one: how their empty cells look."""
    styled = (column for column in columns.children if "style" in column.attributes) if columns else ()
    return [(*_run(column)[:2], int(column.attributes["style"])) for column in styled]


def width_of(columns: Element | None, number: int) -> float | None:
    """The width of a column in characters, where it has one."""
    runs = (_run(column) for column in columns.children) if columns else ()
    found = next((column for first, last, column in runs if first <= number <= last), None)
    return float(found.attributes.get("width", "0")) or None if found else None


def with_widths(data: bytes, columns: Element, widths: Mapping[int, float]) -> bytes:
    """The content of `<cols>` with these columns, and they alone, of these widths and in sight."""
    free = set(widths)
    pieces: list[tuple[int, bytes]] = []
    for first, last, column in map(_run, columns.children):
        inside = {number for number in widths if first <= number <= last}
        free -= inside
        tag = data[column.start : column.end]
        pieces += _cut(tag, first, last, {number: widths[number] for number in inside}) if inside else [(first, tag)]
    pieces += [(number, _widened(_new_column(columns.prefix), number, widths[number])) for number in free]
    return b"".join(tag for _, tag in sorted(pieces))


def _new_column(prefix: str) -> bytes:
    return f"<{prefix}col/>".encode()


def _cut(tag: bytes, first: int, last: int, widths: Mapping[int, float]) -> Iterable[tuple[int, bytes]]:
    """One run of columns as several: those with a new width for themselves, the others as they were."""
    for number in sorted(widths):
        if first < number:
            yield first, _limited(tag, first, number - 1)
        yield number, _widened(tag, number, widths[number])
        first = number + 1
    if first <= last:
        yield first, _limited(tag, first, last)


def _limited(tag: bytes, first: int, last: int) -> bytes:
    return with_attributes(tag, {"min": str(first), "max": str(last)})


def _widened(tag: bytes, number: int, width: float) -> bytes:
    shown = {"width": f"{width:g}", "customWidth": "1", "hidden": None, "bestFit": None}
    return with_attributes(_limited(tag, number, number), shown)
