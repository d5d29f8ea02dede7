"""A coach's filled-in workbook becomes a placed order for printed shirts, and a results workbook.

`check`, `place`, `amend`, `resume`, `template`, `proof` and `orders` do what the commands do; docs/python.md shows how.
What is named in `__all__` is loaded when it is first asked for.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

from roster_import.model.setting_names import __version__

if TYPE_CHECKING:
    from roster_import.pipeline.interface import (
        FileReport,
        FileStatus,
        Placement,
        Problem,
        Proof,
        RecordedOrder,
        Report,
        RosterImportError,
        Status,
        Template,
        UsageError,
        amend,
        check,
        document,
        orders,
        place,
        proof,
        resume,
        template,
    )

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
    "__version__",
    "amend",
    "check",
    "document",
    "orders",
    "place",
    "proof",
    "resume",
    "template",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("roster_import.pipeline.interface"), name)


class _Package(ModuleType):
    """The package; `check` and `place` are rooms of it, too, and their import does not take the functions' names away."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in __all__ or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
