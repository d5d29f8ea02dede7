"""As much of what somebody wrote as a message shows."""

from __future__ import annotations

_LONGEST = 200  # letters


def shown(text: str) -> str:
    """As much of a text as is shown."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
