"""The placing table: every combination of what the ledger says and what is wanted, and what is done next."""

from __future__ import annotations

import itertools

import pytest

from roster_import.model.order import Order, PlaceholderValue
from roster_import.model.placement import Status
from roster_import.place.entry import Entry, Identity, canonical, order_from_json, order_json
from roster_import.place.next_step import Decision, Step, next_step
from tests.orders import counted, design, details, digits, instance, order

ORDER = order(design(instance("M", 1)))
IDENTITY = Identity(realm="live", target="kitmaker", organization="", reference="PO-1")


def entry(status: Status, *, conflict: bool = False, attempt: int = 3, written: bool = True) -> Entry:
    return Entry(
        results_written=written,
        id=1, identity=IDENTITY, attempt=attempt, status=status, key="k", body="{}", order=ORDER, url="", conflict=conflict
    )  # fmt: skip


# (status, conflict) -> the step for (same, new_order) = (yes, no), (no, no), (yes, yes), (no, yes)
TABLE = {
    ("pending", False): "POLL STOP POLL STOP",
    ("completed", False): "REPORT STOP SEND SEND",
    ("failed", False): "REPORT SEND SEND SEND",
    ("refused", False): "SEND SEND SEND SEND",
}
COMBINATIONS = list(itertools.product((True, False), (True, False)))


@pytest.mark.parametrize(("known", "steps"), TABLE.items())
def test_every_settled_status(known, steps):
    for (new_order, same), name in zip(COMBINATIONS[2:] + COMBINATIONS[:2], steps.split(), strict=True):
        found = next_step(
            entry(Status(known[0]), conflict=known[1]),
            same=same,
            new_order=new_order,
        )
        assert found == Decision(step=Step[name], attempt=4 if name == "SEND" else 3), (same, new_order)


@pytest.mark.parametrize(("new_order", "same"), COMBINATIONS)
def test_an_order_whose_answer_was_lost_is_asked_for_again_and_never_sent_as_another(new_order, same):
    found = next_step(entry(Status.SENDING), same=same, new_order=new_order)
    assert found == Decision(step=Step.RESEND if same else Step.STOP, attempt=3)


@pytest.mark.parametrize("same", [True, False])
def test_an_order_that_met_one_of_its_kind_is_only_ever_sent_again_under_the_same_key(same):
    known = entry(Status.REFUSED, conflict=True)
    found = next_step(known, same=same, new_order=False)
    assert found == Decision(step=Step.RESEND if same else Step.ASK, attempt=3)
    asked = next_step(known, same=same, new_order=True)
    assert asked == Decision(step=Step.SEND, attempt=4)


@pytest.mark.parametrize(("new_order", "same"), COMBINATIONS)
def test_an_order_that_was_never_sent_is_sent_whatever_it_was(new_order, same):
    assert next_step(None, same=same, new_order=new_order) == Decision(step=Step.SEND, attempt=1)
    planned = next_step(entry(Status.PLANNED), same=same, new_order=new_order)
    assert planned == Decision(step=Step.SEND, attempt=3), "the same attempt: nothing of it was ever sent"


def test_a_completed_order_without_its_results_is_finished_before_it_is_ordered_again():
    """Cut off before its results, a run with --new-order is repeated as it was: that must not order a third time."""
    known = entry(Status.COMPLETED, written=False)
    assert next_step(known, same=True, new_order=True) == Decision(step=Step.REPORT, attempt=3)


def test_every_status_is_in_the_table():
    assert {status for status, _ in TABLE} | {"sending", "planned", "unknown"} == set(Status)


def test_the_key_derives_from_what_the_order_is_called_and_not_from_what_is_in_it():
    # Written out: a program upgraded between two runs must come to the same key.
    assert IDENTITY.key(1) == "09b46bc1-768e-5c88-a617-73dcaffecfa7"
    others = [
        IDENTITY.key(2),
        Identity(realm="live", target="kitmaker", organization="7", reference="PO-1").key(1),
        Identity(realm="live", target="kitmaker", organization="", reference="PO-2").key(1),
        Identity(realm="live", target="jtl", organization="", reference="PO-1").key(1),
    ]
    assert len({IDENTITY.key(1), *others}) == 5


RICH = order(
    design(instance("M", 2, "Smith", "10", values=(PlaceholderValue(logo_id=5, value="x"),)), instance("L", 1, row=3)),
    design(instance("S", 1), id=None, mul="MUL7"),
    logos=(counted(3, value="t"), digits(n7=2, n24=1)),
    comment="c",
    organization_id=5,
)


def test_an_order_written_to_the_ledger_reads_back_the_same():
    again = order_from_json(order_json(RICH))
    assert again == RICH
    assert again.designs[0].instances[1].origins == RICH.designs[0].instances[1].origins


def test_the_order_of_rows_is_no_difference_and_everything_else_is():
    turned = Order(
        details=RICH.details,
        designs=(RICH.designs[1], design(*reversed(RICH.designs[0].instances))),
        logos=tuple(reversed(RICH.logos)),
    )
    assert canonical(turned) == canonical(RICH)
    others = [
        order(design(instance("M", 2)), comment="c"),
        order(design(instance("M", 1)), comment="d"),
        order(design(instance("M", 1, "", "1")), comment="c"),
        order(design(instance("M", 1), id=2), comment="c"),
        order(design(instance("M", 1)), logos=(counted(1),), comment="c"),
        Order(details=details("PO-9", comment="c"), designs=(design(instance("M", 1)),)),
    ]
    assert len({canonical(order(design(instance("M", 1)), comment="c")), *map(canonical, others)}) == 7
