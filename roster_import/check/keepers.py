"""Who is called a goalkeeper beside the order and gets the shirt of the others, though there is one for goalkeepers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from roster_import.check.meant.markers import without_markers
from roster_import.check.rows.cell_answers import AnswerKind, answer_of
from roster_import.check.rows.garments import clash, is_for_keepers, title_words, words
from roster_import.check.rows.messages import named, rows_listed
from roster_import.language.messages import capital, listed, say, say_n
from roster_import.model.by_column import gathered
from roster_import.model.layout import Fate, Meaning
from roster_import.model.problem import Origin
from roster_import.model.workbook import at_cell
from roster_import.recognise.goalkeepers import is_beside_a_keeper, keeps_goal
from roster_import.recognise.headings import sense
from roster_import.recognise.keepers import heads_keepers
from roster_import.recognise.notes import is_label
from roster_import.recognise.order_words import beside_a_name
from roster_import.recognise.tokens import fold
from roster_import.recognise.words import Concept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from roster_import.check.rows.row import RosterRow
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.order import Line
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Sheet, Workbook

_SHIRT = words("shirt")
_BESIDE = frozenset({Fate.NO_PART, Fate.SET_ASIDE})


def keepers_in_other_shirts(
    workbook: Workbook,
    layouts: Sequence[Layout],
    rows: Sequence[RosterRow],
    lines: Sequence[Line],
    catalogue: Catalogue,
) -> Iterator[Problem]:
    """`keeper-in-other-shirt`: rows that a text beside the order calls a goalkeeper's, and that name no design themselves.

    `keeper-in-both-shirts`: rows whose only mark orders it, and whose size orders another. `lines[i]` is the line of `rows[i]`.
    Nobody else is told of who also gets a goalkeeper's shirt.
    """
    titles = shirts_of_keepers(catalogue)
    ordered = [(row, line) for row, line in zip(rows, lines, strict=True) if line.designs] if titles else []
    kept = {_who(row, line) for row, line in ordered if any(_says_keeper(design.label) for design in line.designs)}
    for layout in layouts if ordered else ():
        sheet, here = workbook.sheet(layout.sheet), set(layout.rows)
        if sheet is None:
            continue
        shirts = _Shirts(titles=titles, named=_where_named(layout), sized=_where_sized(layout))
        of_sheet = [(row, line) for row, line in ordered if row.sheet == sheet.name and row.row in here]
        yield from _in_both(sheet, layout.columns, of_sheet, catalogue)
        told = [each for each in of_sheet if _who(*each) not in kept and _is_shirt(catalogue, each[1])]
        others = _by_row((row, line) for row, line in told if not _names_design(sheet, row))
        beside = [column for column in layout.columns if column.fate in _BESIDE and column.column in sheet.columns]
        every = _by_row(told)
        for column in beside:
            yield from _called_keepers(sheet, column, every if _holds_remarks(column) else others, shirts)
        yield from _marked_as_keepers(sheet, layout.columns, every, shirts)
        people = [
            column for column in layout.columns if column.fate is Fate.FOR_PEOPLE and column.column in sheet.columns
        ]
        for column in people:
            yield from _called_keepers(sheet, column, every, shirts, _beside)
        yield from _under_a_title(sheet, layout, every, shirts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shirts:
    """The titles of goalkeepers' shirts, and where a row names the one that it orders, in words.

    `sized` is the column whose size orders the shirt of the others, where no other names what is ordered.
    """

    titles: Sequence[str]
    named: str
    sized: ColumnReading | None


def _where_named(layout: Layout) -> str:
    plain = (each for each in layout.columns if each.meaning is Meaning.DESIGN and not each.of and each.heading)
    column = next(plain, None)
    return say("under {column}", column=named(column)) if column else say("in a column headed Design")


def _where_sized(layout: Layout) -> ColumnReading | None:
    if any(each.meaning is Meaning.DESIGN for each in layout.columns):
        return None
    sizes = (each for each in layout.columns if each.meaning is Meaning.SIZE and each.of)
    return next((each for each in sizes if not clash(words(each.of or ""), _SHIRT)), None)


def _by_row(told: Iterable[tuple[RosterRow, Line]]) -> dict[int, Line]:
    """Row -> the line of it, with the designs of all its lines: a shirt for home and one for away."""
    lines: dict[int, Line] = {}
    for row, line in told:
        before = lines[row.row].designs if row.row in lines else ()
        lines[row.row] = replace(line, designs=(*before, *line.designs))
    return lines


def shirts_of_keepers(catalogue: Catalogue) -> list[str]:
    """The titles of the catalogue's designs that are a goalkeeper's shirt or kit."""
    titles = catalogue.titles("design")
    return [title for title in titles if _says_keeper(title) and not clash(title_words(catalogue, title), _SHIRT)]


def _says_keeper(text: str) -> bool:
    return is_for_keepers(words(text))


def _is_shirt(catalogue: Catalogue, line: Line) -> bool:
    """Whether it may be what the others play in, and not their shorts."""
    return any(not clash(title_words(catalogue, design.label), _SHIRT) for design in line.designs)


def _who(row: RosterRow, line: Line) -> tuple[str, str]:
    return row.sheet, (line.player or line.name).casefold() or str(row.row)


def _names_design(sheet: Sheet, row: RosterRow) -> bool:
    """Whether the row names its design in a cell of its own: then that was decided."""
    column = row.columns.get(Meaning.DESIGN)
    return bool(column and column.meaning is Meaning.DESIGN and not column.of and sheet.text(row.row, column.column))


def _holds_remarks(column: ColumnReading) -> bool:
    """Whether it is a column of remarks: what somebody plays is told in any list, a keeper there is to be seen."""
    return sense(column.heading).false_friend is Concept.REMARK


def _called_keepers(
    sheet: Sheet,
    column: ColumnReading,
    others: dict[int, Line],
    shirts: _Shirts,
    part: Callable[[str], str] = str,
) -> Iterator[Problem]:
    """Those of the rows of whom the column says so, in the part of its cells that says what they are."""
    texts = {row: part(text) for row, text in sheet.columns[column.column].texts.items()}
    heading = fold(column.heading)
    short = partial(keeps_goal, heading) if part is str else is_beside_a_keeper
    kept = {row for row, text in texts.items() if _says_keeper(text) or short(fold(text))}
    called = [row for row in others if row in kept]
    keys = [(_keeper_word(texts[row]).casefold(), others[row].designs) for row in called]
    for (_, designs), several in gathered(keys, called).items():
        yield _told(sheet, column, several, listed([design.label for design in designs]), shirts)


def _marked_as_keepers(
    sheet: Sheet, columns: Sequence[ColumnReading], others: dict[int, Line], shirts: _Shirts
) -> Iterator[Problem]:
    """Those marked under a heading that says no more than goalkeeper, whatever the column was said to be."""
    for column in columns:
        if column.fate is Fate.ASKED or column.column not in sheet.columns or not heads_keepers(column.heading):
            continue
        cells = sheet.columns[column.column]
        marked = [row for row in others if row in cells.texts and answer_of(cells.cell(row)).kind is AnswerKind.MARK]
        for designs, rows in gathered([others[row].designs for row in marked], marked).items():
            yield _told(sheet, column, rows, listed([design.label for design in designs]), shirts)


def _in_both(
    sheet: Sheet, columns: Sequence[ColumnReading], ordered: Sequence[tuple[RosterRow, Line]], catalogue: Catalogue
) -> Iterator[Problem]:
    """Those whose yes under the title of the keepers' shirt orders it beside what a size orders: nobody said as well."""
    marks = [column for column in columns if column.meaning is Meaning.DESIGN and column.of]
    if len(marks) != 1 or not _says_keeper(marks[0].heading) or heads_keepers(marks[0].heading):
        return
    cells = sheet.columns[marks[0].column]
    shirts = [(row, line) for row, line in ordered if _is_shirt(catalogue, line) and not _names_design(sheet, row)]
    theirs = {row.row: line for row, line in shirts if _says_keeper(line.designs[0].label)}
    for row, line in shirts:
        both = row.row in theirs and line.designs != theirs[row.row].designs and row.row in cells.texts
        if both and answer_of(cells.cell(row.row)).kind is AnswerKind.MARK:
            yield _told_of_both(sheet, marks[0], row.row, line.designs[0].label, theirs[row.row].designs[0].label)


def _told_of_both(sheet: Sheet, column: ColumnReading, row: int, other: str, keeper: str) -> Problem:
    cell = sheet.columns[column.column].cell(row)
    message = say(
        "{rows} is ordered as {other}, and as {keeper} too for the {word!r} under {column}. If only {keeper} is wanted, write "
        "its size in place of the {word!r}, and a dash in place of the size of {other}.",
        rows=capital(rows_listed([row])),
        other=other,
        keeper=keeper,
        word=cell.text,
        column=named(column),
    )
    return at_cell(sheet.name, cell, column.heading).problem("warning", "keeper-in-both-shirts", message)


def _under_a_title(sheet: Sheet, layout: Layout, others: dict[int, Line], shirts: _Shirts) -> Iterator[Problem]:
    """Those who stand under a row that says no more than Goalkeepers, though their rows name what they are to wear."""
    titles = [row for row in layout.left_out if sheet.rows.widths[row] == 1]
    for title, following in pairwise((*titles, max(others, default=0) + 1)):
        cell = next(iter(sheet.rows[title].values()))
        below = [row for row in others if title < row < following]
        if not (is_label(cell.text) and _says_keeper(cell.text)):
            continue
        for designs, rows in gathered([others[row].designs for row in below], below).items():
            message = say_n(
                "{rows} stands under {title!r} and is ordered as {ordered}, while there is {keeper}. If that one is "
                "wanted, write it as the design of this row.",
                "{rows} stand under {title!r} and are ordered as {ordered}, while there is {keeper}. If that one is "
                "wanted, write it as the design of these rows.",
                len(rows),
                rows=capital(rows_listed(rows)),
                title=cell.text,
                ordered=listed([design.label for design in designs]),
                keeper=listed(shirts.titles),
            )
            also = tuple(Origin(sheet=sheet.name, row=row) for row in rows)
            yield at_cell(sheet.name, cell).problem("warning", "keeper-in-other-shirt", message, also=also)


def _beside(name: str) -> str:
    """What stands beside a name: (keeper), and a role behind a comma, too."""
    return beside_a_name(name) or name.replace(without_markers(name), " ")


def _keeper_word(text: str) -> str:
    """The word alone: what else a remark says is somebody's own business."""
    return next(filter(_says_keeper, text.replace("/", " ").split()), beside_a_name(text) or text)


def _told(sheet: Sheet, column: ColumnReading, rows: Sequence[int], ordered: str, shirts: _Shirts) -> Problem:
    cell = sheet.columns[column.column].cell(rows[0])
    also = tuple(Origin(sheet=sheet.name, row=row) for row in rows[1:])
    word = _keeper_word(cell.text).strip("()[]:")
    message = (_told_of_sizes if shirts.sized else _told_of_a_design)(
        shirts,
        len(rows),
        rows=capital(rows_listed(rows)),
        word=word,
        column=named(column),
        ordered=ordered,
        keeper=listed(shirts.titles),
    )
    return at_cell(sheet.name, cell, column.heading).problem("warning", "keeper-in-other-shirt", message, also=also)


def _told_of_a_design(shirts: _Shirts, count: int, **said: str) -> str:
    return say_n(
        "{rows} says {word!r} under {column} and is ordered as {ordered}, while there is {keeper}. If that is wanted, name it "
        "for this row {there}.",
        "{rows} say {word!r} under {column} and are ordered as {ordered}, while there is {keeper}. If that is wanted, name it "
        "for these rows {there}.",
        count,
        there=shirts.named,
        **said,
    )


def _told_of_sizes(shirts: _Shirts, count: int, **said: str) -> str:
    """What is said where a size orders the shirt: who names another in a Design would have to name it in every row."""
    return say_n(
        "{rows} says {word!r} under {column} and is ordered as {ordered}, while there is {keeper}. If that is wanted, write the "
        "size of this row into a column headed Size {title} instead of {sized}.",
        "{rows} say {word!r} under {column} and are ordered as {ordered}, while there is {keeper}. If that is wanted, write the "
        "sizes of these rows into a column headed Size {title} instead of {sized}.",
        count,
        title=shirts.titles[0],
        sized=named(shirts.sized) if shirts.sized else "",
        **said,
    )
