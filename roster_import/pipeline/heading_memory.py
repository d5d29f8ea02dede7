"""The file of what people answered about headings, beside the ledger: small JSON, headings and answers alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from roster_import.errors import UsageError
from roster_import.files import write_whole
from roster_import.language.messages import say
from roster_import.model.layout import Meaning
from roster_import.pipeline.session import NOBODY, memory_path, read_settings
from roster_import.recognise.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from roster_import.pipeline.options import HeadingsCommand
    from roster_import.pipeline.session import Person
    from roster_import.recognise.remembered import Memory


def headings(command: HeadingsCommand, person: Person = NOBODY) -> Memory:
    """What is remembered, by the id of its heading row, without what the command says is to be forgotten."""
    path, forget = memory_path(read_settings(command, person)), command.forget
    memory = load(path)
    if forget is None:
        return memory
    if forget != "all" and forget not in memory:
        raise UsageError(
            say("Nothing is remembered under {forget}. roster-import headings lists what is.", forget=forget)
        )
    left = {id_: answers for id_, answers in memory.items() if forget not in ("all", id_)}
    save(path, left)
    return left


def load(path: Path) -> Memory:
    """What is remembered; nothing where there is no file. Raises `UsageError` for a file that is none of ours."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        return {name: _read(answers) for name, answers in document["headings"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            say(
                "What was remembered about headings cannot be read from {path}: delete the file, and answer once more.",
                path=path,
            )
        ) from error


def save(path: Path, memory: Memory) -> None:
    """Keep it; raises `WriteError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = {"version": 1, "headings": {name: _written(answers) for name, answers in memory.items()}}
    write_whole(path, json.dumps(document, ensure_ascii=False, indent=1).encode(), replace=True)


def _read(entry: Mapping[str, Any]) -> Remembered:
    return Remembered(
        headings=tuple(entry["headings"]),
        columns={key: (Meaning(meaning), of) for key, (meaning, of) in entry["columns"].items()},
        print_name=entry["printName"],
    )


def _written(answers: Remembered) -> dict[str, Any]:
    return {
        "headings": list(answers.headings),
        "columns": {key: [meaning.value, of] for key, (meaning, of) in answers.columns.items()},
        "printName": answers.print_name,
    }
