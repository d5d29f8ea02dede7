"""What `--help` shows of a command: sentences whole, options by what they are for, examples; in the reader's language.

It is printed before anything is loaded: of the catalogues only the entries of the context `help` are read.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final, Protocol

import click

from roster_import.language.catalogues import words
from roster_import.language.invisible import on_one_line
from roster_import.language.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from roster_import.model.option import Option

    class Described(Protocol):
        """A command as a page needs it."""

        help: str | None

        @property
        def options(self) -> Mapping[str, Option[Any]]:
            """The declarations of its options and arguments."""
            ...


CONTEXT: Final = "help"
_NARROW, _WIDEST_NAMES, _GAP = 40, 24, 2
_OFTEN = say("Used most", "help")
_OPTIONS = say("Options", "help")
_EVERYWHERE = say("Everywhere", "help")
# The options by the names of their fields, the most used first. What stands in none of them is the command's own.
_GROUPS: Final = (
    (
        say("How the file is read", "help"),
        ("sheets", "mapping", "print_name", "design", "titles", "apply_safe", "sport", "encoding", "delimiter"),
    ),
    (say("The order system", "help"), ("target", "offline", "test_order", "new_order", "organization")),
)
_EVERYWHERE_FIELDS: Final = ("language", "as_json", "verbose", "settings")
_FIRST: Final = ("dry_run", "yes", "output", "sandbox", "reference")  # of the command's own
_FEW: Final = 4  # options that need no groups

Rows = list[tuple[str, str]]


class Page:
    """Lines of help, as wide as the reader's screen."""

    def __init__(self, language: str, width: int) -> None:
        self._language = language
        self._width = max(_NARROW, width)
        self._lines: list[str] = []

    def said(self, english: str) -> str:
        """A sentence of ours in the reader's language."""
        return words(self._language).get((CONTEXT, english), ("",))[0] or english

    def usage(self, command: str, arguments: str) -> None:
        """How a command is called."""
        self._lines += [f"{_bold(self.said(say('Usage', 'help')))}: {command} {arguments}"]

    def paragraphs(self, text: str) -> None:
        """What a command does."""
        for paragraph in paragraphs_of(text):
            self._lines += ["", *wrapped(self.said(paragraph), self._width, "  ")]

    def tables(self, tables: Iterable[tuple[str, Rows]]) -> None:
        """Names under their titles, and what each means; a name is never cut: where it is long, its meaning stands beneath."""
        filled = [(title, rows) for title, rows in tables if rows]
        names = [len(name) for _, rows in filled for name, _ in rows]
        column = 2 + max((length for length in names if length <= _WIDEST_NAMES), default=_WIDEST_NAMES) + _GAP
        for title, rows in filled:
            self._lines += ["", f"{_bold(self.said(title))}:"]
            self._lines += [line for name, meaning in rows for line in self._row(name, meaning, column)]

    def _row(self, name: str, meaning: str, column: int) -> list[str]:
        lines = wrapped(meaning, self._width, " " * column) or [""]
        if len(name) + 2 + _GAP > column:
            return [f"  {name}", *lines]
        return [(f"  {name}".ljust(column) + lines[0][column:]).rstrip(), *lines[1:]]

    def examples(self, examples: Mapping[str, str]) -> None:
        """What may be typed, each with what comes of it."""
        if examples:
            self._lines += ["", f"{_bold(self.said(say('Examples', 'help')))}:"]
        for typed, meaning in examples.items():
            self._lines += [f"  {typed}", *wrapped(self.said(meaning), self._width, "      ")]

    def __str__(self) -> str:
        return "".join(f"{line}\n" for line in self._lines)


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a docstring, each on one line."""
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]


def wrapped(text: str, width: int, indent: str) -> list[str]:
    """A text in lines, broken between words alone: the name of an option stays whole."""
    lines, line = [], indent
    for word in text.split():
        if line.strip() and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = indent
        line = f"{line} {word}" if line.strip() else indent + word
    return [*lines, line] if line.strip() else lines


def option_rows(command: Described, page: Page) -> Iterator[tuple[str, Rows]]:
    """The options of a command in groups: its own first, then those many have, then those all have."""
    flagged = {name: option for name, option in command.options.items() if option.flags}
    groups = [(title, [name for name in names if name in flagged]) for title, names in _GROUPS]
    everywhere: list[str] = [name for name in _EVERYWHERE_FIELDS if name in flagged]
    elsewhere = {name for _, names in groups for name in names}.union(everywhere)
    own = sorted((name for name in flagged if name not in elsewhere), key=_place)
    if len(own) + len(elsewhere) - len(everywhere) <= _FEW:  # too few to be told apart
        own, groups = [*own, *(name for _, names in groups for name in names)], []
    first = _OFTEN if any(names for _, names in groups) else _OPTIONS
    sections: list[tuple[str, list[str]]] = [(first, own), *groups, (_EVERYWHERE, everywhere)]
    for title, names in sections:
        rows = [(_names(flagged[name]), _meaning(flagged[name], page)) for name in names]
        yield title, rows + ([_help_row(page)] if title is _EVERYWHERE else [])


def _place(name: str) -> int:
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)


def _names(option: Option[Any]) -> str:
    flags = ", ".join(option.flags).replace("/", " / ")
    if not option.takes_a_value:
        return flags
    kind = {"path": "PATH", "file": "FILE", "number": "NUMBER", "count": "NUMBER"}.get(option.kind, "TEXT")
    return f"{flags} {option.metavar or '|'.join(option.choices) or kind}"


def _meaning(option: Option[Any], page: Page) -> str:
    parts = [page.said(option.says)] if option.says else []
    if option.setting == "target" and (installed := _installed()):
        parts.append(f"{page.said(say('Installed besides', 'help'))}: {', '.join(installed)}.")
    if option.show_default:
        parts.append(f"{page.said(say('Without it', 'help'))}: {option.default}.")
    return " ".join(parts)


def _help_row(page: Page) -> tuple[str, str]:
    return "-h, --help", page.said(say("Show this page.", "help"))


def _installed() -> tuple[str, ...]:
    """The order systems that other packages bring, where there is a package that does: most machines have none."""
    import sys

    if not any(_brings_one(folder) for folder in sys.path):
        return ()
    from roster_import.pipeline.known_systems import installed_systems

    return tuple(map(on_one_line, installed_systems()))


def _brings_one(folder: str) -> bool:
    """Whether a package installed there names an order system: the metadata are looked through without being understood."""
    try:
        packages = [
            entry.path for entry in os.scandir(folder or ".") if entry.name.endswith((".dist-info", ".egg-info"))
        ]
    except NotADirectoryError:
        return True  # an archive: whoever understands it looks
    except OSError:
        return False
    return any(_names_one(os.path.join(package, "entry_points.txt")) for package in packages)  # noqa: PTH118 - pathlib takes longer to load than this takes


def _names_one(path: str) -> bool:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            return b"[roster_import.targets]" in file.read()
    except OSError:
        return False


def command_rows(group: click.Group, names: Iterable[str], page: Page) -> Rows:
    """Commands, each with its whole sentence."""
    return [(name, page.said(paragraphs_of(group.commands[name].help or "")[0])) for name in names]


def arguments_of(command: Described, page: Page) -> str:
    """How a command's words are written behind its name."""
    arguments = [_argument(name, option) for name, option in command.options.items() if not option.flags]
    has_commands = isinstance(command, click.Group)
    return " ".join([page.said(say("[OPTIONS]", "help")), *arguments, *(["[COMMAND …]"] if has_commands else [])])


def _argument(name: str, option: Option[Any]) -> str:
    shown = option.metavar or name.upper() + ("…" if option.many else "")
    return shown if option.required or option.metavar else f"[{shown}]"


def _bold(text: str) -> str:
    """A heading; what is no terminal gets it plain, as click takes the weight away there."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return text if plain else click.style(text, bold=True)


def command_page(command: Described, path: str, language: str, width: int, examples: Sequence[tuple[str, str]]) -> Page:
    """The page of one command."""
    page = Page(language, width)
    page.usage(path, arguments_of(command, page))
    page.paragraphs(command.help or "")
    page.tables(option_rows(command, page))
    if isinstance(command, click.Group):
        page.tables([(say("Commands", "help"), command_rows(command, command.commands, page))])
    page.examples(dict(examples))
    return page
