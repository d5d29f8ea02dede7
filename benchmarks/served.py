"""The page for coaches: the first answer to a list that is dropped, of one coach, and of fifty at once."""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.processes import family, megabytes, processor_seconds
from benchmarks.record import Line
from benchmarks.row import ROOT, Bench, Row, RowFailedError

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAYERS, TRIALS, COACHES, ROUNDS = 30, 9, 50, 4
FIRST_ANSWER, AT_ONCE, GROWTH = 1.0, 5.0, 10.0
GIVEN_UP_AFTER = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A page that is served, warm: its process, and the address of each club's link."""

    process: int
    links: tuple[str, ...]

    def first_answer(self, link: str, content: bytes) -> float:
        """Seconds from a list that is dropped to the page that says what was understood."""
        import httpx

        began = time.monotonic()
        with httpx.Client(follow_redirects=True, timeout=GIVEN_UP_AFTER) as coach:
            answer = coach.post(f"{link}/upload", files={"file": ("club.xlsx", content)})
        took = time.monotonic() - began
        if answer.status_code != 200 or 'id="status"' not in answer.text:
            raise RowFailedError(f"the page answered {answer.status_code}: {answer.text[:300]}")
        return took


@contextmanager
def page(bench: Bench) -> Iterator[Served]:
    """A page in a process of its own, with a link for each coach; it has looked at a first list."""
    with TemporaryDirectory() as folder:
        at = Path(folder)
        (at / "clubs").mkdir()
        environment = bench.environment | {"PYTHONPATH": str(ROOT), "ROSTER_IMPORT_LEDGER": str(at / "ledger.sqlite3")}
        command = [sys.executable, "-m", "roster_import"]
        process = subprocess.Popen(
            [*command, "serve", "clubs", "--port", "0", "--sandbox"],
            cwd=at, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        try:
            address = _address(process)
            links = tuple(_link(address, f"Club {number}", at, environment) for number in range(COACHES))
            served = Served(process=process.pid, links=links)
            served.first_answer(links[0], _list(at))
            yield served
        finally:
            process.terminate()
            process.wait()


def _address(process: subprocess.Popen[str]) -> str:
    said = ""
    for line in process.stdout or ():
        said += line
        if found := re.search(r"(http://127\.0\.0\.1:\d+)/office", line):
            return found[1]
    raise RowFailedError(f"the page was not served: {said[-300:]}")


def _link(address: str, club: str, at: Path, environment: dict[str, str]) -> str:
    from datetime import UTC, datetime
    from unittest import mock

    from roster_import.page.links import Links

    with mock.patch.dict("os.environ", environment):
        return f"{address}/c/{Links.of(at / 'page').make(club, None, datetime.now(UTC))}"


def _list(folder: Path) -> bytes:
    from tests.conftest import build

    rows = [(f"Player {at}", f"NAME {at}", str(at + 1), "M", 1, "Away kit") for at in range(PLAYERS)]
    return build(folder / "made.xlsx", rows).read_bytes()


def first(bench: Bench) -> Iterator[Line]:
    """One coach after the other: the median."""
    with page(bench) as served, TemporaryDirectory() as folder:
        content, runs = _list(Path(folder)), bench.runs(TRIALS)
        took = [served.first_answer(served.links[0], content) for _ in range(runs)]
    yield Line(
        row="page", what=f"page: the first answer to a list of {PLAYERS} rows", here=statistics.median(took), runs=runs,
        goal=FIRST_ANSWER, note=f"at worst {max(took):.2f} s",
    )  # fmt: skip


def fifty(bench: Bench) -> Iterator[Line]:
    """Fifty coaches at once: the slowest answer, and what the processes hold after several rounds beside after the first."""
    with page(bench) as served, TemporaryDirectory() as folder, ThreadPoolExecutor(COACHES) as coaches:
        content, worst, held = _list(Path(folder)), [], []
        before = processor_seconds(served.process)
        for _ in range(max(2, bench.runs(ROUNDS))):
            worst.append(max(coaches.map(lambda link: served.first_answer(link, content), served.links)))
            held.append(sum(megabytes(process, "VmRSS") for process in family(served.process)))
        processor = (processor_seconds(served.process) - before) / len(worst)
    yield Line(
        row="page-fifty", what=f"page: {COACHES} coaches at once, the slowest answer", here=max(worst), runs=len(worst),
        processor=processor, megabytes=held[-1], goal=AT_ONCE,
    )  # fmt: skip
    yield Line(
        row="page-fifty", what=f"page: memory more after {len(held) * COACHES} lists than after {COACHES}",
        here=held[-1] - held[0], unit="MB", goal=GROWTH,
    )  # fmt: skip


ROWS = (
    Row(name="page", what="the first answer to a list dropped on the page", measure=first, aside=True),
    Row(name="page-fifty", what="fifty coaches at once on the page", measure=fifty, aside=True),
)
