"""One sheet's part: cells changed where they lie, everything around them as it was, byte for byte.

The part is not parsed and written again but spliced: rows and cells are found as places in the bytes, so that
extensions, alternatives, sparklines and whatever comes after us survive without our knowing them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from roster_import.errors import WriteError
from roster_import.language.messages import say
from roster_import.model.workbook import column_letter
from roster_import.write.ooxml.cells import KEEP, PLAIN, CellEdit, SheetChange, address, beside, box
from roster_import.write.ooxml.dependents import formula_splices
from roster_import.write.ooxml.joined_columns import joined
from roster_import.write.ooxml.markup import (
    Element,
    Place,
    Splice,
    appended,
    escaped,
    first_tag,
    forest,
    place_for,
    places,
    places_from,
    retagged,
    spliced,
    tags,
    with_attributes,
)
from roster_import.write.ooxml.values import LINE, USUAL_WIDTH, Epoch, cell_xml, needed_height

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from roster_import.write.ooxml.styles_part import Styles

ORDER: Final = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
    "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls",
    "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
_FORMULA: Final = re.compile(rb"<(?:[^<>\s/:]+:)?f[\s/>]")
_SPANS: Final = re.compile(rb"(?:^|\s)spans\s*=\s*[\"']([0-9]+):([0-9]+)[\"']")
_HEIGHT: Final = re.compile(rb"(?:^|\s)ht\s*=\s*[\"']([0-9.]+)[\"']")
_HIDDEN: Final = re.compile(rb"(?:^|\s)hidden\s*=\s*[\"'](?:1|true)[\"']")
_OWN_LOOK: Final = re.compile(rb"(?:^|\s)customFormat\s*=\s*[\"'](?:1|true)[\"']")

Edits: TypeAlias = list[tuple[int, CellEdit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """A sheet's bytes and its outline: the root with its children, of which `sheetData` is not looked into."""

    data: bytes
    root: Element
    cells: Element

    @property
    def prefix(self) -> str:
        """What the names of the sheet's elements begin with."""
        return self.root.prefix

    def rows(self) -> list[Place]:
        """Where its rows lie."""
        return list(places(self.data, f"{self.prefix}row", self.cells.inner, self.cells.inner_end))

    def place_for(self, local: str) -> int:
        """Where a new child of this name goes."""
        return place_for(self.root, local, ORDER)


def outlined(data: bytes, sheet: str) -> SheetPart:
    """The outline of a checked sheet.

    Raises WriteError where it is a chart sheet, a dialog or a macro sheet: none of them has cells to change.
    """
    start = next(tags(data))
    name = start[2].decode()
    prefix = name[: -len("worksheet")]
    opened = first_tag(data, f"{prefix}sheetData", start.end()) if name.endswith("worksheet") else None
    if opened is None:
        raise WriteError(
            say("The sheet {sheet!r} has no cells that could be changed: it is not a worksheet.", sheet=sheet)
        )
    inner_end, end = _end_of(data, f"</{prefix}sheetData".encode(), opened)
    cells = Element(
        name=f"{prefix}sheetData", start=opened.start(), inner=opened.end(), inner_end=inner_end, end=end, attributes={}
    )
    head, tail = forest(data, start.end(), cells.start), forest(data, end, len(data))
    root = Element(
        name=name, start=start.start(), inner=start.end(), inner_end=tail.inner_end, end=tail.end, attributes={},
        children=[*head.children, cells, *tail.children],
    )  # fmt: skip
    return SheetPart(data=data, root=root, cells=cells)


def _end_of(data: bytes, closing: bytes, opened: re.Match[bytes]) -> tuple[int, int]:
    if opened[2].endswith(b"/"):
        return opened.end(), opened.end()
    if data.find(b"<!", opened.end()) < 0:
        start = data.index(closing, opened.end())
        return start, data.index(b">", start) + 1
    return next(tag for tag in tags(data, opened.end()) if tag[0].startswith(closing)).span()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A sheet after its changes, and whether a formula was among what was written over."""

    data: bytes
    lost_formula: bool


def edited(sheet: SheetPart, change: SheetChange, styles: Styles, epoch: Epoch) -> Edited:
    """The sheet with its cells, column widths and links changed; notes are not its own (see `notes`)."""
    splices = list(_cell_splices(sheet, change, styles, epoch))
    lost = any(_FORMULA.search(sheet.data, start, end) for start, end, _ in splices)
    if change.unmarked and styles.marked:
        splices += _unmarked(sheet, change.cells, styles)
    splices += _dimension(sheet, change)
    splices += _widths(sheet, {**_hidden(sheet, change), **change.widths})
    splices += _links(sheet, change.cells)
    if change.joined is not None:
        splices += joined(sheet.data, sheet.root, change.joined, sheet.place_for("ignoredErrors"))
    return Edited(data=spliced(sheet.data, splices), lost_formula=lost)


def _cell_splices(sheet: SheetPart, change: SheetChange, styles: Styles, epoch: Epoch) -> Iterator[Splice]:
    by_row = _by_row(change.cells)
    columns = column_styles(sheet.root.find("cols"))
    rows = _Rows(sheet=sheet, styles=styles, epoch=epoch, columns=columns, change=change)
    present = sheet.rows()
    yield from formula_splices(sheet.data, sheet.prefix, present, _overwritten(change.cells))
    missing = sorted(set(by_row) - {row.number for row in present}, reverse=True)
    for row in present:
        while missing and missing[-1] < row.number:
            number = missing.pop()
            yield row.start, row.start, rows.new(number, by_row[number])
        if row.number in by_row:
            yield from rows.changed(row, by_row.pop(row.number))
    if missing:
        content = b"".join(rows.new(number, by_row[number]) for number in reversed(missing))
        yield from appended(sheet.data, sheet.cells, content)


def _overwritten(cells: Mapping[tuple[int, int], CellEdit]) -> list[tuple[int, int]]:
    return [cell for cell, edit in cells.items() if edit.value is not KEEP]


def _by_row(cells: Mapping[tuple[int, int], CellEdit]) -> dict[int, Edits]:
    """The edits that change a cell itself, by row, in order of their columns."""
    by_row: dict[int, Edits] = {}
    for (row, column), edit in sorted(cells.items(), key=lambda item: item[0]):
        address(row, column)
        if edit.value is not KEEP or edit.look != PLAIN:
            by_row.setdefault(row, []).append((column, edit))
    return by_row


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """Rows with cells changed."""

    sheet: SheetPart
    styles: Styles
    epoch: Epoch
    columns: list[tuple[int, int, int]]
    change: SheetChange

    def new(self, number: int, edits: Edits) -> bytes:
        """A row that was not there."""
        prefix = self.sheet.prefix
        tag = with_attributes(f'<{prefix}row r="{number}">'.encode(), self._height(b"", edits)).decode()
        return f"{tag}{self._new_cells(number, None, edits)}</{prefix}row>".encode()

    def changed(self, row: Place, edits: Edits) -> Iterator[Splice]:
        """The splices that change a row that is there."""
        tag = self._tag(row, edits)
        if row.is_empty_tag:
            cells = self._new_cells(row.number, row, edits)
            yield row.start, row.end, f"{tag[:-2].rstrip().decode()}>{cells}</{self.sheet.prefix}row>".encode()
            return
        yield row.start, row.inner, tag
        yield from self._cells(row, edits)

    def _tag(self, row: Place, edits: Edits) -> bytes:
        changes: dict[str, str | None] = {}
        spans = _SPANS.search(row.facts)
        if spans is not None:
            changes["spans"] = f"{min(int(spans[1]), edits[0][0])}:{max(int(spans[2]), edits[-1][0])}"
        if self.change.in_sight and _HIDDEN.search(row.facts):
            changes["hidden"] = None
        changes |= self._height(row.facts, edits)
        tag = self.sheet.data[row.start : row.inner]
        return with_attributes(tag, changes) if changes else tag

    def _height(self, facts: bytes, edits: Edits) -> dict[str, str | None]:
        """The height of a row that new wrapped text would not fit into; one its owner gave it is the least it has."""
        wrapped = [(edit.look, edit.value, self._width(column)) for column, edit in edits if edit.look.wrap]
        if not wrapped:
            return {}
        now, needed = _HEIGHT.search(facts), needed_height(wrapped)
        return {"ht": f"{needed:g}"} if needed > (float(now[1]) if now else LINE) else {}

    def _width(self, column: int) -> float:
        return self.change.widths.get(column) or width_of(self.sheet.root.find("cols"), column) or USUAL_WIDTH

    def _cells(self, row: Place, edits: Edits) -> Iterator[Splice]:
        waiting = edits[::-1]
        end, left = row.inner, None
        for cell in places_from(self.sheet.data, f"{self.sheet.prefix}c", row, edits[0][0]):
            before = _taken(waiting, cell.number)
            if before:
                yield cell.start, cell.start, self._new_cells(row.number, row, before, left).encode()
            if waiting and waiting[-1][0] == cell.number:
                yield self._changed_cell(row, cell, waiting.pop()[1])
            end, left = cell.end, cell.style or 0
        if waiting:
            yield end, end, self._new_cells(row.number, row, waiting[::-1], left).encode()

    def _changed_cell(self, row: Place, cell: Place, edit: CellEdit) -> Splice:
        style = self.styles.style_for(cell.style or 0, edit.look, edit.value)
        if edit.value is KEEP:
            tag = with_attributes(self.sheet.data[cell.start : cell.inner], {"s": str(style)})
            return cell.start, cell.inner, tag
        place = f"{column_letter(cell.number)}{row.number}"
        written = cell_xml(self.sheet.prefix, place, style, edit.value, self.epoch)
        return cell.start, cell.end, written.encode()

    def _new_cells(self, number: int, row: Place | None, edits: Edits, left: int | None = None) -> str:
        return "".join(self._new_cell(number, row, column, edit, left) for column, edit in edits)

    def _new_cell(self, number: int, row: Place | None, column: int, edit: CellEdit, left: int | None) -> str:
        """A cell that was not there; `left` is the look of the one left of it, where there is one."""
        if edit.beside and left is not None and self.styles.is_dressed(left):
            style = self.styles.style_for(left, beside(edit.look), edit.value)
        else:
            style = self.styles.style_for(self._empty_style(row, column), edit.look, edit.value)
        return cell_xml(self.sheet.prefix, f"{column_letter(column)}{number}", style, edit.value, self.epoch)

    def _empty_style(self, row: Place | None, column: int) -> int:
        """What a cell that is not there looks like: as its row says, or else its column."""
        if row is not None and _OWN_LOOK.search(row.facts):
            return row.style or 0
        return next((style for first, last, style in self.columns if first <= column <= last), 0)


def _unmarked(sheet: SheetPart, edits: Container[tuple[int, int]], styles: Styles) -> Iterator[Splice]:
    """The splices that take our marks off the cells that are not edited anyway."""
    for row in sheet.rows():
        for cell in places(sheet.data, f"{sheet.prefix}c", row.inner, row.inner_end):
            if cell.style in styles.marked and (row.number, cell.number) not in edits:
                style = str(styles.unmarked(cell.style or 0))
                yield cell.start, cell.inner, with_attributes(sheet.data[cell.start : cell.inner], {"s": style})


def _taken(waiting: Edits, before: int) -> Edits:
    """The edits of columns before one, taken from the end of those waiting."""
    taken: Edits = []
    while waiting and waiting[-1][0] < before:
        taken.append(waiting.pop())
    return taken


def _dimension(sheet: SheetPart, change: SheetChange) -> Iterator[Splice]:
    """The used area, widened by the cells that are given a value; programs that trust it would not see them."""
    dimension = sheet.root.find("dimension")
    area = box(dimension.attributes.get("ref", "")) if dimension else None
    if dimension is None or area is None or not change.cells:
        return
    top, left = (min(number) for number in zip(*change.cells, strict=True))
    bottom, right = (max(number) for number in zip(*change.cells, strict=True))
    wider = (min(area[0], top), min(area[1], left), max(area[2], bottom), max(area[3], right))
    if wider != area:
        yield retagged(sheet.data, dimension, {"ref": f"{address(*wider[:2])}:{address(*wider[2:])}"})


def _widths(sheet: SheetPart, widths: Mapping[int, float]) -> Iterator[Splice]:
    columns = sheet.root.find("cols")
    if columns is not None and widths and not columns.is_empty_tag:
        yield columns.inner, columns.inner_end, with_widths(sheet.data, columns, widths)
    elif widths:
        none = Element(name=f"{sheet.prefix}cols", start=0, inner=0, attributes={})
        start, end = (columns.start, columns.end) if columns else (sheet.place_for("cols"),) * 2
        content = with_widths(b"", none, widths)
        yield start, end, b"<%s>%s</%s>" % (none.name.encode(), content, none.name.encode())


def _hidden(sheet: SheetPart, change: SheetChange) -> dict[int, float]:
    """The widths of the hidden columns that are to be in sight."""
    columns = sheet.root.find("cols")
    runs = [_run(column) for column in columns.children if "hidden" in column.attributes] if columns else []
    cells = {column for _, column in change.cells} if change.in_sight else set()
    hidden = (column for column in cells if any(first <= column <= last for first, last, _ in runs))
    return {column: width_of(columns, column) or USUAL_WIDTH for column in hidden}


def _links(sheet: SheetPart, cells: Mapping[tuple[int, int], CellEdit]) -> Iterator[Splice]:
    links = {address(*cell): edit.link for cell, edit in cells.items() if edit.link is not None}
    if not links:
        return
    entries = links_xml(sheet.prefix, links).encode()
    linked = sheet.root.find("hyperlinks")
    if linked is None:
        place = sheet.place_for("hyperlinks")
        yield place, place, b"<%shyperlinks>%s</%shyperlinks>" % (sheet.prefix.encode(), entries, sheet.prefix.encode())
        return
    yield from ((old.start, old.end, b"") for old in linked.children if old.attributes.get("ref") in links)
    yield from appended(sheet.data, linked, entries)


def links_xml(prefix: str, links: Mapping[str, str]) -> str:
    """The links of cells, by address, to places in the same workbook."""
    return "".join(f'<{prefix}hyperlink ref="{cell}" location="{escaped(to)}"/>' for cell, to in links.items())


def deselected(data: bytes) -> bytes:
    """A sheet of any kind that is not among those selected together."""
    for tag in tags(data):
        local = tag[2].rpartition(b":")[2]
        if local == b"sheetView" and b"tabSelected" in tag[3]:
            return spliced(data, [(*tag.span(), with_attributes(tag[0], {"tabSelected": None}))])
        if local in (b"sheetData", b"drawing"):
            break
    return data


def has_formula(data: bytes) -> bool:
    """Whether any cell of a sheet has a formula."""
    return _FORMULA.search(data) is not None


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
    column = next((column for first, last, column in runs if first <= number <= last), None)
    return float(column.attributes.get("width", "0")) or None if column else None


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
