"""`--help`: whole sentences, whole names, in groups, with examples, in the reader's language; and nothing heavy is loaded."""

from __future__ import annotations

import re
import subprocess
import sys

import click
import pytest

from roster_import.cli import help_page
from roster_import.cli.examples import EXAMPLES
from roster_import.cli.main import GROUPS, cli
from tests.cli.option_tables import commands
from tests.pseudo_terminal import on_coloured_terminal

COMMANDS = dict(commands())
GROUPED = {name for _, names in help_page._GROUPS for name in names} | set(help_page._EVERYWHERE_FIELDS)


def page(name, width=80, language="en"):
    command = COMMANDS[name]
    return click.unstyle(str(help_page.command_page(command, f"roster-import {name}", language, width, EXAMPLES[name])))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_stands_once_with_its_whole_sentence_and_no_name_is_cut(name):
    lines = page(name).splitlines()
    assert max(map(len, lines)) <= 80 or all(" " not in line.strip()[:70] for line in lines if len(line) > 80)
    told = " ".join(page(name).split())
    for option in COMMANDS[name].options.values():
        if option.flags:
            assert len([line for line in lines if line.startswith(f"  {help_page._names(option)}")]) == 1
            assert " ".join(option.says.split()) in told
    assert "..." not in told


@pytest.mark.parametrize("name", COMMANDS)
def test_two_examples_close_every_page_and_are_what_the_command_takes(name):
    examples = EXAMPLES[name]
    assert len(examples) == 2
    assert page(name).endswith(help_page.wrapped(examples[-1][1], 80, "      ")[-1] + "\n")
    flags = {flag for option in COMMANDS[name].options.values() for flag in option.flags}
    for typed, _ in examples:
        assert typed.startswith(f"roster-import {name}")
        assert set(re.findall(r"(?<=\s)-[-a-z]+", typed)) <= flags


def test_the_fields_that_are_grouped_are_fields():
    fields = {field for command in COMMANDS.values() for field in command.options}
    assert set(help_page._FIRST) | GROUPED <= fields


def test_the_most_used_stand_first(offline):
    titles = re.findall(r"^(\S.*):$", offline.quick("import", "--help").out, re.MULTILINE)
    assert titles == ["Used most", "How the file is read", "The order system", "Everywhere", "Examples"]
    shown = re.findall(r"^  (-\S+)", offline.quick("import", "--help").out, re.MULTILINE)
    assert shown[:5] == ["--dry-run", "-y,", "-o,", "--sandbox", "--reference"]


def test_few_options_have_no_groups():
    assert "\nOptions:\n" in page("doctor")
    assert "Used most" not in page("doctor")


@pytest.mark.parametrize(
    ("given", "settings", "first"),
    [
        (("--help", "--language", "de"), "", "Aufruf: roster-import BEFEHL [OPTIONEN] …"),
        (("--language=da", "-h"), "", "Brug: roster-import KOMMANDO [TILVALG] …"),
        (
            ("orders", "show", "--language", "de", "--help"),
            "",
            "Aufruf: roster-import orders show [OPTIONEN] REFERENCE",
        ),
        (("check", "--help"), 'language = "da"', "Brug: roster-import check [TILVALG] FILES…"),
        (("check", "--help"), "language = [", "Usage: roster-import check [OPTIONS] FILES…"),
        (("--help",), "", "Usage: roster-import COMMAND [OPTIONS] …"),
    ],
)
def test_it_is_in_the_language_of_the_option_or_the_setting(offline, given, settings, first):
    if settings:
        offline.settings(settings)
    run = offline.quick(*given)
    assert (run.status, run.err, run.out.splitlines()[0]) == (0, "", first)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LC_ALL": "da_DK.UTF-8"}, "da"),
        ({"LC_ALL": "da_DK.UTF-8", "ROSTER_IMPORT_LANGUAGE": "de"}, "de"),
        ({"LC_ALL": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_it_is_in_the_language_of_the_environment_else_the_locale(offline, environment, language):
    offline.environment |= environment
    assert offline.quick("resume", "--help").out == page("resume", 80, language)


@pytest.mark.parametrize("language", ["da", "de"])
def test_all_of_it_is_translated(language):
    for name in COMMANDS:
        english, theirs = page(name).splitlines(), page(name, language=language).splitlines()
        alike = {line for line in set(english) & set(theirs) if "roster-import " not in line} - {""}
        assert {line for line in alike if re.search(r"[a-z] [a-z]+ [a-z]", line)} == set()
    words = {title for title, _ in GROUPS}
    assert words.isdisjoint(offline_titles(language))


def offline_titles(language):
    context = click.Context(cli, info_name="roster-import")
    context.meta["roster_import.language"] = language
    return re.findall(r"^(\S.*):$", click.unstyle(cli.get_help(context)), re.MULTILINE)


def test_headings_are_bold_on_a_terminal_alone(offline):
    _, shown = on_coloured_terminal(offline, "release", "--help", afresh=True)
    assert "\x1b[1mUsage\x1b[0m: roster-import release [OPTIONS] FILES…\n" in shown
    offline.environment["NO_COLOR"] = "1"
    assert "\x1b" not in on_coloured_terminal(offline, "release", "--help", afresh=True)[1]
    assert "\x1b" not in offline.quick("release", "--help").out


@pytest.mark.parametrize("given", ["--help", "import --help", "import --help --language de"])
def test_what_takes_long_to_load_is_not_loaded(given):
    code = (
        f"import sys; sys.argv = ['roster-import', *{given.split()!r}]\n"
        "from roster_import.cli.main import run\n"
        "try: run()\n"
        "except SystemExit: pass\n"
        "heavy = {'pandas', 'openpyxl', 'pandera', 'httpx', 'numpy', 'asyncio', 'sqlite3', 'rich', 'importlib.metadata'}\n"
        "heavy |= {'dataclasses', 'platformdirs', 'babel'} if 'import' not in sys.argv else set()\n"
        "print('LOADED', sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("LOADED []\n")
