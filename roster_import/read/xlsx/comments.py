"""Comments on cells: notes, and the threads that newer programs show in their place.

ECMA-376 part 1, 18.7 (a note is a text with an author); [MS-XLSX] 2.1.17 and 2.6.205 to 2.6.207 (a thread, whose first
comment is also kept as a note by the author `tc={…}`, with a sentence before it for programs that know no threads).
The words alone are read, never who wrote them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.model.result_sheets import OUR_AUTHOR
from roster_import.read.cell_text import unescaped
from roster_import.read.grid import Remarks, ranges
from roster_import.read.xlsx.xml import attribute, child, children, is_on, local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from roster_import.model.workbook import Comment

_SHADOW = "tc="
_EXPLAINED = "linkid=870924"  # in the sentence before it, which other programs keep under an author of their own
_INDENTED = "    "  # how the words of a thread stand in the note that is kept for older programs


def comments_of(notes: Element | None, threads: Element | None, persons: Element | None) -> tuple[Comment, ...]:
    """The comments on the cells of a sheet, in reading order, without ours; a thread counts before its note."""
    remarks = Remarks()
    threaded = set()
    for comment in _open(children(threads, "threadedComment"), _our_ids(persons)):
        threaded.add(attribute(comment, "ref"))
        _put(remarks, attribute(comment, "ref"), "".join(_texts(child(comment, "text"))))
    resolved = {attribute(comment, "ref") for comment in children(threads, "threadedComment")} - threaded
    authors = ["".join(author.itertext()) for author in children(child(notes, "authors"), "author")]
    for note in children(child(notes, "commentList"), "comment"):
        author = _author(note, authors)
        if author != OUR_AUTHOR and attribute(note, "ref") not in threaded | resolved:
            _put(remarks, attribute(note, "ref"), _words(note, author))
    return remarks.in_order()


def _open(threaded: Iterable[Element], ours: frozenset[str]) -> Iterator[Element]:
    """The comments of threads that nobody has marked as done; not our answers."""
    listed = list(threaded)
    done = {attribute(comment, "id") for comment in listed if is_on(attribute(comment, "done"))}
    for comment in listed:
        is_done = attribute(comment, "id") in done or attribute(comment, "parentId") in done
        if not is_done and attribute(comment, "personId") not in ours:
            yield comment


def _our_ids(persons: Element | None) -> frozenset[str]:
    everybody = children(persons, "person")
    return frozenset(attribute(person, "id") for person in everybody if attribute(person, "displayName") == OUR_AUTHOR)


def _author(note: Element, authors: list[str]) -> str:
    number = attribute(note, "authorId")
    return authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""


def _words(note: Element, author: str) -> str:
    """What the note says, without its author's name, which Excel puts before it."""
    text = "".join(_texts(child(note, "text")))
    if author.startswith(_SHADOW) or _EXPLAINED in text:
        said = [line.strip() for line in text.splitlines() if line.startswith(_INDENTED)]
        return " ".join(said) or text
    return text.removeprefix(f"{author}:") if author else text


def _texts(text: Element | None) -> Iterator[str]:
    """The text of plain words and of runs; readings above them (ruby) are no part of it."""
    for part in text if text is not None else ():
        if local(part.tag) == "t":
            yield part.text or ""
        elif local(part.tag) == "r":
            yield from (inner.text or "" for inner in children(part, "t"))
    if text is not None and not len(text):
        yield text.text or ""


def _put(remarks: Remarks, ref: str, text: str) -> None:
    for row, column, _, _ in ranges([f"{ref}:{ref}"]):
        remarks.put(row, column, unescaped(text))
