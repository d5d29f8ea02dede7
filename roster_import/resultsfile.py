"""Where a results workbook goes, and putting it there: never over something else, and only when it says more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roster_import.errors import UsageError, WriteError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from roster_import.model import Checked, Placement

_SUFFIX = ".results"
_TRIES = 5


def results_path(source: Path, output: Path | None) -> Path:
    """Where the results of a file go: beside it, at `output`, or in it where that is a folder.

    The results of a results workbook go where its own source's went.
    """
    stem = source.stem.removesuffix(_SUFFIX) + _SUFFIX
    ending = ".xlsm" if source.suffix.lower() == ".xlsm" else ".xlsx"
    if output is None:
        return source.with_name(stem + ending)
    return output / (stem + ending) if output.is_dir() else output


def check_output(paths: Sequence[Path], output: Path | None) -> None:
    """Raise `UsageError` for an `--output` that cannot be meant, before anything is sent."""
    if output is None or output.is_dir():
        return
    if len(paths) > 1:
        raise UsageError(
            f"--output {output} is not a folder, and there are {len(paths)} files: name a folder that exists."
        )
    if not output.parent.is_dir():
        raise UsageError(f"--output {output}: there is no folder {output.parent}. Make it, or name another.")
    if output.suffix.lower() not in (".xlsx", ".xlsm"):
        raise UsageError(f"--output {output}: a results workbook ends in .xlsx.")
    if any(output.exists() and path.exists() and output.samefile(path) for path in paths):
        raise UsageError(f"--output {output} is the file itself, which is never changed. Name another.")


def write_results(checked: Checked, placements: Sequence[Placement], path: Path) -> Path:
    """Write the results workbook of a file to `path` and return where it lies; an up-to-date one is left as it is.

    A results workbook of the same orders is replaced by one that says more; anything else that is in the way stays,
    and the results go beside it under a free name. Raises `WriteError`.
    """
    for _ in range(_TRIES - 1):
        try:
            return _write(checked, placements, path)
        except _TakenError:
            continue  # another process wrote there meanwhile: look again at what it is
    return _write(checked, placements, path)


class _TakenError(WriteError):
    """Somebody else wrote a file just where this one was to go."""


def _write(checked: Checked, placements: Sequence[Placement], path: Path) -> Path:
    from roster_import.write.package import free_path, write_whole
    from roster_import.write.results import same_orders, up_to_date

    found = _bytes_if_any(path)
    if found is not None and _asks(found, placements, up_to_date):
        return path
    own = checked.path.exists() and path.exists() and path.samefile(checked.path)
    if found is not None and not own and _asks(found, placements, same_orders):
        write_whole(path, _content(checked, placements), replace=True)
        return path
    path = free_path(path)
    content = _content(checked, placements)
    try:
        write_whole(path, content, replace=False)
    except WriteError as error:
        raise (_TakenError(error.message) if path.exists() else error) from error
    return path


def _content(checked: Checked, placements: Sequence[Placement]) -> bytes:
    from roster_import.write.results import bare_results, can_be_added_to, results_workbook

    if checked.workbook is None:
        return bare_results(placements)
    source = _bytes(checked.path) if can_be_added_to(checked.workbook) else None
    try:
        return results_workbook(source, checked.workbook, checked.layouts, checked.lines, placements)
    except WriteError:
        # The user's workbook cannot be added to as it is: its cells, at their addresses, still can.
        return results_workbook(None, checked.workbook, checked.layouts, checked.lines, placements)


def _asks(found: bytes, placements: Sequence[Placement], question: object) -> bool:
    try:
        return bool(question(found, placements))  # type: ignore[operator]  # one of the two questions of write.results
    except WriteError:
        return False  # no workbook at all: certainly not ours


def _bytes_if_any(path: Path) -> bytes | None:
    """What lies at the path; None where that is nothing, a folder, or a file that is not ours to read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise WriteError(f"{path} cannot be read to add the results to it: {error.strerror or error}.") from error
