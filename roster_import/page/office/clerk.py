"""Who orders what the office wants: just what `roster-import` does with the file and the club's settings, in a thread.

One roster after another; one that the order system takes its time to confirm lets the others go first.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.errors import RosterImportError, UsageError
from roster_import.language.messages import say
from roster_import.model.placement import Status
from roster_import.model.report import FileStatus
from roster_import.page.office.sent_back import finish_sending_back, send_back
from roster_import.page.signed import is_as_signed, not_as_drawn, not_as_signed, place_of, signed_roster
from roster_import.page.wanted import DIFFERENCE, Message, WantedList, WantedState
from roster_import.pipeline.heaps import give_back_gaps
from roster_import.pipeline.options import AmendCommand, ImportCommand
from roster_import.pipeline.place import amend, place
from roster_import.pipeline.session import Nobody
from roster_import.watch.club_settings import club_settings
from roster_import.watch.doubts import Accepted
from roster_import.watch.phrases import in_the_watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from roster_import.model.report import FileReport, Report
    from roster_import.page.examiner import Examiner
    from roster_import.page.signed import Signed
    from roster_import.page.site import Site
    from roster_import.page.wanted import Wanted
    from roster_import.settings import Settings

_ONE_GO = 20.0  # seconds for which a confirmation is waited for, before it is the others' turn
_STATES = {
    FileStatus.PLACED: WantedState.PLACED,
    FileStatus.ALREADY_PLACED: WantedState.PLACED,
    FileStatus.QUEUED: WantedState.UNFINISHED,
    FileStatus.UNFINISHED: WantedState.UNFINISHED,
}


class Clerk:
    """The clerk of a site. What is under way is known by its key; all else stands in the `WantedList`."""

    def __init__(self, site: Site, examiner: Examiner | None = None) -> None:
        self._site = site
        self._examiner = examiner
        self.wanted = WantedList.of(site.state)
        self._ahead: deque[str] = deque()
        self._since: dict[str, float] = {}
        self._decision = threading.Lock()  # ordered or sent back, never both
        self._news = threading.Condition()
        self._stopped = False

    def begin(self) -> None:
        """Go on with what the last process left over, and wait for more."""
        finish_sending_back(self._site, self.wanted)
        for wanted in self.wanted.waiting():
            self._put(wanted.key)
        threading.Thread(target=self._work, name="clerk", daemon=True).start()

    def stop(self) -> None:
        """Take up nothing more; what is under way may be cut off at any point."""
        with self._news:
            self._stopped = True
            self._news.notify()

    def order(self, wanted: Wanted) -> bool:
        """Have a roster ordered; False where it is under way or placed already, however often somebody clicks."""
        with self._decision:
            if signed_roster(self._site, wanted.key) is None or not self.wanted.want(wanted):
                return False
        self._put(wanted.key)
        return True

    def send_back(self, key: str, note: str) -> None:
        """Send a roster back to its coach. Raises `UsageError` where it is ordered, or was, or cannot be."""
        with self._decision:
            send_back(self._site, self.wanted, key, note)

    def _put(self, key: str) -> None:
        with self._news:
            if key not in self._ahead:
                self._ahead.append(key)
                self._news.notify()

    def _work(self) -> None:
        while (key := self._next()) is not None:
            wanted = self.wanted.get(key)
            if wanted is not None and wanted.is_waiting:
                self._bring(wanted)
                give_back_gaps()

    def _next(self) -> str | None:
        with self._news:
            self._news.wait_for(lambda: self._ahead or self._stopped)
            return None if self._stopped else self._ahead.popleft()

    def _bring(self, wanted: Wanted) -> None:
        """Order one roster, and write down what came of it."""
        try:
            file = self._placed(wanted)
        except RosterImportError as error:
            self._end(wanted, WantedState.NOT_PLACED, [Message.of(error.message)])
        except Exception as error:  # noqa: BLE001 - one roster must not end the clerk of all; the ledger has what was sent
            said = say(
                "roster-import failed in a way it should not ({kind}). Whatever was sent stands in the ledger: order it "
                "again, and nothing is ordered twice.",
                kind=type(error).__name__,
            )
            self._end(wanted, WantedState.UNFINISHED, [Message.of(said)])
        else:
            self._ended(wanted, file)

    def _placed(self, wanted: Wanted) -> FileReport:
        signed = signed_roster(self._site, wanted.key)
        path = place_of(self._site, signed) if signed is not None else None
        if signed is None or path is None:
            raise UsageError(say("The signed file is not in the club's folder any more. Nothing was sent."))
        if not is_as_signed(self._site, signed):
            raise not_as_signed()
        if self._examiner is not None and not self._examiner.is_as_drawn(signed, path):
            raise not_as_drawn()
        settings = replace(settings_of(self._site, signed), poll_timeout=_ONE_GO)
        return in_the_watch(ordered(self._site, signed, path, settings, additions=wanted.additions).files[0])

    def _ended(self, wanted: Wanted, file: FileReport) -> None:
        pending = any(order.status is Status.PENDING for order in file.placements)
        if pending and self._has_time(wanted.key):
            self._put(wanted.key)  # the others first
            return
        state = _STATES.get(file.status, WantedState.NOT_PLACED)
        self._end(wanted, state, told(file), file.results.name if file.results else "")

    def _has_time(self, key: str) -> bool:
        since = self._since.setdefault(key, time.monotonic())
        return time.monotonic() - since < self._site.settings.poll_timeout

    def _end(self, wanted: Wanted, state: WantedState, messages: list[Message], results: str = "") -> None:
        self._since.pop(wanted.key, None)
        at = self._site.now().isoformat(timespec="seconds")
        self.wanted.end(wanted, state, at, messages, results)


def settings_of(site: Site, signed: Signed) -> Settings:
    """The settings for a club's roster: what the coach answered is stronger. Raises `UsageError` where they cannot be used."""
    settings = club_settings(site.settings, Accepted(), site.folder, f"{signed.club}/{signed.name}")[0]
    answers = signed.answers
    return replace(
        settings,
        print_name=answers.print_name or settings.print_name,
        design=answers.design or settings.design,
    )


def ordered(
    site: Site, signed: Signed, path: Path, settings: Settings, *, additions: bool = False, looks: Path | None = None
) -> Report:
    """A signed roster ordered, as the command does it; with `looks`, a folder for what is marked, only looked at."""
    told = {
        **signed.answers.options(),
        "files": (path,),
        "sandbox": site.sandbox,
        "dry_run": looks is not None,
        "output": looks,
    }
    if additions:
        return amend(AmendCommand(**told), _QUIET, settings)
    return place(ImportCommand(**told), _QUIET, settings)


_QUIET = Nobody()


def told(file: FileReport) -> list[Message]:
    """What is to be told of a file that was ordered: its errors, what its orders came to, its warnings."""
    return [*_of_problems(file, "error"), *_of_orders(file), *_of_problems(file, "warning")]


def _of_problems(file: FileReport, level: str) -> Iterator[Message]:
    return (Message.of_problem(problem) for problem in file.problems if problem.level == level)


def _of_orders(file: FileReport) -> Iterator[Message]:
    for order in file.placements:
        if order.error:
            yield Message.of(order.error, place=order.reference)
        for difference in order.differences:
            yield Message.of(difference.message, level=DIFFERENCE, place=order.reference)
