"""Where what is given back lies: results and problems beside the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


_RESULTS, _PROBLEMS = ".results", ".problems"


def results_path(source: Path, output: Path | None) -> Path:
    """Where the results of a file go: beside it, at `output`, or in it where that is a folder.

    The results of a results workbook go where its own source's went.
    """
    stem = _bare(source) + _RESULTS
    ending = ".xlsm" if source.suffix.lower() == ".xlsm" else ".xlsx"
    if output is None:
        return source.with_name(stem + ending)
    return output / (stem + ending) if output.is_dir() else output


def problems_path(source: Path, output: Path | None) -> Path:
    """Where the marked-up workbook of a file with errors goes: beside it, or in `--output` where that is a folder."""
    ending = ".xlsm" if source.suffix.lower() == ".xlsm" else ".xlsx"
    path = source.with_name(_bare(source) + _PROBLEMS + ending)
    return output / path.name if output is not None and output.is_dir() else path


def _bare(source: Path) -> str:
    """The file's name without what we put behind it: `club.problems.xlsx`, corrected, is `club` again."""
    return source.stem.removesuffix(_RESULTS).removesuffix(_PROBLEMS)
