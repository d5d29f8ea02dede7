"""What is wrong with a command line, in a sentence, and what was likely meant; the values that were typed are not said again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from roster_import.cli.stray_keys import SHORTEST, typed_values
from roster_import.language.messages import joined, meant, say, say_n
from roster_import.model.key_like import HIDDEN, is_random

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from roster_import.errors import NoSuchFile

_LOGIN = say(
    "A key is never given on the command line, where others can read it: roster-import login asks for it, or reads it "
    "from a pipe. If one stood there, have the order system's people give you another. See roster-import --help."
)
_OTHER_COMMAND = re.compile(r"No such command '([^']*)'")
_CLOSE = 0.7  # of 1: `chek` is 0.89 like `check`, `export` 0.67 like `import`


def usage_message(error: click.ClickException, arguments: Sequence[str]) -> str:
    """What is wrong with a command line, without the values that were typed: click quotes them."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command if context else None
    extra = re.match(r"Got unexpected extra arguments? \((.*)\)", error.format_message(), re.DOTALL)
    if command is not None and command.name == "login" and extra:
        return _LOGIN
    return joined(_said(error, command, extra, arguments), say("See roster-import --help."))


def _said(
    error: click.ClickException, command: click.Command | None, extra: re.Match[str] | None, arguments: Sequence[str]
) -> str:
    if extra:
        count = max(1, len(extra[1].split()))
        return say_n("There is {count} word too many.", "There are {count} words too many.", count)
    match error:
        case click.NoSuchOption():
            return _no_option(error)
        case _ if isinstance(command, click.Group) and (other := _OTHER_COMMAND.match(error.format_message())):
            known = say("There is no such command. Known here: {known}.", known=", ".join(command.commands))
            return meant(known, likely(other[1], command.commands))
        case click.MissingParameter(param=click.Parameter() as missing):
            return say("{what} is missing.", what=_shown_name(missing))
        case click.BadOptionUsage() if "requires an argument" in error.format_message():
            return say("{option} wants a value behind it.", option=_shown_option(error.option_name))
        case click.BadParameter(param=click.Option(type=click.Choice() as choice) as option):
            return say("{option} is one of {known}.", option=option.opts[-1], known=", ".join(choice.choices))
    return _without_quoted(error.format_message(), arguments)


def _no_option(error: click.NoSuchOption) -> str:
    name = error.option_name
    message = say("There is no option {option}.", option=_shown_option(name))
    return meant(message, likely(name, _options(error.ctx)))


def _options(context: click.Context | None) -> Iterator[str]:
    """Every option that could be meant: those of the command, and those that stand alone."""
    for at in (context, context.find_root()) if context is not None else ():
        yield from (
            flag for parameter in at.command.get_params(at) for flag in (*parameter.opts, *parameter.secondary_opts)
        )


def likely(typed: str, known: Iterable[str]) -> str | None:
    """What of the known words was likely meant by one that was typed wrongly."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(typed, list(known), 1, _CLOSE)), None)


def with_likely_command(error: NoSuchFile, within: click.Group) -> str:
    """That there is no such file, with the command that was likely meant by its name."""
    return meant(error.message, likely(error.typed, [*within.commands, "--help", "--version"]))


def _shown_name(parameter: click.Parameter) -> str:
    return parameter.opts[-1] if isinstance(parameter, click.Option) else (parameter.name or "").upper()


def _shown_option(name: str) -> str:
    return HIDDEN if is_random(name) else name


def _without_quoted(said: str, arguments: Sequence[str]) -> str:
    """Click's words with the value that it quotes hidden, where that was typed."""
    for value in typed_values(arguments):
        if len(value) >= SHORTEST:
            said = said.replace(repr(value), repr(HIDDEN), 1)
    return said
