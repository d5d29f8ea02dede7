"""The problems of rows in words: what a row or a column leaves open, and what to do about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.check.rows.garments import clash, clothes, design_titles, titles_for, words
from roster_import.language.messages import either, joined, listed, meant, say, say_n
from roster_import.model.layout import Meaning
from roster_import.model.problem import Place
from roster_import.model.workbook import RowAcross, at_cell, at_heading, column_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roster_import.check.rows.column_plans import Garment
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Cell

_MOST_TITLES = 8
_MOST_HEADINGS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlace:
    """The row a problem is about, and the layout it stands in."""

    layout: Layout
    row: int

    @property
    def sheet(self) -> str:
        """The sheet it stands on."""
        return self.layout.sheet


def named(column: ColumnReading) -> str:
    """A column as a person would call it: by its heading, else by its letter."""
    if column.heading:
        return say('"{heading}"', heading=column.heading)
    return say("column {letter}", letter=column_letter(column.column))


def rows_listed(rows: Sequence[int]) -> str:
    """Row numbers in order, runs of them in short: row 4; rows 4 to 7 and 9."""
    runs: list[list[int]] = []
    for row in sorted(set(rows)):
        if runs and runs[-1][-1] == row - 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    parts = [
        part
        for run in runs
        for part in (
            [say("{first} to {last}", first=run[0], last=run[-1])] if len(run) > 2 else [str(row) for row in run]
        )
    ]
    if any(isinstance(row, RowAcross) for row in rows):
        return say_n("column {rows}", "columns {rows}", sum(map(len, runs)), rows=listed(parts))
    return say_n("row {rows}", "rows {rows}", sum(map(len, runs)), rows=listed(parts))


def key_of(layout: Layout, column: ColumnReading) -> str:
    """What names the column in the option --map: its heading, or its letter where the heading names none or several."""
    alike = [other for other in layout.columns if other.heading == column.heading]
    return column.heading if column.heading and len(alike) == 1 else column_letter(column.column)


_A_SIZE = re.compile(r"\b(?:[2-6]?X{0,3}[SL]|M|1[0-8]\d)\b")  # 1 (L)


def mark_unclear(place: RowPlace, column: ColumnReading, cell: Cell, count: int) -> Problem:
    """A cell that says neither yes nor no nor how many."""
    what = column.of or column.heading or say("it")
    if cell.stands:
        message = say(
            "{text!r} stands beside ticks, so nobody knows whether it is a yes or a no. Write yes or no.",
            text=cell.stands,
        )
        return at_cell(place.sheet, cell, column.heading).error("mark-unclear", message)
    message = say(
        "{text!r} does not say whether {what} is ordered here. Write x, or how many as digits; leave the "
        "cell empty for none.",
        text=cell.written,
        what=what,
    )
    if _A_SIZE.search(cell.text):
        own = say("If another size is meant than the row's, write a row of its own for it.")
        return at_cell(place.sheet, cell, column.heading).error("mark-unclear", joined(message, own))
    suggestion = str(count) if count else None
    return at_cell(place.sheet, cell, column.heading).error("mark-unclear", meant(message, suggestion), suggestion)


def quantity_differs(
    place: RowPlace, column: ColumnReading, cell: Cell, counted: Sequence[ColumnReading], total: int
) -> Problem:
    """A quantity of the row that is not the sum of what the row counts."""
    headings = listed([named(each) for each in counted])
    message = say_n(
        "{column} says {text}, but {headings} says {total}, so it is not clear how many are ordered. Correct one of "
        "them.",
        "{column} says {text}, but {headings} add up to {total}, so it is not clear how many are ordered. Correct one "
        "of them.",
        len(counted),
        column=named(column),
        text=cell.text,
        headings=headings,
        total=total,
    )
    return at_cell(place.sheet, cell, column.heading).error("quantity-differs", message, str(total))


def two_sizes(place: RowPlace, filled: Sequence[tuple[ColumnReading, Cell]]) -> Problem:
    """Two sizes for one garment."""
    (first, one), (column, other) = filled[:2]
    message = say(
        "This row has two sizes for one garment: {text} under {first} at {address}, and {other_text} under "
        "{column} here. Empty the one that is wrong, or write a second row.",
        text=one.text,
        first=named(first),
        address=one.address,
        other_text=other.text,
        column=named(column),
    )
    nowhere = [
        say('If {column} counts in no row: --map "{key}=ignored".', column=named(each), key=key_of(place.layout, each))
        for each in (first, column)
    ]
    return at_cell(place.sheet, other, column.heading).error("two-sizes", joined(message, *nowhere))


def undivided(place: RowPlace, column: ColumnReading, cell: Cell) -> Problem:
    """A cell of names with numbers whose digits are no number that can be told from the name."""
    message = say(
        "{value!r} is no name with a number that could be told apart. Write it as the others, such as {example!r}.",
        value=cell.text,
        example="Smith 7",
    )
    return at_cell(place.sheet, cell, column.heading).error("name-with-number", message)


def list_unclear(place: RowPlace, column: ColumnReading, cell: Cell, catalogue: Catalogue) -> Problem:
    """A cell of garments with their sizes of which not each names one design and a size."""
    message = say(
        "{value!r} does not name a design of the catalogue and a size each time. Write it as in {example!r}.",
        value=cell.text,
        example=", ".join(f"{title} M" for title in design_titles(catalogue)[:2]) or "Shirt M, Shorts L",
    )
    return at_cell(place.sheet, cell, column.heading).error("sizes-in-one-cell", message)


def part_unclear(place: RowPlace, column: ColumnReading, cell: Cell, garment: str, catalogue: Catalogue) -> Problem:
    """A garment of a list with sizes that nobody can tell from the catalogue."""
    titles = titles_for(catalogue, garment, "")
    known = (titles or design_titles(catalogue))[:_MOST_TITLES]
    why = say("it may be {titles}", titles=either(known)) if titles else _unknown(known)
    message = joined(
        say(
            "Which design {garment!r} stands for is not clear: {why}. Write the title instead.",
            garment=garment,
            why=why,
        ),
        *(say('Or say it for every row: --title "{text}={title}".', text=garment, title=title) for title in known[:1]),
    )
    return at_cell(place.sheet, cell, column.heading).error("sizes-in-one-cell", message)


def not_on_row(
    place: RowPlace, garment: Garment, asking: Cell, designs: Sequence[Cell], catalogue: Catalogue, *, elsewhere: bool
) -> Problem:
    """A garment asked for by one column, on a row whose Design names others; `elsewhere`: another row's Design names it.

    Without the column that other row would be ordered by another size.
    """
    column = next((each for each in garment.sizes if each.column == asking.column), garment.asked)
    titles = listed([say('"{heading}"', heading=design.text) for design in designs])
    known = titles_for(catalogue, garment.of, garment.asked.heading)
    message = (
        _names_nothing(place, garment, titles, catalogue)
        if not known
        else say(
            "{column} is filled in, but the Design of this row is {titles}, and it is not clear which of them is "
            'meant. Name the {of} in Design too, divided by ";", or empty this cell.',
            column=named(column),
            titles=titles,
            of=known[0] if len(known) == 1 else garment.of or say("garment"),
        )
    )
    if known and not elsewhere:
        unused = say('If nothing is ordered from the column: --map "{key}=ignored".', key=key_of(place.layout, column))
        message = joined(message, unused)
    return at_cell(place.sheet, asking, column.heading).error("garment-not-in-design", message)


def _names_nothing(place: RowPlace, garment: Garment, titles: str, catalogue: Catalogue) -> str:
    """What is said of a garment beside the Design that no title of the catalogue has a word of."""
    column = garment.asked
    if not garment.of:
        return say(
            "{column} is filled in, but what the Design of this row names, {titles}, does not take its size from there. Empty "
            'this cell, or name in Design what is wanted in this size, too, divided by ";".',
            column=named(column),
            titles=titles,
        )
    about = words(garment.of)
    others = [title for title in design_titles(catalogue) if title not in titles and not clash(about, words(title))]
    if not others and clothes(about):
        return say(
            "{column} is filled in, but the Design of this row is {titles}, and the catalogue has no {of}. Add it to the "
            'Catalogue sheet if it can be ordered; if nothing is ordered from the column: --map "{key}=ignored".',
            column=named(column),
            titles=titles,
            of=garment.of,
            key=key_of(place.layout, column),
        )
    message = say(
        "{column} is filled in, but the Design of this row is {titles}, and no title of the catalogue is called {of}. Say which "
        'it is: --map "{key}={meaning}:{example}"; or that nothing is ordered from it: --map "{key}=ignored".',
        column=named(column),
        titles=titles,
        of=garment.of,
        key=key_of(place.layout, column),
        meaning=column.meaning.value,
        example=(others or ["MUL327815"])[0],
    )
    return joined(message, say("The catalogue has {titles}.", titles=listed(others))) if len(others) > 1 else message


def some_more(place: RowPlace, column: ColumnReading, cell: Cell, design: Cell, more: int) -> Problem:
    """A mark or a count under a word for one more, of what the row's Design orders already: Spare shirt."""
    wanted = say_n(
        "{column} is filled in, and the Design of this row orders {title} already. If {count} more is wanted, write {total} as "
        "the quantity, or a row of its own for it; if not, empty this cell.",
        "{column} is filled in, and the Design of this row orders {title} already. If {count} more are wanted, write {total} as "
        "the quantity, or a row of its own for them; if not, empty this cell.",
        more,
        column=named(column),
        total=more + 1,
        title=design.text,
    )
    unused = say('If nothing is ordered from the column: --map "{key}=ignored".', key=key_of(place.layout, column))
    return at_cell(place.sheet, cell, column.heading).error("one-more", joined(wanted, unused))


def one_in_another_size(place: RowPlace, column: ColumnReading, cell: Cell, title: str) -> Problem:
    """A size under a word for a second piece, of what the row orders already in its own size: 2nd shirt size."""
    message = say(
        "{column} is filled in, and this row orders {title} already, in the size of another column. If one more is wanted in "
        'this size: --map "{key}=size:{title}". Or write a row of its own for it; if not, empty this cell. If nothing is ordered '
        'from the column: --map "{key}=ignored".',
        column=named(column),
        title=title,
        key=key_of(place.layout, column),
    )
    return at_cell(place.sheet, cell, column.heading).error("one-more", message)


GARMENT_UNCLEAR = "garment-unclear"


def garment_unclear(place: RowPlace, garment: Garment, titles: Sequence[str], catalogue: Catalogue) -> Problem:
    """A column about a garment for which no design, or more than one, can be meant."""
    column = garment.asked
    known = (titles or design_titles(catalogue))[:_MOST_TITLES]
    key, meaning = key_of(place.layout, column), column.meaning.value
    example = known[0] if known else "MUL327815"
    why = say("it may be {titles}", titles=either(known)) if titles else _unknown(known)
    message = say(
        'Which design {column} stands for is not clear: {why}. Say which: --map "{key}={meaning}:{example}", '
        'or "{key}=ignored" to order nothing from it.',
        column=named(column),
        why=why,
        key=key,
        meaning=meaning,
        example=example,
    )
    suggestion = " | ".join(known) if titles else None  # else it is more often of something that is not ordered here
    return at_heading(place.layout, column).error(GARMENT_UNCLEAR, message, suggestion)


def _unknown(known: Sequence[str]) -> str:
    if not known:
        return say("there is no catalogue to look it up in")
    return say("no title of the catalogue says just that. The catalogue has {titles}", titles=listed(known))


def size_of_children(place: RowPlace, column: ColumnReading, cell: Cell) -> Problem:
    """A letter size under a heading of children's sizes, which ordered as it stands would be an adult's."""
    message = say(
        "{text} stands under {column}, but ordered as {text} it would be an adult's size. Write the size as "
        "the catalogue has it, such as Y{text} or 152.",
        text=cell.text,
        column=named(column),
    )
    return at_cell(place.sheet, cell, column.heading).error("size-of-children", message)


def size_of_women(place: RowPlace, column: ColumnReading, cell: Cell, design: str) -> Problem:
    """A size under a heading of ladies' sizes, which ordered as it stands would be one of everybody's."""
    message = say(
        "The sizes under {column} are ladies' sizes, and {design} has none for ladies: they would be ordered as its own. Ask "
        "which of its sizes are wanted, and write those under a heading without that word. If they are its own: --map "
        '"{key}=size".',
        column=named(column),
        design=design,
        key=column.heading,
    )
    return at_cell(place.sheet, cell, column.heading).error("size-of-women", message)


def unused(place: RowPlace, column: ColumnReading, cell: Cell, *, warning: bool) -> Problem:
    """A filled cell with which nothing is ordered."""
    if column.meaning is Meaning.SIZE:
        what = say("a size is filled in, but nothing on this row says that it is ordered")
    else:
        what = say("{text!r} is filled in, but nothing that is ordered on this row uses it", text=cell.text)
    message = say(
        "Under {column} {what}. Fill in what is missing beside it, or empty the cell.", column=named(column), what=what
    )
    at = at_cell(place.sheet, cell, column.heading)
    return at.problem("warning" if warning else "error", "cell-unused", message)


def nothing_ordered(layout: Layout, rows: Sequence[int], columns: Sequence[ColumnReading], *, all_: bool) -> Problem:
    """Rows that want nothing: worth knowing of some, and no order at all if it is every one."""
    where = rows_listed(rows)
    short = 0 < len(columns) <= _MOST_HEADINGS
    headings = listed([named(column) for column in columns]) if short else say("any of its columns")
    message = say(
        "Nothing is ordered for {where} of sheet {sheet}: nothing under {headings} says that anything is wanted. Fill in "
        "what is wanted, or leave it so if that is right.",
        where=where,
        sheet=layout.sheet,
        headings=headings,
    )
    if all_:
        message = say(
            "No row of sheet {sheet} orders anything: nothing under {headings} says what is wanted. Fill in what is wanted.",
            sheet=layout.sheet,
            headings=headings,
        )
    return Place(sheet=layout.sheet, row=rows[0]).problem("error" if all_ else "warning", "nothing-ordered", message)
