"""The page's soak: coaches come and go and the office orders, for an hour or some minutes, and the memory it takes stays level.

    python -m tests.drills.soak_page --minutes 60 --coaches 4 --seed 1

Each visit drops a faulty list and mends it; some are signed, and of those some ordered, some removed, the rest just left. What
is measured is the memory of the server and all its processes, what they share counted once: after a hundred lists, half-way and
at the end, each time at rest, as what is being read and drawn at a moment is much and says nothing of what is left behind.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

from benchmarks.processes import family, proportional
from roster_import.page.signed import signed_rosters
from tests.page.conftest import served_in
from tests.page.office_desk import site_of
from tests.page.test_page_coach import club, faulty
from tests.page.test_page_office import client_of, ended, order

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.page.conftest import Served

WARM = 100  # lists, before memory is looked at: so many looks are kept
GROWTH = 15.0  # megabytes that the end may have more than the start; what a list leaves behind shows sooner
_REST = 8.0  # seconds for processes that have nothing more to do to be gone
_CLUBS, _SIGNED, _REMOVED, _ORDERED = 12, 0.1, 0.6, 0.3
_SETTINGS = "[page]\nuploads_per_hour = 1000000\nuploads_per_link = 1000000\n"


@dataclass
class Soak:
    """One soak of a page that is served."""

    page: Served
    links: list[str]
    lists: list[bytes]
    over: threading.Event = field(default_factory=threading.Event)
    seen: set[str] = field(default_factory=set)  # keys of the signed lists that the office has looked at
    visits: int = 0
    orders: int = 0
    slowest: float = 0.0
    guard: threading.Lock = field(default_factory=threading.Lock)

    def coach(self, seed: int) -> None:
        """Visit upon visit, until the leg is over."""
        chance = random.Random(seed)
        while not self.over.is_set():
            with httpx.Client(follow_redirects=True, timeout=120) as browser:
                self._visit(browser, chance)
            with self.guard:
                self.visits += 1

    def _visit(self, browser: httpx.Client, chance: random.Random) -> None:
        link, reference = chance.choice(self.links), f"S-{chance.getrandbits(48):x}"
        dropped = self._asked(
            browser, "POST", f"{link}/upload", files={"file": ("liste.xlsx", chance.choice(self.lists))}
        )
        at = str(dropped.url).partition("?")[0]
        for name, form in (
            ("mend", {"safe": "1"}),
            ("mend", {"at": "0", "take": "B5|10", "was:D7": "XXXXXL", "to:D7": "XXL"}),
            ("mend", {"at": "0", "take": "E11|Heimtrikot"}),
        ):
            self._asked(browser, "POST", f"{at}/{name}", data=form)
        code = re.search(r'name="code" value="([^"]+)"', self._asked(browser, "GET", f"{at}/sign").text)
        assert code, "the list is mended, and has no proof to sign"
        self._asked(browser, "GET", f"{at}/proof")
        luck = chance.random()
        if luck < _SIGNED:
            signature = {"looked": "yes", "name": "Trainer Müller", "date": "2026-11-29"}
            form = {**signature, "code": code[1], "reference": reference}
            self._asked(browser, "POST", f"{at}/sign", data=form)
        elif luck < _REMOVED:
            self._asked(browser, "POST", f"{at}/remove")

    def _asked(self, browser: httpx.Client, method: str, address: str, **more: Any) -> httpx.Response:
        began = time.monotonic()
        answer = browser.request(method, address, **more)
        took = time.monotonic() - began
        assert answer.status_code == 200, f"{method} {address} is answered {answer.status_code}: {answer.text[:400]}"
        with self.guard:
            self.slowest = max(self.slowest, took)
        return answer

    def office(self, seed: int) -> None:
        """The office orders some of what is signed, as it comes."""
        chance = random.Random(seed)
        while not self.over.wait(2.0):
            for roster in signed_rosters(site_of(self.page)):
                if roster.key not in self.seen and chance.random() < _ORDERED and not self.over.is_set():
                    with client_of(self.page) as client:
                        order(client, roster)
                        assert "confirmed" in ended(client, roster), f"{roster.name} of {roster.club} was not ordered"
                    self.orders += 1
                self.seen.add(roster.key)

    def leg(self, coaches: int, seed: int, enough: Callable[[], bool]) -> float:
        """All of them at it until it is enough; the most megabytes that were taken meanwhile."""
        self.over.clear()
        most = 0.0
        with ThreadPoolExecutor(coaches + 1) as people:
            working: list[Future[None]] = [people.submit(self.coach, seed + number) for number in range(coaches)]
            working.append(people.submit(self.office, seed))
            try:
                while not enough() and not wait(working, 1.0, FIRST_EXCEPTION).done:
                    most = max(most, self._memory())
            finally:
                self.over.set()
        for each in working:
            each.result()
        return most

    def at_rest(self) -> float:
        """Megabytes where nobody asks for anything: the least of some looks, as processes take a while to end."""
        looks, until = [self._memory()], time.monotonic() + _REST
        while time.monotonic() < until:
            time.sleep(1.0)
            looks.append(self._memory())
        return min(looks)

    def _memory(self) -> float:
        """Megabytes of the server and of all it started, what they share counted once."""
        assert isinstance(self.page.process, subprocess.Popen)
        return sum(map(proportional, family(self.page.process.pid)))


def soak(folder: Path, minutes: float, coaches: int, seed: int) -> int:
    """Soak a page in a folder; 0 where its memory stayed level, and nothing went wrong."""
    page = served_in(folder)
    page.afresh = True  # what it takes in memory is looked at as an office's is
    page.desk.settings(_SETTINGS)
    page.add_user()
    page.start()
    links = [club(page, f"FC {number}") for number in range(_CLUBS)]
    lists = [faulty(folder / "liste.xlsx", people).read_bytes() for people in (12, 18, 25, 40)]
    soaked = Soak(page, links, lists)
    soaked.leg(coaches, seed, lambda: soaked.visits >= WARM)
    levels, most = [soaked.at_rest()], 0.0
    for half in (1, 2):
        until = time.monotonic() + minutes * 30
        most = max(most, soaked.leg(coaches, seed + 1000 * half, partial(_is_past, until)))
        levels.append(soaked.at_rest())
    page.stop()
    return _told(soaked, minutes, levels, most)


def _is_past(until: float) -> bool:
    return time.monotonic() >= until


def _told(soaked: Soak, minutes: float, levels: list[float], most: float) -> int:
    start, middle, end = levels
    print(
        f"{soaked.visits} lists and {soaked.orders} orders in {minutes:g} minutes and the warming up. Memory at rest: "
        f"{start:.0f} MB at the start, {middle:.0f} MB in the middle, {end:.0f} MB at the end; at work at most {most:.0f} MB. "
        f"Slowest answer: {soaked.slowest:.2f} s."
    )
    if end - start > GROWTH:
        print(f"That is {end - start:.0f} MB more than at the start; at most {GROWTH:.0f} MB may be.")
        return 1
    return 0


def main() -> int:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--coaches", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return soak(Path(folder), asked.minutes, asked.coaches, asked.seed)


if __name__ == "__main__":
    sys.exit(main())
