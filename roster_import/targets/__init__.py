"""Order systems: documents both ways, no I/O. A target is a `Target`; `target()` finds one by its name.

docs/targets.md shows how to write one outside this package.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.model.problem import Objection
from roster_import.targets.protocol import (
    Access,
    Ask,
    Drop,
    Pause,
    Reached,
    Refused,
    Sending,
    Talk,
    Target,
    Token,
    needed,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = [
    "Access",
    "Ask",
    "Drop",
    "Objection",
    "Pause",
    "Reached",
    "Refused",
    "Sending",
    "Talk",
    "Target",
    "Token",
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
    return maker()(settings)


def _others() -> dict[str, Callable[[], Callable[[Mapping[str, Any]], Target]]]:
    """Targets of other packages: name -> what loads the class or function that makes one from its settings."""
    from importlib.metadata import entry_points

    return {point.name: point.load for point in entry_points(group=GROUP)}
