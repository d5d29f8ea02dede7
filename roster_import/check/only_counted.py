"""1, 2, 3 … beside garments that have no place for a number: they only count the rows, and nobody is asked about them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.check.rows.messages import key_of
from roster_import.language.messages import joined, say
from roster_import.model.catalogue import Unresolved, split_items
from roster_import.model.layout import Meaning
from roster_import.model.order import LogoKind
from roster_import.recognise.cell_kinds import says_nothing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.model.catalogue import Catalogue
    from roster_import.model.layout import ColumnReading, Layout
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Workbook
    from roster_import.recognise import Recognition


def only_counted(
    recognition: Recognition, data: Workbook, told: Mapping[str, str], catalogue: Catalogue
) -> dict[str, tuple[Meaning, None]]:
    """What names a column that is asked about and cannot be printed -> that it is no part of the order.

    `told`: sheet -> the design of every row, where somebody said it.
    """
    asked = {question.key: (Meaning.IGNORED, None) for question in recognition.questions if question.counts}
    designs = [_designs(layout, data, told.get(layout.sheet, "")) for layout in recognition.rosters] if asked else []
    return asked if designs and all(_take_no_number(each, catalogue) for each in designs) else {}


def _designs(layout: Layout, data: Workbook, told: str) -> Sequence[str]:
    """The designs of a roster, none where a cell is left open or columns are of one garment each."""
    columns = [column for column in layout.columns if column.meaning in (Meaning.DESIGN, Meaning.SIZE_LIST)]
    if not columns:
        return [told] if told else []
    sheet = data.sheet(layout.sheet)
    if sheet is None or len(columns) > 1 or columns[0].of or columns[0].meaning is not Meaning.DESIGN:
        return []
    texts = sheet.down(columns[0].column, layout.rows)
    return [title for text in dict.fromkeys(texts) for title in split_items(text) or [told]]


def _take_no_number(titles: Iterable[str], catalogue: Catalogue) -> bool:
    designs = [catalogue.design(title) for title in titles]
    known = [design for design in designs if not isinstance(design, Unresolved)]
    return bool(known) and len(catalogue.without_place(known, LogoKind.NUMBER)) == len(designs)


_NOT_PRINTABLE = {Meaning.NUMBER: "number-not-printable", Meaning.NAME: "name-not-printable"}
_SEVERAL = 2


def with_columns_to_set_aside(
    problems: Sequence[Problem], data: Workbook, layouts: Iterable[Layout]
) -> tuple[Problem, ...]:
    """The problems; where nothing of a whole column can be printed, with the answer that sets the column aside."""
    places = {(problem.sheet, problem.cell, problem.code) for problem in problems}
    answers: dict[tuple[str | None, str | None, str], str] = {}
    for layout in layouts:
        for column in layout.columns:
            code = _NOT_PRINTABLE.get(column.meaning)
            cells = [(layout.sheet, cell, code) for cell in _filled(data, layout, column)] if code else []
            if len(cells) >= _SEVERAL and places.issuperset(cells):
                key = key_of(layout, column)
                answer = say('If nothing of this column is to be printed: --map "{key}=ignored".', key=key)
                answers.update((place, answer) for place in cells if place[2])
    told = ((problem, answers.get((problem.sheet, problem.cell, problem.code))) for problem in problems)
    return tuple(replace(each, message=joined(each.message, answer)) if answer else each for each, answer in told)


def _filled(data: Workbook, layout: Layout, column: ColumnReading) -> Sequence[str]:
    """The addresses of the cells of a column in which something stands."""
    sheet = data.sheet(layout.sheet)
    held = sheet.columns.get(column.column) if sheet else None
    cells = [held.cell(row) for row in layout.rows if row in held.texts] if held else []
    return [cell.address for cell in cells if cell.text and not says_nothing(cell.text)]
