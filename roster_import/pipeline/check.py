"""Files checked as a command asked for it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_import.errors import UnreadableFile
from roster_import.files import real_path
from roster_import.model.layout import Question
from roster_import.model.problem import FILE
from roster_import.model.question import DesignQuestion, PrintNameQuestion, TitleQuestion
from roster_import.model.report import Checked
from roster_import.pipeline.check_options import check_options, files_of, limits_of, reading_of
from roster_import.pipeline.collector import looks_seldom
from roster_import.pipeline.effects import settings_catalogue
from roster_import.pipeline.file_limits import checked_within, limited, recognised_within
from roster_import.pipeline.frame_process import get_judge_ready
from roster_import.pipeline.options import FilesCommand
from roster_import.pipeline.session import NOBODY, FilesSoFar, read_settings, readers
from roster_import.pipeline.watched_folders import dropped_in
from roster_import.read import Limits, ReadOptions, for_many, is_whole, start_reading
from roster_import.targets import target as target_named

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from roster_import.check.open_questions import OpenQuestion
    from roster_import.check.recognised import CheckOptions, Recognised
    from roster_import.model.catalogue import Catalogue
    from roster_import.model.problem import Problem
    from roster_import.model.workbook import Workbook
    from roster_import.pipeline.catalogue_facts import OrderSystemFacts
    from roster_import.pipeline.session import Person
    from roster_import.place.conversation import Effects
    from roster_import.read.isolation.fork_server import ForkServer
    from roster_import.read.isolation.process import Reading
    from roster_import.settings import Settings
    from roster_import.targets.protocol import Target
    from roster_import.write.reader_language import Reader


_MOST_QUESTIONS = 20  # one person can be asked in one run


def look_at(command: FilesCommand, person: Person = NOBODY) -> tuple[list[Checked], Reader]:
    """The files checked as `check` does, but for what the ledger knows, each with its draft; and who reads."""
    settings = read_settings(command, person)
    files, answers = files_of(command), check_options(command, settings, sandbox=False)
    checked = check_files_drafted(
        files, answers, target_named(settings.target, settings.system), reading_of(command, settings), person
    )
    return checked, readers(settings)


# ------------------------------------------------------------------------------------------- read, recognise, check


def check_files(paths: Sequence[Path], options: CheckOptions, target: Target, reading: ReadOptions) -> list[Checked]:
    """Every file checked with what is known of the order system, which is not asked."""
    with being_read(paths, reading) as running:
        files = _recognise_files(running, options)
    return [checked_within(file, options.facts, target, reading.limits) for file in files]


def check_files_drafted(
    paths: Sequence[Path], options: CheckOptions, target: Target, reading: ReadOptions, person: Person = NOBODY
) -> list[Checked]:
    """Every file checked as by `check_files`, with what can be drawn of it where it has errors."""
    from roster_import.check.draft import draft_of

    def drafted(file: Recognised | Checked) -> Checked:
        checked = checked_within(file, options.facts, target, reading.limits)
        if isinstance(file, Checked):
            return checked
        return limited(checked.path, reading.limits, lambda: replace(checked, draft=draft_of(file, checked)))

    with being_read(paths, reading, person) as running:
        return list(map(drafted, _recognise_files(running, options)))


def check_files_asking(
    running: BeingRead,
    options: CheckOptions,
    effects: Effects,
    system: OrderSystemFacts | None,
    person: Person = NOBODY,
    people: Reader | None = None,
) -> tuple[list[Checked], CheckOptions]:
    """Every file checked, each once, when a person and the order system were asked what is open; and the options by then.

    A person who does not answer is not asked, and without the system only what is known of it is used.
    """
    from roster_import.pipeline.catalogue_facts import check_asking

    options, limits = replace(options, attended=person.answers), running.limits
    files = _recognise_files(running, options)
    if person.answers and people is not None:
        files, options = _answered(files, options, limits, person, people)
    if system is not None:
        with system:
            return check_asking(files, system, effects.ledger, effects.target, limits), options
    return [checked_within(file, options.facts, effects.target, limits) for file in files], options


@dataclass(frozen=True, slots=True, kw_only=True)
class BeingRead:
    """Files that are being read, side by side, each in a process of its own, within these limits."""

    files: Sequence[tuple[Path, Reading]]
    limits: Limits
    so_far: FilesSoFar

    def ended(self) -> Iterator[Workbook | Checked]:
        """Every file as it was read, or what is to be said of one that cannot be; whoever asks gets ready meanwhile."""
        import roster_import.check.validate  # noqa: F401 - what is slow loads here while the files are being read

        get_judge_ready()

        for path, reading in self.files:
            read = _read(path, reading.result)
            self.so_far.read += 1
            yield read


@contextmanager
def being_read(paths: Sequence[Path], reading: ReadOptions, person: Person = NOBODY) -> Iterator[BeingRead]:
    """Begin to read the files; what is still being read at the end of the block is given up.

    The person is shown how far they are, until the end of the block.
    """
    so_far = FilesSoFar(paths)
    shown = replace(reading, hear=so_far.hear) if person.files_begin(so_far) and len(paths) == 1 else reading
    with for_many(shown, len(paths)) as how:
        files = [(path, start_reading(path, how)) for path in paths]
        try:
            yield BeingRead(files=files, limits=reading.limits, so_far=so_far)
        finally:
            person.files_end()
            for _, running in files:
                running.cancel()


def _read(path: Path, read: Callable[[], Workbook]) -> Workbook | Checked:
    try:
        with looks_seldom():
            return read()
    except UnreadableFile as error:
        problem = FILE.error(error.code, error.message)
        return Checked(path=path, workbook=None, layouts=(), problems=(problem,), lines=(), orders=())


def _recognise_files(running: BeingRead, options: CheckOptions) -> list[Recognised | Checked]:
    from roster_import.check.unmet_answers import unmet_in_all

    recognised = [
        file if isinstance(file, Checked) else recognised_within(file, _of_folder(options, file.path), running.limits)
        for file in running.ended()
    ]
    unmet = unmet_in_all([file for file in recognised if not isinstance(file, Checked)])
    return [_saying(file, unmet) for file in recognised] if unmet else recognised


def _saying(file: Recognised | Checked, unmet: tuple[Problem, ...]) -> Recognised | Checked:
    return file if isinstance(file, Checked) else replace(file, options=replace(file.options, unmet=unmet))


def _of_folder(options: CheckOptions, path: Path) -> CheckOptions:
    """The options for a file, with the folder it was dropped in."""
    return replace(options, folder=options.folder or str(dropped_in(path)))


def _answered(
    files: Sequence[Recognised | Checked], options: CheckOptions, limits: Limits, person: Person, people: Reader
) -> tuple[list[Recognised | Checked], CheckOptions]:
    """The files with every open question answered, one after the other: an answer may answer others, or raise some.

    A file of which a question is left open is not asked about any more: its errors say what is to be mended.
    """
    left: set[Path] = set()
    for _ in range(_MOST_QUESTIONS):
        file, question = next(_open(files, left), (None, None))
        if file is None or question is None:
            break
        answered = _answer(question, options, person, people.of(file))
        if answered is None:
            left.add(file.workbook.path)
            continue
        options = answered
        files = [file if isinstance(file, Checked) else _with_options(file, options, limits) for file in files]
    return list(files), options


def _open(files: Iterable[Recognised | Checked], left: Collection[Path]) -> Iterator[tuple[Recognised, OpenQuestion]]:
    """The files about which something is to be asked, each with the question."""
    from roster_import.check.open_questions import open_question

    for file in files:
        if not isinstance(file, Checked) and file.workbook.path not in left and (question := open_question(file)):
            yield file, question


def _answer(question: OpenQuestion, options: CheckOptions, person: Person, language: str) -> CheckOptions | None:
    """The options with the answer to a question, None where that is left open."""
    match question:
        case Question():
            meaning = person.meaning(question, language)
            return meaning and replace(options, mapping={**options.mapping, question.key: meaning})
        case DesignQuestion():
            every = person.design(question, language)
            return replace(options, design=every) if every else None
        case PrintNameQuestion():
            printed = person.print_name(question, language)
            return replace(options, print_name=printed) if printed else None
        case TitleQuestion():
            title = person.title(question, language)
            return replace(options, titles={**options.titles, question.text: title}) if title else None


def _with_options(file: Recognised, options: CheckOptions, limits: Limits) -> Recognised | Checked:
    """The file under the new options: recognised again where an answer says what columns or cells mean."""
    before, options = file.options, replace(options, folder=file.options.folder, unmet=file.options.unmet)
    same = (before.mapping, before.design, before.titles) == (options.mapping, options.design, options.titles)
    return replace(file, options=options) if same else recognised_within(file.workbook, options, limits)


# ------------------------------------------------------------------------------- checked for as long as a program runs


@contextmanager
def checker(target: Target, reading: ReadOptions, *, sandbox: bool) -> Iterator[Checker]:
    """What checks files for this order system, as long as the block."""
    from roster_import.pipeline.check_process import check_server

    with for_many(reading, None) as how, check_server() as server:
        yield Checker(target, how, server, sandbox=sandbox)


def checker_of(settings: Settings, *, sandbox: bool) -> AbstractContextManager[Checker]:
    """What checks files for the order system of the settings, within their limits, as long as the block."""
    reading = ReadOptions(limits=limits_of(settings))
    return checker(target_named(settings.target, settings.system), reading, sandbox=sandbox)


class Checker:
    """Checks files, each as its settings say; a catalogue of the settings is read again only when its file changes."""

    def __init__(self, target: Target, reading: ReadOptions, server: ForkServer | None, *, sandbox: bool) -> None:
        self._target = target
        self._reading = reading
        self._server = server
        self._sandbox = sandbox
        self._catalogues: dict[tuple[Path | None, Path | None], tuple[object, Catalogue]] = {}

    def get_ready(self) -> None:
        """Load what is slow to load before the first file comes."""
        import roster_import.write.results.workbook

        if self._server is not None:
            self._server.get_ready()
        else:
            import roster_import.check.frame
            import roster_import.check.validate  # noqa: F401

    def check(self, path: Path, settings: Settings, folder: Path) -> Checked:
        """One file checked as its settings say, dropped in a folder; a catalogue that cannot be read raises `UsageError`."""
        options = self._options(FilesCommand(), settings, folder)
        if self._server is None:
            return check_files([path], options, self._target, self._reading)[0]
        workbook = _read(path, start_reading(path, self._reading).result)
        if isinstance(workbook, Checked):
            return workbook
        from roster_import.pipeline.check_process import check_in_process

        system = settings.target, settings.system
        return check_in_process(workbook, options, system, self._reading.limits, self._server)

    def ask(
        self, path: Path, settings: Settings, folder: Path, answered: FilesCommand, *, anew: bool = False
    ) -> Checked:
        """The same for one of a club, who has answered and can be asked: with what is open (`questions`, `asked`).

        `anew`: what the club answered before does not count.
        Nothing known of other clubs has a part in it: neither their answers, nor what the order system told of their orders.
        """
        from roster_import.pipeline.check_process import check_in_process, checked_asking

        print_name, design = answered.print_name or settings.print_name, answered.design or settings.design
        settings = replace(settings, print_name=print_name, design=design)
        options = self._options(answered, settings, folder)
        known = () if anew else options.remembered
        own = tuple(answers for answers in known if answers.club.folder == options.folder)
        options = replace(options, remembered=own, facts=())
        workbook = _read(path, start_reading(path, self._reading).result)
        if isinstance(workbook, Checked):
            return workbook
        system = settings.target, settings.system
        if self._server is None:
            return checked_asking(workbook, options, system, self._reading.limits, asking=True)
        return check_in_process(workbook, options, system, self._reading.limits, self._server, asking=True)

    def is_whole(self, path: Path) -> bool:
        """Whether a zip is all there, looked at in a bounded process."""
        return is_whole(path, self._reading)

    def _options(self, answered: FilesCommand, settings: Settings, folder: Path) -> CheckOptions:
        options = check_options(answered, replace(settings, catalogue_file=None), sandbox=self._sandbox)
        return replace(options, catalogue=self.catalogue(settings), folder=str(real_path(folder)))

    def catalogue(self, settings: Settings) -> Catalogue:
        """The catalogue of these settings, empty where they name none. Raises `UsageError` where it cannot be read."""
        place = settings.catalogue_file, settings.catalogue_within
        facts, known = file_facts(place[0]) if place[0] else None, self._catalogues.get(place)
        if known is None or known[0] != facts:
            known = self._catalogues[place] = (facts, settings_catalogue(settings))
        return known[1]


def file_facts(path: Path) -> object:
    """What differs when a file was written anew: its date and length; None where there is no file."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size
