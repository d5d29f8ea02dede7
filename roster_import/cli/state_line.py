"""One line of a terminal that says how things stand, drawn anew while time passes, and gone when it is over."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Final

from roster_import.cli.pieces import line
from roster_import.cli.screen import show_state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TICK: Final = 0.5  # seconds


class StateLine:
    """The line; `said` gives what it says now, and how much is done, None where nobody knows."""

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
