"""How a setting is declared: once, for the settings file, the environment, the type that holds it, and the documentation."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, TypeVar

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.model.setting_names import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


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


def setting(
    default: T,
    meaning: str,
    *,
    read: Callable[[str, object], T] | None = None,
    usual: str | None = None,
    shown: bool = True,
) -> T:
    """The field of a type whose fields are settings; `usual` is its default in words, `shown` that `repr` may hold it."""
    words = _in_words(default) if usual is None else usual
    made: T = field(default=default, repr=shown, metadata={"setting": (read, meaning, words)})
    return made


def _in_words(default: object) -> str:
    if isinstance(default, bool):
        return str(default).lower()
    return f"{default:g}" if isinstance(default, float) else str(default)


def settings_of(type_: type[Any], table: str = "") -> tuple[Setting, ...]:
    """The settings that a type's fields declare, as those of a table."""
    return tuple(
        Setting(name=entry.name, table=table, read=read, meaning=meaning, usual=usual)
        for entry in fields(type_)
        if "setting" in entry.metadata
        for read, meaning, usual in [entry.metadata["setting"]]
    )


def number(name: str, value: object) -> float:
    """A value read as a number of 0 or more; raises `UsageError` naming the setting where it is none."""
    try:
        number = math.nan if isinstance(value, bool) else float(str(value))
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or number < 0:
        raise UsageError(
            say("The setting {name} must be a number of 0 or more, not {value!r}.", name=name, value=value)
        )
    return number
