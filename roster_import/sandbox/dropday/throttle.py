"""So many requests a minute, as Laravel counts them, and no more."""

from __future__ import annotations

import math
import threading
from typing import TYPE_CHECKING

from roster_import.sandbox.dropday.refusals import RefusedError

if TYPE_CHECKING:
    from roster_import.sandbox.clock import Clock

_MINUTE = 60.0


class Throttle:
    """Counts the requests of a minute that begins with its first; `most` 0: any number."""

    def __init__(self, most: int, clock: Clock) -> None:
        self._most = most
        self._clock = clock
        self._lock = threading.Lock()
        self._begun = -math.inf
        self._count = 0

    def count(self) -> tuple[tuple[str, str], ...]:
        """Count a request and return the headers that tell of it; raises RefusedError (429) for one too many."""
        if not self._most:
            return ()
        with self._lock:
            now = self._clock.now()
            if not 0 <= now - self._begun < _MINUTE:
                self._begun, self._count = now, 0
            self._count += 1
            left, again = self._most - self._count, math.ceil(self._begun + _MINUTE - now)
        headers = (("X-RateLimit-Limit", str(self._most)), ("X-RateLimit-Remaining", str(max(0, left))))
        if left < 0:
            raise RefusedError(429, "Too Many Attempts.", *headers, ("Retry-After", str(max(1, again))))
        return headers

    def forget(self) -> None:
        """Begin a new minute."""
        with self._lock:
            self._begun = -math.inf
