"""Rosters as offices get them, each with what a sensible person expects of it: what is ordered, said, and never done."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.pipeline.cases import CASES, WITHOUT, send

pytestmark = WITHOUT

HOME, KEEPER, SHORTS, SOCKS, TRACKSUIT, AWAY = 9298791, 9299580, 9299571, 9300110, 9300120, 9310201


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What is held of one case.

    `ordered`: design, name, number, size, quantity, all of them; empty where nothing may be sent. `said`: cells (or rows) of
    which something is said. `errors`: cells that an error is told at. `suggested`: cell -> what is suggested there, None
    where nothing may be.
    """

    args: tuple[str, ...] = ()
    ordered: tuple[tuple[int, str, str, str, int], ...] = ()
    said: tuple[str | int, ...] = ()
    errors: tuple[str, ...] = ()
    suggested: dict[str, str | None] | None = None
    words: tuple[str, ...] = ()


SURNAME = ("--print-name", "surname")


def _home(*shirts):
    return tuple((HOME, *shirt, 1) for shirt in shirts)


EXPECTED = {
    # Lena answered twice, and the later answer stops the file with both rows named.
    "c01_google_forms.csv": Expected(
        args=("--map", "Welche Trikotgröße brauchst du?=size:Home shirt", "--print-name", "none"),
        errors=("D4",),
        words=("D2", "row 2"),
    ),
    "c03_german_club_list.xlsx": Expected(
        errors=("G9", "G10"), words=("Goalkeeper shirt", "Home shirt")
    ),
    "c04_two_teams.xlsx": Expected(
        args=SURNAME,
        ordered=_home(
            ("Lund", "7", "140"), ("Beck", "8", "152"), ("Demir", "7", "164"), ("Wolf", "9", "S"), ("Kern", "10", "164")
        ),
    ),
    "c07_name_number_cell.csv": Expected(args=SURNAME, errors=("A2",), words=("Müller", "number 7")),
    "c08_side_by_side.xlsx": Expected(
        args=SURNAME,
        ordered=_home(
            ("Vogt", "3", "S"), ("Lenz", "8", "M"), ("Kurz", "12", "M"), ("Thiel", "3", "L"), ("Haas", "9", "XL")
        ),
    ),
    "c13_sizes.csv": Expected(
        errors=("D3", "D4", "D6", "D7", "D8", "D9", "D10", "D11", "D14"),
        suggested={"D6": "M", "D7": "M", "D9": "2XL", "D4": None},
    ),
    "c15_initials.xlsx": Expected(errors=("B1",)),
    "c18_tracksuit_some.xlsx": Expected(args=("--map", "Shirt size=size:Home shirt"),
        ordered=(
            *_home(("LEE", "3", "S"), ("RAY", "4", "M"), ("ORR", "5", "L"), ("POE", "6", "L")),
            (TRACKSUIT, "LEE", "", "M", 1),
            (TRACKSUIT, "ORR", "", "L", 1),
        ),
    ),
    "c23_hidden.xlsx": Expected(
        ordered=_home(("ASH", "2", "M"), ("BAY", "3", "M"), ("COX", "4", "L"), ("DOW", "5", "L")),
        said=(3, "F3", "F5"),
    ),
    "c24_odd_print_names.xlsx": Expected(
        ordered=_home(
            ("MÜLLER (C)", "2", "M"), ("⚽ BOB", "3", "M"), ("SCHMIDT-LEUTHEUSSER-SCHNARRENBERGER", "4", "L"),
            ("O’NEIL JR.", "5", "L"), ("VAN DYKE", "6", "L"), ("PELE", "8", "L"), ("КОВАЛЬ", "9", "L"), ("", "12", "L"),
            ("-", "13", "L"),
        ),
        said=("B2", "B3", "B4", "B8", "B9", "B10"),
    ),
    "c25_phones_paid.xlsx": Expected(
        args=SURNAME,
        ordered=_home(("Thiel", "17", "152"), ("Haas", "9", "164"), ("Rust", "4", "S"), ("Fink", "21", "152")),
    ),
    "c26_kids_adults.xlsx": Expected(args=("--print-name", "as-written"), errors=("D4",)),
    "c27_three_choices.xlsx": Expected(args=("--print-name", "none"), errors=("C1",)),
    "c30_utf16_tab.txt": Expected(ordered=_home(("WEISS", "7", "M"), ("WRÓBEL", "9", "L"))),
    "c31_swap_columns.xlsx": Expected(ordered=_home(("Ann Lee", "3", "S"), ("Bo Ray", "4", "M"), ("Cy Orr", "5", "L"))),
    "d01_wunschnummer.csv": Expected(ordered=_home(("BECK", "7", "M"), ("RUST", "23", "L"), ("HAAS", "11", "L"))),
    "d06_nodesign.csv": Expected(
        args=("--design", "Home shirt", *SURNAME), ordered=_home(("Lee", "3", "S"), ("Ray", "4", "M"))
    ),
    "d08_second_name_column.csv": Expected(ordered=_home(("LEE", "3", "S"), ("RAY", "4", "M"))),
    "e01_order_yes_no.xlsx": Expected(errors=("F1",)),
    "e02_has_already.xlsx": Expected(errors=("F1",)),
    "e03_format_00.xlsx": Expected(ordered=_home(("AA", "07", "M"), ("BB", "12", "L"))),
    "e05_teams_sheets.xlsx": Expected(ordered=_home(("AA", "1", "152"), ("BB", "2", "152"), ("CC", "1", "S"), ("DD", "2", "S")),
        words=("Addresses", "Summary"),
    ),
    "e06_sleeves.xlsx": Expected(errors=("F1",)),
    "e08_sizes_words.csv": Expected(
        errors=("D2", "D3", "D4", "D5", "D6", "D7", "D9", "D10", "D11", "D12"),
        suggested={"D2": "164", "D6": "3XL", "D7": "3XL", "D12": "152", "D4": None, "D5": None, "D10": None, "D11": None},
    ),
    "e10_swapped_cells.xlsx": Expected(errors=("C3", "D3", "C4")),
    "e11_home_away_sizes.xlsx": Expected(
        ordered=(
            *_home(("AA", "1", "M"), ("BB", "2", "L"), ("CC", "3", "S")),
            (AWAY, "AA", "1", "L", 1),
            (AWAY, "BB", "2", "L", 1),
        )
    ),
    "e14_pairs.xlsx": Expected(
        ordered=(
            *_home(("AA", "1", "M"), ("BB", "2", "L")),
            (SOCKS, "", "", "39-42", 2),
            (SOCKS, "", "", "43-46", 1),
        )
    ),
    "e16_wide_transposed.xlsx": Expected(errors=("A1",), words=("transposed",)),
    "e17_comment_notes.xlsx": Expected(
        ordered=_home(("AA", "1", "M"), ("BB", "2", "L")), said=("D3",)
    ),
    "e19_signature_cells.xlsx": Expected(
        errors=("C2", "C3", "C4", "C5"),
        suggested={"C2": "10", "C3": "7", "C4": "11", "C5": "1 | 12"},
    ),
    "e25_socks_sizes.csv": Expected(args=("--print-name", "none"), errors=("B2", "B4", "B5")),
}  # fmt: skip


@pytest.mark.every(3)
@pytest.mark.parametrize("name", list(EXPECTED))
def test_an_office_is_never_surprised(tmp_path, name):
    expected = EXPECTED[name]
    outcome = send(tmp_path, f"office/{name}", *expected.args)
    assert sorted(outcome.instances) == sorted(expected.ordered), outcome.problems
    assert outcome.run.status == (0 if expected.ordered else 1)
    told = {problem["cell"] for problem in outcome.errors}
    assert set(expected.errors) <= told, outcome.problems
    silent = [
        at for at in expected.said if not (outcome.says_of_row(at) if isinstance(at, int) else outcome.says_of(at))
    ]
    assert silent == [], outcome.problems
    messages = " ".join(problem["message"] for problem in outcome.problems)
    assert [word for word in expected.words if word not in messages] == []
    for cell, suggestion in (expected.suggested or {}).items():
        assert {p["suggestion"] for p in outcome.errors if p["cell"] == cell} == {suggestion}, cell


def test_every_office_case_is_held():
    files = {path.name for path in (CASES / "office").iterdir() if path.suffix in (".xlsx", ".csv", ".txt")}
    assert files - {"catalogue.csv"} == set(EXPECTED)
