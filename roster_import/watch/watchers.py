"""The watches of a folder: the journal they share, which of them live, and what is left of one that is gone.

Where machines share the ledger, it alone says who lives. Else a process on this host is asked for, and one elsewhere is gone
when it has been silent for long enough, by our clock.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.pipeline.watched_folders import STATE_FOLDER
from roster_import.watch.journal import before as journal_before
from roster_import.watch.journal.file import NAME
from roster_import.watch.journal.place import JournalPlace
from roster_import.watch.journal.tables import JournalError
from roster_import.watch.own_state import mark_of
from roster_import.watch.readiness import kept_waiting, waited_before

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from roster_import.watch.claim_notes import ClaimNote
    from roster_import.watch.desk import Desk, State, World
    from roster_import.watch.journal.journal import Journal
    from roster_import.watch.log import Announcer
    from roster_import.watch.options import WatchOptions


_BELIEVED = 1.0  # seconds
_TOLD = 5.0  # seconds between two looks at who else shares the folder's files


@dataclass(slots=True, kw_only=True)
class Watchers:
    """Holds the journal of a folder. `journal` is None while it cannot be had.

    `watched_before` says that the folder was watched by an earlier process: one that has nothing of that in it is then no
    new folder, but a share that is away. With --once, other watchers are judged by one look at their clocks.
    """

    world: World
    state: State
    watched_before: bool
    anew: bool = False  # the folder may be another one than before
    journal: Journal | None = None
    name: str = ""  # of the journal
    _mark: str | None = None
    _retired: list[Journal] = field(default_factory=list)
    _beaten: float = float("-inf")  # when we last said that we live
    _beats: dict[str, tuple[float, float]] = field(default_factory=dict)
    _known: set[str] = field(default_factory=set)
    _lived: dict[str, float] = field(default_factory=dict)  # when whoever has the journal, too, was last known to live

    def opened(self, desk: Desk, announcer: Announcer) -> Journal:
        """The journal, opened again where the folder is another one by now, or was away with its share."""
        if self.journal is not None and self.journal.is_in_place and self._is_still_there():
            return self.journal
        if self.journal is not None:
            self.close()
        self._refuse_a_share_that_is_away()
        self.world.folder.make()
        place = JournalPlace.of(desk.settings, desk.options)
        state = place.state(self.world.folder.root, anew=self.anew)
        self._mark = state.mark
        self.journal = place.opened(state, announcer.log.write)
        self._bring_over(self.journal, state.path, announcer)
        self.watched_before, self.anew = True, False
        self._remember(self.journal)
        self.name = self.journal.name()
        self._beaten = float("-inf")
        return self.journal

    def _is_still_there(self) -> bool:
        """Whether the folder is the one it was: another may have been mounted over it."""
        root = self.world.folder.root
        return mark_of(root) == self._mark if self._mark is not None else self.world.folder.is_made

    def _refuse_a_share_that_is_away(self) -> None:
        root = self.world.folder.root
        with os.scandir(root):
            pass  # a folder that is not there is not made
        if self.watched_before and not self.anew and not self.world.folder.is_made and mark_of(root) is None:
            raise OSError(
                say("{folder} was watched before and has nothing of that in it now: is the share there?", folder=root)
            )

    def _bring_over(self, journal: Journal, own: Path, announcer: Announcer) -> None:
        """What a journal in the folder says, where it was written from here."""
        root, log = self.world.folder.root, announcer.log
        if not self.watched_before:
            if journal_before.is_there(root):
                log.write("journal", f"{root / STATE_FOLDER / NAME} was not written from here: it is not heeded.")
            return
        if (brought := journal_before.bring_over(root, journal, own)) is not None:
            log.write(
                "journal",
                f"The watch's journal was moved out of the folder, to {journal.where}: {brought.rows} entries.",
            )
            if brought.refused:
                log.write("journal", f"{brought.refused} entries of it led out of the folder and are not heeded.")

    def _remember(self, journal: Journal) -> None:
        """Files that waited when an earlier process ended: their patience does not begin anew."""
        if not self.state.known:
            self.state.known = waited_before(journal.meta("tried") or "[]", self.world.monotonic(), self.world.wall())

    def beat(self, journal: Journal, options: WatchOptions) -> None:
        """Say to other watchers of the folder that we live, and see which of them do."""
        now = self.world.monotonic()
        if now - self._beaten < min(options.lease / 6, _TOLD if journal.is_shared else options.lease):
            return
        self._beaten = now
        self.world.folder.say_alive(self.name, self.world.wall())
        beats_of = journal.beat(self.world.process, self.world.wall())
        self._known = set(beats_of)
        for process, beats in beats_of.items():
            if self._beats.get(process, (None, 0.0))[0] != beats:
                self._beats[process] = (beats, now)

    def is_gone(self, process: str | None, desk: Desk) -> bool:
        """Whether the watcher that holds something is gone.

        Where machines share the journal, the ledger alone knows. Else a process on this host is asked for, and one elsewhere is
        gone when it has not said for a lease that it lives, by our clock, however its own clock stands.
        """
        if process is None:
            return True
        if process == self.world.process:
            return False
        if self.journal is not None and self.journal.is_shared:
            return not self._lives(process, desk)
        return self._is_silent(process, desk.options)

    def _lives(self, process: str, desk: Desk) -> bool:
        """What the ledger says. That one lives is believed for a moment, that one is gone is asked anew."""
        now = self.world.monotonic()
        if self._lived.get(process, float("-inf")) + _BELIEVED > now:
            return True
        lives = desk.effects.alive(process)
        if lives is None:  # it never beat: a call that lets a file go, as long as it runs here
            lives = self.world.alive(process)
        if lives:
            self._lived[process] = now
        return bool(lives)

    def _is_silent(self, process: str, options: WatchOptions) -> bool:
        if (alive := self.world.alive(process)) is not None:
            return not alive
        last = self.journal.last_beat(process) if self.journal is not None else None
        if last is None:
            return True
        seen = self._beats.get(process)
        if self.world.once:
            return abs(self.world.wall() - last) > options.lease * 5
        return seen is not None and self.world.monotonic() - seen[1] > options.lease

    def shares(self, desk: Desk) -> list[str]:
        """The watchers that share the folder's files, ourselves among them, in an order that is the same for all of them."""
        if self.journal is None or not self.journal.is_shared:
            return [self.world.process]
        gone = {process for process in self._known if self.is_gone(process, desk)}
        for process in gone:
            self.journal.leave(process)
        self._known -= gone
        return sorted({self.world.process, *self._known})

    def learn_of(self, owners: Iterable[str | None], desk: Desk) -> None:
        """Ask the ledger which of these live; where that takes long, before anybody waits for it."""
        for owner in set(owners):
            self.is_gone(owner, desk)

    def has_left(self, note: ClaimNote, options: WatchOptions) -> bool:
        """Whether a watch with a state of its own, as on another machine, that claimed a file is gone."""
        if note.process and (alive := self.world.alive(note.process)) is not None:
            return not alive
        said, topic = self.world.folder.said_alive(str(note.watch)), f"watch {note.watch}"
        if said is None:
            return True
        if self.world.once:
            return abs(self.world.wall() - said) > options.lease * 5
        if self._beats.get(topic, (None, 0.0))[0] != said:
            self._beats[topic] = (said, self.world.monotonic())
        return self.world.monotonic() - self._beats[topic][1] > options.lease

    def leave(self) -> None:
        """Say to the others that we are gone, and let go of the journal."""
        if self.journal is not None:
            with suppress(JournalError):
                self.journal.leave(self.world.process)
                known, world = self.state.known.values(), self.world
                self.journal.set_meta("tried", kept_waiting(known, world.monotonic(), world.wall()))
        self._beaten = float("-inf")
        self.close()

    def close(self) -> None:
        """Let go of the journal; it is closed once nothing under way uses it any more."""
        if self.journal is not None:
            self._retired.append(self.journal)
            self.journal = None
        while self._retired and not self.state.tasks:
            self._retired.pop().close()
