import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from read_books import raw, with_cells

from roster_import.errors import UnreadableFile
from roster_import.model.problem import Problem
from roster_import.model.workbook import Cell, CellKind, Columns, FileFormat, Sheet, Workbook
from roster_import.read import Limits, ReadOptions, is_whole, read_workbook, start_reading
from roster_import.read.isolation import child, process
from roster_import.read.parse import parse
from tests.conftest import until

ROOT = Path(__file__).resolve().parents[2]
USUAL = ReadOptions()


def refused(path: Path, options: ReadOptions = USUAL) -> tuple[str, str]:
    with pytest.raises(UnreadableFile) as caught:
        read_workbook(path, options)
    return caught.value.code, caught.value.message


def stand_in(monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    """Let the reading process do something else with its request."""
    start = "import json, sys, os, time; request = json.loads(sys.stdin.buffer.readline());"
    monkeypatch.setattr(process, "_START", f"{start} sys.path[:] = request['search']; {does}")


BROKE = (
    "file-damaged",
    "club.xlsx is damaged or too large: reading it broke off. Open it in Excel, save it as a new .xlsx workbook and "
    "send that.",
)


def test_the_child_reads_what_this_process_reads(tmp_path: Path) -> None:
    path = with_cells(tmp_path, {"A1": "Søren", "B1": 7, "C1": "=A1"}, {"B1": "00"})
    assert read_workbook(path) == parse(path, ReadOptions())


def test_options_reach_the_child(tmp_path: Path) -> None:
    path = tmp_path / "club.csv"
    path.write_bytes("Ø:7\n".encode("cp1252"))
    workbook = read_workbook(path, ReadOptions(encoding="cp1250", delimiter=":"))
    assert [cell.text for cell in workbook.sheets[0].cells] == ["Ř", "7"]
    assert refused(path, ReadOptions(limits=Limits(cells=0)))[0] == "file-too-large"


def test_a_file_name_may_be_anything(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9 \xd7\x97.csv")
    path.write_text("a;b\n")
    assert len(read_workbook(path).sheets[0].cells) == 2


@pytest.mark.parametrize(
    "does", ["os.abort()", "sys.exit(3)", "sys.stdout.write('{')", "print('[]')", "print('{}')", "1/0"]
)
def test_whatever_happens_to_the_child_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str
) -> None:
    stand_in(monkeypatch, does)
    assert refused(tmp_path / "club.xlsx") == BROKE


def test_a_hang_ends_at_the_limit_and_leaves_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "time.sleep(60)")
    began = time.monotonic()
    assert refused(tmp_path / "club.xlsx", ReadOptions(limits=Limits(seconds=0.5))) == (
        "file-too-slow",
        "club.xlsx was still being read after 0.5 seconds, so it was given up: copy the roster into a new workbook "
        "(paste as values) and send that.",
    )
    assert time.monotonic() - began < 3


def test_an_endless_answer_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, "[sys.stdout.write('x' * 9999) for _ in iter(int, 1)]")
    assert refused(tmp_path / "club.xlsx", ReadOptions(limits=Limits(answer_bytes=100_000))) == (
        "file-too-large",
        "club.xlsx holds more text than a roster ever does: send the sheet with the players as a file of its own.",
    )


def test_an_interpreter_that_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    code, message = refused(tmp_path / "club.xlsx")
    assert code == "reader-failed"
    assert message.startswith("club.xlsx could not be read: its reading process did not start (")


def test_a_reading_that_is_given_up_ends_its_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = tmp_path / "pid"
    stand_in(monkeypatch, f"open({str(mark)!r}, 'w').write(str(os.getpid())); time.sleep(60)")
    reading = start_reading(tmp_path / "club.xlsx")
    until(lambda: mark.exists() and mark.read_text())
    reading.cancel()
    with pytest.raises(UnreadableFile):
        reading.result()
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX limits")
def test_the_child_has_no_keys_and_bound_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROSTER_IMPORT_KITMAKER_API_KEY", "secret")
    refusal = "print(json.dumps({'refused': [','.join(sorted(os.environ)), 'x']}))"
    stand_in(monkeypatch, refusal)
    assert "ROSTER" not in refused(tmp_path / "club.xlsx")[1]
    stand_in(
        monkeypatch,
        "from roster_import.read.isolation.child import bind_process; from roster_import.read.options import Limits;"
        "bind_process(Limits(**request['limits'])); bytearray(2**30)",
    )
    assert refused(tmp_path / "club.xlsx") == BROKE


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
def test_an_interrupt_leaves_no_process(tmp_path: Path) -> None:
    program = (
        "from pathlib import Path; from roster_import.read import read_workbook;"
        "from roster_import.read.isolation import process;"
        'process._START = \'import time, sys; open(sys.argv[1], "w").write("x"); time.sleep(60)\';'
        f"process._START = process._START.replace('sys.argv[1]', repr({str(tmp_path / 'pid')!r}))"
        ".replace('\"x\"', 'str(__import__(\"os\").getpid())');"
        "read_workbook(Path('club.xlsx'))"
    )
    # A shell that starts this in the background has it, and what it starts, ignore SIGINT.
    program = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {program}"
    mark = tmp_path / "pid"
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stderr=subprocess.DEVNULL) as parent:
        try:
            until(lambda: mark.exists() and mark.read_text())
            parent.send_signal(signal.SIGINT)
            assert parent.wait(timeout=5) != 0
        finally:
            parent.kill()
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)


def test_many_readings_wait_for_a_processor(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.csv" for number in range(6)]
    for path in paths:
        path.write_text(f"a;{path.stem}\n")
    readings = [start_reading(path) for path in paths]
    assert [reading.result().sheets[0].name for reading in readings] == ["0", "1", "2", "3", "4", "5"]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("reading")]


def test_the_parent_never_loads_what_parses(tmp_path: Path) -> None:
    path = raw(tmp_path, "<sheetData/>")
    program = (
        "import sys; from pathlib import Path; from roster_import.read import read_workbook;"
        f"read_workbook(Path({str(path)!r}));"
        "print([name for name in ('openpyxl', 'pandas', 'zipfile', 'csv') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_workbook_survives_the_wire(tmp_path: Path) -> None:
    workbook = Workbook(
        path=tmp_path / "club.xlsx",
        format=FileFormat.XLSX,
        sheets=(
            Sheet(
                name="Røster",
                cells=(
                    Cell(row=1, column=1, text="Søren"),
                    Cell(
                        row=2,
                        column=2,
                        text="10-Dec",
                        kind=CellKind.DATE,
                        date="2025-12-10",
                        struck=True,
                        merged=(3, 4),
                    ),
                ),
                hidden=True,
                hidden_rows=frozenset({2}),
                hidden_columns=frozenset({1}),
            ),
        ),
        notes=(Problem(level="error", code="x", message="m", sheet="s", cell="A1", row=1, value="v", suggestion="s"),),
    )
    assert child.unpacked(child.packed(workbook), workbook.path) == workbook


@pytest.mark.parametrize(
    "cell", [[0, 1, "x"], [1, True, "x"], [1, 1, 7], [1, 1, "x", "nonsense"], [1, 1], [1, 1, "x", "date", 7], "abc"]
)
def test_a_wrong_answer_is_noticed(tmp_path: Path, cell: object) -> None:
    sheet = {"name": "A", "hidden": False, "rows": [], "columns": [], "cells": [cell]}
    answer = json.dumps({"workbook": {"format": "xlsx", "sheets": [sheet], "notes": []}}).encode()
    with pytest.raises((TypeError, ValueError)):
        child.unpacked(answer, tmp_path)


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        ({"first": 1, "last": 10**12}, ["x"]),
        ({"first": 0, "last": 0}, ["x"]),
        ({"first": 2, "last": True}, ["x"]),
        ([1, 1], ["x", "y"]),
        ([2, 1], ["x", "y"]),
        ([1, "2"], ["x", "y"]),
        ([1], ["x", "y"]),
        ([1], [7]),
        ([1], "x"),
        ([1, 2], {"each": ["x"], "places": [0, 1]}),
        ([1], {"each": ["x"], "places": ["0"]}),
        ([1], {"each": [7], "places": [0]}),
    ],
)
def test_a_wrong_column_is_noticed(tmp_path: Path, rows: object, texts: object) -> None:
    sheet = {"name": "A", "hidden": False, "rows": [], "columns": [], "cells": [[1, rows, texts, "text", []]]}
    answer = json.dumps({"workbook": {"format": "xlsx", "sheets": [{**sheet, "comments": []}], "notes": []}}).encode()
    with pytest.raises((TypeError, ValueError)):
        child.unpacked(answer, tmp_path)


def test_a_long_column_survives_the_wire(tmp_path: Path) -> None:
    cells = [Cell(row=row, column=column, text="ML"[row % 2]) for row in range(3, 40) for column in (1, 2)]
    cells += [Cell(row=row, column=4, text=str(row), kind=CellKind.NUMBER) for row in range(3, 40, 2)]
    sheet = Sheet(name="Roster", cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))
    workbook = Workbook(path=tmp_path / "club.xlsx", format=FileFormat.XLSX, sheets=(sheet,))
    assert child.unpacked(child.packed(workbook), workbook.path) == workbook


@pytest.mark.skipif(os.name != "posix", reason="links of Linux and macOS")
def test_within_a_folder_of_others_no_link_is_followed_by_the_process_that_reads(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    (inbox / "club").mkdir(parents=True)
    own = with_cells(tmp_path, {"A1": "Secret"}).rename(tmp_path / "secret.xlsx")
    (inbox / "club" / "linked.xlsx").symlink_to(own)
    (inbox / "away").symlink_to(tmp_path)
    within = ReadOptions(within=inbox)
    link = "it is a link, or lies behind one"
    for path, why in {
        inbox / "club" / "linked.xlsx": link,
        inbox / "away" / "secret.xlsx": link,
        inbox / ".." / "secret.xlsx": f"it lies outside {inbox}",
        own: f"it lies outside {inbox}",
    }.items():
        told = f"{path.name} could not be opened ({why}): copy it to another folder and try again."
        assert refused(path, within) == ("file-unreadable", told)
        assert is_whole(path)
        assert not is_whole(path, within)
    own.rename(inbox / "club" / "plain.xlsx")
    assert read_workbook(inbox / "club" / "plain.xlsx", within).sheets[0].cells[0].text == "Secret"


@pytest.mark.parametrize("cut", [1, 400])
def test_a_torn_workbook_is_not_whole(tmp_path: Path, cut: int) -> None:
    path = with_cells(tmp_path, {"A1": "Søren"})
    assert is_whole(path)
    path.write_bytes(path.read_bytes()[:-cut])
    assert not is_whole(path)


def test_a_workbook_with_a_hole_in_it_is_not_whole(tmp_path: Path) -> None:
    path = with_cells(tmp_path, {"A1": "Søren"})
    content = path.read_bytes()
    path.write_bytes(content[:200] + bytes(100) + content[300:])
    assert not is_whole(path)


def test_what_cannot_be_told_in_time_counts_as_whole_as_reading_will_say_so(tmp_path: Path, monkeypatch) -> None:
    stand_in(monkeypatch, "time.sleep(30)")
    path = with_cells(tmp_path, {"A1": "Søren"})
    assert is_whole(path, ReadOptions(limits=Limits(seconds=0.2)))


def test_what_was_looked_up_in_a_sheet_does_not_go_to_another_process():
    cells = [Cell(row=row, column=column, text=f"Ada {row}") for row in range(1, 100) for column in (1, 2)]
    sheet = Sheet(name="Roster", cells=Columns(Sheet(name="", cells=cells).columns.values()))
    before = pickle.dumps(sheet)
    assert len(sheet.columns[1].distinct) == len(sheet.rows.widths) == 99
    assert sheet.rows[7][2].text == sheet.cells[13].text == "Ada 7"
    assert pickle.dumps(sheet) == before
    assert pickle.loads(before) == sheet
