"""A dump taken while everything runs, restored as docs/several-machines.md says: nothing is lost, nothing ordered twice."""

from __future__ import annotations

import subprocess

from tests.conftest import connected, until
from tests.postgres_server import programs
from tests.workers.crew import crew, placed_once, put_orders, statuses


def call(program: str, *options: str) -> None:
    folder = programs()
    assert folder is not None
    subprocess.run([folder / program, *options], check=True, stdin=subprocess.DEVNULL, capture_output=True)


def test_a_dump_is_restored_and_worked_off(tmp_path, sandbox, address):
    office = connected(tmp_path, sandbox.url, ROSTER_IMPORT_LEDGER=address)
    (tmp_path / "inbox").mkdir()
    assert office.quick("watch", "inbox", "--once").status == 0
    dump = str(tmp_path / "ledger.dump")
    with crew(office, "north"):
        put_orders(address, sandbox.url, ["PO-1"])
        until(lambda: statuses(address) == {"completed": 1})
        put_orders(address, sandbox.url, [f"PO-{number}" for number in range(2, 8)])
        call("pg_dump", "--schema=roster_import*", "--format=custom", f"--file={dump}", address)
        until(lambda: statuses(address) == {"completed": 7})
    put_orders(address, sandbox.url, ["PO-8"])  # after the dump: it is not in the ledger then
    call("pg_restore", "--clean", "--if-exists", f"--dbname={address}", dump)
    assert sum(statuses(address).values()) == 7
    assert "journal" in office.quick("doctor", "inbox").out
    with crew(office, "south"):
        until(lambda: statuses(address) == {"completed": 7})
        put_orders(address, sandbox.url, ["PO-8"])
        until(lambda: statuses(address) == {"completed": 8})
    assert placed_once(sandbox, 8)
