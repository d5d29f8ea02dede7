"""What stands under Size and reads as none is said, where most sizes of its garment do; sizes of any kind never."""

from __future__ import annotations

from dataclasses import replace

import pytest

from roster_import.check.unlike_sizes import reads_as_one_size, sizes_unlike_others
from roster_import.language.translations import in_language
from roster_import.model.catalogue import Catalogue, CatalogueEntry
from roster_import.model.order import DesignRef
from tests.check.test_rules import lines_of, rows_of

TITLED = (DesignRef(title="Home kit"),)


def told(*sizes, catalogue=None, besides=(), designs=TITLED):
    grid = "\n".join(f"P{at}|N{at}|{at}|{size}||Home kit" for at, size in enumerate(sizes, start=2))
    rows = list(rows_of(grid, "Player Name Number Size Quantity Design", "Roster"))
    lines = [replace(lines_of(row), designs=designs) for row in rows]
    return list(sizes_unlike_others(rows, lines, catalogue or Catalogue(), besides))


UNLIKE = [
    "L oder XL", "L or XL", "XL bzw. XXL", "M (wenn möglich L)", "M, lieber L", "ca. M", "wie Tom", "M?", "152??", "XL!",
    "Mediun", "XXXL9", "Banane", "weiß nicht", "M (passt)",
]  # fmt: skip


@pytest.mark.parametrize("size", UNLIKE)
def test_what_reads_as_no_size_is_said_where_most_do(size):
    [problem] = told("S", size, "M", "L")
    assert (problem.level, problem.code, problem.cell, problem.value) == ("warning", "size-unlike", "D3", size)
    assert str(problem.message) == (
        f'“{size}” under "Size" does not read as one size, as 3 of 4 sizes of Home kit do, and it is ordered as it stands. '
        "Write the size alone; leave it as it is if that is what the size is called."
    )


def test_it_is_said_in_danish_and_german():
    [problem] = told("S", "wie Tom", "M", "L")
    assert [in_language(problem.message, language) for language in ("da", "de")] == [
        "”wie Tom” under ”Size” kan ikke læses som én størrelse, som 3 af de 4 størrelser på Home kit kan, og bestilles, som "
        "det står. Skriv kun størrelsen; lad det stå, hvis størrelsen hedder sådan.",
        "„wie Tom“ unter „Size“ ist nicht als eine Größe zu lesen, wie es 3 der 4 Größen von Home kit sind, und wird so "
        "bestellt, wie es dasteht. Bitte nur die Größe schreiben; so lassen, wenn die Größe so heißt.",
    ]


SIZES = (
    "One size|Uni|Junior|Sr|38R|39-42|L/XL|Large Tall|M lang|Kids L|128/134|W32 L34|Medium|grande|S kids|Talla 12|XL (weit)|"
    "90|14 ans|YXL|Adult M|Gr. 128|M Damen|T10|l|OSFA|164cm|12J|8 jaar|M / 176|G|PP|10R|46 1/2|43.5|2x|2XLT|EU 38|D40|H52|"
    "M (medium)|M (176)|M (38/40)|S (140-146)|6-8 (116-128)|16 (XS)|7-8 Jahre (128)|L [52]"
)


@pytest.mark.parametrize("size", SIZES.split("|"))
def test_a_size_in_another_way_is_one(size):
    assert reads_as_one_size(size)
    assert told("S", size, "M", "L") == []


@pytest.mark.parametrize(
    "sizes", [("wie Tom", "M", "L"), ("Nord", "Süd", "West", "S", "M", "L"), ("S", "", "?", "M", "L")]
)
def test_of_few_sizes_and_of_a_maker_s_own_nothing_is_said(sizes):
    """Nor of a blank and of what says no size: these are told otherwise."""
    assert told(*sizes) == []


def test_where_the_catalogue_tells_the_sizes_another_is_told_by_that():
    tells = Catalogue(entries=(CatalogueEntry(kind="design", title="Home kit", code="MUL1", sizes=("S", "M", "L")),))
    home = (DesignRef(mul="MUL1", title="Home kit"),)
    assert told("S", "wie Tom", "M", "L", catalogue=tells, designs=home) == []
    assert told("S", "wie Tom", "M", "L", designs=home) != []


def test_a_cell_that_was_told_of_is_not_told_of_again():
    assert told("S", "M?", "M", "L", besides=told("S", "M?", "M", "L")) == []
