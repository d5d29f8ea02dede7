"""A short name for a heading row, under which its confirmed meanings are remembered."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from roster_import.model.columns import heading_key

if TYPE_CHECKING:
    from collections.abc import Sequence


def fingerprint(headings: Sequence[str]) -> str:
    """The same for the same headings in the same order, whatever their case and punctuation; empty ones do not count.

    Sixteen hexadecimal digits; it says nothing about the cells under the headings.
    """
    keys = [key for key in map(heading_key, headings) if key]
    return sha256("\n".join(keys).encode()).hexdigest()[:16]
