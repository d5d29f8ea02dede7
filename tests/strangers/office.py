"""An office that strangers write to: the installed command in a home of its own, and a watch that runs on its folder."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import Desk, connected, serving, until
from tests.watch.conftest import FOLDERS, Inbox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COMMAND = Path(sys.executable).with_name("roster-import")
# What a sentence of ours never has in it.
TRACES = ("Traceback (most recent call last)", "failed in a way it should not")


@dataclass
class Office(Desk):
    """A desk where the command is the installed one, and no more of the environment is there than a home and a path."""

    def command(self, *args: object) -> list[str]:
        return [str(COMMAND), *map(str, args)]

    def all_environment(self) -> dict[str, str]:
        home = str(self.folder)
        places = {"HOME": home, "XDG_CONFIG_HOME": f"{home}/config", "XDG_DATA_HOME": f"{home}/data"}
        return {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **places, **self.environment}

    def file(self, name: str, content: str | bytes) -> Path:
        """Write a file that a stranger sent."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path


def office(folder: Path, url: str, **more: str) -> Office:
    """An office connected to the sandbox at this address."""
    desk = connected(folder, url, **more)
    return Office(desk.folder, desk.environment)


@dataclass
class WatchedFolder(Inbox):
    """The office's watched folder, into which strangers write."""

    def places(self) -> dict[str, str]:
        """Every file in the folder by its name: in which of our folders it lies, or `` where it was dropped."""
        return {Path(file).name: Path(file).parts[0] if "/" in file else "" for file in self.files()}

    def settled(self, *names: str, seconds: float = 40) -> None:
        """Wait until each of these files lies in the folder of its end."""
        until(lambda: all(self.places().get(name) in set(FOLDERS) - {"processing"} for name in names), seconds)


@dataclass
class Elsewhere:
    """A stranger's server: whatever reaches it is kept, the headers, too.

    `onward` is where it sends those who ask, `answer` what it answers else.
    """

    url: str = ""
    onward: str = ""
    answer: tuple[int, str] = (200, "")
    received: list[str] = field(default_factory=list)


@contextmanager
def elsewhere() -> Iterator[Elsewhere]:
    """A server of a stranger's as long as the block, which takes what it is sent."""
    stranger = Elsewhere()

    class Handler(BaseHTTPRequestHandler):
        def __getattr__(self, name: str) -> Callable[[], None]:
            if not name.startswith("do_"):
                raise AttributeError(name)
            return self._take

        def _take(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"] or 0)).decode(errors="replace")
            stranger.received.append(f"{self.requestline}\n{self.headers}{body}")
            code, text = stranger.answer
            self.send_response(307 if stranger.onward else code)
            if stranger.onward:
                self.send_header("Location", f"{stranger.onward}{self.path}")
            self.end_headers()
            self.wfile.write(text.encode("utf-8", "surrogatepass"))

        def log_message(self, *_: object) -> None:
            pass

    with serving(Handler) as url:
        stranger.url = url
        yield stranger
