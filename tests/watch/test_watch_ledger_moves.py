"""What a watch knows of its folder goes along when its ledger moves, and a watched folder's ledger stays where it is."""

from __future__ import annotations

from contextlib import closing

from roster_import.pipeline.effects import who
from roster_import.place.ledger.connection import address_for_people
from roster_import.watch.journal.place import JournalPlace


def test_a_ledger_moves_with_what_the_watch_knows_once_nobody_watches(inbox, address):
    inbox.settings("pieces_per_order = 1\n")
    inbox.drop("large.xlsx")
    inbox.once()
    ledger = inbox.desk.folder / "ledger.sqlite3"
    place = JournalPlace(ledger=ledger)
    with closing(place.known(inbox.folder)) as journal:
        journal.beat(who().process, 1.0)
    refused = inbox.desk.quick("ledger", "migrate", address)
    assert (refused.status, refused.err.splitlines()[-1]) == (
        2,
        f"roster-import: {inbox.folder} is being watched: stop the watch, and move the ledger then. Nothing was changed.",
    )
    with closing(place.known(inbox.folder)) as journal:
        journal.leave(who().process)
    inbox.desk.environment["ROSTER_IMPORT_LEDGER"] = address
    moved = inbox.desk.quick("ledger", "migrate", "--from", ledger, "--json")
    assert moved.json == {
        "version": 1,
        "ledger": address_for_people(address),
        "orders": 0,
        "folders": [str(inbox.folder)],
    }
    assert [file["path"] for file in inbox.status()["held"]] == ["held/large.xlsx"]
