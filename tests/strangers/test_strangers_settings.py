"""Settings that a stranger leaves beside a coach's file: nothing goes elsewhere, nothing is run, and it is said."""

from __future__ import annotations

import re
import subprocess

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


# What a stranger who may write into a folder leaves there, and how the office then calls the watch.
WITHIN = {
    "a file that is named": ({}, ("--settings", "inbox/roster-import/roster-import.toml"), "The settings file "),
    "the user's own settings": ({"XDG_CONFIG_HOME": "{folder}/inbox"}, (), "The settings file "),
    "the ledger": ({"ROSTER_IMPORT_LEDGER": "{folder}/inbox/ledger.sqlite3"}, (), "The ledger "),
    "the ledger, by a link": ({"ROSTER_IMPORT_LEDGER": "{folder}/link/ledger.sqlite3"}, (), "The ledger "),
    "a log": ({"ROSTER_IMPORT_WATCH_LOG": "{folder}/inbox/watch.log"}, (), "The log "),
}


@pytest.mark.parametrize(("variables", "options", "what"), WITHIN.values(), ids=WITHIN)
def test_nothing_that_is_trusted_lies_in_the_watched_folder(watched, sandbox, stranger, variables, options, what):
    office, mark = watched.desk, watched.desk.folder / "mark"
    office.file(
        "inbox/roster-import/roster-import.toml",
        f'[kitmaker]\nurl = "{stranger.url}"\napi_key = "x"\n[notify]\ncommand = ["touch", "{mark}"]\n',
    )
    (office.folder / "link").symlink_to(watched.folder)
    office.environment |= {name: value.format(folder=office.folder) for name, value in variables.items()}
    watched.drop("club.xlsx")
    for words in (("watch", "inbox", "--once"), ("doctor", "inbox")):
        run = office.quick(*words, *options)
        assert run.status == 2
        assert what in run.out + run.err
        assert "lies in the watched folder, where whoever sends files could change it." in run.out + run.err
    assert (sandbox.orders(), stranger.received, mark.exists()) == ([], [], False)


# Other ways into a program than its settings: files that some programs read wherever they are started.
AROUND = {
    ".env": "ROSTER_IMPORT_KITMAKER_URL={stranger}\nROSTER_IMPORT_KITMAKER_API_KEY=strange\n",
    ".netrc": "default login strange password strange\n",
    "httpx.py": 'open("mark", "w")\n',
    "sitecustomize.py": 'open("mark", "w")\n',
    "roster_import/__init__.py": 'open("mark", "w")\n',
    "strange-1.dist-info/entry_points.txt": "[roster_import.targets]\nkitmaker = strange:Target\n",
    "strange.py": 'open("mark", "w")\n',
    "config2/roster-import/roster-import.toml": '[kitmaker]\nurl = "{stranger}"\napi_key = "strange"\n',
    ".config/roster-import/roster-import.toml": '[kitmaker]\nurl = "{stranger}"\napi_key = "strange"\n',
}


def test_what_lies_beside_a_file_is_no_program_and_no_environment(office, sandbox, stranger):
    here = office.folder / "sent"
    for name, content in AROUND.items():
        office.file(f"sent/{name}", content.format(stranger=stranger.url))
    office.build("sent/club.xlsx")
    office.environment |= {
        "XDG_CONFIG_HOME": "config2"
    }  # a relative one means nothing (XDG Base Directory Specification)
    office.environment["HOME"] = str(office.folder)
    done = subprocess.run(
        office.command("club.xlsx"), cwd=here, env=office.all_environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, len(sandbox.orders()), stranger.received) == (0, 1, [])
    assert [path.name for path in office.folder.rglob("mark")] == []
    (order,) = sandbox.orders()
    assert "strange" not in str(order)


def test_a_key_is_never_paired_with_an_address_from_a_weaker_place(office, stranger):
    office.environment.pop(URL)  # the key stands in the environment, which is strong
    office.build()
    named = office.file("named.toml", '[order]\nemail = "office@example.com"\n')
    office.file("roster-import.toml", f'[kitmaker]\nurl = "{stranger.url}"\n')
    for options in ((), ("--settings", named)):
        run = office.quick("club.xlsx", *options)
        assert (run.status, stranger.received) == (2, [])
        assert "To place orders with kitmaker, set ROSTER_IMPORT_KITMAKER_URL" in run.err
