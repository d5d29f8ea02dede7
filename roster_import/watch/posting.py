"""Messages sent while the import goes on, and again where they did not go out; never in its way."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from roster_import.watch.journal import JournalError
from roster_import.watch.notify import NotTold, deliver, next_try
from roster_import.watch.telling import utc

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from roster_import.watch.intake import Desk
    from roster_import.watch.journal import Journal, Post
    from roster_import.watch.state import World

_POST_EVERY = 5.0
_POST_TIME = 45.0  # seconds that a message may take; its own time limit is shorter


class Posting:
    """Sends the journal's messages, one at a time.

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
        self._one = asyncio.Lock()
        self._unnoted: list[tuple[Post, str | None]] = []
        self._ends = False

    def wake(self) -> None:
        """Say that there may be something to send."""
        self._wake.set()

    async def go_on(self, desk: Desk) -> None:
        """Send messages as they come, until `end`."""
        self._ends = False
        while not self._ends:
            self._wake.clear()
            await self.send_all(desk)
            await for_a_while(self._wake, _POST_EVERY)

    async def end(self, running: asyncio.Task[None]) -> None:
        """End `go_on`, once the message that is going out is noted as sent: it would go out again."""
        self._ends = True
        self._wake.set()
        _, late = await asyncio.wait({running}, timeout=_POST_TIME)
        for task in late:
            task.cancel()

    async def send_all(self, desk: Desk) -> None:
        """Send whatever may go out now."""
        async with self._one:
            with suppress(JournalError):
                while not self._ends and await self._send_one(desk):
                    pass

    async def _send_one(self, desk: Desk) -> bool:
        """Send one message and note how that went; False where there is none."""
        journal, channels, me = self._journal(), desk.options.notify.channels, self._world.process
        if journal is None:
            return False
        while self._unnoted:
            self._note(desk, journal, *self._unnoted[0])
            self._unnoted.pop(0)
        if not channels:
            return False
        # One of ours that seems to be under way was left behind: there is one at a time.
        post = journal.next_post(
            self._world.wall(), me, channels, lambda process: process == me or self._is_gone(process, desk)
        )
        if post is None:
            return False
        error = await asyncio.to_thread(_delivered, post, desk, self._root)
        self._unnoted.append((post, error))  # noted even where the share vanishes just now
        self._note(desk, journal, post, error)
        self._unnoted.pop()
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
