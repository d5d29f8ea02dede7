"""The rosters that are checked: so many players, as .xlsx and .csv, each sound, and once more with faults planted in it."""

from __future__ import annotations

import csv
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEADINGS = ("Player", "Name", "Number", "Size", "Quantity", "Design", "Logo", "Storage quantity", "Order")
ORDER = (
    ("Reference", "PO-2026-0042"), ("Email", "office@example.com"), ("Contact name", "Peter Smith"),
    ("Delivery name", "Football Club ABC"), ("Delivery address", "Stadium Road 1"), ("Delivery zip", "8800"),
    ("Delivery city", "Viborg"), ("Delivery country", "Denmark"),
)  # fmt: skip
CATALOGUE = (
    ("Title", "Kind", "ID", "Code", "Type", "Placeholders", "Sizes", "Price"),
    ("Home kit", "design", 299571, "MUL327815", "", "", "S;M;L;XL", ""),
    ("Away kit", "design", 298791, "MUL327187", "", "", "S;M;L;XL", ""),
)
FIRST = ("Lena", "Jonas", "Sofia", "Paul", "Noah", "Mia", "Felix", "Ida", "Anna", "Liam", "Emma")
LAST = (
    "Holm",
    "Busch",
    "Meyer",
    "Lang",
    "Frank",
    "Berg",
    "Krause",
    "Winter",
    "Roth",
    "Vogel",
    "Schulz",
    "Brandt",
    "Keller",
)
SIZES = ("S", "M", "L", "XL")
SETTINGS = """[order]
reference = "PO-2026-0042"
email = "office@example.com"
[delivery]
name = "Football Club ABC"
address = "Stadium Road 1"
zip = "8800"
city = "Viborg"
country = "DK"
[catalogue]
file = "catalogue.csv"
"""
"""What a text file has no sheets for."""

PLANTED = (("Number", "1O"), ("Quantity", 0), ("Size", "Q"), ("Size", None), ("Player", None))
"""A number with a letter, a quantity of none, a size that is not allowed, a missing size, a missing player."""

FILLED = 6
"""Cells of a row that are not empty."""


def players(number: int) -> Iterator[list[object]]:
    """The rows of a sound roster."""
    for at in range(number):
        surname = LAST[at * 7 % len(LAST)]
        player = f"{FIRST[at * 3 % len(FIRST)]} {surname} {at}"
        yield [player, surname.upper(), str(at % 99 + 1), SIZES[at * 5 % 4], 1, "Home kit", None, None, None]


def planted_at(number: int) -> tuple[tuple[int, str], ...]:
    """(row of the sheet, heading) of each planted fault, the last of them near the end of the file."""
    step = (number - 1) // len(PLANTED)
    return tuple((2 + step * place, heading) for place, (heading, _) in enumerate(PLANTED, start=1))


def with_faults(number: int) -> Iterator[list[object]]:
    """The rows with each fault in a row of its own."""
    values = {row: (heading, value) for (row, heading), (_, value) in zip(planted_at(number), PLANTED, strict=True)}
    for row, cells in enumerate(players(number), start=2):
        if row in values:
            heading, value = values[row]
            cells[HEADINGS.index(heading)] = value
        yield cells


def made(folder: Path, number: int, suffix: str, *, sound: bool = True) -> Path:
    """The roster's file in the folder, written where it is not there yet."""
    path = folder / f"{'sound' if sound else 'faults'}-{number}{suffix}"
    if not path.exists():
        write = _as_workbook if suffix == ".xlsx" else _as_text
        half = path.with_name(f".{path.name}")
        write(half, players(number) if sound else with_faults(number))
        half.rename(path)
    return path


def kept_in(folder: Path) -> Path:
    """The folder for the files as this module makes them; another where it makes them otherwise."""
    kept = folder / sha256(Path(__file__).read_bytes()).hexdigest()[:12]
    kept.mkdir(parents=True, exist_ok=True)
    return kept


def with_settings(folder: Path) -> None:
    """Put into a folder what a roster in a text file is ordered with from there."""
    (folder / "roster-import.toml").write_text(SETTINGS, encoding="utf-8")
    _as_csv(folder / "catalogue.csv", CATALOGUE)


def _as_workbook(path: Path, rows: Iterable[list[object]]) -> None:
    from openpyxl import Workbook

    book = (
        Workbook()
    )  # not write-only: it would leave out the sheet's dimension, without which some look for the headings elsewhere
    book.remove(book.active)
    for title, lines in (("Roster", chain([HEADINGS], rows)), ("Order", ORDER), ("Catalogue", CATALOGUE)):
        sheet = book.create_sheet(title)
        for line in lines:
            sheet.append([None if cell == "" else cell for cell in line])
    book.save(path)


def _as_text(path: Path, rows: Iterable[list[object]]) -> None:
    _as_csv(path, chain([HEADINGS], rows))


def _as_csv(path: Path, lines: Iterable[Iterable[object]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(["" if cell is None else cell for cell in line] for line in lines)
