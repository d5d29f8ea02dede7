"""Who of the office has signed in: a cookie with a random number, of which a hash is kept, so that it outlives the process."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_import.page.state import Drawer, hashed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_HOUR = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Somebody who has signed in, and the number that their forms must bring back; `mark` is that of their password then."""

    user: str
    number: str
    token: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessions:
    """Everybody who has signed in. `clock` gives seconds since 1970."""

    drawer: Drawer
    hours: float
    clock: Callable[[], float]

    @classmethod
    def of(cls, state: Path, hours: float, clock: Callable[[], float]) -> Sessions:
        """Those of a state."""
        return cls(drawer=Drawer(folder=state / "sessions"), hours=hours, clock=clock)

    def begin(self, user: str, mark: str) -> Session:
        """Somebody signed in; sessions that have ended are forgotten."""
        for key, said in self.drawer.all():
            if self._has_ended(said):
                self.drawer.remove(key)
        number = secrets.token_urlsafe(32)
        self.drawer.write(hashed(number), {"user": user, "until": self.clock() + self.hours * _HOUR, "mark": mark})
        return _session(user, number, mark)

    def known(self, number: str) -> Session | None:
        """Whose number it is; None where it is nobody's, or their time is over."""
        said = self.drawer.read(hashed(number)) if number else None
        if said is None or self._has_ended(said):
            return None
        return _session(str(said["user"]), number, str(said.get("mark")))

    def end(self, number: str) -> None:
        """Somebody signed out."""
        self.drawer.remove(hashed(number))

    def _has_ended(self, said: dict[str, object]) -> bool:
        until = said.get("until")
        return not isinstance(until, int | float) or until < self.clock()


def _session(user: str, number: str, mark: str) -> Session:
    return Session(user=user, number=number, token=hashed(f"form {number}"), mark=mark)


def is_same(token: str, other: str) -> bool:
    """Whether two secrets are one; it takes as long whichever letter differs."""
    return hmac.compare_digest(token.encode(), other.encode())
