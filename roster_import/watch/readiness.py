"""Whether a file is ready: what a look at the folder saw, with what is remembered of earlier looks -> ready, or why it waits.

A file is ready when nobody has it open, two looks saw it alike for long enough (`judge`), and it opens as a whole one
(`open_files.py`, asked as it is taken). Time is counted on a clock that only goes forward; a file's own date is only
compared, never trusted.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, dataclass, field, replace
from datetime import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from roster_import.language.messages import Day, joined, say
from roster_import.watch.phrases import translations_of, with_translations

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

COPYING = say("is still being copied")
EMPTY = say("is empty so far")
UNOPENED = say("cannot be opened yet: the copy may not be finished")
JUST_OPENED = say("was just opened by somebody")
EXISTING = say("was here before the watch first began: --accept-existing takes it")
DEAD_LINK = say("is a link to something that is not there")
LINKED_FILE = say("is a link to another file: it is not followed; put the file itself here")
SECOND_NAME = say("is a second name of a file (a hard link): it is not taken; put a copy of the file here")
LINKED_FOLDER = say("is a link to a folder: it is not followed; put the folder itself here")
HIDDEN = say("is hidden, as its name begins with a dot: give it another name")
NO_FILE = say("is no file but a pipe or a device: it is not opened")
UNFINISHED_COPY = say("is an unfinished copy or download by its name")
_BARRED = ("cannot be opened: ", "cannot be taken: ", "the folder cannot be read: ")

_SENT = "its order "  # begins so: was sent, and goes no further

# Formats that prove by themselves that they are whole: the list of their parts stands at their end.
_PROVES_ITSELF = frozenset({".xlsx", ".xlsm", ".xlsb", ".ods"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A file as a look saw it: its path in the folder with `/`, its size in bytes, its date in nanoseconds."""

    path: str
    size: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """Who has a file open, with which program, since when (seconds since 1970)."""

    program: str
    owner: str
    since: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look at the whole folder.

    `second_names` are the paths of files that go by another name, too; `locks` are by the path of the file that is open;
    `aside` says why a path is not looked into, by the path; `paused` names the file that pauses the watch, if one does.
    """

    files: tuple[Sighting, ...] = ()
    second_names: frozenset[str] = frozenset()
    locks: Mapping[str, Lock] = field(default_factory=dict)
    unfinished: tuple[str, ...] = ()
    aside: Mapping[str, str] = field(default_factory=dict)
    paused: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is remembered of a file: how it looked last, since when it looks so, and why it waits.

    `alike` is on the clock that only goes forward, `since` the wall clock's time at which the reason came up. `tried`
    says that the reason only showed on trying: the file is tried again at every look.
    """

    sighting: Sighting
    alike: float
    reason: str = ""
    since: float = 0.0
    tried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Seconds. `quiet`: for how long a file that proves itself must look alike, `quiet_text`: any other file.

    `give_up`: after how long a file that does not open is taken up all the same, to be answered.
    """

    quiet: float
    quiet_text: float
    give_up: float

    def needed(self, path: str) -> float:
        """For how long this file must have looked alike."""
        return self.quiet if proves_itself(path) else self.quiet_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What follows from a look: what to remember, and which files have been quiet for long enough to be opened."""

    known: Mapping[str, Known]
    quiet: tuple[Sighting, ...]


def judge(
    look: Look,
    known: Mapping[str, Known],
    existing: Mapping[str, Sighting],
    *,
    now: float,
    wall: float,
    patience: Patience,
) -> Judgement:
    """Judge every file a look saw; `now` is on the clock that only goes forward, `wall` the time of day."""
    remembered: dict[str, Known] = {}
    quiet = []
    for sighting in look.files:
        before = known.get(sighting.path)
        alike = before.alike if before is not None and before.sighting == sighting else now
        reason = _reason(sighting, before, look, existing, now - alike, patience)
        if not reason:
            quiet.append(sighting)
        again = not reason and before is not None and before.tried
        remembered[sighting.path] = before if again and before else _known(sighting, alike, reason, before, wall)
    for path, reason in {**dict.fromkeys(look.unfinished, UNFINISHED_COPY), **look.aside}.items():
        sighting = Sighting(path=path, size=0, changed=0)
        remembered[path] = _known(sighting, now, reason, known.get(path), wall)
    return Judgement(known=remembered, quiet=tuple(quiet))


def waits_for(known: Known, reason: str, wall: float) -> Known:
    """The file remembered as waiting for a reason that only showed on trying."""
    return replace(_known(known.sighting, known.alike, reason, known, wall), tried=True)


def not_opened(why: str) -> str:
    """Why a file waits that may not be read."""
    return say("cannot be opened: {why}", why=why)


def written_by(program: str) -> str:
    """Why a file waits that a program is still writing."""
    return say("open for writing by {program}", program=program)


def proves_itself(path: str) -> bool:
    """Whether a file of this name shows by itself that it is whole."""
    return PurePosixPath(path).suffix.lower() in _PROVES_ITSELF


def not_taken(why: str) -> str:
    """Why a file waits that may not be moved."""
    return say("cannot be taken: {why}", why=why)


def like_ours(name: str) -> str:
    """Why a folder is left alone whose name reads like that of our own one."""
    return say("is named like our own folder {name}: what lies in it is not taken up; give it another name", name=name)


def mark_of(sighting: Sighting) -> str:
    """A short name for a file as it is: another one once it is changed."""
    text = json.dumps(astuple(sighting))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def is_barred(reason: str) -> bool:
    """Whether a file waits because we may not read or move it, which no waiting mends."""
    return reason.startswith(_BARRED)


def sent_and_stuck(reference: str, why: str) -> str:
    """Why a file stays whose order was sent, though nothing can be ordered of it any more."""
    return say("its order {reference} was sent, and now it cannot be brought to its end: {why}",
               reference=reference, why=why)  # fmt: skip


def is_for_a_person(reason: str) -> bool:
    """Whether a file does not go on before a person has done something."""
    return reason == EXISTING or is_barred(reason) or reason.startswith(_SENT)


def given_up(known: Known, now: float, patience: Patience) -> bool:
    """Whether a file that does not open has had its time."""
    return now - known.alike >= patience.give_up


def kept_waiting(known: Iterable[Known], now: float, wall: float) -> str:
    """The files that wait for something, as text for the next process; a copy begins anew with its looks."""
    return json.dumps(
        [
            [
                *astuple(file.sighting),
                file.reason,
                file.since,
                translations_of(file.reason),
                wall - (now - file.alike),
                file.tried,
            ]
            for file in known
            if file.reason and file.reason not in (COPYING, EXISTING)
        ]
    )


def waited_before(text: str, now: float, wall: float) -> dict[str, Known]:
    """The files that waited when an earlier process ended, as remembered by this one."""
    known = {}
    for path, size, changed, reason, since, *others in json.loads(text):
        sighting = Sighting(path=path, size=size, changed=changed)
        translations, alike_at, tried = others if len(others) == 3 else (*(*others, None)[:1], since, True)
        why, alike = with_translations(reason, translations), now - max(0.0, wall - alike_at)
        known[path] = Known(sighting=sighting, alike=alike, reason=why, since=since, tried=tried)
    return known


def in_turn(files: Sequence[Sighting], watchers: Sequence[str], me: str, left: Collection[str]) -> list[Sighting]:
    """Which of the files one of the watchers takes up, and in which order: its share, then what others have left lying.

    The same file is for the same watcher whoever looks when, so that few are reached for by two.
    """
    share = [file for file in files if _taker(file.path, watchers) == me]
    ours = {file.path for file in share}
    return [*share, *(file for file in files if file.path in left and file.path not in ours)]


def _taker(path: str, watchers: Sequence[str]) -> str:
    """Which watcher a file is for: evenly, however alike their names, and the same while others come and go."""
    return max(
        watchers, key=lambda watcher: hashlib.blake2b(f"{watcher}\0{path}".encode("utf-8", "surrogateescape")).digest()
    )


def settles_at(known: Iterable[Known], patience: Patience) -> float | None:
    """When the next file will have been quiet for long enough; None where none is being copied."""
    moments = [file.alike + patience.needed(file.sighting.path) for file in known if file.reason == COPYING]
    return min(moments, default=None)


def _reason(
    sighting: Sighting,
    before: Known | None,
    look: Look,
    existing: Mapping[str, Sighting],
    alike_for: float,
    patience: Patience,
) -> str:
    """Why a file has to wait, empty where it need not."""
    if existing.get(sighting.path) == sighting:
        return EXISTING
    if lock := look.locks.get(sighting.path):
        return open_in(lock)
    if sighting.path in look.second_names:
        return SECOND_NAME
    if sighting.size == 0 and alike_for < patience.give_up:
        return EMPTY
    if before is None or before.sighting != sighting or alike_for < patience.needed(sighting.path):
        return COPYING
    return ""


def _known(sighting: Sighting, alike: float, reason: str, before: Known | None, wall: float) -> Known:
    same = before is not None and before.reason == reason
    return Known(sighting=sighting, alike=alike, reason=reason, since=before.since if same and before else wall)


def open_in(lock: Lock) -> str:
    """Who has it open: "open in Excel by Anna since 09:12"."""
    since = clock_time(lock.since)
    if not lock.owner:
        return say("open in {program} since {time}", program=lock.program, time=since)
    return say("open in {program} by {owner} since {time}", program=lock.program, owner=lock.owner, time=since)


def clock_time(seconds: float) -> str:
    """A moment as people here write it: `09:12`, on another day than today `2026-11-20 09:12`."""
    at, today = datetime.fromtimestamp(seconds).astimezone(), datetime.now().astimezone()
    return at.strftime("%H:%M") if at.date() == today.date() else moment(seconds)


def moment(seconds: float) -> str:
    """A moment with its day, for texts that are read on other days, too."""
    at = datetime.fromtimestamp(seconds).astimezone()
    return joined(Day(at.date().isoformat()), at.strftime("%H:%M"))
