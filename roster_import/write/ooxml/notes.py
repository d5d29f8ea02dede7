"""Notes on cells: the comments part holds their words, a drawing in VML their boxes, and a sheet needs both.

ECMA-376-1, 18.7 and ECMA-376-4, 19.1. A note somebody else has written stays; ours follows in it. A note of our own is
replaced, so that marking a workbook again does not make it longer. Where a cell has a thread of comments, newer programs
show it in place of the note; ours is an answer in it ([MS-XLSX], 2.1.17 and 2.6.203 to 2.6.207: a part per sheet holds
the comments, one part the persons who wrote them).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, uuid5

from roster_import.model.result_sheets import OUR_AUTHOR, SIGNED
from roster_import.write.ooxml.cells import address, box
from roster_import.write.ooxml.markup import (
    DECLARATION,
    Element,
    Splice,
    appended,
    attributes,
    escaped,
    spliced,
    tags,
    tree,
    with_attributes,
)
from roster_import.write.ooxml.sheet_part import outlined
from roster_import.write.ooxml.values import text_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from roster_import.write.ooxml.parts import Package

AUTHOR: Final = OUR_AUTHOR
_COMMENTS_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_PERSON: Final = "{7B0B1D0C-6E0C-5C1F-9C5B-2D1B7B6A4E11}"
_THREADS: Final = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_PERSONS_KIND: Final = "http://schemas.microsoft.com/office/2017/10/relationships/person"
_PERSONS_TYPE: Final = "application/vnd.ms-excel.person+xml"
_DRAWING_TYPE: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_NAMESPACES: Final = {
    "xmlns:v": "urn:schemas-microsoft-com:vml",
    "xmlns:o": "urn:schemas-microsoft-com:office:office",
    "xmlns:x": "urn:schemas-microsoft-com:office:excel",
}
_NEW_DRAWING: Final = b'<xml><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
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


def noted(package: Package, part: str, sheet: bytes, notes: Mapping[tuple[int, int], str], at: str = "") -> bytes:
    """The sheet with notes on cells, whose words and boxes are put into the parts where it keeps them.

    `sheet` is the content the part is about to have, `notes` are by (row, column), `at` is the time of answers in threads.
    """
    if not notes:
        return sheet
    boxless = _write_words(package, part, notes)
    _answered(package, part, notes, at)
    return _with_boxes(package, part, sheet, {cell: notes[cell] for cell in boxless})


def unnoted(package: Package, part: str) -> None:
    """Take our notes off a sheet, and our words out of other people's; boxes of notes that are gone go with them."""
    _unanswered(package, part)
    name = package.related(part, "comments")
    if name is None:
        return
    data = package.read(name)
    comments = _Comments(data=data, root=tree(data))
    package.write(name, spliced(data, comments.without_ours()))
    cells = {area[:2] for comment in comments.ours() if (area := box(comment.attributes.get("ref", "")))}
    for drawing in {r.target for r in package.relations(part) if r.kind == "vmlDrawing"}:
        if drawing is not None and package.has(drawing):
            package.write(drawing, _without_boxes(package.raw(drawing), cells))


def _write_words(package: Package, part: str, notes: Mapping[tuple[int, int], str]) -> list[tuple[int, int]]:
    """Write the notes into the sheet's comments; the cells that had none and therefore have no box yet."""
    name = package.related(part, "comments") or _new_comments(package, part)
    data = package.read(name)
    comments = _Comments(data=data, root=tree(data))
    package.write(name, spliced(data, comments.splices(notes)))
    return [cell for cell in notes if address(*cell) not in comments.by_cell]


def _new_comments(package: Package, part: str) -> str:
    name = package.free("xl/comments{}.xml", part)
    start = f'{DECLARATION}<comments xmlns="{package.namespaces.sheet}">'
    package.add(name, f"{start}<authors/><commentList/></comments>".encode(), _COMMENTS_TYPE)
    package.relate(part, "comments", name)
    return name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Comments:
    """The comments of one sheet."""

    data: bytes
    root: Element

    @property
    def by_cell(self) -> dict[str, Element]:
        """The comments there are, by address."""
        return {comment.attributes.get("ref", ""): comment for comment in self.root.within("commentList")}

    @property
    def authors(self) -> list[str]:
        """Their writers, in the order in which the comments count them."""
        return [self.data[author.inner : author.inner_end].decode() for author in self.root.within("authors")]

    def ours(self) -> list[Element]:
        """The comments of ours: by their author, or signed by us where a program did not keep it."""
        mine = str(self.authors.index(AUTHOR)) if AUTHOR in self.authors else None
        comments = self.by_cell.values()
        return [
            comment for comment in comments if comment.attributes.get("authorId") == mine or self._is_signed(comment)
        ]

    def _is_signed(self, comment: Element) -> bool:
        words = comment.find("text")
        texts = [*words.all("t"), *(text for run in words.all("r") if (text := run.find("t")))] if words else []
        return bool(texts) and self.data[texts[0].inner : texts[0].inner_end].decode().startswith(SIGNED)

    def without_ours(self) -> Iterator[Splice]:
        """The splices that take out our comments and what we added to others."""
        ours = {comment.start for comment in self.ours()}
        for comment in self.by_cell.values():
            words = comment.find("text")
            if comment.start in ours:
                yield comment.start, comment.end, b""
            elif words is not None:
                yield from ((run.start, run.end, b"") for run in words.all("r") if self._is_ours(run))

    def splices(self, notes: Mapping[tuple[int, int], str]) -> Iterator[Splice]:
        """The splices that put notes on cells."""
        author, new_author = self._author()
        yield from new_author
        comments, ours = self.by_cell, {comment.start for comment in self.ours()}
        new: list[str] = []
        for cell, text in sorted(notes.items()):
            old = comments.get(address(*cell))
            if old is None:
                new.append(self._entry(address(*cell), author, text))
            elif old.start in ours:
                yield old.start, old.end, self._entry(address(*cell), author, text).encode()
            else:
                yield from self._followed(old, text.removeprefix(SIGNED))
        parent = self.root.find("commentList")
        if new and parent is not None:
            yield from appended(self.data, parent, "".join(new).encode())

    def _author(self) -> tuple[int, list[Splice]]:
        authors = self.root.find("authors")
        if authors is None:
            entry = f"<{self._p}authors><{self._p}author>{AUTHOR}</{self._p}author></{self._p}authors>"
            return 0, [(self.root.inner, self.root.inner, entry.encode())]
        if AUTHOR in self.authors:
            return self.authors.index(AUTHOR), []
        entry = f"<{self._p}author>{AUTHOR}</{self._p}author>"
        return len(self.authors), appended(self.data, authors, entry.encode())

    @property
    def _p(self) -> str:
        return self.root.prefix

    def _entry(self, cell: str, author: int, text: str) -> str:
        p = self._p
        return f'<{p}comment ref="{cell}" authorId="{author}"><{p}text>{self._run(text)}</{p}text></{p}comment>'

    def _run(self, text: str) -> str:
        p = self._p
        look = f'<{p}rPr><{p}sz val="9"/><{p}color indexed="81"/><{p}rFont val="Tahoma"/></{p}rPr>'
        return f'<{p}r>{look}<{p}t xml:space="preserve">{text_xml(text)}</{p}t></{p}r>'

    def _followed(self, comment: Element, text: str) -> Iterator[Splice]:
        """The splices that let our words follow somebody else's in a note, in place of any we added before."""
        words = comment.find("text")
        run = self._run(f"\n\n{SIGNED}{text}").encode()
        if words is None:
            content = b"<%stext>%s</%stext>" % (self._p.encode(), run, self._p.encode())
            yield from appended(self.data, comment, content)
            return
        if words.is_empty_tag:
            yield from appended(self.data, words, run)
            return
        yield from ((r.start, r.end, b"") for r in words.all("r") if self._is_ours(r))
        yield from self._plain_as_run(words)
        place = next((c.start for c in words.children if c.local in ("rPh", "phoneticPr")), words.inner_end)
        yield place, place, run

    def _is_ours(self, run: Element) -> bool:
        text = run.find("t")
        words = self.data[text.inner : text.inner_end].decode() if text else ""
        return words.startswith(f"\n\n{SIGNED}")

    def _plain_as_run(self, words: Element) -> Iterator[Splice]:
        """Excel shows either plain text or runs; with ours to follow, plain text has to become a run."""
        plain = words.find("t")
        if plain is not None:
            yield plain.start, plain.start, f"<{self._p}r>".encode()
            yield plain.end, plain.end, f"</{self._p}r>".encode()


# --------------------------------------------------------------------------------------------------------------- boxes

# A drawing is not parsed, for Excel's own are not always well-formed. Its writer may call the namespaces what it likes
# (openpyxl says `ns0:shape`), so they are found, and declared where ours need them.


def _with_boxes(package: Package, part: str, sheet: bytes, notes: Mapping[tuple[int, int], str]) -> bytes:
    """The sheet with a drawing that has a box for each of these notes."""
    outline = outlined(sheet, part)
    shown = outline.root.find("legacyDrawing")
    drawing = shown.qualified("id") if shown else None
    name = next((r.target for r in package.relations(part) if r.target and r.id == drawing), None)
    if name is not None and package.has(name):
        package.write(name, _with_shapes(package.raw(name), notes))
        return sheet
    name = package.free("xl/drawings/vmlDrawing{}.vml", part)
    package.allow("vml", _DRAWING_TYPE)
    package.write(name, _with_shapes(_NEW_DRAWING, notes))
    entry = (
        f'<{outline.prefix}legacyDrawing xmlns:r="{package.namespaces.relation}"'
        f' r:id="{package.relate(part, "vmlDrawing", name)}"/>'
    ).encode()
    place = outline.place_for("legacyDrawing")
    return spliced(sheet, [(shown.start, shown.end, entry) if shown else (place, place, entry)])


def _without_boxes(vml: bytes, cells: set[tuple[int, int]]) -> bytes:
    """A drawing without the boxes of the notes on these cells."""
    return _SHAPES.sub(lambda shape: b"" if _noted(shape[0]) in cells else shape[0], vml)


def _noted(shape: bytes) -> tuple[int, int] | None:
    """The cell a box belongs to."""
    place = {name: int(number) + 1 for name, number in _PLACE.findall(shape)}
    return (place[b"Row"], place[b"Column"]) if _NOTE.search(shape) and len(place) == len(("Row", "Column")) else None


def _with_shapes(vml: bytes, notes: Mapping[tuple[int, int], str]) -> bytes:
    """A drawing with boxes added before its end."""
    names, vml = _declared(vml)
    first = max((int(shape[1]) for shape in _SHAPE_ID.finditer(vml)), default=1024) + 1
    shapes = [_shape(names, first + i, cell, text) for i, (cell, text) in enumerate(sorted(notes.items()))]
    kind = "" if re.search(rb"\bid\s*=\s*[\"']_x0000_t202[\"']", vml) else _SHAPE_TYPE.format(names=names)
    *_, end = _END.finditer(vml)
    return vml[: end.start()] + (kind + "".join(shapes)).encode() + vml[end.start() :]


def _declared(vml: bytes) -> tuple[str, bytes]:
    """What our shapes have to declare themselves, as its prefix means something else here; and the drawing.

    Its root declares the rest, and has an end tag.
    """
    root = next(tags(vml))
    declared = attributes(root[3])
    missing: dict[str, str | None] = {name: uri for name, uri in _NAMESPACES.items() if name not in declared}
    tag = with_attributes(root[0], missing)
    if tag.endswith(b"/>"):
        tag = tag[:-2] + b"></" + root[2] + b">"
    others = [f' {name}="{uri}"' for name, uri in _NAMESPACES.items() if declared.get(name, uri) != uri]
    return "".join(others), vml[: root.start()] + tag + vml[root.end() :]


def _shape(names: str, number: int, cell: tuple[int, int], text: str) -> str:
    row, column = cell[0] - 1, cell[1] - 1
    lines = min(sum(len(line) // _LETTERS_A_LINE + 1 for line in text.splitlines()) + 1, _MOST_LINES)
    top = max(row - 1, 0)
    anchor = f"{column + 1}, 15, {top}, 4, {column + 1 + _COLUMNS_WIDE}, 15, {top + lines}, 4"
    size = {"width": 48 * _COLUMNS_WIDE, "height": 15 * lines}
    return _SHAPE.format(names=names, id=number, anchor=anchor, row=row, column=column, **size)


# ------------------------------------------------------------------------------------------------------------- threads


def _answered(package: Package, part: str, notes: Mapping[tuple[int, int], str], at: str) -> None:
    """Let each note on a cell with a thread be the last answer in it, in place of our earlier one."""
    name = package.related(part, "threadedComment")
    if name is None:
        return
    data = package.read(name)
    root = tree(data)
    threads = [(cell, thread) for cell in sorted(notes) if (thread := _thread(root, address(*cell)))]
    if not threads:
        return
    person = _person(package)
    splices = [_answer(part, person, thread, notes[cell].removeprefix(SIGNED), at) for cell, thread in threads]
    package.write(name, spliced(data, [*_without(root, person, {address(*cell) for cell, _ in threads}), *splices]))


def _unanswered(package: Package, part: str) -> None:
    """Take our answers out of the threads of a sheet."""
    name, person = package.related(part, "threadedComment"), _known(package)
    if name is not None and person is not None:
        data = package.read(name)
        package.write(name, spliced(data, _without(tree(data), person)))


def _thread(root: Element, cell: str) -> list[Element]:
    """The comments on a cell, the first one first; none where nothing can be answered."""
    comments = [comment for comment in root.all("threadedComment") if comment.attributes.get("ref") == cell]
    starts = [comment for comment in comments if "parentId" not in comment.attributes and comment.attributes.get("id")]
    return [starts[0], *(comment for comment in comments if comment is not starts[0])] if starts else []


def _answer(part: str, person: str, thread: list[Element], text: str, at: str) -> Splice:
    start, last = thread[0], max(thread, key=lambda comment: comment.end)
    when = _time_of_answer([comment.attributes.get("dT", "") for comment in thread], at)
    time = f' dT="{escaped(when)}"' if when else ""
    cell, parent = start.attributes["ref"], escaped(start.attributes["id"])
    own = "{" + str(uuid5(NAMESPACE_URL, f"{AUTHOR}:{part}:{cell}:{text}")).upper() + "}"
    p = start.prefix
    entry = (
        f'<{p}threadedComment ref="{cell}"{time} personId="{person}" id="{own}" parentId="{parent}">'
        f"<{p}text>{text_xml(text)}</{p}text></{p}threadedComment>"
    )
    return last.end, last.end, entry.encode()


def _time_of_answer(before: Iterable[str], at: str) -> str:
    """When an answer is given, written as Excel does: UTC without saying so, hundredths of a second.

    Never before the comment that it answers, which was written by another machine's clock.
    """
    now = f"{at.removesuffix('Z')}.00" if at else ""
    return max([now, *before])


def _without(root: Element, person: str, cells: set[str] | None = None) -> Iterator[Splice]:
    """The splices that take out our answers, on these cells or on all."""
    for comment in root.all("threadedComment"):
        ours = comment.attributes.get("personId") == person and "parentId" in comment.attributes
        if ours and (cells is None or comment.attributes.get("ref") in cells):
            yield comment.start, comment.end, b""


def _known(package: Package) -> str | None:
    """By which id we are among the persons."""
    name = package.related(package.workbook, "person")
    persons = tree(package.read(name)).all("person") if name else []
    ours = (person for person in persons if person.attributes.get("displayName") == AUTHOR)
    return next((person.attributes.get("id") for person in ours), None)


def _person(package: Package) -> str:
    """Our id among the persons, to whom we are added."""
    known = _known(package)
    if known is not None:
        return known
    name = package.related(package.workbook, "person") or _new_persons(package)
    data = package.read(name)
    root = tree(data)
    entry = f'<{root.prefix}person displayName="{AUTHOR}" id="{_PERSON}" userId="{AUTHOR}" providerId="None"/>'
    package.write(name, spliced(data, appended(data, root, entry.encode())))
    return _PERSON


def _new_persons(package: Package) -> str:
    name = package.free("xl/persons/person{}.xml", package.workbook)
    package.add(name, f'{DECLARATION}<personList xmlns="{_THREADS}"/>'.encode(), _PERSONS_TYPE)
    package.relate(package.workbook, _PERSONS_KIND, name)
    return name
