"""Workbooks of ours that may be replaced by newer ones: they say whose they are, and whether anybody touched them since.

The seal is a marker kept with one of our sheets: words that say what the workbook holds, and a digest of every part but
the one the marker itself stands in. Saved by Excel or LibreOffice, every part is written anew, and the seal is broken.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.errors import WriteError
from roster_import.write.ooxml.package import checksums, marked_sheets, remarked

if TYPE_CHECKING:
    from collections.abc import Callable

_BLANK = "0" * 16


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
    return remarked(draft, blank, _marker(owner, state, _digest(draft)))


def seal_of(found: bytes) -> Seal | None:
    """The seal of a workbook, None where it has none of ours or is no workbook."""
    try:
        markers = [mark.split(" ") for mark in marked_sheets(found).values()]
        ours = [words for words in markers if len(words) == 4 and words[0] == _OURS]
        return Seal(owner=ours[0][1], state=ours[0][2], unbroken=ours[0][3] == _digest(found)) if ours else None
    except WriteError:
        return None


_OURS = "roster-import"


def _marker(owner: str, state: str, digest: str) -> str:
    return f"{_OURS} {owner} {state} {digest}"


def _digest(workbook: bytes) -> str:
    return hashlib.sha256("\n".join(checksums(workbook)).encode()).hexdigest()[:16]
