"""Settings that a stranger leaves beside a coach's file: nothing goes elsewhere, nothing is run, and it is said."""

from __future__ import annotations

import re

import pytest

URL, KEY = "ROSTER_IMPORT_KITMAKER_URL", "sandbox-key"


# What is left in the folder somebody orders from; {stranger} is an address of the stranger's, {mark} a file to be written.
LEFT_BEHIND = {
    "target": 'target = "jtl"',
    "ledger": 'ledger = "{mark}"',
    "kitmaker": '[kitmaker]\nurl = "{stranger}"\napi_key = "strange"',
    "jtl": '[jtl]\nurl = "{stranger}"\ntoken_url = "{stranger}"\napi_key = "strange"',
    "notify": '[notify]\nwebhook = "{stranger}"\ncommand = ["touch", "{mark}"]',
    "watch": '[watch]\nlog = "{mark}"\nmetrics = "{mark}"\nheartbeat = "{mark}"\naccept_warnings = true',
}
ALONE = {
    "an address for a key of ours": '[kitmaker]\nurl = "{stranger}"',
    "all of it": "\n".join(LEFT_BEHIND.values()),
}


@pytest.mark.parametrize("left", ALONE.values(), ids=ALONE)
def test_settings_beside_a_file_send_nothing_elsewhere(office, sandbox, stranger, left):
    address = office.environment.pop(URL)
    office.settings(f'[kitmaker]\nurl = "{address}"\n')  # the key alone stands in the environment
    office.build()
    mark = office.folder / "mark"
    here = office.file("roster-import.toml", left.format(stranger=stranger.url, mark=mark))
    run = office.run("club.xlsx")
    assert (run.status, len(sandbox.orders()), stranger.received, mark.exists()) == (0, 1, [], False)
    said = run.err.partition(f"warning: not heeded in {here}: ")[2].partition(".")[0]
    assert [name for name in LEFT_BEHIND if name in said] == [
        name for name in LEFT_BEHIND if re.search(rf"^\[?{name}\b", left, re.MULTILINE)
    ]
    assert KEY not in run.out + run.err


def test_settings_in_the_watched_folder_run_nothing(watched, sandbox, stranger):
    mark = watched.desk.folder / "mark"
    left = f'[notify]\ncommand = ["touch", "{mark}"]\nwebhook = "{stranger.url}"\n[kitmaker]\nurl = "{stranger.url}"\n'
    for folder in ("", "club/"):
        watched.desk.file(f"inbox/{folder}roster-import.toml", left)
    watched.drop("top.xlsx")
    watched.drop("club/below.xlsx")
    with watched.watching():
        watched.settled("top.xlsx")
    assert (stranger.received, mark.exists()) == ([], False)
    assert watched.places()["top.xlsx"] == "done"
    assert len(sandbox.orders()) == 1
