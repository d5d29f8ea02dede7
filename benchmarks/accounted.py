"""What becomes of a column that nobody expected: passed over in silence, asked about, or let through.

A plain roster of twelve players gets one made-up column more; it is checked as a club office would check it. A column that may
change the order is passed over in silence where the check neither uses it nor stops to ask. A column that certainly is no part
of an order stops the file needlessly where the check asks about it.

    python benchmarks/accounted.py              # goals: 0 % in silence, at most 3 % needless
    python benchmarks/accounted.py --language de --verbose
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from extra_columns import LANGUAGES, MAY_CHANGE_THE_ORDER, NO_PART_OF_AN_ORDER, Kind
from openpyxl import Workbook

SURNAMES = ("Smith", "Jones", "Brown", "White", "Hansen", "Meier", "Novak", "Rossi", "Silva", "Korhonen", "Kaya", "Ito")
BASE = {
    "en": ("Name", "Number", "Size"), "da": ("Navn", "Rygnummer", "Størrelse"), "no": ("Navn", "Draktnummer", "Størrelse"),
    "sv": ("Namn", "Tröjnummer", "Storlek"), "de": ("Name", "Rückennummer", "Größe"), "nl": ("Naam", "Rugnummer", "Maat"),
    "fr": ("Nom", "Numéro", "Taille"), "es": ("Nombre", "Dorsal", "Talla"), "it": ("Nome", "Numero di maglia", "Taglia"),
    "pt": ("Nome", "Número da camisola", "Tamanho"), "pl": ("Nazwisko", "Numer", "Rozmiar"),
    "cs": ("Příjmení", "Číslo dresu", "Velikost"), "fi": ("Nimi", "Pelinumero", "Koko"),
    "tr": ("Ad soyad", "Forma numarası", "Beden"), "ja": ("名前", "背番号", "サイズ"), "ko": ("이름", "등번호", "사이즈"),
}  # fmt: skip
WISHES = "wished number"  # makes the shirt's own number column superfluous: without it, nobody would ask
ORDER = (
    ("Reference", "PO-1"),
    ("Email", "office@example.org"),
    ("Delivery name", "FC Example"),
    ("Delivery address", "Stadium Road 1"),
    ("Delivery zip", "8800"),
    ("Delivery city", "Viborg"),
    ("Delivery country", "DK"),
)
CATALOGUE = (
    ("Title", "Kind", "ID", "Placeholders", "Sizes"),
    ("Home shirt", "design", 299571, "NameLogo;NumberLogo", "S;M;L;XL"),
    ("Away shirt", "design", 298791, "NameLogo;NumberLogo", "S;M;L;XL"),
)


def workbook(path: Path, kind: Kind, language: str) -> None:
    """A roster of twelve players with the column of that kind behind the others."""
    book = Workbook()
    roster = book.active
    roster.title = "Roster"
    name, number, size = BASE[language]
    numbered = kind.name != WISHES
    roster.append([name, *([number] if numbered else []), size, "Design", kind.heading(language)])
    for row, (surname, extra) in enumerate(zip(SURNAMES, kind.cells(language, len(SURNAMES)), strict=True)):
        shirt = [str(row + 2)] if numbered else []
        roster.append([surname, *shirt, "SML"[row % 3], "Home shirt", extra or None])
    for title, rows in (("Order", ORDER), ("Catalogue", CATALOGUE)):
        sheet = book.create_sheet(title)
        for line in rows:
            sheet.append(line)
    book.save(path)


def checked(folder: Path, paths: list[Path]) -> list[dict[str, Any]]:
    """What `roster-import check --json` says of each file."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ROSTER_IMPORT")}
    world = {**kept, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "ROSTER_IMPORT_OFFLINE": "1"}
    world["ROSTER_IMPORT_LEDGER"] = str(folder / "ledger.sqlite3")
    command = [sys.executable, "-m", "roster_import", "check", "--json", "--print-name", "as-written", "--offline"]
    done = subprocess.run(
        [*command, *map(str, paths)], env=world, cwd=folder, capture_output=True, text=True, check=False
    )
    files: list[dict[str, Any]] = json.loads(done.stdout)["files"]
    return files


def fate(file: dict[str, Any], heading: str) -> str:
    """What became of the column: `asked` (the file stops there), `used` (of the order), `said` (a warning), `let through`."""
    columns = [column for sheet in file["understood"] for column in sheet["columns"] if column["heading"] == heading]
    letters = {column["column"] for column in columns} or {"D", "E"}
    levels = {problem["level"] for problem in file["problems"] if at(problem, heading, letters)}
    if "error" in levels:
        return "asked"
    if "warning" in levels:
        return "said"
    return (
        "used" if any(column["meaning"] not in ("ignored", "player", "team") for column in columns) else "let through"
    )


def at(problem: dict[str, Any], heading: str, letters: set[str]) -> bool:
    """Whether a problem is about the column."""
    cell = problem["cell"] or ""
    return problem["column"] == heading or cell.rstrip("0123456789") in letters or f"“{heading}”" in problem["message"]


def measured(languages: list[str], folder: Path) -> dict[tuple[str, str], str]:
    """(kind, language) -> what became of its column."""
    fates = {}
    for language in languages:
        kinds = [*MAY_CHANGE_THE_ORDER, *NO_PART_OF_AN_ORDER]
        paths = [folder / f"{language}-{number}.xlsx" for number in range(len(kinds))]
        for path, kind in zip(paths, kinds, strict=True):
            workbook(path, kind, language)
        for kind, file in zip(kinds, checked(folder, paths), strict=True):
            fates[kind.name, language] = fate(file, kind.heading(language))
    return fates


def share(kinds: tuple[Kind, ...], fates: dict[tuple[str, str], str], bad: str, languages: list[str]) -> str:
    """How many columns of these kinds met that fate."""
    every = [(kind.name, language) for kind in kinds for language in languages]
    missed = [key for key in every if fates[key] == bad]
    return f"{len(missed)} of {len(every)} ({100 * len(missed) / len(every):.1f} %)"


def main() -> None:
    """Print the two shares; with --verbose each kind's fate in every language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    languages = options.language or list(LANGUAGES)
    with tempfile.TemporaryDirectory() as folder:
        fates = measured(languages, Path(folder))
    if options.verbose:
        for kind in (*MAY_CHANGE_THE_ORDER, *NO_PART_OF_AN_ORDER):
            print(f"{kind.name:24}", *(f"{language}:{fates[kind.name, language]}" for language in languages))
    print("may change the order, passed over in silence:", share(MAY_CHANGE_THE_ORDER, fates, "let through", languages))
    print("no part of an order, stops the file:         ", share(NO_PART_OF_AN_ORDER, fates, "asked", languages))


if __name__ == "__main__":
    main()
