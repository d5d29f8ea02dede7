"""What a watch's checks are made ready with: a first check is as quick as any other."""

from __future__ import annotations

import subprocess
import sys

LOADED = """
import sys
from roster_import.pipeline import check_process
check_process.load()
before = set(sys.modules)
from pathlib import Path
from roster_import.check.check_workbook import check_workbook
from roster_import.check.recognised import CheckOptions
from roster_import.read import read_workbook
from roster_import.targets import target
checked = check_workbook(read_workbook(Path(sys.argv[1])), CheckOptions(), target("kitmaker", {}))
assert checked.orders
print(*sorted(name for name in set(sys.modules) - before if name.startswith(("pandera", "pandas", "roster_import.check"))))
"""


def test_what_a_check_loads_is_loaded_before_the_first_file(tmp_path):
    from tests.conftest import build

    club = build(tmp_path / "club.xlsx")
    done = subprocess.run([sys.executable, "-c", LOADED, club], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_the_roster_that_is_checked_before_is_sound():
    from roster_import.check.recognised import CheckOptions
    from roster_import.pipeline.check_process import A_ROSTER, check_in_process
    from roster_import.read import Limits
    from roster_import.read.isolation.fork_server import ForkServer

    with ForkServer("roster_import.pipeline.check_process") as server:
        checked = check_in_process(A_ROSTER, CheckOptions(), ("kitmaker", {}), Limits(), server)
    assert checked.problems == ()
    assert [order.reference for order in checked.orders] == ["PO-1"]
