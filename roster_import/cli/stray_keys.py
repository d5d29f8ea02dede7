"""What was typed and may be a key is not said again: a key given where none belongs stays between its owner and us."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_SECRET_NAMES = ("KEY", "SECRET", "TOKEN", "PASS")
SHORTEST = 4  # characters; what is shorter is no key anybody gives out, and stands in every other word


def typed_values(arguments: Iterable[str]) -> Iterator[str]:
    """What was typed beside the names of options."""
    for word in arguments:
        if not word.startswith("-"):
            yield word
        else:
            yield word.partition("=")[2]


def without_keys(message: str, arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """A message without what looks like a key among the arguments, and without any secret of the environment."""
    from roster_import.model.key_like import HIDDEN, looks_like_key

    typed = {part for value in typed_values(arguments) for part in (value, *value.split("=")) if looks_like_key(part)}
    ours = (name for name in environment if name.startswith("ROSTER_IMPORT_"))
    held = {environment[name].strip() for name in ours if any(word in name for word in _SECRET_NAMES)}
    for secret in sorted(typed | held, key=len, reverse=True):
        if len(secret) >= SHORTEST and secret in message:
            message = message.replace(secret, HIDDEN)
    return message
