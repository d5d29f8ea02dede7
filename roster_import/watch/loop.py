"""Look, judge, take up, bring to an end, again: the loop of a watch. What it decides, the pure modules decide.

One look at a time, in a thread, so that a share that hangs does not keep the heartbeat from beating. As many files are
under way as orders may be; what is still in the folder is only a name and a date to us, however many there are.
"""

from __future__ import annotations

import asyncio
import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from roster_import.errors import LedgerError, RosterImportError
from roster_import.report import counted
from roster_import.watch.folders import WatchedFolder, state_folder, words
from roster_import.watch.holding import held_files
from roster_import.watch.intake import Intake, Run, Tried
from roster_import.watch.journal import NAME, Journal, JournalError, Ticket
from roster_import.watch.looking import (
    COPYING,
    EXISTING,
    NOT_TAKEN,
    Look,
    given_up,
    is_barred,
    judge,
    kept_not_opening,
    mark_of,
    not_opening,
    settles_at,
    waits_for,
)
from roster_import.watch.messages import barred_message, digest
from roster_import.watch.names import clean_path, kept_path
from roster_import.watch.posting import Posting, for_a_while
from roster_import.watch.presence import figures_of, pulse_of, show
from roster_import.watch.state import State, Waiting, World
from roster_import.watch.telling import utc

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from roster_import.watch.intake import Desk
    from roster_import.watch.looking import Sighting
    from roster_import.watch.options import WatchOptions

_MOST_FAULTS = 3  # unforeseen failures of one file before it is held
_LONGEST_RETRY = 300.0
_ONCE_COPYING = 60.0  # seconds that --once waits for a copy to be finished; the next run sees to it
_ONCE_PAUSE = 0.05  # seconds between two looks of --once when nothing is under way
_SAY_AT_MOST = 20  # waiting files that are named one by one in a log


class Desks(Protocol):
    """Gives a desk for the settings as they are now, and says when they have changed."""

    def signature(self) -> object:
        """What differs when the settings files differ."""
        ...

    def check(self) -> None:
        """Raise `RosterImportError` where the settings as they are now cannot be used."""
        ...

    def open(self) -> AbstractAsyncContextManager[Desk]:
        """A desk for the settings as they are now; raises `RosterImportError` where they cannot be used."""
        ...


class Watch:
    """A watch over one folder. `run` is its life; `stop` ends it cleanly."""

    def __init__(
        self, folder: Path, desks: Desks, world: World, *, once: bool, accept_existing: bool, watched_before: bool
    ) -> None:
        self.folder = WatchedFolder(folder)
        self._desks = desks
        self._world = world
        self._once = once
        self._accept_existing = accept_existing
        self._watched_before = watched_before and not accept_existing
        self._state = State()
        self._journal: Journal | None = None
        self._retired: list[Journal] = []
        self._wake = asyncio.Event()
        self._posting = Posting(self.folder.root, world, lambda: self._journal, self._poster_gone, self._posted)
        self._stopping = False
        self._started = world.wall()

    @property
    def tried(self) -> list[Tried]:
        """How the files of this run ended; only --once keeps it."""
        return self._state.tried

    @property
    def stopped(self) -> bool:
        """Whether it was told to stop."""
        return self._stopping

    def stop(self) -> None:
        """Take nothing up any more; what is under way is finished, or stands in the ledger and the journal."""
        self._stopping = True
        self._wake.set()

    async def run(self) -> int:
        """Watch until stopped, or with --once until nothing is left to do; the exit status."""
        signature: object = None
        while True:
            signature = self._desks.signature()
            async with self._desks.open() as desk:
                reload = await self._work(desk, signature)
            if not reload:
                break
            self._say("settings", "The settings were changed and are read again.")
        return self._state.status

    async def _work(self, desk: Desk, signature: object) -> bool:
        """Work with one state of the settings; True where they have changed."""
        posting = asyncio.create_task(self._posting.go_on(desk))
        try:
            changed = await self._look_on(desk, signature)
            await self._finish(desk)
            if self._once and not changed:
                await self._posting.send_all(desk)
            return changed
        finally:
            await self._posting.end(posting)
            ends = self._stopping or self._once
            await self._show(desk, stopped=ends)
            self._leave()

    async def _look_on(self, desk: Desk, signature: object) -> bool:
        while not self._stopping:
            began = self._world.monotonic()
            await self._look(desk)
            if self._changed(signature):
                return True
            await self._show(desk, stopped=False)
            if self._once and self._is_done(desk):
                return False
            await self._until_next_look(desk, began)
        return False

    def _changed(self, signature: object) -> bool:
        """Whether the settings differ and can be used; ones that cannot are said, and the old ones stay."""
        now = self._desks.signature()
        if now == signature:
            self._state.said.pop("settings", None)
            return False
        try:
            self._desks.check()
        except RosterImportError as error:
            self._say_once("settings", f"The changed settings cannot be used, the old ones stay: {error.message}")
            return False
        return True

    async def _until_next_look(self, desk: Desk, began: float) -> None:
        """Wait for the next look, filling up with what is ready whenever something comes to its end."""
        patience = desk.options.patience
        while not self._stopping:
            self._fill(desk)
            due = began + desk.options.interval
            settled = settles_at(self._state.known.values(), patience)
            if settled is not None:
                due = min(due, max(settled + 0.02, began + patience.quiet))
            if self._once and self._nothing_moves():
                await asyncio.sleep(_ONCE_PAUSE)
                return
            if (left := due - self._world.monotonic()) <= 0:
                return
            self._wake.clear()
            await for_a_while(self._wake, left)

    # ------------------------------------------------------------------------------------------------ looking

    async def _look(self, desk: Desk) -> None:
        state, world = self._state, self._world
        try:
            journal = self._opened(desk.options)
            look = await asyncio.to_thread(self.folder.look)
            existing = self._existing(journal, look)
            judged = judge(look, state.known, existing, now=world.monotonic(), wall=world.wall(),
                           patience=desk.options.patience)  # fmt: skip
            state.known, state.paused = judged.known, look.paused
            state.ready = sorted(judged.quiet, key=lambda one: (one.changed, one.path))
            self._beat(journal, desk.options)
            self._recover(desk, journal)
            self._digest(desk, journal)
            self._say_waiting(desk.options)
            self._say_paused()
            self._well_again()
        except (OSError, JournalError) as error:
            self._in_trouble(error)
        state.last_look = world.wall()

    def _opened(self, options: WatchOptions) -> Journal:
        """The journal, opened again where it was lost with its share."""
        path = state_folder(self.folder.root, options.state) / NAME
        if self._journal is not None and self._journal.path == path and self._journal.is_in_place:
            return self._journal
        if self._journal is not None:
            self._close()
        with os.scandir(self.folder.root):
            pass  # a folder that is not there is not made
        if self._watched_before and not path.exists() and not self.folder.is_made:
            raise OSError(
                f"{self.folder.root} was watched before and has nothing of that in it now: is the share there?"
            )
        self.folder.make()
        self._journal = Journal.open(path)
        self._watched_before = True
        self._remember(self._journal)
        self._state.beaten = float("-inf")
        return self._journal

    def _remember(self, journal: Journal) -> None:
        """Files that did not open for an earlier process: their patience does not begin anew."""
        if not self._state.known:
            self._state.known = not_opening(journal.meta("tried") or "[]", self._world.monotonic(), self._world.wall())

    def _existing(self, journal: Journal, look: Look) -> dict[str, Sighting]:
        """What was there before the watch first began, and is not let in yet."""
        first = journal.begin(() if self._accept_existing else look.files, utc(self._world.wall()))
        if first:
            were, stay = ("was", "It stays where it is") if first == 1 else ("were", "They stay where they are")
            self._say("existing", f"{counted(first, 'file')} {were} here before the watch first began. {stay} until "
                      "roster-import watch --accept-existing, or release FILE.", files=first)  # fmt: skip
        if self._accept_existing and first is None:
            journal.accept_existing()
        self._accept_existing = False
        return journal.existing()

    def _beat(self, journal: Journal, options: WatchOptions) -> None:
        """Say to other watchers of the folder that we live, and see which of them do."""
        now = self._world.monotonic()
        if now - self._state.beaten < options.lease / 6:
            return
        self._state.beaten = now
        for process, beats in journal.beat(self._world.process, self._world.wall()).items():
            if self._state.beats.get(process, (None, 0.0))[0] != beats:
                self._state.beats[process] = (beats, now)

    def _is_gone(self, process: str | None, options: WatchOptions) -> bool:
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
        last = self._journal.last_beat(process) if self._journal is not None else None
        if last is None:
            return True
        seen = self._state.beats.get(process)
        if self._once:
            return abs(self._world.wall() - last) > options.lease * 5
        return seen is not None and self._world.monotonic() - seen[1] > options.lease

    def _in_trouble(self, error: Exception) -> None:
        text = error.message if isinstance(error, RosterImportError) else words(error)
        state, trouble = self._state, _closed(f"The folder {self.folder.root} cannot be used: {text}")
        if not state.trouble:
            self._say("trouble", f"{trouble} It is looked at again until it can.")
        state.trouble, state.ready = trouble, []
        self._close()
        if self._once:
            state.status = max(state.status, 4)

    def _well_again(self) -> None:
        if self._state.trouble:
            self._say("well", f"The folder {self.folder.root} can be used again.")
        self._state.trouble = ""

    # ----------------------------------------------------------------------------------------------- taking up

    def _recover(self, desk: Desk, journal: Journal) -> None:
        """Go on with claims that nobody works on: those of a watcher that is gone, and our own that are due."""
        tickets = {one.id: one for one in journal.open_tickets()}
        for claim, path, file in self.folder.claims():
            if claim in self._state.tasks:
                tickets.pop(claim, None)
                continue
            ticket = tickets.pop(claim, None) or self._unwritten(journal, claim, path)
            if ticket is not None and self._may_go_on(desk, journal, ticket):
                self._begin(desk, journal, ticket, file or self.folder.claim_folder(claim) / "gone")
        for ticket in tickets.values():
            self._without_folder(desk, journal, ticket)

    def _unwritten(self, journal: Journal, claim: str, path: str) -> Ticket | None:
        """A claim that the journal does not know, as it was lost: written down again. One that is filed is tidied up."""
        known = journal.ticket(claim)
        if known is not None:
            self.folder.drop_claim(claim)
            return None
        ticket = Ticket(id=claim, path=path, state="claimed", found_at=utc(self._world.wall()))
        journal.claimed(ticket)
        return ticket

    def _without_folder(self, desk: Desk, journal: Journal, ticket: Ticket) -> None:
        """A claim with nothing in processing: never begun, or filed but for the noting of it."""
        if ticket.id in self._state.tasks or not (
            ticket.owner == self._world.process or self._is_gone(ticket.owner, desk.options)
        ):
            return
        if ticket.state == "ended":
            self._intake(desk, journal).file_away(ticket)
        else:
            journal.unclaim(ticket.id)
            self._state.open.pop(ticket.id, None)

    def _may_go_on(self, desk: Desk, journal: Journal, ticket: Ticket) -> bool:
        if ticket.owner != self._world.process:
            return self._is_gone(ticket.owner, desk.options) and journal.take_over(ticket, self._world.process)
        waiting = self._state.open.get(ticket.id)
        if waiting is None:
            return True
        if self._is_shut(desk):
            return self._may_knock(desk)
        return self._world.monotonic() >= waiting.next_try

    def _may_knock(self, desk: Desk) -> bool:
        """While the order system does not answer, one file at a time tries whether it does again."""
        if self._state.tasks or not desk.gate.may_try():
            return False
        desk.gate.trying()
        return True

    def _fill(self, desk: Desk) -> None:
        """Take up what is ready, as far as there is room."""
        state = self._state
        if not state.tasks and not state.ready and not self._once:
            state.run = Run()
        while state.ready and self._has_room(desk):
            sighting = state.ready.pop(0)
            try:
                self._take_up(desk, sighting)
            except (OSError, JournalError) as error:
                self._in_trouble(error)

    def _has_room(self, desk: Desk) -> bool:
        if self._stopping or self._state.paused or self._journal is None:
            return False
        if len(self._state.tasks) >= desk.options.orders_in_flight:
            return False
        return not self._is_shut(desk) or (not self._state.open and self._may_knock(desk))

    def _is_shut(self, desk: Desk) -> bool:
        """Whether the order system does not answer, or the ledger cannot be written."""
        return bool(desk.gate.trouble or self._state.blocked)

    def _take_up(self, desk: Desk, sighting: Sighting) -> None:
        """Claim one file, if it opens."""
        journal, state, world = self._journal, self._state, self._world
        known = state.known[sighting.path]
        state.attempted.add(sighting.path)
        trouble = self.folder.trouble_opening(sighting)
        late = given_up(known, world.monotonic(), desk.options.patience)
        if (trouble and (not late or is_barred(trouble))) or journal is None:
            self._leave_lying(desk, sighting, trouble)
            return
        ticket = self._ticket(sighting)
        journal.claimed(ticket)  # before the rename, so that no other watcher takes it for an abandoned claim
        try:
            file = self.folder.claim(sighting.path, ticket.id, {"process": world.process, "at": ticket.found_at})
        except OSError as error:
            journal.unclaim(ticket.id)
            if not isinstance(error, FileNotFoundError):  # else another watcher, or a person, was first
                self._leave_lying(desk, sighting, NOT_TAKEN + words(error))
            return
        state.known = {path: one for path, one in state.known.items() if path != sighting.path}
        self._begin(desk, journal, ticket, file)

    def _leave_lying(self, desk: Desk, sighting: Sighting, reason: str) -> None:
        """Remember why a file is not taken up; one that we may not touch is no success, and after a while is told of."""
        state, world = self._state, self._world
        known = state.known[sighting.path]
        state.known = {**state.known, sighting.path: waits_for(known, reason, world.wall())}
        if not is_barred(reason):
            return
        if self._once:
            state.status = max(state.status, 4)
        if self._journal is not None and given_up(known, world.monotonic(), desk.options.patience):
            name = f"barred-{mark_of(sighting)}"  # once, for as long as the file stays as it is
            root = self.folder.root.absolute().as_posix()
            content = barred_message(name, root, clean_path(sighting.path), reason)
            self._journal.queue(name, desk.options.notify.channels, content, world.wall())
            self._posting.wake()

    def _ticket(self, sighting: Sighting) -> Ticket:
        return Ticket(
            id=f"{self._world.now():%Y%m%d-%H%M%S}-{secrets.token_hex(3)}",
            path=kept_path(sighting.path),
            state="claimed",
            owner=self._world.process,
            found_at=utc(self._world.wall()),
        )

    def _begin(self, desk: Desk, journal: Journal, ticket: Ticket, file: Path) -> None:
        state = self._state
        state.working[ticket.id] = (ticket.path, self._world.wall())
        task = asyncio.create_task(self._bring(desk, journal, ticket, file))
        state.tasks[ticket.id] = task
        task.add_done_callback(lambda _: self._ended(ticket.id))

    def _ended(self, claim: str) -> None:
        self._state.tasks.pop(claim, None)
        self._state.working.pop(claim, None)
        self._wake.set()

    def _intake(self, desk: Desk, journal: Journal) -> Intake:
        return Intake(folder=self.folder, journal=journal, desk=desk, log=self._world.log, run=self._state.run,
                      now=self._world.now)  # fmt: skip

    async def _bring(self, desk: Desk, journal: Journal, ticket: Ticket, file: Path) -> None:
        """Bring one file as far as it goes; nothing that happens to it stops the watch."""
        intake = self._intake(desk, journal)
        try:
            tried = await intake.bring(ticket, file)
            self._state.blocked = ""
        except LedgerError as error:
            self._state.blocked, tried = error.message, Tried(status=4, open=error.message)
        except (OSError, JournalError) as error:
            text = error.message if isinstance(error, RosterImportError) else words(error)
            tried = Tried(status=4, open=text)
        except Exception as error:  # noqa: BLE001 - a file that breaks us must not break the others
            tried = self._fault(intake, ticket, file, error)
        self._tried(desk, ticket, tried)

    def _fault(self, intake: Intake, ticket: Ticket, file: Path, error: Exception) -> Tried:
        if os.environ.get("ROSTER_IMPORT_DEBUG"):
            raise error
        waiting = self._state.open.get(ticket.id)
        words = f"roster-import failed on it in a way it should not ({type(error).__name__})."
        if waiting is None or waiting.faults + 1 < _MOST_FAULTS:
            return Tried(status=4, open=words)
        with suppress(OSError, JournalError):
            return intake.give_up(ticket, file, f"{words} Please report this.")
        return Tried(status=4, open=words)

    def _tried(self, desk: Desk, ticket: Ticket, tried: Tried) -> None:
        state, world = self._state, self._world
        state.status, state.dirty = max(state.status, tried.status), True
        if self._once and (tried.report is not None or tried.held):
            state.tried.append(tried)
        if not tried.open:
            state.open.pop(ticket.id, None)
            self._posting.wake()
            return
        before = state.open.get(ticket.id) or Waiting(next_try=0.0, since=world.wall(), path=ticket.path, reason="")
        if before.reason != tried.open:
            self._say("unfinished", f"{ticket.path}: {tried.open}", path=ticket.path)
        before.reason, before.tries = tried.open, before.tries + 1
        before.faults += tried.open.startswith("roster-import failed")
        wait = min(_LONGEST_RETRY, desk.options.retry_after * 2 ** min(before.tries - 1, 10))
        before.next_try = world.monotonic() + wait
        state.open[ticket.id] = before

    # ------------------------------------------------------------------------------------------------- ending

    def _nothing_moves(self) -> bool:
        """Whether waiting brings nothing more to this run of --once."""
        return not self._state.tasks and not self._copies()

    def _is_done(self, desk: Desk) -> bool:
        """Whether a run of --once has done what can be done now."""
        state = self._state
        if state.tasks:
            return False
        if self._is_shut(desk):
            return True
        untried = (one.path not in state.attempted for one in state.ready)
        return not (any(untried) and not state.paused) and not self._copies() and not self._untried()

    def _copies(self) -> bool:
        wall = self._world.wall()
        return any(one.reason == COPYING and wall - one.since < _ONCE_COPYING for one in self._state.known.values())

    def _untried(self) -> bool:
        """Whether claims in processing were not tried in this run yet."""
        if self._journal is None:
            return False
        mine = (one for one in self._journal.open_tickets() if one.owner in (None, self._world.process))
        return any(one.id not in self._state.open for one in mine)

    async def _finish(self, desk: Desk) -> None:
        """Let what is under way come to its end for a while; then what stands in the ledger is enough."""
        if tasks := set(self._state.tasks.values()):
            if self._stopping:
                self._say("stopping", f"Stopping: {counted(len(tasks), 'file')} under way.")
            left = await self._await(tasks, desk)
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)
        if self._once and self._state.open:
            self._state.status = max(self._state.status, 4)

    async def _await(self, tasks: set[asyncio.Task[None]], desk: Desk) -> set[asyncio.Task[None]]:
        """Wait for what is under way, alive to those who look; what is left when we are to stop and time is up."""
        began, left = self._world.monotonic(), tasks
        while left and not (self._stopping and self._world.monotonic() - began >= desk.options.stop_within):
            _, left = await asyncio.wait(left, timeout=min(1.0, desk.options.stop_within))
            await self._show(desk, stopped=False)
        return left

    def _leave(self) -> None:
        if self._journal is not None:
            with suppress(JournalError):
                self._journal.leave(self._world.process)
                self._journal.set_meta("tried", kept_not_opening(self._state.known.values()))
        self._state.beaten = float("-inf")
        self._close()

    def _close(self) -> None:
        """Let go of the journal; it is closed once nothing under way uses it any more."""
        if self._journal is not None:
            self._retired.append(self._journal)
            self._journal = None
        while self._retired and not self._state.tasks:
            self._retired.pop().close()

    # ------------------------------------------------------------------------------------------------ messages

    def _poster_gone(self, process: str, desk: Desk) -> bool:
        return self._is_gone(process, desk.options)

    def _posted(self, topic: str, text: str) -> None:
        self._state.dirty = True
        if topic:
            self._say_once(topic, text)

    def _digest(self, desk: Desk, journal: Journal) -> None:
        """Queue the message about the day, once a day, at its time or as soon after it as we look."""
        at, now = desk.options.notify.digest, self._world.now()
        day = now.date().isoformat()
        if not at or now.strftime("%H:%M") < at.zfill(5) or (journal.meta("digest") or "") >= day:
            return
        since = journal.meta("digest_until") or journal.meta("begun") or ""
        until = utc(self._world.wall())
        waiting = [(one.sighting.path, one.reason) for one in self._state.known.values() if one.reason]
        waiting += [(one.path, one.reason) for one in self._state.open.values()]
        content = digest(self.folder.root.absolute().name, day, journal.ended_since(since), waiting,
                         self._held(journal), len(journal.unsent()))  # fmt: skip
        journal.queue(f"digest-{day}", desk.options.notify.channels, content, self._world.wall())
        journal.set_meta("digest", day)
        journal.set_meta("digest_until", until)
        self._posting.wake()

    def _held(self, journal: Journal) -> list[tuple[str, str]]:
        """What is held and still lies there."""
        return held_files(self.folder, journal)

    # ------------------------------------------------------------------------------------------------- telling

    def _say(self, event: str, text: str, **facts: object) -> None:
        self._world.log.say(event, text, **facts)

    def _say_once(self, topic: str, text: str) -> None:
        if self._state.said.get(topic) != text:
            self._state.said[topic] = text
            self._say(topic, text)

    def _say_waiting(self, options: WatchOptions) -> None:
        """Say why a file waits, once per reason; copies only when they take long."""
        wall, said = self._world.wall(), {}
        for path, known in self._state.known.items():
            late = known.reason != COPYING or wall - known.since >= options.say_after
            if known.reason and late and known.reason != EXISTING:
                said[f"file {path}"] = known.reason
        before = {topic: text for topic, text in self._state.said.items() if topic.startswith("file ")}
        new = [topic for topic, text in said.items() if before.get(topic) != text]
        for topic in new[:_SAY_AT_MOST]:
            self._say("waiting", f"{topic[5:]}: {said[topic]}", path=topic[5:])
        if len(new) > _SAY_AT_MOST:
            self._say("waiting", f"{len(new) - _SAY_AT_MOST} files more wait; roster-import watch --status lists them.")
        others = {topic: text for topic, text in self._state.said.items() if not topic.startswith("file ")}
        self._state.said = {**others, **said}

    def _say_paused(self) -> None:
        """Say that a file pauses the watch, and that none does any more."""
        if by := self._state.paused:
            self._say_once("paused", f"Paused by {self.folder.root / by}: nothing is taken up.")
        elif self._state.said.pop("paused", ""):
            self._say("paused", "Not paused any more.")

    async def _show(self, desk: Desk, *, stopped: bool) -> None:
        """Let others see that the watch lives, and how it does."""
        state = self._state
        pulse = pulse_of(state, self._world, self.folder, desk, self._started, stopped=stopped)
        wanted = desk.options.metrics is not None
        figures = figures_of(state, pulse, self._journal, lambda one: len(self._held(one))) if wanted else None
        await asyncio.to_thread(show, pulse, figures, self.folder.root, desk, reachable=not state.trouble)


def _closed(text: str) -> str:
    """The text with one mark at its end."""
    return text if text.endswith((".", "?", "!")) else f"{text}."
