"""Order systems: documents both ways, no I/O. A target is a `Target`; `target()` finds one by its name.

docs/targets.md shows how to write one outside this package. What such a package needs is loaded when it is first asked for:
who only looks an order up needs none of it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

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

_OURS = {"kitmaker": "KitMaker", "dropday": "Dropday", "jtl": "Jtl"}


def names() -> tuple[str, ...]:
    """The names of all order systems: ours, then those of other packages."""
    from roster_import.targets.plugins import installed

    return (*_OURS, *dict.fromkeys(plugin.name for plugin in installed()))


def target(name: str, settings: Mapping[str, Any]) -> Target:
    """The order system of that name with its settings (the table of its name, and its environment variables).

    Raises `UsageError` where there is none, it cannot be loaded or used, or a setting of it cannot be.
    """
    if name in _OURS:
        module = import_module(f"roster_import.targets.{name}")
        made: Target = getattr(module, _OURS[name])(settings)
        return made
    from roster_import.model.setting import no_such_system
    from roster_import.targets.plugins import installed, made_by

    plugins = [plugin for plugin in installed() if plugin.name == name]
    if not plugins:
        raise no_such_system(name, names())
    return made_by(plugins, settings)


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "roster_import.model.problem" if name == "Objection" else "roster_import.targets.protocol"
    return getattr(import_module(home), name)
