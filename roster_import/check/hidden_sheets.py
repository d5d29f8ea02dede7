"""Sheets that nobody sees: loose logos and where the order goes, used all the same, and a roster that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.problem import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.check.recognised import Recognised
    from roster_import.model.problem import Problem


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
    from roster_import.recognise.hints import Hints
    from roster_import.recognise.recognition import hidden_rosters

    yield from hidden_rosters(recognised.data, Hints(), recognised.others.names)


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
