"""What the doctor asks of a folder that is to be watched: rights, renaming, where it lies, clock, room, messages."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.errors import RosterImportError, UsageError
from roster_import.files import real_path
from roster_import.language.messages import joined, say, say_n
from roster_import.model.key_like import unless_key
from roster_import.pipeline.doctor import Finding
from roster_import.pipeline.watched_folders import PROCESSING
from roster_import.watch.doubts import KINDS
from roster_import.watch.folders import WatchedFolder, is_full
from roster_import.watch.journal.file import NAME
from roster_import.watch.journal.messages import distinct
from roster_import.watch.journal.place import JournalPlace
from roster_import.watch.look import look_into
from roster_import.watch.moves import Move
from roster_import.watch.options import watch_options
from roster_import.watch.outbox import NotSent, try_channel
from roster_import.watch.readiness import is_barred

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.model.setting import NotifyOptions
    from roster_import.settings import Settings
    from roster_import.watch.doubts import Accepted
    from roster_import.watch.options import WatchOptions

_MOST_DRIFT = 30.0  # seconds between this machine's clock and the one that dates the folder's files
_LITTLE_ROOM = 100 * 1024 * 1024
_FOLDER, _RIGHTS, _JOURNAL = say("watched folder"), say("rights"), say("journal")
_CLOCK, _ROOM = say("folder's clock"), say("folder's disk")
_SHARES = frozenset({"cifs", "smb3", "smbfs", "nfs", "nfs4", "9p", "fuse.sshfs", "virtiofs", "vboxsf", "drvfs"})


def examine_for_watch(folder: Path, settings: Settings) -> Iterator[Finding]:
    """Look at everything a watch over this folder needs beside what every run needs."""
    try:
        options = watch_options(settings.watch, settings.notify)
    except UsageError as error:
        yield Finding(well=False, what=say("watch settings"), seen=error.message)
        return
    yield from examine(folder, JournalPlace.of(settings, options), options)


def examine(folder: Path, place: JournalPlace, options: WatchOptions) -> Iterator[Finding]:
    """Look at everything a watch over this folder needs; nothing is left behind in it."""
    if not folder.is_dir():
        yield Finding(well=False, what=_FOLDER, seen=say("there is no folder {folder}", folder=unless_key(folder)),
                       mend=say("Make it, mount the share, or name another."))  # fmt: skip
        return
    yield Finding(well=True, what=_FOLDER, seen=joined(str(folder), _kind(folder), between=", "))
    yield _rights(folder)
    yield from _club_folders(folder)
    yield _clock(folder)
    yield _room(folder)
    yield _journal(folder, place)
    yield from _messages(options.notify)
    yield _held(options.accepted)


def _kind(folder: Path) -> str:
    kind = _file_system(folder)
    if kind in _SHARES or str(folder).startswith("\\\\"):
        return say(
            "on a share ({kind}): it is looked at every few seconds, which works on shares", kind=kind or "network"
        )
    return say("on this machine ({kind})", kind=kind) if kind else say("where it lies cannot be told from here")


def _file_system(folder: Path) -> str:
    """The kind of file system a folder lies on, where the kernel says it (proc(5), /proc/mounts)."""
    path, best, kind = str(real_path(folder)), "", ""
    with contextlib.suppress(OSError):
        for line in Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines():
            _, place, type_of, *_ = line.split(" ")
            inside = path == place or path.startswith(place.rstrip("/") + "/")
            if inside and len(place) >= len(best):
                best, kind = place, type_of
    return kind


def _rights(folder: Path) -> Finding:
    """Whether files can be made here, taken by a rename, and filed without overwriting: tried, not read off."""
    mark = f".roster-import-{secrets.token_hex(4)}"
    watched, own = WatchedFolder(folder), (folder / PROCESSING).is_dir()
    claim = folder / PROCESSING / mark
    try:
        (folder / mark).write_bytes(b"1")
        claim.mkdir(parents=True)
        (folder / mark).rename(claim / "taken")
        (folder / mark).write_bytes(b"2")
        moved = Move(source=f"{PROCESSING}/{mark}/taken", target=mark)
        if watched.move(moved) or (folder / mark).read_bytes() != b"2":
            return Finding(well=False, what=_RIGHTS, seen=say("a file was overwritten by a rename"),
                            mend=say("Do not watch this folder: its file system loses files."))  # fmt: skip
    except OSError as error:
        return _not_well(error)
    finally:
        _tidy(folder / mark, claim, folder / PROCESSING, own=own)
    seen = say("files can be made, taken by a rename, and filed without overwriting")
    return Finding(well=True, what=_RIGHTS, seen=seen)


def _not_well(error: OSError) -> Finding:
    """What keeps files from being made and moved: room, or rights."""
    why = error.strerror or str(error)
    seen = f"{why} ({error.filename})" if error.filename else why
    if is_full(error):
        return Finding(
            well=False, what=_ROOM, seen=seen, mend=say("Make room on the disk: nothing is taken up until then.")
        )
    mend = say("Give the user of the watch the right to make, rename and remove files and folders there.")
    return Finding(well=False, what=_RIGHTS, seen=seen, mend=mend)


def _club_folders(folder: Path) -> Iterator[Finding]:
    """The folders within this one that cannot be used, one by one: only their own files wait."""
    try:
        look = look_into(folder)
    except OSError as error:
        yield _not_well(error)
        return
    mend = say("Give the user of the watch the right to read and write there; its files wait until then.")
    shut = {path: why for path, why in look.aside.items() if is_barred(why)}
    for path, why in shut.items():
        yield Finding(well=False, what=str(folder / path), seen=why, mend=mend)
    clubs = sorted({sighting.path.rpartition("/")[0] for sighting in look.files} - {""})
    for path in clubs:
        if not os.access(folder / path, os.W_OK | os.X_OK):
            seen = say("the folder cannot be written: its files cannot be taken")
            yield Finding(well=False, what=str(folder / path), seen=seen, mend=mend)


def _tidy(file: Path, claim: Path, processing: Path, *, own: bool) -> None:
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)
    shutil.rmtree(claim, ignore_errors=True)
    if not own:
        with contextlib.suppress(OSError):
            processing.rmdir()


def _clock(folder: Path) -> Finding:
    path = folder / f".roster-import-{secrets.token_hex(4)}"
    try:
        path.write_bytes(b"")
        drift = time.time() - path.stat().st_mtime
    except OSError as error:
        return Finding(well=False, what=_CLOCK, seen=error.strerror or str(error))
    finally:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
    well = abs(drift) <= _MOST_DRIFT
    mend = say('Set the clocks alike; until then "open since" is wrong, but nothing is ordered wrongly.')
    seen = say("{seconds} s beside this machine's", seconds=f"{drift:+.0f}")
    return Finding(well=well, what=_CLOCK, seen=seen, mend="" if well else mend)


def _room(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    well = free >= _LITTLE_ROOM
    mend = "" if well else say("Make room: results workbooks cannot be written.")
    seen = say("{size} GB free", size=f"{free / 1024**3:.1f}")
    return Finding(well=well, what=_ROOM, seen=seen, mend=mend)


def _journal(folder: Path, place: JournalPlace) -> Finding:
    try:
        known = place.known(folder)
        if known is None:
            return _no_journal(place)
        with contextlib.closing(known) as journal:
            unsent, where = len(distinct(journal.unsent())), journal.where
    except RosterImportError as error:
        return Finding(well=False, what=_JOURNAL, seen=error.message)
    seen = say_n("{path}, {count} message to send", "{path}, {count} messages to send", unsent, path=where)
    return Finding(well=True, what=_JOURNAL, seen=seen)


def _no_journal(place: JournalPlace) -> Finding:
    seen = say("will be made at the first start; files that are there by then wait for --accept-existing")
    made_in = next(
        folder for folder in (place.given / NAME if place.given else place.ledger).parents if folder.is_dir()
    )
    return Finding(well=place.server is not None or os.access(made_in, os.W_OK), what=_JOURNAL, seen=seen)


def _held(accepted: Accepted) -> Finding:
    """For what a file waits for a person."""
    what = say("held")
    if accepted.warnings:
        seen = say("nothing is held for a warning (accept_warnings)")
    elif accepted.warnings is False:
        seen = say("every file with a warning")
    else:
        seen = say("files in doubt: {kinds}", kinds=", ".join(kind for kind in KINDS if kind not in accepted.kinds))
    return Finding(well=True, what=what, seen=seen)


def _messages(options: NotifyOptions) -> Iterator[Finding]:
    if not options.channels:
        mend = say("To be told of every file, set [notify] email_to, webhook, command or apprise.")
        yield Finding(well=False, what=say("messages"), seen=say("nobody is told"), mend=mend)
    for channel in options.channels:
        what = say("messages by {channel}", channel=channel)
        try:
            seen = try_channel(channel, options)
        except NotSent as error:
            yield Finding(well=False, what=what, seen=error.message,
                           mend=say("Check [notify]; files are imported all the same, and told of later."))  # fmt: skip
        else:
            yield Finding(well=True, what=what, seen=seen)
