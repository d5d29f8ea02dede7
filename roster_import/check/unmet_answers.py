"""Answers that options gave for what stands nowhere: a heading that no column has, a text that no row says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.check.rows.garments import clash, words
from roster_import.check.rows.messages import named
from roster_import.language.messages import listed, say
from roster_import.model.catalogue import split_items
from roster_import.model.problem import FILE, Place
from roster_import.model.sheets import heading_key
from roster_import.model.workbook import PartColumn, column_letter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roster_import.check.recognised import Recognised
    from roster_import.check.rows.rosters import RosterWants
    from roster_import.model.problem import Problem


def unmet_in_all(files: Sequence[Recognised]) -> tuple[Problem, ...]:
    """A warning for each answer of the options that is about none of the files of a run."""
    every = [tuple(unmet_answers(file)) for file in files]
    return tuple(problem for problem in (every[0] if every else ()) if all(problem in of_file for of_file in every))


def unmet_answers(recognised: Recognised) -> Iterator[Problem]:
    """A warning for each answer of the options about a heading or a text that stands nowhere in the file."""
    yield from _designs_unused(recognised)
    yield from _design_of_no_row(recognised)
    if recognised.options.mapping or recognised.options.titles:
        texts = {cell.text for sheet in recognised.data.sheets for cell in sheet.cells}
        keys = set(map(heading_key, texts)) | _headings(recognised)
        yield from _unmet_headings(recognised, texts, keys)
        yield from _unmet_titles(recognised, texts, keys)


def _unmet_headings(recognised: Recognised, texts: set[str], keys: set[str]) -> Iterator[Problem]:
    letters = {
        column_letter(column)
        for sheet in recognised.workbook.sheets
        for column in {cell.column for cell in sheet.cells}
    }
    for heading in recognised.options.mapping:
        if heading not in texts | letters and heading_key(heading) not in keys - {""}:
            message = say(
                "No column is headed {heading!r}, so what was answered for it changes nothing. Answer it with the heading as it "
                "stands in the file.",
                heading=heading,
            )
            yield FILE.warning("answer-unmet", message)


def _unmet_titles(recognised: Recognised, texts: set[str], keys: set[str]) -> Iterator[Problem]:
    titles = recognised.options.titles
    if not titles:
        return
    items = {heading_key(item) for text in texts for item in split_items(text)}
    items |= {heading_key(text.partition(":")[2]) for text in texts}  # Prenda: camiseta local
    named = {heading_key(layout.sheet) for layout in recognised.layouts}  # a sheet may be called after its garment
    for text in titles:
        if heading_key(text) not in keys | items | named:
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


def _designs_unused(recognised: Recognised) -> Iterator[Problem]:
    """A warning where the design of every row is none of what the columns of a sheet mark: shorts alone are ordered."""
    design = recognised.options.design
    for roster in recognised.wants if design else ():
        marked = [column for garment in roster.plan.garments if (column := garment.mark)]
        named_anywhere = roster.plan.every_row or roster.plan.designs or not roster.plan.sizes
        if marked and not named_anywhere and all(clash(words(column.of or ""), words(design)) for column in marked):
            message = say(
                "On sheet {sheet}, what is ordered is told by {marked} alone, and {design!r} is ordered for no row. If it is "
                "wanted, too, add a column headed Design.",
                sheet=roster.layout.sheet,
                marked=listed([named(column) for column in marked]),
                design=design,
            )
            yield Place(sheet=roster.layout.sheet).warning("answer-unmet", message)


def _design_of_no_row(recognised: Recognised) -> Iterator[Problem]:
    """A warning where a column of every roster names the design of each row, and none of them the one of all rows."""
    design, rosters = recognised.options.design, recognised.wants
    if design and rosters and all(_names_others(roster, design) for roster in rosters):
        column = rosters[0].plan.design
        message = say(
            "Each row names what it orders under {column}, and the design said for all rows is ordered for none. Where it is "
            "meant, empty the cell or write it there.",
            column=named(column) if column else "",
        )
        yield Place(sheet=rosters[0].layout.sheet).warning("answer-unmet", message)


def _names_others(roster: RosterWants, design: str) -> bool:
    """Whether each of the rows that are ordered names a design, and none of them this one."""
    column = roster.plan.design.column if roster.plan.design else None
    cells = [roster.cells.of(row).get(column) for row in roster.chosen] if column is not None else []
    said = {heading_key(item) for cell in cells if cell for item in split_items(cell.text)}
    return bool(cells) and all(cell and cell.text for cell in cells) and heading_key(design) not in said
