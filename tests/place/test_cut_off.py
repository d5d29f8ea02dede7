"""Machines that share a ledger, and wires between them and the server that are slow, silent, or break at the worst moment."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import pytest

from roster_import.errors import LedgerError
from roster_import.model.placement import Status
from roster_import.place.ledger import heartbeat
from roster_import.place.ledger.changes import begin, mark, take_over, update, update_held
from roster_import.place.ledger.connection import address_for_people
from roster_import.place.ledger.entry import Identity
from roster_import.place.ledger.ledger import Ledger, Plan, Who
from tests.orders import design, instance, order
from tests.wire import wire

ME = Who(user="anna", host="office", process="office/1/1")
OTHER = Who(user="bo", host="clubhouse", process="clubhouse/1/1")


def plan(number=1):
    identity = Identity(realm="live", target="kitmaker", organization="", reference=f"PO-{number}")
    what = order(design(instance("M", 1)))
    return Plan(identity=identity, attempt=1, body="{}", order=what, url="https://x.example", file="club.xlsx")


def events(ledger):
    return [[event.what for event in ledger.events(entry)] for entry in ledger.entries()]


@pytest.mark.every(2)
@pytest.mark.parametrize("heard", [True, False], ids=["after it was done", "before it was done"])
def test_a_wire_that_breaks_as_a_transaction_ends_changes_nothing(address, heard):
    """Whether it was committed is looked up: it is done once, and what came of it is known."""
    with wire(address) as (carrying, at), Ledger.open(at) as ledger:
        carrying.heard = heard

        def broken(change):
            carrying.breaks_at = b"COMMIT"
            (learnt,) = ledger.make([change])
            return learnt

        entry = broken(begin(plan(), ME, "t", 10))
        assert entry == ledger.entries()[0]
        assert broken(begin(plan(), OTHER, "t", 11)) is None
        assert broken(mark(entry, ME, 20, 5.0)) is True
        assert broken(mark(entry, OTHER, 30, 6.0)) is False
        entry = broken(update_held(ledger.entry(entry.id), ME, "t", "reached", {"tracking_id": "4711"}))
        assert broken(update_held(entry, OTHER, "t", "reached", {"tracking_id": "4712"})) is None
        assert broken(take_over(entry, OTHER, "t", 40)) is True
        entry = broken(update(replace(entry, lease_owner=OTHER.process, lease_until=40), OTHER, "t", "ended",
                              {"status": Status.PENDING, "lease_owner": None, "lease_until": 0}))  # fmt: skip
        assert ledger.entries() == [entry]
        assert events(ledger) == [["sending", "reached", "sending again", "ended"]]
        assert (carrying.broke, ledger.count()) == (8, 1)


def test_a_wire_that_breaks_before_the_end_of_a_transaction_undoes_it_and_it_is_done_over(address):
    with wire(address) as (carrying, at), Ledger.open(at) as ledger:
        carrying.breaks_at = b"INSERT INTO entries"
        entry = ledger.begin(plan(), ME, "t", 10)
        assert ledger.entries() == [entry]
        assert (carrying.broke, events(ledger)) == (1, [["sending"]])


@pytest.mark.drill
def test_a_machine_that_is_cut_off_keeps_its_own_order_alone_and_for_a_while(address):
    """Cut off inside its transaction: others read and write, and who wants the same order waits, says so, and gets it."""
    said = []
    with wire(address) as (carrying, at), Ledger.open(at) as cut_off, Ledger.open(address, 30, said.append) as ledger:
        cut_off.begin(plan(2), OTHER, "t", 10)

        def begins_and_goes_silent():
            carry = cut_off._db._exchange

            def exchange(*statements):
                if any("INSERT INTO entries" in str(statement) for statement in statements):
                    carrying.silent = True
                return carry(*statements)

            cut_off._db._exchange = exchange
            with pytest.raises(LedgerError):
                cut_off.begin(plan(1), OTHER, "t", 10)

        going = threading.Thread(target=begins_and_goes_silent)
        going.start()
        time.sleep(0.5)
        began = time.monotonic()
        assert [entry.identity.reference for entry in ledger.entries()] == ["PO-2"]
        assert ledger.begin(plan(3), ME, "t", 10) is not None
        with Ledger.open(address) as late:
            assert late.begin(plan(4), ME, "t", 10) is not None
        assert time.monotonic() - began < 1.0
        ended = threading.Timer(4.6, lambda: end_of_the_idle(address))  # as the server does by itself after 20 seconds
        ended.start()
        assert ledger.begin(plan(1), ME, "t", 10) is not None
        assert 4.0 < time.monotonic() - began < 12.0
        assert said == [
            f"Another machine is writing of the same order in the ledger {address_for_people(address)}; waiting for it, for 1 "
            "min at most.",
            f"The ledger {address_for_people(address)} answers again.",
        ]
        cut_off.hurry()
        cut_off._db.cut_where_silent(0.0)
        going.join()


def end_of_the_idle(address):
    import psycopg

    with psycopg.connect(address, autocommit=True) as database:
        database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction'")


def test_a_server_that_is_silent_is_given_up_and_asked_anew(address, monkeypatch):
    monkeypatch.setattr(heartbeat, "UNANSWERED", 0.3)
    with wire(address) as (carrying, at), Ledger.open(at, patience=20) as ledger, ledger.beating(ME) as heart:
        going = threading.Event()

        def loop():  # what the event loop of a run does
            while not going.wait(0.05):
                heart.working()

        threading.Thread(target=loop, daemon=True).start()
        carrying.silent = True
        threading.Timer(0.2, lambda: setattr(carrying, "silent", False)).start()
        assert ledger.begin(plan(), ME, "t", 10) is not None
        assert events(ledger) == [["sending"]]
        going.set()


def test_two_that_wait_for_each_other_are_both_served(address):
    """The same orders in the other order: the server ends one of the two transactions, and it is done over."""
    numbers, begun = range(40), []

    def office(order_of):
        with Ledger.open(address, 20) as ledger:
            ready.wait()
            begun.append(ledger.make([begin(plan(number), ME, "t", 10) for number in order_of]))

    ready = threading.Barrier(2)
    offices = [threading.Thread(target=office, args=(each,)) for each in (numbers, numbers[::-1])]
    for each in offices:
        each.start()
    for each in offices:
        each.join()
    assert sorted(sum(entry is not None for entry in entries) for entries in begun) == [0, 40]
