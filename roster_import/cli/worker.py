"""`worker`: called, and what it does told line by line."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from roster_import.cli.screen import show
from roster_import.cli.terminal import Terminal

if TYPE_CHECKING:
    from roster_import.pipeline.options import WorkerCommand


def worker_command(command: WorkerCommand) -> int:
    """Place what waits in the queue until told to stop: 0 then, and only then."""
    from roster_import.workers.worker import work

    work(command, _log, Terminal())
    return 0


def _log(said: str) -> None:
    show(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {said}", err=True)
