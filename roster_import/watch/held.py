"""What is held, by the journal and by the folder `held` itself where the journal was lost; and a held file let go."""

from __future__ import annotations

import os
import secrets
import time
from contextlib import closing, suppress
from datetime import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from roster_import.errors import UsageError
from roster_import.files import read_plain
from roster_import.language.messages import say
from roster_import.pipeline.effects import who
from roster_import.pipeline.watched_folders import is_watched, watched_above
from roster_import.watch.file_names import NOTE_ENDING, note_path
from roster_import.watch.folders import WatchedFolder
from roster_import.watch.journal.journal import Ticket
from roster_import.watch.log import utc
from roster_import.watch.look import unreadable
from roster_import.watch.messages import reason_in
from roster_import.watch.moves import place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from roster_import.watch.journal.journal import Journal
    from roster_import.watch.journal.place import JournalPlace

_HELD = "held"
_LONGEST_NOTE = 1_000_000  # bytes
_NOT_KNOWN = say("Why is not known any more: the journal was lost.")


def held_files(folder: WatchedFolder, journal: Journal | None) -> list[tuple[str, str]]:
    """Every file that is held, by its path in the folder, and why; those the journal knows come first.

    A folder in `held` that cannot be read is listed, too, as nobody can tell what is held in it. Raises `OSError` or
    `JournalError` where the folder or the journal cannot be read.
    """
    tickets = journal.held() if journal is not None else []
    known = {
        ticket.place: ticket.reason or "" for ticket in tickets if ticket.place and not folder.is_free(ticket.place)
    }
    shut: dict[str, str] = {}
    lying = sorted(_lying(folder, shut))
    beside = {path for path in lying if _is_beside(path, {*lying, *known})}
    others = ((path, _reason(folder, path)) for path in lying if path not in {*known, *beside})
    return [*known.items(), *others, *sorted(shut.items())]


def _lying(folder: WatchedFolder, shut: dict[str, str]) -> Iterator[str]:
    """The paths of all files in `held` and below it, but for the notes and hidden ones; `shut` gets what cannot be read."""

    def failed(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):  # gone meanwhile, or never made
            shut[str(_within(folder, error.filename))] = unreadable(error, folder=True)

    for lying, _, names in os.walk(folder.at(_HELD), onerror=failed):
        within = _within(folder, lying)
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
            return any(other != path and str(PurePosixPath(other).with_suffix("")) == owner for other in others)
    return False


def _reason(folder: WatchedFolder, path: str) -> str:
    """Why a file is held, as the note beside it says."""
    try:
        text = read_plain(folder.at(note_path(path)), _LONGEST_NOTE, folder.root).decode()
    except (OSError, ValueError):
        return _NOT_KNOWN
    return reason_in(text.partition("\n")[0]) or _NOT_KNOWN


# --------------------------------------------------------------------------------------------------------- let go


def release(file: Path, journals: JournalPlace) -> str:
    """Let a held file go: the watch takes it up at its next look, whatever the limits and warnings are; what to say of it.

    A file from before the watch first began is let in. Raises `UsageError` for a file that is not held.
    """
    root = _watched_root(file)
    path = file.absolute().relative_to(root).as_posix()
    known = journals.known(root)
    if known is None:
        raise UsageError(
            say(
                "{folder} is not watched from here. Call roster-import release on the machine that watches it, as the user of "
                "the watch.",
                folder=root,
            )
        )
    with closing(known) as journal:
        if not file.is_file():
            raise UsageError(
                say(
                    "There is no file {file}. roster-import watch {folder} --status lists what is held.",
                    file=file,
                    folder=root,
                )
            )
        if not journal.accept_existing(path):
            path = _let_go(journal, WatchedFolder(root), file, path)
        return say("{path} is taken up at the next look of the watch.", path=path)


def _let_go(journal: Journal, folder: WatchedFolder, file: Path, path: str) -> str:
    """Claim a held file for whichever watcher comes first; the path it goes by."""
    held = journal.at_place(path)
    if not path.startswith(f"{_HELD}/") or (held is not None and held.outcome != _HELD):
        raise UsageError(
            say(
                "{file} is not held: it lies in {folder}. What is held lies in held.",
                file=file,
                folder=file.parent.name,
            )
        )
    at, me = time.time(), who()
    name = held.path if held is not None else path.removeprefix(f"{_HELD}/")
    claim = f"{datetime.fromtimestamp(at).astimezone():%Y%m%d-%H%M%S}-{secrets.token_hex(3)}"
    ticket = Ticket(id=claim, path=name, state="claimed", released=me.user, found_at=utc(at), owner=me.process)
    journal.lives(me.process, me.host)
    journal.claimed(ticket)
    try:
        folder.claim(path, claim, None, utc(at), journal.name(), name)
    except OSError as error:
        journal.unclaim(claim)
        raise UsageError(
            say("{file} cannot be moved: {reason}. Close it where it is open.", file=file, reason=error.strerror)
        ) from error
    if held is not None:
        journal.released(held.id)
    with suppress(OSError), place(folder.root, folder.at(note_path(path))) as note:
        note.unlink()
    journal.take_over(ticket, None)
    return name


def _watched_root(file: Path) -> Path:
    for folder in file.absolute().parents:
        if is_watched(folder) and watched_above(folder) is None:
            return folder
    if not file.exists():
        raise UsageError(
            say("There is no file {file}. roster-import watch FOLDER --status lists what is held there.", file=file)
        )
    raise UsageError(say("{file} lies in no watched folder.", file=file))
