"""A changed roster: only what was added is ordered, and what cannot be taken back is said."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from roster_import.model.placement import Status
from roster_import.place.amendments import amendment, family, next_reference, pieces
from roster_import.place.ledger.entry import Entry, Identity
from roster_import.place.ledger.ledger import Ledger
from roster_import.sandbox import KitMakerSwitches, SandboxOptions, start
from tests.conftest import EXAMPLE_ROWS, ORDER, connected
from tests.orders import counted, design, digits, instance, order

IDENTITY = Identity(realm="live", target="kitmaker", organization="", reference="PO-1")
CHANGED = (
    ("", "", "", "M", 1, "Home kit"),
    ("", "", "", "XL", 5, "Home kit"),  # the L is gone
    ("Smith", "Smith", "10", "M", 5, "Away kit"),
    ("Jones", "Jones", "27", "XL", 7, "Away kit"),  # another size
    ("Young", "Young", "3", "S", 1, "Away kit"),  # new
)


def entry(reference="PO-1", status=Status.COMPLETED, **kwargs):
    from dataclasses import replace

    return Entry(
        id=1,
        identity=replace(IDENTITY, reference=reference),
        attempt=1,
        status=status,
        key="k",
        body="{}",
        order=kwargs.pop("order", order(design(instance("M", 1)))),
        url="",
        order_number="1",
        **kwargs,
    )


def test_only_the_additions_are_ordered_and_the_rest_is_said(desk, sandbox):
    desk.build()
    assert desk.quick("club.xlsx").status == 0
    desk.build(rows=CHANGED)

    run = desk.quick("--json", "amend", "club.xlsx")

    assert (run.status, run.file["status"]) == (0, "placed")
    first, second = sandbox.orders()
    assert second["body"]["reference"] == "PO-2026-0042/2"
    assert second["body"]["designs"] == [
        {
            "designId": 298791,
            "instances": [
                {"size": "XL", "quantity": 7, "name": "Jones", "number": "27"},
                {"size": "S", "quantity": 1, "name": "Young", "number": "3"},
            ],
        }
    ]
    assert second["body"]["deliveryAddress"] == first["body"]["deliveryAddress"]
    assert [(problem["level"], problem["code"], problem["message"]) for problem in run.problems] == [
        (
            "warning",
            "cannot-be-taken-back",
            f"Order PO-2026-0042 (20002502): {what} was ordered and is not on the roster any more. It cannot be taken back "
            "by this program: tell the order system's people.",
        )
        for what in ("1 × Home kit L", "7 × Away kit L Jones 27")
    ]
    assert [(one["reference"], one["status"]) for one in run.file["orders"]] == [
        ("PO-2026-0042", "completed"),
        ("PO-2026-0042/2", "completed"),
    ]
    roster = load_workbook(desk.folder / "club.results.xlsx")["Roster"]
    assert [roster.cell(row, 10).value for row in range(2, 7)] == [
        "20002502", "20002502", "20002502", "20002503", "20002503",
    ]  # fmt: skip


def test_amending_twice_orders_nothing_more(desk, sandbox):
    desk.build()
    desk.quick("club.xlsx")
    rows = (*EXAMPLE_ROWS, ("Young", "Young", "3", "S", 1, "Away kit"))
    desk.build(rows=rows)
    assert desk.quick("amend", "club.xlsx").status == 0
    again = desk.quick("--json", "amend", "club.xlsx")
    assert (again.status, again.file["status"], again.problems) == (0, "already-placed", [])
    assert len(sandbox.orders()) == 2
    plain = desk.quick("--json", "club.xlsx")
    assert (plain.status, plain.file["status"]) == (0, "already-placed"), (
        "the family together is what the file asks for"
    )
    desk.build(rows=(*rows, ("New", "New", "4", "S", 1, "Away kit")))
    assert desk.quick("amend", "club.xlsx").status == 0
    assert [one["body"]["reference"] for one in sandbox.orders()] == [
        "PO-2026-0042",
        "PO-2026-0042/2",
        "PO-2026-0042/3",
    ]


@pytest.mark.drill
@pytest.mark.parametrize("reading", ["numbered_like", "standing", "amending"])
def test_two_who_amend_at_once_order_what_came_once(desk, sandbox, monkeypatch, reading):
    """Whichever of the readings it is behind which another process amends the same order."""
    desk.build()
    assert desk.quick("club.xlsx").status == 0
    desk.build(rows=CHANGED)
    really, others = getattr(Ledger, reading), []

    def read(ledger, *asked):
        said = really(ledger, *asked)
        if not others:
            others.append(desk.run("amend", "club.xlsx"))
        return said

    monkeypatch.setattr(Ledger, reading, read)
    run = desk.quick("amend", "club.xlsx")
    assert [each.status for each in (*others, run)] == [0, 0]
    assert [placed["reference"] for placed in sandbox.orders()] == ["PO-2026-0042", "PO-2026-0042/2"]


def test_amending_what_was_never_ordered_is_an_error(desk, sandbox):
    desk.build()
    run = desk.quick("--json", "amend", "club.xlsx")
    assert (run.status, [problem["message"] for problem in run.problems]) == (
        1,
        [
            "Reference PO-2026-0042 was not ordered yet, so there is nothing to amend. Order it first: roster-import FILE."
        ],
    )
    assert sandbox.orders() == []


def test_a_dry_run_of_an_amendment_says_what_it_would_order(desk, sandbox):
    desk.build()
    desk.quick("club.xlsx")
    desk.build(rows=CHANGED)
    run = desk.quick("--json", "amend", "--dry-run", "club.xlsx")
    assert [(one["reference"], one["status"], one["pieces"]) for one in run.file["orders"]] == [
        ("PO-2026-0042", "completed", 19),
        ("PO-2026-0042/2", "planned", 8),
    ]
    assert len(sandbox.orders()) == 1


def test_an_amendment_whose_answer_was_lost_is_finished_and_not_ordered_again(desk, sandbox):
    desk.build()
    desk.quick("club.xlsx")
    desk.build(rows=(*EXAMPLE_ROWS, ("Young", "Young", "3", "S", 1, "Away kit")))
    sandbox.ask_for("place:drop-after-taking*5")
    assert desk.quick("amend", "club.xlsx").status == 4
    run = desk.quick("--json", "amend", "club.xlsx")
    assert (run.status, run.file["status"]) == (0, "placed")
    assert len(sandbox.orders()) == 2


def test_an_amendment_that_failed_is_ordered_anew(desk, sandbox):
    desk.build()
    desk.quick("club.xlsx")
    desk.build(rows=(*EXAMPLE_ROWS, ("Young", "Young", "3", "S", 1, "Away kit")))
    sandbox.ask_for("place:failed")
    assert desk.quick("amend", "club.xlsx").status == 3
    run = desk.quick("--json", "amend", "club.xlsx")
    assert run.status == 3, "given up by the order system: reported, ordered again only with another order"
    assert len(sandbox.orders()) == 2


def test_one_design_ordered_by_its_mul_and_wanted_by_its_id_is_not_ordered_again(desk, sandbox):
    desk.build(rows=(("Smith", "Smith", "10", "M", 1, "MUL327187"),))
    desk.quick("club.xlsx")
    desk.build(rows=(("Smith", "Smith", "10", "M", 1, "298791"), ("Young", "Young", "3", "S", 1, "298791")))
    run = desk.quick("--json", "amend", "club.xlsx")
    assert (run.status, run.problems) == (0, [])
    assert sandbox.orders()[1]["body"]["designs"][0]["instances"] == [
        {"size": "S", "quantity": 1, "name": "Young", "number": "3"}
    ]


def test_changed_details_are_said_and_not_ordered(desk, sandbox):
    desk.build()
    desk.quick("club.xlsx")
    desk.build(order={**ORDER, "Delivery city": "Aarhus"})
    run = desk.quick("--json", "amend", "club.xlsx")
    assert (run.status, run.file["status"]) == (0, "already-placed")
    assert [problem["message"] for problem in run.problems] == [
        "Order PO-2026-0042 (20002502): delivery city Viborg → Aarhus cannot be changed by this program any more. Tell the "
        "order system's people."
    ]


def test_the_family_is_the_order_and_what_is_linked_to_it():
    first = entry("PO-1")
    linked = [entry("PO-1/10", amends=1), entry("PO-1/2", Status.REFUSED, amends=1), entry("PO-1/2", amends=1)]
    strangers = [entry("PO-1/3"), entry("PO-11"), entry("PO-1/2/2", amends=7)]
    members = family(first, [*linked, *strangers])
    assert [(one.identity.reference, one.status) for one in members] == [
        ("PO-1", "completed"), ("PO-1/10", "completed"), ("PO-1/2", "completed"),
    ]  # fmt: skip


def test_a_reference_that_ordered_nothing_is_used_again_and_one_of_the_users_own_never():
    members = [entry(), entry("PO-1/2", Status.REFUSED)]
    assert next_reference(IDENTITY, members, beside=False) == "PO-1/2"
    assert next_reference(IDENTITY, [*members, entry("po-1/2")], beside=False) == "PO-1/3"
    colleagues = [entry(), entry("PO-1/2", Status.REFUSED, used=True)]
    assert next_reference(IDENTITY, colleagues, beside=False) == "PO-1/2"
    assert next_reference(IDENTITY, colleagues, beside=True) == "PO-1/3"


def test_a_users_own_reference_of_that_form_is_no_amendment(desk, sandbox):
    """PO-42/2 goes elsewhere: what PO-42 gained since is ordered all the same, as an amendment of another name."""
    desk.build(rows=EXAMPLE_ROWS[:1])
    assert desk.quick("club.xlsx").status == 0
    young = ("Young", "Young", "3", "S", 1, "Away kit")
    own = {**ORDER, "Reference": "PO-2026-0042/2", "Delivery name": "Handball Club XYZ"}
    desk.build("own.xlsx", rows=(young,), order=own)
    assert desk.quick("own.xlsx").status == 0
    desk.build(rows=(EXAMPLE_ROWS[0], young))
    run = desk.quick("--json", "amend", "club.xlsx")
    assert (run.status, [order["reference"] for order in run.file["orders"]]) == (
        0, ["PO-2026-0042", "PO-2026-0042/3"],
    )  # fmt: skip
    again = desk.quick("--json", "club.xlsx")
    assert (again.status, again.file["status"], len(sandbox.orders())) == (0, "already-placed", 3)


@pytest.mark.parametrize("pending", [True, False])
def test_what_is_called_otherwise_is_not_ordered_again(desk, sandbox, pending):
    rows = (("Smith", "Smith", "10", "M", 1, "298791"),)
    desk.build(rows=rows, catalogue=())
    if pending:
        sandbox.ask_for("place:never-ready")
        desk.environment["ROSTER_IMPORT_POLL_TIMEOUT"] = "0.2"
    assert desk.quick("club.xlsx").status == (4 if pending else 0)
    desk.build(rows=(("Smith", "Smith", "10", "m", 1, "MUL327187"), ("Young", "Young", "3", "S", 1, "MUL327187")),
               catalogue=())  # fmt: skip
    run = desk.quick("--json", "amend", "club.xlsx")
    if pending:
        assert (run.status, len(sandbox.orders())) == (1, 1)
        assert [problem["code"] for problem in run.problems if problem["level"] == "error"] == ["amend-not-confirmed"]
    else:
        assert (run.status, len(sandbox.orders())) == (0, 2)
        (added,) = sandbox.orders()[1]["body"]["designs"]
        assert [instance["name"] for instance in added["instances"]] == ["Young"]


def test_an_amendment_that_meets_a_colleagues_is_told_what_to_do_and_then_ordered_beside_it(tmp_path):
    with start(SandboxOptions(delay=0.05, kitmaker=KitMakerSwitches(other_body="409"))) as sandbox:
        mine, theirs = (connected(tmp_path / name, sandbox.url) for name in ("mine", "theirs"))
        for desk in (mine, theirs):
            desk.folder.mkdir()
            desk.build(rows=EXAMPLE_ROWS[:1])
            assert desk.quick("club.xlsx").status == 0
        assert len(sandbox.orders()) == 1
        for desk, name in ((mine, "Young"), (theirs, "Old")):
            desk.build(rows=(EXAMPLE_ROWS[0], (name, name, "3", "S", 1, "Away kit")))
        assert mine.quick("amend", "club.xlsx").status == 0
        run = theirs.quick("--json", "amend", "club.xlsx")
        assert (run.status, len(sandbox.orders())) == (3, 2)
        assert run.file["orders"][-1]["error"].endswith(
            "It may be an amendment by a colleague: look at it there. Take off the roster what it has; roster-import amend "
            "--new-order orders the rest."
        )
        beside = theirs.quick("--json", "amend", "--new-order", "club.xlsx")
        assert [(order["reference"], order["status"]) for order in beside.file["orders"]] == [
            ("PO-2026-0042", "completed"), ("PO-2026-0042/3", "completed"),
        ]  # fmt: skip
        assert beside.status == 0
        (added,) = sandbox.orders()[2]["body"]["designs"]
        assert [instance["name"] for instance in added["instances"]] == ["Old"]
        for again in (("amend",), ("amend", "--new-order"), ()):
            assert theirs.quick(*again, "club.xlsx").status == 0
            assert len(sandbox.orders()) == 3, "what stands is not ordered anew"


@pytest.mark.every(2)
@pytest.mark.parametrize("command", ["amend", "import"])
def test_a_colleagues_order_that_has_ours_and_more_comes_to_its_end(tmp_path, command):
    young, old = ("Young", "Young", "3", "S", 1, "Away kit"), ("Old", "Old", "4", "S", 2, "Away kit")
    first = EXAMPLE_ROWS[:1]
    with start(SandboxOptions(delay=0.05)) as sandbox:
        mine, theirs = (connected(tmp_path / name, sandbox.url) for name in ("mine", "theirs"))
        for desk in (mine, theirs):
            desk.folder.mkdir()
            desk.build(rows=first)
            assert command == "import" or desk.quick("club.xlsx").status == 0
        mine.build(rows=(*first, young, old))
        theirs.build(rows=(*first, young))
        assert mine.quick(command, "club.xlsx").status == 0
        placed = len(sandbox.orders())
        name = "PO-2026-0042/2" if command == "amend" else "PO-2026-0042"
        for _ in range(2):
            run = theirs.quick("--json", command, "club.xlsx")
            assert (run.status, run.file["orders"][-1]["reference"]) == (3, name)
            (difference,) = run.file["orders"][-1]["differences"]
            assert difference["message"] == "Away kit: the confirmed order has 2 × S Old 4 more than was sent."
            assert [problem["message"] for problem in run.problems] == [
                f"{name} has all that was sent, and more: perhaps a colleague's order has its name. Look in the order system "
                "whether that is meant. What is there beyond and meant, put on the roster too: it counts as ordered. What is "
                "not meant, have taken off there. Then run the same command again: nothing is ordered twice."
            ]
        theirs.build(rows=(*first, young, (*old[:4], 1, old[5])))
        assert theirs.quick(command, "club.xlsx").status == 3, "one of two is still more than was meant"
        theirs.build(rows=(*first, young, old))
        for again in ("amend", "import", "check"):
            run = theirs.quick("--json", again, "club.xlsx")
            assert (run.status, run.problems) == (0, []), again
        assert len(sandbox.orders()) == placed, "what stands is not ordered again"
        theirs.build(rows=(*first, young, (*old[:4], 3, old[5])))
        assert theirs.quick("amend", "club.xlsx").status == 0
        (added,) = sandbox.orders()[-1]["body"]["designs"]
        assert [(each["name"], each["quantity"]) for each in added["instances"]] == [("Old", 1)]


instances = st.lists(
    st.builds(
        instance, st.sampled_from("SML"), st.integers(1, 5), st.sampled_from(["", "A"]), st.sampled_from(["", "7"])
    ),
    max_size=5,
)
orders = st.builds(
    lambda one, two, logos: order(
        *([design(*one)] if one else []), *([design(*two, id=None, mul="MUL2")] if two else []), logos=tuple(logos)
    ),
    instances,
    instances,
    st.lists(st.sampled_from([counted(3), counted(2, value="x"), digits(n7=2, n24=1)]), max_size=2),
)


@given(orders, orders)
def test_what_was_ordered_and_the_additions_cover_what_is_wanted(before, wanted):
    found = amendment(wanted, [entry(order=before)], "PO-1/2")
    was, now = pieces(before), pieces(wanted)
    new = pieces(found.additions) if found.additions else Counter()
    assert new == now - was
    assert len(found.removed) == len(was - now)
