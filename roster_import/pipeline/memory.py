"""Where answers about headings are kept, what is kept of them, and when: of orders that were placed, for the club they were."""

from __future__ import annotations

import json
import shlex
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from roster_import.errors import UsageError
from roster_import.files import write_whole
from roster_import.language.messages import say
from roster_import.model.club import Club
from roster_import.model.layout import Meaning
from roster_import.model.placement import Status
from roster_import.pipeline.effects import realm
from roster_import.pipeline.session import NOBODY, memory_path, read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from roster_import.check.recognised import CheckOptions
    from roster_import.model.report import Checked, FileReport
    from roster_import.pipeline.options import FilesCommand, HeadingsCommand
    from roster_import.pipeline.session import Person
    from roster_import.recognise.memory import Memory, Remembered
    from roster_import.settings import Settings

_FORM, _NAMELESS = 2, 1  # what the first form says has no name on it: it is not used, and set aside
_TAKEN = frozenset(
    {Status.COMPLETED, Status.PENDING, Status.QUEUED}
)  # what waits for a worker is sent without anybody asking


def known_answers(settings: Settings, *, sandbox: bool) -> Memory:
    """What was answered before, of orders of this book: what was said in a rehearsal counts in rehearsals."""
    book = realm(settings, sandbox=sandbox)
    return tuple(answers for answers in load(memory_path(settings)) if answers.book == book)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Some answers as they are listed: the id to forget them by, what they say, and from which order they are."""

    id: str
    headings: tuple[str, ...]
    columns: Mapping[str, str]
    print_name: str | None
    design: str | None
    titles: Mapping[str, str]
    words: str
    file: str
    on: str
    folder: str
    book: str


def headings(command: HeadingsCommand, person: Person = NOBODY) -> tuple[Listed, ...]:
    """What is remembered, without what the command says is to be forgotten."""
    return tuple(map(_listed, _left(command, person)))


def _listed(answers: Remembered) -> Listed:
    return Listed(
        id=answers.id,
        headings=answers.headings,
        columns={heading: ":".join(filter(None, answer)) for heading, answer in answers.columns.items()},
        print_name=answers.print_name,
        design=answers.design or None,
        titles=answers.titles,
        words=answers.words,
        file=answers.file,
        on=answers.on,
        folder=answers.club.folder,
        book=answers.book,
    )


def _left(command: HeadingsCommand, person: Person) -> Memory:
    path, forget = memory_path(read_settings(command, person)), command.forget
    memory = load(path)
    if forget is None:
        return memory
    if forget != "all" and forget not in {answers.id for answers in memory}:
        raise UsageError(
            say("Nothing is remembered under {forget}. roster-import headings lists what is.", forget=forget)
        )
    left = tuple(answers for answers in memory if forget not in ("all", answers.id))
    save(path, left)
    return left


def remember(
    files: Iterable[FileReport], answers: CheckOptions, settings: Settings, command: FilesCommand, *, sandbox: bool
) -> None:
    """Keep what was answered now, by option or at the terminal, for the clubs of files that were ordered from."""
    ordered = [file.checked for file in files if is_ordered(file)]
    remember_answers(ordered, answers, settings, command, sandbox=sandbox)


def remember_answers(
    files: Iterable[Checked],
    answers: CheckOptions,
    settings: Settings,
    command: FilesCommand,
    *,
    sandbox: bool,
    anew: bool = False,
) -> None:
    """Keep what was answered about these files for their clubs: nobody is to be asked again.

    `anew`: everything was asked once more, and nothing that was answered about the same headings before counts any more.
    """
    from roster_import.recognise.memory import Remembered, with_answers, with_titles, without_answers

    path, book = memory_path(settings), realm(settings, sandbox=sandbox)
    said = answers.print_name if answers.print_name != settings.print_name or command.print_name else None
    design = answers.design if answers.design != settings.design or command.design else ""
    before = memory = load(path)
    for file in files:
        given = Remembered(
            row="",
            columns=_by_key(answers),
            print_name=said,
            design=design,
            titles=answers.titles,
            club=file.club,
            book=book,
            file=file.path.name,
            on=datetime.now().astimezone().date().isoformat(),
        )
        texts = _title_texts(file) if answers.titles else frozenset()
        for layout in file.layouts:
            memory = with_answers(without_answers(memory, layout, given) if anew else memory, layout, given, texts)
        if not file.layouts:
            memory = with_titles(memory, given, texts)
    if memory != before:
        save(path, memory)


def is_ordered(file: FileReport) -> bool:
    """Whether an order system has taken any of a file's orders, or is to, so that what was answered of it is kept."""
    return any(order.status in _TAKEN for order in file.placements)


def as_options(given: CheckOptions, answers: CheckOptions) -> tuple[str, ...]:
    """What a person answered in this run beside what was given, as the options that say it another time."""
    told = {key: answer for key, answer in answers.mapping.items() if given.mapping.get(key) != answer}
    titles = {text: title for text, title in answers.titles.items() if given.titles.get(text) != title}
    return (
        *(f"--map {_quoted(key + '=' + ':'.join(filter(None, answer)))}" for key, answer in told.items()),
        *([f"--design {_quoted(answers.design)}"] if answers.design != given.design else []),
        *([f"--print-name {answers.print_name}"] if answers.print_name != given.print_name else []),
        *(f"--title {_quoted(text + '=' + title)}" for text, title in titles.items()),
    )


def _quoted(text: str) -> str:
    """As a shell takes it for one word; in the quotation marks that every shell knows, where that can be."""
    return shlex.quote(text) if set(text) & set('"$`\\!%') else f'"{text}"'


def _title_texts(file: Checked) -> frozenset[str]:
    from roster_import.check.recognised import title_texts
    from roster_import.recognise.other_sheets import read_other_sheets

    workbook = file.workbook
    if workbook is None:
        return frozenset()
    return title_texts(workbook, file.layouts, read_other_sheets(workbook).logos)


def _by_key(answers: CheckOptions) -> dict[str, tuple[Meaning, str | None]]:
    from roster_import.model.sheets import heading_key

    return {heading_key(heading): answer for heading, answer in answers.mapping.items()}


# ------------------------------------------------------------------------------------------------------- the file


def load(path: Path) -> Memory:
    """What is remembered; nothing where there is no file. Raises `UsageError` for a file that is none of ours."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["version"] == _NAMELESS:
            return ()
        return tuple(map(read_answers, {_FORM: document["answers"]}[document["version"]]))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            say(
                "What was remembered about headings cannot be read from {path}: delete the file, and answer once more.",
                path=path,
            )
        ) from error


def save(path: Path, memory: Memory) -> None:
    """Keep it; a file of the first form is set aside, beside it. Raises `WriteError`."""
    aside = path.with_name("headings.1.json")
    with suppress(OSError, ValueError, KeyError, TypeError):
        if json.loads(path.read_text(encoding="utf-8"))["version"] == _NAMELESS and not aside.exists():
            path.rename(aside)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    document = {"version": _FORM, "answers": [written_answers(answers) for answers in memory]}
    write_whole(path, json.dumps(document, ensure_ascii=False, indent=1).encode(), replace=True, private=True)


def read_answers(entry: Mapping[str, Any]) -> Remembered:
    """Answers as `written_answers` wrote them."""
    from roster_import.recognise.memory import Remembered

    return Remembered(
        row=entry["row"],
        headings=tuple(entry["headings"]),
        columns={key: (Meaning(meaning), of) for key, (meaning, of) in entry["columns"].items()},
        print_name=entry["printName"],
        design=entry.get("design", ""),
        titles=dict(entry.get("titles", {})),
        club=Club(
            folder=entry["folder"],
            names=frozenset(entry["clubs"]),
            named=entry.get("named", True),
            titles=frozenset(entry.get("titleWords", ())),
        ),
        book=entry["book"],
        file=entry["file"],
        on=entry["on"],
    )


def written_answers(answers: Remembered) -> dict[str, Any]:
    """Answers as they stand in a document."""
    return {
        "row": answers.row,
        "headings": list(answers.headings),
        "columns": {key: [meaning.value, of] for key, (meaning, of) in answers.columns.items()},
        "printName": answers.print_name,
        "design": answers.design,
        "titles": dict(answers.titles),
        "folder": answers.club.folder,
        "clubs": sorted(answers.club.names),
        "named": answers.club.named,
        "titleWords": sorted(answers.club.titles),
        "book": answers.book,
        "file": answers.file,
        "on": answers.on,
    }
