"""A signal ends a watch cleanly, a second one at once: never a traceback, never a hang."""

from __future__ import annotations

import signal
import socket
import time
from contextlib import ExitStack

import pytest

from tests.conftest import until

AT_ONCE = "roster-import: Ended at once. What was under way goes on with the next start.\n"


def test_one_signal_ends_it_cleanly(inbox):
    with inbox.watching() as process:
        until(lambda: "Watching" in inbox.log)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    assert "Not watching" in inbox.log


@pytest.mark.drill
@pytest.mark.parametrize("between", [0.0, 0.001, 0.05])
def test_a_second_signal_ends_it_at_once(inbox, between):
    """While the message about a file hangs, so that the first one alone would have to wait."""
    with ExitStack() as held, socket.create_server(("127.0.0.1", 0)) as silent:
        inbox.settings(f'[notify]\nwebhook = "http://127.0.0.1:{silent.getsockname()[1]}/"\n')
        inbox.drop("club.xlsx")
        with inbox.watching() as process:
            until(lambda: "done/club.xlsx" in inbox.files())
            until(lambda: _is_asked(silent, held))
            process.send_signal(signal.SIGINT)
            time.sleep(between)
            began = time.monotonic()
            while process.poll() is None and time.monotonic() - began < 20:
                process.send_signal(signal.SIGINT)
                time.sleep(0.05)
            assert process.poll() == 130
            assert time.monotonic() - began < 10
    assert "Traceback" not in inbox.log
    assert inbox.log.endswith(AT_ONCE)


def _is_asked(silent, held):
    """Whether the message came; what it came on is held open, without an answer."""
    silent.settimeout(0.1)
    try:
        held.enter_context(silent.accept()[0])
    except TimeoutError:
        return False
    return True
