"""How often something may happen: so many times in a span, for each who does it."""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_KNOWN = 10_000  # who is remembered at once; beyond it those who were longest quiet are forgotten


@dataclass(slots=True, kw_only=True)
class Rate:
    """At most `most` times in `seconds`, for each key. `clock` only goes forward. It is kept in memory alone."""

    most: int
    seconds: float
    clock: Callable[[], float]
    _seen: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def allows(self, key: str) -> bool:
        """Whether it may happen once more; that it does is said with `count`."""
        with self._lock:
            return len(self._of(key)) < self.most

    def count(self, key: str) -> None:
        """It happened."""
        with self._lock:
            seen = self._of(key)
            seen.append(self.clock())
            self._seen[key] = self._seen.pop(key)  # the last in the order of forgetting
            while len(self._seen) > _MOST_KNOWN:
                del self._seen[next(iter(self._seen))]

    def take(self, key: str) -> bool:
        """Whether it may happen once more; then it is counted."""
        allowed = self.allows(key)
        if allowed:
            self.count(key)
        return allowed

    def forget(self, key: str) -> None:
        """It may happen again as often as at first."""
        with self._lock:
            self._seen.pop(key, None)

    def _of(self, key: str) -> deque[float]:
        seen = self._seen[key]
        while seen and seen[0] <= self.clock() - self.seconds:
            seen.popleft()
        return seen
