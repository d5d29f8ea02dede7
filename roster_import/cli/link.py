"""`link`: links of clubs made, listed, ended."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.cli.screen import show, show_document
from roster_import.cli.terminal import Terminal
from roster_import.errors import UsageError
from roster_import.language.messages import say, say_n
from roster_import.language.translations import in_language
from roster_import.page.club_catalogue import has_catalogue, no_catalogue
from roster_import.page.links import Links, now
from roster_import.page.options import page_options
from roster_import.page.state import Drawer, state_folder
from roster_import.pipeline.session import read_settings

if TYPE_CHECKING:
    from roster_import.page.links import Link
    from roster_import.pipeline.options import LinkCommand

_USUAL = "http://127.0.0.1:8330"


def link_command(command: LinkCommand) -> int:
    """Make a link of a club and print it; or list the links, or end those of the club."""
    terminal = Terminal()
    settings = read_settings(command, terminal)
    options = page_options(settings.page)
    state = state_folder(settings, options)
    links = Links.of(state)
    if command.list_:
        return _list(command, links, terminal)
    if not command.club:
        raise UsageError(say("Name the club whose link is meant."))
    if command.revoke:
        return _end(command.club, links, terminal, as_json=command.as_json)
    token = links.make(command.club, command.until, now(), command.language)
    served = Drawer(folder=state).read("served") or {}
    known = options.address or served.get("address")
    address = f"{known or _USUAL}/c/{token}"
    if command.as_json:
        show_document({"version": 1, "club": command.club, "until": command.until, "link": address})
    else:
        show(address)
    if not known:
        terminal.warn(
            say(
                "The page has not been started yet: this link holds if it is served at {address}. If not, start it, and make the "
                "link then.",
                address=_USUAL,
            )
        )
    if "folder" in served and not has_catalogue(settings, Path(served["folder"]), command.club):
        terminal.warn(no_catalogue(command.club))
    return 0


def _list(command: LinkCommand, links: Links, terminal: Terminal) -> int:
    known = [(key, link) for key, link in links.all() if not command.club or command.club == link.club]
    if command.as_json:
        show_document({"version": 1, "links": [{"id": key[:8], **asdict(link)} for key, link in known]})
        return 0
    for key, link in known:
        show(in_language(_line(key[:8], link), terminal.people.general))
    if not known:
        terminal.say(say("There is no link."))
    return 0


def _line(number: str, link: Link) -> str:
    if link.until:
        return say("{number}  {club}, until {until}", number=number, club=link.club, until=link.until)
    return say("{number}  {club}, without an end", number=number, club=link.club)


def _end(club: str, links: Links, terminal: Terminal, *, as_json: bool) -> int:
    ended = links.revoke(club)
    if as_json:
        show_document({"version": 1, "club": club, "ended": ended})
    elif not ended:
        raise UsageError(say("{club} has no link.", club=club))
    else:
        terminal.say(
            say_n("{count} link of {club} has ended.", "{count} links of {club} have ended.", ended, club=club)
        )
    return 0
