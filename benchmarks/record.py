"""What was measured, line by line, and where and when: kept as JSON, printed as one table."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

MISSED, FAILED = "missed", "FAILED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One figure of a row: what was done here and beside whom, the medians of both, their ratio, and what was to be reached.

    `here` and `there` are in `unit`; `processor` and `megabytes` are of the same runs, all processes together. `ratio` is the
    median of the ratios pair by pair, not the ratio of the medians. `goal` is the most that the ratio may be, or the figure
    itself where there is no ratio; the least, where `at_least`. `refused` says what the program said instead, `failed` why
    the figure is not to be believed.
    """

    row: str
    what: str
    here: float | None = None
    unit: str = "s"
    processor: float | None = None
    megabytes: float | None = None
    beside: str = ""
    there: float | None = None
    there_processor: float | None = None
    there_megabytes: float | None = None
    ratio: float | None = None
    processor_ratio: float | None = None
    goal: float | None = None
    at_least: bool = False
    runs: int = 1
    note: str = ""
    refused: str = ""
    failed: str = ""
    measured_at: str = ""
    load: float = 0.0

    @property
    def verdict(self) -> str:
        """Whether the goal is reached; empty where there is none."""
        if self.failed:
            return FAILED
        if self.refused:
            return "refused"
        figure = self.here if self.ratio is None else self.ratio
        if self.goal is None or figure is None:
            return ""
        return "reached" if (figure >= self.goal if self.at_least else figure <= self.goal) else MISSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All lines of a run, with the machine, the versions and the command that made them."""

    machine: str
    versions: str
    beside: str
    command: str
    lines: tuple[Line, ...] = ()

    def with_row(self, name: str, lines: Iterable[Line]) -> Record:
        """The record with that row's lines in the place of its earlier ones, or behind all others."""
        kept = [line for line in self.lines if line.row != name]
        at = next((at for at, line in enumerate(self.lines) if line.row == name), len(kept))
        return replace(self, lines=(*kept[:at], *lines, *kept[at:]))

    def in_order(self, names: Sequence[str]) -> Record:
        """The record with its rows in the order of those names."""
        return replace(self, lines=tuple(sorted(self.lines, key=lambda line: names.index(line.row))))

    @property
    def days(self) -> str:
        """The day, or the first and the last, on which the lines were measured."""
        days = sorted({line.measured_at[:10] for line in self.lines if line.measured_at})
        return days[0] if len(days) == 1 else " to ".join((days[0], days[-1])) if days else ""


def write(path: Path, record: Record) -> None:
    """The record as JSON; what is as it is by default is left out of a line."""
    lines = [dict(_rounded(line)) for line in record.lines]
    path.write_text(
        json.dumps({**asdict(record), "lines": lines}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def read(path: Path) -> Record:
    """The record that was written there."""
    content = json.loads(path.read_text(encoding="utf-8"))
    return Record(**{**content, "lines": tuple(Line(**line) for line in content["lines"])})


_DEFAULTS = {field.name: field.default for field in fields(Line)}


def _rounded(line: Line) -> Iterator[tuple[str, object]]:
    for key, value in asdict(line).items():
        if key in ("row", "what") or value != _DEFAULTS[key]:
            yield key, float(f"{value:.4g}") if isinstance(value, float) else value


# ------------------------------------------------------------------------------------------------------- as a table

HEADINGS = (
    "row",
    "what",
    "here",
    "processor",
    "MB",
    "beside",
    "there",
    "processor",
    "MB",
    "ratio",
    "of processor",
    "goal",
    "",
)


def cells(line: Line) -> tuple[str, ...]:
    """A line's figures as they are shown, under `HEADINGS`."""
    here = amount(line.here, line.unit) if not (line.refused or line.failed) else ""
    return (
        line.row, line.what, here, amount(line.processor), whole(line.megabytes), line.beside, amount(line.there, line.unit),
        amount(line.there_processor), whole(line.there_megabytes), ratio(line.ratio), ratio(line.processor_ratio), goal(line),
        _remark(line),
    )  # fmt: skip


def _remark(line: Line) -> str:
    return "; ".join(filter(None, (line.verdict, line.failed, line.refused, line.note)))


def amount(value: float | None, unit: str = "s") -> str:
    """A figure with its unit: seconds under one in milliseconds."""
    if value is None:
        return ""
    if unit == "s":
        return f"{value * 1000:,.0f} ms" if value < 0.9995 else f"{value:,.2f} s" if value < 100 else f"{value:,.0f} s"
    return f"{value:,.{2 if value < 10 else 0}f} {unit}".rstrip()


def whole(value: float | None) -> str:
    """A figure without its fraction."""
    return "" if value is None else f"{value:,.0f}"


def ratio(value: float | None) -> str:
    """A ratio to two digits."""
    return "" if value is None else f"{value:.2f}"


def goal(line: Line) -> str:
    """What is to be reached."""
    return "" if line.goal is None else f"{'≥' if line.at_least else '≤'} {line.goal:.2f}"
