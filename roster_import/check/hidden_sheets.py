"""Sheets that nobody sees: loose logos and where the order goes, used all the same, and a roster that is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.problem import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.check.recognised import Recognised
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Sheet, Workbook


def hidden_sheets(recognised: Recognised) -> Iterator[Problem]:
    """What is to be said of every sheet that nobody sees."""
    yield from _hidden_logos(recognised)
    yield from _hidden_order(recognised)
    yield from _hidden_rosters(recognised)


def _hidden_logos(recognised: Recognised) -> Iterator[Problem]:
    """A warning where loose logos are ordered from a sheet that nobody sees."""
    logos = recognised.others.logos
    sheet = recognised.workbook.sheet(logos.sheet) if logos else None
    if logos and logos.rows and sheet is not None and sheet.hidden:
        message = say(
            "Sheet {sheet} is hidden, and is ordered from all the same. Unhide it to see what is.", sheet=sheet.name
        )
        yield Place(sheet=sheet.name).warning("sheet-hidden", message)


def _hidden_rosters(recognised: Recognised) -> Iterator[Problem]:
    """A warning for each hidden roster where only loose logos are ordered; recognition says it beside a roster in sight."""
    if recognised.layouts or not recognised.logo_rows:
        return
    for sheet in recognised.data.sheets:
        if sheet.hidden and sheet.name not in recognised.others.names and _is_roster(recognised.data, sheet):
            message = say(
                'Sheet "{name}" is hidden and looks like a roster: nothing is ordered from it. If it should be ordered, '
                "unhide it.",
                name=sheet.name,
            )
            yield Place(sheet=sheet.name).warning("sheet-hidden", message)


def _is_roster(workbook: Workbook, sheet: Sheet) -> bool:
    """Whether a sheet would be read as a roster, by its headings, if it were in sight and the only one."""
    from roster_import.recognise import recognise

    alone = replace(workbook, sheets=(replace(sheet, hidden=False),))
    return any(layout.heading_row is not None for layout in recognise(alone).rosters)


def _hidden_order(recognised: Recognised) -> Iterator[Problem]:
    """A warning where it stands on a sheet that nobody sees what the order is called and where it goes."""
    order = recognised.others.order
    sheet = recognised.workbook.sheet(order.sheet) if order else None
    if order and any(order.rows) and sheet is not None and sheet.hidden:
        message = say(
            "Sheet {sheet} is hidden, and the order is called and sent as it says all the same. Unhide it to see how.",
            sheet=sheet.name,
        )
        yield Place(sheet=sheet.name).warning("sheet-hidden", message)
