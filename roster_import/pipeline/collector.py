"""How often Python's garbage collector looks: hardly ever while modules load and files are checked.

Next to nothing of that lies in circles, and reference counts free the rest (Python › gc): the collector goes through a
growing heap again and again and finds nothing, which was a third of the time of a check of 40,000 rows. It is not
switched off: memory stays bounded, as it looks as soon as so many objects were made and not freed since its last look.
"""

from __future__ import annotations

import gc
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = 500_000  # objects: some 50 MB, if all of them were garbage; by itself Python looks after 700 to 10,000
_USUAL = gc.get_threshold()


@contextmanager
def looks_seldom() -> Iterator[None]:
    """The collector looks after half a million new objects, as long as the block; not where somebody has it look less.

    On the main thread alone: of two threads each would put back what the other has set.
    """
    before = gc.get_threshold()
    if not 0 < before[0] < _UNSEEN or threading.current_thread() is not threading.main_thread():
        yield
        return
    gc.set_threshold(_UNSEEN, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def looks_as_usual() -> None:
    """The collector looks as Python has it: for what runs for a season, where every megabyte counts."""
    gc.set_threshold(*_USUAL)


def leaves_all_alone() -> None:
    """What there is now is not gone through once more: the process ends, and all of it goes."""
    gc.freeze()
