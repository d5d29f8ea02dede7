"""How well recognition reads labelled layouts, beside simple baselines: `make bench-recognition`.

    python benchmarks/recognition.py [open.json]

Prints precision and recall per meaning over columns, the share of sheets wholly right, how often a wrong column was
claimed to be sure, and how often the heading row was found. The labels are described in the README beside the file.
"""

from __future__ import annotations

import difflib
import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from roster_import.model.layout import Layout, LayoutKind, Meaning
from roster_import.model.workbook import Cell, CellKind, FileFormat, Sheet, Workbook
from roster_import.recognise import recognise

LABELLED = Path(__file__).resolve().parents[2] / "shared" / "recognition" / "open.json"
FIELDS = ("player", "name", "number", "size", "quantity", "design", "team")
CRITICAL = ("number", "size", "name")
PERSONS = (Meaning.PLAYER, Meaning.FIRST_NAME, Meaning.LAST_NAME)
ENGLISH = {
    "player": ("player", "player name", "name", "first name", "last name"),
    "name": ("name on shirt", "print name", "back name"),
    "number": ("number", "no", "jersey number", "shirt number"),
    "size": ("size", "shirt size", "shorts size"),
    "quantity": ("quantity", "qty"),
    "design": ("design", "product", "sku"),
    "team": ("team", "club"),
}

Columns = Mapping[str, frozenset[int]]
Label = Mapping[str, Any]


@dataclass
class Tally:
    """Columns found, claimed and right, per field, and sheets wholly right."""

    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    claimed: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    wanted: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    whole: int = 0
    sheets: int = 0

    def add(self, label: Label, found: Columns) -> bool:
        """Count one sheet; whether it is wholly right."""
        best = {name: _nearest(label, name, found[name]) for name in FIELDS}
        for name, wanted in best.items():
            self.right[name] += len(wanted & found[name])
            self.claimed[name] += len(found[name])
            self.wanted[name] += len(wanted)
        whole = all(best[name] == found[name] for name in FIELDS)
        self.whole += whole
        self.sheets += 1
        return whole


def columns_of(value: object) -> frozenset[int]:
    """The columns of an expected value, whatever its shape."""
    if value is None:
        return frozenset()
    if isinstance(value, int):
        return frozenset({value})
    parts: Iterable[object] = value.values() if isinstance(value, dict) else value  # type: ignore[assignment]
    return frozenset().union(*map(columns_of, parts))


def _accepted(label: Label, name: str) -> list[frozenset[int]]:
    also = label.get("also_ok", {}).get(name, [])
    return [columns_of(label["expected"].get(name)), *map(columns_of, also)]


def _nearest(label: Label, name: str, found: frozenset[int]) -> frozenset[int]:
    """The accepted answer that the found one comes nearest to."""
    return max(_accepted(label, name), key=lambda wanted: (wanted == found, len(wanted & found), -len(wanted ^ found)))


def workbook(label: Label) -> Workbook:
    """The labelled grid as a workbook of one sheet."""
    cells = [
        Cell(row=row, column=column, text=" ".join(text.split()), kind=CellKind.TEXT)
        for row, texts in enumerate(label["grid"], start=1)
        for column, text in enumerate(texts, start=1)
        if text.strip()
    ]
    sheet = Sheet(name=label.get("sheet", "Sheet1"), cells=tuple(cells))
    return Workbook(path=Path(label["id"]), format=FileFormat.XLSX, sheets=(sheet,))


def fields_of(layout: Layout | None, label: Label) -> tuple[Columns, Columns]:
    """The columns per field of a layout, 0-based: all of them, and those claimed to be sure.

    Of a size matrix some labels name the columns of its counts, and some only what its rows are.
    """
    counts = label["expected"].get("quantity") is not None
    found: dict[str, set[int]] = {name: set() for name in FIELDS}
    sure: dict[str, set[int]] = {name: set() for name in FIELDS}
    for column in layout.columns if layout else ():
        name = "player" if column.meaning in PERSONS else column.meaning.value
        if name == "quantity" and layout and layout.kind is LayoutKind.SIZE_MATRIX and not counts:
            name = "matrix"
        if name in found:
            found[name].add(column.column - 1)
            sure[name] |= {column.column - 1} if column.sure else set()
    return {k: frozenset(v) for k, v in found.items()}, {k: frozenset(v) for k, v in sure.items()}


def wrong_and_sure(label: Label, sure: Columns) -> list[str]:
    """The number, size and name columns claimed to be sure that no accepted answer has."""
    wrong = []
    for name in CRITICAL:
        allowed = frozenset().union(*_accepted(label, name))
        wrong += [f"{name} in column {column}" for column in sorted(sure[name] - allowed)]
    return wrong


def by_headings(label: Label, matches: Callable[[str, str], bool]) -> Columns:
    """What a matcher of English headings finds, told the right heading row; the first match of a field is kept."""
    row = label["header_row"]
    headings = label["grid"][row] if row is not None else []
    found: dict[str, set[int]] = {name: set() for name in FIELDS}
    for column, heading in enumerate(headings):
        name = next((n for n in FIELDS if any(matches(heading, known) for known in ENGLISH[n])), None)
        if name and heading.strip() and (not found[name] or name == "player"):
            found[name].add(column)
    return {name: frozenset(columns) for name, columns in found.items()}


def distance(one: str, other: str) -> int:
    """The edit distance of two words."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]


BASELINES: Mapping[str, Callable[[str, str], bool]] = {
    "exact English": lambda heading, known: heading.strip().casefold() == known,
    "edit distance <= 2": lambda heading, known: distance(heading.strip().casefold(), known) <= 2,
    "difflib > 0.8": lambda h, known: difflib.SequenceMatcher(None, h.strip().casefold(), known).ratio() > 0.8,
}


def report(name: str, tally: Tally) -> str:
    """One line: precision and recall per field, of all columns, and sheets wholly right."""
    parts = [_share(tally.right[f], tally.claimed[f], tally.wanted[f]) for f in FIELDS]
    total = [sum(counts.values()) for counts in (tally.right, tally.claimed, tally.wanted)]
    whole = f"{tally.whole}/{tally.sheets} = {tally.whole / max(tally.sheets, 1):.0%}"
    return f"{name:<20}" + " ".join(parts) + f" {_share(*total)}  {whole}"


def _share(right: int, claimed: int, wanted: int) -> str:
    precision = f"{right / claimed:.2f}" if claimed else "   -"
    recall = f"{right / wanted:.2f}" if wanted else "   -"
    return f"{precision}/{recall}"


def main(arguments: list[str]) -> int:
    """Print the comparison; 0 also where there is nothing to compare with."""
    path = Path(arguments[0]) if arguments else LABELLED
    if not path.exists():
        print(f"skipped: no labelled layouts at {path}")
        return 0
    labels: list[Label] = json.loads(path.read_text("utf-8"))
    print(f"{len(labels)} labelled layouts; precision/recall per meaning, over columns")
    print(f"{'':<20}" + " ".join(f"{name:<9}" for name in (*FIELDS, "all")) + "  sheets wholly right")
    ours, wrong, headings, kinds, asked, seconds = Tally(), [], 0, 0, 0, 0.0
    misses = []
    for label in labels:
        start = time.perf_counter()
        recognition = recognise(workbook(label))
        seconds += time.perf_counter() - start
        layout = recognition.rosters[0] if recognition.rosters else None
        found, sure = fields_of(layout, label)
        if not ours.add(label, found):
            misses.append(f"  {label['id']}: {_difference(label, found)}")
        wrong += [f"  {label['id']}: {what}" for what in wrong_and_sure(label, sure)]
        rows = [label["header_row"], *label.get("header_rows", [])]
        headings += (layout.heading_row - 1 if layout and layout.heading_row else None) in rows
        kinds += bool(layout) and layout.kind.value == label["layout"]
        asked += bool(recognition.questions)
    print(report("roster-import", ours))
    for name, matches in BASELINES.items():
        tally = Tally()
        for label in labels:
            tally.add(label, by_headings(label, matches))
        print(report(f"{name}", tally))
    print(f"heading row right: {headings}/{len(labels)}; layout right: {kinds}/{len(labels)}")
    print(f"sheets with a question: {asked}; {1000 * seconds / len(labels):.1f} ms a sheet")
    print(f"wrong number, size or name columns claimed sure: {len(wrong)}", *wrong, sep="\n")
    print("sheets not wholly right:", *misses, sep="\n")
    return 0


def _difference(label: Label, found: Columns) -> str:
    parts = []
    for name in FIELDS:
        wanted = _nearest(label, name, found[name])
        if wanted != found[name]:
            parts.append(f"{name} {sorted(found[name])} instead of {sorted(wanted)}")
    return "; ".join(parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
