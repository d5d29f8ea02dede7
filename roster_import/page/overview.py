"""What the office sees of every club: what was uploaded and signed, and how far each roster has come."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.model.placement import Status
from roster_import.page.differences import entries_of_club
from roster_import.page.drafts import Drafts, DraftState
from roster_import.page.signed import signed_rosters
from roster_import.page.wanted import WantedList, WantedState
from roster_import.watch.club_settings import club_settings
from roster_import.watch.doubts import Accepted
from roster_import.watch.file_names import is_ignored

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roster_import.page.drafts import Draft
    from roster_import.page.signed import Signed
    from roster_import.page.site import Site
    from roster_import.page.wanted import Wanted
    from roster_import.place.ledger.entry import Entry

_OF_A_WATCH = frozenset({"processing", "done", "failed", "held", "duplicate"})


class RosterState(StrEnum):
    """How far a roster has come; the first is what waits for the office most."""

    SIGNED = "signed"
    NOT_ORDERED = "not-ordered"
    DIFFERS = "differs"
    UNDER_WAY = "under-way"
    ORDERED = "ordered"
    SENT_BACK = "sent-back"
    PROBLEMS = "problems"
    CLEAN = "clean"
    UPLOADED = "uploaded"
    CONFIRMED = "confirmed"


STATES = {
    RosterState.SIGNED: (say("signed, to be ordered"), "doubt"),
    RosterState.NOT_ORDERED: (say("could not be ordered"), "wrong"),
    RosterState.DIFFERS: (say("confirmed otherwise than ordered"), "wrong"),
    RosterState.UNDER_WAY: (say("being ordered"), "busy"),
    RosterState.ORDERED: (say("ordered, not confirmed yet"), "busy"),
    RosterState.SENT_BACK: (say("sent back to the coach"), ""),
    RosterState.PROBLEMS: (say("the coach is mending it"), ""),
    RosterState.CLEAN: (say("to be signed by the coach"), ""),
    RosterState.UPLOADED: (say("uploaded"), ""),
    RosterState.CONFIRMED: (say("confirmed"), "well"),
}
"""Each state in words, and the kind of its tag."""

ORDERED = frozenset({RosterState.ORDERED, RosterState.DIFFERS, RosterState.CONFIRMED})
"""The states of what was sent to the order system."""

WAITING = frozenset({RosterState.SIGNED, RosterState.NOT_ORDERED, RosterState.DIFFERS})
"""The states in which it is the office's turn."""

_GROUPS = (
    (say("Waits for the office"), WAITING),
    (say("Being ordered"), frozenset({RosterState.UNDER_WAY, RosterState.ORDERED})),
    (say("Confirmed"), frozenset({RosterState.CONFIRMED})),
)
_WITH_THE_COACH = say("With the coach")
_MOST_NAMED = 3  # rosters of a club that wait

_OF_DRAFTS = {
    DraftState.UPLOADED: RosterState.UPLOADED,
    DraftState.PROBLEMS: RosterState.PROBLEMS,
    DraftState.CLEAN: RosterState.CLEAN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A roster of a club as the office's lists show it; `key` is that of a signed one, `at` when it changed last."""

    club: str
    name: str
    at: str
    state: RosterState
    key: str = ""
    by: str = ""

    @property
    def words(self) -> str:
        """Its state in words."""
        return STATES[self.state][0]

    @property
    def kind(self) -> str:
        """The kind of its tag."""
        return STATES[self.state][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClubSeen:
    """A club in the office's list: how many rosters are in which state, and when something changed last.

    `waiting` are rosters that wait for the office, `trouble` is why what is set for it cannot be used.
    """

    name: str
    states: tuple[tuple[RosterState, int], ...]
    at: str
    waiting: tuple[Seen, ...] = ()
    trouble: str = ""

    @property
    def group(self) -> str:
        """The heading it stands under: by its roster that waits most."""
        if self.trouble:
            return _GROUPS[0][0]
        first = self.states[0][0] if self.states else None
        return next((heading for heading, states in _GROUPS if first in states), _WITH_THE_COACH)

    @property
    def tags(self) -> list[tuple[str, str, int]]:
        """Each state in words, the kind of its tag, and how many rosters are in it; first that its settings are wrong."""
        wrong = [(say("settings to be corrected"), "wrong", 1)] if self.trouble else []
        return [*wrong, *((*STATES[state], count) for state, count in self.states)]


def settings_trouble(site: Site, club: str) -> str:
    """Why what is set for a club cannot be used, so that its coaches cannot go on; empty where it can."""
    try:
        club_settings(site.settings, Accepted(), site.folder, f"{club}/list")
    except UsageError as error:
        return error.message
    return ""


def clubs(site: Site) -> list[ClubSeen]:
    """Every club, those first that wait for the office."""
    rosters: dict[str, list[Seen]] = {name: [] for name in club_names(site)}
    wanted = WantedList.of(site.state)
    entries: dict[str, list[Entry]] = {}
    for signed in signed_rosters(site):
        if signed.club not in entries:
            entries[signed.club] = entries_of_club(site, signed.club)
        seen = seen_signed(signed, wanted.get(signed.key), entries[signed.club])
        rosters.setdefault(signed.club, []).append(seen)
    for draft in _unsigned(site):
        rosters.setdefault(draft.club, []).append(_seen_draft(draft))
    return sorted((_club(site, name, each) for name, each in rosters.items()), key=_waiting_first)


def grouped(seen_clubs: Iterable[ClubSeen]) -> list[tuple[str, list[ClubSeen]]]:
    """The clubs under their headings, those first that wait for the office; no heading without a club."""
    under: dict[str, list[ClubSeen]] = {}
    for club in seen_clubs:
        under.setdefault(club.group, []).append(club)
    headings = (_GROUPS[0][0], _GROUPS[1][0], _WITH_THE_COACH, _GROUPS[2][0])
    return [(heading, under[heading]) for heading in headings if heading in under]


def rosters_of(site: Site, club: str) -> list[Seen]:
    """The rosters of one club: those that wait for the office first, then what changed last."""
    wanted, entries = WantedList.of(site.state), entries_of_club(site, club)
    signed = [seen_signed(each, wanted.get(each.key), entries) for each in signed_rosters(site, club)]
    drafts = [_seen_draft(draft) for draft in _unsigned(site) if draft.club == club]
    latest_first = sorted([*signed, *drafts], key=lambda seen: seen.at, reverse=True)
    return sorted(latest_first, key=lambda seen: _place(seen.state))


def seen_signed(signed: Signed, wanted: Wanted | None, entries: Iterable[Entry]) -> Seen:
    """A signed roster as it stands: the ledger's word counts, whoever ordered it."""
    own = [entry for entry in entries if is_of(entry, signed)]
    at = wanted.ended or wanted.at if wanted is not None else signed.at
    return Seen(club=signed.club, name=signed.name, at=at, state=_state(wanted, own), key=signed.key, by=signed.by)


def is_of(entry: Entry, signed: Signed) -> bool:
    """Whether an order of the ledger was made from a signed roster."""
    return entry.file.endswith(f"/{signed.club}/{signed.name}")


def _state(wanted: Wanted | None, own: Sequence[Entry]) -> RosterState:
    if wanted is not None and wanted.is_waiting:
        return RosterState.UNDER_WAY
    if wanted is not None and wanted.state is WantedState.NOT_PLACED:
        return RosterState.NOT_ORDERED
    if not own:
        return RosterState.SIGNED
    if not all(entry.status is Status.COMPLETED for entry in own):
        return RosterState.ORDERED
    return RosterState.DIFFERS if wanted is not None and wanted.differs else RosterState.CONFIRMED


def _unsigned(site: Site) -> list[Draft]:
    return [draft for draft in Drafts.of(site.state).every() if draft.state in _OF_DRAFTS]


def _seen_draft(draft: Draft) -> Seen:
    state = RosterState.SENT_BACK if draft.note else _OF_DRAFTS[draft.state]
    return Seen(club=draft.club, name=draft.name, at=draft.changed or draft.made, state=state)


def _club(site: Site, name: str, rosters: Sequence[Seen]) -> ClubSeen:
    counted = Counter(seen.state for seen in rosters)
    return ClubSeen(
        name=name,
        states=tuple((state, counted[state]) for state in RosterState if counted[state]),
        at=max((seen.at for seen in rosters), default=""),
        waiting=tuple(seen for seen in rosters if seen.state in WAITING)[:_MOST_NAMED],
        trouble=settings_trouble(site, name),
    )


def _waiting_first(club: ClubSeen) -> tuple[int, str]:
    place = _place(club.states[0][0]) if club.states else len(RosterState)
    return (-1 if club.trouble else place), club.name.casefold()


def _place(state: RosterState) -> int:
    return list(RosterState).index(state)


def club_names(site: Site) -> list[str]:
    """The clubs that have a folder or a link, by their names."""
    folders = {path.name for path in site.folder.iterdir() if path.is_dir() and not is_ignored(path.name)}
    linked = {link.club for _, link in site.links.all()}
    return sorted(name for name in folders | linked if name.lower() not in _OF_A_WATCH)


def is_club(site: Site, name: str) -> bool:
    """Whether the office has such a club."""
    return name in club_names(site) or any(signed.club == name for signed in signed_rosters(site))
