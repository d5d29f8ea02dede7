"""What is held: as the journal says, and as the folder `held` itself shows where the journal was lost."""

from __future__ import annotations

import os
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from roster_import.watch.folders import WatchedFolder
    from roster_import.watch.journal import Journal

HELD, NOTE_ENDING = "held", ".why.txt"
NOT_KNOWN = "Why is not known any more: the journal was lost."
_NOT_ORDERED = " was not ordered. "


def held_files(folder: WatchedFolder, journal: Journal | None) -> list[tuple[str, str]]:
    """Every file that is held, by its path in the folder, and why; those the journal knows come first.

    Raises `OSError` or `JournalError` where the folder or the journal cannot be read.
    """
    tickets = journal.held() if journal is not None else []
    known = {one.place: one.reason or "" for one in tickets if one.place and not folder.is_free(one.place)}
    lying = sorted(_lying(folder))
    beside = {path for path in lying if _is_beside(path, {*lying, *known})}
    return [*known.items(), *((path, _reason(folder, path)) for path in lying if path not in {*known, *beside})]


def _lying(folder: WatchedFolder) -> Iterator[str]:
    """The paths of all files in `held` and below it, but for the notes and hidden ones."""
    for place, _, names in os.walk(folder.at(HELD)):
        within = PurePosixPath(os.path.relpath(place, folder.root).replace(os.sep, "/"))
        yield from (
            str(within / name) for name in names if not name.startswith((".", "~$")) and not name.endswith(NOTE_ENDING)
        )


def _is_beside(path: str, others: Collection[str]) -> bool:
    """Whether a file is the results or problems workbook of another one that lies there."""
    stem, ending = PurePosixPath(path).stem, PurePosixPath(path).suffix
    for part in (".problems", ".results"):
        if stem.endswith(part) and ending == ".xlsx":
            owner = str(PurePosixPath(path).with_name(stem.removesuffix(part)))
            return any(one != path and str(PurePosixPath(one).with_suffix("")) == owner for one in others)
    return False


def _reason(folder: WatchedFolder, path: str) -> str:
    """Why a file is held, as the note beside it says."""
    note = PurePosixPath(path).with_name(PurePosixPath(path).stem + NOTE_ENDING)
    try:
        text = folder.at(str(note)).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return NOT_KNOWN
    return text.partition("\n")[0].partition(_NOT_ORDERED)[2] or NOT_KNOWN
