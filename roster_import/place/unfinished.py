"""What earlier runs left unfinished: which orders of which files, and what is left to do for each; nothing is sent here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.model.placement import Status
from roster_import.model.report import Checked, LeftOut, results_path
from roster_import.place.amendments import same_order
from roster_import.place.ledger.entry import address_of
from roster_import.place.place_order import Wanted
from roster_import.place.plan import Planned, plan_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from roster_import.place.conversation import Effects
    from roster_import.place.ledger.entry import Entry, Realm


def unfinished_files(effects: Effects, realm: Realm) -> dict[str, list[Entry]]:
    """What earlier runs left unfinished with an order system, at the address it has now: file -> entries, oldest first."""
    files: dict[str, list[Entry]] = {}
    book = (realm, effects.target.name, address_of(effects.url, realm))
    for entry in effects.ledger.unfinished():
        if entry.identity.order[:3] == book:
            files.setdefault(entry.file, []).append(entry)
    return files


def left_out(effects: Effects, realm: Realm) -> list[LeftOut]:
    """The unfinished orders that `unfinished_files` leaves out, as they went elsewhere; no rehearsals beside real ones."""
    book = (realm, effects.target.name, address_of(effects.url, realm))
    counting = () if realm == "sandbox" else (realm, "live")
    return [
        LeftOut(reference=entry.identity.reference, target=entry.identity.target, address=entry.identity.address)
        for entry in effects.ledger.unfinished()
        if entry.status in (Status.SENDING, Status.PENDING)
        and entry.identity.realm in counting
        and entry.identity.order[:3] != book
    ]


def plan_resume(path: Path, entries: Sequence[Entry], effects: Effects, check: Callable[[Path], Checked]) -> Planned:
    """What is left to do for one file.

    Where the file still is what was ordered from, all its orders are followed and reported together. Where it is gone
    or was changed, the orders are taken from the ledger. Nothing is ever sent that was not sent before.
    """
    results = Path(next((entry.results for entry in entries if entry.results), None) or results_path(path, None))
    if path.is_file():
        planned = plan_file(check(path), effects, entries[0].identity.realm, results)
        if _is_still_what_was_ordered(planned, entries):
            return planned
    return Planned(
        checked=Checked(path=path, workbook=None, layouts=(), problems=(), lines=(), orders=()),
        results=results,
        wanted=tuple(
            Wanted(
                order=entry.order,
                identity=entry.identity,
                file=entry.file,
                results=entry.results,
                amends=entry.amends,
            )
            for entry in entries
        ),
    )


def _is_still_what_was_ordered(planned: Planned, entries: Sequence[Entry]) -> bool:
    orders = {wanted.identity.order: wanted.order for wanted in planned.wanted}
    same = all(
        (order := orders.get(entry.identity.order)) is not None and same_order(entry.order, order) for entry in entries
    )
    return same and not planned.stopped and not planned.to_send
