"""Every command, option, setting, environment name, meaning and make target that a page names is there; links lead somewhere."""

from __future__ import annotations

import re
import shlex
import tomllib
from functools import cache

import click
import pytest

from roster_import.cli.main import cli
from roster_import.language.catalogues import LANGUAGES
from roster_import.language.messages import heading
from roster_import.language.translations import in_language
from roster_import.model.layout import Meaning
from roster_import.model.setting import TABLES
from roster_import.settings import TOP
from tests.cli.option_tables import commands
from tests.conftest import REPOSITORY

PAGES = sorted(
    (
        REPOSITORY / "README.md",
        REPOSITORY / "CONTRIBUTING.md",
        *REPOSITORY.glob("docs/**/*.md"),
        *REPOSITORY.glob("*/README.md"),
    )
)
RECIPES = sorted((REPOSITORY / "docs" / "recipes").iterdir())
COACHES = sorted((REPOSITORY / "docs" / "coaches").glob("*.md"))
COMMANDS = dict(commands())
KEYS = {"": {setting.name for setting in TOP}} | {name: {setting.name for setting in TABLES[name]} for name in TABLES}
# Order systems that docs/targets.md brings in a package of its own.
PLUGINS = {"csvdrop", "printshop", "oldshop"}
# Words that nobody knows who has not read of them.
OURS = ("ledger", "placeholder", "stand-in", "realm", "target", "MUL", "SKU")
# Pages that name no code, and what of it they name all the same: a table's schema, a figure for monitors, a shell's word.
OFFICE = (
    "README",
    "setup",
    "ordering",
    "workbook",
    "results",
    "orders",
    "options",
    "watch",
    "security",
    "proof",
    "scripts",
)
NO_SETTINGS = {"roster_import", "roster_import_watch_trouble", "zsh_source"}

_FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
_INLINE = re.compile(r"`([^`\n]+)`")
_CALL = re.compile(r"(?:^|[\s=/\\])roster-import(?= |$)((?: [^\n]*)?)")
_BEHIND = re.compile(r"\s+(?:#|\||&&|>>?|2>|\\$).*")  # a comment, or what is the shell's and not ours

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))


def text_of(page):
    return page.read_text(encoding="utf-8")


def code_in(page):
    """Every line and span of code on a page, and a whole recipe, as it is code from end to end; of XML its arguments."""
    text = text_of(page)
    if page.suffix == ".xml":
        yield from (f"roster-import {words}" for words in re.findall("<Arguments>(.*?)</Arguments>", text))
        return
    if page.suffix != ".md":
        yield from text.splitlines()
        return
    for kind, block in _FENCE.findall(text):
        if kind in ("", "console", "bash", "sh"):
            yield from block.splitlines()
    yield from _INLINE.findall(_FENCE.sub("", text).replace(r"\|", "|"))


def calls_in(page):
    """The arguments of every command line of ours: `$ roster-import check club.xlsx | head -3  # said` is check, club.xlsx."""
    for code in code_in(page):
        short = [code] if code.partition(" ")[0] in COMMANDS else []  # `check --json`
        for called in (*_CALL.findall(code), *short):
            args = shlex.split(_BEHIND.sub("", called))
            if page.suffix == ".md" or (args[:1] and args[0] in COMMANDS):  # a recipe has the name in sentences, too
                yield args


@cache
def our_modules():
    folders = (each for each in REPOSITORY.iterdir() if each.is_dir() and not each.name.startswith("."))
    return [path.as_posix() for folder in folders for path in folder.rglob("*.py")]


@each_page
def test_every_module_that_is_named_is_there(page):
    """`place/send/http.py` is told by its folder; `xx` stands for a language that somebody adds."""
    named = {name for code in _INLINE.findall(text_of(page)) for name in re.findall(r"^[\w./-]+\.py$", code)}
    assert {
        name for name in named if "xx" not in name and not any(path.endswith(f"/{name}") for path in our_modules())
    } == set()


# ------------------------------------------------------------------------------------------- commands and options


@pytest.fixture
def understood(monkeypatch):
    """Parses arguments as the command line does, and runs nothing."""
    for command in COMMANDS.values():
        monkeypatch.setattr(command, "callback", lambda **values: None)

    def parse(args):
        try:
            cli.main(args, standalone_mode=False)
        except click.MissingParameter:
            pass  # `check --json`: of what is not said
        except click.BadParameter as error:
            if "does not exist" not in error.message:  # as club.xlsx does not, or a club's folder
                raise

    return parse


@pytest.mark.parametrize("page", [*PAGES, *RECIPES], ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_every_command_line_is_understood(page, understood):
    for args in calls_in(page):
        if len(args) > 1:
            assert args[0] in COMMANDS or re.search(r"^-|[./]", args[0]), args  # else it is a file: club.xlsx
            understood(args)
        elif args and re.fullmatch("[a-z]+", args[0]):
            assert args[0] in COMMANDS, args


@each_page
def test_every_option_is_one_of_a_command(page):
    known = {
        flag
        for each in COMMANDS.values()
        for option in each.options.values()
        for flags in option.flags
        for flag in flags.split("/")
    }
    known |= {"--help", "--version"}
    if page.name == "comparison.md":  # whose subject is the options of others
        return
    said = {
        option
        for code in code_in(page)
        if code.startswith("--")
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", code)
    }
    assert said - known == set()


@each_page
def test_every_meaning_of_a_column_is_one(page):
    said = {meaning for code in code_in(page) for meaning in re.findall(r'--map "?[^"=]*=([a-z-]+)', code)}
    assert said <= set(Meaning)


@each_page
def test_every_make_target_is_one(page):
    targets = set(re.findall(r"^([a-z-]+):", text_of(REPOSITORY / "Makefile"), re.MULTILINE))
    said = {word for code in code_in(page) for word in re.findall(r"(?:^|[A-Z]+=\d+ )make ([a-z-]+)", code)}
    assert said <= targets


# ------------------------------------------------------------------------------------------------------- settings


@each_page
def test_every_key_of_a_settings_file_is_a_setting(page):
    for kind, block in _FENCE.findall(text_of(page)):
        said = tomllib.loads(block) if kind == "toml" else {}
        if "project" in said:  # a package's own file
            continue
        for name, value in said.items():
            if not isinstance(value, dict):
                assert name in KEYS[""], name
            elif name not in {"organizations", *PLUGINS}:
                assert set(value) <= KEYS[name], name


@each_page
def test_every_setting_named_in_a_sentence_is_one(page):
    for code in code_in(page):
        if (
            named := re.fullmatch(r"\[([a-z]+)\](?: ([a-z_]+))?", code)
        ) and page.name != "sandbox.md":  # which has marks [fail]
            table, key = named.groups()
            assert table in {"organizations", *KEYS, *PLUGINS}, code
            assert key is None or key in KEYS[table], code
        if set_to := re.fullmatch(r"([a-z_]+) = .*", code):
            assert any(set_to[1] in keys for keys in KEYS.values()), code


@pytest.mark.parametrize("page", [page for page in PAGES if page.stem in OFFICE], ids=lambda page: page.stem)
def test_a_name_like_a_setting_is_one_or_an_option_from_python(page):
    known = set().union(*KEYS.values(), *(command.options for command in COMMANDS.values()), NO_SETTINGS)
    assert {code for code in code_in(page) if re.fullmatch(r"[a-z]+(_[a-z]+)+", code)} <= known


@pytest.mark.parametrize("page", [*PAGES, *RECIPES], ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_every_environment_name_is_a_setting(page):
    known = {setting.variable for setting in (*TOP, *(each for table in TABLES.values() for each in table))}
    said = set(re.findall(r"(?<!_)ROSTER_IMPORT_[A-Z_]+", text_of(page)))
    plugins = tuple(f"ROSTER_IMPORT_{name.upper()}_" for name in PLUGINS)
    assert {name for name in said - known if not name.startswith(plugins)} == set()


# ------------------------------------------------------------------------------------------------- links and words


def anchors(page):
    headings = re.findall(r"^#+ (.*)$", _FENCE.sub("", text_of(page)), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in headings}


@each_page
def test_every_link_leads_somewhere(page):
    for link in re.findall(r"\]\(([^)\s]+)\)", _INLINE.sub("", _FENCE.sub("", text_of(page)))):
        where, _, anchor = link.partition("#")
        if "://" not in link:
            to = (page.parent / where).resolve() if where else page
            assert to.exists(), link
            assert not anchor or anchor in anchors(to), link


@each_page
def test_every_row_of_a_table_has_as_many_cells_as_its_head(page):
    wide = None
    for line in _FENCE.sub("", text_of(page)).splitlines():
        cells = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else None
        assert cells is None or wide in (None, cells), line
        wide = cells


def test_every_page_stands_in_the_index():
    index = text_of(REPOSITORY / "docs" / "index.md")
    assert [
        page.name
        for page in PAGES
        if page.parent.name == "docs" and page.name != "index.md" and f"]({page.name}" not in index
    ] == []


PLAIN = re.compile(
    r"```.*?```|<!-- (?:options|settings) .*?<!-- end -->|<!--.*?-->|`[^`\n]*`|^#.*?$|\]\([^)]*\)",
    re.DOTALL | re.MULTILINE,
)


@each_page
def test_a_word_of_ours_is_explained_where_it_first_stands(page):
    """It is a link to its explanation, or in *italics* and explained there; the README does without."""
    if page.name in ("architecture.md", "CONTRIBUTING.md", "index.md"):
        return
    text = PLAIN.sub("", text_of(page))
    for word in OURS:
        first = re.search(rf"(.?)\b{word}s?\b", text, 0 if word.isupper() else re.IGNORECASE)
        assert first is None or first[1] in ("[", "*"), f"{word}: {text[first.start() - 40 : first.end() + 40]!r}"


def test_the_readme_is_one_page_and_its_pictures_are_small():
    text = text_of(REPOSITORY / "README.md")
    assert len(text.splitlines()) <= 70
    assert not [word for word in OURS if word in text]
    sizes = {picture.name: picture.stat().st_size for picture in (REPOSITORY / "docs" / "pictures").glob("*.png")}
    assert {"proof.png", "problems.png"} <= set(sizes)
    assert max(sizes.values()) < 60_000


@pytest.mark.parametrize("page", COACHES, ids=lambda page: page.stem)
def test_a_coach_reads_the_words_of_the_workbook(page):
    language = page.suffixes[0][1:] if len(page.suffixes) > 1 else "en"
    assert language in LANGUAGES
    said = {
        in_language(heading(word), language)
        for word in ("Order", "Roster", "Player", "Name", "Number", "Size", "Quantity", "Design")
    }
    said.add(in_language(heading("What to fix"), language))
    assert said <= set(re.findall(r"\*\*(.+?)\*\*", text_of(page)))
    assert page.with_suffix(".pdf").exists(), "make pictures makes it"
