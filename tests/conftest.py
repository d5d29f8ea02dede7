"""What the tests share: workbooks built on the spot, a sandbox on a real socket, the command line run in a process."""

from __future__ import annotations

import atexit
import contextlib
import functools
import gc
import io
import json
import os
import shutil
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, settings
from openpyxl import Workbook

from roster_import.read.isolation import child, fork_server, process
from roster_import.read.isolation.fork_server import ForkServer, can_fork
from roster_import.sandbox import SandboxOptions, start
from tests import made_once, postgres_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.read.options import ReadingProcess

# A busy machine is no failure: examples are judged by what they find, not by how long they take.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

# Every HTTP client reads the certificates of the world, for 30 ms, and none here meets one: they are read once.
ssl.create_default_context = functools.cache(ssl.create_default_context)

REPOSITORY = Path(__file__).resolve().parent.parent

# The system's Chromium; best the one that never has a window, whose pages take half the work.
_BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, _BROWSERS)), None)

ORDER = {
    "Reference": "PO-2026-0042",
    "Comment": "The clothes should be at Jet Sport by monday",
    "Origin of delivery": "Tee Jays Warehouse",
    "Email": "vendor@example.com",
    "Contact name": "Peter Smith",
    "Delivery name": "Football Club ABC",
    "Delivery address": "Stadium Road 1",
    "Delivery zip": "8800",
    "Delivery city": "Viborg",
    "Delivery country": "Denmark",
    "Delivery contact person": "Peter Smith",
}
HEADINGS = ("Player", "Name", "Number", "Size", "Quantity", "Design", "Logo", "Storage quantity", "Order")
CATALOGUE = (
    ("Title", "Kind", "ID", "Code", "Type", "Placeholders", "Sizes", "Price"),
    ("Home kit", "design", 299571, "MUL327815", "", "", "", ""),
    ("Away kit", "design", 298791, "MUL327187", "", "", "", ""),
    ("Club Crest", "logo", 100113, "151107", "Logo", "", "", ""),
    ("Number transfer", "logo", 494679, "1019141", "NumberLogo", "", "", ""),
)
# The vendor's worked example (KitMaker › Place an order) as rows a coach would write.
EXAMPLE_ROWS = (
    ("", "", "", "M", 1, "Home kit"),
    ("", "", "", "L", 1, "Home kit"),
    ("", "", "", "XL", 5, "Home kit"),
    ("Smith", "Smith", "10", "M", 5, "Away kit"),
    ("Jones", "Jones", "27", "L", 7, "Away kit"),
)
EXAMPLE_LOGOS = (
    ("Logo", "Quantity", "Storage quantity", "Text", "Number"),
    ("Club Crest", 18, None, None, None),
    ("Number transfer", 5, None, None, "1"),
)

# Whose tests start processes that are killed, that wait, or that read what nobody should send: each takes seconds.
DRILL_FOLDERS = {"strangers", "workers"}
# Fixtures of tests that run a whole command, or a server, for each value they are tried with.
OF_WHOLE_COMMANDS = {"desk", "offline", "sandbox", "served", "standing"}


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[Any]:
    """What thousands of tests are made of stays as long as they do: the collector of garbage never goes through it."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.hookimpl(tryfirst=True)  # before the marks choose
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent.name in DRILL_FOLDERS or _is_beyond_the_sample(item):
            item.add_marker("drill")


def _is_beyond_the_sample(item: pytest.Item) -> bool:
    """Of one promise tried with many values, some are tried every time: of whole commands the first, the fourth, and so on.

    `every(5)` says that it is the first, the sixth, and so on, `every(1)` that it is all of them.
    """
    if (values := getattr(item, "callspec", None)) is None:
        return False
    mark = item.get_closest_marker("every")
    nth = mark.args[0] if mark else 3 if OF_WHOLE_COMMANDS & set(item.fixturenames) else 1  # type: ignore[attr-defined]
    return sum(values.indices.values()) % nth != 0


def build(
    path: Path,
    rows: Any = EXAMPLE_ROWS,
    *,
    order: Any = ORDER,
    catalogue: Any = CATALOGUE,
    logos: Any = (),
    headings: Any = HEADINGS,
    sheet: str = "Roster",
) -> Path:
    """A workbook as the contract describes it; a sheet given as None or empty is left out."""
    tables = (
        ("Order", order.items() if isinstance(order, dict) else order),
        (sheet, [headings, *rows] if headings or rows else None),
        ("Logos", logos),
        ("Catalogue", catalogue),
    )
    sheets = [(title, [list(row) for row in table]) for title, table in tables if table]
    path.write_bytes(_built_once(sheets) if _is_plain(sheets) else _built(sheets))
    return path


Sheets = list[tuple[str, list[list[Any]]]]
_PLAIN = (str, int, float, bool, type(None))
_BUILT: dict[str, bytes] = {}


def _is_plain(sheets: Sheets) -> bool:
    """Whether these are the few words and numbers that most tests have, which tell one workbook from another."""
    cells = [cell for _, rows in sheets for row in rows for cell in row]
    return len(cells) < 1_000 and all(type(cell) in _PLAIN for cell in cells)


def _built_once(sheets: Sheets) -> bytes:
    """Hundreds of tests have the same workbook: it is written once."""
    if (said := repr(sheets)) not in _BUILT:
        _BUILT[said] = _built(sheets)
        made_once.OURS.add(_BUILT[said])
    return _BUILT[said]


def _built(sheets: Sheets) -> bytes:
    workbook, file = Workbook(), io.BytesIO()
    workbook.remove(workbook.active)
    for title, rows in sheets:
        _fill(workbook.create_sheet(title), rows)
    workbook.save(file)
    return file.getvalue()


def _fill(sheet: Any, rows: Any) -> None:
    for row in rows:
        sheet.append([None if cell == "" else cell for cell in row])


@dataclass(frozen=True)
class Run:
    """What a run of the command said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def file(self) -> Any:
        (file,) = self.json["files"]
        return file

    @property
    def problems(self) -> Any:
        """The file's problems without the hint that the vendor's example orders identical shirts."""
        return [problem for problem in self.file["problems"] if problem["code"] != "identical-shirts"]


@dataclass
class Desk:
    """A folder to work in, with an environment of its own: a ledger, and the sandbox's address and key."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def build(self, name: str = "club.xlsx", *args: Any, **kwargs: Any) -> Path:
        return build(self.folder / name, *args, **kwargs)

    def settings(self, text: str) -> None:
        """Write the user's own settings file."""
        path = self.folder / "config" / "roster-import" / "roster-import.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def command(self, *args: object) -> list[str]:
        return [sys.executable, "-m", "roster_import", *map(str, args)]

    def all_environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ROSTER_IMPORT")}
        # English, whatever the locale of the machine is.
        kept |= {"LC_ALL": "C.UTF-8"}
        return {**kept, "HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder / "config"), **self.environment}

    def run(self, *args: object, timeout: float = 60) -> Run:
        """Run the command in a process of its own, as a user or a script would: no terminal."""
        done = subprocess.run(
            self.command(*args),
            cwd=self.folder,
            env=self.all_environment(),
            capture_output=True,
            text=True,
            timeout=timeout,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        return Run(status=done.returncode, out=done.stdout, err=done.stderr)

    def python(self, code: str) -> str:
        """What a program of Python prints in a process of its own, in the folder; it must end well."""
        command = [sys.executable, "-c", code]
        done = subprocess.run(
            command, cwd=self.folder, env=self.all_environment(), capture_output=True, text=True, check=True
        )
        return done.stdout

    def quick(self, *args: object, screen: io.StringIO | None = None) -> Run:
        """Run the command in this process: the same door, without the start-up. On a screen all it says stands together."""
        return _in_process(self, [str(arg) for arg in args], screen or io.StringIO(), screen or io.StringIO())


def _in_process(desk: Desk, args: list[str], out: io.StringIO, err: io.StringIO) -> Run:
    from roster_import.cli.main import run

    with (
        contextlib.chdir(desk.folder),
        mock.patch.dict(os.environ, desk.all_environment(), clear=True),
        read_by_forks(),
        mock.patch("roster_import.check.frame.failures", made_once.failures()),
        mock.patch("roster_import.place.ledger.forms._bring_up", made_once.ledger()),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        pytest.raises(SystemExit) as stop,
    ):
        run(args)
    return Run(status=int(stop.value.code or 0), out=out.getvalue(), err=err.getvalue())


@contextlib.contextmanager
def read_by_forks():
    """Files are read, and checked where a process does it, in forks of one process that has all it needs, as where many are.

    It ends with the tests.
    """
    if not can_fork():
        yield
        return
    with (
        mock.patch.object(process, "_OwnProcess", _reader().begin),
        mock.patch.object(fork_server, "ForkServer", side_effect=_lasting),
    ):
        yield


class _Reader(ForkServer):
    """The reading process of all tests: it stands elsewhere, so a file is named to it by its whole path."""

    def begin(self, request: bytes) -> ReadingProcess:
        asked = json.loads(request)
        whole = {name: str(Path.cwd() / asked[name]) for name in ("file", "within") if asked[name] is not None}
        return made_once.answer(asked, lambda: super(_Reader, self).begin(json.dumps({**asked, **whole}).encode()))


def _lasting(worker: str = child.__name__) -> contextlib.nullcontext[ForkServer]:
    return contextlib.nullcontext(_reader() if worker == child.__name__ else _worker(worker))


@functools.cache
def _worker(module: str) -> ForkServer:
    server = ForkServer(module)
    atexit.register(server.close)
    return server


@functools.cache
def _reader() -> _Reader:
    server = _Reader()
    atexit.register(server.close)
    return server


def until(true: Any, seconds: float = 40) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.02)


@pytest.fixture
def sandbox():
    with start(SandboxOptions(delay=0.02)) as running:
        yield running


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server for all tests of a process."""
    pytest.importorskip("psycopg", reason="the extra roster-import[postgresql] is not installed")
    if (binaries := postgres_server.programs()) is None:
        pytest.skip("PostgreSQL is not installed here")
    folder = Path(tempfile.mkdtemp(prefix="roster-import-"))  # pytest's own folders are closed to the server's user
    folder.chmod(0o755)
    try:
        with postgres_server.running(folder, binaries) as running:
            yield running
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def address(server):
    """The address of a ledger on the server, empty again afterwards."""
    import psycopg

    yield server.address
    with psycopg.connect(server.address, autocommit=True) as database:
        for (schema,) in database.execute(
            "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'roster!_import%' ESCAPE '!'"
        ):
            database.execute(f'DROP SCHEMA "{schema}" CASCADE')


@pytest.fixture
def offline(tmp_path):
    """A desk without an order system."""
    return Desk(tmp_path, {"ROSTER_IMPORT_LEDGER": str(tmp_path / "ledger.sqlite3")})


@pytest.fixture
def desk(tmp_path, sandbox):
    """A desk connected to the sandbox."""
    return connected(tmp_path, sandbox.url)


def connected(folder: Path, url: str, **more: str) -> Desk:
    return Desk(
        folder,
        {
            "ROSTER_IMPORT_LEDGER": str(folder / "ledger.sqlite3"),
            "ROSTER_IMPORT_KITMAKER_URL": url,
            "ROSTER_IMPORT_KITMAKER_API_KEY": "sandbox-key",
            "ROSTER_IMPORT_POLL_INTERVAL": "0.02",
            "ROSTER_IMPORT_POLL_TIMEOUT": "10",
            "ROSTER_IMPORT_RETRY_WAIT": "0.01",
            "ROSTER_IMPORT_REQUEST_TIMEOUT": "1",
            # What the order system has is asked for by the tests about that; the others count their own requests.
            "ROSTER_IMPORT_OFFLINE": "1",
            **more,
        },
    )


@contextlib.contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """Answer HTTP requests on a loopback socket as long as the block; gives the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
