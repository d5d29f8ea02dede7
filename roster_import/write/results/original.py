"""The user's workbook that results and problems are added to, and the seal on what comes of it.

A seal says whose a workbook is and whether anybody touched it since, so that one of ours may be replaced by a newer one.
It is a marker kept with one of our sheets: words that say what the workbook holds, and a digest of every part but the
one the marker itself stands in. Saved by Excel or LibreOffice, every part is written anew, and the seal is broken.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.errors import WriteError
from roster_import.model.result_sheets import is_ours
from roster_import.model.workbook import FileFormat
from roster_import.write.ooxml.cells import NewSheet
from roster_import.write.ooxml.package import checksums, marked_sheets, new_workbook, remarked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from roster_import.model.workbook import Sheet, Workbook

_OURS = "roster-import"
_BLANK = "0" * 16


def can_be_added_to(workbook: Workbook) -> bool:
    """Whether something can be added to the user's own workbook: not to CSV and the old formats."""
    return workbook.format in (FileFormat.XLSX, FileFormat.XLSM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The bytes of a workbook that is added to, what its sheets are called there, and which of them are ours."""

    content: bytes
    names: Mapping[str, str]
    ours: tuple[str, ...]


def original(workbook: Workbook, source: bytes | None) -> Original:
    """The workbook of these bytes; without them one of the same cells as text, at their addresses."""
    sheets = workbook.sheets
    return Original(
        content=new_workbook([_copy(sheet) for sheet in sheets]) if source is None else source,
        names={sheet.name: _copied_name(sheet.name) if source is None else sheet.name for sheet in sheets},
        ours=tuple(sheet.name for sheet in sheets if is_ours(sheet)),
    )


def _copied_name(name: str) -> str:
    """What a sheet is called in a copy: Excel allows 31 characters, and some not at all."""
    return re.sub(r"[\\/*?:\[\]]", "-", name)[:31].strip("'") or "Roster"


def _copy(sheet: Sheet) -> NewSheet:
    rows = []
    for row in range(1, max(sheet.rows, default=0) + 1):
        cells = sheet.rows.get(row, {})
        rows.append(tuple(cells[at].text if at in cells else None for at in range(1, max(cells, default=0) + 1)))
    return NewSheet(name=_copied_name(sheet.name), rows=tuple(rows), widths=_widths(sheet), copied=True)


def _widths(sheet: Sheet) -> tuple[float, ...]:
    longest: dict[int, int] = {}
    for cell in sheet.cells:
        longest[cell.column] = max(longest.get(cell.column, 0), len(cell.text))
    return tuple(min(40.0, longest.get(at, 0) + 2.0) for at in range(1, max(longest, default=0) + 1))


# -------------------------------------------------------------------------------------------------------- the seal


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What a workbook of ours says of itself: whose it is, what it says, and whether it is as we wrote it."""

    owner: str
    state: str
    unbroken: bool


def sealed(owner: str, state: str, build: Callable[[str], bytes]) -> bytes:
    """The workbook that `build(marker)` makes, with a seal; owner and state are words without blanks."""
    blank = _marker(owner, state, _BLANK)
    draft = build(blank)
    return remarked(draft, blank, _marker(owner, state, _digest_of_parts(draft)))


def seal_of(workbook: bytes) -> Seal | None:
    """The seal of a workbook, None where it has none of ours or is no workbook."""
    try:
        markers = [mark.split(" ") for mark in marked_sheets(workbook).values()]
        ours = [words for words in markers if len(words) == 4 and words[0] == _OURS]
        return (
            Seal(owner=ours[0][1], state=ours[0][2], unbroken=ours[0][3] == _digest_of_parts(workbook))
            if ours
            else None
        )
    except WriteError:
        return None


def digest(text: str) -> str:
    """A text as one short word, for owners and states."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _marker(owner: str, state: str, digest: str) -> str:
    return f"{_OURS} {owner} {state} {digest}"


def _digest_of_parts(workbook: bytes) -> str:
    return digest("\n".join(checksums(workbook)))
