"""How far the orders of a run are, on one line of a terminal that shows time passing; elsewhere a plain line per order."""

from __future__ import annotations

import time
from contextlib import nullcontext
from typing import TYPE_CHECKING, Final

from roster_import.cli.screen import show, shows_weight
from roster_import.cli.state_line import StateLine
from roster_import.language.messages import joined, say, say_n, templates
from roster_import.language.translations import in_language

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    from roster_import.pipeline.session import Awaited

SAYS: Final = templates(
    {
        "sending": "{reference} is being sent",
        "pending": "{reference} was taken, waiting for it to be confirmed",
        "completed": "{reference} is confirmed",
        "failed": "{reference} was given up by the order system",
    }
)
_SENDING: Final = frozenset({"sending", "reached", "answered"})


class Progress:
    """The line; `heard` is what was heard last of each order, `ended` how those ended that did: both are the caller's."""

    def __init__(
        self,
        awaited: Awaited,
        heard: Mapping[str, str],
        ended: Mapping[str, str],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._awaited = awaited
        self._heard = heard
        self._ended = ended
        self._clock = clock
        self._began = clock()
        self._line: StateLine | None = None

    def begin(self) -> None:
        """Draw the line, and go on drawing it; where the screen knows letters alone, nothing is drawn."""
        if not shows_weight(err=True) or not self._awaited.orders:
            return
        self._line = StateLine(self._drawn)
        self._line.begin()

    def tell(self, event: str, reference: str, detail: str) -> None:
        """Something happened to an order."""
        if self._line is not None:
            self._line.draw()
        elif event in SAYS and not shows_weight(err=True):
            known = f" ({detail})" if detail else ""
            said = in_language(say(SAYS[event], reference=reference), self._awaited.language)
            show(said + known, err=True)

    def end(self) -> None:
        """Clear the line."""
        if self._line is not None:
            self._line.end()
            self._line = None

    def aside(self) -> AbstractContextManager[None]:
        """Something else is said in the block: the line makes room for it."""
        return self._line.aside() if self._line is not None else nullcontext()

    def _drawn(self) -> tuple[str, float]:
        said, done = self.state()
        return in_language(said, self._awaited.language), done

    def state(self) -> tuple[str, float]:
        """What the line says now, and how much is done."""
        heard, ended = list(self._heard.values()), list(self._ended.values())
        passed = int(self._clock() - self._began)
        so_far = say("{count} of {all} confirmed", count=ended.count("completed"), all=self._awaited.orders)
        failed = say_n("{count} given up", "{count} given up", ended.count("failed")) if "failed" in ended else ""
        parts = (so_far, failed, f"{passed // 60}:{passed % 60:02}", self._waiting(heard))
        return joined(*parts, between=", "), min(1.0, len(ended) / max(1, self._awaited.orders))

    def _waiting(self, heard: list[str]) -> str:
        """What is waited for: what is sent comes first, as long as nothing was taken."""
        if len(self._ended) == self._awaited.orders:
            return say("writing the results")
        if "pending" in heard:
            return self._usual() or say("waiting for {system}", system=self._awaited.system)
        if _SENDING.intersection(heard):
            return say("sending to {system}", system=self._awaited.system)
        return ""

    def _usual(self) -> str:
        usual = self._awaited.usual
        if usual is None:
            return ""
        return say(
            "{system} usually takes {least}–{most} s", system=self._awaited.system, least=usual[0], most=usual[1]
        )
