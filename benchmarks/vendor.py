"""The order system of the rows: the sandbox in a process of its own, so that its work does not count as the program's."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.row import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """Where it listens, and the number of its process."""

    url: str
    process: int

    @property
    def settings(self) -> dict[str, str]:
        """What an importer is told of it, in its environment."""
        return {"ROSTER_IMPORT_KITMAKER_URL": self.url, "ROSTER_IMPORT_KITMAKER_API_KEY": "sandbox-key"}

    def orders(self) -> int:
        """How many orders it has taken."""
        return len(self._told("orders"))

    def requests(self) -> int:
        """How many requests it was sent."""
        return int(self.told_requests()[-1]["sequence"])

    def told_requests(self) -> list[dict[str, Any]]:
        """The newest few thousand requests, each with its path, headers and body, but for keys."""
        return self._told("requests")

    def _told(self, what: str) -> list[dict[str, Any]]:
        with urllib.request.urlopen(f"{self.url}/sandbox/{what}") as answer:  # loopback
            told: list[dict[str, Any]] = json.load(answer)[what]
        return told


@contextmanager
def vendor(delay: float) -> Iterator[Vendor]:
    """One that confirms each order so many seconds after it took it."""
    serve = f"s.serve_forever(s.SandboxOptions(delay={delay}), lambda url: print(url, flush=True))"
    command = [sys.executable, "-c", f"import roster_import.sandbox as s; {serve}"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield Vendor(url=process.stdout.readline().strip(), process=process.pid)
        finally:
            process.terminate()
