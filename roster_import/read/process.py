"""Starts the reading process, waits for its answer, and makes sure that it is gone afterwards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import weakref
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.errors import UnreadableFile
from roster_import.read import wire
from roster_import.wording import say

if TYPE_CHECKING:
    from roster_import.model import Workbook
    from roster_import.read.options import Limits, ReadOptions

# -I -S: no environment, no user folder, no .pth files of whoever runs us; the search path comes with the request.
_START = (
    "import json, sys; request = json.loads(sys.stdin.buffer.readline()); sys.path[:] = request['search'];"
    "from roster_import.read.child import main; main(request)"
)
# What an interpreter needs to start; above all none of our keys, which stand in the environment.
_ENVIRONMENT = ("SYSTEMROOT", "WINDIR", "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TEMP", "TMP", "TMPDIR")
_PACKAGE_ROOT = str(Path(__file__).resolve().parents[2])
# Reading is work for a processor: more at once only makes each run into its time limit.
_slots = threading.BoundedSemaphore(max(2, os.cpu_count() or 2))


class ChildReading:
    """One file being read in a process of its own, which starts at once (or as soon as a processor is free)."""

    def __init__(self, path: Path, options: ReadOptions) -> None:
        self._path = path
        self._run = _Run(_request(path, options), options.limits)
        self._collector = threading.Thread(target=self._run.collect, name=f"reading {path.name}", daemon=True)
        weakref.finalize(self, self._run.stop)  # also at exit: no reading outlives the program
        self._collector.start()

    def result(self) -> Workbook:
        """The workbook, waited for; raises UnreadableFile with the sentence for the user."""
        try:
            self._collector.join()
        except BaseException:
            self.cancel()
            raise
        return _understood(self._run, self._path)

    def cancel(self) -> None:
        """End the reading; harmless when it has ended."""
        self._run.stop()


class _Run:
    """The process from start to end; `collect` runs in a thread, so that a full pipe never stops the child."""

    def __init__(self, request: bytes, limits: Limits) -> None:
        self.request = request
        self.limits = limits
        self.answer = b""
        self.late = False
        self.failure: OSError | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._lock = threading.Lock()

    def collect(self) -> None:
        """Start the process, hand it the request, take its answer, and see it end."""
        with _slots:
            try:
                process = self._start()
                if process is not None:
                    self._follow(process)
            except OSError as error:
                self.failure = error

    def stop(self) -> None:
        """End the process if it runs, and keep it from starting if it does not yet; it is gone afterwards."""
        with self._lock:
            self._stopped = True
            process = self._process
        if process is not None:
            process.kill()
            process.wait()

    def _start(self) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if not self._stopped:
                self._process = _process()
            return self._process

    def _follow(self, process: subprocess.Popen[bytes]) -> None:
        clock = threading.Timer(self.limits.seconds, self._too_late)
        clock.daemon = True
        clock.start()
        try:
            self.answer = _exchange(process, self.request, self.limits.answer_bytes)
        finally:
            clock.cancel()
            process.kill()  # it has said everything, or too much
            process.wait()
            _close(process)

    def _too_late(self) -> None:
        self.late = True
        self.stop()


def _request(path: Path, options: ReadOptions) -> bytes:
    document = {
        "file": str(path),
        "encoding": options.encoding,
        "delimiter": options.delimiter,
        "limits": asdict(options.limits),
        "search": [_PACKAGE_ROOT, *filter(os.path.isabs, sys.path)],
    }
    return json.dumps(document).encode("ascii") + b"\n"


def _process() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-I", "-S", "-c", _START],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _exchange(process: subprocess.Popen[bytes], request: bytes, most: int) -> bytes:
    """Send the request, read the answer; one byte more than `most` shows that it is too long."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(request)
        process.stdin.flush()
    except BrokenPipeError:
        return b""
    return process.stdout.read(most + 1)


def _close(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:
                continue  # the other side went first


def _understood(run: _Run, path: Path) -> Workbook:
    """What became of the file: the workbook, its refusal, or a sentence about how the reading ended."""
    if run.late:
        raise UnreadableFile(_too_slow(path, run.limits.seconds), code="file-too-slow")
    if run.failure is not None:
        raise UnreadableFile(
            say(
                "{file_name} could not be read: its reading process did not start ({failure}).",
                file_name=path.name,
                failure=run.failure,
            ),
            code="reader-failed",
        ) from run.failure
    if len(run.answer) > run.limits.answer_bytes:
        raise UnreadableFile(_too_much(path), code="file-too-large")
    try:
        return wire.unpacked(run.answer, path)
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableFile(_broke(path), code="file-damaged") from error


def _too_slow(path: Path, seconds: float) -> str:
    return say(
        "{file_name} was still being read after {seconds:g} seconds, so it was given up: copy the roster into a "
        "new workbook (paste as values) and send that.",
        file_name=path.name,
        seconds=seconds,
    )


def _too_much(path: Path) -> str:
    return say(
        "{file_name} holds more text than a roster ever does: send the sheet with the players as a file of its own.",
        file_name=path.name,
    )


def _broke(path: Path) -> str:
    return say(
        "{file_name} is damaged or too large: reading it broke off. Open it in Excel, save it as a new .xlsx "
        "workbook and send that.",
        file_name=path.name,
    )
