"""Options are declared once: where they may stand, what the documentation says of them, and which settings they are."""

from __future__ import annotations

import pytest

from roster_import.cli.main import cli
from roster_import.model.setting import TABLES
from roster_import.settings import TOP
from tests.cli.option_tables import PAGES, commands, rendered

COMMANDS = dict(commands())
OPTIONS = [
    (name, field) for name, command in COMMANDS.items() for field, option in command.options.items() if option.flags
]
VALUES = {"number": "1.5", "count": "8"}


def words(command):
    """A word for every argument that a command takes."""
    return ["word" for option in COMMANDS[command].options.values() if not option.flags]


def given(option, flag):
    if not option.takes_a_value:
        return [flag]
    return [flag, (option.choices or (VALUES.get(option.kind, "pyproject.toml"),))[0]]


@pytest.fixture
def told(monkeypatch):
    """Runs a command line and gives what its command was told, or the command's name where another one ran."""
    heard = []
    for name, command in COMMANDS.items():
        monkeypatch.setattr(command, "callback", lambda _name=name, **values: heard.append((_name, values)))

    def run(*args):
        heard.clear()
        cli.main(list(args), standalone_mode=False)
        return heard[-1]

    return run


@pytest.mark.every(3)
@pytest.mark.parametrize(("command", "field"), OPTIONS)
def test_every_option_stands_before_or_after_the_command_and_its_words(command, field, told):
    option = COMMANDS[command].options[field]
    for flags in option.flags:
        for flag in flags.split("/"):
            option_words, name = given(option, flag), command.split()
            behind = told(*name, *words(command), *option_words)
            assert behind == (command, {**behind[1], field: behind[1][field]})
            assert behind[1][field] != option.default or option.choices or flag.startswith("--no-")
            assert told(*name, *option_words, *words(command)) == behind
            assert told(*option_words, *name, *words(command)) == behind
            if len(name) == 2:
                assert told(name[0], *option_words, name[1], *words(command)) == behind
            if command == "import":
                assert told(*option_words, "word") == told("word", *option_words) == behind


def test_a_value_may_be_the_name_of_a_command(told):
    assert told("--where", "check", "orders")[1]["where"] == "check"
    assert told("--sport", "football", "check", "f.xlsx")[0] == "check"
    assert told("orders", "--where", "show")[0] == "orders"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_tables_of_the_documentation_are_the_declarations(page):
    assert page.read_text(encoding="utf-8") == rendered(page), "make options writes them"


def test_every_command_and_every_setting_has_a_table():
    text = PAGES[0].read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"<!-- options {name} -->" not in text] == []
    everywhere = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [name for name in ("top", *TABLES) if f"<!-- settings {name} -->" not in everywhere] == []


def test_an_option_that_is_a_setting_names_one():
    top = {setting.name for setting in TOP}
    named = {option.setting for command in COMMANDS.values() for option in command.options.values()} - {""}
    assert named <= top
    assert {"target", "language", "print_name", "design", "sport", "offline"} == named
