"""Rosters as they were checked, made by hand: what a proof is made from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from roster_import.check.group import group_lines
from roster_import.model.catalogue import Catalogue
from roster_import.model.layout import Layout, LayoutKind
from roster_import.model.order import Delivery, DesignRef, Line, LogoKind, LogoRef, OrderDetails, PlaceholderValue
from roster_import.model.problem import Origin, Problem
from roster_import.model.report import Checked, Draft

HOME, AWAY = DesignRef(id=1, title="Home kit"), DesignRef(mul="MUL2", title="Away kit")
CREST = LogoRef(id=7, title="Crest")
DIGITS = LogoRef(sku="99", title="Numbers", kind=LogoKind.NUMBER)
DELIVERY = Delivery(
    name="FC ABC", address="Stadium Road 1", zip="8800", city="Viborg", country="DK", contact_person="Bo"
)


def line(row: int, name: str = "", number: str = "", size: str = "M", **more: Any) -> Line:
    given = {"quantity": 1, "designs": (AWAY,), "reference": "PO-1", **more}
    return Line(origin=Origin(sheet="Roster", row=row), name=name, number=number, size=size, **given)


def value(logo_id: int, text: str) -> PlaceholderValue:
    return PlaceholderValue(logo_id=logo_id, value=text)


def warning(row: int | None, message: str = "Look at this.", level: Any = "warning", **more: Any) -> Problem:
    return Problem(level=level, code="odd", message=message, sheet="Roster", row=row, **more)


def details(reference: str = "PO-1", **more: Any) -> OrderDetails:
    given = {"delivery": DELIVERY, "email": "a@b.example", "contact_name": "Ann", "comment": "By Monday", **more}
    return OrderDetails(reference=reference, **given)


def checked(
    *lines: Line,
    problems: tuple[Problem, ...] = (),
    orders: Any = None,
    path: str = "club.xlsx",
    drafted: tuple[Line, ...] = (),
) -> Checked:
    """A file without errors, its orders grouped; with errors it has none, and lines that can be drawn all the same."""
    wanted = [details(reference) for reference in dict.fromkeys(one.reference for one in lines)]
    faulty = any(problem.level == "error" for problem in problems)
    return Checked(
        path=Path(path),
        workbook=None,
        layouts=(
            Layout(sheet="Roster", heading_row=1, kind=LayoutKind.ONE_ROW_PER_PLAYER, columns=(), rows=(2, 3, 4)),
        ),
        problems=problems,
        lines=lines,
        orders=() if faulty else group_lines(lines, orders or wanted, Catalogue()),
        draft=Draft(lines=drafted),
    )
