"""How an option of a command, and a setting, are declared: once, for the command line, the types and the documentation."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from roster_import.model.setting_names import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

T = TypeVar("T")
Kind = Literal["text", "path", "file", "number", "count", "switch"]
"""A file is a path that is no folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Generic[T]):
    """An option, or an argument where it has no flags; called, it is the field of a command's type.

    `flags` are as the command line takes them, `says` is what `--help` says, `metavar` what stands for the value there.
    `choices` are the only values, `least` and `most` the bounds of a number; `many` may be given more than once. The
    value of `setting`, where that is the name of a setting, is the option's own where it is given.
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
    for entry in fields(command):
        if option := entry.metadata.get("option"):
            yield entry.name, option


# ------------------------------------------------------------------------------------------------------- settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A setting: its key in a table of the settings file, or at its top, what it means, and what it is where nobody says it.

    `read` makes a value of what file, environment or command say, and raises `UsageError` where it is none.
    """

    name: str
    meaning: str = ""
    usual: str = ""
    table: str = ""
    has_variable: bool = True
    read: Callable[[str, object], object] | None = None

    @property
    def variable(self) -> str:
        """Its environment variable; none where it has none."""
        name = f"{self.table}_{self.name}" if self.table else self.name
        return f"{PREFIX}{name.upper()}" if self.has_variable else ""


def setting(default: T, read: Callable[[str, object], T], meaning: str, *, usual: str = "", shown: bool = True) -> T:
    """The field of a type whose fields are settings."""
    words = usual or (
        str(default) if isinstance(default, str) else f"{default:g}" if isinstance(default, float | int) else ""
    )
    made: T = field(default=default, repr=shown, metadata={"setting": (read, meaning, words)})
    return made


def settings_of(type_: type[Any], table: str = "") -> tuple[Setting, ...]:
    """The settings that a type's fields declare, as those of a table."""
    return tuple(
        Setting(name=entry.name, table=table, read=read, meaning=meaning, usual=usual)
        for entry in fields(type_)
        if "setting" in entry.metadata
        for read, meaning, usual in [entry.metadata["setting"]]
    )
