"""What files under way write into the journal at the same time."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

import pytest

from roster_import.watch.journal import Journal, Ticket
from roster_import.watch.journal_tables import JournalError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def journal(tmp_path: Path):
    opened = Journal.open(tmp_path / "state" / "journal.sqlite3")
    yield opened
    opened.close()


def ticket(number: int) -> Ticket:
    return Ticket(
        id=str(number), path=f"club{number}.xlsx", state="claimed", owner="here", found_at="2026-11-21T09:12:00Z"
    )


def test_what_is_written_at_the_same_time_is_one_transaction(journal):
    commits: list[str] = []
    journal._db.connection.set_trace_callback(lambda sql: commits.append(sql) if sql == "COMMIT" else None)

    async def all_at_once() -> list[None]:
        writes = (partial(journal.claimed, ticket(number)) for number in range(20))
        return await asyncio.gather(*map(journal.commits.make, writes))

    asyncio.run(all_at_once())
    assert [each.id for each in journal.open_tickets()] == sorted(map(str, range(20)))
    assert commits == ["COMMIT"]


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
