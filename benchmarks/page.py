"""The tables of docs/performance.md, written from the record by `make performance`, or anew by `python -m benchmarks.page`.

The page is written by hand but for what stands between `<!-- measured NAME -->` and `<!-- /measured -->`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks import hundredfold
from benchmarks.record import Line, Record, amount, goal, ratio, read, whole
from benchmarks.row import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

RECORD = ROOT / "benchmarks" / "measured.json"
PAGE = ROOT / "docs" / "performance.md"
_BLOCK = re.compile(r"(<!-- measured (\w+) -->\n).*?(<!-- /measured -->)", re.DOTALL)


def page_of(text: str, record: Record) -> str:
    """The page with every measured block written anew from the record."""
    return _BLOCK.sub(lambda block: f"{block[1]}\n{BLOCKS[block[2]](record)}\n\n{block[3]}", text)


def write_page(record: Record) -> None:
    """Write the page anew."""
    PAGE.write_text(page_of(PAGE.read_text(encoding="utf-8"), record), encoding="utf-8")


def _machine(record: Record) -> str:
    loads = [line.load for line in record.lines] or [0.0]
    return (
        f"Measured on {record.days} with `{record.command}`: {record.machine}. The program: {record.versions}.\n"
        f"Beside it: {record.beside}.\n"
        f"As each row began, {min(loads):.1f} to {max(loads):.1f} processes wanted a processor (the load average)."
    )


# ------------------------------------------------------------------------------------------------------ the tables


def _goals(record: Record) -> str:
    return _lines([line for line in record.lines if line.goal is not None])


def _others(record: Record) -> str:
    return _lines([line for line in record.lines if not line.row.startswith(("check-", "parts-"))])


def _lines(lines: Sequence[Line]) -> str:
    heads = ("what", "here", "processor", "MB", "beside", "there", "ratio", "of processor", "goal", "")
    return _table(heads, (_shown(line) for line in lines))


def _shown(line: Line) -> tuple[str, ...]:
    here = line.verdict if line.refused or line.failed else amount(line.here, line.unit)
    remark = "" if line.refused or line.failed else "; ".join(filter(None, (line.verdict, line.note)))
    return (
        line.what, here, amount(line.processor), whole(line.megabytes), line.beside, amount(line.there, line.unit),
        ratio(line.ratio), ratio(line.processor_ratio), goal(line), remark,
    )  # fmt: skip


def _checks(record: Record) -> str:
    lines = [line for line in record.lines if line.row.startswith("check-")]
    others = list(dict.fromkeys(line.beside for line in lines if line.beside))
    rows = (
        _of_check([line for line in lines if line.row == row], others)
        for row in dict.fromkeys(line.row for line in lines)
    )
    return _table(("check of", "runs", "here", "processor", "MB", *others), rows)


def _of_check(lines: Sequence[Line], others: Iterable[str]) -> tuple[str, ...]:
    first, beside = lines[0], {line.beside: line for line in lines}
    here = first.verdict if first.refused or first.failed else amount(first.here)
    cells = (_beside(beside[other]) if other in beside else "" for other in others)
    of_what = first.what.removeprefix("check of ")
    return (of_what, str(first.runs), here, amount(first.processor), whole(first.megabytes), *cells)


def _beside(line: Line) -> str:
    return amount(line.there) if line.ratio is None else f"{amount(line.there)}: {ratio(line.ratio)}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _parts(record: Record) -> str:
    lines = [line for line in record.lines if line.row.startswith("parts-") and line.here is not None]
    times = {tuple(line.what.removeprefix("of ").split(": ", 1)): line.here for line in lines}
    sizes, names = (list(dict.fromkeys(column)) for column in zip(*reversed(times), strict=True)) if times else ([], [])
    rows = (
        (name, *(amount(times.get((size, name))) for size in sizes)) for name in _longest_first(names, times, sizes)
    )
    return _table(("part", *sizes), rows)


def _longest_first(
    names: Iterable[str], times: Mapping[tuple[str, ...], float | None], sizes: Sequence[str]
) -> list[str]:
    return sorted(names, key=lambda name: -(times.get((sizes[0], name)) or 0.0))


def _hundredfold(record: Record) -> str:
    return _table(("load", "measured", "a hundred times that", "would take"), hundredfold.rows(record))


BLOCKS: dict[str, Callable[[Record], str]] = {
    "machine": _machine, "goals": _goals, "checks": _checks, "others": _others, "parts": _parts, "hundredfold": _hundredfold,
}  # fmt: skip


if __name__ == "__main__":
    write_page(read(RECORD))
