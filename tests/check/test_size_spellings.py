"""One size of one garment in two spellings is said, where no catalogue tells the sizes; sizes of different people never."""

from __future__ import annotations

import pytest

from roster_import.check.size_spellings import sizes_of_two_spellings
from roster_import.language.translations import in_language
from tests.check.test_rules import lines_of, rows_of

HEADINGS = "Player Name Number Size"


def told(*sizes, headings=HEADINGS, teams=None, sheet="Roster", design="Home kit"):
    grid = "\n".join(f"P{at}|N{at}|{at}|{size}||{design}" for at, size in enumerate(sizes, start=2))
    rows = list(rows_of(grid, f"{headings} Quantity Design", sheet))
    return sizes_of_two_spellings(rows, [lines_of(row) for row in rows], teams or {})


@pytest.mark.parametrize(
    ("other", "usual"),
    [("Gr. M", "M"), ("Size M", "M"), ("M (medium)", "M"), ("medium", "M"), ("m", "M"), ("2XL", "XXL"), ("164 cm", "164"),
     ("10 Jahre", "10 ans"), ("152-158", "152/158")],
)  # fmt: skip
def test_a_size_in_two_spellings_is_said_at_the_rarer_one(other, usual):
    [problem] = told(usual, other, usual)
    assert (problem.level, problem.code, problem.cell, problem.value, problem.suggestion) == (
        "warning", "size-spellings", "D3", other, usual,
    )  # fmt: skip
    assert str(problem.message) == (
        f"“{other}” and “{usual}” are the same size, but Home kit would be ordered in both. Write “{usual}” wherever it is meant."
    )


def test_it_is_said_in_danish_and_german():
    [problem] = told("M", "Gr. M")
    assert [in_language(problem.message, language) for language in ("da", "de")] == [
        "”Gr. M” og ”M” er samme størrelse, men Home kit ville blive bestilt i begge. Skriv ”M” overalt, hvor den er ment.",
        "„Gr. M“ und „M“ sind dieselbe Größe, aber Home kit würde in beiden bestellt. Bitte überall „M“ schreiben, wo sie "
        "gemeint ist.",
    ]


@pytest.mark.parametrize(
    "sizes",
    [("M", "M"), ("M", "L"), ("M", "Damen M"), ("Damen M", "Ladies M"), ("M", "Kids M"), ("M", "YM"), ("M", "Adult M"),
     ("M slim", "M"), ("12", "12 Jahre"), ("M/L", "L"), ("?", "M"), ("", "M"), ("L/XL", "XL")],
)  # fmt: skip
def test_other_sizes_are_not_said(sizes):
    assert told(*sizes) == ()


def test_sheets_of_different_people_are_not_compared():
    ladies, men = (
        list(rows_of(f"A|B|2|{size}", HEADINGS, sheet)) for size, sheet in (("M", "Damen"), ("Gr. M", "Herren"))
    )
    rows = [*ladies, *men]
    assert sizes_of_two_spellings(rows, [lines_of(row) for row in rows], {}) == ()


def test_where_the_catalogue_tells_the_sizes_there_is_one_spelling(desk):
    rows = (("A", "ADA", "1", "M", 1, "Home kit"), ("B", "BO", "2", "m", 1, "Home kit"))
    catalogue = (("Title", "Kind", "ID", "Sizes"), ("Home kit", "design", 299571, "S, M, L"))
    desk.build(rows=rows, catalogue=catalogue)
    assert desk.quick("check", "--json", "club.xlsx").file["problems"] == []


def test_it_is_mended_with_the_other_safe_suggestions_and_ordered_as_one(desk, sandbox):
    desk.build(
        rows=(("", "", "", "M", 1, "Home kit"), ("", "", "", "M", 1, "Home kit"), ("", "", "", "Gr. M", 2, "Home kit"))
    )
    run = desk.quick("--json", "--apply-safe", "club.xlsx")
    assert (run.status, [(problem["code"], problem["cell"]) for problem in run.file["problems"]]) == (
        0, [("suggestion-applied", "D4")],
    )  # fmt: skip
    [instance] = sandbox.orders()[0]["body"]["designs"][0]["instances"]
    assert (instance["size"], instance["quantity"]) == ("M", 4)
