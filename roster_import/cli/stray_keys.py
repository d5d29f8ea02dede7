"""What was typed and may be a key is not said again: a key given where none belongs stays between its owner and us."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import click

from roster_import.language.messages import joined, say, say_n

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_SECRET_NAMES = ("KEY", "SECRET", "TOKEN", "PASS")
_SHORTEST = 4  # characters; what is shorter is no key anybody gives out, and stands in every other word
_LOGIN = say(
    "A key is never given on the command line, where others can read it: roster-import login asks for it, or reads it "
    "from a pipe. If one stood there, have the order system's people give you another. See roster-import --help."
)


def usage_message(error: click.ClickException, arguments: Sequence[str]) -> str:
    """What is wrong with a command line, without the values that were typed: click quotes them."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command if context else None
    said = error.format_message()
    extra = re.match(r"Got unexpected extra arguments? \((.*)\)", said, re.DOTALL)
    if command is not None and command.name == "login" and extra:
        return _LOGIN
    if isinstance(error, click.NoSuchOption):
        said = said.replace(error.option_name, _shown_option(error.option_name))
    elif extra:
        count = max(1, len(extra[1].split()))
        said = say_n("There is {count} word too many.", "There are {count} words too many.", count)
    elif said.startswith("No such command") and isinstance(command, click.Group):
        said = say("There is no such command. Known here: {known}.", known=", ".join(command.commands))
    else:
        said = _without_quoted(said, arguments)
    return joined(said, say("See roster-import --help."))


def _shown_option(name: str) -> str:
    from roster_import.model.key_like import HIDDEN, is_random

    return HIDDEN if is_random(name) else name


def _without_quoted(said: str, arguments: Sequence[str]) -> str:
    """Click's words with the value that it quotes hidden, where that was typed."""
    from roster_import.model.key_like import HIDDEN

    for value in _values(arguments):
        if len(value) >= _SHORTEST:
            said = said.replace(repr(value), repr(HIDDEN), 1)
    return said


def _values(arguments: Iterable[str]) -> Iterator[str]:
    """What was typed beside the names of options."""
    for word in arguments:
        if not word.startswith("-"):
            yield word
        else:
            yield word.partition("=")[2]


def without_keys(message: str, arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """A message without what looks like a key among the arguments, and without any secret of the environment."""
    from roster_import.model.key_like import HIDDEN, looks_like_key

    typed = {part for value in _values(arguments) for part in (value, *value.split("=")) if looks_like_key(part)}
    ours = (name for name in environment if name.startswith("ROSTER_IMPORT_"))
    held = {environment[name].strip() for name in ours if any(word in name for word in _SECRET_NAMES)}
    for secret in sorted(typed | held, key=len, reverse=True):
        if len(secret) >= _SHORTEST and secret in message:
            message = message.replace(secret, HIDDEN)
    return message
