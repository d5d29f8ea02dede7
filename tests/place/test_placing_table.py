"""The placing table: every combination of what the ledger says and what is wanted, and what is done next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from roster_import.model.order import Order, PlaceholderValue
from roster_import.model.placement import Status
from roster_import.place.amendments import changes, same_order
from roster_import.place.ledger.entry import Identity, canonical, order_from_json, order_json
from roster_import.place.next_step import Decision, End, Standing, Step, Wish, next_step, proved
from tests.orders import counted, design, details, digits, instance, order

ORDER = order(design(instance("M", 1)))
IDENTITY = Identity(realm="live", target="kitmaker", organization="", reference="PO-1")


# (what stands) -> the step for (same, new_order) = (yes, no), (no, no), (yes, yes), (no, yes); its results are written
TABLE = {
    "nothing": "SEND SEND SEND SEND",
    "queued": "REPORT STOP REPORT STOP",
    "refused": "SEND SEND SEND SEND",
    "used": "SEND SEND SEND SEND",
    "sending": "RESEND STOP RESEND STOP",
    "pending": "POLL STOP POLL STOP",
    "completed": "REPORT STOP SEND SEND",
    "failed": "REPORT REPORT SEND SEND",
}
ASKED = [(True, False), (False, False), (True, True), (False, True)]
# Only these leave their key, and only as the user wants another order: the order system has said what became of it.
LEFT = {("used", True), ("completed", True), ("failed", True)}


@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize("recognises", [True, False])
def test_every_combination_has_its_step(standing, recognises):
    for (same, new_order), name in zip(ASKED, TABLE[standing].split(), strict=True):
        if standing == "sending" and not recognises:
            name = "LOOK" if same else "ASK"
        decision = next_step(standing, 3, Wish(same=same, new_order=new_order, recognises=recognises))
        attempt = 4 if name == "SEND" and (standing, new_order) in LEFT else 3
        assert decision == Decision(step=Step[name], attempt=attempt), (same, new_order)


@pytest.mark.parametrize(("same", "new_order"), ASKED)
def test_a_completed_order_without_its_results_is_finished_before_it_is_ordered_again(same, new_order):
    """Cut off before its results, a run with --new-order is repeated as it was: that must not order a third time."""
    decision = next_step(Standing.COMPLETED, 3, Wish(same=same, new_order=new_order, reported=False))
    if same:
        assert decision == Decision(step=Step.REPORT, attempt=3)
    else:
        assert decision.step is (Step.SEND if new_order else Step.STOP)


@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize(("same", "new_order"), ASKED)
def test_a_reference_of_another_address_or_organization_is_stopped_unless_something_failed_there(
    standing, same, new_order
):
    wish = Wish(same=same, new_order=new_order, here=False)
    stands = standing in (Standing.QUEUED, Standing.SENDING, Standing.PENDING, Standing.COMPLETED)
    step = Step.STOP if stands and not new_order else Step.SEND
    assert next_step(standing, 3, wish) == Decision(step=step, attempt=1 if step is Step.SEND else 3)


@pytest.mark.parametrize(
    ("status", "used", "standing"),
    [
        (Status.PLANNED, False, Standing.NOTHING),
        (Status.QUEUED, False, Standing.QUEUED),
        (Status.SENDING, False, Standing.SENDING),
        (Status.PENDING, False, Standing.PENDING),
        (Status.COMPLETED, False, Standing.COMPLETED),
        (Status.FAILED, False, Standing.FAILED),
        (Status.REFUSED, False, Standing.REFUSED),
        (Status.REFUSED, True, Standing.USED),
    ],
)
def test_what_an_entry_says_of_its_order(status, used, standing):
    assert Standing.of(status, used=used) is standing


@pytest.mark.parametrize("end", End)
@pytest.mark.parametrize("sent", [True, False])
@pytest.mark.parametrize("lost", [True, False])
@pytest.mark.parametrize("reached", [True, False])
@pytest.mark.parametrize("keeps_one", [True, False])
def test_once_anything_may_have_been_taken_no_answer_proves_that_nothing_was_placed(
    end, sent, lost, reached, keeps_one
):
    proof = proved(end, sent=sent, lost=lost, reached=reached, keeps_one=keeps_one)
    if end is End.USED and keeps_one and not reached:
        assert proof is Standing.USED, "one order stands under a key: another, so not ours"
    elif lost or reached:
        assert proof is Standing.SENDING
    elif end in (End.REFUSED, End.UNPLACEABLE):
        assert proof is Standing.REFUSED
    elif end is End.USED:
        assert proof is Standing.USED
    elif sent:
        assert proof is Standing.SENDING, "a no to a look-up is no no to the order"
    else:
        assert proof is (Standing.REFUSED if end is End.SHUT_OUT else Standing.NOTHING)


@pytest.mark.parametrize(
    "other",
    ["po-42", "PO\u201142", "PO\u221242", "PO-\u00ad42", " PO - 42 ", "\uff30\uff2f-\uff14\uff12", "P\u200bO-42"],
)
def test_references_that_a_person_would_call_the_same_are_one(other):
    one, another = (replace(IDENTITY, reference=text) for text in ("PO-42", other))
    assert (one.name, one.key(1)) == (another.name, another.key(1))


@pytest.mark.parametrize("other", ["PO-43", "PO42", "PO 42", "PO-4-2", "P0-42"])
def test_other_references_stay_others(other):
    one, another = (replace(IDENTITY, reference=text) for text in ("PO-42", other))
    assert one.name != another.name
    assert one.key(1) != another.key(1)


def test_one_thing_is_one_however_it_is_named():
    by_id = order(design(instance("M", 2), id=299571))
    by_code = order(design(instance("m", 2), id=None, mul="MUL327815"))
    assert not same_order(by_id, by_code), "as long as nobody says that they are one"
    assert same_order(by_id, by_code, {"mul327815": "299571"})
    assert same_order(by_id, order(design(instance("m", 2), id=299571)))
    assert changes(by_id, order(design(instance("XXL", 2), id=299571))) == ["+2 × Home XXL", "−2 × Home M"]
    assert changes(order(design(instance("2XL", 2))), order(design(instance("XXL", 2)))) == []


def test_the_key_derives_from_what_the_order_is_called_and_not_from_what_is_in_it():
    # Written out: a program upgraded between two runs must come to the same key.
    assert IDENTITY.key(1) == "09b46bc1-768e-5c88-a617-73dcaffecfa7"
    others = [
        IDENTITY.key(2),
        Identity(realm="live", target="kitmaker", organization="", reference="PO-2").key(1),
        Identity(realm="live", target="jtl", organization="", reference="PO-1").key(1),
    ]
    assert len({IDENTITY.key(1), *others}) == 4
    # Our own organization may be written out: it is the order system that keeps the keys of organizations apart.
    assert Identity(realm="live", target="kitmaker", organization="7", reference="PO-1").key(1) == IDENTITY.key(1)


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


def test_what_a_design_is_drawn_as_stays_out_of_the_ledger():
    drawn = replace(RICH.designs[0], design=replace(RICH.designs[0].design, type="Cap"))
    assert order_json(replace(RICH, designs=(drawn, *RICH.designs[1:]))) == order_json(RICH)
    assert '"type"' not in order_json(RICH)  # a version that does not know it may read the same ledger


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
