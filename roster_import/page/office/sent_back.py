"""A signed roster sent back to its coach with a note: it can be changed again, and leaves the club's folder.

A watch may stand over the same folder. Each takes a roster by renaming it, so that only one of them has it: what a watch has
taken up is not sent back, and what was sent back it never sees. The steps, after each of which the process may be killed:

1. the wish is written down: nobody orders the roster from then on;
2. the workbook is renamed to a hidden name beside, looked at once more, and the ledger is asked: else it is put back, and
   the wish is given up;
3. that it was taken is written down;
4. workbook and proof are removed, the coach's draft is opened again with the note, and what was signed is forgotten.

A process that is started goes on with every wish (`finish_sending_back`).
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from roster_import.errors import RosterImportError, UsageError
from roster_import.files import NotPlain, read_plain
from roster_import.language.messages import say
from roster_import.page.coach.desk import signing_key
from roster_import.page.differences import entries_of_club
from roster_import.page.drafts import Drafts
from roster_import.page.overview import is_of
from roster_import.page.signed import digest_of, forget, keep_wish, signed_roster, wished_back
from roster_import.page.wanted import WantedState
from roster_import.pipeline.looked_at import MOST_READ
from roster_import.watch.moves import move, place, rename

if TYPE_CHECKING:
    from pathlib import Path

    from roster_import.page.drafts import Draft
    from roster_import.page.signed import Signed
    from roster_import.page.site import Site
    from roster_import.page.wanted import Wanted, WantedList

LONGEST_NOTE = 300  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """That a roster is to go back: why, in the office's words, and when; `taken` once the workbook is out of the way."""

    note: str
    at: str
    taken: bool = False


def why_not_sent_back(site: Site, signed: Signed, wanted: Wanted | None) -> str:
    """Why a roster cannot go back to its coach; empty where it can."""
    if _is_ordered(site, signed, wanted):
        return say("It was ordered, or is being ordered, and cannot be sent back any more.")
    if not (site.folder / signed.club / signed.name).is_file():
        return say(
            "A watch has taken the file up, or somebody took it away, so it cannot be sent back. Ask the club to send its list "
            "anew."
        )
    draft = _draft(site, signed)
    if draft is None or not site.links.works(draft.link, site.now()):
        return say(
            "The link it came by does not work any more, so it cannot be sent back. Make a new link, and ask the club to send "
            "its list anew."
        )
    return ""


def send_back(site: Site, wanted: WantedList, key: str, note: str) -> None:
    """Send a signed roster back to its coach. Raises `UsageError` where it cannot be; nothing is changed then.

    Whoever calls sees to it that nobody orders it meanwhile in this process.
    """
    said = " ".join(note.split())[:LONGEST_NOTE]
    if not said:
        raise UsageError(say("Write a sentence to the coach: what is to be changed?"))
    signed = signed_roster(site, key)
    if signed is None:
        raise UsageError(say("This roster was sent back already."))
    why_not = why_not_sent_back(site, signed, wanted.get(key))
    if why_not:
        raise UsageError(why_not)
    wish = Wish(note=said, at=site.now().isoformat(timespec="seconds"))
    keep_wish(site, signed, asdict(wish))
    _go_on(site, wanted, signed, wish)


def finish_sending_back(site: Site, wanted: WantedList) -> None:
    """Go on with what a process that was killed had begun to send back, where nobody has taken it up since."""
    for signed, said in wished_back(site):
        with suppress(RosterImportError, OSError):  # it stays signed; or the next start goes on, where a disk is full
            _go_on(site, wanted, signed, _wish(said))


def _go_on(site: Site, wanted: WantedList, signed: Signed, wish: Wish) -> None:
    if not wish.taken:
        why_not = _taken(site, signed, wanted)
        if why_not:
            keep_wish(site, signed, None)
            raise UsageError(why_not)
        keep_wish(site, signed, asdict(replace(wish, taken=True)))
    for path in (_aside(site, signed), site.folder / signed.club / signed.proof_name):
        _remove(site, path)
    draft = _draft(site, signed)
    if draft is not None:
        Drafts.of(site.state).reopen(draft, wish.note, site.now())
    wanted.forget(signed.key)
    forget(site, signed)


def _taken(site: Site, signed: Signed, wanted: WantedList) -> str:
    """Take the workbook out of the way of a watch; why it cannot be, and then it lies where it lay."""
    path, aside = site.folder / signed.club / signed.name, _aside(site, signed)
    try:
        with place(site.folder, path) as source, place(site.folder, aside) as target:
            if not target.is_taken:
                rename(source, target)
    except OSError:  # NotPlain, too
        return why_not_sent_back(site, signed, wanted.get(signed.key)) or _not_taken()
    try:
        why_not = _why_put_back(site, signed, wanted)
    except RosterImportError as error:  # the ledger cannot be asked
        why_not = error.message
    if why_not:
        with place(site.folder, aside) as source, place(site.folder, path) as target:
            move(source, target)
    return why_not


def _why_put_back(site: Site, signed: Signed, wanted: WantedList) -> str:
    """Why a workbook that is out of everybody's way by now is to be put back."""
    if _is_ordered(site, signed, wanted.get(signed.key)):
        return say("It was ordered, or is being ordered, and cannot be sent back any more.")
    try:
        as_signed = digest_of(read_plain(_aside(site, signed), MOST_READ, site.folder)) == signed.digest
    except OSError:
        as_signed = False
    return "" if as_signed else _not_taken()


def _not_taken() -> str:
    return say(
        "The file in the club's folder is not the one that was signed, and was left alone. Take it away yourself, and ask the "
        "club to send its list anew."
    )


def _is_ordered(site: Site, signed: Signed, wanted: Wanted | None) -> bool:
    """Whether something of it was sent to the order system, or is about to be."""
    if wanted is not None and wanted.state is not WantedState.NOT_PLACED:
        return True
    return any(is_of(entry, signed) for entry in entries_of_club(site, signed.club))


def _draft(site: Site, signed: Signed) -> Draft | None:
    drafts = Drafts.of(site.state).of_club(signed.club)
    return next((draft for draft in drafts if signed.key in (draft.signed, signing_key(draft))), None)


def _aside(site: Site, signed: Signed) -> Path:
    """A name that no watch looks at, in the same folder: a rename there is done whole or not at all."""
    return site.folder / signed.club / f".{signed.key}.sent-back"


def _remove(site: Site, path: Path) -> None:
    try:
        with place(site.folder, path) as there:
            there.unlink()
    except (FileNotFoundError, NotPlain):
        return


def _wish(said: dict[str, Any]) -> Wish:
    return Wish(note=str(said.get("note", "")), at=str(said.get("at", "")), taken=said.get("taken") is True)
