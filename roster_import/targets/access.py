"""What a target needs of its settings to be reached, and the sentence where it is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roster_import.errors import UsageError
from roster_import.settings import FILE_NAME, PREFIX, SYSTEMS

if TYPE_CHECKING:
    from collections.abc import Mapping


def needed(name: str, settings: Mapping[str, Any], *keys: str) -> tuple[str, ...]:
    """The values of these settings of a target. Raises `UsageError` naming all that are not set."""
    missing = [key for key in keys if not settings.get(key)]
    if missing:
        variables = " and ".join(f"{PREFIX}{name.upper()}_{key.upper()}" for key in missing)
        hint = " To try it without an order system, add --sandbox." if name in SYSTEMS else ""
        raise UsageError(
            f"To place orders with {name}, set {variables} (or [{name}] {' and '.join(missing)} in {FILE_NAME}). "
            f"Nothing was sent.{hint}"
        )
    return tuple(str(settings[key]) for key in keys)
