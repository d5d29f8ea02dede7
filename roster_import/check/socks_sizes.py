"""Socks that are ordered in the letters of the shirts, as no column says how long somebody's feet are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rows.garments import title_words, worn_in_pairs
from roster_import.check.rows.messages import named
from roster_import.language.messages import listed, say
from roster_import.model.layout import Meaning
from roster_import.recognise.cell_kinds import Trait, integer, traits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.order import DesignRef, Line
    from roster_import.model.problem import Problem

_MOST_TOLD = 3  # sizes
_SMALLEST_CM = 80


def socks_in_other_sizes(rows: Sequence[RosterRow], lines: Sequence[Line], catalogue: Catalogue) -> Iterator[Problem]:
    """`size-of-another`: once for a sheet and design, what is worn on feet or hands and takes its letters from the shirts' size.

    Where the catalogue says the design's sizes, another is an error of its cell. `lines[i]` is the line of `rows[i]`.
    """
    pairs: dict[tuple[str, int, str], list[RosterRow]] = {}
    dressed: set[tuple[str, int]] = set()  # rows whose size is of something else, too
    for row, line in zip(rows, lines, strict=True):
        column = row.columns.get(Meaning.SIZE)
        if column is None or column.of or not _is_of_no_foot(line.size):
            continue
        for design in line.designs:
            if _goes_by_feet(design, catalogue):
                pairs.setdefault((row.sheet, column.column, design.label), []).append(row)
            else:
                dressed.add((row.sheet, row.row))
    for (*_, title), ordered in pairs.items():
        if told := [row for row in ordered if (row.sheet, row.row) in dressed]:
            yield _problem(title, told)


def _is_of_no_foot(size: str) -> bool:
    """Whether it is a size in letters, or that of a child in centimetres."""
    return Trait.LETTER_SIZE in traits(size) or (integer(size) or 0) >= _SMALLEST_CM


def _goes_by_feet(design: DesignRef, catalogue: Catalogue) -> bool:
    entry = catalogue.entry_of(design)
    return worn_in_pairs(title_words(catalogue, design.label)) and not (entry and entry.sizes)


def _problem(title: str, rows: Sequence[RosterRow]) -> Problem:
    sizes = list(dict.fromkeys(row.text(Meaning.SIZE) for row in rows))[:_MOST_TOLD]
    message = say(
        "{title} are ordered in the sizes under {column}, such as {sizes}, as the shirts are. If they go by other sizes (39-42), "
        "write these into a column headed Size {title}.",
        title=title,
        column=named(rows[0].columns[Meaning.SIZE]),
        sizes=listed(sizes),
    )
    return rows[0].problem("size-of-another", message, Meaning.SIZE, level="warning", rows=rows)
