"""Headings that hold the title of a garment whole, or of a name that is printed elsewhere than on the back."""

from __future__ import annotations

from roster_import.model.catalogue import CatalogueEntry
from tests.check.test_office_cases import ENTRIES, PRINTED, check, codes, said

JACKET = CatalogueEntry(kind="design", title="Jacket", id=298851, sizes=("M", "L"), placeholders=PRINTED)
TOP = CatalogueEntry(kind="design", title="Training top", id=298852, sizes=("S", "M", "L"), placeholders=PRINTED)


def test_of_several_garments_that_a_question_may_be_of_the_one_it_names_whole_is_meant():
    grid = (
        "Naam|Rugnummer|Welke maat Home shirt wil je?|Welke maat Training top wil je?\n"
        "DE VRIES|7|M|L\nJANSEN|8|L|L\nBAKKER|9|S|M"
    )
    checked = check(("Blad", grid), catalogue=(*ENTRIES, TOP), print_name="as-written")
    assert "garment-unclear" not in codes(checked)
    assert [(line.name, line.size) for line in checked.lines[:2]] == [("DE VRIES", "M"), ("DE VRIES", "L")]


def test_a_name_on_the_chest_is_asked_about_as_a_name_first():
    grid = (
        "||Home shirt|Home shirt|Jacket|Jacket\nName|Number|Size|Name on back|Size|Name on chest\n"
        "Ann Lee|7|M|LEE|L|AL\nBo Ray|8|L|RAY|L|BR\nCy Fox|9|S|FOX|M|CF"
    )
    assert said(check(("List", grid), catalogue=(*ENTRIES, JACKET)), "column-unknown") == [
        (
            "column-unknown",
            "F2",
            "On sheet List, column “Name on chest” holds names, and nothing says whether that changes the order. If it is the "
            'name to print: --map "Name on chest=name:Jacket". If it is the design: --map "Name on chest=design". If it changes '
            'nothing: --map "Name on chest=ignored".',
        )
    ]
