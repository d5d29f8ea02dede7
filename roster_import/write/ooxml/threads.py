"""Threads of comments: where a cell has one, newer programs show it in place of the note; ours is an answer in it.

[MS-XLSX], 2.1.17 and 2.6.203 to 2.6.207: a part per sheet holds the comments, one part the persons who wrote them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, uuid5

from roster_import.write.ooxml.cells import address
from roster_import.write.ooxml.markup import Element, Splice, appended, escaped, spliced, tree
from roster_import.write.ooxml.values import text_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from roster_import.write.ooxml.parts import Package

_NAME: Final = "roster-import"
_PERSON: Final = "{7B0B1D0C-6E0C-5C1F-9C5B-2D1B7B6A4E11}"
_NAMESPACE: Final = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_PERSONS_KIND: Final = "http://schemas.microsoft.com/office/2017/10/relationships/person"
_PERSONS_TYPE: Final = "application/vnd.ms-excel.person+xml"


def answered(package: Package, part: str, notes: Mapping[tuple[int, int], str]) -> None:
    """Let each note on a cell with a thread be the last answer in it, in place of our earlier one.

    The answer has the time of the comment before it: what is written depends on no clock.
    """
    name = _threads(package, part)
    if name is None:
        return
    data = package.read(name)
    root = tree(data)
    threads = [(cell, thread) for cell in sorted(notes) if (thread := _thread(root, address(*cell)))]
    if not threads:
        return
    person = _person(package)
    splices = [_answer(part, person, thread, notes[cell]) for cell, thread in threads]
    package.write(name, spliced(data, [*_without(root, person, {address(*cell) for cell, _ in threads}), *splices]))


def unanswered(package: Package, part: str) -> None:
    """Take our answers out of the threads of a sheet."""
    name, person = _threads(package, part), _known(package)
    if name is not None and person is not None:
        data = package.read(name)
        package.write(name, spliced(data, _without(tree(data), person)))


def _threads(package: Package, part: str) -> str | None:
    there = package.related(part, "threadedComment")
    return there.target if there else None


def _thread(root: Element, cell: str) -> list[Element]:
    """The comments on a cell, the first one first; none where nothing can be answered."""
    comments = [one for one in root.all("threadedComment") if one.attributes.get("ref") == cell]
    starts = [one for one in comments if "parentId" not in one.attributes and one.attributes.get("id")]
    return [starts[0], *(one for one in comments if one is not starts[0])] if starts else []


def _answer(part: str, person: str, thread: list[Element], text: str) -> Splice:
    start, last = thread[0], max(thread, key=lambda one: one.end)
    times = [one.attributes["dT"] for one in thread if one.attributes.get("dT")]
    time = f' dT="{escaped(max(times))}"' if times else ""
    cell, parent = start.attributes["ref"], escaped(start.attributes["id"])
    own = "{" + str(uuid5(NAMESPACE_URL, f"{_NAME}:{part}:{cell}:{text}")).upper() + "}"
    p = start.prefix
    entry = (
        f'<{p}threadedComment ref="{cell}"{time} personId="{person}" id="{own}" parentId="{parent}">'
        f"<{p}text>{text_xml(text)}</{p}text></{p}threadedComment>"
    )
    return last.end, last.end, entry.encode()


def _without(root: Element, person: str, cells: set[str] | None = None) -> Iterator[Splice]:
    """The splices that take out our answers, on these cells or on all."""
    for one in root.all("threadedComment"):
        ours = one.attributes.get("personId") == person and "parentId" in one.attributes
        if ours and (cells is None or one.attributes.get("ref") in cells):
            yield one.start, one.end, b""


# ---------------------------------------------------------------------------------------------------------- persons


def _known(package: Package) -> str | None:
    """By which id we are among the persons."""
    name = _persons(package)
    found = tree(package.read(name)).all("person") if name else []
    return next((one.attributes.get("id") for one in found if one.attributes.get("displayName") == _NAME), None)


def _persons(package: Package) -> str | None:
    there = package.related(_workbook(package), "person")
    return there.target if there else None


def _workbook(package: Package) -> str:
    there = package.related("", "officeDocument")
    return there.target if there and there.target else "xl/workbook.xml"


def _person(package: Package) -> str:
    """Our id among the persons, to whom we are added."""
    known = _known(package)
    if known is not None:
        return known
    name = _persons(package) or _new_persons(package)
    data = package.read(name)
    root = tree(data)
    entry = f'<{root.prefix}person displayName="{_NAME}" id="{_PERSON}" userId="{_NAME}" providerId="None"/>'
    package.write(name, spliced(data, appended(data, root, entry.encode())))
    return _PERSON


def _new_persons(package: Package) -> str:
    workbook = _workbook(package)
    name = package.free("xl/persons/person{}.xml", workbook)
    start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    package.add(name, f'{start}<personList xmlns="{_NAMESPACE}"/>'.encode(), _PERSONS_TYPE)
    package.relate(workbook, _PERSONS_KIND, name)
    return name
