"""`serve`: users added and removed, and the page served."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from roster_import.cli.screen import show
from roster_import.cli.terminal import Terminal
from roster_import.errors import UsageError
from roster_import.files import real_path
from roster_import.language.messages import say, say_n
from roster_import.language.translations import in_language
from roster_import.model.setting_names import is_loopback
from roster_import.page.options import page_options
from roster_import.page.state import check_outside, state_folder
from roster_import.pipeline.session import read_settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from roster_import.page.options import PageOptions
    from roster_import.pipeline.options import ServeCommand
    from roster_import.settings import Settings


_MOST_NAMED = 5  # clubs


def serve_command(command: ServeCommand) -> int:
    """Serve the page until told to stop, or say who may sign in to it."""
    terminal = Terminal()
    settings = read_settings(command, terminal)
    options = page_options(settings.page)
    state = state_folder(settings, options)
    check_outside(state, command.folder)
    _check_installed()
    if command.add_user or command.remove_user:
        return _users(command, state, terminal)
    if not command.folder.is_dir():
        raise UsageError(say("There is no folder {folder}: make it, or name another.", folder=command.folder))
    return _serve(command, settings, options, state, terminal)


def _check_installed() -> None:
    try:
        import argon2
        import jinja2
        import python_multipart
        import starlette
        import uvicorn
    except ImportError as error:
        raise UsageError(say("The page needs more than is installed: pip install 'roster-import[page]'.")) from error
    del argon2, jinja2, python_multipart, starlette, uvicorn


def _users(command: ServeCommand, state: Path, terminal: Terminal) -> int:
    from roster_import.page.users import Users

    users = Users.of(state)
    if command.remove_user:
        if not users.remove(command.remove_user):
            raise UsageError(say("There is no user {name}.", name=command.remove_user))
        terminal.say(say("{name} can sign in no more.", name=command.remove_user))
    if command.add_user:
        known = users.add(command.add_user, _password(terminal))
        said = say("{name} has a new password.", name=command.add_user)
        terminal.say(said if known else say("{name} can sign in.", name=command.add_user))
    return 0


def _password(terminal: Terminal) -> str:
    """The password, asked for where somebody sits there, else the first line of the input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    import getpass

    language = terminal.people.general
    first = getpass.getpass(in_language(say("Password:"), language) + " ")
    if getpass.getpass(in_language(say("The same again:"), language) + " ") != first:
        raise UsageError(say("The two are not the same. Nothing was changed."))
    return first


def _serve(command: ServeCommand, settings: Settings, options: PageOptions, state: Path, terminal: Terminal) -> int:
    from roster_import.page.club_catalogue import has_catalogue
    from roster_import.page.overview import club_names
    from roster_import.page.server import serve
    from roster_import.page.site import Site

    site = Site(
        settings=settings,
        options=options,
        folder=real_path(command.folder),  # a club's catalogue is found by the whole path
        state=state,
        clock=time.time,
        sandbox=command.sandbox,
    )
    if not is_loopback(f"http://{command.host}") and not options.is_encrypted:
        terminal.warn(
            say(
                "warning: the page listens on {host}, and what goes there can be read and changed on the way: passwords, "
                "names, orders. Set [page] address to its https:// address, and let a web server such as Caddy or nginx do "
                "the encryption (docs/page.md).",
                host=command.host,
            )
        )
    if not site.users.names():
        terminal.warn(say("Nobody can sign in to the office's page yet: add somebody with --add-user."))
    lacking = [club for club in club_names(site) if not has_catalogue(settings, site.folder, club)]
    if lacking:
        terminal.warn(_without_catalogue(lacking))
    serve(site, command.host, command.port, lambda address: _say_where(address, terminal))
    return 0


def _without_catalogue(clubs: Sequence[str]) -> str:
    more = say(" and {count} more", count=len(clubs) - _MOST_NAMED) if len(clubs) > _MOST_NAMED else ""
    return say_n(
        "{count} club has no catalogue, by which designs and sizes could be checked: {clubs}{more}. Its page says what to do.",
        "{count} clubs have no catalogue, by which designs and sizes could be checked: {clubs}{more}. The page of each says "
        "what to do.",
        len(clubs),
        clubs=", ".join(clubs[:_MOST_NAMED]),
        more=more,
    )


def _say_where(address: str, terminal: Terminal) -> None:
    said = say("The office's page is at {address}. Ctrl-C ends it.", address=f"{address}/office")
    show(in_language(said, terminal.people.general))
    sys.stdout.flush()
