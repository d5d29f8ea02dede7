"""Orders that are files in a folder: made whole, and never over another."""

from __future__ import annotations

from pathlib import Path

from roster_import.errors import NotSent, WriteError
from roster_import.files import write_whole
from roster_import.language.messages import say


def drop(path: str, text: str | None) -> str | None:
    """Make a file with just this text (UTF-8), or without text only look; what stood there before, None for nothing.

    Raises `NotSent` where it can do neither; nothing is left behind then.
    """
    place = Path(path)
    standing = _text(place)
    if standing is not None or text is None:
        return standing
    try:
        write_whole(place, text.encode(), replace=False)
    except WriteError as error:
        if (made := _text(place)) is not None:  # from elsewhere in this very moment, or by us after all
            return made
        raise NotSent(error.message) from error
    return None


def _text(place: Path) -> str | None:
    try:
        return place.read_bytes().decode("utf-8", errors="replace")
    except FileNotFoundError:
        if place.parent.is_dir():
            return None
        raise NotSent(say("The folder {folder} is not there.", folder=place.parent)) from None
    except OSError as error:
        raise NotSent(
            say("{path} cannot be read: {reason}.", path=place, reason=error.strerror or str(error))
        ) from error
