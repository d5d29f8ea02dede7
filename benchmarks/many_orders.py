"""1, 100, 1,000 and 5,000 orders of one file, beside the vendor's own time: it confirms each 3 s after it took it.

The sandbox is a process of its own, so that its processor time does not count as ours. What is aimed at: the whole takes
at most 1.1 times the slowest order at the vendor and our own processor time, and that is at most 4 ms an order where
there are many. `many_orders.py 1000` measures that number alone; `--json` prints one document.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
COUNTS, DELAY, SLACK, CPU_AN_ORDER, MANY = (1, 100, 1000, 5000), 3.0, 1.1, 0.004, 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One run: all times in seconds; `slowest` is the vendor's time of the slowest order, `cpu` the importer's own.

    `queued` is how long the importer waited for a processor, which on a machine that does other things too is not its own.
    """

    orders: int
    placed: int
    status: int
    wall: float
    slowest: float
    cpu: float
    queued: float
    vendor_cpu: float
    requests: int

    @property
    def cpu_an_order(self) -> float:
        """The importer's processor time for one order."""
        return self.cpu / self.orders

    @property
    def ratio(self) -> float:
        """The whole, beside what it may take: 1 is the goal."""
        return self.wall / (SLACK * self.slowest + self.cpu)

    @property
    def good(self) -> bool:
        """Whether everything was placed once, and within the goals."""
        whole = self.status == 0 and self.placed == self.orders and self.ratio <= 1.0
        return whole and (self.orders != MANY or self.cpu_an_order <= CPU_AN_ORDER)


def main() -> int:
    words = [word for word in sys.argv[1:] if word != "--json"]
    counts = tuple(map(int, words)) or COUNTS
    measured = []
    for count in counts:
        measured.append(_measure(count))
        if "--json" not in sys.argv:
            print(_in_words(measured[-1]), flush=True)
    if "--json" in sys.argv:
        print(json.dumps([{**asdict(each), "ratio": each.ratio, "good": each.good} for each in measured], indent=2))
    return 0 if all(each.good for each in measured) else 1


def _in_words(run: Measured) -> str:
    return (
        f"{run.placed} of {run.orders} orders, each confirmed after {run.slowest:g} s: {run.wall:.2f} s in all, own processor "
        f"time {run.cpu:.2f} s ({1000 * run.cpu_an_order:.2f} ms an order, goal {1000 * CPU_AN_ORDER:g} for {MANY}), "
        f"{run.wall:.2f} / ({SLACK} x {run.slowest:g} + {run.cpu:.2f}) = {run.ratio:.2f} (goal 1); "
        f"{run.queued:.2f} s waited for a processor; "
        f"{run.requests / run.orders:.2f} requests an order, the vendor's processor time {run.vendor_cpu:.2f} s"
        f"{'' if run.good else '  -> MISSED'}"
    )


def _measure(count: int) -> Measured:
    with tempfile.TemporaryDirectory() as folder, _vendor() as (url, vendor):
        club = _club(Path(folder), count)
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("ROSTER_IMPORT_")},
            "HOME": folder,
            "ROSTER_IMPORT_LEDGER": os.environ.get("BENCH_LEDGER", f"{folder}/ledger.sqlite3"),
            "ROSTER_IMPORT_KITMAKER_URL": url,
            "ROSTER_IMPORT_KITMAKER_API_KEY": "sandbox-key",
        }
        busy, began = _processor_seconds(vendor), time.perf_counter()
        command = [sys.executable, "-m", "roster_import", str(club)]
        with (Path(folder) / "said").open("w+") as said:
            run = subprocess.Popen(command, env=environment, cwd=folder, stdout=said, stderr=said)
            queue = _Queue(run.pid)
            _, status, used = os.wait4(run.pid, 0)  # with the processes it waited for: the one that reads and checks
            wall = time.perf_counter() - began
            run.returncode = os.waitstatus_to_exitcode(status)
            if run.returncode:
                said.seek(0)
                print(said.read()[-2000:], file=sys.stderr)
        orders = _asked(f"{url}/sandbox/orders")["orders"]
        return Measured(
            orders=count,
            placed=len(orders),
            status=run.returncode,
            wall=wall,
            slowest=DELAY,
            cpu=used.ru_utime + used.ru_stime,
            queued=queue.waited(),
            vendor_cpu=_processor_seconds(vendor) - busy,
            requests=_asked(f"{url}/sandbox/requests")["requests"][-1]["sequence"],
        )


def _club(folder: Path, count: int) -> Path:
    from tests.conftest import ORDER, build

    rows = [(f"P{i}", f"Name{i}", str(i), "M", 1, "Away kit", "", "", f"PO-{i}") for i in range(count)]
    table = [list(ORDER), *([f"PO-{i}", *list(ORDER.values())[1:]] for i in range(count))]
    return build(folder / "club.xlsx", rows, order=table)


@contextmanager
def _vendor() -> Iterator[tuple[str, int]]:
    """The sandbox in a process of its own: where it listens, and its number."""
    code = "import roster_import.sandbox as s; s.serve_forever(s.SandboxOptions(delay={}), lambda url: print(url, flush=True))"
    command = [sys.executable, "-c", code.format(DELAY)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip(), process.pid
        finally:
            process.terminate()


class _Queue:
    """How long a process and those it started wait for a processor (Linux › schedstat), looked at until it is over."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._waited: dict[int, float] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def waited(self) -> float:
        """Seconds, of all of them together."""
        self._over.set()
        self._thread.join()
        return sum(self._waited.values())

    def _look(self) -> None:
        while not self._over.wait(0.05):
            with suppress(OSError):
                children = Path(f"/proc/{self._process}/task/{self._process}/children").read_text().split()
                for process in (self._process, *map(int, children)):
                    self._waited[process] = int(Path(f"/proc/{process}/schedstat").read_text().split()[1]) / 1e9


def _processor_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _asked(url: str) -> dict[str, list[dict[str, object]]]:
    with urllib.request.urlopen(url) as answer:  # loopback
        return json.load(answer)


if __name__ == "__main__":
    sys.exit(main())
