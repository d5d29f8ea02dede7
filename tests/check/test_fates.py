"""Every filled cell of a roster has exactly one fate: as many cells go in as fates come out."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from roster_import.check.check_workbook import check_recognised
from roster_import.check.fates import count_cells
from roster_import.check.recognised import CheckOptions, Recognised, recognise_workbook
from roster_import.model.layout import Fate, Meaning
from roster_import.model.workbook import Cell, FileFormat, Sheet, Workbook
from roster_import.read import ReadOptions
from roster_import.read.parse import parse
from roster_import.recognise.other_sheets import catalogue_table, read_catalogue
from roster_import.targets import target
from tests.conftest import ORDER

if TYPE_CHECKING:
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.report import Checked

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = REPOSITORY.parent / "shared"
LABELLED = SHARED / "recognition" / "open.json"
CASES = sorted(path for path in (SHARED / "cases").glob("*/*") if path.suffix in (".csv", ".xlsx", ".txt"))
EXAMPLES = sorted(path for path in (REPOSITORY / "examples").iterdir() if path.suffix in (".csv", ".xlsx"))
KITMAKER = target("kitmaker", {})


def checked(workbook: Workbook, **options) -> tuple[Recognised, Checked]:
    recognised = recognise_workbook(workbook, CheckOptions(print_name="as-written", **options))
    return recognised, check_recognised(recognised, (), KITMAKER)


def cells_in(recognised: Recognised, sheet: str) -> int:
    """The filled cells of a sheet below the first heading."""
    heading = min(layout.heading_row or 0 for layout in recognised.layouts if layout.sheet == sheet)
    return sum(cell.row > heading for cell in recognised.data.sheet(sheet).cells)


def assert_conserved(recognised: Recognised, file: Checked) -> None:
    fates_out: Counter[str] = Counter()
    for each in file.cells:
        layout = file.layouts[each.layout]
        assert each.column in {column.column for column in layout.columns}, (layout.sheet, each)
        fates_out[layout.sheet] += sum(each.cells.values())
    assert fates_out == Counter({layout.sheet: cells_in(recognised, layout.sheet) for layout in file.layouts})


def grid(*rows: str, sheet: str = "Roster") -> Workbook:
    """A workbook of one sheet; the cells of a row are divided by bars."""
    cells = tuple(
        Cell(row=row, column=column, text=text.strip())
        for row, line in enumerate(rows, 1)
        for column, text in enumerate(line.split("|"), 1)
        if text.strip()
    )
    return Workbook(path=Path("club.xlsx"), format=FileFormat.XLSX, sheets=(Sheet(name=sheet, cells=cells),))


def fates(file: Checked) -> dict[str, dict[str, int]]:
    """Heading -> how many cells under it met which fate."""
    columns = {
        (at, column.column): column.heading for at, layout in enumerate(file.layouts) for column in layout.columns
    }
    return {
        columns[each.layout, each.column]: {fate.value: count for fate, count in each.cells.items()}
        for each in file.cells
    }


def office_catalogue() -> Catalogue:
    path = SHARED / "cases" / "office" / "catalogue.csv"
    return read_catalogue(catalogue_table(parse(path, ReadOptions())))[0]


@pytest.mark.skipif(not CASES, reason=f"no cases at {SHARED}")
def test_cases() -> None:
    catalogue = office_catalogue()
    for path in CASES:
        assert_conserved(*checked(parse(path, ReadOptions()), catalogue=catalogue))


@pytest.mark.skipif(not LABELLED.exists(), reason=f"no labelled layouts at {LABELLED}")
def test_labelled_layouts() -> None:
    script = REPOSITORY / "benchmarks" / "recognition.py"
    spec = importlib.util.spec_from_file_location("bench_recognition", script)
    bench = importlib.util.module_from_spec(spec)
    sys.modules["bench_recognition"] = bench
    spec.loader.exec_module(bench)
    for label in json.loads(LABELLED.read_text("utf-8")):
        assert_conserved(*checked(bench.workbook(label)))


def test_examples() -> None:
    for path in EXAMPLES:
        assert_conserved(*checked(parse(path, ReadOptions())))


MADE_UP = {
    "blocks of teams, a total and a footer": grid(
        "U13 girls",
        "Name|Number|Size|Design|E-mail",
        "Ann Lee|3|S|Home shirt|ann@example.org",
        "Bo Ray|4|M|Home shirt|bo@example.org",
        "|||2",
        "U15 girls",
        "Name|Number|Size|Design|E-mail",
        "Cy Low|5|S|Home shirt|cy@example.org",
        "Total|3",
        "* sizes as last year",
    ),
    "side by side": grid(
        "Name|Number|Size||Name|Number|Size", "Ann Lee|3|S||Bo Ray|4|M", "Cy Low|5|S||Di Fay|6|L", "|||sum|2"
    ),
    "blocks of players with what they share": grid(
        "Team|Name 1|Number 1|Size 1|Name 2|Number 2|Size 2|Design|E-mail",
        "Owls|Ann Lee|3|S|Bo Ray|4|M|Home shirt|ann@example.org",
        "Foxes|Cy Low|5|S||||Home shirt|cy@example.org",
        "Cats||||Di Fay|6|L|Home shirt|",
    ),
    "a second table below": grid(
        "Name|Number|Size|Design",
        "Ann Lee|3|S|Home shirt",
        "Bo Ray|4|M|Home shirt",
        "",
        "Size|Name|Number|Quantity|Design",
        "M|Cy Low|5|1|Home shirt",
        "|||||stray",
    ),
    "no heading": grid("7|Ada Holm|M|Home shirt", "12|Bo Lund|L|Home shirt", "4|Cy Frost|S|Home shirt"),
}


@pytest.mark.parametrize("name", MADE_UP)
def test_made_up(name: str) -> None:
    assert_conserved(*checked(MADE_UP[name]))


ORDER_SHEET = Sheet(
    name="Order",
    cells=tuple(
        Cell(row=row, column=column, text=text)
        for row, pair in enumerate(
            ORDER.items(),
            1,
        )
        for column, text in enumerate(pair, 1)
    ),
)


def with_order(workbook: Workbook) -> Workbook:
    return replace(workbook, sheets=(*workbook.sheets, ORDER_SHEET))


def test_what_is_ordered_for_people_and_no_part() -> None:
    workbook = grid(
        "Player|Name|Number|Size|Design|E-mail",
        "Ann Lee|LEE|3|S|298791|ann@example.org",
        "Bo Ray|RAY|4|M|298791|",
        "Total||||2|",
    )
    _, file = checked(with_order(workbook))
    assert not file.errors
    assert fates(file) == {
        "Player": {"for-people": 2, "set-aside": 1},  # the row of the total is left out, and said
        "Name": {"ordered": 2},
        "Number": {"ordered": 2},
        "Size": {"ordered": 2},
        "Design": {"ordered": 2, "set-aside": 1},
        "E-mail": {"no-part": 1},
    }


def test_what_was_answered_is_set_aside_and_what_is_wrong_is_asked() -> None:
    workbook = grid("Name|Number|Size|Design|Sleeves", "Lee|3|S|298791|long", "Ray|4x|M|298791|short")
    _, file = checked(with_order(workbook), mapping={"Sleeves": (Meaning.IGNORED, None)})
    assert [problem.cell for problem in file.errors] == ["B3"]
    assert fates(file) == {
        "Name": {"for-people": 2},
        "Number": {"ordered": 1, "asked": 1},
        "Size": {"ordered": 1, "asked": 1},
        "Design": {"ordered": 1, "asked": 1},
        "Sleeves": {"set-aside": 2},
    }
    assert next(column.fate for column in file.layouts[0].columns if column.heading == "Sleeves") is Fate.SET_ASIDE


TALLY = ("Name|Number|Size|Design||Size|Count", "Lee|3|S|298791||S|1", "Ray|4|M|298791||M|2", "Cy|5|M|298791||Total|3")


def test_a_count_of_sizes_beside_the_roster_is_no_part_of_it() -> None:
    _, file = checked(with_order(grid(*TALLY)))
    assert [problem.code for problem in file.problems] == ["tally-agrees"]
    assert [(each.column, each.cells) for each in file.cells if each.column > 4] == [
        (6, {Fate.NO_PART: 3}),
        (7, {Fate.NO_PART: 3}),
    ]


def test_a_column_that_no_layout_has_is_never_passed_over() -> None:
    recognised, file = checked(with_order(grid("Name|Number|Size|Design", "Lee|3|S|298791", "Ray|4|M|298791")))
    layout = replace(file.layouts[0], columns=file.layouts[0].columns[:3])
    cells = count_cells(recognised.data, [layout], file.lines, file.problems)
    assert [each.cells for each in cells if each.column == 4] == [{Fate.ASKED: 2}]


def test_a_column_is_judged_by_the_beginning_of_a_very_long_cell_and_ordered_from_the_whole() -> None:
    long_name, long_text = "Ada " * 200 + "Holm", "frob " * 200 + "end"
    rows = ("Name|Number|Size|Frob", f"{long_name}|7|M|{long_text}", "Bo Lund|8|L|frob", "Cy Frost|9|S|grob")
    recognised = recognise_workbook(grid(*rows), CheckOptions())
    (question,) = recognised.questions
    assert (question.key, len(question.samples[0])) == ("Frob", 500)
    (row, *_) = recognised.wants[0].rows
    assert (row.cells[1].text, row.cells[4].text) == (long_name, long_text)
