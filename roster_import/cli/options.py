"""Commands whose options are the fields of the type they take: click's options are made when a command is looked at."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from roster_import.cli.screen import width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from roster_import.model.option import Option

_WIDEST = 100  # columns of help

ASKED = "roster_import.language"
"""Where click's context keeps the language that was asked for on the command line."""


def with_width(context: click.Context) -> click.Context:
    """The context with the columns help is given; found without what click would load to find them."""
    if context.terminal_width is None:
        context.terminal_width = min(width(), _WIDEST)
    return context


class Command(click.Command):
    """A command whose function takes one argument: what the command was told, of a type in `pipeline.options`.

    The type is loaded with the first look at the options, so that a list of commands costs nothing.
    """

    told: str  # the name of the type

    @cached_property
    def type(self) -> type[Any]:
        """The type of what the command is told."""
        told: type[Any] = getattr(import_module("roster_import.pipeline.options"), self.told)
        return told

    @cached_property
    def options(self) -> Mapping[str, Option[Any]]:
        """The declarations of the options and arguments, by the names of the type's fields."""
        from roster_import.model.option import declared

        return dict(declared(self.type))

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Click's parameters, made of the declarations."""
        if not self.params:
            self.params = [_parameter(name, option) for name, option in self.options.items()]
        return super().get_params(ctx)

    def get_help(self, ctx: click.Context) -> str:
        """Click's, as wide as the screen, up to a width that is still read at a glance."""
        return super().get_help(with_width(ctx))

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The page of the command."""
        from roster_import.cli.examples import EXAMPLES
        from roster_import.cli.help_language import language_of_help
        from roster_import.cli.help_page import command_page

        path = ctx.command_path
        examples = EXAMPLES.get(path.partition(" ")[2], ())
        formatter.write(str(command_page(self, path, language_of_help(ctx.meta.get(ASKED)), formatter.width, examples)))


class Group(Command, click.Group):
    """A command with commands of its own; options may stand before the name of one."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Click's, with the command first."""
        return super().parse_args(ctx, command_first(args, self))


def command(
    within: click.Group, name: str | None = None, *, group: bool = False
) -> Callable[[Callable[[Any], int]], Any]:
    """The decorator that makes a command of a function, named as it or otherwise; the type of its argument has the options."""

    def made(function: Callable[[Any], int]) -> Any:
        cls = Group if group else Command
        more: dict[str, Any] = {"invoke_without_command": True} if group else {}
        new = cls(name or function.__name__.rstrip("_"), callback=_called(function), help=function.__doc__, **more)
        (new.told,) = (kind for of, kind in function.__annotations__.items() if of != "return")
        within.add_command(new)
        return new

    return made


def _called(function: Callable[[Any], int]) -> Callable[..., int]:
    """The callback of a command: what click understood becomes what the command was told."""

    def call(**values: Any) -> int:
        context = click.get_current_context()
        if context.invoked_subcommand is not None:
            return 0
        told: Any = context.command
        return function(told.type(**values))

    return call


def _parameter(name: str, option: Option[Any]) -> click.Parameter:
    kind = _kind(option)
    if not option.flags:
        shown = {"metavar": option.metavar} if option.metavar else {}
        return click.Argument([name], nargs=-1 if option.many else 1, required=option.required, type=kind, **shown)
    if option.kind == "switch":
        return click.Option([name, *option.flags], is_flag=True, default=option.default, help=option.says)
    return click.Option(
        [name, *option.flags],
        type=kind,
        default=None if option.many else option.default,
        multiple=option.many,
        metavar=option.metavar,
        show_default=option.show_default,
        help=option.says or None,
    )


def _kind(option: Option[Any]) -> click.ParamType[Any]:
    if option.choices:
        return click.Choice(option.choices)
    if option.kind in ("path", "file"):
        from pathlib import Path

        return click.Path(path_type=Path, dir_okay=option.kind == "path", exists=option.exists)
    if option.kind == "number":
        return click.FLOAT if option.least is None else click.FloatRange(option.least, option.most)
    if option.kind == "count":
        return click.IntRange(int(option.least or 0), int(option.most) if option.most is not None else None)
    return click.STRING


def command_first(args: Sequence[str], group: click.Group) -> list[str]:
    """The arguments with the command first, where the name of one stands behind nothing but options; else as they are."""
    for at, word in enumerate(args):
        if word == "--":
            break
        if word in group.commands and _are_options(args[:at], group.commands[word], group):
            return [word, *args[:at], *args[at + 1 :]]
    return list(args)


def _are_options(args: Sequence[str], of: click.Command, group: click.Group) -> bool:
    """Whether arguments are whole options: each a flag, and its value where the command, else any other, takes one."""
    values = iter(args)
    for arg in values:
        if not arg.startswith("-") or arg == "-":
            return False
        if "=" not in arg and _takes_a_value(arg, of, group) and next(values, None) is None:
            return False
    return True


def _takes_a_value(flag: str, of: click.Command, group: click.Group) -> bool:
    options = (option for command in (*_with_own(of), *_with_own(group)) for option in command.options.values())
    known = next((option for option in options if flag in option.flags), None)
    return known is not None and known.takes_a_value


def _with_own(command: click.Command) -> Iterator[Command]:
    """A command, and the commands within it."""
    if isinstance(command, Command):
        yield command
    for within in command.commands.values() if isinstance(command, click.Group) else ():
        yield from _with_own(within)
