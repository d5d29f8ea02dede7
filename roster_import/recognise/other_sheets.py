"""The sheets beside the roster: Order, Logos and Catalogue, found by their headings as well as by name, and read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from roster_import.language.messages import say, templates
from roster_import.model.catalogue import Catalogue, CatalogueEntry, Placeholders
from roster_import.model.layout import Meaning
from roster_import.model.problem import Origin
from roster_import.model.result_sheets import ROSTER_RESULT_HEADINGS, is_ours, our_columns
from roster_import.model.sheets import CATALOGUE, LOGOS, ORDER, SheetKind, column_by_heading, heading_key
from roster_import.model.workbook import Cell, Columns, Sheet, Workbook, at_cell
from roster_import.recognise.order_values import OrderSheet, labels_and_values, near_labels

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from roster_import.model.problem import Problem
    from roster_import.recognise.order_values import Labels

_DEEPEST_HEADING = 40  # rows looked at for the headings of a sheet
_ROSTER_ONLY = frozenset(map(heading_key, ("Player", "Size", "Spiller", "Spieler", "Størrelse", "Größe")))
_BESIDE_SIZE = {Meaning.PLAYER, Meaning.FIRST_NAME, Meaning.LAST_NAME, Meaning.NAME, Meaning.NUMBER, Meaning.DESIGN}
_LABEL_AND_VALUE = 2
_LEAST_DELIVERY = 3  # labels of a delivery, or a reference, that make a sheet of any name the Order sheet
_LONGEST_LABEL = 100  # letters
_KINDS = {"design": "design", "designs": "design", "kit": "design", "trikot": "design", "logo": "logo", "logos": "logo"}
_NO_KIND, _NO_ID = "kind", "id"
_UNUSABLE = templates(
    {
        _NO_KIND: "{value!r} is neither design nor logo, so this row of the catalogue is not used as it stands. Correct the "
        "cell.",
        _NO_ID: "{value!r} is not an id: an id is a whole number, so this row of the catalogue is not used as it stands. "
        "Correct the cell.",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A sheet read as a table: its heading row and, per row beneath that holds something, key -> cell."""

    sheet: str
    heading_row: int
    columns: Mapping[str, Cell]
    rows: tuple[Mapping[str, Cell], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSheets:
    """Everything of a workbook that is not the roster; `names` are the sheets it stands on."""

    order: OrderSheet | None = None
    logos: Table | None = None
    catalogue: Table | None = None
    names: frozenset[str] = frozenset()


def without_our_marks(workbook: Workbook) -> Workbook:
    """The workbook without what an earlier results workbook added to it: our marks are not data."""
    ours = {sheet.name for sheet in workbook.sheets if is_ours(sheet)}
    if not ours:
        return workbook
    sheets = tuple(_without_columns(sheet) for sheet in workbook.sheets if sheet.name not in ours)
    return replace(workbook, sheets=sheets)


def read_other_sheets(workbook: Workbook) -> OtherSheets:
    """Find and read the Order, Logos and Catalogue sheets; hidden ones count, as a template may hide its catalogue."""
    order = next(filter(None, map(_order_sheet, _named_first(workbook, ORDER))), None)
    catalogue = next(filter(None, map(_catalogue_table, _named_first(workbook, CATALOGUE))), None)
    taken = {order.sheet if order else None, catalogue.sheet if catalogue else None}
    candidates = (sheet for sheet in _named_first(workbook, LOGOS) if sheet.name not in taken)
    logos = next(filter(None, map(_logos_table, candidates)), None)
    names = frozenset(table.sheet for table in (order, catalogue, logos) if table)
    return OtherSheets(order=order, logos=logos, catalogue=catalogue, names=names)


def read_catalogue(table: Table) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The catalogue of a table; a row that cannot be used is a warning at its cell."""
    problems: list[Problem] = []
    entries = [entry for row in table.rows if (entry := _entry(row, table, problems))]
    return Catalogue(entries=tuple(entries)), tuple(problems)


def catalogue_table(workbook: Workbook) -> Table | None:
    """The catalogue of a file that holds nothing else, whatever its sheet is called."""
    return next((table for sheet in workbook.sheets if (table := _catalogue_table(sheet))), None)


# ------------------------------------------------------------------------------------------------- our own marks


def _without_columns(sheet: Sheet) -> Sheet:
    ours = our_columns(sheet)
    if ours is None:
        return sheet
    row, first = ours
    gone = range(first, first + len(ROSTER_RESULT_HEADINGS))
    kept = (
        column.within({above for above in column.texts if above < row}) if number in gone else column
        for number, column in sheet.columns.items()
    )
    comments = tuple(comment for comment in sheet.comments if comment.column not in gone)
    return replace(sheet, cells=Columns(kept), comments=comments)


# ------------------------------------------------------------------------------------------------------- tables


def _named_first(workbook: Workbook, kind: SheetKind) -> Iterable[Sheet]:
    return sorted(workbook.sheets, key=lambda sheet: heading_key(sheet.name) not in kind.keys)


def _table(sheet: Sheet, kind: SheetKind, needed: Collection[str], least: int) -> Table | None:
    """The sheet as a table of that kind: the first row that heads `least` of its columns, the needed ones among them."""
    headed = _headed(sheet, kind, needed, least)
    return _table_below(sheet, *headed) if headed else None


def _headed(
    sheet: Sheet, kind: SheetKind, needed: Collection[str], least: int
) -> tuple[int, Mapping[str, Cell]] | None:
    """The row of the headings of such a table, and they by their keys."""
    known = column_by_heading(kind.columns)
    for row, cells in _first_rows(sheet):
        columns: dict[str, Cell] = {}
        for cell in cells.values():
            if column := known.get(heading_key(cell.text)):
                columns.setdefault(column.key, cell)
        if len(columns) >= least and set(needed) <= set(columns):
            return row, columns
    return None


def _first_rows(sheet: Sheet) -> Iterator[tuple[int, Mapping[int, Cell]]]:
    return islice(sheet.rows.items(), _DEEPEST_HEADING)


def _table_below(sheet: Sheet, heading_row: int, columns: Mapping[str, Cell]) -> Table:
    held = {key: sheet.columns[heading.column] for key, heading in columns.items()}
    filled = {row for column in held.values() for row, text in column.texts.items() if text and row > heading_row}
    rows = ({key: column.cell(row) for key, column in held.items() if row in column.texts} for row in sorted(filled))
    return Table(sheet=sheet.name, heading_row=heading_row, columns=columns, rows=tuple(rows))


def _catalogue_table(sheet: Sheet) -> Table | None:
    named = heading_key(sheet.name) in CATALOGUE.keys
    return _table(sheet, CATALOGUE, ("title",) if named else ("title", "kind"), 2 if named else 3)


def _logos_table(sheet: Sheet) -> Table | None:
    named = heading_key(sheet.name) in LOGOS.keys
    headed = _headed(sheet, LOGOS, ("logo",) if named else ("logo", "quantity"), 1 if named else 2)
    # A roster may have a Logo column, too; what it has beside it tells.
    if headed is None or (
        not named and _ROSTER_ONLY & {heading_key(cell.text) for cell in sheet.rows[headed[0]].values()}
    ):
        return None
    return _table_below(sheet, *headed)


# -------------------------------------------------------------------------------------------------- the order sheet


def _order_sheet(sheet: Sheet) -> OrderSheet | None:
    if any(len(cells) > _LABEL_AND_VALUE and _heads_roster(cells) for _, cells in _first_rows(sheet)):
        return None
    labels = _order_labels(sheet)
    if not labels or not _says_order(sheet, labels):
        return None
    table = _table(sheet, ORDER, ("reference",), 2) or _table_without_reference(sheet)
    if table is not None and _is_across(sheet, table):
        near = near_labels(sheet.rows[table.heading_row].values(), table.columns)
        return OrderSheet(sheet=sheet.name, rows=table.rows, near=near)
    return labels_and_values(sheet, labels)


def _order_labels(sheet: Sheet) -> Labels:
    """The cells that read as labels of the Order sheet, in reading order; none on a sheet that is headed as a roster is."""
    known = column_by_heading(ORDER.columns)
    said = {text: heading_key(text) for column in sheet.columns.values() for text in column.distinct}
    if len(_ROSTER_ONLY.intersection(said.values())) > 1:
        return {}
    keys = {text: known[key].key for text, key in said.items() if key in known}
    labels = {
        (row, number): keys[column.texts[row]]
        for number, column in sheet.columns.items()
        for row in column.holding(keys)
    }
    return {at: labels[at] for at in sorted(labels)}


def _says_order(sheet: Sheet, labels: Labels) -> bool:
    """Whether a sheet with some labels of the Order sheet is one: by its name, or by where it says to deliver."""
    keys = set(labels.values())
    delivery = sum(key.startswith("delivery") or key == "reference" for key in keys)
    in_row = Counter(row for row, _ in labels)
    if heading_key(sheet.name) in ORDER.keys:
        # A list with a column for comments may be called so, too.
        return delivery > 0 or all(sheet.rows.widths[row] <= _LABEL_AND_VALUE for row in in_row)
    # Side by side and without a reference they are the addresses of members.
    across = max(in_row.values()) >= _LEAST_DELIVERY and "reference" not in keys
    return delivery >= _LEAST_DELIVERY and not across


def _heads_roster(cells: Mapping[int, Cell]) -> bool:
    meanings = {_meaning(cell.text) for cell in cells.values() if len(cell.text) <= _LONGEST_LABEL}
    return Meaning.SIZE in meanings and not meanings.isdisjoint(_BESIDE_SIZE)


def _meaning(heading: str) -> Meaning | None:
    from roster_import.recognise.headings import sense  # loaded where a file is checked, not where help is asked for

    return sense(heading).likeliest


def _table_without_reference(sheet: Sheet) -> Table | None:
    """A row of headings without the one that names the order: most of its cells are labels."""
    table = _table(sheet, ORDER, (), _LEAST_DELIVERY)
    return table if table and len(table.columns) * 2 > len(sheet.rows[table.heading_row]) else None


def _is_across(sheet: Sheet, table: Table) -> bool:
    """Whether the labels stand side by side, as headings do, rather than each beside its value."""
    columns = sorted(cell.column for cell in table.columns.values())
    return len(columns) > 2 or (columns[-1] - columns[0] == 1 and len(sheet.rows[table.heading_row]) == len(columns))


# ------------------------------------------------------------------------------------------------- the catalogue


def _entry(row: Mapping[str, Cell], table: Table, problems: list[Problem]) -> CatalogueEntry | None:
    text = {key: cell.text for key, cell in row.items()}
    kind = _kind(text)
    if kind is None:
        problems.append(_unusable(row["kind"], table, "kind", _NO_KIND))
        return None
    number = text.get("id", "")
    if number and not (number.isascii() and number.isdigit()):
        problems.append(_unusable(row["id"], table, "id", _NO_ID))
        number = ""
    return CatalogueEntry(
        kind="design" if kind == "design" else "logo",
        title=text.get("title", ""),
        id=int(number) if number else None,
        code=text.get("code") or None,
        type=text.get("type", ""),
        placeholders=Placeholders.parse(text.get("placeholders", "")),
        sizes=split_sizes(text.get("sizes", "")),
        price=text.get("price") or None,
        origin=Origin(sheet=table.sheet, row=min(cell.row for cell in row.values())),
    )


def _kind(text: Mapping[str, str]) -> str | None:
    """The kind as written; where it is left open, a MUL or no logo type says design."""
    written = heading_key(text.get("kind", ""))
    if written:
        return _KINDS.get(written)
    return "logo" if "logo" in text.get("type", "").casefold() else "design"


def _unusable(cell: Cell, table: Table, key: str, why: str) -> Problem:
    at = at_cell(table.sheet, cell, table.columns[key].text)
    return at.warning("catalogue-row-unusable", say(_UNUSABLE[why], value=cell.text))


def split_sizes(text: str) -> tuple[str, ...]:
    """The sizes of one cell, divided by commas, semicolons, bars or line ends; `134/140` is one size."""
    for mark in ";|\n":
        text = text.replace(mark, ",")
    return tuple(size.strip() for size in text.split(",") if size.strip())
