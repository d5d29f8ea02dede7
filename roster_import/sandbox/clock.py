"""The sandbox's time: the machine's, moved by as much as somebody asked for."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.sandbox.store import Store

_OFFSET = "clock-offset"


class Clock:
    """Seconds since 1970 as the stand-ins see them; the shift is kept in the store, so a restart does not undo it."""

    def __init__(self, store: Store, source: Callable[[], float] = time.time) -> None:
        self._store = store
        self._source = source
        self._offset = float(store.fact(_OFFSET) or 0.0)

    def now(self) -> float:
        """Seconds since 1970, shift included."""
        return self._source() + self._offset

    def advance(self, seconds: float) -> float:
        """Move the time on (or back, with a negative number) and return the new time."""
        self._offset += seconds
        self._store.set_fact(_OFFSET, repr(self._offset))
        return self.now()

    def reset(self) -> None:
        """Give the machine's own time again."""
        self.advance(-self._offset)

    def set(self, moment: datetime) -> float:
        """Make it that moment (which must have a zone) and return it as seconds since 1970."""
        return self.advance(moment.timestamp() - self.now())


def moment(seconds: float) -> datetime:
    """Seconds since 1970 as a UTC datetime."""
    return datetime.fromtimestamp(seconds, UTC)


def utc_text(seconds: float) -> str:
    """Seconds since 1970 as KitMaker writes a time: 2026-05-05T13:14:30Z."""
    return moment(seconds).strftime("%Y-%m-%dT%H:%M:%SZ")
