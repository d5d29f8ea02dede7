"""What is held: as the journal says, and as the folder `held` itself shows where the journal was lost."""

from __future__ import annotations

import os
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.watch.folders import unreadable
from roster_import.watch.messages import reason_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from roster_import.watch.folders import WatchedFolder
    from roster_import.watch.journal import Journal

HELD, NOTE_ENDING = "held", ".why.txt"
NOT_KNOWN = say("Why is not known any more: the journal was lost.")


def held_files(folder: WatchedFolder, journal: Journal | None) -> list[tuple[str, str]]:
    """Every file that is held, by its path in the folder, and why; those the journal knows come first.

    A folder in `held` that cannot be read is listed, too, as nobody can tell what is held in it. Raises `OSError` or
    `JournalError` where the folder or the journal cannot be read.
    """
    tickets = journal.held() if journal is not None else []
    known = {one.place: one.reason or "" for one in tickets if one.place and not folder.is_free(one.place)}
    shut: dict[str, str] = {}
    lying = sorted(_lying(folder, shut))
    beside = {path for path in lying if _is_beside(path, {*lying, *known})}
    found = ((path, _reason(folder, path)) for path in lying if path not in {*known, *beside})
    return [*known.items(), *found, *sorted(shut.items())]


def _lying(folder: WatchedFolder, shut: dict[str, str]) -> Iterator[str]:
    """The paths of all files in `held` and below it, but for the notes and hidden ones; `shut` gets what cannot be read."""

    def failed(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):  # gone meanwhile, or never made
            shut[str(_within(folder, error.filename))] = unreadable(error, folder=True)

    for place, _, names in os.walk(folder.at(HELD), onerror=failed):
        within = _within(folder, place)
        yield from (
            str(within / name) for name in names if not name.startswith((".", "~$")) and not name.endswith(NOTE_ENDING)
        )


def _within(folder: WatchedFolder, place: str) -> PurePosixPath:
    return PurePosixPath(os.path.relpath(place, folder.root).replace(os.sep, "/"))


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
    return reason_in(text.partition("\n")[0]) or NOT_KNOWN
