"""What counts as a number in a cell of a roster: digits as order systems take them, and how many pieces a row may order."""

from __future__ import annotations

import re

_DIGITS, _WHOLE = re.compile(r"[0-9]*"), re.compile(r"-?[0-9]{1,30}")
MOST_PIECES = 10_000
"""The most pieces one row can order: more is a slip of the finger, or another column's number."""


def digits_only(text: str) -> bool:
    """Whether a text is digits alone, or empty."""
    # Not \\d and not str.isdigit: both take digits of other scripts, which KitMaker does not.
    return _DIGITS.fullmatch(text) is not None


def whole(text: str) -> bool:
    """Whether it is a whole number, or empty."""
    return not text or _WHOLE.fullmatch(text) is not None


def positive(text: str) -> bool:
    """Whether it is more than 0, as far as it is a number."""
    return not text or _WHOLE.fullmatch(text) is None or int(text) > 0


def orderable(text: str) -> bool:
    """Whether a row can order so many, as far as it is a number."""
    return _WHOLE.fullmatch(text) is None or int(text) <= MOST_PIECES
