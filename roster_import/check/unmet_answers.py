"""Answers that options gave for what stands nowhere: a heading that no column has, a text that no row says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.catalogue import split_items
from roster_import.model.problem import FILE
from roster_import.model.sheets import heading_key
from roster_import.model.workbook import PartColumn, column_letter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.check.recognised import Recognised
    from roster_import.model.problem import Problem


def unmet_in_all(files: Sequence[Recognised]) -> tuple[Problem, ...]:
    """A warning for each answer of the options that is about none of the files of a run."""
    every = [tuple(unmet_answers(file)) for file in files]
    return tuple(problem for problem in (every[0] if every else ()) if all(problem in each for each in every))


def unmet_answers(recognised: Recognised) -> Iterator[Problem]:
    """A warning for each answer of the options about a heading or a text that stands nowhere in the file."""
    options = recognised.options
    if not options.mapping and not options.titles:
        return
    texts = {cell.text for sheet in recognised.data.sheets for cell in sheet.cells}
    keys = set(map(heading_key, texts)) | _headings(recognised)
    letters = {
        column_letter(column)
        for sheet in recognised.workbook.sheets
        for column in {cell.column for cell in sheet.cells}
    }
    for heading in options.mapping:
        if heading not in texts | letters and heading_key(heading) not in keys - {""}:
            message = say(
                "No column is headed {heading!r}, so what was answered for it changes nothing. Answer it with the heading as it "
                "stands in the file.",
                heading=heading,
            )
            yield FILE.warning("answer-unmet", message)
    items = keys | {heading_key(item) for text in texts for item in split_items(text)} if options.titles else keys
    for text in options.titles:
        if heading_key(text) not in items:
            message = say(
                "No row says {text!r}, so what was answered for it changes nothing. Answer it with the text as it stands in the "
                "file.",
                text=text,
            )
            yield FILE.warning("answer-unmet", message)


def _headings(recognised: Recognised) -> set[str]:
    """The headings as answers may name them, also where a sheet is read otherwise than it stands."""
    columns = [column for layout in recognised.layouts for column in layout.columns]
    divided = (column.column.headed for column in columns if isinstance(column.column, PartColumn))
    return set(map(heading_key, (*(column.heading for column in columns), *divided)))
