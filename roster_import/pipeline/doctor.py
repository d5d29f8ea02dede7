"""`doctor`: everything a run needs, looked at one by one, each with what to do where it is not well."""

from __future__ import annotations

import email.utils
import errno
import os
import shutil
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from roster_import.errors import LedgerError, NoAnswer, UsageError
from roster_import.language.messages import Number, listed, say, say_n
from roster_import.model.setting_names import SYSTEMS, __version__
from roster_import.pipeline.effects import opened_ledger, sender
from roster_import.pipeline.key_store import with_keyring
from roster_import.pipeline.known_systems import installed_systems
from roster_import.pipeline.memory import load
from roster_import.pipeline.session import NOBODY, memory_path, read_settings
from roster_import.place.ledger.forms import VERSION
from roster_import.settings import settings_paths
from roster_import.targets import Access, target
from roster_import.targets.answers import fault_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.model.request import Reply, Request
    from roster_import.model.settings_document import SettingsFile
    from roster_import.pipeline.options import DoctorCommand
    from roster_import.pipeline.session import Person
    from roster_import.place.ledger.ledger import Ledger
    from roster_import.settings import Settings
    from roster_import.targets import Target

_SETTINGS, _KEY, _ADDRESS, _LEDGER = say("settings"), say("key"), say("address"), say("ledger")
_ORDER_SYSTEM = say("order system")
_SOURCES = {
    "the system's keyring": say("from the system's keyring"),
}
_LITTLE_ROOM = 100 * 1024 * 1024
_MOST_DRIFT = 120.0  # seconds between our clock and the order system's


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at: whether it is well, what was seen, and what to do where it is not."""

    well: bool
    what: str
    seen: str
    mend: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What was found on a machine, and the settings, None where they cannot be used."""

    findings: tuple[Finding, ...]
    settings: Settings | None


def examine(command: DoctorCommand, person: Person = NOBODY) -> Examined:
    """Everything a run needs, looked at one by one."""
    program = (
        Finding(well=True, what=say("program"), seen=f"roster-import {__version__}"),
        Finding(well=True, what=say("order systems"), seen=", ".join((*SYSTEMS, *installed_systems()))),
    )
    try:
        settings = with_keyring(read_settings(command, person))
    except UsageError as error:
        unusable = Finding(well=False, what=_SETTINGS, seen=error.message, mend=say("Nothing else was looked at."))
        return Examined(findings=(*program, unusable), settings=None)
    return Examined(findings=(*program, *_findings(settings)), settings=settings)


def _findings(settings: Settings) -> Iterator[Finding]:
    seen = say("orders are placed with {system}", system=settings.target)
    yield Finding(well=True, what=_SETTINGS, seen=seen)
    yield from map(_settings_file, settings.files)
    own = settings_paths(None)[0]
    if not any(file.path == own for file in settings.files):
        yield Finding(well=True, what=_SETTINGS, seen=say("your own would stand in {path}", path=own))
    try:
        system = target(settings.target, settings.system)
    except UsageError as error:
        yield Finding(well=False, what=_ORDER_SYSTEM, seen=error.message)
    else:
        yield from _key(settings, system)
        yield from _order_system(settings, system)
    yield from _ledger(settings)
    yield _answers(settings)
    yield _folder(Path.cwd(), say("current folder"))
    yield _room(settings.ledger.parent)


def _settings_file(file: SettingsFile) -> Finding:
    """A settings file that counts, and what of it does not."""
    if not file.not_heeded:
        return Finding(well=True, what=_SETTINGS, seen=say("from {source}", source=file.path))
    return Finding(
        well=False,
        what=_SETTINGS,
        seen=say("from {source}, but not its {names}", source=file.path, names=listed(file.not_heeded)),
        mend=say("If the file is yours, name it with --settings, or move it to {user}.", user=settings_paths(None)[0]),
    )


def _key(settings: Settings, system: Target) -> Iterator[Finding]:
    if settings.key_source:
        yield Finding(well=True, what=_KEY, seen=_source(settings.key_source))
    try:
        system.access()
    except UsageError as error:
        yield Finding(well=False, what=say("access") if settings.key_source else _KEY, seen=error.message)


def _source(named: str) -> str:
    """Where the key came from, as the settings name it."""
    what, _, variable = named.partition(" (")
    if what == "the environment" and variable:
        return say("from the environment ({variable})", variable=variable.removesuffix(")"))
    return _SOURCES.get(named) or say("from {source}", source=named)


def _order_system(settings: Settings, system: Target) -> Iterator[Finding]:
    if not (probes := system.probes()):
        yield Finding(well=True, what=_ORDER_SYSTEM, seen=say("is not asked over the network"))
        return
    if not settings.url:
        mend = say(
            "Set {variable}, or [{table}] url in roster-import.toml.",
            variable=f"ROSTER_IMPORT_{settings.target.upper()}_URL",
            table=settings.target,
        )
        yield Finding(well=False, what=_ADDRESS, seen=say("none is set"), mend=mend)
        return
    yield Finding(well=True, what=_ADDRESS, seen=settings.url)
    anybody, known = probes
    stranger = Access(url=settings.url, headers={}, secrets=())
    reply = _ask(settings, stranger, anybody)
    if isinstance(reply, str):
        mend = say("Check the address and this machine's network.")
        yield Finding(well=False, what=_ORDER_SYSTEM, seen=reply, mend=mend)
        return
    well = reply.code < 500 and reply.code != 404 and not (reply.code < 300 and _is_web_page(reply))
    advice: str = "" if well else say("Check the address: what answers there is not {system}.", system=system.title)
    yield Finding(well=well, what=_ORDER_SYSTEM, seen=say("answers (HTTP {code})", code=reply.code), mend=advice)
    yield _clock(reply)
    with suppress(UsageError):  # said above
        yield _accepted(_ask(settings, system.access(), known))


def _ask(settings: Settings, access: Access, request: Request) -> Reply | str:
    """One request, asked once: its answer, or why there is none."""
    import asyncio

    from roster_import.place.send.http import Patience

    async def once() -> Reply:
        async with sender(access, settings) as sending:
            return await sending.send(request, lambda reply: reply, Patience(tries=1))

    try:
        return asyncio.run(once())
    except NoAnswer as error:
        return error.message


def _accepted(reply: Reply | str) -> Finding:
    mend, what = say("Copy the key again from the order system's people."), say("key accepted")
    if isinstance(reply, str):
        return Finding(well=False, what=what, seen=reply, mend=mend)
    if reply.code in (401, 403):
        return Finding(well=False, what=what, seen=say("no (HTTP {code})", code=reply.code), mend=mend)
    if reply.code < 300 and _is_web_page(reply):  # the page of a log-in, or of a network that lets nobody out
        return Finding(well=False, what=what, seen=fault_text(reply))
    return Finding(well=reply.code < 400, what=what, seen=f"HTTP {reply.code}")


def _is_web_page(reply: Reply) -> bool:
    return reply.text.lstrip()[:1] == "<"


def _clock(reply: Reply) -> Finding:
    what = say("clock")
    with suppress(TypeError, ValueError):
        drift = time.time() - email.utils.parsedate_to_datetime(reply.date).timestamp()
        well = abs(drift) <= _MOST_DRIFT
        mend = "" if well else say("Set this machine's clock; times in the ledger are wrong until then.")
        seen = say("{seconds} s beside the order system's", seconds=f"{drift:+.0f}")
        return Finding(well=well, what=what, seen=seen, mend=mend)
    return Finding(well=True, what=what, seen=say("the order system does not say its time"))


def _ledger(settings: Settings) -> Iterator[Finding]:
    path = settings.ledger
    if settings.ledger_server is None and not path.exists():
        yield Finding(well=True, what=_LEDGER, seen=say("{path} will be made with the first order", path=path))
        yield _folder(path.parent, say("ledger's folder"))
        return
    try:
        with opened_ledger(replace(settings, ledger_patience=0.0)) as ledger:
            name, damage = ledger.name, ledger.damage()
            entries, unfinished = ledger.count(), len(ledger.unfinished())
            server = _server(ledger) if settings.ledger_server is not None else []
    except LedgerError as error:
        mend = _mended_ledger(settings)
        yield Finding(well=False, what=_LEDGER, seen=error.message, mend=mend)
        return
    if damage is not None:
        seen = say("{path} is damaged: {damage}", path=path, damage=damage)
        yield Finding(well=False, what=_LEDGER, seen=seen, mend=say("Put back a copy of the file."))
    else:
        seen = say_n("{path}, form {form}, {count} order", "{path}, form {form}, {count} orders", entries, path=name,
                     form=VERSION)  # fmt: skip
        yield Finding(well=True, what=_LEDGER, seen=seen)
    yield from server
    if unfinished:
        mend, seen = say("roster-import resume finishes them."), say_n("{count} order", "{count} orders", unfinished)
        yield Finding(well=True, what=say("unfinished"), seen=seen, mend=mend)


def _server(ledger: Ledger) -> list[Finding]:
    """What is seen of the server that the ledger lies on."""
    from roster_import.pipeline.ledger_server import server_seen

    return [Finding(well=well, what=what, seen=seen, mend=mend) for well, what, seen, mend in server_seen(ledger)]


def _answers(settings: Settings) -> Finding:
    """Where answers about headings are remembered, and how many."""
    what, path = say("answers"), memory_path(settings)
    try:
        memory = load(path)
    except UsageError as error:
        return Finding(well=False, what=what, seen=error.message)
    if not memory:
        return Finding(well=True, what=what, seen=say("{path}, nothing is remembered", path=path))
    mend = say("roster-import headings lists them, --forget ID forgets one; without the file everything is asked anew.")
    seen = say_n(
        "{path}, for {count} club and heading row", "{path}, for {count} clubs and heading rows", len(memory), path=path
    )
    return Finding(well=True, what=what, seen=seen, mend=mend)


def _mended_ledger(settings: Settings) -> str:
    if settings.ledger_server is not None:
        return say("See whether the database server runs, and whether user, password and database are right.")
    return say(
        "Put back a copy of the file. The order system knows every order by its key, so nothing is ordered twice."
    )


def _folder(folder: Path, what: str) -> Finding:
    """Whether files can be made and renamed in a folder; one that is not there is looked at where it would be made."""
    while not folder.exists():
        folder = folder.parent
    try:
        _make_and_rename(folder)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            mend = say("Make room on its disk.")
        else:
            mend = say("Give yourself the right to write there, or choose another folder.")
        seen = say("{folder} cannot be written to ({reason})", folder=folder, reason=error.strerror)
        return Finding(well=False, what=what, seen=seen, mend=mend)
    return Finding(well=True, what=what, seen=say("{folder} can be written to", folder=folder))


def _make_and_rename(folder: Path) -> None:
    handle, name = tempfile.mkstemp(dir=folder, prefix=".roster-import-")
    os.close(handle)
    renamed = Path(name + ".renamed")
    try:
        Path(name).rename(renamed)
    finally:
        for path in (Path(name), renamed):
            path.unlink(missing_ok=True)


def _room(folder: Path) -> Finding:
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    well = free >= _LITTLE_ROOM
    return Finding(
        well=well,
        what=say("disk"),
        seen=say("{size} GB free", size=Number(f"{free / 1024**3:.1f}")),
        mend="" if well else say("Make room: an order that cannot be written down is not sent."),
    )
