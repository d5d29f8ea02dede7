"""Recognising and checking in processes of their own, for a watch, which has to go on whatever is in a file.

One process has loaded what checking needs and forks itself for each file, as `read/isolation/fork_server.py` has it. A fork
keeps to the limits by itself (`file_limits.py`), and is ended where it does not. What it answers is taken apart by
an unpickler that knows nothing but the types a check is made of. Where a platform cannot fork, a thread does it.
"""

from __future__ import annotations

import gc
import io
import pickle
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from roster_import.model.report import Checked
from roster_import.model.workbook import Cell, FileFormat, Sheet, Workbook
from roster_import.pipeline.file_limits import limited, too_large, too_slow
from roster_import.read import Limits
from roster_import.read.isolation.process import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from roster_import.check.recognised import CheckOptions
    from roster_import.read.isolation.fork_server import ForkServer
    from roster_import.read.options import ProcessServer

_GRACE = 2.0  # seconds that a fork has to say itself that time is up
# Everything in a `Checked` is a data class, an enum, a sentence or a path; of other modules these names alone.
_TYPES = ("roster_import.model.", "roster_import.language.messages")
_OTHERS = frozenset(
    {
        *(("roster_import.language.messages", name) for name in ("_sentence", "_joined", "_derived", "term")),
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("pathlib", "PosixPath"),
        ("pathlib", "WindowsPath"),
        ("pathlib", "PurePosixPath"),
        ("pathlib._local", "PosixPath"),
        ("pathlib._local", "WindowsPath"),
    }
)


@contextmanager
def check_server() -> Iterator[ForkServer | None]:
    """What makes such processes, as long as the block; None where the platform cannot."""
    from roster_import.read.isolation.fork_server import ForkServer, can_fork

    if not can_fork():
        yield None
        return
    with ForkServer(__name__) as server:
        yield server


def check_in_process(
    workbook: Workbook,
    options: CheckOptions,
    system: tuple[str, Mapping[str, Any]],
    limits: Limits,
    server: ProcessServer,
    *,
    asking: bool = False,
) -> Checked:
    """A workbook checked by a process that the server makes; `system` names the order system, with its settings.

    `asking` has it look for what can be asked beside the columns, and for what can be drawn of a file with errors.
    """
    request = pickle.dumps((workbook, options, system, limits, asking))
    run = Run(request, replace(limits, seconds=limits.seconds + _GRACE), server.begin)
    run.collect()
    if run.late:
        return too_slow(workbook.path, limits)
    if run.failure is not None:
        return checked_asking(workbook, options, system, limits, asking=asking)
    try:
        return replace(_Answer(io.BytesIO(run.answer)).checked(), path=workbook.path)
    except (pickle.UnpicklingError, EOFError, TypeError, ValueError, AttributeError, LookupError, ImportError):
        return too_large(workbook.path)


def checked_asking(
    workbook: Workbook, options: CheckOptions, system: tuple[str, Mapping[str, Any]], limits: Limits, *, asking: bool
) -> Checked:
    """A workbook checked here; with `asking` it has what can be asked beside the columns, and what can be drawn of it."""
    from roster_import.check.certain_problems import check_certain, with_what_is_likely
    from roster_import.check.draft import draft_of
    from roster_import.check.open_questions import asked_together
    from roster_import.check.recognised import recognise_workbook
    from roster_import.targets import target

    def work() -> Checked:
        recognised = recognise_workbook(workbook, options)
        checked = check_certain(recognised, options.facts, target(*system))
        if not asking or not checked.errors:
            return checked
        asked = asked_together(recognised)
        checked = with_what_is_likely(checked, recognised, target(*system), asked)
        return replace(checked, asked=asked, draft=draft_of(recognised, checked))

    return limited(workbook.path, limits, work)


class _Answer(pickle.Unpickler):
    """An answer, made of nothing but the types a check is made of."""

    def checked(self) -> Checked:
        """The checked file; raises TypeError where it is none."""
        checked = self.load()
        if not isinstance(checked, Checked):
            raise TypeError("a checked file was expected")
        return checked

    def find_class(self, module: str, name: str) -> Any:
        """One of those types; raises UnpicklingError for any other name (pickle › Restricting Globals)."""
        if (module, name) in _OTHERS:
            return super().find_class(module, name)
        kind = super().find_class(module, name) if module.startswith(_TYPES) and "." not in name else None
        if isinstance(kind, type):
            return kind
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a checked file")


# ------------------------------------------------------------------------------------------- the other side, in a fork


_SHEETS = {
    "Order": (("Reference", "PO-1"), ("Email", "ada@example.com"), ("Contact name", "Ada Berg"),
              ("Delivery name", "Football Club ABC"), ("Delivery address", "Stadium Road 1"), ("Delivery zip", "8800"),
              ("Delivery city", "Viborg"), ("Delivery country", "Denmark")),
    "Roster": (("Player", "Name", "Number", "Size", "Quantity", "Design", "Logo", "Storage quantity", "Order"),
               ("Ada Lovelace", "Ada", "7", "M", "1", "Home kit", "", "", "PO-1"),
               ("Ida Holm Wells", "Ida", "8", "L", "1", "Home kit", "", "", "PO-1")),
    "Catalogue": (("Title", "Kind", "ID", "Code", "Sizes"), ("Home kit", "design", "298791", "MUL327187", "S;M;L")),
}  # fmt: skip


def _sheet(name: str, texts: tuple[tuple[str, ...], ...]) -> Sheet:
    return Sheet(
        name=name,
        cells=tuple(
            Cell(row=row, column=column, text=text)
            for row, line in enumerate(texts, 1)
            for column, text in enumerate(line, 1)
            if text
        ),
    )


def _roster(*more: tuple[str, ...]) -> Workbook:
    sheets = {**_SHEETS, "Roster": (*_SHEETS["Roster"], *more)}
    return Workbook(
        path=Path("roster.xlsx"),
        format=FileFormat.XLSX,
        sheets=tuple(_sheet(name, texts) for name, texts in sheets.items()),
    )


A_ROSTER = _roster()
"""What is checked before there is a file: most of a first check is for what is loaded and made once."""

WITH_MISTAKES = _roster(("Eli Stone", "Eli", "x", "huge", "1", "Away kit", "", "", "PO-1"))
"""And one of which it has to be said what is wrong, as of most that a coach has not mended yet."""


def load() -> None:
    """Load what checking needs, and check two rosters, before there is a file."""
    from roster_import.check.recognised import CheckOptions

    for roster in (A_ROSTER, WITH_MISTAKES):
        checked_asking(roster, CheckOptions(), ("kitmaker", {}), Limits(seconds=60.0), asking=True)


def work(request: bytes, out: BinaryIO) -> None:
    """Check the workbook of a request within its limits, and write the answer."""
    gc.disable()  # it ends before there is garbage worth collecting
    workbook, options, system, limits, asking = pickle.loads(request)  # noqa: S301 - from the program that started us
    checked = checked_asking(workbook, options, system, limits, asking=asking)
    out.write(pickle.dumps(checked))
    out.flush()
