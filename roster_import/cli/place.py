"""`import`, `check`, `amend` and `resume`: called, and what came of it printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.cli.documents import offered_proofs
from roster_import.cli.report_pieces import is_long, report_pieces, summary_pieces
from roster_import.cli.screen import is_terminal, show, show_document
from roster_import.cli.terminal import Terminal
from roster_import.language.messages import say
from roster_import.language.translations import in_language
from roster_import.pipeline.place import amend, check, place
from roster_import.pipeline.resume import resume
from roster_import.write.report_document import document
from roster_import.write.run_report import INTERRUPTED, exit_status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from roster_import.cli.pieces import Piece
    from roster_import.model.report import Report
    from roster_import.pipeline.options import AmendCommand, CheckCommand, ImportCommand, ResumeCommand
    from roster_import.pipeline.session import Person


def import_command(command: ImportCommand) -> int:
    """Place the orders of the files; the exit status of the contract."""
    return _asking(command, lambda terminal: place(command, terminal))


def amend_command(command: AmendCommand) -> int:
    """Order what was added to the files since they were ordered, and say what cannot be taken back."""
    return _asking(command, lambda terminal: amend(command, terminal))


def check_command(command: CheckCommand) -> int:
    """Check the files, and say what the ledger knows of their orders; nothing is sent."""
    terminal = Terminal()
    return _print(check(command, terminal), terminal, as_json=command.as_json, whole=command.verbose)


def resume_command(command: ResumeCommand) -> int:
    """Bring every unfinished order to its end and write what is still to be written."""
    terminal = Terminal()
    with terminal.interruptible():
        report = resume(command, terminal)
    if not report.files and not command.as_json:
        terminal.say(say("Nothing else is unfinished.") if report.left_out else say("Nothing is unfinished."))
        return exit_status(report)
    return _print(report, terminal, as_json=command.as_json, whole=command.verbose)


def _asking(command: AmendCommand, act: Callable[[Person], Report]) -> int:
    terminal = Terminal(yes=command.yes, proofs=offered_proofs)
    with terminal.interruptible():
        report = act(terminal)
    status = _print(report, terminal, as_json=command.as_json, whole=command.verbose)
    if not terminal.declined:
        return status
    show(in_language(say("Nothing was sent."), terminal.people.general), err=True)
    return INTERRUPTED


def _print(report: Report, terminal: Terminal, *, as_json: bool, whole: bool) -> int:
    """Say everything, and return the exit status."""
    if as_json:
        show_document(document(report))
    else:
        show(*_pieces(report, terminal, whole=whole))
    return exit_status(report)


def _pieces(report: Report, terminal: Terminal, *, whole: bool) -> Iterator[Piece]:
    """All of it, or on a terminal, where that is long and nobody asked for it, a summary."""
    if is_terminal() and is_long(report) and not whole:
        return summary_pieces(report, terminal.people.of, terminal.people.general)
    return report_pieces(report, terminal.people.of)
