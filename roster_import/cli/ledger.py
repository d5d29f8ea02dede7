"""`ledger`: called, and where the orders are written down printed, or where they were moved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.cli.screen import show_document
from roster_import.cli.terminal import Terminal
from roster_import.language.messages import say, say_n
from roster_import.pipeline.ledger import ledger_seen, move_told, moved
from roster_import.watch.journal.place import journals_from_server, journals_to_server, refuse_watched

if TYPE_CHECKING:
    from roster_import.pipeline.ledger import LedgerSeen, Move
    from roster_import.pipeline.options import LedgerCommand, MigrateCommand


def ledger_command(command: LedgerCommand) -> int:
    """Say where the ledger lies."""
    terminal = Terminal()
    seen = ledger_seen(command, terminal)
    if command.as_json:
        show_document({"version": 1, **_document(seen)})
    else:
        terminal.say(say_n("{ledger}: {count} order", "{ledger}: {count} orders", seen.orders, ledger=seen.name))
    return 0


def migrate_command(command: MigrateCommand) -> int:
    """Move the ledger, and the journals of watched folders with it."""
    terminal = Terminal()
    move = move_told(command, terminal)
    if isinstance(move.source, Path):
        refuse_watched(move.source)
    seen = moved(move, terminal)
    folders = [str(folder) for folder in _journals_moved(move)]
    if command.as_json:
        show_document({"version": 1, **_document(seen), "folders": folders})
        return 0
    terminal.say(
        say_n(
            "{count} order was moved to {ledger} and compared. Name that as the ledger now, on every machine, with "
            "ROSTER_IMPORT_LEDGER or in the settings.",
            "{count} orders were moved to {ledger} and compared. Name that as the ledger now, on every machine, with "
            "ROSTER_IMPORT_LEDGER or in the settings.",
            seen.orders,
            ledger=seen.name,
        )
    )
    for folder in folders:
        terminal.say(say("{folder}: what the watch knows of it was moved, too.", folder=folder))
    return 0


def _journals_moved(move: Move) -> list[Path]:
    if isinstance(move.source, Path) and isinstance(move.target, str):
        return journals_to_server(move.source, move.target)
    if isinstance(move.source, str) and isinstance(move.target, Path):
        return journals_from_server(move.target, move.source)
    return []


def _document(seen: LedgerSeen) -> dict[str, object]:
    return {"ledger": seen.name, "orders": seen.orders}
