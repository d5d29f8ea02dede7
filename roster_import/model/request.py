"""What goes over the wire to an order system and back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request to an order system: the path below its base address, and the exact body, if any.

    `repeatable` says that sending it twice does no more than sending it once (a read, or a keyed placing);
    `maybe_taken` that it was sent before and its answer was lost.
    """

    method: Literal["GET", "POST", "DELETE"]
    path: str
    body: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    repeatable: bool = True
    maybe_taken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer of an order system, read whole: its status code, its text, `Retry-After` and `Date` as sent.

    `after_loss` says that the answer to an earlier sending of the same request was lost, so that even a clear no
    does not prove that nothing was placed.
    """

    code: int
    text: str
    retry_after: str = ""
    date: str = ""
    after_loss: bool = False
