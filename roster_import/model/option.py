"""How an option of a command is declared: once, for the command line, the type a command is told by, the documentation."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

T = TypeVar("T")
Kind = Literal["text", "path", "file", "number", "count", "switch"]
"""A file is a path that is no folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Generic[T]):
    """An option, or an argument where it has no flags; called, it is the field of a command's type.

    `flags` are as the command line takes them, `says` is what `--help` says, `metavar` what stands for the value there.
    `choices` are the only values, `least` and `most` the bounds of a number; `many` may be given more than once. The
    value of `setting`, where that is the name of a setting, is the option's own where it is given. `listed_last`: behind the
    command's own options.
    """

    kind: Kind
    flags: tuple[str, ...]
    default: T
    says: str = ""
    metavar: str | None = None
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    many: bool = False
    required: bool = False
    exists: bool = False
    show_default: bool = False
    setting: str = ""
    listed_last: bool = False

    def __call__(self) -> T:
        """The declaration as a field, its default with it."""
        made: T = field(default=self.default, metadata={"option": self})
        return made

    @property
    def takes_a_value(self) -> bool:
        """Whether a value follows its flags."""
        return bool(self.flags) and self.kind != "switch"


def switch(*flags: str, says: str, setting: str = "") -> Option[bool]:
    """An option that is there or not."""
    return Option(kind="switch", flags=flags, default=False, says=says, setting=setting)


def yes_or_no(flags: str, says: str) -> Option[bool | None]:
    """An option with an opposite, `--yes/--no`; None where neither is given."""
    return Option(kind="switch", flags=(flags,), default=None, says=says)


def text(
    *flags: str,
    says: str,
    metavar: str | None = None,
    choices: tuple[str, ...] = (),
    setting: str = "",
) -> Option[str | None]:
    """An option with a text."""
    return Option(kind="text", flags=flags, default=None, says=says, metavar=metavar, choices=choices, setting=setting)


def texts(flag: str, says: str, metavar: str) -> Option[tuple[str, ...]]:
    """An option that may be given more than once."""
    return Option(kind="text", flags=(flag,), default=(), says=says, metavar=metavar, many=True)


def path(*flags: str, says: str, kind: Kind = "path", exists: bool = False) -> Option[Path | None]:
    """An option with a path."""
    return Option(kind=kind, flags=flags, default=None, says=says, exists=exists)


def declared(command: type[Any]) -> Iterator[tuple[str, Option[Any]]]:
    """The options of a command's type, by the names of its fields, in the order in which `--help` lists them."""
    options = [(entry.name, option) for entry in fields(command) if (option := entry.metadata.get("option"))]
    yield from sorted(options, key=lambda named: named[1].listed_last)
