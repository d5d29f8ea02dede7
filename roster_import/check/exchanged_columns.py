"""Sizes that stand under the heading of numbers, and numbers under that of sizes: as where headings were copied."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.check.rows.by_column import RosterRows
from roster_import.check.rows.messages import named, rows_listed
from roster_import.language.messages import say
from roster_import.model.catalogue import Unresolved, split_items
from roster_import.model.layout import Meaning
from roster_import.model.workbook import at_heading
from roster_import.recognise.cell_kinds import Trait, traits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import Layout
    from roster_import.model.problem import Problem

_FEWEST = 3  # rows
_MOSTLY = 0.6
_HIGHEST_WORN = 99


def exchanged_columns(layouts: Sequence[Layout], rows: Sequence[RosterRow], catalogue: Catalogue) -> Iterator[Problem]:
    """`columns-exchanged`: an error for each table where most rows have a size as their number, and a number as their size."""
    by_column = RosterRows.of(rows)
    texts = [by_column.texts(meaning) for meaning in (Meaning.SIZE, Meaning.NUMBER, Meaning.DESIGN)]
    said = list(zip(*texts, strict=True))
    exchanged = {
        (size, number, designs): _is_exchanged(size, number, designs, catalogue)
        for size, number, designs in set(said)
        if size and number
    }
    for layout in layouts if any(exchanged.values()) else ():
        own = frozenset(layout.rows)
        here = [
            at for at, row in enumerate(rows) if row.row in own and row.sheet == layout.sheet and said[at] in exchanged
        ]
        odd = [rows[at] for at in here if exchanged[said[at]]]
        if len(odd) >= _FEWEST and len(odd) >= _MOSTLY * len(here):
            yield _problem(layout, odd)


_OF_CELLS = {"number-not-digits": Meaning.NUMBER, "size-unknown": Meaning.SIZE}


def with_exchanged_cells(
    problems: Sequence[Problem], rows: Sequence[RosterRow], catalogue: Catalogue
) -> tuple[Problem, ...]:
    """The problems; of a number and a size that are each what the other ought to be, it is said that they changed places."""
    wrong = {(each.sheet, each.row) for each in problems if each.code in _OF_CELLS}
    exchanged = {
        (row.sheet, row.row): (row, there)
        for row in (rows if wrong else ())
        if (row.sheet, row.row) in wrong
        if (there := _where_the_number_is(row, catalogue))
    }
    return tuple(
        _said(each, *exchanged[place])
        if each.code in _OF_CELLS and (place := (each.sheet, each.row)) in exchanged
        else each
        for each in problems
    )


def _where_the_number_is(row: RosterRow, catalogue: Catalogue) -> Meaning | None:
    """Under which of size and name the number stands that is missing under Number, where that has the size, or the name."""
    if _is_exchanged(row.text(Meaning.SIZE), row.text(Meaning.NUMBER), row.text(Meaning.DESIGN), catalogue):
        return Meaning.SIZE
    return Meaning.NAME if row.text(Meaning.NAME).isdecimal() and row.text(Meaning.NUMBER).isalpha() else None


def _said(problem: Problem, row: RosterRow, beside: Meaning) -> Problem:
    here = _OF_CELLS[problem.code]
    if here is Meaning.SIZE and beside is not Meaning.SIZE:
        return problem
    there = beside if here is Meaning.NUMBER else Meaning.NUMBER
    message = say(
        "{value!r} stands under {column}, and {other!r} under {beside}: they seem to have changed places. Write {other} here.",
        value=row.text(here),
        column=named(row.columns[here]),
        other=row.text(there),
        beside=named(row.columns[there]),
    )
    return replace(problem, message=message, suggestion=row.text(there))


def _is_exchanged(size: str, number: str, designs: str, catalogue: Catalogue) -> bool:
    known = {each.casefold() for text in split_items(designs) for each in _sizes(text, catalogue)}
    worn = size.isdecimal() and int(size) <= _HIGHEST_WORN and size not in known
    return worn and (number.casefold() in known or Trait.LETTER_SIZE in traits(number))


def _sizes(text: str, catalogue: Catalogue) -> Sequence[str]:
    design = catalogue.design(text)
    entry = None if isinstance(design, Unresolved) else catalogue.entry_of(design)
    return entry.sizes if entry else ()


def _problem(layout: Layout, rows: Sequence[RosterRow]) -> Problem:
    size, number = rows[0].columns[Meaning.SIZE], rows[0].columns[Meaning.NUMBER]
    message = say(
        "On sheet {sheet}, {rows} have a size under {number} and a number under {size}: the two seem to be exchanged. Exchange "
        "the headings, or what stands under them.",
        sheet=layout.sheet,
        rows=rows_listed(list(dict.fromkeys(row.row for row in rows))),
        number=named(number),
        size=named(size),
    )
    return at_heading(layout, size, size.heading).error("columns-exchanged", message)
