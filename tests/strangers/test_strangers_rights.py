"""Who has an account on the same machine reads nothing of what is kept about orders, whatever the umask of the office."""

from __future__ import annotations

import os
import stat

import pytest

from tests.conftest import EXAMPLE_ROWS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")


def readable_by_others(folder):
    paths = (folder, *folder.rglob("*"))
    return {path.relative_to(folder.parent).as_posix() for path in paths if stat.S_IMODE(path.stat().st_mode) & 0o077}


@pytest.mark.parametrize("umask", [0o022, 0o000], ids=oct)
def test_what_is_kept_is_its_owners_alone(watched, umask):
    office, kept = watched.desk, watched.desk.folder / "data" / "roster-import"
    del office.environment["ROSTER_IMPORT_LEDGER"]  # as it is where nobody names one
    office.environment["ROSTER_IMPORT_OFFLINE"] = "0"
    watched.settings(f'log = "{kept}/watch.log"\n')
    office.build("first.xlsx", EXAMPLE_ROWS[:1])
    before = os.umask(umask)
    try:
        assert office.quick("first.xlsx").status == 0
        assert office.quick("designs", "299571").status == 0
        watched.once()
        watched.drop("club.xlsx")
        assert watched.once().status == 0
    finally:
        os.umask(before)
    names = {path.relative_to(kept).as_posix().split("/")[0].split("-")[0] for path in kept.rglob("*")}
    assert {"ledger.sqlite3", "assortment.json", "watch", "watch.log"} <= names
    assert readable_by_others(kept) == set()


def test_what_others_could_read_is_mended_and_said(watched):
    office, kept = watched.desk, watched.desk.folder / "data" / "roster-import"
    del office.environment["ROSTER_IMPORT_LEDGER"]
    watched.once()
    watched.drop("club.xlsx")
    assert watched.once().status == 0
    for path in (kept, *kept.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    said = office.quick("orders").err
    assert f"warning: others could read {kept}, " in said
    assert str(kept / "ledger.sqlite3") in said
    assert "others could read" not in office.quick("orders").err
    assert readable_by_others(kept) == set()
