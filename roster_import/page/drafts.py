"""What coaches uploaded and have not signed, or have: each upload a folder of the state, of its link alone.

A draft is a document beside the files it speaks of: `draft.json`, and every revision of the roster in a folder of its own,
`0/club.xlsx` as it was uploaded. A revision is written whole before the document names it, so that a process may be killed
between any two steps: the draft is then what it was before.
"""

from __future__ import annotations

import secrets
import shutil
import threading
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from roster_import.files import read_plain, write_whole
from roster_import.page.signed import Answers
from roster_import.page.state import Drawer
from roster_import.pipeline.looked_at import MOST_READ
from roster_import.watch.file_names import clean_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

MOST_REVISIONS = 25  # of which the first, as it was uploaded, and the latest are kept
_DOCUMENT = "draft"
_LONGEST = 100  # bytes of a file's name


class DraftState(StrEnum):
    """How far a draft has come."""

    UPLOADED = "uploaded"  # nobody has looked at it yet
    PROBLEMS = "problems"
    CLEAN = "clean"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One upload: whose it is, how far it has come, and what its coach answered.

    `link` is the hash by which the coach's link is kept, `name` the file's own name. `revisions` are those of the roster that
    are kept, the latest last. `errors`, `warnings`, `rows` and `pieces` are what the last look counted. `signed` is the key
    under which it was signed. `left` are the warnings that its coach left as they are: the name of each, a blank, its place.
    `anew`: its coach wants to be asked what was answered for the club before.
    """

    id: str
    link: str
    club: str
    name: str
    state: DraftState = DraftState.UPLOADED
    made: str = ""
    changed: str = ""
    revisions: tuple[int, ...] = (0,)
    errors: int = 0
    warnings: int = 0
    rows: int = 0
    pieces: int = 0
    mended: int = 0  # cells
    answers: Answers = field(default_factory=Answers)
    signed: str = ""
    signed_as: str = ""  # the file's name in the club's folder
    proposed: str = ""  # for the name of its order
    note: str = ""  # why the office sent it back
    times_sent_back: int = 0
    left: tuple[str, ...] = ()
    anew: bool = False

    @property
    def revision(self) -> int:
        """The revision that counts."""
        return self.revisions[-1]

    @property
    def is_signed(self) -> bool:
        """Whether nothing of it can be changed any more."""
        return self.state is DraftState.SIGNED


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """The drafts of a state."""

    folder: Path

    @classmethod
    def of(cls, state: Path) -> Drafts:
        """Those of a state."""
        return cls(folder=state / "drafts")

    def every(self) -> list[Draft]:
        """All drafts, those changed last first."""
        return _latest_first(self._in("*"))

    def of_link(self, link: str) -> list[Draft]:
        """What was uploaded by one link, what was changed last first."""
        return _latest_first(self._in(link)) if _is_key(link) else []

    def of_club(self, club: str) -> list[Draft]:
        """What was uploaded by the links of one club, what was changed last first."""
        return [draft for draft in self.every() if draft.club == club]

    def find(self, link: str, id_: str) -> Draft | None:
        """One draft of a link; None where that link has none of that name, whoever else has."""
        if not (_is_key(link) and _is_key(id_)):
            return None
        said = Drawer(folder=self.folder / link / id_).read(_DOCUMENT)
        draft = _from(said) if said is not None else None
        return draft if draft is not None and (draft.link, draft.id) == (link, id_) else None

    def add(self, link: str, club: str, name: str, content: bytes, now: datetime, *, proposed: str = "") -> Draft:
        """Keep an upload, with what is `proposed` for the name of its order. Raises `WriteError`."""
        at = now.isoformat(timespec="seconds")
        draft = Draft(
            id=secrets.token_hex(8), link=link, club=club, name=kept_name(name), made=at, changed=at, proposed=proposed
        )
        self._write_roster(draft, 0, content)
        return self._keep(draft)

    def path(self, draft: Draft, revision: int | None = None) -> Path:
        """Where the roster lies, as it is by now or as it was."""
        return self._place(draft) / str(draft.revision if revision is None else revision) / draft.name

    def content(self, draft: Draft) -> bytes:
        """The bytes of the roster as it is by now."""
        return read_plain(self.path(draft), MOST_READ, self.folder)

    def revise(self, draft: Draft, content: bytes, now: datetime, *, name: str | None = None, cells: int = 0) -> Draft:
        """Keep a mended roster as the one that counts; those before can be gone back to. Raises `WriteError`."""
        made = replace(draft, name=name or draft.name)
        number = max(draft.revisions) + 1
        self._write_roster(made, number, content)
        kept = (*draft.revisions, number)
        if made.name != draft.name:
            kept = (number,)  # another kind of file: what was before goes by another name
        if len(kept) > MOST_REVISIONS:
            kept = (kept[0], *kept[2:])
        return self._changed(replace(made, revisions=kept, mended=draft.mended + cells), now)

    def undo(self, draft: Draft, now: datetime) -> Draft:
        """Go back to the revision before, where there is one."""
        if len(draft.revisions) < 2:
            return draft
        return self._changed(replace(draft, revisions=draft.revisions[:-1]), now)

    def answer(self, draft: Draft, answers: Answers, now: datetime) -> Draft:
        """Keep what a coach answered."""
        return self._changed(replace(draft, answers=answers), now)

    def ask_anew(self, draft: Draft, now: datetime) -> Draft:
        """Keep that what was answered for the club before does not count."""
        return self._changed(replace(draft, anew=True), now)

    def leave(self, draft: Draft, left: tuple[str, ...], now: datetime) -> Draft:
        """Keep which warnings a coach left as they are."""
        return self._changed(replace(draft, left=left), now)

    def count(self, draft: Draft, *, errors: int, warnings: int, rows: int, pieces: int) -> Draft:
        """Keep what a look at the roster counted; written only where it is new."""
        state = DraftState.PROBLEMS if errors else DraftState.CLEAN
        counted = replace(draft, state=state, errors=errors, warnings=warnings, rows=rows, pieces=pieces)
        return draft if draft.is_signed or counted == draft else self._keep(counted)

    def sign(self, draft: Draft, key: str, name: str, now: datetime) -> Draft:
        """It was signed, and lies in the club's folder under this name."""
        made = replace(draft, state=DraftState.SIGNED, signed=key, signed_as=name)
        return self._keep(replace(made, changed=now.isoformat(timespec="seconds")))

    def reopen(self, draft: Draft, note: str, now: datetime) -> Draft:
        """The office sent it back with a note: it can be changed again."""
        times = draft.times_sent_back + 1
        return self._changed(replace(draft, signed="", signed_as="", note=note, times_sent_back=times), now)

    def remove(self, draft: Draft) -> None:
        """Forget an upload."""
        place = self._place(draft)
        Drawer(folder=place).remove(_DOCUMENT)
        shutil.rmtree(place, ignore_errors=True)

    def forget_before(self, day: datetime) -> None:
        """Forget what was last changed before that day and is not signed: it holds people's names."""
        for draft in self.every():
            if draft.changed < day.isoformat(timespec="seconds"):
                self.remove(draft)

    # ------------------------------------------------------------------------------------------------ on disk

    def _changed(self, draft: Draft, now: datetime) -> Draft:
        at = now.isoformat(timespec="seconds")
        return self._keep(replace(draft, state=DraftState.UPLOADED, changed=at))

    def _keep(self, draft: Draft) -> Draft:
        Drawer(folder=self._place(draft)).write(_DOCUMENT, asdict(draft))
        self._tidy(draft)
        return draft

    def _tidy(self, draft: Draft) -> None:
        """Remove revisions that the draft does not name any more."""
        named = set(map(str, draft.revisions))
        for place in self._place(draft).iterdir():
            if place.is_dir() and place.name not in named:
                shutil.rmtree(place, ignore_errors=True)

    def _write_roster(self, draft: Draft, revision: int, content: bytes) -> None:
        path = self.path(draft, revision)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, content, replace=True, private=True)

    def _place(self, draft: Draft) -> Path:
        return self.folder / draft.link / draft.id

    def _in(self, link: str) -> Iterator[Draft]:
        for path in self.folder.glob(f"{link}/*/{_DOCUMENT}.json"):
            if (draft := self.find(path.parent.parent.name, path.parent.name)) is not None:
                yield draft


class DraftLocks:
    """One change to a draft at a time, in this process; whoever makes it may look at the draft meanwhile."""

    def __init__(self) -> None:
        self._locks: dict[str, tuple[AbstractContextManager[bool], int]] = {}
        self._guard = threading.Lock()

    @contextmanager
    def of(self, id_: str) -> Iterator[None]:
        """The draft is this thread's during the block."""
        with self._guard:
            lock, waiting = self._locks.get(id_, (threading.RLock(), 0))
            self._locks[id_] = lock, waiting + 1
        try:
            with lock:
                yield
        finally:
            with self._guard:
                lock, waiting = self._locks[id_]
                self._locks[id_] = lock, waiting - 1
                if waiting == 1:
                    del self._locks[id_]


def kept_name(name: str) -> str:
    """The name of an upload as every system, page and log can carry it: no folders, nothing unprintable, none too long."""
    bare = name.replace("\\", "/").rpartition("/")[2].strip().lstrip(".~$")
    cleaned = PurePosixPath(clean_path(bare) if bare else "roster")
    stem, ending = cleaned.stem, cleaned.suffix[:10]
    while len(stem.encode()) > _LONGEST:
        stem = stem[:-1]
    return f"{stem}{ending}"


def _latest_first(drafts: Iterator[Draft]) -> list[Draft]:
    return sorted(drafts, key=lambda draft: (draft.changed, draft.id), reverse=True)


def _is_key(text: str) -> bool:
    return text.isascii() and text.isalnum()


def _from(said: dict[str, Any]) -> Draft | None:
    with suppress(KeyError, TypeError, AttributeError, ValueError):
        answers: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in said["answers"].items()
        }
        plain = {name: value for name, value in said.items() if name not in ("answers", "state", "revisions", "left")}
        return Draft(
            **plain,
            state=DraftState(said["state"]),
            revisions=tuple(map(int, said["revisions"])),
            answers=Answers(**answers),
            left=tuple(map(str, said.get("left", ()))),
        )
    return None
