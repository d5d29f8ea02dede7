"""The example clubs' files: built the same every time, and saying what their README promises."""

from __future__ import annotations

import csv
import io
import runpy
import zipfile
from functools import cache
from pathlib import Path

import openpyxl
import pytest

EXAMPLES = Path(__file__).parents[3] / "examples"
NAMES = (
    "football.xlsx",
    "allsystems.xlsx",
    "mistakes.xlsx",
    "handball.xlsx",
    "tennis.csv",
    "ownlist.csv",
    "catalogue.csv",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples")
    runpy.run_path(str(EXAMPLES / "build.py"))["build"](folder)
    return folder


def contents(path: Path) -> object:
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_are_what_the_script_builds(name: str, built: Path) -> None:
    assert contents(EXAMPLES / name) == contents(built / name)


def test_every_example_is_in_the_readme() -> None:
    text = (EXAMPLES / "README.md").read_text("utf-8")
    assert all(f"`{name}`" in text for name in NAMES)


@cache
def rows(name: str, sheet: str) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(EXAMPLES / name)[sheet].iter_rows(values_only=True))


def test_the_football_club_has_what_goes_wrong_elsewhere() -> None:
    found = [row for row in rows("football.xlsx", "Roster")[1:] if any(row)]
    assert "07" in {row[2] for row in found}
    assert "None" in {row[1] for row in found}
    assert [row for row in found if not row[0]] == [
        (None, None, None, "152", 2, "Home kit", None, None, None),
        (None, None, None, "164", 2, "Home kit", None, None, None),
    ]


def test_the_handball_club_places_two_orders() -> None:
    order = rows("handball.xlsx", "Ordre")
    assert [row[0] for row in order] == ["Reference", "FHK-2026-U15", "FHK-2026-DAMER"]
    roster = [row for row in rows("handball.xlsx", "Spillerliste")[1:] if any(row)]
    assert {row[8] for row in roster} == {"FHK-2026-U15", "FHK-2026-DAMER"}
    assert ("4", "04") in {row[9:] for row in roster}


def test_the_tennis_club_repeats_the_order_on_every_row() -> None:
    content = (EXAMPLES / "tennis.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfPlayer;Name;Number;")
    found = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert {(row["Reference"], row["Delivery zip"]) for row in found} == {("TC-2026-FRUEHJAHR", "01067")}


def test_the_mistakes_are_ten_cells_apart_from_the_football_club() -> None:
    right, wrong = ("football.xlsx", "mistakes.xlsx")
    pairs = zip(rows(right, "Roster"), rows(wrong, "Roster"), strict=True)
    changed = [row for row, (one, other) in enumerate(pairs, start=1) if one != other]
    assert len(changed) == 9
    assert rows(wrong, "Order")[9] == ("Delivery country", "Denmrak")
