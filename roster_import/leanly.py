"""Imports kept lean where start-up is felt."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def without_hypothesis() -> Iterator[None]:
    """Keep pandera from loading hypothesis (170 ms), which it does to draw test data wherever it finds it installed.

    Only for the length of the block, and only where it is not loaded already: tests that use hypothesis are not touched.
    """
    if "hypothesis" in sys.modules:
        yield
        return
    sys.modules["hypothesis"] = None  # type: ignore[assignment]  # the import system's own way to say "not there"
    try:
        yield
    finally:
        del sys.modules["hypothesis"]
