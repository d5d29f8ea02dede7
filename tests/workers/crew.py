"""Workers in processes of their own, on hosts of their own names, and orders for them."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.place.ledger.entry import Identity, address_of
from roster_import.place.ledger.ledger import Ledger, Plan, Who
from roster_import.place.queue import put
from roster_import.place.queue_tables import prepare_queue
from roster_import.targets.kitmaker import KitMaker
from tests.orders import design, details, instance, order

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Desk

TARGET = KitMaker({})
ORDER = order(design(instance("M", 1), id=299571))
ANNA = Who(user="anna", host="office", process="office/1/1")
# The command on a machine of another name, whose clock is apart.
ON_HOST = (
    "import socket, sys, time; real = time.time; host, apart = sys.argv[1:3]; time.time = lambda: real() + float(apart); "
    "socket.gethostname = lambda: host; from roster_import.cli.main import run; run(sys.argv[3:])"
)


def put_orders(address: str, url: str, references: list[str], **more: object) -> None:
    """Orders under these references, written down and put into the queue."""
    with Ledger.open(address) as ledger:
        ledger.ask(prepare_queue)
        for reference in references:
            ledger.make([put(plan(url, reference, **more), ANNA, "2026-05-05T13:14:30Z", "")])


def plan(url: str, reference: str, **more: object) -> Plan:
    """An order as it is written down before it is sent."""
    wanted = replace(ORDER, details=details(reference))
    place = address_of(url, "loopback")
    identity = Identity(realm="loopback", target="kitmaker", organization="", reference=reference, address=place)
    body = TARGET.body(wanted, 0)
    return Plan(
        identity=identity, attempt=1, body=body, order=wanted, url=url, file=f"/nowhere/{reference}.xlsx", **more
    )


@contextmanager
def crew(desk: Desk, *hosts: str, apart: float = 0.0, options: tuple[str, ...] = ()) -> Iterator[list[Worker]]:
    """A worker on each of these hosts, their clocks apart from each other; whoever is left at the end is killed."""
    workers = [begun(desk, host, *options, apart=number * apart) for number, host in enumerate(hosts)]
    try:
        yield workers
    finally:
        for worker in workers:
            with suppress(OSError):
                worker.kill()
            worker.wait()
            print(worker.said)  # shown where a test fails


class Worker(subprocess.Popen):
    """A worker; what it says goes to a file, as nobody empties a pipe."""

    log: Path

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")


def begun(desk: Desk, host: str, *options: str, apart: float = 0.0) -> Worker:
    """A worker on a host of that name."""
    log = desk.folder / f"{host}.log"
    with log.open("a", encoding="utf-8") as said:
        worker = Worker(
            [sys.executable, "-c", ON_HOST, host, str(apart), "worker", *options],
            cwd=desk.folder, env=desk.all_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said,
        )  # fmt: skip
    worker.log = log
    return worker


def statuses(address: str) -> dict[str, int]:
    """How many orders stand how in the ledger."""
    with Ledger.open(address) as ledger:
        rows = ledger.ask(
            lambda database: database.execute(
                "SELECT status, count(*) AS number FROM entries GROUP BY status"
            ).fetchall()
        )
    return {row["status"]: row["number"] for row in rows}


def at_rest(address: str) -> bool:
    """Whether no worker has anything in hand or in the queue."""
    with Ledger.open(address) as ledger:
        row = ledger.ask(
            lambda database: database.execute(
                "SELECT (SELECT count(*) FROM queued WHERE worker IS NOT NULL)"
                " + (SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')) AS number"
            ).fetchone()
        )
    return bool(row["number"] == 0)


def placed_once(sandbox: object, count: int) -> bool:
    """Whether so many orders were placed, each once."""
    references = [placed["reference"] for placed in sandbox.orders()]  # type: ignore[attr-defined]
    assert len(references) == len(set(references)), "an order was placed twice"
    return len(references) == count
