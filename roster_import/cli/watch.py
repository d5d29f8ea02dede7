"""`watch` and `release`: a folder watched, asked about, and a held file let go."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import signal
import sys
import time
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from roster_import.errors import UsageError
from roster_import.language.messages import say
from roster_import.language.translations import in_language
from roster_import.model.report import Report
from roster_import.pipeline.check import check_files, check_options
from roster_import.pipeline.effects import opened_ledger, planning_effects, realm, sending_effects, settings_catalogue
from roster_import.pipeline.options import poll_interval_given, read_settings, readers
from roster_import.pipeline.sandbox import order_system
from roster_import.place.process import alive, who
from roster_import.read import ReadOptions, for_many
from roster_import.settings import environment, load_settings, settings_files
from roster_import.watch import status as asking
from roster_import.watch.folders import (
    WatchedFolder,
    is_watched,
    message_of,
    refuse_own_folder,
    state_folder,
    watched_above,
)
from roster_import.watch.held import held_files
from roster_import.watch.import_file import Desk, turns
from roster_import.watch.journal import NAME, Journal, JournalError, Ticket
from roster_import.watch.log import Log, heartbeat_paths, utc
from roster_import.watch.loop import Watch
from roster_import.watch.options import WatchOptions, watch_options
from roster_import.watch.rate_limit import Gate
from roster_import.watch.state import World
from roster_import.write.run_report import HAS_ERRORS, INTERRUPTED, document

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from roster_import.model.catalogue import Catalogue
    from roster_import.model.report import Checked
    from roster_import.settings import Settings
    from roster_import.targets.protocol import Target
    from roster_import.write.reader_language import Reader

Options = dict[str, Any]


def watch_command(options: Options) -> int:
    """Watch a folder, or say how its watch does; the exit status of the contract, or as monitors read it."""
    folder: Path = options["folder"]
    refuse_own_folder(folder)
    if options["status"]:
        return _status(folder, options)
    settings = read_settings(options)
    given = watch_options(settings.watch, settings.notify)
    watched_before = heartbeat_paths(folder, settings.ledger, given)[0].exists()
    if not folder.is_dir() and (options["once"] or not watched_before):  # else its share is away, and waited for
        raise UsageError(say("There is no folder {folder}. Make it, or name another; nothing was done.", folder=folder))
    once, as_json = options["once"], options["as_json"]
    stream = None if once and as_json else sys.stdout if as_json else sys.stderr
    log = Log(given, stream, as_json=as_json)
    try:
        return _watch(folder, options, log, watched_before=watched_before)
    finally:
        log.close()


def _watch(folder: Path, options: Options, log: Log, *, watched_before: bool) -> int:
    world = World(
        wall=time.time,
        monotonic=time.monotonic,
        now=lambda: datetime.now().astimezone(),
        process=who().process,
        alive=alive,
        log=log,
    )
    once = options["once"]
    accept = options["accept_existing"]
    watch = Watch(folder, _Desks(options), world, once=once, accept_existing=accept, watched_before=watched_before)
    with _signals(watch, _language(options)) as going:
        status = asyncio.run(_until_stopped(watch, log, folder, going))
    if not once:
        return 0
    if options["as_json"]:
        files = [one.answer["document"] for one in watch.tried]
        click.echo(json.dumps({**document(Report(files=())), "files": files}, ensure_ascii=False, indent=2))
    elif watch.tried:
        click.echo("\n".join(line for one in watch.tried for line in one.answer["lines"]))
    return INTERRUPTED if watch.stopped else status


async def _until_stopped(
    watch: Watch, log: Log, folder: Path, going: Callable[[asyncio.AbstractEventLoop], None]
) -> int:
    """The watch's life, from its first log line to its last; `going` is told of the loop that is to be woken."""
    going(asyncio.get_running_loop())
    log.say("began", f"Watching {folder}.", folder=str(folder))
    status = await watch.run()
    log.say("ended", f"Not watching {folder} any more.", folder=str(folder))
    return status


@contextmanager
def _signals(watch: Watch, language: str) -> Iterator[Callable[[asyncio.AbstractEventLoop], None]]:
    """SIGTERM and Ctrl-C end the watch cleanly during the block, a second one ends the process at once.

    At once is without waiting for any thread, as one may read from a share that hangs; journal and ledger are whole at any
    moment. What it gives is to be called with the loop, once there is one.
    """
    loops: list[asyncio.AbstractEventLoop] = []
    signals = 0

    def stop(*_: object) -> None:
        nonlocal signals
        signals += 1
        if signals > 1:
            _end_at_once(language)
        if not loops:
            watch.stop()
        with suppress(RuntimeError):  # the loop is over
            for loop in loops:
                loop.call_soon_threadsafe(watch.stop)

    before = {}
    with suppress(ValueError):  # not the main thread
        before = {one: signal.signal(one, stop) for one in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield loops.append
    finally:
        for one, handler in before.items() if not signals else ():
            signal.signal(one, handler)


def _end_at_once(language: str) -> NoReturn:
    text = in_language(say("Ended at once. What was under way goes on with the next start."), language)
    with suppress(OSError):
        os.write(2, f"roster-import: {text}\n".encode())
    os._exit(INTERRUPTED)


def _language(options: Options) -> str:
    return readers(options, read_settings(options)).general


class _Desks:
    """Desks for the settings as they are whenever one is opened."""

    def __init__(self, options: Options) -> None:
        self._options = options

    def signature(self) -> object:
        """When which settings file was written, and how long it is."""
        return tuple(_facts(path) for path in settings_files(Path.cwd()))

    def check(self) -> None:
        """Raise `UsageError` where the settings as they are now cannot be used."""
        settings = read_settings(self._options)
        watch_options(settings.watch, settings.notify)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Desk]:
        """A desk with the ledger open and the order system at hand, as long as the block."""
        given = read_settings(self._options)
        options, sandbox = self._told(watch_options(given.watch, given.notify)), self._options["sandbox"]
        with (
            order_system(given, sandbox=sandbox, poll_interval_given=poll_interval_given()) as settings,
            opened_ledger(settings) as ledger,
            for_many(ReadOptions(), None) as reading,
        ):
            planning = planning_effects(settings, ledger, lambda *_: None, new_order=False)
            gate = _gate(options)
            async with sending_effects(planning, settings, gate.pace) as sending:
                checks = _Checks(planning.target, reading, sandbox=sandbox)
                await asyncio.to_thread(checks.get_ready)
                yield Desk(
                    settings=settings,
                    options=options,
                    people=readers(self._options, settings),
                    effects=replace(sending, send=gate.through(sending.send)),
                    realm=realm(settings, sandbox=sandbox),
                    check=checks.check,
                    gate=gate,
                    turns=turns(options.orders_in_flight),
                )

    def _told(self, options: WatchOptions) -> WatchOptions:
        """The options with what the command line says."""
        accept = self._options["accept_warnings"]
        return options if accept is None else replace(options, accept_warnings=accept)


def _gate(options: WatchOptions) -> Gate:
    return Gate(
        per_second=options.requests_per_second,
        retry_after=options.retry_after,
        monotonic=time.monotonic,
        wall=time.time,
    )


def _facts(path: Path) -> object:
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size


class _Checks:
    """Checks files; a catalogue of the settings is read again only when its file changes."""

    def __init__(self, target: Target, reading: ReadOptions, *, sandbox: bool) -> None:
        self._target = target
        self._reading = reading
        self._options = {"sandbox": sandbox}
        self._catalogues: dict[Path, tuple[object, Catalogue]] = {}

    def get_ready(self) -> None:
        """Load what is slow to load before the first file comes."""
        import roster_import.check.validate
        import roster_import.write.results.workbook  # noqa: F401

    def check(self, path: Path, settings: Settings) -> Checked:
        """One file checked as its settings say; a catalogue that cannot be read raises `UsageError`."""
        catalogue = self._catalogue(settings.catalogue_file)
        options = check_options(self._options, replace(settings, catalogue_file=None))
        if catalogue is not None:
            options = replace(options, catalogue=catalogue)
        return check_files([path], options, self._target, self._reading)[0]

    def _catalogue(self, path: Path | None) -> Catalogue | None:
        if path is None:
            return None
        facts, known = _facts(path), self._catalogues.get(path)
        if known is None or known[0] != facts:
            known = self._catalogues[path] = (facts, settings_catalogue(path))
        return known[1]


# -------------------------------------------------------------------------------------------------------- status


def _status(folder: Path, options: Options) -> int:
    settings, given, unsettled = _settings_or_usual(options)
    now, beat = time.time(), asking.latest(heartbeat_paths(folder, settings.ledger, given))
    status = asking.Status(
        folder=str(folder),
        heartbeat=beat,
        alive=asking.is_alive(beat, now, alive, options["within"]),
        unsettled=unsettled,
        now=now,
    )
    status = _with_journal(_with_pause(status, folder), folder, given)
    if options["as_json"]:
        click.echo(json.dumps(status.document(), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(asking.status_lines(status, readers(options, settings).general)))
    return status.exit_status


def _settings_or_usual(options: Options) -> tuple[Settings, WatchOptions, str]:
    """The settings; where they cannot be used the usual ones, and why: a watch that is asked for is there all the same."""
    try:
        settings = read_settings(options)
        return settings, watch_options(settings.watch, settings.notify), ""
    except UsageError as error:
        return _usual_settings(), WatchOptions(), error.message


def _usual_settings() -> Settings:
    """The settings without any file: what the environment says, and where that cannot be used, either, nothing at all."""
    nowhere = Path("no settings")
    try:
        return load_settings({}, environment(), nowhere, nowhere)
    except UsageError:
        return load_settings({}, {}, nowhere, nowhere)


def _with_pause(status: asking.Status, folder: Path) -> asking.Status:
    with suppress(OSError):  # a share that is away: the heartbeat says so
        if found := WatchedFolder(folder).paused():
            return replace(status, paused=(str(folder / found[0]), found[1]))
    return status


def _with_journal(status: asking.Status, folder: Path, options: WatchOptions) -> asking.Status:
    path, watched = state_folder(folder, options.state) / NAME, WatchedFolder(folder)
    try:
        if not path.exists():
            known = status.heartbeat is None or folder.is_dir()
            return replace(status, held=held_files(watched, None), today_known=known)
        journal = Journal.open(path)
        try:
            held = held_files(watched, journal)
            today = journal.ended_on(datetime.now().astimezone().date().isoformat())
            return replace(status, held=held, today=today, unsent=journal.unsent(), open=journal.open_tickets())
        finally:
            journal.close()
    except (JournalError, OSError) as error:
        return replace(status, unknown=message_of(error), today_known=False)


# ------------------------------------------------------------------------------------------------------- release


def release_command(files: tuple[Path, ...], language: str | None = None) -> int:
    """Let held files go: the watch takes them up at its next look, whatever the limits and warnings are."""
    settings, options, unsettled = _settings_or_usual({})
    people = readers({"language": language}, settings)
    for file in files:
        _release(file, options, people)
    if unsettled:
        click.echo(in_language(say("Trouble: {trouble}", trouble=unsettled), people.general), err=True)
    return HAS_ERRORS if unsettled else 0


def _release(file: Path, options: WatchOptions, people: Reader) -> None:
    root = _watched_root(file)
    path = file.absolute().relative_to(root).as_posix()
    journal = Journal.open(state_folder(root, options.state) / NAME)
    message: str
    try:
        if not file.is_file():
            raise UsageError(
                say(
                    "There is no file {file}. roster-import watch {folder} --status lists what is held.",
                    file=file,
                    folder=root,
                )
            )
        if journal.accept_existing(path):
            message = say("{path} is taken up at the next look of the watch.", path=path)
        else:
            message = _let_go(journal, WatchedFolder(root), file, path)
        click.echo(in_language(message, people.general))
    finally:
        journal.close()


def _let_go(journal: Journal, folder: WatchedFolder, file: Path, path: str) -> str:
    held = journal.at_place(path)
    if not path.startswith("held/") or (held is not None and held.outcome != "held"):
        raise UsageError(
            say(
                "{file} is not held: it lies in {folder}. What is held lies in held.",
                file=file,
                folder=file.parent.name,
            )
        )
    now = time.time()
    name = held.path if held is not None else path.removeprefix("held/")
    claim = f"{datetime.fromtimestamp(now).astimezone():%Y%m%d-%H%M%S}-{secrets.token_hex(3)}"
    ticket = Ticket(id=claim, path=name, state="claimed", released=who().user, found_at=utc(now), owner=who().process)
    journal.claimed(ticket)
    try:
        folder.claim(path, claim, {"released": who().user, "at": utc(now)}, kept=name)
    except OSError as error:
        journal.unclaim(claim)
        raise UsageError(
            say("{file} cannot be moved: {reason}. Close it where it is open.", file=file, reason=error.strerror)
        ) from error
    if held is not None:
        journal.left_held(held.id)
    folder.at(path).with_name(f"{Path(path).stem}.why.txt").unlink(missing_ok=True)
    journal.take_over(ticket, None)
    return say("{path} is taken up at the next look of the watch.", path=name)


def _watched_root(file: Path) -> Path:
    for folder in file.absolute().parents:
        if is_watched(folder) and watched_above(folder) is None:
            return folder
    if not file.exists():
        raise UsageError(
            say("There is no file {file}. roster-import watch FOLDER --status lists what is held there.", file=file)
        )
    raise UsageError(say("{file} lies in no watched folder.", file=file))
