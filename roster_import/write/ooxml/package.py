"""A user's workbook given back with sheets and marks added, and nothing of it lost.

openpyxl reads a workbook into what it knows and writes what it knows: pictures, shapes, controls, cached results,
sparklines and newer validations are gone. Here the package's own parts are edited instead. Parts that need no change
keep their bytes; in those that do, everything around the change keeps its bytes.

    rewrite(source, add=…, change=…, remove=…)  the same workbook, with that done to it
    new_workbook(sheets)                        a workbook of these sheets alone
    marked_sheets(source)                       which of its sheets are ours
    occupied(source, sheets)                    which of their columns something lies over
    remarked(source, old, new)                  the same workbook, another marker on its sheets

A workbook whose structure is protected gets its sheets all the same: the protection stays and binds the people who
open it, and what is added is what its owner asked for.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from xml.parsers.expat import ExpatError

from roster_import.errors import WriteError
from roster_import.language.messages import say
from roster_import.write.ooxml.cells import PLAIN, fixed
from roster_import.write.ooxml.chart import CHART_TYPE, DRAWING_TYPE, chart_xml, drawing_xml
from roster_import.write.ooxml.dependents import occupied_columns, rename_headings
from roster_import.write.ooxml.joined_columns import grow_tables
from roster_import.write.ooxml.markup import DECLARATION
from roster_import.write.ooxml.new_sheet import cells_of, filter_area, sheet_xml
from roster_import.write.ooxml.notes import noted, unnoted
from roster_import.write.ooxml.parts import NO_WORKBOOK, Namespaces, Package, join, pack
from roster_import.write.ooxml.sheet_part import deselected, edited, has_formula, outlined
from roster_import.write.ooxml.styles_part import Styles, new_styles
from roster_import.write.ooxml.values import Epoch
from roster_import.write.ooxml.workbook_part import FILTER, MARKER, LocalName, Tab, WorkbookPart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.write.ooxml.cells import NewSheet, SheetChange

_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_NOT_READABLE: Final = say(
    "The workbook is damaged, so nothing can be added to it. Open it in Excel or LibreOffice, save it under a new name "
    "and try again."
)
_DAMAGE: Final = (
    ArithmeticError, AssertionError, AttributeError, EOFError, ExpatError, LookupError, MemoryError,
    NotImplementedError, RuntimeError, StopIteration, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip


def rewrite(
    source: bytes,
    *,
    add: Sequence[NewSheet] = (),
    change: Sequence[SheetChange] = (),
    remove: Sequence[str] = (),
) -> bytes:
    """The workbook `source` with sheets removed, changed and added, in this order; all else as it was.

    Sheets to be removed that are not there are passed over. A new sheet whose name is taken is called `Results (2)`.
    Raises WriteError where the workbook cannot be edited safely; the sentence says why, the caller which file.
    """
    with _one_door(source):
        book = _Book(Package(source))
        for name in remove:
            book.remove(name)
        for sheet in change:
            book.change(sheet)
        for place, new in _placed(add, len(book.part.tabs)):
            book.add(new, place)
        return book.to_bytes()


def new_workbook(sheets: Sequence[NewSheet]) -> bytes:
    """A workbook of these sheets alone, for what was no workbook before; it opens on its first sheet."""
    return rewrite(_blank_workbook(), add=sheets)


def marked_sheets(source: bytes) -> dict[str, str]:
    """The sheets that carry a marker, whatever they are called now: name to marker, in no order."""
    with _one_door(source):
        return _Book(Package(source)).part.markers()


def occupied(source: bytes, sheets: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
    """The columns of these sheets, first and last, that something lies over which stands in no cell."""
    with _one_door(source):
        book = _Book(Package(source))
        tabs = {name: tab for name in sheets if (tab := book.part.tab(name))}
        parts = {name: book.part_of(tab) for name, tab in tabs.items()}
        return {name: occupied_columns(book.package, part) for name, part in parts.items() if part}


def checksums(source: bytes) -> list[str]:
    """Name and checksum of every part but the one that holds the markers."""
    with _one_door(source):
        package = Package(source)
        return package.checksums(but=_main_part(package))


def remarked(source: bytes, old: str, new: str) -> bytes:
    """The workbook with one marker, of words that XML leaves as they are, replaced; every other part as it lies."""
    with _one_door(source):
        package = Package(source)
        name = _main_part(package)
        package.write(name, package.read(name).replace(old.encode(), new.encode()))
        return package.to_bytes()


@contextmanager
def _one_door(source: bytes) -> Iterator[None]:
    """Whatever a stranger's workbook does to us leaves as a WriteError."""
    if source[:4] == b"\xd0\xcf\x11\xe0":
        raise WriteError(
            say(
                "The workbook is protected by a password or in the old .xls format, so nothing can be added to it. Save it "
                "as .xlsx without a password and try again."
            )
        )
    try:
        yield
    except zipfile.BadZipFile as error:
        raise WriteError(NO_WORKBOOK) from error
    except _DAMAGE as error:
        raise WriteError(_NOT_READABLE) from error


def _placed(add: Sequence[NewSheet], count: int) -> Iterator[tuple[int, NewSheet]]:
    """The sheets with the places they take: those that go first in their order, the others after all."""
    first = [sheet for sheet in add if sheet.first]
    last = [sheet for sheet in add if not sheet.first]
    yield from enumerate(first)
    yield from enumerate(last, count + len(first))


class _Book:
    """A workbook being rewritten."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.name = _main_part(package)
        package.namespaces = Namespaces(strict=b"http://purl.oclc.org/ooxml/" in package.read(self.name)[:4096])
        self.part = WorkbookPart(package.read(self.name), package.namespaces.relation)
        self.epoch = Epoch(from_1904=self.part.from_1904)
        self._styles: Styles | None = None
        self._stale_chain = False

    @property
    def styles(self) -> Styles:
        """The workbook's styles, read when the first cell needs one."""
        if self._styles is None:
            self._styles = Styles(self.package.read(self._styles_name()))
        return self._styles

    def _styles_name(self) -> str:
        listed = self.package.related(self.name, "styles")
        if listed is not None:
            return listed
        name = "xl/styles.xml"  # the one name openpyxl looks for
        if not self.package.has(name):
            self.package.add(name, new_styles(self.package.namespaces.sheet), f"{_TYPE}styles+xml")
        self.package.relate(self.name, "styles", name)
        return name

    def part_of(self, tab: Tab) -> str | None:
        """The part of a sheet; None where it is listed but missing."""
        targets = {relation.id: relation.target for relation in self.package.relations(self.name)}
        target = targets.get(tab.relation)
        return target if target is not None and self.package.has(target) else None

    def remove(self, name: str) -> None:
        """Take a sheet out, with what belongs to it alone."""
        tab = self.part.tab(name)
        if tab is None:
            return
        self.part.remove(tab)
        part = self.part_of(tab)
        if part is not None:
            self._stale_chain |= has_formula(self.package.raw(part))
            self.package.cut(self.name, tab.relation)

    def change(self, change: SheetChange) -> None:
        """Change cells of a sheet."""
        tab = self.part.tab(change.name)
        if tab is None:
            raise WriteError(say("The workbook has no sheet {sheet!r} to write into.", sheet=change.name))
        name = self.part_of(tab)
        if name is None:
            raise WriteError(say("The workbook is damaged: its sheet {sheet!r} is listed but missing.", sheet=tab.name))
        change = self._joined(tab, name, change)
        after = edited(outlined(self.package.read(name), tab.name), change, self.styles, self.epoch)
        self._stale_chain |= after.lost_formula
        if change.unmarked:
            unnoted(self.package, name)
        notes = {cell: edit.note for cell, edit in change.cells.items() if edit.note}
        self.package.write(name, noted(self.package, name, after.data, notes, change.noted_at))
        rename_headings(self.package, name, change.cells)

    def _joined(self, tab: Tab, part: str, change: SheetChange) -> SheetChange:
        """Let the filter and the table of a sheet grow by the columns beside them; headings look as the table has them."""
        if change.joined is None:
            return change
        self.part.widen_filter(tab, change.joined)
        top, left, _, right = change.joined
        headings = {(top, column): change.cells[top, column] for column in range(left, right + 1)}
        if not grow_tables(self.package, part, change.joined, [str(edit.value) for edit in headings.values()]):
            return change
        plain = {place: replace(edit, look=PLAIN) for place, edit in headings.items()}
        return replace(change, cells={**change.cells, **plain})

    def add(self, sheet: NewSheet, place: int) -> None:
        """Add a sheet at a place among the tabs."""
        tab_name = self.part.free_name(sheet.name)
        name = self.package.free("xl/worksheets/sheet{}.xml", self.name)
        drawing = self._drawn(sheet, tab_name, name)
        data = sheet_xml(sheet, self.package.namespaces.sheet, self.styles, self.epoch, drawing)
        self.package.add(name, data, f"{_TYPE}worksheet+xml")
        self.part.add(tab_name, self.package.relate(self.name, "worksheet", name), place)
        notes = {cell: edit.note for cell, edit in cells_of(sheet).items() if edit.note}
        self.package.write(name, noted(self.package, name, data, notes))
        for local in _names_of(sheet, tab_name):
            self.part.name(local)
        if sheet.opened:
            self._open_on(tab_name, name)

    def _drawn(self, sheet: NewSheet, tab_name: str, part: str) -> str:
        """The element by which a sheet shows its chart, whose parts are added; nothing for a sheet without one."""
        if sheet.chart is None:
            return ""
        names = self.package.namespaces
        drawing = self.package.free("xl/drawings/drawing{}.xml", part)
        chart = self.package.free("xl/charts/chart{}.xml", drawing)
        self.package.add(chart, chart_xml(sheet.chart, sheet.rows, tab_name, names), CHART_TYPE)
        related = self.package.relate(drawing, "chart", chart)
        self.package.add(drawing, drawing_xml(sheet.chart, related, names), DRAWING_TYPE)
        return f'<drawing xmlns:r="{names.relation}" r:id="{self.package.relate(part, "drawing", drawing)}"/>'

    def _open_on(self, tab_name: str, part: str) -> None:
        """Open on a sheet; no other stays selected with it, or what is typed would go into both."""
        self.part.open_on(tab_name)
        others = {r.target for r in self.package.relations(self.name) if r.kind.endswith("sheet")} - {part, None}
        for other in others:
            if other is not None and self.package.has(other) and b"tabSelected" in self.package.raw(other):
                self.package.write(other, deselected(self.package.read(other)))

    def to_bytes(self) -> bytes:
        """The workbook as a file."""
        if self._stale_chain:  # the order formulas were computed in; Excel makes a new one
            self._cut(self.name, "calcChain")
        self._cut("", "origin")  # a signature of the package, which would not be true of it any more
        if self._styles is not None:
            self.package.write(self._styles_name(), self._styles.to_bytes())
        self.package.write(self.name, self.part.to_bytes())
        return self.package.to_bytes()

    def _cut(self, part: str, kind: str) -> None:
        """Drop what a part refers to in this way."""
        for relation in self.package.relations(part):
            if relation.kind == kind and relation.target and self.package.has(relation.target):
                self.package.cut(part, relation.id)
                return


def _main_part(package: Package) -> str:
    name = package.workbook
    if name.lower().endswith(".bin"):
        raise WriteError(
            say(
                "The workbook is in the binary format (.xlsb), so nothing can be added to it. Save it as .xlsx and try "
                "again."
            )
        )
    if not package.has(name):
        raise WriteError(NO_WORKBOOK)
    return name


def _names_of(sheet: NewSheet, name: str) -> Iterator[LocalName]:
    """The names that go with a sheet: its marker, its filter and the headings to print on every page."""
    quoted = "'" + name.replace("'", "''") + "'"
    if sheet.marker is not None:
        yield LocalName(name=MARKER, sheet=name, content='"' + sheet.marker.replace('"', '""') + '"', hidden=True)
    if sheet.filtered:
        yield LocalName(name=FILTER, sheet=name, content=f"{quoted}!{fixed(filter_area(sheet))}", hidden=True)
    if sheet.frozen_rows:
        yield LocalName(name="_xlnm.Print_Titles", sheet=name, content=f"{quoted}!$1:${sheet.frozen_rows}")


def _blank_workbook() -> bytes:
    """A package with a workbook that has no sheets yet."""
    names = Namespaces(strict=False)
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{_TYPE}sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="rId1" Type='
        f'"{names.relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{names.sheet}" xmlns:r="{names.relation}"><bookViews><workbookView/>'
        "</bookViews><sheets/></workbook>",
    }
    return join([pack(name, (DECLARATION + xml).encode()) for name, xml in parts.items()])
