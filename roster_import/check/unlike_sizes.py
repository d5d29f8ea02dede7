"""What stands under Size and reads as none, where most others do: `L or XL`, `as Tom`, `152??`, `Mediun`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roster_import.check.meant.sizes import read_size, says_no_size
from roster_import.check.meant.wearers import wearers_named
from roster_import.check.rows.messages import named
from roster_import.language.messages import say
from roster_import.model.layout import Meaning
from roster_import.model.workbook import CellKind
from roster_import.recognise.cell_kinds import Trait, traits

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.order import Line
    from roster_import.model.problem import Problem

_LEAST = 3  # sizes of one garment before what is none is odd among them
_DOUBTED = re.compile(r"[?!]|\b(?:or|oder|ou|eller|lub|nebo|bzw|evtl|ev)\b", re.IGNORECASE)
_BESIDE = re.compile(r"([^()\[\]]+)[(\[]([^()\[\]]+)[)\]]")  # the same in another way: Small (8)
_MADE_SO = re.compile(  # EU 38, 10R, 12J, 46 1/2, 2XLT, M / 176, UK 8-10: of shoes, work clothes, and makers of their own
    r"[a-z]{0,3}[\s.-]?\d{2,3}(?:[.,]5|\s?1/2|\s?[-/]\s?\d{1,3})?\s?[a-z]{0,2}|\d{1,2}[.,]5|\d{0,2}x{0,4}[sml][tr]|[a-z]"
    r"|\d{0,2}x{0,4}[sml]\s?/\s?\d{2,3}|uni\w{0,7}|one ?size\w{0,9}",
    re.IGNORECASE,
)


def sizes_unlike_others(
    rows: Sequence[RosterRow], lines: Sequence[Line], catalogue: Catalogue, told: Iterable[Problem]
) -> Iterator[Problem]:
    """`size-unlike`: a cell that does not read as one size, where most sizes of its garment do and no catalogue tells them.

    `lines[i]` is the line of `rows[i]`; of cells that something was `told` of already nothing is said.
    """
    cells = {(problem.sheet, problem.cell) for problem in told}
    by_design: dict[str, list[RosterRow]] = {}
    for row, line in zip(rows, lines, strict=True):
        for design in line.designs if _is_told(row) else ():
            entry = catalogue.entry_of(design)
            if not (entry and entry.sizes):
                by_design.setdefault(design.label, []).append(row)
    for label, sized in by_design.items():
        for problem in _of_garment(label, sized):
            if (problem.sheet, problem.cell) not in cells:
                cells.add((problem.sheet, problem.cell))
                yield problem


def _is_told(row: RosterRow) -> bool:
    """Whether a size stands there, or what nobody says to be none: `?`, or what Excel made a date of, is an error."""
    cell = row.cells.get(Meaning.SIZE)
    return cell is not None and bool(cell.text) and cell.kind is not CellKind.DATE and not says_no_size(cell.text)


def _of_garment(label: str, sized: Collection[RosterRow]) -> Iterator[Problem]:
    unlike = [row for row in sized if not reads_as_one_size(row.text(Meaning.SIZE))]
    having = len(sized) - len(unlike)
    for row in unlike if having >= max(_LEAST, len(unlike) + 1) else ():
        message = say(
            "{value!r} under {column} does not read as one size, as {count} of {all} sizes of {label} do, and it is ordered as "
            "it stands. Write the size alone; leave it as it is if that is what the size is called.",
            value=row.text(Meaning.SIZE),
            column=named(row.columns[Meaning.SIZE]),
            count=having,
            all=len(sized),
            label=label,
        )
        yield row.problem("size-unlike", message, Meaning.SIZE, level="warning")


def reads_as_one_size(text: str) -> bool:
    """Whether a text is one size, in whatever way sizes are written: `L/XL` and `M (38/40)` are, `L or XL` and `M?` are not."""
    if _DOUBTED.search(text):
        return False
    if read_size(text) is not None:
        return True
    if beside := _BESIDE.fullmatch(text.strip()):
        return all(map(reads_as_one_size, beside.groups()))
    if _MADE_SO.fullmatch(text.strip()) or wearers_named(text):
        return True
    return not traits(text).isdisjoint({Trait.LETTER_SIZE, Trait.NUMBER_SIZE})
