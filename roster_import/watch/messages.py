"""The one message of a file, whatever became of it, and the digest of a day; how they read, not how they travel."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from roster_import.language.catalogues import ENGLISH, LANGUAGES
from roster_import.language.messages import Day, joined, listed, say, say_n, templates
from roster_import.language.translations import in_language
from roster_import.model.placement import Status
from roster_import.model.report import FileStatus, Report
from roster_import.watch.phrases import in_words
from roster_import.write.report_document import document
from roster_import.write.run_report import file_lines, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.model.report import FileReport

Content = dict[str, Any]
"""What is sent: subject and text for people in their language, the rest for machines, `attach` the path of the workbook."""

_NO_ROSTER = frozenset({"file-not-a-workbook", "roster-missing"})
_LIVE = '"$`!'  # live between double quotes in a shell
_KNOWN_BY = templates(
    {"done": "placed", "failed": "not placed", "held": "held", "duplicate": "already placed", "released": "let go"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a claimed file: the folder it goes to, the exit status, why, in which language people read of it.

    `reason` is a sentence more than the report says, empty where there is none; `entries` are the ledger's entries that were
    made for this very claim. `seen` is the digest of the file as it was read; empty where nobody needs to look again.
    `mend` is what has to be corrected before a held file is let go, if something has to be. `doubts` are the kinds of doubt for
    which it is held, `accept` says how they are let through from now on.
    """

    folder: str
    status: int
    language: str
    report: FileReport | None = None
    reason: str = ""
    entries: tuple[int, ...] = ()
    seen: str = ""
    mend: str = ""
    doubts: tuple[str, ...] = ()
    accept: str = ""

    @property
    def is_held(self) -> bool:
        """Whether a person has to let it go first."""
        return self.folder == "held" or self.report is None

    def at(self, places: Mapping[str, str]) -> Verdict:
        """The same with the report's paths as they are once everything is filed; `places` by file name."""
        if (report := self.report) is None:
            return self

        def place(path: Path) -> Path:
            return Path(places.get(path.name, path.name))

        checked = replace(report.checked, path=place(report.checked.path))
        results, marked = (place(path) if path is not None else None for path in (report.results, report.marked))
        return replace(self, report=replace(report, checked=checked, results=results, marked=marked))


def file_message(name: str, root: str, path: str, verdict: Verdict, beside: Sequence[str]) -> Content:
    """The message about one file: what became of it, where it lies, what to do.

    `name` tells this message from any other, `root` is the whole path of the watched folder, `path` where the file was found.
    `beside` are the paths where the file and what was written for it lie now, within the folder; the file is the first. The
    report in the verdict has its paths there, too.
    """
    report = verdict.report
    parts = (
        _opening(path, verdict),
        _details(report) if report is not None else [],
        _what_to_do(verdict, f"{root}/{beside[0]}"),
        [_where(beside)],
    )
    lines = [line for part in parts if part for line in ("", *part)][1:]
    return {
        "id": name,
        "kind": "file",
        "subject": in_words(subject(path, verdict), verdict.language),
        "text": "\n".join(in_words(line, verdict.language) for line in lines),
        "outcome": verdict.folder,
        "path": path,
        "place": beside[0],
        "reason": str(verdict.reason) or None,
        "folder": PurePath(root).name,
        "report": _document(report) if report is not None else None,
        "attach": _attached(report, beside),
    }


def _attached(report: FileReport | None, beside: Sequence[str]) -> str | None:
    """The workbook that goes with a message: what was written for the file, or the file itself where it was marked again."""
    marked_itself = report is not None and report.marked is not None
    return next(
        (path for path in beside[1:] if path.endswith((".xlsx", ".xlsm"))), beside[0] if marked_itself else None
    )


def answer(verdict: Verdict, place: str) -> dict[str, Any]:
    """What a run of --once says of a file that lies at this place: `lines` for people, `document` for machines."""
    report = verdict.report
    if verdict.is_held or report is None:
        lines = _held_lines(verdict, place)
        facts = {**_held_document(report, place), "held": str(verdict.reason), "doubts": list(verdict.doubts)}
    else:
        lines, facts = file_lines(report), {**_document(report), "held": None, "doubts": []}
    return {"lines": [in_words(line, verdict.language) for line in lines], "document": facts}


def _held_lines(verdict: Verdict, path: str) -> list[str]:
    """What is said of a held file that lies at this path: that it is held, why, how its kind is let through, and it itself."""
    lines = file_lines(verdict.report)[1:] if verdict.report is not None else []
    return [
        say("{path}: held, nothing was sent. {reason}", path=path, reason=verdict.reason),
        *lines,
        *([joined("  ", verdict.accept, between="")] if verdict.accept else []),
        joined("  ", _let_go(verdict.mend, path), between="")
        if verdict.mend
        else say("  To order it all the same: {call}", call=release_call(path)),
    ]


def _let_go(mend: str, path: str) -> str:
    return say("Correct {file}, then: {call}", file=mend, call=release_call(path))


def was_changed(path: str, *, ordered: bool) -> str:
    """That a file is not any more what was read."""
    if ordered:
        return say("{path} has changed since it was ordered: what was ordered is what it said before.", path=path)
    return say(
        "{path} has changed since it was read: this is about what it said before. Put it into the folder again.",
        path=path,
    )


def _document(report: FileReport) -> dict[str, Any]:
    """One file as it stands in the document of a report."""
    file: dict[str, Any] = document(Report(files=(report,)))["files"][0]
    return file


def _held_document(report: FileReport | None, path: str) -> dict[str, Any]:
    """A held file as it stands in the JSON document of `--once`: as any file."""
    if report is not None:
        return _document(report)
    nothing: dict[str, Any] = {
        "results": None,
        "problemsWorkbook": None,
        "understood": [],
        "problems": [],
        "orders": [],
    }
    return {"path": path, "status": FileStatus.PROBLEMS.value, **nothing}


def release_call(path: str) -> str:
    """The command that lets a held file go, as it may be pasted into a shell."""
    quoted = shlex.quote(path) if set(path) & set(_LIVE) else f'"{path}"'
    return f"roster-import release {quoted}"


def subject(path: str, verdict: Verdict) -> str:
    """The subject of a file's message."""
    report = verdict.report
    if verdict.is_held or report is None:
        return say("{path}: held, nothing was sent", path=path)
    if report.status is FileStatus.PROBLEMS and is_no_roster(report):
        return say("{path}: no roster was found, nothing was sent", path=path)
    if report.status is FileStatus.PROBLEMS:
        errors = sum(problem.level == "error" for problem in report.problems)
        return say_n("{path}: {count} error, nothing was sent", "{path}: {count} errors, nothing was sent", errors,
                     path=path)  # fmt: skip
    if verdict.folder == "failed":
        placed = sum(placement.status is Status.COMPLETED for placement in report.placements)
        return say_n("{path}: {placed} of {count} order placed", "{path}: {placed} of {count} orders placed",
                     len(report.placements), path=path, placed=placed)  # fmt: skip
    return _placed(path, report, again=verdict.folder == "duplicate")


def _placed(path: str, report: FileReport, *, again: bool) -> str:
    numbers = ", ".join(placement.order_number for placement in report.placements if placement.order_number)
    if again:
        with_numbers = say("{path}: already placed as {numbers}", path=path, numbers=numbers)
        without = say("{path}: already placed", path=path)
    elif any(placement.differences for placement in report.placements):
        with_numbers = say("{path}: placed as {numbers} with differences", path=path, numbers=numbers)
        without = say("{path}: placed with differences", path=path)
    else:
        with_numbers = say("{path}: placed as {numbers}", path=path, numbers=numbers)
        without = say("{path}: placed", path=path)
    return with_numbers if numbers else without


def not_ordered(path: str, reason: str) -> str:
    """The first line about a held file; `reason_in` finds the reason in it again."""
    return say("{path} was not ordered. {reason}", path=path, reason=reason)


def reason_in(line: str) -> str:
    """Why a file was not ordered, as the first line about it says in whatever language; empty where it does not."""
    for language in LANGUAGES:
        before, _, behind = in_language(not_ordered("{path}", "{reason}"), language).partition("{reason}")
        between = before.partition("{path}")[2]
        if between and not behind and between in line:
            return line.partition(between)[2]
    return ""


def _opening(path: str, verdict: Verdict) -> list[str]:
    if verdict.is_held or verdict.report is None:
        return [not_ordered(path, verdict.reason)]
    opening = sentence(verdict.report)
    if verdict.report.status is FileStatus.PROBLEMS and is_no_roster(verdict.report):
        opening = say("no roster was found in it. Nothing was sent.")
    return [joined(f"{path}:", opening), *([verdict.reason] if verdict.reason else [])]


def _details(report: FileReport) -> list[str]:
    return file_lines(report)[1:]


def _what_to_do(verdict: Verdict, place: str) -> list[str]:
    report = verdict.report
    if verdict.mend:
        return [_let_go(verdict.mend, place)]
    if verdict.folder == "held":
        release = say("To order it all the same: {call}.", call=release_call(place))
        return [release, *filter(None, [verdict.accept])]
    if report is None or report.status is not FileStatus.PROBLEMS:
        return []
    if report.marked:
        return [say("Correct the marked workbook and put it into the folder again.")]
    if is_no_roster(report):
        return [say("Put the roster itself into the folder, as an Excel workbook (.xlsx) or a list (.csv).")]
    return [say("Correct the file and put it into the folder again.")]


def is_no_roster(report: FileReport) -> bool:
    """Whether a file is of another kind altogether: a PDF, a picture, a letter, which nobody can correct into a roster."""
    return not report.checked.layouts and any(problem.code in _NO_ROSTER for problem in report.problems)


def _where(beside: Sequence[str]) -> str:
    if len(beside) == 1:
        return say("The file is in {place}.", place=beside[0])
    return say("The file is in {place} with {others}.", place=beside[0], others=listed(beside[1:]))


def barred_message(name: str, root: str, path: str, reason: str, language: str = ENGLISH) -> Content:
    """The message about a file that we may not read or move: it stays where it is until somebody mends that."""
    text = say(
        "{path} was not ordered: it {reason}. Give the user of the watch the right to read and move it. It stays where it "
        "is, {place}, and is tried again at every look.",
        path=path,
        reason=reason,
        place=f"{root}/{path}",
    )
    return {
        "id": name,
        "kind": "file",
        "subject": in_words(say("{path}: {reason}, nothing was sent", path=path, reason=reason), language),
        "text": in_words(text, language),
        "outcome": "waiting",
        "path": path,
        "place": path,
        "reason": str(reason),
        "folder": PurePath(root).name,
        "report": None,
        "attach": None,
    }


def note_message(name: str, root: str, path: str, place: str, language: str = ENGLISH) -> Content:
    """The message about a note in `processing` that no watch wrote: it was not heeded, and lies elsewhere now."""
    text = say(
        "{path} is not what a watch writes: somebody else made it. It was not heeded, and was put into {place}. Whoever may "
        "write into {folder} could have made it.",
        path=path,
        place=place,
        folder=root,
    )
    return {
        "id": name,
        "kind": "note",
        "subject": in_words(say("{path}: not heeded", path=path), language),
        "text": in_words(text, language),
        "outcome": "failed",
        "path": path,
        "place": place,
        "reason": None,
        "folder": PurePath(root).name,
        "report": None,
        "attach": None,
    }


# ---------------------------------------------------------------------------------------------------- the digest


def digest(folder: str, day: str, ended: Sequence[Mapping[str, Any]], waiting: Iterable[tuple[str, str]],
           held: Sequence[tuple[str, str]], unsent: int, language: str = ENGLISH) -> Content:  # fmt: skip
    """The message about a whole day: what was done, what waits and why, what is held."""
    outcomes = counted_outcomes(ended)
    files = say_n("{count} file on {day}", "{count} files on {day}", len(outcomes), day=Day(day))
    lines: list[str] = [_summary(files, outcomes, ended), ""]
    lines += [
        say(
            "  {path}: {what} -> {place}",
            path=file["path"],
            what=outcome_word(str(file["outcome"])),
            place=file["place"],
        )
        for file in ended
    ]
    lines += _listed(say("Waiting:"), waiting)
    lines += _listed(say("Held (roster-import release FILE lets it go):"), held)
    if unsent:
        count = say_n(
            "  {count} message could not be sent so far", "  {count} messages could not be sent so far", unsent
        )
        lines += ["", say("Not told:"), count]
    return {
        "id": f"digest-{day}",
        "kind": "digest",
        "subject": in_words(joined(f"{folder}:", files), language),
        "text": "\n".join(in_words(line, language) for line in lines).rstrip(),
        "folder": folder,
        "day": day,
        "outcomes": {name: outcomes.count(name) for name in dict.fromkeys(outcomes)},
        "attach": None,
    }


def counted_outcomes(ended: Iterable[Mapping[str, Any]]) -> list[str]:
    """What became of files, one by one: one that was let go is counted where it went then."""
    return [str(file["outcome"]) for file in ended if file["outcome"] != "released"]


def outcomes_in_words(outcomes: Sequence[str]) -> str:
    """`2 placed, 1 held`."""
    counts = [joined(str(outcomes.count(name)), outcome_word(name)) for name in dict.fromkeys(outcomes)]
    return joined(*counts, between=", ")


def _summary(files: str, outcomes: Sequence[str], ended: Sequence[Mapping[str, Any]]) -> str:
    orders = sum(file["orders"] for file in ended if file["outcome"] in ("done", "failed"))
    sent = say_n("{count} order sent.", "{count} orders sent.", orders)
    if not outcomes:
        return joined(joined(files, ".", between=""), sent)
    return joined(say("{files}: {counts}.", files=files, counts=outcomes_in_words(outcomes)), sent)


def outcome_word(outcome: str) -> str:
    """What became of a file, in a word or two."""
    return say(_KNOWN_BY[outcome]) if outcome in _KNOWN_BY else outcome


def _listed(heading: str, things: Iterable[tuple[str, str]]) -> list[str]:
    lines = [joined(f"  {path}:", reason) for path, reason in things]
    return ["", heading, *lines] if lines else []
