"""Small files of several sheets, checked: what is said of them, and where their orders go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.check.check_workbook import check_recognised
from roster_import.check.draft import draft_of
from roster_import.check.order_details import Defaults
from roster_import.check.recognised import CheckOptions, recognise_workbook
from roster_import.model.workbook import Cell, FileFormat, Sheet, Workbook
from roster_import.targets import target

if TYPE_CHECKING:
    from roster_import.model.report import Checked, Draft


def sheet(name: str, *rows: str, **more) -> Sheet:
    """A sheet; the cells of a row are divided by bars."""
    cells = (
        Cell(row=row, column=column, text=text)
        for row, line in enumerate(rows, 1)
        for column, text in enumerate(line.split("|"), 1)
        if text
    )
    return Sheet(name=name, cells=tuple(cells), **more)


def checked(*sheets: Sheet, reference: str | None = None, **options) -> Checked:
    return with_draft(*sheets, reference=reference, **options)[0]


def with_draft(*sheets: Sheet, reference: str | None = None, **options) -> tuple[Checked, Draft]:
    workbook = Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=sheets)
    recognised = recognise_workbook(workbook, CheckOptions(defaults=Defaults(reference=reference), **options))
    file = check_recognised(recognised, (), target("kitmaker", {}))
    return file, draft_of(recognised, file)


def said(file: Checked) -> list[tuple[str, str, str, str]]:
    return [(problem.level, problem.code, problem.place, str(problem.message)) for problem in file.problems]


def sent(file: Checked) -> dict[str, tuple[str, str, int]]:
    """Reference -> the club and the street it goes to, and how many shirts."""
    return {
        order.details.reference: (
            order.details.delivery.name,
            order.details.delivery.address,
            sum(one.quantity for design in order.designs for one in design.instances),
        )
        for order in file.orders
    }
