"""`watch` and `release`: called, and what came of it printed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from roster_import.cli.screen import show, show_document
from roster_import.cli.terminal import Interrupted, Terminal
from roster_import.language.messages import say
from roster_import.language.translations import in_language
from roster_import.model.report import Report
from roster_import.write.report_document import document
from roster_import.write.run_report import HAS_ERRORS

if TYPE_CHECKING:
    from roster_import.pipeline.options import ReleaseCommand, WatchCommand


def watch_command(command: WatchCommand) -> int:
    """Watch a folder, or say how its watch does; the exit status of the contract, or as monitors read it."""
    from roster_import.watch.loop import watch_folder

    if command.status:
        return _status(command)
    stream = (None if command.once else sys.stdout) if command.as_json else sys.stderr
    try:
        status, tried = watch_folder(command, stream, Terminal())
    except KeyboardInterrupt as stop:
        raise Interrupted(
            say("Interrupted. Whatever was sent stands in the ledger: roster-import resume finishes it.")
        ) from stop
    if command.once and command.as_json:
        files = [file.answer["document"] for file in tried]
        show_document({**document(Report(files=())), "files": files})
    elif tried:
        show(*(line for file in tried for line in file.answer["lines"]))
    return status


def _status(command: WatchCommand) -> int:
    from roster_import.watch.status import status_lines, status_of

    terminal = Terminal()
    status = status_of(command, terminal)
    if command.as_json:
        show_document(status.document())
    else:
        show(*status_lines(status, terminal.people.general))
    return status.exit_status


def release_command(command: ReleaseCommand) -> int:
    """Let held files go: the watch takes them up at its next look, whatever the limits and warnings are."""
    from roster_import.watch.held import release
    from roster_import.watch.journal.place import JournalPlace
    from roster_import.watch.status import usable_settings

    terminal = Terminal()
    settings, options, unsettled = usable_settings(command, terminal)
    journals = JournalPlace.of(settings, options)
    released = [(file, release(file, journals)) for file in command.files]
    if command.as_json:
        files = [{"path": str(file), "released": True, "message": str(said)} for file, said in released]
        show_document({"version": 1, "files": files, "trouble": unsettled or None})
    for _, said in released if not command.as_json else ():
        terminal.say(said)
    if unsettled:
        trouble = say("Trouble: {trouble}", trouble=unsettled)
        show(in_language(trouble, terminal.people.general), err=True)
    return HAS_ERRORS if unsettled else 0
