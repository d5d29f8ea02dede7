"""What files under way write into the journal at the same time."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from roster_import.model.setting import Caps
from roster_import.place.ledger.ledger import Ledger
from roster_import.watch.journal.journal import Ended, Journal, Ticket
from roster_import.watch.journal.server import JournalServer
from roster_import.watch.journal.tables import JournalError
from roster_import.watch.options import Count
from roster_import.watch.readiness import Sighting

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=["a file", "a server"])
def journal(tmp_path: Path, request: pytest.FixtureRequest):
    if request.param == "a file":
        opened = Journal.open(tmp_path / "state" / "journal.sqlite3")
    else:
        address = request.getfixturevalue("address")
        Ledger.open(address).close()
        opened = Journal(JournalServer.open(address, "0" * 32, make=True))
    yield opened
    opened.close()


def ticket(number: int) -> Ticket:
    return Ticket(
        id=str(number), path=f"club{number}.xlsx", state="claimed", owner="here", found_at="2026-11-21T09:12:00Z"
    )


def test_what_is_written_at_the_same_time_is_one_transaction(journal, monkeypatch):
    commits: list[int] = []
    write = journal._db.write
    monkeypatch.setattr(journal._db, "write", lambda work: (commits.append(1), write(work))[1])

    async def all_at_once() -> list[None]:
        writes = (partial(journal.claimed, ticket(number)) for number in range(20))
        return await asyncio.gather(*map(journal.commits.make, writes))

    asyncio.run(all_at_once())
    assert [each.id for each in journal.open_tickets()] == sorted(map(str, range(20)))
    assert commits == [1]


def test_each_is_told_what_its_own_write_gave(journal):
    journal.claimed(ticket(1))

    async def two_want_it() -> list[bool]:
        takes = (partial(journal.take_over, ticket(1), owner) for owner in ("there", "elsewhere"))
        return await asyncio.gather(*map(journal.commits.make, takes))

    assert asyncio.run(two_want_it()) == [True, False]
    assert journal.ticket("1").owner == "there"


def test_of_what_goes_together_all_is_written_or_nothing(journal):
    def broken() -> None:
        journal._db.execute("INSERT INTO files (id) VALUES ('2')")  # without what a file must have

    async def together() -> list[BaseException | None]:
        writes = (partial(journal.claimed, ticket(1)), broken)
        return await asyncio.gather(*map(journal.commits.make, writes), return_exceptions=True)

    assert [type(error) for error in asyncio.run(together())] == [JournalError, JournalError]
    assert journal.open_tickets() == []


def test_what_was_asked_for_is_written_although_whoever_asked_was_ended(journal):
    async def ended() -> None:
        asking = asyncio.create_task(journal.commits.make(partial(journal.claimed, ticket(1))))
        await asyncio.sleep(0)
        asking.cancel()
        await journal.commits.make(lambda: None)

    asyncio.run(ended())
    assert [each.id for each in journal.open_tickets()] == ["1"]


# ------------------------------------------------------------------------------------------------- what is asked of it


def ended(number: int, owner: str | None = "here") -> Ticket:
    return replace(ticket(number), state="ended", owner=owner, ended_at="2026-11-21T09:13:00Z", outcome="done", status=0,
                   reason="placed\0", place=f"done/club{number}.xlsx")  # fmt: skip


def written_down(journal: Journal, file: Ticket, *, free: bool = True) -> Ended:
    return journal.ended(file, {"webhook": {"text": file.path}}, "2026-11-21", 100.0, lambda _: free)


def test_an_end_is_written_down_with_its_message_and_read_again(journal):
    journal.claimed(ticket(1))
    assert written_down(journal, ended(1)) is Ended.WRITTEN
    assert journal.next_post(200.0, "here", ("webhook",), lambda _: False) is None  # it is not filed yet
    journal.filed("1", "2026-11-21T09:14:00Z", "2026-11-21")
    post = journal.next_post(200.0, "here", ("email", "webhook"), lambda _: False)
    assert (post.id, post.content) == ("1", {"text": "club1.xlsx"})
    assert journal.next_post(200.0, "there", ("webhook",), lambda _: False) is None
    journal.posted(post, "2026-11-21T09:15:00Z")
    assert journal.unsent() == []
    (told,) = journal.ended_on("2026-11-21")
    assert (told["path"], told["outcome"], told["orders"]) == ("club1.xlsx", "done", 0)
    assert (journal.totals(), journal.at_place("done/club1.xlsx").id) == ({"done": 1}, "1")


def test_who_was_taken_for_dead_writes_no_end(journal):
    journal.claimed(ticket(1))
    assert journal.take_over(ticket(1), "there")
    assert written_down(journal, ended(1)) is Ended.NOT_OURS
    assert journal.unsent() == []
    assert written_down(journal, ended(1, "there"), free=False) is Ended.PLACE_TAKEN
    assert written_down(journal, ended(1, "there")) is Ended.WRITTEN
    assert not journal.take_over(ticket(1), "here")


def test_what_a_day_may_order_is_counted_once_for_each_file(journal):
    caps = Caps(orders_per_day=2)
    for number in (1, 2):
        journal.claimed(ticket(number))
        counts = [journal.count_in(str(number), Count(orders=1, pieces=5), "2026-11-21", caps) for _ in range(2)]
        assert counts == ["", ""]
    journal.claimed(ticket(3))
    assert "2" in journal.count_in("3", Count(orders=1, pieces=5), "2026-11-21", caps)
    assert journal.ordered() == Count(orders=2, pieces=10)


def test_what_was_there_before_is_let_in_one_by_one_or_whole(journal):
    files = [Sighting(path=f"{number}\udcff.csv", size=number, changed=2**60) for number in range(3)]
    assert journal.begin(files, "2026-11-21T09:12:00Z") == 3
    assert journal.begin(files, "2026-11-22T09:12:00Z") is None
    assert journal.existing() == {file.path: file for file in files}
    assert (journal.accept_existing("1\udcff.csv"), journal.accept_existing("1\udcff.csv")) == (1, 0)
    assert (journal.accept_existing(), journal.existing()) == (2, {})
