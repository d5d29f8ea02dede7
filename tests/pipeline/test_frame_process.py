"""The judge of frames in a process of its own: it says what the one here says, and nothing depends on it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="there is no second processor to load on"
)
BEGIN = """\
import os, signal, sys
from roster_import.check.judge import judge_here
from roster_import.pipeline import frame_process
COLUMNS = {
    "number": ["7", "1O", "\\u0667", "", "x\\ud800"], "quantity": ["1", "0", "99999", "-3", "two"],
    "storage-quantity": ["", "", "1.5", "", ""], "size verdict": ["", "unknown-size", "", "", ""],
}
"""


def run(code: str) -> list[str]:
    """What a program of these lines prints."""
    done = subprocess.run([sys.executable, "-c", BEGIN + code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.drill
def test_both_judges_say_the_same_and_asking_does_not_load_pandas():
    assert run(
        "with frame_process.frames_aside():\n"
        "    judge = frame_process.judge_at_hand()\n"
        "    aside, again, none = judge(COLUMNS), judge(COLUMNS), judge({'number': ['7']})\n"
        "print('pandas' in sys.modules)\n"
        "print(aside == again == judge_here(COLUMNS), none)\n"
        "print(*aside, sep='\\n')"
    ) == [
        "False",
        "True []",
        "(1, 'number', 'number-not-digits')",
        "(2, 'number', 'number-not-digits')",
        "(4, 'number', 'number-not-digits')",
        "(4, 'quantity', 'quantity-not-whole')",
        "(1, 'quantity', 'quantity-not-positive')",
        "(3, 'quantity', 'quantity-not-positive')",
        "(2, 'quantity', 'quantity-too-large')",
        "(2, 'storage-quantity', 'storage-quantity-not-whole')",
        "(1, 'size verdict', 'unknown-size')",
    ]


@pytest.mark.every(2)
@pytest.mark.parametrize("death", ["os.kill(process._number, signal.SIGKILL)", "process.end()"])
def test_where_the_process_is_gone_it_is_judged_here(death):
    assert run(
        "process = frame_process.FrameProcess()\n"
        f"{death}\n"
        "print(process.judge({'number': ['7', 'x']}), 'pandas' in sys.modules)"
    ) == ["[(1, 'number', 'number-not-digits')] True"]


def test_it_is_gone_when_the_block_ends_and_a_second_one_is_not_begun():
    assert run(
        "with frame_process.frames_aside():\n"
        "    first = frame_process.judge_at_hand()\n"
        "    with frame_process.frames_aside(): print(frame_process.judge_at_hand() == first)\n"
        "    print(frame_process.judge_at_hand() == first)\n"
        "print(frame_process.judge_at_hand() is judge_here)\n"
        "try: os.waitpid(-1, 0)\n"
        "except ChildProcessError: print('gone')"
    ) == ["True", "True", "True", "gone"]


@pytest.mark.drill
def test_what_gives_up_an_answer_half_way_is_never_told_that_of_another_question():
    assert run(
        "process = frame_process.FrameProcess()\n"
        "def ring(*_): raise KeyboardInterrupt\n"
        "signal.signal(signal.SIGALRM, ring)\n"
        "signal.setitimer(signal.ITIMER_REAL, 0.05)\n"
        "try: process.judge(COLUMNS)\n"
        "except KeyboardInterrupt: print('given up')\n"
        "print(process.judge({'number': ['7', 'x']}))"
    ) == ["given up", "[(1, 'number', 'number-not-digits')]"]


def test_nothing_is_begun_where_it_gains_nothing():
    assert run(
        "import threading\n"
        "def nothing():\n"
        "    with frame_process.frames_aside(): print(frame_process.judge_at_hand() is judge_here)\n"
        "done = threading.Event()\n"
        "threading.Thread(target=done.wait).start()\n"
        "nothing()\n"
        "done.set()\n"
        "threading.enumerate()[-1].join() if threading.active_count() > 1 else None\n"
        "sys.modules['pandas'] = None\n"
        "nothing()"
    ) == ["True", "True"]


@pytest.mark.drill
def test_a_check_loads_neither_pandas_nor_pandera_itself(offline):
    offline.build()
    code = (
        "import sys\n"
        "sys.argv = ['roster-import', 'check', 'club.xlsx']\n"
        "from roster_import.cli.main import run\n"
        "try: run()\n"
        "except SystemExit as stop: print('EXIT', stop.code)\n"
        "print('LOADED', sorted({'numpy', 'pandas', 'pandera'} & set(sys.modules)))"
    )
    said = offline.python(code)
    assert said.endswith("EXIT 0\nLOADED []\n"), said
