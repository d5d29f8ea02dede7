"""The order system as the whole watch shares it: so many requests a second, and what happens while it does not answer.

While it is away nothing new is taken up (`claims.py`). One file at a time tries whether it answers again, 10 seconds
after the trouble began (`retry_after`), then after waits that double up to a minute. Whatever was under way stays in
`processing`, and is gone on with by the first try that is answered; the heartbeat says since when there is trouble.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from roster_import.errors import NoAnswer, WrongAddress
from roster_import.language.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.model.request import Reply, Request
    from roster_import.place.conversation import Send

T = TypeVar("T")

_LONGEST = 60.0  # seconds between two tries at an order system that does not answer


@dataclass(slots=True, kw_only=True)
class Gate:
    """Lets so many requests a second go, and remembers whether the last were answered; `trouble` is empty while they are.

    `admitted` is False once the order system has said that it does not know our key. Times are on the clock that only
    goes forward, but for `since`, the time of day at which the trouble began.
    """

    per_second: float
    retry_after: float
    monotonic: Callable[[], float]
    wall: Callable[[], float]
    trouble: str = ""
    since: float = 0.0
    admitted: bool = True
    next_try: float = 0.0
    _wait: float = 0.0
    _free_at: float = 0.0

    def through(self, send: Send) -> Send:
        """The same way of sending, through this gate."""

        async def send_through(request: Request, read: Callable[[Reply], T], *, tries: int) -> T:
            try:
                return await send(request, partial(self._read, read), tries=tries)
            except NoAnswer as error:
                self._shut(error.message, admitted=self.admitted and not isinstance(error, WrongAddress))
                raise

        return send_through

    def may_try(self) -> bool:
        """Whether it is time for a try, while there is trouble."""
        return not self.trouble or self.monotonic() >= self.next_try

    def begin_try(self) -> None:
        """A try begins: the next one waits, twice as long as the last."""
        self._wait = min(_LONGEST, self._wait * 2 or self.retry_after)
        self.next_try = self.monotonic() + self._wait

    async def pace(self) -> None:
        """Wait for a request's turn; every one on the wire has to, repeated ones, too."""
        if not self.per_second:
            return
        now = self.monotonic()
        turn = max(now, self._free_at)
        self._free_at = turn + 1.0 / self.per_second
        if turn > now:
            await asyncio.sleep(turn - now)

    def _read(self, read: Callable[[Reply], T], reply: Reply) -> T:
        """What an answer says, noting that there was one."""
        if reply.code == 401:
            self._shut(
                say("the order system does not accept the key (HTTP 401); roster-import doctor tries it"),
                admitted=False,
            )
            return read(reply)
        answer = read(reply)  # one that cannot be trusted raises, and counts as none
        self._open()
        return answer

    def _shut(self, trouble: str, *, admitted: bool) -> None:
        if not self.trouble:
            self.since = self.wall()
            self.next_try = self.monotonic() + self.retry_after
        self.trouble, self.admitted = trouble, admitted

    def _open(self) -> None:
        self.trouble, self.admitted, self._wait = "", True, 0.0
