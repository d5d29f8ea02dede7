"""An .xlsx or .xlsm taken apart, and the few parts that hold text put together again as a package made by us.

openpyxl then reads our package, not the stranger's: no drawing, link, macro, pivot table or validation rule reaches
it, no odd style stops it, rows and cells that hold nothing cost nothing, and Strict Open XML has become the ordinary
kind. Parts: ECMA-376 part 1, 12.3 and 18.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from roster_import.errors import UnreadableFile
from roster_import.language.messages import say
from roster_import.model.problem import Place, Problem
from roster_import.read.xlsx.comments import comments_of
from roster_import.read.xlsx.fills import colours_of
from roster_import.read.xlsx.text_boxes import text_boxes
from roster_import.read.xlsx.xml import (
    MAIN,
    BrokenXmlError,
    SheetXml,
    UnsafeXmlError,
    attribute,
    child,
    children,
    is_on,
    local,
    plain_xml,
    quoted,
    sheet_xml,
    slim_styles,
    tree,
    unsafe,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from roster_import.model.workbook import Comment, TextBox
    from roster_import.read.archive import Archive


_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_COMMENTS = ("comments", "threadedComment", "person")  # kinds of parts
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """One sheet as the package lists it: its part in pieces, its comments, and what stands in boxes and on its page."""

    name: str
    hidden: bool
    xml: SheetXml
    comments: tuple[Comment, ...] = ()
    boxes: tuple[TextBox, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The parts of a workbook that hold text, in UTF-8 and without document types, and what stood beside the cells.

    `strings` is the part of shared strings, `styles` the root of the stylesheet, `fills` the colours its cell styles fill cells
    with, and `marks` those and else the colours of their letters.
    """

    sheets: tuple[SheetPart, ...]
    strings: bytes | None
    styles: Element | None
    fills: Mapping[int, str]
    marks: Mapping[int, str]
    since_1904: bool
    notes: tuple[Problem, ...]
    has_macros: bool


def taken_apart(archive: Archive) -> Package:
    """The parts that hold text; raises UnreadableFile where the package is damaged, unsafe or too large."""
    try:
        return _taken_apart(archive)
    except UnsafeXmlError as error:
        raise unsafe(archive.file_name) from error
    except BrokenXmlError as error:
        raise archive.damaged() from error


def _taken_apart(archive: Archive) -> Package:
    main = _workbook_part(archive)
    workbook = tree(archive.read(main))
    relations = _relations(archive, main)
    sheets, notes = _sheets(archive, workbook, relations)
    strings = _target(archive, relations, "sharedStrings")
    styles = _root(archive, relations, "styles")
    fills, marks = colours_of(styles, lambda: _root(archive, relations, "theme"))
    return Package(
        sheets=tuple(sheets),
        strings=None if strings is None else _ordinary(archive.read(strings)),
        styles=styles,
        fills=fills,
        marks=marks,
        since_1904=is_on(attribute(child(workbook, "workbookPr"), "date1904")),
        notes=tuple(notes),
        has_macros=any(name.endswith("vbaproject.bin") for name in archive.names()),
    )


def _root(archive: Archive, relations: Mapping[str, tuple[str, str]], kind: str) -> Element | None:
    part = _target(archive, relations, kind)
    return tree(archive.read(part)) if part else None


def _ordinary(part: bytes) -> bytes:
    """The part checked, its Strict namespace made the ordinary one."""
    return plain_xml(part).replace(_STRICT, MAIN.encode())


def rebuilt(package: Package) -> bytes:
    """The package with nothing in it but sheets, texts and formats; the sheets are named 1, 2, 3 … in order."""
    parts = {f"xl/worksheets/sheet{number}.xml": sheet.xml.slim() for number, sheet in enumerate(package.sheets, 1)}
    if package.strings is not None:
        parts["xl/sharedStrings.xml"] = package.strings
    parts["xl/styles.xml"] = slim_styles(package.styles, package.marks)
    has_strings = package.strings is not None
    return _zipped(parts | _frame(len(package.sheets), since_1904=package.since_1904, has_strings=has_strings))


def _workbook_part(archive: Archive) -> str:
    """The main part: named by the package's own relations, or where everybody puts it."""
    if archive.has("_rels/.rels"):
        for relation in tree(archive.read("_rels/.rels")):
            target = _resolved("", attribute(relation, "Target"))
            if attribute(relation, "Type").endswith("/officeDocument") and archive.has(target):
                return target
    if archive.has("xl/workbook.xml"):
        return "xl/workbook.xml"
    raise archive.damaged(say("its list of sheets is missing"))


def _relations(archive: Archive, part: str) -> Mapping[str, tuple[str, str]]:
    """Relation id -> (kind, name of the part it points at)."""
    folder, name = posixpath.split(part)
    rels = f"{folder}/_rels/{name}.rels"
    if not archive.has(rels):
        return {}
    return {
        attribute(relation, "Id"): (
            attribute(relation, "Type").rpartition("/")[2],
            _resolved(folder, attribute(relation, "Target")),
        )
        for relation in tree(archive.read(rels))
        if attribute(relation, "TargetMode") != "External"
    }


def _resolved(folder: str, target: str) -> str:
    target = unquote(target.replace("\\", "/"))
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _target(archive: Archive, relations: Mapping[str, tuple[str, str]], kind: str) -> str | None:
    """The part of that kind; some programs write it without the relation that should lead to it."""
    listed = (part for its_kind, part in relations.values() if its_kind == kind)
    return next((part for part in (*listed, f"xl/{kind}.xml") if archive.has(part)), None)


def _sheets(
    archive: Archive, workbook: Element, relations: Mapping[str, tuple[str, str]]
) -> tuple[list[SheetPart], list[Problem]]:
    """The worksheets in order; chart, dialog and macro sheets hold no rows and are passed over."""
    sheets: list[SheetPart] = []
    notes: list[Problem] = []
    persons = next((part for kind, part in relations.values() if kind == "person"), None)
    for number, entry in enumerate(children(child(workbook, "sheets"), "sheet"), 1):
        kind, part = _sheet_target(archive, entry, relations, number)
        if kind != "worksheet":
            continue
        if not archive.has(part):
            notes.append(_missing_sheet(archive.file_name, attribute(entry, "name")))
            continue
        sheet = sheet_xml(_ordinary(archive.read(part)))
        hidden = attribute(entry, "state", "visible") != "visible"
        comments = _comments(archive, part, persons)
        if comments is None:
            notes.append(_comments_unread(attribute(entry, "name")))
        boxes = text_boxes(_drawing(archive, part), sheet.page)
        name = attribute(entry, "name")
        sheets.append(SheetPart(name=name, hidden=hidden, xml=sheet, comments=comments or (), boxes=boxes))
    if not sheets and notes:
        raise archive.damaged(say("its sheets are missing"))
    if not sheets:
        raise UnreadableFile(
            say(
                "{file_name} holds no sheet with cells: fill in the roster, save the workbook in Excel and send it "
                "again.",
                file_name=archive.file_name,
            ),
            code="file-no-sheets",
        )
    return sheets, notes


def _sheet_target(
    archive: Archive, entry: Element, relations: Mapping[str, tuple[str, str]], number: int
) -> tuple[str, str]:
    """What kind of sheet an entry of the list is and where it stands; without a relation, where it usually stands."""
    relation = next((value for key, value in entry.attrib.items() if local(key) == "id" and "}" in key), "")
    target = relations.get(relation)
    usual = f"xl/worksheets/sheet{number}.xml"
    if target is None or (target[0] == "worksheet" and not archive.has(target[1]) and not relations):
        return "worksheet", usual
    return target


def _comments(archive: Archive, sheet: str, persons: str | None) -> tuple[Comment, ...] | None:
    """The comments on the cells of a sheet; None where they are too damaged to be read."""
    parts = {kind: part for kind, part in _relations(archive, sheet).values() if archive.has(part)}
    if parts.keys().isdisjoint(("comments", "threadedComment")):
        return ()
    if persons is not None and archive.has(persons):
        parts["person"] = persons
    try:
        read = (tree(archive.read(parts[kind])) if kind in parts else None for kind in _COMMENTS)
        return comments_of(*read)
    except (UnsafeXmlError, BrokenXmlError):
        return None


def _drawing(archive: Archive, sheet: str) -> Element | None:
    """What is drawn on a sheet; nothing where it is too damaged to be read, as Excel shows nothing of it then."""
    parts = [part for kind, part in _relations(archive, sheet).values() if kind == "drawing" and archive.has(part)]
    try:
        return tree(archive.read(parts[0])) if parts else None
    except (UnsafeXmlError, BrokenXmlError):
        return None


def _comments_unread(name: str) -> Problem:
    message = say("The comments on the cells of sheet {sheet} could not be read. Look at them yourself.", sheet=name)
    return Place(sheet=name).warning("comments-unread", message)


def _missing_sheet(file_name: str, name: str) -> Problem:
    return Place(sheet=name).warning(
        "sheet-missing",
        say(
            '{file_name} lists a sheet "{name}" that is not in the file, so it was not read.',
            file_name=file_name,
            name=name,
        ),
    )


def _frame(sheets: int, *, since_1904: bool, has_strings: bool) -> dict[str, bytes]:
    """The parts that hold the others together."""
    numbers = range(1, sheets + 1)
    listed = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="s{n}"/>' for n in numbers)
    targets = [
        *((f"s{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers),
        ("styles", "styles", "styles.xml"),
    ]
    if has_strings:
        targets.append(("strings", "sharedStrings", "sharedStrings.xml"))
    book = f'<workbookPr date1904="{int(since_1904)}"/><sheets>{listed}</sheets>'
    texts = {
        "[Content_Types].xml": "".join(_content_types(targets)),
        "_rels/.rels": "".join(_relation_part([("book", "officeDocument", "xl/workbook.xml")])),
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{MAIN}" xmlns:r="{_RELATIONS}">{book}</workbook>',
        "xl/_rels/workbook.xml.rels": "".join(_relation_part(targets)),
    }
    return {name: text.encode() for name, text in texts.items()}


def _content_types(targets: list[tuple[str, str, str]]) -> Iterator[str]:
    yield f'{_HEAD}<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
    yield '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    yield f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    for _, kind, part in targets:
        yield f'<Override PartName="/xl/{part}" ContentType="{_TYPE}.{kind}+xml"/>'
    yield "</Types>"


def _relation_part(targets: list[tuple[str, str, str]]) -> Iterator[str]:
    yield f'{_HEAD}<Relationships xmlns="{_PACKAGE_RELATIONS}">'
    for name, kind, part in targets:
        yield f'<Relationship Id="{name}" Type="{_RELATIONS}/{kind}" Target={quoted(part)}/>'
    yield "</Relationships>"


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    """Stored, not compressed: it is unpacked again at once."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()
