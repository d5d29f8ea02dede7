"""The one message of a file, whatever became of it, and the digest of a day; how they read, not how they travel."""

from __future__ import annotations

import re
import shlex
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from roster_import.model import FileStatus, Report, Status
from roster_import.report import counted, document, file_lines, problem_line, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roster_import.model import FileReport

Content = dict[str, Any]
"""What is sent: subject and text for people, the rest for machines, `attach` the path of the workbook, if any."""

_NEW_ORDER = re.compile(r",? or (?:with|add) --new-order|; to order all of it again, add --new-order")
_LIVE = '"$`!'  # live between double quotes in a shell
_KNOWN_BY = {"done": "placed", "failed": "not placed", "held": "held", "duplicate": "already placed"}


def with_places(report: FileReport, places: Mapping[str, str]) -> FileReport:
    """The report with its paths as they are within the folder once everything is filed; `places` by file name."""

    def at(path: Any) -> Any:
        return type(path)(places.get(path.name, path.name)) if path is not None else None

    checked = replace(report.checked, path=at(report.checked.path))
    return replace(report, checked=checked, results=at(report.results), marked=at(report.marked))


def file_message(
    name: str, root: str, path: str, outcome: str, report: FileReport | None, reason: str, beside: Sequence[str]
) -> Content:
    """The message about one file: what became of it, where it lies, what to do.

    `name` tells this message from any other, `root` is the whole path of the watched folder, `path` where the file was found.
    `beside` are the paths where the file and what was written for it lie now, within the folder; the file is the first.
    """
    lines = [*_opening(path, outcome, report, reason), ""]
    lines += [in_the_watch(line) for line in _details(report)] if report is not None else []
    lines += _what_to_do(outcome, report, f"{root}/{beside[0]}")
    lines += ["", "The file is in " + " with ".join((beside[0], *beside[1:])) + "."]
    return {
        "id": name,
        "kind": "file",
        "subject": _subject(path, outcome, report),
        "text": "\n".join(lines),
        "outcome": outcome,
        "path": path,
        "place": beside[0],
        "reason": reason or None,
        "folder": PurePath(root).name,
        "report": document(Report(files=(report,)))["files"][0] if report is not None else None,
        "attach": _attached(report, beside),
    }


def _attached(report: FileReport | None, beside: Sequence[str]) -> str | None:
    """The workbook that goes with a message: what was written for the file, or the file itself where it was marked again."""
    marked_itself = report is not None and report.marked is not None
    return next((one for one in beside[1:] if one.endswith((".xlsx", ".xlsm"))), beside[0] if marked_itself else None)


def in_the_watch(line: str) -> str:
    """A line of a report as it reads where nobody has a command line: without advice to add an option."""
    return _NEW_ORDER.sub("", line)


def held_lines(report: FileReport | None, path: str, reason: str) -> list[str]:
    """What is said of a held file that lies at this path: that it is held, why, and how it is let go."""
    lines = [in_the_watch(line) for line in file_lines(report)[1:]] if report is not None else []
    return [f"{path}: held, nothing was sent. {reason}", *lines, f"  To order it all the same: {release_call(path)}"]


def held_document(report: FileReport | None, path: str, reason: str) -> dict[str, Any]:
    """A held file as it stands in the JSON document of `--once`: as any file, with the reason under `held`."""
    if report is not None:
        return {**document(Report(files=(report,)))["files"][0], "held": reason}
    nothing: dict[str, Any] = {
        "results": None,
        "problemsWorkbook": None,
        "understood": [],
        "problems": [],
        "orders": [],
    }
    return {"path": path, "status": FileStatus.PROBLEMS.value, **nothing, "held": reason}


def release_call(path: str) -> str:
    """The command that lets a held file go, as it may be pasted into a shell."""
    quoted = shlex.quote(path) if set(path) & set(_LIVE) else f'"{path}"'
    return f"roster-import release {quoted}"


def _subject(path: str, outcome: str, report: FileReport | None) -> str:
    name = path
    if outcome == "held" or report is None:
        return f"{name}: {_KNOWN_BY[outcome]}, nothing was sent"
    if report.status is FileStatus.PROBLEMS:
        errors = sum(one.level == "error" for one in report.problems)
        return f"{name}: {counted(errors, 'error')}, nothing was sent"
    if outcome == "failed":
        placed = sum(one.status is Status.COMPLETED for one in report.placements)
        return f"{name}: {placed} of {counted(len(report.placements), 'order')} placed"
    numbers = ", ".join(one.order_number for one in report.placements if one.order_number)
    if outcome == "duplicate":
        return f"{name}: already placed as {numbers}" if numbers else f"{name}: already placed"
    but = " with differences" if any(one.differences for one in report.placements) else ""
    return f"{name}: placed as {numbers}{but}" if numbers else f"{name}: placed{but}"


def _opening(path: str, outcome: str, report: FileReport | None, reason: str) -> list[str]:
    if outcome == "held" or report is None:
        return [f"{path} was not ordered. {reason}"]
    return [f"{path}: {sentence(report)}", *([reason] if reason else [])]


def _details(report: FileReport) -> list[str]:
    lines = file_lines(report)[1:]
    if not report.placements or report.status is FileStatus.PROBLEMS:
        return [problem_line(one) for one in report.problems]
    return lines


def _what_to_do(outcome: str, report: FileReport | None, place: str) -> list[str]:
    if outcome == "held":
        return ["", f"To order it all the same: {release_call(place)}."]
    if report is not None and report.status is FileStatus.PROBLEMS:
        return ["", "Correct the marked workbook and put it into the folder again." if report.marked else
                "Correct the file and put it into the folder again."]  # fmt: skip
    return []


def barred_message(name: str, root: str, path: str, reason: str) -> Content:
    """The message about a file that we may not read or move: it stays where it is until somebody mends that."""
    return {
        "id": name,
        "kind": "file",
        "subject": f"{path}: {reason}, nothing was sent",
        "text": f"{path} was not ordered: it {reason}. Give the user of the watch the right to read and move it. It stays "
        f"where it is, {root}/{path}, and is tried again at every look.",
        "outcome": "waiting",
        "path": path,
        "place": path,
        "reason": reason,
        "folder": PurePath(root).name,
        "report": None,
        "attach": None,
    }


def digest(folder: str, day: str, ended: Sequence[Mapping[str, Any]], waiting: Iterable[tuple[str, str]],
           held: Sequence[tuple[str, str]], unsent: int) -> Content:  # fmt: skip
    """The message about a whole day: what was done, what waits and why, what is held."""
    outcomes = [str(one["outcome"]) for one in ended]
    counts = ", ".join(f"{outcomes.count(name)} {_KNOWN_BY.get(name, name)}" for name in dict.fromkeys(outcomes))
    orders = sum(one["orders"] for one in ended if one["outcome"] in ("done", "failed"))
    lines = [
        f"{counted(len(ended), 'file')} on {day}{': ' + counts if counts else ''}. {counted(orders, 'order')} sent.",
        "",
    ]
    lines += [
        f"  {one['path']}: {_KNOWN_BY.get(str(one['outcome']), one['outcome'])} -> {one['place']}" for one in ended
    ]
    lines += _listed("Waiting:", [f"  {path}: {reason}" for path, reason in waiting])
    lines += _listed("Held (roster-import release FILE lets it go):", [f"  {path}: {reason}" for path, reason in held])
    lines += _listed("Not told:", [f"  {counted(unsent, 'message')} could not be sent so far"] if unsent else [])
    return {
        "id": f"digest-{day}",
        "kind": "digest",
        "subject": f"{folder}: {counted(len(ended), 'file')} on {day}",
        "text": "\n".join(lines).rstrip(),
        "folder": folder,
        "day": day,
        "outcomes": {name: outcomes.count(name) for name in dict.fromkeys(outcomes)},
        "attach": None,
    }


def _listed(heading: str, lines: Sequence[str]) -> list[str]:
    return ["", heading, *lines] if lines else []


def relocated(content: str, before: str, after: str) -> str:
    """The content of a queued message, where the file got another place at the last moment."""
    return content.replace(before, after)
