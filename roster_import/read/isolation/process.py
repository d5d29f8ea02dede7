"""Starts the reading process, waits for its answer, and makes sure that it is gone afterwards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import weakref
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING

from roster_import.errors import UnreadableFile
from roster_import.language.messages import say
from roster_import.read.isolation.child import WHOLE, WORKBOOK, environment, search_path, unpacked
from roster_import.read.isolation.rows_so_far import answer_after

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from roster_import.model.workbook import Workbook
    from roster_import.read.options import Limits, ReadingProcess, ReadOptions

# -I -S: no environment, no user folder, no .pth files of whoever runs us; the search path comes with the request.
_START = (
    "import gc; gc.disable();"
    "import json, sys; request = json.loads(sys.stdin.buffer.readline()); sys.path[:] = request['search'];"
    "from roster_import.read.isolation.child import main; main(request)"
)
# Reading is work for a processor: more at once only makes each run into its time limit.
_slots = threading.BoundedSemaphore(max(2, os.cpu_count() or 2))


class _Asked:
    """One question about a file, answered by a process of its own, which starts at once (or as soon as there is room)."""

    def __init__(self, path: Path, options: ReadOptions, asked: str) -> None:
        self._path = path
        begin = options.server.begin if options.server is not None else _OwnProcess
        self._run = Run(request(path, options, asked), options.limits, begin, options.hear)
        self._collector = threading.Thread(target=self._run.collect, name=f"reading {path.name}", daemon=True)
        weakref.finalize(self, self._run.stop)  # also at exit: no reading outlives the program
        self._collector.start()

    def ended(self) -> Run:
        """How it ended, waited for."""
        try:
            self._collector.join()
        except BaseException:
            self.cancel()
            raise
        return self._run

    def cancel(self) -> None:
        """End the process; harmless when it has ended."""
        self._run.stop()


class Reading(_Asked):
    """One file being read in a process of its own."""

    def __init__(self, path: Path, options: ReadOptions) -> None:
        super().__init__(path, options, WORKBOOK)

    def result(self) -> Workbook:
        """The workbook, waited for; raises UnreadableFile with the sentence for the user."""
        return _understood(self.ended(), self._path)


def is_whole(path: Path, options: ReadOptions) -> bool:
    """Whether a zip is all there; True also where that cannot be told within the limits: reading it will say so."""
    return _Asked(path, options, WHOLE).ended().answer != b"false"


class Run:
    """The process from start to end; `collect` runs in a thread, so that a full pipe never stops the child."""

    def __init__(
        self,
        request: bytes,
        limits: Limits,
        begin: Callable[[bytes], ReadingProcess],
        hear: Callable[[int, int], None] | None = None,
    ) -> None:
        self.request = request
        self._hear = hear
        self.limits = limits
        self._begin = begin
        self.answer = b""
        self.late = False
        self.failure: OSError | MemoryError | None = None
        self._process: ReadingProcess | None = None
        self._stopped = False
        self._lock = threading.Lock()

    def collect(self) -> None:
        """Start the process, hand it the request, take its answer, and see it end."""
        with _slots:
            try:
                process = self._start()
                if process is not None:
                    self._follow(process)
            except (OSError, MemoryError) as error:
                self.failure = error

    def stop(self) -> None:
        """End the process if it runs, and keep it from starting if it does not yet; it is gone afterwards."""
        with self._lock:
            self._stopped = True
            process = self._process
        if process is not None:
            process.end()

    def _start(self) -> ReadingProcess | None:
        with self._lock:
            if not self._stopped:
                self._process = self._begin(self.request)
            return self._process

    def _follow(self, process: ReadingProcess) -> None:
        clock = threading.Timer(self.limits.seconds, self._too_late)
        clock.daemon = True
        clock.start()
        try:
            self.answer = process.answer(self.limits.answer_bytes, self._hear)
        finally:
            clock.cancel()
            process.end()  # it has said everything, or too much
            process.close()

    def _too_late(self) -> None:
        self.late = True
        self.stop()


def request(path: Path, options: ReadOptions, asked: str = WORKBOOK) -> bytes:
    """What a reading process is told of a file, in one line."""
    document = {
        "asked": asked,
        "file": str(path),
        "within": None if options.within is None else str(options.within),
        "encoding": options.encoding,
        "delimiter": options.delimiter,
        "dropped": options.dropped,
        "tells": options.hear is not None,
        "limits": asdict(options.limits),
        "search": search_path(),
    }
    return json.dumps(document).encode("ascii") + b"\n"


class _OwnProcess:
    """An interpreter started for one file, which takes the request and gives the answer over pipes."""

    def __init__(self, request: bytes) -> None:
        self._request = request
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, "-I", "-S", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def answer(self, most: int, hear: Callable[[int, int], None] | None) -> bytes:
        """All it says, at most one byte more than `most`, which shows that it is too long; before it, what is heard."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(self._request)
            self._process.stdin.flush()
        except BrokenPipeError:
            return b""
        return answer_after(self._process.stdout, most, hear)

    def end(self) -> None:
        """Make sure that it is gone; harmless when it has ended."""
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """Close our ends of its pipes."""
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # the other side went first
                if pipe is not None:
                    pipe.close()


def _understood(run: Run, path: Path) -> Workbook:
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
        return unpacked(run.answer, path)
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
