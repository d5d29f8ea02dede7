"""A real server process, a real browser (the system's Chromium), and axe-core: what the tests of the page share."""

from __future__ import annotations

import asyncio
import io
import os
import re
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any
from unittest import mock

import argon2
import pytest

from tests.conftest import CHROMIUM, Desk, until
from tests.page.serve_forks import Forked, forks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

USER, PASSWORD = "anna", "correct horse battery"
PHONE = {"width": 360, "height": 740}


@dataclass
class Served:
    """The page in a process of its own, over a folder of clubs; it may be killed, and started again.

    The process is a fork of one that has everything loaded, unless it is to start `afresh`, as an office's does.
    """

    desk: Desk
    options: tuple[str, ...] = ()
    port: int = 0
    afresh: bool = not hasattr(os, "pidfd_open")
    process: subprocess.Popen[str] | Forked | None = None
    said: list[str] = field(default_factory=list)

    @property
    def clubs(self) -> Path:
        return self.desk.folder / "clubs"

    @property
    def state(self) -> Path:
        return self.desk.folder / "page"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Served:
        self.clubs.mkdir(exist_ok=True)
        self.said.clear()
        words = ("serve", "clubs", "--port", self.port, *self.options)
        self.process = self._started(*words) if self.afresh else forks().begin(self.desk, *words)
        threading.Thread(target=self._listen, args=(self.process,), daemon=True).start()
        until(lambda: self._where() or self.process.poll() is not None)
        assert self._where(), self.said
        self.port = int(self._where()[1] or self.port)
        return self

    def _started(self, *words: object) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.desk.command(*words),
            cwd=self.desk.folder,
            env=self.desk.all_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def _where(self) -> Any:
        return re.search(r"is at https?://[\w.]+(?::(\d+))?/office", "".join(self.said))

    def _listen(self, process: Any) -> None:
        for line in process.stdout:
            self.said.append(line)
        process.stdout.close()

    def kill(self) -> None:
        """As by a power cut, or the kernel."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, how: int) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(20)

    def restart(self) -> None:
        self.kill()
        self.start()

    def link(self, club: str, *more: str) -> str:
        run = self.desk.quick("link", club, *more)
        assert run.status == 0, run.err
        return run.out.strip()

    def add_user(self, name: str = USER, password: str = PASSWORD) -> None:
        self._users("--add-user", name, password)

    def remove_user(self, name: str = USER) -> None:
        self._users("--remove-user", name)

    def _users(self, option: str, name: str, password: str = "") -> None:
        # To hash a password costs a third of a second, on purpose, as does each look whether it is right: not so in tests.
        quick = partial(argon2.PasswordHasher, time_cost=1, memory_cost=8, parallelism=1)
        with mock.patch("argon2.PasswordHasher", quick), mock.patch.object(sys, "stdin", io.StringIO(f"{password}\n")):
            run = self.desk.quick("serve", "clubs", option, name)
        assert run.status == 0, run.err


def served_in(folder: Path, *options: str) -> Served:
    """A page over `folder/clubs` with a ledger of its own; not started yet. Orders go to the stand-in."""
    return Served(Desk(folder, {"ROSTER_IMPORT_LEDGER": str(folder / "ledger.sqlite3")}), ("--sandbox", *options))


@pytest.fixture
def served(tmp_path):
    """A page of this test's own, not started yet."""
    page = served_in(tmp_path)
    yield page
    page.kill()


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    """A page that runs as long as the tests of a file, with a user who can sign in."""
    page = served_in(tmp_path_factory.mktemp("page"))
    page.add_user()
    yield page.start()
    page.stop()


@contextmanager
def chromium(*arguments: str) -> Iterator[Any]:
    """The system's Chromium, without a window."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        sandboxed = [] if hasattr(os, "geteuid") and os.geteuid() else ["--no-sandbox"]
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=[*sandboxed, *arguments])
        yield started
        started.close()


@pytest.fixture(scope="session")
def lasting_browser():
    """One browser for all tests, and its event loop, which is at rest between them."""
    with chromium() as started:
        loop = asyncio.get_running_loop()
        asyncio._set_running_loop(None)
        yield started, loop
        asyncio._set_running_loop(loop)


@pytest.fixture
def browser(lasting_browser):
    """The browser, awake as long as a test: where it is awake, asyncio cannot be used."""
    started, loop = lasting_browser
    asyncio._set_running_loop(loop)
    yield started
    asyncio._set_running_loop(None)


@pytest.fixture
def look(browser):
    """Opens a tab of a reader of their own: `look(language="da", viewport=PHONE)`; what its pages complain of fails the test."""
    opened, complaints = [], []

    def open_(language: str = "en", viewport: Any = None, **more: Any) -> Any:
        context = browser.new_context(locale=language, viewport=viewport or {"width": 1280, "height": 900}, **more)
        context.set_default_timeout(20_000)
        opened.append(context)
        tab = context.new_page()
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("console", lambda said: complaints.append(said.text) if "Security Policy" in said.text else None)
        return tab

    yield open_
    for context in opened:
        context.close()
    assert complaints == []


def signed_in(tab: Any, page: Served, user: str = USER, password: str = PASSWORD) -> Any:
    """Sign in as the office does."""
    return signed_in_at(tab, page.address, user, password)


def signed_in_at(tab: Any, address: str, user: str = USER, password: str = PASSWORD) -> Any:
    """Sign in at an address."""
    tab.goto(f"{address}/office")
    tab.fill("#user", user)
    tab.fill("#password", password)
    tab.locator("main button").click()
    tab.wait_for_url(f"{address}/office")
    return tab


def is_accessible(tab: Any) -> None:
    """Assert that axe-core finds nothing that keeps people from using the page (WCAG 2.2 A and AA, best practice)."""
    from axe_playwright_python.sync_playwright import Axe

    tab.wait_for_load_state("load")  # a click is over before the new page has its stylesheet
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    # Of what is well nothing is told: that takes longer than the look.
    found = Axe().run(tab, options={"runOnly": rules, "resultTypes": ["violations"]})
    wrong = [(each["id"], node["html"]) for each in found.response["violations"] for node in each["nodes"]]
    assert wrong == []


if sys.platform == "win32":
    pytest.skip("the server is killed by signals", allow_module_level=True)
