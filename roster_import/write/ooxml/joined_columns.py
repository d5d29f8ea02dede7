"""Columns that join the list beside them: its filter and its table grow, or to sort it would tear its rows apart.

A filter is the sheet's own (`autoFilter`, and the hidden name by which other programs find it, ECMA-376-1, 18.3.1.2) or
a table's (18.5.1.2), whose columns have names of their own that have to be those of the headings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.write.ooxml.cells import address, box
from roster_import.write.ooxml.markup import appended, escaped, retagged, spliced, tree
from roster_import.write.ooxml.values import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.write.ooxml.cells import Box
    from roster_import.write.ooxml.markup import Element, Splice
    from roster_import.write.ooxml.parts import Package


def joined(data: bytes, sheet: Element, columns: Box, place: int) -> Iterator[Splice]:
    """The splices that let a sheet's own filter grow, and numbers stand in the columns as text without a green corner.

    `place` is where the sheet's `ignoredErrors` go if it has none.
    """
    own = sheet.find("autoFilter")
    wider = grown(own.attributes.get("ref", ""), columns) if own else None
    if own is not None and wider is not None:
        yield retagged(data, own, {"ref": wider})
    area = f"{address(*columns[:2])}:{address(*columns[2:])}"
    entry = f'<{sheet.prefix}ignoredError sqref="{area}" numberStoredAsText="1"/>'
    ignored = sheet.find("ignoredErrors")
    if ignored is None:
        tag = f"{sheet.prefix}ignoredErrors"
        yield place, place, f"<{tag}>{entry}</{tag}>".encode()
    elif not any(child.attributes.get("sqref") == area for child in ignored.children):
        yield from appended(data, ignored, entry.encode())


def grown(reference: str, columns: Box) -> str | None:
    """The area of a list, headings first, with columns that stand beside it; None where they touch no such area."""
    area = box(reference)
    if area is None or area[0] != columns[0] or area[3] + 1 != columns[1]:
        return None
    return f"{address(*area[:2])}:{address(area[2], columns[3])}"


def grow_tables(package: Package, part: str, columns: Box, headings: Sequence[str]) -> bool:
    """Let the table of a sheet that the columns stand beside have them for its own; whether there is such a table."""
    grew = False
    for table in (relation.target for relation in package.relations(part) if relation.kind == "table"):
        if table is not None and package.has(table):
            data = package.read(table)
            splices = list(_table_splices(data, columns, headings))
            package.write(table, spliced(data, splices))
            grew = grew or bool(splices)
    return grew


def _table_splices(data: bytes, columns: Box, headings: Sequence[str]) -> Iterator[Splice]:
    root = tree(data)
    area, listed = grown(root.attributes.get("ref", ""), columns), root.find("tableColumns")
    if area is None or listed is None or root.attributes.get("headerRowCount") == "0":
        return
    names = {plain_text(column.attributes.get("name", "")).casefold() for column in listed.children}
    if names & {heading.casefold() for heading in headings}:  # no two columns of a table have one name
        return
    yield retagged(data, root, {"ref": area})
    own = root.find("autoFilter")
    if own is not None:
        yield retagged(data, own, {"ref": f"{area.partition(':')[0]}:{_above_totals(area, root)}"})
    last = max(int(column.attributes.get("id", "0")) for column in listed.children)
    entries = "".join(
        f'<{root.prefix}tableColumn id="{number}" name="{escaped(heading)}"/>'
        for number, heading in enumerate(headings, last + 1)
    )
    yield from appended(data, listed, entries.encode(), {"count": str(len(listed.children) + len(headings))})


def _above_totals(area: str, table: Element) -> str:
    """The last cell of a table that its filter reaches: the row of totals is not filtered."""
    _, _, bottom, right = box(area) or (1, 1, 1, 1)
    return address(bottom - int(table.attributes.get("totalsRowCount", "0")), right)
