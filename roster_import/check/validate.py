"""Roster rows -> lines, or everything that is wrong with them, found in one pass; pandas and pandera live here alone.

Every cell is text. What a cell names (a design, an order) is looked up first; the verdicts of the look-up and the
texts stand side by side in one frame, and pandera judges the frame once. No coercion: one junk cell must not hide
the verdict on another (pandera › Lazy validation).
"""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pandas as pd

from roster_import.check.catalogue_lookup import LOOKED_UP, RowLookup, Rules, look_up, values_above
from roster_import.check.logos_sheet import digits_only
from roster_import.check.placeholders import (
    missing_texts,
    titles_of_the_system,
    unsure_printing,
    value_problems,
)
from roster_import.check.printed_names import player_name
from roster_import.check.rows.messages import broken, row_problem
from roster_import.model.layout import Meaning
from roster_import.model.order import Line, PlaceholderValue
from roster_import.model.problem import Origin, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence, Set

    from roster_import.check.rows.row import RosterRow


@contextmanager
def _without_hypothesis() -> Iterator[None]:
    """Keep pandera from loading hypothesis (170 ms), which it does to draw test data wherever it finds it installed.

    Only for the length of the block, and only where it is not loaded already: tests that use hypothesis are not touched.
    """
    if "hypothesis" in sys.modules:
        yield
        return
    sys.modules["hypothesis"] = None  # type: ignore[assignment]  # the import system's own way to say "not there"
    try:
        yield
    finally:
        del sys.modules["hypothesis"]


with _without_hypothesis():
    import pandera.pandas as pa

    import_module("pandera.backends.pandas.builtin_checks")  # what the first validation would load, outside the block


_NOT_PRINTED = frozenset({Meaning.SIZE, Meaning.QUANTITY, Meaning.STORAGE_QUANTITY})
_WHOLE = re.compile(r"-?[0-9]{1,30}")
MOST_PIECES = 10_000
"""The most pieces one row can order: more is a slip of the finger, or another column's number."""


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
    lookups = [look_up(row, rules, above) for row, above in zip(rows, values_above(rows), strict=True)]
    failures = _failures(_frame(lookups))
    values = [
        value_problems(lookup.row, lookup.entries(rules.catalogue), rules.catalogue, lookup.name) for lookup in lookups
    ]
    found = [(at, _problem(lookups[at], code, meaning)) for at, meaning, code in failures]
    found += [(at, problem) for at, problems in enumerate(values) for problem in problems]
    sound = tuple(_sound(lookups, failures, values, rules))
    warnings = (
        *titles_of_the_system([row for row, _ in sound], rules.catalogue),
        *unsure_printing(sound, rules.catalogue),
        *missing_texts(sound),
    )
    return CheckedRows(
        lines=() if found else tuple(line for _, line in sound),
        problems=(*(problem for _, problem in sorted(found, key=lambda place: place[0])), *warnings),
        sound=sound,
    )


def _sound(
    lookups: Sequence[RowLookup],
    failures: Iterable[tuple[int, Meaning, str]],
    values: Sequence[Sequence[Problem]],
    rules: Rules,
) -> Iterator[tuple[RosterRow, Line]]:
    wrong: dict[int, set[Meaning]] = {}
    for at, meaning, _ in failures:
        wrong.setdefault(at, set()).add(meaning)
    for at, lookup in enumerate(lookups):
        beside = wrong.get(at, set())
        if beside <= _NOT_PRINTED and not values[at]:
            yield lookup.row, _line(lookup, rules, beside)


# --------------------------------------------------------------------------------------------------- the verdict


def _whole(text: str) -> bool:
    return not text or _WHOLE.fullmatch(text) is not None


def _positive(text: str) -> bool:
    return not text or _WHOLE.fullmatch(text) is None or int(text) > 0


def _orderable(text: str) -> bool:
    return _WHOLE.fullmatch(text) is None or int(text) <= MOST_PIECES


def _each(code: str, test: Callable[[str], bool]) -> pa.Check:
    return pa.Check(test, element_wise=True, name=code, error=code)


@cache
def _schema() -> pa.DataFrameSchema:
    texts = {
        Meaning.NUMBER.value: [_each("number-not-digits", digits_only)],
        Meaning.QUANTITY.value: [
            _each("quantity-not-whole", _whole),
            _each("quantity-not-positive", _positive),
            _each("quantity-too-large", _orderable),
        ],
        Meaning.STORAGE_QUANTITY.value: [_each("storage-quantity-not-whole", digits_only)],
    }
    columns = {name: pa.Column(None, checks) for name, checks in texts.items()}
    verdicts = {_verdict(meaning): pa.Column(None, pa.Check.isin([""], name="verdict")) for meaning in LOOKED_UP}
    return pa.DataFrameSchema(columns | verdicts)


def _verdict(meaning: Meaning) -> str:
    return f"{meaning.value} verdict"


def _frame(lookups: Sequence[RowLookup]) -> pd.DataFrame:
    """One row per roster row: the texts that are judged as they stand, and the verdict of the look-up per meaning."""
    texts = (Meaning.NUMBER, Meaning.QUANTITY, Meaning.STORAGE_QUANTITY)
    columns: dict[str, list[str]] = {
        meaning.value: ["" if meaning in lookup.verdicts and broken(lookup.row.cells.get(meaning)) else lookup.row.text(meaning)
                        for lookup in lookups]
        for meaning in texts
    }  # fmt: skip
    for meaning in LOOKED_UP:
        columns[_verdict(meaning)] = [
            verdict.code if (verdict := lookup.verdicts.get(meaning)) else "" for lookup in lookups
        ]
    return pd.DataFrame(columns, index=range(len(lookups)), dtype=object)


def _failures(frame: pd.DataFrame) -> list[tuple[int, Meaning, str]]:
    """Every (position of the row, meaning, code) that fails, by row and then by column; one per cell."""
    try:
        _schema().validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        found: dict[tuple[int, Meaning], str] = {}
        for error in errors.schema_errors:
            for at, meaning, code in _cases(error):
                found.setdefault((at, meaning), code)
        order = list(LOOKED_UP)
        return sorted(((at, meaning, code) for (at, meaning), code in found.items()),
                      key=lambda case: (case[0], order.index(case[1])))  # fmt: skip
    return []


def _cases(error: Any) -> Iterable[tuple[int, Meaning, str]]:
    column, check = str(error.schema.name), error.check.name
    meaning = Meaning(column.removesuffix(" verdict"))
    for case in error.failure_cases.to_dict("records"):
        yield int(case["index"]), meaning, str(case["failure_case"]) if check == "verdict" else check


def _problem(lookup: RowLookup, code: str, meaning: Meaning) -> Problem:
    verdict = lookup.verdicts.get(meaning)
    if verdict is None or verdict.code != code:
        return row_problem(lookup.row, code, meaning)
    return row_problem(lookup.row, code, meaning, more=verdict.more, means=verdict.means, said=verdict.said)


# -------------------------------------------------------------------------------------------------------- lines


def _line(lookup: RowLookup, rules: Rules, wrong: Set[Meaning]) -> Line:
    """The line of a row; what is wrong with it is left empty, or 1."""
    row = lookup.row
    quantity = "" if Meaning.QUANTITY in wrong else row.text(Meaning.QUANTITY)
    storage = "" if Meaning.STORAGE_QUANTITY in wrong else row.text(Meaning.STORAGE_QUANTITY)
    return Line(
        origin=Origin(sheet=row.sheet, row=row.row),
        player=player_name(row),
        name="" if rules.loose else lookup.name,
        number=row.text(Meaning.NUMBER),
        size="" if Meaning.SIZE in wrong else lookup.size,
        quantity=int(quantity or 1),
        storage_quantity=int(storage or 0),
        designs=tuple(lookup.designs),
        logos=tuple(lookup.logos),
        values=tuple(PlaceholderValue(logo_id=logo, value=cell.text) for logo, cell in row.values.items() if cell.text),
        text=row.text(Meaning.NAME) if rules.loose else "",
        bare=tuple(lookup.bare),
        price=row.text(Meaning.PRICE),
        reference=row.text(Meaning.ORDER) or rules.reference or "",
    )
