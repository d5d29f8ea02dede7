"""How long giving a workbook back takes, beside openpyxl's load, annotate and save of the same file.

Three columns more on every row, two new sheets; once by `rewrite`, once as the whole results workbook with its Summary
and chart.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, PatternFill

from benchmarks.pairs import beside, in_turn
from benchmarks.processes import Cost
from benchmarks.row import Bench, Row
from roster_import.model.layout import ColumnReading, Layout, LayoutKind, Meaning
from roster_import.model.order import Delivery, DesignItem, DesignRef, Instance, Line, Order, OrderDetails
from roster_import.model.placement import Confirmation, Difference, Placement, Status
from roster_import.model.problem import Origin
from roster_import.model.workbook import Cell, FileFormat, Sheet  # fmt: skip
from roster_import.model.workbook import Workbook as Book
from roster_import.write.ooxml.cells import ERROR, GOOD, HEADER, CellEdit, NewSheet, SheetChange
from roster_import.write.ooxml.package import rewrite
from roster_import.write.results.lines import lines_sheet
from roster_import.write.results.summary import summary_sheet
from roster_import.write.results.workbook import results_workbook

if TYPE_CHECKING:
    from benchmarks.record import Line as Figures

Work = Callable[[bytes, int], bytes]
ALLOWED = 1 / 3
HEADINGS = (
    "Team",
    "Name",
    "Number",
    "Size",
    "Design",
    "Name on shirt",
    "Logo",
    "Quantity",
    "Parents",
    "Phone",
    "Comment",
)
NEW = ("Order number", "Order status", "Message")
RESULTS = tuple((f"2026-{i:03}", f"SO{i:06}", "completed", Decimal("2817.03"), 24) for i in range(10))


def roster(rows: int) -> bytes:
    """A workbook of so many players, as openpyxl writes it."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Roster"
    sheet.append(HEADINGS)
    for i in range(rows):
        number = f"{i % 100:02}"
        sheet.append(
            ("U15", f"Player {i}", number, "M", "298791", f"PLAYER {i}", "494679", 1, "Ann & Bo", "+45 1", None)
        )
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def values(row: int) -> tuple[str, str, str]:
    """What is written beside one row."""
    return f"SO{row:06}", "completed", "The name was confirmed as written." if row % 50 == 0 else ""


def lines(rows: int) -> list[tuple[str | int, ...]]:
    """The sheet with one row per item ordered."""
    return [(f"2026-{row:03}", row, "298791", f"PLAYER {row}", "completed") for row in range(1, rows + 1)]


def with_openpyxl(source: bytes, rows: int) -> bytes:
    """Load, annotate and save."""
    book = load_workbook(io.BytesIO(source))
    sheet = book["Roster"]
    bold, red, green = Font(bold=True), PatternFill("solid", fgColor="FFC7CE"), PatternFill("solid", fgColor="C6EFCE")
    for offset, heading in enumerate(NEW, 12):
        sheet.cell(1, offset, heading).font = bold
    for row in range(2, rows + 2):
        for offset, value in enumerate(values(row), 12):
            sheet.cell(row, offset, value)
        sheet.cell(row, 13).fill = red if row % 50 == 0 else green
    for name, content in (("Results", RESULTS), ("Lines", lines(rows))):
        new = book.create_sheet(name)
        for line in content:
            new.append(line)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The workbook as openpyxl saves it."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def whole_with_openpyxl(source: bytes, rows: int) -> bytes:
    """The same with every value of the sheets that the whole results workbook has; without their looks and chart."""
    book = load_workbook(io.BytesIO(source))
    sheet = book["Roster"]
    green = PatternFill("solid", fgColor="C6EFCE")
    for row in range(2, rows + 2):
        for offset, value in enumerate(values(row), 12):
            sheet.cell(row, offset, value)
        sheet.cell(row, 13).fill = green
    for added in sheets(rows):
        new = book.create_sheet(added.name)
        for line in added.rows:
            new.append([cell.value if isinstance(cell, CellEdit) else cell for cell in line])
    return saved(book)


@cache
def sheets(rows: int) -> tuple[NewSheet, ...]:
    """Summary and Lines as the results workbook has them."""
    _, _, of_roster, one = placed(rows)
    return summary_sheet([one], {}), lines_sheet(of_roster, [one])


def with_parts(source: bytes, rows: int) -> bytes:
    """The same by `rewrite`."""
    cells = {(1, column): CellEdit(value=heading, look=HEADER) for column, heading in enumerate(NEW, 12)}
    for row in range(2, rows + 2):
        number, status, message = values(row)
        cells[row, 12] = CellEdit(value=number)
        cells[row, 13] = CellEdit(value=status, look=ERROR if row % 50 == 0 else GOOD)
        cells[row, 14] = CellEdit(value=message)
    new = (NewSheet(name="Results", rows=RESULTS), NewSheet(name="Lines", rows=tuple(lines(rows))))
    return rewrite(source, add=new, change=(SheetChange(name="Roster", cells=cells),))


@cache
def placed(rows: int) -> tuple[Book, Layout, tuple[Line, ...], Placement]:
    """The same file as it was read, and its one order as it came back: one name in fifty is not as it was sent."""
    at = [Origin(sheet="Roster", row=row) for row in range(2, rows + 2)]
    kit = DesignRef(mul="298791", title="Home kit")
    instances = tuple(
        Instance(
            size="SML"[one.row % 3], quantity=1, name=f"PLAYER {one.row}", number=f"{one.row % 100:02}", origins=(one,)
        )
        for one in at
    )
    differences = tuple(
        Difference(what="name", sent=f"PLAYER {one.row}", confirmed="PLAYER", origins=(one,),
                   message=f"Home kit: the name PLAYER {one.row} of 1 × M is PLAYER in the confirmed order.")
        for one in at if one.row % 50 == 0
    )  # fmt: skip
    place = Delivery(name="Club", address="Road 1", zip="1", city="Town", country="DK")
    order = Order(
        details=OrderDetails(reference="2026-1", delivery=place), designs=(DesignItem(design=kit, instances=instances),)
    )
    money = Confirmation(order_number="SO1", currency="DKK", total="2817.03", delivery_date="2026-05-13")
    cells = tuple(Cell(row=1, column=column, text=text) for column, text in enumerate(HEADINGS, 1))
    book = Book(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(Sheet(name="Roster", cells=cells),))
    layout = Layout(
        sheet="Roster", heading_row=1, kind=LayoutKind.LONG, rows=tuple(one.row for one in at),
        columns=(ColumnReading(column=2, heading="Name", meaning=Meaning.PLAYER),),
    )  # fmt: skip
    lines = tuple(
        Line(origin=one, player=f"Player {one.row}", quantity=1, designs=(kit,), reference="2026-1") for one in at
    )
    one = Placement(
        order=order, target="kitmaker", status=Status.COMPLETED, order_number="SO1", confirmation=money,
        differences=differences,
    )  # fmt: skip
    return book, layout, lines, one


def with_results(source: bytes, rows: int) -> bytes:
    """The whole results workbook: Summary with its chart, Results, Lines, and the columns on the roster."""
    book, layout, lines, one = placed(rows)
    return results_workbook(source, book, [layout], lines, [one])


def measured(_bench: Bench, rows: int) -> list[Figures]:
    """Both ways of giving back a workbook of so many rows, each beside openpyxl's, in turn and in one process.

    What counts is the processor's time for the work alone, without the imports: those are the rows of start-up.
    """
    source = roster(rows)
    sheets(rows)
    pairs = (
        ("columns and two sheets", with_parts, with_openpyxl),
        ("the whole results", with_results, whole_with_openpyxl),
    )
    return [_beside_openpyxl(f"{what} for {rows:,} rows", ours, theirs, source, rows) for what, ours, theirs in pairs]


def _beside_openpyxl(what: str, ours: Work, theirs: Work, source: bytes, rows: int) -> Figures:
    rounds = in_turn([_way(ours, source, rows), _way(theirs, source, rows)], 7 if rows <= 1_000 else 3)
    return beside(f"results-{rows}", f"written: {what}", "openpyxl, the same written", rounds, 1, goal=ALLOWED)


def _way(work: Work, source: bytes, rows: int) -> Callable[[], Cost]:
    def way() -> Cost:
        began = time.process_time()
        work(source, rows)
        took = time.process_time() - began
        return Cost(seconds=took, processor=took)

    return way


ROWS = tuple(
    Row(name=f"results-{rows}", what=f"the results workbook of {rows:,} rows", measure=partial(measured, rows=rows))
    for rows in (1_000, 10_000)
)
