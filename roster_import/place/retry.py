"""Which answers of an order system are worth another try, such as 429 and 503, and when: bounded in count and time.

Retrying is done in `http` alone, whichever the order system. `Retry-After` is honoured to the letter: where the order
system asks for a longer wait than this run has, the run stops asking instead of asking sooner.
"""

from __future__ import annotations

import email.utils
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roster_import.model.request import Reply

AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How often and how long one request is tried: `tries` in all, within `seconds`, waits doubling from `first`."""

    tries: int = 5
    seconds: float = 60.0
    first: float = 0.5
    longest: float = 8.0

    def wait(self, tried: int, asked: float | None, chance: float) -> float:
        """Seconds until the next try: what was asked for, else a random part of a doubling wait (full jitter)."""
        if asked is not None:
            return asked
        return float(min(self.longest, self.first * 2 ** (tried - 1))) * (0.5 + chance / 2)


def worth_another(code: int, *, lost: bool) -> bool:
    """Whether asking again may help after an answer with this code; `lost`: an earlier answer to it was lost."""
    # 409 after a lost answer: the first sending is still being worked on (IETF draft Idempotency-Key, section 2.6).
    return code in AGAIN or (code == 409 and lost)


def asked_wait(reply: Reply, now: float) -> float | None:
    """Seconds asked for by `Retry-After`, given as seconds or as an HTTP date; None where it is not."""
    text = reply.retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(text).timestamp() - now) if text else None
    except (TypeError, ValueError):
        return None
