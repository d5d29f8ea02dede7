"""What a target needs of its settings to be reached, and the sentence where it is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roster_import.errors import UsageError
from roster_import.language.messages import joined, listed, say
from roster_import.model.setting_names import FILE_NAME, PREFIX, SYSTEMS

if TYPE_CHECKING:
    from collections.abc import Mapping


def needed(name: str, settings: Mapping[str, Any], *keys: str) -> tuple[str, ...]:
    """The values of these settings of a target. Raises `UsageError` naming all that are not set."""
    missing = [key for key in keys if not settings.get(key)]
    if missing:
        what_to_do = say(
            "To place orders with {system}, set {variables} (or [{system}] {keys} in {file}). Nothing was sent.",
            system=name,
            variables=listed([f"{PREFIX}{name.upper()}_{key.upper()}" for key in missing]),
            keys=listed(missing),
            file=FILE_NAME,
        )
        hint = say("To try it without an order system, add --sandbox.") if name in SYSTEMS else ""
        raise UsageError(joined(what_to_do, hint))
    return tuple(str(settings[key]) for key in keys)
