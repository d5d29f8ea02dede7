import io
import os
import pickle
import re
import resource
import signal
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from roster_import.check.check_workbook import check_workbook
from roster_import.check.recognised import CheckOptions
from roster_import.errors import WriteError
from roster_import.model.report import Checked
from roster_import.pipeline import check_process
from roster_import.pipeline.check_process import check_in_process, check_server
from roster_import.pipeline.file_limits import WriteLimits, limited
from roster_import.read import Limits, read_workbook
from roster_import.read.isolation.fork_server import ForkServer
from roster_import.targets import target
from tests.conftest import build
from tests.pipeline import work_without_end

CLUB = Path("club.xlsx")
SHORT = Limits(seconds=0.2, memory=64 * 1024 * 1024)
TOO_SLOW = (
    "check-too-slow",
    "club.xlsx was still being checked after 0.2 seconds, so it was given up: copy the players into a new workbook, without "
    "anything that is no part of the roster, and send that.",
)
TOO_LARGE = (
    "check-too-large",
    "club.xlsx is too large to be checked: copy the players into a new workbook, without anything that is no part of the "
    "roster, and send that.",
)
KITMAKER = ("kitmaker", dict[str, str]())


def said(checked: object) -> tuple[str, str]:
    assert isinstance(checked, Checked)
    (problem,) = checked.problems
    assert problem.level == "error"
    return problem.code, problem.message


def without_end() -> None:
    while True:
        pass


def runaway() -> None:
    re.fullmatch(r"(?:x+x+)+y", "x" * 200)


def caught_by_others() -> None:
    while True:
        try:
            time.sleep(10)
        except Exception:  # noqa: BLE001 - as somebody else's code may do
            continue


@pytest.mark.parametrize("work", [without_end, runaway, caught_by_others])
def test_work_without_end_is_one_sentence(work) -> None:
    assert said(limited(CLUB, SHORT, work)) == TOO_SLOW


def test_work_without_end_on_another_thread_is_one_sentence() -> None:
    ended = []
    thread = threading.Thread(target=lambda: ended.append(said(limited(CLUB, SHORT, without_end))))
    thread.start()
    thread.join(10)
    assert ended == [TOO_SLOW]


def test_work_that_needs_too_much_memory_is_one_sentence() -> None:
    assert said(limited(CLUB, SHORT, lambda: bytearray(200 * 1024 * 1024))) == TOO_LARGE


def test_afterwards_everything_is_as_it_was() -> None:
    before = signal.getsignal(signal.SIGALRM), resource.getrlimit(resource.RLIMIT_AS)
    assert limited(CLUB, SHORT, lambda: 7) == 7
    limited(CLUB, SHORT, without_end)
    assert (signal.getsignal(signal.SIGALRM), resource.getrlimit(resource.RLIMIT_AS)) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_what_goes_wrong_in_the_work_goes_on() -> None:
    with pytest.raises(ZeroDivisionError):
        limited(CLUB, SHORT, lambda: 1 / 0)


def test_a_process_gives_the_check_that_this_one_gives(tmp_path: Path) -> None:
    rows = [("Ada", "ADA", "7", "M", 1, "Home kit"), ("Bo", "BO", "x", "M", 1, "Home kti")]
    workbook = read_workbook(build(tmp_path / "club.xlsx", rows))
    with check_server() as server:
        assert server is not None
        checked = check_in_process(workbook, CheckOptions(), KITMAKER, Limits(), server)
    assert checked == check_workbook(workbook, CheckOptions(), target(*KITMAKER))
    assert checked.problems


def test_a_process_that_never_ends_is_ended_and_the_next_file_is_checked(tmp_path: Path) -> None:
    workbook = read_workbook(build(tmp_path / "club.xlsx", [("Ada", "ADA", "7", "M", 1, "Home kit")]))
    with ForkServer(work_without_end.__name__) as server:
        before = time.monotonic()
        assert said(check_in_process(workbook, CheckOptions(), KITMAKER, SHORT, server)) == TOO_SLOW
        assert time.monotonic() - before < 10


class _Command:
    def __reduce__(self):
        return os.system, ("true",)


@pytest.mark.parametrize("answer", [pickle.dumps(_Command()), pickle.dumps("checked"), b"", b"\x80\x04cos\nsystem\n."])
def test_an_answer_that_is_no_check_is_taken_for_none(answer: bytes, monkeypatch) -> None:
    class Answers:
        def __init__(self, request, limits, begin) -> None:
            self.answer, self.late, self.failure = answer, False, None

        def collect(self) -> None: ...

    monkeypatch.setattr(check_process, "Run", Answers)
    workbook = replace(check_process.A_ROSTER, path=CLUB)
    assert said(check_in_process(workbook, CheckOptions(), KITMAKER, SHORT, ForkServer())) == TOO_LARGE


def test_an_answer_calls_nothing_but_what_a_check_is_made_of() -> None:
    with pytest.raises(pickle.UnpicklingError, match=r"posix\.system is no part of a checked file"):
        check_process._Answer(io.BytesIO(pickle.dumps(_Command()))).checked()


TAKES_TOO_MUCH = (
    "To write into club.xlsx takes too long or too much memory: copy the players into a new workbook, without anything that is "
    "no part of the roster, and send that."
)
PLAIN = (
    "To write into club.xlsx takes too long or too much memory and was given up: club.results.xlsx is a plain workbook, without "
    "its colours, pictures and formulas."
)


@pytest.mark.parametrize("work", [without_end, runaway, lambda: bytearray(200 * 1024 * 1024)])
def test_writing_without_end_is_given_up_and_said(work) -> None:
    limits = WriteLimits(CLUB, SHORT)
    with pytest.raises(WriteError) as given_up:
        limits.written(work)
    assert given_up.value.message == TAKES_TOO_MUCH
    assert limits.told(None) == ()
    (problem,) = limits.told(Path("club.results.xlsx"))
    assert (problem.level, problem.code, problem.message) == ("warning", "written-plainly", PLAIN)


def test_a_workbook_in_the_way_that_cannot_be_looked_at_is_no_reason_to_say_anything() -> None:
    limits = WriteLimits(CLUB, SHORT)
    with pytest.raises(WriteError):
        limits.judged(without_end)
    assert limits.written(lambda: 7) == 7
    assert limits.told(Path("club.results.xlsx")) == ()
