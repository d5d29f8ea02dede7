"""Messages sent while the import goes on, and again where they did not go out; never in its way."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from contextlib import suppress
from typing import TYPE_CHECKING

from roster_import.watch.journal import JournalError
from roster_import.watch.log import utc
from roster_import.watch.notify import NotTold, deliver, next_try

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from roster_import.watch.import_file import Desk
    from roster_import.watch.journal import Journal, Post
    from roster_import.watch.state import World

_POST_EVERY = 5.0
_RESTS, _LONGEST_REST = 4, 600.0  # so many times as long as a failure took, and seconds, a way is left alone
_POST_TIME = 45.0  # seconds that a message may take; its own time limit is shorter


class Posting:
    """Sends the journal's messages, each way on its own and one at a time.

    A way that took long to fail is left alone for a while, so that one that hangs costs little.

    `journal` gives the journal where it can be had, `is_gone` says whether another watcher is, `told` is called whenever a
    message went out or did not, with what is to be said of it.
    """

    def __init__(
        self,
        root: Path,
        world: World,
        journal: Callable[[], Journal | None],
        is_gone: Callable[[str, Desk], bool],
        told: Callable[[str, str], None],
    ) -> None:
        self._root = root
        self._world = world
        self._journal = journal
        self._is_gone = is_gone
        self._told = told
        self._wake = asyncio.Event()
        self._one: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._unnoted: defaultdict[str, list[tuple[Post, str | None]]] = defaultdict(list)
        self._rests_until: dict[str, float] = {}
        self._ends = False

    def wake(self) -> None:
        """Say that there may be something to send."""
        self._wake.set()

    def begin(self, desk: Desk) -> asyncio.Task[None]:
        """Send messages as they come, until `end`; no way waits for another."""
        self._ends = False  # now, not when the task comes to run: the end may be asked for before that
        return asyncio.create_task(self._go_on(desk))

    async def _go_on(self, desk: Desk) -> None:
        sending: dict[str, asyncio.Task[None]] = {}
        while not self._ends:
            self._wake.clear()
            for channel in desk.options.notify.channels:
                if channel not in sending or sending[channel].done():
                    sending[channel] = asyncio.create_task(self._send_by(channel, desk))
            await for_a_while(self._wake, _POST_EVERY)
        await asyncio.gather(*sending.values())

    async def end(self, running: asyncio.Task[None]) -> None:
        """End what `begin` began, once the message that is going out is noted as sent: it would go out again."""
        self._ends = True
        self._wake.set()
        _, late = await asyncio.wait({running}, timeout=_POST_TIME)
        for task in late:
            task.cancel()

    async def send_all(self, desk: Desk) -> None:
        """Send whatever may go out now, by all ways side by side."""
        await asyncio.gather(*(self._send_by(channel, desk) for channel in desk.options.notify.channels))

    async def _send_by(self, channel: str, desk: Desk) -> None:
        async with self._one[channel]:
            with suppress(JournalError):
                while not self._ends and await self._send_one(channel, desk):
                    pass

    async def _send_one(self, channel: str, desk: Desk) -> bool:
        """Send one message and note how that went; False where there is none."""
        journal, me, unnoted = self._journal(), self._world.process, self._unnoted[channel]
        if journal is None:
            return False
        while unnoted:
            self._note(desk, journal, *unnoted[0])
            unnoted.pop(0)
        began = self._world.monotonic()
        if began < self._rests_until.get(channel, began):
            return False
        # One of ours that seems to be under way was left behind: there is one at a time.
        post = journal.next_post(
            self._world.wall(), me, (channel,), lambda process: process == me or self._is_gone(process, desk)
        )
        if post is None:
            return False
        error = await asyncio.to_thread(_delivered, post, desk, self._root)
        ended = self._world.monotonic()
        if error is not None:
            self._rests_until[channel] = ended + min(_LONGEST_REST, (ended - began) * _RESTS)
        unnoted.append((post, error))  # noted even where the share vanishes just now
        self._note(desk, journal, post, error)
        unnoted.pop()
        return True

    def _note(self, desk: Desk, journal: Journal, post: Post, error: str | None) -> None:
        wall = self._world.wall()
        if error is None:
            journal.posted(post, utc(wall))
            self._told("", "")
            return
        journal.post_failed(post, error, next_try(post.tries, post.queued_at, wall, desk.options.retry_after * 3))
        self._told(f"post {post.channel}", f"A message could not be sent by {post.channel}: {error}")


async def for_a_while(event: asyncio.Event, seconds: float) -> None:
    """Wait for an event, but no longer. `wait_for` may swallow being cancelled, before Python 3.12."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()


def _delivered(post: Post, desk: Desk, root: Path) -> str | None:
    try:
        deliver(post, desk.options.notify, root)
    except NotTold as error:
        return error.message
    return None
