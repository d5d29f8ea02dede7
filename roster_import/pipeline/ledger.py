"""The ledger itself: where it lies, how many orders it holds, and moving it to where machines share it, or back."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from roster_import.errors import UsageError
from roster_import.files import from_home, real_path
from roster_import.language.messages import say
from roster_import.model.addresses import server_address
from roster_import.pipeline.effects import alive, opened_ledger
from roster_import.pipeline.session import NOBODY, read_settings
from roster_import.place.ledger.connection import address_for_people
from roster_import.place.ledger.move import move_ledger

if TYPE_CHECKING:
    from roster_import.pipeline.options import LedgerCommand, MigrateCommand
    from roster_import.pipeline.session import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerSeen:
    """A ledger as people name it, without password, and how many orders it holds."""

    name: str
    orders: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Where a ledger lies and where it is to lie: files, or addresses that may hold passwords and are shown to nobody."""

    source: Path | str = field(repr=False)
    target: Path | str = field(repr=False)
    patience: float


def ledger_seen(command: LedgerCommand, person: Person = NOBODY) -> LedgerSeen:
    """The ledger of the settings."""
    settings = read_settings(command, person)
    with opened_ledger(settings, person.warn, make=False) as ledger:
        return LedgerSeen(name=name_of(settings.ledger_server or settings.ledger), orders=ledger.count())


def move_told(command: MigrateCommand, person: Person = NOBODY) -> Move:
    """What is to be moved where: the ledger of the settings stands in for what is not named.

    Raises `UsageError` where that is nothing that can be moved.
    """
    settings = read_settings(command, person)
    usual = settings.ledger_server or settings.ledger
    if command.to is None and command.source is None:
        raise UsageError(
            say(
                "Say where the ledger is to lie, as in roster-import ledger migrate postgresql://user@host/database, or with "
                "--from FILE where it lies now. Nothing was changed."
            )
        )
    if any(urlsplit(text).password for text in (command.to, command.source) if text and server_address(text)):
        person.warn(
            say(
                "warning: others on this machine can read a password among the arguments of a command. Put the address into "
                "ROSTER_IMPORT_LEDGER or the settings instead, and name the other ledger here."
            )
        )
    move = Move(
        source=_place(command.source) if command.source else usual,
        target=_place(command.to) if command.to else usual,
        patience=settings.ledger_patience,
    )
    _refuse(move)
    return move


def _place(text: str) -> Path | str:
    return server_address(text) or from_home(text.removeprefix("sqlite:///"))


def name_of(place: Path | str) -> str:
    """What people know a ledger by."""
    return str(place) if isinstance(place, Path) else address_for_people(place)


def _refuse(move: Move) -> None:
    """Raise `UsageError` for a move from nowhere, or from a ledger to itself."""
    source, target = (
        real_path(place) if isinstance(place, Path) else name_of(place) for place in (move.source, move.target)
    )
    if source == target:
        raise UsageError(
            say("The ledger {ledger} lies there already. Nothing was changed.", ledger=name_of(move.target))
        )
    if isinstance(move.source, Path) and not move.source.exists():
        raise UsageError(say("There is no ledger {ledger}. Nothing was changed.", ledger=move.source))


def moved(move: Move, person: Person = NOBODY) -> LedgerSeen:
    """Move it: whole, every row compared, or not at all. The ledger as it is then."""
    orders = move_ledger(move.source, move.target, alive=alive, patience=move.patience, warn=person.warn)
    return LedgerSeen(name=name_of(move.target), orders=orders)
