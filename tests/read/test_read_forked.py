"""The process that forks itself for each file: as apart from us as a process made for one file, and quicker."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from roster_import.errors import UnreadableFile
from roster_import.read import Limits, ReadOptions, for_many, read_workbook, start_reading
from roster_import.read.isolation import fork_server
from roster_import.read.isolation.fork_server import ForkServer, can_fork
from tests.conftest import until

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(not can_fork(), reason="this platform cannot fork")


def text_file(folder: Path, name: str = "club.csv") -> Path:
    path = folder / name
    path.write_text(f"Name;Size\n{path.stem};M\n")
    return path


def server_that(monkeypatch: pytest.MonkeyPatch, does: str) -> ForkServer:
    """A server whose forks do something else: `request` and `out` are at hand."""
    program = fork_server._START.replace(
        "from roster_import.read.isolation.fork_server import main; main(sys.argv[2])",
        "import os, time; from roster_import.read.isolation import child, fork_server;"
        f"child.read = lambda request, out: {does}; fork_server.main(sys.argv[2])",
    )
    assert program != fork_server._START
    monkeypatch.setattr(fork_server, "_START", program)
    return ForkServer()


def refused(path: Path, options: ReadOptions) -> tuple[str, str]:
    with pytest.raises(UnreadableFile) as caught:
        read_workbook(path, options)
    return caught.value.code, caught.value.message


def processes_of(group: int) -> list[int]:
    """The processes of a process group, those that have ended but were not collected left out."""
    listed = subprocess.run(["ps", "-eo", "pid,pgid,stat"], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()[1:]]
    return [int(pid) for pid, own, state in rows if int(own) == group and not state.startswith("Z")]


def group_of(server: ForkServer) -> int:
    assert server._running is not None
    return server._running.process.pid


def test_forks_read_what_a_process_of_its_own_reads(tmp_path: Path) -> None:
    path = text_file(tmp_path)
    with ForkServer() as server:
        options = ReadOptions(server=server)
        assert read_workbook(path, options) == read_workbook(path)
        assert refused(tmp_path / "none.csv", options) == (
            "file-missing",
            "none.csv does not exist: check the name and the folder.",
        )


def test_many_at_once_get_each_their_own_answer(tmp_path: Path) -> None:
    paths = [text_file(tmp_path, f"{number}.csv") for number in range(12)]
    with for_many(ReadOptions(), len(paths)) as options:
        assert options.server is not None
        readings = [start_reading(path, options) for path in paths]
        found = [reading.result().sheets[0].cells[2].text for reading in readings]
    assert found == [str(number) for number in range(12)]


def test_two_files_get_a_process_each(tmp_path: Path) -> None:
    with for_many(ReadOptions(), 2) as options:
        assert options.server is None


def test_a_hang_ends_at_the_limit_and_the_next_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, slow = text_file(tmp_path), text_file(tmp_path, "slow.csv")
    does = (
        "out.write(json.dumps({'refused': ['x', 'read']}).encode()) if 'slow' not in request['file'] "
        "else time.sleep(60)"
    )
    with server_that(monkeypatch, does) as server:
        options = ReadOptions(server=server, limits=Limits(seconds=5))
        assert refused(path, options) == ("read", "x")  # the server is ready now
        hurried = ReadOptions(server=server, limits=Limits(seconds=0.3))
        assert refused(slow, hurried) == (
            "file-too-slow",
            "slow.csv was still being read after 0.3 seconds, so it was given up: copy the roster into a new workbook "
            "(paste as values) and send that.",
        )
        assert processes_of(group_of(server)) == [group_of(server)]  # the fork is gone, the server is not
        assert refused(path, options) == ("read", "x")


@pytest.mark.parametrize("does", ["os.abort()", "os._exit(3)", "out.write(b'{')", "1/0"])
def test_whatever_happens_to_a_fork_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    with server_that(monkeypatch, does) as server:
        assert refused(text_file(tmp_path), ReadOptions(server=server)) == (
            "file-damaged",
            "club.csv is damaged or too large: reading it broke off. Open it in Excel, save it as a new .xlsx workbook "
            "and send that.",
        )


def test_a_fork_has_no_keys_and_bound_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROSTER_IMPORT_KITMAKER_API_KEY", "secret")
    tells = (
        "(__import__('roster_import.read.isolation.child').read.isolation.child.bind_process(child.Limits(**request['limits'])),"
        "out.write(json.dumps({'refused': [','.join(sorted(os.environ))"
        " + str(__import__('resource').getrlimit(__import__('resource').RLIMIT_AS)[0]), 'x']}).encode()))"
    )
    with server_that(monkeypatch, tells) as server:
        told = refused(text_file(tmp_path), ReadOptions(server=server))[1]
    assert "ROSTER" not in told
    assert told.endswith(str(Limits().memory))


def test_a_server_that_was_killed_is_started_anew(tmp_path: Path) -> None:
    path = text_file(tmp_path)
    with ForkServer() as server:
        options = ReadOptions(server=server)
        first = read_workbook(path, options)
        os.kill(group_of(server), signal.SIGKILL)
        assert read_workbook(path, options) == first


def test_nothing_is_left_when_it_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = tmp_path / "pid"
    with server_that(monkeypatch, f"(open({str(mark)!r}, 'w').write('x'), time.sleep(60))") as server:
        reading = start_reading(text_file(tmp_path), ReadOptions(server=server))
        until(lambda: mark.exists() and mark.read_text())
        group = group_of(server)
        assert len(processes_of(group)) == 2
    until(lambda: not processes_of(group))
    with pytest.raises(UnreadableFile):
        reading.result()


def test_a_program_that_is_killed_leaves_no_process(tmp_path: Path) -> None:
    program = (
        "import json, sys, time; from pathlib import Path; from roster_import.read import ReadOptions, read_workbook;"
        "from roster_import.read.isolation.fork_server import ForkServer;"
        f"server = ForkServer(); read_workbook(Path({str(text_file(tmp_path))!r}), ReadOptions(server=server));"
        "print(json.dumps(server._running.process.pid), flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    group = json.loads(parent.stdout.readline())
    assert processes_of(group) == [group]
    parent.kill()
    parent.wait()
    parent.stdout.close()
    until(lambda: not processes_of(group))
