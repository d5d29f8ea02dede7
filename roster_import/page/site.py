"""What every route of the page works with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, cast

from roster_import.page.links import Links
from roster_import.page.rates import Rate
from roster_import.page.sessions import Sessions
from roster_import.page.users import Users

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.requests import Request

    from roster_import.page.links import Coach
    from roster_import.page.options import PageOptions
    from roster_import.settings import Settings

_HOUR = 3600.0


@dataclass(frozen=True, kw_only=True)
class Site:
    """The page of one folder: its settings, where clubs' folders lie, where its own state does, and its clock.

    `clock` gives seconds since 1970. With `sandbox` orders go to the stand-in.
    """

    settings: Settings
    options: PageOptions
    folder: Path
    state: Path
    clock: Callable[[], float]
    sandbox: bool = False

    @cached_property
    def links(self) -> Links:
        """The clubs' links."""
        return Links.of(self.state)

    @cached_property
    def users(self) -> Users:
        """Who of the office may sign in."""
        return Users.of(self.state)

    @cached_property
    def sessions(self) -> Sessions:
        """Who of the office has signed in."""
        return Sessions.of(self.state, self.options.session_hours, self.clock)

    @cached_property
    def uploads(self) -> Rate:
        """How often each link may upload; the keys are those of links."""
        return Rate(most=self.options.uploads_per_hour, seconds=_HOUR, clock=self.clock)

    def now(self) -> datetime:
        """The time."""
        return datetime.fromtimestamp(self.clock(), UTC)

    def coach(self, request: Request) -> Coach | None:
        """Who came by the link in the address of a request; None where it does not work."""
        return self.links.coach(str(request.path_params["token"]), self.now())

    def club_folder(self, club: str) -> Path:
        """Where a club's files lie; made where there is none."""
        folder = self.folder / club
        folder.mkdir(exist_ok=True)
        return folder


def site_of(request: Request) -> Site:
    """The site that a request is made of."""
    return cast("Site", request.app.state.site)
