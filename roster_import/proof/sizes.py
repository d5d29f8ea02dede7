"""The order in which sizes are listed: from small to large, youth before adults."""

from __future__ import annotations

import re

from roster_import.rules.sizes import size_kind


def size_order(size: str) -> tuple[int, int, str]:
    """What sizes are sorted by; numbers of no certain kind come first, words last, no size at the very end."""
    if kind := size_kind(size):
        return (1 if kind.youth else 2, kind.height, size)
    number = re.match(r"[0-9]{1,4}", size)
    if number:
        return (0, int(number[0]), size)
    return (3 if size else 4, 0, size)
