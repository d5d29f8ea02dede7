"""One size of one garment in two spellings: `Gr. M` beside `M` would be ordered as two sizes where no catalogue tells them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from roster_import.check.meant.sizes import read_size
from roster_import.check.meant.wearers import Wearer, wearers_named
from roster_import.language.messages import say
from roster_import.model.layout import Meaning

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.order import DesignRef, Line
    from roster_import.model.problem import Problem


def sizes_of_two_spellings(
    rows: Sequence[RosterRow], lines: Sequence[Line], teams: Mapping[str, str | None]
) -> tuple[Problem, ...]:
    """`size-spellings`: a warning at every cell whose size stands in another spelling more often, on the same garment.

    `lines[i]` is the line of `rows[i]`, with its size as the catalogue has it where that tells; `teams` names the team of
    a sheet. Sizes that say whose they are, or what cut, are left alone: `Ladies M` and `Damen M` may be two garments.
    """
    if _are_all_apart(line.size for line in lines):
        return ()
    spelled: dict[Hashable, list[tuple[RosterRow, Line, DesignRef]]] = {}
    for row, line in zip(rows, lines, strict=True):
        size = _plain_size(line.size)
        for design in line.designs if size is not None else ():
            key = (line.reference, design.label.casefold(), _for_whom(row, teams), size)
            spelled.setdefault(key, []).append((row, line, design))
    told = (problem for wanted in spelled.values() for problem in _told(wanted))
    return tuple({(problem.sheet, problem.cell, problem.row): problem for problem in told}.values())


def _are_all_apart(sizes: Iterable[str]) -> bool:
    """Whether no two spellings are of one size, whatever garment they are of: as where a catalogue tells the sizes."""
    said = [size for text in set(sizes) if (size := _plain_size(text)) is not None]
    return len(set(said)) == len(said)


def _plain_size(text: str) -> Hashable:
    """What a size says, alike for two spellings of it; None of one that says more than a letter, a height or an age."""
    size = read_size(text) if text else None
    if size is None or size.fit or size.wearer is not Wearer.ANYBODY or not (size.is_number or len(size.values) == 1):
        return None
    return size.values, size.years


def _for_whom(row: RosterRow, teams: Mapping[str, str | None]) -> frozenset[Wearer]:
    """Whose sizes a row's are, by its heading, its sheet and its team."""
    column = row.columns.get(Meaning.SIZE)
    heading = (column.heading, column.of) if column else ()
    said = (*heading, row.sheet, teams.get(row.sheet), row.text(Meaning.TEAM))
    return wearers_named(" ".join(filter(None, said)))


def _told(wanted: Sequence[tuple[RosterRow, Line, DesignRef]]) -> Iterator[Problem]:
    counts = Counter(line.size for _, line, _ in wanted)
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda size: (counts[size], -len(size), size.isupper()))
    for row, line, design in wanted:
        if line.size != usual:
            message = say(
                "{value!r} and {size!r} are the same size, but {design} would be ordered in both. Write {size!r} wherever it is "
                "meant.",
                value=line.size,
                size=usual,
                design=design.label,
            )
            yield row.problem("size-spellings", message, Meaning.SIZE, suggestion=usual, level="warning")
