"""A ledger of 100,000 orders: how long it takes to list, search and show them, to plan one more, and to place it.

python -m benchmarks.long_ledger [100000] [postgresql]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests import postgres_server

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.place.ledger.ledger import Ledger

ENTRIES, DELAY, SENDS = 100_000, 0.2, 60
_COPIED = """
    realm, target, organization, attempt, status, body, order_json, url, error, conflict, confirmation, results,
    results_written, "user", host, created_at, placed_at, finished_at, lease_owner, lease_until, program, address, amends,
    last_sent
"""


def main() -> int:
    """All of it for a ledger in a file, or on a server where `postgresql` is said."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    if "postgresql" not in sys.argv:
        with tempfile.TemporaryDirectory() as name:
            _measure(f"{name}/ledger.sqlite3", f"{name}/empty.sqlite3", entries)
        return 0
    folder = Path(tempfile.mkdtemp(prefix="roster-import-"))
    folder.chmod(0o755)
    try:
        with postgres_server.running(folder, postgres_server.programs()) as server:
            import psycopg

            with psycopg.connect(server.address, autocommit=True) as database:
                database.execute("CREATE DATABASE empty")
            _measure(server.address, f"{server.address.rpartition('/')[0]}/empty", entries)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def _measure(ledger: str, empty: str, entries: int) -> None:
    from roster_import.sandbox import SandboxOptions, start
    from tests.conftest import ORDER, build

    with tempfile.TemporaryDirectory() as name, start(SandboxOptions(delay=DELAY)) as sandbox:
        folder = Path(name)
        rows = [(f"P{i}", f"Name{i}", str(i + 1), "M", 1, "Away kit") for i in range(15)]
        for number in range(2):
            build(folder / f"club{number}.xlsx", rows, order={**ORDER, "Reference": f"PO-NEW-{number}"})
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("ROSTER_IMPORT_")},
            "HOME": name,
            "ROSTER_IMPORT_LEDGER": ledger,
            "ROSTER_IMPORT_KITMAKER_URL": sandbox.url,
            "ROSTER_IMPORT_KITMAKER_API_KEY": "sandbox-key",
        }
        alone = _took(("import", "club0.xlsx"), folder, environment)
        grow(ledger, entries)
        _print_sends(ledger, empty, entries)
        print(f"One order placed, with an empty ledger: {alone}; with {entries} orders in it:")
        for command in (
            ("import", "club1.xlsx"),
            ("check", "club1.xlsx"),
            ("orders",),
            ("orders", "--last", "20"),
            ("orders", "--json", "--last", "20"),
            ("orders", "--where", "PO-77777"),
            ("orders", "--where", "name7", "--last", "20"),
            ("orders", "show", "PO-77777"),
            ("resume",),
            ("doctor",),
        ):
            print(f"  {' '.join(command)}: {_took(command, folder, environment)}", flush=True)


def _print_sends(ledger: str, empty: str, entries: int) -> None:
    """What the ledger takes for one send, in turn with one that was empty; a pair's ratio is of the same moment."""
    from roster_import.place.ledger.ledger import Ledger

    opened = [Ledger.open(each if "://" in each else Path(each)) for each in (empty, ledger)]
    pairs = [[_sent(each, number) for each in opened] for number in range(SENDS)]
    before, with_all = (median(column) for column in zip(*pairs, strict=True))
    for each in opened:
        each.close()
    print(
        f"What the ledger takes for one send: {with_all:.2f} ms with {entries} orders in it, {before:.2f} ms while it is"
        f" empty; of {SENDS} pairs the middle ratio is {median(there / here for here, there in pairs):.2f}"
    )


def _sent(ledger: Ledger, number: int) -> float:
    """Milliseconds of the ledger for one order: looked up, begun, sent, taken and confirmed."""
    from roster_import.place.amendments import goods_mark
    from roster_import.place.ledger.entry import Identity
    from roster_import.place.ledger.ledger import Plan, Who
    from tests.orders import design, instance, order

    who, url = Who(user="anna", host="office", process="office/1/1"), "https://x.example"
    goods = order(design(*(instance("M", 1, name=f"Sent{number}x{each}") for each in range(15))))
    identity = Identity(realm="live", target="kitmaker", organization="", reference=f"SENT-{number}", address=url)
    plan = Plan(identity=identity, attempt=1, body="{}", order=goods, url=url, file="club.xlsx")
    began = time.perf_counter()
    ledger.here_and_elsewhere(identity)
    list(ledger.of_goods(identity, goods_mark(goods)))
    entry = ledger.begin(plan, who, "t", 10.0)
    assert entry is not None
    ledger.mark(entry, who, 20.0, 5.0)
    ledger.update(entry, who, "t", "pending", status="pending", tracking_id=f"sent{number}")
    ledger.update(entry, who, "t", "completed", status="completed", order_number=f"SENT{number}")
    return 1000 * (time.perf_counter() - began)


def _took(command: tuple[str, ...], folder: Path, environment: Mapping[str, str]) -> str:
    began = time.perf_counter()
    run = subprocess.Popen(
        [sys.executable, "-m", "roster_import", *command], cwd=folder, env=environment, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert run.stdout is not None
    said = run.stdout.read()
    _, status, used = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode:
        print(said.decode()[-500:])
    wall = time.perf_counter() - began
    return f"{wall:.2f} s, processor {used.ru_utime + used.ru_stime:.2f} s, {len(said)} bytes said"


def grow(address: str, entries: int) -> None:
    """Copy the ledger's first order so many times, under references, numbers and files of their own."""
    from roster_import.place.ledger.forms import database_of

    copied = " ".join(_COPIED.split())
    with closing(database_of(address if "://" in address else Path(address), 60.0, print)) as database:

        def copy() -> None:
            database.execute(
                f"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {entries:d})"
                f" INSERT INTO entries ({copied}, goods, reference, name, key, tracking_id, order_number, file)"
                f" SELECT {copied}, 'goods' || i, 'PO-' || i, 'po-' || i, key || i, CAST(i AS TEXT), 'N' || i, file || i"
                " FROM n, entries WHERE entries.id = (SELECT min(id) FROM entries)"
            )
            database.execute(
                "INSERT INTO words (id, text) SELECT id, (SELECT text FROM words ORDER BY id LIMIT 1) || name || ' '"
                " FROM entries WHERE id NOT IN (SELECT id FROM words)"
            )
            for what in ("sending", "pending", "completed"):
                database.execute(
                    'INSERT INTO events (entry, at, what, "user", host) '
                    f"SELECT id, created_at, '{what}', \"user\", host FROM entries"
                )

        database.write(copy)
        if database.own_tables:
            database.execute("VACUUM ANALYZE")  # as a server does by itself within the minute


if __name__ == "__main__":
    sys.exit(main())
