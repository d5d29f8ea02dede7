"""How far the reading and the check of large files are, on one line of a terminal; of what takes no time nothing is said."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from roster_import.cli.state_line import StateLine
from roster_import.language.messages import joined, say
from roster_import.language.translations import in_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from roster_import.pipeline.files_so_far import FilesSoFar

AFTER: Final = 1.0  # seconds: whoever waits for less has no time to read it


class FileProgress:
    """The line about these files, in a language that is known by the time it is drawn."""

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
