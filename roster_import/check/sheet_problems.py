"""What is wrong with a roster sheet as a whole, before its rows are judged one by one.

A column that is missing, no rows, a name column nobody explains, name and number in one cell, characters nobody can see.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.check.rows import layout_meanings
from roster_import.check.rows.by_column import RosterRows
from roster_import.check.rows.garments import named_after
from roster_import.check.rows.messages import key_of, named
from roster_import.check.rows.name_and_number import JOINED
from roster_import.language.messages import capital, character_named, either, joined, listed, say, say_n
from roster_import.model.layout import PERSON, Fate, Layout, Meaning
from roster_import.model.problem import Place
from roster_import.model.sheets import ROSTER, heading_key
from roster_import.model.workbook import RowAcross, at_cell, at_heading, cell_address, column_letter
from roster_import.recognise.answer_sentences import MEANINGS
from roster_import.recognise.conflicts import ONE_EACH

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from roster_import.check.order_details import Source
    from roster_import.check.rows import RosterWants
    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.order import Line
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell, Sheet, Workbook


_HEADINGS = {column.key: column.heading for column in ROSTER.columns}


_PERSON = (Meaning.PLAYER, Meaning.PLAYER_NUMBER, Meaning.FIRST_NAME, Meaning.LAST_NAME)


def missing_columns(layouts: Sequence[Layout], rows: Sequence[RosterRow], catalogue: Catalogue) -> tuple[Problem, ...]:
    """An error for each column without which nothing can be ordered: what, and in which size."""
    by_column, problems = RosterRows.of(rows), []
    named: dict[str, set[int]] = {}
    unnamed: dict[str, set[int]] = {}
    for sheet, row, text in zip(by_column.sheets, by_column.numbers, by_column.texts(Meaning.DESIGN), strict=True):
        (named if text else unnamed).setdefault(sheet, set()).add(row)
    for layout in layouts:
        meanings = layout_meanings(layout)
        own, blank = named.get(layout.sheet, set()), unnamed.get(layout.sheet, set())
        # of a table whose rows name none, while others of the sheet stand under titles, it is missing as well
        designs = bool(own) and (not own.isdisjoint(layout.rows) or blank.isdisjoint(layout.rows))
        if not meanings & {Meaning.DESIGN, Meaning.LOGO} and not designs:
            problems.append(design_missing(layout, catalogue))
        if designs and Meaning.SIZE not in meanings:
            problems.append(_column_missing(layout, "size", _size_missing(layout)))
    return tuple(problems)


def garments_unnamed(rosters: Iterable[RosterWants], catalogue: Catalogue) -> Iterator[Problem]:
    """An error for each sheet that marks who gets shorts or a bag, and says not what its sizes and numbers are of."""
    for roster in rosters:
        if roster.plan.unnamed and roster.layout.rows:
            number = next(column for column in roster.plan.used if column.meaning is Meaning.NUMBER and not column.of)
            marked = [column for garment in roster.plan.garments if (column := garment.mark)]
            what = say(
                "On sheet {sheet}, what is ordered is told by {marked} alone, and nothing says on which garment {number} is "
                "printed.",
                sheet=roster.layout.sheet,
                marked=listed([named(column) for column in marked]),
                number=named(number),
            )
            none = say('If on none: --map "{key}=ignored".', key=key_of(roster.layout, number))
            yield _column_missing(roster.layout, "design", joined(what, _how_to_name(catalogue), none))


_MOST_TITLES = 8


def design_missing(layout: Layout, catalogue: Catalogue) -> Problem:
    """That no column says which garment the rows are, and how it is said for all of them at once."""
    what = say("Sheet {sheet} has no column that says which garment each row is.", sheet=layout.sheet)
    if title := named_after(layout.sheet, catalogue):
        return _column_missing(layout, "design", joined(what, _how_to_say_of_sheet(layout.sheet, title)))
    return _column_missing(layout, "design", joined(what, _how_to_name(catalogue)))


def _how_to_say_of_sheet(sheet: str, title: str) -> str:
    """How it is said that a sheet holds the garment it is called after."""
    return say(
        'By its name each may be {title}. If so, say it with --title "{sheet}={title}", or add a column headed {column}.',
        title=title,
        sheet=sheet,
        column=_HEADINGS["design"],
    )


def _how_to_name(catalogue: Catalogue) -> str:
    """How the garment of every row is said."""
    titles = tuple(dict.fromkeys(catalogue.titles("design")))[:_MOST_TITLES]
    if titles:
        return say(
            'Say it for every row with --design "{title}" ({titles}), or add a column headed {column}.',
            title=titles[0],
            titles=either(titles),
            column=_HEADINGS["design"],
        )
    return say(
        "Say it for every row with --design and its MUL code or id, or add a column headed {column}.",
        column=_HEADINGS["design"],
    )


def _size_missing(layout: Layout) -> str:
    return say(
        "Sheet {sheet} has no {column} column, and a garment cannot be ordered without a size. Add a column headed {column}.",
        sheet=layout.sheet,
        column=_HEADINGS["size"],
    )


def _column_missing(layout: Layout, key: str, message: str) -> Problem:
    return Place(sheet=layout.sheet, row=layout.heading_row, column=str(_HEADINGS[key])).error(
        "column-missing", message
    )


def empty_roster(layout: Layout) -> Problem:
    """The error of a roster that has headings and nothing beneath them."""
    message = say("Sheet {sheet} has headings but no rows beneath them. Fill in a row per garment.", sheet=layout.sheet)
    return Place(sheet=layout.sheet, row=layout.heading_row).error("roster-empty", message)


def unclear_name(layout: Layout, rows: RosterRows) -> Problem | None:
    """The question whether a lone name column is printed, where nothing says so: it is never guessed.

    `rows` are those of all rosters.
    """
    columns = [column for column in layout.columns if column.meaning in _PERSON]
    if not columns or any(column.meaning in (Meaning.NAME, Meaning.NAME_NUMBER) for column in layout.columns):
        return None
    texts = (rows.texts(JOINED.get(column.meaning, column.meaning)) for column in columns)
    if not any(
        text and sheet == layout.sheet for column in texts for sheet, text in zip(rows.sheets, column, strict=True)
    ):
        return None
    names = _headings(columns)
    message = say(
        "Names stand in {columns}, and nothing says whether they are printed on the garments. Say so with --print-name "
        "as-written, --print-name surname or --print-name none, or add a column Name on shirt with what is printed.",
        columns=names,
    )
    return at_heading(layout, columns[0], names).error("print-name-unclear", message)


def _headings(columns: Sequence[ColumnReading]) -> str:
    return listed([column.heading or say("Column {letter}", letter=column_letter(column.column)) for column in columns])


# --------------------------------------------------------------------------------------------------- control characters


_PRINTED = frozenset({Meaning.NAME, Meaning.NUMBER, Meaning.PLACEHOLDER})


def control_characters(workbook: Workbook, layouts: Sequence[Layout], beside: Collection[str]) -> Iterator[Problem]:
    """An error at each cell that is printed and held one; one warning for all others of a sheet that is ordered from.

    They are left out on reading (`Cell.lost`). `beside` names the sheets that are used beside the rosters.
    """
    for sheet in workbook.sheets:
        here = [layout for layout in layouts if layout.sheet == sheet.name]
        if here or sheet.name in beside:
            yield from _of_sheet(sheet, here)


def _of_sheet(sheet: Sheet, layouts: Sequence[Layout]) -> Iterator[Problem]:
    odd = (cell for column in sheet.columns.values() for cell in column.odd.values() if cell.lost)
    held = sorted(odd, key=lambda cell: (cell.row, cell.column))
    if not held:
        return
    printed = {place: column for layout in layouts for place, column in _printed(layout)}
    unused = {column.column for layout in layouts for column in layout.columns if column.meaning is Meaning.IGNORED}
    others = [cell for cell in held if (cell.row, cell.column) not in printed and cell.column not in unused]
    for cell in held:
        if column := printed.get((cell.row, cell.column)):
            yield _printed_problem(sheet, cell, column)
    if others:
        yield _other_problem(sheet, others)


def _printed(layout: Layout) -> Iterable[tuple[tuple[int, int], ColumnReading]]:
    """The cells that are printed, or may be: people's names where no column holds the printed ones."""
    named = any(column.meaning is Meaning.NAME for column in layout.columns)
    meanings = _PRINTED if named else _PRINTED | PERSON
    return (
        ((row, column.column), column) for column in layout.columns if column.meaning in meanings for row in layout.rows
    )


def _printed_problem(sheet: Sheet, cell: Cell, column: ColumnReading) -> Problem:
    message = say(
        "{value!r} held a character that cannot be printed, {character}. It was left out, and a letter may be missing now. "
        "Type the cell again.",
        value=cell.text,
        character=character_named(cell.lost[0]),
    )
    return at_cell(sheet.name, cell, column.heading).error("control-character", message)


def _other_problem(sheet: Sheet, cells: Sequence[Cell]) -> Problem:
    first = cells[0]
    message = say_n(
        "{value!r} held a character that cannot be seen, {character}, which was left out. Look whether it is right so.",
        "{value!r} and other cells held characters that cannot be seen, such as {character}, which were left out. Look whether "
        "they are right so.",
        len(cells),
        value=first.text,
        character=character_named(first.lost[0]),
    )
    return at_cell(sheet.name, first).warning("control-character", message)


# -------------------------------------------------------------------------------------------------- what is said twice


def repeated_columns(workbook: Workbook, layouts: Iterable[Layout]) -> tuple[Problem, ...]:
    """An error for every column that says something else than another of the same heading, and would be passed over."""
    return tuple(
        problem
        for layout in layouts
        if (sheet := workbook.sheet(layout.sheet))
        for problem in _repeated_in(sheet, layout)
    )


def _repeated_in(sheet: Sheet, layout: Layout) -> Iterable[Problem]:
    used: dict[str, ColumnReading] = {}
    for column in sorted(layout.columns, key=lambda column: column.meaning is Meaning.IGNORED):
        key = heading_key(column.heading)
        first = used.setdefault(key, column) if key else column
        again = column.meaning in (Meaning.IGNORED, Meaning.PLACEHOLDER) and first.meaning is not Meaning.IGNORED
        again = again and column.fate is not Fate.SET_ASIDE
        if first is not column and again and _differ(sheet, layout, first, column):
            yield _twice(layout, first, column)


def _differ(sheet: Sheet, layout: Layout, first: ColumnReading, other: ColumnReading) -> bool:
    pairs = ((sheet.text(row, first.column), sheet.text(row, other.column)) for row in layout.rows)
    return any(right and left != right for left, right in pairs)


def _twice(layout: Layout, first: ColumnReading, column: ColumnReading) -> Problem:
    one, other = column_letter(first.column), column_letter(column.column)
    message = say(
        "Columns {one} and {other} are both headed {heading} and say different things. Only one can be "
        'meant: rename or empty the other, or say --map "{other}=ignored".',
        one=one,
        other=other,
        heading=column.heading,
    )
    return at_heading(layout, column).error("column-twice", message)


def told_twice(layouts: Iterable[Layout]) -> Iterator[Problem]:
    """An error for each column said to be what another was said to be, where a row has but one of it."""
    for layout in layouts:
        first: dict[tuple[Meaning, str | None], ColumnReading] = {}
        for column in layout.columns:
            before = first.setdefault((column.meaning, column.of), column)
            if column.meaning in ONE_EACH and before is not column:
                yield _told_twice(layout, before, column)


def _told_twice(layout: Layout, before: ColumnReading, column: ColumnReading) -> Problem:
    key = key_of(layout, column)
    message = say(
        "{first} and {column} are both said to be {meaning}, and a row has but one. Only one can be meant: leave one answer "
        'out, or say --map "{key}=ignored".',
        first=capital(named(before)),
        column=named(column),
        meaning=say(MEANINGS[column.meaning]),
        key=key,
    )
    return at_heading(layout, column).error("column-twice", message)


def at_top_of_columns(problems: Iterable[Problem], layouts: Sequence[Layout]) -> tuple[Problem, ...]:
    """The problems; one about a player who stands in a column, and about no cell of it, at the top of that column."""
    tops = {layout.sheet: layout.columns[0].column for layout in layouts if isinstance(layout.heading_row, RowAcross)}

    def placed(problem: Problem) -> Problem:
        if problem.sheet not in tops or problem.cell or not isinstance(problem.row, RowAcross):
            return problem
        return replace(problem, cell=cell_address(problem.row, tops[problem.sheet]))

    return tuple(map(placed, problems)) if tops else tuple(problems)


def once_for_blocks(problems: Iterable[Problem], layouts: Iterable[Layout]) -> tuple[Problem, ...]:
    """The problems, what is wrong with a heading said at its first place: every block of a sheet may have it again."""
    headings = {(layout.sheet, layout.heading_row) for layout in layouts}
    first: dict[Problem, int | None] = {}

    def is_first(problem: Problem) -> bool:
        if (problem.sheet, problem.row) not in headings:
            return True
        return first.setdefault(replace(problem, row=None, cell=None), problem.row) == problem.row

    return tuple(filter(is_first, problems))


# -------------------------------------------------------------------------------------------------- the references


def with_reference(rows: RosterRows, reference: str | None) -> tuple[RosterRows, tuple[Problem, ...]]:
    """The rows under the reference of the option, where it can only mean all of them; and what is to be said of that."""
    texts = rows.texts(Meaning.ORDER)
    if reference is None or not any(texts) or {*texts} - {""} == {reference}:
        return rows, ()
    named = {text: row for text, row in zip(reversed(texts), reversed(rows), strict=True) if text}
    first = next(iter(reversed(named.values())))
    names: list[str] = sorted(named)
    # Rows below one that names the order are of it, too; those of a sheet that names none are of another.
    if {row.sheet for row in rows} != {row.sheet for row in rows if row.text(Meaning.ORDER)}:
        names.append(say("the order of the rows that name none"))
    if len(names) > 1:
        message = say(
            "--reference {reference} names one order, but the rows belong to {count}: {names}. Leave the option out.",
            reference=reference,
            count=len(names),
            names=", ".join(names),
        )
        return rows, (first.problem("reference-ambiguous", message, Meaning.ORDER),)
    message = say(
        "The rows say {text!r}, the order is placed as {reference!r}, as --reference asks.",
        text=first.text(Meaning.ORDER),
        reference=reference,
    )
    warning = first.problem("reference-replaced", message, Meaning.ORDER, level="warning")
    return RosterRows(row.without(Meaning.ORDER) for row in rows), (warning,)


def unused_orders(given: Sequence[Source], lines: Sequence[Line], reference: str | None) -> tuple[Problem, ...]:
    """A warning for every reference of the Order sheet that no row belongs to."""
    used = {line.reference for line in lines}
    cells = [(source, cell) for source in given if (cell := source.reference)]
    return tuple(
        at_cell(source.sheet, cell, "Reference").warning(
            "order-without-rows",
            say("No row belongs to order {text!r}, so nothing is ordered under it.", text=cell.text),
        )
        for source, cell in cells
        if lines and cell.text not in used and reference is None
    )
