"""How many orders a second one process places whose ledger lies on a server near by, and on one that is 3 ms away.

The way there takes 1.5 ms and the way back as long; how often the process speaks with the server and waits for the answer
is counted on the wire. `ORDERS=200` and `AWAY=0.003` (seconds there and back) may be said in the environment.

    python -m benchmarks.far_ledger
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.many_orders import club
from benchmarks.processes import run
from benchmarks.row import COMMAND
from benchmarks.vendor import vendor
from roster_import.place.ledger.ledger import Ledger
from tests import postgres_server
from tests.wire import wire

if TYPE_CHECKING:
    from tests.postgres_server import Server

ORDERS = int(os.environ.get("ORDERS", "200"))
AWAY = float(os.environ.get("AWAY", "0.003"))


def main() -> None:
    """Near by and far away, in one run."""
    folder = Path(tempfile.mkdtemp(prefix="roster-import-"))
    folder.chmod(0o755)
    try:
        with postgres_server.running(folder, postgres_server.programs()) as server:
            print(f"{ORDERS} orders of one file, placed by one process:", flush=True)
            for away in (0.0, AWAY):
                print(f"  a ledger {1000 * away:g} ms away: {_placed(server, away)}", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _placed(server: Server, away: float) -> str:
    """What placing all orders came to, from the first request to the order system to the last."""
    with tempfile.TemporaryDirectory() as name, vendor(0.0) as system, wire(server.address) as (carrying, address):
        Ledger.open(address).close()
        carrying.delay, before = away / 2, carrying.exchanges
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("ROSTER_IMPORT_")},
            **system.settings,
            "HOME": name,
            "ROSTER_IMPORT_LEDGER": address,
            "ROSTER_IMPORT_REQUESTS_PER_SECOND": "0",
            "ROSTER_IMPORT_POLL_INTERVAL": "0.5",
        }
        ended = run([COMMAND, "--yes", str(club(Path(name), ORDERS))], Path(name), environment)
        assert (ended.status, system.orders()) == (0, ORDERS), ended
        requests = [float(request["at"]) for request in system.told_requests()]
        exchanges = carrying.exchanges - before
    _forget(server)
    took = max(requests) - min(requests)
    return (
        f"{ORDERS / took:.0f} a second ({took:.1f} s; the command {ended.cost.seconds:.1f} s, processor"
        f" {ended.cost.processor or 0:.1f} s), {exchanges / ORDERS:.2f} exchanges for each"
    )


def _forget(server: Server) -> None:
    import psycopg

    with psycopg.connect(server.address, autocommit=True) as database:
        database.execute("DROP SCHEMA roster_import CASCADE")


if __name__ == "__main__":
    main()
