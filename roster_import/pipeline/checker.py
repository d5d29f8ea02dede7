"""Files checked for as long as a program runs: what is slow to load is loaded once, and a catalogue when its file changes."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from roster_import.pipeline.check import check_files, check_options
from roster_import.pipeline.effects import settings_catalogue
from roster_import.pipeline.options import FilesCommand
from roster_import.read import ReadOptions, for_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from roster_import.model.catalogue import Catalogue
    from roster_import.model.report import Checked
    from roster_import.settings import Settings
    from roster_import.targets.protocol import Target


@contextmanager
def checker(target: Target, *, sandbox: bool) -> Iterator[Checker]:
    """What checks files for this order system, as long as the block."""
    with for_many(ReadOptions(), None) as reading:
        yield Checker(target, reading, sandbox=sandbox)


class Checker:
    """Checks files, each as its settings say; a catalogue of the settings is read again only when its file changes."""

    def __init__(self, target: Target, reading: ReadOptions, *, sandbox: bool) -> None:
        self._target = target
        self._reading = reading
        self._sandbox = sandbox
        self._catalogues: dict[Path, tuple[object, Catalogue]] = {}

    def get_ready(self) -> None:
        """Load what is slow to load before the first file comes."""
        import roster_import.check.validate
        import roster_import.write.results.workbook  # noqa: F401

    def check(self, path: Path, settings: Settings) -> Checked:
        """One file checked as its settings say; a catalogue that cannot be read raises `UsageError`."""
        options = check_options(FilesCommand(), replace(settings, catalogue_file=None), sandbox=self._sandbox)
        if settings.catalogue_file is not None:
            options = replace(options, catalogue=self._catalogue(settings.catalogue_file))
        return check_files([path], options, self._target, self._reading)[0]

    def _catalogue(self, path: Path) -> Catalogue:
        facts, known = file_facts(path), self._catalogues.get(path)
        if known is None or known[0] != facts:
            known = self._catalogues[path] = (facts, settings_catalogue(path))
        return known[1]


def file_facts(path: Path) -> object:
    """What differs when a file was written anew: its date and length; None where there is no file."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size
