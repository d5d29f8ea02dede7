"""Whether a club has a catalogue, by which its coaches know what there is; where it has none, what the office is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.model.key_like import unless_key
from roster_import.model.setting_names import FILE_NAME
from roster_import.watch.club_settings import club_settings
from roster_import.watch.doubts import Accepted

if TYPE_CHECKING:
    from pathlib import Path

    from roster_import.settings import Settings


def has_catalogue(settings: Settings, folder: Path, club: str) -> bool:
    """Whether garments are known for a club of the clubs' folder; also where its settings cannot be used, told by itself."""
    try:
        known = club_settings(settings, Accepted(), folder, f"{club}/list")[0]
    except UsageError:
        return True
    return known.catalogue_file is not None or bool(known.design)


def no_catalogue(club: str) -> str:
    """What the office is told of a club without one."""
    named = unless_key(club)
    return say(
        "{club} has no catalogue: its coaches have to write each garment as the order system calls it, and designs and sizes "
        "are not checked by a list of what there is. Put a table of its garments (Title; Kind: design; ID or Code; Sizes; Price) "
        "into the club's folder as garments.csv, and into {file} the two lines [catalogue] and file = {name}.",
        club=named,
        file=f"{named}/{FILE_NAME}",
        name='"garments.csv"',
    )
