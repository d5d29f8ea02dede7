"""The Python interface: what the commands do, as functions with keyword arguments. Nothing is printed, nothing exits.

A keyword is an option of the command, by the name of its field in `options.py`, or a setting. What is not given is taken
from the environment and the settings files, as the commands take it. What goes wrong is raised as a `RosterImportError`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from roster_import.errors import RosterImportError, UsageError
from roster_import.model.option import declared
from roster_import.model.placement import Placement, Status
from roster_import.model.problem import Problem
from roster_import.model.report import FileReport, FileStatus, Report
from roster_import.pipeline.options import (
    AmendCommand,
    CheckCommand,
    ImportCommand,
    OrdersCommand,
    ProofCommand,
    ResumeCommand,
    TemplateCommand,
)
from roster_import.pipeline.orders import RecordedOrder
from roster_import.pipeline.orders import orders as list_orders
from roster_import.pipeline.place import amend as amend_files
from roster_import.pipeline.place import check as check_files
from roster_import.pipeline.place import place as place_files
from roster_import.pipeline.proof import Proof
from roster_import.pipeline.proof import proof as proof_files
from roster_import.pipeline.resume import resume as resume_orders
from roster_import.pipeline.template import Template
from roster_import.pipeline.template import template as write_template
from roster_import.write.report_document import document

if TYPE_CHECKING:
    from roster_import.model.option import Option

__all__ = [
    "FileReport",
    "FileStatus",
    "Placement",
    "Problem",
    "Proof",
    "RecordedOrder",
    "Report",
    "RosterImportError",
    "Status",
    "Template",
    "UsageError",
    "amend",
    "check",
    "document",
    "orders",
    "place",
    "proof",
    "resume",
    "template",
]

P = ParamSpec("P")
Told = TypeVar("Told")
Result = TypeVar("Result")
Files = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


def _with_files(
    command: Callable[P, Told], act: Callable[[Told], Result], says: str
) -> Callable[Concatenate[Files, P], Result]:
    """The function that takes one file or several, and a command's options as keywords."""

    def call(files: Files, /, *args: P.args, **options: P.kwargs) -> Result:
        return act(command(*args, **_as_declared(command, {**options, "files": files})))

    _name(call, act, says)
    return call


def _without_files(command: Callable[P, Told], act: Callable[[Told], Result], says: str) -> Callable[P, Result]:
    """The function that takes a command's options as keywords."""

    def call(*args: P.args, **options: P.kwargs) -> Result:
        return act(command(*args, **_as_declared(command, options)))

    _name(call, act, says)
    return call


def _name(call: Callable[..., Any], act: Callable[..., Any], says: str) -> None:
    call.__name__ = call.__qualname__ = act.__name__
    call.__doc__ = says


def _as_declared(command: Any, options: dict[str, Any]) -> Any:
    """The options, texts made paths and single values made tuples where the declaration says so."""
    kinds = dict(declared(command))
    return {name: _value(kinds[name], value) if name in kinds else value for name, value in options.items()}


def _value(option: Option[Any], value: Any) -> Any:
    if value is None:
        return None
    if option.many:
        values = [value] if isinstance(value, str | os.PathLike) else value
        return tuple(_single(option, each) for each in values)
    return _single(option, value)


def _single(option: Option[Any], value: Any) -> Any:
    return Path(value) if option.kind in ("path", "file") else value


check = _with_files(
    CheckCommand,
    check_files,
    "Check files: everything short of ordering. What is wrong is marked in a problems workbook beside each file.",
)
place = _with_files(
    ImportCommand,
    place_files,
    "Place the orders of files, follow them to their end, and write the results workbooks. Nobody is asked.",
)
amend = _with_files(
    AmendCommand, amend_files, "Order what was added to files since they were ordered. Nobody is asked."
)
proof = _with_files(ProofCommand, proof_files, "Write the page on which every shirt of a file is drawn.")
resume = _without_files(
    ResumeCommand,
    resume_orders,
    "Finish what earlier runs left unfinished; without files in the report nothing was.",
)
template = _without_files(
    TemplateCommand, write_template, "Write a blank roster workbook, to `out` or into the current folder."
)
orders = _without_files(
    OrdersCommand,
    list_orders,
    "What the ledger knows of the orders that were sent, oldest first, or those `where` finds.",
)
