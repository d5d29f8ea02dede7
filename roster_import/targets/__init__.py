"""Order systems: documents both ways, no I/O. A target is a `Target`; `target()` finds one by its name.

docs/targets.md shows how to write one outside this package.
"""

from __future__ import annotations

from importlib import import_module
from inspect import get_annotations
from typing import TYPE_CHECKING, Any

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.model.problem import Objection
from roster_import.targets.protocol import (
    Access,
    Ask,
    Drop,
    Following,
    Passed,
    Pause,
    Place,
    Reached,
    Refused,
    Sending,
    Talk,
    Target,
    Token,
    Undone,
    Unplaceable,
    Used,
    needed,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = [
    "Access",
    "Ask",
    "Drop",
    "Following",
    "Objection",
    "Passed",
    "Pause",
    "Place",
    "Reached",
    "Refused",
    "Sending",
    "Talk",
    "Target",
    "Token",
    "Undone",
    "Unplaceable",
    "Used",
    "names",
    "needed",
    "target",
]

GROUP = "roster_import.targets"
"""The entry points by which targets in other packages are found."""

_OURS = {"kitmaker": "KitMaker", "dropday": "Dropday", "jtl": "Jtl"}


def names() -> tuple[str, ...]:
    """The names of all order systems: ours, then those of other packages."""
    return (*_OURS, *(name for name in _others() if name not in _OURS))


def target(name: str, settings: Mapping[str, Any]) -> Target:
    """The order system of that name with its settings (the table of its name, and its environment variables).

    Raises `UsageError` where there is none, or a setting of it cannot be.
    """
    if name in _OURS:
        module = import_module(f"roster_import.targets.{name}")
        made: Target = getattr(module, _OURS[name])(settings)
        return made
    maker = _others().get(name)
    if maker is None:
        raise UsageError(
            say("There is no order system called {target!r}. Known: {known}.", target=name, known=", ".join(names()))
        )
    return _complete(name, maker()(settings))


def _complete(name: str, made: Target) -> Target:
    """The target of another package. Raises `UsageError` where it lacks something that every target has."""
    members = [*get_annotations(Target), *(member for member in vars(Target) if not member.startswith("_"))]
    missing = [member for member in dict.fromkeys(members) if not hasattr(made, member)]
    if missing:
        raise UsageError(
            say(
                "The order system {target} of another package lacks {members}.", target=name, members=", ".join(missing)
            )
        )
    return made


def _others() -> dict[str, Callable[[], Callable[[Mapping[str, Any]], Target]]]:
    """Targets of other packages: name -> what loads the class or function that makes one from its settings."""
    from importlib.metadata import entry_points

    return {point.name: point.load for point in entry_points(group=GROUP)}
