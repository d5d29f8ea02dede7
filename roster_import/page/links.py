"""The links of clubs: whoever has one is that club's coach, until it ends or the office ends it.

Of a link only a hash of its secret is kept, so a link is shown once, when it is made.
"""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.model.file_name import portable_name
from roster_import.page.state import Drawer, hashed
from roster_import.watch.file_names import clean_path, is_ignored

if TYPE_CHECKING:
    from pathlib import Path

_OWN_FOLDERS = ("processing", "done", "failed", "held", "duplicate")  # of a watch that may stand over the same folder
_NO_FOLDERS = frozenset('<>:"|?*/\\')  # in no name on Windows (Microsoft Learn › Naming Files, Paths, and Namespaces)
_LONGEST = 80  # characters of a club's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link that was made: whose it is, its last day (ISO 8601; empty: it does not end), when it was made."""

    club: str
    until: str = ""
    made: str = ""
    language: str | None = None

    def works_on(self, day: date) -> bool:
        """Whether it has not ended by that day."""
        return not self.until or day.isoformat() <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Coach:
    """Who came by a link: the club they may see, the link's secret as it stands in addresses, and the hash it is kept by."""

    club: str
    token: str
    key: str
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The links that the page knows."""

    drawer: Drawer

    @classmethod
    def of(cls, state: Path) -> Links:
        """Those of a state."""
        return cls(drawer=Drawer(folder=state / "links"))

    def make(self, club: str, until: str | None, now: datetime, language: str | None = None) -> str:
        """A new link of a club; its secret, which is kept nowhere. Raises `UsageError` for a club or day that cannot be."""
        link = Link(
            club=checked_club(club), until=_day(until, now), made=now.isoformat(timespec="seconds"), language=language
        )
        token = secrets.token_urlsafe(24)
        self.drawer.write(hashed(token), asdict(link))
        return token

    def coach(self, token: str, now: datetime) -> Coach | None:
        """Who comes by that secret; None where there is no such link, or it has ended."""
        key = hashed(token)
        said = self.drawer.read(key)
        link = _link(said) if said is not None else None
        if link is None or not link.works_on(now.astimezone().date()):
            return None
        return Coach(club=link.club, token=token, key=key, language=link.language)

    def works(self, key: str, now: datetime) -> bool:
        """Whether the link that is kept by that hash still lets somebody in."""
        link = _link(self.drawer.read(key) or {})
        return link is not None and link.works_on(now.astimezone().date())

    def all(self) -> list[tuple[str, Link]]:
        """Every link by the hash it is kept by, those of one club together."""
        links = [(key, link) for key, said in self.drawer.all() if (link := _link(said)) is not None]
        return sorted(links, key=lambda each: (each[1].club.casefold(), each[1].made))

    def revoke(self, club: str) -> int:
        """End all links of a club; how many there were."""
        keys = [key for key, link in self.all() if link.club == club]
        for key in keys:
            self.drawer.remove(key)
        return len(keys)


def _link(said: dict[str, object]) -> Link | None:
    try:
        return Link(**said)  # type: ignore[arg-type]  # a document of ours, or it is none
    except TypeError:
        return None


def checked_club(club: str) -> str:
    """A club's name, which is that of its folder. Raises `UsageError` where no folder can be called so."""
    name = club.strip()
    odd = _NO_FOLDERS & set(name) or clean_path(name) != name or portable_name(name) != name
    if not name or odd or is_ignored(name) or len(name) > _LONGEST or name.lower() in _OWN_FOLDERS:
        raise UsageError(
            say(
                "{club!r} cannot be the name of a club's folder. Choose another, of letters, digits and blanks.",
                club=club,
            )
        )
    return name


def _day(until: str | None, now: datetime) -> str:
    if until is None:
        return ""
    try:
        day = date.fromisoformat(until)
    except ValueError:
        raise UsageError(say("{value!r} is no day. Write it as 2026-12-31.", value=until)) from None
    if day < now.astimezone().date():
        raise UsageError(say("{value} is over already: choose a later day.", value=until))
    return day.isoformat()


def now() -> datetime:
    """The time, as links are made by it."""
    return datetime.now(UTC)
