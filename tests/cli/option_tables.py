"""The tables of options and settings in the documentation, made of the declarations; run as `make options` it writes them.

A table stands between `<!-- options NAME -->` or `<!-- settings NAME -->` and `<!-- end -->`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from roster_import.cli.main import cli
from roster_import.cli.options import Command
from roster_import.model.setting import TABLES
from roster_import.settings import TOP
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from roster_import.model.option import Option, Setting

PAGES = (REPOSITORY / "docs" / "options.md", REPOSITORY / "docs" / "targets.md")
_BLOCK = re.compile(r"(<!-- (options|settings) ([a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def commands(group: click.Group = cli, before: str = "") -> Iterator[tuple[str, Command]]:
    """Every command by its whole name, those of `orders` among them."""
    for name, command in group.commands.items():
        assert isinstance(command, Command)
        yield before + name, command
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")


def rendered(page: Path) -> str:
    """The page with its tables as the declarations are now."""
    return _BLOCK.sub(lambda block: block[1] + _table(block[2], block[3]) + block[4], page.read_text(encoding="utf-8"))


def _table(kind: str, name: str) -> str:
    rows = _options(dict(commands())[name]) if kind == "options" else _settings(TOP if name == "top" else TABLES[name])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _options(command: Command) -> Iterator[tuple[str, ...]]:
    yield from (("option", "from Python", "meaning"), ("---",) * 3)
    for name, option in command.options.items():
        if option.flags:
            yield f"`{_flags(option)}`", f"`{name}`", option.says.rstrip(".")


def _flags(option: Option) -> str:
    flags = ", ".join(option.flags)
    if not option.takes_a_value:
        return flags
    value = option.metavar or "|".join(option.choices) or {"path": "PATH", "file": "FILE"}.get(option.kind, "VALUE")
    value = value.replace("|", r"\|")  # which would end the cell
    return f"{flags} {value}"


def _settings(settings: tuple[Setting, ...]) -> Iterator[tuple[str, ...]]:
    yield from (("key", "environment", "meaning", "default"), ("---",) * 4)
    for setting in settings:
        variable = f"`{setting.variable}`" if setting.variable else ""
        yield f"`{setting.name}`", variable, setting.meaning, setting.usual


if __name__ == "__main__":
    for each in PAGES:
        each.write_text(rendered(each), encoding="utf-8")
