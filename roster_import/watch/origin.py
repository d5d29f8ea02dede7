"""Which file an order in the ledger came from, and how that is said of a file that orders the same, or under its reference."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from roster_import.language.messages import joined, say
from roster_import.pipeline.watched_folders import OUTCOMES, PROCESSING
from roster_import.watch.readiness import moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roster_import.place.ledger.entry import Entry
    from roster_import.watch.folders import WatchedFolder
    from roster_import.watch.journal.journal import Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The file an order was made from, under the path it was dropped at where it was dropped here; when, and the number."""

    path: str
    dropped_at: str
    at: str
    number: str | None


def same_order(origins: Iterable[Origin]) -> str:
    """That a file orders what was ordered before: from which file, when, under which number."""
    return joined(*dict.fromkeys(map(_same_order, origins)))


def _same_order(origin: Origin) -> str:
    if origin.number:
        return say(
            "It is the same order as {file} (ordered {time}, order number {number}). Nothing was ordered again.",
            file=origin.path,
            time=origin.at,
            number=origin.number,
        )
    return say(
        "It is the same order as {file} (ordered {time}). Nothing was ordered again.", file=origin.path, time=origin.at
    )


def other_order(path: str, origins: Iterable[Origin]) -> str:
    """Which file the other order of a reference came from: this very file (`path`), as it was before, or another."""
    return joined(*dict.fromkeys(_other_order(path, origin) for origin in origins))


def _other_order(path: str, origin: Origin) -> str:
    if origin.dropped_at == path:
        return say(
            "The other order is that of this same file, as it was when it was ordered ({time}); it was changed since.",
            time=origin.at,
        )
    return say("The other order came from {file} ({time}).", file=origin.path, time=origin.at)


def origin_of(entry: Entry, folder: WatchedFolder, journal: Journal) -> Origin:
    """Where an order in the ledger came from."""
    path = Path(entry.file)
    try:
        within = path.relative_to(folder.root.absolute()).parts
    except ValueError:
        shown, dropped = entry.file, entry.file
    else:
        shown = dropped = PurePosixPath(*within).as_posix()
        if within[:1] == (PROCESSING,) and len(within) > 2:
            ticket = journal.ticket(within[1])
            shown = dropped = ticket.path if ticket is not None else within[-1]
        elif within[0] in OUTCOMES:
            dropped = PurePosixPath(*within[1:]).as_posix()
    seconds = datetime.fromisoformat(entry.placed_at or entry.created_at).timestamp()
    return Origin(path=shown, dropped_at=dropped, at=moment(seconds), number=entry.order_number)
