"""Orders as a list shows them: read without their items, and told as if they had been read whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from roster_import.model.placement import Confirmation, ConfirmedItem, Status
from roster_import.place.known import listed_order
from roster_import.place.ledger import listed as module
from roster_import.place.ledger.entry import Identity
from roster_import.place.ledger.ledger import Ledger, Plan, Who
from roster_import.place.ledger.listed import listed
from tests.orders import counted, design, digits, instance, order

ME = Who(user="anna", host="office", process="office/1/1")
ORDERS = (
    order(design(instance("M", 3, "Ana"), instance("L", 2)), design(instance("S", 40))),
    order(design(instance("M", 1, '"quantity":7,"logos":['), instance("L", 2, '\\"quantity":9')), logos=(counted(5),)),
    order(logos=(digits(n1=4, n2=6), counted(8, storage=2))),
    order(design(instance("M", 1)), comment='"logos":[{"quantity":3}],"items":['),
)
ITEM = ConfirmedItem(kind="design", quantity=2, title='"items":[')
CONFIRMED = (
    None,
    Confirmation(
        order_number="A-1", total="12.50", currency="DKK", says={"items": ',"items":[', "x": "\\"}, items=(ITEM,)
    ),
    Confirmation(sub_total="10.00", vat="2.50", total="12.50"),
    Confirmation(items=(ITEM, ITEM)),
)


@pytest.fixture(params=["file", "server"])
def ledger(request, tmp_path):
    place = tmp_path / "ledger.sqlite3" if request.param == "file" else request.getfixturevalue("address")
    with Ledger.open(place) as ledger:
        for number, (what, confirmed) in enumerate(zip(ORDERS, CONFIRMED, strict=True), 1):
            named = replace(what, details=replace(what.details, reference=f"PO-{number}"))
            identity = Identity(realm="live", target="kitmaker", organization="", reference=f"PO-{number}")
            plan = Plan(identity=identity, attempt=1, body="{}", order=named, url="https://x.example", file="club.xlsx")
            entry = ledger.begin(plan, ME, "2026-05-05T13:14:30Z", 10.5)
            if confirmed is not None:
                ledger.update(
                    entry,
                    ME,
                    "t",
                    "completed",
                    status=Status.COMPLETED,
                    order_number=f"N{number}",
                    confirmation=confirmed,
                )
        yield ledger


def test_what_is_read_for_a_list_is_what_the_whole_order_says(ledger, monkeypatch):
    whole = [listed_order(entry) for entry in ledger.entries()]
    assert [order.pieces for order in whole] == [45, 3, 0, 1]
    assert list(listed(ledger._db)) == whole
    monkeypatch.setattr(module, "_PAGE", 2)
    assert list(listed(ledger._db)) == whole
    assert [list(listed(ledger._db, last)) for last in (1, 3, 9)] == [whole[3:], whole[1:], whole]


def test_what_was_written_otherwise_is_read_whole(ledger):
    """Another program's JSON has blanks, or other columns first."""
    whole = [listed_order(entry) for entry in ledger.entries()]
    for column in ("order_json", "confirmation"):
        ledger._db.execute(f"UPDATE entries SET {column} = replace({column}, '\":[{{', '\": [{{')")
    assert list(listed(ledger._db)) == whole
