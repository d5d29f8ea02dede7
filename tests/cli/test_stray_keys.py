"""A key given where none belongs is never said again: by no command, in no argument, option, setting or variable."""

from __future__ import annotations

import io

import pytest

import roster_import
from tests.cli.option_tables import commands
from tests.conftest import CATALOGUE

KEYS = ("hGk39dKK20sLqPz81vWx", "km_live_7f3a9b21c4d85e60", "my-secret-key", "QmFzZTY0LWtleQabcdefGHIJ+/Zz==")
COMMANDS = dict(commands())


# What is given to something that is made or asked for is its name, whatever it looks like: it is said, and stands in lists.
NAMES = {"--reference", "--output", "--where", "--preview", "orders export"}


def lines_of(name):
    """A command with the key in the place of an argument, behind every option that takes a value, and as an option."""
    words = name.split()
    yield from (
        [*words, "--api-key={key}", "x"],
        [*words, "--api-key", "{key}"],
        [*words, "--{random}"],
        [*words, "-k{key}"],
    )
    yield from ([*words, "a", "{key}", "{key}"], [*words, "--json", "{key}", "b"], [*words, "{key}"])
    file = "club.xlsx" if name == "check" else "nothing.xlsx"
    for option in COMMANDS[name].options.values():
        if option.takes_a_value and not NAMES & {name, *option.flags}:
            yield [*words, option.flags[-1], "{key}"]
            yield [*words, f"{option.flags[-1]}={{key}}", file]


@pytest.fixture
def desk(desk, monkeypatch):
    desk.build("club.xlsx")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    monkeypatch.setattr("roster_import.pipeline.sandbox.serve", lambda *_: None)  # it would stay until it is stopped
    return desk


@pytest.mark.every(4)
@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_says_it_again(desk, name):
    for line in lines_of(name):
        for key in KEYS if "{key}" in line else KEYS[:1]:
            run = desk.quick(*(word.format(key=key, random=KEYS[0]) for word in line))
            assert key not in run.out + run.err, line


@pytest.mark.every(3)
@pytest.mark.parametrize("text", [
    'target = "{key}"', 'language = "{key}"', 'print_name = "{key}"', 'poll_interval = "{key}"', 'sport = "{key}"',
    'ledger = "{key}://x"', 'ledger = "postgresql://{key}@@x"', '[kitmaker]\nurl = "{key}"', '[kitmaker]\nurl = "https://{key}@x"',
    '[kitmaker]\nurl = "http://{key}"', '[kitmaker]\nkey = "{key}"', '[kitmaker]\n"{key}" = 1', '"{key}" = 1', '{key}',
    'kitmaker = "{key}"',
    '[kitmaker]\napi_key = {key}', '[watch]\ninterval = "{key}"', '[watch]\naccept_warnings = "{key}"',
    '[notify]\nwebhook = "{key}"',
    'api_key = "{key}"', '[jtl]\napi_version = "{key}"\n[kitmaker]\napi_key = "ä{key}"', '[{key}]\nx = 1', '[order]\n"{key}" = 1',
])  # fmt: skip
def test_no_setting_is_said_again(desk, text):
    del desk.environment["ROSTER_IMPORT_KITMAKER_API_KEY"], desk.environment["ROSTER_IMPORT_LEDGER"]
    for key in KEYS if '"{key}' in text and '"{key}" = 1' not in text else KEYS[:2]:
        (desk.folder / "roster-import.toml").write_text(text.format(key=key), encoding="utf-8")
        for args in (("check", "--json", "club.xlsx"), ("doctor",)):
            run = desk.quick(*args)
            assert key not in run.out + run.err, args


@pytest.mark.every(3)
@pytest.mark.parametrize("name", [
    "TARGET", "LANGUAGE", "PRINT_NAME", "POLL_INTERVAL", "SPORT", "LEDGER", "KITMAKER_URL", "KITMAKER_APIKEY", "KITMAKER_KEY",
    "API_KEY", "JTL_API_VERSION", "KITMAKER", "DROPDAY_URL",
])  # fmt: skip
def test_no_variable_is_said_again(desk, name):
    for key in KEYS:
        desk.environment[f"ROSTER_IMPORT_{name}"] = f"{key}://" if name == "LEDGER" else key
        for args in (("check", "club.xlsx"), ("doctor", "--json")):
            run = desk.quick(*args)
            assert key not in run.out + run.err, args


def test_what_is_wrong_is_said_without_it(desk):
    said = {
        ("login", KEYS[0]): "A key is never given on the command line, where others can read it: roster-import login asks for "
        "it, or reads it from a pipe. If one stood there, have the order system's people give you another.",
        ("doctor", ".", "one", "more"): "There are 2 words too many.",
        ("check", f"--api-key={KEYS[0]}", "club.xlsx"): "There is no option --api-key.",
        ("check", f"--{KEYS[0]}", "club.xlsx"): "There is no option •••.",
        ("check", "--language", KEYS[0], "club.xlsx"): "--language is one of en, da, de.",
        ("check", KEYS[0]): "There is no command and no file •••. Nothing was sent.",
        ("orders", "show", KEYS[0]): "The ledger holds no order •••. roster-import orders lists what it holds.",
    }  # fmt: skip
    for words, sentence in said.items():
        run = desk.quick(*words)
        assert (run.status, run.err.removesuffix(" See roster-import --help.\n").removesuffix("\n")) == (
            2, f"roster-import: {sentence}"
        ), words  # fmt: skip


def test_what_is_no_key_is_said(desk):
    for words, part in (
        (("check", "clubb.xlsx"), "There is no file clubb.xlsx."),
        (("settle", "PO-2026-0042", "--not-placed"), "no order PO-2026-0042 for kitmaker"),
        (("check", "--target", "shopify", "club.xlsx"), "“shopify”"),
    ):
        assert part in desk.quick(*words).err


def test_python_keeps_it_too(desk, monkeypatch):
    monkeypatch.chdir(desk.folder)
    for given in (
        {"target": KEYS[0]},
        {"language": KEYS[0]},
        {"poll_timeout": KEYS[0]},
        {"kitmaker": {"url": KEYS[0]}},
    ):
        with pytest.raises(roster_import.UsageError) as told:
            roster_import.check("club.xlsx", **given)
        assert KEYS[0] not in repr(told.value)


def test_the_key_of_the_settings_is_hidden_wherever_it_was_typed(desk):
    desk.environment["ROSTER_IMPORT_KITMAKER_API_KEY"] = "plain words"
    desk.build("club.xlsx", catalogue=CATALOGUE)
    run = desk.quick("check", "plain words")
    assert run.err == "roster-import: There is no command and no file •••. Nothing was sent.\n"
