"""Trials: an order is placed while something goes wrong, then the command is run again until it says it is finished.

Afterwards there must be just one order at the sandbox, a complete ledger and a complete results workbook.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import httpx
from openpyxl import load_workbook

from roster_import.model.placement import Status
from roster_import.place.ledger.ledger import Ledger
from tests.conftest import ORDER, REPOSITORY, build
from tests.drills.ledgers import forget, ledger_in
from tests.drills.systems import SYSTEMS, System
from tests.targets.systems import PRICED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MOST_RUNS = 12
WORKERS = 3  # more than there are processors: they wait most of the time
PIECES = 19  # of the vendor's example, which every trial orders


class Zygote:
    """One warm process; see `zygote.py`."""

    def __init__(self) -> None:
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.drills.zygote"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            cwd=REPOSITORY, env=environment,
        )  # fmt: skip

    def run(self, **order: Any) -> int:
        """Run one victim to its end; its exit status, negative where a signal ended it."""
        self._order(order)
        return self.ended()

    def begin(self, terminal: str, **order: Any) -> None:
        """Start one on a terminal, which it has open then; `ended` is asked before the next one."""
        self._order({**order, "terminal": terminal})
        self._answer()

    def ended(self) -> int:
        """Wait for the end of the one that runs; its exit status."""
        return int(self._answer()["status"])

    def _order(self, order: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        """End it."""
        self._process.communicate(timeout=10)


@dataclass
class Place:
    """A worker's own sandbox process and zygote, so that faults and kills of one trial meet no other."""

    folder: Path
    delay: float = 0.15
    zygote: Zygote = field(default_factory=Zygote)
    process: subprocess.Popen[str] | None = None
    url: str = ""

    def start(self) -> None:
        """Start the sandbox on its state file, at the port it had before."""
        port = self.url.rpartition(":")[2] or "0"
        command = [sys.executable, "-m", "roster_import", "sandbox", "--port", port, "--delay", str(self.delay)]
        self.process = subprocess.Popen(
            [*command, "--state", str(self.folder / "sandbox.sqlite3")], stdout=subprocess.PIPE, text=True,
            env=_environment(), cwd=self.folder,
        )  # fmt: skip
        assert self.process.stdout is not None
        self.url = self.process.stdout.readline().split(" at ")[1].split(";")[0]

    def kill_sandbox(self) -> None:
        """Kill the sandbox as a power cut would."""
        assert self.process is not None
        self.process.kill()
        self.process.communicate()

    def ask_for(self, *faults: str) -> None:
        """Ask the sandbox for faults."""
        httpx.post(f"{self.url}/sandbox/faults", content="\n".join(faults)).raise_for_status()

    def clear(self) -> None:
        """No faults any more."""
        httpx.delete(f"{self.url}/sandbox/faults").raise_for_status()

    def orders(self, reference: str, system: str = "kitmaker") -> list[dict[str, Any]]:
        """What stands under a reference in one order system of the sandbox."""
        return SYSTEMS[system].orders(self.url, reference)

    def close(self) -> None:
        """End both processes."""
        self.zygote.close()
        self.kill_sandbox()


def _environment(**more: str) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("ROSTER_IMPORT")} | more


@dataclass
class Trial:
    """One order in a folder of its own."""

    place: Place
    folder: Path
    reference: str
    name: str = "kitmaker"
    world: dict[str, Any] = field(default_factory=dict)
    runs: int = 0
    asked: int = 0
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def system(self) -> System:
        return SYSTEMS[self.name]

    def build(self, name: str = "club.xlsx", **kwargs: Any) -> Path:
        self.folder.mkdir(exist_ok=True, parents=True)
        self.environment = self.environment or self.system.environment(self.folder, self.place.url)
        order = {**ORDER, "Reference": self.reference}
        return build(self.folder / name, **{"order": order, "catalogue": PRICED, **kwargs})

    def orders(self) -> list[dict[str, Any]]:
        """What stands under its reference in the order system."""
        return self.place.orders(self.reference, self.name)

    @cached_property
    def ledger(self) -> Path | str:
        return ledger_in(self.folder)

    @property
    def has_ledger(self) -> bool:
        return isinstance(self.ledger, str) or self.ledger.exists()

    def run(self, *args: str, **how: Any) -> int:
        """Run the command once; `point` or `after` kill it, `world` changes it for this run."""
        self.runs += 1
        environment = {
            **self.environment, "ROSTER_IMPORT_LEDGER": str(self.ledger), "HOME": str(self.folder),
        }  # fmt: skip
        world = {**self.world, **how.pop("world", {})}
        return self.place.zygote.run(
            args=list(args or ("club.xlsx",)), cwd=str(self.folder), env=_environment(**environment),
            log=str(self.folder / "log.txt"), world=world, **how,
        )  # fmt: skip

    def finish(self, *args: str) -> int:
        """Run again until it says it is finished; the last exit status. What only a person can tell, one tells."""
        status = -1
        while status != 0 and self.runs < MOST_RUNS:
            again = args or (("resume",) if self.runs % 3 == 2 and self.has_ledger else ("club.xlsx",))
            status = self.run(*again)
            if status != 0:
                self._answer()
            if again == ("resume",):
                status = -1  # whether anything was left to do, only the command itself tells
        return status

    def _answer(self) -> None:
        """Look into the order system, as a person does who is asked to, and settle what became of the order."""
        if not self._is_asked():
            return
        self.asked += 1
        said = [f"--placed={self.system.number(one)}" for one in self.orders()[:1]] or ["--not-placed"]
        assert self.run("settle", self.reference, *said) == 0, (self.folder / "log.txt").read_text()

    def _is_asked(self) -> bool:
        if not self.has_ledger:
            return False
        with Ledger.open(self.ledger) as ledger:
            entries = ledger.entries()
        return bool(entries) and entries[-1].status is Status.SENDING and "settle" in (entries[-1].error or "")

    def verdict(self) -> Verdict:
        """What the world looks like after it."""
        orders = self.orders()
        whole = all(self.system.whole(one, PIECES) for one in orders)
        complete = whole and self._ledger_is_complete() and self._results_are_complete(orders)
        return Verdict(
            orders=len(orders), complete=complete, reference=self.reference, log=self.folder / "log.txt",
            asked=self.asked,
        )  # fmt: skip

    def _ledger_is_complete(self) -> bool:
        with Ledger.open(self.ledger) as ledger:
            entries = ledger.entries()
        return bool(entries) and entries[-1].status is Status.COMPLETED and entries[-1].confirmation is not None

    def _results_are_complete(self, orders: list[dict[str, Any]]) -> bool:
        path = self.folder / "club.results.xlsx"
        if not path.exists() or not orders:
            return False
        book = load_workbook(path, read_only=True)
        try:
            row = [cell.value for cell in list(book["Results"].iter_rows())[1]]
        finally:
            book.close()
        return row[0] == self.reference and row[1] == self.system.number(orders[0]) and row[3] == "completed"


@dataclass(frozen=True)
class Verdict:
    """How a trial ended."""

    orders: int
    complete: bool
    reference: str
    log: Path
    asked: int = 0

    @property
    def good(self) -> bool:
        return self.orders == 1 and self.complete


@dataclass
class Tally:
    """How many trials ended how."""

    name: str
    verdicts: list[Verdict] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def duplicates(self) -> int:
        return sum(max(0, one.orders - 1) for one in self.verdicts)

    @property
    def losses(self) -> int:
        return sum(one.orders == 0 or not one.complete for one in self.verdicts)

    def __str__(self) -> str:
        orders = sum(one.orders for one in self.verdicts)
        asked = sum(one.asked for one in self.verdicts)
        a_person = f", a person asked {asked} times" if asked else ""
        return (
            f"{self.name}: {len(self.verdicts)} trials, {orders} orders, {self.duplicates} duplicates, {self.losses} losses"
            f"{a_person} ({self.seconds:.0f} s)"
        )


@contextmanager
def places(folder: Path, count: int) -> Iterator[list[Place]]:
    """So many workers, each with a sandbox and a zygote of its own."""
    found = []
    try:
        for number in range(count):
            own = folder / f"worker{number}"
            own.mkdir()
            found.append(Place(own))
            found[-1].start()
        yield found
    finally:
        for one in found:
            one.close()


def many(
    name: str,
    folder: Path,
    trials: int,
    trial: Callable[[Trial, random.Random], None],
    seed: int = 1,
    target: str = "kitmaker",
) -> Tally:
    """Run a trial so many times, some at a time, each with its own chance; the same seed gives the same trials."""
    tally, began = Tally(f"{target} {name}"), time.monotonic()
    workers = min(WORKERS, trials)
    with places(folder, workers) as found, ThreadPoolExecutor(workers) as pool:

        def work(number: int) -> list[Verdict]:
            return [
                _one(
                    Trial(found[number], folder / f"{name}-{at}", f"{name}-{at}", target),
                    trial,
                    random.Random(f"{seed}/{at}"),
                )
                for at in range(number, trials, workers)
            ]

        for verdicts in pool.map(work, range(workers)):
            tally.verdicts += verdicts
    tally.seconds = time.monotonic() - began
    return tally


def _one(one: Trial, trial: Callable[[Trial, random.Random], None], chance: random.Random) -> Verdict:
    one.build()
    trial(one, chance)
    one.place.clear()
    one.finish()
    verdict = one.verdict()
    forget(one.folder)
    return verdict
