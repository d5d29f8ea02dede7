"""The garbage collector looks seldom for as long as it is told, on the main thread, and where nobody has it look less."""

from __future__ import annotations

import gc
import threading

import pytest

from roster_import.pipeline.collector import looks_as_usual, looks_seldom


def test_it_looks_seldom_as_long_as_the_block_and_as_before_behind_it():
    before = gc.get_threshold()
    with looks_seldom():
        within = gc.get_threshold()
        with looks_seldom():
            assert gc.get_threshold() == within
    assert (within[0], within[1:]) == (500_000, before[1:])
    assert gc.isenabled()
    assert gc.get_threshold() == before


def test_another_thread_changes_nothing():
    seen = []

    def look():
        with looks_seldom():
            seen.append(gc.get_threshold())

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [gc.get_threshold()]


def test_what_runs_for_a_season_has_it_look_as_usual():
    before = gc.get_threshold()
    with looks_seldom():
        looks_as_usual()
        assert gc.get_threshold() == before


@pytest.mark.drill
def test_a_file_is_being_read_before_what_checks_it_is_loaded(offline):
    offline.build()
    code = (
        "import sys; sys.argv = ['roster-import', 'check', 'club.xlsx']\n"
        "import roster_import.read as reading\n"
        "begin = reading.start_reading\n"
        "def told(*args):\n"
        "    print('LOADED', [name for name in sys.modules if name.startswith(('roster_import.recognise', 'pandas'))])\n"
        "    return begin(*args)\n"
        "reading.start_reading = told\n"
        "from roster_import.cli.main import run\n"
        "run()"
    )
    said = offline.python(code)
    assert "LOADED []\n" in said
