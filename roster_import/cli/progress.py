"""How far the orders of a run, or large files, are: one line of a terminal that shows time passing, and is gone at the end.

Elsewhere an order is told on a plain line, and files not at all: what takes no time is not spoken of.
"""

from __future__ import annotations

import time
from contextlib import contextmanager, nullcontext
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Final

from roster_import.cli.pieces import line
from roster_import.cli.screen import show, show_state, shows_weight
from roster_import.language.messages import joined, say, say_n, templates
from roster_import.language.translations import in_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from roster_import.pipeline.session import Awaited, FilesSoFar

SAYS: Final = templates(
    {
        "sending": "{reference} is being sent",
        "pending": "{reference} was taken, waiting for it to be confirmed",
        "completed": "{reference} is confirmed",
        "failed": "{reference} was given up by the order system",
    }
)
_TICK: Final = 0.5  # seconds
AFTER: Final = 1.0  # seconds: whoever waits less for files to be read has no time to read a line about them
_SENDING: Final = frozenset({"sending", "reached", "answered"})


class StateLine:
    """A line drawn anew while time passes; `said` gives what it says, and how much is done, None where nobody knows."""

    def __init__(self, said: Callable[[], tuple[str, float | None]]) -> None:
        self._said = said
        self._over = Event()
        self._drawing = Lock()
        self._drawn = ""
        self._thread: Thread | None = None

    def begin(self, after: float = 0.0) -> None:
        """Draw the line after so many seconds, and go on drawing it."""
        if after <= 0:
            self.draw()
        self._thread = Thread(target=self._go_on, args=(after or _TICK,), daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Clear the line; harmless when it is gone."""
        if self._thread is None:
            return
        self._over.set()
        self._thread.join()
        self._thread = None
        if self._drawn:
            show_state()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Something else is said in the block: the line makes room for it."""
        with self._drawing:
            if self._drawn:
                show_state()
                self._drawn = ""
            yield

    def draw(self) -> None:
        """Draw it as things stand now."""
        with self._drawing:
            text, done = self._said()
            if text != self._drawn:
                show_state(line(text), done)
                self._drawn = text

    def _go_on(self, wait: float) -> None:
        while not self._over.wait(wait):
            self.draw()
            wait = _TICK


class Progress:
    """The line about orders. `heard` is what was heard last of each order, `ended` how those ended that did."""

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


class FileProgress:
    """How far the reading and the check of large files are, in a language that is known by the time it is drawn."""

    def __init__(
        self, so_far: FilesSoFar, language: Callable[[], str], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._so_far = so_far
        self._language = language
        self._clock = clock
        self._began = clock()
        self.line = StateLine(self.state)

    def begin(self) -> None:
        """Draw the line as soon as it is a wait."""
        self.line.begin(AFTER)

    def state(self) -> tuple[str, float | None]:
        """What the line says now, and how much is read."""
        said, done = self._now()
        passed = int(self._clock() - self._began)
        return in_language(joined(said, f"{passed // 60}:{passed % 60:02}", between=", "), self._language()), done

    def _now(self) -> tuple[str, float | None]:
        so_far = self._so_far
        name, count = so_far.files[0].name, len(so_far.files)
        if so_far.read == count:
            checking = (
                say("checking {file_name}", file_name=name)
                if count == 1
                else say("checking {count} files", count=count)
            )
            return checking, None
        if count > 1:
            return say("{count} of {all} files read", count=so_far.read, all=count), so_far.read / count
        if so_far.rows is None:
            return say("reading {file_name}", file_name=name), None
        row, last = so_far.rows
        return say("{file_name}: {count} of {all} rows read", file_name=name, count=row, all=last), min(1.0, row / last)
