"""Sheets that nobody sees and that are used all the same, beside the rosters: loose logos, and where the order goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.model.problem import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roster_import.check.recognised import Recognised
    from roster_import.model.problem import Problem


def hidden_logos(recognised: Recognised) -> Iterable[Problem]:
    """A warning where loose logos are ordered from a sheet that nobody sees."""
    logos = recognised.others.logos
    sheet = recognised.workbook.sheet(logos.sheet) if logos else None
    if logos and logos.rows and sheet is not None and sheet.hidden:
        message = say(
            "Sheet {sheet} is hidden, and is ordered from all the same. Unhide it to see what is.", sheet=sheet.name
        )
        yield Place(sheet=sheet.name).warning("sheet-hidden", message)


def hidden_order(recognised: Recognised) -> Iterable[Problem]:
    """A warning where it stands on a sheet that nobody sees what the order is called and where it goes."""
    order = recognised.others.order
    sheet = recognised.workbook.sheet(order.sheet) if order else None
    if order and any(order.rows) and sheet is not None and sheet.hidden:
        message = say(
            "Sheet {sheet} is hidden, and the order is called and sent as it says all the same. Unhide it to see how.",
            sheet=sheet.name,
        )
        yield Place(sheet=sheet.name).warning("sheet-hidden", message)
