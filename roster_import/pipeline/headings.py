"""What was answered about the headings of earlier files: looked at, and forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.pipeline.session import NOBODY, memory_path, read_settings
from roster_import.recognise.remembered import load, save

if TYPE_CHECKING:
    from collections.abc import Mapping

    from roster_import.pipeline.options import HeadingsCommand
    from roster_import.pipeline.session import Person
    from roster_import.recognise.remembered import Remembered


def headings(command: HeadingsCommand, person: Person = NOBODY) -> Mapping[str, Remembered]:
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
