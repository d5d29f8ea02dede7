"""Roster rows -> lines, or everything that is wrong with them, found in one pass.

Every cell is text. What a cell names (a design, an order) is looked up first; the verdicts of the look-up and the
texts stand side by side in one frame (`check/frame.py`), and pandera judges the frame once.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from roster_import.check.catalogue_lookup import LOOKED_UP, RowLookup, Rules
from roster_import.check.placeholders import (
    missing_texts,
    names_left_off,
    titles_of_the_system,
    unsure_printing,
    value_problems,
)
from roster_import.check.printed_names import player_names, printed_names
from roster_import.check.row_lookups import look_up_all
from roster_import.check.rows.by_column import RosterRows
from roster_import.check.rows.cell_sentences import broken, cell_words
from roster_import.model.by_column import many
from roster_import.model.layout import Meaning
from roster_import.model.order import Line, LogoKind, PlaceholderValue
from roster_import.model.problem import Origin, Problem

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence, Set

    from roster_import.check.frame import Columns
    from roster_import.check.judge import Judge
    from roster_import.check.rows.cell_sentences import CellWords
    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.order import DesignRef, LogoRef

T = TypeVar("T")


_VERDICT = " verdict"  # a column of verdicts, named after what they are about
_DATES = frozenset({"number-is-date", "size-is-date"})
_NOT_PRINTED = frozenset({Meaning.SIZE, Meaning.QUANTITY, Meaning.STORAGE_QUANTITY})


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedRows:
    """What rows come to: their lines, none where there is an error, and every problem found, in the order of the rows.

    `sound` are the rows whose name, number and design are as they should be, with their lines: what there is to be looked
    at, also where another row, or the size of this one, stops the file.
    """

    lines: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()
    sound: tuple[tuple[RosterRow, Line], ...] = ()


def check_rows(rows: Sequence[RosterRow], rules: Rules) -> CheckedRows:
    """Everything that is wrong with the rows and everything to be looked at, in one pass."""
    if not rows:
        return CheckedRows()
    rows = RosterRows.of(rows)
    names = printed_names(rows, rules.print_names)
    lookups = look_up_all(rows, rules, names)
    wrong = _wrong(lookups, rows.texts(Meaning.NUMBER), rules.judge)
    values = _value_problems(rows, lookups, names, rules.catalogue)
    errors = _in_order(rows, lookups, wrong, values)
    at = [at for at in range(len(rows)) if at not in values and (at not in wrong or wrong[at].keys() <= _NOT_PRINTED)]
    lines = _lines(rows, at, _parts(lookups, at, wrong, rules), names, rules)
    sound = tuple(zip([rows[place] for place in at], lines, strict=True))
    warnings = (
        *titles_of_the_system([row for row, _ in sound], rules.catalogue),
        *unsure_printing(sound, rules.catalogue),
        *names_left_off(sound),
        *missing_texts(sound),
    )
    return CheckedRows(lines=() if errors else tuple(lines), problems=(*errors, *warnings), sound=sound)


_OF_CELLS = frozenset(
    {
        "number-not-digits",
        "number-is-date",
        "size-is-date",
        "quantity-not-whole",
        "quantity-not-positive",
        "quantity-too-large",
    }
)


def problems_of_cells(rows: Sequence[RosterRow], rules: Rules) -> Iterator[Problem]:
    """What is wrong with cells by themselves, whatever garment their row orders."""
    return (problem for problem in check_rows(rows, rules).problems if problem.code in _OF_CELLS)


# --------------------------------------------------------------------------------------------------- the verdict


def _wrong(lookups: Sequence[RowLookup], numbers: Sequence[str], judge: Judge) -> dict[int, dict[Meaning, str]]:
    """Position of a row -> meaning -> the code of what is wrong there; what many rows say alike is judged once."""
    said = list(zip(map(id, lookups), numbers, strict=True))
    judged = dict(zip(said, zip(lookups, numbers, strict=True), strict=True))
    failures = _failures(_columns(list(judged.values())), judge)
    codes = {key: failures[at] for at, key in enumerate(judged) if at in failures} if failures else {}
    return {at: codes[key] for at, key in enumerate(said) if key in codes} if codes else {}


def _columns(said: Sequence[tuple[RowLookup, str]]) -> dict[str, list[str]]:
    """A row for each look-up and number: the texts that are judged as they stand, and the verdict per meaning."""
    columns: dict[str, list[str]] = {
        Meaning.NUMBER.value: ["" if _is_settled(lookup, Meaning.NUMBER) else number for lookup, number in said]
    }
    for meaning in (Meaning.QUANTITY, Meaning.STORAGE_QUANTITY):
        columns[meaning.value] = [
            "" if _is_settled(lookup, meaning) else lookup.row.text(meaning) for lookup, _ in said
        ]
    for meaning in LOOKED_UP:
        columns[f"{meaning.value}{_VERDICT}"] = [
            verdict.code if (verdict := lookup.verdicts.get(meaning)) else "" for lookup, _ in said
        ]
    return columns


def _is_settled(lookup: RowLookup, meaning: Meaning) -> bool:
    """Whether the verdict says it all: the cell has no value anybody could read, or a date is one."""
    verdict = lookup.verdicts.get(meaning)
    return verdict is not None and (verdict.code in _DATES or broken(lookup.row.cells.get(meaning)) is not None)


def _failures(columns: Columns, judge: Judge) -> dict[int, dict[Meaning, str]]:
    """Position -> the code of every meaning that fails, in the order of the columns; one per cell."""
    of_row: dict[int, dict[Meaning, str]] = {}
    for at, column, code in judge(columns):
        of_row.setdefault(at, {}).setdefault(Meaning(column.removesuffix(_VERDICT)), code)
    return {at: {meaning: codes[meaning] for meaning in LOOKED_UP if meaning in codes} for at, codes in of_row.items()}


def _in_order(
    rows: Sequence[RosterRow],
    lookups: Sequence[RowLookup],
    wrong: Mapping[int, Mapping[Meaning, str]],
    values: Mapping[int, Sequence[Problem]],
) -> list[Problem]:
    """Every error, row by row: of its cells, then of the values it gives to single placeholders."""
    words: dict[Hashable, CellWords] = {}
    return [
        problem
        for at in sorted({*wrong, *values})
        for problem in (
            *(_problem(rows[at], lookups[at], code, meaning, words) for meaning, code in wrong.get(at, {}).items()),
            *values.get(at, ()),
        )
    ]


def _problem(
    row: RosterRow, lookup: RowLookup, code: str, meaning: Meaning, known: dict[Hashable, CellWords]
) -> Problem:
    """The problem of one cell; what is said of it is the same of every cell that says the same, and is `known` then."""
    verdict, cell = lookup.verdicts.get(meaning), row.cells.get(meaning)
    if verdict is not None and verdict.code != code:
        verdict = None
    key = (code, id(verdict), cell and (cell.text, cell.kind, cell.date))
    words = known.get(key)
    if words is None:
        words = known[key] = (
            cell_words(cell, code, more=verdict.more, means=verdict.means, said=verdict.said)
            if verdict
            else cell_words(cell, code)
        )
    return row.problem(code, words.message, meaning, suggestion=words.suggestion)


def _value_problems(
    rows: RosterRows, lookups: Sequence[RowLookup], names: Sequence[str], catalogue: Catalogue
) -> dict[int, list[Problem]]:
    """Position of a row -> what is wrong with the values it gives to single placeholders, where something is."""
    problems = {
        at: value_problems(rows[at], lookups[at].entries(catalogue), catalogue, names[at]) for at in rows.with_values
    }
    return {at: of_row for at, of_row in problems.items() if of_row}


# -------------------------------------------------------------------------------------------------------- lines


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What the lines of rows that say alike have in common; what is wrong with the rows is left empty, or 1."""

    size: str
    quantity: int
    storage_quantity: int
    designs: tuple[DesignRef, ...]
    logos: tuple[LogoRef, ...]
    nameless: tuple[DesignRef, ...]
    numberless: tuple[DesignRef, ...]
    reference: str


def _parts(
    lookups: Sequence[RowLookup], at: Sequence[int], wrong: Mapping[int, Mapping[Meaning, str]], rules: Rules
) -> list[_Part]:
    """The common part of the line of each row."""
    keys = list(map(id, lookups))
    said = [(keys[place], frozenset(wrong[place]) if place in wrong else _NOTHING) for place in at]
    known = dict(zip(said, at, strict=True))
    made = {key: _part(lookups[place], key[1], rules) for key, place in known.items()}
    return list(map(made.__getitem__, said))


_NOTHING: frozenset[Meaning] = frozenset()


def _part(lookup: RowLookup, wrong: Set[Meaning], rules: Rules) -> _Part:
    quantity = "" if Meaning.QUANTITY in wrong else lookup.row.text(Meaning.QUANTITY)
    storage = "" if Meaning.STORAGE_QUANTITY in wrong else lookup.row.text(Meaning.STORAGE_QUANTITY)
    catalogue = rules.catalogue
    return _Part(
        size="" if Meaning.SIZE in wrong else lookup.size,
        quantity=int(quantity or 1),
        storage_quantity=int(storage or 0),
        designs=tuple(lookup.designs),
        logos=tuple(lookup.logos),
        nameless=catalogue.without_place(lookup.designs, LogoKind.NAME),
        numberless=catalogue.without_place(lookup.designs, LogoKind.NUMBER),
        reference=lookup.row.text(Meaning.ORDER) or rules.reference or "",
    )


def _lines(
    rows: RosterRows, at: Sequence[int], parts: Sequence[_Part], names: Sequence[str], rules: Rules
) -> list[Line]:
    """The lines of the rows at some positions."""
    values = {place: _values(rows[place]) for place in rows.with_values}

    def of(column: Sequence[T]) -> Sequence[T]:
        return column if len(at) == len(rows) else [column[place] for place in at]

    return many(
        Line,
        len(at),
        origin=many(Origin, len(at), sheet=of(rows.sheets), row=of(rows.numbers)),
        player=of(player_names(rows)),
        name=repeat("") if rules.loose else of(names),
        number=of(rows.texts(Meaning.NUMBER)),
        values=[values.get(place, ()) for place in at] if values else repeat(()),
        text=of(rows.texts(Meaning.NAME)) if rules.loose else repeat(""),
        price=of(rows.texts(Meaning.PRICE)),
        **{field: map(attrgetter(field), parts) for field in _Part.__slots__},
    )


def _values(row: RosterRow) -> tuple[PlaceholderValue, ...]:
    return tuple(PlaceholderValue(logo_id=logo, value=cell.text) for logo, cell in row.values.items() if cell.text)
