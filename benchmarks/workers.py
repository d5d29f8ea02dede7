"""How many orders a second workers bring to their end, 1, 2 and 4 of them, beside one process with a ledger in a file.

Everything runs on one machine: a PostgreSQL server of its own, the stand-in order system, the workers. `ORDERS=2000` and
`DELAY=0.5` (seconds until the order system confirms an order) may be said in the environment.

    python -m benchmarks.workers
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from tests import postgres_server
from tests.conftest import ORDER, build, connected
from tests.workers.crew import crew, put_orders, statuses

ORDERS = int(os.environ.get("ORDERS", "600"))
DELAY = os.environ.get("DELAY", "0.5")


@contextmanager
def order_system(folder):
    """The stand-in order system in a process of its own; its address."""
    port = 18000 + os.getpid() % 1000
    running = subprocess.Popen(
        [sys.executable, "-m", "roster_import", "sandbox", "--port", str(port), "--delay", DELAY],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    running.stdout.readline()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait()


def processor(process: subprocess.Popen) -> float:
    """Processor seconds of a process so far."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def by_workers(number: int, server) -> tuple[float, float]:
    """Seconds for all orders by so many workers, from the first that is begun until the last is confirmed, and processor's."""
    folder = Path(tempfile.mkdtemp())
    with order_system(folder) as url:
        desk = connected(folder, url, ROSTER_IMPORT_LEDGER=server.address, ROSTER_IMPORT_REQUESTS_PER_SECOND="0",
                         ROSTER_IMPORT_POLL_INTERVAL="1")  # fmt: skip
        put_orders(server.address, url, [f"PO-{each}" for each in range(ORDERS)])
        with crew(desk, *(f"host{each}" for each in range(number))) as workers:
            while statuses(server.address)["queued"] == ORDERS:
                time.sleep(0.02)
            began, before = time.monotonic(), sum(map(processor, workers))
            while statuses(server.address).get("completed", 0) < ORDERS:
                time.sleep(0.1)
            took, own = time.monotonic() - began, sum(map(processor, workers)) - before
    forget(server)
    return took, own


def by_one_process() -> tuple[float, float]:
    """Seconds of `import` for the same orders in one file, with a ledger in a file, and processor's."""
    folder = Path(tempfile.mkdtemp())
    with order_system(folder) as url:
        desk = connected(folder, url, ROSTER_IMPORT_POLL_INTERVAL="1", ROSTER_IMPORT_POLL_TIMEOUT="300")
        rows = [("", "", "", "M", 1, "Home kit", "", "", f"PO-{each}") for each in range(ORDERS)]
        details = {name: value for name, value in ORDER.items() if name != "Reference"}
        build(folder / "season.xlsx", rows, order=details)
        began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        run = desk.run("import", "--yes", "season.xlsx", timeout=600)
        assert run.status == 0, run
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        own = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return time.monotonic() - began, own


def forget(server) -> None:
    import psycopg

    with psycopg.connect(server.address, autocommit=True) as database:
        database.execute("DROP SCHEMA roster_import CASCADE")


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="roster-import-"))
    folder.chmod(0o755)
    try:
        with postgres_server.running(folder, postgres_server.programs()) as server:
            for number in (*map(int, os.environ.get("WORKERS", "1 2 4").split()),):
                say(f"{number} workers", *by_workers(number, server))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    say("one process, a ledger in a file", *by_one_process())


def say(what: str, took: float, own: float) -> None:
    each = 1000 * own / ORDERS
    print(
        f"{what}: {ORDERS / took:.0f} orders a second ({ORDERS} in {took:.1f} s), {each:.1f} ms of processor each",
        flush=True,
    )


if __name__ == "__main__":
    main()
