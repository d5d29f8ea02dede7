"""The same file from two machines on one folder that both have mounted: one order, one results workbook."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.workers.crew import ON_HOST


def begun(desk, host):
    return subprocess.Popen(
        [sys.executable, "-c", ON_HOST, host, "0", "import", "--yes", "club.xlsx"],
        cwd=desk.folder, env=desk.all_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


@pytest.mark.drill
def test_two_machines_write_one_results_workbook(desk, address, sandbox):
    desk.environment["ROSTER_IMPORT_LEDGER"] = address
    desk.build()
    both = [begun(desk, host) for host in ("north", "south")]
    said = [run.communicate(timeout=60)[0] for run in both]
    assert [run.returncode for run in both] == [0, 0], said
    assert len(sandbox.orders()) == 1
    assert sorted(path.name for path in desk.folder.glob("*.xlsx")) == ["club.results.xlsx", "club.xlsx"]
