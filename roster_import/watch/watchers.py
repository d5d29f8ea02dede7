"""The watches of a folder: the journal they share, which of them live, and what is left of one that is gone.

A process on this host is asked for; one elsewhere is gone when it has been silent for long enough, by our clock.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from roster_import.files import mend_rights
from roster_import.language.messages import say
from roster_import.pipeline.watched_folders import STATE_FOLDER
from roster_import.watch import journal_before
from roster_import.watch.journal import Journal
from roster_import.watch.journal_tables import FIRST_BYTES, NAME, JournalError
from roster_import.watch.own_state import mark_of, own_state
from roster_import.watch.readiness import kept_waiting, waited_before

if TYPE_CHECKING:
    from roster_import.watch.claim_notes import ClaimNote
    from roster_import.watch.desk import Desk, State, World
    from roster_import.watch.log import Announcer
    from roster_import.watch.options import WatchOptions


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

    def opened(self, desk: Desk, announcer: Announcer) -> Journal:
        """The journal, opened again where the folder is another one by now, or was away with its share."""
        if self.journal is not None and self.journal.is_in_place and self._is_still_there(desk.options):
            return self.journal
        if self.journal is not None:
            self.close()
        self._refuse_a_share_that_is_away()
        self.world.folder.make()
        state = own_state(self.world.folder.root, desk.settings.ledger, desk.options.state, anew=self.anew)
        self._mark, path = state.mark, state.path / NAME
        mended = mend_rights(path, FIRST_BYTES)
        self.journal = Journal.open(path)
        if mended:
            announcer.log.write("rights", f"Others could read {path}, and names stand there; now its owner alone can.")
        self._bring_over(self.journal, announcer)
        self.watched_before, self.anew = True, False
        self._remember(self.journal)
        self.name = self.journal.name()
        self._beaten = float("-inf")
        return self.journal

    def _is_still_there(self, options: WatchOptions) -> bool:
        """Whether the folder is the one it was: another may have been mounted over it."""
        root = self.world.folder.root
        return self.world.folder.is_made if options.state is not None else mark_of(root) == self._mark

    def _refuse_a_share_that_is_away(self) -> None:
        root = self.world.folder.root
        with os.scandir(root):
            pass  # a folder that is not there is not made
        if self.watched_before and not self.anew and not self.world.folder.is_made and mark_of(root) is None:
            raise OSError(
                say("{folder} was watched before and has nothing of that in it now: is the share there?", folder=root)
            )

    def _bring_over(self, journal: Journal, announcer: Announcer) -> None:
        """What a journal in the folder says, where it was written from here."""
        root, log = self.world.folder.root, announcer.log
        if not self.watched_before:
            if journal_before.is_there(root):
                log.write("journal", f"{root / STATE_FOLDER / NAME} was not written from here: it is not heeded.")
            return
        if (brought := journal_before.bring_over(root, journal)) is not None:
            log.write(
                "journal",
                f"The watch's journal was moved out of the folder, to {journal.path}: {brought.rows} entries.",
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
        if now - self._beaten < options.lease / 6:
            return
        self._beaten = now
        self.world.folder.say_alive(self.name, self.world.wall())
        for process, beats in journal.beat(self.world.process, self.world.wall()).items():
            if self._beats.get(process, (None, 0.0))[0] != beats:
                self._beats[process] = (beats, now)

    def is_gone(self, process: str | None, options: WatchOptions) -> bool:
        """Whether the watcher that holds something is gone.

        A process on this host is asked for. One elsewhere is gone when it has not said for a lease that it lives, by our
        clock, however its own clock stands.
        """
        if process is None:
            return True
        if process == self.world.process:
            return False
        if (alive := self.world.alive(process)) is not None:
            return not alive
        last = self.journal.last_beat(process) if self.journal is not None else None
        if last is None:
            return True
        seen = self._beats.get(process)
        if self.world.once:
            return abs(self.world.wall() - last) > options.lease * 5
        return seen is not None and self.world.monotonic() - seen[1] > options.lease

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
