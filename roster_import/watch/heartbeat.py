"""What a running watch shows of itself: the heartbeat of this moment, and the figures for the metrics."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from roster_import.language.messages import say
from roster_import.watch.journal import JournalError, distinct
from roster_import.watch.log import Figures, Pulse, heartbeat_paths, metrics, write_quietly
from roster_import.watch.phrases import in_a_folder
from roster_import.watch.readiness import clock_time

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from roster_import.watch.folders import WatchedFolder
    from roster_import.watch.import_file import Desk
    from roster_import.watch.journal import Journal
    from roster_import.watch.rate_limit import Gate
    from roster_import.watch.state import State, World

_READY, WORKED_ON = say("is ready"), say("is being worked on")


def pulse_of(state: State, world: World, folder: WatchedFolder, desk: Desk, started: float, *, stopped: bool) -> Pulse:
    """The heartbeat of this moment."""
    trouble = state.trouble or state.blocked or _shut_out(desk.gate) or state.unsettled
    waiting = [(one.sighting.path, one.reason or _READY, one.since) for one in state.known.values()]
    working: list[tuple[str, str, float]] = [(path, WORKED_ON, since) for path, since in state.working.values()]
    working += [(one.path, one.reason, one.since) for claim, one in state.open.items() if claim not in state.working]
    return Pulse(
        process=world.process,
        folder=str(folder.root.absolute()),
        interval=desk.options.interval,
        started=started,
        last_look=state.last_look,
        trouble=trouble,
        paused=_paused_since(folder) if state.paused else None,
        waiting=tuple(waiting),
        working=tuple(working),
        stopped=world.wall() if stopped else None,
    )


def _shut_out(gate: Gate) -> str:
    """Why the order system cannot be used, and since when; empty where it can."""
    if not gate.trouble:
        return ""
    since, trouble = clock_time(gate.since), in_a_folder(gate.trouble)
    if gate.admitted:
        return say("the order system does not answer since {time}: {trouble}", time=since, trouble=trouble)
    return say("{trouble} (since {time})", time=since, trouble=trouble)


def _paused_since(folder: WatchedFolder) -> float | None:
    with suppress(OSError):
        found = folder.paused()
        return found[1] if found else None
    return None


def figures_of(state: State, pulse: Pulse, journal: Journal | None, held: Callable[[Journal], int]) -> Figures:
    """What is counted; the journal is asked only when something has changed."""
    if journal is not None and state.dirty:
        with suppress(JournalError, OSError):
            state.figures = (journal.totals(), journal.ordered(), held(journal), len(distinct(journal.unsent())))
            state.dirty = False
    outcomes, ordered, held_files, unsent = state.figures
    return Figures(
        last_look=pulse.last_look,
        outcomes=outcomes,
        orders=ordered.orders,
        pieces=ordered.pieces,
        waiting=len(pulse.waiting),
        processing=len(pulse.working),
        held=held_files,
        unsent=unsent,
        trouble=bool(pulse.trouble),
    )


def show(pulse: Pulse, figures: Figures | None, folder: Path, desk: Desk, *, reachable: bool) -> None:
    """Write the heartbeat, and the metrics where they are asked for; in a thread, as a share may hang."""
    text = json.dumps(pulse.document(), indent=1)
    here, with_folder = heartbeat_paths(folder, desk.settings.ledger, desk.options)
    with suppress(OSError):
        here.parent.mkdir(parents=True, exist_ok=True)
    write_quietly(here, text)
    if reachable:
        write_quietly(with_folder, text)
    if desk.options.metrics is not None and figures is not None:
        write_quietly(desk.options.metrics, metrics(figures, str(folder.absolute())))
