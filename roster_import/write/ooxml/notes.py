"""Notes on cells: the comments part holds their words, a drawing in VML their boxes, and a sheet needs both.

ECMA-376-1, 18.7 and ECMA-376-4, 19.1. A note somebody else has written stays; ours follows in it. A note of our own is
replaced, so that marking a workbook again does not make it longer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from roster_import.write.ooxml.cells import address, box
from roster_import.write.ooxml.markup import Element, Splice, appended, spliced, tree
from roster_import.write.ooxml.threads import answered, unanswered
from roster_import.write.ooxml.values import text_xml
from roster_import.write.ooxml.vml_boxes import with_boxes, without_boxes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from roster_import.write.ooxml.parts import Package

AUTHOR: Final = "roster-import"
_COMMENTS_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"


def noted(package: Package, part: str, sheet: bytes, notes: Mapping[tuple[int, int], str]) -> bytes:
    """The sheet with notes on cells, whose words and boxes are put into the parts where it keeps them.

    `sheet` is the content the part is about to have, `notes` are by (row, column).
    """
    if not notes:
        return sheet
    boxless = _write_words(package, part, notes)
    answered(package, part, notes)
    return with_boxes(package, part, sheet, {cell: notes[cell] for cell in boxless})


def unnoted(package: Package, part: str) -> None:
    """Take our notes off a sheet, and our words out of other people's; boxes of notes that are gone go with them."""
    unanswered(package, part)
    there = package.related(part, "comments")
    if there is None or there.target is None:
        return
    data = package.read(there.target)
    comments = _Comments(data=data, root=tree(data))
    package.write(there.target, spliced(data, comments.without_ours()))
    cells = {area[:2] for comment in comments.ours() if (area := box(comment.attributes.get("ref", "")))}
    for drawing in {r.target for r in package.relations(part) if r.kind == "vmlDrawing"}:
        if drawing is not None and package.has(drawing):
            package.write(drawing, without_boxes(package.raw(drawing), cells))


def _write_words(package: Package, part: str, notes: Mapping[tuple[int, int], str]) -> list[tuple[int, int]]:
    """Write the notes into the sheet's comments; the cells that had none and therefore have no box yet."""
    there = package.related(part, "comments")
    name = there.target if there and there.target else _new_comments(package, part)
    data = package.read(name)
    comments = _Comments(data=data, root=tree(data))
    package.write(name, spliced(data, comments.splices(notes)))
    return [cell for cell in notes if address(*cell) not in comments.by_cell]


def _new_comments(package: Package, part: str) -> str:
    name = package.free("xl/comments{}.xml", part)
    start = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{package.namespaces.sheet}">'
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
        found = self.root.find("commentList")
        return {comment.attributes.get("ref", ""): comment for comment in found.children} if found else {}

    def ours(self) -> list[Element]:
        """The comments of ours."""
        authors = self.root.find("authors")
        names = [self.data[a.inner : a.inner_end].decode() for a in authors.children] if authors else []
        mine = str(names.index(AUTHOR)) if AUTHOR in names else None
        return [comment for comment in self.by_cell.values() if comment.attributes.get("authorId") == mine]

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
        there = self.by_cell
        new: list[str] = []
        for cell, text in sorted(notes.items()):
            old = there.get(address(*cell))
            if old is None:
                new.append(self._entry(address(*cell), author, text))
            elif old.attributes.get("authorId") == str(author):
                yield old.start, old.end, self._entry(address(*cell), author, text).encode()
            else:
                yield from self._followed(old, text)
        comments = self.root.find("commentList")
        if new and comments is not None:
            yield from appended(self.data, comments, "".join(new).encode())

    def _author(self) -> tuple[int, list[Splice]]:
        authors = self.root.find("authors")
        if authors is None:
            entry = f"<{self._p}authors><{self._p}author>{AUTHOR}</{self._p}author></{self._p}authors>"
            return 0, [(self.root.inner, self.root.inner, entry.encode())]
        names = [self.data[a.inner : a.inner_end].decode() for a in authors.children]
        if AUTHOR in names:
            return names.index(AUTHOR), []
        entry = f"<{self._p}author>{AUTHOR}</{self._p}author>"
        return len(names), appended(self.data, authors, entry.encode())

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
        run = self._run(f"\n\n{AUTHOR}: {text}").encode()
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
        return words.startswith(f"\n\n{AUTHOR}: ")

    def _plain_as_run(self, words: Element) -> Iterator[Splice]:
        """Excel shows either plain text or runs; with ours to follow, plain text has to become a run."""
        plain = words.find("t")
        if plain is not None:
            yield plain.start, plain.start, f"<{self._p}r>".encode()
            yield plain.end, plain.end, f"</{self._p}r>".encode()
