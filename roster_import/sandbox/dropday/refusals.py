"""How Dropday says no: errors under the paths of their fields, and too many requests a minute."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from roster_import.sandbox.messages import json_reply, phrase, text_reply
from roster_import.sandbox.state import Quota

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roster_import.sandbox.messages import Reply
    from roster_import.sandbox.state import Clock

    Errors = Mapping[str, Sequence[str]]


UNEXPECTED = "An unexpected error occurred. Please try again later."


def error_document(status: int, message: str) -> dict[str, Any]:
    """An error in the one form Dropday documents; a 500 never gives a reason."""
    return {"message": phrase(status), "error": UNEXPECTED if status == 500 else message}


class RefusedError(Exception):
    """A call that is turned down with a status of 4xx or 5xx."""

    def __init__(self, status: int, message: str, *headers: tuple[str, str]) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = headers

    def reply(self) -> Reply:
        """The answer."""
        return json_reply(error_document(self.status, self.message), self.status, *self.headers)


class InvalidError(RefusedError):
    """A body or a filter with errors, each under the dotted path of its field: products.0.external_id."""

    def __init__(self, status: int, errors: Errors) -> None:
        super().__init__(status, "Errors")
        self.errors = errors

    def reply(self) -> Reply:
        """The answer in the form of Laravel's validation."""
        return json_reply({"message": self.message, "errors": self.errors}, self.status)

    def redirect(self) -> Reply:
        """What Laravel answers to a caller who did not ask for JSON: back to the beginning."""
        return text_reply("", 302, "text/html", ("Location", "/"))


class Throttle:
    """Counts the requests of a minute that begins with its first; `most` 0: any number."""

    def __init__(self, most: int, clock: Clock) -> None:
        self._clock = clock
        self._quota = Quota(most, 60, aligned=False)
        self.forget = self._quota.forget

    def count(self) -> tuple[tuple[str, str], ...]:
        """Count a request and return the headers that tell of it; raises RefusedError (429) for one too many."""
        if not self._quota.most:
            return ()
        left, again = self._quota.count(self._clock.now())
        headers = (("X-RateLimit-Limit", str(self._quota.most)), ("X-RateLimit-Remaining", str(max(0, left))))
        if left < 0:
            raise RefusedError(429, "Too Many Attempts.", *headers, ("Retry-After", str(max(1, math.ceil(again)))))
        return headers
