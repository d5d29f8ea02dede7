"""A held file let go: the watch takes it up at its next look, whatever the limits and warnings are."""

from __future__ import annotations

import secrets
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.pipeline.session import NOBODY
from roster_import.place.process import who
from roster_import.watch.folders import WatchedFolder, is_watched, state_folder, watched_above
from roster_import.watch.journal import NAME, Journal, Ticket
from roster_import.watch.log import utc
from roster_import.watch.status import usable_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.pipeline.options import ReleaseCommand
    from roster_import.pipeline.session import Person
    from roster_import.watch.options import WatchOptions


def release(command: ReleaseCommand, taken_up: Callable[[str], None], person: Person = NOBODY) -> str:
    """Let the files go; `taken_up` is told of each. Gives why the settings could not be used, empty where they could."""
    _, options, unsettled = usable_settings(command, person)
    for file in command.files:
        taken_up(_release(file, options))
    return unsettled


def _release(file: Path, options: WatchOptions) -> str:
    """Let one file go, and give what is to be said of it."""
    root = _watched_root(file)
    path = file.absolute().relative_to(root).as_posix()
    journal = Journal.open(state_folder(root, options.state) / NAME)
    try:
        if not file.is_file():
            raise UsageError(
                say(
                    "There is no file {file}. roster-import watch {folder} --status lists what is held.",
                    file=file,
                    folder=root,
                )
            )
        if journal.accept_existing(path):
            return say("{path} is taken up at the next look of the watch.", path=path)
        return _let_go(journal, WatchedFolder(root), file, path)
    finally:
        journal.close()


def _let_go(journal: Journal, folder: WatchedFolder, file: Path, path: str) -> str:
    held = journal.at_place(path)
    if not path.startswith("held/") or (held is not None and held.outcome != "held"):
        raise UsageError(
            say(
                "{file} is not held: it lies in {folder}. What is held lies in held.",
                file=file,
                folder=file.parent.name,
            )
        )
    now = time.time()
    name = held.path if held is not None else path.removeprefix("held/")
    claim = f"{datetime.fromtimestamp(now).astimezone():%Y%m%d-%H%M%S}-{secrets.token_hex(3)}"
    ticket = Ticket(id=claim, path=name, state="claimed", released=who().user, found_at=utc(now), owner=who().process)
    journal.claimed(ticket)
    try:
        folder.claim(path, claim, {"released": who().user, "at": utc(now)}, kept=name)
    except OSError as error:
        journal.unclaim(claim)
        raise UsageError(
            say("{file} cannot be moved: {reason}. Close it where it is open.", file=file, reason=error.strerror)
        ) from error
    if held is not None:
        journal.left_held(held.id)
    folder.at(path).with_name(f"{Path(path).stem}.why.txt").unlink(missing_ok=True)
    journal.take_over(ticket, None)
    return say("{path} is taken up at the next look of the watch.", path=name)


def _watched_root(file: Path) -> Path:
    for folder in file.absolute().parents:
        if is_watched(folder) and watched_above(folder) is None:
            return folder
    if not file.exists():
        raise UsageError(
            say("There is no file {file}. roster-import watch FOLDER --status lists what is held there.", file=file)
        )
    raise UsageError(say("{file} lies in no watched folder.", file=file))
