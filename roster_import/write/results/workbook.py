"""The results workbook: the user's own workbook, with what became of every order, line and row added."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from roster_import.language.catalogues import ENGLISH
from roster_import.language.messages import joined, say
from roster_import.language.translations import in_language
from roster_import.model.placement import Confirmation, Placement, Status
from roster_import.model.result_sheets import (
    RESULTS_HEADINGS,
    RESULTS_SHEET,
    ROSTER_RESULT_HEADINGS,
    our_columns,
)
from roster_import.model.workbook import RowAcross
from roster_import.write.ooxml.cells import (
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
from roster_import.write.ooxml.package import new_workbook, occupied, rewrite
from roster_import.write.ooxml.styles_part import format_of
from roster_import.write.order_words import status_word
from roster_import.write.results.lines import WRONG, lines_sheet
from roster_import.write.results.localised import MOMENT, MONEY, day, money, spoken
from roster_import.write.results.original import digest, original
from roster_import.write.results.summary import summary_sheet

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from roster_import.model.layout import Layout
    from roster_import.model.order import Line, Order
    from roster_import.model.problem import Origin
    from roster_import.model.workbook import Sheet, Workbook
    from roster_import.write.results.beside import Beside

_FORM: Final = "8"  # of the workbook: one more whenever the same orders would be written another way
_FIRST: Final = ("1", ENGLISH)  # the form of those that do not say theirs: no summary, all English
_RESULT_WIDTHS: Final = (20, 15, 13, 13, 23, 14, 10, 13, 12, 10, 13, 9, 52)
_ALIGNED: Final = {
    **dict.fromkeys(("Placed at", "Delivery date", "Sub total", "VAT", "VAT rate", "Total", "Pieces"), "right"),
    "Currency": "center",
}
_MOST_SAID: Final = 6  # differences written out in one cell, which is no higher than a page
_QUIET_WIDTH: Final = 14  # of messages where there are none
_SAID: Final = replace(WRAPPED, indent=1)
_GENERAL: Final = "General"  # the number format of a cell beside is about numbers
_TEXT: Final = Look(number_format=_GENERAL)
_NARROWEST, _WIDEST = 12, 50  # characters that a column added to a roster is wide
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
    language: str = ENGLISH,
    beside: Beside | None = None,
) -> bytes:
    """The workbook with sheets Summary, Results and Lines and three columns more on each roster, in a language.

    `source` is the file's own bytes where it is a workbook that can be added to, None where its cells go into a new
    one (CSV and old formats); `beside` is what there is to know beside the orders. Raises
    `WriteError` where the workbook cannot be edited.
    """
    book = original(workbook, source)
    taken = occupied(source, [layout.sheet for layout in layouts]) if source is not None else {}
    changes = [
        replace(
            _roster_change(workbook, layout, lines, placements, language, taken.get(layout.sheet, ())),
            name=book.names.get(layout.sheet, layout.sheet),
        )
        for layout in layouts
    ]
    added = _sheets(lines, placements, book.names, marker, language, beside)
    return rewrite(book.content, add=added, change=changes, remove=book.ours)


def bare_results(placements: Sequence[Placement], marker: str | None = None, language: str = ENGLISH) -> bytes:
    """A workbook of the sheets Summary, Results and Lines alone, for orders whose own workbook is gone."""
    return new_workbook(_sheets((), placements, {}, marker, language))


def _sheets(
    lines: Sequence[Line],
    placements: Sequence[Placement],
    names: Mapping[str, str],
    marker: str | None,
    language: str,
    beside: Beside | None = None,
) -> list[NewSheet]:
    tables = (_results_sheet(placements, marker), lines_sheet(lines, placements))
    return [spoken(sheet, language) for sheet in (summary_sheet(placements, names, beside), *tables)]


def owner(placements: Sequence[Placement]) -> str:
    """Whose results they are: an order and its amendments (`PO-42/2`) are one, so later results replace earlier ones.

    A reference of that form is an amendment's where the order it adds to is among them; alone it may be that of a season.
    """
    called = {placement.order.reference for placement in placements}
    names = {f"{placement.target} {_first_of(placement.order.reference, called)}" for placement in placements}
    return f"results-{digest(chr(10).join(sorted(names)))}"


def _first_of(reference: str, called: Collection[str]) -> str:
    first = re.sub("/[0-9]+$", "", reference)
    return first if first in called else reference


def state(placements: Sequence[Placement], language: str = ENGLISH) -> str:
    """What they say, in which form and language: equal for two that would be written alike."""
    facts = [
        (p.key, p.status, p.order_number, p.tracking_id, p.error, p.confirmation, p.differences) for p in placements
    ]
    return f"{digest(repr(facts))}.{_FORM}.{language}"


def says_enough(present: str, wanted: str, *, may_go: bool, asked: bool) -> bool:
    """Whether results of state `present` may stay where those of state `wanted` are to be written.

    Of results with the same facts, those that may not be replaced (not `may_go`), as somebody worked in them, are enough.
    Others give way to a newer form; to another language only where a person `asked` for it, as each who runs the program
    may have another.
    """
    facts, *written = present.split(".")
    new_facts, new_form, new_language = wanted.split(".")
    form, language = written if len(written) == len(_FIRST) else _FIRST
    if facts != new_facts:
        return False
    return not may_go or (form == new_form and (language == new_language or not asked))


# ------------------------------------------------------------------------------------------------------ Results


def _results_sheet(placements: Sequence[Placement], marker: str | None) -> NewSheet:
    widths = _RESULT_WIDTHS if any(map(_message, placements)) else (*_RESULT_WIDTHS[:-1], _QUIET_WIDTH)
    return NewSheet(
        name=RESULTS_SHEET,
        rows=(tuple(map(_heading, RESULTS_HEADINGS)), *map(_result_row, placements)),
        widths=widths,
        frozen_rows=1,
        frozen_columns=1,
        filtered=True,
        tab_colour="1F6F43",
        marker=marker,
    )


def _result_row(placement: Placement) -> tuple[CellEdit | Value, ...]:
    confirmed = placement.confirmation or Confirmation()
    return (
        placement.order.reference,
        placement.order_number,
        placement.tracking_id,
        CellEdit(value=status_word(placement.status), look=_look(placement)),
        _time(placement.placed_at),
        day(confirmed.delivery_date),
        CellEdit(value=confirmed.currency, look=Look(align="center")),
        _amount(confirmed.sub_total),
        _amount(confirmed.vat),
        _rate(confirmed.vat_rate),
        _amount(confirmed.total),
        placement.order.pieces,
        CellEdit(value=_message(placement) or None, look=_SAID),
    )


def _look(placement: Placement) -> Look:
    return WARNING if placement.differences else _LOOKS.get(placement.status, PLAIN)


def _message(placement: Placement) -> str:
    said = [difference.message for difference in placement.differences]
    more = (
        say("… and {count} more: see the sheet Lines.", count=len(said) - _MOST_SAID) if len(said) > _MOST_SAID else ""
    )
    return joined(placement.error or "", *said[:_MOST_SAID], more, between="\n")


def _amount(text: str | None) -> CellEdit | Value:
    """Money with two decimals, or with more where it was received with more."""
    value = money(text)
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else None
    if not isinstance(value, Decimal) or not isinstance(exponent, int):
        return value
    look = MONEY if exponent >= -2 else Look(number_format=format_of(value))
    return CellEdit(value=value, look=look)


def _rate(text: str | None) -> CellEdit | Value:
    """A rate with the decimals it was received with."""
    value = money(text)
    return CellEdit(value=value, look=Look(number_format=format_of(value))) if isinstance(value, Decimal) else value


def _heading(text: str) -> CellEdit:
    look = replace(HEADER, align=_ALIGNED.get(text), indent=int(text == "Message"))
    return CellEdit(value=text, look=look)


def _time(text: str | None) -> Value | CellEdit:
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        return text
    if moment is None:
        return None
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return CellEdit(value=moment.replace(microsecond=0), look=MOMENT)


# ------------------------------------------------------------------------------------------------------- Roster


def _roster_change(
    workbook: Workbook,
    layout: Layout,
    lines: Sequence[Line],
    placements: Sequence[Placement],
    language: str,
    taken: Sequence[tuple[int, int]],
) -> SheetChange:
    if isinstance(layout.heading_row, RowAcross):  # no column beside players that stand in columns: Lines has it
        return SheetChange(name=layout.sheet, cells={}, widths={}, unmarked=True)
    sheet = workbook.sheet(layout.sheet)
    first = _free_column(sheet, taken) if sheet else 1
    last = first + len(ROSTER_RESULT_HEADINGS) - 1
    by_row, wrong = _by_row(placements), _wrong_rows(placements)
    cells: dict[tuple[int, int], CellEdit] = {}
    alike: dict[tuple[int, ...], tuple[CellEdit, ...]] = {}  # most rows say the same, for an order is the same
    if layout.heading_row is not None:
        for at, heading in enumerate(ROSTER_RESULT_HEADINGS, first):
            spoken_heading = in_language(heading, language)
            cells[layout.heading_row, at] = CellEdit(value=spoken_heading, look=HEADER, beside=True)
    for line in lines:
        placed = by_row.get(line.origin) if line.origin.sheet == layout.sheet else None
        if placed is None:
            continue
        said, key = wrong.get(line.origin), tuple(map(id, placed))
        if said is None and key not in alike:
            alike[key] = _roster_cells(placed, (), language)
        for at, cell in enumerate(alike[key] if said is None else _roster_cells(placed, said, language), first):
            cells[line.origin.row, at] = cell
    joined = (layout.heading_row, first, max(row for row, _ in cells), last) if layout.heading_row else None
    return SheetChange(
        name=layout.sheet, cells=cells, widths=_widths(cells, range(first, last + 1)), unmarked=True, joined=joined
    )


def _widths(cells: Mapping[tuple[int, int], CellEdit], columns: range) -> dict[int, float]:
    """Room for what the columns hold, one line of it up to `_WIDEST`; a column that stays empty takes little paper."""
    longest = dict.fromkeys(columns, _NARROWEST)
    for (_, column), edit in cells.items():
        lines = str(edit.value).split("\n") if isinstance(edit.value, str) else ()
        longest[column] = max(longest[column], *(len(line) + 2 for line in lines), 0)
    return {column: float(min(length, _WIDEST)) for column, length in longest.items()}


def _by_row(placements: Sequence[Placement]) -> dict[Origin, list[Placement]]:
    """Every row, and the orders its items were placed with: one, or the first and its amendments."""
    by_row: dict[Origin, list[Placement]] = {}
    for placement in placements:
        for origin in dict.fromkeys(_origins_of(placement.order)):
            by_row.setdefault(origin, []).append(placement)
    return by_row


def _origins_of(order: Order) -> Iterable[Origin]:
    for item in order.designs:
        for instance in item.instances:
            yield from instance.origins
    for logo in order.logos:
        yield from logo.origins
        for entry in logo.digits:
            yield from entry.origins


def _wrong_rows(placements: Sequence[Placement]) -> dict[Origin, list[str]]:
    """Every row of which something differs, and what."""
    by_row: dict[Origin, list[str]] = {}
    for difference in (difference for placement in placements for difference in placement.differences):
        for origin in dict.fromkeys(difference.origins):
            by_row.setdefault(origin, []).append(difference.message)
    return by_row


def _roster_cells(
    placed: Sequence[Placement], wrong: Sequence[str], language: str
) -> tuple[CellEdit, CellEdit, CellEdit]:
    message = joined(*(wrong or [placement.error or "" for placement in placed]), between="\n")
    said = in_language(message, language) or None
    status = Look(fill=ERROR.fill) if wrong else _LOOKS.get(placed[-1].status, PLAIN)
    statuses = dict.fromkeys(placement.status for placement in placed)
    return (
        CellEdit(
            value=", ".join(filter(None, (placement.order_number for placement in placed))) or None,
            look=_TEXT,
            beside=True,
        ),
        CellEdit(
            value=in_language(joined(*map(status_word, statuses), between=", "), language),
            look=replace(status, number_format=_GENERAL),
            beside=True,
        ),
        CellEdit(
            value=said, look=replace(WRONG if wrong else WRAPPED, number_format=_GENERAL, align="left"), beside=True
        ),
    )


def _free_column(sheet: Sheet, taken: Sequence[tuple[int, int]]) -> int:
    """The first of three columns beside all cells of the sheet and under nothing, or those of an earlier results workbook."""
    ours = our_columns(sheet)
    if ours is not None:
        return ours[1]
    first = max((cell.merged[1] if cell.merged else cell.column for cell in sheet.cells), default=0) + 1
    for left, right in sorted(taken):
        if left < first + len(ROSTER_RESULT_HEADINGS) and first <= right:
            first = right + 1
    return first
