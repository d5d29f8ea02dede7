"""The columns of a sheet as they are seen under a heading: what each is called and what a sample of its cells shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.model.columns import heading_key
from roster_import.model.layout import Meaning
from roster_import.recognise.column_profile import is_counter, profile
from roster_import.recognise.heading_rows import same_heading
from roster_import.recognise.headings import HINT, HeadingSense
from roster_import.recognise.scoring import Seen

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from roster_import.model.workbook import Cell, Sheet
    from roster_import.recognise.heading_rows import Heading

    Row = Mapping[int, Cell]

_SAMPLED = 60  # rows looked at for evidence
_FEWEST_LONELY = 2
_CATALOGUED = {Meaning.DESIGN: HINT + 0.5, Meaning.QUANTITY: HINT + 0.5, Meaning.SIZE: HINT}


def look(sheet: Sheet, heading: Heading, catalogue: Collection[str]) -> tuple[Seen, ...]:
    """Every column that has a heading or a cell under it, in order."""
    rows = [row for number, row in sheet.rows.items() if number > (heading.row or 0)]
    sampled = [row for row in rows[: 2 * _SAMPLED] if not same_heading(row, heading)][:_SAMPLED]
    columns = sorted({column for row in rows for column in row} | heading.texts.keys())
    body = _body(sampled)
    return tuple(_seen(column, heading, sampled, body, catalogue) for column in columns)


def _seen(column: int, heading: Heading, rows: Sequence[Row], body: Sequence[Row], catalogue: Collection[str]) -> Seen:
    cells = tuple(row[column].text if column in row else "" for row in body)
    text = heading.texts.get(column, "")
    return Seen(
        column=column,
        heading=text,
        sense=_titled(text) if heading_key(text) in catalogue else heading.sense(column),
        cells=cells,
        profile=profile(cells, catalogue, runs=is_counter([row[column].text for row in rows if column in row])),
        lonely=sum(row.keys() == {column} for row in rows) >= _FEWEST_LONELY,
    )


def _titled(heading: str) -> HeadingSense:
    """A heading that is the title of a known design or logo."""
    return HeadingSense(points=_CATALOGUED, of=heading, garment_only=True, known=True)


def _body(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows that are filled as the others are: titles and footnotes would blur the evidence."""
    usual = sorted(len(row) for row in rows)[len(rows) // 2] if rows else 0
    return [row for row in rows if len(row) >= min(2, usual)]
