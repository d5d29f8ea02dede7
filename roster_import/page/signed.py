"""Where coach and office meet: a signed roster in the club's folder, its signed proof beside it, and what goes with it.

A watch that stands over the same folder leaves the proof alone (`watch.file_names.SIGNED_ENDING`). What the coach answered
goes with the file as the options of an import, so that what is ordered is what was signed.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roster_import.errors import UsageError, WriteError
from roster_import.files import read_plain, write_whole
from roster_import.language.messages import say
from roster_import.page.state import Drawer
from roster_import.pipeline.looked_at import MOST_READ
from roster_import.watch.file_names import SIGNED_ENDING, clean_path, numbered

if TYPE_CHECKING:
    from roster_import.page.site import Site

_WISH = "sent_back"
_WATCHED = ("done", "duplicate", "held", "failed")  # where a watch over the same folder may have filed it


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a coach answered on the page, as the options of an import that mean the same (`pipeline.options.FilesCommand`)."""

    mapping: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    print_name: str | None = None
    design: str | None = None
    apply_safe: bool = False

    def options(self) -> dict[str, Any]:
        """Those that say something, by their names in Python."""
        return {name: value for name, value in asdict(self).items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A roster that a coach signed.

    `name` is the file's in its club's folder, `digest` the SHA-256 of its bytes; `by` and `on` are what the coach signed
    with, a name and a day (ISO 8601), `at` when it was; `code` is that of the proof.
    """

    key: str
    club: str
    name: str
    digest: str
    by: str
    on: str
    at: str
    code: str = ""
    answers: Answers = field(default_factory=Answers)

    @property
    def proof_name(self) -> str:
        """The name of the signed proof beside it."""
        return f"{Path(self.name).stem}{SIGNED_ENDING}"


def sign(site: Site, signed: Signed, workbook: bytes, proof: bytes) -> Signed:
    """Put a signed roster into its club's folder, the proof first; as it lies there, under a free name.

    `signed.key` names what is signed, letters and digits: the same key again, as after a kill, gives the same files. Raises
    `WriteError`.
    """
    drawer = _drawer(site)
    folder = site.club_folder(signed.club)
    known = drawer.read(signed.key)
    given = _from(signed.key, known) if known is not None else None
    if given is None:
        given = _named(signed, folder, workbook)
        drawer.write(signed.key, _document(given))
    _put(folder / given.proof_name, proof)
    _put(folder / given.name, workbook)
    drawer.write(signed.key, {**_document(given), "lies": True})
    return given


def signed_rosters(site: Site, club: str | None = None) -> list[Signed]:
    """What was signed, of one club or of all, the latest first; not what a kill left half way, nor what goes back."""
    all_ = (_from(key, said) for key, said in _drawer(site).all() if _stands(said))
    mine = (each for each in all_ if each is not None and club in (None, each.club))
    return sorted(mine, key=lambda each: (each.at, each.key), reverse=True)


def signed_roster(site: Site, key: str) -> Signed | None:
    """What was signed under a key; None where nothing was, or it goes back to its coach."""
    said = _drawer(site).read(key) if key.isascii() and key.isalnum() else None
    return _from(key, said) if said is not None and _stands(said) else None


def _stands(said: dict[str, Any]) -> bool:
    return bool(said.get("lies")) and not said.get(_WISH)


def keep_wish(site: Site, signed: Signed, wish: dict[str, Any] | None) -> None:
    """Keep with a signed roster that it is to go back to its coach, or that it is not; until then nobody orders it."""
    _drawer(site).write(signed.key, {**_document(signed), "lies": True, _WISH: wish})


def wished_back(site: Site) -> list[tuple[Signed, dict[str, Any]]]:
    """What was being sent back to coaches when a process was killed, each with what was kept of it."""
    known = ((_from(key, said), said.get(_WISH)) for key, said in _drawer(site).all())
    return [(signed, wish) for signed, wish in known if signed is not None and isinstance(wish, dict)]


def forget(site: Site, signed: Signed) -> None:
    """It counts as signed no more."""
    _drawer(site).remove(signed.key)


def place_of(site: Site, signed: Signed) -> Path | None:
    """Where a signed roster lies by now: in its club's folder, or where a watch filed it; None where it is gone."""
    folders = (site.folder / signed.club, *(site.folder / name / signed.club for name in _WATCHED))
    return next((folder / signed.name for folder in folders if (folder / signed.name).is_file()), None)


def is_as_signed(site: Site, signed: Signed) -> bool:
    """Whether the file in the club's folder is still the one that was signed, byte for byte."""
    place = place_of(site, signed)
    try:
        return place is not None and digest_of(read_plain(place, MOST_READ, site.folder)) == signed.digest
    except OSError:
        return False


def _named(signed: Signed, folder: Path, workbook: bytes) -> Signed:
    cleaned = clean_path(signed.name.replace("/", "_").replace("\\", "_").lstrip("."))
    name = next(name for name in numbered(cleaned, signed.at) if _is_free(folder, name))
    made = {**_shallow(signed), "name": name, "digest": digest_of(workbook)}
    return Signed(**made)


def _is_free(folder: Path, name: str) -> bool:
    stem = Path(name).stem
    return not any((folder / other).exists() for other in (name, f"{stem}{SIGNED_ENDING}", f"{stem}.results.xlsx"))


def _put(path: Path, content: bytes) -> None:
    """Put a file there, where an earlier try did not."""
    try:
        write_whole(path, content, replace=False)
    except WriteError:
        if not path.is_file() or path.read_bytes() != content:
            raise


def digest_of(content: bytes) -> str:
    """By what it is known whether a file is still the one that was signed."""
    return hashlib.sha256(content).hexdigest()


def _drawer(site: Site) -> Drawer:
    return Drawer(folder=site.state / "signed")


def _shallow(signed: Signed) -> dict[str, Any]:
    return {each.name: getattr(signed, each.name) for each in fields(signed)}


def _document(signed: Signed) -> dict[str, Any]:
    return {name: value for name, value in asdict(signed).items() if name != "key"}


def _from(key: str, said: dict[str, Any]) -> Signed | None:
    try:
        answers: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in said["answers"].items()
        }
        plain = {name: value for name, value in said.items() if name not in ("answers", "lies", _WISH)}
        return Signed(key=key, **plain, answers=Answers(**answers))
    except (KeyError, TypeError, AttributeError):
        return None


def not_as_signed() -> UsageError:
    """Why a file is not ordered that is another one by now."""
    return UsageError(
        say(
            "The file in the club's folder is not the one that was signed. Have the club sign it anew. Nothing was sent."
        )
    )


def not_as_drawn() -> UsageError:
    """Why a file is not ordered that would order something else than was signed."""
    return UsageError(
        say(
            "What this file orders by now is not what was drawn when it was signed: the club's settings or catalogue have "
            "changed since. Have the club sign it anew. Nothing was sent."
        )
    )
