"""The immutable types that flow forward through the pipeline; a later stage makes a new type, none is filled in.

Workbook -> Layout -> Line + OrderDetails | Problem -> Order -> (Request, Reply) -> Placement -> Report
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from roster_import.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from roster_import.estimate import Estimate
    from roster_import.recognise import Question
    from roster_import.targets import Objection


def column_letter(index: int) -> str:
    """The name Excel gives the column: 1 is A, 27 is AA."""
    letters = ""
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


# ---------------------------------------------------------------------------------------------- what was read


class CellKind(StrEnum):
    """What a cell held before it became text; a kind never changes the text, only what may be said about it."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"  # text is what the sheet shows, as near as its number format allows; see Cell.date
    BOOL = "bool"  # text is TRUE or FALSE
    ERROR = "error"  # text is the error as shown, such as #REF!
    UNCALCULATED = "uncalculated"  # a formula whose result was never stored: nobody knows what it shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell that holds something: its address (rows and columns count from 1, as in Excel) and its text as shown.

    `text` is trimmed of white space on both sides (no-break and full-width spaces too) and NFC-normalised, never
    re-cased. `date` is the ISO date of a DATE cell. `struck`, `merged` and `lost` are facts a later stage may warn about;
    `merged` is the last row and column of the merged range whose top-left cell this is, `lost` the control characters
    that stood in the text and are left out of it.
    """

    row: int
    column: int
    text: str
    kind: CellKind = CellKind.TEXT
    date: str | None = None
    struck: bool = False
    merged: tuple[int, int] | None = None
    lost: str = ""

    @property
    def address(self) -> str:
        """The cell's name, such as D7."""
        return f"{column_letter(self.column)}{self.row}"


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One tab: its cells that hold something, in reading order, and which rows and columns are out of sight."""

    name: str
    cells: tuple[Cell, ...]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    @cached_property
    def rows(self) -> Mapping[int, Mapping[int, Cell]]:
        """Row number -> column number -> cell; rows that hold nothing are absent."""
        rows: dict[int, dict[int, Cell]] = {}
        for cell in self.cells:
            rows.setdefault(cell.row, {})[cell.column] = cell
        return rows

    def text(self, row: int, column: int) -> str:
        """The text of a cell, empty where there is none."""
        cell = self.rows.get(row, {}).get(column)
        return cell.text if cell else ""


class FileFormat(StrEnum):
    """How the file was read; it decides how the results workbook is made."""

    XLSX = "xlsx"
    XLSM = "xlsm"
    CSV = "csv"
    LEGACY = "legacy"  # .xls, .xlsb, .ods: read only, results go into a new .xlsx


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """A file as read: text cells with their addresses. `notes` are facts about the reading worth a warning."""

    path: Path
    format: FileFormat
    sheets: tuple[Sheet, ...]
    notes: tuple[Problem, ...] = ()

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that exact name, if there is one."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)


# --------------------------------------------------------------------------------------- what was understood


class Meaning(StrEnum):
    """What a column of a roster means; the words of the JSON's `understood`."""

    PLAYER = "player"
    FIRST_NAME = "first-name"
    LAST_NAME = "last-name"
    NAME = "name"
    NUMBER = "number"
    SIZE = "size"
    QUANTITY = "quantity"
    DESIGN = "design"
    LOGO = "logo"
    STORAGE_QUANTITY = "storage-quantity"
    ORDER = "order"
    TEAM = "team"
    PLACEHOLDER = "placeholder"
    PRICE = "price"
    IGNORED = "ignored"


class LayoutKind(StrEnum):
    """How the rows of a roster are laid out."""

    ONE_ROW_PER_PLAYER = "one-row-per-player"
    LONG = "long"  # several rows per player, one per garment
    SIZE_MATRIX = "size-matrix"
    NO_HEADER = "no-header"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnReading:
    """What one column was taken to mean. `of` names the garment, design, size or placeholder id it is about."""

    column: int
    heading: str
    meaning: Meaning
    of: str | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How one sheet is read as a roster: its heading row (None: there is none), data rows and columns.

    `rows` are the rows that hold data, in order: titles, repeated headings, totals, footnotes and rows that only
    carry a running number are left out by whoever recognised the sheet. `team` is the team the rows stand under, where
    a sheet holds blocks of several teams (one layout each) or a file one sheet per team. `left_out` are the rows under
    the heading that hold something but no player, so that nothing is passed over in silence.
    """

    sheet: str
    heading_row: int | None
    kind: LayoutKind
    columns: tuple[ColumnReading, ...]
    rows: tuple[int, ...]
    team: str | None = None
    left_out: tuple[int, ...] = ()


# ------------------------------------------------------------------------------------------------ what is wrong

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something to tell the user about a cell, a row, a sheet or the file: what is wrong and what to do.

    `cell` is an address such as D7, `row` Excel's row number, `column` the heading as the user wrote it. A code
    never changes its meaning. A suggestion is offered, never applied in silence. `also` are the other rows that it is
    as much about, such as those of the players who share a number.
    """

    level: Level
    code: str
    message: str
    sheet: str | None = None
    cell: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    suggestion: str | None = None
    also: tuple[Origin, ...] = field(default=(), compare=False)

    @property
    def place(self) -> str:
        """Where it is, in words: `Roster!D7`, `Roster row 7`, `Roster`, or nothing for the whole file."""
        if self.sheet is None:
            return ""
        if self.cell is not None:
            return f"{self.sheet}!{self.cell}"
        return say("{sheet} row {row}", sheet=self.sheet, row=self.row) if self.row is not None else self.sheet


# ------------------------------------------------------------------------------------------- what is to be ordered


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Origin:
    """The row an ordered item came from."""

    sheet: str
    row: int


class LogoKind(StrEnum):
    """How a loose logo is ordered (KitMaker › Place an order › logos)."""

    COUNTED = "counted"  # by quantity, no text
    NAME = "name"  # by quantity, with the row's name as its value
    TEXT = "text"  # by quantity, with a text as its value
    NUMBER = "number"  # by digit entries instead of a quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignRef:
    """A design as it is named to the order system: exactly one of its id and its MUL; the title is for people.

    `code` is the catalogue's code, for order systems that sell by SKU.
    """

    id: int | None = None
    mul: str | None = None
    title: str | None = None
    code: str | None = field(default=None, compare=False)

    @property
    def label(self) -> str:
        """What people call it: the title, else the MUL, else the id."""
        return self.title or self.mul or str(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoRef:
    """A loose logo as it is named to the order system: exactly one of its id and its SKU; the title is for people.

    `code` is the catalogue's code, for order systems that sell by SKU.
    """

    id: int | None = None
    sku: str | None = None
    title: str | None = None
    code: str | None = field(default=None, compare=False)
    kind: LogoKind = LogoKind.COUNTED

    @property
    def label(self) -> str:
        """What people call it: the title, else the SKU, else the id."""
        return self.title or self.sku or str(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceholderValue:
    """The value of one placeholder of a design (`logoValues`)."""

    logo_id: int
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One validated row of the Roster or the Logos sheet: what is wanted, for whom, and where it was written.

    `name` and `number` are what is printed (empty: nothing). `text` is a loose logo's own text (Logos sheet). `bare` are
    those of the designs that carry neither name nor number, where these are for the row's loose logo. `price` is the
    price of one piece, as written.
    """

    origin: Origin
    player: str = ""
    name: str = ""
    number: str = ""
    size: str = ""
    quantity: int
    storage_quantity: int = 0
    designs: tuple[DesignRef, ...] = ()
    logos: tuple[LogoRef, ...] = ()
    values: tuple[PlaceholderValue, ...] = ()
    text: str = ""
    bare: tuple[DesignRef, ...] = ()
    price: str = ""
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Where the goods go; the country is its two-letter code."""

    name: str
    address: str
    zip: str
    city: str
    country: str
    contact_person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDetails:
    """Everything of an order but its items. `organization_id` is the vendor child it is placed for, None our own."""

    reference: str
    delivery: Delivery
    comment: str | None = None
    origin_of_delivery: str | None = None
    email: str | None = None
    contact_name: str | None = None
    organization_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """One garment configuration, its pieces, and the rows that asked for it.

    `price` (of one piece, as written) and `players` are there for order systems whose documents have a place for them.
    """

    size: str
    quantity: int
    name: str = ""
    number: str = ""
    values: tuple[PlaceholderValue, ...] = ()
    price: str = ""
    players: tuple[str, ...] = field(default=(), compare=False)
    origins: tuple[Origin, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignItem:
    """A design and its instances, in order of first appearance."""

    design: DesignRef
    instances: tuple[Instance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DigitEntry:
    """One number to apply `quantity` times; it may have several digits (the order system splits them)."""

    digit: str
    quantity: int
    storage_quantity: int = 0
    players: tuple[str, ...] = field(default=(), compare=False)
    origins: tuple[Origin, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoItem:
    """A loose logo: a number logo has digit entries and no quantity, any other a quantity and no digit entries.

    `stored` are those of the rows that want some of it in storage.
    """

    logo: LogoRef
    quantity: int = 0
    storage_quantity: int = 0
    value: str = ""
    digits: tuple[DigitEntry, ...] = ()
    price: str = ""
    players: tuple[str, ...] = field(default=(), compare=False)
    origins: tuple[Origin, ...] = field(default=(), compare=False)
    stored: tuple[Origin, ...] = field(default=(), compare=False)

    @property
    def pieces(self) -> int:
        """How many are to be delivered, those for storage not counted."""
        return self.quantity + sum(entry.quantity for entry in self.digits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is placed under one reference."""

    details: OrderDetails
    designs: tuple[DesignItem, ...] = ()
    logos: tuple[LogoItem, ...] = ()

    @property
    def reference(self) -> str:
        """Our name for the order."""
        return self.details.reference

    @property
    def pieces(self) -> int:
        """Garments in the order; loose logos are counted apart."""
        return sum(instance.quantity for item in self.designs for instance in item.instances)

    @property
    def loose_logos(self) -> int:
        """Loose logos in the order, those for storage not counted."""
        return sum(item.pieces for item in self.logos)


# ------------------------------------------------------------------------------------- what goes over the wire


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request to an order system: the path below its base address, and the exact body, if any.

    `repeatable` says that sending it twice does no more than sending it once (a read, or a keyed placing);
    `maybe_taken` that it was sent before and its answer was lost.
    """

    method: Literal["GET", "POST"]
    path: str
    body: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    repeatable: bool = True
    maybe_taken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer of an order system, read whole: its status code, its text, `Retry-After` and `Date` as sent.

    `after_loss` says that the answer to an earlier sending of the same request was lost, so that even a clear no
    does not prove that nothing was placed.
    """

    code: int
    text: str
    retry_after: str = ""
    date: str = ""
    after_loss: bool = False


# --------------------------------------------------------------------------------------- what became of an order


class Status(StrEnum):
    """What became of an order. SENDING stands only in the ledger; for people it is UNKNOWN."""

    PLANNED = "planned"
    SENDING = "sending"
    PENDING = "pending"
    COMPLETED = "completed"
    FAILED = "failed"  # accepted, then given up by the order system
    REFUSED = "refused"  # turned down: nothing was placed
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something the confirmed order does not have as it was sent, and the rows that asked for it."""

    what: str  # name, number, size, quantity, logo, design or delivery
    sent: str | None
    confirmed: str | None
    message: str
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedItem:
    """One item of a confirmed order, as the order system wrote it back.

    `line` is the name we gave the line, where the system keeps one; `says` what it has of it field by field; `status`
    what became of it, where the system says so line by line.
    """

    kind: Literal["design", "logo"]
    id: int | None = None
    code: str | None = None
    title: str | None = None
    size: str = ""
    name: str = ""
    number: str = ""
    value: str = ""
    quantity: int
    line: str = ""
    says: Mapping[str, str] = field(default_factory=dict)
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """A confirmed order as the order system wrote it back; money is text, exactly as received."""

    order_number: str | None = None
    placed_at: str | None = None
    delivery_date: str | None = None
    currency: str | None = None
    sub_total: str | None = None
    vat: str | None = None
    vat_rate: str | None = None
    total: str | None = None
    reference: str | None = None
    delivery: Mapping[str, str] = field(default_factory=dict)
    items: tuple[ConfirmedItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What one answer of an order system says of an order: where it stands, and its handles as far as known."""

    status: Status
    tracking_id: str | None = None
    order_number: str | None = None
    error: str | None = None
    confirmation: Confirmation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """What the ledger and the order system say of one order, for people: the end of the line."""

    order: Order
    target: str
    status: Status
    key: str | None = None
    attempt: int = 1
    tracking_id: str | None = None
    order_number: str | None = None
    placed_at: str | None = None
    confirmation: Confirmation | None = None
    differences: tuple[Difference, ...] = ()
    error: str | None = None
    blamed: tuple[Objection, ...] = ()  # what the order system said of single cells as it turned the order down
    already: bool = False  # it was placed by an earlier run
    estimate: Estimate | None = None  # what it was expected to cost


# --------------------------------------------------------------------------------------------- what a run reports


class FileStatus(StrEnum):
    """What became of a file as a whole."""

    PLACED = "placed"
    ALREADY_PLACED = "already-placed"
    CHECKED = "checked"
    PROBLEMS = "problems"
    FAILED = "failed"
    UNFINISHED = "unfinished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A file after everything short of ordering: what was understood, what is wrong, what would be ordered."""

    path: Path
    workbook: Workbook | None
    layouts: tuple[Layout, ...]
    problems: tuple[Problem, ...]
    lines: tuple[Line, ...]
    orders: tuple[Order, ...]
    questions: tuple[Question, ...] = ()  # what a person at a terminal could be asked
    named: tuple[DesignRef | LogoRef, ...] = ()  # what its rows name, errors or not

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop the file."""
        return tuple(problem for problem in self.problems if problem.level == "error")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """What a run says of one file."""

    checked: Checked
    status: FileStatus
    placements: tuple[Placement, ...] = ()
    results: Path | None = None
    marked: Path | None = None  # the problems workbook
    problems: tuple[Problem, ...] = ()  # those of the check, and what came up later
    results_missing: bool = False  # the orders stand, the results workbook could not be written


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run says of all its files."""

    files: tuple[FileReport, ...]
