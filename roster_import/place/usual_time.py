"""When an order that was taken is looked at: as soon as it may be confirmed, as the makers say and this run has seen."""

from __future__ import annotations

from dataclasses import dataclass

_CLOSER = 1.25  # a young order is looked at again after a quarter of its age
_SCOUTING = 6  # such looks in a run while nothing is known; all orders gain by what they find
_REMEMBERED = 60.0  # seconds for which counts what was seen: an order system may be faster a while later


@dataclass(slots=True, kw_only=True)
class UsualTime:
    """How long an order system takes to confirm an order; all times in seconds.

    `least` is what its makers say, None where they say nothing. However little is known, no order is looked at later than at
    the fixed interval, and none that is older than that more often.
    """

    least: float | None = None
    _shortest: float | None = None
    _until: float = 0.0
    _scouted: int = 0

    @classmethod
    def told(cls, usual: object) -> UsualTime:
        """By what a target says of its usual seconds, where it is such a thing: nobody checked what another package says."""
        match usual:
            case (int() as least, int()) if least > 0:
                return cls(least=float(least))
            case _:
                return cls()

    def next_look(self, age: float, interval: float, now: float) -> float:
        """The age at which an order is looked at next that was taken just now (`age` 0), or found pending at `age`."""
        known = self._shortest if self._shortest is not None and now < self._until else None
        if known is not None and age < known:
            return known
        early = age * _CLOSER if age else self.least
        if early is not None and early < interval and (not age or known is not None or self._may_scout()):
            return early
        return _beat_after(age, interval)

    def confirmed(self, age: float, since: float, interval: float, now: float) -> None:
        """An order of that age was found to be confirmed, or given up; `since` its last look: what came between is not known."""
        if age - since > interval * _CLOSER:
            return
        if self._shortest is None or now >= self._until or age < self._shortest:
            self._shortest = age
        self._until = now + _REMEMBERED

    def _may_scout(self) -> bool:
        self._scouted += 1
        return self._scouted <= _SCOUTING


def _beat_after(age: float, interval: float) -> float:
    """The next multiple of the interval, but none that comes at once."""
    if interval <= 0:
        return age
    beat = (int(age / interval) + 1) * interval
    return beat if beat - age > interval / 100 else beat + interval
