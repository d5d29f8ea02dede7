"""The workbooks given back: where they go, and putting them there, never over something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from roster_import.errors import UsageError, WriteError
from roster_import.files import There, put, same_file
from roster_import.language.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from roster_import.model.placement import Placement
    from roster_import.model.problem import Problem
    from roster_import.model.report import Checked
    from roster_import.write.reader_language import Reader
    from roster_import.write.results.original import Seal

T = TypeVar("T")


class Bound(Protocol):
    """What bounds the work on a stranger's workbook: each raises `WriteError` where that costs more than it may."""

    def judged(self, work: Callable[[], T]) -> T:
        """What a look at a workbook that is there already gives."""
        ...

    def written(self, work: Callable[[], T]) -> T:
        """What writing into a workbook gives."""
        ...


class _Unbounded:
    """No bound, for a workbook of one's own."""

    def judged(self, work: Callable[[], T]) -> T:
        """What the work gives."""
        return work()

    def written(self, work: Callable[[], T]) -> T:
        """What the work gives."""
        return work()


_UNBOUNDED = _Unbounded()


def check_output(paths: Sequence[Path], output: Path | None) -> None:
    """Raise `UsageError` for an `--output` that cannot be meant, before anything is sent."""
    if output is None or output.is_dir():
        return
    check_place(paths, output)
    if output.suffix.lower() not in (".xlsx", ".xlsm"):
        raise UsageError(say("--output {output}: a results workbook ends in .xlsx.", output=output))
    if any(same_file(output, path) for path in paths):
        raise UsageError(
            say("--output {output} is the file itself, which is never changed. Name another.", output=output)
        )


def check_place(paths: Sequence[Path], output: Path) -> None:
    """Raise `UsageError` where several files are to be written to one, or into a folder that is not there."""
    if len(set(paths)) > 1:
        raise UsageError(
            say(
                "--output {output} is not a folder, and there are {count} files: name a folder that exists.",
                output=output,
                count=len(set(paths)),
            )
        )
    if not output.parent.is_dir():
        raise UsageError(
            say(
                "--output {output}: there is no folder {parent}. Make it, or name another.",
                output=output,
                parent=output.parent,
            )
        )


def write_results(
    checked: Checked,
    placements: Sequence[Placement],
    path: Path,
    people: Reader | None = None,
    problems: Sequence[Problem] | None = None,
    bound: Bound = _UNBOUNDED,
) -> Path:
    """Write the results workbook of a file, at `path` if that is free, and return where it lies. Raises `WriteError`.

    It is in the language of `people`; without them in the workbook's own. `problems` are all there are of the file; without
    them those of its check are told. Where the file cannot be written in within the `bound`, a copy of its cells is, and else
    the results stand alone: an order that was placed is always told.
    """
    from roster_import.check.not_ordered import not_ordered
    from roster_import.write.reader_language import Reader
    from roster_import.write.results import workbook as results
    from roster_import.write.results.beside import Beside
    from roster_import.write.results.original import sealed

    people = people or Reader()
    told = checked.problems if problems is None else problems
    warnings = tuple(problem for problem in told if problem.level == "warning")
    beside = Beside(warnings=warnings, not_ordered=not_ordered(checked))
    language = people.of(checked)
    owner, state = results.owner(placements), results.state(placements, language)

    def bare() -> bytes:
        return sealed(owner, state, lambda mark: results.bare_results(placements, mark, language))

    def content(source: bytes | None) -> bytes:
        if checked.workbook is None:
            return bare()
        book, layouts, lines = checked.workbook, checked.layouts, checked.lines
        return sealed(
            owner,
            state,
            lambda mark: results.results_workbook(source, book, layouts, lines, placements, mark, language, beside),
        )

    was_read = same_file(path, checked.path)  # and is never replaced

    def stays(seal: Seal) -> bool:
        may_go = seal.unbroken and not was_read
        return results.says_enough(seal.state, state, may_go=may_go, asked=people.told is not None)

    def built() -> bytes:
        try:
            return _into(checked, content, bound)
        except WriteError:
            return bare()

    return _put(path, owner, stays, built, checked.path, bound)


def write_problems(
    checked: Checked,
    problems: Sequence[Problem],
    path: Path,
    language: str = "en",
    bound: Bound = _UNBOUNDED,
    at: str = "",
) -> Path:
    """Write the user's workbook with its problems marked, in a language; return where it lies. Raises `WriteError`.

    `at` is the time, as `SheetChange` has it.
    """
    from roster_import.check.not_ordered import not_ordered
    from roster_import.write.results import problems as marked
    from roster_import.write.results.original import sealed

    if checked.workbook is None:
        raise WriteError(say("{path} could not be read, so nothing can be marked in it.", path=checked.path))
    beside = not_ordered(checked)
    book, owner, state = checked.workbook, marked.owner(checked.path), marked.state(problems, language, beside)

    def content(source: bytes | None) -> bytes:
        return sealed(
            owner, state, lambda mark: marked.problems_workbook(source, book, problems, mark, language, beside, at)
        )

    def stays(seal: Seal) -> bool:
        return seal.state == state

    return _put(path, owner, stays, lambda: _into(checked, content, bound), checked.path, bound)


def _into(checked: Checked, content: Callable[[bytes | None], bytes], bound: Bound) -> bytes:
    """The content added to the user's own workbook where that can be, else to a copy of its cells."""
    from roster_import.write.results.original import can_be_added_to

    if checked.workbook is None or not can_be_added_to(checked.workbook):
        return bound.written(lambda: content(None))
    try:
        source = checked.content if checked.content is not None else _bytes(checked.path)
        return bound.written(lambda: content(source))
    except WriteError:
        return bound.written(lambda: content(None))


def _put(
    path: Path,
    owner: str,
    stays: Callable[[Seal], bool],
    build: Callable[[], bytes],
    source: Path,
    bound: Bound,
) -> Path:
    """Put a workbook at a path, or beside what is in its way; one of the same owner that `stays` is left as it is.

    An older one of the same owner gives way, unless somebody changed it or it is the file that was read.
    """
    from roster_import.write.results.original import seal_of

    def judge(content: bytes) -> There:
        try:
            seal = bound.judged(lambda: seal_of(content))
        except WriteError:
            return There.NOT_OURS
        if seal is None or seal.owner != owner:
            return There.NOT_OURS
        if stays(seal):
            return There.STAYS
        return There.GIVES_WAY if seal.unbroken else There.NOT_OURS

    return put(path, build, judge, source=source)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise WriteError(
            say("{path} cannot be read to add the results to it: {reason}.", path=path, reason=error.strerror or error)
        ) from error
