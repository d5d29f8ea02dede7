"""Where the journal of a folder lies: beside the ledger, in a file of this machine or on the server that machines share.

A watch that went with a file until now takes that along when its ledger moves to a server: once, whole, before it looks.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from roster_import.errors import UsageError
from roster_import.files import mend_rights
from roster_import.language.messages import say
from roster_import.pipeline.effects import alive
from roster_import.watch.journal.file import FIRST_BYTES, NAME
from roster_import.watch.journal.journal import Journal
from roster_import.watch.journal.server import JournalServer
from roster_import.watch.own_state import known_state, known_states, mark_of, own_state

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from roster_import.settings import Settings
    from roster_import.watch.options import WatchOptions
    from roster_import.watch.own_state import OwnState

MOVED: Final = "journal.moved.sqlite3"
_BROUGHT_BACK: Final = frozenset({"begun", "digest", "digest_until", "tried"})
_TAKEN_ALONG: Final = _BROUGHT_BACK | {"name"}


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalPlace:
    """Where journals lie by the settings: beside the ledger's file, in the folder `given`, or on the ledger's server."""

    ledger: Path
    server: str | None = None
    given: Path | None = None

    @classmethod
    def of(cls, settings: Settings, options: WatchOptions) -> JournalPlace:
        """By these settings."""
        return cls(ledger=settings.ledger, server=settings.ledger_server, given=options.state)

    def state(self, folder: Path, *, anew: bool) -> OwnState:
        """The state of a watched folder, made where there is none, as `own_state`."""
        # Machines that share a journal find it by the folder's mark, whatever folder the settings name for a state.
        return own_state(folder, self.ledger, None if self.server else self.given, anew=anew)

    def opened(self, state: OwnState, log: Callable[[str, str], None]) -> Journal:
        """The journal of a folder, made where there is none; `log` is told under which topic what was mended or moved."""
        if self.server is not None and state.mark is not None:
            journal = _on_server(self.server, state.mark, make=True)
            if journal is None:
                raise AssertionError("it was to be made")
            self._take_along(state, journal, log)
            return journal
        path = state.path / NAME
        if mend_rights(path, FIRST_BYTES):
            log("rights", f"Others could read {path}, and names stand there; now its owner alone can.")
        return Journal.open(path)

    def _take_along(self, state: OwnState, journal: Journal, log: Callable[[str, str], None]) -> None:
        """Bring over what a file of this machine says of the folder; it stays, under another name."""
        files = [folder / NAME for folder in (self.given, state.path) if folder is not None]
        for path in filter(lambda path: path.exists(), files):
            try:
                rows = _bring_along(path, journal)
            except BaseException:
                journal.close()
                raise
            path.replace(path.with_name(MOVED))
            log("journal", f"The watch's journal {path} was moved to {journal.where}: {rows} entries.")

    def known(self, folder: Path) -> Journal | None:
        """The journal of a watched folder, None where there is none; nothing is made. Raises `UsageError`."""
        if self.server is not None:
            known = known_state(folder, self.ledger, None)
            mark = known.mark if known is not None else mark_of(folder)
            return _on_server(self.server, mark, make=False) if mark is not None else None
        state = known_state(folder, self.ledger, self.given)
        path = state.path / NAME if state is not None else None
        return Journal.open(path) if path is not None and path.exists() else None


def _on_server(address: str, mark: str, *, make: bool) -> Journal | None:
    server = JournalServer.open(address, mark, make=make)
    return Journal(server) if server is not None else None


def _bring_along(path: Path, journal: Journal) -> int:
    """Bring over what a file says, unless that was done before; how many rows it has."""
    with closing(Journal.open(path)) as before:
        rows, note = before.rows(), f"taken along {before.name()}"
    if journal.meta(note) is None:
        journal.bring(rows | {"meta": _facts(rows["meta"], _TAKEN_ALONG)}, note, str(path))
    return sum(map(len, rows.values()))


def _facts(rows: Sequence[Mapping[str, Any]], names: Collection[str]) -> list[Mapping[str, Any]]:
    return [row for row in rows if row["name"] in names]


# ------------------------------------------------------------------------------------- with a ledger that moves over


def refuse_watched(ledger: Path) -> None:
    """Raise `UsageError` where a watch of this machine looks at a folder whose journal lies beside a ledger's file."""
    for state, folder in known_states(ledger):
        if not (path := state.path / NAME).exists():
            continue
        with closing(Journal.open(path)) as journal:
            watched = any(map(alive, journal.watchers()))
        if watched:
            raise UsageError(
                say(
                    "{folder} is being watched: stop the watch, and move the ledger then. Nothing was changed.",
                    folder=folder,
                )
            )


def journals_to_server(ledger: Path, server: str) -> list[Path]:
    """Bring the journals beside a ledger's file over to the server it moves to; which folders they are about.

    The files stay, under another name. No watch may run. Raises `JournalError`.
    """
    place, folders = JournalPlace(ledger=ledger, server=server), []
    for state, folder in known_states(ledger):
        if (state.path / NAME).exists():
            place.opened(state, lambda *_: None).close()
            folders.append(folder)
    return folders


def journals_from_server(ledger: Path, server: str) -> list[Path]:
    """Bring the journals of the folders that are known here back from the server to beside the ledger's file.

    No watch may run. Raises `JournalError`.
    """
    folders = []
    for state, folder in known_states(ledger):
        if (there := _on_server(server, str(state.mark), make=False)) is None:
            continue
        with closing(there), closing(Journal.open(state.path / NAME)) as here:
            rows = there.rows()
            note = f"brought back {there.name()}"
            here.bring(rows | {"meta": _facts(rows["meta"], _BROUGHT_BACK)}, note, there.where)
        folders.append(folder)
    return folders
