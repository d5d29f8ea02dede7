"""What an order will cost: tiers, fees, earlier orders; and the change once it is confirmed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from roster_import.cli.order_pieces import order_pieces
from roster_import.cli.pieces import plain
from roster_import.model.estimate import money
from roster_import.model.order import LogoItem, LogoKind, LogoRef
from roster_import.model.placement import Status
from roster_import.model.remote_catalogue import Assortment, Fee, Logo, Tier
from roster_import.place.estimate import change, change_in_words, estimate
from roster_import.place.ledger.entry import Entry, Identity
from tests.conftest import EXAMPLE_LOGOS, EXAMPLE_ROWS, ORDER, connected
from tests.orders import confirmed, counted, design, digits, garment, instance, logo, order


def tiers(*found, currency="DKK"):
    return tuple(Tier(least=least, price=Decimal(price), currency=currency) for least, price in found)


CREST = Logo(
    id=9,
    code="S9",
    tiers=tiers((1, "25"), (10, "18.5"), (50, "14")),
    fees=(
        Fee(kind="startup", name="Startup Fee", tiers=tiers((1, "45"), (10, "30"))),
        Fee(kind="fee", name="Film charge per color", tiers=tiers((3, "100"))),
    ),
)
NUMBERS = Logo(id=8, tiers=tiers((1, "9.355"), (50, "7.9")))
KNOWN = Assortment().with_logos([CREST, NUMBERS], 0.0)


def as_sent(confirmation):
    """The order that is confirmed whole."""
    kinds = {"design": {}, "logo": {}}
    for item in confirmation.items if confirmation else ():
        kinds[item.kind].setdefault(item.id, []).append(item)
    designs = [
        design(*(instance(one.size, one.quantity) for one in items), id=key) for key, items in kinds["design"].items()
    ]
    return order(*designs, logos=tuple(counted(one.quantity) for items in kinds["logo"].values() for one in items))


def entry(number, confirmation, reference="PO-0", sent=None):
    identity = Identity(realm="live", target="kitmaker", organization="", reference=reference)
    return Entry(
        id=number,
        identity=identity,
        attempt=1,
        status=Status.COMPLETED,
        key="k",
        body="{}",
        order=sent or as_sent(confirmation),
        url="",
        order_number=str(number),
        confirmation=confirmation,
        created_at="2026-04-01T00:00:00Z",
    )


@pytest.mark.parametrize(
    ("pieces", "amount"),
    [
        (1, "370.00"),  # 25 + start-up 45 + 3 × 100
        (9, "570.00"),
        (10, "515.00"),  # 10 × 18.5 + 30 + 300
        (49, "1236.50"),
        (50, "1030.00"),
    ],
)
def test_a_logo_costs_the_tier_its_pieces_reach_and_each_fee(pieces, amount):
    found = estimate(order(logos=(counted(pieces),)), KNOWN, [])
    assert (money(found.amount), found.currency, found.incomplete) == (amount, "DKK", False)


def test_pieces_for_storage_count_and_texts_of_one_logo_are_taken_together():
    texts = tuple(counted(3, value=text, storage=2) for text in ("A", "B"))
    found = estimate(order(logos=texts), KNOWN, [])
    assert [part.words for part in found.parts] == [
        "10 × Crest: 515.00 DKK (18.50 from 10, Startup Fee 30.00, Film charge per color 300.00)"
    ]


def test_a_number_logo_is_counted_by_its_digits():
    found = estimate(order(logos=(digits(n7=2, n24=3),)), KNOWN, [])
    assert [part.words for part in found.parts] == ["8 × Numbers: 74.84 DKK (9.355 from 1)"]


def test_a_logo_named_by_its_sku_is_found_and_one_without_prices_is_not_known():
    by_sku = LogoItem(logo=LogoRef(sku="s9", kind=LogoKind.COUNTED), quantity=1)
    stranger = LogoItem(logo=LogoRef(id=77), quantity=4)
    found = estimate(order(logos=(by_sku, stranger)), KNOWN, [])
    assert (money(found.amount), found.unknown, found.incomplete) == ("370.00", ("4 × 77",), True)
    assert found.words == "estimate, taken to be without VAT: 370.00 DKK; not known: 4 × 77"
    listed = Assortment().with_logos([Logo(id=9, whole=False)], 0.0)
    assert estimate(order(logos=(counted(1),)), listed, []).words == "no estimate; not known: 1 × Crest"


def test_a_design_costs_what_it_cost_when_it_was_last_ordered_alone():
    earlier = [
        entry(1, confirmed(garment("M", 4), currency="DKK", sub_total="400.00", placed_at="2026-01-02T00:00:00Z")),
        entry(2, confirmed(garment("M", 2), garment("L", 2), currency="DKK", sub_total="471.00", placed_at="2026-03-04T10:00:00Z",
                           order_number="20002502")),
        entry(3, confirmed(garment("M", 1), garment("M", 1, id=2), currency="DKK", sub_total="1.00")),
        entry(4, confirmed(garment("M", 1), logo(3), currency="DKK", sub_total="1.00")),
        entry(5, None),
        entry(6, confirmed(garment("M", 1), sub_total="1.00")),
    ]  # fmt: skip
    found = estimate(order(design(instance("M", 10), instance("L", 2))), KNOWN, earlier)
    assert [part.words for part in found.parts] == [
        "12 × Home: 1413.00 DKK (117.75 a piece, as in order 20002502 of 2026-03-04)"
    ]
    by_code = estimate(order(design(instance("M", 1), id=None, mul="mul1")), KNOWN, earlier)
    assert money(by_code.amount) == "117.75"
    assert estimate(order(design(instance("M", 3), id=5)), KNOWN, earlier).unknown == ("3 × Home",)


def test_an_order_confirmed_with_differences_teaches_no_price():
    whole = confirmed(garment("M", 4), currency="DKK", sub_total="400.00", placed_at="2026-01-02T00:00:00Z")
    short = confirmed(garment("M", 11), currency="DKK", sub_total="1413.00", placed_at="2026-03-04T00:00:00Z")
    earlier = [entry(1, whole), entry(2, short, sent=order(design(instance("M", 12))))]
    wanted = order(design(instance("M", 10)))
    assert [part.words for part in estimate(wanted, KNOWN, earlier).parts] == [
        "10 × Home: 1000.00 DKK (100.00 a piece, as in order 1 of 2026-01-02)"
    ]
    wrong = confirmed(garment("M", 4), currency="DKK", sub_total="400.00", vat="100.00", total="900.00")
    assert estimate(wanted, KNOWN, [entry(3, wrong)]).unknown == ("10 × Home",)


def test_currencies_are_never_added():
    euro = Assortment().with_logos([CREST, Logo(id=8, tiers=tiers((1, "1"), currency="EUR"))], 0.0)
    found = estimate(order(logos=(counted(1), digits(n7=1))), euro, [])
    assert (found.amount, found.currency, found.incomplete) == (None, None, True)
    assert found.words == (
        "estimates that are not added, as their currency or VAT differs: 1 × Crest: 370.00 DKK without VAT, 1 × Numbers: 1.00 "
        "EUR without VAT"
    )
    mixed = Logo(id=9, tiers=(*tiers((1, "1")), *tiers((10, "1"), currency="EUR")))
    assert estimate(order(logos=(counted(1),)), Assortment().with_logos([mixed], 0.0), []).unknown == ("1 × Crest",)


def test_the_change_against_the_estimate():
    before = estimate(order(logos=(counted(1),)), KNOWN, [])
    for sub_total, more, words in (
        ("370.00", "0.00", "estimated were 370.00 DKK without VAT; that is what it costs"),
        ("400.5", "30.50", "estimated were 370.00 DKK without VAT; it costs 400.50 DKK without VAT, 30.50 more"),
        ("369.99", "-0.01", "estimated were 370.00 DKK without VAT; it costs 369.99 DKK without VAT, 0.01 less"),
    ):
        got = confirmed(currency="DKK", sub_total=sub_total)
        assert (money(change(before, got)), change_in_words(before, got)) == (more, words)
    assert change(before, confirmed(currency="EUR", sub_total="370.00")) is None
    assert change(before, confirmed(currency="DKK", sub_total="free")) is None
    assert (
        change_in_words(
            estimate(order(logos=(counted(1),)), Assortment(), []), confirmed(currency="DKK", sub_total="1")
        )
        is None
    )


def test_from_the_first_order_to_an_estimate_that_holds(tmp_path, sandbox):
    desk = connected(tmp_path, sandbox.url, ROSTER_IMPORT_OFFLINE="0")
    desk.build(rows=EXAMPLE_ROWS[:3], logos=EXAMPLE_LOGOS)
    checked = desk.quick("check", "--json", "club.xlsx").file["orders"][0]["estimate"]
    assert checked == {
        "amount": "439.78",
        "currency": "DKK",
        "withVat": False,
        "incomplete": True,
        "basis": [
            "18 × Club Crest: 378.00 DKK (18.50 from 10, Startup Fee 45.00)",
            "5 × Number transfer: 61.78 DKK (9.355 from 1, Film charge 15.00)",
        ],
        "notKnown": ["7 × Home kit"],
        "change": None,
    }
    words = "    estimate, taken to be without VAT: 439.78 DKK; not known: 7 × Home kit\n"
    assert words in desk.quick("check", "club.xlsx").out

    # The first order of Home kit alone tells its price.
    desk.build("shirts.xlsx", rows=EXAMPLE_ROWS[:2], order={**ORDER, "Reference": "PO-1"})
    first = desk.quick("shirts.xlsx")
    assert "    Home kit: 137.75 DKK without VAT a piece\n" in first.out
    (again,) = desk.quick("--json", "shirts.xlsx").file["orders"]
    assert again["designPrices"] == [{"design": "Home kit", "pieces": 2, "unitPrice": "137.75", "currency": "DKK"}]
    run = desk.quick("--json", "club.xlsx")
    (placed,) = run.file["orders"]
    assert placed["designPrices"] == [], "the vendor gives totals, and this order holds logos as well"
    assert placed["estimate"]["basis"][0].startswith(
        "7 × Home kit: 964.25 DKK (137.75 a piece, as in order 20002502 of "
    )
    assert (placed["estimate"]["amount"], placed["estimate"]["incomplete"]) == ("1404.03", False)
    assert (placed["subTotal"], placed["estimate"]["change"]) == ("1404.03", "0.00")
    assert all("estimate" not in one["body"] and "price" not in str(one["body"]) for one in sandbox.orders())
    again = desk.quick("--json", "club.xlsx").file["orders"][0]
    assert (again["status"], again["estimate"]) == ("completed", None)


def test_the_change_is_said_when_the_order_is_confirmed(tmp_path, sandbox):
    desk = connected(tmp_path, sandbox.url, ROSTER_IMPORT_OFFLINE="0")
    desk.build(rows=(), headings=(), logos=(EXAMPLE_LOGOS[0], ("Club Crest", 18, None, None, None)))
    assert desk.quick("check", "club.xlsx").status == 0
    sandbox.ask_for("poll:confirm-other-total")
    out = desk.quick("club.xlsx").out
    assert "    estimated were 378.00 DKK without VAT; that is what it costs\n" in out


def test_the_estimate_is_shown_before_the_question():
    pieces, _ = order_pieces(order(logos=(counted(2),)), "estimate, without VAT: 50.00 DKK")
    lines = [line for piece in pieces for line in plain(piece)]
    assert lines[-3:] == ["  In all 2 loose logos.", "  Estimate, without VAT: 50.00 DKK.", ""]
