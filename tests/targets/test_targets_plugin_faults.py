"""An order system of another package that is not there, does not load or is not as it should be: one sentence, in every room."""

from __future__ import annotations

import json
import os

import pytest

import roster_import
from tests.conftest import Desk
from tests.targets.plugin_package import install, write_metadata

GOOD = """
from roster_import.targets import Access


class Made:
    name = "{name}"
    title = "ours"
    recognises_repeats = True
    taking_time = 0
    confirms_at_once = wants_prices = wants_players = wants_roster = False

    def __init__(self, settings):
        self.settings = settings

    def access(self): return Access(url="http://127.0.0.1:9", headers={{}}, secrets=())
    def check(self, order): return ()
    def body(self, order, again): return ""
    def placing(self, sending): yield
    def following(self, sending): yield
    def objections(self, order, refused): return ()
    def probes(self): return ()
    def differences(self, order, confirmation, body): return ()
"""
ASK = "ask its author for one made for roster-import 0.1.0."
LOAD = "install the package again, or ask its author."
FAULTS = {
    "noimport": ("import nowhere_at_all\n",
        "cannot be loaded (ModuleNotFoundError: No module named 'nowhere_at_all'): " + LOAD),
    "nosyntax": ("class Made(:\n", "cannot be loaded (SyntaxError: invalid syntax (roster_nosyntax.py, line 1)): " + LOAD),
    "raising": ("raise RuntimeError('no\\nlicence')\n", "cannot be loaded (RuntimeError: no licence): " + LOAD),
    "leaving": ("raise SystemExit(7)\n", "cannot be loaded (SystemExit: 7): " + LOAD),
    "noclass": ("Other = 1\n",
        "cannot be loaded (AttributeError: module 'roster_noclass' has no attribute 'Made'): " + LOAD),
    "number": ("Made = 7\n",
        "cannot be made with its settings (TypeError: 'int' object is not callable): correct [number] in roster-import.toml, "
        "or ask the package's author."),
    "choosy": ("def Made(settings): raise ValueError('what is ' + settings['api_key'] + '?')\n",
        "cannot be made with its settings (ValueError: what is •••?): correct [choosy] in roster-import.toml, or ask the "
        "package's author."),
    "lacking": (GOOD.replace("    def probes(self): return ()\n", "").replace("    taking_time = 0\n", ""),
        "cannot be used, as taking_time is missing and probes is missing: " + ASK),
    "wrongly": (GOOD.replace("taking_time = 0", "taking_time = '0'").replace('title = "ours"', "title = 7")
        .replace("recognises_repeats = True", "recognises_repeats = 'yes'")
        .replace("def check(self, order): return ()", "check = ()")
        .replace("def body(self, order, again)", "def body(self, order)"),
        "cannot be used, as title is no text, recognises_repeats is neither true nor false, taking_time is no number of 0 or "
        "more, check is no method and body takes other arguments: " + ASK),
    "renamed": (GOOD.replace("{name}", "another"), "cannot be used, as it calls itself “another”: " + ASK),
}  # fmt: skip


@pytest.fixture
def desk(tmp_path, monkeypatch):
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    made = Desk(tmp_path, {"ROSTER_IMPORT_LEDGER": str(tmp_path / "ledger.sqlite3"), "PYTHONPATH": str(site)})
    made.build("club.xlsx")
    (tmp_path / "folder").mkdir()
    return made


def broken(desk, name):
    source, words = FAULTS[name]
    install(desk.folder / "site", name, source.format(name=name) if "{name}" in source else source)
    desk.environment[f"ROSTER_IMPORT_{name.upper()}_API_KEY"] = "a1b2c3d4e5f6g7h8"
    return f"The order system {name} of the package roster-{name} 2.1 {words}"


@pytest.mark.parametrize("name", FAULTS)
def test_it_is_named_in_one_sentence(desk, name):
    sentence = broken(desk, name)
    for args in (
        ("club.xlsx",),
        ("check", "club.xlsx"),
        ("resume",),
        ("amend", "club.xlsx"),
        ("watch", "--once", "folder"),
    ):
        run = desk.quick(*args, "--target", name)
        said = run.err.partition("Watching folder.\n")[2] or run.err
        assert (run.status, run.out, said) == (2, "", f"roster-import: {sentence}\n"), args


def test_in_json_too(desk):
    sentence = broken(desk, "noimport")
    run = desk.quick("check", "--json", "--target", "noimport", "club.xlsx")
    assert (run.status, run.json) == (2, {"version": 1, "files": [], "error": {"message": sentence, "exitStatus": 2}})


def test_the_doctor_says_so_and_looks_at_the_rest(desk):
    sentence = broken(desk, "lacking")
    run = desk.quick("doctor", "--json", "--target", "lacking")
    found = {each["what"]: each for each in json.loads(run.out)["findings"]}
    assert (run.status, found["order system"]["ok"], found["order system"]["seen"]) == (2, False, sentence)
    assert found["ledger"]["ok"]
    assert found["order systems"]["seen"] == "kitmaker, dropday, jtl, lacking (roster-lacking 2.1)"


@pytest.mark.parametrize("name", ["noimport", "wrongly"])
def test_python_raises_it(desk, name, monkeypatch):
    sentence = broken(desk, name)
    monkeypatch.chdir(desk.folder)
    for variable, value in desk.environment.items():
        monkeypatch.setenv(variable, value)
    for call in (roster_import.check, roster_import.place):
        with pytest.raises(roster_import.UsageError) as told:
            call("club.xlsx", target=name)
        assert told.value.message == sentence
    with pytest.raises(roster_import.UsageError) as told:
        roster_import.check("club.xlsx", target="nobody")
    assert told.value.message == (
        f"There is no order system called “nobody” (known are kitmaker, dropday, jtl and {name}): correct the name, or install "
        "the package that brings it."
    )


def test_one_that_is_as_it_should_be_is_taken(desk):
    install(desk.folder / "site", "good", GOOD.format(name="good"))
    assert desk.quick("check", "--target", "good", "club.xlsx").status == 0


def test_two_packages_that_bring_one_name_are_a_matter_of_choice(desk):
    for package in ("roster-twice", "roster-again"):
        if package == "roster-twice":
            install(desk.folder / "site", "twice", GOOD.format(name="twice"))
        else:
            write_metadata(desk.folder / "site", package, "1.0", {"twice": "roster_twice:Made"})
    run = desk.quick("check", "--target", "twice", "club.xlsx")
    assert (run.status, run.err) == (
        2, "roster-import: Several packages bring an order system twice (roster-again 1.0 and roster-twice 2.1): uninstall all "
        "but one of them.\n",
    )  # fmt: skip


def test_ours_cannot_be_replaced(desk):
    write_metadata(desk.folder / "site", "roster-thief", "1.0", {"kitmaker": "roster_thief:Made"})
    run = desk.quick("doctor", "--json")
    found = {each["what"]: each for each in json.loads(run.out)["findings"]}
    assert found["order systems"]["seen"] == "kitmaker, dropday, jtl"
    assert desk.quick("check", "--target", "kitmaker", "club.xlsx").status == 0


def test_help_lists_what_is_installed_and_loads_none_of_it(desk):
    install(desk.folder / "site", "silent", "raise RuntimeError('loaded')\n")
    for command in ("import", "check", "resume", "watch", "doctor", "login"):
        run = desk.quick(command, "--help")
        assert run.status == 0
        words = " ".join(run.out.split())
        assert "The order system: kitmaker, dropday or jtl. Installed besides: silent (roster-silent 2.1)." in words
    assert "Installed besides" not in desk.quick("--help").out


def test_help_says_nothing_of_what_is_not_installed(offline):
    assert "Installed besides" not in offline.quick("check", "--help").out


def test_a_list_of_commands_reads_no_metadata(desk):
    import subprocess
    import sys

    code = (
        "import sys; sys.argv = ['roster-import', '--help']\n"
        "from roster_import.cli.main import run\n"
        "try: run()\n"
        "finally: print([name for name in sys.modules if name.startswith('importlib.metadata')], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, **desk.environment},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "[]\n")


@pytest.mark.parametrize(
    ("name", "method", "raised"),
    [
        ("gone", "def check(self, order): return {}['prices']", "check (KeyError: 'prices')"),
        ("none", "def check(self, order): return None", "check (TypeError: 'NoneType' object is not iterable)"),
        ("loud", "def check(self, order): raise RuntimeError(self.settings['api_key'])", "check (RuntimeError: •••)"),
    ],
)
def test_one_that_fails_while_it_checks_is_named_in_one_sentence(desk, name, method, raised):
    install(desk.folder / "site", name, GOOD.format(name=name).replace("def check(self, order): return ()", method))
    desk.environment[f"ROSTER_IMPORT_{name.upper()}_API_KEY"] = "a1b2c3d4e5f6g7h8"
    sentence = f"The order system {name} of the package roster-{name} 2.1 failed in {raised}: ask its author."
    for args in (("check",), ("import",)):
        run = desk.quick(*args, "--target", name, "club.xlsx")
        assert (run.status, run.out, run.err) == (2, "", f"roster-import: {sentence}\n")


TAKEN = "def placing(self, sending):\n        yield Reached(what='taken', tracking_id='1')\n        return Progress(status=Status.PENDING, tracking_id='1')"  # noqa: E501
FOLLOWING = "def following(self, sending): yield"


@pytest.mark.parametrize(
    ("name", "following", "trouble"),
    [
        ("idle", FOLLOWING, "The talk with the order system has a step that is none (NoneType)"),
        ("sure", "def following(self, sending):\n        yield from ()\n        raise AssertionError('no')",
         "The order system sure of the package roster-sure 2.1 failed in following (AssertionError: no): ask its author"),
        ("mute", "def following(self, sending):\n        yield from ()\n        return None",
         "The order system mute of the package roster-mute 2.1 failed in following (TypeError: it ends with NoneType): ask its "
         "author"),
    ],
)  # fmt: skip
def test_one_that_fails_while_it_follows_leaves_the_order_as_it_is(desk, name, following, trouble):
    source = GOOD.format(name=name).replace("def placing(self, sending): yield", TAKEN).replace(FOLLOWING, following)
    head = "from roster_import.model.placement import Progress, Status\nfrom roster_import.targets import Reached\n"
    install(desk.folder / "site", name, head + source)
    desk.environment |= {"ROSTER_IMPORT_POLL_TIMEOUT": "0", "ROSTER_IMPORT_POLL_INTERVAL": "0.01"}
    run = desk.quick("--json", "--target", name, "club.xlsx")
    (order,) = run.file["orders"]
    assert (run.status, order["status"], order["trackingId"]) == (4, "pending", "1")
    assert order["error"] == (
        f"ours has taken the order but not confirmed it yet ({trouble}). It is not ordered again: roster-import resume, or the "
        "same command again, finishes it."
    )


def test_one_that_fails_before_it_sends_is_named_and_the_file_is_unfinished(desk):
    method = "def body(self, order, again): return None"
    source = GOOD.format(name="null").replace('def body(self, order, again): return ""', method)
    install(desk.folder / "site", "null", source)
    run = desk.quick("--target", "null", "club.xlsx")
    sentence = "The order system null of the package roster-null 2.1 failed in body (TypeError: it gives no text)"
    assert (run.status, f"{sentence}: ask its author." in run.err) == (4, True)
