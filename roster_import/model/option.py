"""How an option of a command is declared: once, for the command line, the type a command is told by, the documentation."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, dataclass_transform

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


def argument(
    kind: Kind, default: T, *, metavar: str | None = None, many: bool = False, required: bool = False
) -> Option[T]:
    """What has no flag, but a place on the command line."""
    return Option(kind=kind, flags=(), default=default, metavar=metavar, many=many, required=required)


def switch(*flags: str, says: str, setting: str = "") -> Option[bool]:
    """An option that is there or not."""
    return Option(kind="switch", flags=flags, default=False, says=says, setting=setting)


def yes_or_no(flags: str, says: str) -> Option[bool | None]:
    """An option with an opposite, `--yes/--no`; None where neither is given."""
    return Option(kind="switch", flags=(flags,), default=None, says=says)


def text(
    flag: str, says: str, metavar: str | None = None, *, choices: tuple[str, ...] = (), setting: str = ""
) -> Option[str | None]:
    """An option with a text."""
    return Option(
        kind="text", flags=(flag,), default=None, says=says, metavar=metavar, choices=choices, setting=setting
    )


def texts(flag: str, says: str, metavar: str) -> Option[tuple[str, ...]]:
    """An option that may be given more than once."""
    return Option(kind="text", flags=(flag,), default=(), says=says, metavar=metavar, many=True)


def path(*flags: str, says: str, kind: Kind = "path", **more: Any) -> Option[Path | None]:
    """An option with a path."""
    return Option(kind=kind, flags=flags, default=None, says=says, **more)


def number(flag: str, says: str, metavar: str, kind: Kind = "number", **more: Any) -> Option[Any]:
    """An option with a number, None without it."""
    return Option(kind=kind, flags=(flag,), default=None, says=says, metavar=metavar, **more)


def usually(flag: str, default: T, says: str, **more: Any) -> Option[T]:
    """An option that `--help` shows with its usual value: a text, a number, or a count, as that is."""
    kind: Kind = "text" if isinstance(default, str) else "number" if isinstance(default, float) else "count"
    return Option(kind=kind, flags=(flag,), default=default, says=says, show_default=True, **more)


def declared(command: type[Any]) -> Iterator[tuple[str, Option[Any]]]:
    """The options of a command's type, by the names of its fields, in the order in which `--help` lists them."""
    options = [(entry.name, option) for entry in fields(command) if (option := entry.metadata.get("option"))]
    yield from sorted(options, key=lambda named: named[1].listed_last)


class Told:
    """What a command is told: its fields, each by its name or as it is without."""

    __slots__ = ()

    def __init__(self, **told: object) -> None:
        """One for all commands: one for each would be made anew at every start, and help is to come at once."""
        for entry in fields(self):  # type: ignore[arg-type]  # `what_is_told` makes a dataclass of it
            object.__setattr__(self, entry.name, told.pop(entry.name, entry.default))
        if told:
            raise TypeError(f"{type(self).__name__}() got an unexpected keyword argument {next(iter(told))!r}")

    def __setattr__(self, name: str, value: object) -> None:
        """Nothing is told anew; said here once for all commands, as `__init__` is."""
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        """Nor taken back."""
        raise FrozenInstanceError(f"cannot delete field {name!r}")


@dataclass_transform(kw_only_default=True, frozen_default=True)
def what_is_told(cls: type[T]) -> type[T]:
    """A frozen type of options, made without the code that dataclasses write for each."""
    return dataclass(slots=True, kw_only=True, eq=False, repr=False, init=False)(cls)
