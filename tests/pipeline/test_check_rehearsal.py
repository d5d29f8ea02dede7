"""What a watch's checks are made ready with: a first check is as quick as any other."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import EXAMPLE_ROWS, build

FAULTY_ROWS = (*EXAMPLE_ROWS, ("Holm", "Holm", "x", "M", 1, "Home kit"))
LOADED = """
import sys
from roster_import.pipeline import check_process
check_process.load()
before = set(sys.modules)
from pathlib import Path
from roster_import.check.recognised import CheckOptions
from roster_import.read import Limits, read_workbook
ours = ("pandera", "pandas", "roster_import.check")
for path in map(Path, sys.argv[1:]):
    read = read_workbook(path)
    checked = check_process.checked_asking(read, CheckOptions(), ("kitmaker", {}), Limits(), asking=True)
    print(len(checked.errors), *sorted(name for name in set(sys.modules) - before if name.startswith(ours)))
"""


@pytest.mark.drill
def test_what_a_check_loads_is_loaded_before_the_first_file(tmp_path):
    files = build(tmp_path / "club.xlsx"), build(tmp_path / "faulty.xlsx", FAULTY_ROWS)
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *files], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout.split(), done.stderr) == (["0", "1"], "")


def test_of_the_rosters_that_are_checked_before_one_is_sound_and_one_has_mistakes_in_cells():
    from roster_import.check.recognised import CheckOptions
    from roster_import.pipeline.check_process import A_ROSTER, WITH_MISTAKES, check_in_process
    from roster_import.read import Limits
    from roster_import.read.isolation.fork_server import ForkServer

    with ForkServer("roster_import.pipeline.check_process") as server:
        sound, faulty = (
            check_in_process(roster, CheckOptions(), ("kitmaker", {}), Limits(), server, asking=True)
            for roster in (A_ROSTER, WITH_MISTAKES)
        )
    assert sound.problems == ()
    assert [order.reference for order in sound.orders] == ["PO-1"]
    assert [(problem.code, problem.cell) for problem in faulty.errors] == [
        ("number-not-digits", "C4"),
        ("design-unknown", "F4"),
    ]
