"""What of a row would be dropped without a word: KitMaker ignores a name or number its design has no place for.

Where the catalogue tells, that is an error at the cell before anything is sent. Where it does not, nothing is said here:
the confirmed order is compared with what was sent (KitMaker › Place an order › instances, Order object).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from roster_import.check.meant.numbers import number_meant
from roster_import.check.rows.by_column import RosterRows
from roster_import.check.rows.cell_sentences import asked, broken, broken_sentence
from roster_import.check.written_numbers import digits_only
from roster_import.language.messages import listed, say, say_n
from roster_import.model.catalogue import Catalogue, CatalogueEntry, Unresolved, split_items
from roster_import.model.layout import Meaning
from roster_import.model.order import DesignRef, LogoKind, LogoRef
from roster_import.model.sheets import heading_key
from roster_import.model.workbook import at_cell, at_heading, column_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.order import Line
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell

Entries: TypeAlias = "Sequence[tuple[DesignRef, CatalogueEntry | None]]"
_KINDS = ((LogoKind.NAME, Meaning.NAME), (LogoKind.NUMBER, Meaning.NUMBER))


def nowhere_printed(row: RosterRow, entry: CatalogueEntry, name: str) -> Iterable[Meaning]:
    """The row's name or number, where every one of the several places the design has for it has a value of its own."""
    for kind, meaning in _KINDS:
        places, text = entry.placeholders.of_kind(kind), _printed(row, meaning, name)
        if text and len(places) > 1 and _all_overruled(row, places, text):
            yield meaning


def _printed(row: RosterRow, meaning: Meaning, name: str) -> str:
    return name if meaning is Meaning.NAME else row.text(meaning)


def _all_overruled(row: RosterRow, places: Iterable[int], text: str) -> bool:
    values = [row.values.get(place) for place in places]
    return all(cell is not None and cell.text not in ("", text) for cell in values)


# ------------------------------------------------------------------------------------- values of single placeholders


def value_problems(row: RosterRow, designs: Entries, catalogue: Catalogue, name: str) -> list[Problem]:
    """What is wrong with the values a row gives to single placeholders (`Logo 601001`)."""
    filled = {logo: cell for logo, cell in row.values.items() if cell.text or broken(cell)}
    problems = []
    for logo, cell in filled.items():
        finding = (
            _unreadable(cell)
            or _without_design(logo, cell, row)
            or _no_placeholder(logo, cell, designs)
            or _no_number(logo, cell, designs, catalogue)
            or _two_values(logo, cell, row, designs, name)
        )
        problems += [_problem(row, logo, cell, *finding)] if finding else []
    return problems


Finding = tuple[str, str, str | None]
"""Code, message, suggestion."""


def _unreadable(cell: Cell) -> Finding | None:
    code = broken(cell)
    return (code, broken_sentence(code, cell), None) if code else None


def _without_design(logo: int, cell: Cell, row: RosterRow) -> Finding | None:
    if row.text(Meaning.DESIGN):
        return None
    message = say(
        "{value!r} is the value of placeholder {id} of a design, and this row has no design. Fill in the design, or empty the "
        "cell.",
        value=cell.text,
        id=logo,
    )
    return "placeholder-without-design", message, None


def _no_placeholder(logo: int, cell: Cell, designs: Entries) -> Finding | None:
    """Where each design of the row is known not to have it; where one may have it, the value is for that one."""
    lacking = [ref for ref, entry in designs if entry is not None and entry.placeholders.has(logo) is False]
    if not lacking or len(lacking) < len(designs):
        return None
    message = say_n(
        "{designs} has no placeholder {id}, so {value!r} would not be printed. Empty the cell, or choose another design.",
        "{designs} have no placeholder {id}, so {value!r} would not be printed. Empty the cell, or choose another design.",
        len(lacking),
        designs=listed([ref.label for ref in lacking]),
        id=logo,
        value=cell.text,
    )
    return "placeholder-unknown", message, None


def _no_number(logo: int, cell: Cell, designs: Entries, catalogue: Catalogue) -> Finding | None:
    known = catalogue.entry_of(LogoRef(id=logo))
    told = {kind for _, entry in designs if entry for number, kind in entry.placeholders.kinds if number == logo}
    is_number = LogoKind.NUMBER in told or (
        known is not None and known.type.replace(" ", "").casefold() == "numberlogo"
    )
    if not is_number or digits_only(cell.text):
        return None
    means = number_meant(cell.text)
    message = say(
        "Placeholder {id} is a number, and {value!r} is not digits only. Write the number as digits.",
        id=logo,
        value=cell.text,
    )
    return "placeholder-not-digits", asked(message, means), means.suggestion


def _two_values(logo: int, cell: Cell, row: RosterRow, designs: Entries, name: str) -> Finding | None:
    for ref, entry in designs:
        for kind, meaning in _KINDS if entry else ():
            text = _printed(row, meaning, name)
            only = entry is not None and entry.placeholders.of_kind(kind) == {logo}
            if only and text and text != cell.text:
                return "placeholder-two-values", _says_two(ref, meaning, logo, text, cell.text), None
    return None


def _says_two(ref: DesignRef, meaning: Meaning, logo: int, text: str, value: str) -> str:
    values = {"design": ref.label, "id": logo, "text": text, "value": value}
    if meaning is Meaning.NAME:
        return say(
            "{design} has one place for a name, placeholder {id}, and this row says two: {text!r} as its name, {value!r} here. "
            "Empty one of the two cells.",
            **values,
        )
    return say(
        "{design} has one place for a number, placeholder {id}, and this row says two: {text!r} as its number, {value!r} here. "
        "Empty one of the two cells.",
        **values,
    )


def _problem(row: RosterRow, logo: int, cell: Cell, code: str, message: str, suggestion: str | None) -> Problem:
    return at_cell(row.sheet, cell, f"Logo {logo}").error(code, message, suggestion)


def placeholders_twice(layouts: Iterable[Layout], rows: Sequence[RosterRow]) -> tuple[Problem, ...]:
    """An error where two columns are about one placeholder: only one of their values could be sent."""
    problems, ordered = [], set(RosterRows.of(rows).sheets)
    for layout in layouts:
        first: dict[str, ColumnReading] = {}
        for column in layout.columns if layout.sheet in ordered else ():
            if column.meaning is not Meaning.PLACEHOLDER or column.of is None:
                continue
            other = first.setdefault(column.of, column)
            if other is not column and heading_key(other.heading) != heading_key(column.heading):
                problems.append(_twice(layout, other, column))
    return tuple(problems)


def _twice(layout: Layout, first: ColumnReading, column: ColumnReading) -> Problem:
    one, other = column_letter(first.column), column_letter(column.column)
    message = say(
        "Columns {one} ({first}) and {other} ({heading}) are both about placeholder {id}, and only one value can be printed. "
        'Delete one of them, or say --map "{heading}=ignored".',
        one=one,
        first=first.heading,
        other=other,
        heading=column.heading,
        id=column.of,
    )
    return at_heading(layout, column, column.heading).error("placeholder-column-twice", message)


# ---------------------------------------------------------------------------------------------------- what to look at


def unsure_printing(rows: Sequence[tuple[RosterRow, Line]], catalogue: Catalogue) -> tuple[Problem, ...]:
    """A warning per design that may have no place for the names or numbers of its rows, at the first of them."""
    if not any(entry.placeholders.doubtful for entry in catalogue.entries):
        return ()
    unsure: dict[tuple[DesignRef, LogoKind], list[RosterRow]] = {}
    entries = {design: catalogue.entry_of(design) for _, line in rows for design in line.designs}
    for row, line in rows:
        for design in line.designs:
            entry = entries[design]
            for kind, text in ((LogoKind.NAME, line.name), (LogoKind.NUMBER, line.number)):
                places = entry.placeholders if entry else None
                if text and places and places.doubtful and places.carries(kind) is None:
                    unsure.setdefault((design, kind), []).append(row)
    return tuple(_may_not_print(design, kind, rows_) for (design, kind), rows_ in unsure.items())


def _may_not_print(design: DesignRef, kind: LogoKind, rows: Sequence[RosterRow]) -> Problem:
    count = say_n("{count} row", "{count} rows", len(rows))
    if kind is LogoKind.NAME:
        message = say(
            "The order system calls none of the logos of {design} a name logo, as it does on other designs, so the name may not "
            "be printed ({rows}). It is not certain: look at the design. After ordering, the confirmed order is compared.",
            design=design.label,
            rows=count,
        )
        return rows[0].problem("name-doubtful", message, Meaning.NAME, level="warning", rows=rows)
    message = say(
        "The order system calls none of the logos of {design} a number logo, as it does on other designs, so the number may not "
        "be printed ({rows}). It is not certain: look at the design. After ordering, the confirmed order is compared.",
        design=design.label,
        rows=count,
    )
    return rows[0].problem("number-doubtful", message, Meaning.NUMBER, level="warning", rows=rows)


def names_left_off(rows: Sequence[tuple[RosterRow, Line]]) -> tuple[Problem, ...]:
    """A warning for each design that has no place for the names which, by an answer, are printed."""
    left_off: dict[DesignRef, list[RosterRow]] = {}
    for row, line in rows:
        for design in line.nameless if line.name and Meaning.NAME not in row.columns else ():
            left_off.setdefault(design, []).append(row)
    return tuple(_not_printed_on(design, of) for design, of in left_off.items())


def _not_printed_on(design: DesignRef, rows: Sequence[RosterRow]) -> Problem:
    message = say(
        "{design} has no place for a name, so none is printed on it ({rows}).",
        design=design.label,
        rows=say_n("{count} row", "{count} rows", len(rows)),
    )
    return rows[0].problem("name-left-off", message, Meaning.DESIGN, level="warning", rows=rows)


def titles_of_the_system(rows: Sequence[RosterRow], catalogue: Catalogue) -> tuple[Problem, ...]:
    """A warning for each title that only the order system knows: which design or logo is meant by it."""
    named: dict[tuple[Meaning, str, str], list[RosterRow]] = {}
    for row in rows if any(entry.from_system for entry in catalogue.entries) else ():
        for meaning in (Meaning.DESIGN, Meaning.LOGO):
            cell = row.cells.get(meaning)
            for text in split_items(cell.text) if cell else ():
                named.setdefault((meaning, text, cell.stands if cell else ""), []).append(row)
    problems = (_by_title(of, meaning, text, catalogue) for (meaning, text, _), of in named.items())
    return tuple(problem for problem in problems if problem)


def missing_texts(rows: Sequence[tuple[RosterRow, Line]]) -> tuple[Problem, ...]:
    """A warning for each text logo that is ordered without a text."""
    return tuple(
        row.problem(
            "text-missing",
            say(
                "{logo} is a text logo, and no text is given for it. Fill in its Text on the Logos sheet, or leave it so.",
                logo=logo.label,
            ),
            Meaning.LOGO,
            level="warning",
        )
        for row, line in rows
        for logo in line.logos
        if logo.kind is LogoKind.TEXT and not line.text
    )


def _by_title(rows: Sequence[RosterRow], meaning: Meaning, text: str, catalogue: Catalogue) -> Problem | None:
    ref = catalogue.design(text) if meaning is Meaning.DESIGN else catalogue.logo(text)
    entry = None if isinstance(ref, Unresolved) else catalogue.entry_of(ref)
    if entry is None or not entry.from_system or heading_key(text) != heading_key(entry.title):
        return None
    item = f"{entry.id} ({entry.code})" if entry.code else str(entry.id)
    message = _known_there(rows[0], meaning, text, item)
    return rows[0].problem("title-from-order-system", message, meaning, level="warning", rows=rows)


def _known_there(row: RosterRow, meaning: Meaning, text: str, item: str) -> str:
    cell, column = row.cells[meaning], row.columns.get(meaning)
    if meaning is Meaning.LOGO:
        return say(
            "{text!r} stands in no catalogue of yours; the order system calls logo {item} so, and that is what is ordered.",
            text=text,
            item=item,
        )
    if cell.stands and column is not None and column.meaning is Meaning.DESIGN:
        return say(
            "{written!r} is taken for {text!r}, as was answered. That stands in no catalogue of yours; the order system calls "
            "design {item} so, and that is what is ordered.",
            written=cell.written,
            text=text,
            item=item,
        )
    return say(
        "{text!r} stands in no catalogue of yours; the order system calls design {item} so, and that is what is ordered.",
        text=text,
        item=item,
    )
