"""The results workbook: the user's own workbook, with what became of every order, line and row added."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from roster_import.columns import (
    LINES_HEADINGS,
    LINES_SHEET,
    RESULTS_HEADINGS,
    RESULTS_SHEET,
    ROSTER_RESULT_HEADINGS,
)
from roster_import.model import Placement, Status
from roster_import.sheets import is_ours, our_columns
from roster_import.write.cells import (
    ERROR,
    GOOD,
    HEADER,
    PLAIN,
    WARNING,
    WRAPPED,
    CellEdit,
    Look,
    NewSheet,
    SheetChange,
    Value,
)
from roster_import.write.copies import copied, copied_name
from roster_import.write.package import new_workbook, rewrite

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.model import (
        DesignItem,
        Difference,
        DigitEntry,
        Instance,
        Layout,
        Line,
        LogoItem,
        Order,
        Origin,
        Sheet,
        Workbook,
    )

_UTC: Final = Look(number_format='yyyy-mm-dd hh:mm:ss "UTC"')
_RESULT_WIDTHS: Final = (20, 15, 13, 13, 23, 14, 10, 13, 13, 10, 13, 9, 60)
_LINE_WIDTHS: Final = (20, 12, 10, 24, 26, 8, 18, 10, 10, 10, 11, 18, 11, 11, 60)
_LOOKS: Final = {
    Status.COMPLETED: GOOD,
    Status.FAILED: ERROR,
    Status.REFUSED: ERROR,
    Status.PENDING: WARNING,
    Status.UNKNOWN: WARNING,
}


def results_workbook(
    source: bytes | None,
    workbook: Workbook,
    layouts: Sequence[Layout],
    lines: Sequence[Line],
    placements: Sequence[Placement],
    marker: str | None = None,
) -> bytes:
    """The workbook with sheets Results and Lines and three columns more on each roster.

    `source` is the file's own bytes where it is a workbook that can be added to, None where its cells go into a new
    one (CSV and old formats). Raises `WriteError` where the workbook cannot be edited.
    """
    added = (_results_sheet(placements, marker), _lines_sheet(lines, placements))
    changes = [_roster_change(workbook, layout, lines, placements) for layout in layouts]
    if source is None:
        source = copied(workbook)
        changes = [replace(change, name=copied_name(change.name)) for change in changes]
    ours = [sheet.name for sheet in workbook.sheets if is_ours(sheet)]
    return rewrite(source, add=added, change=changes, remove=ours)


def bare_results(placements: Sequence[Placement], marker: str | None = None) -> bytes:
    """A workbook of the sheets Results and Lines alone, for orders whose own workbook is gone."""
    return new_workbook([_results_sheet(placements, marker), _lines_sheet((), placements)])


def owner(placements: Sequence[Placement]) -> str:
    """Whose results they are: an order and its amendments (`PO-42/2`) are one, so later results replace earlier ones."""
    names = {f"{one.target} {re.sub('/[0-9]+$', '', one.order.reference)}" for one in placements}
    return f"results-{_digest(chr(10).join(sorted(names)))}"


def state(placements: Sequence[Placement]) -> str:
    """What they say: equal for two that would be written alike."""
    return _digest(
        repr(
            [
                (p.key, p.status, p.order_number, p.tracking_id, p.error, p.confirmation, p.differences)
                for p in placements
            ]
        )
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


# ------------------------------------------------------------------------------------------------------ Results


def _results_sheet(placements: Sequence[Placement], marker: str | None) -> NewSheet:
    return NewSheet(
        name=RESULTS_SHEET,
        rows=(_headings(RESULTS_HEADINGS), *(_result_row(one) for one in placements)),
        widths=_RESULT_WIDTHS,
        frozen_rows=1,
        filtered=True,
        tab_colour="1F6F43",
        marker=marker,
        opened=True,
    )


def _result_row(one: Placement) -> tuple[CellEdit | Value, ...]:
    confirmed = one.confirmation
    return (
        one.order.reference,
        one.order_number,
        one.tracking_id,
        CellEdit(value=one.status.value, look=_look(one)),
        _time(one.placed_at),
        _day(confirmed.delivery_date if confirmed else None),
        confirmed.currency if confirmed else None,
        _money(confirmed.sub_total if confirmed else None),
        _money(confirmed.vat if confirmed else None),
        _money(confirmed.vat_rate if confirmed else None),
        _money(confirmed.total if confirmed else None),
        one.order.pieces,
        CellEdit(value=_message(one) or None, look=WRAPPED),
    )


def _look(one: Placement) -> Look:
    return WARNING if one.differences else _LOOKS.get(one.status, PLAIN)


def _message(one: Placement) -> str:
    said = [f"{difference.message}" for difference in one.differences]
    return "\n".join(filter(None, (one.error or "", *said)))


def _headings(texts: Iterable[str]) -> tuple[CellEdit, ...]:
    return tuple(CellEdit(value=text, look=HEADER) for text in texts)


def _money(text: str | None) -> Value:
    """Money as a number with every digit it was received with; what is no number stays text."""
    if text is None or not re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?", text):
        return text
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def _day(text: str | None) -> Value:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return text


def _time(text: str | None) -> Value | CellEdit:
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        return text
    if moment is None:
        return None
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return CellEdit(value=moment.replace(microsecond=0), look=_UTC)


# -------------------------------------------------------------------------------------------------------- Lines


def _lines_sheet(lines: Sequence[Line], placements: Sequence[Placement]) -> NewSheet:
    players = {line.origin: line.player for line in lines}
    rows = [row for one in placements for row in _line_rows(one, players)]
    return NewSheet(
        name=LINES_SHEET,
        rows=(_headings(LINES_HEADINGS), *rows),
        widths=_LINE_WIDTHS,
        frozen_rows=1,
        filtered=True,
        tab_colour="1F6F43",
    )


def _line_rows(one: Placement, players: dict[Origin, str]) -> Iterable[tuple[CellEdit | Value, ...]]:
    for item in one.order.designs:
        for instance in item.instances:
            yield _instance_row(one, item, instance, players)
    for logo in one.order.logos:
        for entry in logo.digits:
            yield _digit_row(one, logo, entry, players)
        if not logo.digits:
            yield _logo_row(one, logo, players)
    for difference in one.differences:
        if not difference.origins:
            what = (None,) * (len(LINES_HEADINGS) - 2)
            yield (one.order.reference, *what, CellEdit(value=difference.message, look=_wrong()))


def _instance_row(
    one: Placement, item: DesignItem, instance: Instance, players: dict[Origin, str]
) -> tuple[CellEdit | Value, ...]:
    found = _differences(one, instance.origins, item.design.label)
    confirmed = {field: _confirmed(found, field, getattr(instance, field)) for field in ("size", "name", "number")}
    return (
        *_whose(one, instance.origins, players),
        item.design.label,
        instance.size,
        instance.name or None,
        instance.number or None,
        instance.quantity,
        None,
        *((*confirmed.values(), _confirmed_quantity(found, instance.quantity)) if one.confirmation else (None,) * 4),
        _difference_cell(found),
    )


def _digit_row(
    one: Placement, logo: LogoItem, entry: DigitEntry, players: dict[Origin, str]
) -> tuple[CellEdit | Value, ...]:
    found = _differences(one, entry.origins, logo.logo.label)
    wrong = _confirmed(found, "logo", str(entry.quantity))
    return (
        *_whose(one, entry.origins, players),
        logo.logo.label,
        None,
        None,
        entry.digit,
        entry.quantity,
        entry.storage_quantity or None,
        *((None, None, entry.digit, int(wrong or 0)) if one.confirmation else (None,) * 4),
        _difference_cell(found),
    )


def _logo_row(one: Placement, logo: LogoItem, players: dict[Origin, str]) -> tuple[CellEdit | Value, ...]:
    found = _differences(one, logo.origins, logo.logo.label)
    wrong = _confirmed(found, "logo", str(logo.quantity))
    return (
        *_whose(one, logo.origins, players),
        logo.logo.label,
        None,
        logo.value or None,
        None,
        logo.quantity,
        logo.storage_quantity or None,
        *((None, logo.value or None, None, int(wrong or 0)) if one.confirmation else (None,) * 4),
        _difference_cell(found),
    )


def _whose(one: Placement, origins: Sequence[Origin], players: dict[Origin, str]) -> tuple[CellEdit | Value, ...]:
    names = dict.fromkeys(players.get(origin, "") for origin in origins)
    return (
        one.order.reference,
        ", ".join(dict.fromkeys(origin.sheet for origin in origins)) or None,
        CellEdit(value=", ".join(str(origin.row) for origin in origins) or None, look=WRAPPED),
        CellEdit(value=", ".join(filter(None, names)) or None, look=WRAPPED),
    )


def _differences(one: Placement, origins: Sequence[Origin], label: str) -> list[Difference]:
    wanted = set(origins)
    return [
        difference
        for difference in one.differences
        if difference.message.startswith(f"{label}: ") and wanted & set(difference.origins)
    ]


def _confirmed(found: Sequence[Difference], what: str, sent: str) -> str | None:
    if any(difference.what == "design" for difference in found):
        return None
    wrong = [difference for difference in found if difference.what == what]
    return wrong[0].confirmed if wrong else sent or None


def _confirmed_quantity(found: Sequence[Difference], sent: int) -> int:
    if any(difference.what == "design" for difference in found):
        return 0
    return sent - sum(int(one.sent or 0) for one in found if one.what == "quantity")


def _difference_cell(found: Sequence[Difference]) -> CellEdit | None:
    said = "\n".join(difference.message for difference in found)
    return CellEdit(value=said, look=_wrong()) if said else None


def _wrong() -> Look:
    return Look(fill=ERROR.fill, wrap=True)


# ------------------------------------------------------------------------------------------------------- Roster


def _roster_change(
    workbook: Workbook, layout: Layout, lines: Sequence[Line], placements: Sequence[Placement]
) -> SheetChange:
    sheet = workbook.sheet(layout.sheet)
    first = _free_column(sheet, layout) if sheet else 1
    by_row = _by_row(placements)
    cells: dict[tuple[int, int], CellEdit] = {}
    if layout.heading_row is not None:
        for at, heading in enumerate(ROSTER_RESULT_HEADINGS, first):
            cells[layout.heading_row, at] = CellEdit(value=heading, look=HEADER)
    for line in lines:
        if line.origin.sheet == layout.sheet and line.origin in by_row:
            for at, cell in enumerate(_roster_cells(line, by_row[line.origin]), first):
                cells[line.origin.row, at] = cell
    widths = {first: 15.0, first + 1: 13.0, first + 2: 50.0}
    return SheetChange(name=layout.sheet, cells=cells, widths=widths, unmarked=True)


def _by_row(placements: Sequence[Placement]) -> dict[Origin, list[Placement]]:
    """Every row, and the orders its items were placed with: one, or the first and its amendments."""
    found: dict[Origin, list[Placement]] = {}
    for one in placements:
        for origin in dict.fromkeys(_origins_of(one.order)):
            found.setdefault(origin, []).append(one)
    return found


def _origins_of(order: Order) -> Iterable[Origin]:
    for item in order.designs:
        for instance in item.instances:
            yield from instance.origins
    for logo in order.logos:
        yield from logo.origins
        for entry in logo.digits:
            yield from entry.origins


def _roster_cells(line: Line, placed: Sequence[Placement]) -> tuple[CellEdit, CellEdit, CellEdit]:
    wrong = [d.message for one in placed for d in one.differences if line.origin in d.origins]
    said = "\n".join(wrong or filter(None, (one.error for one in placed))) or None
    status = Look(fill=ERROR.fill) if wrong else _LOOKS.get(placed[-1].status, PLAIN)
    return (
        CellEdit(value=", ".join(filter(None, (one.order_number for one in placed))) or None),
        CellEdit(value=", ".join(dict.fromkeys(one.status.value for one in placed)), look=status),
        CellEdit(value=said, look=_wrong() if wrong else WRAPPED),
    )


def _free_column(sheet: Sheet, layout: Layout) -> int:
    """The first of three columns beside everything the sheet holds, or those of an earlier results workbook."""
    ours = our_columns(sheet)
    if ours is not None:
        return ours[1]
    return max((cell.merged[1] if cell.merged else cell.column for cell in sheet.cells), default=0) + 1
