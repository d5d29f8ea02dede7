"""What a command works with: the settings that follow from what it was told, who reads, and the person it is run for."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from roster_import.errors import UsageError
from roster_import.files import from_home, mend_folder, mend_rights, real_path
from roster_import.language.messages import listed, say, templates
from roster_import.model.setting_names import PREFIX
from roster_import.settings import Settings, environment, load_settings, settings_paths, usual_ledger
from roster_import.targets import names as target_names
from roster_import.targets import target
from roster_import.write.reader_language import Reader, reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roster_import.model.layout import Meaning, Question
    from roster_import.model.order import Order
    from roster_import.model.problem import Problem
    from roster_import.model.question import DesignQuestion, PrintNameQuestion, TitleQuestion
    from roster_import.model.report import Checked
    from roster_import.model.settings_document import SettingsFile
    from roster_import.pipeline.options import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What is about to be ordered, for a person to agree to.

    `files` hold no orders but those to be sent; `costs` are words about what each order may cost, by its reference; `realm`
    is the book they will stand in.
    """

    files: tuple[Checked, ...]
    costs: Mapping[str, str]
    problems: tuple[Problem, ...]
    system: str
    language: str
    output: Path | None
    realm: str = "live"

    @property
    def orders(self) -> tuple[Order, ...]:
        """The orders of all the files."""
        return tuple(order for file in self.files for order in file.orders)


_LARGE = 100_000  # bytes


class FilesSoFar:
    """How far the files of a command are: `read` of them are; `rows`: so many of a lone file's, and how many its sheet has."""

    def __init__(self, files: Sequence[Path]) -> None:
        self.files = tuple(files)
        self.read = 0
        self.rows: tuple[int, int] | None = None

    @property
    def are_large(self) -> bool:
        """Whether they may take a while: a roster of a thousand rows has 40,000 bytes."""
        return sum(map(_bytes_of, self.files)) > _LARGE

    def hear(self, row: int, last: int) -> None:
        """So many rows of a sheet were read."""
        self.rows = row, last


def _bytes_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # which is said by whoever reads it
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """What is placed or followed now: so many orders with a system, told of in a language.

    `usual` is how many seconds the system usually takes from taking an order to confirming it; None where nobody says so.
    """

    orders: int
    system: str
    language: str
    usual: tuple[int, int] | None = None


class Person(Protocol):
    """Whom a command is run for: told what happens, and asked where somebody is there to answer."""

    @property
    def answers(self) -> bool:
        """Whether there is somebody who can be asked."""
        ...

    def reads(self, people: Reader) -> None:
        """What is said from now on is read by these."""
        ...

    def warn(self, said: str) -> None:
        """Say what does not end the command."""
        ...

    def files_begin(self, so_far: FilesSoFar) -> bool:
        """These files are read and checked now; whether that is shown."""
        ...

    def files_end(self) -> None:
        """They are, or were given up."""
        ...

    def expect(self, awaited: Awaited) -> None:
        """So many orders are placed or followed now."""
        ...

    def tell(self, event: str, reference: str, detail: str) -> None:
        """Something happened to an order."""
        ...

    def ended(self) -> None:
        """No order is under way any more."""
        ...

    def meaning(self, question: Question, language: str) -> tuple[Meaning, str | None] | None:
        """What a column means; None, here and below, where that is left open."""
        ...

    def design(self, question: DesignQuestion, language: str) -> str | None:
        """Which design every row of a sheet is."""
        ...

    def print_name(self, question: PrintNameQuestion, language: str) -> str | None:
        """Whether and how a lone name column is printed."""
        ...

    def title(self, question: TitleQuestion, language: str) -> str | None:
        """Which title is meant by a text in a column of designs, in all its rows."""
        ...

    def agrees(self, offer: Offer) -> bool:
        """Whether it is to be ordered."""
        ...


class Nobody:
    """Nobody is told, nobody is asked, and what was asked for is done: an unattended run."""

    answers = False

    def reads(self, people: Reader) -> None:
        """Nobody reads."""

    def warn(self, said: str) -> None:
        """Nobody hears it."""

    def files_begin(self, so_far: FilesSoFar) -> bool:
        """Nobody looks."""
        return False

    def files_end(self) -> None:
        """Nobody looks."""

    def expect(self, awaited: Awaited) -> None:
        """Nobody looks."""

    def tell(self, event: str, reference: str, detail: str) -> None:
        """Nobody is told."""

    def ended(self) -> None:
        """Nobody looks."""

    def meaning(self, question: Question, language: str) -> tuple[Meaning, str | None] | None:
        """Nobody can be asked."""
        raise AssertionError(f"nobody can be asked in {language}: {question}")

    def design(self, question: DesignQuestion, language: str) -> str | None:
        """Nobody can be asked."""
        raise AssertionError(f"nobody can be asked in {language}: {question}")

    def print_name(self, question: PrintNameQuestion, language: str) -> str | None:
        """Nobody can be asked."""
        raise AssertionError(f"nobody can be asked in {language}: {question}")

    def title(self, question: TitleQuestion, language: str) -> str | None:
        """Nobody can be asked."""
        raise AssertionError(f"nobody can be asked in {language}: {question}")

    def agrees(self, offer: Offer) -> bool:
        """What was asked for is ordered."""
        return bool(offer.files)


NOBODY = Nobody()


def read_settings(command: Command, person: Person = NOBODY) -> Settings:
    """The settings of a command; the person is told which environment names mean nothing."""
    folder = heeded_folder(command)
    settings = load_settings(_told(command), environment(), folder, named=command.settings, targets=target_names)
    person.reads(readers(settings))
    if (watched := getattr(command, "folder", None)) is not None:
        _refuse_within(Path(watched), settings)
    for file in settings.files:
        if file.not_heeded:
            person.warn(_not_heeded(file))
    if mended := _mended(settings):
        person.warn(
            say(
                "warning: others could read {paths}, and names stand there; now you alone can. Where offices are to share "
                "orders, name a database as the ledger.",
                paths=listed(mended),
            )
        )
    for name in settings.unknown_environment:
        person.warn(say("warning: {name} is no setting and does nothing.", name=name))
    if getattr(
        command, "sandbox", False
    ):  # what the stand-in took stays on this machine, and so does what is known of it
        settings = replace(settings, ledger_server=None)
    return _for_test_orders(settings) if getattr(command, "test_order", False) else settings


def _mended(settings: Settings) -> list[str]:
    """What of ours others could read until now."""
    folders = [str(folder) for folder in kept_folders(settings) if mend_folder(folder)]
    return [*folders, *(str(path) for path, begins in kept_beside_the_ledger(settings) if mend_rights(path, begins))]


def _refuse_within(watched: Path, settings: Settings) -> None:
    """Raise `UsageError` where something that is trusted lies in the watched folder: whoever sends files could write it."""
    trusted = {
        **{str(file.path): say("The settings file {path}", path=file.path) for file in settings.files},
        **({} if settings.ledger_server else {str(settings.ledger): say("The ledger {path}", path=settings.ledger)}),
        **{
            str(settings.watch[name]): say(_WATCH_WRITES[name], path=settings.watch[name])
            for name in _WATCH_WRITES
            if settings.watch.get(name)
        },
    }
    for path, what in trusted.items():
        if _is_within(from_home(str(path)), watched):
            raise UsageError(
                say(
                    "{what} lies in the watched folder, where whoever sends files could change it. Move it out, and name it "
                    "where it lies then.",
                    what=what,
                )
            )


_WATCH_WRITES = templates({"log": "The log {path}", "metrics": "The file of metrics {path}"})


def _is_within(path: Path, folder: Path) -> bool:
    """Whether it lies in the folder, as it is named or where links lead."""
    return any(
        place.is_relative_to(real_path(folder)) for place in (real_path(path), real_path(path.parent) / path.name)
    )


def heeded_folder(command: Command) -> Path | None:
    """The folder whose settings file counts: the current one, but not where it is watched, for others write there."""
    here = Path.cwd()
    watched = getattr(command, "folder", None)
    return None if watched is not None and real_path(here).is_relative_to(real_path(Path(watched))) else here


def _not_heeded(file: SettingsFile) -> str:
    return say(
        "warning: not heeded in {path}: {names}. Anybody may have put the file there, so it only says what an order looks like. "
        "If it is yours, name it with --settings, or move it to {user}.",
        names=listed(file.not_heeded),
        path=file.path,
        user=settings_paths(None)[0],
    )


def check_order_system(settings: Settings) -> None:
    """Raise `UsageError` where the order system of the settings is not there, does not load, or cannot be as they say."""
    target(settings.target, settings.system)


def _told(command: Command) -> dict[str, object]:
    """The settings that the command itself says."""
    told = {}
    for entry in fields(command):
        option = entry.metadata.get("option")
        name = option.setting if option else entry.name
        if name and (value := getattr(command, entry.name)) not in (None, False):
            told[name] = value
    return told


def readers(settings: Settings) -> Reader:
    """Who reads what a command says: it was told the language, or the settings were, or the locale has one."""
    return reader(settings.language, environment())


def language_without_settings(told: str | None) -> str:
    """The language of what is about no file, where the settings may be such as cannot be read."""
    try:
        told = told or load_settings({}, environment(), Path.cwd(), targets=target_names).language
    except UsageError:
        told = None
    return reader(told, environment()).general


def usual_settings() -> Settings:
    """The settings without any file: what the environment says, and where that cannot be used, either, nothing at all."""
    nowhere = Path("no settings")
    try:
        return load_settings({}, environment(), nowhere, nowhere, targets=target_names)
    except UsageError:
        return load_settings({}, {}, nowhere, nowhere)


def _for_test_orders(settings: Settings) -> Settings:
    if settings.target != "dropday":
        raise UsageError(
            say("{system} knows no test orders; try it with --sandbox. Nothing was sent.", system=settings.target)
        )
    return replace(settings, system={**settings.system, "test_order": True})


def poll_interval_given(command: Command) -> bool:
    """Whether somebody set how often orders are asked for."""
    return command.poll_interval is not None or bool(environment().get(f"{PREFIX}POLL_INTERVAL"))


def kept_beside_the_ledger(settings: Settings) -> Iterator[tuple[Path, bytes]]:
    """The ledger, where it is a file, and what is kept beside it, with their first bytes: they hold people's names."""
    yield settings.ledger, b"SQLite format 3\0"
    yield memory_path(settings), b"{"
    yield assortment_path(settings), b"{"
    beside = settings.ledger.parent
    yield from ((note, b"{") for note in beside.glob("watch-*/folder.json"))
    yield from ((journal, b"SQLite format 3\0") for journal in beside.glob("watch-*/journal.sqlite3"))
    yield from ((heartbeat, b"{") for heartbeat in beside.glob("watch-*.heartbeat.json"))


def kept_folders(settings: Settings) -> Iterator[Path]:
    """The folders that are ours alone: that of the ledger where nobody named one, and those of watches beside it."""
    if settings.ledger == usual_ledger():
        yield settings.ledger.parent
    yield from (note.parent for note in settings.ledger.parent.glob("watch-*/folder.json"))


def memory_path(settings: Settings) -> Path:
    """Where answers about headings are kept."""
    return settings.ledger.with_name("headings.json")


def assortment_path(settings: Settings) -> Path:
    """Where it is kept what the order systems have."""
    return settings.ledger.with_name("assortment.json")
