"""The benchmark's own logic, nothing timed: faults are planted, and missed aloud; the page says what the record says."""

from __future__ import annotations

import csv
import json
import sys
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from benchmarks import checks, comparators, hundredfold, large, page, rosters
from benchmarks.__main__ import chosen, measured
from benchmarks.comparators import Comparator
from benchmarks.pairs import beside, in_turn
from benchmarks.processes import Cost, run
from benchmarks.record import Line, Record, cells, read, write
from benchmarks.row import Bench, Row, RowFailedError
from benchmarks.rows import ROWS

RECORD = Record(machine="a machine", versions="this", beside="that", command="make bench")


@pytest.fixture
def bench(tmp_path):
    rosters.with_settings(tmp_path)
    return Bench(folder=tmp_path, files=rosters.kept_in(tmp_path / "rosters"))


# ----------------------------------------------------------------------------------------------------- the rosters


def test_faults_are_planted_where_they_are_said_to_be(bench):
    planted = rosters.planted_at(30)
    with rosters.made(bench.files, 30, ".csv", sound=False).open(encoding="utf-8") as file:
        text = list(csv.DictReader(file))
    sheet = load_workbook(rosters.made(bench.files, 30, ".xlsx", sound=False))["Roster"]
    values = [value for _, value in rosters.PLANTED]
    texts = ["" if value is None else str(value) for value in values]
    assert [text[row - 2][heading] for row, heading in planted] == texts
    assert [sheet.cell(row, rosters.HEADINGS.index(heading) + 1).value for row, heading in planted] == values
    assert len(text) == sheet.max_row - 1 == 30


def test_a_sound_roster_and_one_with_faults_differ_in_those_cells_alone():
    pairs = zip(rosters.players(30), rosters.with_faults(30), strict=True)
    differing = [
        (row, heading)
        for row, (sound, faults) in enumerate(pairs, start=2)
        for heading, one, other in zip(rosters.HEADINGS, sound, faults, strict=True)
        if one != other
    ]
    assert differing == sorted(rosters.planted_at(30))


@pytest.mark.drill
def test_the_program_finds_what_is_planted_and_nothing_in_the_sound_file(bench):
    sound, faults = (rosters.made(bench.files, 30, ".csv", sound=sound) for sound in (True, False))
    assert checks._tried(bench, sound, faults, 30) == ""
    assert sorted(path.name for path in bench.files.iterdir()) == ["faults-30.csv", "sound-30.csv"]


@pytest.mark.parametrize(
    ("missed", "more", "said"),
    [
        ("Size", [], "check of faults-30.csv: "),
        ("", [{"row": 3, "column": "Name", "message": "Wrong."}], "check of sound-30.csv: Wrong."),
    ],
)
def test_where_the_program_does_not_see_what_it_should_the_row_fails(bench, monkeypatch, missed, more, said):
    planted = [
        {"row": row, "column": heading} for row, heading in rosters.planted_at(30) if heading not in (missed, "Player")
    ]
    monkeypatch.setattr(checks, "_errors", lambda _bench, path: planted if path.stem == "faults-30" else more)
    with pytest.raises(RowFailedError, match=said):
        checks._tried(bench, bench.files / "sound-30.csv", bench.files / "faults-30.csv", 30)


# ------------------------------------------------------------------------------------------------- the comparators


def comparator(tmp_path, monkeypatch, *, says):
    script = tmp_path / "judge.py"
    script.write_text(
        f"import json, sys\nprint(json.dumps({says!r}[sys.argv[1].rpartition('/')[2].partition('-')[0]]))"
    )
    monkeypatch.setattr(comparators, "PYTHON", sys.executable)
    return Comparator(name="judge", script=str(script))


FAULTS = [list(fault) for fault in rosters.planted_at(30)]


@pytest.mark.parametrize(
    ("sound", "faults", "said"),
    [
        ({"rows": 30, "faults": []}, {"rows": 30, "faults": FAULTS}, None),
        ({"rows": 30, "faults": []}, {"rows": 30, "faults": FAULTS[1:]}, "judge, faults-30.csv: faults"),
        ({"rows": 30, "faults": FAULTS[:1]}, {"rows": 30, "faults": FAULTS}, "judge, sound-30.csv: faults"),
        ({"rows": 30, "faults": []}, {"rows": 29, "faults": FAULTS}, "judge, faults-30.csv: rows 29, not 30"),
    ],
)
def test_a_comparator_that_does_not_see_what_it_should_fails_aloud(bench, tmp_path, monkeypatch, sound, faults, said):
    judge = comparator(tmp_path, monkeypatch, says={"sound": sound, "faults": faults})
    paths = [rosters.made(bench.files, 30, ".csv", sound=sound) for sound in (True, False)]
    if said is None:
        assert comparators.tried(bench, judge, *paths, 30) is None
    else:
        with pytest.raises(RowFailedError, match=said):
            comparators.tried(bench, judge, *paths, 30)


@pytest.mark.drill
@pytest.mark.skipif(not comparators.PYTHON.exists(), reason="the others are not set up: make bench does it")
@pytest.mark.parametrize("other", comparators.COMPARATORS, ids=lambda other: other.name)
def test_each_of_the_others_finds_every_planted_fault(bench, other):
    for suffix in other.suffixes:
        sound, faults = (rosters.made(bench.files, 30, suffix, sound=sound) for sound in (True, False))
        assert comparators.tried(bench, other, sound, faults, 30) is None


def test_what_is_pinned_names_each_of_the_others():
    names = [name.split(" ")[0] for name in comparators.names().split(", ")]
    assert names == [
        "django-import-export",
        "frictionless",
        "openpyxl",
        "pandas",
        "pandera",
        "python-calamine",
        "tablib",
    ]


# ------------------------------------------------------------------------------------------------------- measuring


def test_a_process_costs_what_it_and_its_children_cost(tmp_path):
    busy = "held = bytearray(60_000_000)\nwhile time.process_time() < 0.2: pass"
    child = f"subprocess.run([sys.executable, '-c', {'import time; ' + busy!r}])"
    code = f"import subprocess, sys, time\n{busy}\n{child}\nprint('over')"
    ended = run([sys.executable, "-c", code], tmp_path)
    assert (ended.status, ended.out, ended.err) == (0, "over\n", "")
    assert ended.cost.processor >= 0.4
    assert ended.cost.megabytes > 115


def test_a_process_that_takes_too_long_is_ended(tmp_path):
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"
    assert run([sys.executable, "-c", code], tmp_path, stopped_after=0.1).status == -9


def test_pairs_are_run_in_turn_and_their_ratios_are_of_the_rounds():
    order = []
    times = {"A": iter((1.0, 9.0, 2.0)), "B": iter((2.0, 3.0, 4.0))}

    def way(name):
        def once():
            order.append(name)
            seconds = next(times[name])
            return Cost(seconds=seconds, processor=seconds / 2, megabytes=10 * seconds)

        return once

    line = beside("row", "what", "B", in_turn([way("A"), way("B")], 3), 1, goal=0.5)
    assert order == ["A", "B", "A", "B", "A", "B"]
    assert (line.here, line.processor, line.megabytes) == (2.0, 1.0, 90.0)
    assert (line.there, line.there_processor, line.there_megabytes) == (3.0, 1.5, 40.0)
    assert (line.ratio, line.processor_ratio, line.verdict) == (0.5, 0.5, "reached")


def test_the_exponent_is_that_of_the_growth():
    assert large.exponent({rows: rows**1.5 / 7 for rows in (970, 9_970, 99_970)}) == pytest.approx(1.5)


def test_a_file_that_is_too_much_is_refused_and_any_other_error_is_not():
    too_large = {"code": "file-too-large", "row": None, "message": "Too large."}
    assert checks.refusal([too_large]) == "Too large."
    assert checks.refusal([{**too_large, "code": "file-damaged"}]) == ""
    assert checks.refusal([{**too_large, "row": 3}]) == ""
    assert checks.refusal([too_large, too_large]) == ""


# -------------------------------------------------------------------------------------------------- rows and table


def test_rows_are_chosen_by_name_pattern_and_beginning():
    assert [row.name for row in chosen(["orders"])] == ["orders"]
    assert [row.name for row in chosen(["check-1000"])] == ["check-1000-xlsx", "check-1000-csv"]
    assert [row.name for row in chosen(["check-*-csv"])] == [f"check-{rows}-csv" for rows in checks.SIZES]
    assert [row.name for row in chosen(["watch"])] == ["watch"]
    assert [row.name for row in chosen(["watch-idle"])] == ["watch-idle"]
    assert {row.name for row in ROWS} - {row.name for row in chosen([])} == {
        "watch-idle",
        "watch-latency",
        "page",
        "page-fifty",
    }
    with pytest.raises(SystemExit, match="There is no row chek; there are: help "):
        chosen(["chek"])


def test_names_of_rows_are_their_own():
    names = [row.name for row in ROWS]
    assert len(names) == len(set(names))


def test_a_row_that_fails_says_so_in_the_table(bench):
    def broken(_bench):
        raise RowFailedError("judge saw nothing")

    (line,) = measured(Row(name="broken", what="a row", measure=broken), bench)
    assert (line.verdict, cells(line)[-1]) == ("FAILED", "FAILED; judge saw nothing")


def test_a_line_says_whether_its_goal_is_reached():
    line = Line(row="row", what="what", here=3.0, goal=2.0)
    assert line.verdict == "missed"
    assert replace(line, ratio=1.5).verdict == "reached"
    assert replace(line, at_least=True).verdict == "reached"
    assert replace(line, goal=None).verdict == ""
    assert replace(line, refused="too large").verdict == "refused"


# -------------------------------------------------------------------------------------------------------- the page


def test_a_record_is_read_as_it_was_written(tmp_path):
    lines = (Line(row="one", what="first", here=1.234, goal=2.0), Line(row="two", what="second", refused="too large"))
    record = replace(RECORD, lines=lines)
    write(tmp_path / "record.json", record)
    assert read(tmp_path / "record.json") == record
    assert json.loads((tmp_path / "record.json").read_text())["lines"][1] == {
        "row": "two", "what": "second", "refused": "too large"
    }  # fmt: skip


def test_a_row_measured_anew_takes_the_place_of_the_earlier_one():
    first = Line(row="one", what="first"), Line(row="two", what="second"), Line(row="one", what="third")
    record = replace(RECORD, lines=first).with_row("one", [Line(row="one", what="anew")])
    assert [line.what for line in record.lines] == ["anew", "second"]
    assert [line.row for line in record.in_order(["two", "one"]).lines] == ["two", "one"]
    assert [line.what for line in record.with_row("three", [Line(row="three", what="more")]).lines][-1] == "more"


def test_the_tables_are_made_of_the_record():
    lines = [
        Line(row="check-30-xlsx", what="check of 30 rows, .xlsx", here=0.5, processor=0.6, megabytes=105.0, beside="judge",
             there=1.0, ratio=0.52, processor_ratio=0.61, goal=0.8, measured_at="2026-11-28 20:00"),
        Line(row="check-30-xlsx", what="check of 30 rows, .xlsx", here=0.5, processor=0.6, megabytes=105.0, beside="reader",
             there=0.25, ratio=2.0, measured_at="2026-11-28 20:00"),
        Line(row="check-100000-xlsx", what="check of 100,000 rows, .xlsx", refused="too large", beside="judge", there=12.0,
             measured_at="2026-11-29 20:00"),
        Line(row="watch", what="watch", here=12.0, unit="files a second", goal=10.0, at_least=True),
    ]  # fmt: skip
    record = replace(RECORD, lines=tuple(lines))
    text = "\n".join(f"<!-- measured {name} -->\nold\n<!-- /measured -->" for name in ("goals", "checks", "others"))
    assert page.page_of(text, record) == (
        "<!-- measured goals -->\n\n"
        "| what | here | processor | MB | beside | there | ratio | of processor | goal |  |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        "| check of 30 rows, .xlsx | 500 ms | 600 ms | 105 | judge | 1.00 s | 0.52 | 0.61 | ≤ 0.80 | reached |\n"
        "| watch | 12 files a second |  |  |  |  |  |  | ≥ 10.00 | reached |\n\n"
        "<!-- /measured -->\n"
        "<!-- measured checks -->\n\n"
        "| check of | runs | here | processor | MB | judge | reader |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n"
        "| 30 rows, .xlsx | 1 | 500 ms | 600 ms | 105 | 1.00 s: 0.52 | 250 ms: 2.00 |\n"
        "| 100,000 rows, .xlsx | 1 | refused |  |  | 12.00 s |  |\n\n"
        "<!-- /measured -->\n"
        "<!-- measured others -->\n\n"
        "| what | here | processor | MB | beside | there | ratio | of processor | goal |  |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        "| watch | 12 files a second |  |  |  |  |  |  | ≥ 10.00 | reached |\n\n"
        "<!-- /measured -->"
    )
    assert record.days == "2026-11-28 to 2026-11-29"


def test_a_hundred_times_the_load_is_reckoned_from_what_was_measured():
    lines = (
        Line(row="check-30-csv", what="", here=1.0, megabytes=100.0),
        Line(row="check-10000-csv", what="", here=2.0, megabytes=200.0),
        Line(row="place-5000", what="", here=20.0, processor=15.0),
        Line(row="watch", what="", here=10.0, unit="files a second"),
    )
    assert list(hundredfold.rows(replace(RECORD, lines=lines))) == [
        ("check of 10,000 rows, .csv", "2.00 s, 200 MB", "1,000,000 rows", "101 s, 10.1 GB (by the line from 30 to 10,000 rows)"),
        ("5,000 orders of one file", "20.00 s", "500,000 orders", "1,500 s of a processor, and the vendor's own time"),
        ("1,000 watched files", "10.0 a second", "100,000 files", "2.8 hours"),
    ]  # fmt: skip


@pytest.mark.skipif(not page.RECORD.exists(), reason="nothing was recorded")
def test_the_page_says_what_the_record_says():
    text = page.PAGE.read_text(encoding="utf-8")
    assert text == page.page_of(text, read(page.RECORD)), "python -m benchmarks.page writes it anew"
