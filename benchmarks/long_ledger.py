"""A ledger of 100,000 orders: how long it takes to list, search and show them, to plan one more, and to place it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
ENTRIES, DELAY = 100_000, 0.2
_COPIED = """
    realm, target, organization, attempt, status, body, order_json, url, error, conflict, confirmation, results,
    results_written, "user", host, created_at, placed_at, finished_at, lease_owner, lease_until, program, address, amends,
    last_sent
"""


def main() -> int:
    from roster_import.sandbox import SandboxOptions, start
    from tests.conftest import ORDER, build

    entries = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    with tempfile.TemporaryDirectory() as name, start(SandboxOptions(delay=DELAY)) as sandbox:
        folder = Path(name)
        rows = [(f"P{i}", f"Name{i}", str(i + 1), "M", 1, "Away kit") for i in range(15)]
        for number in range(2):
            build(folder / f"club{number}.xlsx", rows, order={**ORDER, "Reference": f"PO-NEW-{number}"})
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("ROSTER_IMPORT_")},
            "HOME": name,
            "ROSTER_IMPORT_LEDGER": os.environ.get("BENCH_LEDGER", f"{name}/ledger.sqlite3"),
            "ROSTER_IMPORT_KITMAKER_URL": sandbox.url,
            "ROSTER_IMPORT_KITMAKER_API_KEY": "sandbox-key",
        }
        alone = _took(("import", "club0.xlsx"), folder, environment)
        grow(environment["ROSTER_IMPORT_LEDGER"], entries)
        print(f"One order placed, with an empty ledger: {alone}; with {entries} orders in it:")
        for command in (
            ("import", "club1.xlsx"),
            ("check", "club1.xlsx"),
            ("orders",),
            ("orders", "--json"),
            ("orders", "--where", "PO-77777"),
            ("orders", "show", "PO-77777"),
            ("resume",),
            ("doctor",),
        ):
            print(f"  {' '.join(command)}: {_took(command, folder, environment)}", flush=True)
    return 0


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
    from roster_import.place.ledger import database_of

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


if __name__ == "__main__":
    sys.exit(main())
