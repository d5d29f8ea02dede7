"""The journal as long as it can be had, and which other watchers of the folder live, by what they write into it."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.watch.folders import state_folder
from roster_import.watch.journal import NAME, Journal, JournalError
from roster_import.watch.readiness import kept_waiting, waited_before

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.watch.folders import WatchedFolder
    from roster_import.watch.options import WatchOptions
    from roster_import.watch.state import State, World


class Keeping:
    """Holds the journal of a folder. `journal` is None while it cannot be had.

    `watched_before` says that the folder was watched by an earlier process: one that has nothing of that in it is then no
    new folder, but a share that is away. With `once`, other watchers are judged by one look at their clocks.
    """

    def __init__(self, folder: WatchedFolder, world: World, state: State, *, once: bool, watched_before: bool) -> None:
        self.journal: Journal | None = None
        self._folder = folder
        self._world = world
        self._state = state
        self._once = once
        self._watched_before = watched_before
        self._retired: list[Journal] = []
        self._beaten = float("-inf")
        self._beats: dict[str, tuple[int, float]] = {}

    def opened(self, options: WatchOptions) -> Journal:
        """The journal, opened again where it was lost with its share."""
        path = state_folder(self._folder.root, options.state) / NAME
        if self.journal is not None and self.journal.path == path and self.journal.is_in_place:
            return self.journal
        if self.journal is not None:
            self.close()
        self._refuse_a_share_that_is_away(made=path.exists)
        self._folder.make()
        self.journal = Journal.open(path)
        self._watched_before = True
        self._remember(self.journal)
        self._beaten = float("-inf")
        return self.journal

    def _refuse_a_share_that_is_away(self, made: Callable[[], bool]) -> None:
        root = self._folder.root
        with os.scandir(root):
            pass  # a folder that is not there is not made
        if self._watched_before and not made() and not self._folder.is_made:
            raise OSError(
                say("{folder} was watched before and has nothing of that in it now: is the share there?", folder=root)
            )

    def _remember(self, journal: Journal) -> None:
        """Files that waited when an earlier process ended: their patience does not begin anew."""
        if not self._state.known:
            self._state.known = waited_before(
                journal.meta("tried") or "[]", self._world.monotonic(), self._world.wall()
            )

    def beat(self, journal: Journal, options: WatchOptions) -> None:
        """Say to other watchers of the folder that we live, and see which of them do."""
        now = self._world.monotonic()
        if now - self._beaten < options.lease / 6:
            return
        self._beaten = now
        for process, beats in journal.beat(self._world.process, self._world.wall()).items():
            if self._beats.get(process, (None, 0.0))[0] != beats:
                self._beats[process] = (beats, now)

    def is_gone(self, process: str | None, options: WatchOptions) -> bool:
        """Whether the watcher that holds something is gone.

        A process on this host is asked for. One elsewhere is gone when it has not said for a lease that it lives, by our
        clock, however its own clock stands.
        """
        if process is None:
            return True
        if process == self._world.process:
            return False
        if (alive := self._world.alive(process)) is not None:
            return not alive
        last = self.journal.last_beat(process) if self.journal is not None else None
        if last is None:
            return True
        seen = self._beats.get(process)
        if self._once:
            return abs(self._world.wall() - last) > options.lease * 5
        return seen is not None and self._world.monotonic() - seen[1] > options.lease

    def leave(self) -> None:
        """Say to the others that we are gone, and let go of the journal."""
        if self.journal is not None:
            with suppress(JournalError):
                self.journal.leave(self._world.process)
                known, world = self._state.known.values(), self._world
                self.journal.set_meta("tried", kept_waiting(known, world.monotonic(), world.wall()))
        self._beaten = float("-inf")
        self.close()

    def close(self) -> None:
        """Let go of the journal; it is closed once nothing under way uses it any more."""
        if self.journal is not None:
            self._retired.append(self.journal)
            self.journal = None
        while self._retired and not self._state.tasks:
            self._retired.pop().close()
