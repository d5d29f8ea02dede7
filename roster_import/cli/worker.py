"""`worker`: called, and what it does told line by line."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from roster_import.cli.screen import show, show_document
from roster_import.cli.terminal import Terminal
from roster_import.language.translations import in_language

if TYPE_CHECKING:
    from roster_import.pipeline.options import WorkerCommand


def worker_command(command: WorkerCommand) -> int:
    """Place what waits in the queue until told to stop: 0 then, and only then; or say how that does, as monitors read it."""
    if command.status:
        return _status(command)
    from roster_import.workers.worker import work

    work(command, _log, Terminal())
    return 0


def _status(command: WorkerCommand) -> int:
    from roster_import.workers.status import status_lines, status_of

    terminal = Terminal()
    seen = status_of(command, terminal)
    if command.as_json:
        show_document(seen.document())
    else:
        show(*(in_language(said, terminal.people.general) for said in status_lines(seen)))
    return seen.exit_status


def _log(said: str) -> None:
    show(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {said}", err=True)
