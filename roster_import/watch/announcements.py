"""What a running watch says, each thing once: to the log, and once a day in a message; and what it shows of itself."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.watch.file_names import clean_path
from roster_import.watch.heartbeat import figures_of, pulse_of, show
from roster_import.watch.held import held_files
from roster_import.watch.journal import distinct
from roster_import.watch.log import utc
from roster_import.watch.messages import barred_message, digest
from roster_import.watch.phrases import here
from roster_import.watch.readiness import COPYING, EXISTING

if TYPE_CHECKING:
    from roster_import.watch.folders import WatchedFolder
    from roster_import.watch.import_file import Desk
    from roster_import.watch.journal import Journal
    from roster_import.watch.options import WatchOptions
    from roster_import.watch.state import State, World

_SAY_AT_MOST = 20  # waiting files that are named one by one in a log


class Saying:
    """Says what happens to the log, in English, and remembers what was said."""

    def __init__(self, folder: WatchedFolder, world: World, state: State) -> None:
        self._folder = folder
        self._world = world
        self._state = state
        self._started = world.wall()

    def say(self, event: str, text: str, **facts: object) -> None:
        """Say that something happened."""
        self._world.log.say(event, here(text), **facts)

    def say_once(self, topic: str, text: str) -> None:
        """Say how something stands, unless that was said last of it."""
        if self._state.said.get(topic) != text:
            self._state.said[topic] = text
            self.say(topic, text)

    def say_waiting(self, options: WatchOptions) -> None:
        """Say why a file waits, once per reason; copies only when they take long."""
        wall, said = self._world.wall(), {}
        for path, known in self._state.known.items():
            late = known.reason != COPYING or wall - known.since >= options.say_after
            if known.reason and late and known.reason != EXISTING:
                said[f"file {path}"] = known.reason
        before = {topic: text for topic, text in self._state.said.items() if topic.startswith("file ")}
        new = [topic for topic, text in said.items() if before.get(topic) != text]
        for topic in new[:_SAY_AT_MOST]:
            self.say("waiting", f"{topic[5:]}: {said[topic]}", path=topic[5:])
        if len(new) > _SAY_AT_MOST:
            self.say("waiting", f"{len(new) - _SAY_AT_MOST} files more wait; roster-import watch --status lists them.")
        others = {topic: text for topic, text in self._state.said.items() if not topic.startswith("file ")}
        self._state.said = {**others, **said}

    def say_paused(self) -> None:
        """Say that a file pauses the watch, and that none does any more."""
        if by := self._state.paused:
            self.say_once("paused", f"Paused by {self._folder.root / by}: nothing is taken up.")
        elif self._state.said.pop("paused", ""):
            self.say("paused", "Not paused any more.")

    def say_trouble(self, why: str) -> None:
        """Say that the folder cannot be used, and remember why."""
        root = self._folder.root
        if why.endswith((".", "?", "!")):
            trouble = say("The folder {folder} cannot be used: {why}", folder=root, why=why)
        else:
            trouble = say("The folder {folder} cannot be used: {why}.", folder=root, why=why)
        if not self._state.trouble:
            self.say("trouble", f"{trouble} It is looked at again until it can.")
        self._state.trouble = trouble

    def say_well_again(self) -> None:
        """Say that the folder can be used again, where it could not."""
        if self._state.trouble:
            self.say("well", f"The folder {self._folder.root} can be used again.")
        self._state.trouble = ""

    # ------------------------------------------------------------------------------------------------ messages

    def queue_digest(self, desk: Desk, journal: Journal) -> bool:
        """Queue the message about the day, once a day, at its time or as soon after it as we look; whether it was."""
        at, now = desk.options.notify.digest, self._world.now()
        day = now.date().isoformat()
        if not at or now.strftime("%H:%M") < at.zfill(5) or (journal.meta("digest") or "") >= day:
            return False
        since = journal.meta("digest_until") or journal.meta("begun") or ""
        until = utc(self._world.wall())
        waiting = [(one.sighting.path, one.reason) for one in self._state.known.values() if one.reason]
        waiting += [(one.path, one.reason) for one in self._state.open.values()]
        content = digest(self._folder.root.absolute().name, day, journal.ended_since(since), waiting,
                         held_files(self._folder, journal), len(distinct(journal.unsent())), desk.people.general)  # fmt: skip
        journal.queue(f"digest-{day}", desk.options.notify.channels, content, self._world.wall())
        journal.set_meta("digest", day)
        journal.set_meta("digest_until", until)
        return True

    def queue_barred(self, desk: Desk, journal: Journal, mark: str, path: str, reason: str) -> None:
        """Queue the message about a file that we may not touch, once for as long as it has this mark."""
        name, root = f"barred-{mark}", self._folder.root.absolute().as_posix()
        content = barred_message(name, root, clean_path(path), reason, desk.people.general)
        journal.queue(name, desk.options.notify.channels, content, self._world.wall())

    # ------------------------------------------------------------------------------------------------- showing

    async def show(self, desk: Desk, journal: Journal | None, *, stopped: bool) -> None:
        """Let others see that the watch lives, and how it does."""
        state = self._state
        pulse = pulse_of(state, self._world, self._folder, desk, self._started, stopped=stopped)
        wanted = desk.options.metrics is not None
        figures = figures_of(state, pulse, journal, lambda one: len(held_files(self._folder, one))) if wanted else None
        await asyncio.to_thread(show, pulse, figures, self._folder.root, desk, reachable=not state.trouble)
