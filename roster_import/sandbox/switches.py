"""What every system's switches have in common: choices, reasons, and how they are written on a command line.

A switch is a field of a subclass of `Switches`; on a command line `replay_status` is written `replay-status=200`,
with the system's name before it where the class has one: `dropday.replay-reference=absent`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from roster_import.sandbox.errors import SandboxError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from dataclasses import Field


def one_of(choices: str, why: str) -> Any:
    """A switch with a closed list of values, with blanks between them; it has the first by itself."""
    first, *others = choices.split()
    return field(default=first, metadata={"choices": (first, *others), "why": why})


def free(default: object, why: str) -> Any:
    """A switch with any value of its default's kind: text, whole number, seconds or decimal number."""
    return field(default=default, metadata={"why": why})


@dataclass(frozen=True, slots=True, kw_only=True)
class Switches:
    """The switches of one system; raises SandboxError for a value a switch cannot have. `prefix` stands before names."""

    prefix: ClassVar[str] = ""

    def __post_init__(self) -> None:
        for one in fields(self):
            choices = one.metadata.get("choices")
            if choices and getattr(self, one.name) not in choices:
                raise _no_such_value(switch_name(one, self.prefix), one, str(getattr(self, one.name)))


def switch_name(one: Field[Any], prefix: str = "") -> str:
    """A switch's name on a command line."""
    return prefix + one.name.replace("_", "-")


def named_switches(home: type[Switches]) -> Mapping[str, Field[Any]]:
    """A system's switches by their names on a command line; metadata has `why` and, where there are any, `choices`."""
    return {switch_name(one, home.prefix): one for one in fields(home)}


def read_switch(name: str, one: Field[Any], text: str) -> Any:
    """The value a text gives the switch; raises SandboxError for one it cannot have."""
    try:
        return _PARSERS[type(one.default)](text)
    except (ValueError, InvalidOperation) as error:
        raise _no_such_value(name, one, text) from error


def _no_such_value(name: str, one: Field[Any], value: str) -> SandboxError:
    choices = one.metadata.get("choices")
    wanted = f"one of {', '.join(choices)}" if choices else _WANTED[type(one.default)]
    return SandboxError(f"The sandbox's switch {name} cannot be “{value}”: it is {wanted}.")


def _at_least_zero(kind: Callable[[str], Any], text: str) -> Any:
    number = kind(text)
    if not 0 <= number < cast("Any", kind("1000000000")):
        raise ValueError(text)
    return number


_PARSERS: Mapping[type, Callable[[str], Any]] = {
    str: str,
    int: partial(_at_least_zero, int),
    float: partial(_at_least_zero, float),
    Decimal: partial(_at_least_zero, Decimal),
}
_WANTED = {str: "any text", int: "a whole number", float: "a number of seconds", Decimal: "a decimal number"}
