"""A watch's journal as it was written before: what is read from it, and that the next watch goes on from it.

`journal_form_3.sql` is the dump of a journal that runs of `watch --once` and two killed watches left.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from openpyxl import load_workbook

from roster_import.watch.folders import Move
from roster_import.watch.journal.journal import Journal, Ticket
from roster_import.watch.journal.messages import distinct
from roster_import.watch.options import Caps, Count
from roster_import.watch.phrases import in_words
from roster_import.watch.readiness import Sighting, waited_before

DUMP = Path(__file__).with_name("journal_form_3.sql")
DAY = "2026-11-28"
LATE = "20261128-080000-abcdef"
DANISH = "Ordre PO-large har 70 stk.; højst 60 bestilles uden et menneske (pieces_per_order)."


def restore(path: Path) -> None:
    database = sqlite3.connect(path)
    database.executescript(DUMP.read_text(encoding="utf-8"))
    database.close()


@pytest.fixture
def journal(tmp_path):
    restore(tmp_path / "journal.sqlite3")
    opened = Journal.open(tmp_path / "journal.sqlite3")
    yield opened
    opened.close()


def test_claims_that_were_not_filed(journal):
    pending, late = journal.open_tickets()
    assert (pending.path, pending.state, pending.owner) == ("pending.xlsx", "claimed", "office/20738/550882")
    assert (late.id, late.path, late.state, late.outcome, late.place) == (
        LATE, "cup/late.xlsx", "ended", "done", "done/cup/late.xlsx",
    )  # fmt: skip
    assert late.moves == (
        Move(source=f"processing/{LATE}/late.xlsx", target="done/cup/late.xlsx"),
        Move(source=f"processing/{LATE}/late.results.xlsx", target="done/cup/late.results.xlsx"),
    )
    assert late.answer == {"lines": ["late.xlsx: 1 order placed"], "document": {"path": "late.xlsx"}}
    assert late.seen == ("0" * 64, "it has changed")


def test_files_that_were_filed_and_what_they_ordered(journal):
    assert {file["path"]: (file["outcome"], file["place"], file["orders"], file["pieces"]) for file in
            journal.ended_on(DAY)} == {
        "bad.xlsx": ("failed", "failed/bad.xlsx", 0, 0),
        "club.xlsx": ("done", "done/club.xlsx", 1, 19),
        "cup/away.xlsx": ("done", "done/cup/away.xlsx", 1, 19),
        "club-copy.xlsx": ("duplicate", "duplicate/club-copy.xlsx", 0, 0),
        "large.xlsx": ("held", "held/large.xlsx", 0, 0),
    }  # fmt: skip
    assert journal.ended_since("2026-11-28T07:00:00Z") == journal.ended_on(DAY)
    assert journal.totals() == {"done": 2, "duplicate": 1, "failed": 1, "held": 1}


def test_counts_of_the_day(journal):
    assert journal.ordered() == Count(orders=3, pieces=57), "a claim that is not filed counts, too"
    pending, _ = journal.open_tickets()
    assert journal.count_in(pending.id, Count(orders=1, pieces=19), DAY, Caps(orders_per_day=1)) == ""
    assert journal.ordered() == Count(orders=3, pieces=57), "it was counted before"
    journal.claimed(Ticket(id="new", path="new.xlsx", state="claimed"))
    assert journal.count_in("new", Count(orders=1, pieces=1), DAY, Caps(orders_per_day=3)) == (
        "With it there would be 4 orders today; at most 3 are ordered without a person (orders_per_day)."
    )


def test_what_is_held_in_every_language(journal):
    (held,) = journal.held()
    assert held.place == "held/large.xlsx"
    assert held.reason == "Order PO-large has 70 pieces; at most 60 are ordered without a person (pieces_per_order)."
    assert in_words(held.reason, "da") == DANISH
    assert journal.at_place("held/large.xlsx") == held


def test_messages_to_send(journal):
    unsent = journal.unsent()
    assert (len(unsent), len(distinct(unsent))) == (6, 6)
    assert {message["state"] for message in unsent} == {"waiting"}
    assert unsent[0]["error"] == "ConnectError: [Errno 111] Connection refused"
    post = journal.next_post(2e9, "me", ("webhook",), lambda _: True)
    assert (post.content["kind"], post.content["subject"]) == ("file", "club.xlsx: placed as 20002502")


def test_files_from_before_and_those_that_waited(journal):
    before = Sighting(path="before.xlsx", size=6527, changed=1795852189808943660)
    assert journal.existing() == {"before.xlsx": before}
    assert journal.begin((), "now") is None, "it has begun"
    (waiting,) = waited_before(journal.meta("tried"), 0.0, 2e9).values()
    assert (waiting.sighting.path, waiting.reason) == ("open.xlsx", "open in Excel by Anna since 07:49")
    assert in_words(waiting.reason, "da") == "åben i Excel hos Anna siden 07:49"
    assert journal.last_beat("office/20738/550882") is not None


def test_the_next_watch_goes_on_from_it(inbox, sandbox, webhook):
    """What was to be filed is filed, what was claimed is placed, and everything that was to be told is told."""
    processing = inbox.folder / "processing"
    pending = inbox.drop("pending.xlsx", reference="PO-PENDING")
    restore_in(inbox)
    claim = next(ticket.id for ticket in open_tickets(inbox) if ticket.path == "pending.xlsx")
    for name, path in ((claim, "pending.xlsx"), (LATE, "cup/late.xlsx")):
        (processing / name).mkdir()
        (processing / name / "claim.json").write_text(json.dumps({"path": path}))
        (processing / name / Path(path).name).write_bytes(pending.read_bytes())
    (processing / LATE / "late.results.xlsx").write_bytes(b"results")
    pending.unlink()
    inbox.settings(f'[notify]\nwebhook = "{webhook.url}"\n')
    run = inbox.once()
    assert "done/pending.xlsx: 1 order placed" in run.out
    assert inbox.files() == [
        "done/cup/late.results.xlsx", "done/cup/late.xlsx", "done/pending.results.xlsx", "done/pending.xlsx",
    ]  # fmt: skip
    assert load_workbook(inbox.folder / "done" / "pending.results.xlsx")["Results"]["A2"].value == "PO-PENDING"
    assert len(sandbox.orders()) == 1
    assert len(webhook.messages) == 7
    assert inbox.status()["unsentMessages"] == []


def restore_in(inbox) -> None:
    """The journal as it lay in the folder, before it was kept beside the ledger."""
    shutil.rmtree(inbox.journal.parent)
    restore(inbox.folder / ".roster-import" / "journal.sqlite3")


def open_tickets(inbox):
    path = inbox.desk.folder / "looked-at.sqlite3"
    restore(path)
    journal = Journal.open(path)
    try:
        return journal.open_tickets()
    finally:
        journal.close()
