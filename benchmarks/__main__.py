"""The command: `python -m benchmarks [ROWS …]`, or `make bench ROWS=…`.

Every row, or those named (`check-1000-xlsx`, `check-*`, `place`: what begins so); prints one table and writes what was measured
as JSON. Exits 1 where a goal is missed or a row failed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path

from benchmarks import comparators, page, rosters
from benchmarks.machine import load, machine, versions
from benchmarks.record import FAILED, HEADINGS, MISSED, Line, Record, cells, read, write
from benchmarks.row import ROOT, Bench, Row, RowFailedError
from benchmarks.rows import ROWS

WORK = ROOT / ".bench"
LATEST = WORK / "latest.json"


def main(arguments: list[str]) -> int:
    """Measure, print, and write it down row by row."""
    options = _parser().parse_args(arguments)
    rows = chosen(options.rows)
    if options.list:
        print("\n".join(f"{row.name:20} {row.what}{' (only when named)' if row.aside else ''}" for row in rows))
        return 0
    rows = [row for row in rows if row.in_quick or not options.quick or options.rows]
    record, kept = _begun(options), page.RECORD if options.record else LATEST
    WORK.mkdir(exist_ok=True)
    print(f"{record.machine}\n{record.versions}\nbeside: {record.beside}\n\n{_shown(HEADINGS)}")
    with tempfile.TemporaryDirectory() as folder:
        rosters.with_settings(Path(folder))
        bench = Bench(folder=Path(folder), files=rosters.kept_in(WORK / "rosters"), quick=options.quick)
        for row in rows:
            lines = measured(row, bench)
            record = record.with_row(row.name, lines).in_order([row.name for row in ROWS])
            write(kept, record)
            print("\n".join(_shown(cells(line)) for line in lines), flush=True)
    if options.record:
        page.write_page(record)
    print(f"\n{kept}")
    return int(any(line.verdict in (FAILED, MISSED) for row in rows for line in record.lines if line.row == row.name))


def chosen(names: list[str]) -> list[Row]:
    """The rows of those names, or that begin so; all but those set aside where none is named. Exits where a name is nobody's."""
    for name in names:
        if not any(_is(row, name) for row in ROWS):
            sys.exit(f"There is no row {name}; there are: {' '.join(row.name for row in ROWS)}")
    return [row for row in ROWS if (any(_is(row, name) for name in names) if names else not row.aside)]


def _is(row: Row, name: str) -> bool:
    return row.name == name or fnmatch(row.name, name) or (row.name.startswith(f"{name}-") and not row.aside)


def measured(row: Row, bench: Bench) -> list[Line]:
    """A row's lines, with when and under what load; a row that fails is a line that says why."""
    at, loaded, began = datetime.now(tz=UTC).strftime("%Y-%m-%d %H:%M"), load(), time.monotonic()
    try:
        lines = list(row.measure(bench))
    except RowFailedError as error:
        lines = [Line(row=row.name, what=row.what, failed=str(error))]
    print(f"{row.name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return [replace(line, measured_at=at, load=loaded) for line in lines]


def _begun(options: argparse.Namespace) -> Record:
    """The record this run adds to: an empty one, or the page's, row by row, so that a run cut short spoils nothing."""
    command = f"make {'performance' if options.record else 'bench'}{' QUICK=1' if options.quick else ''}"
    new = Record(machine=machine(), versions=versions(), beside=comparators.names(), command=command)
    if options.record and page.RECORD.exists():
        there = {row.name for row in ROWS}
        return replace(new, lines=tuple(line for line in read(page.RECORD).lines if line.row in there))
    return new


def _shown(texts: tuple[str, ...]) -> str:
    widths = (16, 50, 9, 9, 5, 29, 9, 9, 5, 6, 12, 7, 0)
    left = (0, 1, 5, 12)
    return " ".join(
        text.ljust(width) if at in left else text.rjust(width)
        for at, (text, width) in enumerate(zip(texts, widths, strict=True))
    ).rstrip()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("rows", nargs="*", metavar="ROW", help="rows by name, by a pattern, or by what they begin with")
    parser.add_argument("--quick", action="store_true", help="fewer runs, and nothing large: three minutes")
    parser.add_argument("--list", action="store_true", help="what rows there are")
    parser.add_argument("--record", action="store_true", help="write docs/performance.md anew from what is measured")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
