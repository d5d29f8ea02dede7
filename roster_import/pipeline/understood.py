"""How a file was understood, written down with its orders, so that a worker writes its results as the run itself would have.

That is what was told by options and settings, what was answered at the terminal and for the same sheet before: headings,
meanings, names of designs, and the order's own defaults. No cell under a heading is among it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roster_import.model.layout import Meaning
from roster_import.pipeline.check_options import check_options, reading_of
from roster_import.pipeline.memory import read_answers, written_answers
from roster_import.pipeline.options import FilesCommand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.check.recognised import CheckOptions
    from roster_import.model.report import Checked
    from roster_import.read import ReadOptions
    from roster_import.recognise.memory import Memory
    from roster_import.settings import Settings
    from roster_import.write.reader_language import Reader

_TOLD = ("reference", "sheets", "apply_safe", "encoding", "delimiter")
_SET = ("sport", "offline", "order", "delivery", "organizations")


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """How a file is to be read and checked, and by which settings its results are written."""

    settings: Settings
    reading: ReadOptions
    options: CheckOptions


def as_understood(
    checked: Checked, command: FilesCommand, answers: CheckOptions, settings: Settings, people: Reader
) -> str:
    """How a file was understood in this run, as it is written down; empty for one that could not be read."""
    if checked.workbook is None:
        return ""
    catalogue = settings.catalogue_file
    return json.dumps(
        {
            "told": {name: getattr(command, name) for name in _TOLD},
            "set": {
                **{name: _plain(getattr(settings, name)) for name in _SET},
                "print_name": answers.print_name,
                "design": answers.design,
                "language": people.of(checked),
                "catalogue_file": str(catalogue.absolute()) if catalogue is not None else None,
            },
            "answers": {
                "mapping": {key: [meaning.value, of] for key, (meaning, of) in answers.mapping.items()},
                "titles": dict(answers.titles),
                "attended": answers.attended,
                "remembered": [written_answers(answers_about) for answers_about in _about(checked, answers.remembered)],
            },
        },
        ensure_ascii=False,
    )


def understood_again(text: str, settings: Settings) -> Understanding:
    """How a file is to be understood that was put into the queue; by these settings alone where nothing was written down."""
    if not text:
        command = FilesCommand()
        options = check_options(command, settings, sandbox=False)
        return Understanding(settings=settings, reading=reading_of(command, settings), options=options)
    kept = json.loads(text)
    command = FilesCommand(**{**kept["told"], "sheets": tuple(kept["told"]["sheets"])})
    settings = replace(settings, **kept["set"], catalogue_within=None)
    settings = replace(settings, catalogue_file=_there(kept["set"]["catalogue_file"]))
    options = replace(check_options(command, settings, sandbox=False), **_answers(kept["answers"]))
    return Understanding(settings=settings, reading=reading_of(command, settings), options=options)


def _answers(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "mapping": {key: (Meaning(meaning), of) for key, (meaning, of) in kept["mapping"].items()},
        "titles": dict(kept["titles"]),
        "attended": bool(kept["attended"]),
        "remembered": tuple(map(read_answers, kept["remembered"])),
    }


def _about(checked: Checked, memory: Memory) -> Memory:
    """What was answered before about the heading rows of a file, or about the titles in its list."""
    from roster_import.recognise.memory import layout_fingerprint

    rows = {"", *map(layout_fingerprint, checked.layouts)}
    return tuple(answers_about for answers_about in memory if answers_about.row in rows)


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | bool) else dict(value)


def _there(path: str | None) -> Path | None:
    """The catalogue's file, where it lies on this machine, too."""
    return Path(path) if path is not None and Path(path).is_file() else None
