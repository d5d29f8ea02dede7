"""Lines become orders: nothing is lost, nothing is invented, the order of appearance is kept."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from roster_import.check.group import group_lines
from roster_import.model.catalogue import Catalogue, CatalogueEntry
from roster_import.model.order import DesignRef, Line, LogoKind, LogoRef, PlaceholderValue
from roster_import.model.problem import Origin
from tests.orders import details

NOTHING = Catalogue()
DESIGNS = (DesignRef(id=1), DesignRef(mul="MUL2"), DesignRef(id=3))
LOGOS = (
    LogoRef(id=10),
    LogoRef(sku="S1", kind=LogoKind.NAME),
    LogoRef(id=12, kind=LogoKind.NUMBER),
)
few = st.sampled_from(["", "A", "B"])
lines = st.lists(
    st.builds(
        Line,
        origin=st.builds(Origin, sheet=st.just("Roster"), row=st.integers(2, 99)),
        name=few,
        number=st.sampled_from(["7", "07", "24"]),
        size=st.sampled_from(["M", "L"]),
        quantity=st.integers(1, 9),
        storage_quantity=st.integers(0, 3),
        designs=st.lists(st.sampled_from(DESIGNS), max_size=3, unique=True).map(tuple),
        logos=st.lists(st.sampled_from(LOGOS), max_size=2, unique=True).map(tuple),
        values=st.lists(st.builds(PlaceholderValue, logo_id=st.just(5), value=few), max_size=1).map(tuple),
        reference=st.sampled_from(["PO-1", "PO-2"]),
    ),
    max_size=12,
)


@given(lines)
def test_quantities_are_conserved(found):
    orders = group_lines(found, [details("PO-1"), details("PO-2")], NOTHING)
    asked: Counter[object] = Counter()
    for line in found:
        for one in line.designs:
            asked[line.reference, one, line.size, line.name, line.number, line.values] += line.quantity
        for logo in line.logos:
            text = line.number if logo.kind is LogoKind.NUMBER else line.name if logo.kind is LogoKind.NAME else ""
            asked[line.reference, logo, text] += line.quantity
            asked[line.reference, logo, text, "storage"] += line.storage_quantity
    got: Counter[object] = Counter()
    for order in orders:
        for item in order.designs:
            for one in item.instances:
                got[order.reference, item.design, one.size, one.name, one.number, one.values] += one.quantity
        for item in order.logos:
            for text, one in (
                [(item.value, item)] if not item.digits else [(entry.digit, entry) for entry in item.digits]
            ):
                got[order.reference, item.logo, text] += one.quantity
                got[order.reference, item.logo, text, "storage"] += one.storage_quantity
    assert +got == +asked


@given(lines)
def test_alike_rows_are_one_instance_and_every_row_is_remembered(found):
    for order in group_lines(found, [details("PO-1"), details("PO-2")], NOTHING):
        for item in order.designs:
            keys = [(one.size, one.name, one.number, one.values) for one in item.instances]
            assert len(keys) == len(set(keys))
            origins = {origin for one in item.instances for origin in one.origins}
            assert origins == {
                line.origin for line in found if line.reference == order.reference and item.design in line.designs
            }
        assert len({item.design for item in order.designs}) == len(order.designs)


def line(row, **more):
    return Line(**{"origin": Origin(sheet="Roster", row=row), "quantity": 1, "reference": "PO-1", **more})


def test_the_order_of_first_appearance_is_kept():
    found = [
        line(row, size=size, designs=(DESIGNS[at],)) for row, (size, at) in enumerate([("L", 2), ("M", 0), ("S", 2)], 2)
    ]
    (order,) = group_lines(found, [details("PO-1")], NOTHING)
    assert [(item.design.id, [one.size for one in item.instances]) for item in order.designs] == [
        (3, ["L", "S"]),
        (1, ["M"]),
    ]


def test_one_design_under_its_title_its_mul_and_its_id_is_one_design():
    entry = CatalogueEntry(kind="design", title="Home", id=1, code="MUL1")
    found = [
        line(2, size="M", designs=(DesignRef(id=1, title="Home"),)),
        line(3, size="M", designs=(DesignRef(mul="MUL1", title="Home"),)),
    ]
    (order,) = group_lines(found, [details("PO-1")], Catalogue(entries=(entry,)))
    (item,) = order.designs
    assert (item.design.id, [one.quantity for one in item.instances]) == (1, [2])


def test_an_order_without_lines_is_no_order():
    assert group_lines([], [details("PO-1")], NOTHING) == ()
