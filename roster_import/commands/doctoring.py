"""`doctor`: everything a run needs, looked at one by one, each with what to do where it is not well."""

from __future__ import annotations

import email.utils
import json
import os
import shutil
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from roster_import import __version__
from roster_import.errors import LedgerError, NoAnswer, UsageError
from roster_import.keys import with_keyring
from roster_import.ledger import VERSION, Ledger
from roster_import.targets import Access, target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roster_import.model import Reply, Request
    from roster_import.settings import Settings

_LITTLE_ROOM = 100 * 1024 * 1024
_MOST_DRIFT = 120.0  # seconds between our clock and the order system's


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at: whether it is well, what was seen, and what to do where it is not."""

    well: bool
    what: str
    seen: str
    mend: str = ""


def doctor_command(options: dict[str, Any]) -> int:
    """Look at everything and say it; 0 where all is well, 2 where something is to be mended."""
    found = list(_findings(options))
    if options["as_json"]:
        findings = [{"ok": one.well, "what": one.what, "seen": one.seen, "do": one.mend or None} for one in found]
        click.echo(json.dumps({"version": 1, "findings": findings}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(line for one in found for line in _lines(one)))
    return 0 if all(one.well for one in found) else 2


def _lines(one: Finding) -> list[str]:
    lines = [f"{'ok' if one.well else '!!'}  {one.what}: {one.seen}"]
    return [*lines, f"    {one.mend}"] if one.mend else lines


def _findings(options: dict[str, Any]) -> Iterator[Finding]:
    from roster_import.commands.importing import read_settings

    yield Finding(well=True, what="program", seen=f"roster-import {__version__}")
    try:
        settings = with_keyring(read_settings(options))
    except UsageError as error:
        yield Finding(well=False, what="settings", seen=error.message, mend="Nothing else was looked at.")
        return
    yield Finding(well=True, what="settings", seen=f"orders are placed with {settings.target}")
    yield from _key(settings)
    yield from _order_system(settings)
    yield from _ledger(settings)
    yield _folder(Path.cwd(), "current folder")
    yield _room(settings.ledger.parent)
    if options.get("folder"):
        yield from _watched(options["folder"], settings)


def _watched(folder: Path, settings: Settings) -> Iterator[Finding]:
    """What a watch over the folder needs beside all that."""
    from roster_import.watch.examining import examine
    from roster_import.watch.options import watch_options

    try:
        given = watch_options(settings.watch, settings.notify)
    except UsageError as error:
        yield Finding(well=False, what="watch settings", seen=error.message)
        return
    for one in examine(folder, given):
        yield Finding(well=one.well, what=one.what, seen=one.seen, mend=one.mend)


def _key(settings: Settings) -> Iterator[Finding]:
    if settings.key_source:
        yield Finding(well=True, what="key", seen=f"from {settings.key_source}")
    try:
        target(settings.target, settings.system).access()
    except UsageError as error:
        yield Finding(well=False, what="access" if settings.key_source else "key", seen=error.message)


def _order_system(settings: Settings) -> Iterator[Finding]:
    with suppress(UsageError):  # said above
        if not target(settings.target, settings.system).probes():
            yield Finding(well=True, what="order system", seen="is not asked over the network")
            return
    if not settings.url:
        mend = f"Set ROSTER_IMPORT_{settings.target.upper()}_URL, or [{settings.target}] url in roster-import.toml."
        yield Finding(well=False, what="address", seen="none is set", mend=mend)
        return
    yield Finding(well=True, what="address", seen=settings.url)
    system = target(settings.target, settings.system)
    if not (probes := system.probes()):
        return
    anybody, known = probes
    stranger = Access(url=settings.url, headers={}, secrets=())
    reply = _ask(settings, stranger, anybody)
    if isinstance(reply, str):
        mend = "Check the address and this machine's network."
        yield Finding(well=False, what="order system", seen=f"cannot be reached ({reply})", mend=mend)
        return
    yield Finding(well=reply.code < 500, what="order system", seen=f"answers (HTTP {reply.code})")
    yield _clock(reply)
    with suppress(UsageError):  # said above
        yield _accepted(_ask(settings, system.access(), known))


def _ask(settings: Settings, access: Access, request: Request) -> Reply | str:
    """One request, asked once: its answer, or why there is none."""
    import asyncio

    from roster_import.send import Patience
    from roster_import.wiring import sender

    async def once() -> Reply:
        async with sender(access, settings) as sending:
            return await sending.send(request, lambda reply: reply, Patience(tries=1))

    try:
        return asyncio.run(once())
    except NoAnswer as error:
        return error.message.rstrip(".")


def _accepted(reply: Reply | str) -> Finding:
    mend = "Copy the key again from the order system's people."
    if isinstance(reply, str):
        return Finding(well=False, what="key accepted", seen=reply, mend=mend)
    if reply.code in (401, 403):
        return Finding(well=False, what="key accepted", seen=f"no (HTTP {reply.code})", mend=mend)
    return Finding(well=reply.code < 400, what="key accepted", seen=f"HTTP {reply.code}")


def _clock(reply: Reply) -> Finding:
    with suppress(TypeError, ValueError):
        drift = time.time() - email.utils.parsedate_to_datetime(reply.date).timestamp()
        well = abs(drift) <= _MOST_DRIFT
        mend = "" if well else "Set this machine's clock; times in the ledger are wrong until then."
        return Finding(well=well, what="clock", seen=f"{drift:+.0f} s beside the order system's", mend=mend)
    return Finding(well=True, what="clock", seen="the order system does not say its time")


def _ledger(settings: Settings) -> Iterator[Finding]:
    path = settings.ledger
    if not path.exists():
        yield Finding(well=True, what="ledger", seen=f"{path} will be made with the first order")
        yield _folder(path.parent, "ledger's folder")
        return
    try:
        with Ledger.open(path) as ledger:
            damage, entries, unfinished = ledger.damage(), len(ledger.entries()), len(ledger.unfinished())
    except LedgerError as error:
        mend = (
            "Put back a copy of the file. The order system knows every order by its key, so nothing is ordered twice."
        )
        yield Finding(well=False, what="ledger", seen=error.message, mend=mend)
        return
    seen = f"{path}, form {VERSION}, {entries} orders" if damage is None else f"{path} is damaged: {damage}"
    yield Finding(well=damage is None, what="ledger", seen=seen, mend="Put back a copy of the file." if damage else "")
    if unfinished:
        mend = "roster-import resume finishes them."
        yield Finding(well=True, what="unfinished", seen=f"{unfinished} orders", mend=mend)


def _folder(folder: Path, what: str) -> Finding:
    """Whether files can be made and renamed in a folder; one that is not there is looked at where it would be made."""
    while not folder.exists():
        folder = folder.parent
    try:
        _make_and_rename(folder)
    except OSError as error:
        mend = "Give yourself the right to write there, or choose another folder."
        return Finding(well=False, what=what, seen=f"{folder} cannot be written to ({error.strerror})", mend=mend)
    return Finding(well=True, what=what, seen=f"{folder} can be written to")


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
        what="disk",
        seen=f"{free / 1024**3:.1f} GB free",
        mend="" if well else "Make room: an order that cannot be written down is not sent.",
    )
