"""Sizes under a heading of ladies' sizes are no sizes of a garment for everybody, unless somebody says so."""

from __future__ import annotations

import pytest
from test_layouts_not_read import said, written

TOLD = (
    'The sizes under "{heading}" are ladies\' sizes, and Home kit has none for ladies: they would be ordered as its own. Ask '
    "which of its sizes are wanted, and write those under a heading without that word. If they are its own: --map "
    '"{heading}=size". It is the same in row 3.'
)


@pytest.mark.parametrize(
    "heading", ["Ladies size", "Size (women)", "Damengröße", "Taille (femme)", "Taglia donna", "Maat dames"]
)
def test_they_are_asked_about_at_the_first(desk, heading):
    written(
        desk, [("Name on shirt", "Number", heading, "Design"), ("ADA", 7, "M", "Home kit"), ("BEA", 8, "S", "Home kit")]
    )
    assert said(desk) == [("size-of-women", "C2", TOLD.format(heading=heading))]
    assert said(desk, "--map", f"{heading}=size") == []


def test_sizes_of_men_beside_them_are_not(desk):
    rows = [("Name on shirt", "Number", "Size men", "Size women", "Design"), ("ADA", 7, "", "M", "Home kit")]
    written(desk, [*rows, ("BO", 8, "L", "", "Home kit")])
    assert [(code, cell) for code, cell, _ in said(desk)] == [("size-of-women", "D2")]


@pytest.mark.parametrize(("child", "adult"), [
    ("Barn", "Vuxen"), ("Kids", "Adult"), ("Child", "Adult"), ("Enfant", "Adulte"), ("Bambino", "Adulto"), ("Niño", "Adulto"),
    ("Criança", "Adulto"), ("Dziecko", "Dorosły"), ("Dítě", "Dospělý"), ("Lapsi", "Aikuinen"), ("Kind", "Erwachsene"),
])  # fmt: skip
def test_sizes_under_a_word_for_a_child_are_those_of_children(desk, child, adult):
    rows = [("Name on shirt", "Number", child, adult, "Design"), ("ADA", 7, "152", "", "Home kit")]
    written(desk, [*rows, ("BO", 8, "", "L", "Home kit"), ("CY", 9, "140", "", "Home kit")])
    assert said(desk) == []
    written(desk, [*rows, ("BO", 8, "152", "L", "Home kit"), ("CY", 9, "140", "", "Home kit")])
    assert [(code, cell) for code, cell, _ in said(desk)] == [("two-sizes", "D3")]
