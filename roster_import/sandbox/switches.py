"""What every system's switches have in common: choices, reasons, and how they are written on a command line.

A system's switches are one table, a field for each: its choices, the first of which it has by itself, or its default,
and what it decides. On a command line `replay_status` is written `replay-status=200`, with the system's name before it
where the table has one: `dropday.replay-reference=absent`. docs/sandbox.md has a row for each.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from dataclasses import Field


_TOO_MUCH = 1_000_000_000
_WANTED = {str: "any text", int: "a whole number", float: "a number of seconds", Decimal: "a decimal number"}


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
        for name, switch in named_switches(type(self)).items():
            choices = switch.metadata.get("choices")
            if choices and getattr(self, switch.name) not in choices:
                raise _no_such_value(name, switch, str(getattr(self, switch.name)))


def named_switches(table: type[Switches]) -> Mapping[str, Field[Any]]:
    """A system's switches by their names on a command line; metadata has `why` and, where there are any, `choices`."""
    return {table.prefix + switch.name.replace("_", "-"): switch for switch in fields(table)}


def read_switch(name: str, switch: Field[Any], text: str) -> Any:
    """The value a text gives the switch; raises SandboxError for one it cannot have."""
    kind: type = type(switch.default)
    try:
        value = kind(text)
        fits = kind is str or 0 <= value < _TOO_MUCH
    except (ValueError, InvalidOperation):
        fits = False
    if not fits:
        raise _no_such_value(name, switch, text)
    return value


def _no_such_value(name: str, switch: Field[Any], value: str) -> SandboxError:
    choices = switch.metadata.get("choices")
    wanted = f"one of {', '.join(choices)}" if choices else _WANTED[type(switch.default)]
    return SandboxError(f"The sandbox's switch {name} cannot be “{value}”: it is {wanted}.")


# -------------------------------------------------------------------------------------------------------------- errors


class SandboxError(Exception):
    """Something a sandbox cannot be started with or told; nothing was done. `message` is the sentence for the user."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@contextmanager
def reading_catalogue(file: object, named: str, form: str) -> Iterator[None]:
    """Within it, whatever is wrong with a file that should be a catalogue is a SandboxError."""
    try:
        yield
    except OSError as error:
        raise SandboxError(f"{named} catalogue {file} cannot be read: {error.strerror}.") from error
    except (ValueError, TypeError, AttributeError, LookupError, ArithmeticError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise SandboxError(f"{file} is no catalogue of {form}: {reason}. docs/sandbox.md shows the form.") from error
