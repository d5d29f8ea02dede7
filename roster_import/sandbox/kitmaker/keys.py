"""Keys whose POST is being carried out this moment."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from roster_import.sandbox.kitmaker.refusals import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.sandbox.kitmaker.orders import Scope


class BusyKeys:
    """Lets one POST per key through at a time; what the next one meets is a switch (`concurrent-key`)."""

    def __init__(self, *, waits: bool) -> None:
        self._waits = waits
        self._changed = threading.Condition()
        self._busy: set[Scope] = set()

    @contextmanager
    def held(self, scope: Scope) -> Iterator[None]:
        """Hold the key meanwhile; raises RefusedError (409) where it is held already and nobody waits."""
        if not scope.key:
            yield
            return
        with self._changed:
            self._take(scope)
        try:
            yield
        finally:
            with self._changed:
                self._busy.discard(scope)
                self._changed.notify_all()

    def _take(self, scope: Scope) -> None:
        while scope in self._busy:
            if not self._waits:
                raise RefusedError(409, "A request with this Idempotency-Key is being processed")
            self._changed.wait()
        self._busy.add(scope)
