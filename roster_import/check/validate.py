"""Roster rows -> lines, or everything that is wrong with them, found in one pass; pandas and pandera live here alone.

Every cell is text. What a cell names (a design, an order) is looked up first; the verdicts of the look-up and the
texts stand side by side in one frame, and pandera judges the frame once. No coercion: one junk cell must not hide
the verdict on another (pandera › Lazy validation).
"""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pandas as pd

from roster_import.check.number_lists import digits_only
from roster_import.check.placeholders import (
    nowhere_printed,
    printing_doubts,
    text_doubts,
    title_doubts,
    value_problems,
)
from roster_import.check.rows.faults import broken, fault
from roster_import.check.rules.sizes import written_otherwise
from roster_import.model.catalogue import Catalogue, CatalogueEntry, Unresolved, split_items
from roster_import.model.layout import Meaning
from roster_import.model.order import DesignRef, Line, LogoKind, LogoRef, PlaceholderValue
from roster_import.model.problem import Origin, Problem
from roster_import.model.workbook import CellKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

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


_JUDGED = (
    Meaning.PLAYER,
    Meaning.NAME,
    Meaning.NUMBER,
    Meaning.SIZE,
    Meaning.QUANTITY,
    Meaning.STORAGE_QUANTITY,
    Meaning.DESIGN,
    Meaning.LOGO,
    Meaning.ORDER,
)
_NOT_PRINTED = frozenset({Meaning.SIZE, Meaning.QUANTITY, Meaning.STORAGE_QUANTITY})
_WHOLE = re.compile(r"-?[0-9]{1,30}")
MOST_PIECES = 10_000
"""The most pieces one row can order: more is a slip of the finger, or another column's number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What rows are checked against: the catalogue, the reference of rows that name none, and the known references.

    `known_references` is None where any reference will do. `print_names` says per sheet how a lone name column is printed.
    `loose` is true for the Logos sheet: no design is wanted, and a number alone makes a logo a number logo.
    `for_child` says that the order is placed for another organization, whose designs we may not be shown.
    """

    catalogue: Catalogue
    reference: str | None
    known_references: frozenset[str] | None = None
    print_names: Mapping[str, str] = field(default_factory=dict)
    loose: bool = False
    for_child: bool = False


@dataclass(slots=True, kw_only=True)
class _Judged:
    """A row, what its cells name, and the verdicts of the look-up: meaning -> (code, more, suggestion)."""

    row: RosterRow
    designs: list[DesignRef] = field(default_factory=list)
    logos: list[LogoRef] = field(default_factory=list)
    bare: list[DesignRef] = field(default_factory=list)
    size: str = ""
    name: str = ""
    verdicts: dict[Meaning, tuple[str, str, str | None]] = field(default_factory=dict)

    def blame(self, meaning: Meaning, code: str, more: str = "", suggestion: str | None = None) -> None:
        self.verdicts.setdefault(meaning, (code, more, suggestion))


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What rows come to: their lines, none where there is an error, and every problem found, in the order of the rows.

    `sound` are the rows whose name, number and design are as they should be, with their lines: what there is to be looked
    at, also where another row, or the size of this one, stops the file.
    """

    lines: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()
    sound: tuple[tuple[RosterRow, Line], ...] = ()


def check_rows(rows: Sequence[RosterRow], rules: Rules) -> Judgement:
    """Everything that is wrong with the rows and everything to be looked at, in one pass."""
    if not rows:
        return Judgement()
    judged = [_judge(row, rules) for row in rows]
    failures = _failures(_frame(judged))
    values = [value_problems(one.row, _entries(one, rules.catalogue), rules.catalogue, one.name) for one in judged]
    found = [(at, _problem(judged[at], code, meaning)) for at, meaning, code in failures]
    found += [(at, problem) for at, problems in enumerate(values) for problem in problems]
    sound = tuple(_sound(judged, failures, values, rules))
    doubts = (
        *title_doubts([row for row, _ in sound], rules.catalogue),
        *printing_doubts(sound, rules.catalogue),
        *text_doubts(sound),
    )
    return Judgement(
        lines=() if found else tuple(line for _, line in sound),
        problems=(*(problem for _, problem in sorted(found, key=lambda one: one[0])), *doubts),
        sound=sound,
    )


def _sound(
    judged: Sequence[_Judged],
    failures: Iterable[tuple[int, Meaning, str]],
    values: Sequence[Sequence[Problem]],
    rules: Rules,
) -> Iterator[tuple[RosterRow, Line]]:
    wrong: dict[int, set[Meaning]] = {}
    for at, meaning, _ in failures:
        wrong.setdefault(at, set()).add(meaning)
    for at, one in enumerate(judged):
        beside = wrong.get(at, set())
        if beside <= _NOT_PRINTED and not values[at]:
            yield one.row, _line(one, rules, beside)


def _entries(one: _Judged, catalogue: Catalogue) -> list[tuple[DesignRef, CatalogueEntry | None]]:
    return [(design, catalogue.entry_of(design)) for design in one.designs]


# ---------------------------------------------------------------------------------------------- looking things up


def _judge(row: RosterRow, rules: Rules) -> _Judged:
    one = _Judged(row=row, size=row.text(Meaning.SIZE), name=printed_name(row, rules.print_names.get(row.sheet)))
    for meaning in _JUDGED:
        if code := broken(row.cells.get(meaning)):
            one.blame(meaning, code)
    _look_up_designs(one, rules.catalogue)
    _look_up_logos(one, rules)
    _judge_state(one, rules)
    _judge_size(one, rules.catalogue)
    _judge_printing(one, rules.catalogue)
    _judge_loose(one, rules)
    _judge_order(one, rules)
    return one


def printed_name(row: RosterRow, print_name: str | None) -> str:
    """What is printed as the row's name: its Name, or what `print_name` makes of the person's name."""
    if Meaning.NAME in row.columns:
        return row.text(Meaning.NAME)
    if print_name == "as-written":
        return player_name(row)
    return surname(row) if print_name == "surname" else ""


def player_name(row: RosterRow) -> str:
    """Who the row is for, in one text."""
    parts = (row.text(Meaning.FIRST_NAME), row.text(Meaning.LAST_NAME))
    return row.text(Meaning.PLAYER) or " ".join(filter(None, parts))


def surname(row: RosterRow) -> str:
    """The person's surname: its own column, what stands before a comma, else the last word."""
    if last := row.text(Meaning.LAST_NAME):
        return last
    name = player_name(row)
    if "," in name:
        return name.split(",")[0].strip()
    return name.split()[-1] if name else ""


def _look_up_designs(one: _Judged, catalogue: Catalogue) -> None:
    for text in split_items(one.row.text(Meaning.DESIGN)):
        found = catalogue.design(text)
        if isinstance(found, Unresolved):
            one.blame(Meaning.DESIGN, found.code, suggestion=found.suggestion)
        else:
            one.designs.append(found)


def _look_up_logos(one: _Judged, rules: Rules) -> None:
    for text in split_items(one.row.text(Meaning.LOGO)):
        found = rules.catalogue.logo(text)
        if isinstance(found, Unresolved):
            one.blame(Meaning.LOGO, found.code, suggestion=found.suggestion)
        else:
            one.logos.append(_as_ordered(found, one.row, rules))


def _as_ordered(logo: LogoRef, row: RosterRow, rules: Rules) -> LogoRef:
    """On the Logos sheet a number makes a number logo, a text a text logo, of a logo the catalogue does not know."""
    known = rules.catalogue.entry_of(logo)
    if not rules.loose or (known and known.type):
        return logo
    kind = LogoKind.NUMBER if row.text(Meaning.NUMBER) else LogoKind.TEXT if row.text(Meaning.NAME) else logo.kind
    return LogoRef(id=logo.id, sku=logo.sku, title=logo.title, kind=kind)


def _judge_state(one: _Judged, rules: Rules) -> None:
    """What the order system would refuse as a whole: drafts, and what it has not (or not for us)."""
    named: list[tuple[Meaning, DesignRef | LogoRef]] = [(Meaning.DESIGN, design) for design in one.designs]
    named += [(Meaning.LOGO, logo) for logo in one.logos]
    for meaning, ref in named:
        entry = rules.catalogue.entry_of(ref)
        state = entry.state if entry else ""
        if state == "draft":
            one.blame(meaning, f"{meaning.value}-draft", ref.label)
        elif state == "missing" and not rules.for_child:
            one.blame(meaning, f"{meaning.value}-not-there", ref.label)


def _judge_size(one: _Judged, catalogue: Catalogue) -> None:
    cell = one.row.cells.get(Meaning.SIZE)
    if cell is not None and cell.kind is CellKind.DATE:
        one.blame(Meaning.SIZE, "size-is-date")
    if one.row.text(Meaning.DESIGN) and not one.size:
        one.blame(Meaning.SIZE, "size-missing")
    for design in one.designs:
        entry = catalogue.entry_of(design)
        if not entry or not entry.sizes or not one.size:
            continue
        same = {size.casefold(): size for size in entry.sizes}
        if one.size.casefold() not in same:
            there_are = f"{design.label}: {', '.join(entry.sizes)}"
            one.blame(Meaning.SIZE, "size-unknown", there_are, _size_like(one.size, entry.sizes))
        one.size = same.get(one.size.casefold(), one.size)


def _size_like(text: str, sizes: Sequence[str]) -> str | None:
    def bare(size: str) -> str:
        return "".join(char for char in size.casefold() if char.isalnum())

    return next((size for size in sizes if bare(size) == bare(text)), None) or written_otherwise(text, sizes)


def _judge_printing(one: _Judged, catalogue: Catalogue) -> None:
    """A name or number that the design has no place for is dropped by the vendor without a word: say so before."""
    for design in one.designs:
        entry = catalogue.entry_of(design)
        if entry is None:
            continue
        kinds = {logo.kind for logo in one.logos}
        no_name, no_number = entry.placeholders.name is False, entry.placeholders.number is False
        if no_name and no_number and kinds & {LogoKind.NUMBER, LogoKind.NAME}:
            one.bare.append(design)  # the name and number are for the loose logo of the row
            continue
        if one.name and no_name:
            one.blame(Meaning.NAME, "name-not-printable", design.label)
        if one.row.text(Meaning.NUMBER) and no_number:
            one.blame(Meaning.NUMBER, "number-not-printable", design.label)
        for meaning in nowhere_printed(one.row, entry, one.name):
            one.blame(meaning, f"{meaning.value}-nowhere", design.label)


def _judge_loose(one: _Judged, rules: Rules) -> None:
    number, text = one.row.text(Meaning.NUMBER), one.row.text(Meaning.NAME)
    for logo in one.logos:
        if logo.kind is LogoKind.NUMBER and not number:
            one.blame(Meaning.NUMBER, "number-missing", logo.label)
        if logo.kind is LogoKind.NAME and not one.name and not text:
            one.blame(Meaning.NAME, "name-missing", logo.label)
        if rules.loose and number and logo.kind is not LogoKind.NUMBER:
            one.blame(Meaning.NUMBER, "logo-takes-no-number", logo.label)
        if rules.loose and text and logo.kind in (LogoKind.NUMBER, LogoKind.COUNTED):
            one.blame(Meaning.NAME, "logo-takes-no-text", logo.label)
    if not one.row.text(Meaning.LOGO) and one.row.text(Meaning.STORAGE_QUANTITY) not in ("", "0"):
        one.blame(Meaning.STORAGE_QUANTITY, "storage-without-logo")
    if not one.row.text(Meaning.DESIGN) and not one.row.text(Meaning.LOGO):
        one.blame(Meaning.LOGO if rules.loose else Meaning.DESIGN, "row-without-item")


def _judge_order(one: _Judged, rules: Rules) -> None:
    reference = one.row.text(Meaning.ORDER)
    if not reference and rules.reference is None:
        one.blame(Meaning.ORDER, "reference-missing")
    elif reference and rules.known_references is not None and reference not in rules.known_references:
        like = [known for known in rules.known_references if known.casefold() == reference.casefold()]
        one.blame(Meaning.ORDER, "order-unknown", suggestion=like[0] if like else None)


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
    verdicts = {_verdict(meaning): pa.Column(None, pa.Check.isin([""], name="verdict")) for meaning in _JUDGED}
    return pa.DataFrameSchema(columns | verdicts)


def _verdict(meaning: Meaning) -> str:
    return f"{meaning.value} verdict"


def _frame(judged: Sequence[_Judged]) -> pd.DataFrame:
    """One row per roster row: the texts that are judged as they stand, and the verdict of the look-up per meaning."""
    texts = (Meaning.NUMBER, Meaning.QUANTITY, Meaning.STORAGE_QUANTITY)
    columns: dict[str, list[str]] = {
        meaning.value: ["" if meaning in one.verdicts and broken(one.row.cells.get(meaning)) else one.row.text(meaning)
                        for one in judged]
        for meaning in texts
    }  # fmt: skip
    for meaning in _JUDGED:
        columns[_verdict(meaning)] = [one.verdicts.get(meaning, ("", "", None))[0] for one in judged]
    return pd.DataFrame(columns, index=range(len(judged)), dtype=object)


def _failures(frame: pd.DataFrame) -> list[tuple[int, Meaning, str]]:
    """Every (position of the row, meaning, code) that fails, by row and then by column; one per cell."""
    try:
        _schema().validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        found: dict[tuple[int, Meaning], str] = {}
        for error in errors.schema_errors:
            for at, meaning, code in _cases(error):
                found.setdefault((at, meaning), code)
        order = list(_JUDGED)
        return sorted(((at, meaning, code) for (at, meaning), code in found.items()),
                      key=lambda case: (case[0], order.index(case[1])))  # fmt: skip
    return []


def _cases(error: Any) -> Iterable[tuple[int, Meaning, str]]:
    column, check = str(error.schema.name), error.check.name
    meaning = Meaning(column.removesuffix(" verdict"))
    for case in error.failure_cases.to_dict("records"):
        yield int(case["index"]), meaning, str(case["failure_case"]) if check == "verdict" else check


def _problem(one: _Judged, code: str, meaning: Meaning) -> Problem:
    judged, more, suggestion = one.verdicts.get(meaning, ("", "", None))
    if judged != code:
        more, suggestion = "", None
    return fault(one.row, code, meaning, more=more, suggestion=suggestion)


# -------------------------------------------------------------------------------------------------------- lines


def _line(one: _Judged, rules: Rules, wrong: Set[Meaning]) -> Line:
    """The line of a row; what is wrong with it is left empty, or 1."""
    row = one.row
    quantity = "" if Meaning.QUANTITY in wrong else row.text(Meaning.QUANTITY)
    storage = "" if Meaning.STORAGE_QUANTITY in wrong else row.text(Meaning.STORAGE_QUANTITY)
    return Line(
        origin=Origin(sheet=row.sheet, row=row.row),
        player=player_name(row),
        name="" if rules.loose else one.name,
        number=row.text(Meaning.NUMBER),
        size="" if Meaning.SIZE in wrong else one.size,
        quantity=int(quantity or 1),
        storage_quantity=int(storage or 0),
        designs=tuple(one.designs),
        logos=tuple(one.logos),
        values=tuple(PlaceholderValue(logo_id=logo, value=cell.text) for logo, cell in row.values.items() if cell.text),
        text=row.text(Meaning.NAME) if rules.loose else "",
        bare=tuple(one.bare),
        price=row.text(Meaning.PRICE),
        reference=row.text(Meaning.ORDER) or rules.reference or "",
    )
