"""The page's own state: small documents, each in a file of its own, readable by this account alone.

A document is there whole or not at all, whenever the process is killed (`files.write_whole`). Nothing here is kept in
memory: what one process writes, the next request of another one reads.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from roster_import.errors import UsageError, WriteError
from roster_import.files import read_plain, real_path, write_whole
from roster_import.language.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from roster_import.page.options import PageOptions
    from roster_import.settings import Settings

LONGEST = 1_000_000  # bytes of a document


def state_folder(settings: Settings, options: PageOptions) -> Path:
    """Where the page keeps what is its own: beside the ledger, where nobody names another folder."""
    return options.state or settings.ledger.with_name("page")


def check_outside(state: Path, folder: Path) -> None:
    """Raise `UsageError` where the state lies in the clubs' folder, which others may be able to read or write."""
    if real_path(state).is_relative_to(real_path(folder)):
        raise UsageError(
            say(
                "The page would keep its links and users in {path}, which lies in the clubs' folder. Name a folder elsewhere "
                "as [page] state.",
                path=state,
            )
        )


def hashed(secret: str) -> str:
    """What is kept of a secret that is random itself: who reads it cannot come in with it."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawer:
    """A folder of documents, each by a key that is a name of letters and digits."""

    folder: Path

    def read(self, key: str) -> dict[str, Any] | None:
        """A document; None where there is none, or none that can be understood."""
        try:
            said = json.loads(read_plain(self._path(key), LONGEST))
        except (OSError, ValueError):
            return None
        return said if isinstance(said, dict) else None

    def write(self, key: str, document: Mapping[str, Any], *, replace: bool = True) -> bool:
        """Keep a document; False where there is one that is not to be replaced. Raises `WriteError`."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._path(key)
        try:
            write_whole(path, json.dumps(document, ensure_ascii=False).encode(), replace=replace, private=True)
        except WriteError:
            if replace or not path.exists():
                raise
            return False
        return True

    def remove(self, key: str) -> None:
        """Forget a document."""
        self._path(key).unlink(missing_ok=True)

    def all(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every document by its key."""
        for path in sorted(self.folder.glob("*.json")):
            if (document := self.read(path.stem)) is not None:
                yield path.stem, document

    def _path(self, key: str) -> Path:
        if not (key.isascii() and key.isalnum()):
            raise ValueError("no key of a document")
        return self.folder / f"{key}.json"
